"""Dates without a year, and words that are relative to a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osintkp.checks._relative import phrase, with_year
from osintkp.dates import When
from osintkp.dates.edtf import bounds
from osintkp.vocabulary.scales import Answer

DAY = date(2024, 2, 26)  # a Monday


@pytest.mark.parametrize(
    ("edtf", "back", "forward"),
    [
        ("XXXX", "2024", "2024"),
        ("XXXX-02", "2024-02", "2024-02"),
        ("XXXX-03", "2023-03", "2024-03"),
        ("XXXX-01", "2024-01", "2025-01"),
        ("XXXX-02-26", "2024-02-26", "2024-02-26"),
        ("XXXX-02-27", "2023-02-27", "2024-02-27"),
        ("XXXX-02-29", "2020-02-29", "2024-02-29"),
        ("XXXX-24", "2023-24", "2024-24"),
        ("XXXX-09~", "2023-09~", "2024-09~"),
        ("XXXX-09/..", "2023-09/..", "2024-09/.."),
        ("../XXXX-09", "../2023-09", "../2024-09"),
        ("/XXXX-09", "/2023-09", "/2024-09"),
        ("XXXX-11/XXXX-01", "2023-11/2024-01", "2024-11/2025-01"),
        ("XXXX-03/XXXX-05", "2023-03/2023-05", "2024-03/2024-05"),
        ("XXXX-09/2022-03", "2021-09/2022-03", None),
        ("2023-09/XXXX-01", "2023-09/2024-01", "2023-09/2024-01"),
        ("2023-09/XXXX-08", "2023-09/2024-08", "2023-09/2024-08"),
        ("2019-05", "2019-05", "2019-05"),
    ],
)
def test_a_date_without_a_year_is_the_nearest_one(edtf: str, back: str, forward: str | None) -> None:
    assert back == with_year(edtf, DAY)
    assert forward == with_year(edtf, DAY, forward=True)


def test_the_calendar_has_an_end_and_a_beginning() -> None:
    assert with_year("XXXX-09", date(1, 1, 1)) is None
    assert with_year("XXXX-09/..", date(1, 1, 1)) is None
    assert with_year("XXXX-09/XXXX-10", date(1, 1, 1)) is None
    assert with_year("XXXX-01", date(9999, 12, 1), forward=True) is None
    assert with_year("XXXX-01/XXXX-03", date(9999, 12, 1), forward=True) is None
    assert "1896-02-29" == with_year("XXXX-02-29", date(1903, 5, 1))


@given(st.sampled_from(["XXXX-09", "XXXX-02-29", "XXXX-12-31", "XXXX-23", "XXXX-05/XXXX-03"]), st.dates(date(20, 1, 1), date(9970, 1, 1)))  # fmt: skip
def test_the_nearest_date_lies_on_its_side_of_the_day(edtf: str, day: date) -> None:
    back, forward = with_year(edtf, day), with_year(edtf, day, forward=True)

    assert back is not None
    assert forward is not None
    assert (When.parse(back).earliest or date.max) <= day <= (When.parse(forward).latest or date.min)
    assert When.parse(forward).before(When.parse(back)) is not Answer.YES


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("since September", "2023-09/.."),
        ("From September onward", "2023-09/.."),
        ("after January", "2024-01/.."),
        ("in May", "2023-05"),
        ("in mid-March", "2023-03"),
        ("Mid-March reports", "2023-03"),
        ("at the start of March", "2023-03"),
        ("last September", "2023-09"),
        ("this February", "2024-02"),
        ("since last month", "2024-01/.."),
        ("last month", "2024-01"),
        ("this month", "2024-02"),
        ("the previous year", "2023"),
        ("since last year, they met", "2023/.."),
        ("this year", "2024"),
        ("last week", "2024-02-19/2024-02-25"),
        ("earlier this week", "2024-02-26/2024-03-03"),
        ("since last week", "2024-02-19/.."),
        ("on Friday", "2024-02-23"),
        ("on Monday", "2024-02-26"),
        ("yesterday", "2024-02-25"),
        ("in 2023 or since March", "2023-03/.."),
        ("seen in the last year, since last month", "2024-01/.."),
    ],
)
def test_relative_words_mean_a_time_beside_a_day(words: str, meant: str) -> None:
    found = phrase(words)

    assert found is not None
    assert meant == found.at(DAY)
    assert bounds(meant) is not None


@pytest.mark.parametrize(
    "words",
    [
        "",
        "since September 2023",
        "since September, 2023",
        "since Sept. 2023",
        "in March 7, 2024",
        "in May of 2021",
        "they may go in may",
        "march on the capital",
        "March",
        "Friday prayers",
        "a year",
        "every month",
        "in the last year",
        "the past year",
        "from March to May",
        "from Monday until Friday",
        "in the period under review",
        "7,000 containers",
        "x" * 301 + " since September",
    ],
)
def test_other_words_do_not(words: str) -> None:
    assert phrase(words) is None


def test_a_phrase_keeps_its_words_and_looks_ahead_where_it_is_told_to() -> None:
    found = phrase("has sent 40 trucks since September, in all")

    assert found is not None
    assert ("since September", "named", 9, True) == (found.words, found.unit, found.value, found.since)
    assert "2024-09/.." == found.at(DAY, forward=True)


@pytest.mark.parametrize("words", ["last week", "yesterday", "last month", "last year", "on Friday", "since May"])  # fmt: skip
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_do_no_harm(words: str, day: date) -> None:
    found = phrase(words)

    assert found is not None
    edtf = found.at(day)
    assert edtf is None or bounds(edtf) is not None


def test_the_words_of_a_hostile_text_are_read_in_no_time() -> None:
    assert phrase("since " * 50_000 + "September") is None
    assert phrase("in month last " * 1000) is None
