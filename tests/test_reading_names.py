"""Who, where and what a text names: actors, places and goods of many conflicts, with what only looks like them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osintkp.reading.mentions import ActorMention
from osintkp.reading.names.finder import Names, names
from osintkp.reading.tokens import Tokens


def read(text: str) -> Names:
    return names(Tokens(text))


def actors(text: str) -> list[tuple[str, str | None]]:
    return [(each.quote, each.actor) for each in read(text).actors]


def only(text: str) -> ActorMention:
    found = read(text).actors
    assert 1 == len(found), found
    return found[0]


STATES = [
    ("Sudan bought it.", "Sudan", "SD", "name"),
    ("South Sudan bought it.", "South Sudan", "SS", "name"),
    ("The Sudanese bought it.", "Sudanese", "SD", "adjective"),
    ("South Sudanese gum", "South Sudanese", "SS", "adjective"),
    ("Nigerien uranium", "Nigerien", "NE", "adjective"),
    ("Nigerian rice", "Nigerian", "NG", "adjective"),
    ("Russians left.", "Russians", "RU", "adjective"),
    ("Ukrainians left.", "Ukrainians", "UA", "adjective"),
    ("the Chinese left", "Chinese", "CN", "adjective"),
    ("the Swiss left", "Swiss", "CH", "adjective"),
    ("an Emirati cargo", "Emirati", "AE", "adjective"),
    ("the UAE paid", "UAE", "AE", "abbreviation"),
    ("the U.A.E. paid", "U.A.E.", "AE", "abbreviation"),
    ("the U.S. paid", "U.S.", "US", "abbreviation"),
    ("the US paid", "US", "US", "abbreviation"),
    ("the DRC paid", "DRC", "CD", "abbreviation"),
    ("Asmara denied it", "Asmara", "ER", "metonym"),
    ("Addis Ababa denied it", "Addis Ababa", "ET", "metonym"),
    ("the Kremlin denied it", "Kremlin", "RU", "metonym"),
    ("the White House denied it", "White House", "white-house", "name"),
    ("the Pentagon denied it", "Pentagon", "us-department-of-defense", "metonym"),
    ("Ivory Coast paid", "Ivory Coast", "CI", "name"),
    ("Côte d\u2019Ivoire paid", "Côte d\u2019Ivoire", "CI", "name"),
    ("Türkiye paid", "Türkiye", "TR", "name"),
    ("Turkey paid", "Turkey", "TR", "name"),
    ("China paid", "China", "CN", "name"),
    ("Chad paid", "Chad", "TD", "name"),
    ("Mali paid", "Mali", "ML", "name"),
    ("Burma paid", "Burma", "MM", "name"),
    ("the Soviet Union paid", "Soviet Union", "SU", "name"),
    ("Kiev paid", "Kiev", "UA", "spelling"),
    ("North Korea paid", "North Korea", "KP", "name"),
    ("the Democratic Republic of the Congo paid", "Democratic Republic of the Congo", "CD", "name"),
    ("the Republic of the Congo paid", "Republic of the Congo", "CG", "name"),
]


@pytest.mark.parametrize(("text", "quote", "actor", "by"), STATES, ids=[row[0] for row in STATES])
def test_a_state_is_found_under_each_of_its_forms(text: str, quote: str, actor: str, by: str) -> None:
    found = only(text)

    assert (quote, actor, by) == (found.quote, found.actor, found.by)
    assert text[found.start : found.end] == quote


GROUPS = [
    ("the RSF moved", "rsf"),
    ("the Rapid Support Forces moved", "rsf"),
    ("M23 moved", "m23"),
    ("al-Shabaab moved", "al-shabaab"),
    ("Al Shabab moved", "al-shabaab"),
    ("Boko Haram moved", "boko-haram"),
    ("JNIM moved", "jnim"),
    ("the Islamic State moved", "isis"),
    ("Hezbollah moved", "hezbollah"),
    ("Hizballah moved", "hezbollah"),
    ("Hamas moved", "hamas"),
    ("the Houthis moved", "houthis"),
    ("Ansar Allah moved", "houthis"),
    ("the PKK moved", "pkk"),
    ("the Taliban moved", "taliban"),
    ("the TPLF moved", "tplf"),
    ("Fano moved", "fano"),
    ("the Arakan Army moved", "arakan-army"),
    ("FARC moved", "farc"),
    ("Wagner moved", "wagner"),
    ("Africa Corps moved", "africa-corps"),
    ("NATO moved", "nato"),
    ("the European Union moved", "eu"),
    ("the UN Security Council moved", "un-security-council"),
    ("the U.N. Security Council moved", "un-security-council"),
    ("the IAEA moved", "iaea"),
    ("OPEC moved", "opec"),
    ("ECOWAS moved", "ecowas"),
    ("the G7 moved", "g7"),
    ("the World Bank moved", "world-bank"),
    ("MSF moved", "msf"),
    ("Reuters moved", "reuters"),
    ("KCNA moved", "kcna"),
    ("TASS moved", "tass"),
    ("the Libyan National Army moved", "libyan-national-army"),
    ("Haftar's forces moved", "libyan-national-army"),
    ("SIPRI moved", "sipri"),
    ("Conflict Armament Research moved", "conflict-armament-research"),
    ("Bellingcat moved", "bellingcat"),
    ("the Norwegian Refugee Council moved", "norwegian-refugee-council"),
    ("UNMISS moved", "unmiss"),
    ("the Multinational Joint Task Force moved", "multinational-joint-task-force"),
    ("the Kenya Defence Forces moved", "ke-defence-forces"),
]


@pytest.mark.parametrize(("text", "actor"), GROUPS, ids=[row[0] for row in GROUPS])
def test_a_group_body_or_outlet_is_found(text: str, actor: str) -> None:
    assert actor == only(text).actor


BODIES = [
    ("the Sudanese army shelled", "Sudanese army", "sd-armed-forces", "SD", None),
    ("Russian Defense Ministry data", "Russian Defense Ministry", "ru-ministry-of-defence", "RU", None),
    ("Iran's Revolutionary Guard Corps fired", "Iran's Revolutionary Guard Corps", "ir-revolutionary-guard", "IR", None),
    ("the Ukrainian military fired", "Ukrainian military", "ua-armed-forces", "UA", None),
    ("Yerevan's Defense Ministry spoke", "Yerevan's Defense Ministry", "am-ministry-of-defence", "AM", "Defense Ministry"),
    ("the Gabonese army fired", "Gabonese army", "GA", "GA", "army"),
    ("Gabon's transitional government fell", "Gabon's transitional government", "GA", "GA", "transitional government"),
    ("Togolese troops left", "Togolese troops", "TG", "TG", "troops"),
    ("the Malian armed forces left", "Malian armed forces", "ml-armed-forces", "ML", None),
    ("Eritrean troops left", "Eritrean troops", "er-defence-forces", "ER", None),
    ("Niger's junta left", "Niger's junta", "NE", "NE", "junta"),
    ("Bolivia\u2019s navy left", "Bolivia\u2019s navy", "BO", "BO", "navy"),
    ("Houthi forces left", "Houthi forces", "houthis", None, "forces"),
    ("RSF fighters left", "RSF fighters", "rsf", None, "fighters"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "actor", "state", "role"), BODIES, ids=[row[0] for row in BODIES])
def test_a_body_speaks_for_its_state(
    text: str, quote: str, actor: str, state: str | None, role: str | None
) -> None:
    found = only(text)

    assert (quote, actor, state, role) == (found.quote, found.actor, found.state, found.role)


NOBODY = [
    "they told us who did it",
    "roast turkey and fine china",
    "a chad on the ballot, a jordan, a mali",
    "it may, or it was to be so",
    "a car and a let, as said in a sac",
    "oil from an oman-like place",
    "WE KNOW WHO CAME",
]


@pytest.mark.parametrize("text", NOBODY)
def test_small_words_name_nobody(text: str) -> None:
    assert [] == actors(text)


PERSONS = [
    ("Malian spokesman Col. Oumar Keita spoke", "Malian spokesman Col. Oumar Keita", "oumar-keita", "ML", "spokesman Col."),
    ("Chad's defence minister Idriss Abakar spoke", "Chad's defence minister Idriss Abakar", "idriss-abakar", "TD", "defence minister"),
    ("Ethiopia's Prime Minister Abiy Ahmed spoke", "Ethiopia's Prime Minister Abiy Ahmed", "abiy-ahmed", "ET", "Prime Minister"),
    ("Rwandan President Paul Kagame spoke", "Rwandan President Paul Kagame", "paul-kagame", "RW", "President"),
    ("General Abdel Fattah al-Burhan spoke", "General Abdel Fattah al-Burhan", "abdel-fattah-al-burhan", "SD", "General"),
    ("Anna Bell, a spokeswoman for Human Rights Watch, spoke", "Anna Bell, a spokeswoman for Human Rights Watch", "anna-bell", None, "spokeswoman for Human Rights Watch"),
    ("Armenia's Davit Harutyunyan, a representative of the defence ministry, spoke", "Armenia's Davit Harutyunyan, a representative of the defence ministry", "davit-harutyunyan", "AM", "representative of the defence ministry"),
    ("Maria O'Neill, senior fellow at the Brookings Institution, spoke", "Maria O'Neill, senior fellow at the Brookings Institution", "maria-oneill", None, "senior fellow at the Brookings Institution"),
    ("Jordan Peck, an analyst, spoke", "Jordan Peck, an analyst", "jordan-peck", None, "analyst"),
    ("Hassan Ould Sidi said so", "Hassan Ould Sidi", "hassan-ould-sidi", None, None),
    ("so said Lena Vogt of it", "Lena Vogt", "lena-vogt", None, None),
    ("U.S. Secretary of State Antony Blinken spoke", "U.S. Secretary of State Antony Blinken", "antony-blinken", "US", "Secretary of State"),
    ("Haiti's police chief, Rameau Normil, spoke", "Haiti's police chief, Rameau Normil", "rameau-normil", "HT", "police chief"),
    ("Ms. Tadesse spoke", "Ms. Tadesse", "tadesse", None, "Ms."),
    ("President Kagame spoke", "President Kagame", "paul-kagame", "RW", "President"),
    ("Russian President Putin spoke", "Russian President Putin", "vladimir-putin", "RU", "President"),
    ("Iranian general Salami spoke", "Iranian general Salami", "hossein-salami", "IR", "general"),
    ("Kenyan general Salami spoke", "Kenyan general Salami", "salami", "KE", "general"),
    ("President Kiir spoke", "President Kiir", "kiir", None, "President"),
    ("Sergei Lavrov, the Russian foreign minister, spoke", "Sergei Lavrov, the Russian foreign minister", "sergei-lavrov", "RU", "foreign minister"),
    ("Hakan Fidan, Turkey's top diplomat, spoke", "Hakan Fidan, Turkey's top diplomat", "hakan-fidan", "TR", "top diplomat"),
    ("Yahya Saree, a spokesman for the Houthis, spoke", "Yahya Saree, a spokesman for the Houthis", "yahya-saree", None, "spokesman for the Houthis"),
    ("the UN special envoy for Yemen, Hans Grundberg, spoke", "UN special envoy for Yemen, Hans Grundberg", "hans-grundberg", None, "special envoy for Yemen"),
    ("Deputy Defence Minister Gen. Sadiq Ismail spoke", "Deputy Defence Minister Gen. Sadiq Ismail", "sadiq-ismail", None, "Deputy Defence Minister Gen."),
    ("Chief of the General Staff Valery Gerasimov spoke", "Chief of the General Staff Valery Gerasimov", "valery-gerasimov", "RU", "Chief of the General Staff"),
    ("Minister of Foreign Affairs Awad Idris spoke", "Minister of Foreign Affairs Awad Idris", "awad-idris", None, "Minister of Foreign Affairs"),
    ("Lt. Gen. Yasser al-Atta spoke", "Lt. Gen. Yasser al-Atta", "yasser-al-atta", None, "Lt. Gen."),
    ("Hassan Ali, head of research and a fellow in Arms Policy at the Stimson Center, spoke", "Hassan Ali, head of research and a fellow in Arms Policy at the Stimson Center", "hassan-ali", None, "head of research and a fellow in Arms Policy at the Stimson Center"),
    ("Lea Mor, director of research and senior fellow at the Stimson Center, spoke", "Lea Mor, director of research and senior fellow at the Stimson Center", "lea-mor", None, "director of research and senior fellow at the Stimson Center"),
    ("Kim Yong-hyun, South Korea's defence minister, spoke", "Kim Yong-hyun, South Korea's defence minister", "kim-yong-hyun", "KR", "defence minister"),
    ("M23 spokesperson J. P. Kanyuka spoke", "M23 spokesperson J. P. Kanyuka", "j-p-kanyuka", None, "spokesperson"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quote", "actor", "state", "role"), PERSONS, ids=[row[0] for row in PERSONS]
)
def test_a_person_is_known_by_title_apposition_or_verb(
    text: str, quote: str, actor: str, state: str | None, role: str | None
) -> None:
    found = only(text)

    assert ("person", quote, actor, state, role) == (
        found.by,
        found.quote,
        found.actor,
        found.state,
        found.role,
    )


OFFICES = [
    ("the Ghanaian president spoke", "Ghanaian president", "GH", "president", "adjective"),
    ("Kenya's foreign minister spoke", "Kenya's foreign minister", "KE", "foreign minister", "name"),
    (
        "the U.S. ambassador to Kenya spoke",
        "U.S. ambassador to Kenya",
        "US",
        "ambassador to Kenya",
        "abbreviation",
    ),
    ("the president of Ghana spoke", "president of Ghana", "GH", "president of Ghana", "name"),
    ("NATO's secretary general spoke", "NATO's secretary general", "nato", "secretary general", "name"),
]


@pytest.mark.parametrize(("text", "quote", "actor", "role", "by"), OFFICES, ids=[row[0] for row in OFFICES])
def test_an_office_without_a_name_speaks_for_its_state(
    text: str, quote: str, actor: str, role: str, by: str
) -> None:
    found = only(text)

    assert (quote, actor, role, by) == (found.quote, found.actor, found.role, found.by)


@pytest.mark.parametrize(
    "text",
    ["the minister spoke", "in general it rose", "a major rise", "in private it rose", "the chief reason"],
)
def test_an_office_of_nobody_names_nobody(text: str) -> None:
    assert [] == actors(text)


def test_a_bare_surname_of_several_is_the_one_s_who_leads_where_the_text_names_the_state() -> None:
    assert "kim-jong-un" == read("North Korea paid. It went to Kim.").actors[-1].actor
    assert None is read("It went to Kim.").actors[-1].actor


def test_the_name_alone_is_the_person_s_and_the_title_its_role() -> None:
    found = read(
        "Tigrayan spokesman Getachew Assefa spoke. Assefa left. Later Getachew Assefa came back."
    ).actors

    assert ["getachew-assefa"] * 3 == [each.actor for each in found]
    assert ["spokesman", None, None] == [each.role for each in found]
    assert "Getachew Assefa" == found[2].quote


def test_a_korean_is_called_by_the_first_name_later_and_others_by_the_last() -> None:
    text = "South Korea's minister, Cho Min-ho, spoke. Cho left. Kenyan minister Amina Odhiambo spoke. Odhiambo left."
    found = read(text).actors

    assert ["cho-min-ho", "cho-min-ho", "amina-odhiambo", "amina-odhiambo"] == [each.actor for each in found]
    assert ["KR", "KR", "KE", "KE"] == [each.state for each in found]


def test_a_surname_is_nobody_before_its_full_name_has_stood() -> None:
    assert [("General Sani Bako", "sani-bako")] == actors("Bako left. General Sani Bako spoke.")


def test_a_surname_of_two_stays_open() -> None:
    found = read("Gen. Ali Deby and Col. Omar Deby spoke. Deby left.").actors

    assert (None, ("ali-deby", "omar-deby")) == (found[-1].actor, found[-1].candidates)


def test_another_s_given_name_before_a_surname_keeps_it_from_the_first() -> None:
    found = actors("General Sani Bako spoke. In Kano Mira Bako left.")

    assert ("Bako", "sani-bako") not in found


def test_small_letters_are_no_surname() -> None:
    assert 1 == len(actors("Col. Adam Stone spoke. He threw a stone.")) - 1


ANONYMOUS = [
    ("officials said", "officials", None),
    ("two UN officials said", "two UN officials", None),
    ("a senior U.S. official said", "a senior U.S. official", "US"),
    ("South Korean officials said", "South Korean officials", "KR"),
    ("two diplomats said", "two diplomats", None),
    ("two Western diplomats said", "two Western diplomats", None),
    ("analysts said", "analysts", None),
    ("witnesses said", "witnesses", None),
    ("satellite imagery showed", "satellite imagery", None),
    ("local media reports said", "local media reports", None),
    ("Sudanese media reports said", "Sudanese media reports", "SD"),
    ("officials from Chad said", "officials from Chad", "TD"),
    ("three former Yemeni officials said", "three former Yemeni officials", "YE"),
    ("according to sources", "sources", None),
    ("a Malian military source said", "a Malian military source", "ML"),
    ("Turkish intelligence officials said", "Turkish intelligence officials", "TR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "state"), ANONYMOUS, ids=[row[0] for row in ANONYMOUS])
def test_a_source_without_a_name_has_its_role_and_state(text: str, quote: str, state: str | None) -> None:
    found = only(text)

    assert ("anonymous", None, ()) == (found.by, found.actor, found.candidates)
    assert (quote, quote, state) == (found.quote, found.role, found.state)


@pytest.mark.parametrize(
    "text",
    [
        "sources of water",
        "the official figures of it",
        "reports to read",
        "an official statement",
        "no data here",
    ],
)
def test_words_that_only_look_like_sources_are_none(text: str) -> None:
    assert [] == actors(text)


@pytest.mark.parametrize(
    ("text", "actor", "state"),
    [
        ("an Ethiopian army spokesman said", "et-national-defence-force", "ET"),
        ("a spokesman for the M23 said", "m23", None),
        ("a spokeswoman for the Azerbaijani government said", "AZ", "AZ"),
        ("an Ethiopian army official said", None, "ET"),
        ("a spokesman said", None, None),
    ],
)
def test_a_spokesman_without_a_name_speaks_for_the_body_and_an_official_does_not(
    text: str, actor: str | None, state: str | None
) -> None:
    found = only(text)

    assert ("anonymous", actor, state) == (found.by, found.actor, found.state)


def test_rebels_of_a_state_are_not_the_state() -> None:
    found = only("Chadian rebels crossed the border")

    assert ("Chadian rebels", None, "TD", "rebels") == (found.quote, found.actor, found.state, found.role)


@pytest.mark.parametrize(
    ("text", "role"), [("Iran-backed men", "backed"), ("pro-Russian men", "pro"), ("Iranian-made guns", "made"), ("Turkish-led men", "led")]
)  # fmt: skip
def test_a_hyphen_that_makes_another_the_actor_is_told(text: str, role: str) -> None:
    found = only(text)

    assert (role, 0.5) == (found.role, found.confidence)


def test_a_hyphen_that_makes_no_other_the_actor_is_not_told() -> None:
    found = read("a Libyan-Tunisian pact").actors

    assert [("LY", None, 1.0), ("TN", None, 1.0)] == [
        (each.actor, each.role, each.confidence) for each in found
    ]


def test_letters_that_the_text_explains_are_the_name_s_later_on() -> None:
    found = read("The Darfur Aid Council (DAC) came. DAC left. dac is a word.").actors

    assert ["darfur-aid-council", "darfur-aid-council"] == [each.actor for each in found]
    assert ["Darfur Aid Council (DAC)", "DAC"] == [each.quote for each in found]


def test_letters_of_two_are_those_that_the_text_explains() -> None:
    text = "The Syrian Democratic Forces (SDF) came. Japan watched. The SDF left."

    assert "sdf" == read(text).actors[-1].actor


def test_letters_of_two_stay_open_where_nothing_explains_them() -> None:
    found = only("the SDF left")

    assert (None, ("jp-self-defense-forces", "sdf")) == (found.actor, found.candidates)


def test_an_ambiguous_name_is_decided_by_what_else_the_text_names() -> None:
    found = read("Congolese troops left Goma for Kinshasa.").actors[0]

    assert ("CD", 0.8) == (found.actor, found.confidence)


def test_an_ambiguous_name_stays_open_where_nothing_decides() -> None:
    found = only("Congolese troops left.")

    assert (None, ("CD", "CG"), None) == (found.actor, found.candidates, found.state)


def test_georgians_make_georgia_the_one_in_the_caucasus_even_beside_americans() -> None:
    assert "GE" == read("In Georgia, Georgian and American troops met.").actors[0].actor


@pytest.mark.parametrize(
    "text", ["A man called Chad Brown left.", "We met Chad Brown", "Then Michael Jordan left."]
)
def test_a_given_name_is_no_state(text: str) -> None:
    assert [] == [each for each in actors(text) if each[1] in ("TD", "JO")]


@pytest.mark.parametrize(
    ("text", "actor"),
    [("He left Chad, Brown said.", "TD"), ("Then Jordan left.", "JO"), ("Jordan Bans Arms Sales", "JO")],
)
def test_a_state_beside_other_words_stays_one(text: str, actor: str) -> None:
    assert actor in [each for _, each in actors(text)]


def test_a_seat_after_in_is_less_sure_to_act() -> None:
    assert [0.9, 0.4] == [each.confidence for each in read("Ankara said it. They met in Ankara.").actors]


REFERENCES = [
    ("President Paul Kagame came. He left.", "He", "paul-kagame", 0.7),
    ("President Paul Kagame met President Yoweri Museveni. He left.", "He", "yoweri-museveni", 0.4),
    ("Mali bought drones. The country paid.", "The country", "ML", 0.7),
    ("Jordan bought drones. The kingdom paid.", "The kingdom", "JO", 0.7),
    ("The RSF came. The group left.", "The group", "rsf", 0.7),
    ("The M23 came. The rebels left.", "The rebels", "m23", 0.7),
    ("The UN met the M23. The rebels left.", "The rebels", "m23", 0.7),
    ("Reuters told it. The agency knew.", "The agency", "reuters", 0.7),
]


@pytest.mark.parametrize(("text", "quote", "actor", "sure"), REFERENCES, ids=[row[0] for row in REFERENCES])
def test_a_word_takes_up_who_was_named(text: str, quote: str, actor: str, sure: float) -> None:
    found = read(text).actors[-1]

    assert (quote, actor, "pronoun", sure) == (found.quote, found.actor, found.by, found.confidence)


@pytest.mark.parametrize(
    "text",
    ["Mali met Niger. The country paid.", "The country paid.", "He left.", "The RSF fought the M23. The group left.", "Mali paid. A country paid."],
)  # fmt: skip
def test_a_word_takes_up_nobody_where_it_is_not_sure(text: str) -> None:
    assert "pronoun" not in [each.by for each in read(text).actors]


REPAIRS = [
    ("They say SeouI paid.", "SeouI", "KR", "lookalike", 0.8),
    ("They say \u041ayiv paid.", "\u041ayiv", "UA", "lookalike", 0.8),
    ("They say Ethopia paid.", "Ethopia", "ET", "spelling", 0.7),
    ("They say Isreal paid.", "Isreal", "IL", "spelling", 0.7),
    ("They say Ukranian arms", "Ukranian", "UA", "spelling", 0.7),
    ("They say Afganistan paid.", "Afganistan", "AF", "spelling", 0.7),
    ("They say Kazahstan paid.", "Kazahstan", "KZ", "spelling", 0.7),
    ("They say Phillippines paid.", "Phillippines", "PH", "spelling", 0.7),
]


@pytest.mark.parametrize(("text", "quote", "actor", "by", "sure"), REPAIRS, ids=[row[1] for row in REPAIRS])
def test_a_misspelt_name_is_repaired_and_said_to_be(
    text: str, quote: str, actor: str, by: str, sure: float
) -> None:
    found = only(text)

    assert (quote, actor, by, sure) == (found.quote, found.actor, found.by, found.confidence)


@pytest.mark.parametrize(
    "text",
    ["at Columbia they met", "the Bolivar paid", "They say Georgina paid.", "Ethopia paid.", "They say Ivan Ethopia paid.", "They say Ethopia and ethopia paid.", "the Somber day", "by McIntyre"],
)  # fmt: skip
def test_what_is_no_misspelt_state_is_left_alone(text: str) -> None:
    assert [] == [each for each in read(text).actors if each.by in ("spelling", "lookalike")]


PLACES = [
    ("near Goma", "Goma", "goma", "CD"),
    ("at Goma airport", "Goma airport", "goma", "CD"),
    ("in El Fasher", "El Fasher", "el-fasher", "SD"),
    ("in North Kivu", "North Kivu", "north-kivu", "CD"),
    ("in the Red Sea", "Red Sea", "red-sea", None),
    ("in eastern Chad", "eastern Chad", "TD", "TD"),
    ("in northern Mali", "northern Mali", "ML", "ML"),
    ("in the north of Mali", "north of Mali", "ML", "ML"),
    ("in the Kursk region", "Kursk region", "kursk-oblast", "RU"),
    ("in Kursk", "Kursk", "kursk", "RU"),
    ("in Sumy Oblast", "Sumy Oblast", "sumy-oblast", "UA"),
    ("in Mali", "Mali", "ML", "ML"),
    ("in the town of Wadi Halun, Sudan", "Wadi Halun", None, "SD"),
    ("the port of Karimat", "Karimat", None, None),
    ("near Tel Zahir airfield", "Tel Zahir airfield", None, None),
    ("in Tripoli, Lebanon", "Tripoli", "tripoli-lb", "LB"),
    ("in Tripoli, Libya", "Tripoli", "tripoli-ly", "LY"),
    ("in Atbara", "Atbara", "atbara", "SD"),
    ("at Port Sudan", "Port Sudan", "port-sudan", "SD"),
    ("through the Strait of Hormuz", "Strait of Hormuz", "strait-of-hormuz", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "place", "state"), PLACES, ids=[row[0] for row in PLACES])
def test_a_place_is_found(text: str, quote: str, place: str | None, state: str | None) -> None:
    found = read(text).places

    assert (quote, place, state) == (found[0].quote, found[0].place, found[0].state)


@pytest.mark.parametrize(
    "text",
    ["the city of light", "Nice weather", "Mali bought it", "a Washington Post reporter", "the northern Malian", "Most men came", "General Austin Kerman spoke", "goma and kursk"],
)  # fmt: skip
def test_what_is_no_place_is_none(text: str) -> None:
    assert [] == read(text).places


ITEMS = [
    ("152 mm shells", "152 mm shells", "munitions/artillery/shell", None, 152.0),
    ("122mm rockets", "122mm rockets", "munitions/rocket", None, 122.0),
    ("152-mm artillery ammunition", "152-mm artillery ammunition", "munitions/artillery/shell", None, 152.0),
    ("rounds of 122 mm calibre", "rounds of 122 mm calibre", None, None, 122.0),
    ("155-millimetre artillery rounds", "155-millimetre artillery rounds", "munitions/artillery/shell", None, 155.0),
    ("7.62 mm cartridges", "7.62 mm cartridges", "munitions/small-arms", None, 7.62),
    ("T-72 tanks", "T-72 tanks", "vehicles/tank", "T-72", None),
    ("T-72B3 tanks", "T-72B3 tanks", "vehicles/tank", "T-72B3", None),
    ("T-72AV tanks", "T-72AV tanks", "vehicles/tank", "T-72AV", None),
    ("the F-16s", "F-16s", "aircraft/crewed/fighter", "F-16", None),
    ("Su-35s", "Su-35s", "aircraft/crewed/fighter", "Su-35", None),
    ("a Bayraktar TB2 drone", "Bayraktar TB2 drone", "aircraft/uncrewed/armed", "Bayraktar TB2", None),
    ("Mohajer-6 drones", "Mohajer-6 drones", "aircraft/uncrewed/armed", "Mohajer-6", None),
    ("Shahed-136s", "Shahed-136s", "aircraft/uncrewed/one-way-attack", "Shahed-136", None),
    ("Fateh-110 ballistic missiles", "Fateh-110 ballistic missiles", "missiles/ballistic/short-range", "Fateh-110", None),
    ("an Il-76 cargo plane", "Il-76 cargo plane", "aircraft/crewed/transport", "Il-76", None),
    ("HIMARS launchers", "HIMARS launchers", "weapons/artillery/rocket-launcher", "HIMARS", None),
    ("HIMARS rockets", "HIMARS rockets", "munitions/rocket", "HIMARS", None),
    ("Patriot batteries", "Patriot batteries", "air-defence/system", "Patriot", None),
    ("S-300 missile systems", "S-300 missile systems", "air-defence/system", "S-300", None),
    ("Leopard 2A6 tanks", "Leopard 2A6 tanks", "vehicles/tank", "Leopard 2A6", None),
    ("Kornet anti-tank missiles", "Kornet anti-tank missiles", "missiles/anti-tank", "Kornet", None),
    ("AK-47 rifles", "AK-47 rifles", "weapons/small-arms/rifle", "AK-47", None),
    ("Su-99 fighters", "Su-99 fighters", "aircraft/crewed/fighter", "Su-99", None),
    ("Zul-9 missiles", "Zul-9 missiles", "missiles", "Zul-9", None),
    ("long-range missiles", "long-range missiles", "missiles", None, None),
    ("surface-to-air missiles", "surface-to-air missiles", "missiles/anti-aircraft", None, None),
    ("self-propelled howitzers", "self-propelled howitzers", "weapons/artillery/howitzer/self-propelled", None, None),
    ("antitank missiles", "antitank missiles", "missiles/anti-tank", None, None),
    ("anti tank missiles", "anti tank missiles", "missiles/anti-tank", None, None),
    ("armored vehicles", "armored vehicles", "vehicles/armoured", None, None),
    ("armoured vehicles", "armoured vehicles", "vehicles/armoured", None, None),
    ("arms supplies", "arms supplies", "weapons", None, None),
    ("crude oil", "crude oil", "fuel/crude", None, None),
    ("diesel", "diesel", "fuel/refined/diesel", None, None),
    ("wheat flour", "wheat flour", "food/flour", None, None),
    ("sorghum", "sorghum", "food/grain/sorghum", None, None),
    ("fertiliser", "fertiliser", "minerals/fertiliser", None, None),
    ("fertilizer", "fertilizer", "minerals/fertiliser", None, None),
    ("gold", "gold", "minerals/gold", None, None),
    ("cobalt", "cobalt", "minerals/cobalt", None, None),
    ("loans", "loans", "money/loan", None, None),
    ("humanitarian aid", "humanitarian aid", "aid/humanitarian", None, None),
    ("microchips", "microchips", "technology/semiconductor", None, None),
    ("machine tools", "machine tools", "technology/machine-tool", None, None),
    ("spare parts", "spare parts", "equipment/parts", None, None),
    ("spy satellites", "spy satellites", "technology/satellite", None, None),
    ("Toyota Land Cruisers", "Toyota Land Cruisers", "vehicles/light", "Toyota Land Cruiser", None),
    ("MANPADS", "MANPADS", "missiles/anti-aircraft/man-portable", None, None),
    ("rounds of 7.62 mm ammunition", "rounds of 7.62 mm ammunition", "munitions/small-arms", None, 7.62),
    ("Caesar guns", "Caesar guns", "weapons/artillery/howitzer/self-propelled", "CAESAR", None),
    ("technicals", "technicals", "vehicles/light", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "path", "model", "calibre"), ITEMS, ids=[row[0] for row in ITEMS])
def test_goods_are_found(
    text: str, quote: str, path: str | None, model: str | None, calibre: float | None
) -> None:
    found = read(text).items

    assert [(quote, path, model, calibre)] == [
        (each.quote, each.path, each.model, each.calibre) for each in found
    ]


@pytest.mark.parametrize(
    "text",
    ["a think tank met", "rounds of talks", "they support it", "to fuel the war", "Houthi fighters", "gold mine", "will train them", "a technical matter", "the CAR army", "a 10 percent rise", "an archer and a puma", "arms control", "shell the town"],
)  # fmt: skip
def test_what_are_no_goods_are_none(text: str) -> None:
    assert [] == read(text).items


def test_a_number_is_of_one_mention_alone() -> None:
    assert ["A-10", "T-72"] == [each.quote for each in read("A-10 mm T-72").items]


def test_an_adjective_of_nationality_before_goods_is_an_actor_of_its_own() -> None:
    found = read("12 Iranian-made Mohajer-6 drones and Turkish armoured vehicles")

    assert ["Iranian", "Turkish"] == [each.quote for each in found.actors]
    assert ["Mohajer-6 drones", "armoured vehicles"] == [each.quote for each in found.items]


def test_a_body_without_a_table_needs_a_name_of_its_own() -> None:
    assert [("Kassala Relief Committee", "kassala-relief-committee")] == actors(
        "the Kassala Relief Committee met"
    )
    assert [] == actors("the Committee met")
    assert [] == actors("a relief committee met")


def test_a_body_without_a_table_belongs_to_the_state_in_its_name() -> None:
    found = only("the Somali Relief Committee met")

    assert ("somali-relief-committee", "SO", 0.6) == (found.actor, found.state, found.confidence)


def test_letters_in_brackets_that_are_another_s_stay_so() -> None:
    assert [("Russia", "RU"), ("CSTO", "csto")] == actors("led by Russia (CSTO)")


def test_the_country_before_a_body_of_another_is_not_made_one_with_it() -> None:
    assert ["IR", "us-cia"] == [each[1] for each in actors("Iran's CIA files")]


def test_three_kinds_of_mention_come_in_their_order_with_words_of_the_text() -> None:
    text = "Türkiye\u2019s Baykar sent 12 TB2s to Niamey."
    found = read(text)

    assert ["Türkiye", "Baykar", "Niamey"] == [each.quote for each in found.actors]
    assert ["TB2s"] == [each.quote for each in found.items]
    assert ["Niamey"] == [each.quote for each in found.places]


PIECES = st.sampled_from(
    [
        *[
            "Iran",
            "'s",
            "Sudan",
            "the",
            "RSF",
            "(",
            ")",
            ",",
            ".",
            "Col.",
            "General",
            "Omar",
            "Bako",
            "said",
            "officials",
            "from",
            "of",
            "and",
            "for",
            "Kursk",
            "region",
            "port",
            "152",
            "mm",
        ],
        *[
            "T-72",
            "shells",
            "he",
            "SeouI",
            "Isreal",
            "Congolese",
            "Kim",
            "Jong",
            "Un",
            "a",
            "spokesman",
            "A-10",
            "Ministry",
            "Army",
            "Georgia",
            "country",
            "The",
        ],
        "\n\n",
        "\ud800",
        "\u041ayiv",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_text_is_read_and_every_mention_stands_where_it_says(text: str) -> None:
    found = read(text)

    for row in ([*found.actors], [*found.places], [*found.items]):
        spans = [(each.start, each.end, each.quote) for each in row]
        assert all(text[start:end] == quote and quote for start, end, quote in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(0 < each.confidence <= 1 for each in found.actors)
    assert found == read(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_refused(text: str) -> None:
    assert 3 == len(read(text))
