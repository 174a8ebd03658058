from __future__ import annotations

import math
import operator

import pytest

from osintkp.errors import DimensionError
from osintkp.units import Amount
from osintkp.units.comparing import SLACK, Interval, beside, equal, interval, less
from osintkp.vocabulary.scales import Answer

YES, NO, UNDECIDED = Answer.YES, Answer.NO, Answer.UNDECIDED


@pytest.mark.parametrize(
    ("one", "other", "is_less", "is_equal", "is_greater"),
    [
        ("5 crate", "6 crate", YES, NO, NO),
        ("6 crate", "6 crate", NO, YES, NO),
        ("6 crate", "6.0 crate", NO, YES, NO),
        ("5..7 crate", "6 crate", UNDECIDED, UNDECIDED, UNDECIDED),
        ("5..6 crate", "6 crate", UNDECIDED, UNDECIDED, NO),
        ("6..7 crate", "6 crate", NO, UNDECIDED, UNDECIDED),
        ("5..6 crate", "6..7 crate", UNDECIDED, UNDECIDED, NO),
        ("5..6 crate", "7..8 crate", YES, NO, NO),
        ("6..6 crate", "6 crate", NO, YES, NO),
        (">100 person", "100 person", NO, NO, YES),
        (">=100 person", "100 person", NO, UNDECIDED, UNDECIDED),
        ("<100 person", "100 person", YES, NO, NO),
        ("<=100 person", "100 person", UNDECIDED, UNDECIDED, NO),
        (">100 person", "<100 person", NO, NO, YES),
        (">100 person", "<=100 person", NO, NO, YES),
        (">=100 person", "<100 person", NO, NO, YES),
        (">=100 person", "<=100 person", NO, UNDECIDED, UNDECIDED),
        (">100 person", ">200 person", UNDECIDED, UNDECIDED, UNDECIDED),
        (">100 person", "99 person", NO, NO, YES),
        (">100 person", "101 person", UNDECIDED, UNDECIDED, UNDECIDED),
        ("~9000 person", "9500 person", UNDECIDED, UNDECIDED, UNDECIDED),
        ("~9000 person", "10000 person", YES, NO, NO),
        ("~2000.. person", "1500 person", NO, NO, YES),
        ("~2000.. person", "9000 person", UNDECIDED, UNDECIDED, UNDECIDED),
        ("-5 percent", "-4 percent", YES, NO, NO),
    ],
)
def test_two_figures_stand_to_each_other(
    one: str, other: str, is_less: Answer, is_equal: Answer, is_greater: Answer
) -> None:
    first, second = Amount.parse(one), Amount.parse(other)

    assert (is_less, is_equal, is_greater) == (first.less(second), first.equal(second), first.greater(second))
    assert (is_greater, is_equal, is_less) == (second.less(first), second.equal(first), second.greater(first))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1 mile", "1.609344 km"),
        ("1 barrel", "42 us_gallon"),
        ("1 barrel", "158.987294928 litre"),
        ("1 FEU", "2 TEU"),
        ("30 percent", "0.3"),
        ("2000 pound_mass", "1 short_ton"),
        ("3.6 kilometre_per_hour", "1 metre/second"),
        ("7 day", "1 week"),
        ("5 tank", "5 vehicle"),
        ("0 tonne", "0 kilogram"),
    ],
)
def test_one_value_in_two_units_is_equal(one: str, other: str) -> None:
    first, second = Amount.parse(one), Amount.parse(other)

    assert (YES, NO, NO) == (first.equal(second), first.less(second), first.greater(second))


def test_a_near_value_in_another_unit_is_not_equal() -> None:
    assert (NO, YES) == (
        Amount.parse("1 mile").equal(Amount.parse("1.60934400001 km")),
        Amount.parse("1 mile").less(Amount.parse("1.60934400001 km")),
    )


def test_in_one_unit_the_last_digit_counts() -> None:
    one, other = Amount.parse("0.3 tonne"), Amount.parse("0.30000000000000004 tonne")

    assert (YES, NO) == (one.less(other), one.equal(other))


@pytest.mark.parametrize("compare", ["equal", "less", "greater"])
def test_figures_of_other_dimensions_are_not_compared(compare: str) -> None:
    with pytest.raises(DimensionError) as error:
        getattr(Amount.parse("5 container"), compare)(Amount.parse("5 round"))

    assert {"'container'", "'round'"} <= set(str(error.value).split())


def test_an_interval_has_infinite_ends_where_a_bound_is_missing() -> None:
    assert Interval(-math.inf, 3000.0, high_open=True) == interval(Amount.parse("<3 km"), 1000.0)
    assert Interval(3.0, math.inf, low_open=True) == interval(Amount.parse(">3 km"), 1.0)
    assert Interval(3.0, math.inf) == interval(Amount.parse(">=3 km"), 1.0)
    assert Interval(-math.inf, 3.0) == interval(Amount.parse("<=3 km"), 1.0)


def test_slack_is_given_only_to_two_units() -> None:
    same = beside(Amount.parse("5 km"), Amount.parse("6 km"))
    other = beside(Amount.parse("5 km"), Amount.parse("6 mile"))

    assert (Interval(5.0, 5.0), Interval(6.0, 6.0), 0.0) == same
    assert (Interval(5000.0, 5000.0), SLACK) == (other[0], other[2])
    assert other[1].low == pytest.approx(9656.064)


def test_slack_makes_two_near_values_touch() -> None:
    one, other = Interval(1.0, 1.0), Interval(1.0 + 1e-13, 1.0 + 1e-13)

    assert (NO, YES) == (equal(one, other), equal(one, other, SLACK))
    assert (YES, NO) == (less(one, other), less(one, other, SLACK))


def test_an_interval_is_no_point() -> None:
    assert UNDECIDED is equal(Interval(1.0, 2.0), Interval(1.0, 2.0))
    assert UNDECIDED is equal(Interval(1.0, 1.0), Interval(1.0, 2.0))


def test_amounts_have_no_order_operators() -> None:
    with pytest.raises(TypeError):
        operator.lt(Amount.parse("5 km"), Amount.parse("6 km"))
