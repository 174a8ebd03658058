"""Three-valued comparison of intervals: certain only where every value of the one stands so to every value of the other."""

import math
from collections.abc import Collection, Iterable
from typing import Final, NamedTuple, Protocol

from osintkp.units import definitions
from osintkp.units.notation import Comparator
from osintkp.vocabulary.scales import Answer

# Two routes to one base unit differ in the last places of a double, by some 1e-15; two figures that differ by less than this
# are one. Figures of twelve digits are still told apart, also where an end goes in by three times as much.
SLACK: Final = 2e-13
# An end that is left out goes in by more than the end that it touches, in any unit, goes out.
_INWARD: Final = 3.0
_ABOVE, _BELOW = Comparator.ABOVE, Comparator.BELOW


class Bounded(Protocol):
    """What has bounds, a unit and a comparator: an amount."""

    @property
    def low(self) -> float | None:
        """The lowest value; None for no bound."""

    @property
    def high(self) -> float | None:
        """The highest value; None for no bound."""

    @property
    def unit(self) -> str:
        """The canonical unit name."""

    @property
    def comparator(self) -> Comparator:
        """How the number is to be read."""


class Interval(NamedTuple):
    """
    The values that a figure may have.

    Attributes:
        low: The lower end; minus infinity for none.
        high: The upper end; infinity for none.
        low_open: Whether the lower end itself is left out, as in "more than".
        high_open: Whether the upper end itself is left out, as in "less than".

    Example:
        >>> less(Interval(5.0, 10.0, high_open=True), Interval(10.0, 12.0))
        <Answer.YES: 'yes'>
    """

    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False

    @property
    def empty(self) -> bool:
        """Return whether there is no value in it."""
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def meets(self, other: "Interval") -> bool:
        """Tell whether some value is in both."""
        return (self.low < other.high and other.low < self.high) or not shared((self, other)).empty

    def with_slack(self, slack: float) -> "Interval":
        """
        Return the interval with its own ends a little further out, and those that it leaves out a little further in.

        So two that touch have a number in common, and "more than" has none in common with what it is more than, however
        the one and the other were converted.

        Example:
            >>> Interval(2.0, 4.0).with_slack(0.25), Interval(low=8.0, low_open=True).with_slack(0.125).low
            (Interval(low=1.5, high=5.0, low_open=False, high_open=False), 11.0)
        """
        if not slack:
            return self
        low, high, low_open, high_open = self
        low += abs(low) * slack * (_INWARD if low_open else -1.0)
        high -= abs(high) * slack * (_INWARD if high_open else -1.0)
        return Interval(low, high, low_open, high_open)


def shared(intervals: Iterable[Interval]) -> Interval:
    """
    Return the values that are in all of some intervals; where every two have one in common, all have.

    Example:
        >>> fewer = Interval(high=10.0, high_open=True)
        >>> shared([Interval(10.0, 10.0), fewer]).empty, shared([Interval(9.0, 9.0), fewer]).empty
        (True, False)
    """
    low, high, low_open, high_open = Interval()
    for begin, end, without_begin, without_end in intervals:
        if begin > low or (begin == low and without_begin):
            low, low_open = begin, without_begin
        if end < high or (end == high and without_end):
            high, high_open = end, without_end
    return Interval(low, high, low_open, high_open)


def slack_between(units: Collection[str]) -> float:
    """
    Return the slack that figures need to be held against each other, by their units, each once: none where all are in one.

    Example:
        >>> slack_between({"tonne"}), slack_between({"tonne", "kilogram"})
        (0.0, 2e-13)
    """
    return SLACK if len(units) > 1 else 0.0


def interval(figure: Bounded, factor: float) -> Interval:
    """
    Return the values that a figure may have, in units that go ``1 / factor`` times into its own.

    Example:
        >>> from osintkp.units import Amount
        >>> interval(Amount.parse("<3 kilometre"), 1000.0).high_open
        True
    """
    return Interval(
        -math.inf if figure.low is None else figure.low * factor,
        math.inf if figure.high is None else figure.high * factor,
        low_open=figure.comparator is _ABOVE,
        high_open=figure.comparator is _BELOW,
    )


