"""The numbers that figures may stand for, and those that they share."""

from __future__ import annotations

from itertools import combinations
from math import inf, nextafter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osintkp.units import Amount
from osintkp.units.amount import may_be_one_number, number_of, printed_interval, reach
from osintkp.units.comparing import SLACK, Interval, at_most, below, shared, slack_between, within

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


NUMBERS = st.decimals(min_value="0.0001", max_value="99999", places=4).map(float)
MASSES = st.sampled_from(("tonne", "kilogram", "gram", "kilotonne", "short_ton", "long_ton", "pound_mass"))
MARKS = st.sampled_from((">=", "<=", ">", "<"))


@given(number=NUMBERS, units=st.tuples(MASSES, MASSES), marks=st.tuples(MARKS, MARKS))
def test_two_bounds_with_one_number_meet_in_any_units_as_they_do_in_one(
    number: float, units: tuple[str, str], marks: tuple[str, str]
) -> None:
    printed = [Amount.parse(f"{mark}{number:.4f} tonne") for mark in marks]
    one, other = (each.converted(unit) for each, unit in zip(printed, units, strict=True))

    assert may_be_one_number(*printed) is may_be_one_number(one, other)


@given(number=NUMBERS, units=st.tuples(MASSES, MASSES))
def test_figures_that_touch_are_within_reach_of_each_other_in_any_units(
    number: float, units: tuple[str, str]
) -> None:
    printed = Amount.parse(f"{number:.4f}..{number:.4f} tonne")
    (low, high), (least, most) = (reach(printed.converted(unit)) for unit in units)

    assert low < most
    assert least < high
    assert max(high, most) == pytest.approx(min(low, least), rel=1e-11)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("<=0.3263 tonne", ">=326.3 kilogram", True),
        ("<=0.3263 tonne", ">=326.4 kilogram", False),
        ("<=0.3263 tonne", ">326.3 kilogram", False),
        ("1.757..1.757 kilotonne", "1757..1757 tonne", True),
        ("1.757..1.757 kilotonne", "1757.001..1758 tonne", False),
        ("297.944..297.944 tonne", "328.427041222056..328.427041222056 short_ton", True),
        ("0.29..0.29", "29..29 percent", True),
        ("0.29..0.29", "29.01..29.1 percent", False),
        (">0 tonne", "0 kilogram", False),
    ],
)
def test_what_touches_in_another_unit_may_be_one_number(one: str, other: str, expected: bool) -> None:
    mine, theirs = Amount.parse(one), Amount.parse(other)

    assert expected is may_be_one_number(mine, theirs) is may_be_one_number(theirs, mine)


BOUNDED = st.builds(
    lambda ends, above, below: Interval(min(ends), max(ends), above, below),
    st.tuples(st.integers(0, 5), st.integers(0, 5)).map(lambda ends: tuple(map(float, ends))),
    st.booleans(),
    st.booleans(),
).filter(lambda interval: not interval.empty)


@given(one=BOUNDED, other=BOUNDED)
def test_slack_changes_nothing_for_figures_that_are_further_apart(one: Interval, other: Interval) -> None:
    slackened = [each.with_slack(SLACK) for each in (one, other)]

    assert shared((one, other)).empty is shared(slackened).empty
    assert one is one.with_slack(slack_between({"truck"}))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (0.1 + 0.2, 0.3, True),
        (0.3, 0.1 + 0.2, True),
        (0.3001, 0.3, False),
        (0.0, 0.0, True),
        (inf, 5.0, False),
    ],
)
def test_a_sum_is_at_most_what_it_comes_to(first: float, second: float, expected: bool) -> None:
    assert expected is at_most(first, second)


VALUES = (-5.0, 0.0, 0.5, 1.0, 5.0, 10.0, nextafter(10, 11), 50.0, 200.0, 300.0)


def _holds(interval: Interval, value: float) -> bool:
    return interval.meets(Interval(value, value))


@given(one=INTERVALS, other=INTERVALS)
def test_an_interval_is_in_another_where_all_that_it_holds_is(one: Interval, other: Interval) -> None:
    held = all(_holds(other, value) for value in VALUES if _holds(one, value))

    assert held or not within(one, other, 0.0)
    assert within(one, one)


@given(one=INTERVALS, other=INTERVALS)
def test_one_interval_is_below_another_where_nothing_of_it_is_as_high(one: Interval, other: Interval) -> None:
    pairs = [(low, high) for low in VALUES if _holds(one, low) for high in VALUES if _holds(other, high)]

    assert all(low < high for low, high in pairs) or not below(one, other, 0.0)
    assert one.meets(other) is not (below(one, other, 0.0) or below(other, one, 0.0))


def test_what_leaves_its_end_out_is_in_what_holds_it_and_not_the_other_way_round() -> None:
    more, least = Interval(low=10.0, low_open=True), Interval(low=10.0)

    assert (True, False) == (within(more, least), within(least, more))
    assert (True, False) == (below(Interval(high=10.0), more), below(Interval(high=10.0), least))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1.003 kilotonne", "1003 tonne", True),
        ("1.003 kilotonne", "1003.1 tonne", False),
        ("~1.003 kilotonne", "1003 tonne", False),
        (">0.3263 tonne", ">326.3 kilogram", True),
        ("801755256135 gram", "801755.256135 tonne", True),
        ("1234567890123 gram", "1234567890121 gram", False),
    ],
)
def test_a_figure_is_known_again_in_another_unit(one: str, other: str, expected: bool) -> None:
    assert expected is (number_of(Amount.parse(one)) == number_of(Amount.parse(other)))


def test_figures_of_twelve_digits_are_told_apart_beside_one_in_another_unit() -> None:
    most, least = (Amount.parse(text) for text in ("<=999999999998 gram", ">=999999999999 gram"))
    slack = slack_between({"gram", "tonne"})

    assert shared([printed_interval(each, None, slack) for each in (most, least)]).empty
