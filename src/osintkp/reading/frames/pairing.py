"""Who is left open is filled in from the pair that gives and gets in the paragraph, or in the text as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.events import DIRECTED, Slot
from osintkp.reading.frames.prominence import Prominence
from osintkp.reading.frames.told import PARTIES, Told, ids
from osintkp.reading.pages.structure import Structure

Key = TypeVar("Key")
PARAGRAPH = 0.5
DOCUMENT = 0.35
PART_NEAR = 0.06
PART_EVERYWHERE = 0.12
SEVERAL_TOLD = 2
OTHERS = 3
WORDS = 200


def _of_others(ground: Ground, structure: Structure, told: Told, pair: set[str]) -> bool:
    """Tell whether the sentence of an event names several states besides a pair, and one of the pair at most."""
    sentence = structure.sentences[told.sentence]
    near = max(sentence.first, told.trigger[0] - WORDS), min(sentence.last, told.trigger[0] + WORDS)
    states = {
        found[1].state for number in range(near[0], near[1] + 1)
        if (found := ground.actors.get(number)) is not None and found[1].by not in ("person", "anonymous", "pronoun")
    } - {None}  # fmt: skip
    return not pair <= states and len(states - pair) >= OTHERS


class _Pairs:
    """Who gives and who gets, as told in full, counted."""

    __slots__ = ("_counts", "_from", "_to")

    def __init__(self) -> None:
        self._from: dict[str, dict[str, int]] = {}
        self._to: dict[str, dict[str, int]] = {}
        self._counts: dict[tuple[str, str], int] = {}

    def add(self, sender: str, recipient: str) -> None:
        """Count a pair."""
        self._counts[sender, recipient] = self._counts.get((sender, recipient), 0) + 1
        for index, key, other in ((self._from, sender, recipient), (self._to, recipient, sender)):
            counts = index.setdefault(key, {})
            counts[other] = counts.get(other, 0) + 1

    def named(self, told: Told) -> dict[str, str]:
        """Return who gives and who gets by what an event tells of it; of several together, who nearly always is at the other end."""
        for field, index, other in (("sender", self._to, "recipient"), ("recipient", self._from, "sender")):
            if field in told.slots and isinstance(told.slots[field].value, tuple):
                best = _only(index, "")
                return {} if best is None or best in ids(told.slots[field]) else {other: best}
        pair = self.fitting(told.who("sender"), told.who("recipient"))
        return {} if pair is None else dict(zip(PARTIES, pair, strict=True))

    def fitting(self, sender: str | None, recipient: str | None) -> tuple[str, str] | None:
        """
        Return the pair that fits what is known; None where no pair is clearly first.

        It is one that is told so, else the other way round, else whom nearly all of several others give to or get from.
        """
        if sender is not None:
            other = (
                _first(self._from.get(sender, {}))
                or _first(self._to.get(sender, {}))
                or _only(self._to, sender)
            )
            return None if other is None else (sender, other)
        if recipient is not None:
            other = (
                _first(self._to.get(recipient, {}))
                or _first(self._from.get(recipient, {}))
                or _only(self._from, recipient)
            )
            return None if other is None else (other, recipient)
        return _first(self._counts)


def _first(counts: Mapping[Key, int]) -> Key | None:
    """Return what was counted in at least two cases of three; None where nothing was."""
    if not counts:
        return None
    best = max(counts, key=lambda each: counts[each])
    return best if counts[best] * 3 >= sum(counts.values()) * 2 else None


def _only(index: Mapping[str, Mapping[str, int]], known: str) -> str | None:
    """Return the end at which nearly all goods of a text begin or arrive, told at least twice; None for none, or the other end."""
    counts = {end: sum(others.values()) for end, others in index.items()}
    best = _first(counts)
    return best if best is not None and best != known and counts[best] >= SEVERAL_TOLD else None


def pair_up(told: list[Told], structure: Structure, prominence: Prominence, ground: Ground) -> None:
    """
    Fill a sender or recipient that is left open from the pair that the paragraph, or the whole text, is about.

    Only whom the text is much about is filled in: a state named once in passing is not who "they" were. Nor is anybody
    filled in from the text as a whole where the sentence names several others: "the five largest exporters were ...".
    """
    everywhere = _Pairs()
    blocks: dict[int, _Pairs] = {}
    for each in told:
        sender, recipient = each.who("sender"), each.who("recipient")
        if each.kind in DIRECTED and sender is not None and recipient is not None:
            everywhere.add(sender, recipient)
            blocks.setdefault(structure.sentences[each.sentence].block, _Pairs()).add(sender, recipient)
    for each in told:
        missing = [field for field in PARTIES if field not in each.slots]
        if each.kind not in DIRECTED or not missing or not (each.open or len(missing) == 1):
            continue
        near = blocks.get(structure.sentences[each.sentence].block)
        for pairs, rule, sure, part in (
            (near, "paragraph", PARAGRAPH, PART_NEAR),
            (everywhere, "document", DOCUMENT, PART_EVERYWHERE),
        ):
            named = {} if pairs is None else pairs.named(each)
            sides = {*named.values(), *ids(each.slots.get("sender")), *ids(each.slots.get("recipient"))}
            far = rule == "document" and _of_others(ground, structure, each, sides)
            if named and not far and all(prominence.of(named[field]) >= part for field in missing):
                for field in missing:
                    each.slots[field] = Slot(value=named[field], rule=rule, confidence=sure)
                break
