"""Objects that stand before their verb: "the drones that Iran sent to Sudan", "the arms Turkey supplied"."""

from __future__ import annotations

from osintkp.reading.clauses.leftward import head_of
from osintkp.reading.clauses.pieces import (
    COMMA,
    CONJUNCTION,
    DATE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    VERB,
    Noun,
    Piece,
    Verb,
)
from osintkp.reading.clauses.sorts import sort_of

LEADS = frozenset(("that", "which", "who", "whom"))


def gap(row: list[Piece], number: int) -> list[Noun]:
    """
    Return the goods or people before a relative clause whose verb has no object of its own; empty where it is not in one.

    Args:
        row: The pieces of a sentence.
        number: The place of the verb.
    """
    at = number - 1
    while at > 0 and (
        row[at].kind in (DATE, QUOTE) or (isinstance(verb := row[at], Verb) and not verb.passive)
    ):
        at -= 1
    at = head_of(row, at)
    if at < 1 or not isinstance(row[at], Noun):
        return []
    before = row[at - 1]
    if before.kind == RELATIVE and before.word in LEADS:
        return _told(row, at - 2)
    subject = row[at]
    assert isinstance(subject, Noun)
    close = isinstance(before, Noun) and (subject.actors or subject.pronoun)
    return _told(row, at - 1) if close else []


def _told(row: list[Piece], at: int) -> list[Noun]:
    """Return the goods that a clause says more on, over what hangs on them; else the people right before it."""
    while at > 0 and row[at].kind in (COMMA, DATE, QUOTE):
        at -= 1
    noun = row[at] if at >= 0 else None
    if not isinstance(noun, Noun):
        return []
    near = noun
    while (
        sort_of(noun) != "goods"
        and at > 1
        and row[at - 1].kind == PREPOSITION
        and isinstance(top := row[at - 2], Noun)
    ):
        at -= 2
        noun = top
    if sort_of(noun) == "goods":
        return [*_listed(row, at), noun]
    return [near] if sort_of(near) == "people" else []


def _listed(row: list[Piece], at: int) -> list[Noun]:
    """Return the goods in a list before its last that lead their clause: "300 rifles, 20 tanks and 40 mortars that ..."."""
    found: list[Noun] = []
    wanted = CONJUNCTION
    while at > 1 and row[at - 1].kind in (wanted, CONJUNCTION) and isinstance(noun := row[at - 2], Noun):
        if sort_of(noun) != "goods":
            break
        found.insert(0, noun)
        at -= 2
        wanted = COMMA
    leads = at == 0 or row[at - 1].kind not in (PREPOSITION, VERB)
    return found if leads else []
