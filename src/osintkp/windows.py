"""Why two figures of one thing need not be equal: each is of a time of its own."""

from __future__ import annotations

from datetime import date
from functools import lru_cache, partial
from typing import Protocol

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.difference import CUMULATIVE, NO, STOCK, AsOf, Days, Difference, Facets, days_of, exceeds
from osintkp.units.arithmetic import restated
from osintkp.vocabulary.scales import Answer, Verdict

YES, OTHER_WINDOW = Answer.YES, Verdict.DIFFERENT_WINDOW
FOREVER = date.max.toordinal()
ONE, NEARLY_ONE, APART, OTHER_ENDS = "one", "nearly one", "apart", "other ends"
WITHIN, AROUND, CROSSING = "within", "around", "crossing"
PART = {WITHIN: 0, AROUND: 1}


class Windowed(Protocol):
    """A figure, so far as its window goes."""

    @property
    def measure(self) -> object:
        """What it counts."""

    @property
    def window(self) -> When | None:
        """Its window; None where it has none."""


def of_other_times(one: Facets, other: Facets, as_of: AsOf) -> Difference | None:
    """Return the difference that the windows of two figures make; None where they are one, or explain nothing."""
    first, last = one.days, other.days
    if first is None or last is None:
        if one.window is None or other.window is None:
            return _spoken(one, other, as_of)
        first = first or days_of(one.window, as_of(one.claim))
        last = last or days_of(other.window, as_of(other.claim))
    how = relation(one, other, first, last)
    if how == ONE:
        return None
    if how == APART:
        apart = one.measure not in (STOCK, CUMULATIVE) and other.measure not in (STOCK, CUMULATIVE)
        return Difference(OTHER_WINDOW, partial(_no_common_day, one, other), apart=apart)
    if how == NEARLY_ONE:
        return _a_little_later(one, other, first, last)
    if how == WITHIN:
        return None if exceeds(one, other) else _growth(one, other, first, last)
    if how == AROUND:
        return None if exceeds(other, one) else _growth(other, one, last, first)
    return Difference(OTHER_WINDOW, partial(_stocks if how == OTHER_ENDS else _neither, one, other))


def relation(one: Windowed, other: Windowed, first: Days, last: Days) -> str:
    """Return how the windows of two figures stand to each other, and of two stocks how their ends do."""
    if first == last:
        return ONE
    if (first[0] > last[1] or last[0] > first[1]) and _no_overlap(one, other):
        return APART
    if _same_days(first, last):
        return NEARLY_ONE
    if STOCK in (one.measure, other.measure):
        return ONE if first[1] == last[1] else OTHER_ENDS
    if last[0] <= first[0] and first[1] <= last[1]:
        return WITHIN
    return AROUND if first[0] <= last[0] and last[1] <= first[1] else CROSSING


def at_other_times(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are surely about days that they do not share."""
    return one.when is not None and other.when is not None and one.when.overlaps(other.when) is NO


def _no_overlap(one: Windowed, other: Windowed) -> bool:
    return one.window is not None and other.window is not None and one.window.overlaps(other.window) is NO


def _stocks(one: Facets, other: Facets) -> str:
    return f"{one.id} is the stock of {one.window}, {other.id} that of {other.window}"


def _neither(one: Facets, other: Facets) -> str:
    return f"{one.id} covers {one.window}, {other.id} covers {other.window}: neither window holds the other"


def _no_common_day(one: Facets, other: Facets) -> str:
    return f"{one.id} is about {one.window}, {other.id} about {other.window}: they have no day in common"


def _spoken(one: Facets, other: Facets, as_of: AsOf) -> Difference | None:
    """Explain two running figures that lack a window by the days that they speak from; None where these do not."""
    if one.measure != other.measure or one.measure not in (STOCK, CUMULATIVE):
        return None
    first, last = (each.window or as_of(each.claim) for each in (one, other))
    if first is None or last is None or first.overlaps(last) is not NO:
        return None
    if one.measure == STOCK:
        return Difference(
            OTHER_WINDOW,
            lambda: f"{one.id} is the stock as of {first}, {other.id} that as of {last}",
        )
    early, late = (one, other) if first.before(last) is YES else (other, one)
    if not _lower(early, late):
        return None
    return Difference(
        OTHER_WINDOW,
        lambda: (
            f"{one.id} counts up to {first}, {other.id} up to {last}:"
            f" a running total that grew from {early.amount} to {late.amount}"
        ),
    )


def _same_days(one: Days, other: Days) -> bool:
    """Tell whether two windows are one but for a tenth of the shorter."""
    off = abs(one[0] - other[0]) + abs(one[1] - other[1])
    shorter = min(one[1] - one[0], other[1] - other[0]) + 1
    return off * 10 <= shorter


def _a_little_later(one: Facets, other: Facets, first: Days, last: Days) -> Difference | None:
    """Explain two running totals of nearly one window where the one that ends later is the higher."""
    if not one.measure == other.measure == CUMULATIVE or first[1] == last[1]:
        return None
    (part, inner), (whole, outer) = sorted(((one, first), (other, last)), key=lambda each: each[1][1])
    if not _lower(part, whole):
        return None
    return _growth(part, whole, inner, outer)


def _lower(one: Facets, other: Facets) -> bool:
    """Tell whether one figure is certainly below another."""
    return one.amount is not None and other.amount is not None and one.amount.less(other.amount) is YES


def _growth(part: Facets, whole: Facets, inner: Days, outer: Days) -> Difference:
    """Explain two counts where the longer can hold the shorter."""
    totals = (part.measure == CUMULATIVE) + (whole.measure == CUMULATIVE)
    if not totals or (totals == 1 and inner[0] != outer[0]):
        return Difference(OTHER_WINDOW, partial(_longer, part, whole))
    pace = partial(_pace, part, whole, inner[1], outer[1])
    return Difference(OTHER_WINDOW, partial(_grew, part, whole), pace)


def _longer(part: Facets, whole: Facets) -> str:
    return f"{_counted(part, whole)}: the longer window may hold more"


def _grew(part: Facets, whole: Facets) -> str:
    return f"{_counted(part, whole)}: the total grew from {part.amount} to {whole.amount}"


def _counted(part: Facets, whole: Facets) -> str:
    return f"{part.id} counts {part.claim.when}, {whole.id} counts {whole.claim.when}"


def _pace(part: Facets, whole: Facets, first: int, last: int) -> tuple[str, ...]:
    if part.amount is None or whole.amount is None or FOREVER in (first, last):
        return ()
    unit = part.amount.unit
    same = restated(whole.amount, unit)
    small, large = part.amount.best, same.best
    if small is None or large is None or last <= first:
        return ()
    return _sum(small, large, unit, first, last)


@lru_cache(maxsize=4096)  # in a topic the same few figures are told of the same few days
def _sum(small: float, large: float, unit: str, first: int, last: int) -> tuple[str, str]:
    since, until, days = date.fromordinal(first), date.fromordinal(last), last - first
    return (
        f"{large:,.10g} - {small:,.10g} = {large - small:,.10g} {unit} more",
        f"in {days} days from {since} to {until}: {(large - small) / days:,.3g} {unit} a day",
    )
