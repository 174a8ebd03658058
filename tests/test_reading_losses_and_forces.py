"""Losses and deployments from sentences: what counts as one, whose it is, and what must stay silent."""

from __future__ import annotations

import pytest

import osintkp
from osintkp.reading.finding import find
from osintkp.reading.frames.finder import events

PUBLISHED = "2024-01-02"


def told(text: str, kind: str) -> list[tuple[object, ...]]:
    """Return the two sides and the figure of each record of a kind that a text tells."""
    sides = {"loss": ("actor", "by"), "troop_deployment": ("sender", "recipient")}[kind]
    records = [claim.record for claim in osintkp.read(text, published=PUBLISHED, id="x").claims]
    return [
        (*(getattr(each, side, None) for side in sides), getattr(getattr(each, "amount", None), "best", None))
        for each in records
        if each.kind == kind
    ]


def rules(text: str, field: str) -> list[str]:
    """Return how a field of each event of a text was filled."""
    found = find(text)
    return [
        event.slots[field].rule
        for event in events(found.tokens, found.structure, found.mentions)
        if field in event.slots
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40 Chadian soldiers are believed to have been killed.", [("TD", None, 40)]),
        ("Sudan said it had taken out 12 Ethiopian tanks.", [("ET", "SD", 12)]),
        ("The blast claimed the lives of 17 Nigerien soldiers.", [("NE", None, 17)]),
        ("The fighting has cost 300 Yemeni lives.", [("YE", None, 300)]),
        ("A bomb left 12 dead in Mogadishu.", [("SO", None, 12)]),
        ("The death toll in Sudan rose to 40.", [("SD", None, 40)]),
        ("The casualties include 12 Turkish soldiers.", [("TR", None, 12)]),
        ("Ukraine lost a frigate.", [("UA", None, None)]),
        ("20 Malian soldiers were surrounded and killed by JNIM.", [("ML", "jnim", 20)]),
        ("20 Malian soldiers were ambushed in Gao on Monday and killed by JNIM.", [("ML", "jnim", 20)]),
        ("20 Malian soldiers stayed and JNIM killed 30 Chadian soldiers.", [("TD", "jnim", 30)]),
        ("Among the dead was Sudan's general Musa Ali.", [("SD", None, None)]),
        ("Libya mourned its jet, which it claims was shot down by Egypt.", [("LY", "EG", None)]),
        ("Judges spoke of the 4,000, mostly Sudanese civilians, killed in Darfur.", [("SD", None, 4000)]),
        (
            "An ambush struck the convoy, killing 50 Libyans and a number of Chadian soldiers.",
            [("LY", None, 50), ("TD", None, None)],
        ),
    ],
)
def test_a_loss_is_told_in_many_ways(text: str, expected: list[tuple[object, ...]]) -> None:
    assert expected == told(text, "loss")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ethiopian air strikes killed 12 Sudanese civilians.", [("SD", "ET", 12)]),
        ("Seven Sudanese civilians were killed in an Ethiopian raid.", [("SD", "ET", 7)]),
        ("An attack by Rwanda killed 12 Burundian soldiers.", [("BI", "RW", 12)]),
        ("Ethiopia's strikes destroyed 12 Eritrean tanks.", [("ER", "ET", 12)]),
        ("Houthi missiles sank a Greek ship.", [("GR", "houthis", None)]),
        ("Iranian drones killed 12 Ukrainian soldiers.", [("UA", None, 12)]),
    ],
)
def test_who_strikes_is_told_by_the_blow_and_not_by_the_make_of_a_states_weapon(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert expected == told(text, "loss")


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("Libya says 84 men have died on its side.", "LY", "pronoun"),
        ("Syria says 15 of its soldiers died.", "SY", "pronoun"),
        ("12 civilians were killed in Omdurman.", "SD", "place"),
        (
            "Fighters raided a camp, killing 30 Malian soldiers and wounding 20.",
            "ML",
            "figure",
        ),
        (
            "The war between Eritrea and Ethiopia goes on. Eritrea said it had destroyed 40 tanks.",
            "ET",
            "foe",
        ),
        ("Sudan is fighting Chad. Chad's army said it had destroyed 40 tanks.", "SD", "foe"),
        ("Sudan's war against Chad goes on. Chad destroyed 40 tanks.", "SD", "foe"),
        ("The war between Eritrea and Ethiopia goes on. Ethiopia says 12 men were killed.", "ET", "sayer"),
        ("A raid killed 12 Chadian soldiers. The next blast wounded 30 soldiers.", "TD", "paragraph"),
        ("Residents of Omdurman fled. The shelling killed 30 people.", "SD", "scene"),
        ("Egypt sent 900 soldiers to Libya. Of those, 16 were killed.", "EG", "forces"),
        (
            "Chad lost 40 tanks in March. Chad lost 3 jets in April.\n\nA blast killed 12 soldiers.",
            "TD",
            "document",
        ),
        ("The army of Chad fights the army of Sudan. 12 men were killed in Gao, Sudan said.", None, ""),
        ("Chad killed 12 of them. Niger and Mali killed 30 men in Gao.", None, "scene"),
        ("Chad lost 9 tanks. Chad lost 3 jets.\n\nChad destroyed 12 trucks.", None, "name"),
        ("Residents left Omdurman. Others left Gao. The shelling killed 30 people.", None, ""),
        ("Colonel Musa Ali was killed.", "musa-ali", "person"),
        ("The commander, Musa Ali, was among those killed.", "musa-ali", "person"),
    ],
)
def test_who_lost_is_found_where_the_words_name_nobody(text: str, expected: str, rule: str) -> None:
    assert expected == told(text, "loss")[-1][0]
    assert rule == (rules(text, "actor") or [""])[-1]


