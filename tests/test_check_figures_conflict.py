"""Figures that clash, and figures that only look as if they did."""

from __future__ import annotations

from typing import Any

import pytest

from builders import claim, corpus
from osintkp.dates import When
from osintkp.findings import Finding
from osintkp.vocabulary.scales import Severity, Verdict

TANKS: dict[str, Any] = {"kind": "loss", "actor": "AM", "item": "vehicles/tank", "when": "2020"}


def one_finding(*claims: Any, **sources: Any) -> Finding:
    (found,) = corpus(*claims, **sources).check(select="figures-conflict")
    return found


def test_two_figures_for_one_thing_that_share_no_number_are_a_conflict() -> None:
    found = one_finding(claim("a/1", **TANKS, amount="50 tank"), claim("b/1", **TANKS, amount="185 tank"))

    assert (Severity.ERROR, Verdict.CONFLICT) == (found.severity, found.verdict)
    assert ("a/1", "b/1") == found.claims
    assert (
        "a/1 says 50 tank, b/1 says 185 tank; they are about the same thing and cannot both hold"
        == found.message
    )
    assert (
        "a/1: 50 tank stands for 47.5 to 52.5 tank",
        "b/1: 185 tank stands for 184.5 to 185.5 tank",
    ) == found.working


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("50 tank", "52 tank", Verdict.AGREEMENT),
        ("50 tank", "53 tank", Verdict.AGREEMENT),
        ("50 tank", "54 tank", Verdict.CONFLICT),
        ("~50 tank", "58 tank", Verdict.CONFLICT),
        ("~50 tank", "54 tank", Verdict.AGREEMENT),
        (">50 tank", "185 tank", Verdict.AGREEMENT),
        (">200 tank", "185 tank", Verdict.CONFLICT),
        ("<=100 tank", "185 tank", Verdict.CONFLICT),
        ("~100.. tank", "185 tank", Verdict.AGREEMENT),
        ("~200.. tank", "185 tank", Verdict.CONFLICT),
        ("100..150 tank", "150..200 tank", Verdict.AGREEMENT),
    ],
)
def test_hedges_and_rounding_are_allowed_for(one: str, other: str, verdict: Verdict) -> None:
    assert (
        verdict is one_finding(claim("a/1", **TANKS, amount=one), claim("b/1", **TANKS, amount=other)).verdict
    )


def test_units_of_one_dimension_are_compared() -> None:
    oil: dict[str, Any] = {"sender": "IR", "recipient": "SY", "item": "fuel/crude", "when": "2023"}

    barrels = claim("a/1", **oil, amount="1000000 barrel")

    assert Verdict.AGREEMENT is one_finding(barrels, claim("b/1", **oil, amount="159000 cubic_metre")).verdict
    found = one_finding(barrels, claim("b/1", **oil, amount="119000 cubic_metre"))
    assert Verdict.CONFLICT is found.verdict
    assert "b/1: 119000 cubic_metre stands for 745,342.5763 to 751,632.3871 barrel" == found.working[1]


def test_one_origin_told_twice_is_no_second_witness() -> None:
    one = claim("a/1", **TANKS, amount="50 tank", speaker="az-ministry-of-defence")
    other = claim("b/1", **TANKS, amount="50 tank", speaker="AZ")

    found = one_finding(one, other)

    assert (Severity.INFO, Verdict.SAME_ORIGIN) == (found.severity, found.verdict)
    assert found.message.endswith("all go back to AZ: one origin, told 2 times")


def test_unknown_origins_are_never_one_origin() -> None:
    one = claim("a/1", **TANKS, amount="50 tank", speaker="unknown")
    other = claim("b/1", **TANKS, amount="50 tank", speaker="unknown")

    assert Verdict.AGREEMENT is one_finding(one, other).verdict


def test_an_origin_that_changed_its_figure_later_revised_it() -> None:
    one = claim("a/1", **TANKS, amount="50 tank", speaker="AZ", said="2020-10-10")
    other = claim("b/1", **TANKS, amount="185 tank", speaker="AZ", said="2020-11-20")

    found = one_finding(one, other)

    assert (Severity.WARNING, Verdict.REVISION) == (found.severity, found.verdict)
    assert "AZ gave the one as of 2020-10-10, the other as of 2020-11-20, and says no why" in found.message


@pytest.mark.parametrize("said", [("2020-10-10", "2020-10-10"), ("2020-10-10", None), (None, None)])
def test_an_origin_that_says_both_at_once_or_at_no_known_time_is_in_conflict(
    said: tuple[str | None, str | None],
) -> None:
    one = claim("a/1", **TANKS, amount="50 tank", speaker="AZ", said=said[0])
    other = claim("b/1", **TANKS, amount="185 tank", speaker="AZ", said=said[1])

    assert Verdict.CONFLICT is one_finding(one, other).verdict


