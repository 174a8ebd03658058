"""Verbs left out of a list: "Poland sent 14 tanks, Norway eight", "40 percent, followed by France (33 percent)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from osintkp.reading.clauses.pieces import COMMA, CONJUNCTION, DATE, PREPOSITION, Noun, Piece
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of, side
from osintkp.reading.frames.told import PARTIES, Told
from osintkp.reading.mentions import AmountMention
from osintkp.vocabulary.numbers import numbers

FOLLOWED = "followed by"
WITH = ("with", "at", "on")
SIDES = ("owner", "adjective")
MOST = 12
EARLY = 6

Pair = tuple[Noun, AmountMention]


def gapping(matching: Matching) -> None:
    """Add to the deliveries of a sentence those whose verb is left out: each with a party and a figure of its own."""
    for told in list(matching.told):
        thing = told.thing
        if told.kind != "shipment" or thing is None or told.rule.endswith("/gap"):
            continue
        for noun in [piece for piece in matching.row if isinstance(piece, Noun) and piece.parts]:
            _bracketed(matching, told, thing, noun)
        if thing.amount is None:
            continue
        _shares(matching, told, thing.amount)
        field, at, named = _field(matching, told, thing)
        for noun, amount in _pairs(matching, at, thing.amount, named=named) if field else ():
            _add(matching, told, field, noun, amount)


def following(matching: Matching, before: Sequence[Told]) -> None:
    """Add the next of a ranking that a sentence before began: "It was followed by Mali ($9 million) and Chad ($7 million)"."""
    row = matching.row
    at = next((number for number, piece in enumerate(row[:EARLY]) if piece.word == FOLLOWED), None)
    last = before[-1] if before else None
    if at is None or matching.told or last is None or last.kind != "shipment" or last.thing is None:
        return
    field = str(last.row["roles"].get("who", "")) or _last_named(last)
    if field and last.thing.amount is not None:
        for noun, amount in _pairs(matching, at - 1, last.thing.amount):
            _add(matching, last, field, noun, amount)


def _last_named(told: Told) -> str:
    """Return the party that a sentence names last."""
    named = [
        (slot.start, field) for field in PARTIES if (slot := told.slots.get(field)) and slot.start is not None
    ]
    return max(named)[1] if named else ""


def _field(matching: Matching, told: Told, thing: Thing) -> tuple[str, int, bool]:
    """Return the party that changes from one part of the list to the next, where the list goes on, and whether it ranks."""
    tokens = matching.ground.tokens
    who = str(told.row["roles"].get("who", ""))
    if who and (slot := told.slots.get(who)) is not None and slot.start is not None:
        first = slot.start
        within = (n for n, piece in enumerate(matching.row) if tokens.ends[piece.last] > first)
        return who, next(within, len(matching.row)), True
    start = tokens.starts[thing.noun.first]
    before = [
        (slot.start, field)
        for field in PARTIES
        if (slot := told.slots.get(field)) is not None
        and slot.start is not None
        and slot.start < start
        and slot.rule not in SIDES
    ]
    return max(before)[1] if before else "", matching.place(thing.noun), False


def _pairs(matching: Matching, at: int, figure: AmountMention, *, named: bool = False) -> Iterator[Pair]:
    """Give the actors with figures that follow goods; of a ranking each is named with its figure."""
    row = matching.row
    at += 1
    while at < len(row) and row[at].kind in (PREPOSITION, DATE) and row[at].word != FOLLOWED:
        at += 1 if row[at].kind == DATE else 2
    followed = named
    for _ in range(MOST):
        while at < len(row) and (row[at].kind in (COMMA, CONJUNCTION) or row[at].word == FOLLOWED):
            followed |= row[at].word == FOLLOWED
            at += 1
        noun = row[at] if at < len(row) else None
        if (
            not isinstance(noun, Noun)
            or not noun.actors
            or (row[at - 1].kind == PREPOSITION and row[at - 1].word != FOLLOWED)
        ):
            return
        pairs, used = _pair(matching, row, at, noun, figure, followed=followed)
        if not pairs:
            return
        yield from pairs
        at += used


def _pair(
    matching: Matching, row: list[Piece], at: int, noun: Noun, figure: AmountMention, *, followed: bool
) -> tuple[list[Pair], int]:
    """Return the actors that stand at a place with their figures, and how many pieces they take."""
    if followed:
        found = [(each, each.bracketed) for each in noun.parts or (noun,) if each.bracketed is not None]
        after = row[at + 2] if at + 2 < len(row) and row[at + 1].word in WITH else None
        if not found and isinstance(after, Noun) and after.amounts:
            return [(noun, after.amounts[0])], 3
        return found, 1
    after = row[at + 1] if at + 1 < len(row) else None
    if noun.bare_actor and isinstance(after, Noun) and after.amounts and not after.actors:
        return [(noun, after.amounts[0])], 2
    bare = _number(matching, noun, figure)
    return ([(noun, bare)], 1) if bare is not None else ([], 0)


def _number(matching: Matching, noun: Noun, figure: AmountMention) -> AmountMention | None:
    """Return the bare number after an actor, which counts what the figure before it counts: "Norway eight"."""
    tokens, named = matching.ground.tokens, noun.actors[0]
    if len(noun.actors) > 1 or noun.items or noun.amounts or named.owns or noun.last != named.last + 1:
        return None
    start, end = tokens.starts[noun.last], tokens.ends[noun.last]
    told = numbers(tokens.text[start:end])
    if len(told) != 1 or told[0].best is None:
        return None
    best = float(told[0].best)
    return attrs.evolve(
        figure, start=start, end=end, quote=tokens.text[start:end], low=best, best=best, high=best, comparator="",
        hedge=None, approximate=False, number=(start, end),
    )  # fmt: skip


def _bracketed(matching: Matching, told: Told, thing: Thing, row: Noun) -> None:
    """Part "to Chad ($3 million) and Mali ($2 million)": the first stays, each other gets an event."""
    tokens = matching.ground.tokens
    field = next(
        (
            each
            for each in PARTIES
            if (slot := told.slots.get(each)) and slot.start == tokens.starts[row.first]
        ),
        None,
    )
    if field is None:
        field = next(
            (each for each in PARTIES if (slot := told.slots.get(each)) and slot.rule == "row"), None
        )
    figures = [each for each in row.parts if each.bracketed is not None]
    if field is None or len(figures) < 2 or thing.amount in [each.bracketed for each in figures]:
        return
    for each in figures:
        if each.bracketed is not None:
            _add(matching, told, field, each, each.bracketed)
    if thing.amount is None and told in matching.told and len(figures) == len(row.parts):
        matching.told.remove(told)


def _shares(matching: Matching, told: Told, figure: AmountMention) -> None:
    """Take the other shares of "60 percent went to China and 25 percent to India"."""
    row, roles = matching.row, told.row["roles"]
    for at in range(1, len(row) - 2):
        part, whom = row[at], row[at + 2]
        field = roles.get(row[at + 1].word) if row[at + 1].kind == PREPOSITION else None
        if row[at - 1].kind not in (COMMA, CONJUNCTION) or field not in PARTIES:
            continue
        if not isinstance(part, Noun) or not isinstance(whom, Noun) or part.actors or part.items:
            continue
        amount = next((each for each in part.amounts if each.unit == figure.unit), None)
        if amount is not None and amount.start > figure.start:
            _add(matching, told, field, whom, amount)


def _leading(noun: Noun) -> Slot | None:
    """Return the actor that leads a phrase whose last word is a number."""
    named = noun.actors[0].mention if noun.actors else None
    value = None if named is None else side(named)
    if named is None or value is None:
        return None
    return Slot(value=value, start=named.start, end=named.end, rule=named.by, confidence=named.confidence)


def _add(matching: Matching, told: Told, field: str, noun: Noun, amount: AmountMention) -> None:
    """Add an event like another, with a party and a figure of its own."""
    thing = told.thing
    assert thing is not None
    more = Told(told.row, "gap", told.trigger, Thing(noun, amount, thing.items, noun.last))
    more.modality, more.negated = told.modality, told.negated
    more.slots = {name: slot for name, slot in told.slots.items() if name != field}
    slot = actors_of(noun, matching.ground.tokens) or _leading(noun)
    if slot is None:
        return
    more.slots[field] = slot
    matching.keep(more)
