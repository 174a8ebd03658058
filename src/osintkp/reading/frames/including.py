"""What a package is said to include: "a package that includes 40 mortars", "arms for Chad, including rifles and radios"."""

from __future__ import annotations

from collections.abc import Sequence

from osintkp.reading.clauses.governed import Governed, led_by
from osintkp.reading.clauses.pieces import COMMA, CONJUNCTION, RELATIVE, Noun, Piece, Verb
from osintkp.reading.clauses.subjects import Clauses

INCLUDING = frozenset(("include", "comprise", "consist", "contain", "involve", "cover"))


def included(clauses: Clauses, governed: Sequence[Governed], end: int) -> list[Noun]:
    """
    Return what a phrase is said to include.

    Args:
        clauses: The clauses of the sentence.
        governed: The phrases with prepositions that follow it.
        end: Where they end.
    """
    row = clauses.row
    at = end + 1
    named = led_by(governed, ("including",))
    if not named and at + 2 < len(row) and row[at].kind == COMMA and row[at + 1].word == "including":
        named = _list(row, at + 2)
    if named:
        return named
    if at < len(row) and row[at].kind == RELATIVE:
        at += 1
    verb = row[at] if at < len(row) else None
    if not isinstance(verb, Verb) or INCLUDING.isdisjoint(verb.lemmas):
        return []
    after = clauses.after(at)
    return after.objects or led_by(after.governed, ("of", "in"))


def _list(row: list[Piece], at: int) -> list[Noun]:
    """Return the phrases of a list, from its first on."""
    found: list[Noun] = []
    while at < len(row) and isinstance(noun := row[at], Noun):
        found.append(noun)
        at += 1
        while at < len(row) and row[at].kind in (COMMA, CONJUNCTION):
            at += 1
    return found
