"""Whose a loose figure is: whom its sentence names beside it, else who stands in the event nearby that is of its kind."""

from __future__ import annotations

import functools
import json
import pkgutil
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from osintkp.reading.events import Event, Slot
from osintkp.reading.frames.slots import side
from osintkp.reading.mentions import ActorMention, AmountMention, Mentions
from osintkp.reading.pages.sentences import Sentence
from osintkp.reading.tokens import Tokens

GIVER: Final = {
    "shipment": "sender",
    "troop_deployment": "sender",
    "limit": "on",
    "seizure": "actor",
    "loss": "actor",
    "weapons_test": "actor",
}
TAKER: Final = {"shipment": "recipient", "limit": "on", "seizure": "recipient"}
NAMED, CARRIED = 0.5, 0.4
BESIDE, SPACE = 20, 5
SAYING: Final = frozenset(("says", "denies"))
UNSURE: Final = frozenset(("pronoun", "anonymous", "person"))
ARTICLES: Final = frozenset(("the", "a", "its", "their"))


def sides(
    kind: str,
    figure: AmountMention,
    sentence: Sentence,
    tokens: Tokens,
    mentions: Mentions,
    near: Event | None,
) -> dict[str, Slot]:
    """
    Return who stands in the places of a loose figure's event.

    Args:
        kind: Of its event.
        figure: The figure.
        sentence: Its sentence.
        tokens: The words.
        mentions: What is seen in the text.
        near: The event of the kind that stands nearest; None for none.
    """
    found = dict(_named(kind, figure, sentence, tokens, mentions))
    if near is None:
        return found
    for field in _table()["carried"][kind]:
        if field in near.slots and field not in found:
            slot = near.slots[field]
            if slot.value not in [each.value for each in found.values()]:
                found[field] = attrs.evolve(slot, start=None, end=None, rule="carried", confidence=CARRIED)
    return found


def _named(
    kind: str, figure: AmountMention, sentence: Sentence, tokens: Tokens, mentions: Mentions
) -> Iterator[tuple[str, Slot]]:
    """Give the fields that actors of the sentence fill: the last before the figure who gives, the first told as taker."""
    words = _table()["sides"]
    giver: ActorMention | None = None
    taker: ActorMention | None = None
    for actor in _inside(sentence, mentions):
        if side(actor) is None or actor.by in UNSURE or _speaks(actor, mentions):
            continue
        before = _word_before(tokens, actor, sentence)
        if before in words["taker"]:
            taker = taker or actor
        elif before in words["giver"] or (actor.end <= figure.start and before not in words["none"]):
            giver = actor
    for actor_found, fields in ((giver, GIVER), (taker, TAKER)):
        if actor_found is not None and kind in fields:
            place = {"start": actor_found.start, "end": actor_found.end}
            yield fields[kind], Slot(value=side(actor_found), rule="loose", confidence=NAMED, **place)


def _speaks(actor: ActorMention, mentions: Mentions) -> bool:
    """Tell whether a verb of saying stands right beside an actor: "South Korea says", "said the UN"."""
    at = bisect_left(mentions.cues, actor.start - BESIDE, key=lambda cue: cue.start)
    for cue in mentions.cues[at:]:
        if cue.start > actor.end + BESIDE:
            return False
        if cue.kind in SAYING and (cue.start >= actor.end or actor.start - SPACE <= cue.end <= actor.start):
            return True
    return False


def _inside(sentence: Sentence, mentions: Mentions) -> Iterator[ActorMention]:
    first = bisect_left(mentions.actors, sentence.start, key=lambda actor: actor.start)
    for actor in mentions.actors[first:]:
        if actor.start >= sentence.end:
            return
        yield actor


def _word_before(tokens: Tokens, actor: ActorMention, sentence: Sentence) -> str:
    at = tokens.at(actor.start) - 1
    while at > sentence.first and tokens.words[at] in ARTICLES:
        at -= 1
    return tokens.words[at] if at >= sentence.first else ""


@functools.cache
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = json.loads(
        pkgutil.get_data("osintkp", "data/reading/loose.json") or b"{}"
    )
    return {name: found[name] for name in ("carried", "sides")}
