"""What is no date though it has a date's words: figures that count, names of months that are verbs, numbers of laws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osintkp.reading.dates.figures import (
    Asked,
    century_meant,
    chained,
    counts,
    decade_meant,
    year_meant,
    years_meant,
)
from osintkp.reading.dates.words import DASHES, Row, table

if TYPE_CHECKING:
    from osintkp.reading.dates.points import Point

_MONTHS = frozenset("MmB")
_PARTS_OF_A_DAY = frozenset({"last night", "this morning", "this afternoon", "this evening"})
_BEFORE_MONTHS = frozenset("istbphjfwrlLxz")


def joined(row: Row, view: str, kind: str, first: int, end: int) -> int:
    """Return the first word that what stands before it parts from the rest of a date; 0 where all hold together."""
    seen: list[str] = []
    before = first
    for number in range(first + 1, end):
        if not row.words[number]:
            continue
        gap = view[row.end(before) : row.start(number)]
        if gap.count("\n") > 1 or not _holds(row, kind, before, number, gap.strip()):
            return number
        seen.append(gap.strip())
        before = number
    if kind == "figures" and (len(set(seen)) > 1 or not seen[0]):
        return end - 1
    return 0


def _holds(row: Row, kind: str, before: int, number: int, gap: str) -> bool:
    """Return whether two words may stand in one date with a sign between them."""
    one, two = row.letters[before], row.letters[number]
    if kind == "figures":
        return gap in {"-", "/"} or (gap == "." and one != "y")
    if kind == "years":
        return gap in DASHES or gap == "/"
    if two == "'" or one == "'":
        return gap == "'" if two == "'" else not gap
    if one in "do" and two in "do":
        return gap in DASHES
    if gap == ".":
        return one == "B"
    if gap in DASHES:
        return one in "rnd" or two in "rMmB" or (one in "MmB" and two in "yd")
    if gap == ",":
        return two == "y" or (one in "do" and two in "lLxe")
    return not gap


def adjoins(row: Row, view: str, first: int, last: int, free: int) -> bool:
    """Return whether a date is but a part of a longer figure, a code or an address."""
    start, end = row.start(first), row.end(last)
    before = view[start - 1 : start]
    if before and before in "/$\u20ac\u00a3#+@=_&":
        return free != first - 1 or before != "/"
    if before and before in "-\u2013.,:" and view[start - 2 : start - 1].isalnum() and start > 1:
        letter = row.letters[first]
        if letter in "dyon" and not (
            before in "-\u2013" and free and row.start(first - 1) >= row.start(free - 1)
        ):
            return True
    after, beyond = view[end : end + 1], view[end + 1 : end + 2]
    if row.letters[last] not in "dyn":
        return False
    if after and after in ".,:/" and beyond.isdigit():
        return True
    return bool(after) and (after in "%\u00b0" or (after == "-" and beyond.isalpha()))


def is_meant(asked: Asked) -> bool:
    """Return whether the words are a date here, by their neighbours and capitals."""
    check = _CHECKS.get(asked.point.kind)
    return check is None or check(asked)


def _month(asked: Asked) -> bool:
    row, view, text, point, free = asked.row, asked.view, asked.text, asked.point, asked.free
    place = next((n for n in range(point.first, point.last + 1) if row.letters[n] in _MONTHS), None)
    if place is None:
        return True
    letter, capital = row.letters[place], text[row.start(place)].isupper()
    dated = point.year is not None or point.shift is not None
    if dated or (point.kind in {"date", "days"} and (capital or letter != "m")):
        return capital or point.year is not None or letter == "M"
    if not capital:
        return False
    if point.kind in {"week", "half"} or letter == "M":
        return not _person(row, view, text, point)
    return bool(point.side) or point.first < place or _by_neighbours(row, view, text, point, free)


def _person(row: Row, view: str, text: str, point: Point) -> bool:
    """Return whether a month's name is a woman's: April Jones."""
    if (
        row.words[point.last] not in {"april", "june"}
        or row.letters[point.first - 1 : point.first] in _BEFORE_MONTHS
    ):
        return False
    end = row.end(point.last)
    return (
        view[end : end + 1] == " "
        and text[end + 1 : end + 2].isupper()
        and row.letters[point.last + 1] == "."
    )


def _by_neighbours(row: Row, view: str, text: str, point: Point, free: int) -> bool:
    """Return whether May, March or Jan. is a month by what stands before and after it."""
    before = row.letters[point.first - 1] if point.first else ""
    if chained(row, point.first, free):
        return True
    end = row.end(point.last)
    following = text[end + 1 : end + 2] if view[end : end + 1] == " " else ""
    if before and before in _BEFORE_MONTHS:
        return not (before in "jfh" and following.isupper() and row.letters[point.last + 1] == ".")
    follower = row.words[point.last + 1] if point.last + 1 < len(row.words) else ""
    if before == "_" or not before:
        return False
    return (
        before == "%"
        and following.islower()
        and row.letters[point.last + 1] == "."
        and follower not in {"for", "against", "into", "past"}
    )


def _date(asked: Asked) -> bool:
    row, view, text, point = asked.row, asked.view, asked.text, asked.point
    words, letters = row.words, row.letters
    for number in range(point.first, point.last + 1):
        named = letters[number] == "o" and not words[number][0].isdigit()
        if named and not (number < point.last and letters[number + 1] == "e"):
            return False
    if letters[point.last] == "d" and counts(row, view, text, point.last):
        before = words[point.first - 1] if point.first else ""
        if point.kind == "days" or before in {"in", "during", "since"}:
            return False
    return _month(asked)


def _season(asked: Asked) -> bool:
    row, point = asked.row, asked.point
    if point.year is not None or point.shift is not None:
        return True
    if row.letters[point.last + 1 : point.last + 2] == "e":
        return False
    if point.side:
        return (
            row.words[point.first] in {"last", "this", "next", "coming", "past", "previous", "following"}
            or point.first < point.last - 1
        )
    before = row.letters[point.first - 1 : point.first]
    return row.letters[point.first] == "r" or (row.letters[point.first] == "%" and before in set("isjtb"))


def _weekday(asked: Asked) -> bool:
    row, text, point = asked.row, asked.text, asked.point
    weekday = row.letters.index("W", point.first)
    if not text[row.start(weekday)].isupper():
        return False
    places = table()["counted"]
    before = row.words[point.first - 1] if point.first else ""
    after = row.words[point.last + 1] if point.last + 1 < len(row.words) else ""
    return before not in places["not_weekdays"] and after not in places["not_after_weekdays"]


def _unit(asked: Asked) -> bool:
    row, point = asked.row, asked.point
    first, last = point.first, point.last
    letters = row.letters[first : last + 1]
    if letters == "%U":
        return point.unit == "weekend" and row.letters[first - 1 : first] in {"i", "c"}
    if point.unit in {"hour", "fortnight"} or (point.side == "l" and row.letters[last + 1 : last + 2] == "e"):
        return False
    if point.unit in {"day", "night"}:
        if row.letters[first - 1 : first] == "%":
            return False
        return f"{row.words[last - 1]} {row.words[last]}" in _PARTS_OF_A_DAY
    return point.unit != "century" or point.side != "x"


def _deictic(asked: Asked) -> bool:
    row, text, point = asked.row, asked.text, asked.point
    before = row.words[point.first - 1] if point.first else ""
    return not (before in {"russia", "usa", "africa"} and text[row.start(point.first)].isupper())


def _spell(asked: Asked) -> bool:
    row, point = asked.row, asked.point
    if point.unit == "night":
        return False
    if row.letters[point.last + 1 : point.last + 2] == "e":
        return False
    return (
        point.kind == "coming"
        or row.letters[point.first] == "%"
        or row.letters[point.first - 1 : point.first] == "i"
    )


def _same(asked: Asked) -> bool:
    row, point = asked.row, asked.point
    in_another = row.letters[point.last + 1 : point.last + 3] == "iy"
    return point.unit in {"day", "month", "year"} and not in_another


def _week(asked: Asked) -> bool:
    return asked.point.unit in {"week", "day", "half"} and _month(asked)


def _part(asked: Asked) -> bool:
    row, point = asked.row, asked.point
    most = 12 // table()["parts"][point.unit]
    if point.day is None or point.day > most:
        return False
    return point.year is not None or point.shift is not None or row.words[point.last] == "year"


_CHECKS = {
    "days": _date,
    "date": _date,
    "week": _week,
    "half": _month,
    "month": _month,
    "part": _part,
    "season": _season,
    "decade": decade_meant,
    "century": century_meant,
    "years": years_meant,
    "year": year_meant,
    "weekday": _weekday,
    "deictic": _deictic,
    "past": _spell,
    "coming": _spell,
    "unit": _unit,
    "same": _same,
}
