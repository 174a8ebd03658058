"""Phrases looked up in a text in one pass over its words, whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from osintkp.reading.tokens import Tokens

Meaning = TypeVar("Meaning")


class Hit(NamedTuple):
    """
    A phrase met in a text.

    Attributes:
        first: The number of its first word.
        last: The number of its last word.
        meaning: What the phrase was entered with.
    """

    first: int
    last: int
    meaning: object


class Lexicon(Generic[Meaning]):
    """
    Phrases with what they mean, found by their first word.

    Example:
        >>> phrases = Lexicon(
        ...     [(("red", "sea"), "sea"), (("red",), "colour"), (("red", "sea", "fleet"), "navy")]
        ... )
        >>> [(hit.first, hit.last, hit.meaning) for hit in phrases.hits(Tokens("the Red Sea and red paint"))]
        [(1, 2, 'sea'), (1, 1, 'colour'), (4, 4, 'colour')]
    """

    __slots__ = ("_alone", "_by_first")

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Meaning]]) -> None:
        self._alone: dict[str, list[Meaning]] = {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for words, meaning in entries:
            if len(words) == 1:
                self._alone.setdefault(words[0], []).append(meaning)
            else:
                self._by_first.setdefault(words[0], []).append((words[1:], meaning))
        for rests in self._by_first.values():
            rests.sort(key=lambda each: -len(each[0]))

    def hits(self, tokens: Tokens, first: int = 0, last: int | None = None) -> Iterator[Hit]:
        """Give every phrase met between two words, in order; of those that begin at one word the longest first."""
        words = tokens.words
        by_first, alone = self._by_first, self._alone
        for number in range(first, len(words) if last is None else last + 1):
            word = words[number]
            if word in by_first:
                for rest, meaning in by_first[word]:
                    end = number + len(rest)
                    if words[end] == rest[-1] if end < len(words) else False:
                        if tuple(words[number + 1 : end + 1]) == rest:
                            yield Hit(number, end, meaning)
            if word in alone:
                for meaning in alone[word]:
                    yield Hit(number, number, meaning)
