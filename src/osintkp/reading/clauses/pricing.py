"""Figures that stand beside what has them: "drones worth $4 million", "missiles for Chad for $3 million"."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import COMMA, PREPOSITION, Noun, Piece

PRICED = frozenset(("for", "at", "with"))


def valued(row: list[Piece]) -> list[Piece]:
    """Join "$4 million worth of tanks" and "drones worth $4 million"."""
    found: list[Piece] = []
    number = 0
    while number < len(row):
        piece = row[number]
        number += 1
        before = found[-1] if found else None
        aside = _aside(found, row, number) if piece.word == "worth" else None
        if aside is not None:
            found.pop()
            _value(found, *aside)
            number += 2
        elif piece.kind == PREPOSITION and piece.word == "worth" and isinstance(before, Noun):
            if number < len(row) and row[number].word == "of":
                number += 1
            after = row[number] if number < len(row) else None
            if isinstance(after, Noun) and (
                bool(after.amounts) != bool(before.amounts) or _adds_price(before, after)
            ):
                _value(found, before, after)
                number += 1
        else:
            found.append(piece)
    return found


def priced(row: list[Piece]) -> list[Piece]:
    """Give goods the price that follows them: "the sale of missiles to Poland for $3 million"."""
    if not any(isinstance(each, Noun) and each.amounts and _is_price(each) for each in row):
        return row
    found: list[Piece] = []
    number = 0
    while number < len(row):
        piece = row[number]
        after = row[number + 1] if number + 1 < len(row) else None
        goods = _goods_before(found) if piece.kind == PREPOSITION and piece.word in PRICED else None
        if goods is not None and isinstance(after, Noun) and _is_price(after):
            goods.amounts += after.amounts
            number += 2
        else:
            found.append(piece)
            number += 1
    return found


def join(before: Noun, after: Noun) -> None:
    """Take a phrase into the one before it."""
    before.actors += after.actors
    before.places += after.places
    before.items += after.items
    before.amounts += after.amounts
    before.nouns += after.nouns
    before.passing = before.passing | after.passing
    before.standing = after.standing or before.standing
    before.owner = before.owner or after.owner
    before.definite = before.definite or after.definite
    before.last = after.last
    before.word = after.word
    before.complement = after.complement


def _aside(found: list[Piece], row: list[Piece], number: int) -> tuple[Noun, Noun] | None:
    """Return what a value between commas belongs to, with the value: "a package, worth $4 million, includes"; None for none."""
    if len(found) < 2 or found[-1].kind != COMMA or number + 1 >= len(row) or row[number + 1].kind != COMMA:
        return None
    before, value = found[-2], row[number]
    if isinstance(before, Noun) and not before.amounts and isinstance(value, Noun) and value.amounts:
        return before, value
    return None


def _adds_price(goods: Noun, value: Noun) -> bool:
    """Tell whether a value stands beside the count of goods: "40 drones worth $4 million"."""
    return _is_price(value) and bool(goods.items) and not any(each.role == "money" for each in goods.amounts)


def _is_price(noun: Noun) -> bool:
    money = bool(noun.amounts) and all(each.role == "money" for each in noun.amounts)
    return money and not (
        noun.items or noun.actors or noun.places or noun.nouns or noun.standing or noun.owner
    )


def _goods_before(found: list[Piece]) -> Noun | None:
    """Return the goods that end what stands so far, over whom they go to; None for none without a sum of money."""
    at = len(found) - 1
    while at >= 0 and isinstance(noun := found[at], Noun):
        if noun.items and not noun.bare_actor:
            return None if any(each.role == "money" for each in noun.amounts) else noun
        if at < 1 or found[at - 1].kind != PREPOSITION:
            return None
        at -= 2
    return None


def _value(found: list[Piece], before: Noun, after: Noun) -> None:
    """Join a value to the goods that have it, which can stand before who gets them: "aid for Chad worth $4 million"."""
    goods = found[-3] if len(found) > 2 and found[-2].kind == PREPOSITION else None
    if before.bare_actor and isinstance(goods, Noun) and not goods.amounts and not goods.bare_actor:
        goods.amounts += after.amounts
    else:
        join(before, after)
