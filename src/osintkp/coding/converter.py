"""The strict converter between plain data and attrs classes. The only module that imports cattrs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import attrs

from osintkp.coding import values
from osintkp.coding.faults import Fault, Place, StructureError, missing_key, placed, unknown_key, wrong_type
from osintkp.coding.shapes import CodedWhen, Content
from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.units import Amount
from osintkp.vocabulary.scales import Credibility

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]
FAULTY = (InvalidValueError, StructureError, ExceptionGroup)


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
    try:
        return converter().structure(data, shape)
    except FAULTY as error:
        raise StructureError(*_faults(error, ())) from error


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


def known_keys(shape: type[attrs.AttrsInstance]) -> list[str]:
    """Return the keys that a shape has."""
    return [field.name for field in attrs.fields(shape)]


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


def _class_hook(made: Converter, kind: Any) -> Hook:
    from cattrs.gen import make_dict_structure_fn

    structured = make_dict_structure_fn(
        kind, made, _cattrs_forbid_extra_keys=True, _cattrs_use_linecache=False
    )
    return lambda value, _: structured(_table(value), kind)


def _list_hook(made: Converter, kind: Any) -> Hook:
    wanted = get_args(kind)[0]
    inner = made.get_structure_hook(wanted)

    def hook(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise wrong_type(value, "a list", "put it in square brackets")
        return tuple(each for _, each in _each(inner, wanted, enumerate(value)))

    return hook


def _table_hook(made: Converter, kind: Any) -> Hook:
    wanted = get_args(kind)[1]
    inner = made.get_structure_hook(wanted)
    return lambda value, _: dict(_each(inner, wanted, _table(value).items()))


def _table(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise wrong_type(value, "a table", "write it as a table of keys")
    return value


def _each(inner: Hook, wanted: Any, pairs: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Structure values under their keys or places, every one of them before any fault is raised."""
    found, faults = [], list[Fault]()
    for key, value in pairs:
        try:
            found.append((key, inner(value, wanted)))
        except FAULTY as error:
            faults += _faults(error, (key,))
    if faults:
        raise StructureError(*faults)
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


def _faults(error: BaseException, place: Place) -> Iterator[Fault]:
    """Walk what was raised, and give every fault with its place."""
    from cattrs.errors import AttributeValidationNote, ForbiddenExtraKeysError

    if isinstance(error, StructureError):
        yield from (((*place, *inner), fault) for inner, fault in error.faults)
    elif isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            notes = getattr(inner, "__notes__", ())
            names = [note.name for note in notes if isinstance(note, AttributeValidationNote)]
            yield from _faults(inner, (*place, *names))
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield (*place, key), unknown_key(key, known_keys(error.cl))
    elif isinstance(error, InvalidValueError):
        yield (place if error.field is None else (*place, error.field)), error
    elif isinstance(error, KeyError):
        yield place, missing_key(error.args[0])
    else:
        raise error