def test_without_a_window_a_clash_is_undecided_and_says_what_is_missing() -> None:
    blank: dict[str, Any] = {**TANKS, "when": None}

    found = one_finding(claim("a/1", **TANKS, amount="50 tank"), claim("b/1", **blank, amount="185 tank"))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert "b/1 gives no window: a conflict if it is the same, no clash if not" in found.message


def test_figures_that_differ_in_scope_are_reconciled_only_where_they_look_like_a_clash() -> None:
    whole = claim("a/1", **TANKS, amount="185 tank")
    part = claim("b/1", **TANKS, amount="40 tank", links={"part_of": "a/1"})
    same = claim("b/2", **TANKS, amount="185 tank", links={"part_of": "a/1"})

    assert (Severity.INFO, Verdict.PART_OF) == (
        one_finding(whole, part).severity,
        one_finding(whole, part).verdict,
    )
    assert [] == list(corpus(whole, same).check(select="QTY101"))


def test_denials_and_other_dimensions_take_no_part() -> None:
    denied = claim("a/1", **TANKS, amount="50 tank", stance="denies")
    people = claim("b/1", "loss", actor="AM", when="2020", amount="4000 person")

    assert [] == list(corpus(denied, people, claim("c/1", **TANKS, amount="185 tank")).check(select="QTY101"))


def test_one_sided_figures_are_spelt_out() -> None:
    found = one_finding(claim("a/1", **TANKS, amount=">200 tank"), claim("b/1", **TANKS, amount="<=100 tank"))

    assert (
        "a/1: >200 tank stands for 200 or more tank",
        "b/1: <=100 tank stands for 100 or less tank",
    ) == found.working


def test_figures_that_agree_are_told_once_however_many_there_are() -> None:
    claims = [claim(f"s{number}/1", **TANKS, amount=f"~{150 + number} tank") for number in range(4)]

    found = one_finding(*claims)

    assert found.verdict is Verdict.AGREEMENT
    assert found.claims == ("s0/1", "s1/1", "s2/1", "s3/1")
    assert found.message.startswith("s0/1 says ~150 tank, s1/1 says ~151 tank")


def test_outlets_that_carry_one_figure_of_one_origin_stand_together() -> None:
    outlets = [claim(f"o{number}/1", **TANKS, amount="50 tank", speaker="AZ") for number in range(3)]

    findings = corpus(*outlets, claim("p/1", **TANKS, amount="185 tank")).check(select="QTY101")

    assert [found.verdict for found in findings] == [Verdict.CONFLICT, Verdict.SAME_ORIGIN]
    assert findings[0].claims == ("o0/1", "o1/1", "o2/1", "p/1")
    assert findings[0].message.startswith("o0/1 says 50 tank (and 2 more), p/1 says 185 tank")
    assert (
        findings[1].message == "o0/1 says 50 tank (and 2 more); all go back to AZ: one origin, told 3 times"
    )


@pytest.mark.parametrize(("figures", "findings"), [(5, 10), (6, 1)])
def test_more_than_a_dozen_clashes_of_a_topic_are_told_as_one(figures: int, findings: int) -> None:
    claims = [claim(f"s{number}/1", **TANKS, amount=f"{2**number * 100} tank") for number in range(figures)]

    found = corpus(*claims).check(select="QTY101")

    assert len(found) == findings
    assert {name for each in found for name in each.claims} == {each.id for each in claims}
    if findings == 1:
        assert found[0].message.startswith(
            "15 pairs among 6 claims, like this one: s0/1 says 100 tank, s1/1 says 200 tank;"
        )
        assert found[0].severity is Severity.ERROR


def test_a_claim_that_is_linked_to_speaks_for_itself() -> None:
    whole = claim("a/1", **TANKS, amount="185 tank")
    again = claim("a/2", **TANKS, amount="185 tank")
    part = claim("b/1", **TANKS, amount="40 tank", links={"part_of": "a/2"})

    findings = corpus(whole, again, part).check(select="QTY101")

    assert {found.claims: found.verdict for found in findings} == {
        ("a/1", "b/1"): Verdict.CONFLICT, ("a/2", "b/1"): Verdict.PART_OF, ("a/1", "a/2"): Verdict.SAME_ORIGIN,
    }  # fmt: skip


def test_figures_of_other_goods_do_not_agree() -> None:
    trucks = {**TANKS, "item": "vehicles/truck"}

    assert (
        list(
            corpus(
                claim("a/1", **TANKS, amount="50 tank"), claim("b/1", **trucks, amount="50 vehicle")
            ).check(select="QTY101")
        )
        == []
    )


