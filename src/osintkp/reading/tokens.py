"""A text cut into words, numbers and signs, each in its exact place."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from itertools import accumulate, compress, count
from typing import TYPE_CHECKING

from osintkp.reading.view import seen
from osintkp.vocabulary.letters import fold

if TYPE_CHECKING:
    from collections.abc import Collection


class Tokens:
    r"""
    A text and its words.

    A hyphen or en dash between two letters or digits is no word of its own: ``T-72`` is ``t`` and ``72``, and
    :meth:`joined` tells. ``'s`` stands alone, abbreviations with dots are one word without them (``u.s.`` is ``us``),
    digits keep their commas and points (``6,700``), two line ends or more are one word ``\n``. Marks of
    emphasis inside a word do not cut it: ``**I**n`` is ``*``, ``*``, ``in``. Whoever has the view already hands it over.

    Attributes:
        text: The text itself.
        view: The text in small letters, exactly as long.
        words: The words in small letters, accents folded.
        starts: Where each begins in the text.
        ends: Where each ends.
        distinct: Every word once.

    Example:
        >>> Tokens("Iran's T-72s, 6,700 U.S. shells").words
        ['iran', "'s", 't', '72', 's', ',', '6,700', 'us', 'shells']
    """

    __slots__ = ("distinct", "ends", "starts", "text", "view", "words")

    def __init__(self, text: str, view: str | None = None) -> None:
        self.text = text
        self.view = view = seen(text) if view is None else view
        pattern = _marked() if "*" in view and _emphasis().search(view) else _pattern()
        # Gap, word, gap, word ... gap: cut, measured and counted up without a step of Python per word.
        parts = pattern.split(view)
        places = list(accumulate(map(len, parts)))
        self.starts = places[0:-1:2]
        self.ends = places[1::2]
        words = parts[1::2]
        every = set(words)
        odd = {word: _word(word) for word in every if not (word.isalpha() and word.isascii())}
        self.words = list(map(odd.get, words, words))
        self.distinct = every.difference(odd).union(odd.values())

    def __len__(self) -> int:
        return len(self.words)

    def at(self, place: int) -> int:
        """Return the number of the first word that begins at a place in the text or after it."""
        return bisect_left(self.starts, place)

    def where(self, wanted: Collection[str]) -> list[int]:
        """Return the numbers of the words that are among some, in order."""
        if self.distinct.isdisjoint(wanted):
            return []
        return list(compress(count(), map(wanted.__contains__, self.words)))

    def joined(self, number: int) -> bool:
        """Tell whether a word is joined to the one before it, by nothing or by a hyphen."""
        if number == 0:
            return False
        gap = self.starts[number] - self.ends[number - 1]
        return gap == 0 or (gap == 1 and self.view[self.starts[number] - 1] in "-\u2013")

    def quote(self, first: int, last: int) -> str:
        """Return the text from one word to another, both included."""
        return self.text[self.starts[first] : self.ends[last]]


def _word(word: str) -> str:
    if len(word) == 1:
        return word
    if word[0] == "\n":
        return "\n"
    if not word[0].isdigit():
        word = word.replace(".", "").replace("*", "")
    return word if word.isascii() else fold(word)


@functools.cache
def _pattern() -> re.Pattern[str]:
    return _compiled("")


@functools.cache
def _marked() -> re.Pattern[str]:
    """Return the pattern for a text that sets letters inside a word bold: ``**I**n`` is one word between two marks."""
    return _compiled(r"(?:\*{1,3}[^\W\d_]++){0,4}+")


@functools.cache
def _emphasis() -> re.Pattern[str]:
    return re.compile(r"(?<=[^\W\d_])\*{1,3}[^\W\d_]")


def _compiled(marks: str) -> re.Pattern[str]:
    letter = r"[^\W\d_]"
    plain = r"[a-z]++(?![\u0080-\U0010ffff.'*])"
    abbreviation = rf"\.(?:{letter}\.){{1,11}}+(?!{letter})"
    word = rf"{letter}*+{marks}(?:(?<={letter}n)'t(?!{letter}))?"
    digits = r"\d+(?:[.,]\d+)*+"
    owner = rf"'s(?!{letter})"
    lines = r"\n[ \r]*\n\s*"
    sign = r"(?!(?<=\w)[-\u2013](?=\w))[^\w\s]|_"
    # Nothing begins with a blank, and to say so first passes over the blanks between words at one look each.
    return re.compile(
        rf"((?! )(?:{plain}|{letter}(?:{abbreviation}|{word})|{digits}|{owner}|{lines}|{sign}))"
    )
