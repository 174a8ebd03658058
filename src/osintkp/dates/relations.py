"""
How two dates or periods stand to each other, when neither may be known exactly.

Every rule runs over all pairs of readings. A single date of reduced precision is one day, which may be any
within its bounds; a period is every day from its start to its end, and each of the two may be any day within
its own bounds. An open end is a certainty (it goes on), an empty end is ignorance (it may be any day).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from osintkp.vocabulary.scales import Answer

if TYPE_CHECKING:
    from osintkp.dates.edtf import Bounds


def before(a: Bounds, b: Bounds) -> Answer:
    """
    Return whether the last day of one comes before the first day of the other.

    Example:
        >>> from osintkp.dates.edtf import bounds
        >>> before(bounds("2023"), bounds("2024-06"))
        <Answer.YES: 'yes'>
    """
    return Answer.of(yes=a.end.last < b.start.first, no=a.end_first >= b.start_last)


def overlaps(a: Bounds, b: Bounds) -> Answer:
    """
    Return whether the two share at least one day.

    Example:
        >>> from osintkp.dates.edtf import bounds
        >>> overlaps(bounds("2024-03"), bounds("2024-05/.."))
        <Answer.NO: 'no'>
    """
    return Answer.of(
        yes=a.start_last <= b.end_first and b.start_last <= a.end_first,
        no=a.start.first > b.end.last or b.start.first > a.end.last,
    )


def within(a: Bounds, b: Bounds) -> Answer:
    """
    Return whether every day of one is a day of the other.

    Example:
        >>> from osintkp.dates.edtf import bounds
        >>> within(bounds("2024-03"), bounds("2024-02-26/.."))
        <Answer.YES: 'yes'>
    """
    yes = b.start_last <= a.start.first and a.end.last <= b.end_first
    if not b.is_period:
        return Answer.of(yes=yes, no=not _may_be_one_day(a, b))
    return Answer.of(yes=yes, no=b.start.first > a.start_last or b.end.last < a.end_first)


def same(a: Bounds, b: Bounds) -> Answer:
    """
    Return whether both start on one day and end on one day.

    Example:
        >>> from osintkp.dates.edtf import bounds
        >>> same(bounds("2024-06-19"), bounds("2024-06-19/2024-06-19"))
        <Answer.YES: 'yes'>
    """
    exact = all(x.start.first == x.start_last and x.end_first == x.end.last for x in (a, b))
    yes = exact and (a.start.first, a.end.last) == (b.start.first, b.end.last)
    if not (a.is_period and b.is_period):
        return Answer.of(yes=yes, no=not _may_be_one_day(a, b))
    starts = max(a.start.first, b.start.first) <= min(a.start_last, b.start_last)
    ends = max(a.end_first, b.end_first) <= min(a.end.last, b.end.last)
    return Answer.of(yes=yes, no=not (starts and ends))


def _may_be_one_day(a: Bounds, b: Bounds) -> bool:
    """Return whether some day may be the start and the end of both."""
    return max(a.end_first, b.end_first) <= min(a.start_last, b.start_last)


def certainly_before(a: Bounds, b: Bounds) -> Answer:
    """
    Return whether every reading puts one before the other, whatever the unknown ends may be.

    Example:
        >>> from osintkp.dates.edtf import bounds
        >>> certainly_before(bounds("2024-02/"), bounds("2024-01"))
        <Answer.NO: 'no'>
    """
    ends_by = a.end_first if a.end.is_unknown else a.end.last
    starts_from = b.start_last if b.start.is_unknown else b.start.first
    return Answer.of(yes=a.end.last < b.start.first, no=ends_by >= starts_from)


def possibly_before(a: Bounds, b: Bounds) -> Answer:
    """
    Return whether some reading puts one before the other, whatever the unknown ends may be.

    Example:
        >>> from osintkp.dates.edtf import bounds
        >>> possibly_before(bounds("2024"), bounds("2024"))
        <Answer.YES: 'yes'>
    """
    ends_from = a.end.last if a.end.is_unknown else a.end_first
    starts_by = b.start.first if b.start.is_unknown else b.start_last
    return Answer.of(yes=ends_from < starts_by, no=a.end_first >= b.start_last)
