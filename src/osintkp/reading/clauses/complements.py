"""What hangs on a noun: the phrases with prepositions that follow it at once, those of a list one by one, and dates."""

from __future__ import annotations

from osintkp.reading.clauses.governed import Governed
from osintkp.reading.clauses.leftward import SAYS, verb_before
from osintkp.reading.clauses.pieces import (
    COMMA,
    CONJUNCTION,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    Dated,
    Noun,
    Piece,
    Verb,
)
from osintkp.reading.clauses.sorts import sort_of
from osintkp.reading.clauses.walking import is_subject

SAYING = SAYS - {"announce", "confirm"}


def after_noun(row: list[Piece], number: int) -> tuple[list[Governed], list[Dated], int]:
    """Return the phrases with prepositions that follow a phrase at once, and the dates, and where they end."""
    governed: list[Governed] = []
    dates: list[Dated] = []
    at = number + 1
    end = number
    while at < len(row):
        piece = row[at]
        if isinstance(piece, Dated):
            dates.append(piece)
            end = at
            at += 1
        elif piece.kind == PREPOSITION and at + 1 < len(row) and isinstance(noun := row[at + 1], Noun):
            governed.append(Governed(piece.word, noun))
            end = at + 1
            for place in _listed(row, at + 1, number):
                more = row[place]
                assert isinstance(more, Noun)
                governed.append(Governed(piece.word, more))
                end = place
            at = end + 1
        elif piece.kind == QUOTE or (
            isinstance(piece, Verb)
            and piece.word == "be"
            and at + 1 < len(row)
            and row[at + 1].kind == PREPOSITION
            and (governed or (dates and row[at + 1].word == "of"))
        ):
            at += 1
        else:
            break
    return governed, dates, end


def _listed(row: list[Piece], number: int, head: int) -> list[int]:
    """Return where the phrases stand that are coordinated with one: "of 300 rifles, 20 tanks and 40 mortars"."""
    found, sure = list[int](), 0
    leads = _leads(row, head)
    noun = row[number]
    at = number + 1
    while at + 1 < len(row) and row[at].kind in (COMMA, CONJUNCTION):
        last = row[at].kind == CONJUNCTION
        at += 2 if not last and row[at + 1].kind == CONJUNCTION else 1
        more = row[at] if at < len(row) else None
        if not isinstance(more, Noun) or not isinstance(noun, Noun):
            break
        if sort_of(more) != sort_of(noun) or (not leads and is_subject(row, at)):
            break
        found.append(at)
        if last or row[at - 1].kind == CONJUNCTION:
            sure = len(found)
        at += 1
    return found[:sure]


def _leads(row: list[Piece], head: int) -> bool:
    """Tell whether a phrase begins a clause, so that the verb that follows its complements is its own."""
    before = row[head - 1] if head > 0 else None
    if before is None or before.kind == RELATIVE or before.word in SAYING:
        return True
    return verb_before(row, head, finite=True) is None