def beside(first: Bounded, second: Bounded) -> tuple[Interval, Interval, float]:
    """
    Return two figures as intervals in one unit, with the slack that the conversion needs.

    Raises:
        DimensionError: The two measure different things.

    Example:
        >>> from osintkp.units import Amount
        >>> beside(Amount.exact(2, "TEU"), Amount.exact(1, "FEU"))[1].low
        2.0
    """
    if first.unit == second.unit:
        return interval(first, 1.0), interval(second, 1.0), 0.0
    here, there = definitions.comparable(first.unit, second.unit)
    return interval(first, here.factor), interval(second, there.factor), SLACK


def equal(first: Interval, second: Interval, slack: float = 0.0) -> Answer:
    """
    Tell whether two figures are the same value.

    Args:
        first: One figure.
        second: The other, in the same base unit.
        slack: The relative error of floating point that conversion between units brings; 0 for one unit.

    Example:
        >>> equal(Interval(5.0, 10.0), Interval(8.0, 12.0))
        <Answer.UNDECIDED: 'undecided'>
    """
    points = first.low == first.high and second.low == second.high
    return Answer.of(
        yes=points and same_number(first.low, second.low, slack),
        no=below(first, second, slack) or below(second, first, slack),
    )


def less(first: Interval, second: Interval, slack: float = 0.0) -> Answer:
    """
    Tell whether the first figure is below the second.

    Args:
        first: One figure.
        second: The other, in the same base unit.
        slack: As in :func:`equal`.

    Example:
        >>> less(Interval(5.0, 8.0), Interval(9.0, 12.0)), less(Interval(9.0, 9.0), Interval(9.0, 9.0))
        (<Answer.YES: 'yes'>, <Answer.NO: 'no'>)
    """
    never = first.low >= second.high or same_number(first.low, second.high, slack)
    return Answer.of(yes=below(first, second, slack), no=never)


def at_most(first: float, second: float) -> bool:
    """
    Tell whether a number is no more than another, but for what conversion between units brings.

    Example:
        >>> 0.1 * 3 <= 0.3, at_most(0.1 * 3, 0.3)
        (False, True)
    """
    return first <= second or same_number(first, second)


def same_number(first: float, second: float, slack: float = SLACK) -> bool:
    """
    Tell whether two numbers are one, but for what conversion between units brings.

    Example:
        >>> 0.1 * 3 == 0.3, same_number(0.1 * 3, 0.3), same_number(0.3, 0.3000000001)
        (False, True, False)
    """
    return math.isclose(first, second, rel_tol=slack)


def below(first: Interval, second: Interval, slack: float = SLACK) -> bool:
    """
    Tell whether all of one interval is certainly below another.

    Example:
        >>> more = Interval(low=10.0, low_open=True)
        >>> below(Interval(10.0, 10.0), more), below(Interval(10.0, 10.0), Interval(low=10.0))
        (True, False)
    """
    if same_number(first.high, second.low, slack):
        return first.high_open or second.low_open
    return first.high < second.low


def within(inner: Interval, outer: Interval, slack: float = SLACK) -> bool:
    """
    Tell whether all of one interval is in another.

    Example:
        >>> more = Interval(low=10.0, low_open=True)
        >>> within(more, Interval(low=10.0)), within(Interval(10.0, 12.0), more)
        (True, False)
    """
    (low, high, low_open, high_open), (least, most, least_open, most_open) = inner, outer
    begins = low_open or not least_open if same_number(low, least, slack) else low > least
    ends = high_open or not most_open if same_number(high, most, slack) else high < most
    return begins and ends


def least_together(parts: Iterable[Interval]) -> Interval:
    """
    Return what counts come to together at least, none of them less than nothing: more than that where one leaves its end out.

    Example:
        >>> least_together([Interval(low=6.0, low_open=True), Interval(4.0, 4.0)])
        Interval(low=10.0, high=inf, low_open=True, high_open=False)
    """
    known = list(parts)
    more = any(each.low_open and each.low >= 0.0 for each in known)
    return Interval(low=math.fsum(max(each.low, 0.0) for each in known), low_open=more)
