"""Whom "it", "they" and "its" mean: the actor named before them in their sentence, else the first of the one before."""

from __future__ import annotations

from osintkp.reading.events import Slot
from osintkp.reading.frames.told import Told

PERSONAL = frozenset(("he", "she", "him", "her", "his"))
MOST = 24
OPPOSED = (("sender", "recipient"), ("actor", "by"))
SPEAKERS = frozenset(("we", "i", "our", "us", "you", "my", "your"))


def resolve(told: list[Told], topics: list[tuple[int, Slot]]) -> None:
    """Put for "it", "they", "its" the actor named before them: in their sentence, else the first of the sentence before."""
    at = 0
    for each in told:
        while at < len(topics) and topics[at][0] < each.sentence:
            at += 1
        for field, slot in list(each.slots.items()):
            if slot.rule != "pronoun":
                continue
            del each.slots[field]
            if slot.value in SPEAKERS:
                continue
            taken = {
                str(other.value)
                for name, other in each.slots.items()
                if any(name in pair and field in pair for pair in OPPOSED)
            }
            source = _meant(topics, at, each.sentence, slot, taken)
            if source is not None:
                each.slots[field] = Slot(
                    value=source.value, start=slot.start, end=slot.end, rule="pronoun", confidence=0.6
                )


def _meant(
    topics: list[tuple[int, Slot]], at: int, sentence: int, slot: Slot, taken: set[str]
) -> Slot | None:
    """Return the actor that a pronoun means: the last before it in its sentence, else the first of the one before."""
    person = slot.value in PERSONAL
    place = slot.start or 0
    fitting = [
        each for number, each in topics[max(0, at - MOST) : at + MOST]
        if number == sentence and (each.start or 0) < place and _can_be(each, taken, person=person)
    ]  # fmt: skip
    if fitting:
        return fitting[-1]
    before = at - 1
    if before < 0 or topics[before][0] < sentence - 2:
        return None
    number = topics[before][0]
    fitting = [
        each for other, each in topics[max(0, at - MOST) : at] if other == number and _can_be(each, taken, person=person)
    ]  # fmt: skip
    return fitting[0] if fitting else None


def _can_be(slot: Slot, taken: set[str], *, person: bool) -> bool:
    named = isinstance(slot.value, str) and slot.value not in taken
    return named and (slot.rule == "person" or not person)
