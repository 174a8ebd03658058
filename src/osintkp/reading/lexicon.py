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

    __slots__ = ("_alone", "_by_two", "_firsts")

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Meaning]]) -> None:
        self._alone: dict[str, list[Meaning]] = {}
        self._by_two: dict[str, dict[str, list[tuple[tuple[str, ...], Meaning]]]] = {}
        for words, meaning in entries:
            if len(words) == 1:
                self._alone.setdefault(words[0], []).append(meaning)
            else:
                self._by_two.setdefault(words[0], {}).setdefault(words[1], []).append((words[2:], meaning))
        for seconds in self._by_two.values():
            for rests in seconds.values():
                rests.sort(key=_length, reverse=True)
        self._firsts = frozenset(self._alone.keys() | self._by_two.keys())

    def hits(self, tokens: Tokens, first: int = 0, last: int | None = None) -> Iterator[Hit]:
        """Give every phrase met between two words, in order; of those that begin at one word the longest first."""
        words = tokens.words
        by_two, alone = self._by_two, self._alone
        whole = first == 0 and last is None
        end = len(words) if last is None else last + 1
        for number in tokens.where(self._firsts) if whole else range(first, end):
            word = words[number]
            if word in by_two and number + 1 < len(words):
                for rest, meaning in by_two[word].get(words[number + 1], ()):
                    after = number + 2 + len(rest)
                    if not rest or tuple(words[number + 2 : after]) == rest:
                        yield Hit(number, after - 1, meaning)
            if word in alone:
                for meaning in alone[word]:
                    yield Hit(number, number, meaning)


def _length(entry: tuple[tuple[str, ...], object]) -> int:
    return len(entry[0])
