"""Whose losses they are by what is told right beside them: the figure before, the forces sent before, a person by name."""

from __future__ import annotations

import attrs

from osintkp.reading.events import Slot
from osintkp.reading.frames.told import Told

BY_PLACE = 0.5
BY_FIGURE = 0.6
HEADS = (None, "person")


def less_sure(slot: Slot, most: float, rule: str) -> Slot:
    """Return a slot under another rule, no surer than a bound."""
    return attrs.evolve(slot, rule=rule, confidence=min(slot.confidence, most))


def _bare(told: Told) -> bool:
    """Tell whether nothing but a figure is told to be lost."""
    thing = told.thing
    if thing is None or thing.amount is None or thing.items:
        return False
    return not thing.noun.passing and thing.amount.unit in HEADS


def _bare_or_people(told: Told) -> bool:
    """Tell whether people are told to be lost: no goods, no buildings, no targets."""
    thing = told.thing
    if thing is None or thing.items:
        return False
    return thing.amount is None or thing.amount.unit in HEADS


def with_figure(told: Told, before: Told | None) -> Slot | None:
    """Return who lost the figure before, for one that stands bare: "killing 50 Chadians and wounding 80"."""
    if before is None or before.sentence != told.sentence or not _bare(told):
        return None
    slot = before.slots.get("actor") if _bare_or_people(before) else None
    return None if slot is None else less_sure(slot, BY_FIGURE, "figure")


def of_those(told: Told, sent: Told | None) -> Slot | None:
    """Return who sent the forces told in the sentence before, for a figure of them that stands bare."""
    if sent is None or "by" in told.slots or not _bare(told) or told.sentence - sent.sentence > 1:
        return None
    slot = sent.slots.get("sender")
    return None if slot is None else less_sure(slot, BY_PLACE, "forces")


def person_lost(told: Told, *, states: bool) -> Slot | None:
    """Return the state of somebody who is named, or who they are; None for nobody by name."""
    if not told.has("person") or told.thing is None:
        return None
    mention = told.thing.noun.actors[-1].mention
    value = mention.state if states else mention.actor
    if value is None:
        return None
    return Slot(
        value=value, start=mention.start, end=mention.end, rule="person", confidence=mention.confidence
    )
