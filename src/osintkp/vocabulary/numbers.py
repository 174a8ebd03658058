"""
Numbers in running English text: where they stand, and what they count.

Digits, number words, multipliers, vague plurals, fractions and ranges are read by one pass over the text, in linear time.
Hedges ("more than"), units and the things counted are not read here. Years, clock parts of dates and ages are numbers
too; who reads a text takes out what is none of a quantity. Ordinals, model names (T-72, M1989), dates in figures and
keys are left out. Vague words have the lower ends of the project's design: "dozens" is 24 or more, "thousands" 2,000 or more.
"""

from __future__ import annotations

import re
from functools import cache

import attrs

from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.number_phrases import Form, Phrase, phrase_at
from osintkp.vocabulary.number_tokens import tokens_of, view_of

__all__ = ["Form", "NumberMention", "counts", "numbers", "phrases"]


@attrs.frozen(kw_only=True)
class NumberMention:
    """
    One number in a text.

    Attributes:
        start: First code point.
        end: One past the last code point.
        low: The least that it says; None for no lower end.
        best: The number itself; None for a range and for a vague word.
        high: The most that it says; None for no upper end.
        approximate: Whether the number word itself is vague; hedges around it are not read.
        words: The words, letter by letter: ``text[start:end]``.
        form: Plain, a range, a vague word, or a fraction of something.
        symbol: ``%`` for percent, a currency mark as printed, or the empty string.
        other: What the same words count in another reading, such as 6,700 for ``6.700``; None where there is none.

    Example:
        >>> numbers("some $4.35 billion")[0].best
        4350000000.0
    """

    __repr__ = printed

    start: int
    end: int
    low: float | None
    best: float | None
    high: float | None
    approximate: bool
    words: str
    form: Form = Form.PLAIN
    symbol: str = ""
    other: float | None = None


def numbers(text: str) -> tuple[NumberMention, ...]:
    """
    Return the numbers in a text, in order, none overlapping another.

    Args:
        text: English prose of any length.

    Example:
        >>> [
        ...     (found.words, found.low, found.high)
        ...     for found in numbers("Three million rounds or dozens of tanks")
        ... ]
        [('Three million', 3000000.0, 3000000.0), ('dozens', 24.0, None)]
        >>> numbers("between 5 and 10 thousand troops of the 4th Brigade")[0].high
        10000.0
    """
    return tuple(_mention(text, phrase) for phrase in phrases(view_of(text), text))


def phrases(view: str, text: str) -> list[Phrase]:
    """
    Return the numbers in a text as they are put together, in order, none overlapping another.

    Args:
        view: The text in small letters, of the same length, with plain apostrophes and hyphens.
        text: The text itself.

    Example:
        >>> [phrase.value for phrase in phrases("two trucks and 5bn", "two trucks and 5bn")]
        [2.0, 5000000000.0]
    """
    tokens = tokens_of(view, text)
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase, at = phrase_at(view, tokens, at)
        if phrase is not None:
            found.append(_with_percent(view, phrase))
    return _ranges(view, found)


def counts(text: str) -> tuple[NumberMention, ...]:
    """
    Return the words that count without a numeral: "a" and "another" one, "both" and "twice" two, "no" none.

    Example:
        >>> [(found.words, found.best) for found in counts("No shells, but a limousine, sent twice")]
        [('No', 0.0), ('a', 1.0), ('twice', 2.0)]
    """
    found = []
    for match in _counting().finditer(view_of(text)):
        value = float(_COUNTING[match[0]])
        found.append(_mention(text, Phrase(start=match.start(), end=match.end(), value=value)))
    return tuple(found)


_COUNTING = {
    "a": 1, "an": 1, "another": 1, "single": 1, "sole": 1, "lone": 1, "once": 1, "both": 2, "pair": 2, "twin": 2, "twice": 2,
    "thrice": 3, "no": 0, "none": 0, "nil": 0, "neither": 0, "never": 0, "without": 0, "nobody": 0, "nothing": 0,
}  # fmt: skip


@cache
def _counting() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9_'.-])(?:{'|'.join(_COUNTING)})(?![a-z0-9_'])")


def _mention(text: str, phrase: Phrase) -> NumberMention:
    vague = phrase.form is Form.VAGUE
    single = phrase.high is None and not phrase.open_end
    return NumberMention(
        start=phrase.start,
        end=phrase.end,
        low=phrase.value,
        best=phrase.value if single else None,
        high=phrase.value if single else phrase.high,
        approximate=vague,
        words=text[phrase.start : phrase.end],
        form=phrase.form,
        symbol=phrase.symbol,
        other=phrase.other,
    )


_PERCENT = r"\s?%|[\s-]?(?:per[\s-]?cent(?:age[\s-]points?)?|pct|pc)(?![a-z])"


