"""Whom those stand for who tell: "we" for the side of the one who speaks, a person for the body that he speaks for."""

from __future__ import annotations

from typing import Final

import attrs

from osintkp.evidence import UNKNOWN
from osintkp.reading.events import DIRECTED, Event, Slot, Speaker, Voice
from osintkp.reading.voices.page import Page
from osintkp.vocabulary import actors

GUESSED: Final = frozenset(("paragraph", "document", "scene", "lean"))
SIDES: Final = ("sender", "recipient", "actor", "by", "authority")
OTHER: Final = {"sender": "recipient", "recipient": "sender", "actor": "by", "by": "actor"}
SURE: Final = 0.7
TOGETHER: Final = ("parties", "participants")
# The organs of a body that send nobody and nothing themselves: what they send is the body's.
DECIDING: Final = frozenset(("un-security-council", "un-general-assembly", "un-secretariat"))


class Sides:
    """
    Whom the persons of a text speak for.

    Args:
        page: The text.
    """

    __slots__ = ("_bodies", "_of", "_page")

    def __init__(self, page: Page) -> None:
        self._page = page
        self._of: dict[str, str] = {}
        self._bodies: set[str] = set()
        for name in page.names.values():
            mention = name.mention
            if mention.actor is not None and mention.by in ("person", "name"):
                if mention.state is not None:
                    self._of.setdefault(mention.actor, mention.state)
                elif mention.by == "name":
                    self._bodies.add(mention.actor)

    def of(self, actor: str) -> str | None:
        """Return whom an actor stands for in a record: a state, a body, or itself; None for a person of neither."""
        found = self._of.get(actor)
        if found is not None:
            return found
        if not actors.known(actor):
            return actor if actor in self._bodies else None
        top = actors.root(actor)
        return top if actors.kind(actor) == "person" or len(top) == 2 else actor

    def beside(self, event: Event, slot: Slot) -> bool:
        """Tell whether the one party of a treaty stands behind its "with": "a truce with Chad"."""
        if slot.start is None or slot.start < event.trigger[0]:
            return False
        at = self._page.tokens.at(slot.start)
        return "with" in self._page.words[max(0, at - 2) : at]

    def speaking(self, speaker: Speaker) -> str | None:
        """Return whom the "we" of a speaker means; None where that is not told."""
        found = None if speaker.actor == UNKNOWN else self.of(speaker.actor)
        if found is not None or speaker.start is None or speaker.end is None:
            return found
        page = self._page
        first, last = page.span(speaker.start, speaker.end)
        states = {
            page.names[number].mention.state for number in range(first, last + 1) if number in page.names
        }
        states.discard(None)
        return states.pop() if len(states) == 1 else None


def sided(event: Event, voice: Voice, sides: Sides) -> Event:
    """
    Return an event in which "we" is the side of whoever tells it, and a person the body that he is known to speak for.

    Args:
        event: The event.
        voice: Who tells it.
        sides: Whom the persons of the text speak for.
    """
    slots = dict(event.slots)
    own = slots.get("own")
    teller = sides.speaking(voice.speakers[0]) if own is not None and voice.speakers else None
    if own is not None and own.rule == "his":
        del slots["own"]
        if teller is not None and _earlier(own, voice.speakers[0]):
            slots[str(own.value)] = attrs.evolve(slots[str(own.value)], value=teller)
    elif own is not None and teller is not None:
        _told_of(slots, own, teller)
    for field in SIDES:
        slot = slots.get(field)
        if slot is not None and isinstance(slot.value, str):
            whole = _whole(event, field, slot.value, sides)
            if whole != slot.value:
                slots[field] = attrs.evolve(slot, value=whole)
    for field in TOGETHER:
        slot = slots.get(field)
        if slot is not None:
            slots[field] = _together(slot, event, voice, sides)
    return event if slots == event.slots else attrs.evolve(event, slots=slots)


def _together(slot: Slot, event: Event, voice: Voice, sides: Sides) -> Slot:
    """Return the parties of a treaty or a meeting: persons as whom they speak for, and who tells of a pact "with" another."""
    given = slot.value if isinstance(slot.value, tuple) else (str(slot.value),)
    found = [_whole(event, "", each, sides) for each in given]
    if len(found) == 1 and voice.speakers and event.kind == "treaty" and sides.beside(event, slot):
        teller = sides.speaking(voice.speakers[0])
        found += [teller] if teller is not None and teller not in found else []
    if tuple(found) == given:
        return slot
    values = tuple(dict.fromkeys(found))
    return attrs.evolve(slot, value=values if len(values) > 1 else values[0])


def _earlier(meant: Slot, speaker: Speaker) -> bool:
    """Tell whether "his" was taken for somebody named before the one who speaks: then it is the speaker's."""
    return meant.start is None or speaker.start is None or meant.start <= speaker.start


def _told_of(slots: dict[str, Slot], own: Slot, teller: str) -> None:
    """Put whoever tells where "we" stood, unless the clause names somebody there."""
    field = str(own.value)
    if field in slots and slots[field].rule not in GUESSED:
        return
    other = slots.get(OTHER.get(field, ""))
    if other is not None and other.value == teller:
        if other.rule not in GUESSED:
            return
        del slots[OTHER[field]]
    slots[field] = Slot(value=teller, start=own.start, end=own.end, rule="pronoun", confidence=SURE)
    del slots["own"]


def _whole(event: Event, field: str, actor: str, sides: Sides) -> str:
    """Return whom an actor acts for: a president of a body for the body, the council that sends peacekeepers for the whole."""
    if not actors.known(actor):
        return actor
    if actors.kind(actor) == "person":
        return sides.of(actor) or actor
    sends = event.kind in DIRECTED and field in ("sender", "recipient")
    return actors.root(actor) if sends and actor in DECIDING else actor
