"""Figures in other writing than English: other digits, a decimal comma, words for thousands and millions that are not read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import attrs

from osintkp.checks._wording import figure
from osintkp.claim import Claim
from osintkp.evidence import Source
from osintkp.vocabulary.numbers import numbers

COMMA = "a comma before one or two digits may be a decimal one"
UNREAD = "only English words for numbers are read here"
TIMES = (1e3, 1e6, 1e9, 1e12)
MYRIADS = {"만": 1e4, "万": 1e4, "萬": 1e4, "억": 1e8, "亿": 1e8, "億": 1e8}


@attrs.frozen(kw_only=True)
class Reading:
    """
    Other values of the numbers of a quote, under one assumption.

    Attributes:
        values: The values.
        words: The number that was read so, as printed.
        why: The assumption.
        times: What a word after the number is taken to multiply by; 1 for nothing.
    """

    values: tuple[float, ...]
    words: str
    why: str
    times: float = 1.0

    @property
    def condition(self) -> str:
        """Return what has to hold for it, in words."""
        if self.times == 1.0:
            return "its comma is a decimal one"
        return f"the word after it multiplies by {figure(self.times)}"


def western(text: str) -> str:
    """
    Return a text with the digits of every script as those of ASCII, letter for letter.

    Example:
        >>> western("٩٧ trucks, २० more")
        '97 trucks, 20 more'
    """
    if text.isascii():
        return text
    marks = {"\u066b": ".", "\u066c": ","}
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else marks.get(letter, letter)
        for letter in text
    )


def foreign(claim: Claim, source: Source | None) -> bool:
    """Tell whether a claim quotes another language than English, as its source says or its script shows."""
    if source is not None and source.language is not None and source.language[:2].lower() != "en":
        return True
    letters = [letter for letter in claim.quote if letter.isalpha()]
    latin = sum(1 for letter in letters if "LATIN" in unicodedata.name(letter, ""))
    return 2 * latin < len(letters)


def readings(claim: Claim, *, multiplied: bool) -> Iterator[Reading]:
    """Give the other values that the numbers of the quotes may have; ``multiplied`` where unknown words may multiply them."""
    found: dict[float, list[tuple[str, float]]] = {}
    for span in claim.spans:
        text = western(span.quote)
        pointed = re.compile(r"(?<![\d.,])(\d{1,15}),(\d{1,2})(?![\d.,])").sub(r"\1.\2", text)
        for mention in numbers(pointed):
            words, after = text[mention.start : mention.end], text[mention.end :].lstrip()[:1]
            ends = [end for end in (mention.low, mention.best, mention.high) if end is not None]
            times = [1.0] if "," in words and words != mention.words else []
            if multiplied and after.isalpha():
                times += [MYRIADS[after]] if after in MYRIADS else TIMES
            for each in times:
                found.setdefault(each, []).extend((words, end * each) for end in ends)
    for each, values in found.items():
        why = COMMA if each == 1.0 else UNREAD
        yield Reading(values=tuple(value for _, value in values), words=values[0][0], why=why, times=each)