_MARKED = frozenset(" \n\t\r\u00a0%$\u20ac\u00a3\u20bd\u20b4p-")
_MARKS = frozenset("%$\u20ac\u00a3\u20bd\u20b4p")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _with_percent(view: str, phrase: Phrase) -> Phrase:
    """Return a number with the percent sign or the currency mark that follows it."""
    if phrase.symbol:
        return phrase
    if view[phrase.end : phrase.end + 1] not in _MARKED:
        return phrase
    if phrase.form is not Form.FRACTION and _MARKS.isdisjoint(view[phrase.end : phrase.end + 2]):
        return phrase
    before = r"(?:\s{1,40}of)?(?:\s{1,40}(?:an?|one))?" if phrase.form is Form.FRACTION else ""
    match = _compiled(rf"{before}(?:{_PERCENT})").match(view, phrase.end)
    if match is not None:
        return phrase._replace(end=match.end(), symbol="%", form=Form.PLAIN if before else phrase.form)
    match = _compiled(r"\s?([$\u20ac\u00a3\u20bd\u20b4])(?!\s?[0-9])").match(view, phrase.end)
    return phrase if match is None else phrase._replace(end=match.end(), symbol=match[1])


def _ranges(view: str, found: list[Phrase]) -> list[Phrase]:
    joined: list[Phrase] = []
    for phrase in found:
        pair = _pair(view, joined[-1], phrase) if joined else None
        joined[-1:] = pair or [*joined[-1:], phrase]
    return joined


def _pair(view: str, low: Phrase, high: Phrase) -> list[Phrase] | None:
    """Return two numbers as one range, or as two that share the multiplier of the second; None where neither holds."""
    plain = low.form is high.form and low.form not in (Form.RANGE, Form.VAGUE)
    match = _compiled(_TO).match(view, low.end, high.start) if plain and high.start - low.end <= 12 else None
    if match is None or not _one_measure(low, high):
        return None
    if low.end - low.start == 4 and "," in view[high.start : high.end] and low.value >= 1000:
        return None  # the year of "from 2,500 in 2022 to 4,000", whose like has no comma
    if low.value in _YEARS and high.value > _YEARS.stop and view.endswith((" in ", " since "), 0, low.start):
        return None  # the year of "from 300,000 tonnes in 2022 to 1.7 million tonnes"
    word = match[1].strip(" \t\n\u00a0-")
    scale = high.scale if high.scale > 1 else _thousands(view, low, high)
    lent = low.scale == 1 and scale > 1 and low.value < high.value / scale
    if word == "," and not (lent and high.value / scale <= low.value + 2 and not view[low.start].isdigit()):
        return None
    value = low.value * scale if lent else low.value
    if value < high.value and _meant(view, low, high, word, lent=lent):
        symbol = low.symbol or high.symbol
        return [
            low._replace(
                end=high.end, value=value, high=high.value, form=Form.RANGE, symbol=symbol, other=None
            )
        ]
    return [low._replace(value=value, other=low.value), high] if lent and word in ("and", "to") else None


_YEARS = range(1900, 2100)
_TO = r"(\s?[-\u2013]\s?|\s{1,12}(?:to|or|and)\s{1,12}|-\s?to[-\s]|-or-|,\s)$"
_CHANGED = (
    r"\b(?:r[io]se|risen|gr[eo]w|grown|increas|jump|climb|f[ae]ll|drop|declin|decreas|shr[aiu]nk|cut|reduc|up|down|surg|soar|"
    r"plung|expand|boost|lower|rais|went|go|gone|going|chang|"
    r"doubl|tripl|quadrupl|halv|slump|swell|swollen|balloon|dip|slid|slip|tumbl)"
)


def _thousands(view: str, low: Phrase, high: Phrase) -> float:
    """Return the thousand that "40 or 50,000" leaves out of its first number; 1 where it leaves out none."""
    printed = view[high.start : high.end]
    if not printed.endswith(",000") or printed.count(",") != 1 or not low.value.is_integer():
        return 1.0
    return 1000.0 if low.end - low.start < 4 and high.value <= 5000 * low.value else 1.0


def _one_measure(low: Phrase, high: Phrase) -> bool:
    return (
        low.symbol == high.symbol
        or (not low.symbol and high.symbol == "%")
        or (low.symbol != "%" and not high.symbol)
    )


def _meant(view: str, low: Phrase, high: Phrase, word: str, *, lent: bool) -> bool:
    before = view[max(low.start - 100, 0) : low.start]
    if word == "and":
        return re.search(r"\bbetween(?:\s{1,40}\w{1,13}){0,2}\s{1,40}$", before) is not None
    if word == "or":
        return low.value < high.value <= 2 * low.value or high.scale > low.scale == 1 or lent
    change = re.search(_CHANGED, re.split(r"[;:]|\.\s", before)[-1])
    told_apart = (
        re.search(r"\bfrom(?:\s{1,40}\w{1,13}){0,3}\s{1,40}$", before) is not None
        or low.symbol == high.symbol == "%"
    )
    return word != "to" or change is None or not told_apart
