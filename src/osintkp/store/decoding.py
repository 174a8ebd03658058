"""From the rows of a store back to claims and sources, the very ones that were written."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import attrs

from osintkp.claim import Claim
from osintkp.coding.converter import known_keys, structure
from osintkp.coding.faults import StructureError
from osintkp.coding.making import SAME
from osintkp.coding.shapes import CodedClaim, CodedSource
from osintkp.coding.sound import Sound
from osintkp.errors import InvalidValueError, OsintkpError
from osintkp.evidence import Link, Source, Span
from osintkp.records import record_types
from osintkp.vocabulary.scales import SpanStatus

MOST_SOURCES = 10_000
UNSOUND = (StructureError, OsintkpError, ValueError, TypeError, KeyError, RecursionError)


def loads() -> Callable[[str], Any]:
    """Return what reads a line of JSON: orjson where it is there (``osintkp[fast]``)."""
    careful = json.JSONDecoder().decode
    try:
        import orjson
    except ImportError:
        return careful

    def read(text: str) -> Any:
        with suppress(orjson.JSONDecodeError):  # a number that only the standard library reads
            return orjson.loads(text)
        return careful(text)

    return read


class Decoder:
    """Makes claims of rows; equal values of all its claims are one object."""

    def __init__(self) -> None:
        self._loads = loads()
        self._sound = Sound()
        self._sources: dict[str, Source] = {}

    def claim(self, source: str, coded: str, met: str | None) -> Claim:
        """
        Return the claim of a row.

        Args:
            source: Id of its source.
            coded: Its coding.
            met: How its quotes were met in the text.

        Raises:
            InvalidValueError: The row was not written by this library (``store-damaged``).
        """
        try:
            claim = self._sound.claim(self._source(source), self._loads(coded))
            if claim is not None:
                return claim if met is None else _as_met(claim, met)
        except (ValueError, TypeError, RecursionError):
            pass  # the careful way says that it is damaged
        return restored(source, coded, met)

    def _source(self, name: str) -> Source:
        """Return a source of an id and nothing else: a claim is made without the text that it stands in."""
        found = self._sources.get(name)
        if found is None:
            if len(self._sources) >= MOST_SOURCES:
                self._sources.clear()
            found = self._sources[name] = Source(id=name)
        return found


def restored(source: str, coded: str, met: str | None) -> Claim:
    """
    Return the claim of a row, whatever its names: nothing is read otherwise than it is written.

    Raises:
        InvalidValueError: The row was not written by this library (``store-damaged``).

    Example:
        >>> restored("a", '{"id":"m","links":[{"kind":"supports","claim":"b/1"}],"meeting":{}}', None).links[
        ...     0
        ... ].claim
        'b/1'
    """
    try:
        claim = _restored(source, json.loads(coded))
        return claim if met is None else _as_met(claim, met)
    except UNSOUND:
        what, fix = "a row of the store is no claim", "write the store again"
        raise InvalidValueError("store-damaged", what, coded, fix) from None


def _restored(source: str, data: dict[str, Any]) -> Claim:
    keys = known_keys(CodedClaim)
    coded = structure({key: data[key] for key in data if key in keys}, CodedClaim)
    (kind,) = (key for key in data if key not in keys)
    return Claim(
        id=f"{source}/{coded.id}", source=source, record=structure(data[kind], record_types()[kind]), spans=_spans(coded),
        attribution=_chain(coded), links=coded.links, suppress=coded.suppress,
        **{name: getattr(coded, name) for name in SAME},
    )  # fmt: skip


def _spans(coded: CodedClaim) -> tuple[Span, ...]:
    quotes = coded.spans if coded.quote is None else (coded,)
    return tuple(
        Span(quote=each.quote or "", start=start, end=end, prefix=each.prefix, suffix=each.suffix)
        for each in quotes
        for start, end in (each.span or (None, None),)
    )


def _chain(coded: CodedClaim) -> tuple[Link, ...]:
    if coded.speaker is None:
        return coded.attribution
    first = Link(actor=coded.speaker, role=coded.role, verb=coded.verb)
    return (first, *(Link(actor=actor) for actor in coded.via))


def _as_met(claim: Claim, met: str) -> Claim:
    words = [SpanStatus(word) if word else None for word in met.split(",")]
    spans = tuple(attrs.evolve(span, status=status) for span, status in zip(claim.spans, words, strict=True))
    return attrs.evolve(claim, spans=spans)


def source_of(coded: str, text: str | None) -> Source:
    """
    Return the source of a row.

    Raises:
        InvalidValueError: The row was not written by this library (``store-damaged``).

    Example:
        >>> source_of('{"id":"sitrep","text":"sitrep.txt"}', None).file
        'sitrep.txt'
    """
    try:
        found = structure(json.loads(coded), CodedSource)
        same = {name: getattr(found, name) for name in known_keys(Source) if name not in ("file", "text")}
        return Source(file=found.text, text=text, **same)
    except UNSOUND:
        what, fix = "a row of the store is no source", "write the store again"
        raise InvalidValueError("store-damaged", what, coded, fix) from None
