"""Whose a loose figure is: whom its sentence names beside it, else who stands in the event nearby that is of its kind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from osintkp.reading.events import Event, Slot
from osintkp.reading.frames.loose_words import carried, words
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


class Parties(NamedTuple):
    """
    Whom one sentence names beside its figures.

    Attributes:
        taker: The first who is told as taker; None for none.
        marked: The last who is told as giver, wherever the figure stands; None for none.
        plain: Those who give what stands behind them, in order.
    """

    taker: ActorMention | None
    marked: ActorMention | None
    plain: tuple[ActorMention, ...]

    def giver(self, figure: AmountMention) -> ActorMention | None:
        """Return who gives what a figure counts: the last of those told as giver and of those before it."""
        before = bisect_right(self.plain, figure.start, key=lambda actor: actor.end)
        last = self.plain[before - 1] if before else None
        return max(filter(None, (last, self.marked)), key=lambda actor: actor.start, default=None)


class Sides:
    """Whose the loose figures of a text are; each of its sentences is looked through once."""

    __slots__ = ("_mentions", "_parties", "_tokens")

    def __init__(self, tokens: Tokens, mentions: Mentions) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._parties: dict[int, Parties] = {}

    def of(self, kind: str, figure: AmountMention, sentence: Sentence, near: Event | None) -> dict[str, Slot]:
        """
        Return who stands in the places of a loose figure's event.

        Args:
            kind: Of its event.
            figure: The figure.
            sentence: Its sentence.
            near: The event of the kind that stands nearest; None for none.
        """
        found = dict(self._named(kind, figure, sentence))
        if near is None:
            return found
        for field in carried(kind):
            if field in near.slots and field not in found:
                slot = near.slots[field]
                if slot.value not in [each.value for each in found.values()]:
                    found[field] = attrs.evolve(
                        slot, start=None, end=None, rule="carried", confidence=CARRIED
                    )
        return found

    def _named(self, kind: str, figure: AmountMention, sentence: Sentence) -> Iterator[tuple[str, Slot]]:
        """Give the fields that actors of the sentence fill."""
        if sentence.start not in self._parties:
            self._parties[sentence.start] = self._read(sentence)
        parties = self._parties[sentence.start]
        for actor, fields in ((parties.giver(figure), GIVER), (parties.taker, TAKER)):
            if actor is not None and kind in fields:
                place = {"start": actor.start, "end": actor.end}
                yield fields[kind], Slot(value=side(actor), rule="loose", confidence=NAMED, **place)

    def _read(self, sentence: Sentence) -> Parties:
        takers, marked, plain = [], [], []
        for actor in _inside(sentence, self._mentions):
            if side(actor) is None or actor.by in UNSURE or _speaks(actor, self._mentions):
                continue
            before = _word_before(self._tokens, actor, sentence)
            if before in words("sides", "taker"):
                takers.append(actor)
            elif before in words("sides", "giver"):
                marked.append(actor)
            elif before not in words("sides", "none"):
                plain.append(actor)
        return Parties(takers[0] if takers else None, marked[-1] if marked else None, tuple(plain))


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