@pytest.mark.parametrize(
    "text",
    [
        "12 soldiers were killed in Omdurman.",
        "40 tanks were destroyed in Omdurman.",
        "The war between Eritrea and Ethiopia goes on. 40 tanks were destroyed.",
    ],
)
def test_where_arms_and_soldiers_were_hit_does_not_tell_whose_they_are(text: str) -> None:
    assert [None] == [each[0] for each in told(text, "loss")]


@pytest.mark.parametrize(
    "text",
    [
        "The floods killed 40 people in Libya.",
        "40 people died of cholera in Yemen.",
        "Mali trains its crews to destroy tanks.",
        "The missile can destroy tanks.",
        "Nobody knows the number of Sudanese casualties.",
        "The death of Haile Selassie ended an age.",
        "The company lost $40 million in Sudan.",
        "Kenya's losses of $40 million shook the bank.",
        "Kenya lost control of the town.",
        "It took 40 days and $3 million.",
        "Mali lost 40 km of road.",
        "Officials killed the deal in June.",
        "The rocket destroyed hopes of peace.",
        "A soldier killed on duty is honoured.",
    ],
)
def test_what_is_no_loss_of_war_stays_silent(text: str) -> None:
    assert [] == told(text, "loss")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 400 Kenyan soldiers remain deployed to Haiti.", [("KE", "HT", 400)]),
        ("Some 400 Kenyan soldiers are assigned or deployed to Haiti.", [("KE", "HT", 400)]),
        ("The total number of Kenyan forces in Haiti is approximately 400.", [("KE", "HT", 400)]),
        ("There are 400 Kenyan police in Haiti.", [("KE", "HT", 400)]),
        ("Turkey keeps 3,000 soldiers in Syria.", [("TR", "SY", 3000)]),
        (
            "Japan raised its contingent in Djibouti from 180 to 230 men.",
            [("JP", "DJ", 180), ("JP", "DJ", 230)],
        ),
        ("Turkey has set up 11 military bases in Iraq.", [("TR", "IQ", 11)]),
        ("Russia had its warplanes moved to Libya.", [("RU", "LY", None)]),
        ("Egypt had troops moved to Libya.", [("EG", "LY", None)]),
        ("Iran has sent Revolutionary Guards drone trainers to Ethiopia.", [("IR", "ET", None)]),
        ("NATO's mission has 4,500 troops in Kosovo.", [("nato", "XK", 4500)]),
        ("Up to 40 Syrian fighters are said to be fighting in Libya.", [("SY", "LY", None)]),
    ],
)
def test_forces_abroad_are_told_in_many_ways(text: str, expected: list[tuple[object, ...]]) -> None:
    assert expected == told(text, "troop_deployment")


@pytest.mark.parametrize(
    "text",
    [
        "Turkey has 3,000 soldiers in Ankara.",
        "There are 400 Kenyan police in Nairobi.",
        "Iran was accused of supplying the fighters.",
        "France withdrew its 1,500 troops from Niger.",
        "The president sent his regards to the troops in Mali.",
        "Troops cost money.",
        "Kenya's army is in Nairobi and supplies the soldiers.",
    ],
)
def test_forces_at_home_and_mere_mentions_of_forces_stay_silent(text: str) -> None:
    assert [] == told(text, "troop_deployment")


def test_warplanes_given_to_another_state_are_goods_and_those_moved_to_a_base_are_forces() -> None:
    given = osintkp.read("Russia sent 12 fighter jets to Sudan.", id="x").claims
    moved = osintkp.read("Russia moved 12 fighter jets to the Red Sea.", id="x").claims

    assert ["shipment"] == [each.record.kind for each in given]
    assert ["troop_deployment"] == [each.record.kind for each in moved]


def test_an_infinitive_of_the_passive_is_one_verb() -> None:
    claim = next(iter(osintkp.read("Chad expects 40 tanks to be sent by Sudan.", id="x").claims))

    assert ("shipment", "SD") == (claim.record.kind, getattr(claim.record, "sender", None))


def test_a_part_without_a_figure_of_its_own_is_no_second_loss() -> None:
    text = (
        "The raid killed 40 people, including civilians, in Gao. It wounded 12 people, including 3 children."
    )

    assert [40, 12, 3] == [each[2] for each in told(text, "loss")]
