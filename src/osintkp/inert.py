"""Words from outside on their way to a screen: no letter of them steers it or turns its lines."""

from __future__ import annotations

from collections.abc import Iterable

TURNS = "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
JOINERS = "\u200c\u200d"  # without them Persian and many pictures are misspelt; they move nothing


def printable(text: str) -> str:
    r"""
    Return a text as one line in which every letter that could steer a screen, or turn its lines, is shown by its number.

    Example:
        >>> print(printable("red \x1b[31m, turned \u202e\n, kept: é ق ñ"))
        red \x1b[31m, turned \u202e\n, kept: é ق ñ
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(letter: str) -> str:
    return letter if letter.isprintable() or letter in JOINERS or is_blank(letter) else ascii(letter)[1:-1]


def is_blank(letter: str) -> bool:
    r"""
    Tell whether a letter is a blank that stays within its line.

    Example:
        >>> is_blank("\u00a0"), is_blank("\t"), is_blank("\u2028"), is_blank("x")
        (True, False, False, False)
    """
    return letter.isspace() and letter not in TURNS and letter not in "\t\n\r"


def lines(every: Iterable[str]) -> str:
    r"""
    Return lines one under the other, each printable, so that no word of one begins another.

    Example:
        >>> print(lines(["a/1: gone\nERROR", "a/2"]))
        a/1: gone\nERROR
        a/2
    """
    return "\n".join(map(printable, every))
