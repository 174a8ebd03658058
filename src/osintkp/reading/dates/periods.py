"""Dates put together: from one to another, lists of months, open ends, and the words that open them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from osintkp.dates.edtf import bounds
from osintkp.reading.dates.points import Point
from osintkp.reading.dates.words import DASHES, Row
from osintkp.reading.dates.years import Reckoned, reckoned, with_year

_RANGES = frozenset({"T", "T%", "t", "t%", "tT", "T_", "&_"})
_LISTS = frozenset({"&", "_", "_&", "&i", "&c", "_&i", "&%"})
_DAY = timedelta(days=1)
_MONTHS = frozenset({"month", "date", "days", "season", "half", "week"})
_LISTED = frozenset({"month", "date", "year", "decade", "weekday", "season"})
_PLAIN = frozenset({"date", "month", "season", "year", "decade"})


class Period(NamedTuple):
    """
    One or two dates and what opens or blurs them.

    Attributes:
        points: The dates: one, or the first and the last.
        first: The number of its first word.
        last: The number of its last word.
        mode: ``since``, ``until``, ``before``, ``around``, or nothing.
    """

    points: tuple[Point, ...]
    first: int
    last: int
    mode: str = ""


def periods(found: list[Point], row: Row, view: str) -> list[Period]:
    """Return dates put together with the dates and the words beside them, in order."""
    periods: list[Period] = []
    found = _with_weekdays(found, row, view)
    number = 0
    while number < len(found):
        group, is_range = [found[number]], False
        while number + len(group) < len(found) and not is_range:
            joint = _joint(group[0], group[-1], found[number + len(group)], row, view)
            if not joint or (joint == "range" and len(group) > 1):
                break
            is_range = joint == "range"
            group.append(found[number + len(group)])
        number += len(group)
        shared = _shared(group, is_range=is_range)
        runs = [tuple(shared)] if is_range else _runs(shared)
        periods += [_led(run, row, view) for run in runs]
    return periods


def _with_weekdays(found: list[Point], row: Row, view: str) -> list[Point]:
    """Return dates without the weekdays that only stand before one: Tuesday, June 18."""
    kept: list[Point] = []
    for point in found:
        if kept and kept[-1].kind == "weekday" and point.kind == "date":
            gap = view[row.end(kept[-1].last) : row.start(point.first)]
            if gap.strip() in {"", ",", ", the", "the"} and gap.count("\n") < 2:
                kept[-1] = point._replace(first=kept[-1].first)
                continue
        kept.append(point)
    return kept


def _joint(opening: Point, one: Point, two: Point, row: Row, view: str) -> str:
    """Return how two neighbouring dates are joined: ``range``, ``list`` or not at all."""
    if two.first - one.last > 4:
        return ""
    gap = view[row.end(one.last) : row.start(two.first)]
    if any(sign in gap for sign in '.;:()"?!') or gap.count("\n") > 1:
        return ""
    letters = row.letters[one.last + 1 : two.first]
    if gap.strip() in DASHES or letters in _RANGES - {"&_"}:
        return "range" if _alike(one, two) else ""
    if (
        letters in {"&", "&%"}
        and row.letters[max(0, opening.first - 1) : opening.first] == "w"
        and opening is one
    ):
        return "range"
    return "list" if letters in _LISTS and _same(one, two) else ""


def _alike(one: Point, two: Point) -> bool:
    return (one.kind == two.kind) or (one.kind != "weekday" and two.kind != "weekday")


def _same(one: Point, two: Point) -> bool:
    return one.kind == two.kind and one.kind in _LISTED


def _shared(group: list[Point], *, is_range: bool) -> list[Point]:
    """Return dates with the year that the last or the first of them gives to all."""
    shared = list(group)
    for number in range(len(shared) - 2, -1, -1):
        one, two = shared[number], shared[number + 1]
        if one.kind in _MONTHS and _bare(one) and isinstance(two.year, int) and two.month:
            shared[number] = one._replace(year=two.year - (is_range and _order(one) > _order(two)))
        elif one.kind in _MONTHS and _bare(one) and two.shift is not None and two.month:
            shared[number] = one._replace(shift=two.shift)
    for number in range(1, len(shared)):
        one, two = shared[number - 1], shared[number]
        if two.kind in _MONTHS and _bare(two) and isinstance(one.year, int) and one.month:
            shared[number] = two._replace(year=one.year + (_order(one) > _order(two)))
    return shared


def _bare(point: Point) -> bool:
    return point.year is None and point.shift is None


def _order(point: Point) -> tuple[int, int]:
    month = point.month or 0
    return (3 * month - 60 if point.kind == "season" else month, point.day or 0)


def _runs(group: list[Point]) -> list[tuple[Point, ...]]:
    """Return dates of a list, those that follow one upon the other as one span."""
    runs: list[list[Point]] = []
    for point in group:
        if runs and _follows(runs[-1][-1], point):
            runs[-1].append(point)
        else:
            runs.append([point])
    return [(run[0], run[-1]) if len(run) > 1 else (run[0],) for run in runs]


def _follows(one: Point, two: Point) -> bool:
    if one.kind == "month":
        years = int(two.year or 0) - int(one.year or 0)
        return bool(one.month and two.month) and (two.month or 0) + 12 * years == (one.month or 0) + 1
    if one.kind == "year":
        return isinstance(one.year, int) and two.year == one.year + 1
    if one.kind == "decade":
        return int(str(two.year)[:3]) == int(str(one.year)[:3]) + 1
    if one.kind == "weekday":
        return two.day == ((one.day or 0) + 1) % 7 and one.side == two.side
    return (
        one.kind == "date"
        and one.month == two.month
        and one.year == two.year
        and two.day == (one.day or 0) + 1
    )


def _led(points: tuple[Point, ...], row: Row, view: str) -> Period:
    """Return dates with the words before and after that open or blur them."""
    first, last = points[0].first, points[-1].last
    mode, start, end = _after(row, view, first, last)
    if not mode:
        mode, start = _before(row, view, points, first)
        end = last
    return Period(points, start, end, mode)


def _word(row: Row, number: int) -> str:
    return row.words[number] if 0 <= number < len(row.words) else ""


def _after(row: Row, view: str, first: int, last: int) -> tuple[str, int, int]:
    """Return whether "onward" or "from ... on" follows, with the first and last word."""
    before = first - 1 if _word(row, first - 1) != "the" else first - 2
    start = before if _word(row, before) == "from" else first
    if row.letters[last + 1 : last + 2] == "E":
        return "since", start, last + 1
    if row.letters[last + 1 : last + 3] == "&E":
        return "since", start, last + 2
    gap = view[row.end(last) : row.end(last) + 3]
    if start != first and gap == " on" and view[row.end(last) + 3 : row.end(last) + 4] in {",", ".", ";", ""}:
        return "since", start, last + 1
    return "", first, last


def _before(row: Row, view: str, points: tuple[Point, ...], first: int) -> tuple[str, int]:
    place = first - 1
    article = _word(row, place) == "the"
    place -= article
    letter = row.letters[place] if place >= 0 else ""
    if not letter or view[row.end(place) : row.end(place) + 1] not in {" ", "\n"}:
        return "", first
    word = _word(row, place)
    if letter in "ifc" and _word(row, place - 1) in {"starting", "beginning"}:
        return "since", place - 1
    if letter in "ic" and _word(row, place - 1) in {"began", "started", "commenced"}:
        since = row.letters.rfind("s", max(0, place - 6), place)
        return ("since", since) if since >= 0 and "_" not in row.letters[since:place] else ("", first)
    if word == "starting" and len(points) == 1:
        return "since", place
    if (len(points) > 1 or points[0].kind in {"days", "years"}) and (word == "from" or letter == "w"):
        return "", place
    return _opening(row, view, points, place, first, article=article)


def _opening(
    row: Row, view: str, points: tuple[Point, ...], place: int, first: int, *, article: bool
) -> tuple[str, int]:
    letter, word, kind = row.letters[place], row.words[place], points[0].kind
    if letter == "s":
        return "since", place
    if letter == "t" and not (word in {"through", "thru"} and kind in {"year", "season", "unit", "past"}):
        return "until", place - (_word(row, place - 1) == "up")
    if letter == "T" and _word(row, place - 1) == "up":
        return "until", place - 1
    if letter == "j" and kind not in {"decade", "century", "past"}:
        return "until", place
    plain = not _owner(row, view, points[-1].last) and (
        not article or kind == "decade" or row.letters[first] == "r"
    )
    if letter == "b" and plain:
        return "before", place
    if letter == "T" and _word(row, place - 1) == "prior" and plain:
        return "before", place - 1
    if letter == "h" and plain:
        return "since", place
    if letter == "z" and len(points) == 1 and kind in _PLAIN:
        return "around", place
    return "", first


def _owner(row: Row, view: str, last: int) -> bool:
    return view[row.end(last) : row.end(last) + 2] == "'s"


def spelt(period: Period, day: date | None, tense: str) -> Reckoned:
    """Return what a period stands for, counted from a day; see :func:`osintkp.reading.dates.years.reckoned`."""
    first, last = period.points[0], period.points[-1]
    end = reckoned(last, day, tense)
    if len(period.points) == 1:
        return opened(end, period.mode)
    if first.kind in _MONTHS and _bare(first) and not first.side:
        dated = with_year(last, day, tense)
        if isinstance(dated.year, int) and dated.month:
            first = first._replace(year=dated.year - (_order(first) > _order(dated)))
    start = reckoned(first, day, tense)
    if first.kind == last.kind == "weekday" and start.edtf and end.edtf and start.edtf > end.edtf:
        start = Reckoned((date.fromisoformat(start.edtf) - 7 * _DAY).isoformat(), True)
    if start.edtf is None or end.edtf is None:
        return Reckoned(None)
    whole = f"{start.edtf.partition('/')[0]}/{end.edtf.rpartition('/')[2]}"
    if bounds(whole) is None:
        whole = end.edtf
    return opened(Reckoned(whole, start.anchored or end.anchored), period.mode)


def opened(found: Reckoned, mode: str) -> Reckoned:
    """Return a date with an end opened, as its words ask."""
    edtf = found.edtf
    if edtf is None or not mode:
        return found
    start, _, end = edtf.partition("/")
    if mode == "since":
        edtf = f"{start}/.." if start else edtf
    elif mode == "until":
        edtf = f"../{end or start}"
    elif mode == "before":
        earlier = before(start)
        edtf = f"../{earlier}" if earlier else edtf
    else:
        edtf += "~"
    return Reckoned(edtf, found.anchored)


def before(text: str) -> str | None:
    """
    Return the unit of time before one: the month before a month, the day before a day; None where there is none.

    Example:
        >>> before("2022"), before("2024-03"), before("2024-03-01"), before("199X"), before("XXXX-01")
        ('2021', '2024-02', '2024-02-29', '198X', 'XXXX-12')
    """
    plain = text.rstrip("~?%")
    year, _, rest = plain.partition("-")
    if year.endswith("X") and year != "XXXX":
        digits = year.rstrip("X")
        return f"{int(digits) - 1:0{len(digits)}d}".ljust(4, "X") if int(digits) > 1 else None
    unknown = year == "XXXX"
    number = 2001 if unknown else int(year or 0)
    if not rest:
        return None if unknown or number < 2 else f"{number - 1:04d}"
    month, _, day = rest.partition("-")
    if number < 2:
        return None
    if day:
        earlier = (date(2000 if unknown else number, int(month), int(day)) - _DAY).isoformat()
        return "XXXX" + earlier[4:] if unknown else earlier
    step = {"01": "12", "21": "24"}.get(month)
    turned = unknown or not step
    return f"{year if turned else f'{number - 1:04d}'}-{step or f'{int(month) - 1:02d}'}"
