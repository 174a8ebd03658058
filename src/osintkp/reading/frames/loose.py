"""
The figures that no clause took: "The package includes 40 tanks. Its price: $3 million".

What such a figure is of is told by its sort, by the words around it, and by what the sentences before it are about. Where
too little speaks for one kind, it stays what :func:`osintkp.find` saw, and no claim.
"""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from osintkp.errors import UnitError
from osintkp.reading.clauses.asking import is_asked
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.events import Event, Slot
from osintkp.reading.frames.loose_sides import Sides
from osintkp.reading.frames.loose_words import NOTHING, cues, kinds, words
from osintkp.reading.mentions import AmountMention, Mentions
from osintkp.reading.pages.sentences import Sentence
from osintkp.reading.pages.structure import Structure
from osintkp.reading.tokens import Tokens
from osintkp.units.definitions import unit

BULKY: Final = frozenset(((("kilogram", 1),), (("metre", 3),), (("container", 1),)))
BEFORE, AFTER = 10, 14
NEAR, HERE, JUST_BEFORE, SAME_SENTENCE, SAME_BLOCK, LAST, ABOVE = 2.0, 1.0, 0.5, 1.5, 1.0, 0.75, 2.0
ENOUGH: Final = 2.75
NOT: Final = frozenset(("not", "never", "no", "nor", "without", "failed", "barred", "banned"))
JOINS: Final = frozenset(("and", "but", "while", "whereas", ";"))
TRADED: Final = frozenset(("goods", "bulk"))
REFUSING = 6
OWN_WORDS: Final = frozenset(
    ("people",)
)  # no heading makes them dead or sent: "30 civilians sheltered there"
SURE: Final = 0.5


def loose(told: Sequence[Event], tokens: Tokens, structure: Structure, mentions: Mentions) -> list[Event]:
    """
    Return the events of the figures that no event has.

    Args:
        told: What the clauses say.
        tokens: The words.
        structure: The sentences.
        mentions: What is seen in the text.
    """
    free = list(_free(told, mentions))
    return list(_Page(told, tokens, structure, mentions).told(free)) if free else []


def _free(told: Sequence[Event], mentions: Mentions) -> Iterator[AmountMention]:
    """Give the figures that overlap none that an event has, and no date."""
    held = [slot.value for event in told for slot in event.slots.values()]
    taken = [(each.start, each.end) for each in held if isinstance(each, AmountMention)]
    taken = sorted([*taken, *((each.start, each.end) for each in mentions.dates)])
    starts = [start for start, _ in taken]
    furthest = 0
    ends = [furthest := max(furthest, end) for _, end in taken]
    for each in mentions.amounts:
        before = bisect_right(starts, each.end - 1)
        if not before or ends[before - 1] <= each.start:
            yield each


