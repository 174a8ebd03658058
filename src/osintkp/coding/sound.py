"""
The short way from plain data to a claim, for data that is sound as it is written.

Nearly every claim of a bulk coding is sound, and what makes loading strict is dear: a list of faults for every table, and a
place for every fault. So a claim is made straight away if nothing at all is unusual in it; else nothing is made, and
:mod:`osintkp.coding.making` takes it from the start and says what it has to say. Both ways use the same readers for single
values and the same classes, so that they cannot part.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import StrEnum
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin

import attrs

from osintkp.claim import Claim, ClaimLink
from osintkp.coding import values
from osintkp.coding.converter import reader
from osintkp.coding.faults import Fault, StructureError
from osintkp.coding.names import KINDS, Kind, with_id
from osintkp.coding.shapes import CodedClaim
from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.evidence import Link, Source, Span
from osintkp.records import record_types
from osintkp.units import Amount
from osintkp.vocabulary.scales import Credibility, SpanStatus

MOST = 100_000
LONGEST = 200
CHAIN = ("speaker", "role", "verb", "via")

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Read = Callable[[Any], Any]


class UnusualError(Exception):
    """Something is to be taken the careful way."""


class Shared(dict[K, V], Generic[K, V]):
    """
    What is read from equal data once, and shared from then on; of very many things the first.

    Example:
        >>> lengths = Shared(len)
        >>> lengths["abc"], dict(lengths)
        (3, {'abc': 3})
    """

    def __init__(self, read: Callable[[K], V]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, key: K) -> V:
        value = self._read(key)
        if len(self) < MOST:
            self[key] = value
        return value


class Sound:
    """Makes claims of one load; equal values of all its claims are one object."""

    def __init__(self) -> None:
        self._texts = Shared(values.text)
        self._actors = Shared(_id_of("actor"))
        self._items = Shared(_id_of("item"))
        self._amounts = Shared(Amount.parse)
        self._whens = Shared(When.parse)
        self._chains = Shared(_chain)
        self._link = self._table(ClaimLink)
        self._records = {kind: self._table(shape) for kind, shape in record_types().items()}
        self._fields = self._readers(
            CodedClaim, {"attribution": _list(self._table(Link, actor=self._actors.__getitem__))}
        )

    def claim(self, source: Source, data: object) -> Claim | None:
        """Return the claim that plain data says; None where anything in it is unusual, be it sound or not."""
        try:
            return self._claim(source, data)
        except (UnusualError, StructureError, InvalidValueError, TypeError, KeyError):
            return None  # a key that is unknown or missing, and a value of another type, show in the last two

    def _claim(self, source: Source, data: Any) -> Claim:
        given: dict[str, Any] = {}
        record = None
        for key, value in data.items() if type(data) is dict else _unusual(data):
            if key in self._fields:
                given[key] = self._fields[key](value)
            elif record is None:
                record = self._records[key](value)
            else:
                raise UnusualError
        if record is None:
            raise UnusualError
        name = f"{source.id}/{given.pop('id')}"
        return Claim(
            id=name, source=source.id, record=record, spans=_spans(given, source.text), links=self._links(given, source.id, name),
            **(given if given.keys().isdisjoint(CHAIN) else self._said(given)),
        )  # fmt: skip

    def _said(self, given: dict[str, Any]) -> dict[str, Any]:
        """Return the fields of a claim with one attribution in place of speaker, role, verb and via."""
        if "attribution" in given:
            raise UnusualError
        speaker = given.pop("speaker")
        key = speaker, given.pop("role", None), given.pop("verb", None), given.pop("via", ())
        given["attribution"] = self._chains[key]
        return given

    def _links(self, given: dict[str, Any], source: str, name: str) -> tuple[ClaimLink, ...]:
        links = given.pop("links", ())
        if not links:
            return ()
        whole = [
            each if "/" in each.claim else attrs.evolve(each, claim=f"{source}/{each.claim}")
            for each in links
        ]
        if any(each.claim == name for each in whole):
            raise UnusualError
        return tuple(whole)

    def _readers(self, shape: Any, more: dict[str, Read]) -> dict[str, Read]:
        own: dict[str, Read] = {
            "id": values.text, "quote": values.text, "span": _span, "prefix": values.text, "suffix": values.text,
            "speaker": self._actors.__getitem__, "via": _list(self._actors.__getitem__), "links": _list(self._link),
            "spans": _unusual, "suppress": _unusual, **more,
        }  # fmt: skip
        return {field.name: own.get(field.name) or self._reader(field.type) for field in attrs.fields(shape)}

    def _table(self, shape: Any, **own: Read) -> Read:
        """Return what makes an instance of a class from a table that has nothing but its keys."""
        readers = {
            field.name: own.get(field.name) or self._reader(field.type) for field in attrs.fields(shape)
        }

        def read(value: Any) -> Any:
            if type(value) is not dict:
                raise UnusualError
            return shape(**{key: readers[key](each) for key, each in value.items()})

        return read

    def _reader(self, kind: Any) -> Read:
        """Return what reads a value of a kind; None, which stands for what is left out, is unusual."""
        if get_origin(kind) in (Union, UnionType):
            return self._reader(get_args(kind)[0])
        if kind in KINDS:
            return (self._actors if KINDS[kind] == "actor" else self._items).__getitem__
        if get_origin(kind) is tuple and get_args(kind)[0] in (*KINDS, str):
            return _list(self._reader(get_args(kind)[0]))
        if get_origin(kind) is dict and get_args(kind)[0] in KINDS:
            return _unusual
        if kind is str:
            return self._short_text
        if kind in (Amount, When):
            return (self._amounts if kind is Amount else self._whens).__getitem__
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not Credibility:
            return Shared(lambda word: values.scale(word, kind)).__getitem__
        return reader(kind)

    def _short_text(self, value: Any) -> str:
        return self._texts[value] if type(value) is str and len(value) <= LONGEST else values.text(value)


def _id_of(kind: Kind) -> Callable[[str], str]:
    """Return what reads an actor or goods that are named by their id; what has to be noted is unusual."""

    def read(name: str) -> str:
        notes: list[Fault] = []
        found = values.text(with_id(name, kind, (), notes))
        if notes:
            raise UnusualError
        return found

    return read


def _unusual(_: object) -> Any:
    raise UnusualError


def _list(inner: Read) -> Read:
    return lambda value: tuple([inner(each) for each in value]) if type(value) is list else _unusual(value)


def _span(value: Any) -> tuple[int, int]:
    start, end = value if type(value) is list and len(value) == 2 else _unusual(value)
    return values.whole_number(start), values.whole_number(end)


def _spans(given: dict[str, Any], text: str | None) -> tuple[Span, ...]:
    start, end = given.pop("span", (None, None))
    prefix, suffix = given.pop("prefix", None), given.pop("suffix", None)
    span = Span(quote=given.pop("quote"), start=start, end=end, prefix=prefix, suffix=suffix)
    if text is not None:
        span = span.located(text)
        if span.status is SpanStatus.MISSING:
            raise UnusualError
    return (span,)


def _chain(given: tuple[str, str | None, str | None, tuple[str, ...]]) -> tuple[Link, ...]:
    speaker, role, verb, via = given
    return (Link(actor=speaker, role=role, verb=verb), *(Link(actor=actor) for actor in via))
