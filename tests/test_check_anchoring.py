"""Dates that need a day to be counted from, and the days that may be meant."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim
from osintkp.checks._anchoring import (
    Anchor,
    Loose,
    Scenario,
    anchors,
    dated,
    loose_dates,
    occasion,
    scenarios,
)
from osintkp.dates import When
from osintkp.vocabulary.scales import Modality

GRAIN: dict[str, Any] = {"sender": "UA", "recipient": "SO", "item": "food/grain", "amount": "30000 tonne"}
WINTER = Anchor(day=date(2024, 2, 26), what="a came out")


def source(**fields: Any) -> osintkp.Source:
    return osintkp.Source(id="a", **fields)


def loose(
    made: osintkp.Claim, of: osintkp.Source | None = None
) -> list[tuple[str, str, str | None, date | None]]:
    return [
        (each.field, each.words, each.counted_from(WINTER), each.anchor) for each in loose_dates(made, of)
    ]


def test_a_date_without_a_year_is_loose_in_every_field() -> None:
    treaty = claim(
        "a/1", "treaty", signed="XXXX-09-01", in_force="XXXX-12", ended="2030", ratified={"TR": When.parse("XXXX-10")}, said="XXXX-02-20"
    )  # fmt: skip
    steps = (
        osintkp.Link(actor="un", when=When.parse("2024")),
        osintkp.Link(actor="bbc", when=When.parse("XXXX-01")),
    )

    assert [
        ("signed", "XXXX-09-01", "2023-09-01", None),
        ("in_force", "XXXX-12", "2023-12", None),
        ("ratified/TR", "XXXX-10", "2023-10", None),
        ("said", "XXXX-02-20", "2024-02-20", None),
        ("step/1", "XXXX-01", "2024-01", None),
    ] == loose(attrs.evolve(treaty, attribution=steps))


@pytest.mark.parametrize(
    "when", ["2023-09", "2023-09/..", "2023-09/2024-02", "198X", None, When.parse("2023-09", words="in September")]
)  # fmt: skip
def test_a_date_with_its_year_is_not(when: str | When | None) -> None:
    assert [] == loose(claim("a/1", **GRAIN, when=when))


def test_its_words_and_its_anchor_are_kept() -> None:
    when = When.parse("XXXX-09/..", words="since September", anchor=date(2022, 11, 5))

    assert [("when", "'since September' (XXXX-09/..)", "2022-09/..", date(2022, 11, 5))] == loose(
        claim("a/1", **GRAIN, when=when)
    )


def test_a_doubtful_anchor_does_not_count() -> None:
    when = When.parse("XXXX-09/..", anchor=date(2022, 11, 5))
    made, of = claim("a/1", **GRAIN, when=when), source(published=When.parse("2022-11-05/2023-12"))

    assert [("when", "XXXX-09/..", "2023-09/..", None)] == loose(made, of)
    said = attrs.evolve(made, said=When.parse("2022-11-05"))
    assert date(2022, 11, 5) == loose(said, of)[0][3]


@pytest.mark.parametrize("measure", ["cumulative", "flow"])
def test_a_running_figure_without_a_date_is_dated_by_its_words(measure: str) -> None:
    made = claim("a/1", **GRAIN, measure=measure, quote="30,000 tonnes since September")

    assert [("when", "'since September'", "2023-09/..", None)] == loose(made)
    ahead = attrs.evolve(made, modality=Modality.PREDICTED)
    assert "2024-09/.." == loose(ahead)[0][2]


@pytest.mark.parametrize(
    "fields",
    [
        {"measure": "stock"},
        {"measure": None},
        {"measure": "cumulative", "when": "2023-09/.."},
        {"measure": "cumulative", "quote": "30,000 tonnes"},
    ],
)
def test_other_figures_are_not(fields: dict[str, Any]) -> None:
    assert [] == loose(claim("a/1", **{**GRAIN, "quote": "30,000 tonnes since September", **fields}))


@pytest.mark.parametrize(
    ("modality", "stance", "meant"),
    [
        ("stated", "asserts", "2023-09"),
        ("capacity", "asserts", "2023-09"),
        ("predicted", "asserts", "2024-09"),
        ("conditional", "asserts", "2024-09"),
        ("predicted", "denies", "2023-09"),
        ("pledged", "asserts", "2023-09"),
    ],
)
def test_what_is_expected_lies_ahead(modality: str, stance: str, meant: str) -> None:
    made = claim("a/1", **GRAIN, when="XXXX-09", modality=modality, stance=stance)

    assert meant == loose(made)[0][2]


def test_a_promise_may_lie_either_way() -> None:
    (each,) = loose_dates(claim("a/1", **GRAIN, when="XXXX-09", modality="pledged"), None)

    assert "2024-09" == each.counted_from(WINTER, promised=True)
    assert ["2023-09", "2024-09"] == [found.dates[0] for found in scenarios((each,), (WINTER,))]


def test_a_year_is_enough_for_a_month_by_its_name() -> None:
    year = Anchor(day=date(2022, 12, 31), what="a year of other claims", years=True)
    (named,) = loose_dates(claim("a/1", **GRAIN, when="XXXX-09"), None)
    (hoped,) = loose_dates(claim("a/1", **GRAIN, when="XXXX-09", modality="predicted"), None)
    (relative,) = loose_dates(claim("a/1", **GRAIN, measure="flow", quote="since last month"), None)

    assert ["2022-09", "2022-09", None] == [each.counted_from(year) for each in (named, hoped, relative)]
    assert "2022 (a year of other claims)" == str(year)
    assert () == scenarios((relative,), (year,))


def relative(edtf: str, words: str, anchor: date, **source_fields: Any) -> list[Loose]:
    made = claim("a/1", **GRAIN, when=When.parse(edtf, words=words, anchor=anchor))
    return list(loose_dates(made, source(**source_fields)))


def test_words_counted_from_one_of_several_days_are_counted_again() -> None:
    (each,) = relative(
        "2024-01", "last month", date(2024, 2, 27), published=When.parse("2024-02-27/2024-03-03")
    )

    assert "'last month' (2024-01)" == each.words
    assert "2024-01" == each.counted_from(Anchor(day=date(2024, 2, 28), what=""))
    assert "2024-02" == each.counted_from(Anchor(day=date(2024, 3, 3), what=""))
    (since,) = relative(
        "2024-01/2024-02-26", "since last month", date(2024, 2, 27), published=When.parse("2024-02/2024-03-03")
    )  # fmt: skip
    assert "2024-01/2024-02-26" == since.counted_from(Anchor(day=date(2024, 2, 27), what=""))
    assert "2024-02/2024-02-26" == since.counted_from(Anchor(day=date(2024, 3, 1), what=""))
    assert "2024-04/.." == since.counted_from(Anchor(day=date(2024, 5, 1), what=""))
    (eve,) = relative(
        "2024-02-26", "yesterday", date(2024, 2, 27), published=When.parse("2024-02-27/2024-03-03")
    )
    assert "2024-02-26" == eve.counted_from(Anchor(day=date.min, what=""))


@pytest.mark.parametrize(
    ("edtf", "words", "published"),
    [
        ("2024-01", "last month", "2024-02-27"),
        ("2024-01", "last month", "2024-03/2024-04"),
        ("2024-01", "last month", "2023/2024-02-26"),
        ("2024-01", "last month", "2024-02/.."),
        ("2024-01", "last month", None),
        ("2024-01", "weeks ago", "2024-02-27/2024-03-03"),
        ("2024-01-05", "last month", "2024-02-27/2024-03-03"),
    ],
)
def test_words_counted_from_a_sure_day_or_otherwise_are_left_alone(
    edtf: str, words: str, published: str | None
) -> None:
    when = None if published is None else When.parse(published)

    assert [] == relative(edtf, words, date(2024, 2, 27), published=when)


def test_claims_of_one_text_and_one_telling_share_an_occasion() -> None:
    one, other = claim("a/1", "loss", said="2020"), claim("a/2", "loss", said="2020")

    assert occasion(one) == occasion(other)
    assert occasion(one) != occasion(claim("a/3", "loss", said="2021"))
    assert occasion(one) != occasion(claim("b/1", "loss", said="2020"))


def test_the_days_to_count_from_are_those_of_telling_and_printing() -> None:
    made = claim("a/1", **GRAIN, said="2024-01-20", speaker="un")
    found = anchors(made, source(published=When.parse("2024-02-27/2024-03-03")), ())

    assert [
        "2024-01-20 (a/1 was said by un)",
        "2024-02-27 (a came out, 2024-02-27/2024-03-03)",
        "2024-03-03 (a came out, 2024-02-27/2024-03-03)",
    ] == [str(each) for each in found]
    assert ["2024-03-05"] == [
        str(each.day) for each in anchors(claim("a/1", "loss"), source(published=When.parse("2024-03-05")), ())
    ]  # fmt: skip
    assert [date(2024, 1, 1)] == [
        each.day for each in anchors(claim("a/1", "loss"), source(published=When.parse("2024-01-01/..")), ())
    ]
    same = claim("a/1", **GRAIN, said="2024-03-05")
    assert 1 == len(anchors(same, source(published=When.parse("2024-03-05")), ()))


def near(*dates: str | None, said: str | None = None) -> tuple[osintkp.Claim, ...]:
    return tuple(claim(f"b/{number}", **GRAIN, when=when, said=said) for number, when in enumerate(dates))


def test_without_them_the_years_of_other_claims_count() -> None:
    lone = claim("a/1", **GRAIN, when="XXXX-09", said="XXXX-10")
    others = near("2019", "2020", "2020-05/2021-02", "2021", "2022-03", "2021/..", "XXXX-09", None)

    found = anchors(lone, None, others)

    assert [2019, 2020, 2021] == [each.day.year for each in found]
    assert all(each.years for each in found)
    assert [2022] == [each.day.year for each in anchors(lone, source(), near(None, said="2022-01"))]
    assert () == anchors(lone, source(), near(None, "XXXX-09"))
    collected = source(retrieved=When.parse("2020-06-01"))
    assert [2019, 2020] == [each.day.year for each in anchors(lone, collected, near("2019", "2020-05", "2021"))]  # fmt: skip
    spring = source(retrieved=When.parse("2020/.."))
    assert [2021] == [each.day.year for each in anchors(lone, spring, near("2021"))]


def test_days_that_lead_to_the_same_dates_are_one_outcome() -> None:
    (each,) = loose_dates(claim("a/1", **GRAIN, when="XXXX-09"), None)
    days = tuple(
        Anchor(day=day, what="told") for day in (date(2024, 2, 1), date(2024, 8, 31), date(2024, 9, 1))
    )

    found = scenarios((each,), days)

    assert [("2023-09",), ("2024-09",)] == [one.dates for one in found]
    assert [days[:2], days[2:]] == [one.anchors for one in found]
    assert () == scenarios((each,), ())


def test_dates_are_replaced_where_they_stand() -> None:
    treaty = claim(
        "a/1",
        "treaty",
        signed=When.parse("XXXX-09", words="in September"),
        ratified={"TR": When.parse("XXXX-10"), "LY": When.parse("2020")},
        said="XXXX-02",
    )
    steps = (osintkp.Link(actor="un", when=When.parse("2024")), osintkp.Link(actor="bbc", when=When.parse("XXXX-01")))  # fmt: skip
    total = claim("a/2", **GRAIN, measure="flow", quote="since last month")
    every = (
        *loose_dates(attrs.evolve(treaty, attribution=steps), None),
        *loose_dates(total, None),
    )
    only = scenarios(every, (WINTER,))

    assert isinstance(only[0], Scenario)
    found = dated(every, only[0].dates)
    assert ["a/1", "a/2"] == list(found)
    record: Any = found["a/1"].record
    assert ("2023-09", "in September") == (record.signed.edtf, record.signed.words)
    assert {"TR": "2023-10", "LY": "2020"} == {party: str(when) for party, when in record.ratified.items()}
    assert "2024-02" == str(found["a/1"].said)
    assert ["2024", "2024-01"] == [str(link.when) for link in found["a/1"].attribution]
    assert "2024-01/.." == str(found["a/2"].when)
    assert total == dated(every, (None,) * len(every))["a/2"]


@pytest.mark.parametrize(
    ("words", "count"), [("last week", 1), ("since last month", 1), ("in September", 0), ("9 February", 0)]
)
def test_relative_words_without_an_anchor_are_loose_where_nobody_knows_the_day(
    words: str, count: int
) -> None:
    when = osintkp.When.parse("2024-02-05/2024-02-11", words=words)
    told = claim("a/1", **GRAIN, when=when)
    said = claim("a/1", **GRAIN, when=when, said="2024-02-13")
    undated, dated = osintkp.Source(id="a"), osintkp.Source(id="a", published=osintkp.When.parse("2024-02"))

    assert count == len(list(loose_dates(told, undated))) == len(list(loose_dates(told, None)))
    assert [] == list(loose_dates(told, dated)) == list(loose_dates(said, undated))


def test_relative_words_without_an_anchor_are_counted_from_a_day_and_not_from_a_year() -> None:
    when = osintkp.When.parse("2024-02-05/2024-02-11", words="last week")
    (each,) = loose_dates(claim("a/1", **GRAIN, when=when), None)

    assert "'last week' (2024-02-05/2024-02-11)" == each.words
    assert "2024-02-12/2024-02-18" == each.counted_from(Anchor(day=date(2024, 2, 20), what="a day"))
    assert each.counted_from(Anchor(day=date(2024, 12, 31), what="a year", years=True)) is None
