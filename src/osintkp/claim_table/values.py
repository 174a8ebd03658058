"""Single values of a table of claims as a coding has them: amounts and dates in their notation, quotes with their place."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from osintkp.claim_table.columns import SOURCE
from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.frames.columns import Items, Plain, Shape, Struct
from osintkp.frames.values import AMOUNT, SPAN, WHEN
from osintkp.units import Amount

KEPT = 4096
Given = Mapping[str, Any]


def coded(shape: Shape, value: Any) -> Any:
    """
    Return a value of a table as a coding has it; None for nothing given, and as it is where it has another shape.

    Args:
        shape: What it should look like.
        value: As plain data.

    Raises:
        InvalidValueError: The parts of an amount or a date say different things (``said-twice``), or its notation is missing
            (``missing-key``).

    Example:
        >>> coded(SPAN, {"quote": "12 trucks", "start": 20, "end": 29})
        {'quote': '12 trucks', 'span': [20, 29]}
    """
    if isinstance(shape, Items) and isinstance(value, list):
        return _listed(shape, value) or None
    if isinstance(shape, Struct) and isinstance(value, dict):
        if all(part is None for part in value.values()):
            return None
        own = {id(AMOUNT): _amount, id(WHEN): _when, id(SPAN): _span, id(SOURCE): _source}.get(id(shape))
        return _parts(shape, value) if own is None else own(value)
    if isinstance(value, float) and shape in (Plain.WHOLE, Plain.DIGIT):
        return _whole(value)
    return value.isoformat() if isinstance(value, date) else value


def _whole(value: float) -> float | None:
    """Return a whole number as one: pandas makes them floats where one is missing, and the missing one NaN."""
    return None if math.isnan(value) else int(value) if value.is_integer() else value


def _listed(shape: Items, values: list[Any]) -> Any:
    if not shape.by_key or not isinstance(shape.of, Struct):
        return [coded(shape.of, value) for value in values]
    key, value = (field.name for field in shape.of.fields)
    pairs = [coded(shape.of, each) or {} for each in values]
    return {str(each.get(key)): each.get(value) for each in pairs}


def _parts(shape: Struct, value: Given) -> dict[str, Any]:
    return given_only({field.name: coded(field.shape, value.get(field.name)) for field in shape.fields})


def _source(value: Given) -> dict[str, Any]:
    """Return the table of a source, where the name of its text's file goes by ``text``."""
    return {"text" if name == "file" else name: part for name, part in _parts(SOURCE, value).items()}


def given_only(table: Given) -> dict[str, Any]:
    """Return a table without what is not given."""
    return {name: value for name, value in table.items() if value is not None}


def _span(value: Given) -> dict[str, Any]:
    start, end = (coded(Plain.WHOLE, value.get(name)) for name in ("start", "end"))
    place = None if start is end is None else [start, end]
    return given_only({**{name: value.get(name) for name in ("quote", "prefix", "suffix")}, "span": place})


def _amount(value: Given) -> Any:
    """Return an amount's notation, which has to say the same as its numbers: whoever changes one changes the other."""
    text = value.get("text")
    if not isinstance(text, str):
        raise _no_notation("an amount", "text", "write it like '~6700 container'")
    try:
        told = _parsed(text)
    except InvalidValueError:
        return text  # the door says what is wrong with it
    _refuse_other(told, value, ("low", "best", "high"), "text", text)
    _refuse_other(told, value, ("unit",), "text", text)
    return text


def _when(value: Given) -> Any:
    edtf, words, anchor = (value.get(name) for name in ("edtf", "words", "anchor"))
    if not isinstance(edtf, str):
        raise _no_notation("a date", "edtf", "write it like '2024-06'")
    try:
        told = _dated(edtf)
    except InvalidValueError:
        return edtf  # the door says what is wrong with it
    _refuse_other(told, value, ("earliest", "latest"), "edtf", edtf)
    if words is None and anchor is None:
        return edtf
    return given_only({"edtf": edtf, "words": words, "anchor": None if anchor is None else str(anchor)})


def _refuse_other(told: object, value: Given, names: tuple[str, ...], by: str, text: str) -> None:
    """
    Refuse parts of a value that are given and say something else than its notation.

    Raises:
        InvalidValueError: ``said-twice``.
    """
    given = [value.get(name) for name in names]
    if given != [None] * len(given) and given != [getattr(told, name) for name in names]:
        what = f"{', '.join(names)} say something else than {by}"
        raise InvalidValueError("said-twice", what, text, f"change {by} as well, or leave the others empty")


_parsed = lru_cache(maxsize=KEPT)(Amount.parse)
_dated = lru_cache(maxsize=KEPT)(When.parse)


def _no_notation(what: str, name: str, fix: str) -> InvalidValueError:
    return InvalidValueError("missing-key", f"{what} has parts and no {name}", None, fix)
