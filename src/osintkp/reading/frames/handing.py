"""Whose loss it is where what was lost had been given away: "Chad confirmed the loss of the tanks it had sent to Mali"."""

from __future__ import annotations

import attrs

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.pieces import Noun
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.told import Told

GIVEN = 0.6
GIVERS = frozenset(("light", "pronoun"))


def handed(matching: Matching) -> None:
    """Give the losses of a sentence to whom it tells that the goods had been given."""
    given = [
        each
        for each in matching.told
        if each.kind == "shipment" and each.thing is not None and not each.negated
    ]
    for loss in matching.told:
        if loss.kind != "loss" or loss.thing is None or "by" in loss.slots:
            continue
        lost = _lost(matching, loss.thing.noun)
        for each in given:
            recipient = each.slots.get("recipient")
            if (
                recipient is not None
                and recipient.rule != "pronoun"
                and each.thing is not None
                and each.thing.noun in lost
            ):
                _give(loss, each, recipient)
                break


def _lost(matching: Matching, noun: Noun) -> list[Noun]:
    """Return the phrase that names what was lost, with what "the loss of" hangs on."""
    governed, _, _ = matching.clauses.after_noun(matching.place(noun))
    return [noun, *led_by(governed, ("of",))]


def _give(loss: Told, given: Told, recipient: Slot) -> None:
    actor, sender = loss.slots.get("actor"), given.slots.get("sender")
    told_of = actor is not None and (
        actor.rule in GIVERS or (sender is not None and actor.value == sender.value)
    )
    if actor is None or told_of:
        loss.slots["actor"] = attrs.evolve(recipient, rule="given", confidence=GIVEN)
