"""Figures that a newer one of their origin had overtaken when they were printed, or has since, and the age of others."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta
from typing import Any

import pytest

import osintkp
from builders import claim, corpus
from osintkp import When
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Severity, Verdict

TANKS: dict[str, Any] = {"kind": "loss", "actor": "SD", "item": "vehicles/tank", "speaker": "rsf"}
START, APRIL, JUNE = "2023-04-15", "2023-04-30", "2023-06-01"
OUT = {"old": "2023-05-02", "new": "2023-06-03"}


def total(name: str, amount: str | None, day: str | None, **fields: Any) -> Any:
    shared = {"measure": "cumulative", "when": f"{START}/{day}", "said": day, "amount": amount}
    return claim(name, **{**TANKS, **shared, **fields})


def stock(name: str, amount: str, day: str, **fields: Any) -> Any:
    shared = {"measure": "stock", "when": day, "said": day, "amount": amount}
    return claim(name, **{**TANKS, **shared, **fields})


def found(*claims: Any, **published: str | None) -> Findings:
    sources = {
        name: {"published": When.parse(day)} for name, day in (OUT | published).items() if day is not None
    }
    return corpus(*claims, **sources).check(select="figure-stale")


def only(*claims: Any, **published: str | None) -> Finding:
    (finding,) = found(*claims, **published)
    return finding


def severities(*claims: Any, **published: str | None) -> list[str]:
    return [str(each.severity) for each in found(*claims, **published)]


old = total("old/1", "120 tank", APRIL)
new = total("new/1", "300 tank", JUNE)


def test_a_figure_printed_after_a_newer_one_was_out_is_stale() -> None:
    finding = only(old, new, old="2023-07-01")

    assert (Severity.WARNING, Verdict.DIFFERENT_WINDOW, "TIM105") == (
        finding.severity,
        finding.verdict,
        finding.code,
    )
    assert ("old/1", "new/1") == finding.claims
    assert (
        "old/1 prints 120 tank of rsf as of 2023-04-30, but rsf had given 300 tank as of 2023-06-01 (new/1) before old came out "
        "(2023-07-01): it was stale by publication"
    ) == finding.message
    assert (
        "old/1 to new/1: 2023-04-30 to 2023-06-01, 32 days",
        "new/1 was given 2023-06-01, 30 days before old came out (2023-07-01)",
    ) == finding.working
    assert 4 == len(finding.assumptions)


def test_a_figure_that_a_later_one_overtook_is_superseded_since() -> None:
    finding = only(old, new)

    assert (Severity.INFO, Verdict.DIFFERENT_WINDOW) == (finding.severity, finding.verdict)
    assert (
        "old/1 prints 120 tank of rsf as of 2023-04-30, superseded since old came out (2023-05-02): rsf gave 300 tank as of "
        "2023-06-01 (new/1)"
    ) == finding.message
    assert ("old/1 to new/1: 2023-04-30 to 2023-06-01, 32 days",) == finding.working
    assert 3 == len(finding.assumptions)


@pytest.mark.parametrize(
    ("published", "case"),
    [
        ("2023-06-03", "stale by publication"),
        ("2023-06-02", "is open"),
        ("2023-06-01", "superseded since"),
        ("2023-05-31", "superseded since"),
        ("2023-06", "is open"),
        ("2023-05/2023-06", "is open"),
        ("2023", "is open"),
        ("2023-07", "stale by publication"),
        ("2023-06-03~", "is open"),
        ("2023-06-03/..", "stale by publication"),
        ("../2023-07", "is open"),
        ("XXXX-06-03", "is open"),
    ],
)
def test_it_depends_on_which_day_certainly_came_first(published: str, case: str) -> None:
    messages = [each.message for each in found(old, new, old=published) if "new/1" in each.claims]

    assert 1 == len(messages)
    assert case in messages[0]


def test_where_the_days_overlap_it_is_left_open() -> None:
    finding = only(old, new, old="2023-06")

    assert (Severity.INFO, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith(
        "and rsf gave 300 tank as of 2023-06-01 (new/1); whether that was before old came out (2023-06) is open: stale by "
        "publication if it was, superseded since if not"
    )
    assert 1 == len(finding.working)
    blank = only(old, new, old=None).message
    assert "whether that was before old came out is open, for nobody says when it did: stale" in blank


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("speaker", "sudanese-armed-forces"),
        ("speaker", "unknown"),
        ("speaker", None),
        ("item", "vehicles/truck"),
        ("item", None),
        ("actor", "SS"),
        ("by", "sudanese-armed-forces"),
        ("measure", "stock"),
        ("measure", "flow"),
        ("measure", None),
        ("stance", "denies"),
        ("modality", "predicted"),
        ("modality", "pledged"),
        ("place", "Khartoum"),
        ("amount", "300 tonne"),
        ("amount", None),
        ("amount", "~130 tank"),
        ("amount", ">100 tank"),
        ("when", "2022-01-01/2023-06-01"),
        ("when", "2023-06-01/2023-06-01"),
    ],
)
def test_only_another_figure_of_the_same_thing_and_origin_overtakes_it(change: str, value: Any) -> None:
    other = total("new/1", **{"amount": "300 tank", "day": JUNE, change: value})

    assert ["warning"] == severities(old, new, old="2023-07-01")
    assert not [
        each
        for each in found(old, other, old="2023-07-01")
        if "new/1" in each.claims and "old/1" in each.claims
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"when": None},
        {"when": "2023-04/2023-06-01"},
        {"when": "2023-04-20/2023-06-01"},
        {"when": "2023-04-15/.."},
        {"when": "2023-06-01"},
        {"modality": "estimated"},
        {"amount": "40 tank"},
    ],
)
def test_beginnings_alike_and_lower_figures_count_too(fields: dict[str, Any]) -> None:
    other = total("new/1", **{"amount": "300 tank", "day": JUNE, **fields})

    assert ["warning"] == severities(old, other, old="2023-07-01")


def test_a_figure_without_a_beginning_is_overtaken_by_any() -> None:
    assert ["warning"] == severities(total("old/1", "120 tank", APRIL, when=None), new, old="2023-07-01")


def test_a_revision_that_is_linked_overtakes_whatever_its_beginning() -> None:
    later = total("new/1", "300 tank", JUNE, when="2022-01-01/2023-06-01", links={"revises": "old/1"})

    finding = only(old, later, old="2023-07-01")

    assert (Severity.WARNING, Verdict.REVISION) == (finding.severity, finding.verdict)
    assert finding.message.endswith(
        "it was stale by publication; they count 2023-04-15/2023-04-30 and 2022-01-01/2023-06-01, so that their difference is no flow"
    )
    assert "no flow" in only(old, later).message
    assert "no flow" in only(old, later, old="2023-06").message


def test_a_source_that_prints_the_newer_figure_too_is_not_stale() -> None:
    own = total("old/2", "310 tank", JUNE)

    assert 0 == len(found(old, own, old="2023-06-10"))
    assert 0 == len(found(old, own, new, old="2023-06-10", new="2023-06-10"))
    assert ["warning"] == severities(old, total("old/2", "110 tank", "2023-04-20"), new, old="2023-06-10")


def test_the_newest_that_was_out_is_named() -> None:
    between = total("mid/1", "200 tank", "2023-05-15")
    late = total("late/1", "500 tank", "2023-07-01")

    finding = next(
        each for each in found(old, between, new, late, old="2023-06-10", mid="2023-05-16", late="2023-07-02")
    )

    assert Severity.WARNING is finding.severity
    assert ("old/1", "new/1") == finding.claims


def test_of_two_newest_the_first_by_id_is_named() -> None:
    twin = total("b/1", "300 tank", JUNE)

    assert ("old/1", "b/1") == only(old, new, twin, old="2023-06-10", b="2023-06-02").claims


def test_a_stock_is_overtaken_by_the_next_day_it_was_counted() -> None:
    men: dict[str, Any] = {"kind": "troop_deployment", "sender": "RW", "place": "Goma", "measure": "stock"}
    first = claim("old/1", **men, speaker="un", amount="4000 person", said=APRIL)
    later = claim("new/1", **men, speaker="un", amount="6000 person", said=JUNE)

    assert "before old came out (2023-06-20): it was stale" in only(first, later, old="2023-06-20").message


def test_one_state_is_one_origin() -> None:
    first = total("old/1", "120 tank", APRIL, speaker="shin-won-sik")

    assert (
        "of KR as of" in only(first, total("new/1", "300 tank", JUNE, speaker="KR"), old="2023-06-10").message
    )


def test_a_year_old_figure_is_history() -> None:
    assert ["warning"] == severities(old, new, old="2024-04-29")

    finding = only(old, new, old="2024-05-01")

    assert (Severity.INFO, Verdict.DIFFERENT_WINDOW) == (finding.severity, finding.verdict)
    assert finding.message.endswith("before old came out (2024-05-01): the older is told as of its own day")
    assert 2 == len(finding.working)


def test_words_that_name_their_date_are_not_stale() -> None:
    named = When(edtf=f"{START}/{APRIL}", words="by the end of April 2023")
    relative = When(edtf=f"{START}/{APRIL}", words="so far", anchor=date(2023, 4, 30))

    assert ["info"] == severities(total("old/1", "120 tank", APRIL, when=named), new, old="2023-07-01")
    assert ["warning"] == severities(total("old/1", "120 tank", APRIL, when=relative), new, old="2023-07-01")
    assert 0 == len(found(total("old/1", "120 tank", APRIL, when=named), new, old="2023-05-10"))


def test_a_window_that_ended_long_before_it_was_told_is_of_the_past() -> None:
    told: dict[str, Any] = {"said": "2023-05-28"}
    late = total("new/1", "300 tank", "2023-07-01")

    assert (
        "told as of its own day"
        in only(total("old/1", "120 tank", APRIL, **told), late, old="2023-07-10").message
    )
    told["said"] = "2023-05-27"
    assert (
        "stale by publication"
        in only(total("old/1", "120 tank", APRIL, **told), late, old="2023-07-10").message
    )


def test_a_window_that_ends_after_it_was_told_counts_to_that_day() -> None:
    year = total("old/1", "120 tank", APRIL, when="2023-04-15/2023-12-31")

    assert "as of 2023-04-30, but" in only(year, new, old="2023-07-01").message


def test_without_a_day_on_which_it_was_told_nothing_is_said() -> None:
    assert 0 == len(found(total("old/1", "120 tank", APRIL, said=None), new, old=None))
    assert 0 == len(found(total("old/1", "120 tank", APRIL, said="../2023"), new))
    assert 0 == len(found(total("old/1", "120 tank", APRIL, said="2023/.."), new))


def test_days_that_may_be_one_are_in_no_order() -> None:
    month = total("new/1", "300 tank", "2023-04")

    assert 0 == len(
        [
            each
            for each in found(old, month, old="2023-05-10")
            if "new/1" in each.claims and "old/1" in each.claims
        ]
    )
    approximate = total("new/1", "300 tank", "2023-05-01~")
    assert not [each for each in found(old, approximate, old="2023-05-10") if "prints" in each.message]


# --- the age of a figure


def test_a_stock_two_weeks_old_is_told_with_its_age() -> None:
    now = When(edtf=APRIL, words="now", anchor=date(2023, 4, 30))

    finding = only(stock("old/1", "~120 tank", APRIL, when=now), old="2023-05-22")

    assert (Severity.INFO, Verdict.DIFFERENT_WINDOW) == (finding.severity, finding.verdict)
    assert ("old/1",) == finding.claims
    assert (
        'old/1 gives about 120 tank (rsf), told as "now", as of 2023-04-30, and old came out 2023-05-22: the figure was at least '
        "22 days (about 3 weeks) old when it was printed"
    ) == finding.message
    assert ("old/1: 2023-04-30 to 2023-05-22, 22 days at least",) == finding.working


@pytest.mark.parametrize(
    ("measure", "published", "aged"),
    [
        ("stock", "2023-05-13", False),
        ("stock", "2023-05-14", True),
        ("cumulative", "2023-05-27", False),
        ("cumulative", "2023-05-28", True),
        ("cumulative", "2023-05-20/2023-07", False),
        ("cumulative", "2023-05-28/2023-07", True),
        ("flow", "2023-09-28", False),
        ("rate", "2023-09-28", False),
    ],
)
def test_the_age_that_is_told_depends_on_the_measure(measure: str, published: str, *, aged: bool) -> None:
    assert aged == bool(found(total("old/1", "120 tank", APRIL, measure=measure), old=published))


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2023-06-24", "55 days (about 7 weeks)"),
        ("2023-06-25", "56 days (about 2 months)"),
        ("2023-08-30", "122 days (about 4 months)"),
        ("2025-04-28", "729 days (about 24 months)"),
        ("2025-04-29", "730 days (about 2 years)"),
        ("2033-04-30", "3,653 days (about 10 years)"),
    ],
)
def test_an_age_is_told_in_weeks_or_months(published: str, words: str) -> None:
    assert f"at least {words} old" in only(old, old=published).message


def test_an_origin_that_nobody_names_has_an_age_too_but_no_series() -> None:
    first, later = (
        total("old/1", "120 tank", APRIL, speaker="unknown"),
        total("new/1", "300 tank", JUNE, speaker="unknown"),
    )

    assert "120 tank (unknown) as of" in only(first, later, old="2023-07-01").message


def test_figures_of_one_origin_are_told_together_the_oldest_first() -> None:
    finding = only(
        old,
        total("b/1", "115 tank", "2023-04-25"),
        total("c/1", "118 tank", "2023-04-28"),
        old="2023-06-01",
        b="2023-06-10",
        c="2023-06-02",
    )

    assert ("b/1", "c/1", "old/1") == finding.claims
    assert finding.message.endswith("old when it was printed; so with c/1 and old/1")
    assert 3 == len(finding.working)


def test_what_is_told_as_stale_is_not_told_as_old() -> None:
    assert 1 == len(found(old, new, old="2023-07-01"))
    assert 1 == len(found(old, new, old="2023-06"))
    assert 2 == len(found(old, total("new/1", "300 tank", "2023-08-01"), old="2023-07-01", new="2023-08-02"))


def test_without_a_date_of_its_source_a_figure_has_no_age() -> None:
    assert 0 == len(found(old, old=None))
    assert 0 == len(found(old, old="../2024"))


def test_a_figure_of_the_past_has_no_age() -> None:
    assert 0 == len(found(total("old/1", "120 tank", APRIL, said="2023-06-01"), old="2023-08-01"))


# --- gathering, order, time


def test_papers_that_print_an_old_figure_are_told_as_one() -> None:
    papers = [total(f"p{number}/1", "120 tank", APRIL) for number in range(1, 9)]

    finding = only(*papers, new, **{f"p{number}": "2023-06-10" for number in range(1, 9)})

    assert finding.message.endswith(
        "it was stale by publication; so with p2/1, p3/1, p4/1, p5/1, p6/1 and 2 more"
    )
    assert 9 == len(finding.claims)
    assert 16 == len(finding.working)


def test_figures_superseded_since_are_told_once_for_each_newer_one() -> None:
    other = total("x/1", "7 tank", "2023-05-20", when="2022-01-01/2023-05-20")
    after = total("y/1", "90 tank", "2023-05-25", when="2022-01-01/2023-05-25")

    findings = found(old, new, other, after, x="2023-05-21", y="2023-05-26")

    assert [("old/1", "new/1"), ("x/1", "y/1")] == [each.claims for each in findings]


def test_the_order_of_the_claims_plays_no_part() -> None:
    days = [date(2023, 5, 1) + timedelta(days=11 * number) for number in range(8)]
    claims = [
        total(f"s{number}/1", f"{100 * (number + 1)} tank", str(day)) for number, day in enumerate(days)
    ]
    claims += [total(f"t{number}/1", "100 tank", str(days[0])) for number in range(4)]
    out = {f"s{number}": str(day + timedelta(days=3)) for number, day in enumerate(days)}
    out |= {f"t{number}": str(days[number] + timedelta(days=30)) for number in range(4)}
    expected = found(*claims, **out)

    assert 2 <= len(expected)
    for seed in range(6):
        random.Random(seed).shuffle(claims)

        assert expected == found(*claims, **out)


def test_thousands_of_daily_figures_are_read_in_no_time() -> None:
    start = date(2022, 2, 24)
    days = [start + timedelta(days=number) for number in range(2500)]
    claims = [
        total(
            f"s{number}/1",
            f"{10 * number + 1000} tank",
            str(day),
            when=f"{start - timedelta(days=number % 900)}/{day}",
        )
        for number, day in enumerate(days)
    ]
    every = corpus(
        *claims, **{f"s{number}": {"published": When.point(day)} for number, day in enumerate(days)}
    )
    started = time.process_time()

    assert 0 < len(every.check(select="figure-stale"))
    assert time.process_time() - started < 6


def test_on_the_seeds_what_was_old_and_what_was_overtaken_is_told() -> None:
    by_claims = {each.claims: each for each in osintkp.load_seeds().check(select="figure-stale")}

    assert {
        ("s1/containers", "s3/containers"), ("s3/containers",), ("s3/shells-152",), ("s3/kursk",),
    } == set(by_claims)  # fmt: skip
    assert {Severity.INFO} == {each.severity for each in by_claims.values()}
    assert Verdict.REVISION is by_claims["s1/containers", "s3/containers"].verdict
    assert "at least 87 days (about 3 months) old" in by_claims["s3/containers",].message
    assert 'told as "now", as of 2024-10-31' in by_claims["s3/kursk",].message
    assert "at least 22 days (about 3 weeks) old" in by_claims["s3/kursk",].message


def test_a_figure_told_without_a_day_is_as_old_as_its_origin_makes_it() -> None:
    dead: dict[str, Any] = {
        "kind": "loss",
        "actor": "PS",
        "by": "IL",
        "measure": "cumulative",
        "speaker": "hamas",
    }
    march = claim("a/1", **dead, amount="31045 person", said="2024-03-10", when="2023-10-07/2024-03-10")
    may = claim("b/1", **dead, amount="36284 person", said="2024-05-31", when="2023-10-07/2024-05-31")

    def stale(amount: str, **fields: Any) -> list[str]:
        late = claim("c/1", **{**dead, "amount": amount, "when": "2023-10-07/..", **fields})
        found = corpus(march, may, late, c={"published": osintkp.When.parse("2024-06-03")})
        return [
            each.message for each in found.check(select="figure-stale") if each.severity is Severity.WARNING
        ]

    (message,) = stale("31045 person")
    assert message.startswith(
        "c/1 prints 31,045 person of hamas as of 2024-03-10, but hamas had given 36,284 person as of 2024-05-31 (b/1)"
    )
    assert [] == stale("37000 person")
    assert [] == stale("31045 person", said="2024-06-02")


def test_an_inferred_date_of_publication_is_an_assumption() -> None:
    stock: dict[str, Any] = {
        "kind": "shipment",
        "sender": "LY",
        "item": "fuel/crude",
        "measure": "stock",
        "speaker": "noc-libya",
    }
    old = claim("a/1", **stock, amount="40000 tonne", when="2024-03-01", said="2024-03-01")
    new = claim("b/1", **stock, amount="22000 tonne", when="2024-04-15", said="2024-04-15")
    out = {"published": When.parse("2024-05-20")}
    guessed = {**out, "published_basis": "names the strike of May"}

    (told,) = corpus(old, new, a=guessed, b=out).check(select="figure-stale").at_least("warning")
    (sure,) = corpus(old, new, a=out, b=out).check(select="figure-stale").at_least("warning")

    assert (*sure.assumptions, "when a came out was inferred: names the strike of May") == told.assumptions
