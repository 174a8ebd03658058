"""Contracts around a noun: "signed a contract with Chad for the sale of drones" is the sale, signed, to Chad."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import Noun, Piece, Verb
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.told import Slots, put

SOLD = frozenset(("sale", "export"))
WON = frozenset(("win", "land", "clinch", "book", "bag", "receive", "obtain", "secure"))
CONSENTED = frozenset(("agree", "consent", "commit"))
COVERS = ("for", "on", "over", "covering")
SIDED = ("with", "by", "from")
PAYS = frozenset(("finance", "fund", "bankroll", "sponsor", "underwrite", "subsidise", "subsidize"))
ASKS = frozenset(("request", "seek", "want", "need", "demand", "await", "expect", "welcome"))


def governor(matching: Matching, number: int) -> int | None:
    """
    Return the verb that a noun is the object of, also through what it is of: "signed a contract for the sale"; None for none.

    Args:
        matching: The sentence.
        number: The place of the noun.
    """
    row = matching.row
    if number > 1 and row[number - 1].word == "to" and row[number - 2].word in CONSENTED:
        return number - 2
    contract = _contract(matching, number)
    return matching.governor(number if contract is None else contract)


def doer(field: str, verb: Piece) -> str:
    """
    Return the side of a trade that the subject of a verb is on: "Kenya requested the sale" gets, "Norway financed the purchase" gives.

    Args:
        field: The field that whoever owns the noun of the trade fills.
        verb: The verb that the noun is the object of.
    """
    lemmas = verb.lemmas if isinstance(verb, Verb) else ()
    if field == "recipient" and not PAYS.isdisjoint(lemmas):
        return "sender"
    return "recipient" if field == "sender" and not ASKS.isdisjoint(lemmas) else field


def fill_partner(matching: Matching, number: int, noun: Noun, slots: Slots, *, taken: bool) -> None:
    """
    Fill the other side of a contract: who it is with sells where the noun is a purchase, and buys where it is a sale.

    Args:
        matching: The sentence.
        number: The place of the noun.
        noun: The noun.
        slots: The fields so far.
        taken: Whether the noun is of those that its owner gets.
    """
    contract, row = _contract(matching, number), matching.row
    if contract is None or contract + 2 >= number or row[contract + 1].word != "with":
        return
    if taken or noun.noun in SOLD:
        partner = row[contract + 2]
        nouns = [partner] if isinstance(partner, Noun) else []
        put(slots, "sender" if taken else "recipient", nouns, matching.ground.tokens)


def turn_won(matching: Matching, number: int, noun: Noun, slots: Slots) -> None:
    """
    Turn the sides of an order that somebody is said to have won: "Hanwha won an order for 40 guns from Poland".

    Args:
        matching: The sentence.
        number: The place of the noun.
        noun: The noun.
        slots: The fields so far.
    """
    at = matching.governor(number)
    if noun.noun != "order" or at is None or WON.isdisjoint(getattr(matching.row[at], "lemmas", ())):
        return
    turned = {
        other: slot
        for field, other in (("sender", "recipient"), ("recipient", "sender"))
        if (slot := slots.pop(field, None)) is not None
    }
    put(slots, "sender", matching.clauses.subject(at), matching.ground.tokens)
    slots.update(turned)


def _contract(matching: Matching, number: int) -> int | None:
    """Return the contract that a noun is what it is for, over whom it is with; None for none."""
    row, at = matching.row, number
    if at < 3 or row[at - 1].word not in COVERS:
        return None
    at -= 2
    while at > 1 and row[at - 1].word in SIDED:
        at -= 2
    through = row[at]
    contracts = matching.ground.grammar.things["contracts"]
    return at if isinstance(through, Noun) and through.word in contracts else None
