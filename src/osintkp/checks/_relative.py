"""Dates that need a day to be counted from: without a year in the notation, or relative in their words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

import attrs

from osintkp.dates import months_after
from osintkp.dates.edtf import bounds, end_of

NO_YEAR = "XXXX"
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST = 300
_LEAP_YEARS_APART = 9
_HINTS = (*MONTHS, *WEEKDAYS, "week", "month", "year", "yesterday")


def with_year(edtf: str, day: date, *, forward: bool = False) -> str | None:
    """
    Return a date or period that names no year as the nearest one up to a day; None where the calendar has none.

    Args:
        edtf: In the notation of :class:`osintkp.dates.When`, ``XXXX`` for a year.
        day: The day that it is counted from.
        forward: Take the nearest one from that day on, as for a promise.

    Example:
        >>> with_year("XXXX-09/..", date(2024, 2, 26)), with_year("XXXX-11/XXXX-02", date(2024, 5, 1))
        ('2023-09/..', '2023-11/2024-02')
        >>> with_year("XXXX-09", date(2024, 2, 26), forward=True)
        '2024-09'
    """
    left, slash, right = edtf.partition("/")
    if not slash:
        return _with_year(edtf, day, forward=forward)
    if forward:
        start = _with_year(left, day, forward=True)
        begins = None if start is None else end_of(start)
        end = _with_year(right, (begins and begins.earliest) or day, forward=True)
    else:
        end = _ending(left, right, day)
        ends = None if end is None else end_of(end)
        start = _with_year(left, min(day, (ends and ends.latest) or day), forward=False)
    found = f"{start}/{end}"
    return None if start is None or end is None or bounds(found) is None else found


def _ending(left: str, right: str, day: date) -> str | None:
    """Return the end of a period, which does not lie before a start that has its year."""
    begins, end = end_of(left), _with_year(right, day, forward=False)
    ends = None if end is None else end_of(end)
    if begins is None or begins.earliest is None or ends is None or ends.latest is None:
        return end
    return end if begins.earliest <= ends.latest else _with_year(right, begins.earliest, forward=True)


def _with_year(text: str, day: date, *, forward: bool) -> str | None:
    if NO_YEAR not in text:
        return text
    for years in range(_LEAP_YEARS_APART):
        year = day.year + years if forward else day.year - years
        found = text.replace(NO_YEAR, f"{year:04}")
        end = end_of(found) if 1 <= year <= 9999 else None
        if end is None or end.earliest is None or end.latest is None:
            continue
        if end.latest >= day if forward else end.earliest <= day:
            return found
    return None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Phrase:
    """
    Words that mean a time only beside the day on which they were written.

    Attributes:
        words: The words.
        unit: ``year``, ``month``, ``week``, ``weekday``, ``day``, or ``named`` for a month by its name.
        value: How many units back; the number of the weekday or the month where it is named.
        since: Whether a period begins with it and goes on.

    Example:
        >>> phrase("has sent 7,000 since last month").at(date(2024, 3, 18))
        '2024-02/..'
    """

    words: str
    unit: str
    value: int
    since: bool

    def at(self, day: date, *, forward: bool = False) -> str | None:
        """Return the time that it means on a day, in the notation; None where the calendar has none."""
        found = self._start(day, forward=forward)
        if found is not None and self.since:
            return f"{found.partition('/')[0]}/.."
        return found

    def _start(self, day: date, *, forward: bool) -> str | None:
        if self.unit == "named":
            return with_year(f"{NO_YEAR}-{self.value:02}", day, forward=forward)
        if self.unit == "year":
            return f"{day.year - self.value:04}" if day.year > self.value else None
        if self.unit == "month":
            return months_after(day.replace(day=1), -self.value).isoformat()[:7]
        back = {"day": self.value, "weekday": (day.weekday() - self.value) % 7}.get(
            self.unit, day.weekday() + 7 * self.value
        )
        if day.toordinal() <= back + 7 or day.toordinal() + 7 > date.max.toordinal():
            return None
        first = day - timedelta(days=back)
        return f"{first}/{first + timedelta(days=6)}" if self.unit == "week" else first.isoformat()


@cache
def _pattern() -> re.Pattern[str]:
    months, weekdays = "|".join(MONTHS), "|".join(WEEKDAYS)
    return re.compile(
        r"\b(?:(?P<lead>since|from|after|in|on|during|by|until|early|late|mid|start of|end of)[\s-])?(?:(?P<which>(?<!the )last|previous|this)\s)?"
        rf"(?:(?P<month>{months})(?!\.?,?\s(?:of\s)?(?:[0-9]{{1,2}},?\s)?[0-9]{{4}})\b"
        rf"|(?P<weekday>{weekdays})\b|(?P<unit>week|month|year)\b|(?P<day>yesterday)\b)(?P<ranged>\s(?:to|till|until|through)\b)?",
        re.IGNORECASE,
    )


def phrase(text: str) -> Phrase | None:
    """
    Return the first words of a text that mean a time only beside the day on which they were written, or None.

    A month or a weekday counts with a word before it ("in May", "on Friday"); a month with its year does not.

    Example:
        >>> phrase("since September").at(date(2024, 2, 26)), phrase("since September 2023")
        ('2023-09/..', None)
    """
    text = text[:LONGEST]
    if not any(hint in text for hint in _HINTS):
        return None
    found = (_phrase(match) for match in _pattern().finditer(text))
    return next((each for each in found if each is not None), None)


def _phrase(match: re.Match[str]) -> Phrase | None:
    lead, which, month, weekday, unit, day, ranged = match.groups()
    which = (which or "").lower()
    if unit is not None:
        named, value = unit.lower(), 0 if which == "this" else 1
        sound = bool(which)
    elif day is not None:
        named, value, sound = "day", 1, True
    else:
        table = MONTHS if month is not None else WEEKDAYS
        name = month or weekday
        named = "named" if month is not None else "weekday"
        value = table.index(name) + (month is not None) if name in table else 0
        sound = name in table and bool(lead or which)
    since = (lead or "").lower() in ("since", "from", "after")
    return Phrase(words=match.group(), unit=named, value=value, since=since) if sound and not ranged else None
