"""Columns that are looked up by a period: when something happened, and from when on it can have been known."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple, Self

import attrs

from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.dates.edtf import bounds
from osintkp.facets.body import Condition, Index, Ranges, body
from osintkp.facets.coding import coded

FIRST, LAST = date.min.toordinal(), date.max.toordinal()


class Reach(NamedTuple):
    """
    The days between which a date or period lies, as numbers: the widest ends, and those that it surely reaches.

    What may overlap another has days in common with it between the widest ends of both, what must has some between those
    that both surely reach; :func:`osintkp.dates.relations.overlaps` says the same of two dates.
    """

    first: int
    last: int
    sure_first: int
    sure_last: int


NEVER = Reach(LAST + 1, FIRST - 1, LAST + 1, FIRST - 1)
UNDECIDED = Reach(FIRST, LAST, LAST + 1, FIRST - 1)


def reach(edtf: str | None) -> Reach:
    """
    Return the days of a date by its notation; without a year it may be ever, no date is never.

    Example:
        >>> day = reach("2024-02-10")
        >>> day.first == day.last, reach("2024-02").last - reach("2024-02").first
        (True, 28)
    """
    found = None if edtf is None else bounds(edtf)
    if found is None:
        return NEVER
    if not found.is_dated:
        return UNDECIDED
    start, end = found.start, found.end
    return Reach(
        start.first.toordinal(),
        end.last.toordinal(),
        found.start_last.toordinal(),
        found.end_first.toordinal(),
    )


@attrs.frozen(eq=False, repr=False)
class Dates:
    """
    A column with the days that its values may and must lie between.

    Attributes:
        index: Which claims have which code.
        may: For each code the widest ends.
        must: For each code the days that it surely reaches.

    Example:
        >>> column = Dates.of(["2024-02", None, "2024-02-20/2024-05"])
        >>> march, window = When.parse("2024-03").whole, When.parse("2024-02-10/2024-02-15")
        >>> (
        ...     column.overlapping(march).count,
        ...     column.overlapping(window).count,
        ...     column.overlapping(window, certain=True).count,
        ... )
        (1, 1, 0)
    """

    index: Index
    may: Ranges
    must: Ranges

    @classmethod
    def of(cls, values: Iterable[str | None]) -> Self:
        """Return the column of dates in their notation, one for each claim."""
        distinct, codes = coded(values)
        ends = zip(*map(reach, distinct), strict=True) if distinct else ((), (), (), ())
        first, last, sure_first, sure_last = (array("i", days) for days in ends)
        made = body(len(codes))
        return cls(
            made.index(codes, len(distinct)), made.ranges(first, last), made.ranges(sure_first, sure_last)
        )

    def overlapping(self, window: When, *, certain: bool = False) -> Condition:
        """Return what is asked of claims that may share a day with a period, or must."""
        asked = reach(window.edtf)
        found = (
            self.must.meeting(asked.sure_first, asked.sure_last)
            if certain
            else self.may.meeting(asked.first, asked.last)
        )
        return Condition(self.index, found)

    def not_after(self, day: When) -> Condition:
        """Return what is asked of claims that need not come after a day."""
        return Condition(self.index, self.may.meeting(FIRST, reach(day.edtf).last))


def whens(claims: Claims) -> Dates:
    """
    Return the column of the dates and periods that the records are about.

    Example:
        >>> whens(Claims()).overlapping(When.parse("2024")).count
        0
    """
    dates = (claim.when for claim in claims)
    return Dates.of(when if when is None else when.edtf for when in dates)


def known(claims: Claims) -> Dates:
    """
    Return the column of the dates from which on claims can have been known: of their sources, else when they were said.

    Those with neither can always have been.

    Example:
        >>> known(Claims()).not_after(When.parse("2024")).count
        0
    """
    return Dates.of(_known(claims))


def _known(claims: Claims) -> Iterator[str]:
    published = {source.id: source.published for source in claims.sources}
    for claim in claims:
        when = published.get(claim.source) or claim.said
        yield "XXXX" if when is None else when.edtf
