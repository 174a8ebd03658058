"""Denials of what was told before, each made an event of its own: the one before it that the denier has a part in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from osintkp.evidence import UNKNOWN
from osintkp.reading.events import Event, Slot, Speaker, Voice
from osintkp.reading.voices.page import Page
from osintkp.reading.voices.scope import Scope
from osintkp.reading.voices.siding import Sides

if TYPE_CHECKING:
    from osintkp.reading.pages.structure import Structure

SENTENCES, BLOCKS, MOST = 4, 2, 3
SURE = 0.7
PARTIES = ("sender", "recipient", "actor", "by", "participants", "parties")
ACTING = ("sender", "actor", "recipient", "by")
DENIABLE = frozenset({"shipment", "troop_deployment", "loss", "weapons_test", "seizure", "meeting", "treaty"})
TELLING = frozenset({"stated", "alleged", "estimated", "capacity"})

Heard = tuple[int, Event, Voice]


def retorts(
    page: Page, structure: Structure, backs: Sequence[Scope], events: Sequence[Event], voices: Sequence[Voice]
) -> list[tuple[Event, Voice]]:
    """
    Return an event and its voice for each proposition that a denial takes up.

    What is denied is looked for in the sentence of the denial, then in those before it, the nearest first: an event that
    somebody else tells and that the denier sends, receives, suffers or does. Where events of several kinds fit there,
    nothing is taken. It keeps its fields, but for its figure: who denies the charge does not deny the number alone.
    """
    by_sentence: dict[int, list[Heard]] = {}
    for number, (event, voice) in enumerate(zip(events, voices, strict=True)):
        by_sentence.setdefault(event.sentence, []).append((number, event, voice))
    firsts = [sentence.first for sentence in structure.sentences]
    states = _states(page)
    found = []
    for scope in sorted(backs, key=lambda each: each.cue.first):
        deniers = _deniers(scope.speakers, states)
        if deniers:
            sentence = max(0, bisect_right(firsts, scope.cue.first) - 1)
            taken = _nearest(page, structure, scope, by_sentence, deniers, sentence)
            found += [_retort(page, scope, sentence, heard) for heard in taken]
    return found


def selfsame(event: Event, voice: Voice, sides: Sides) -> Event:
    """Return an event in which "it" is the "it" that tells: of "It denies that it sent arms" both are one."""
    if not voice.speakers or voice.speakers[0].start is not None or voice.speakers[0].actor == UNKNOWN:
        return event
    actor = sides.of(voice.speakers[0].actor)
    if actor is None or actor in _parties(event):
        return event
    first = next(
        (name for name in ACTING if name in event.slots and event.slots[name].rule == "pronoun"), None
    )
    if first is None:
        return event
    return attrs.evolve(event, slots={**event.slots, first: attrs.evolve(event.slots[first], value=actor)})


def _states(page: Page) -> dict[str, str]:
    """Return the state of each person and body that the text names."""
    found: dict[str, str] = {}
    for name in page.names.values():
        mention = name.mention
        if mention.actor is not None and mention.state is not None:
            found.setdefault(mention.actor, mention.state)
    return found


def _deniers(speakers: tuple[Speaker, ...], states: dict[str, str]) -> frozenset[str]:
    """Return the ids by which the first of a chain of speakers can stand in an event: its own, and its state's."""
    actor = speakers[0].actor if speakers else UNKNOWN
    return frozenset() if actor == UNKNOWN else frozenset({actor, states.get(actor, actor)})


def _nearest(
    page: Page,
    structure: Structure,
    scope: Scope,
    by_sentence: dict[int, list[Heard]],
    deniers: frozenset[str],
    sentence: int,
) -> list[Heard]:
    """Return what a denial takes up: the fitting events of the nearest sentence that has any; none where they differ in kind."""
    back, place = scope.back, page.tokens.starts[scope.cue.first]
    if back is None:
        return []
    block = structure.sentences[sentence].block
    for number in range(sentence, max(-1, sentence - SENTENCES - 1), -1):
        if (back.near and number < sentence) or structure.sentences[number].block < block - BLOCKS:
            break
        fitting = [
            heard for heard in by_sentence.get(number, ())
            if (heard[1].trigger[0] < place or heard[2].speakers) and back.kind in (None, heard[1].kind)
            and _fits(heard[1], heard[2], deniers, own=sentence - number <= 1 and not back.said)
        ]  # fmt: skip
        if fitting:
            alike = len({event.kind for _, event, _ in fitting}) == 1
            return list(_distinct(fitting))[:MOST] if alike else []
    return []


def _fits(event: Event, voice: Voice, deniers: frozenset[str], *, own: bool) -> bool:
    """Tell whether somebody can deny an event: a part of his is told in it, and another tells it."""
    if event.kind not in DENIABLE or voice.stance != "asserts" or voice.modality not in TELLING:
        return False
    if deniers.isdisjoint(_parties(event)):
        return False
    tellers = {speaker.actor for speaker in voice.speakers}
    return deniers.isdisjoint(tellers) and (own or bool(tellers))


def _parties(event: Event) -> Iterator[str]:
    for field in PARTIES:
        slot = event.slots.get(field)
        if slot is not None:
            yield from slot.value if isinstance(slot.value, tuple) else (str(slot.value),)


def _distinct(fitting: Sequence[Heard]) -> Iterator[Heard]:
    """Give the events that are still distinct without their figures."""
    seen = set()
    for number, event, voice in fitting:
        key = tuple((name, str(slot.value)) for name, slot in sorted(_kept(event).items()) if name != "when")
        if key not in seen:
            seen.add(key)
            yield number, event, voice


def _kept(event: Event) -> dict[str, Slot]:
    return {name: slot for name, slot in event.slots.items() if name != "amount"}


def _retort(page: Page, scope: Scope, sentence: int, heard: Heard) -> tuple[Event, Voice]:
    """Return the event that a denial makes of the one that it takes up, tied to it."""
    number, event, _ = heard
    starts, ends, cue = page.tokens.starts, page.tokens.ends, scope.cue
    first, last = min(scope.first, cue.first), max(scope.last, cue.last)
    slots = {
        name: attrs.evolve(slot, confidence=round(slot.confidence * SURE, 2))
        for name, slot in _kept(event).items()
    }
    denied = Event(
        kind=event.kind, start=starts[first], end=ends[last], trigger=(starts[cue.first], ends[cue.last]), sentence=sentence,
        rule=f"{event.rule.partition('/')[0]}/denied", slots=slots, links=(("refutes", number, None),),
    )  # fmt: skip
    return denied, Voice(
        stance="denies",
        speakers=scope.speakers,
        said=scope.said,
        rule=scope.rule,
        confidence=scope.confidence,
    )
