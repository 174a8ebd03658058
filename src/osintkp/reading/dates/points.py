"""Single dates in a text: which words they are and what these say, before the day of publication is asked."""

from __future__ import annotations

import functools
import re
from typing import Any, NamedTuple

from osintkp.reading.dates.figures import Asked
from osintkp.reading.dates.guards import adjoins, is_meant, joined
from osintkp.reading.dates.words import Row, values

TRIGGERS = "MmBWSQHYUuyDC"
_LEADING = frozenset("do%elLxrnavGN_&TtiKHczq")
_FURTHEST = 8
_SHIFTS = {"l": -1, "L": 0, "x": 1}
_SHIFTED = frozenset({"days", "week", "date", "month", "half", "part", "season", "weekday"})


class Point(NamedTuple):
    """
    A date as its words give it.

    Attributes:
        first: The number of its first word.
        last: The number of its last word.
        kind: The rule that read it.
        year: Its year; a decade or century as in EDTF; None where it is not said.
        month: Its month, or the season's number as in EDTF.
        day: Its day; a weekday from 0; the number of a half, a quarter or a week.
        until: The last day or year of a short span.
        shift: How many years from the year of publication; None where that is not said.
        side: ``l`` for last, ``L`` for this, ``x`` for next, ``G`` for earlier and ``g`` for later in this; empty for none.
        many: How many units; None for some.
        unit: The unit of time.
    """

    first: int
    last: int
    kind: str
    year: int | str | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None
    shift: int | None = None
    side: str = ""
    many: int | None = None
    unit: str = ""


@functools.cache
def _grammar() -> re.Pattern[str]:
    month, day = "[MmB]_?", "%?[do]"
    year = "(?:_?e?y|_?e?%?[lLx]U)"
    early = "(?:%?r_?(?:[T&]_?%?r_?)?e?%?)"
    of_month = f"e?%?{month}{year}?"
    rules = {
        "figures": "ydd|ddy",
        "days": f"{day}_?[T&t]?_?{day}{of_month}|{month}{day}_?[T&t]?_?{day}{year}?",
        "week": f"%?[ol][Uu]{of_month}",
        "date": f"{day}{of_month}|{month}{day}{year}?",
        "half": f"%?[ol]H{of_month}",
        "month": f"{early}?[lLx]?{month}{year}?",
        "part": "%?[ol]H(?:e?y|e?%?[lLx]?U)",
        "quarter": "Q(?:e?y)?|%oH",
        "season": f"{early}?%?[lLx]?S{year}?",
        "decade": f"{early}?(?:D|y')",
        "century": "oU",
        "years": "y[dny]",
        "year": f"{early}?y",
        "weekday": "[lLx]?W(?:e?%?[lLx]U)?|[lLx]U'W",
        "deictic": "YU?",
        "feast": "KU'[kU](?:_?y)?|C[kU]?(?:_?y)?",
        "ago": "(?:av?|[ndv])e?[Uu]g",
        "past": "%?l(?:av|[ndv])?e?u|%lU",
        "recent": "Nu",
        "coming": "%?x(?:av|[ndv])?u",
        "same": "qU",
        "unit": f"Gi%U|(?:{early}|G|%)?[lLx]U|%?re%U|%U|U(?:')?r",
    }
    return re.compile("|".join(f"(?P<{name}>{rule})" for name, rule in rules.items()))


def points(row: Row, view: str, text: str) -> list[Point]:
    """
    Return the dates of a text in order, none of which share a word.

    Example:
        >>> from osintkp.reading.dates.words import row
        >>> text = "From 3 June they sold 2,000 rifles, and may 3 on."
        >>> [(each.kind, each.month, each.day) for each in points(row(text.lower()), text.lower(), text)]
        [('date', 6, 3)]
    """
    found: list[Point] = []
    free = 0
    for trigger in re.finditer(f"[{TRIGGERS}]", row.letters):
        place = trigger.start()
        point = _around(row, view, text, place, free) if place >= free else None
        if point:
            found.append(point)
            free = point.last + 1
    return found


def _around(row: Row, view: str, text: str, place: int, free: int) -> Point | None:
    """Return the date that a word belongs to, the one that begins furthest left."""
    letters = row.letters
    first, least = place, max(free, place - _FURTHEST)
    while first > least and letters[first - 1] in _LEADING:
        first -= 1
    match = _grammar().match
    for start in range(first, place + 1):
        stop = len(letters)
        while found := match(letters, start, stop):
            if found.end() <= place:
                break
            point, stop = _tried(row, view, text, found, free)
            if point:
                return point
            if stop <= place:
                break
    return None


def _tried(row: Row, view: str, text: str, found: re.Match[str], free: int) -> tuple[Point | None, int]:
    """Return what a match says, or the word before which to try again."""
    kind, first, end = found.lastgroup or "", found.start(), found.end()
    while row.letters[end - 1] == "_":
        end -= 1
    broken = joined(row, view, kind, first, end)
    if broken:
        return None, broken
    point = _figures(row, view, first, end - 1) if kind == "figures" else _read(row, kind, first, end - 1)
    if point is not None and kind == "years":
        point = _whole_years(point, view[row.end(first)])
    if point is None or adjoins(row, view, first, end - 1, free):
        return None, end - 1
    if not is_meant(Asked(row, view, text, point, free)):
        return None, end - 1
    article = row.words[first] == "the"
    return (point._replace(first=first + 1) if article else point), end


