"""The numbers that a figure may stand for, and those that several share."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import NamedTuple

from osintkp.units import Amount, Comparator


class Band(NamedTuple):
    """
    All numbers between two, these among them or not.

    Attributes:
        low: The lowest.
        high: The highest.
        above: Whether the lowest is left out, as "more than 10" does.
        below: Whether the highest is left out.

    Example:
        >>> ten, fewer = Band(10.0, 10.0), Band(high=10.0, below=True)
        >>> ten.shared_with(fewer).empty, Band(9.0, 9.0).shared_with(fewer).empty
        (True, False)
    """

    low: float = -inf
    high: float = inf
    above: bool = False
    below: bool = False

    @classmethod
    def printed(cls, amount: Amount, unit: str | None = None) -> Band:
        """Return what a printed figure may stand for, in some unit."""
        low, high = amount.printed_band(unit)
        comparator = amount.comparator
        return cls(low, high, comparator is Comparator.ABOVE, comparator is Comparator.BELOW)

    @property
    def empty(self) -> bool:
        """Return whether there is no number in it."""
        return self.low > self.high or (self.low == self.high and (self.above or self.below))

    def shared_with(self, other: Band) -> Band:
        """Return the numbers that are in both."""
        return shared((self, other))


def shared(bands: Iterable[Band]) -> Band:
    """Return the numbers that are in all of some bands: where every two have one in common, all have."""
    some = list(bands)
    low, above = max((band.low, band.above) for band in some)
    high, to_the_end = min((band.high, not band.below) for band in some)
    return Band(low, high, above, not to_the_end)
