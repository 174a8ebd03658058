"""
The exports. A file in this folder is its registration.

A module ``exports/<name>.py`` has a docstring, ``ENDING`` (of its files) and ``render(package)``, which gives
the document and a list of what it could not carry. Where a document can come back it has ``parse(text)`` too, which
gives codings as plain data: they go through the same door as a coding file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any

import attrs

from osintkp.errors import InvalidValueError
from osintkp.exports._package import Package, Rule
from osintkp.typed import guarded, typed

__all__ = ["Export", "Package", "Rule", "export_named", "exports", "names"]

Loss = str
Rendered = tuple[str, tuple[Loss, ...]]
Coding = tuple[dict[str, Any], list[Any]]


@typed
@attrs.frozen(kw_only=True)
class Export:
    """
    One form in which a corpus leaves the library.

    Attributes:
        name: Like ``sarif``.
        page: What it carries.
        ending: Of its files, like ``.sarif``.
        render: Gives the document, and a line for each thing that it could not carry.
        parse: Gives the codings in a document, each as its table for the source and the tables of its claims; None for
            a form that cannot come back.
    """

    name: str
    page: str
    ending: str
    render: Callable[[Package], Rendered]
    parse: Callable[..., Iterable[Coding]] | None = None


@cache
def exports() -> Mapping[str, Export]:
    """
    Return every export by its name, in alphabetical order.

    Example:
        >>> "sarif" in exports()
        True
    """
    return MappingProxyType({name: export_named(name) for name in names()})


def names() -> tuple[str, ...]:
    """Return the names of the exports without loading any, in alphabetical order."""
    return tuple(sorted(info.name for info in iter_modules(__path__) if not info.name.startswith("_")))


@guarded
@cache
def export_named(name: str) -> Export:
    """
    Return the export of a name.

    Raises:
        InvalidValueError: There is none (``unknown-export``).
    """
    if name not in names():
        fix = f"use one of {', '.join(names())}"
        raise InvalidValueError("unknown-export", "there is no such export", name, fix)
    module = import_module(f"{__name__}.{name}")
    return Export(
        name=name,
        page=module.__doc__ or "",
        ending=module.ENDING,
        render=module.render,
        parse=getattr(module, "parse", None),
    )