def _read(row: Row, kind: str, first: int, last: int) -> Point | None:
    """Return what the words of a date say, by the letters of these."""
    fields: dict[str, Any] = {"first": first, "last": last, "kind": kind}
    side = ""
    for number in range(first, last + 1):
        letter, word = row.letters[number], row.words[number]
        if letter in _SHIFTS:
            side = letter
        elif letter == "U" and side and kind in _SHIFTED and (kind != "week" or word == "year"):
            fields |= _shifted(word, side)
            side = ""
        else:
            _take(fields, letter, word)
    fields["side"] = fields.get("side") or side
    if kind in {"week", "half", "part"} and fields["side"] == "l":
        fields.setdefault("day", -1)
    if kind == "past" and row.letters[last] == "U":
        fields["many"] = 1
        if row.words[last - 1] in {"previous", "preceding"}:
            fields["kind"] = "unit"
    if kind == "unit" and row.words[last - 1] == "following":
        fields["kind"] = "same"
    if kind == "quarter" and not _quarter(row, fields, first, last):
        return None
    if kind == "unit" and row.letters[last] == "r":
        if row.words[first] != "year" or row.words[last] != "end":
            return None
        fields["side"] = "L"
    return _sound(Point(**fields))


_IN = frozenset({"in", "for", "during", "over", "by"})


def _quarter(row: Row, fields: dict[str, Any], first: int, last: int) -> bool:
    """Take the number of a quarter or half; return whether it may be one of a year: "in the third quarter", "H1 2023"."""
    if row.letters[last] == "H":
        fields["month"] = fields.pop("day", None)
        told = row.words[last] == "quarter" and first > 0 and row.words[first - 1] in _IN
        return told and fields["month"] is not None and fields["month"] <= 4
    if row.words[first][0] == "h":
        fields["unit"] = "half"
        return "year" in fields
    return True


def _whole_years(point: Point, sign: str) -> Point:
    """Return "2004/08" as five years, where a hyphen would make it a month."""
    if sign not in "/\u2013" or not isinstance(point.year, int) or point.until is None:
        return point
    if point.year % 100 < point.until <= 12:
        return point._replace(until=point.year // 100 * 100 + point.until)
    return point


def _shifted(word: str, side: str) -> dict[str, Any]:
    """Return what "last year" says beside a month, or "last week" beside a weekday."""
    unit = values()[word]
    return {"shift": _SHIFTS[side]} if unit == "year" else {"unit": unit, "many": _SHIFTS[side]}


def _take(fields: dict[str, Any], letter: str, word: str) -> None:
    if letter == "y" and fields["kind"] == "decade":
        fields["year"] = word[:3] + "X"
    elif letter in "yD":
        fields["until" if "year" in fields else "year"] = values()[word]
    elif letter in "do" and fields["kind"] in {"ago", "past", "coming"}:
        fields["many"] = values()[word]
    elif letter in "doW":
        fields["until" if "day" in fields or "year" in fields else "day"] = values()[word]
    elif letter == "n":
        fields["until" if fields["kind"] == "years" else "many"] = values()[word]
    elif letter == "a":
        fields["many"] = 1
    elif letter == "v":
        fields["many"] = 2 if word == "couple" else None
    elif letter in "MmBSQ":
        fields["month"] = values()[word]
    elif letter == "C":
        fields["month"], fields["day"] = values()[word]
    elif letter in "kU" and fields["kind"] == "feast":
        _feast(fields, word)
    elif letter in "UuH" and not (letter == "U" and fields["kind"] == "part"):
        fields["unit"] = values()[word] if letter != "H" else word
    elif letter == "Y":
        fields["many"] = values()[word]
    elif letter == "G":
        fields["side"] = "G" if word == "earlier" else "g"


def _feast(fields: dict[str, Any], word: str) -> None:
    if word == "year":
        fields |= {"month": 1, "day": 1}
    elif word == "eve":
        fields["month"], fields["day"] = (12, 24) if fields["month"] == 12 else (12, 31)


def _figures(row: Row, view: str, first: int, last: int) -> Point | None:
    """Return a date in figures alone, where only one order makes sense; with points the day stands first."""
    one, two, three = (int(word) for word in row.words[first : last + 1])
    if row.letters[first] == "y":
        year, month, day = one, two, three
    elif one > 12 or one == two or view[row.end(first)] == ".":
        day, month, year = one, two, three
    else:
        month, day, year = one, two, three
        if day <= 12:
            return None
    return _sound(Point(first, last, "date", year, month, day))


def _sound(point: Point) -> Point | None:
    """Return a date whose days its month has, and whose spans run forward."""
    if point.kind in {"date", "days", "feast"}:
        from osintkp.dates.edtf import end_of

        year = f"{point.year:04d}" if isinstance(point.year, int) else "XXXX"
        days = [day for day in (point.day, point.until) if day is not None]
        if not days or any(end_of(f"{year}-{point.month:02d}-{day:02d}") is None for day in days):
            return None
    return point
