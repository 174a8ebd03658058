"""
Other spellings of a date, and the EDTF texts that they may stand for.

Only for the advice in an error: nothing here is ever taken as the date itself. No clock is read, so that a
year of two digits has a reading in each century, and words that name no year have none.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from osintkp.dates.edtf import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_FILLING = frozenset({"the", "of", "in", "st", "nd", "rd", "th"})
_SIDES = {"OPEN": "..", "PRESENT": "..", "NOW": "..", "UNKNOWN": ""}

_PARTS = re.compile(r"([0-9]{1,4})([-/. ])([0-9]{1,2})\2([0-9]{4}|[0-9]{1,2})")
_COMPACT = re.compile(r"([0-9]{2})()([0-9]{2})([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})()([0-9]{2})([0-9]{2})")
_TWO = re.compile(r"([0-9]{1,4})([/.-])([0-9]{1,4})")
_SAME_MONTH = re.compile(r"([0-9]{4}-[0-9]{2}-)([0-9]{2})/([0-9]{2})")
_MARKED = re.compile(r"[0-9XU?~%-]{3,24}")

_SHAPES = {
    "my": "{y}-{m}",
    "ym": "{y}-{m}",
    "m": "XXXX-{m}",
    "dm": "XXXX-{m}-{d}",
    "md": "XXXX-{m}-{d}",
    "dmy": "{y}-{m}-{d}",
    "mdy": "{y}-{m}-{d}",
    "ymd": "{y}-{m}-{d}",
    "ddmy": "{y}-{m}-{d}/{y}-{m}-{d2}",
    "mddy": "{y}-{m}-{d}/{y}-{m}-{d2}",
    "mmy": "{y}-{m}/{y}-{m2}",
}


def respelled(text: str) -> tuple[str, ...]:
    """
    Return the EDTF texts that differ from a text in spelling alone: digits, dashes, case, spaces, zeros.

    Example:
        >>> respelled("198x"), respelled("2024/6/9"), respelled("2023-09/open")
        (('198X',), ('2024-06-09',), ('2023-09/..',))
    """
    plain = _ascii(text).strip().upper()
    sides = "/".join(_side(side) for side in plain.split("/"))
    return _sound(chain([plain, sides], _year_first(plain), _same_month(plain)))


def readings(text: str) -> tuple[str, ...]:
    """
    Return the days that figures in no certain order may stand for, likeliest order unknown.

    Example:
        >>> readings("1/2/2024"), readings("13/02/2024")
        (('2024-02-01', '2024-01-02'), ('2024-02-13',))
    """
    text = text.strip()
    found = _PARTS.fullmatch(text) or _COMPACT.fullmatch(text)
    if found:
        first, separator, second, last = found.groups()
        month = [] if separator else [f"{first}{second}-{last}"]
        return _sound([*_orders(first, second, last), *month])
    pair = _TWO.fullmatch(text)
    return _sound(_pairs(pair[1], pair[3])) if pair else ()


def worded(text: str) -> tuple[str, ...]:
    """
    Return what a date in English words stands for; a year that is not named stays unknown.

    Example:
        >>> worded("June 19, 2024"), worded("6-8 May 2024"), worded("the 1980s"), worded("yesterday")
        (('2024-06-19',), ('2024-05-06/2024-05-08',), ('198X',), ())
    """
    words = [word for word in re.findall(r"[a-z]+|[0-9]+", text.lower()) if word not in _FILLING]
    if len(words) == 2 and words[1] == "s" and len(words[0]) == 4 and words[0][-1] == "0":
        return _sound([words[0][:3] + "X"])
    shape, figures = "", dict[str, str]()
    for word in words:
        kind, value = _word(word)
        key = kind if kind not in shape else kind + "2"
        shape, figures = shape + kind, figures | {key: value}
    return _sound([_SHAPES[shape].format(**figures)]) if shape in _SHAPES else ()


def _word(word: str) -> tuple[str, str]:
    """Return what a word of a date is (day, month, year, or a question mark) and its figures."""
    if word.isdigit():
        return {1: ("d", "0" + word), 2: ("d", word), 4: ("y", word)}.get(len(word), ("?", word))
    number = _month_numbers().get(word)
    return ("m", f"{number:02d}") if number else ("?", word)


@cache
def _month_numbers() -> dict[str, int]:
    numbers = {name.lower()[:size]: n for n, name in enumerate(MONTHS, 1) for size in (3, None)}
    return numbers | {"sept": 9} | _SEASONS


def _sound(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts that are in the notation, each once, in order."""
    return tuple(text for text in dict.fromkeys(texts) if bounds(text) is not None)


def _ascii(text: str) -> str:
    """Return a text with the digits, dashes and spaces of other scripts as ASCII."""
    if text.isascii():
        return text
    import unicodedata

    def plain(letter: str) -> str:
        if letter == "\N{MINUS SIGN}" or unicodedata.category(letter) == "Pd":
            return "-"
        return str(unicodedata.decimal(letter, letter))

    return "".join(plain(letter) for letter in unicodedata.normalize("NFKC", text))


def _side(side: str) -> str:
    """Return one end of a period with the marks of older and higher levels of EDTF put as level 1."""
    side = side.strip()
    if side in _SIDES:
        return _SIDES[side]
    if not _MARKED.fullmatch(side):
        return side
    marks = {mark for mark in side if mark in "?~%"}
    qualifier = "%" if len(marks) > 1 else "".join(marks)
    bare = re.sub(r"[?~%]", "", side).replace("U", "X")
    while bare.count("-") and bounds(bare) is None and "X" in bare:
        bare = bare.rpartition("-")[0]
    return bare + qualifier


def _year_first(text: str) -> Iterator[str]:
    found = _PARTS.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    if found and len(found[1]) == 4 and len(found[4]) <= 2:
        yield f"{found[1]}-{found[3]:0>2}-{found[4]:0>2}"
    month = re.fullmatch(r"([0-9]{4})-([0-9])", text)
    if month:
        yield f"{month[1]}-0{month[2]}"


def _same_month(text: str) -> Iterator[str]:
    found = _SAME_MONTH.fullmatch(text)
    if found:
        yield f"{found[1]}{found[2]}/{found[1]}{found[3]}"


def _orders(first: str, second: str, last: str) -> Iterator[str]:
    """Yield the days that three figures may stand for: day first, month first, year first."""
    a, b, c = (part.zfill(2) for part in (first, second, last))
    for century in ("",) if len(c) == 4 else ("20", "19"):
        yield f"{century}{c}-{b}-{a}"
        yield f"{century}{c}-{a}-{b}"
        if century:
            yield f"{century}{a}-{b}-{c}"


def _pairs(first: str, second: str) -> Iterator[str]:
    """Yield what two figures may stand for: a month and its year, two years, a day and its month."""
    a, b = first.zfill(2), second.zfill(2)
    if len(first) == 4 and len(second) <= 2:
        yield f"{a}-{b}"
        if int(b) - int(a[2:]) <= 10:
            yield f"{a}/{a[:2]}{b}"
    elif len(first) == len(second) == 4:
        yield f"{a}/{b}"
    elif len(second) == 4 and len(first) <= 2:
        yield f"{b}-{a}"
    elif len(first) <= 2 and len(second) <= 2:
        yield f"XXXX-{b}-{a}"
        yield f"XXXX-{a}-{b}"
