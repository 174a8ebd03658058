"""
What the reader puts together before it is a claim: an event with its slots, and the voice that tells it.

Thousands are made for a text, and a frozen class takes twice as long to make; nobody changes one all the same.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from osintkp.reading.mentions import DateMention
from osintkp.vocabulary.fields import printed

DIRECTED = frozenset(("shipment", "troop_deployment"))


@attrs.define(kw_only=True)
class Slot:
    """
    One field of an event, with the words that fill it.

    Attributes:
        value: An actor's id, a tuple of ids, a path of goods, a place's words, a mention of an amount or a date.
        start: First code point of the words; None where they stand in no one place.
        end: One past the last.
        rule: What filled it: ``subject``, ``object``, ``to``, ``from``, ``adjective``, ``paragraph`` ...
        confidence: From 0 to 1.
    """

    __repr__ = printed

    value: object
    start: int | None = None
    end: int | None = None
    rule: str
    confidence: float = 1.0


@attrs.define(kw_only=True)
class Event:
    """
    What a clause says to have happened.

    Attributes:
        kind: The kind of its record.
        start: First code point of the words that it rests on.
        end: One past the last.
        trigger: Where the verb or noun stands that tells it: start and end.
        sentence: The number of its sentence.
        rule: The row of the frame table and the construction, like ``transfer.give/passive``.
        slots: Its fields by name; a field that is not there was not told. ``own`` is none: it names the field in which "we" or
            "his country" stands, until it is known who speaks.
        modality: The modality that the frame itself lends ("pledged", "will send"); None for none.
        negated: Whether the clause itself says that it did not happen.
        links: How it stands to other events: kind of link, number of the other event, and the value as notation or None.
        confidence: How surely it is told at all, from 0 to 1; None where that is not measured.
    """

    __repr__ = printed

    kind: str
    start: int
    end: int
    trigger: tuple[int, int]
    sentence: int
    rule: str
    slots: Mapping[str, Slot] = attrs.field(factory=dict)
    modality: str | None = None
    negated: bool = False
    links: tuple[tuple[str, int, str | None], ...] = ()
    confidence: float | None = None


@attrs.define(kw_only=True)
class Speaker:
    """
    One step of who passed words on, origin first.

    Attributes:
        actor: Id, or ``unknown``.
        role: Title or description as printed.
        verb: The reporting verb as printed.
        medium: Through what.
        start: First code point of the words that name the speaker; None where they are a sentence's back reference.
        end: One past the last.
    """

    __repr__ = printed

    actor: str
    role: str | None = None
    verb: str | None = None
    medium: str | None = None
    start: int | None = None
    end: int | None = None


@attrs.define(kw_only=True)
class Voice:
    """
    Who tells an event, how surely, or that it is not so.

    Attributes:
        stance: ``asserts`` or ``denies``.
        modality: As on a claim.
        speakers: The chain, origin first; empty for the source's own voice.
        likelihood: A word of likelihood as printed; None for none.
        said: When it was said; None where nobody tells.
        rule: What decided it.
        confidence: From 0 to 1.
        shares: How surely by field (``stance``, ``modality``, ``speaker``), where that is measured.
    """

    __repr__ = printed

    stance: str = "asserts"
    modality: str = "stated"
    speakers: tuple[Speaker, ...] = ()
    likelihood: str | None = None
    said: DateMention | None = None
    rule: str = "own-voice"
    confidence: float = 1.0
    shares: Mapping[str, float] = attrs.field(factory=dict)
