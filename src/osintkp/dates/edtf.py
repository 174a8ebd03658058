"""
The grammar of dates: EDTF text in, the days that it allows out.

Read are levels 0 and 1 of the Extended Date/Time Format (Library of Congress, specification of 4 February
2019; ISO 8601-2:2019) for the years 0001 to 9999, without times of day. Three things go beyond it:

* the year may be unknown, ``XXXX``, ``XXXX-09`` or ``XXXX-09-14``, for words that name none;
* a season may carry a qualifier and may stand in a period;
* a season has months, which EDTF leaves open: the meteorological ones of the northern hemisphere, so that
  ``2024-24`` runs from December 2024 to February 2025.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import attrs

from osintkp.resource_limits import ResourceLimits

LONGEST = ResourceLimits.DATE_CHARACTERS
SHORTEST_MONTH = 28
OPEN = ".."
LEAP_YEAR = "2000"

_DAY = timedelta(days=1)
_ATOM = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)")


def pattern() -> str:
    """
    Return the grammar as a regular expression that JSON Schema can use too; it lets days through that no month has.

    Example:
        >>> bool(re.search(pattern(), "2023-09/..")), bool(re.search(pattern(), "June 2024"))
        (True, False)
    """
    one = _ATOM.pattern.replace("(", "(?:").replace("(?:?:", "(?:")
    end = rf"(?:{one}|\.\.)?"
    return rf"^(?:{one}|{end}/{end})$(?!\n)"


class Precision(StrEnum):
    """
    How closely a date is known: the finest part of it that is given.

    ``INTERVAL`` is a period, whatever its ends; ``UNKNOWN`` is a date or period of which no year is known.

    Example:
        >>> Precision("decade")
        <Precision.DECADE: 'decade'>
    """

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    UNKNOWN = "unknown"


_MONTHS = {
    Precision.MONTH: 1,
    Precision.SEASON: 3,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class End:
    """
    One date, or one end of a period.

    Attributes:
        earliest: First day that the text allows; ``None`` when open, empty or of unknown year.
        latest: Last day that the text allows; ``None`` likewise.
        first: First day that the relations reckon with: ``earliest`` less one unit when qualified.
        last: Last day that the relations reckon with: ``latest`` and one unit more when qualified.
        precision: The finest part that is given; its unit is the leeway of a qualifier.
        is_open: The period goes on without end, or has always been: ``..``.

    Example:
        >>> june = end_of("2024-06~")
        >>> str(june.earliest), str(june.first), str(june.last)
        ('2024-06-01', '2024-05-01', '2024-07-31')
    """

    earliest: date | None = None
    latest: date | None = None
    first: date = date.min
    last: date = date.max
    precision: Precision = Precision.UNKNOWN
    is_open: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether nothing tells when it is: left empty, or without a year."""
        return self.earliest is None and not self.is_open


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Bounds:
    """
    The days on which a date or period may start and end, as the relations reckon with them.

    A single date is one day that is not known more closely: its start is its end. A period has a start and
    an end of its own, and never ends before it starts, which narrows both.

    Attributes:
        start: What the text says of the start.
        end: What the text says of the end; the very same object for a single date.
        is_period: Whether the text is an interval.
        start_last: Last day on which it may start.
        end_first: First day on which it may end.
        is_dated: Whether any year is known; if none is, nothing can be decided.

    Example:
        >>> str(bounds("2024/2024-03").start_last)
        '2024-03-31'
    """

    start: End
    end: End
    is_period: bool
    start_last: date
    end_first: date
    is_dated: bool


def bounds(text: str) -> Bounds | None:
    """
    Return what an EDTF text allows, or ``None`` when the text is outside the grammar.

    Example:
        >>> bounds("2024-02").start.latest
        datetime.date(2024, 2, 29)
        >>> bounds("yesterday") is None
        True
    """
    return _bounds(text) if len(text) <= LONGEST else None


