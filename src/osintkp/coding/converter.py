"""The strict converter between plain data and attrs classes. The only module that imports cattrs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import attrs

from osintkp.coding import values
from osintkp.coding.faults import Fault, attempt, missing_key, placed, refuse, unknown_key, wrong_type
from osintkp.coding.shapes import CodedWhen, Content
from osintkp.dates import When
from osintkp.units import Amount
from osintkp.vocabulary.scales import Credibility

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]


def structure(data: object, shape: type[T]) -> T:
    """
    Return an instance of an attrs class from plain data, coercing nothing.

    Raises:
        StructureError: With every fault and its place, like ``("links", 0, "value")``.

    Example:
        >>> from osintkp.claim import LikelihoodWord
        >>> structure({"scheme": "phia", "word": "unlikely"}, LikelihoodWord).word
        'unlikely'
    """
    with placed():
        return converter().structure(data, shape)


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
    """Return the one converter; it is made on first use, and the hooks of a class on the first use of that."""
    from cattrs import Converter

    made = Converter(omit_if_default=True)
    made.register_structure_hook_factory(attrs.has, lambda kind: _class_hook(made, kind))
    made.register_structure_hook_factory(_is(tuple), lambda kind: _list_hook(made, kind))
    made.register_structure_hook_factory(_is(dict), lambda kind: _table_hook(made, kind))
    made.register_structure_hook(StrEnum, values.scale)
    made.register_structure_hook_func(lambda kind: kind is Content, values.content)
    made.register_structure_hook(str, values.text)
    made.register_structure_hook(int, values.whole_number)
    made.register_structure_hook(Amount, values.amount)
    made.register_structure_hook(When, lambda value, _: _when(made, value))
    made.register_unstructure_hook(Amount, str)
    made.register_unstructure_hook(When, _plain_when)
    made.register_unstructure_hook(StrEnum, lambda word: word.value)
    made.register_unstructure_hook(Credibility, lambda digit: int(digit.value))
    return made


def _is(origin: type) -> Callable[[Any], bool]:
    return lambda kind: get_origin(kind) is origin


def _hook(made: Converter, kind: Any) -> Callable[[Any], Any]:
    inner = made.get_structure_hook(kind)
    return lambda value: inner(value, kind)


def _class_hook(made: Converter, shape: Any) -> Hook:
    """Return a hook that looks at every key of a table before it refuses any."""
    hooks = {field.name: _hook(made, field.type) for field in attrs.fields(shape)}
    needed = [field.name for field in attrs.fields(shape) if field.default is attrs.NOTHING]

    def hook(value: Any, _: Any) -> Any:
        table = _table(value)
        faults: list[Fault] = [((key,), unknown_key(key, hooks)) for key in table if key not in hooks]
        faults += [((key,), missing_key(key)) for key in needed if key not in table]
        found = {key: attempt(faults, (key,), hooks[key], table[key]) for key in table if key in hooks}
        refuse(faults)
        return shape(**found)

    return hook


def _list_hook(made: Converter, kind: Any) -> Hook:
    inner = _hook(made, get_args(kind)[0])

    def hook(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise wrong_type(value, "a list", "put it in square brackets")
        return tuple(_each(inner, enumerate(value)).values())

    return hook


def _table_hook(made: Converter, kind: Any) -> Hook:
    inner = _hook(made, get_args(kind)[1])
    return lambda value, _: _each(inner, _table(value).items())


def _table(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise wrong_type(value, "a table", "write it as a table of keys")
    return value


def _each(inner: Callable[[Any], Any], pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    faults: list[Fault] = []
    found = {key: attempt(faults, (key,), inner, value) for key, value in pairs}
    refuse(faults)
    return found


def _when(made: Converter, value: object) -> When:
    if not isinstance(value, dict):
        return values.when(value)
    coded = made.structure(value, CodedWhen)
    with placed("anchor"):
        anchor = None if coded.anchor is None else values.day(coded.anchor)
    return values.when(coded.edtf, coded.words, anchor)


def _plain_when(when: When) -> object:
    if when.words is None and when.anchor is None:
        return when.edtf
    table = {"edtf": when.edtf, "words": when.words, "anchor": when.anchor and when.anchor.isoformat()}
    return {key: value for key, value in table.items() if value is not None}
