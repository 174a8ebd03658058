"""Every figure in a text with what it counts: number, unit, bounds and hedges, by a grammar of its own and one table."""

from __future__ import annotations

from itertools import pairwise

import attrs

from osintkp.reading.amounts import both as amount_both
from osintkp.reading.amounts.figures import Figure, figure_of
from osintkp.reading.amounts.joining import joined_to
from osintkp.reading.amounts.making import PERCENT, mention_of
from osintkp.reading.amounts.measures import measured
from osintkp.reading.amounts.sure import is_sure
from osintkp.reading.mentions import AmountMention
from osintkp.vocabulary.number_phrases import Form, Phrase
from osintkp.vocabulary.numbers import phrases


def amounts(view: str, text: str) -> list[AmountMention]:
    """
    Return every figure with what it counts, by where it begins.

    Args:
        view: The text as :func:`osintkp.reading.view.seen` gives it.
        text: The text itself.

    Example:
        >>> said = "More than 40 trucks carried some 2,000 tonnes of sorghum."
        >>> [(each.low, each.best, each.unit, each.item) for each in amounts(said.lower(), said)]
        [(40.0, None, 'truck', 'trucks'), (2000.0, 2000.0, 'tonne', 'sorghum')]
    """
    figures = _figures(view, text)
    found: list[AmountMention] = []
    for figure, after in zip(figures, _followers(view, figures), strict=True):
        for last in _before(found):
            if is_sure(view, figure, last, after):
                made = mention_of(view, text, figure, last, after)
                found.append(
                    _capped(view, made, last) if last is not None and last.comparator == "<=" else made
                )
                break
    more = amount_both.pairs(view, text)
    return sorted([*found, *more], key=lambda each: (each.start, -each.end)) if more else _sorted(found)


_CAPS = frozenset(
    (
        "no more than",
        "not more than",
        "at most",
        "not exceeding",
        "no greater than",
        "a maximum of",
        "a ceiling of",
    )
)


def _capped(view: str, made: AmountMention, last: AmountMention) -> AmountMention:
    """Return a count under the cap of the one before it: "no more than 1,550 warheads and 700 missiles"."""
    plain = made.best is not None and not made.comparator and made.role == last.role == "count"
    if (
        not plain
        or (last.hedge or "").lower() not in _CAPS
        or view[last.end : made.start] not in (" and ", ", ", ", and ")
    ):
        return made
    return attrs.evolve(made, low=None, best=None, high=made.best, comparator="<=", hedge=last.hedge)


def _before(found: list[AmountMention]) -> list[AmountMention | None]:
    """Return what a figure may go on from: the mention before it; the count before that, where it counts nothing."""
    if not found:
        return [None]
    if len(found) > 1 and found[-1].role in ("money", PERCENT, "calibre") and found[-2].role == "count":
        return [found[-1], found[-2]]
    return [found[-1]]


def _followers(view: str, figures: list[Figure]) -> list[Figure | None]:
    """Return for each figure the next, which has the noun that ends its list: "2.2m, 1.4m and 0.7m barrels"."""
    found: list[Figure | None] = [None]
    for figure in reversed(figures[1:]):
        after = found[-1]
        shared = figure.head is None and not figure.phrase.symbol and joined_to(view, figure, after)
        found.append(figure._replace(head=after.head) if shared and after is not None else figure)
    return found[::-1][: len(figures)]


def _sorted(found: list[AmountMention]) -> list[AmountMention]:
    if any(one.start > other.start for one, other in pairwise(found)):
        found.sort(key=lambda each: (each.start, -each.end))
    return found


def _figures(view: str, text: str) -> list[Figure]:
    """Return the numbers that may be figures, without dates, names and keys."""
    found: list[Figure] = []
    denied, inside, counted = -99, (0, 0), -1
    for phrase in _alone(view, _merged(view, phrases(view, text))):
        if inside[0] <= phrase.start < inside[1] and not _measures(view, phrase):
            continue
        figure = figure_of(view, text, phrase, denied, counted)
        if figure is None:
            denied = phrase.end
            continue
        found.append(figure)
        head = figure.head
        counted = phrase.end if head is None else head.end
        if head is not None and head.start is not None and head.base is None:
            inside = (head.start, head.end)
    return found


def _measures(view: str, phrase: Phrase) -> bool:
    """Return whether a number within what another counts is a size: the 155 of "two 155 mm guns"."""
    if view.startswith("-", phrase.end):
        return True
    head = measured(
        view, phrase.end + view.startswith(" ", phrase.end), glued=not view.startswith(" ", phrase.end)
    )
    return head is not None and view[phrase.start - 1] not in "x\u00d7"


def _alone(view: str, found: list[Phrase]) -> list[Phrase]:
    """Return the numbers without those between two others with blanks alone: rows of tables, telephone numbers."""
    blank = (" ", "\n")
    after = [view[one.end : other.start] in blank for one, other in pairwise(found)]
    return [
        phrase
        for number, phrase in enumerate(found)
        if not (0 < number < len(after) and after[number - 1] and after[number])
    ]


_UPON = (" upon ", " on ", " and ")
_GAPS = (" and ", " or ", ", and ", ", or ", " if not ", ", if not ", " to ")


def _is_odds(view: str, one: Phrase, other: Phrase) -> bool:
    """Return whether two numbers are a share: "one in three", "nine out of ten"."""
    if view[one.end : other.start] not in (" in ", " out of ", " in every ", " out of every ", "-in-"):
        return False
    if (
        not one.value < other.value
        or one.symbol
        or other.symbol
        or one.form is not Form.PLAIN
        or other.form is not Form.PLAIN
    ):
        return False
    return (
        (one.value == 1 or not view[one.start].isdigit())
        and (one.value == 1 or other.value in (3, 4, 5, 10, 100))
        and not view.startswith((" years", " months", " days", " weeks", " hours"), other.end)
    )


def _repeats(view: str, one: Phrase, other: Phrase) -> bool:
    """Return whether a number is said again in brackets, once in words and once in digits: "fifteen (15) trucks"."""
    if view[one.end : other.start] != " (" or view[other.end : other.end + 1] != ")" or other.symbol:
        return False
    return view[one.start].isdigit() != view[other.start].isdigit()


_MAYBE = ("probably ", "possibly ", "perhaps ", "maybe ", "even ", "likely ", "potentially ")


def _merged(view: str, found: list[Phrase]) -> list[Phrase]:
    """Return "hundreds and probably thousands of men" as one vague number."""
    joined: list[Phrase] = []
    for phrase in found:
        last = joined[-1] if joined else None
        if last is not None and last.value == phrase.value and _repeats(view, last, phrase):
            joined[-1] = last._replace(end=phrase.end + 1)
            continue
        if (
            last is not None
            and last.form is Form.VAGUE
            and phrase.form is Form.VAGUE
            and phrase.start - last.end < 24
        ):
            gap = view[last.end : phrase.start]
            for word in _MAYBE:
                gap = gap.replace(word, "")
            twice = last.value == phrase.value and gap in _UPON
            if twice or (gap in _GAPS and last.value < phrase.value):
                joined[-1] = last._replace(end=phrase.end)
                continue
        if last is not None and phrase.start - last.end < 14 and _is_odds(view, last, phrase):
            joined[-1] = last._replace(end=phrase.end, value=last.value / phrase.value, form=Form.FRACTION)
            continue
        joined.append(phrase)
    return joined
