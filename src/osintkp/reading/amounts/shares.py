"""What stands after a figure: the whole of a share, what a sum is for, per what it is told."""

from __future__ import annotations

import functools
import re

from osintkp.reading.amounts.heads import contents


def share_of(view: str, text: str, end: int) -> str | None:
    """
    Return the words for the whole that a share is of; None for none.

    Example:
        >>> share_of("40% of its grain", "40% of its grain", 3)
        'its grain'
    """
    if not view.startswith(" of ", end):
        return None
    at = end + 4
    for word in ("the ", "its ", "their ", "all ", "his ", "her ", "our ", "those ", "these "):
        if view.startswith(word, at):
            span = contents(view, text, at + len(word))
            return text[at : span[1]] if span is not None else None
    span = contents(view, text, at)
    return text[span[0] : span[1]] if span is not None else None


def worth(view: str, text: str, end: int) -> str | None:
    """
    Return what a sum is worth or in: "$3 million worth of fuel", "$50m in loans"; None for nothing.

    Example:
        >>> worth("$50m in loans", "$50m in loans", 4)
        'loans'
    """
    match = _worth_of().match(view, end)
    if match is None or not text[match.end() : match.end() + 1].islower():
        return None
    span = contents(view, text, match.end())
    return text[span[0] : span[1]] if span is not None else None


def rate(view: str, end: int, role: str) -> tuple[str | None, int]:
    """
    Return per what a figure is told, and where its words end; None for none.

    Example:
        >>> rate("40 tanks a year", 8, "count"), rate("40 tanks", 8, "count")
        (('year', 15), (None, 8))
    """
    if view[end : end + 1] not in (" ", "/", "-"):
        return None, end
    match = _per().match(view, end)
    if match is None:
        return None, end
    if match["adverb"]:
        return _ADVERBS[match["adverb"]], match.end()
    word = match["time"] or match["thing"]
    if match["thing"] and match["by"] in ("a", "an") and role != "money":
        return None, end
    return word, match.end()


_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "daily": "day",
    "monthly": "month",
    "weekly": "week",
    "hourly": "hour",
    "a head": "person",
    "apiece": "piece",
}


@functools.cache
def _per() -> re.Pattern[str]:
    return re.compile(
        r"[\s-]?(?:(?P<by>per|an?|each|every)[\s-]|/)(?:(?P<time>day|week|month|year|hour|minute|second|night)|"
        r"(?P<thing>barrel|tonne|ton|kilogram|kilo|kg|litre|liter|gallon|person|head|family|household|soldier|fighter|capita|unit|ship|vessel|truck|container|round|shell|missile|drone|kilometre|kilometer|hectare|bushel|ounce|gram|bag|sack|vote|share))\b(?!\s(?:earlier|ago|before|later|after|from\snow))"
        r"|\s(?P<adverb>annually|yearly|daily|monthly|weekly|hourly|apiece)\b"
    )


@functools.cache
def _worth_of() -> re.Pattern[str]:
    return re.compile(r"(?:'s)?\s(?:worth\sof|in|of|for)\s")
