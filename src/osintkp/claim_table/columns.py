"""
The columns of a table of claims, one row a claim: the one place that says what they are.

Those of records are not written here: they are the fields of the record types, by their types. A field that has the name of
another column gets its kind before it: ``statement_about``, ``shipment_origin``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

import attrs

from osintkp.claim import Claim, ClaimLink, Suppression
from osintkp.dates import When
from osintkp.evidence import Link, Source, Span
from osintkp.frames.columns import Column, Items, Plain, Shape, Struct, by_key, parts
from osintkp.frames.values import AMOUNT, SPAN, WHEN
from osintkp.records import record_types
from osintkp.units import Amount

TEXTS = Items(of=Plain.TEXT)
LIKELIHOOD = parts(scheme=Plain.TEXT, word=Plain.TEXT)
SINGLE: Mapping[Any, Shape] = {
    str: Plain.TEXT, int: Plain.WHOLE, float: Plain.NUMBER, bool: Plain.TRUTH, date: Plain.DAY, Amount: AMOUNT, When: WHEN,
}  # fmt: skip


def shape_of(kind: Any) -> Shape:
    """
    Return the shape in which values of a type lie in a table; one that may be None has the shape that it has otherwise.

    Raises:
        TypeError: No column can hold such values.

    Example:
        >>> shape_of(tuple[str, ...]).of.value
        'string'
    """
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return shape_of(next(each for each in inner if each is not type(None)))
    if origin is Annotated:
        return shape_of(inner[0])
    if origin is tuple:
        return Items(of=shape_of(inner[0]))
    if origin is dict:
        return by_key("key", "value", shape_of(inner[1]))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Plain.TEXT
    if kind not in SINGLE:
        raise TypeError(f"no column holds values of {kind!r}")
    return SINGLE[kind]


class Row(NamedTuple):
    """A claim with its source; None where that is not there."""

    claim: Claim
    source: Source | None


def _link_words(link: ClaimLink) -> str:
    return f"{link.kind} {link.claim}" + ("" if link.value is None else f" {link.value}")


def _link_actor(link: Link) -> str:
    return link.actor


def _quote(span: Span) -> str:
    return span.quote


def _suppressed(each: Suppression) -> str:
    return f"{each.check}: {each.reason}"


CHAIN = Items(
    of=parts(
        actor=Plain.TEXT, role=Plain.TEXT, verb=Plain.TEXT, medium=Plain.TEXT, when=WHEN, basis=Plain.TEXT
    ),
    words=_link_actor,
)
LINKS = Items(of=parts(kind=Plain.TEXT, claim=Plain.TEXT, value=AMOUNT), words=_link_words)
SUPPRESS = Items(of=parts(check=Plain.TEXT, reason=Plain.TEXT, claim=Plain.TEXT), words=_suppressed)
DRAFT = parts(
    rules=TEXTS, confidence=by_key("field", "share", Plain.NUMBER), unfilled=by_key("field", "reason")
)
SOURCE = Struct(
    fields=tuple(
        Column(
            name=field.name,
            shape=shape_of(field.type),
            unit="code point" if field.name == "length" else None,
        )
        for field in attrs.fields(Source)
        if field.name != "text"
    )
)


def _of(name: str) -> Callable[[Row], Any]:
    return lambda row: getattr(row.claim, name)


def _own(name: str, shape: Shape = Plain.TEXT, note: str = "", **more: Any) -> Column:
    return Column(name=name, shape=shape, take=more.pop("take", _of(name)), note=note, **more)


def _span(name: str, note: str, shape: Shape = Plain.TEXT) -> Column:
    """Return a column of the flat layout for the first quote of a claim."""

    def first(row: Row) -> Any:
        return getattr(row.claim.spans[0], name) if row.claim.spans else None

    whole = name if name == "quote" else f"span_{name}"
    unit = "code point" if shape is Plain.WHOLE else None
    return Column(name=whole, shape=shape, take=first, note=note, unit=unit, nested=False)


HEAD = (
    _own("id", note="whole id: the source's, a slash, the claim's own"),
    _own("kind", note="kind of its record"),
    _own("stance", note="whether the record is asserted or denied"),
    _own("modality", note="in what mode: stated, estimated, a capacity, a pledge"),
    _own("speaker", note="whom the source names as saying so; told again from attribution"),
    _own("origin", note="where the words come from; told again from attribution"),
    _own("actors", TEXTS, "the actors of its record; told again", take=lambda row: list(filter(None, row.claim.actors))),
)  # fmt: skip
TAIL = (
    _own("earliest", Plain.DAY, "first day of what it is about; told again", take=lambda row: row.claim.when and row.claim.when.earliest),
    _own("latest", Plain.DAY, "last day of what it is about; told again", take=lambda row: row.claim.when and row.claim.when.latest),
    _span("quote", "words of its first quote"),
    _span("start", "first code point of its first quote", Plain.WHOLE),
    _span("end", "one past the last code point of its first quote", Plain.WHOLE),
    _span("status", "how its first quote was met in the text"),
    _own("spans", Items(of=SPAN, words=_quote, between=" … "), "the words that it was read from"),
    _own("part", note="part of the text where they stand"),
    _own("said", WHEN, "when the claimant said it"),
    _own("attribution", CHAIN, "who passed the words on, origin first"),
    _own("likelihood", LIKELIHOOD, "likelihood word and its scheme"),
    _own("confidence", note="the claimant's own confidence in words"),
    _own("credibility", Plain.DIGIT, "Admiralty digit; 6 when it cannot be judged", take=lambda row: int(row.claim.credibility)),
    _own("links", LINKS, "how it stands to other claims"),
    _own("coder", note="who coded it"),
    _own("about", note="note of the coder"),
    _own("suppress", SUPPRESS, "checks whose findings about it are set aside"),
    _own("draft", DRAFT, "how a reader drafted it; null for one that a person stands for"),
    _own("source", SOURCE, "the document that it stands in", take=lambda row: row.source),
)  # fmt: skip


@cache
def claim_columns() -> tuple[Column, ...]:
    """
    Return the columns of a table of claims, for both layouts.

    Example:
        >>> [column.name for column in claim_columns()][:3]
        ['id', 'kind', 'stance']
    """
    return (*HEAD, *(field.column for field in record_columns()), *TAIL)


class RecordColumn(NamedTuple):
    """A column that holds a field of records: the column, the field's name, and the kinds that have it."""

    column: Column
    field: str
    kinds: tuple[str, ...]


