"""A text cut into words, numbers and signs, each in its exact place."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left

from osintkp.reading.view import seen
from osintkp.vocabulary.letters import fold


class Tokens:
    """
    A text and its words.

    A hyphen or en dash between two letters or digits is no word of its own: ``T-72`` is ``t`` and ``72``, and
    :meth:`joined` tells. ``'s`` stands alone, abbreviations with dots are one word without them (``u.s.`` is ``us``),
    digits keep their commas and points (``6,700``), two line ends or more are one word ``\\n``.

    Attributes:
        text: The text itself.
        view: The text in small letters, exactly as long.
        words: The words in small letters, accents folded.
        starts: Where each begins in the text.
        ends: Where each ends.

    Example:
        >>> Tokens("Iran's T-72s, 6,700 U.S. shells").words
        ['iran', "'s", 't', '72', 's', ',', '6,700', 'us', 'shells']
    """

    __slots__ = ("ends", "starts", "text", "view", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.view = view = seen(text)
        spans = [match.span() for match in _pattern().finditer(view)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.words = [_word(view[start:end]) for start, end in spans]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, place: int) -> int:
        """Return the number of the first word that begins at a place in the text or after it."""
        return bisect_left(self.starts, place)

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
    if "." in word and not word[0].isdigit():
        return word.replace(".", "")
    return word if word.isascii() else fold(word)


@functools.cache
def _pattern() -> re.Pattern[str]:
    abbreviation = r"(?:[^\W\d_]\.){2,12}(?![^\W\d_])"
    word = r"[^\W\d_]+n't(?![^\W\d_])|[^\W\d_]+"
    digits = r"\d+(?:[.,]\d+)*"
    owner = r"'s(?![^\W\d_])"
    return re.compile(rf"{abbreviation}|{word}|{digits}|{owner}|\n[ \r]*\n\s*|(?:(?!(?<=\w)[-\u2013](?=\w))[^\w\s])|_")
