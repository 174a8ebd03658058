"""
Building: instances of frozen classes from values that have been validated one by one.

A frozen class of attrs sets each field through a call that goes around its own lock. That is most of what an instance costs
where its values are known to be sound. So an instance is made of an open class with the same slots, filled, and then turned
into one of the class itself. Whatever validates fields is still asked: for each distinct value once, see :func:`validated`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import CodeType
from typing import Any

import attrs

from osintkp.vocabulary.fields import opened

Read = Callable[[Any], Any]
Reader = Read | dict[Any, Any]
Build = Callable[..., tuple[Any, int]]


def buildable(shape: Any) -> bool:
    """
    Tell whether an instance of a class is no more than its slots, with nothing run once all are set.

    Example:
        >>> from osintkp.evidence import Link
        >>> from osintkp.units import Amount
        >>> buildable(Link), buildable(Amount)
        (True, False)
    """
    runs = any(hasattr(shape, name) for name in ("__attrs_post_init__", "__attrs_pre_init__"))
    return (
        not runs
        and all(field.init and field.converter is None for field in attrs.fields(shape))
        and _open(shape)
    )


def _open(shape: Any) -> bool:
    """Tell whether instances of the open class can be turned into ones of the class."""
    if "__slots__" not in vars(shape):
        return False
    try:
        object.__new__(opened(shape)).__class__ = shape
    except (
        TypeError
    ):  # beside its own slots it has one for weak references, which none but itself has in that place
        return False
    return True


def validated(shape: type[Any], field: attrs.Attribute[Any], read: Read) -> Read:
    """Return what reads a value for a field and asks the field's validator, which is shown an instance with nothing in it."""
    validator, blank = field.validator, shape()

    def read_sound(value: Any) -> Any:
        found = read(value)
        if validator is not None:
            validator(blank, field, found)
        return found

    return read_sound


def builder(shape: Any, readers: Mapping[str, Reader], given: tuple[str, ...] = ()) -> Build:
    """
    Return what builds an instance from an object that has a value, or None, for every field that is read.

    It returns the instance, and how many keys were there to be read, those in nested tables too.

    Args:
        shape: The class; its instances are built as :func:`buildable` tells, whoever calls sees to the rest.
        readers: What reads the value of a field: a function, or a table of what was read.
        given: Fields whose values are handed over after the object.

    Example:
        >>> from types import SimpleNamespace
        >>> from osintkp.evidence import Link
        >>> build = builder(Link, {"role": str.upper, "verb": {"said": "said"}}, ("actor",))
        >>> build(SimpleNamespace(role=None, verb="said"), "SD")
        (Link(actor='SD', role=None, verb='said', medium=None, when=None, basis=None), 1)
    """
    fields = attrs.fields(shape)
    tables = frozenset(name for name, read in readers.items() if isinstance(read, dict))
    names: dict[str, Any] = {f"{name}_of": read for name, read in readers.items()}
    for field in fields:
        lazy = isinstance(field.default, attrs.Factory)  # type: ignore[arg-type]  # a class at run time
        names[f"{field.name}_default"] = field.default.factory if lazy else field.default
    names |= {"new": object.__new__, "opened": opened(shape), "shape": shape, "keys_in": keys_in}
    exec(_code(shape, frozenset(readers), tables, given), names)  # noqa: S102  text from the names of fields alone
    build: Build = names["build"]
    return build


@cache
def _code(shape: Any, read: frozenset[str], tables: frozenset[str], given: tuple[str, ...]) -> CodeType:
    lines = [f"def build({', '.join(('coded', *given))}):", " keys = 0", " made = new(opened)"]
    for field in attrs.fields(shape):
        lines += _lines(field, field.name in read, field.name in tables, field.name in given)
    return compile(
        "\n".join([*lines, " made.__class__ = shape", " return made, keys"]),
        f"<builder of {shape.__name__}>",
        "exec",
    )


def _lines(field: attrs.Attribute[Any], read: bool, table: bool, given: bool) -> Iterator[str]:
    name = field.name
    default = f"{name}_default()" if isinstance(field.default, attrs.Factory) else f"{name}_default"  # type: ignore[arg-type]
    if given:
        yield f" made.{name} = {name}"
    elif not read:
        yield f" made.{name} = {default}"
    else:
        yield f" value = coded.{name}"
        yield f" if value is None: made.{name} = {default}"
        yield (
            f" else: made.{name} = {name}_of[value]; keys += 1"
            if table
            else (f" else: made.{name} = {name}_of(value); keys += 1 + keys_in(value)")
        )


def keys_in(value: Any) -> int:
    """
    Return how many keys the tables in plain data have.

    Example:
        >>> keys_in({"a": [{"b": 1}, {"b": {"c": 2}}]})
        4
    """
    if type(value) is dict:
        return len(value) + sum([keys_in(each) for each in value.values() if type(each) in (dict, list)])
    return sum([keys_in(each) for each in value if type(each) in (dict, list)]) if type(value) is list else 0


def asked(read: Reader) -> Read:
    """Return a function or a table as a function."""
    return read.__getitem__ if isinstance(read, dict) else read


def called(shape: type[Any], readers: Mapping[str, Reader]) -> Build:
    """Return what :func:`builder` does for a class that has to be called."""
    read = {name: asked(each) for name, each in readers.items()}

    def build(coded: Any) -> tuple[Any, int]:
        told = {name: each for name in read if (each := getattr(coded, name)) is not None}
        keys = len(told) + keys_in(list(told.values()))
        return shape(**{name: read[name](each) for name, each in told.items()}), keys

    return build


def first_of(names: tuple[str, ...]) -> Callable[[Any], Any]:
    """
    Return what gives the first attribute of some that is there.

    Example:
        >>> from types import SimpleNamespace
        >>> first_of(("low", "high"))(SimpleNamespace(low=None, high=5))
        5
    """
    find: Callable[[Any], Any] = eval(f"lambda coded: {' or '.join(f'coded.{name}' for name in names)}")  # noqa: S307  as above
    return find
