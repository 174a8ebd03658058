"""Tables of JSON in which no key stands twice: which of the two is meant, nobody can know."""

from __future__ import annotations

from collections import Counter
from typing import Any

from osintkp.errors import InvalidValueError


def unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """
    Return the pairs of a table as a table, for a decoder's ``object_pairs_hook``.

    Raises:
        InvalidValueError: A key stands twice (``duplicate-key``).

    Example:
        >>> unique_keys([("a", 1), ("b", 2)])
        {'a': 1, 'b': 2}
        >>> unique_keys([("a", 1), ("a", 2)])
        Traceback (most recent call last):
            ...
        osintkp.errors.InvalidValueError: a key stands twice in one table: 'a'; keep one of them
    """
    table = dict(pairs)
    if len(table) < len(pairs):
        twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise InvalidValueError("duplicate-key", "a key stands twice in one table", twice, "keep one of them")
    return table
