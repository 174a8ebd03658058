from __future__ import annotations

import math
from typing import Any

import pytest

from osintkp.errors import AmountError
from osintkp.units import Comparator
from osintkp.units.notation import Numbers
from osintkp.units.shapes import check, check_text, comparator, number, printed

C = Comparator
LEAVE = "leave the others None, or choose the comparator that fits"


@pytest.mark.parametrize(
    ("value", "expected"), [(None, None), (5, 5.0), (5.5, 5.5), (-0.0, 0.0), (10**30, 1e30)]
)
def test_a_bound_is_a_float_or_none(value: float | None, expected: float | None) -> None:
    assert expected == number(value)
    assert expected is None or "float" == type(number(value)).__name__


def test_minus_zero_loses_its_sign() -> None:
    assert "0.0" == str(number(-0.0))


@pytest.mark.parametrize("value", ["5", True, False, [5], b"5", 5j])
def test_a_bound_that_is_no_number_is_refused(value: Any) -> None:
    with pytest.raises(AmountError) as error:
        number(value)

    expected = ("wrong-type", "a bound is a number or None", value, "write it without quotes, like 6700")
    assert expected == error.value.args[:4]


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan, 10**400])
def test_a_bound_that_is_not_finite_is_refused(value: float) -> None:
    with pytest.raises(AmountError) as error:
        number(value)

    expected = ("number-not-finite", "the number is not finite", "use None for no bound")
    assert expected == (error.value.code, error.value.what, error.value.fix)
    assert error.value.value is value


def test_a_comparator_is_known_by_its_sign() -> None:
    assert list(Comparator) == [comparator(sign) for sign in ("=", "~", ">", ">=", "<", "<=", "..", "~..")]


@pytest.mark.parametrize("sign", ["==", "", "≈", None, 5])
def test_an_unknown_comparator_is_refused(sign: Any) -> None:
    with pytest.raises(AmountError) as error:
        comparator(sign)

    expected = ("comparator-unknown", "no such comparator", sign, "use one of = ~ > >= < <= .. ~..")
    assert expected == error.value.args[:4]


@pytest.mark.parametrize(
    ("sign", "given"),
    [
        (C.EXACT, (5.0, 5.0, 5.0)),
        (C.ABOUT, (4.0, 5.0, 6.0)),
        (C.ABOUT, (5.0, 5.0, 5.0)),
        (C.ABOVE, (5.0, None, None)),
        (C.AT_LEAST, (5.0, None, None)),
        (C.BELOW, (None, None, 5.0)),
        (C.AT_MOST, (None, None, 0.0)),
        (C.BETWEEN, (5.0, None, 6.0)),
        (C.BETWEEN, (5.0, 5.0, 6.0)),
        (C.FROM_ABOUT, (5.0, None, None)),
        (C.FROM_ABOUT, (5.0, None, 6.0)),
    ],
)
def test_each_comparator_takes_its_bounds(sign: Comparator, given: Numbers) -> None:
    check(sign, given, "person")


@pytest.mark.parametrize(
    ("sign", "given", "asked"),
    [
        (C.EXACT, (5.0, None, 5.0), "low = best = high"),
        (C.EXACT, (5.0, 5.0, 6.0), "low = best = high"),
        (C.EXACT, (None, None, None), "low = best = high"),
        (C.ABOUT, (None, 5.0, 6.0), "low, best and high"),
        (C.ABOUT, (4.0, None, 6.0), "low, best and high"),
        (C.ABOVE, (5.0, 5.0, None), "low alone"),
        (C.ABOVE, (5.0, None, 6.0), "low alone"),
        (C.AT_LEAST, (None, None, 6.0), "low alone"),
        (C.BELOW, (5.0, None, None), "high alone"),
        (C.AT_MOST, (None, 5.0, 6.0), "high alone"),
        (C.BETWEEN, (5.0, None, None), "low and high, and best if any"),
        (C.BETWEEN, (None, 5.0, 6.0), "low and high, and best if any"),
        (C.FROM_ABOUT, (None, None, 6.0), "low, and high if any"),
        (C.FROM_ABOUT, (5.0, 5.5, 6.0), "low, and high if any"),
    ],
)
def test_bounds_that_do_not_fit_the_comparator_are_refused(
    sign: Comparator, given: Numbers, asked: str
) -> None:
    with pytest.raises(AmountError) as error:
        check(sign, given, "person")

    assert ("amount-shape", f"the comparator '{sign}' takes {asked}", given, LEAVE) == error.value.args[:4]


