"""Whether a clause looks forward or back: which way a date without a year is counted."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from osintkp.reading.dates.words import Row, table

_FURTHEST = 32
_NEAREST = 20


@functools.cache
def _marks() -> Mapping[str, str]:
    tense = table()["tense"]
    kinds = {
        "modal": "modal",
        "future_to": "to",
        "past": "past",
        "future": "future",
        "borders": "border",
        "not_past": "",
        "back": "past",
    }
    found: dict[str, str] = {}
    for name, mark in kinds.items():
        for word in tense[name]:
            found[word] = "to past" if mark == "past" and found.get(word) == "to" else mark
    return found


def tense(row: Row, view: str, first: int, last: int) -> str:
    """
    Return ``future``, ``past`` or nothing, of the clause around a row of words.

    Example:
        >>> from osintkp.reading.dates.words import row
        >>> text = "the ships that it ordered in may will arrive in june"
        >>> tense(row(text), text, 6, 6), tense(row(text), text, 10, 10)
        ('past', 'future')
    """
    found = ""
    for number in range(first - 1, max(-1, first - _FURTHEST), -1):
        found = _mark(row, view, number)
        if found:
            break
    if found in {"past", "future"}:
        return found
    for number in range(last + 1, min(len(row.words), last + _NEAREST)):
        found = _mark(row, view, number)
        if found and found != "border":
            return "" if found == "end" else found
    return ""


def _mark(row: Row, view: str, number: int) -> str:
    """Return what a word says of the time of its clause; ``border`` and ``end`` where that clause ends."""
    word = row.words[number]
    if not word:
        return "end" if _ends(row, view, number) else ""
    mark = _marks().get(word)
    if mark is None:
        return "past" if word.endswith("ed") and len(word) > 4 else ""
    following = row.words[number + 1] if number + 1 < len(row.words) else ""
    if mark == "modal":
        return "past" if following == "have" else "future"
    if mark.startswith("to"):
        return (
            "future"
            if following in {"to", "of"}
            else ("past" if mark == "to past" or word.endswith("ed") else "")
        )
    return mark


def _ends(row: Row, view: str, number: int) -> bool:
    """Return whether a sentence ends at a sign; not after a short word with a point, which is an abbreviation."""
    sign = view[row.end(number) - 1 : row.end(number)]
    if sign in {";", "!", "?"} or view[row.end(number) - 1 : row.end(number) + 1] == "\n\n":
        return True
    return sign == "." and number > 0 and len(row.words[number - 1]) > 3
