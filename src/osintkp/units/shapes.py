"""Which bounds each comparator takes, and the printed form of bounds that came without one."""

import math
from typing import Final

from osintkp.errors import AmountError
from osintkp.units import definitions, diagnosis, notation
from osintkp.units.notation import Comparator, Numbers

# True: must be given; False: must not; None: may be.
_SHAPES: Final[dict[Comparator, tuple[tuple[bool | None, bool | None, bool | None], str]]] = {
    Comparator.EXACT: ((True, True, True), "low = best = high"),
    Comparator.ABOUT: ((True, True, True), "low, best and high"),
    Comparator.ABOVE: ((True, False, False), "low alone"),
    Comparator.AT_LEAST: ((True, False, False), "low alone"),
    Comparator.BELOW: ((False, False, True), "high alone"),
    Comparator.AT_MOST: ((False, False, True), "high alone"),
    Comparator.BETWEEN: ((True, None, True), "low and high, and best if any"),
    Comparator.FROM_ABOUT: ((True, False, None), "low, and high if any"),
}

SIGNS = frozenset(map(str, Comparator))


def number(value: float | None) -> float | None:
    """
    Return a bound as a finite float; None stays None.

    Raises:
        AmountError: ``wrong-type`` or ``number-not-finite``.

    Example:
        >>> number(6700), number(None)
        (6700.0, None)
    """
    if value is None:
        return None
    if type(value) is float and math.isfinite(value):
        return value or 0.0
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise AmountError(
            "wrong-type", "a bound is a number or None", value, "write it without quotes, like 6700"
        )
    try:
        found = float(value) + 0.0  # so that -0.0 is 0.0
    except OverflowError:
        found = math.inf
    if not math.isfinite(found):
        raise AmountError("number-not-finite", "the number is not finite", value, "use None for no bound")
    return found


def best(value: float | None, text: str) -> float:
    """
    Return the best value of an amount that has one.

    Args:
        value: The best value; None for bounds alone.
        text: The amount in the notation.

    Raises:
        AmountError: ``amount-no-best``.

    Example:
        >>> best(6700.0, "~6700 container")
        6700.0
    """
    if value is None:
        fix = "use .converted(unit), which keeps the bounds"
        raise AmountError("amount-no-best", "the amount has bounds and no best value", text, fix)
    return value


def comparator(value: str) -> Comparator:
    """
    Return the comparator of this sign.

    Raises:
        AmountError: ``comparator-unknown``.

    Example:
        >>> comparator(">=")
        <Comparator.AT_LEAST: '>='>
    """
    if type(value) is Comparator:
        return value
    if not isinstance(value, str) or value not in SIGNS:
        fix = f"use one of {' '.join(Comparator)}"
        raise AmountError("comparator-unknown", "no such comparator", value, fix)
    return Comparator(value)


def check(sign: Comparator, given: Numbers, unit: str) -> None:
    """
    Refuse bounds that the comparator does not take, that are out of order, or below zero in a unit that never is.

    Args:
        sign: How the numbers are to be read.
        given: Low, best and high.
        unit: A canonical unit name.

    Raises:
        AmountError: ``amount-shape``, ``amount-order`` or ``number-range``.

    Example:
        >>> check(Comparator.AT_MOST, (None, None, 500000.0), "barrel")
    """
    shape, asked = _SHAPES[sign]
    values = [value for value in given if value is not None]
    fits = all(want is None or want == (value is not None) for want, value in zip(shape, given, strict=True))
    if not fits or (sign is Comparator.EXACT and len(set(values)) > 1):
        what = f"the comparator {sign.value!r} takes {asked}"
        raise AmountError(
            "amount-shape", what, given, "leave the others None, or choose the comparator that fits"
        )
    if values != sorted(values):
        fix = f"write {'..'.join(notation.plain(value) for value in sorted(values))}"
        raise AmountError("amount-order", "low, best and high are out of order", given, fix)
    if values[0] < 0 and not definitions.unit(unit).signed:
        fix = f"write {notation.plain(-values[0])} {unit}"
        raise AmountError("number-range", f"an amount in {unit} is never below zero", values[0], fix)


def printed(sign: Comparator, given: Numbers, looseness: str, kept: str) -> str:
    """
    Return the printed form of bounds: the one that was kept if it says them, else the shortest that does.

    Args:
        sign: How the numbers are to be read.
        given: Low, best and high.
        looseness: The policy in force for an approximate number.
        kept: The form in which they were printed; the empty string for none.

    Example:
        >>> printed(Comparator.ABOUT, (6030.0, 6700.0, 7370.0), "tenth", "")
        '6700'
        >>> printed(Comparator.ABOUT, (6000.0, 6700.0, 7000.0), "tenth", "")
        '6000..6700..7000'
    """
    if isinstance(kept, str) and notation.says(sign, kept, looseness, given):
        return kept
    parts = [notation.plain(value) for value in given if value is not None]
    single = notation.plain(given[1]) if given[1] is not None else ""
    if notation.says(sign, single, looseness, given):
        return single
    return "..".join(parts) + (".." if sign is Comparator.FROM_ABOUT and len(parts) == 1 else "")


def check_text(text: str, hedge: str | None) -> None:
    """
    Refuse an amount that its own text does not give back.

    Args:
        text: The amount in the notation.
        hedge: The hedge's words; None for none.

    Raises:
        AmountError: ``hedge-syntax``, the words are none, too many or not clean; ``number-size``, the text is too long.

    Example:
        >>> check_text('~6700 container "roughly"', "roughly")
    """
    written = notation.read(text)
    if written is None or written.hedge != hedge:
        diagnosis.refuse_hedge(text, hedge)
