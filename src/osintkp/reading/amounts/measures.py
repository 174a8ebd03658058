"""Units of measure, money, calibres and compounds that stand right after a number."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from osintkp.reading.amounts.words import PEOPLE, Noun, words


class Head(NamedTuple):
    """
    What a number counts.

    Attributes:
        end: One past the counted noun or the unit.
        unit: What is counted, singular; None where nothing says it.
        role: ``count``, ``measure``, ``money`` or ``calibre``.
        start: Where the noun phrase begins; None where there is none.
        base: Where the words begin and end that it is a part of; None for no part.
        known: Whether the table knows the noun.

    Example:
        >>> Head(end=9, unit="tank").role
        'count'
    """

    end: int
    unit: str | None
    role: str = "count"
    start: int | None = None
    base: tuple[int, int] | None = None
    known: bool = False


def hyphened(view: str, at: int) -> Head | None:
    """
    Return what "500,000-barrel", "12-member", "3,000-strong" count; None where the compound counts nothing.

    Args:
        view: The text in small letters.
        at: Where the hyphen stands.

    Example:
        >>> hyphened("12-member", 2).unit, hyphened("3-star", 1)
        ('person', None)
    """
    match = _compound().match(view, at)
    if match is None:
        return None
    word = match[2]
    if match[1] and word not in _MEMBERS:
        return None
    table = words()
    if word in _MEMBERS:
        unit = "member" if word == "member" and _union().match(view, match.end()) is not None else PEOPLE
        return Head(match.end(), unit if word != "seat" else "seat", start=None, known=True)
    if word in ("calibre", "caliber"):
        return Head(match.end(), "inch", "calibre", start=match.start(2), known=True)
    noun = table.measures.get(word) or table.alone.get(word) or table.nouns.get(word)
    if word in ("mm", "millimetre", "millimeter"):
        return Head(
            match.end(),
            "millimetre",
            "calibre" if _weapon_near(view, match.end()) else "measure",
            start=match.start(2),
            known=True,
        )
    if word == "pound":
        return Head(match.end(), "pound_mass", "measure", start=match.start(2), known=True)
    if noun is None or word == "time":
        return None
    return Head(match.end(), noun.unit, noun.role, start=match.start(2), known=True)


def measured(view: str, start: int, *, glued: bool) -> Head | None:
    """
    Return the unit of measure or the money whose words begin at a place; None for none.

    Args:
        view: The text in small letters.
        start: Where its words begin.
        glued: Whether the number stands right before, without a blank.

    Example:
        >>> measured("40 metric tons", 3, glued=False).unit, measured("40 tanks", 3, glued=False)
        ('tonne', None)
    """
    table = words()
    at = start
    for _ in range(3):
        match = _word().match(view, at)
        if match is None:
            return None
        word = match[0]
        for form, noun in table.longer.get(word, ()):
            if view.startswith(form, at) and not view[at + len(form) : at + len(form) + 1].isalpha():
                return Head(at + len(form), noun.unit, noun.role, start=at, known=True)
        noun_of = table.measures.get(word)
        if noun_of is not None:
            return _as_measure(view, at, match.end(), word, noun_of, glued=glued)
        if word in ("pounds", "pound"):
            return _pounds(view, start, match.end())
        if word not in table.sets["skipped"] or (
            word in ("last", "next") and _one_time().match(view, match.end())
        ):
            return None
        at = match.end() + 1
    return None


def _as_measure(view: str, at: int, end: int, word: str, noun: Noun, *, glued: bool) -> Head | None:
    if (len(word) < 3 and view[end : end + 1] in ("-", "\u2013")) or view[end : end + 1].isdigit():
        return None
    if len(word) == 1 and not glued and word not in ("m", "g", "t", "l"):
        return None
    if word in ("mm", "millimetre", "millimetres", "millimeter", "millimeters") and _weapon_near(view, end):
        return Head(end, "millimetre", "calibre", start=at, known=True)
    if word in (
        "won",
        "real",
        "rand",
        "second",
        "min",
        "sec",
        "mi",
        "lev",
        "lei",
        "dong",
        "cad",
        "sterling",
    ) and (word in ("second", "lev") or _verbal().match(view, end) is not None):
        return None
    if word == "foot" and view.startswith(" soldiers", end):
        return None
    return Head(end, noun.unit, noun.role, start=at, known=True)


def _pounds(view: str, number_end: int, end: int) -> Head:
    large = view.startswith(("lion ", "sand "), number_end - 5) or _short_scale().search(
        view, max(0, number_end - 5), number_end
    )
    heavy = not large or view.startswith(" of ", end)
    unit, role = ("pound_mass", "measure") if heavy else ("GBP", "money")
    return Head(end, unit, role, start=end - 6, known=True)


def _weapon_near(view: str, end: int) -> bool:
    return _weapon().match(view, end, end + 70) is not None


@functools.cache
def _one_time() -> re.Pattern[str]:
    """Return a pattern for the one time of "260 last year", which is no unit."""
    return re.compile(r"\s(?:year|month|week|night|summer|winter|spring|autumn)\b")


@functools.cache
def _short_scale() -> re.Pattern[str]:
    return re.compile(r"\d\s?(?:m|mn|bn)\s$")


@functools.cache
def _word() -> re.Pattern[str]:
    return re.compile(r"(?:[a-z]\.){2,6}|\u00b0[a-z]|[^\W\d_]+[0-9\u00b2\u00b3]?(?:/[hd]\b)?")


@functools.cache
def _compound() -> re.Pattern[str]:
    return re.compile(r"[-\u2013](\s?)([a-z]++)(?!-old|-olds)")


_MEMBERS = ("strong", "member", "man", "person", "men", "woman", "troop", "soldier", "seat")


@functools.cache
def _union() -> re.Pattern[str]:
    """Return a pattern for the name of a body whose members are states."""
    return re.compile(
        r"(?:\s[\w-]{1,20}){0,4}?\s(?:council|union|bloc|alliance|organi[sz]ation|league|community|assembly|commonwealth|forum)\b"
    )


@functools.cache
def _verbal() -> re.Pattern[str]:
    return re.compile(r" (?:the|a|an|their|his|her|its|by|in the|over|against|time|world|estate|more)\b")


@functools.cache
def _weapon() -> re.Pattern[str]:
    return re.compile(
        r"[-\s](?:[\w()/-]{1,24},?\s){0,6}?(?:calib|gun|howitzer|shell|round|mortar|rocket|munition|projectile|artiller|ammun|cannon|launcher|grenade|"
        r"rifle|bullet|cartridge|mlrs|missile|pistol|self-prop|auto|he-frag|barrel|weapon|system)"
    )


@functools.cache
def cartridge() -> re.Pattern[str]:
    """Return the pattern of the rest of a cartridge's size: the ``x39mm`` of 7.62x39mm."""
    return re.compile(r"(?:[x\u00d7]| x )\d{1,3}(?:\.\d{1,2})?\s?(?:mm\b|millimet(?:re|er)s?\b)?")
