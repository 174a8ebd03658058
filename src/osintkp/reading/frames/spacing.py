"""How far two places of a shipment lie apart: "between Assab and Mocha, separated by 70 kilometres"."""

from __future__ import annotations

from typing import Final

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.pieces import CONJUNCTION, PREPOSITION, Noun, Piece, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.told import Row, Told
from osintkp.reading.mentions import AmountMention

LENGTHS: Final = frozenset(("kilometre", "mile", "nautical_mile", "metre", "nautical mile"))
APART: Final = frozenset(("separate", "divide", "part"))
NEEDS: Final[list[list[str]]] = [["amount"]]
ROW: Final[Row] = {"kind": "shipment", "family": "distance", "rule": "apart", "roles": {}, "needs": NEEDS}
GOODS: Final = frozenset(("goods", "carrier"))
FAR: Final = 16

Span = tuple[int, int]


def spaced(matching: Matching) -> None:
    """Find the length of the way between two places that goods move between, as a shipment without cargo."""
    row, ground = matching.row, matching.ground
    for number, noun in matching.nouns:
        if not noun.amounts or number < 2:
            continue
        amount = next((each for each in noun.amounts if each.unit in LENGTHS), None)
        before = row[number - 2] if row[number - 1].kind == PREPOSITION else None
        if amount is None or not _apart(ground, noun, before):
            continue
        pair = _pair(matching, number)
        if pair is None or not any(isinstance(each, Noun) and _moved(each) for each in row[:number]):
            continue
        told = Told(ROW, "length", (noun.first, noun.last), Thing(noun, amount, (), noun.last))
        for field, place in zip(("origin", "destination"), pair, strict=True):
            start, end = ground.tokens.starts[place[0]], ground.tokens.ends[place[1]]
            told.slots[field] = Slot(
                value=ground.tokens.text[start:end], start=start, end=end, rule="place", confidence=0.8
            )
        matching.keep(told)


def _apart(ground: Ground, noun: Noun, before: object) -> bool:
    """Tell whether a length is that between two places: "separated by 70 kilometres", "70 kilometres apart"."""
    words = ground.tokens.words
    after = words[noun.last + 1] if noun.last + 1 < len(words) else ""
    return (
        after == "apart"
        or words[noun.last] == "apart"
        or (isinstance(before, Verb) and not APART.isdisjoint(before.lemmas))
    )


def _moved(noun: Noun) -> bool:
    return bool(noun.items) or not noun.standing.isdisjoint(GOODS) or noun.noun is not None


def _pair(matching: Matching, number: int) -> tuple[Span, Span] | None:
    """Return the first and last words of the two places before a length: "between A and B"."""
    row = matching.row
    for at in range(number - 1, max(-1, number - FAR), -1):
        if row[at].word != "between" or at + 1 >= number:
            continue
        joined = row[at + 1]
        if isinstance(joined, Noun) and len(joined.parts) == 2:
            one, two = joined.parts
            return (one.first, one.last), (two.first, two.last)
        first = _named(row, at + 1)
        second = (
            _named(row, first[1] + 1) if first is not None and row[first[1]].kind == CONJUNCTION else None
        )
        return None if first is None or second is None else (first[0], second[0])
    return None


def _named(row: list[Piece], at: int) -> tuple[Span, int] | None:
    """Return the words of a phrase that names a place, with the number of the piece after it; None where it names none."""
    first = at
    named = False
    while at < len(row) and row[at].kind in ("N", PREPOSITION):
        noun = row[at]
        named = named or (isinstance(noun, Noun) and bool(noun.places or noun.actors))
        at += 1
    return ((row[first].first, row[at - 1].last), at) if named and at < len(row) else None


def length_of(told: Told) -> AmountMention | None:
    """Return the length that an event tells of the way of a shipment; None for an event of another sort."""
    return told.thing.amount if told.row is ROW and told.thing is not None else None
