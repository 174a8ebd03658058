"""
The words of dates: a text as a row of letters, one a word, in which dates are looked for.

``d`` a number from 1 to 31, ``n`` another small number, ``o`` an ordinal, ``y`` a year, ``D`` a decade, ``M`` a
month, ``m`` May and March, ``B`` a short month, ``W`` a weekday, ``S`` a season, ``Q`` a quarter like Q3, ``H`` half
and quarter, ``Y`` yesterday and its like, ``U`` a unit of time, ``u`` several, ``C`` a feast, ``_`` a sign where a
word would be, ``.`` any other word; the rest as under ``roles`` in the table.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from itertools import accumulate, repeat
from typing import Any, NamedTuple

from osintkp.vocabulary.tables import whole_table

SIGNS = "\n\r,.()-\u2013\u2014\"'/:;[]?!*"
DASHES = frozenset({"-", "\u2013", "\u2014"})
_KINDS = {
    "months": "M",
    "ambiguous_months": "m",
    "short_months": "B",
    "weekdays": "W",
    "seasons": "S",
    "quarters": "Q",
    "parts": "H",
    "units": "U",
    "many_units": "u",
    "deictics": "Y",
    "numbers": "n",
    "ordinals": "o",
    "feasts": "C",
}
_FIRST_YEAR, _LAST_YEAR = 1700, 2099


class Row(NamedTuple):
    """
    A text word by word.

    Attributes:
        letters: What each word is, one letter a word.
        words: The words, signs cut off; an empty one for each sign or blank beyond the first.
        sums: How many letters they have up to each, blanks left out.
    """

    letters: str
    words: list[str]
    sums: list[int]

    def start(self, number: int) -> int:
        """Return the first code point of a word."""
        return self.sums[number] + number - len(self.words[number])

    def end(self, number: int) -> int:
        """Return one past the last code point of a word."""
        return self.sums[number] + number


@functools.cache
def table() -> Mapping[str, Any]:
    """Return the table of words, frozen in the package."""
    return whole_table("reading/dates")


@functools.cache
def values() -> Mapping[str, Any]:
    """
    Return what the words with a value stand for: the number of a month, the days of a deictic, a unit.

    Example:
        >>> values()["june"], values()["13th"], values()["1980s"]
        (6, 13, '198X')
    """
    found: dict[str, Any] = {word: meaning for kind in _KINDS for word, meaning in table()[kind].items()}
    for number in range(1, 32):
        found[str(number)] = found[f"{number:02d}"] = number
        found.update(dict.fromkeys((f"{number}{end}" for end in ("st", "nd", "rd", "th")), number))
    found.update((str(number), number) for number in range(32, 400))
    found.update((str(year), year) for year in range(_FIRST_YEAR, _LAST_YEAR + 1))
    for decade in range(_FIRST_YEAR // 10, _LAST_YEAR // 10 + 1):
        found[f"{decade}0s"] = f"{decade}X"
    found.update((f"{decade}0s", f"19{decade}X") for decade in range(2, 10))
    found.update((f"fy{year}", year) for year in range(1990, 2060))
    found.update((f"fy{year - 2000}", year) for year in range(2010, 2060))
    return found


@functools.cache
def _letters() -> Mapping[str, str]:
    found = {"": "_"}
    for letter, words in table()["roles"].items():
        found.update(dict.fromkeys(words, letter))
    for kind, letter in _KINDS.items():
        found.update(dict.fromkeys(table()[kind], letter))
    for word, value in values().items():
        if word not in found:
            found[word] = _figure(word, value)
    return found


def _figure(word: str, value: object) -> str:
    if word.startswith("fy"):
        return "y"
    if not word.isdigit():
        return "D" if word.endswith("0s") else "o"
    if len(word) == 4:
        return "y"
    return "d" if isinstance(value, int) and value <= 31 else "n"


def row(view: str) -> Row:
    """
    Return a text, as :func:`osintkp.reading.view.seen` gives it, word by word.

    Example:
        >>> row("since mid-june 2024, two").letters
        'srMy_n'
    """
    for sign in SIGNS:
        view = view.replace(sign, " ")
    words = view.split(" ")
    letters = "".join(map(_letters().get, words, repeat(".")))
    return Row(letters, words, list(accumulate(map(len, words))))
