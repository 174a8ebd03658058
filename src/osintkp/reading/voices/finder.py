"""Who tells each event, how surely, and whether it is told or denied."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from osintkp.reading.events import Event, Voice
from osintkp.reading.mentions import Mentions
from osintkp.reading.tokens import Tokens
from osintkp.reading.voices.cues import Sighting
from osintkp.reading.voices.hearing import heard_as
from osintkp.reading.voices.modality import mode
from osintkp.reading.voices.page import Page
from osintkp.reading.voices.retorts import retorts, selfsame
from osintkp.reading.voices.scope import Scope
from osintkp.reading.voices.scopes import scopes
from osintkp.reading.voices.siding import Sides, sided
from osintkp.reading.voices.standing import said_not, supposed
from osintkp.reading.voices.telling import Bounds

if TYPE_CHECKING:
    from osintkp.reading.pages.quotations import Quotation
    from osintkp.reading.pages.sentences import Sentence
    from osintkp.reading.pages.structure import Structure

CLOSE, MOST, DEEPEST = 16, 64, 6
BEFORE, BACK, REMEMBERED = 4, 6, 3
UNDECIDED = frozenset({"denial-negated", "not-said", "unconfirmed", "evidence-lacking"})


def voices(events: Sequence[Event], tokens: Tokens, structure: Structure, mentions: Mentions) -> list[Voice]:
    """
    Return for each event who tells it, in what mode, and whether it is denied.

    The source is the nearest one that the grammar of the clause gives; a reporting verb reaches its complement alone,
    "according to" its sentence, a quotation all of its sentences. Events without a source are in the author's own voice.

    Args:
        events: What the text tells.
        tokens: Its words.
        structure: Its sentences and quotations.
        mentions: Its names, dates and cues.

    Example:
        >>> from osintkp.reading.voices.cues import cues
        >>> from osintkp.reading.pages.structure import structure
        >>> tokens = Tokens("Chad never denied that it sent 12 trucks, but has not sent tanks.")
        >>> sent = [
        ...     Event(
        ...         kind="shipment", start=at, end=at + 4, trigger=(at, at + 4), sentence=0, rule="", slots={}
        ...     )
        ...     for at in (26, 54)
        ... ]
        >>> told = voices(sent, tokens, structure(tokens), Mentions(cues=cues(tokens)))
        >>> [(voice.stance, voice.modality, voice.rule) for voice in told]
        [('asserts', 'alleged', 'denial-negated'), ('denies', 'stated', 'negated')]
    """
    return _heard(events, tokens, structure, mentions)[0]


def heard(
    events: Sequence[Event], tokens: Tokens, structure: Structure, mentions: Mentions
) -> tuple[list[Event], list[Voice]]:
    """
    Return the events with who tells each, and behind them those that are denied by taking up what was told before.

    "Kigali denies the accusations" is an event of its own: what it was accused of, as Kigali denies it.

    Args:
        events: What the text tells.
        tokens: Its words.
        structure: Its sentences and quotations.
        mentions: Its names, dates and cues.
    """
    said, reach = _heard(events, tokens, structure, mentions)
    if reach is None:
        return [*events], said
    sides = Sides(reach.page)
    both = zip(events, said, strict=True)
    events = [sided(selfsame(event, voice, sides), voice, sides) for event, voice in both]
    if not reach.backs:
        return [*events], said
    more = retorts(reach.page, structure, reach.backs, events, said)
    return [*events, *(event for event, _ in more)], [*said, *(voice for _, voice in more)]


def _heard(
    events: Sequence[Event], tokens: Tokens, structure: Structure, mentions: Mentions
) -> tuple[list[Voice], _Reach | None]:
    """Return who tells each event, and what the cues of the text reach; None where it tells no event."""
    if not events:
        return [], None
    page = Page(tokens, mentions)
    triggers = [page.span(*event.trigger)[0] for event in events]
    reach = _Reach(page, structure, sorted(set(triggers)))
    return [reach.voice(event, first) for event, first in zip(events, triggers, strict=True)], reach


class _Reach:
    """What the cues of a text reach, sentence by sentence and quotation by quotation."""

    def __init__(self, page: Page, structure: Structure, triggers: list[int]) -> None:
        self.page, self.structure = page, structure
        self.triggers = triggers
        self.cue_starts = [cue.first for cue in page.cues]
        self.firsts = [sentence.first for sentence in structure.sentences]
        self.quoted = [page.span(each.start, each.end) for each in structure.quotations]
        self.quote_firsts = [first for first, _ in self.quoted]
        self.by_sentence: dict[int, list[Scope]] = {}
        self.by_quotation: dict[int, list[Scope]] = {}
        self.backs: list[Scope] = []
        self._read(self._needed())
        self._begun()
        self.reached = self._by_trigger()

    def _needed(self) -> set[int]:
        """Return the sentences that matter: those with events, a few before each, those of long quotations."""
        needed: set[int] = set()
        for trigger in self.triggers:
            number = self.sentence_of(trigger)
            needed.update(range(max(0, number - BEFORE), number + 1))
            lead = self.structure.sentences[number].lead if self.structure.sentences else None
            if lead is not None:
                needed.add(lead)
        for cue in self.page.cues:
            if cue.row.kind == "denies" or cue.row.group == "verdict":
                number = self.sentence_of(cue.first)
                if not needed.isdisjoint(range(max(0, number - BACK), number)):
                    needed.update(range(max(0, number - 1), number + 1))
        for (first, last), quotation in zip(self.quoted, self.structure.quotations, strict=True):
            if not quotation.short:
                needed.update((self.sentence_of(first), self.sentence_of(last), self.sentence_of(last + 1)))
        return needed

    def _by_trigger(self) -> dict[int, list[Scope]]:
        """Return for each word that tells an event the innermost scopes of its own sentence."""
        found: dict[int, list[Scope]] = {}
        for made in self.by_sentence.values():
            for scope in sorted(made, key=lambda each: (each.last - each.first, -each.cue.first)):
                low = bisect_left(self.triggers, min(scope.first, scope.cue.first))
                high = min(bisect_right(self.triggers, max(scope.last, scope.cue.last)), low + MOST)
                for trigger in self.triggers[low:high]:
                    kept = found.setdefault(trigger, [])
                    if len(kept) < DEEPEST and scope.holds(self.page, trigger):
                        kept.append(scope)
        return found

    def sentence_of(self, word: int) -> int:
        """Return the number of the sentence that a word stands in."""
        return max(0, bisect_right(self.firsts, word) - 1)

    def quotation_of(self, word: int) -> int | None:
        """Return the number of the quotation that a word stands in; None outside of all."""
        number = bisect_right(self.quote_firsts, word) - 1
        return number if number >= 0 and word <= self.quoted[number][1] else None

    def cues_in(self, first: int, last: int) -> list[Sighting]:
        """Return the cues between two words."""
        return self.page.cues[bisect_left(self.cue_starts, first) : bisect_right(self.cue_starts, last)]

    def _read(self, needed: set[int]) -> None:
        """Read sentences in order, so that a pronoun finds who spoke before, then the quotations."""
        block = 0
        for number in sorted(needed):
            sentence = self.structure.sentences[number]
            if sentence.block > block + REMEMBERED or (
                sentence.part == "heading" and sentence.block != block
            ):
                self.page.forget(sentence.first)
            cues = self.cues_in(sentence.first, sentence.last)
            if cues:
                block = sentence.block
                self.by_sentence[number] = self._sentence(sentence, cues)
        last: Scope | None = None
        for number, quotation in enumerate(self.structure.quotations):
            if quotation.short:
                continue
            found = self._quoted(number, quotation, last)
            if found is not None:
                self.by_quotation[number] = found
                last = found[0]

    def _begun(self) -> None:
        """Give a quotation that goes on in the next paragraph the speaker who is named there."""
        quotations = self.structure.quotations
        for number in range(len(quotations) - 2, -1, -1):
            later = self.by_quotation.get(number + 1)
            if quotations[number + 1].continues and later and number not in self.by_quotation:
                first, last = self.quoted[number]
                scope = attrs.evolve(
                    later[0], first=first, last=last, rule="quotation/continued", confidence=0.7
                )
                self.by_quotation[number] = [scope]

    def _sentence(self, sentence: Sentence, cues: list[Sighting]) -> list[Scope]:
        """Return the scopes of a sentence: those of its quotations apart, then those of the rest."""
        page = self.page
        outside: list[Sighting] = []
        within: dict[int, list[Sighting]] = {}
        for cue in cues:
            quotation = self.quotation_of(cue.first)
            if quotation is None or self.structure.quotations[quotation].short:
                outside.append(cue)
            else:
                within.setdefault(quotation, []).append(cue)
        made = scopes(page, outside, self._bounds(sentence.first, sentence.last)) if outside else []
        for quotation, inner in within.items():
            first, last = self.quoted[quotation]
            made += scopes(
                page, inner, self._bounds(max(first + 1, sentence.first), min(last, sentence.last))
            )
        self.backs += [scope for scope in made if scope.back is not None]
        return [scope for scope in made if scope.back is None]

    def _bounds(self, low: int, high: int) -> Bounds:
        first, end = bisect_left(self.triggers, low), bisect_right(self.triggers, high)
        return Bounds(low, high, tuple(self.triggers[first:end][:MOST]))

    def _quoted(self, number: int, quotation: Quotation, last: Scope | None) -> list[Scope] | None:
        """Return the scope of a quotation, from the reporting clause behind it, before it, or of the one before it."""
        first, end = self.quoted[number]
        if quotation.continues and last is not None:
            return [attrs.evolve(last, first=first, last=end, rule="quotation/continued", confidence=0.7)]
        for low, high, rule in ((end + 1, end + CLOSE, "behind"), (first - CLOSE, first - 1, "before")):
            scope = self._spoken(low, high, first, end, rule)
            if scope is not None:
                return [attrs.evolve(scope, first=first, last=end, matter=None, rule=f"quotation/{rule}")]
        return self._goes_on(number, first, end, last)

    def _spoken(self, low: int, high: int, first: int, end: int, rule: str) -> Scope | None:
        """Return the scope whose cue stands just behind or before a quotation, in a sentence that touches it."""
        page, sentences = self.page, {self.sentence_of(first), self.sentence_of(end)}
        if rule == "behind" and end + 1 < len(page.words) and page.words[end - 1] in (",", "?", "!"):
            sentences.add(self.sentence_of(end + 1))
        cues = [
            cue
            for cue in self.cues_in(max(0, low), high)
            if cue.last <= high and self.sentence_of(cue.first) in sentences
        ]
        for cue in cues if rule == "behind" else reversed(cues):
            if cue.row.kind not in ("says", "denies", "according"):
                continue
            for scope in self.by_sentence.get(self.sentence_of(cue.first), ())[:MOST]:
                if scope.cue == cue and not scope.denies:
                    return scope
        return None

    def _goes_on(self, number: int, first: int, end: int, last: Scope | None) -> list[Scope] | None:
        """Return the scope of a quotation that stands alone behind one who has just spoken."""
        sentence = self.sentence_of(first + 1)
        if self.structure.sentences[sentence].first < first:
            return None
        if any(
            first < scope.cue.first <= end and scope.speakers and scope.first < scope.cue.first
            for scope in self.by_sentence.get(sentence, ())
        ):
            return None
        for before in range(sentence - 1, max(-1, sentence - 4), -1):
            if self.structure.sentences[before].block < self.structure.sentences[sentence].block - 1:
                break
            for scope in reversed(self.by_sentence.get(before, [])):
                if scope.speakers and scope.cue.row.kind in ("says", "according"):
                    again = attrs.evolve(
                        scope, first=first, last=end, matter=None, denies=False, confidence=0.6
                    )
                    return [attrs.evolve(again, rule="quotation/behind-speaker")]
        if last is not None and number and self.quoted[number - 1][1] >= first - 3:
            return [
                attrs.evolve(last, first=first, last=end, rule="quotation/behind-speaker", confidence=0.6)
            ]
        return None

    def voice(self, event: Event, trigger: int) -> Voice:
        """Return who tells an event, how surely, and whether it is denied."""
        page, number = self.page, self.sentence_of(trigger)
        sentence = self.structure.sentences[number] if self.structure.sentences else None
        low, high = (sentence.first, sentence.last) if sentence else (0, len(page.words) - 1)
        around = self._around(trigger, sentence)
        near = self.cues_in(max(low, trigger - 40), min(high, trigger + 6))
        told = mode(page, trigger, low, high, near)
        denied = any(scope.denies or scope.rule in UNDECIDED for scope in around)
        no = said_not(page, event, trigger, low, high, near, denied=denied)
        return heard_as(page, event, around, told, no=no, conditional=supposed(page, trigger, low, near))

    def _around(self, trigger: int, sentence: Sentence | None) -> list[Scope]:
        """Return the scopes that a trigger stands in, the innermost first."""
        found = list(self.reached.get(trigger, ()))
        quotation = self.quotation_of(trigger)
        if quotation is not None:
            found += self.by_quotation.get(quotation, [])
        if sentence is not None and sentence.lead is not None:
            end = self.structure.sentences[sentence.lead].last
            found += [
                scope for scope in self.by_sentence.get(sentence.lead, ())[:DEEPEST] if scope.last >= end - 1
            ]
        return sorted(found, key=lambda each: (each.last - each.first, -each.cue.first))[:DEEPEST]
