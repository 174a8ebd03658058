"""Figures that clash, and figures that only look as if they did."""

from __future__ import annotations

from typing import Any

import pytest

from builders import claim, corpus
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
    assert found.message.endswith("both go back to AZ: one origin, told twice")


def test_unknown_origins_are_never_one_origin() -> None:
    one = claim("a/1", **TANKS, amount="50 tank", speaker="unknown")
    other = claim("b/1", **TANKS, amount="50 tank", speaker="unknown")

    assert Verdict.AGREEMENT is one_finding(one, other).verdict


def test_an_origin_that_changed_its_figure_later_revised_it() -> None:
    one = claim("a/1", **TANKS, amount="50 tank", speaker="AZ", said="2020-10-10")
    other = claim("b/1", **TANKS, amount="185 tank", speaker="AZ", said="2020-11-20")

    found = one_finding(one, other)

    assert (Severity.INFO, Verdict.REVISION) == (found.severity, found.verdict)
    assert "AZ said the one on 2020-10-10, the other on 2020-11-20" in found.message


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
    assert "b/1 gives no window: a conflict if it is the same, a change if not" in found.message


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
