"""Ids for a stream of articles: each its own, in memory that does not grow with their number."""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b

from osintkp.evidence import LONGEST_ID, legal_id
from osintkp.uncoded import id_from

BITS = 2**27  # 16 MB: of ten million ids four in a thousand get a number that they would not need
LONGEST_NUMBER = 14


class Names:
    """
    Gives every article an id that no other one has, not even in other capitals.

    The ids given so far are kept in a filter of fixed size, which at times takes a new id for one that was given, never the
    other way round. What may have been given already gets the number of the article, as in ``wire.n17``; an id that looks
    like this by nature gets one too, so that the two sorts never meet. The same articles in the same order have the same ids.

    Args:
        bits: The size of the filter.

    Example:
        >>> names = Names()
        >>> [names.given("wire"), names.given("Wire"), names.given("../../x"), names.given("a.n1")]
        ['wire', 'Wire.n2', 'x', 'a.n1.n4']
    """

    def __init__(self, bits: int = BITS) -> None:
        self._bits = bits
        self._filter = bytearray(bits // 8)
        self._number = 0

    def given(self, wanted: str) -> str:
        """Return the id of the next article, as near to what is wanted as can be."""
        self._number += 1
        whole = legal_id(wanted) and len(wanted) <= LONGEST_ID - LONGEST_NUMBER
        name = wanted if whole else id_from(wanted)[: LONGEST_ID - LONGEST_NUMBER]
        if _numbered().search(name) or self._met(name.lower()):
            return f"{name}.n{self._number}"
        return name

    def _met(self, name: str) -> bool:
        """Tell whether a name may have been here before, and remember it."""
        digest = blake2b(name.encode(), digest_size=16).digest()
        met = True
        for start in range(0, 16, 4):
            place, bit = divmod(int.from_bytes(digest[start : start + 4], "big") % self._bits, 8)
            met &= bool(self._filter[place] >> bit & 1)
            self._filter[place] |= 1 << bit
        return met


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"\.[nN][0-9]+\Z")
