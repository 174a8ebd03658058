"""Values as numbers: each distinct one gets the next code."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

V = TypeVar("V")
BYTE, WORD = 1 << 8, 1 << 16


def coded(values: Iterable[V]) -> tuple[list[V], array[int]]:
    """
    Return the distinct values in the order in which they appear, and for each value its place there.

    The places take up one, two or four bytes each, as few as they can.

    Example:
        >>> coded(["KE", None, "KE"])
        (['KE', None], array('B', [0, 1, 0]))
    """
    places: defaultdict[V, int] = defaultdict()
    places.default_factory = places.__len__
    codes = array("i", map(places.__getitem__, values))
    size = len(places)
    return list(places), array("B" if size <= BYTE else "H" if size <= WORD else "i", codes)