@cache
def record_columns() -> tuple[RecordColumn, ...]:
    """
    Return a column for each field of the record types, those of many kinds first.

    Kinds that have a field of the same name and shape share its column.

    Example:
        >>> next(each for each in record_columns() if each.field == "measure").kinds
        ('loss', 'shipment', 'troop_deployment')
    """
    return tuple(_shared())


def _shared() -> Iterator[RecordColumn]:
    fields: dict[str, dict[str, Shape]] = {}
    for kind, record in record_types().items():
        for field in attrs.fields(record):
            fields.setdefault(field.name, {})[kind] = shape_of(field.type)
    taken = {column.name for column in (*HEAD, *TAIL)}
    for name, shapes in sorted(fields.items(), key=lambda item: -len(item[1])):
        apart = name in taken or any(shape != next(iter(shapes.values())) for shape in shapes.values())
        for kinds in [(kind,) for kind in shapes] if apart else [tuple(shapes)]:
            column = Column(
                name=f"{kinds[0]}_{name}" if apart else name,
                shape=shapes[kinds[0]],
                take=_of_record(name, frozenset(kinds)),
                note=f"{name} of: {', '.join(kinds)}",
            )
            yield RecordColumn(column, name, kinds)


def _of_record(name: str, kinds: frozenset[str]) -> Callable[[Row], Any]:
    def take(row: Row) -> Any:
        record = row.claim.record
        return getattr(record, name) if record.kind in kinds else None

    return take
