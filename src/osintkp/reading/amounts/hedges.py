"""The hedges before and after a figure: where they begin and end, and how they are to be read."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from osintkp.reading.amounts.words import TIMES, words

REACH = 52
_OPENING = "(\"'[\u2014\u2013-\u201c"
_OF_PLACE = ("over", "under", "above", "below")
_ARTICLES = frozenset(("a", "an"))
_CLOSING = "\"'\u201d"


class Hedge(NamedTuple):
    """
    What hedges a figure.

    Attributes:
        start: Where the figure begins, hedge included.
        sign: As in the notation of amounts; the empty string for none.
        about: Whether something makes it approximate besides.
        end: Where the words of the hedge end.
    """

    start: int
    sign: str = ""
    about: bool = False
    end: int = 0


def before(view: str, start: int, said: list[str]) -> Hedge | None:
    """
    Return the hedge before a number; None where there is none.

    Args:
        view: The text in small letters.
        start: Where the number begins.
        said: The words before it, at most a handful.

    Example:
        >>> words_before = "sent no fewer than".split()
        >>> before("sent no fewer than 40", 19, words_before)
        Hedge(start=5, sign='>=', about=False, end=18)
    """
    table = words()
    at, left = start, len(said)
    fillers = table.sets["between"]
    while left and said[left - 1] in fillers and start - at < 24 and said[left - 1] not in table.hedges:
        left -= 1
        at = view.rfind(said[left], 0, at)
    found = _ending(view, at, said[:left])
    if found is None or (
        view[found.start : found.end] in _OF_PLACE and not _ARTICLES.isdisjoint(said[left:])
    ):
        return None  # "under a $40 million contract"
    if found.sign == "~":
        rest = view[max(0, found.start - 32) : found.start].split()
        outer = _ending(view, found.start, rest[-5:]) if rest else None
        if outer is not None and outer.sign != "~":
            return Hedge(outer.start, outer.sign, about=True, end=found.end)
    return found


def _ending(view: str, at: int, said: list[str]) -> Hedge | None:
    if not said:
        return None
    table = words()
    last = said[-1]
    rows = table.hedges.get(last)
    if rows is None and not last.isalpha():
        rows = table.hedges.get(_bare(last).rstrip(_CLOSING))
    if rows is None:
        return None
    for earlier, sign in rows:
        count = len(earlier)
        if count >= len(said) + (count == 0):
            continue
        if count:
            heads = said[-1 - count : -1]
            if (_bare(heads[0]), *heads[1:]) != earlier:
                continue
        if not count and last in _OF_PLACE and _preposition(said):
            return None
        return _placed(view, at, said, count, sign)
    return None


def _bare(word: str) -> str:
    """Return a word without what opens it, and without the word that a dash glues before it."""
    if word.isalpha():
        return word
    dash = max(word.rfind("\u2014"), word.rfind("--") + 1)
    return word[dash:].lstrip(_OPENING) if dash > 0 else word.lstrip(_OPENING)


def _preposition(said: list[str]) -> bool:
    return len(said) > 1 and said[-2] in words().sets["not_over"]


def _placed(view: str, at: int, said: list[str], count: int, sign: str) -> Hedge:
    place = at
    for word in reversed(said[len(said) - 1 - count :]):
        place = view.rfind(word, 0, place)
    opened = len(said[-1 - count]) - len(_bare(said[-1 - count]))
    end = view.rfind(said[-1], 0, at) + len(said[-1])
    start = place + opened
    before_it = said[-2 - count] if len(said) > count + 1 else ""
    if not opened and before_it in words().sets["stronger"]:
        start = view.rfind(before_it, 0, place)
    return Hedge(start, sign, end=end)


def is_period(view: str, hedge: Hedge, unit: str | None) -> bool:
    """
    Tell whether "over three months" means during them: no hedge, unless another preposition stands before it.

    Example:
        >>> view = "killed over three months"
        >>> is_period(view, Hedge(7, ">", end=11), "month")
        True
    """
    word = view[hedge.start : hedge.end]
    if word not in ("over", "under", "beyond", "around", "about", "some") or unit not in TIMES:
        return False
    earlier = view[max(0, hedge.start - 16) : hedge.start].split()
    return word == "over" and (not earlier or earlier[-1] not in words().sets["lasting"])


@functools.cache
def _later() -> re.Pattern[str]:
    return re.compile(
        r"(?P<from>\s?\+(?!\s?\d)|-?\s?plus\b(?! \d)| or (?:more|higher|greater|above|longer)\b(?! than)| and (?:counting|above|more)\b(?! than)|,? at (?:the very )?least\b|,? if not more\b)"
        r"|(?P<to> or (?:less|fewer|lower|under|below)\b|,? at (?:the )?most\b|,? at a maximum\b| max\b)"
        r"|(?P<about> or so\b|-odd\b|-ish\b|-some(?:thing)?\b| or thereabouts\b|,? more or less\b| give or take\b)"
    )


_FIRST = frozenset((" o", "+", "-p", "-o", "-i", "-s", " p", " a", ", ", " m", " +", " g", "pl"))


def after(view: str, end: int) -> Hedge | None:
    """
    Return the hedge after a number or its unit; None where there is none.

    Example:
        >>> after("40 or more tanks", 2)
        Hedge(start=2, sign='>=', about=False, end=10)
    """
    if view[end : end + 1] != "+" and view[end : end + 2] not in _FIRST:
        return None
    match = _later().match(view, end)
    if match is None:
        return None
    sign = {"from": ">=", "to": "<=", "about": "~"}[match.lastgroup or "about"]
    return Hedge(end, sign, end=match.end())
