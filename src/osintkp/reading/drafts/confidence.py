"""How surely a draft was read: how often the rules behind it were right in articles that people coded by hand."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Final

from osintkp.reading.events import Event, Slot, Voice
from osintkp.reading.mentions import DateMention
from osintkp.vocabulary.tables import whole_table

PARTIES: Final = frozenset(
    ("sender", "recipient", "actor", "by", "authority", "on", "parties", "participants")
)
DATES: Final = frozenset(("when", "signed", "since", "in_force", "ended"))
VOICED: Final = ("stance", "modality", "speaker")
ALL: Final = "*"
# What a date loses that is reckoned from the day of publication: that day may be wrong.
RECKONED: Final = 0.05

Table = Mapping[str, Mapping[str, float]]


def graded(events: Sequence[Event], voices: Sequence[Voice]) -> tuple[list[Event], list[Voice]]:
    """
    Return events and voices with the confidence that was measured for the rules that made them.

    Parties, dates, what is told at all and how it is told are measured; what is not keeps the confidence it has. A rule
    that was met too seldom keeps its own as well, but none above the share of right fields of its sort.

    Args:
        events: What the clauses of a text say.
        voices: Who tells each of them.

    Example:
        >>> found, _ = graded([], [Voice(rule="own-voice")])
        >>> found
        []
    """
    known = measured()
    return [_event(each, known) for each in events], [_voice(each, known) for each in voices]


def _event(event: Event, known: Table) -> Event:
    slots = {name: _slot(name, slot, known) for name, slot in event.slots.items()}
    return Event(
        kind=event.kind, start=event.start, end=event.end, trigger=event.trigger, sentence=event.sentence, rule=event.rule,
        slots=slots, modality=event.modality, negated=event.negated, links=event.links,
        confidence=_sure(known["kind"], event.rule),
    )  # fmt: skip


def _slot(name: str, slot: Slot, known: Table) -> Slot:
    section = "party" if name in PARTIES else "when" if name in DATES else None
    if section is None:
        return slot
    sure = _sure(known[section], slot.rule, slot.confidence)
    if isinstance(slot.value, DateMention) and slot.value.anchored:
        sure = max(0.0, round(sure - RECKONED, 2))
    return Slot(value=slot.value, start=slot.start, end=slot.end, rule=slot.rule, confidence=sure)


def _voice(voice: Voice, known: Table) -> Voice:
    shares = {name: _sure(known[name], voice.rule, voice.confidence) for name in VOICED}
    return Voice(
        stance=voice.stance, modality=voice.modality, speakers=voice.speakers, likelihood=voice.likelihood, said=voice.said,
        rule=voice.rule, confidence=voice.confidence, shares=shares,
    )  # fmt: skip


def _sure(rows: Mapping[str, float], rule: str, given: float = 1.0) -> float:
    """Return the share of a rule; where it has too few cases, what was given, but no more than that of its section."""
    return rows[rule] if rule in rows else max(0.0, min(given, rows[ALL]))


@functools.cache
def measured() -> Table:
    """
    Return by section and rule the share of right fields, as data/reading/confidence.json has it.

    Example:
        >>> 0 < measured()["party"]["*"] <= 1
        True
    """
    return {
        section: {rule: float(row["p"]) for rule, row in rows.items()}
        for section, rows in whole_table("reading/confidence").items()
        if isinstance(rows, dict)
    }
