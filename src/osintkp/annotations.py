"""Annotations held against values: whether a value is of a type, what a type is called, what a call is given for each."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from inspect import signature, unwrap
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    Unpack,
    get_args,
    get_origin,
    is_typeddict,
)

LARGEST = sys.float_info.max


def fits(value: object, kind: Any) -> bool:
    """
    Tell whether a value is of a type; into what is given once only, a generator say, nobody looks.

    Example:
        >>> fits(("KP", "RU"), tuple[str, ...]), fits(("KP", 5), tuple[str, ...]), fits(True, float)
        (True, False, False)
    """
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Any or kind is None:
        return kind is Any or value is None
    if origin is Annotated:
        return fits(value, inner[0])
    if origin in (Union, UnionType):
        return any(fits(value, each) for each in inner)
    if origin is Literal:
        return value in inner
    if isinstance(kind, TypeVar):
        return any(
            fits(value, each)
            for each in (*kind.__constraints__, *filter(None, [kind.__bound__]), *_open(kind))
        )
    if kind is float or kind is int:
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            return abs(value) <= LARGEST  # a larger one is no number that a float can be
        return isinstance(value, kind) and not isinstance(value, bool)
    if isinstance(kind, type) and origin is None:
        return _is_one(value, kind)
    if isinstance(origin, type):
        return _is_one(value, origin) and _inside(value, origin, inner)
    return True


def _open(kind: Any) -> tuple[Any, ...]:
    """Return what a type that stands for others stands for where nothing is said of them: any."""
    return () if kind.__constraints__ or kind.__bound__ else (Any,)


def _is_one(value: Any, kind: Any) -> bool:
    """Tell whether a value is of a class, or has all that a protocol asks for."""
    if getattr(kind, "_is_protocol", False) and kind.__module__.startswith("osintkp"):
        return all(hasattr(value, name) for name in vars(kind) if not name.startswith("_"))
    return isinstance(value, kind)


def _inside(value: Any, origin: Any, inner: tuple[Any, ...]) -> bool:
    if isinstance(value, (str, bytes)) and inner:
        return fits(value[:1], inner[0])
    if isinstance(value, Mapping) and issubclass(origin, Iterable):
        wanted = inner if len(inner) == 2 else (inner[0], Any)
        return all(fits(key, wanted[0]) and fits(each, wanted[1]) for key, each in value.items())
    if isinstance(value, Collection) and issubclass(origin, Iterable) and inner:
        if origin is tuple and inner[-1] is not Ellipsis:
            return len(value) == len(inner) and all(map(fits, value, inner))
        try:
            return all(fits(each, inner[0]) for each in value)
        except TypeError:  # an array of numpy without a dimension looks like one, and cannot be gone through
            return False
    return True


def described(kind: Any) -> str:
    """
    Return a type in the words of a signature.

    Example:
        >>> described(str | None), described(tuple[str, ...])
        ('str or None', 'tuple[str, ...]')
    """
    origin, inner = get_origin(kind), get_args(kind)
    if isinstance(kind, str):
        return kind
    if kind is NoneType or kind is None:
        return "None"
    if origin is Annotated:
        return described(inner[0])
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(described(each) for each in inner))
    if kind is Ellipsis:
        return "..."
    name = getattr(origin or kind, "__name__", str(kind))
    return f"{name}[{', '.join(map(described, inner))}]" if inner and origin is not Literal else name


def arguments(
    function: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> Iterator[tuple[str, Any, Any]]:
    """Give every value that a call is given, with its name and its type; nothing, where the number of them is wrong."""
    try:
        bound = signature(function).bind(*args, **kwargs)
    except TypeError:
        return
    space = unwrap(function).__globals__
    for parameter in signature(function).parameters.values():
        if parameter.name in bound.arguments:
            untold = parameter.annotation is parameter.empty
            kind = Any if untold else evaluated(parameter.annotation, space)
            yield from _each(parameter, bound.arguments[parameter.name], kind)


def _each(parameter: Any, given: Any, kind: Any) -> Iterator[tuple[str, Any, Any]]:
    """Give every value behind a parameter, with its name and its type."""
    if parameter.kind is parameter.VAR_POSITIONAL:
        yield from ((parameter.name, value, kind) for value in given)
    elif parameter.kind is parameter.VAR_KEYWORD:
        known = _keys(kind)
        yield from ((name, value, known.get(name, Any) if known else kind) for name, value in given.items())
    else:
        yield parameter.name, given, kind


def _keys(kind: Any) -> Mapping[str, Any]:
    """Return the types of the keys where a type is that of keywords by name."""
    inner = get_args(kind)[0] if get_origin(kind) is Unpack else kind
    if not is_typeddict(inner):
        return {}
    space = vars(sys.modules[inner.__module__])
    return {name: evaluated(each, space) for name, each in inner.__annotations__.items()}


class _Space(dict[str, Any]):
    """The names of a module; one that is known to type checkers alone stands for any."""

    def __missing__(self, name: str) -> Any:
        return getattr(builtins, name, Any)


def evaluated(kind: Any, space: Mapping[str, Any]) -> Any:
    """Return a type that may be written as a text; any, where it is not at hand."""
    text = getattr(kind, "__forward_arg__", kind)
    if not isinstance(text, str):
        return kind
    try:
        return eval(text, {}, _Space(space))  # noqa: S307  annotations of our own
    except (TypeError, AttributeError):
        return Any
