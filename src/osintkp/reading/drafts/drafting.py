"""From what a clause says and who says it to a claim: its record, its very words, who passed them on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from osintkp.claim import JOURNALISTIC, LONGEST_WORD, Claim, ClaimLink, LikelihoodWord
from osintkp.drafts import READER, Draft
from osintkp.errors import AmountError, UnitError
from osintkp.evidence import UNKNOWN, Link, Source, Span
from osintkp.reading.drafts.filling import Filled, actor_id, dated, filled
from osintkp.reading.events import Event, Slot, Speaker, Voice
from osintkp.reading.mentions import AmountMention
from osintkp.records import Record, record_types
from osintkp.units import Amount
from osintkp.vocabulary.scales import LinkKind, Modality, Part, SpanStatus, Stance

LONGEST_QUOTE: Final = 2000
AROUND: Final = 500
VOICED: Final = ("stance", "modality", "speaker")
ACTING: Final = ("sender", "recipient", "actor", "by", "authority", "on")

Place = tuple[int, int]


def drafts(
    source: Source, events: Sequence[Event], voices: Sequence[Voice], parts: Sequence[Part]
) -> list[Claim]:
    """
    Return a drafted claim for each event, in the order of the text.

    An event without words, or of a kind without a record type, gives none; two that say the same in the same words
    give one.

    Args:
        source: The source, with its text.
        events: What its clauses say.
        voices: Who tells each of them.
        parts: The part of the text that each stands in.
    """
    text = source.text or ""
    counts: Counter[str] = Counter()
    firsts: dict[object, list[tuple[Record, str]]] = {}
    names: dict[int, str] = {}
    made: list[tuple[int, Claim]] = []
    for number in sorted(range(len(events)), key=lambda each: (events[each].start, events[each].end, each)):
        event = events[number]
        spans = tuple(_spans(text, event)) if event.kind in record_types() and _told_of(event) else ()
        if not spans:
            continue
        found = filled(event, source.published)
        own = f"{source.id}/{event.kind.replace('_', '-')}-{counts[event.kind] + 1}"
        alike = firsts.setdefault((spans[0].start, spans[0].end, voices[number].stance, spans[1:]), [])
        names[number] = next((name for record, name in alike if record == found.record), own)
        if names[number] == own:
            alike.append((found.record, own))
            counts[event.kind] += 1
            made.append((number, _claim(own, source, spans, found, event, voices[number], parts[number])))
    return [_linked(claim, events[number], names) for number, claim in made]


def _told_of(event: Event) -> bool:
    """Tell whether anybody has a part in an event: "we have sent tanks" of one who is not known tells of nobody."""
    return "own" not in event.slots or any(field in event.slots for field in ACTING)


def _claim(
    own: str, source: Source, spans: tuple[Span, ...], found: Filled, event: Event, voice: Voice, part: Part
) -> Claim:
    said = None if voice.said is None else dated(voice.said, source.published)
    return Claim(
        id=own,
        source=source.id,
        record=found.record,
        spans=spans,
        part=part,
        attribution=tuple(_chain(voice.speakers)),
        stance=Stance(voice.stance),
        modality=Modality(voice.modality),
        likelihood=_likelihood(voice.likelihood),
        said=said,
        coder=READER,
        draft=_draft(found, event, voice),
    )


def _draft(found: Filled, event: Event, voice: Voice) -> Draft:
    """Return by which rules an event and its voice were read, how surely, and what stayed empty."""
    slots = (f"{name}:{slot.rule}" for name, slot in event.slots.items() if name in found.confidence)
    sure = round(min(max(voice.confidence, 0.0), 1.0), 2)
    kind = {} if event.confidence is None else {"kind": event.confidence}
    return Draft(
        rules=(event.rule, *slots, f"voice:{voice.rule}"),
        confidence={**kind, **found.confidence, **{name: voice.shares.get(name, sure) for name in VOICED}},
        unfilled=found.unfilled,
    )


def _spans(text: str, event: Event) -> Iterator[Span]:
    """Give the words of an event's clause, then those elsewhere that fill its slots, by place."""
    start, end = max(event.start, 0), min(event.end, len(text))
    if end - start > LONGEST_QUOTE:
        start, end = max(start, event.trigger[0] - AROUND), min(end, event.trigger[1] + AROUND)
    apart: list[Place] = []
    for first, last in sorted(filter(None, map(_place, _filling(event)))):
        if first < end and start < last:
            start, end = min(start, first), max(end, last)
        elif last - first <= LONGEST_QUOTE:
            apart.append((first, last))
    whole = [(start, end), *(place for place in _joined(apart) if place[1] <= start or end <= place[0])]
    for first, last in whole:
        yield from _span(text, first, last)


def _filling(event: Event) -> Iterator[Slot]:
    """Give what fills fields of a record: not the "we" of which it is not known whom it means."""
    return (slot for name, slot in event.slots.items() if name != "own")


def _place(slot: Slot) -> Place | None:
    """Return where the words of a slot stand, of a figure all of them; None where they stand in no one place."""
    if isinstance(slot.value, AmountMention):
        return slot.value.start, slot.value.end
    return None if slot.start is None or slot.end is None else (slot.start, slot.end)


def _joined(places: Sequence[Place]) -> list[Place]:
    """Return places by start, those that overlap as one."""
    found: list[Place] = []
    for start, end in sorted(places):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _span(text: str, start: int, end: int) -> Iterator[Span]:
    """Give a span without blanks at its ends; none where there are no words."""
    words = text[start:end]
    bare = words.strip()
    if bare:
        first = start + len(words) - len(words.lstrip())
        yield Span(quote=bare, start=first, end=first + len(bare), status=SpanStatus.VERBATIM)


def _chain(speakers: Sequence[Speaker]) -> Iterator[Link]:
    for each in speakers:
        actor = actor_id(each.actor) or UNKNOWN
        yield Link(actor=actor, role=_line(each.role), verb=_line(each.verb), medium=_line(each.medium))


def _likelihood(word: str | None) -> LikelihoodWord | None:
    """Return a word of likelihood as a text outside any scheme uses it."""
    line = _line(word)
    return None if line is None else LikelihoodWord(scheme=JOURNALISTIC, word=line)


def _line(words: str | None) -> str | None:
    return " ".join((words or "").split())[:LONGEST_WORD].strip() or None


def _linked(claim: Claim, event: Event, names: Mapping[int, str]) -> Claim:
    """Return a claim with its links to others that were drafted."""
    links = [
        ClaimLink(kind=LinkKind(kind), claim=names[other], value=_value(value))
        for kind, other, value in event.links
        if names.get(other, claim.id) != claim.id
    ]
    return attrs.evolve(claim, links=tuple(dict.fromkeys(links))) if links else claim


def _value(given: str | None) -> Amount | None:
    try:
        return None if given is None else Amount.parse(given)
    except (AmountError, UnitError):
        return None
