"""
Names that have changed: an old one works for a year, and says what it is called now.

A renamed name of the package gets a row in ``RENAMED``; a method or an argument that is renamed stays beside its
successor and calls :func:`warn`.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Renamed(NamedTuple):
    """
    A name that has changed.

    Attributes:
        new: What it is called now.
        since: The version that changed it, a year and a number like ``26.1``.
        gone: The version that no longer knows the old name, a year after ``since`` or later.
    """

    new: str
    since: str
    gone: str


RENAMED: Mapping[str, Renamed] = MappingProxyType({})


def current(name: str, renamed: Mapping[str, Renamed] | None = None) -> str | None:
    """
    Return what a name of the package is called now, with a warning; None for one that never was.

    Args:
        name: The old name.
        renamed: The names that have changed; None for :data:`RENAMED`.

    Example:
        >>> current("Corpus") is None
        True
    """
    row = (RENAMED if renamed is None else renamed).get(name)
    if row is None:
        return None
    warn(f"osintkp.{name}", f"osintkp.{row.new}", row.gone, stacklevel=4)
    return row.new


def warn(old: str, new: str, gone: str, *, stacklevel: int = 3) -> None:
    """
    Warn whoever uses an old name, where they use it.

    Args:
        old: The old name, as it is written.
        new: The new one.
        gone: The version that no longer knows the old one.
        stacklevel: How far up the caller stands who is to be warned; 3 is whoever called the function that warns.

    Example:
        >>> with warnings.catch_warnings(record=True) as told:
        ...     warnings.simplefilter("always")
        ...     warn("corpus.pick", "corpus.select", "27.1")
        >>> print(told[0].message)
        corpus.pick is now corpus.select; the old name goes in osintkp 27.1
    """
    message = f"{old} is now {new}; the old name goes in osintkp {gone}"
    warnings.warn(message, DeprecationWarning, stacklevel=stacklevel)
