"""
Claims as they are written, as objects with one attribute for every key: None where it is left out.

That is how :mod:`osintkp.coding.sound` reads them, be they plain data or a line of JSON. With msgspec (``osintkp[fast]``) a line
is decoded straight into such an object, in a fifth of the time; a type of value that is not the commonest, and a key without
meaning, are then left to the other way.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import SimpleNamespace, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs

from osintkp.coding.shapes import CodedClaim
from osintkp.dates import When
from osintkp.records import record_types
from osintkp.units import Amount
from osintkp.vocabulary.scales import Credibility


class UnusualError(Exception):
    """Something is to be taken the careful way."""


@cache
def plain_classes() -> tuple[type[Any], dict[str, type[Any]]]:
    """Return a class with None for every key of a claim, and by the kind of each record type one for its keys."""
    kinds = record_types()
    claim = type("PlainClaim", (), dict.fromkeys([*attrs.fields_dict(CodedClaim), *kinds]))
    return claim, {
        kind: type(f"Plain{kind}", (), dict.fromkeys(attrs.fields_dict(kinds[kind]))) for kind in kinds
    }


def plain(data: Any) -> Any:
    """
    Return plain data as an object with the keys of a claim; what is in it is not looked at.

    Raises:
        UnusualError: It is no table.
        ValueError: It has no record.

    Example:
        >>> coded = plain({"id": "a", "loss": {"actor": "SD"}})
        >>> coded.id, coded.quote, coded.loss.actor
        ('a', None, 'SD')
    """
    claim, records = plain_classes()
    if type(data) is not dict:
        raise UnusualError
    kind, *more = [key for key in data if key in records]
    if more or type(data[kind]) is not dict:
        raise UnusualError
    return _holding(claim, {**data, kind: _holding(records[kind], data[kind])})


def _holding(shape: type[Any], data: dict[str, Any]) -> Any:
    made = object.__new__(shape)
    made.__dict__ = data
    return made


def line_reader() -> Callable[[str], Any]:
    """
    Return what reads a line of JSON as an object whose ``claim`` has the keys of a claim, and raises for any other.

    Of two equal keys it keeps the last: whoever asks has to count them.
    """
    try:
        import msgspec
    except ImportError:
        return _slow_reader()
    decode: Callable[[str], Any] = msgspec.json.Decoder(line_struct()).decode
    return decode


def _slow_reader() -> Callable[[str], Any]:
    from json import JSONDecoder

    decode = JSONDecoder().decode

    def read(line: str) -> Any:
        data = decode(line)
        if type(data) is not dict or len(data) != 1:
            raise UnusualError
        return SimpleNamespace(claim=plain(data["claim"]))

    return read


@cache
def line_struct() -> type[Any]:
    """Return a class of msgspec for a line with a claim."""
    records = {kind: _struct(f"Coded_{kind}", _fields(shape)) for kind, shape in record_types().items()}
    claim = _struct("CodedClaim", [*_fields(CodedClaim), *records.items()])
    return _struct("CodedLine", [("claim", claim)], needed=True)


def _struct(name: str, fields: list[tuple[str, Any]], *, needed: bool = False) -> type[Any]:
    from msgspec import defstruct

    given = fields if needed else [(each, kind, None) for each, kind in fields]
    return defstruct(name, given, kw_only=True, forbid_unknown_fields=True, gc=False)


def _fields(shape: type[Any]) -> list[tuple[str, Any]]:
    return [(field.name, _written_as(field.type)) for field in attrs.fields(shape)]


def _written_as(kind: Any) -> Any:
    """Return how a value of a kind stands in nearly every line: as text, if it is no more than one value."""
    inner = get_args(kind)
    if get_origin(kind) in (Union, UnionType):
        return _written_as(inner[0])
    if kind is Credibility:
        return int | str
    if get_origin(kind) is tuple and inner[0] is int:
        return list[int]
    if get_origin(kind) is tuple:
        return list[str] if _written_as(inner[0]) is str else Any
    if get_origin(kind) is Annotated:
        return _written_as(inner[0])
    return str if isinstance(kind, type) and issubclass(kind, (str, Amount, When)) else Any
