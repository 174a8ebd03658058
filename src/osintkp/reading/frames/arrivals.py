"""Carriers and cargoes that a text told of before, on their way or come: "The first tanker docked in Baniyas on Sunday"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import beside_noun
from osintkp.reading.frames.told import PARTIES, Told, put

MOVES: Final = frozenset(
    (
        "arrive",
        "reach",
        "dock",
        "depart",
        "leave",
        "enter",
        "come",
        "sail",
        "land",
        "berth",
        "approach",
        "cross",
        "head",
    )
)
AWAY: Final = frozenset(("depart", "leave", "sail"))
CARGOES: Final = frozenset(
    (
        "cargo", "cargoes", "shipment", "shipments", "consignment", "convoy", "convoys", "tanker", "tankers", "ship", "ships",
        "vessel", "vessels", "truck", "trucks", "lorries", "flotilla", "delivery", "batch", "load",
    )
)  # fmt: skip
DUE: Final = frozenset(("expect", "schedule", "plan", "set", "begin", "start", "continue"))
WHERE: Final = frozenset(("in", "at", "to", "into", "for"))
CARRIERS: Final = ("ships", "vehicles", "aircraft")
FAR: Final = 6
NEAR: Final = 2
CARRIED_ON: Final = 0.5


def arrivals(matching: Matching, before: Sequence[Told], sentence: int) -> None:
    """
    Find where a carrier or cargo that was told of before goes to.

    Args:
        matching: The sentence.
        before: What the sentences before it tell.
        sentence: The number of the sentence.
    """
    for number, piece in matching.verbs:
        if piece.passive or MOVES.isdisjoint(piece.lemmas):
            continue
        before_it = matching.row[number - 1] if number else None
        if piece.to and not (isinstance(before_it, Verb) and not DUE.isdisjoint(before_it.lemmas)):
            continue  # "are waiting for leave to enter"
        subject = next(iter(matching.clauses.subject(number)), None)
        if subject is None or subject.word not in CARGOES or subject.none or matching.taken(subject):
            continue
        lead = _lead(subject, before, sentence)
        if lead is not None:
            _add(matching, lead, number, piece, subject)


def _lead(subject: Noun, before: Sequence[Told], sentence: int) -> Told | None:
    """
    Return the delivery that a carrier is of: the last told with a side of it, of carriers or near; None for none.

    A carrier that is named as somebody's own is of a delivery from there.
    """
    owner = beside_noun(subject, subject.last, owner=False)
    if subject.places or (subject.actors and owner is None):
        return None
    for each in reversed(before):
        if sentence - each.sentence > FAR:
            return None
        if each.kind != "shipment" or each.negated or each.rule.startswith("loose"):
            continue
        sides = each.slots.keys() & set(PARTIES)
        if owner is not None:
            fits = "sender" in sides and each.slots["sender"].value == owner.value
        else:
            fits = bool(sides)
        if fits and (_by_carrier(each) or sentence - each.sentence <= NEAR):
            return each
    return None


def _by_carrier(told: Told) -> bool:
    """Tell whether a delivery is one of ships, lorries or the like."""
    return told.thing is not None and ("carrier" in told.thing.noun.passing or told.rule.endswith("/arrival"))


def _add(matching: Matching, lead: Told, number: int, verb: Verb, subject: Noun) -> None:
    after = matching.clauses.after(number)
    named = [each for each in subject.items if not (each.path or "").startswith(CARRIERS)]
    items = named or (lead.thing.items if lead.thing is not None else ()) or subject.items
    figure = next(iter(subject.amounts), None)
    told = Told(lead.row, "arrival", (verb.head, verb.last), Thing(subject, figure, items, subject.last))
    places = [*after.objects, *led_by(after.governed, WHERE)]
    away = not AWAY.isdisjoint(verb.lemmas) and after.objects
    if not away:
        put(told.slots, "recipient", places, matching.ground.tokens)
    for field in PARTIES:
        slot = lead.slots.get(field)
        if slot is None:
            continue
        held = attrs.evolve(
            slot, rule="arrival", confidence=min(slot.confidence, CARRIED_ON), start=None, end=None
        )
        told.slots.setdefault(field, held)
    if told.who("sender") == told.who("recipient"):
        return
    told.open = lead.open
    told.modality, told.negated = matching.mood(number)
    told.date(after.dates)
    matching.keep(told)
