"""The strict converter between plain data and attrs classes. The only module that imports cattrs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache, lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

import attrs

from osintkp.coding import values
from osintkp.coding.faults import Fault, attempt, missing_key, placed, refuse, unknown_key, wrong_type
from osintkp.coding.shapes import CodedWhen, Content
from osintkp.dates import When
from osintkp.resource_limits import DEFAULT, ResourceLimits
from osintkp.units import Amount
from osintkp.vocabulary.scales import Credibility

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")
Reader = Callable[[Any], Any]
KEPT = 4096


def structure(data: object, shape: type[T], limits: ResourceLimits = DEFAULT) -> T:
    """
    Return an instance of an attrs class from plain data, coercing nothing.

    Raises:
        StructureError: With every fault and its place, like ``("links", 0, "value")``.

    Example:
        >>> from osintkp.claim import LikelihoodWord
        >>> structure({"scheme": "phia", "word": "unlikely"}, LikelihoodWord).word
        'unlikely'
    """
    kind: Any = shape
    with placed():
        found: T = reader(kind, limits)(data)
        return found


def unstructure(value: object) -> dict[str, Any]:
    """
    Return plain data of an attrs instance; what is at its default is left out.

    Example:
        >>> from osintkp.evidence import Link
        >>> unstructure(Link(actor="SD", when=When.parse("2023-04")))
        {'actor': 'SD', 'when': '2023-04'}
    """
    plain: dict[str, Any] = converter().unstructure(value)
    return plain


@cache
def known_keys(shape: type[Any]) -> tuple[str, ...]:
    """Return the keys that a shape has."""
    return tuple(field.name for field in attrs.fields(shape))


@cache
def converter() -> Converter:
    """Return the one converter to plain data; it is made on first use, and the hooks of a class on the first use of that."""
    from cattrs import Converter

    made = Converter(omit_if_default=True)
    made.register_unstructure_hook(Amount, str)
    made.register_unstructure_hook(When, _plain_when)
    made.register_unstructure_hook(StrEnum, lambda word: word.value)
    made.register_unstructure_hook(Credibility, lambda digit: int(digit.value))
    return made


@lru_cache(maxsize=KEPT)
def reader(kind: Any, limits: ResourceLimits = DEFAULT) -> Reader:
    """Return what reads a value of a kind within some limits; made on the first use of the kind."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind is str:
        return lambda value: values.text(value, limits)
    if kind is When:
        return lambda value: _when(value, limits)
    if kind in PLAIN:
        return PLAIN[kind]
    if origin is Annotated:
        return reader(inner[0], limits)
    if origin in (Union, UnionType):
        return _optional(reader(inner[0], limits))
    if origin is tuple:
        return _list(reader(inner[0], limits))
    if origin is dict:
        return _table_of(reader(inner[1], limits))
    return _instance(kind, limits) if attrs.has(kind) else lambda value: values.scale(value, kind)


def _optional(inner: Reader) -> Reader:
    return lambda value: None if value is None else inner(value)


def _list(inner: Reader) -> Reader:
    def read(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise wrong_type(value, "a list", "put it in square brackets")
        return tuple(_each(inner, enumerate(value)).values())

    return read


def _table_of(inner: Reader) -> Reader:
    return lambda value: _each(inner, _table(value).items())


def _instance(shape: Any, limits: ResourceLimits) -> Reader:
    """Return what looks at every key of a table before it refuses any."""
    readers = {field.name: reader(field.type, limits) for field in attrs.fields(shape)}
    needed = [field.name for field in attrs.fields(shape) if field.default is attrs.NOTHING]

    def read(value: object) -> Any:
        table = _table(value)
        faults: list[Fault] = [((key,), unknown_key(key, readers)) for key in table if key not in readers]
        faults += [((key,), missing_key(key)) for key in needed if key not in table]
        found = {key: attempt(faults, (key,), readers[key], table[key]) for key in table if key in readers}
        refuse(faults)
        return shape(**found)

    return read


def _table(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise wrong_type(value, "a table", "write it as a table of keys")
    return value


def _each(inner: Reader, pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    faults: list[Fault] = []
    found = {key: attempt(faults, (key,), inner, value) for key, value in pairs}
    refuse(faults)
    return found


def _when(value: object, limits: ResourceLimits) -> When:
    if not isinstance(value, dict):
        return values.when(value)
    coded: CodedWhen = reader(CodedWhen, limits)(value)
    with placed("anchor"):
        anchor = None if coded.anchor is None else values.day(coded.anchor)
    return values.when(coded.edtf, coded.words, anchor)


PLAIN: dict[Any, Reader] = {
    Content: values.content, int: values.whole_number, float: values.number, Amount: values.amount,
}  # fmt: skip


def _plain_when(when: When) -> object:
    if when.words is None and when.anchor is None:
        return when.edtf
    table = {"edtf": when.edtf, "words": when.words, "anchor": when.anchor and when.anchor.isoformat()}
    return {key: value for key, value in table.items() if value is not None}
