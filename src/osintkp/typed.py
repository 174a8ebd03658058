"""Values held against the types that a signature or a class declares: what does not fit is an error of our own."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, wraps
from inspect import isgeneratorfunction, signature, unwrap
from types import FunctionType, NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    ParamSpec,
    TypeVar,
    Union,
    Unpack,
    get_args,
    get_origin,
    is_typeddict,
)

from osintkp.errors import ArgumentError, OsintkpError, ResourceError

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Shape = TypeVar("Shape")
Kinds = tuple[frozenset[type], frozenset[type], Any]
ANY: Kinds = (frozenset(), frozenset(), Any)
LARGEST = sys.float_info.max
LOOKED_INTO = (list, tuple, set, frozenset)


def guarded(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """
    Return a public function so that what Python says of an argument of a wrong type is said by our own error.

    Arguments are looked at only after something went wrong, so that a call that goes well costs no more. What a program's own
    functions raise, and what a system says of a file, goes on as it is; so does every error with arguments that fit.

    Raises:
        ArgumentError: An argument is not of the type that is asked for (``wrong-type``).
        ResourceError: Too few frames of the stack are free.

    Example:
        >>> @guarded
        ... def halved(number: float) -> float:
        ...     return number / 2
        >>> halved("six")
        Traceback (most recent call last):
            ...
        osintkp.errors.ArgumentError: number is not of its type: 'six'; give float
    """
    if isgeneratorfunction(function):
        at_once: Callable[Asked, Answer] = _guarded_at_once(function)
        return at_once

    @wraps(function)
    def asked(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        try:
            return function(*args, **kwargs)
        except RecursionError:
            raise ResourceError(f"{function.__qualname__} has no answer") from None
        except (OsintkpError, OSError, MemoryError):
            raise
        except Exception as error:
            wrong = misfit(function, args, kwargs) or given_once(function, args, kwargs)
            if wrong is None:
                raise
            raise wrong from error

    return asked


def _guarded_at_once(function: Callable[Asked, Any]) -> Callable[Asked, Any]:
    """Return a function that gives its answer bit by bit, its arguments looked at before the first of them."""

    @wraps(function)
    def asked(*args: Asked.args, **kwargs: Asked.kwargs) -> Any:
        wrong = misfit(function, args, kwargs)
        if wrong is not None:
            raise wrong
        return function(*args, **kwargs)

    return asked


def guarded_methods(shape: type[Shape]) -> type[Shape]:
    """Return a class with every public method of its own guarded, those of the class itself too."""
    for name, value in list(vars(shape).items()):
        if name.startswith("_") and name not in ("__getitem__", "__or__", "__contains__"):
            continue
        if isinstance(value, FunctionType):
            setattr(shape, name, guarded(value))
        elif isinstance(value, (classmethod, staticmethod)):
            setattr(shape, name, type(value)(guarded(value.__func__)))
    return shape


def typed(shape: type[Shape]) -> type[Shape]:
    """
    Return a class of attrs whose instances cannot be made with a value of another type than its field declares.

    Example:
        >>> import attrs
        >>> @typed
        ... @attrs.frozen(kw_only=True)
        ... class Port:
        ...     name: str
        >>> Port(name=5)
        Traceback (most recent call last):
            ...
        osintkp.errors.ArgumentError: name is not of its type: 5; give str
    """
    made: Any = shape
    plain = made.__init__

    @wraps(plain)
    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        kinds = _kinds(made)
        for name, value in kwargs.items():
            plainly, of_each, kind = kinds.get(name, ANY)
            if type(value) in plainly or (
                of_each and type(value) is tuple and of_each.issuperset(map(type, value))
            ):
                continue
            if not fits(value, kind):
                raise not_of_its_type(name, value, kind)
        plain(self, *args, **kwargs)

    made.__init__ = init
    return shape


@cache
def _kinds(shape: Any) -> Mapping[str, Kinds]:
    """
    Return the type of each field that is given as it is, after the classes that fit plainly, alone and in a tuple.

    A field with a converter takes other values too, and is left out.
    """
    space = vars(sys.modules[shape.__module__])
    kinds = {
        field.alias: _evaluated(field.type, space)
        for field in shape.__attrs_attrs__
        if field.init and field.converter is None
    }
    return {
        name: (frozenset(_plainly(kind)), frozenset(_plainly(_of_each(kind))), kind)
        for name, kind in kinds.items()
    }


def _of_each(kind: Any) -> Any:
    """Return the type of everything in a tuple of any length; none, for another type."""
    inner = get_args(kind)
    return inner[0] if get_origin(kind) is tuple and inner[-1] is Ellipsis else ()


def _plainly(kind: Any) -> Iterator[type]:
    """Give the classes in a type that need no look inside."""
    origin = get_origin(kind)
    if origin is Annotated:
        yield from _plainly(get_args(kind)[0])
    elif origin in (Union, UnionType):
        for each in get_args(kind):
            yield from _plainly(each)
    elif isinstance(kind, type) and origin is None and kind is not Any:
        yield kind


def not_of_its_type(name: str, value: object, kind: Any) -> ArgumentError:
    """Return the error for a value of another type than its place asks for."""
    return ArgumentError(
        "wrong-type", f"{name} is not of its type", value, f"give {described(kind)}", field=name
    )


def misfit(function: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> ArgumentError | None:
    """Return the error for the first argument of a call that is not of its type; None where all fit, or too few are given."""
    for name, value, kind in _given(function, args, kwargs):
        if not fits(value, kind):
            return not_of_its_type(name, value, kind)
    return None


def given_once(function: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> ArgumentError | None:
    """Return the error for an argument that is gone through once, so that nobody can say any more what it gave."""
    for name, value, _ in _given(function, args, kwargs):
        if isinstance(value, Iterator):
            what, fix = f"what {name} gives does not fit", "give it as a list to see what it holds"
            return ArgumentError("wrong-type", what, value, fix, field=name)
    return None


def _given(function: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Give every value that a call is given, with its name and its type; nothing, where the number of them is wrong."""
    try:
        bound = signature(function).bind(*args, **kwargs)
    except TypeError:
        return
    space = unwrap(function).__globals__
    for parameter in signature(function).parameters.values():
        if parameter.name in bound.arguments:
            untold = parameter.annotation is parameter.empty
            kind = Any if untold else _evaluated(parameter.annotation, space)
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
    return {name: _evaluated(each, space) for name, each in inner.__annotations__.items()}


class _Space(dict[str, Any]):
    """The names of a module; one that is known to type checkers alone stands for any."""

    def __missing__(self, name: str) -> Any:
        return getattr(builtins, name, Any)


def _evaluated(kind: Any, space: Mapping[str, Any]) -> Any:
    """Return a type that may be written as a text; any, where it is not at hand."""
    text = getattr(kind, "__forward_arg__", kind)
    if not isinstance(text, str):
        return kind
    try:
        return eval(text, {}, _Space(space))  # noqa: S307  annotations of our own
    except (TypeError, AttributeError):
        return Any


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
    if isinstance(value, dict) and issubclass(origin, Iterable):
        wanted = inner if len(inner) == 2 else (inner[0], Any)
        return all(fits(key, wanted[0]) and fits(each, wanted[1]) for key, each in value.items())
    if isinstance(value, LOOKED_INTO) and issubclass(origin, Iterable) and inner:
        if origin is tuple and inner[-1] is not Ellipsis:
            return len(value) == len(inner) and all(map(fits, value, inner))
        return all(fits(each, inner[0]) for each in value)
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
