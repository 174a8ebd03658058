"""Figures that a sentence puts on what a noun names: "exports to Chad reached 40 tonnes", "aid stands at $3 million"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.pieces import COMMA, DATE, PREPOSITION, QUOTE, RELATIVE, Dated, Noun, Piece, Verb
from osintkp.reading.clauses.subjects import Clauses
from osintkp.reading.clauses.things import Lists
from osintkp.reading.mentions import AmountMention

TO = ("to", "at", "worth")
CHANGES = frozenset(
    (
        "increase",
        "rise",
        "growth",
        "jump",
        "surge",
        "drop",
        "fall",
        "decline",
        "decrease",
        "cut",
        "reduction",
        "slump",
        "hike",
        "spike",
        "leap",
        "gain",
    )
)
COMPARED = frozenset(("higher", "lower", "up", "down", "more", "less", "larger", "smaller", "greater"))


class Figure(NamedTuple):
    """
    A figure that a sentence puts on something.

    Attributes:
        amount: The figure.
        date: The date right after it; None for none.
    """

    amount: AmountMention
    date: Dated | None


def figured(row: list[Piece], end: int, clauses: Clauses, lists: Lists) -> list[Figure]:
    """
    Return the figures that the verb after a phrase puts on it, each with its date; empty for none.

    A change tells the figures between which it goes, never that by which: "rose by 5 from 35 to 40" is 35, then 40.

    Args:
        row: The pieces of a sentence.
        end: The place of the last piece of the phrase.
        clauses: The clauses of the sentence.
        lists: The word lists of the grammar.
    """
    if end > 0 and row[end - 1].word == "worth" and isinstance(worth := row[end], Noun):
        return [Figure(each, None) for each in worth.amounts[-1:]]
    at = end + 1
    while at < len(row) and row[at].kind in (DATE, QUOTE, RELATIVE):
        at += 1
    verb = row[at] if at < len(row) else None
    if not isinstance(verb, Verb) or verb.negated or not verb.finite:
        return []
    changes = not lists["changing"].isdisjoint(verb.lemmas)
    if not changes and lists["level"].isdisjoint(verb.lemmas):
        return []
    found = list(_figures(row, at, clauses, changes=changes))
    further = at + 2
    if not found and changes and further < len(row) and row[at + 1].kind == COMMA:
        more = row[further]  # "exports have increased, rising from 30 to 40 tonnes"
        if isinstance(more, Verb) and more.ing and not lists["changing"].isdisjoint(more.lemmas):
            found = list(_figures(row, further, clauses, changes=True))
    return found


def grown(row: list[Piece], number: int, end: int, clauses: Clauses, lists: Lists) -> Figure | None:
    """
    Return the share by which a phrase is told to change: "imports rose by 4%", "a 4% rise in imports"; None for none.

    Args:
        row: The pieces of a sentence.
        number: The place of the phrase.
        end: The place of the last piece that hangs on it.
        clauses: The clauses of the sentence.
        lists: The word lists of the grammar.
    """
    if number > 1 and row[number - 1].word == "in" and isinstance(change := row[number - 2], Noun):
        return _share([change] if change.word in CHANGES else [])
    at = end + 1
    while at < len(row) and row[at].kind in (DATE, QUOTE):
        at += 1
    verb = row[at] if at < len(row) else None
    if isinstance(verb, Verb) and not verb.negated and (verb.finite or verb.ing):
        after = clauses.after(at)
        by = led_by(after.governed, ("by",))
        if not lists["changing"].isdisjoint(verb.lemmas):
            return _share([*by, *after.objects])
        return _share([each for each in after.objects if each.word in CHANGES or each.word in COMPARED])
    before = row[number - 1] if number else None
    if isinstance(before, Verb) and not before.negated and not lists["changing"].isdisjoint(before.lemmas):
        return _share(led_by(clauses.after(number - 1).governed, ("by",)))
    return None


def _share(nouns: Iterable[Noun]) -> Figure | None:
    """Return the first share that phrases tell; None for none."""
    found = (each for noun in nouns for each in noun.amounts if each.role == "percent")
    return next((Figure(each, None) for each in found), None)


def _figures(row: list[Piece], at: int, clauses: Clauses, *, changes: bool) -> Iterator[Figure]:
    """Give the figures that a verb puts on its subject, in order."""
    after = clauses.after(at)
    nouns = [] if changes else list(after.objects)
    told = (*TO, "from") if changes else TO
    nouns += led_by(after.governed, told)
    for noun in nouns:
        for amount in noun.amounts:
            if amount.role != "percent":
                yield Figure(amount, _date(row, noun))


def _date(row: list[Piece], noun: Noun) -> Dated | None:
    """Return the date right after a figure: "4 tonnes in 2020"."""
    at = next(number for number, piece in enumerate(row) if piece is noun) + 1
    if at < len(row) and row[at].kind == PREPOSITION:
        at += 1
    date = row[at] if at < len(row) else None
    return date if isinstance(date, Dated) else None
