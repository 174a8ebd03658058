"""What the words of a date stand for, once the day of publication is known, or as far as can be said without it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from osintkp.dates.edtf import months_after
from osintkp.reading.dates.points import Point

UNKNOWN_YEAR = "XXXX"
_DAY = timedelta(days=1)
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_BY_YEAR = frozenset({"date", "days", "month", "half", "week", "season", "feast", "quarter", "part"})


class Reckoned(NamedTuple):
    """
    What a date stands for.

    Attributes:
        edtf: It in the notation; None where nothing can be said.
        anchored: Whether the day of publication was needed.
    """

    edtf: str | None
    anchored: bool = False


def reckoned(point: Point, day: date | None, tense: str) -> Reckoned:
    """
    Return what a date stands for, counted from a day.

    Args:
        point: The date.
        day: The day of publication; None where that is not known: a year that is not said is ``XXXX`` then.
        tense: ``future``, ``past`` or empty, of the clause that it stands in.

    Example:
        >>> june = Point(0, 0, "month", month=6)
        >>> reckoned(june, date(2024, 3, 5), "past").edtf, reckoned(june, date(2024, 3, 5), "future").edtf
        ('2023-06', '2024-06')
        >>> reckoned(june, None, "").edtf
        'XXXX-06'
    """
    if point.kind in _BY_YEAR:
        dated = with_year(point, day, tense)
        year = f"{dated.year:04d}" if isinstance(dated.year, int) else UNKNOWN_YEAR
        return Reckoned(_in_year(dated, year), dated.year is not None and point.year is None)
    if point.kind in {"year", "decade"}:
        return Reckoned(f"{point.year:04d}" if isinstance(point.year, int) else point.year)
    if point.kind == "century":
        return Reckoned(f"{(point.day or 0) - 1:02d}XX")
    if point.kind == "years":
        return Reckoned(_years(point))
    if day is None:
        return Reckoned(UNKNOWN_YEAR if point.kind == "unit" and point.unit == "year" else None)
    try:
        found = _RELATIVE[point.kind](point, day, tense)
    except (OverflowError, ValueError):
        return Reckoned(None)
    return Reckoned(found, found is not None)


def counted_on(point: Point, earlier: str | None) -> str | None:
    """
    Return what "that year" or "the following day" stands for after another date; None where that is not told closely enough.

    Example:
        >>> (
        ...     counted_on(Point(0, 1, "same", unit="year"), "2021-05"),
        ...     counted_on(Point(0, 1, "same", unit="day"), "2021-05"),
        ... )
        ('2021', None)
    """
    size = {"day": 10, "month": 7, "year": 4}[point.unit]
    known = (earlier or "").partition("/")[0][:size]
    if len(known) < size or not known.replace("-", "").isdigit() or (size > 4 and known[5:7] > "12"):
        return None
    if point.side != "x":
        return known
    try:
        return _moved(date.fromisoformat(f"{known}-01-01"[:10]), point.unit, 1)
    except (OverflowError, ValueError):
        return None


def with_year(point: Point, day: date | None, tense: str) -> Point:
    """
    Return a date with its year, where that can be told: the last one before publication, or the next of what is to come.

    Example:
        >>> with_year(Point(0, 0, "date", month=12, day=30), date(2024, 1, 4), "").year
        2023
    """
    if point.year is not None or day is None or point.kind not in _BY_YEAR:
        return point
    if point.shift is not None or point.kind == "part":
        return point._replace(year=day.year + (point.shift or 0))
    if point.side == "L" and point.kind != "season":
        return point._replace(year=day.year)
    return point._replace(year=day.year + _turn(point, day, tense))


def _turn(point: Point, day: date, tense: str) -> int:
    """Return by how many years the date lies from the year of publication."""
    month = point.month or 1
    if point.kind == "season":
        return _turn_of_season(_SEASON_STARTS[month], day, point.side, tense)
    if point.kind == "quarter":
        month = 3 * month - 2
    here = (day.month, day.day)
    there = (month, point.day or 0) if point.kind in {"date", "days", "feast"} else (month, day.day)
    if point.side == "l":
        return -1 if there >= here else 0
    if point.side == "x":
        return 1 if there <= here else 0
    if tense == "future":
        return 1 if there < here else 0
    return -1 if there > here else 0


def _turn_of_season(start: int, day: date, side: str, tense: str) -> int:
    if start == 12 and day.month < 3:
        return {"l": -2, "x": 0}.get(side, -1)
    if side == "l":
        return 0 if start + 3 <= day.month else -1
    if side == "x":
        return 0 if start > day.month else 1
    if side == "L":
        return 0
    if tense == "future":
        return 0 if start + 2 >= day.month else 1
    return 0 if start <= day.month else -1


def _in_year(point: Point, year: str) -> str | None:
    month = f"{year}-{point.month:02d}" if point.month else year
    if point.kind in {"date", "feast"}:
        return f"{month}-{point.day:02d}"
    if point.kind == "days":
        return f"{month}-{point.day:02d}/{month}-{point.until:02d}"
    if point.kind == "week":
        return _week_of(month, year, point)
    if point.kind in {"quarter", "part"}:
        size = 6 if point.unit == "half" else 3
        number = point.month if point.kind == "quarter" else point.day
        last = 12 // size if number in {-1, None} else number
        if last is None or not 1 <= last * size <= 12:
            return None
        return f"{year}-{last * size - size + 1:02d}/{year}-{last * size:02d}"
    return month


def _week_of(month: str, year: str, point: Point) -> str | None:
    """Return the days of the first, second, third, fourth or last week of a month, counted from its first day."""
    if point.unit != "week" or point.day is None or point.day > 4:
        return month
    known = int(year) if year != UNKNOWN_YEAR else 2001
    last = monthrange(known, point.month or 1)[1] if point.day == -1 else 7 * point.day
    return f"{month}-{last - 6:02d}/{month}-{last:02d}"


def _years(point: Point) -> str:
    year, until = int(point.year or 0), point.until or 0
    if until >= 1000:
        return f"{year:04d}/{until:04d}"
    if until <= 12 and until != year % 100 + 1:
        return f"{year:04d}-{until:02d}"
    return f"{year:04d}/{year // 100:02d}{until:02d}"


def _month(day: date, months: int = 0) -> str:
    return months_after(day, months).isoformat()[:7]


def _vague(day: date, unit: str) -> str:
    """Return now, as closely as a unit goes."""
    return {
        "month": _month(day),
        "year": f"{day.year:04d}",
        "decade": f"{day.year:04d}",
        "century": f"{day.year:04d}",
    }.get(unit, day.isoformat())


def _moved(day: date, unit: str, count: int) -> str:
    """Return the day, month or year that is so many units off, as closely as the unit goes."""
    if unit == "month":
        return _month(day, count)
    if unit in {"year", "decade", "century"}:
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        return f"{_sound_year(day.year + size * count):04d}"
    days = {"hour": -(-abs(count) // 24) * (1 if count > 0 else -1), "day": count}.get(unit, 7 * count)
    return (day + _DAY * days).isoformat()


def _sound_year(year: int) -> int:
    if not 1 <= year <= 9999:
        raise ValueError
    return year


def _week(day: date) -> tuple[date, date]:
    monday = day - _DAY * day.weekday()
    return monday, monday + _DAY * 6


def _weekday(point: Point, day: date, tense: str) -> str | None:
    wanted = point.day or 0
    if point.unit == "week":
        return (_week(day + _DAY * 7 * (point.many or 0))[0] + _DAY * wanted).isoformat()
    back, on = (day.weekday() - wanted) % 7, (wanted - day.weekday()) % 7
    if point.side == "l":
        return (day - _DAY * (back or 7)).isoformat()
    if point.side == "x":
        return (day + _DAY * (on or 7)).isoformat()
    ahead = tense == "future" or (point.side == "L" and tense != "past")
    return (day + _DAY * on if ahead else day - _DAY * back).isoformat()


def _deictic(point: Point, day: date, _tense: str) -> str | None:
    return (day + _DAY * (point.many or 0)).isoformat()


def _ago(point: Point, day: date, _tense: str) -> str | None:
    if point.many is None:
        return f"/{_vague(day, point.unit)}"
    if point.unit == "week":
        first, last = _week(day - _DAY * 7 * point.many)
        return f"{first}/{last}"
    if point.unit == "hour":
        return (day - _DAY * (point.many // 24)).isoformat()
    return _moved(day, point.unit, -point.many) + "~" * (point.unit in {"decade", "century"})


def _past(point: Point, day: date, _tense: str) -> str | None:
    if point.many is None:
        return f"/{_vague(day, point.unit)}"
    if point.unit == "year" and point.many == 1:
        return f"{_month(day, -12)}/{_month(day)}"
    return f"{_moved(day, point.unit, -point.many)}/{_vague(day, point.unit)}"


def _coming(point: Point, day: date, _tense: str) -> str | None:
    if point.many is None:
        return f"{_vague(day, point.unit)}/"
    return f"{_vague(day, point.unit)}/{_moved(day, point.unit, point.many)}"


def _unit(point: Point, day: date, tense: str) -> str | None:
    steps = {"l": -1, "x": 1}.get(point.side, 0)
    if point.unit == "week":
        first, last = _week(day + _DAY * 7 * steps)
        if point.side == "G" or (not steps and tense == "past"):
            last = day
        elif point.side == "g":
            first = day
        return f"{first}/{last}"
    if point.unit == "weekend":
        return _weekend(day, point.side, tense)
    if point.unit == "month":
        return _month(day, steps)
    if point.unit == "decade":
        return f"{_sound_year(day.year + 10 * steps) // 10:03d}X"
    if point.unit == "century":
        return f"{_sound_year(day.year + 100 * steps) // 100:02d}XX"
    if point.unit == "night":
        return (day + _DAY * steps).isoformat()
    return f"{_sound_year(day.year + steps):04d}"


def _weekend(day: date, side: str, tense: str) -> str:
    saturday = day - _DAY * ((day.weekday() - 5) % 7)
    within = day.weekday() >= 5
    if side == "l":
        saturday -= _DAY * 7 * within
    elif side == "x" or (not within and (tense == "future" or (side == "L" and tense != "past"))):
        saturday += _DAY * 7
    return f"{saturday}/{saturday + _DAY}"


_RELATIVE = {
    "weekday": _weekday,
    "deictic": _deictic,
    "ago": _ago,
    "past": _past,
    "recent": _past,
    "coming": _coming,
    "unit": _unit,
}