class _Page:
    """A text with what its clauses say, sentence by sentence and kind by kind."""

    __slots__ = ("_asked", "_by_kind", "_last", "_said", "_sides", "mentions", "structure", "tokens")

    def __init__(
        self, told: Sequence[Event], tokens: Tokens, structure: Structure, mentions: Mentions
    ) -> None:
        self.tokens = tokens
        self.structure = structure
        self.mentions = mentions
        self._sides = Sides(tokens, mentions)
        self._said: dict[int, frozenset[str]] = {}
        self._asked: dict[int, bool] = {}
        ordered = sorted(told, key=lambda event: event.sentence)
        self._last = [(event.sentence, event.kind) for event in ordered]
        self._by_kind: dict[str, list[Event]] = {}
        for event in ordered:
            self._by_kind.setdefault(event.kind, []).append(event)

    def told(self, figures: Sequence[AmountMention]) -> Iterator[Event]:
        """Give the event of each figure for which one kind has enough that speaks for it."""
        starts = [sentence.start for sentence in self.structure.sentences]
        for figure in figures:
            number = max(bisect_right(starts, figure.start) - 1, 0)
            sentence = self.structure.sentences[number]
            sort = _sort(figure, self.mentions) if sentence.reports else None
            if sort is None or self._is_asked(number):
                continue
            kind = self._kind(figure, sort, number, sentence)
            if kind is not None:
                yield self._event(figure, sort, kind, number)

    def _kind(self, figure: AmountMention, sort: str, number: int, sentence: Sentence) -> str | None:
        """Return the kind for which most speaks; None where too little does, or something speaks against any."""
        near = self._near(figure, sentence)
        here = self._words(number)
        before = self._words(number - 1) if self._follows_in_block(number) else NOTHING
        if not words("against", sort).isdisjoint(near) or self._refused(figure, sort, number):
            return None
        disasters = grammar().things["disasters"]
        if sort == "people" and not (disasters.isdisjoint(before) and disasters.isdisjoint(here)):
            return None
        above = [self._words(each) for each in {0, sentence.lead or 0}]
        found: dict[str, float] = {}
        for kind in kinds(sort):
            wanted = cues(sort, kind)
            told_here, told_before = self._told_of(kind, number)
            own = sort in OWN_WORDS and wanted.isdisjoint(near)
            if own or (kind == "limit" and wanted.isdisjoint(here)):
                continue
            found[kind] = (
                NEAR * (not wanted.isdisjoint(near))
                + HERE * (not wanted.isdisjoint(here))
                + JUST_BEFORE * (not wanted.isdisjoint(before))
                + ABOVE * any(not wanted.isdisjoint(each) for each in above)
                + LAST * (self._kind_before(number) == kind)
                + SAME_SENTENCE * told_here
                + SAME_BLOCK * told_before
            )
        best = max(found, key=lambda kind: found[kind], default=None)
        return best if best is not None and found[best] >= ENOUGH else None

    def _refused(self, figure: AmountMention, sort: str, number: int) -> bool:
        """Tell whether a figure is what something changed by, what did not come about, or what is forbidden."""
        every = self.tokens.words
        at = self.tokens.at(figure.start)
        before = every[max(at - REFUSING, 0) : at]
        if sort in TRADED and before[-1:] == ["by"] and not words("against", "changes").isdisjoint(before):
            return True
        if not NOT.isdisjoint(before) or (sort == "goods" and _carries(figure.unit or "")):
            return True
        if (
            sort == "money"
            and "(" in every[max(at - 1, 0) : at + 1]
            and any(map(str.isdigit, "".join(before)))
        ):
            return True
        return sort == "goods" and self._is_limited(figure, number)

    def _is_limited(self, figure: AmountMention, number: int) -> bool:
        """Tell whether a figure stands among the words of a limit."""
        limits = self._by_kind.get("limit", [])
        first = bisect_left(limits, number, key=lambda event: event.sentence)
        last = bisect_right(limits, number, key=lambda event: event.sentence)
        return any(each.start <= figure.start < each.end for each in limits[first:last])

    def _near(self, figure: AmountMention, sentence: Sentence) -> list[str]:
        """Return the words around a figure; of people, those of its own clause."""
        every, at = self.tokens.words, self.tokens.at(figure.start)
        first, last = max(sentence.first, at - BEFORE), min(sentence.last + 1, at + AFTER)
        if figure.unit == "person":
            stops = [each for each in range(first, last) if every[each] in JOINS]
            first = max((each for each in stops if each < at), default=first)
            last = min((each for each in stops if each > at), default=last)
        return every[first:last]

    def _words(self, number: int) -> frozenset[str]:
        """Return the words of a sentence, each once."""
        if number not in self._said:
            sentence = self.structure.sentences[number]
            self._said[number] = frozenset(self.tokens.words[sentence.first : sentence.last + 1])
        return self._said[number]

    def _is_asked(self, number: int) -> bool:
        if number not in self._asked:
            sentence = self.structure.sentences[number]
            self._asked[number] = is_asked(self.tokens.words, sentence.first, sentence.last)
        return self._asked[number]

    def _follows_in_block(self, number: int) -> bool:
        """Tell whether a sentence has another before it in its block."""
        return number > 0 and self._block(number - 1) == self._block(number)

    def _block(self, number: int) -> int:
        return self.structure.sentences[number].block

    def _told_of(self, kind: str, number: int) -> tuple[bool, bool]:
        """Tell whether a sentence tells of a kind, and whether one before it in its block does."""
        events = self._by_kind.get(kind, [])
        first = bisect_left(events, number, key=lambda event: event.sentence)
        here = first < len(events) and events[first].sentence == number
        return here, first > 0 and self._block(events[first - 1].sentence) == self._block(number)

    def _kind_before(self, number: int) -> str | None:
        """Return the kind of the last event up to a sentence."""
        at = bisect_right(self._last, number, key=lambda each: each[0])
        return self._last[at - 1][1] if at else None

    def _event(self, figure: AmountMention, sort: str, kind: str, number: int) -> Event:
        sentence = self.structure.sentences[number]
        slots = {
            "amount": Slot(value=figure, start=figure.start, end=figure.end, rule="loose", confidence=SURE)
        }
        slots |= self._sides.of(kind, figure, sentence, self._nearest(kind, number))
        is_pledge = sort == "money" and not words("pledged", "words").isdisjoint(self._words(number))
        return Event(
            kind=kind, start=figure.start, end=figure.end, trigger=(figure.start, figure.end), sentence=number,
            rule=f"loose.{sort}/{kind}", slots=slots, modality="pledged" if is_pledge else None,
        )  # fmt: skip

    def _nearest(self, kind: str, number: int) -> Event | None:
        """Return the last event of a kind up to a sentence, the first of that sentence; else the first after it."""
        events = self._by_kind.get(kind)
        if not events:
            return None
        at = bisect_right(events, number, key=lambda event: event.sentence)
        if not at:
            return events[0]
        return events[bisect_left(events, events[at - 1].sentence, key=lambda event: event.sentence)]


def _sort(figure: AmountMention, mentions: Mentions) -> str | None:
    """Return the sort of a figure; None for one that no record holds: a distance, a time, a calibre."""
    if figure.role in ("money", "percent"):
        return figure.role
    if figure.role in ("calibre", "multiple"):
        return None
    if figure.unit == "person":
        return "people"
    if _is_bulk((figure.unit or "").partition("/")[0]):
        return "bulk"
    at = bisect_right(mentions.items, figure.end - 1, key=lambda item: item.start)
    overlap = any(item.end > figure.start for item in mentions.items[max(at - 2, 0) : at])
    return "goods" if overlap and figure.role == "count" else None


def _carries(name: str) -> bool:
    """Tell whether what is counted carries goods and mostly is none: ships, planes, trucks of a convoy."""
    word = grammar().words.get(name)
    return word is not None and "carrier" in word.standing


@functools.cache
def _is_bulk(name: str) -> bool:
    """Tell whether goods are measured in a unit: a mass, a volume, containers."""
    try:
        return name in ("ton", "gallon") or unit(name).dimension in BULKY
    except UnitError:
        return False
