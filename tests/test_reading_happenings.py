"""Meetings of one side, launches, agreements by name, forces that go themselves, and what else is said of losses."""

import pytest

from osintkp.reading.pages.datelines import dateline
from told import lines

MEETINGS = [
    (
        "The African Union held a donor conference in Addis Ababa on 3 May 2021.",
        ["meeting african-union a donor conference place=Addis Ababa when=2021-05-03"],
    ),
    ("The talks were hosted by Oman on 3 May 2021.", ["meeting OM The talks when=2021-05-03"]),
    ("A summit was held in Doha.", ["meeting A summit place=Doha"]),
    ("The Libya-Africa summit took place in Sirte.", ["meeting LY The Libya-Africa summit place=Sirte"]),
    (
        "The Arab League summit in Manama condemned the raid.",
        ["meeting arab-league The Arab League summit place=Manama"],
    ),
    (
        "ECOWAS and its partners will meet in Abuja on 3 May 2021.",
        ["meeting ecowas place=Abuja when=2021-05-03 predicted"],
    ),
    ("Chad's president spoke after a summit in Niamey.", ["meeting TD a summit place=Niamey"]),
    ("Iran showed its drones to a visiting Sudanese delegation.", ["meeting IR+SD"]),
    ("Delegations from Mali and Niger held talks in Doha.", ["meeting ML+NE place=Doha"]),
    ("Chad was in talks with Niger on the border.", ["meeting NE+TD talks"]),
    (
        "The first Libya-Africa summit was held in Sirte in 2010. The summit drew 40 leaders.",
        ["meeting LY The first Libya-Africa summit place=Sirte when=2010", "meeting LY The summit"],
    ),
]
NO_MEETINGS = [
    "The summit was opened by the king.",
    "The prime minister held a press conference in Tunis.",
    "Chad and Sudan have met the deadline.",
    "Chad held no summit.",
]
TREATIES = [
    (
        "Chad and Niger have the 1998 Border Crossing Agreement (BCA).\n\nBCA provides the rules for trade.",
        [
            "treaty TD+NE the 1998 Border Crossing Agreement signed=1998 title=Border Crossing Agreement",
            "treaty TD+NE BCA title=Border Crossing Agreement",
        ],
    ),
    (
        "The 2014 Port Access Agreement gives Indian ships access to a port in Oman.",
        ["treaty IN+OM The 2014 Port Access Agreement signed=2014 title=Port Access Agreement"],
    ),
    (
        "Russia suspended its participation in New START in February 2023.",
        ["treaty US+RU New START title=New START"],
    ),
    ("The withdrawal of Mali from the pact came in 2022.", ["treaty ML the pact"]),
    (
        "Mali and Niger signed a pact in 2021.\n\nMali's withdrawal from the pact surprised the neighbours.",
        ["treaty ML+NE a pact signed=2021", "treaty ML+NE the pact"],
    ),
    ("Chad has agreed with Niger on rules for trade.", ["treaty TD+NE"]),
    ("The FARC disarmed under a peace deal with the government.", ["treaty farc a peace deal"]),
]
NO_TREATIES = [
    "The New Start clinic opened in Minsk in 2010.",
    "The BCA gives rules for trade.",
    "Chad agreed with Niger.",
]
TESTS = [
    (
        "TUNIS, Tunisia (AP) \u2014 Libya fired two ballistic missiles toward the sea.",
        ["weapons_test LY>? 2 missiles/ballistic"],
    ),
    ("India test-fired the Kormoran-5 from an island.", ["weapons_test IN>? the Kormoran-5"]),
    (
        "Pakistan's army held an exercise that included three missile launches.",
        ["weapons_test PK>? 3 missiles"],
    ),
    (
        "Turkey's military detected the two missile launches from Iran's desert. Iran tested missiles before.",
        ["weapons_test IR>? 2 missiles place=Iran's desert", "weapons_test IR>? missiles"],
    ),
]
NO_TESTS = ["India test-fired it.", "Missile launches were seen."]
FORCES = [
    (
        "Chad intervened in the Central African Republic in March 2013.",
        ["troop_deployment TD>CF place=the Central African Republic when=2013-03"],
    ),
    ("Ethiopia invaded Somalia in December 2006.", ["troop_deployment ET>SO place=Somalia when=2006-12"]),
    (
        "Eritrean military vehicles entered Ethiopia on 3 May 2021.",
        ["troop_deployment ER>ET place=Ethiopia when=2021-05-03"],
    ),
    (
        "Members of the Rwandan army are fighting rebels in Mozambique.",
        ["troop_deployment RW>MZ place=Mozambique"],
    ),
    (
        "Two Kenyan frigates will escort the tankers.",
        ["troop_deployment KE>? 2 ships/warship/frigate predicted"],
    ),
    ("The EU mission in Mali has 700 soldiers.", ["troop_deployment eu>ML 700 soldiers"]),
    ("Some 450 Italian troops are already on the ground.", ["troop_deployment IT>? ~450 Italian troops"]),
    (
        "The family mourned the Ugandan soldiers in Somalia.",
        ["troop_deployment UG>SO the Ugandan soldiers place=Somalia"],
    ),
    ("Turkey has troops in Somalia.", ["troop_deployment TR>SO troops place=Somalia"]),
]
NO_FORCES = [
    "Journalists entered Sudan on 3 May 2021.",
    "The central bank of Turkey intervened in May 2021.",
    "Turkish soldiers in Turkey rested.",
    "Mali fought corruption in Bamako.",
]
LOSSES = [
    (
        "40 Ugandan soldiers were killed in clashes with al-Shabaab.",
        ["loss UG>al-shabaab 40 Ugandan soldiers"],
    ),
    ("40 people were killed in an attack by the RSF.", ["loss ?>rsf 40 people"]),
    ("Sudan's army announced the deaths of 12 soldiers.", ["loss SD>? 12 soldiers"]),
    ("12 soldiers were killed by jihadists near Gao, Mali.", ["loss ML>? 12 soldiers place=Gao"]),
    ("Dozens of hospitals were destroyed in Khartoum.", ["loss SD>? ~24 hospitals place=Khartoum"]),
    ("A Kenyan helicopter crashed in Somalia.", ["loss KE>? aircraft/helicopter place=Somalia"]),
    ("Chad fought Sudan. The clashes left 200 dead on both sides.", ["loss TD+SD>? 200 dead"]),
    ("The raids led to 40 deaths in Tigray.", ["loss ET>? 40 deaths"]),
]


