"""Values held against the types that a signature or a class declares: what does not fit is an error of our own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache, wraps
from inspect import isgeneratorfunction
from types import FunctionType, UnionType
from typing import Annotated, Any, ParamSpec, TypeVar, Union, get_args, get_origin

from osintkp.annotations import arguments, described, evaluated, fits
from osintkp.errors import ArgumentError, OsintkpError, ResourceError

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Shape = TypeVar("Shape")
Kinds = tuple[frozenset[type], frozenset[type], Any]
ANY: Kinds = (frozenset(), frozenset(), Any)


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
        field.alias: evaluated(field.type, space)
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
    for name, value, kind in arguments(function, args, kwargs):
        if not fits(value, kind):
            return not_of_its_type(name, value, kind)
    return None


def given_once(function: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> ArgumentError | None:
    """Return the error for an argument that is gone through once, so that nobody can say any more what it gave."""
    for name, value, _ in arguments(function, args, kwargs):
        if isinstance(value, Iterator):
            what, fix = f"what {name} gives does not fit", "give it as a list to see what it holds"
            return ArgumentError("wrong-type", what, value, fix, field=name)
    return None
