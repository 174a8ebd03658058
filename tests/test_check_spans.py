"""Stretches, and one that another meets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim
from osintkp.checks._spans import EVER, NEVER, Spans, days
from osintkp.dates import When

ENDS = st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda ends: (ends[0], ends[0] + ends[1]))


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(1, 4, None), (1, 5, "a"), (9, 12, "b"), (10, 12, None), (6, 6, "a")]
)
def test_stretches_meet_where_they_have_a_point_in_common(start: int, end: int, expected: str | None) -> None:
    assert expected == Spans.of([(7, 9, "b"), (5, 6, "a")]).meeting(start, end)


def test_nothing_meets_nothing() -> None:
    assert Spans[str].of([]).meeting(0, 9) is None


@given(st.lists(ENDS, max_size=12), ENDS)
def test_one_is_found_wherever_there_is_one(stretches: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    meeting = [each for each in stretches if each[0] <= asked[1] and asked[0] <= each[1]]

    found = Spans.of((*each, each) for each in stretches).meeting(*asked)

    assert (found in meeting) if meeting else found is None


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (None, NEVER, EVER),
        ("2023-04", "2023-04-01", "2023-04-30"),
        ("2023-04/..", "2023-04-01", EVER),
        ("../2023-04", NEVER, "2023-04-30"),
    ],
)
def test_the_days_of_a_claim_are_those_that_it_may_be_about(
    when: str | None, first: int | str, last: int | str
) -> None:
    ends = (ordinal(end) if isinstance(end, str) else end for end in (first, last))

    assert tuple(ends) == days(claim("a/1", "loss", actor="SD", when=when))


@pytest.mark.parametrize("mark", ["~", "?", "%"])
def test_a_date_that_is_not_sure_reaches_a_year_further(mark: str) -> None:
    first, last = days(claim("a/1", "loss", actor="SD", when="2023-04"))

    assert (first - 366, last + 366) == days(claim("a/1", "loss", actor="SD", when=f"2023-04{mark}"))


def ordinal(text: str) -> int:
    day = When.parse(text).earliest
    assert day is not None
    return day.toordinal()
