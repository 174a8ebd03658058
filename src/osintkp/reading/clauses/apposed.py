"""A name right behind the word for what it is: "its ally Russia", "the top supplier Venezuela"."""

from __future__ import annotations

from typing import Final

from osintkp.reading.clauses.pieces import Noun, Piece

ROLES: Final = frozenset({
    "ally", "allies", "supplier", "partner", "neighbour", "neighbor", "patron", "backer", "rival", "friend", "customer", "client", "benefactor",
    "enemy", "foe", "sponsor", "donor", "adversary", "member", "producer", "exporter", "importer", "buyer", "seller", "creditor", "lender",
    "colony", "protector", "opponent", "neighbours", "neighbors", "partners", "rivals",
})  # fmt: skip
NAMED: Final = frozenset(("name", "abbreviation", "spelling"))


def apposed(row: list[Piece]) -> list[Piece]:
    """
    Return the pieces of a sentence without the words that only say what the name right behind them is.

    Args:
        row: The pieces.
    """
    found: list[Piece] = []
    for piece in row:
        before = found[-1] if found else None
        if isinstance(before, Noun) and isinstance(piece, Noun) and _is(before, piece):
            found[-1] = piece
        else:
            found.append(piece)
    return found


def _is(role: Noun, name: Noun) -> bool:
    """Tell whether a phrase says what the name behind it is."""
    if role.word not in ROLES or role.actors or role.amounts or role.items or role.last + 1 != name.first:
        return False
    return name.bare_actor and all(each.mention.by in NAMED for each in name.actors)
