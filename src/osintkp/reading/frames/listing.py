"""Items of a list: each tells what the sentence that introduces the list tells, with goods of its own."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import PREPOSITION, Noun
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.told import Told


def listed(matching: Matching, lead: Told) -> None:
    """
    Find the events of an item of a list.

    Args:
        matching: The item.
        lead: What the sentence that introduces the list tells.
    """
    row = matching.row
    nouns = [
        piece for number, piece in enumerate(row)
        if isinstance(piece, Noun) and (number == 0 or row[number - 1].kind != PREPOSITION)
    ]  # fmt: skip
    known = matching.ground.grammar.nouns_of(lead.row["family"])
    for thing in matching.ground.sorting.things(lead.row["thing"], nouns, known):
        told = Told(lead.row, "list", (thing.noun.first, thing.last), thing)
        told.lead = lead
        told.modality, told.negated = lead.modality, lead.negated
        told.slots = {}
        matching.keep(told)
