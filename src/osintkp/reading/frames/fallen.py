"""Losses that get their side from words around them: "On the Malian side, 12 soldiers died"."""

from __future__ import annotations

from collections.abc import Sequence

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.events import Slot
from osintkp.reading.frames.told import Told
from osintkp.reading.pages.structure import Structure
from osintkp.vocabulary import actors

ON_SIDE = 0.5
WITHIN = 8


def fallen(lost: Sequence[Told], ground: Ground, structure: Structure) -> None:
    """
    Fill whose losses they are by the head of the sentence; who reports a loss did not strike.

    Args:
        lost: What the text tells as lost, in order.
        ground: The text.
        structure: Its sentences.
    """
    for each in lost:
        for field in ("by", "actor"):
            who = each.who(field)
            if who is not None and actors.known(who) and actors.kind(who) == "media":
                del each.slots[field]  # who reports a loss did not strike
        if "actor" not in each.slots:
            slot = _on_side(each, ground, structure)
            if slot is not None:
                each.slots["actor"] = slot


def _on_side(told: Told, ground: Ground, structure: Structure) -> Slot | None:
    """Return the side at the head of a sentence: "On the Malian side, 12 soldiers died"."""
    words = ground.tokens.words
    first = structure.sentences[told.sentence].first
    head = words[first : first + WITHIN]
    if head[:1] != ["on"] or "," not in head or head[head.index(",") - 1] != "side":
        return None
    for number in range(first + 1, first + head.index(",")):
        found = ground.actors.get(number)
        value = None if found is None else found[1].actor or found[1].state
        if found is not None and value is not None:
            return Slot(value=value, start=found[1].start, end=found[1].end, rule="side", confidence=ON_SIDE)
    return None