@lru_cache(maxsize=8192)
def _bounds(text: str) -> Bounds | None:
    left, slash, right = text.partition("/")
    if not slash:
        single = end_of(text)
        return None if single is None else _joined(single, single, is_period=False)
    start, end = _side(left, at_start=True), _side(right, at_start=False)
    if start is None or end is None or (not _written(left) and not _written(right)):
        return None
    if start.earliest and end.latest and end.latest < start.earliest:
        return None
    return _joined(start, end, is_period=True)


def _written(side: str) -> bool:
    return side not in {"", OPEN}


def _side(text: str, *, at_start: bool) -> End | None:
    if text == OPEN:
        edge = date.min if at_start else date.max
        return End(first=edge, last=edge, is_open=True)
    return end_of(text) if text else End()


def _joined(start: End, end: End, *, is_period: bool) -> Bounds:
    return Bounds(
        start=start,
        end=end,
        is_period=is_period,
        start_last=min(start.last, end.last),
        end_first=max(start.first, end.first),
        is_dated=start.earliest is not None or end.latest is not None,
    )


def end_of(text: str) -> End | None:
    """
    Return what one date allows, or ``None`` when it is outside the grammar or in no calendar.

    Example:
        >>> end_of("198X").earliest, end_of("2023-02-29")
        (datetime.date(1980, 1, 1), None)
    """
    found = _ATOM.fullmatch(text)
    if found is None:
        return None
    year, month, day, qualifier = found.groups()
    if year == "XXXX":
        known = _placed(LEAP_YEAR, month, day) is not None
        return End() if known else None
    placed = _placed(year, month, day)
    return None if placed is None else _stretched(*placed, leeway=bool(qualifier))


def _placed(year: str, month: str | None, day: str | None) -> tuple[Precision, date] | None:
    """Return the precision and the first day of a date; ``None`` when no calendar has it."""
    first_year = int(year.replace("X", "0"))
    blurred = year.count("X")
    if not first_year or (blurred and month):
        return None
    if month is None or month == "XX":
        precision = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[blurred]
        return None if day and day != "XX" else (precision, date(first_year, 1, 1))
    if "21" <= month <= "24":
        return None if day else (Precision.SEASON, date(first_year, 3 * (int(month) - 20), 1))
    named = day is not None and day != "XX"
    try:
        first = date(first_year, int(month), int(day) if day and named else 1)
    except ValueError:
        return None
    return Precision.DAY if named else Precision.MONTH, first


def _stretched(precision: Precision, first: date, *, leeway: bool) -> End:
    """Return the end that begins on a day and lasts one unit; with leeway, one unit more on each side."""
    if precision is Precision.DAY:
        lowest = first - _DAY * leeway if first > date.min else first
        highest = first + _DAY * leeway if first < date.max else first
        latest = first
    else:
        unit, month = _MONTHS[precision], first.year * 12 + first.month - 1
        lowest = _first_of(month - unit * leeway)
        latest, highest = (_first_of(month + unit * n, or_last_before=True) for n in (1, 1 + leeway))
    return End(earliest=first, latest=latest, first=lowest, last=highest, precision=precision)


def _first_of(month: int, *, or_last_before: bool = False) -> date:
    """Return the first day of a month counted from the year 0, or the day before; held within the calendar."""
    if month < 12:
        return date.min
    if month >= 120_000:
        return date.max
    first = date(month // 12, month % 12 + 1, 1)
    return first - _DAY if or_last_before else first


def months_after(day: date, months: int) -> date:
    """
    Return the day so many calendar months later; earlier when negative.

    A day that the month lacks becomes its last one (python-dateutil, ``relativedelta``). What would lie
    outside the years 0001 to 9999 is held at the first or last day of the calendar.

    Example:
        >>> months_after(date(2018, 1, 1), 12), months_after(date(2024, 1, 31), 1)
        (datetime.date(2019, 1, 1), datetime.date(2024, 2, 29))
    """
    month = day.year * 12 + day.month - 1 + months
    if day.day <= SHORTEST_MONTH and 12 <= month < 120_000:
        return _first_of(month).replace(day=day.day)
    from dateutil.relativedelta import relativedelta

    try:
        return day + relativedelta(months=months)
    except (ValueError, OverflowError):
        return date.max if months > 0 else date.min
