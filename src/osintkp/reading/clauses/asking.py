"""Sentences that only ask: "Has Chad sent troops?" tells nothing that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

INVERTED: Final = frozenset(
    [
        "am",
        "are",
        "can",
        "could",
        "did",
        "do",
        "does",
        "had",
        "has",
        "have",
        "is",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "was",
        "were",
        "will",
        "would",
    ]
)
BEFORE: Final = frozenset(
    ("q", "question", ":", ".", '"', "*", "-", "\u2014", "but", "and", "so", "or", ",", "then")
)
LEADING: Final = 4


def is_asked(words: Sequence[str], first: int, last: int) -> bool:
    """
    Tell whether a sentence asks whether something is so; one that asks why or when takes it to be so.

    Args:
        words: The words of the text.
        first: The number of its first word.
        last: That of its last, signs included.

    Example:
        >>> (
        ...     is_asked("has chad sent troops ?".split(), 0, 4),
        ...     is_asked("why has chad sent troops ?".split(), 0, 5),
        ... )
        (True, False)
    """
    end = last
    while end > first and words[end] in ('"', ")", "'"):
        end -= 1
    if words[end] != "?":
        return False
    at = next((each + 1 for each in range(first, min(first + LEADING, end)) if words[each] == ":"), first)
    while at < min(first + LEADING, end) and words[at] in BEFORE:
        at += 1
    return words[at] in INVERTED
