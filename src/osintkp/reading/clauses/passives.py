"""Participles that share the "be" of a verb before them: "were arrested and killed", "remain deployed to Mali"."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import CONJUNCTION, DATE, NOUN, PREPOSITION, Piece, Verb

STATES = frozenset(("remain", "stay"))
FARTHEST = 8


def shared(row: list[Piece]) -> list[Piece]:
    """
    Return the pieces of a sentence, each participle that shares a "be" before it marked as passive.

    Args:
        row: The pieces; the verbs among them are changed in place.
    """
    for number, verb in enumerate(row):
        if not isinstance(verb, Verb) or not verb.bare or "n" not in verb.forms or number == 0:
            continue
        after = row[number + 1] if number + 1 < len(row) else None
        if after is not None and after.kind == NOUN:
            continue
        lender = _lender(row, number)
        if lender is not None:
            verb.passive, verb.bare = True, False
            verb.modal = verb.modal or lender.modal
            verb.negated = verb.negated or lender.negated
    return row


def closing(row: list[Piece], number: int) -> int:
    """Return the number of the participle that ends a row of them, whose complements the others share."""
    while number + 2 < len(row) and row[number + 1].kind == CONJUNCTION:
        verb, other = row[number], row[number + 2]
        if not (isinstance(verb, Verb) and isinstance(other, Verb) and verb.passive and other.passive):
            break
        number += 2
    return number


def _lender(row: list[Piece], number: int) -> Verb | None:
    """Return the verb whose "be" a participle shares; None for none."""
    before = row[number - 1]
    if isinstance(before, Verb):
        return before if before.finite and STATES.intersection(before.lemmas) else None
    if before.kind != CONJUNCTION:
        return None
    at = number - 2
    least = max(-1, number - FARTHEST)
    while at > least:
        piece = row[at]
        if isinstance(piece, Verb):
            return piece if piece.passive else None
        if piece.kind == NOUN and at > 0 and row[at - 1].kind == PREPOSITION:
            at -= 2
        elif piece.kind in (PREPOSITION, DATE):
            at -= 1
        else:
            return None
    return None
