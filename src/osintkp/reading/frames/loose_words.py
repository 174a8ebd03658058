"""The words by which a loose figure is told: what it can be of, whose it is, and what it takes over from another event."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from osintkp.vocabulary.tables import whole_table

NOTHING: frozenset[str] = frozenset()


@functools.cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    return {name: rows for name, rows in whole_table("reading/loose").items() if isinstance(rows, dict)}


@functools.cache
def words(table: str, row: str) -> frozenset[str]:
    """
    Return the words of one row of a table; none where it has no such row.

    Example:
        >>> "quota" in words("cues", "limit"), len(words("cues", "weather"))
        (True, 0)
    """
    return frozenset(_tables()[table].get(row, NOTHING))


def cues(sort: str, kind: str) -> frozenset[str]:
    """Return what speaks for a kind around a figure of a sort: words of that sort where it has its own."""
    return words("cues", sort) or words("cues", kind)


def kinds(sort: str) -> tuple[str, ...]:
    """Return the kinds that a figure of a sort can be of, in order."""
    return tuple(_tables()["kinds"][sort])


def carried(kind: str) -> tuple[str, ...]:
    """Return the fields that a loose figure takes over from an event of its kind, in order."""
    return tuple(_tables()["carried"][kind])
