"""
The short way from plain data to a claim, for data that is sound as it is written.

Nearly every claim of a bulk coding is sound, and what makes loading strict is dear: a list of faults for every table, and a
place for every fault. So a claim is made straight away if nothing at all is unusual in it; else nothing is made, and
:mod:`osintkp.coding.making` takes it from the start and says what it has to say. Both ways use the same readers for single
values and the same classes, so that they cannot part. What is read is counted: a key that is unknown, null or written twice
shows in there being more keys than were read.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import StrEnum
from functools import partial
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin

import attrs

from osintkp.claim import Claim, ClaimLink, LikelihoodWord
from osintkp.coding import values
from osintkp.coding.building import (
    Build,
    Read,
    Reader,
    asked,
    buildable,
    builder,
    called,
    first_of,
    keys_in,
    validated,
)
from osintkp.coding.converter import reader
from osintkp.coding.faults import Fault, StructureError
from osintkp.coding.lines import UnusualError, line_reader, plain
from osintkp.coding.making import SAME
from osintkp.coding.names import KINDS, Kind, with_id
from osintkp.coding.shapes import SCHEMA, CodedSource, Content
from osintkp.dates import When
from osintkp.drafts import Draft
from osintkp.errors import InvalidValueError
from osintkp.evidence import Link, Source, Span, legal_id
from osintkp.records import record_types
from osintkp.resource_limits import DEFAULT, ResourceLimits
from osintkp.units import Amount
from osintkp.vocabulary.letters import splits
from osintkp.vocabulary.scales import Credibility, LinkKind, SpanStatus

MOST = 100_000
LONGEST = 200
UNSOUND = (UnusualError, StructureError, InvalidValueError, TypeError, ValueError, KeyError, RecursionError)

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Shared(dict[K, V], Generic[K, V]):
    """
    What is read from equal data once, and shared from then on; of very many things the first, of long texts none.

    Example:
        >>> lengths = Shared(len)
        >>> lengths["abc"], dict(lengths)
        (3, {'abc': 3})
    """

    __slots__ = ("read",)

    def __init__(self, read: Callable[[K], V]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, key: K) -> V:
        value = self.read(key)
        if len(self) < MOST and not (isinstance(key, str) and len(key) > LONGEST):
            self[key] = value
        return value


class Sound:
    """Makes claims of one load; equal values of all its claims are one object."""

    def __init__(self, limits: ResourceLimits = DEFAULT) -> None:
        self._limits = limits
        self._longest = limits.field_characters
        self._texts = Shared(partial(values.text, limits=limits))
        self._actors = Shared(_id_of("actor", limits))
        self._items = Shared(_id_of("item", limits))
        self._amounts = Shared(Amount.parse)
        self._whens = Shared(When.parse)
        self._own = Shared(_own_id)
        self._chains = Shared(self._chain)
        self._digits = Shared(reader(Credibility))
        self._step = builder(Link, {}, ("actor", "role", "verb"))
        self._relations = asked(self._reader(LinkKind))
        self._link = builder(ClaimLink, {}, ("kind", "claim", "value"))
        self._links_of = _list(self._table(Link, actor=self._actors.__getitem__))
        self._span = builder(
            Span, {"prefix": self._texts, "suffix": self._texts}, ("quote", "start", "end", "status")
        )
        self._claim = self._claim_builder()
        self._records: dict[type[Any], Build] = {}
        self._pick = first_of(tuple(record_types()))
        self._decode = line_reader()
        own = {
            field.name: asked(self._reader(field.type))
            for field in attrs.fields(CodedSource)
            if field.type is not Content
        }
        self._source_fields = {name: read for name, read in own.items() if name != "text"}

    def claim(self, source: Source, data: object) -> Claim | None:
        """Return the claim that plain data says; None where anything in it is unusual, be it sound or not."""
        try:
            claim, keys = self._made(source, plain(data))
            return claim if keys == keys_in(data) else None
        except UNSOUND:
            return None  # a key that is missing, and a value of another type, show in the last of these

    def line(self, source: Source, line: str) -> Claim | None:
        """Return the claim that a line of JSON says; None where anything in it is unusual, be it sound or not."""
        try:
            claim, keys = self._made(source, self._decode(line).claim)
        except UNSOUND:
            return None
        more = line.count(":") - 1 - keys
        # Each key has a colon. There may be others in the quote, where no escape hides one or shows one too many.
        return claim if not more or (more == claim.quote.count(":") and "\\" not in line) else None

    def source(self, head: dict[str, Any]) -> Source | None:
        """Return the source that the head of a coding says; None where anything in it is unusual, or it names a text."""
        if (
            head.keys() != {"schema", "source"}
            or head["schema"] != SCHEMA
            or type(head["source"]) is not dict
        ):
            return None
        try:
            return Source(**{key: self._source_fields[key](value) for key, value in head["source"].items()})
        except UNSOUND:
            return None

    def _made(self, source: Source, coded: Any) -> tuple[Claim, int]:
        """Return the claim that an object with the keys of a claim says, and how many keys were read."""
        told = self._pick(coded)
        record, keys = (self._records.get(type(told)) or self._record_builder(coded, told))(told)
        name = f"{source.id}/{self._own[coded.id]}"
        span, more = self._place(coded, source.text)
        keys += more + 3
        chain: tuple[Link, ...] = ()
        if coded.speaker is not None:
            role, verb, via = coded.role, coded.verb, coded.via
            keys += 1 + (role is not None) + (verb is not None) + (via is not None)
            chain = self._chains[coded.speaker, role, verb, () if via is None else _tuple(via)]
        elif coded.attribution is not None:
            chain = self._links_of(coded.attribution)
            keys += 1 + keys_in(coded.attribution)
        links: tuple[ClaimLink, ...] = ()
        if coded.links is not None:
            links, more = self._linked(coded.links, source.id, name)
            keys += more
        claim, more = self._claim(coded, name, source.id, record, (span,), chain, links)
        return claim, keys + more

    def _place(self, coded: Any, text: str | None) -> tuple[Span, int]:
        quote, place = coded.quote, coded.span
        start = end = status = None
        if type(quote) is not str or not quote.isascii() or "\0" in quote or len(quote) > self._longest:
            values.text(quote, self._limits)
        if not quote or quote.isspace():
            raise UnusualError
        if place is not None:
            start, end = place
            if not (type(start) is type(end) is int and 0 <= start < end < values.LARGEST_NUMBER):
                raise UnusualError
            if text is not None and text[start:end] == quote:
                status = SpanStatus.VERBATIM
        span, keys = self._span(coded, quote, start, end, status)
        if text is not None and status is None:
            span = span.located(text)
            if span.status is SpanStatus.MISSING:
                raise UnusualError
        if (
            text is not None
            and not text.isascii()
            and (splits(text, span.start or 0) or splits(text, span.end or 0))
        ):
            raise UnusualError
        return span, keys + (place is not None)

    def _chain(self, given: tuple[str, str | None, str | None, tuple[str, ...]]) -> tuple[Link, ...]:
        speaker, role, verb, via = given
        said = None if role is None else self._texts[role], None if verb is None else self._texts[verb]
        first = self._step(None, self._actors[speaker], *said)[0]
        return (first, *[self._chains[each, None, None, ()][0] for each in via]) if via else (first,)

    def _linked(self, data: Any, source: str, name: str) -> tuple[tuple[ClaimLink, ...], int]:
        """Return the links of a claim to others, each with the whole id of the other, and how many keys they have."""
        links, keys = [], 1
        for each in data if type(data) is list else _unusual(data):
            other = values.text(each["claim"], self._limits)
            whole = other if "/" in other else f"{source}/{other}"
            if whole == name:
                raise UnusualError
            value = self._amounts[each["value"]] if "value" in each else None
            links.append(self._link(None, self._relations(each["kind"]), whole, value)[0])
            keys += 2 + ("value" in each)  # what else is in it was not read
        return tuple(links), keys

    def _claim_builder(self) -> Build:
        own: dict[str, Reader] = {
            "credibility": self._digit,
            "likelihood": self._table(LikelihoodWord),
            "draft": reader(Draft, self._limits),
        }
        fields = attrs.fields_dict(Claim)
        read = {name: own.get(name) or self._reader(fields[name].type) for name in SAME}
        return builder(Claim, read, ("id", "source", "record", "spans", "attribution", "links"))

    def _record_builder(self, coded: Any, told: Any) -> Build:
        """Return what builds records from objects of the class that this record of a claim has."""
        shape = next((each for kind, each in record_types().items() if getattr(coded, kind) is told), None)
        if told is None or shape is None:
            raise UnusualError
        read = {field.name: self._field(shape, field) for field in attrs.fields(shape)}
        made = self._records[type(told)] = builder(shape, read) if buildable(shape) else called(shape, read)
        return made

    def _field(self, shape: Any, field: attrs.Attribute[Any]) -> Reader:
        read = self._reader(field.type)
        if field.validator is None:
            return read
        return (
            Shared(validated(shape, field, read.read))
            if isinstance(read, Shared)
            else validated(shape, field, asked(read))
        )

    def _table(self, shape: Any, **own: Read) -> Read:
        """Return what makes an instance of a class from a table that has nothing but its keys."""
        readers = {
            field.name: own.get(field.name) or asked(self._reader(field.type))
            for field in attrs.fields(shape)
        }

        def read(value: Any) -> Any:
            if type(value) is not dict:
                raise UnusualError
            return shape(**{key: readers[key](each) for key, each in value.items()})

        return read

    def _reader(self, kind: Any) -> Reader:
        """Return what reads a value of a kind, a function or a table; None, which stands for what is left out, is unusual."""
        if get_origin(kind) in (Union, UnionType):
            return self._reader(get_args(kind)[0])
        if kind in KINDS:
            return self._actors if KINDS[kind] == "actor" else self._items
        if get_origin(kind) is tuple and get_args(kind)[0] in (*KINDS, str):
            return _list(asked(self._reader(get_args(kind)[0])))
        if get_origin(kind) is dict and get_args(kind)[0] in KINDS:
            return _unusual
        if kind is str:
            return self._texts
        if kind in (Amount, When):
            return self._amounts if kind is Amount else self._whens
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not Credibility:
            return Shared(lambda word: values.scale(word, kind))
        return reader(kind, self._limits)

    def _digit(self, value: Any) -> Any:
        return self._digits[value] if type(value) is int or type(value) is str else _unusual(value)


def _own_id(name: str) -> str:
    return name if legal_id(name) else _unusual(name)


def _id_of(kind: Kind, limits: ResourceLimits) -> Callable[[str], str]:
    """Return what reads an actor or goods that are named by their id; what has to be noted is unusual."""

    def read(name: str) -> str:
        notes: list[Fault] = []
        found = values.text(with_id(name, kind, (), notes, limits), limits)
        if notes:
            raise UnusualError
        return found

    return read


def _unusual(_: object) -> Any:
    raise UnusualError


def _tuple(value: Any) -> tuple[Any, ...]:
    return tuple(value) if type(value) is list else _unusual(value)


def _list(inner: Read) -> Read:
    return lambda value: tuple([inner(each) for each in value]) if type(value) is list else _unusual(value)
