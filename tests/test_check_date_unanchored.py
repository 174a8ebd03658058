"""Dates that need a day to be counted from, and what hangs on it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

import osintkp
from builders import claim, corpus
from osintkp.checks import Check
from osintkp.facts import Facts
from osintkp.findings import Finding, Findings
from osintkp.group import Group, finding, one_by_one
from osintkp.vocabulary.scales import Severity, Verdict

GRAIN: dict[str, Any] = {"sender": "UA", "recipient": "SO", "item": "food/grain", "amount": "30000 tonne"}
NEAREST = (
    "a date without a year is the nearest one before the day that it is counted from; after it, if expected"
)


def found(*claims: osintkp.Claim, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="date-unanchored")


def only(*claims: osintkp.Claim, **sources: Any) -> Finding:
    (one,) = found(*claims, **sources)
    return one


def on(day: str, **fields: Any) -> dict[str, Any]:
    return {"published": osintkp.When.parse(day), **fields}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> list[Facts]:
    """Put one check in place of all: a claim of 2023 is a conflict, one of 2024 a note, any other nothing."""
    seen: list[Facts] = []

    def find(group: Group) -> Iterator[Finding]:
        seen.append(group.facts)
        for each in group.claims:
            year = each.when.edtf[:4] if each.when else ""
            if year == "2023":
                yield finding(Verdict.CONFLICT, f"{each.id} is bad", (each,), severity=Severity.ERROR)
            if year == "2024":
                yield finding(Verdict.AGREEMENT, f"{each.id} is good", (each,))
            yield finding(Verdict.AGREEMENT, f"{each.id} is there", (each,), severity=Severity.WARNING)

    def never(_: Group) -> Iterator[Finding]:
        raise AssertionError

    checks = (
        Check(code="QTY199", name="by-year", page="", groups=one_by_one(lambda _: True), find=find),
        Check(code="TIM104", name="date-unanchored", page="", groups=one_by_one(lambda _: True), find=never),
    )
    monkeypatch.setattr("osintkp.checks.checks", lambda: checks)
    return seen


def checked(*claims: osintkp.Claim, facts: Facts | None = None, **sources: Any) -> list[Finding]:
    from osintkp.checks import date_unanchored

    groups = date_unanchored.GROUPS(corpus(*claims, **sources).claims, facts or Facts())
    return [each for group in groups for each in date_unanchored.find(group)]


@pytest.mark.usefixtures("small")
def test_what_flips_is_told_for_each_day_that_may_be_meant() -> None:
    (one,) = checked(claim("a/1", **GRAIN, when="XXXX-09"), a=on("2024-02-27/2024-10-03"))

    assert (Severity.WARNING, Verdict.UNDECIDED, ("a/1",)) == (one.severity, one.verdict, one.claims)
    assert (
        "XXXX-09 in a/1 needs a day to be counted from: "
        "from 2024-02-27 (a came out, 2024-02-27/2024-10-03) it is 2023-09, and there is by-year (conflict) on a/1; "
        "from 2024-10-03 (a came out, 2024-02-27/2024-10-03) it is 2024-09, and only notes hang on it, like by-year (agreement) on a/1; "
        "missing: the day from which a counts" == one.message
    )
    assert (
        "counted from 2024-02-27 (a came out, 2024-02-27/2024-10-03):",
        "a/1: XXXX-09 is 2023-09",
        "then by-year (conflict) on a/1, error",
        "counted from 2024-10-03 (a came out, 2024-02-27/2024-10-03):",
        "a/1: XXXX-09 is 2024-09",
        "then by-year (agreement) on a/1, info",
    ) == one.working
    assert (NEAREST,) == one.assumptions


@pytest.mark.usefixtures("small")
def test_where_only_notes_hang_on_it_it_is_a_note() -> None:
    (one,) = checked(claim("a/1", **GRAIN, when="XXXX-09"), a=on("2025-02-27/2025-10-03"))

    assert Severity.INFO is one.severity
    assert "it is 2024-09, and only notes hang on it, like by-year (agreement) on a/1" in one.message
    assert "it is 2025-09, and no finding hangs on it; missing" in one.message


@pytest.mark.usefixtures("small")
def test_the_years_of_other_claims_are_tried_where_nothing_is_known() -> None:
    others = [claim(f"b/{year}", **GRAIN, when=str(year)) for year in (2022, 2023, 2024)]
    (one,) = checked(claim("a/1", **GRAIN, when="XXXX-09"), *others)

    assert Severity.WARNING is one.severity
    assert (
        "from 2022 (a year of other claims) it is 2022-09, and no finding hangs on it; "
        "from 2023 (a year of other claims) it is 2023-09, and there is by-year (conflict) on a/1; "
        "from 2024 (a year of other claims) it is 2024-09, and only notes hang on it, like by-year (agreement) on a/1; "
        "missing: when a came out"
    ) == one.message.partition("counted from: ")[2]


def test_the_facts_in_force_are_passed_on(small: list[Facts]) -> None:
    facts = Facts()
    checked(claim("a/1", **GRAIN, when="XXXX-09"), a=on("2024-02-27/2024-10-03"), facts=facts)

    assert 2 == len(small)
    assert all(each is facts for each in small)


@pytest.mark.usefixtures("small")
def test_one_outcome_with_nothing_grave_is_a_note() -> None:
    (one,) = checked(claim("a/1", **GRAIN, when="XXXX-09/.."), a=on("2025-02"))

    assert Severity.INFO is one.severity
    assert one.message.endswith("from 2025-02-01 (a came out, 2025-02) it is 2024-09/..")


@pytest.mark.usefixtures("small")
def test_one_outcome_that_clashes_is_told_with_the_clash() -> None:
    (one,) = checked(claim("a/1", **GRAIN, when="XXXX-09/.."), a=on("2024-02"))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert (
        "XXXX-09/.. in a/1 needs a day to be counted from: from 2024-02-01 (a came out, 2024-02) it is 2023-09/.."
        ", and there is by-year (conflict) on a/1" == one.message
    )
    assert (
        "counted from 2024-02-01 (a came out, 2024-02) and 2024-02-29 (a came out, 2024-02):",
        "a/1: XXXX-09/.. is 2023-09/..",
        "then by-year (conflict) on a/1, error",
    ) == one.working


@pytest.mark.usefixtures("small")
def test_what_nothing_tells_of_is_a_note() -> None:
    (one,) = checked(claim("a/1", **GRAIN, when="XXXX-09"))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert (
        "XXXX-09 in a/1 needs a day to be counted from, and nothing tells of one: missing: when a came out"
        == one.message
    )


@pytest.mark.usefixtures("small")
def test_an_anchor_of_its_own_settles_it() -> None:
    when = osintkp.When.parse("XXXX-09", words="in September", anchor=date(2023, 2, 26))
    (one,) = checked(claim("a/1", **GRAIN, when=when))

    assert (
        "'in September' (XXXX-09) in a/1 needs a day to be counted from: from 2023-02-26 (its anchor) it is 2022-09"
        == one.message
    )


@pytest.mark.usefixtures("small")
def test_the_loose_dates_of_one_occasion_are_told_together() -> None:
    claims = [claim(f"a/{number}", **GRAIN, when=f"XXXX-0{number}") for number in range(1, 6)]
    claims += [claim("a/6", **GRAIN, when="XXXX-01", said="2024-06-01")]

    together, alone = sorted(checked(*claims, a=on("2024-02-27/2024-10-03")), key=lambda each: each.claims)

    assert ("a/1", "a/2", "a/3", "a/4", "a/5") == together.claims
    assert together.message.startswith(
        "XXXX-01 in a/1, XXXX-02 in a/2, XXXX-03 in a/3 and 2 more need a day to be counted from: "
        "from 2024-02-27 (a came out, 2024-02-27/2024-10-03) it is 2024-01, 2024-02, 2023-03 and 2 more, "
        "and there is by-year (conflict) on a/3, by-year (conflict) on a/4 and by-year (conflict) on a/5; "
    )
    assert ("a/6",) == alone.claims
    assert Severity.INFO is alone.severity


@pytest.mark.usefixtures("small")
def test_a_date_that_cannot_be_counted_says_so() -> None:
    claims = [
        claim("a/1", **GRAIN, when="XXXX-09"),
        claim("a/2", **GRAIN, measure="flow", quote="since last month"),
        claim("b/1", **GRAIN, when="2023"),
    ]

    (one,) = checked(*claims)

    assert "from 2023 (a year of other claims) it is 2023-09" in one.message
    assert "a/2: 'since last month' is not to be counted" == one.working[2]


@pytest.mark.usefixtures("small")
def test_a_promise_may_lie_either_way() -> None:
    (one,) = checked(claim("a/1", **GRAIN, when="XXXX-09", modality="pledged"), a=on("2024-02-27"))

    assert (
        "before 2024-02-27 (a came out) it is 2023-09, and there is by-year (conflict) on a/1" in one.message
    )
    assert "after 2024-02-27 (a came out) it is 2024-09" in one.message
    assert one.message.endswith("missing: whether what was promised was still to come")


@pytest.mark.parametrize(
    "fields",
    [
        {"when": "2023-09"},
        {"when": None},
        {"when": osintkp.When.parse("2023-09", words="in September", anchor=date(2024, 2, 26))},
        {"when": None, "quote": "30,000 tonnes since September", "measure": "stock"},
    ],
)
def test_dates_that_are_sure_are_left_alone(fields: dict[str, Any]) -> None:
    assert [] == list(found(claim("a/1", **GRAIN, **fields), a=on("2024-02-26")))


def test_a_clash_of_figures_that_hangs_on_the_year_is_found_by_the_real_checks() -> None:
    loose = claim("a/1", **GRAIN, when="XXXX-09")
    other = claim("b/1", **{**GRAIN, "amount": "12000 tonne"}, when="2023-09-01/2023-09-30")

    one = only(loose, other, a=on("2024"))

    assert ("TIM104", Severity.WARNING) == (one.code, one.severity)
    assert "it is 2023-09, and there is figures-conflict (conflict) on a/1 and b/1" in one.message
    agreeing = claim("b/1", **GRAIN, when="2023-09-01/2023-09-30")
    assert Severity.INFO is only(loose, agreeing, a=on("2024")).severity
    assert "it is 2023-09, and there is figures-conflict" in only(loose, other, a=on("2024-03")).message
    assert Severity.INFO is only(loose, other, a=on("2025-03")).severity


def test_a_claim_that_links_to_a_loose_one_is_looked_at_again() -> None:
    first = claim("a/1", **GRAIN, said="XXXX-09-10")
    answer = claim("b/1", **GRAIN, said="2024-01-10", links={"repeats": "a/1"})

    one = only(first, answer, a=on("2024-02-01/2024-12-01"))

    assert Severity.WARNING is one.severity
    assert "there is period-inverted (conflict) on b/1 and a/1" in one.message


def test_a_loose_claim_of_a_missing_source_does_no_harm() -> None:
    lone = osintkp.Corpus(claims=osintkp.claims.Claims([claim("a/1", **GRAIN, when="XXXX-09")]))

    assert 1 == len(lone.check(select="TIM104"))


def test_a_group_of_another_making_says_nothing() -> None:
    from builders import group
    from osintkp.checks.date_unanchored import find

    assert [] == list(find(group(claim("a/1", **GRAIN, when="XXXX-09"))))


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [
        claim(f"{source}/{number}", **{**GRAIN, "amount": f"{number}0000 tonne"}, when=when)
        for source in "abc"
        for number, when in enumerate(["XXXX-09", "2023-09", "2022-09", "XXXX-05/.."], 1)
    ]
    expected = found(*claims, b=on("2023"))
    random.Random(11).shuffle(claims)

    assert 3 == len(expected)
    assert expected == found(*claims, b=on("2023"))


def test_the_dates_of_the_seeds_are_sure() -> None:
    assert [] == list(osintkp.load_seeds().check(select="date-unanchored"))
