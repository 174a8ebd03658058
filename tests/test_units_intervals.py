"""The numbers that figures may stand for, and those that they share."""

from __future__ import annotations

from itertools import combinations
from math import inf, nextafter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osintkp.units import Amount
from osintkp.units.amount import printed_interval
from osintkp.units.comparing import Interval, shared

EDGES = st.sampled_from([-inf, 0.0, 1.0, 10.0, nextafter(10, 11), 200.0, inf])
INTERVALS = st.builds(
    lambda one, other, above, below: Interval(min(one, other), max(one, other), above, below),
    EDGES,
    EDGES,
    st.booleans(),
    st.booleans(),
).filter(lambda interval: not interval.empty)


@pytest.mark.parametrize(
    ("amount", "interval"),
    [
        ("0 truck", Interval(0, 0)),
        ("350 truck", Interval(345, 355)),
        (">350 truck", Interval(350, inf, low_open=True)),
        (">=350 truck", Interval(350, inf)),
        ("<350 truck", Interval(-inf, 350, high_open=True)),
        ("<=350 truck", Interval(-inf, 350)),
        ("300..350 truck", Interval(300, 350)),
    ],
)
def test_a_figure_stands_for_its_band(amount: str, interval: Interval) -> None:
    assert interval == printed_interval(Amount.parse(amount), "truck")


@pytest.mark.parametrize(
    ("one", "other", "empty"),
    [
        ("0 truck", "<10 truck", False),
        ("0 truck", "<=0 truck", False),
        ("0 truck", "<0 truck", True),
        ("0 truck", ">0 truck", True),
        ("10..10 truck", ">9 truck", False),
        ("10..10 truck", ">10 truck", True),
        ("<10 truck", ">10 truck", True),
        ("<10 truck", ">=10 truck", True),
        ("<=10 truck", ">=10 truck", False),
    ],
)
def test_an_edge_that_is_left_out_is_in_nothing_else(one: str, other: str, empty: bool) -> None:
    mine, theirs = (printed_interval(Amount.parse(each), "truck") for each in (one, other))

    assert empty is shared((mine, theirs)).empty is shared((theirs, mine)).empty


@given(intervals=st.lists(INTERVALS, min_size=1, max_size=6))
def test_all_bands_share_a_number_where_every_two_do(intervals: list[Interval]) -> None:
    every_two = not any(shared((one, other)).empty for one, other in combinations(intervals, 2))

    assert every_two is not shared(intervals).empty
