"""From what sentences tell to events: pronouns and what is left open are looked for before, and events are linked."""

from __future__ import annotations

import attrs

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.events import DIRECTED, Event, Slot
from osintkp.reading.frames.comparing import figure_of, lent_load, related
from osintkp.reading.frames.directing import directed
from osintkp.reading.frames.finishing import events_of
from osintkp.reading.frames.launching import launchers
from osintkp.reading.frames.leaning import leaned
from osintkp.reading.frames.losing import is_loss, losers
from osintkp.reading.frames.pacts import by_title
from osintkp.reading.frames.pairing import PARAGRAPH, pair_up
from osintkp.reading.frames.prominence import Prominence
from osintkp.reading.frames.pronouns import POSSESSOR, resolve
from osintkp.reading.frames.recalling import recalled
from osintkp.reading.frames.returning import bargained, of_sentence
from osintkp.reading.frames.sole import sole
from osintkp.reading.frames.spacing import length_of
from osintkp.reading.frames.told import Told
from osintkp.reading.pages.structure import Structure

CARRIERS = frozenset(
    ("container", "voyage", "trip", "ship", "truck", "crate", "railcar", "wagon", "tanker", "vessel")
)


def joined(
    told: list[Told],
    topics: list[tuple[int, Slot]],
    fights: list[tuple[str, str]],
    ground: Ground,
    structure: Structure,
) -> list[Event]:
    """Return the events of a text from what its sentences tell, in order; also by who fights whom in it."""
    resolve(told, topics, ground.tokens)
    topics = [each for each in topics if each[1].rule != POSSESSOR]
    recalled(told, topics)
    by_title(told, ground)
    launchers(told, ground)
    _returns(told)
    _loads(told, structure)
    related(told, ground.tokens.text)
    _inside(told)
    prominence = Prominence(ground)
    directed(told)
    pair_up(told, structure, prominence, ground)
    bargained(told, ground)
    losers(told, topics, fights, ground, structure)
    for each in told:
        if each.lead is not None:
            for field, slot in each.lead.slots.items():
                each.slots.setdefault(field, slot)
    kept = [each for each in told if _complete(each)]
    sole(kept, prominence)
    leaned(kept, ground, prominence)
    return _linked(kept, ground)


def _linked(kept: list[Told], ground: Ground) -> list[Event]:
    """Return the events of what is told, with links between those that are told by each other."""
    numbers: dict[int, list[int]] = {}
    found: list[Event] = []
    for each in kept:
        for event in events_of(each, ground):
            numbers.setdefault(id(each), []).append(len(found))
            found.append(event)
    for each in kept:
        for kind, other, value in (
            ("part_of", each.whole, None),
            ("contained_in", each.load, None),
            ("alternative_to", each.instead, None),
            ("in_return_for", each.against, None),
            *each.related,
        ):
            if other is not None and id(other) in numbers:
                for number in numbers[id(each)]:
                    link = (kind, numbers[id(other)][0], value)
                    found[number] = attrs.evolve(found[number], links=(*found[number].links, link))
    return found


def _returns(told: list[Told]) -> None:
    """Turn round for what was given in return: "aid in return for arms"."""
    for each in told:
        if not each.back:
            continue
        other = next(
            (o for o in of_sentence(told, each.sentence) if {"sender", "recipient"} <= o.slots.keys()),
            None,
        )
        if other is not None and other is not each:
            other.against = each
        if other is not None and not each.slots.keys() & {"sender", "recipient"}:
            for field, source in (("sender", "recipient"), ("recipient", "sender")):
                each.slots[field] = attrs.evolve(other.slots[source], rule="return", confidence=PARAGRAPH)


def _loads(told: list[Told], structure: Structure) -> None:
    """Tie what containers could hold to the containers that their paragraph, or the one before, counts."""
    carriers: Told | None = None
    for each in told:
        amount = None if each.thing is None else each.thing.amount
        if amount is None or each.kind != "shipment":
            continue
        block = structure.sentences[each.sentence].block
        if amount.unit in CARRIERS:
            carriers = each
        elif each.modality == "capacity" and carriers is not None:
            near = block - structure.sentences[carriers.sentence].block <= 1
            each.load = carriers if near else None
            if near:
                lent_load(each, carriers)


def _inside(told: list[Told]) -> None:
    """Take a part told in another unit than its carriers for their load: "900 containers, including 40,000 shells"."""
    for each in told:
        part = figure_of(each)
        whole = None if each.whole is None else figure_of(each.whole)
        if part is not None and whole is not None and whole.unit in CARRIERS and part.unit != whole.unit:
            each.load, each.whole = each.load or each.whole, None


def _complete(each: Told) -> bool:
    if length_of(each) is not None:
        return True
    own = each.slots.get("own")
    if each.kind in DIRECTED and "sender" not in each.slots and "recipient" not in each.slots and own is None:
        return each.modality == "capacity" and each.has("amount")
    if each.kind == "loss" and not is_loss(each):
        return False
    known = () if own is None else (own.value,)
    return all(
        any(field == "thing" or field in known or each.has(field) for field in fields)
        for fields in each.row["needs"]
    )