@pytest.mark.parametrize(
    ("sign", "given", "fix"),
    [
        (C.BETWEEN, (6.0, None, 5.0), "write 5..6"),
        (C.BETWEEN, (5.0, 7.5, 6.0), "write 5..6..7.5"),
        (C.ABOUT, (6.0, 5.0, 7.0), "write 5..6..7"),
        (C.FROM_ABOUT, (6.0, None, 5.0), "write 5..6"),
    ],
)
def test_bounds_out_of_order_are_refused(sign: Comparator, given: Numbers, fix: str) -> None:
    with pytest.raises(AmountError) as error:
        check(sign, given, "person")

    assert ("amount-order", "low, best and high are out of order", given, fix) == error.value.args[:4]


@pytest.mark.parametrize(
    ("given", "unit"), [((-350.0,) * 3, "truck"), ((-1.0,) * 3, "tonne"), ((-1.0,) * 3, "barrel/year")]
)
def test_a_count_below_zero_is_refused(given: tuple[float, float, float], unit: str) -> None:
    with pytest.raises(AmountError) as error:
        check(C.EXACT, given, unit)

    expected = (
        "number-range",
        f"an amount in {unit} is never below zero",
        given[0],
        f"write {-given[0]:.0f} {unit}",
    )
    assert expected == error.value.args[:4]


@pytest.mark.parametrize("unit", ["percent", "", "degree_celsius", "percent/year"])
def test_a_change_or_a_temperature_may_be_below_zero(unit: str) -> None:
    check(C.EXACT, (-5.0, -5.0, -5.0), unit)


@pytest.mark.parametrize(
    ("sign", "given", "kept", "expected"),
    [
        (C.EXACT, (1.3, 1.3, 1.3), "1.30", "1.30"),
        (C.EXACT, (1.3, 1.3, 1.3), "1.4", "1.3"),
        (C.EXACT, (1.3, 1.3, 1.3), "", "1.3"),
        (C.ABOUT, (6030.0, 6700.0, 7370.0), "", "6700"),
        (C.ABOUT, (6000.0, 6700.0, 7370.0), "6700", "6000..6700..7370"),
        (C.ABOVE, (5.0, None, None), "", "5"),
        (C.AT_MOST, (None, None, 5.0), "", "5"),
        (C.BETWEEN, (5.0, None, 6.0), "", "5..6"),
        (C.BETWEEN, (5.0, 5.5, 6.0), "", "5..5.5..6"),
        (C.BETWEEN, (5.0, 5.0, 5.0), "", "5..5..5"),
        (C.FROM_ABOUT, (5.0, None, None), "", "5.."),
        (C.FROM_ABOUT, (5.0, None, 6.0), "5.0..6", "5.0..6"),
        (C.FROM_ABOUT, (5.0, None, 6.0), "", "5..6"),
    ],
)
def test_the_printed_form_is_kept_or_made(sign: Comparator, given: Numbers, kept: str, expected: str) -> None:
    assert expected == printed(sign, given, "tenth", kept)


def test_a_kept_form_that_is_no_text_is_made_anew() -> None:
    wrong: Any = 5

    assert "5" == printed(C.EXACT, (5.0, 5.0, 5.0), "tenth", wrong)


def test_a_text_that_gives_back_its_hedge_passes() -> None:
    check_text('~6700 container "roughly"', "roughly")
    check_text("~6700 container", None)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ('5 crate ""', ""),
        ('5 crate "a"b"', 'a"b'),
        ('5 crate "5"', 5),
        ('5 crate "' + "w" * 81 + '"', "w" * 81),
    ],
)
def test_a_text_that_does_not_give_back_its_hedge_is_refused(text: str, hedge: Any) -> None:
    with pytest.raises(AmountError) as error:
        check_text(text, hedge)

    assert ("hedge-syntax", hedge) == (error.value.code, error.value.value)
