"""Arithmetic with bounds: ratios, products and sums of amounts, as bands."""

import functools
import math
from collections.abc import Iterable
from typing import Self

import attrs

from osintkp.errors import DimensionError, InvalidValueError
from osintkp.typed import guarded, typed
from osintkp.units import comparing, definitions, notation
from osintkp.units.amount import Amount, rescaled
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Answer


@typed
@attrs.frozen(kw_only=True)
class Band:
    """
    The result of a calculation: bounds, a best value where each part has one, and a unit.

    Attributes:
        low: The lowest value; None for no bound.
        best: The value from the printed numbers; None where one of them is a bound or a range.
        high: The highest value; None for no bound.
        unit: A canonical unit name, or a rate of two; the empty string for a pure number.

    Example:
        >>> print(Band(low=407.1, best=447.8, high=497.5, unit="round/container"))
        407.1..447.8..497.5 round/container
    """

    __repr__ = printed

    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str = ""

    @classmethod
    @guarded
    def of(cls, figure: "Amount | Band") -> Self:
        """
        Return the bounds of an amount, in its own unit.

        Example:
            >>> Band.of(Amount.parse("~30 drone")).high
            35.0
        """
        return cls(low=figure.low, best=figure.best, high=figure.high, unit=figure.unit)

    def __str__(self) -> str:
        given = [value for value in (self.low, self.best, self.high) if value is not None]
        parts = "..".join(dict.fromkeys(notation.rounded(value) for value in given)) or "any"
        low = ".." if given and self.low is None else ""
        high = ".." if given and self.high is None else ""
        return f"{low}{parts}{high} {self.unit}".rstrip()

    @guarded
    def contains(self, other: "Amount | Band") -> Answer:
        """
        Tell whether another figure lies within this band: no only where they do not meet.

        Raises:
            DimensionError: The two measure different things.

        Example:
            >>> Band(low=250.0, high=500.0, unit="round").contains(Amount.parse("300..700 round"))
            <Answer.UNDECIDED: 'undecided'>
        """
        here, there = self._beside(other)
        return Answer.of(yes=comparing.within(there, here), no=not self.overlaps(other))

    @guarded
    def overlaps(self, other: "Amount | Band") -> Answer:
        """
        Tell whether another figure and this band have a value in common: yes or no.

        Raises:
            DimensionError: The two measure different things.

        Example:
            >>> Band(low=250.0, high=500.0, unit="round").overlaps(Amount.parse("7 round"))
            <Answer.NO: 'no'>
        """
        here, there = self._beside(other)
        apart = comparing.below(here, there) or comparing.below(there, here)
        return Answer.of(yes=not apart, no=apart)

    @guarded
    def converted(self, unit: str) -> Self:
        """
        Return this band in another unit of the same dimension.

        Raises:
            DimensionError: The two units measure different things.

        Example:
            >>> Band(low=2.0, high=3.0, unit="tonne").converted("kg").high
            3000.0
        """
        here, there = definitions.comparable(self.unit, unit)
        ends = (
            None if value is None else value * here.factor / there.factor
            for value in (self.low, self.best, self.high)
        )
        low, best, high = ends
        return attrs.evolve(self, low=low, best=best, high=high, unit=there.name)

    def _beside(self, other: "Amount | Band") -> tuple[comparing.Interval, comparing.Interval]:
        definitions.comparable(self.unit, other.unit)
        return _interval(self), _interval(other)


Figure = Amount | Band


def restated(amount: Amount, unit: str) -> Band:
    """
    Return the numbers of an amount in another unit, as :meth:`Amount.converted` has them, however long they would be to write.

    Raises:
        DimensionError: The two measure different things.

    Example:
        >>> restated(Amount.parse("9999999999999999999999999999999999999999 tonne"), "kilogram").best
        1e+43
    """
    known = definitions.canonical(unit)
    if known == amount.unit:
        return Band.of(amount)
    factor = definitions.factor(amount.unit, known)
    given = (amount.low, amount.best, amount.high)
    low, best, high = (None if end is None else rescaled(end, factor) for end in given)
    return Band(low=low, best=best, high=high, unit=known)


