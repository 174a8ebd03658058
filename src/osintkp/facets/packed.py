"""Columns as arrays of numpy: the code of each row, and once they are asked for the rows in the order of their codes."""

from __future__ import annotations

from array import array
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from osintkp.facets.body import Codes

DENSE = 16  # an answer of more than every sixteenth row is found sooner by going through all of them
MANY = 1000  # and so are the rows of more codes
Numbers: TypeAlias = NDArray[np.intp]
Flags: TypeAlias = NDArray[np.bool_]


class Packed:
    """
    Which rows have which code.

    Example:
        >>> index = Packed(array("B", [0, 1, 0, 2]), 3)
        >>> index.count([0, 2]), index.listed(index.rows([2, 1]))
        (3, [1, 3])
    """

    __slots__ = ("_codes", "_counts", "_ends", "_order")

    def __init__(self, codes: array[int], size: int) -> None:
        self._codes = np.array(codes, dtype=codes.typecode)
        self._counts = np.bincount(self._codes, minlength=size)
        self._ends = np.concatenate(([0], np.cumsum(self._counts)))
        self._order: NDArray[np.int32] | None = None

    def count(self, codes: Codes) -> int:
        """Return how many rows have one of some codes, of which none comes twice."""
        return int(self._counts[np.asarray(codes, dtype=np.intp)].sum())

    def rows(self, codes: Codes) -> Numbers:
        """Return the rows that have one of some codes."""
        if len(codes) > MANY or self.count(codes) * DENSE > len(self._codes):
            return np.flatnonzero(self._has(self._codes, codes))
        order, ends = self._by_code(), self._ends
        posted = [order[ends[code] : ends[code + 1]] for code in codes]
        return np.sort(np.concatenate(posted)).astype(np.intp) if posted else np.empty(0, dtype=np.intp)

    def among(self, rows: Numbers | list[int], codes: Codes) -> Numbers:
        """Return those of some rows that have one of some codes."""
        rows = np.asarray(rows, dtype=np.intp)
        kept: Numbers = rows[self._has(self._codes[rows], codes)]
        return kept

    def listed(self, rows: Numbers) -> list[int]:
        """Return rows as plain numbers."""
        plain: list[int] = rows.tolist()
        return plain

    def _has(self, mine: NDArray[np.integer], codes: Codes) -> Flags:
        if len(codes) == 1:
            same: Flags = mine == codes[0]
            return same
        wanted = np.zeros(len(self._counts), dtype=np.bool_)
        wanted[np.asarray(codes, dtype=np.intp)] = True
        has: Flags = wanted.take(mine, mode="clip")
        return has

    def _by_code(self) -> NDArray[np.int32]:
        if self._order is None:
            self._order = np.argsort(self._codes, kind="stable").astype(np.int32)
        return self._order


class PackedRanges:
    """
    The least and the most that each code stands for.

    Example:
        >>> PackedRanges(array("i", [1, 5, 9]), array("i", [4, 7, 9])).meeting(7, 8).tolist()
        [1]
    """

    __slots__ = ("_high", "_low")

    def __init__(self, low: array[int], high: array[int]) -> None:
        self._low, self._high = np.array(low), np.array(high)

    def meeting(self, low: float, high: float) -> Numbers:
        """Return the codes whose range has something in common with another, ends included."""
        return np.flatnonzero((self._low <= high) & (self._high >= low))