def test_bounds_that_leave_nothing_between_them_clash() -> None:
    verdicts = {
        other: one_finding(
            claim("a/1", **TANKS, amount=">10000 tank"), claim("b/1", **TANKS, amount=other)
        ).verdict
        for other in ("<10000 tank", "<=10000 tank", ">=10000 tank", "<10001 tank")
    }

    assert verdicts == {
        "<10000 tank": Verdict.CONFLICT,
        "<=10000 tank": Verdict.CONFLICT,
        ">=10000 tank": Verdict.AGREEMENT,
        "<10001 tank": Verdict.AGREEMENT,
    }


def test_without_goods_on_one_side_a_clash_is_undecided() -> None:
    aircraft = claim("a/1", sender="IR", recipient="SD", amount="3 piece", when="2024")
    drones = claim(
        "b/1", sender="IR", recipient="SD", item="aircraft/uncrewed", amount="40 piece", when="2024"
    )

    found = one_finding(aircraft, drones)

    assert (found.severity, found.verdict) == (Severity.WARNING, Verdict.UNDECIDED)
    assert "a/1 names no goods: a conflict if it is the same, no clash if not" in found.message


def test_a_later_publication_of_the_same_origin_is_a_revision_too() -> None:
    one = claim("a/1", **TANKS, amount="50 tank", speaker="AZ")
    other = claim("b/1", **TANKS, amount="185 tank", speaker="AZ")
    dates = {"a": {"published": When.parse("2020-10-10")}, "b": {"published": When.parse("2020-11-20")}}
    vague = {"a": {"published": When.parse("2020-11")}, "b": {"published": When.parse("2020-11-20")}}

    assert one_finding(one, other, **dates).verdict is Verdict.REVISION
    assert one_finding(one, other, **vague).verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("figures", "findings"), [((100, 101, 400, 404, 1600, 1604), 12), ((100, 101, 400, 404, 1600, 6400), 1)]
)
def test_a_dozen_clashes_are_told_one_by_one_and_thirteen_together(
    figures: tuple[int, ...], findings: int
) -> None:
    claims = [
        claim(f"s{number}/1", **TANKS, amount=f"{figure} tank") for number, figure in enumerate(figures)
    ]

    found = corpus(*claims).check(select="QTY101").where(lambda each: each.verdict is Verdict.CONFLICT)

    assert len(found) == findings


def test_messages_say_who_says_what_and_what_follows() -> None:
    one, other = claim("a/1", **TANKS, amount="50 tank"), claim("b/1", **TANKS, amount="52 tank")
    unknown = {**TANKS, "when": None}
    blank = [claim("a/1", **unknown, amount="50 tank"), claim("b/1", **unknown, amount="90 tank")]
    later = [
        claim("a/1", **TANKS, amount="50 tank", speaker="AZ", said="2020-10-10"),
        claim("b/1", **TANKS, amount="90 tank", speaker="AZ", said="2020-11-20"),
    ]
    longer = claim("b/1", **{**TANKS, "when": "2020-01/2021-12"}, amount="90 tank")

    assert one_finding(one, other).message == "a/1 says 50 tank, b/1 says 52 tank; all can hold"
    assert one_finding(*blank).message == (
        "a/1 says 50 tank, b/1 says 90 tank; a/1 and b/1 give no window: a conflict if it is the same, no clash if not"
    )
    assert one_finding(*later).message == (
        "a/1 says 50 tank, b/1 says 90 tank; AZ gave the one as of 2020-10-10, the other as of 2020-11-20, and says no why"
    )
    assert one_finding(one, longer).message == (
        "a/1 says 50 tank, b/1 says 90 tank; a/1 counts 2020, b/1 counts 2020-01/2021-12: the longer window may hold more"
    )
    assert one_finding(one, other).assumptions == (
        "a figure without a hedge may be rounded by half a unit of its last significant digit, at most 5 %",
    )


def test_figures_for_places_in_other_words_are_neither_agreement_nor_clash() -> None:
    troops: dict[str, Any] = {"kind": "troop_deployment", "sender": "RW", "when": "2024"}
    here = claim("a/1", **troops, amount="4000 person", place="North Kivu")

    same = claim("b/1", **troops, amount="4000 person", place="north kivu")
    assert one_finding(here, same).verdict is Verdict.AGREEMENT
    assert one_finding(here, claim("b/1", **troops, amount="4000 person")).verdict is Verdict.AGREEMENT
    assert (
        list(corpus(here, claim("b/1", **troops, amount="4000 person", place="Goma")).check(select="QTY101"))
        == []
    )
