"""The same forces in two places."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.dates import When
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Part, Severity, Verdict

FORCES: dict[str, Any] = {"sender": "RW", "recipient": "m23", "amount": "4000 person", "measure": "stock"}
DAY = "2024-07-01"
BY_LAW = "a place belongs to the state that it belongs to by law, whoever holds it"
STOOD = "forces did not move from one place to the other within the day"


def found(*claims: osintkp.Claim, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="place-conflict")


def only(*claims: osintkp.Claim, **sources: Any) -> Finding:
    (one,) = found(*claims, **sources)
    return one


def forces(name: str, place: str | None, when: str | None = DAY, **fields: Any) -> osintkp.Claim:
    return claim(name, "troop_deployment", **{**FORCES, "place": place, "when": when, **fields})


def test_one_figure_in_two_far_places_on_one_day_is_a_warning() -> None:
    one = only(forces("a/1", "Goma"), forces("b/1", "Kisangani"))

    assert ("LOG103", Severity.WARNING, Verdict.UNDECIDED) == (one.code, one.severity, one.verdict)
    assert (
        "a/1 has 4,000 person in Goma (2024-07-01) and b/1 has 4,000 person in Kisangani (2024-07-01): "
        "a conflict if they are the same forces, none if they are two groups; missing: how many there are in all"
        == one.message
    )
    assert ("a/1", "b/1") == one.claims
    assert ("Goma to Kisangani: 511 km as the crow flies",) == one.working
    assert (BY_LAW, STOOD) == one.assumptions


def test_one_origin_of_both_is_named() -> None:
    one = only(forces("a/1", "Goma", speaker="un"), forces("b/1", "Kisangani", speaker="un"))

    assert "; both go back to un: a conflict if they are the same forces" in one.message
    assert (
        "officials and agencies of one government, and members of one organisation's staff, count as one origin"
        == one.assumptions[-1]
    )
    unknown = only(forces("a/1", "Goma", speaker="unknown"), forces("b/1", "Kisangani", speaker="unknown"))
    assert "both go back" not in unknown.message


def test_a_state_gives_no_distance() -> None:
    one = only(forces("a/1", "Goma"), forces("b/1", "Burundi"))

    assert ("Goma and Burundi lie in two states",) == one.working


@pytest.mark.parametrize(
    "fields",
    [
        {"place": "North Kivu"},
        {"place": "DR Congo"},
        {"place": "goma"},
        {"place": None},
        {"place": "  "},
        {"when": "2024-10-01"},
        {"when": "2024-07-02"},
        {"when": "2024-07-02/.."},
        {"when": "../2024-06"},
        {"amount": "5000 person"},
        {"amount": "~2000.. person"},
        {"amount": "0 person"},
        {"amount": "3000..4000 person"},
        {"amount": "4000 tank"},
        {"amount": None},
        {"measure": "cumulative"},
        {"measure": "flow"},
        {"measure": "rate"},
        {"recipient": "ADF-militia"},
        {"sender": "UG"},
        {"sender": None},
        {"stance": "denies"},
        {"modality": "predicted"},
        {"modality": "pledged"},
        {"links": {"part_of": "a/1"}},
        {"links": {"alternative_to": "a/1"}},
        {"links": {"revises": "a/1"}},
    ],
)
def test_what_need_not_be_the_same_forces_is_left_alone(fields: dict[str, Any]) -> None:
    second = {"place": "Kisangani", **fields}

    assert [] == list(found(forces("a/1", "Goma"), forces("b/1", **second)).at_least("warning"))


@pytest.mark.parametrize(
    "fields",
    [
        {"amount": "~4000 person"},
        {"amount": ">4000 person"},
        {"amount": "4020 person"},
        {"recipient": None},
        {"measure": None},
        {"when": "2024-05/2024-09"},
        {"sender": "paul-kagame"},
    ],
)
def test_what_may_be_the_same_forces_is_held_against_them(fields: dict[str, Any]) -> None:
    one = only(forces("a/1", "Goma"), forces("b/1", **{"place": "Kisangani", **fields}))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (one.severity, one.verdict)


def test_a_range_is_alike_to_the_same_range_alone() -> None:
    amount = {"amount": "3000..4000 person"}

    assert 1 == len(found(forces("a/1", "Goma", **amount), forces("b/1", "Kisangani", **amount)))
    assert 0 == len(
        found(forces("a/1", "Goma", **amount), forces("b/1", "Kisangani", amount="3000..5000 person"))
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"when": "2024-07"}, {"when": "2024-07"}),
        ({"when": None}, {"when": None}),
        ({"when": "2024-05/2024-09", "measure": None}, {}),
        ({"when": "XXXX-07-01"}, {}),
    ],
)
def test_forces_may_have_moved_where_no_common_day_is_sure(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    published = {"published": When.parse(DAY)}
    first = forces("a/1", **{"place": "Goma", **one})
    second = forces("b/1", **{"place": "Kisangani", **other})

    note = only(first, second, a=published, b=published)

    assert (Severity.INFO, Verdict.DIFFERENT_WINDOW) == (note.severity, note.verdict)
    assert note.message.endswith(
        "they may have moved between, since not both give the day on which they stood there"
    )
    assert ("Goma to Kisangani: 511 km as the crow flies",) == note.working


def test_what_is_so_now_is_so_on_the_day_of_saying() -> None:
    said = {"when": None, "said": DAY}
    step = (osintkp.Link(actor="un", when=When.parse(DAY)),)

    assert (
        Severity.WARNING is only(forces("a/1", "Goma", **said), forces("b/1", "Kisangani", **said)).severity
    )
    passed_on = attrs.evolve(forces("b/1", "Kisangani", when=None), attribution=step)
    assert Severity.WARNING is only(forces("a/1", "Goma"), passed_on).severity
    assert [] == list(found(forces("a/1", "Goma", when=None), forces("b/1", "Kisangani")))


def test_a_deployment_that_goes_on_is_known_up_to_the_day_of_saying() -> None:
    since = forces("a/1", "Goma", when="2024-01/..", said="2024-06-01")

    assert [] == list(found(since, forces("b/1", "Kisangani")))
    assert Severity.WARNING is only(since, forces("b/1", "Kisangani", when="2024-05-20")).severity
    unsaid = forces("a/1", "Goma", when="2024-01/..")
    assert Severity.INFO is only(unsaid, forces("b/1", "Kisangani")).severity
    backwards = forces("a/1", "Goma", when="2024-01/..", said="2023")
    assert Severity.INFO is only(backwards, forces("b/1", "Kisangani")).severity


def test_what_the_table_of_places_does_not_know_is_a_note() -> None:
    note = only(forces("a/1", "Goma"), forces("b/1", "the northern hills"))

    assert (Severity.INFO, Verdict.UNDECIDED) == (note.severity, note.verdict)
    assert note.message.endswith(
        ": the table of places does not know 'the northern hills'; a conflict if they lie apart and the forces are the same, none if not"
    )


def test_a_source_that_tells_of_both_means_two_groups() -> None:
    first, second = forces("a/1", "Goma"), forces("a/2", "Kisangani")

    assert [] == list(found(first, second))
    assert [] == list(found(attrs.evolve(first, part=Part.HEADING), second))
    assert [] == list(found(first, second, forces("b/1", "Kisangani")))
    heading = attrs.evolve(first, part=Part.HEADING)
    assert 1 == len(found(heading, second, forces("b/1", "Kisangani")))


def test_two_parts_of_one_whole_are_two_groups() -> None:
    links = {"part_of": "c/1"}

    assert [] == list(
        found(
            forces("a/1", "Goma", links=links),
            forces("b/1", "Kisangani", links=links),
            forces("c/1", None, amount="9000 person"),
        )
    )


def test_a_whole_that_is_too_small_for_two_groups_makes_it_an_error() -> None:
    one = only(
        forces("a/1", "Goma"), forces("b/1", "Kisangani"), forces("c/1", "DR Congo", amount="~5000 person")
    )

    assert (Severity.ERROR, Verdict.CONFLICT) == (one.severity, one.verdict)
    assert (
        "a/1 has 4,000 person in Goma (2024-07-01) and b/1 has 4,000 person in Kisangani (2024-07-01): "
        "the same forces cannot be in both, and c/1 counts about 5,000 person in all, too few for two groups"
        == one.message
    )
    assert ("a/1", "b/1", "c/1") == one.claims
    assert (
        "4,000 person + 4,000 person: at least 7,600 person; c/1 counts about 5,000 person in all: at most 5,500 person",
        "Goma to Kisangani: 511 km as the crow flies",
    ) == one.working
    assert (BY_LAW, STOOD) == one.assumptions


def test_a_whole_with_room_for_both_makes_it_a_note() -> None:
    one = only(
        forces("a/1", "Goma"), forces("b/1", "Kisangani"), forces("c/1", "DR Congo", amount="8000 person")
    )

    assert (Severity.INFO, Verdict.DIFFERENT_SCOPE) == (one.severity, one.verdict)
    assert one.message.endswith(": they may be two groups, since c/1 counts 8,000 person in all")


@pytest.mark.parametrize(
    "fields",
    [
        {"place": None},
        {"when": "2024-06/2024-08"},
        {"measure": "cumulative", "when": "2024-01/2024-07-01"},
        {"measure": "cumulative", "when": None, "said": "2024-09-01"},
        {"measure": "cumulative", "when": "2024-01/..", "said": "2024-09-01"},
    ],
)
def test_a_whole_counts_both_at_their_time(fields: dict[str, Any]) -> None:
    whole = forces("c/1", **{"place": "DR Congo", "amount": "4500 person", **fields})

    assert Severity.ERROR is only(forces("a/1", "Goma"), forces("b/1", "Kisangani"), whole).severity


@pytest.mark.parametrize(
    "fields",
    [
        {"place": "Rwanda"},
        {"place": "the hills"},
        {"place": None, "recipient": None},
        {"place": None, "recipient": "CD"},
        {"place": None, "theatre": "eastern DR Congo"},
        {"when": "2023"},
        {"when": None},
        {"measure": "flow"},
        {"measure": "rate"},
        {"measure": "cumulative", "when": "2024-01/2024-06"},
        {"measure": "cumulative", "when": "2024-01/"},
        {"amount": ">4000 person", "measure": "cumulative"},
        {"amount": "45 tank"},
        {"amount": None},
    ],
)
def test_what_is_no_whole_of_both_decides_nothing(fields: dict[str, Any]) -> None:
    other = forces("c/1", **{"place": "DR Congo", "amount": "4500 person", **fields})

    assert Severity.WARNING is only(forces("a/1", "Goma"), forces("b/1", "Kisangani"), other).severity


def test_the_smallest_whole_decides() -> None:
    one = only(
        forces("a/1", "Goma"),
        forces("b/1", "Kisangani"),
        forces("c/1", "DR Congo", amount="9000 person"),
        forces("c/2", "DR Congo", amount="5000 person"),
    )

    assert ("a/1", "b/1", "c/2") == one.claims


def test_a_repetition_that_moves_the_forces_is_an_error() -> None:
    one = only(
        forces("a/1", "Goma", when=None, measure="cumulative"),
        forces("b/1", "Kisangani", when=None, amount="9000 person", links={"repeats": "a/1"}),
    )

    assert (Severity.ERROR, Verdict.CONFLICT, ("b/1", "a/1")) == (one.severity, one.verdict, one.claims)
    assert (
        "b/1 repeats a/1, yet has the forces in Kisangani and not in Goma: the place was changed on the way"
        == one.message
    )
    assert ("Kisangani to Goma: 511 km as the crow flies",) == one.working
    assert ("a claim and the one that it repeats tell of the same forces", BY_LAW) == one.assumptions


def test_a_heading_that_moves_them_may_mean_the_theatre() -> None:
    heading = attrs.evolve(forces("b/1", "Kisangani", links={"repeats": "a/1"}), part=Part.HEADING)

    one = only(forces("a/1", "Goma"), heading)

    assert Severity.WARNING is one.severity
    assert one.message.endswith(": a heading may mean the theatre")
    own = attrs.evolve(forces("a/2", "Kisangani", links={"repeats": "a/1"}), part=Part.LEDE)
    assert [] == list(found(forces("a/1", "Goma"), own))


@pytest.mark.parametrize(
    "fields",
    [{"place": "North Kivu"}, {"place": None}, {"when": "2024-09"}, {"links": {"repeats": "q/9"}}],
)
def test_a_repetition_that_moves_nothing_is_left_alone(fields: dict[str, Any]) -> None:
    second = {"place": "Kisangani", "amount": "9 person", "links": {"repeats": "a/1"}, **fields}

    assert [] == list(found(forces("a/1", "Goma"), forces("b/1", **second)))


def test_a_repetition_in_a_place_that_nobody_knows_is_a_note() -> None:
    one = only(forces("a/1", "Goma"), forces("b/1", "the hills", links={"repeats": "a/1"}))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert (
        "b/1 repeats a/1, yet has the forces in the hills and not in Goma; the table of places does not know 'the hills': "
        "a conflict if they lie apart, none if one holds the other" == one.message
    )


def test_parts_may_stand_elsewhere_than_the_rest() -> None:
    whole = forces("a/1", "Goma", amount="9000 person")
    parts = [
        forces("b/1", "Kisangani", links={"part_of": "a/1"}),
        forces("b/2", "Bukavu", amount=None, links={"part_of": "a/1"}),
        forces("b/3", "Goma", amount="10 person", links={"part_of": "a/1"}),
    ]

    one = only(whole, *parts)
    alone = only(whole, parts[0])

    assert (Severity.INFO, Verdict.PART_OF) == (one.severity, one.verdict)
    assert (
        "b/1 (4,000 person in Kisangani) and b/2 (forces in Bukavu) are parts of a/1 (9,000 person in Goma): "
        "the two places need not clash, since a part may stand elsewhere than the rest" == one.message
    )
    assert ("b/1", "b/2", "a/1") == one.claims
    assert "b/1 (4,000 person in Kisangani) is a part of a/1" in alone.message


def test_links_in_a_circle_are_left_alone() -> None:
    assert [] == list(
        found(
            forces("a/1", "Goma", links={"part_of": "a/1"}),
            forces("b/1", "Goma", links={"repeats": "b/1"}),
        )
    )


def test_many_of_one_kind_are_told_as_one() -> None:
    places = ["Goma", "Kisangani", "Kinshasa", "Lubumbashi", "Kananga", "Bunia"]
    claims = [forces(f"{letter}/1", place) for letter, place in zip("abcdef", places, strict=True)]

    one = only(*claims)

    assert one.message.startswith(
        "15 pairs among 6 claims, like this one: a/1 has 4,000 person in Goma (2024-07-01) and b/1"
    )
    assert (Severity.WARNING, ("a/1", "b/1", "c/1", "d/1", "e/1", "f/1")) == (one.severity, one.claims)
    assert ("Goma to Kisangani: 511 km as the crow flies",) == one.working
    assert (BY_LAW, STOOD) == one.assumptions
    assert 10 == len(found(*claims[:5]))


def test_more_than_can_be_read_is_cut_off() -> None:
    towns = ["Cairo", "Lagos", "Nairobi", "Dakar", "Tunis", "Rabat", "Accra", "Luanda", "Harare", "Lusaka", "Kigali", "Maputo",
             "Windhoek", "Juba", "Asmara", "Bamako", "Niamey", "Conakry", "Freetown", "Monrovia", "Lome", "Djibouti", "Mogadishu"]  # fmt: skip
    claims = [forces(f"s{number:02}/1", place) for number, place in enumerate(towns)]

    assert only(*claims).message.startswith("210 pairs among 21 claims, like this one: ")


def test_the_same_telling_in_many_sources_is_held_once() -> None:
    claims = [forces(f"s{number}/1", "Goma") for number in range(40)]

    assert ("s0/1", "z/1") == only(*claims, forces("z/1", "Kisangani")).claims


@pytest.mark.parametrize("value", [1e38, 1e-30, 0.4])
def test_figures_out_of_all_bounds_do_no_harm(value: float) -> None:
    amount = osintkp.Amount.exact(value, "person")

    assert 1 == len(found(forces("a/1", "Goma", amount=amount), forces("b/1", "Kisangani", amount=amount)))


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [
        forces(f"{letter}/1", place)
        for letter, place in zip("abcde", ["Goma", "Kisangani", "Bukavu", "the hills", "Kinshasa"], strict=True)
    ]  # fmt: skip
    expected = found(*claims)
    random.Random(5).shuffle(claims)

    assert 10 == len(expected)
    assert expected == found(*claims)


def test_the_part_of_the_seeds_that_stands_in_kursk_is_a_note() -> None:
    (one,) = osintkp.load_seeds().check(select="place-conflict")

    assert (Severity.INFO, Verdict.PART_OF, ("s3/kursk", "s3/sent")) == (
        one.severity,
        one.verdict,
        one.claims,
    )
    assert (
        "s3/kursk (about 8,000 person in Kursk Oblast) is a part of s3/sent (about 10,000 person in eastern Russia): "
        "the two places need not clash, since a part may stand elsewhere than the rest" == one.message
    )