@guarded
def ratio(first: Figure, second: Figure) -> Band:
    """
    Return one figure divided by another, with the bounds that both leave.

    Two figures of one dimension give a pure number, a count by another count a rate, an amount by a rate of itself
    what the rate is per: barrels by barrels per tonne are tonnes.

    Args:
        first: What is divided.
        second: What it is divided by; where it may be zero, the result has no upper bound.

    Raises:
        DimensionError: The unit of the result has no name.

    Example:
        >>> print(ratio(Amount.parse("200000 round"), Amount.parse("~400 container")))
        444.444..500..571.429 round/container
    """
    upper, lower = Band.of(first), Band.of(second)
    unit, upper, lower = _ratio_unit(upper, lower)
    (low, high), best = _quotient(_ends(upper), _ends(lower)), None
    if upper.best is not None and lower.best:
        best = upper.best / lower.best
    return Band(low=_bound(low), best=best, high=_bound(high), unit=unit)


@guarded
def product(first: Figure, second: Figure) -> Band:
    """
    Return the product of a figure with a pure number or with a rate of its own unit.

    Args:
        first: Any figure.
        second: A pure number, or a rate: rounds per container beside containers.

    Raises:
        DimensionError: The unit of the result has no name.

    Example:
        >>> print(product(Amount.parse("40 container"), Amount.parse("300..500 round/container")))
        12000..20000 round
    """
    left, right = Band.of(first), Band.of(second)
    unit, left, right = _product_unit(left, right)
    ends = [_times(x, y) for x in _ends(left) for y in _ends(right)]
    best = left.best * right.best if left.best is not None and right.best is not None else None
    return Band(low=_bound(min(ends)), best=best, high=_bound(max(ends)), unit=unit)


@guarded
def total(figures: Iterable[Figure]) -> Band:
    """
    Return the sum of figures of one dimension, in the unit of the first.

    Raises:
        DimensionError: Two of them measure different things.
        InvalidValueError: There is none (``nothing-to-add``).

    Example:
        >>> print(total([Amount.parse("3 tank"), Amount.parse(">=5 tank")]))
        8.. tank
    """
    every = [Band.of(figure) for figure in figures]
    if not every:
        raise InvalidValueError("nothing-to-add", "there is no figure to add", None, "give one or more")
    first, *others = every
    return functools.reduce(_sum, (other.converted(first.unit) for other in others), first)


def _sum(first: Band, second: Band) -> Band:
    pairs = ((first.low, second.low), (first.best, second.best), (first.high, second.high))
    low, best, high = (None if x is None or y is None else x + y for x, y in pairs)
    return Band(low=low, best=best, high=high, unit=first.unit)


def _ratio_unit(first: Band, second: Band) -> tuple[str, Band, Band]:
    upper, lower = definitions.unit(first.unit), definitions.unit(second.unit)
    if definitions.same_dimension(upper, lower):
        return "", first, second.converted(upper.name)
    if not lower.dimension:
        return upper.name, first, second.converted("")
    above, slash, below = lower.name.partition("/")
    if slash and definitions.same_dimension(upper, definitions.unit(above)):
        return below, first.converted(above), second
    simple = upper.name and "/" not in upper.name and definitions.OFFSET not in (upper.name, lower.name)
    if not slash and simple:
        return definitions.unit(f"{upper.name}/{lower.name}").name, first, second
    raise DimensionError(
        f"{upper.name!r} divided by {lower.name!r} has no unit here; convert one of them first"
    )


def _product_unit(first: Band, second: Band) -> tuple[str, Band, Band]:
    left, right = definitions.unit(first.unit), definitions.unit(second.unit)
    if not right.dimension:
        return left.name, first, second.converted("")
    above, slash, below = right.name.partition("/")
    if slash and definitions.same_dimension(left, definitions.unit(below)):
        return above, first.converted(below), second
    raise DimensionError(
        f"{left.name!r} times {right.name!r} has no unit here; the second must be a number or a rate per the first"
    )


def _ends(band: Band) -> tuple[float, float]:
    floor = -math.inf if definitions.unit(band.unit).signed else 0.0
    return (floor if band.low is None else band.low), (math.inf if band.high is None else band.high)


def _interval(figure: Figure) -> comparing.Interval:
    factor = definitions.unit(figure.unit).factor
    low, high = _ends(Band.of(figure))
    return comparing.Interval(low * factor, high * factor)


def _quotient(upper: tuple[float, float], lower: tuple[float, float]) -> tuple[float, float]:
    if lower[0] < 0 <= lower[1] or lower == (0.0, 0.0):
        return -math.inf, math.inf
    ends = [_over(x, y) for x in upper for y in lower]
    return min(ends), max(ends)


def _over(first: float, second: float) -> float:
    if not first or math.isinf(second):
        return 0.0
    return first / second if second else math.copysign(math.inf, first)


def _times(first: float, second: float) -> float:
    return first * second if first and second else 0.0


def _bound(value: float) -> float | None:
    return value if math.isfinite(value) else None
