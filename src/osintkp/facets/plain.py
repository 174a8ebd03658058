"""Columns in plain Python: for each code the rows that have it, and for each row its code."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import chain, compress

from osintkp.facets.body import Codes
from osintkp.facets.coding import BYTE

DENSE = 8  # an answer of more than every eighth row is found sooner by going through all of them


class Plain:
    """
    Which rows have which code.

    Example:
        >>> index = Plain(array("B", [0, 1, 0, 2]), 3)
        >>> index.count([0, 2]), index.rows([2, 1]), index.among([0, 1, 3], [0, 2])
        (3, [1, 3], [0, 3])
    """

    __slots__ = ("_codes", "_counts", "_posted")

    def __init__(self, codes: array[int], size: int) -> None:
        found = Counter(codes)
        self._codes = codes
        self._counts = [found[code] for code in range(size)]
        self._posted: list[array[int]] | None = None

    def count(self, codes: Codes) -> int:
        """Return how many rows have one of some codes, of which none comes twice."""
        return sum(map(self._counts.__getitem__, codes))

    def rows(self, codes: Codes) -> list[int]:
        """Return the rows that have one of some codes."""
        if len(codes) > 1 and self.count(codes) * DENSE > len(self._codes):
            return list(compress(range(len(self._codes)), self._having(codes)))
        posted = self._by_code()
        return sorted(chain.from_iterable(posted[code] for code in codes))

    def among(self, rows: list[int], codes: Codes) -> list[int]:
        """Return those of some rows that have one of some codes."""
        mine, wanted = self._codes, self._wanted(codes)
        return [row for row in rows if wanted[mine[row]]]

    def listed(self, rows: list[int]) -> list[int]:
        """Return rows as plain numbers."""
        return rows

    def _by_code(self) -> list[array[int]]:
        if self._posted is None:
            self._posted = [array("i") for _ in self._counts]
            add = [rows.append for rows in self._posted]
            for row, code in enumerate(self._codes):
                add[code](row)
        return self._posted

    def _having(self, codes: Codes) -> Iterable[int]:
        wanted = self._wanted(codes)
        if self._codes.typecode == "B":
            return self._codes.tobytes().translate(wanted.ljust(BYTE, b"\0"))
        return map(wanted.__getitem__, self._codes)

    def _wanted(self, codes: Codes) -> bytearray:
        wanted = bytearray(len(self._counts))
        for code in codes:
            wanted[code] = 1
        return wanted


class PlainRanges:
    """
    The least and the most that each code stands for.

    Example:
        >>> PlainRanges(array("i", [1, 5, 9]), array("i", [4, 7, 9])).meeting(7, 8)
        [1]
    """

    __slots__ = ("_high", "_low")

    def __init__(self, low: array[int], high: array[int]) -> None:
        self._low, self._high = low, high

    def meeting(self, low: float, high: float) -> list[int]:
        """Return the codes whose range has something in common with another, ends included."""
        both = zip(self._low, self._high, strict=True)
        return [code for code, (first, last) in enumerate(both) if first <= high and last >= low]