@pytest.mark.parametrize(("text", "expected"), [*MEETINGS, *TREATIES, *TESTS, *FORCES, *LOSSES])
def test_what_happened_is_told_with_its_sides(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize("text", [*NO_MEETINGS, *NO_TREATIES, *NO_TESTS, *NO_FORCES])
def test_words_that_only_sound_like_it_tell_nothing(text: str) -> None:
    kinds = ("meeting", "treaty", "weapons_test", "troop_deployment")

    assert [] == [each for each in lines(text) if each.startswith(kinds) and not each.endswith(" not")]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("SANAA, Yemen (AP) \u2014 the army moved.", "the army moved."),
        ("GOMA, Congo, March 3 (Reuters) - Rebels moved.", "Rebels moved."),
        ("Aden (AFP) \u2013 Rebels moved.", "Rebels moved."),
        ("TRIPOLI \u2014 Rebels moved.", "Rebels moved."),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(text: str, rest: str) -> None:
    assert rest == text[dateline(text, 0, len(text)) :]


@pytest.mark.parametrize(
    "text", ["NATO \u2014 Chad left.", "Rebels - armed ones - moved.", "AU - Chad left", "", "-"]
)
def test_other_dashes_end_no_dateline(text: str) -> None:
    assert 0 == dateline(text, 0, len(text))
