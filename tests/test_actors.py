"""States, organisations, armed groups, agencies, media, persons: names, bodies, offices."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osintkp.errors import DateError, UnknownIdError
from osintkp.vocabulary import actors
from osintkp.vocabulary.actor import Membership, Office, Resolution
from osintkp.vocabulary.actors import resolve

STATES = [each.id for each in actors.actors().values() if each.kind == "state"]
ANY = st.sampled_from(actors.ids())


def test_every_state_of_iso_3166_and_kosovo_is_there() -> None:
    assert 250 == len(STATES)
    assert {"AF", "CD", "ET", "KP", "KR", "PS", "SD", "SS", "TW", "UA", "XK", "YE", "ZW"} <= set(STATES)


def test_a_state_has_its_names_codes_and_seat() -> None:
    state = actors.actor("SD")

    assert ("SD", "state", "Sudan", "SDN", "729") == (
        state.id,
        state.kind,
        state.name,
        state.alpha3,
        state.numeric,
    )
    assert ("Sudanese",) == state.adjectives
    assert ("Khartoum", "Port Sudan") == state.metonyms
    assert "Republic of the Sudan" in state.names
    assert ("arab-league",) == state.member_of
    assert state.part_of is state.ended is None
    assert () == state.spellings == state.abbreviations
    assert () == state.offices
    assert state.citation.startswith("ISO 3166-1 and 3166-3 as given in pycountry ")
    assert "found" == state.basis


def test_no_state_lacks_a_code_but_kosovo() -> None:
    assert ["XK"] == [actor_id for actor_id in STATES if actors.actor(actor_id).alpha3 is None]
    assert all(len(actors.actor(actor_id).numeric or "000") == 3 for actor_id in STATES)


def test_every_sovereign_state_has_an_adjective() -> None:
    lacking = {actor_id for actor_id in STATES if not actors.actor(actor_id).adjectives}

    assert {"BV", "GG", "GS", "HM", "JE", "SJ", "SX", "TF", "UM", "VA"} == lacking


def test_former_states_have_an_end() -> None:
    union = actors.actor("SU")

    assert ("former_state", "Soviet Union", "1991-12-26") == (union.kind, union.name, union.ended)
    assert {"SU", "YU", "CS", "DD", "ZR", "YD", "byelorussian-ssr", "serbia-and-montenegro"} <= set(
        actors.ids()
    )
    assert all(each.ended for each in actors.actors().values() if each.kind == "former_state")


def test_an_unknown_actor_is_refused_with_the_nearest_ids() -> None:
    with pytest.raises(UnknownIdError) as caught:
        actors.actor("hezbolah")

    assert "no actor has the id 'hezbolah'; near it: hezbollah, kataib-hezbollah" == str(caught.value)


def test_at_most_three_near_ids_are_named() -> None:
    with pytest.raises(UnknownIdError) as caught:
        actors.actor("xx-ministry-of-defence")

    assert 3 == str(caught.value).count("-ministry-of-defence") - 1


def test_a_hostile_id_is_shown_short_and_in_ascii() -> None:
    with pytest.raises(UnknownIdError) as caught:
        actors.actor("\x1b[31m\u202e" + "x" * 100_000)

    assert str(caught.value).startswith("no actor has the id '\\x1b[31m\\u202exxx")
    assert len(str(caught.value)) < 110


def test_an_actor_without_any_like_it_is_refused_plainly() -> None:
    with pytest.raises(UnknownIdError) as caught:
        actors.actor("~~~~~~")

    assert "no actor has the id '~~~~~~'" == str(caught.value)


def test_the_ids_are_in_order_and_every_one_is_legal_and_known() -> None:
    found = actors.ids()

    assert list(found) == sorted(found)
    assert all(actors.known(actor_id) and actors.legal_id(actor_id) for actor_id in found)
    assert list(found) == list(actors.actors())


def test_the_table_of_all_actors_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        vars(actors)["actors"]()["XX"] = actors.actor("SD")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ML", True),
        ("ml", True),
        ("tuareg-rebels-2", True),
        ("m" * 64, True),
        ("m" * 65, False),
        ("ZZ", False),
        ("Wagner", False),
        ("a--b", False),
        ("-a", False),
        ("a-", False),
        ("a_b", False),
        ("a b", False),
        ("séléka", False),
        ("", False),
        ("²", False),
    ],
)
def test_legal_ids(text: str, answer: bool) -> None:
    assert answer is actors.legal_id(text)


@pytest.mark.parametrize(
    ("actor_id", "top"),
    [
        ("ir-quds-force", "IR"),
        ("un-panel-of-experts-sudan", "un"),
        ("qassem-soleimani", "IR"),
        ("ly-government-of-national-unity", "LY"),
        ("ps-ministry-of-health-gaza", "hamas"),
        ("al-shabaab", "al-qaeda"),
        ("kcna", "KP"),
        ("yonhap", "yonhap"),
        ("reuters", "reuters"),
        ("SD", "SD"),
        ("no-such-militia", "no-such-militia"),
    ],
)
def test_the_top_body_of_an_actor(actor_id: str, top: str) -> None:
    assert top == actors.root(actor_id)


@pytest.mark.parametrize(
    ("actor_id", "group", "answer"),
    [
        ("rsf", "rsf", True),
        ("mohamed-hamdan-dagalo", "rsf", True),
        ("mohamed-hamdan-dagalo", "SD", False),
        ("rsf", "SD", False),
        ("SD", "sd-armed-forces", False),
        ("ir-quds-force", "ir-revolutionary-guard", True),
        ("ir-quds-force", "IR", True),
        ("DE", "eu", True),
        ("boris-pistorius", "nato", True),
        ("GB", "eu", False),
        ("GB", "nato", True),
        ("TR", "nato", True),
        ("FI", "nato", True),
        ("AM", "csto", True),
        ("BF", "ecowas", False),
        ("BF", "alliance-of-sahel-states", True),
        ("QA", "gcc", True),
        ("QA", "opec", False),
        ("JP", "g7", True),
        ("un-security-council", "un", True),
        ("un", "un-security-council", False),
        ("no-such-militia", "no-such-militia", True),
        ("no-such-militia", "SD", False),
        (None, "SD", False),
    ],
)
def test_an_actor_is_within_a_body_or_group(actor_id: str | None, group: str, answer: bool) -> None:
    assert answer is actors.within(actor_id, group)


@given(ANY)
def test_every_actor_is_within_itself_and_its_top_body(actor_id: str) -> None:
    assert actors.within(actor_id, actor_id)
    assert actors.within(actor_id, actors.root(actor_id))
    assert actors.root(actor_id) == actors.root(actors.root(actor_id))


@given(ANY, ANY, ANY)
def test_belonging_carries_over(one: str, two: str, three: str) -> None:
    assert not (actors.within(one, two) and actors.within(two, three)) or actors.within(one, three)


@pytest.mark.parametrize(
    ("group", "size"),
    [("eu", 27), ("nato", 32), ("g7", 7), ("gcc", 6), ("csto", 6), ("asean", 10), ("arab-league", 22)],
)
def test_organisations_have_their_number_of_members(group: str, size: int) -> None:
    assert size == sum(group in actors.actor(actor_id).member_of for actor_id in STATES)


def test_a_membership_has_its_dates_and_source() -> None:
    finland = {each.group: each for each in actors.actor("FI").memberships}

    assert (
        Membership(
            group="nato",
            since="2023-04-04",
            until=None,
            citation="accession dates of the North Atlantic Treaty, from memory",
            basis="memory",
        )
        == finland["nato"]
    )
    assert {"eu", "nato"} == set(finland) == set(actors.actor("FI").member_of)


def test_a_membership_that_ended_is_kept_with_its_end() -> None:
    ended = {each.group: each.until for each in actors.actor("GB").memberships if each.until}

    assert {"eu": "2020-01-31"} == ended
    assert "eu" not in actors.actor("GB").member_of


def test_an_agency_names_the_body_that_it_is_part_of() -> None:
    force = actors.actor("ir-quds-force")

    assert ("agency", "ir-revolutionary-guard") == (force.kind, force.part_of)
    assert ("IRGC-QF",) == force.abbreviations
    assert force.alpha3 is force.numeric is None


def test_a_minister_holds_two_offices_for_some_weeks() -> None:
    def titles(date: str) -> list[str]:
        return [office.title for office in actors.offices_at("shin-won-sik", date)]

    assert [] == titles("2023-10-06")
    assert ["defence minister"] == titles("2023-10-07") == titles("2024-08-11")
    assert ["defence minister", "national security adviser"] == titles("2024-08-12") == titles("2024-09-09")
    assert ["national security adviser"] == titles("2024-09-10") == titles("2025-06-03")
    assert [] == titles("2025-06-04")


def test_an_office_has_its_dates_and_source() -> None:
    minister = actors.offices_at("choe-son-hui", "2024-11-01")

    assert (
        Office(
            title="foreign minister",
            body="kp-ministry-of-foreign-affairs",
            since="2022-06-11",
            until=None,
            citation="Taipei Times, 12 Jun 2022; Babel, 11 Jun 2022",
            basis="found",
        ),
    ) == minister
    assert minister == actors.actor("choe-son-hui").offices


@pytest.mark.parametrize(
    ("date", "held"),
    [
        (dt.date(2019, 12, 31), True),
        ("2020-01-03", True),
        ("2020-01-04", False),
        ("2020-01", True),
        ("2020-02", False),
        ("2020", True),
        ("2021", False),
        ("1998-01-01", True),
        ("1997-12-31", False),
        ("1997", False),
        ("1998~", True),
        ("2020-01?", True),
        ("2020-02%", False),
    ],
)
def test_an_office_known_to_the_year_counts_with_all_of_it(date: str | dt.date, held: bool) -> None:
    assert held is bool(actors.offices_at("qassem-soleimani", date))


def test_an_end_known_to_the_month_counts_with_all_of_it() -> None:
    assert 1 == len(actors.offices_at("daniel-hagari", "2025-03-31"))
    assert () == actors.offices_at("daniel-hagari", "2025-04-01")
    assert 1 == len(actors.offices_at("daniel-hagari", "2023-03-01"))
    assert () == actors.offices_at("daniel-hagari", "2023-02-28")


def test_one_who_is_not_in_the_table_or_held_nothing_holds_no_office() -> None:
    assert () == actors.offices_at("no-such-minister", "2024-01-01")
    assert () == actors.offices_at("kim-yo-jong", "2024-01-01")
    assert () == actors.offices_at("choe-son-hui", "2022-06-10")


@pytest.mark.parametrize(
    "date",
    [
        "",
        "yesterday",
        "24",
        "2024-8",
        "2024-08-20T10:00",
        "2024/08",
        "20240820",
        "-2024",
        "2024-aa",
        "\u0662\u0660\u0662\u0664",
    ],
)
def test_a_date_that_is_no_day_month_or_year_is_refused(date: str) -> None:
    with pytest.raises(DateError) as caught:
        actors.offices_at("shin-won-sik", date)

    fault = caught.value
    assert ("date-unreadable", "this is no day, month or year", date) == (fault.code, fault.what, fault.value)
    assert "write it like 2024-08-20" == fault.fix


def test_every_office_is_in_order_of_its_dates_and_names_a_known_body() -> None:
    offices = [office for each in actors.actors().values() for office in each.offices]

    assert 190 < len(offices)
    assert all(actors.known(office.body) for office in offices)
    assert all(office.since and (office.until is None or office.since <= office.until) for office in offices)
    assert {"found", "memory"} == {office.basis for office in offices}


def test_the_table_says_until_when_it_was_kept() -> None:
    assert "2025-09" == actors.as_of()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Defense Minister", "defence minister"),
        ("minister of national defence", "defence minister"),
        ("Secretary of State", "foreign minister"),
        ("National Security Advisor", "national security adviser"),
        ("spokeswoman", "spokesperson"),
        ("President", "head of state"),
        ("vice-president", "vice president"),
        ("head of state", "head of state"),
        ("high-school teacher", None),
        ("", None),
    ],
)
def test_titles_have_one_word_for_many(words: str, title: str | None) -> None:
    assert title == actors.canonical_title(words)


@pytest.mark.parametrize(
    ("words", "actor", "by"),
    [
        ("SD", "SD", "id"),
        (" rsf ", "rsf", "id"),
        ("SDN", "SD", "id"),
        ("Sudan", "SD", "name"),
        ("sudan", "SD", "name"),
        ("The Gambia", "GM", "name"),
        ("Côte d\u2019Ivoire", "CI", "name"),
        ("Ivory Coast", "CI", "name"),
        ("Türkiye", "TR", "name"),
        ("DR Congo", "CD", "name"),
        ("Burma", "MM", "name"),
        ("Ivorian", "CI", "adjective"),
        ("Emiratis", "AE", "adjective"),
        ("South Sudanese", "SS", "adjective"),
        ("Nigerien", "NE", "adjective"),
        ("Nigerian", "NG", "adjective"),
        ("Burkinabe", "BF", "adjective"),
        ("Bissau-Guinean", "GW", "adjective"),
        ("Houthi", "houthis", "name"),
        ("Khartoum", "SD", "metonym"),
        ("N'Djamena", "TD", "metonym"),
        ("the Kremlin", "RU", "metonym"),
        ("Kinshasa's", "CD", "metonym"),
        ("Pentagon", "us-department-of-defense", "metonym"),
        ("Downing Street", "GB", "metonym"),
        ("UAE", "AE", "abbreviation"),
        ("U.K.", "GB", "abbreviation"),
        ("DPRK", "KP", "abbreviation"),
        ("IRGC", "ir-revolutionary-guard", "abbreviation"),
        ("USSR", "SU", "abbreviation"),
        ("UNSC", "un-security-council", "abbreviation"),
        ("Kiev", "UA", "spelling"),
        ("Pionyang", "KP", "spelling"),
        ("Etiopia", "ET", "spelling"),
        ("Khartuom", None, None),
        ("Afganistan", "AF", "spelling"),
        ("Azerbaijian", "AZ", "spelling"),
        ("MaIi", "ML", "lookalike"),
        ("SeouI", "KR", "lookalike"),
        ("Ye\u0436en", None, None),
        ("Y\u0435men", "YE", "lookalike"),
        ("the Rapid Support Forces", "rsf", "name"),
        ("Ansar Allah", "houthis", "name"),
        ("Hizbullah", "hezbollah", "name"),
        ("M23 rebels", "m23", "name"),
        ("Sudan's army", "sd-armed-forces", "name"),
        ("Ethiopian Defense Ministry", "et-ministry-of-defence", "name"),
        ("Armenia\u2019s Ministry of Foreign Affairs", "am-ministry-of-foreign-affairs", "name"),
        ("Zelenskiy", "volodymyr-zelenskyy", "name"),
        ("Volodymyr Zelensky", "volodymyr-zelenskyy", "name"),
        ("Choe Sun-hui", "choe-son-hui", "name"),
        ("Kim Jong-un", "kim-jong-un", "name"),
        ("Hemedti", "mohamed-hamdan-dagalo", "name"),
        ("Recep Tayyip Erdogan", "recep-tayyip-erdogan", "name"),
    ],
)
def test_words_name_one_actor(words: str, actor: str | None, by: str | None) -> None:
    found = resolve(words)

    assert (actor, by) == (found.actor, found.by)
    assert (() if actor is None else (actor,)) == found.candidates


@pytest.mark.parametrize(
    ("words", "candidates", "by", "note"),
    [
        ("Congolese", ("CD", "CG"), "adjective", "several actors have this name"),
        ("Dominican", ("DM", "DO"), "adjective", "several actors have this name"),
        (
            "Georgia",
            ("GE", "US"),
            "name",
            "the state in the Caucasus, or the federal state of the United States",
        ),
        (
            "Brussels",
            ("eu", "nato", "BE"),
            "name",
            "seat of the European Union and of NATO, capital of Belgium",
        ),
        ("Korea", ("KP", "KR"), "name", "North or South Korea, or both"),
        ("Sana'a", ("YE", "houthis"), "name", "capital of Yemen, held by the Houthis since September 2014"),
        ("CAR", ("CF", "conflict-armament-research"), "abbreviation", "several actors have this name"),
        ("SDF", ("jp-self-defense-forces", "sdf"), "abbreviation", "several actors have this name"),
        ("AU", ("AU", "african-union"), "id", "AU is a code, and a name of others"),
        ("DJI", ("DJ", "dji"), "id", "DJI is a code, and a name of others"),
        ("IS", ("IS", "isis"), "id", "IS is a code, and a name of others"),
    ],
)
def test_ambiguous_words_name_nobody_and_give_the_candidates(
    words: str, candidates: tuple[str, ...], by: str, note: str
) -> None:
    found = resolve(words)

    assert (None, candidates, by, note) == (found.actor, found.candidates, found.by, found.note)


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("Pionyang", "spelling of 'Pyongyang'"),
        ("Pyongang", "spelling of 'Pyongyang'"),
        ("Kishinev", "spelling of 'Chisinau'"),
        ("SeouI", "U+0049 looks like 'l'"),
        ("\u041ayiv", "U+041A looks like 'K'"),
        ("Khar\u200btoum", "U+200B cannot be seen"),
        ("Khartoum", None),
        ("US", None),
    ],
)
def test_the_note_tells_the_spelling_or_the_letters(words: str, note: str | None) -> None:
    assert note == resolve(words).note


@pytest.mark.parametrize(
    "words", ["the West", "Western powers", "allies", "Axis of Upheaval", "the rebels", "Europe", "WEST"]
)
def test_a_group_without_fixed_members_is_no_actor(words: str) -> None:
    assert Resolution(actor=None, note="a group without fixed members, never one actor") == resolve(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "us",
        "is",
        "it",
        "who",
        "afganistan",
        "the officials",
        "Freedonia",
        "x" * 201,
        "Khartooom Times",
    ],
)
def test_other_words_name_nobody(words: str) -> None:
    assert Resolution(actor=None) == resolve(words)


def test_a_state_of_today_is_no_former_state_with_its_code() -> None:
    assert "BY" == resolve("BLR").actor
    assert resolve("BYS").actor is None


@given(ANY)
def test_every_id_resolves_to_itself(actor_id: str) -> None:
    found = resolve(actor_id)

    assert found.candidates[0] == actor_id
    assert found.by == "id"


def test_every_form_resolves_to_its_actor() -> None:
    by_decision = {"Georgia", "Brussels", "Sanaa", "Vienna"}
    lost = [
        (text, actor)
        for text, actor, _ in actors.forms()
        if actor not in resolve(text).candidates and text not in by_decision
    ]

    assert [] == lost


def test_the_forms_hold_names_and_no_codes() -> None:
    found = set(actors.forms())

    assert {
        ("Sudan", "SD", "name"),
        ("Republic of the Sudan", "SD", "name"),
        ("Sudanese", "SD", "adjective"),
        ("Khartoum", "SD", "metonym"),
        ("UAE", "AE", "abbreviation"),
        ("Kiev", "UA", "spelling"),
    } <= found
    assert "SDN" not in {text for text, _, _ in found}
    assert {"name", "adjective", "metonym", "abbreviation", "spelling"} == {by for _, _, by in found}


def test_no_two_actors_share_a_full_name_but_by_decision() -> None:
    shared: dict[str, set[str]] = {}
    for text, actor_id, by in actors.forms():
        if by in ("name", "metonym", "spelling"):
            shared.setdefault(text.casefold(), set()).add(actor_id)

    twice = {text: ids for text, ids in shared.items() if len(ids) > 1}
    assert {"defense intelligence agency", "joint chiefs of staff"} == set(twice)


def test_a_first_look_at_the_table_builds_no_actor_and_no_index() -> None:
    script = (
        "import time\n"
        "from osintkp.vocabulary import actors\n"
        "started = time.process_time()\n"
        "assert actors.known('SD') and actors.within('rsf', 'rsf') and actors.root('kcna') == 'KP'\n"
        "spent = time.process_time() - started\n"
        "assert actors.actor.cache_info().currsize == actors._index.cache_info().currsize == 0\n"
        "print(spent)\n"
    )
    spent = [
        float(
            subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
        )
        for _ in range(3)
    ]

    assert min(spent) < 0.02


def test_forms_are_given_by_one_of_their_words() -> None:
    found = {(text, actor) for text, actor, _ in actors.forms_with("wagner")}

    assert ("Wagner", "wagner") in found
    assert ("Wagner Group", "wagner") in found
    assert [] == list(actors.forms_with("wagne"))
    assert [] == list(actors.forms_with("Wagner"))


def test_a_listed_spelling_has_the_form_that_it_is_one_of() -> None:
    assert {"Peking": "Beijing"} == actors.spellings("CN")
    assert {} == actors.spellings("hamas")
    assert {} == actors.spellings("some-militia")
