"""The numbers that figures may stand for, and those that they share."""

from __future__ import annotations

from itertools import combinations
from math import inf, nextafter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osintkp.checks._band import Band, shared
from osintkp.units import Amount

EDGES = st.sampled_from([-inf, 0.0, 1.0, 10.0, nextafter(10, 11), 200.0, inf])
BANDS = st.builds(
    lambda one, other, above, below: Band(min(one, other), max(one, other), above, below),
    EDGES,
    EDGES,
    st.booleans(),
    st.booleans(),
).filter(lambda band: not band.empty)


@pytest.mark.parametrize(
    ("amount", "band"),
    [
        ("0 truck", Band(0, 0)),
        ("350 truck", Band(345, 355)),
        (">350 truck", Band(350, inf, above=True)),
        (">=350 truck", Band(350, inf)),
        ("<350 truck", Band(-inf, 350, below=True)),
        ("<=350 truck", Band(-inf, 350)),
        ("300..350 truck", Band(300, 350)),
    ],
)
def test_a_figure_stands_for_its_band(amount: str, band: Band) -> None:
    assert band == Band.printed(Amount.parse(amount), "truck")


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
    mine, theirs = (Band.printed(Amount.parse(each), "truck") for each in (one, other))

    assert empty is mine.shared_with(theirs).empty is theirs.shared_with(mine).empty


@given(bands=st.lists(BANDS, min_size=1, max_size=6))
def test_all_bands_share_a_number_where_every_two_do(bands: list[Band]) -> None:
    every_two = not any(one.shared_with(other).empty for one, other in combinations(bands, 2))

    assert every_two is not shared(bands).empty
