"""From what is told to events: the words that each stands in, its goods and figure, one event for each of several senders."""

from __future__ import annotations

import attrs

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.events import Event, Slot
from osintkp.reading.frames.told import Slots, Told

APART = frozenset(("each", "apiece", "respectively", "individually", "separately"))
NEAR = 6
SEVERAL = {"shipment": "sender", "troop_deployment": "sender", "weapons_test": "actor"}


def events_of(each: Told, ground: Ground) -> list[Event]:
    """
    Return an event for each of several senders, or of several who launched.

    Args:
        each: What is told.
        ground: The text.
    """
    starts, ends = ground.tokens.starts, ground.tokens.ends
    slots = {field: slot for field, slot in each.slots.items() if field not in ("there", "foe")}
    slots |= _of_thing(each, ground)
    trigger = (starts[each.trigger[0]], ends[each.trigger[1]])
    start, end = _stretch(each, slots, ground)
    event = Event(
        kind=each.kind, start=start, end=end, trigger=trigger, sentence=each.sentence, rule=each.rule, slots=slots,
        modality=each.modality, negated=each.negated,
    )  # fmt: skip
    several = SEVERAL.get(each.kind)
    parties = slots.get(several) if several is not None else None
    if several is None or parties is None or not isinstance(parties.value, tuple):
        return [event]
    if "amount" in slots and each.kind == "shipment" and not _apart(event, ground):
        return [event]  # the figure is of them together
    return [
        attrs.evolve(event, slots={**slots, several: attrs.evolve(parties, value=value)})
        for value in parties.value
        if "recipient" not in slots or slots["recipient"].value != value
    ]


def _apart(event: Event, ground: Ground) -> bool:
    """Tell whether words say that a figure is of each of several: "Chad and Mali each sent 40 trucks"."""
    tokens = ground.tokens
    first, last = tokens.at(event.start), tokens.at(max(event.start, event.end - 1))
    return not APART.isdisjoint(tokens.words[max(0, first - NEAR) : last + NEAR])


def _stretch(each: Told, slots: Slots, ground: Ground) -> tuple[int, int]:
    """Return where the words that tell an event begin and end, with those of its fields."""
    starts, ends = ground.tokens.starts, ground.tokens.ends
    start, end = starts[each.trigger[0]], ends[each.trigger[1]]
    if each.thing is not None:
        start, end = min(start, starts[each.thing.noun.first]), max(end, ends[each.thing.last])
    for name, slot in slots.items() if each.lead is None else ():
        if (name == "when" and slot.rule != "beside") or slot.rule == "his":
            continue
        if slot.start is not None and slot.end is not None:
            start, end = min(start, slot.start), max(end, slot.end)
    return start, end


def _of_thing(each: Told, ground: Ground) -> Slots:
    """Return the figure and the goods of what an event passes on; goods of no list by their words."""
    thing, tokens = each.thing, ground.tokens
    if thing is None:
        return {}
    slots: Slots = {}
    amount = thing.amount
    if amount is not None:
        slots["amount"] = Slot(value=amount, start=amount.start, end=amount.end, rule="object")
    item = next((item for item in thing.items if item.path), None)
    if item is not None:
        slots["item"] = Slot(value=item.path, start=item.start, end=item.end, rule="object")
        if item.calibre is not None and each.kind == "shipment":
            slots["calibre"] = Slot(value=item.calibre, start=item.start, end=item.end, rule="object")
    elif amount is not None and amount.item:
        slots["item"] = Slot(value=amount.item, start=amount.start, end=amount.end, rule="object")
    elif not each.rule.endswith(("/gap", "/nobody")):
        first, last = tokens.starts[thing.noun.first], tokens.ends[thing.last]
        slots["item"] = Slot(
            value=tokens.text[first:last], start=first, end=last, rule="object", confidence=0.5
        )
    return slots
