"""Figures that are years, decades and centuries, and those that only look like them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from osintkp.reading.dates.words import Row, table

if TYPE_CHECKING:
    from osintkp.reading.dates.points import Point

_STRONG = frozenset(
    {
        "in",
        "since",
        "until",
        "till",
        "during",
        "throughout",
        "late",
        "early",
        "mid",
        "year",
        "circa",
        "fy",
        "fiscal",
    }
)
_OWNERS = frozenset({"the", "a", "an", "s", "its", "their", "his", "her", "our", "this", "that"})


class Asked(NamedTuple):
    """A date that may be none: its words, the text as it is looked at and as it is, and the first word that is free."""

    row: Row
    view: str
    text: str
    point: Point
    free: int


@functools.cache
def _set(name: str) -> frozenset[str]:
    return frozenset(table()["counted"][name])


def chained(row: Row, first: int, free: int) -> bool:
    """Return whether only joining words stand between a date and the one before it."""
    return 0 < free <= first <= free + 3 and all(letter in "_&Tt%wer" for letter in row.letters[free:first])


def counts(row: Row, view: str, text: str, last: int) -> bool:
    """Return whether a figure is followed by what it counts."""
    end = row.end(last)
    if view[end : end + 1] not in {" ", "\n"} or last + 1 >= len(row.words):
        return False
    word = row.words[last + 1]
    if word in _set("words"):
        return True
    if row.letters[last + 1] != "." or not text[end + 1 : end + 2].islower() or word in _set("uncounted"):
        return False
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss")


def year_meant(asked: Asked) -> bool:
    """Return whether four figures are a year, by what stands before and after them."""
    row, view, text, point, free = asked.row, asked.view, asked.text, asked.point, asked.free
    first, last = point.first, point.last
    if row.words[last].startswith("fy"):
        return True
    counted = counts(row, view, text, last)
    before = row.words[first - 1] if first else ""
    start, end = row.start(first), row.end(last)
    if first < last and row.letters[first] in "r%":
        return not counted or row.words[last - 1] in {"of", "early", "mid", "late"}
    if view[start - 1 : start] == "-" or (before in _set("named") and not chained(row, first, free)):
        return False
    if before in _STRONG:
        return row.words[last + 1 : last + 2] != ["km"]
    if view[start - 1 : start] == "(" and view[end : end + 1] in {")", ",", ";"}:
        return True
    if chained(row, first, free):
        return not counted
    return _owned(before, point, many=True) if counted else _year_after(row, view, text, point, before)


def _year_after(row: Row, view: str, text: str, point: Point, before: str) -> bool:
    first, last = point.first, point.last
    if before in _set("before_years") or before == "between":
        return not (row.letters[last + 1 : last + 3] in {"&y", "Ty"} and counts(row, view, text, last + 2))
    if before == "to" and first > 1 and row.words[first - 2] in {"prior", "up", "back"}:
        return True
    if before == "of":
        return int(row.words[last]) % 100 != 0
    follower = row.words[last + 1] if last + 1 < len(row.words) else ""
    if not before:
        gap = view[row.end(first - 2) if first > 1 else 0 : row.start(first)]
        return follower in _set("after_years") and (first == 0 or any(sign in gap for sign in ".\n!?,"))
    spaced = bool(follower) and view[row.end(last) : row.end(last) + 1] == " "
    return spaced and follower not in _set("of_resolutions") and _owned(before, point, many=False)


def _owned(before: str, point: Point, *, many: bool) -> bool:
    """Return whether a year says which of several things is meant: the 2015 deal."""
    year = point.year if isinstance(point.year, int) else 0
    if before not in _OWNERS:
        return False
    if many:
        return before in {"the", "s", "its", "their"} and 1945 <= year <= 2035 and year % 50 != 0
    return year % 100 != 0


def years_meant(asked: Asked) -> bool:
    """Return whether two figures with a dash or stroke are a span of years, or a year and its month."""
    row, view, text, point = asked.row, asked.view, asked.text, asked.point
    start = row.start(point.first)
    year, until = point.year, point.until
    if not isinstance(year, int) or until is None or view[start - 1 : start] in {"-", "/"}:
        return False
    if until >= 1000:
        return until > year and not counts(row, view, text, point.last)
    slash = view[row.end(point.first)] == "/"
    second = row.words[point.last]
    return (
        len(second) == 2
        and not (slash and until <= year % 100)
        and not (until <= year % 100 and not 1 <= until <= 12)
    )


def decade_meant(asked: Asked) -> bool:
    """Return whether a figure in -s is a decade, not an age or a temperature."""
    row, view, point = asked.row, asked.view, asked.point
    last = point.last
    if row.letters[last] == "'":
        if not row.words[last - 1].isdigit():
            return False
        return row.words[last - 1][3] == "0" and view[row.end(last - 1)] == "'"
    if len(row.words[last]) > 3:
        return True
    before = row.words[last - 1] if last else ""
    return before in {"the", "mid", "early", "late"} or view[row.start(last) - 1 : row.start(last)] == "'"


def century_meant(asked: Asked) -> bool:
    """Return whether an ordinal names a century of which there is news."""
    point = asked.point
    return point.unit == "century" and point.day is not None and 10 < point.day < 22
