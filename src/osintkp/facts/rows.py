"""Reference data from plain tables: every value in its notation, every fault named by record and field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_args, get_origin

import attrs

from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.facts.tables import (
    Embargo,
    Reference,
    ReferenceLimit,
    ReferenceOffice,
    ReferencePlace,
    ReferenceTreaty,
)
from osintkp.records.limit import Limit
from osintkp.records.treaty import Treaty
from osintkp.units import Amount, Assumption

TABLES: dict[str, tuple[type, str | None, type | None]] = {
    "limit": (ReferenceLimit, "limit", Limit),
    "embargo": (Embargo, None, None),
    "treaty": (ReferenceTreaty, "treaty", Treaty),
    "office": (ReferenceOffice, None, None),
    "place": (ReferencePlace, None, None),
    "assumption": (Assumption, None, None),
}


def record(table: str, row: Mapping[str, Any]) -> Reference | Assumption:
    """
    Return the record that a row of a table holds.

    Raises:
        InvalidValueError: A key is unknown or missing, or a value is not what its field asks for; ``field`` names it.

    Example:
        >>> record(
        ...     "place",
        ...     {
        ...         "id": "p",
        ...         "name": "Berbera",
        ...         "lat": 10.43,
        ...         "lon": 45.01,
        ...         "citation": "me",
        ...         "basis": "found",
        ...     },
        ... ).name
        'Berbera'
    """
    shape, inner_name, inner = TABLES[table]
    own = _fields(shape)
    inside = _fields(inner) if inner is not None else {}
    for key in row:
        if key not in own and key not in inside:
            fix = f"use some of {', '.join(sorted({*own, *inside} - {inner_name}))}"
            raise InvalidValueError("unknown-key", f"a {table} has no such field", key, fix, field=key)
    values = _read(own, row)
    if inner is not None and inner_name is not None:
        values[inner_name] = _built(table, inner, _read(inside, row))
    made: Reference | Assumption = _built(table, shape, values)
    return made


Reader = Callable[[Any], Any]


@cache
def _fields(shape: type) -> dict[str, Reader]:
    """Give what reads the value of each field."""
    return {field.name: _reader(field.type) for field in attrs.fields(shape) if field.init}


def _reader(kind: Any) -> Reader:
    kinds = {kind, *get_args(kind)}
    if get_origin(kind) is dict:
        return _days
    if When in kinds:
        return When.parse
    if Amount in kinds:
        return Amount.parse
    if get_origin(kind) is tuple:
        return _texts
    return _number if float in kinds else _text


def _read(fields: Mapping[str, Reader], row: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for key, value in row.items():
        if key in fields:
            try:
                found[key] = fields[key](value)
            except InvalidValueError as error:
                raise InvalidValueError(error.code, error.what, error.value, error.fix, field=key) from None
    return found


@cache
def _needed(shape: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(shape) if field.default is attrs.NOTHING)


def _built(table: str, shape: type, values: Mapping[str, Any]) -> Any:
    missing = [name for name in _needed(shape) if name not in values]
    if missing:
        what = f"a {table} needs {' and '.join(missing)}"
        raise InvalidValueError("missing-key", what, sorted(values), f"add {missing[0]}", field=missing[0])
    return shape(**values)


def _days(value: Any) -> dict[str, When]:
    if not isinstance(value, dict):
        raise InvalidValueError("wrong-type", "this is a table", value, 'write { TD = "2019-06" }')
    return {name: When.parse(day) for name, day in value.items()}


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(each, str) for each in value):
        raise InvalidValueError("wrong-type", "this is a list of texts", value, 'write ["..."]')
    return tuple(value)


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InvalidValueError("wrong-type", "this is a number", value, "write digits without quotes")
    return float(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise InvalidValueError("wrong-type", "this is a text", value, "put it in quotes")
    return value
