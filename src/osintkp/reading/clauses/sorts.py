"""What sort a phrase is of by its words, so that phrases of a list can be told from those that only stand beside it."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import Noun


def sort_of(noun: Noun) -> str:
    """Return the sort of a phrase by its words: ``goods``, ``people``, ``actor`` or the empty string."""
    if noun.items or "goods" in noun.standing:
        return "goods"
    if "troops" in noun.standing or "people" in noun.standing:
        return "people"
    if noun.amounts:
        return "people" if any(each.unit == "person" for each in noun.amounts) else "goods"
    if noun.bare_actor or noun.parts or (noun.actors and "agent" in noun.standing):
        return "actor"
    return "actor" if noun.actors else ""
