"""Figures as findings put them into words, and hold them against each other."""

from __future__ import annotations

import pytest

from builders import claim
from osintkp import Amount
from osintkp.checks._figures import (
    LOOSENESS,
    ROUNDING,
    asserted,
    certainly_above,
    extent,
    percent,
    plain,
    printed,
    quoted,
    span,
    standing,
    worded,
)
from osintkp.errors import DimensionError
from osintkp.units import Band


@pytest.mark.parametrize(
    ("amount", "words", "bare"),
    [
        ("6700 container", "6,700 container", "6,700 container"),
        ("~6700 container", "about 6,700 container", "6,700 container"),
        (">6700 container", "more than 6,700 container", "more than 6,700 container"),
        (">=6700 container", "at least 6,700 container", "at least 6,700 container"),
        ("<6700 container", "less than 6,700 container", "less than 6,700 container"),
        ("<=6700 container", "at most 6,700 container", "at most 6,700 container"),
        ("5..7 container", "5 to 7 container", "5 to 7 container"),
        ("5..6..7 container", "6 container", "6 container"),
        ("~2000.. person", "about 2,000 or more person", "about 2,000 or more person"),
        ("~2000..5000 person", "2,000 to 5,000 person", "2,000 to 5,000 person"),
        ("~1.3", "about 1.3", "1.3"),
        ("0 tank", "0 tank", "0 tank"),
    ],
)
def test_an_amount_in_words_keeps_its_comparator(amount: str, words: str, bare: str) -> None:
    assert words == worded(Amount.parse(amount))
    assert bare == plain(Amount.parse(amount))


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (2.0, 3.0, "2 to 3 tonne"),
        (2.0, 2.0, "2 tonne"),
        (2.0, 2.0000001, "2 tonne"),
        (2.0, None, "2 tonne or more"),
        (None, 3.0, "3 tonne or less"),
        (0.0, 3.0, "0 to 3 tonne"),
        (None, None, "any number"),
    ],
)
def test_bounds_in_words_have_their_unit(low: float | None, high: float | None, words: str) -> None:
    assert words == span(low, high, "tonne") == extent(Band(low=low, high=high, unit="tonne"))


@pytest.mark.parametrize(
    ("band", "words"),
    [
        (Band(low=2.0, best=2.5, high=3.0, unit="tonne"), "2.5 tonne (2 to 3)"),
        (Band(low=2.5, best=2.5, high=2.5, unit="tonne"), "2.5 tonne"),
        (Band(low=2.0, best=2.5), "2.5 (2 or more)"),
    ],
)
def test_a_calculated_figure_in_words_has_its_bounds_behind_it(band: Band, words: str) -> None:
    assert words == extent(band)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.8, "80 %"),
        (0.3433, "34 %"),
        (12.5, "1,250 %"),
        (0.0994, "9.9 %"),
        (0.0995, "10 %"),
        (0.001234, "0.12 %"),
        (-0.3, "-30 %"),
        (0.0, "0 %"),
    ],
)
def test_a_percentage_is_whole_from_ten_upwards(share: float, words: str) -> None:
    assert words == percent(share)


def test_an_open_bound_is_printed_as_none() -> None:
    assert (Band(low=None, high=3.0, unit="kilometre"), Band(low=3.0, unit="tank")) == (
        printed(Amount.parse("<=3 km")),
        printed(Amount.parse(">=3 tank")),
    )


def test_a_line_of_working_says_what_a_figure_stands_for() -> None:
    assert "a/1: about 40 tank stands for 35 to 45 tank" == standing(
        claim("a/1", "loss"), Amount.parse("~40 tank")
    )
    assert "a/1: at least 1.3 stands for 1.3 or more" == standing(claim("a/1", "loss"), Amount.parse(">=1.3"))


@pytest.mark.parametrize(
    ("one", "other", "above"),
    [
        ("106 tank", "100 tank", True),
        ("105 tank", "100 tank", False),
        ("106 tank", "~100 tank", False),
        ("100 tank", "106 tank", False),
        (">100 tank", "<=100 tank", True),
        (">=100 tank", "<=100 tank", False),
    ],
)
def test_above_is_certain_only_beyond_all_rounding(one: str, other: str, *, above: bool) -> None:
    assert above is certainly_above(Amount.parse(one), Amount.parse(other))


def test_figures_of_two_kinds_are_in_no_order() -> None:
    with pytest.raises(DimensionError):
        certainly_above(Amount.parse("3 tank"), Amount.parse("3 tonne"))


def test_one_denial_among_claims_is_enough() -> None:
    yes, no = claim("a/1", "loss"), claim("a/2", "loss", stance="denies")

    assert [True, False, False, True] == [
        asserted(yes, yes),
        asserted(yes, no),
        asserted(no, yes),
        asserted(),
    ]


def test_quoted_words_stay_on_one_line_and_within_their_length() -> None:
    assert '"a b \\x1bc"' == quoted(" a\n b\t\x1bc ")
    assert '"abcd"' == quoted("abcd", most=4)
    assert '"abcd..."' == quoted("abcde", most=4)
    assert ('"' + "a" * 200 + '"', '"' + "a" * 200 + '..."') == (quoted("a" * 200), quoted("a" * 201))


def test_what_is_taken_for_granted_is_said_in_words() -> None:
    assert (
        "a figure without a hedge may be rounded by half a unit of its last significant digit, at most 5 %"
        == ROUNDING
    )
    assert (
        "a hedged figure stands for the band of its looseness policy: by default half a unit of its last digit, at least 10 %"
        == LOOSENESS
    )
