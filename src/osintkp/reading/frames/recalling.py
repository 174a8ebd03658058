"""The parties of "the treaty" and the sides of "both countries", taken from what was told before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from osintkp.reading.events import Slot
from osintkp.reading.frames.told import Told, ids, together
from osintkp.reading.names.board import is_state

RECALLED = 0.5
PAIRED = 0.4
BOTH = "both"
TALKING = "talks"
TALKS = frozenset(("talks", "negotiations", "consultations", "discussions", "negotiation"))


def recalled(told: Sequence[Told], topics: Sequence[tuple[int, Slot]]) -> None:
    """Give "the treaty" the parties of the one told before it, and "both sides" the two actors named before them."""
    last: Told | None = None
    _both(told, topics)
    _same_meeting(told)
    for each in told:
        one = each.slots.pop("one", None)
        if one is not None and one.rule == "pronoun" and one.confidence:
            field = "participants" if each.kind == "meeting" else "parties"
            each.slots[field] = together(each.slots.get(field), one)
        if _lonely(each):
            each.slots.pop("participants", None)
        if each.kind != "treaty":
            continue
        parties = ids(each.slots.get("parties"))
        if len(parties) < 2 and each.row.get("loose"):
            each.slots.pop("parties", None)
        elif len(parties) < 2 and each.open:
            before = ids(last.slots.get("parties")) if last is not None else ()
            if before and set(parties) <= set(before):
                each.slots["parties"] = Slot(value=before, rule="recalled", confidence=RECALLED)
            elif not parties:
                sides = pair(topics, each.sentence)
                if sides:
                    each.slots["parties"] = Slot(value=sides, rule="pair", confidence=PAIRED)
        if len(ids(each.slots.get("parties"))) > 1:
            last = each


def _same_meeting(told: Sequence[Told]) -> None:
    """Give "the summit" the sides of the summit told before it."""
    known: dict[str, Slot] = {}
    for each in told:
        if each.kind != "meeting":
            continue
        word = each.thing.noun.word if each.thing is not None else TALKING
        slot = each.slots.get("participants")
        if slot is not None:
            known[word] = slot
            if word in TALKS:
                known |= dict.fromkeys(TALKS, slot)
        elif word in known and (each.open or word in TALKS):
            value = known[word].value
            each.slots["participants"] = Slot(value=value, rule="recalled", confidence=PAIRED)


def _both(told: Sequence[Told], topics: Sequence[tuple[int, Slot]]) -> None:
    """Put for "both countries", "each side" the parties of the treaty before them, else the two actors named before them."""
    parties: tuple[str, ...] = ()
    for each in told:
        if each.kind == "treaty" and len(ids(each.slots.get("parties"))) > 1:
            parties = ids(each.slots["parties"])
        for field in [name for name, slot in each.slots.items() if slot.rule == BOTH]:
            values = (parties if each.kind == "limit" else ()) or pair(topics, each.sentence)
            del each.slots[field]
            if values:
                each.slots[field] = Slot(value=values, rule="pair", confidence=PAIRED)


def pair(topics: Sequence[tuple[int, Slot]], sentence: int) -> tuple[str, ...]:
    """Return the two actors that were named last before a sentence, or in it; empty where there are not just two."""
    first = bisect_left(topics, sentence - 2, key=_sentence)
    last = bisect_right(topics, sentence, first, key=_sentence)
    near = [slot for _, slot in topics[first:last] if not _stateless(slot)]
    found = tuple(dict.fromkeys(value for slot in near for value in ids(slot)))
    return found if len(found) == 2 else ()


def _sentence(topic: tuple[int, Slot]) -> int:
    return topic[0]


def _stateless(slot: Slot) -> bool:
    """Tell whether an actor is a person whose side nobody knows: no party to anything."""
    return slot.rule == "person" and isinstance(slot.value, str) and not is_state(slot.value)


def _lonely(told: Told) -> bool:
    """Tell whether a meeting has fewer than two sides after all, and nothing says where it was."""
    slot: Slot | None = told.slots.get("participants")
    alone = told.rule.endswith("/members") or told.row["rule"] == "gathering" or "place" in told.slots
    return told.kind == "meeting" and len(ids(slot)) < 2 and not alone
