"""
The record types: what is said to have happened. A file in this folder is its registration.

A module ``records/<kind>.py`` holds one class with that ``kind``; nothing else has to be edited.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

import attrs

from osintkp.records._record import ActorId, ItemPath, Record, reading

__all__ = ["ActorId", "ItemPath", "Record", "reading", "record_types"]


@cache
def record_types() -> Mapping[str, type[Record]]:
    """
    Return every record type by its kind, in alphabetical order.

    Example:
        >>> record_types()["treaty"].__name__
        'Treaty'
    """
    names = sorted(info.name for info in iter_modules(__path__) if not info.name.startswith("_"))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    classes = (value for module in modules for value in vars(module).values() if isinstance(value, type))
    kinds = {cls.kind: cls for cls in classes if issubclass(cls, Record) and cls is not Record}
    return MappingProxyType({kind: with_types(shape) for kind, shape in kinds.items()})


def with_types(shape: type[Record]) -> type[Record]:
    """Return a record type whose fields know their types, even where its module writes them as text."""
    if any(isinstance(field.type, str) for field in attrs.fields(shape)):
        attrs.resolve_types(shape)
    return shape
