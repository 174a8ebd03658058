"""Phrases with the prepositions before them, which follow a verb or a noun."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from osintkp.reading.clauses.pieces import DATE, NOUN, PREPOSITION, Noun, Piece


class Governed(NamedTuple):
    """
    A phrase with the preposition before it.

    Attributes:
        preposition: The preposition.
        noun: The phrase.
    """

    preposition: str
    noun: Noun


def led_by(governed: Iterable[Governed], prepositions: Container[str]) -> list[Noun]:
    """Return the phrases before which one of some prepositions stands."""
    return [each.noun for each in governed if each.preposition in prepositions]


def past_governed(row: list[Piece], at: int) -> int:
    """Return where to go on to the right of phrases and dates with prepositions that begin at a place."""
    while at + 1 < len(row) and row[at].kind == PREPOSITION and row[at + 1].kind in (NOUN, DATE):
        at += 2
    return at
