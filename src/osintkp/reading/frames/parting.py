"""Parties of the parts of a list: "five tanks from Chad and nine jets from Mali" are two deliveries, each with its sender."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from osintkp.reading.clauses.pieces import PREPOSITION, Noun, Piece
from osintkp.reading.clauses.things import Thing
from osintkp.reading.frames.told import PARTIES, Row, Slots, put
from osintkp.reading.tokens import Tokens


def parted(
    row: list[Piece], things: Sequence[Thing], places: Mapping[int, int], frame: Row, tokens: Tokens
) -> list[Slots]:
    """
    Return for each thing the sender and recipient that its part of a list names; none where the list names one for all.

    Args:
        row: The pieces of the sentence.
        things: What is passed on, in order.
        places: The place of each phrase in the row, by its identity.
        frame: The row of the frame table.
        tokens: The words of the text.
    """
    ends = [places.get(id(each.noun), len(row)) for each in things[1:]] + [len(row)]
    found = [
        _between(row, places.get(id(each.noun), len(row)), end, frame, tokens)
        for each, end in zip(things, ends, strict=True)
    ]
    for field in PARTIES:
        if sum(field in each for each in found) < 2:
            for each in found:
                each.pop(field, None)
            continue
        following = None
        for each in reversed(found):
            following = each.get(field, following)
            if following is not None:
                each[field] = following
    return found


def _between(row: list[Piece], start: int, end: int, frame: Row, tokens: Tokens) -> Slots:
    """Return the parties that prepositions name between two places."""
    slots: Slots = {}
    for at in range(start + 1, min(end, len(row) - 1)):
        noun = row[at + 1]
        field = frame["roles"].get(row[at].word) if row[at].kind == PREPOSITION else None
        if field in PARTIES and isinstance(noun, Noun):
            put(slots, field, [noun], tokens)
    return slots
