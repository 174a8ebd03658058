"""Numbers without a noun that still count: votes, labels, the rest of what was counted, subjects of verbs."""

from __future__ import annotations

import functools
import re

from osintkp.reading.amounts.figures import Figure
from osintkp.reading.amounts.models import unit_of_model
from osintkp.reading.amounts.noun_walk import is_plural
from osintkp.reading.amounts.words import PEOPLE, TIMES, singular, words
from osintkp.reading.mentions import AmountMention

REACH = 160
COMPANIES = {"convoy": "vehicle", "fleet": "ship", "flotilla": "ship", "squadron": "aircraft"}
_OF_LAST = ("batch", "package", "shipment", "consignment", "order", "tranche", "stock", "lot")
_FURTHER = frozenset(("another", "further", "remaining", "additional", "extra"))
_SET = frozenset(("all", "other", "first", "last", "next", "initial"))


def votes(view: str, figure: Figure) -> bool:
    """
    Tell whether a number counts votes: "six against and 13 abstentions", "12 in favour".

    Example:
        >>> from osintkp.reading.amounts.figures import figure_of
        >>> from osintkp.vocabulary.number_phrases import Phrase
        >>> said = "28 votes for, six against"
        >>> votes(said, figure_of(said, said, Phrase(14, 17, 6.0), -99))
        True
    """
    start, end = figure.phrase.start, figure.phrase.end
    if _ballot().match(view, end) is None:
        return False
    return _voted().search(view, max(0, start - 80), end + 80) is not None


def rest(view: str, figure: Figure, last: AmountMention | None) -> bool:
    """
    Tell whether a number counts more of what was just counted: "another five are on order", "wants two more".

    Example:
        >>> from osintkp.reading.amounts.figures import figure_of
        >>> from osintkp.vocabulary.number_phrases import Phrase
        >>> said = "wants two more."
        >>> rest(said, figure_of(said, said, Phrase(6, 9, 2.0), -99), None)
        False
    """
    if not _goes_on_from(figure, last):
        return False
    end = figure.phrase.end
    if view.startswith(" others", end) and not view[end + 7 : end + 8].isalpha():
        return last is not None and last.unit == PEOPLE
    if view.startswith(" more", end):
        return _alone().match(view, end + 5) is not None
    said = figure.said
    further = bool(said) and (said[-1] in _FURTHER or (said[-1] in _SET and figure.phrase.value > 2))
    return further and (_alone().match(view, end) is not None or _acts().match(view, end) is not None)


def subject(view: str, figure: Figure, last: AmountMention | None) -> bool:
    """Tell whether a number at the head of a clause is what a verb speaks of: "Twelve were ordered; eight followed"."""
    if not _goes_on_from(figure, last) or figure.phrase.value < 2:
        return False
    before = view[max(0, figure.start - 12) : figure.start]
    return _opens().search(before) is not None and _acts().match(view, figure.phrase.end) is not None


def patient(view: str, figure: Figure) -> bool:
    """Tell whether something was done to a number of things: "450 were built"."""
    return figure.phrase.value >= 10 and _done().match(view, figure.phrase.end) is not None


def _goes_on_from(figure: Figure, last: AmountMention | None) -> bool:
    return (
        last is not None
        and last.role in ("count", "rate")
        and last.unit not in TIMES
        and figure.start - last.end < REACH
    )


def company(view: str, figure: Figure) -> tuple[bool, str | None]:
    """Return whether a number tells the size of a company, as in "a crew of 45", and what one of it is; None for unsaid."""
    match = _company().search(view, max(0, figure.start - 24), figure.start)
    if match is None:
        return False, None
    return True, None if match[1] in _OF_LAST else COMPANIES.get(match[1], PEOPLE)


def label(view: str, figure: Figure) -> str | None:
    """Return what the label before a number says that it counts: "Outposts: 12", "tanks (45)"; None for no label."""
    said = figure.said
    if not said:
        return None
    if said[-1] == "(" and len(said) > 1:
        noun = words().nouns.get(said[-2])
        return unit_of_model(said[-2]) if noun is None else noun.unit
    if (
        said[-1] in _DASHES
        and len(said) > 1
        and said[-2] in words().nouns
        and _entry().match(view, figure.phrase.end)
    ):
        return words().nouns[said[-2]].unit
    if not said[-1].endswith(":"):
        return _row(view, figure)
    word = said[-1][:-1]
    if "-" in word:
        return unit_of_model(word)
    noun = words().nouns.get(word)
    if noun is not None:
        return noun.unit
    return singular(word) if word.isalpha() and is_plural(word, words().sets) else None


_DASHES = ("-", "\u2013", "\u2014")


@functools.cache
def _entry() -> re.Pattern[str]:
    """Return a pattern for what ends an entry of a list: "tanks - 45 (+3), howitzers - 12"."""
    return re.compile(r"\s?(?:\(\+|[,;.]?(?:\s|$))")


def _row(view: str, figure: Figure) -> str | None:
    """Return what the row of a list counts whose line has a noun and a number alone: "Tanks 45"."""
    start, end = figure.start, figure.phrase.end
    if view[end : end + 1] not in ("", "\n") or figure.said[-1] not in words().nouns:
        return None
    begin = view.rfind("\n", max(0, start - 40), start)
    line = view[max(begin, 0) : start].split()
    return words().nouns[line[-1]].unit if 0 < len(line) < 4 and (begin >= 0 or start < 40) else None


@functools.cache
def _ballot() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:(?:voted|votes?|were)\s)?(?:in\sfavou?r|against|for|abstain(?:ed|ing))\b|\sabstentions?\b"
    )


@functools.cache
def _voted() -> re.Pattern[str]:
    return re.compile(r"\b(?:votes?|voted|ballots?|abst[ae]\w{2,10}|in\sfavou?r)\b")


@functools.cache
def _alone() -> re.Pattern[str]:
    return re.compile(
        r"\s?[.,;:)]|$|\s(?:are|were|will|have|had|remain|in|on|by|at|to|for|this|last|next|from|later|and|but)\b"
    )


@functools.cache
def _opens() -> re.Pattern[str]:
    return re.compile(r"(?:^|[.;,:\n(]|\u2014|\b(?:and|but|while|which|these|those))\s?$")


@functools.cache
def _acts() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:were|was|are|have|had|will\sbe|remain|remained|followed|arrived|survived|returned|sank|crashed|died|escaped|fled|left|joined|went|came|failed|hit)\b"
    )


@functools.cache
def _done() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:were|was|are|(?:have|had)\sbeen|will\sbe|being)\s(?:[a-z]{2,12}ly\s)?(?:[a-z]{2,12}ed|built|lost|sent|shot|sunk|made|left|sold|bought|hit|held|given|taken)\b"
    )


@functools.cache
def _company() -> re.Pattern[str]:
    return re.compile(
        r"\b(crew|group|team|family|party|panel|delegation|convoy|fleet|gang|unit|squad|squadron|staff|flotilla|band|class|force|army|garrison|contingent|mission|battalion|crowd|militia|mob|strength|membership|population|workforce"
        r"|city|town|village|camp|nation|batch|package|shipment|consignment|order|tranche|lot)s?\sof\s(?:about\s|some\s|around\s)?$"
    )
