"""Who is left open is filled in from the pair that gives and gets in the paragraph, or in the text as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from osintkp.reading.events import DIRECTED, Slot
from osintkp.reading.frames.prominence import Prominence
from osintkp.reading.frames.told import Told
from osintkp.reading.pages.structure import Structure

Key = TypeVar("Key")
PARAGRAPH = 0.5
DOCUMENT = 0.35
PART_NEAR = 0.06
PART_EVERYWHERE = 0.12
SEVERAL_TOLD = 2


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


def pair_up(told: list[Told], structure: Structure, prominence: Prominence) -> None:
    """
    Fill a sender or recipient that is left open from the pair that the paragraph, or the whole text, is about.

    Only whom the text is much about is filled in: a state named once in passing is not who "they" were.
    """
    everywhere = _Pairs()
    blocks: dict[int, _Pairs] = {}
    for each in told:
        sender, recipient = each.who("sender"), each.who("recipient")
        if each.kind in DIRECTED and sender is not None and recipient is not None:
            everywhere.add(sender, recipient)
            blocks.setdefault(structure.sentences[each.sentence].block, _Pairs()).add(sender, recipient)
    for each in told:
        missing = [field for field in ("sender", "recipient") if field not in each.slots]
        if each.kind not in DIRECTED or not missing or not (each.open or len(missing) == 1):
            continue
        near = blocks.get(structure.sentences[each.sentence].block)
        for pairs, rule, sure, part in (
            (near, "paragraph", PARAGRAPH, PART_NEAR),
            (everywhere, "document", DOCUMENT, PART_EVERYWHERE),
        ):
            pair = None if pairs is None else pairs.fitting(each.who("sender"), each.who("recipient"))
            named = {} if pair is None else dict(zip(("sender", "recipient"), pair, strict=True))
            if named and all(prominence.of(named[field]) >= part for field in missing):
                for field in missing:
                    each.slots[field] = Slot(value=named[field], rule=rule, confidence=sure)
                break
