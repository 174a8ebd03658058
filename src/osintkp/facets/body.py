"""What is done for every claim of a column: the interface that its two bodies share, and the choice between them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Any, Protocol

import attrs

Rows = Any  # places of claims in ascending order, each once, in the form that a body works with
Codes = Any  # numbers, none twice, as a list or in the form that a body works with
LARGE = 50_000  # claims; below, plain Python has answered before numpy is imported


class Index(Protocol):
    """Which rows have which code in one column."""

    def count(self, codes: Codes) -> int:
        """Return how many rows have one of some codes, of which none comes twice."""
        ...

    def rows(self, codes: Codes) -> Rows:
        """Return the rows that have one of some codes."""
        ...

    def among(self, rows: Rows, codes: Codes) -> Rows:
        """Return those of some rows that have one of some codes."""
        ...

    def listed(self, rows: Rows) -> list[int]:
        """Return rows as plain numbers."""
        ...


class Ranges(Protocol):
    """The least and the most that each code of a column stands for."""

    def meeting(self, low: float, high: float) -> Codes:
        """Return the codes whose range has something in common with another, ends included."""
        ...


@attrs.frozen(kw_only=True)
class Body:
    """
    The ways in which columns are looked through.

    Attributes:
        index: Makes an index of the code of each row, and how many codes there are.
        ranges: Makes ranges of the least and the most of each code.
    """

    index: Callable[[array[int], int], Index]
    ranges: Callable[[array[int], array[int]], Ranges]


def body(claims: int) -> Body:
    """
    Return what looks through the columns of so many claims.

    Example:
        >>> body(100).index.__module__
        'osintkp.facets.plain'
    """
    if claims >= LARGE and find_spec("numpy") is not None:
        from osintkp.facets import packed

        return Body(index=packed.Packed, ranges=packed.PackedRanges)
    from osintkp.facets import plain

    return Body(index=plain.Plain, ranges=plain.PlainRanges)


@attrs.frozen
class Condition:
    """
    What a question asks of one column.

    Attributes:
        index: Of the column.
        codes: Those that meet the question, each once.
    """

    index: Index
    codes: Codes

    @property
    def count(self) -> int:
        """Return how many claims meet it."""
        return self.index.count(self.codes)

    def among(self, places: list[int]) -> list[int]:
        """Return the places of those of some claims that meet it."""
        return self.index.listed(self.index.among(places, self.codes))


def meeting(conditions: Sequence[Condition]) -> list[int]:
    """
    Return the places of the claims that meet every one of some conditions, at least one, in ascending order.

    The condition that fewest claims meet is looked up, and the others are asked of these claims alone.

    Example:
        >>> from osintkp.facets.plain import Plain
        >>> one, other = Plain(array("B", [0, 1, 0, 0]), 2), Plain(array("B", [0, 0, 1, 2]), 3)
        >>> meeting([Condition(one, [0]), Condition(other, [0, 1])])
        [0, 2]
    """
    first, *others = sorted(conditions, key=lambda condition: condition.count)
    rows = first.index.rows(first.codes)
    for each in others:
        rows = each.index.among(rows, each.codes)
    return first.index.listed(rows)
