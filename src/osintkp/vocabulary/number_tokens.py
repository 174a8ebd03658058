"""The pieces that numbers in running text are made of: runs of digits, and words that count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from typing import Any, NamedTuple

from osintkp.vocabulary.number_digits import FRACTIONS, reading

LONGEST = 40


class Kind(Enum):
    """What a piece does in a number."""

    DIGITS = auto()
    PIECE = auto()
    ONES = auto()
    TENS = auto()
    HUNDRED = auto()
    SCALE = auto()
    PLURAL = auto()
    HALF = auto()
    PART = auto()
    PARTS = auto()
    VAGUE = auto()


class Token(NamedTuple):
    """
    One piece of a number and where it stands.

    Attributes:
        start: First code point, that of a currency mark included.
        end: One past the last code point, that of a glued multiplier included.
        kind: What it does. ``PIECE`` is a fraction in digits, ``HUNDRED`` also a dozen, ``PART`` a third or a quarter.
        value: What it counts, its multiplier included; of a part, how many of it make the whole.
        other: What the same letters count in another reading; None where there is only one.
        symbol: The currency mark before it, as printed; the empty string for none.
        scale: The multiplier that is glued to the digits, as in ``5bn``; 1 for none.

    Example:
        >>> tokens_of("5bn", "5bn")[0].value
        5000000000.0
    """

    start: int
    end: int
    kind: Kind
    value: float
    other: float | None = None
    symbol: str = ""
    scale: float = 1.0


class _Run(NamedTuple):
    start: int
    end: int
    value: float
    other: float | None = None


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_PARTS = "third quarter fourth fifth sixth seventh eighth ninth tenth"
_SCALES = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "t": 1e12, "tn": 1e12}
_VAGUE = {"several": 3, "few": 3, "handful": 3, "couple": 2, "multiple": 2}
_UNITS = (
    "mm cm m km nm ft in yd mi kg g t kt mt lb lbs oz l ml kl bbl bpd ha h hr hrs min sec w kw mw gw kwh mwh gwh v "
    "hz khz mhz ghz mph kph kmh kts dwt teu feu pc pct x usd eur gbp"
)
_CURRENCY = "$\u20ac\u00a3\u00a5\u20a9\u20bd\u20b4\u20aa\u20ba\u20b9\u20b8"
_BEFORE_MONEY = frozenset(f"{_CURRENCY} \u00a0")
_ALIKE = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc", "'")
    | dict.fromkeys("\u2010\u2011", "-")
    | dict.fromkeys("\u2012\u2212", "\u2013")
    | dict.fromkeys("\u2007\u2009\u202f", "\u00a0")
)


def view_of(text: str) -> str:
    r"""
    Return a text of the same length in small letters, with one form for each dash, apostrophe and narrow space.

    Example:
        >>> view_of("Some 10\u202f000 \u2018SHELLS\u2019")
        "some 10\xa0000 'shells'"
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return low if low.isascii() else low.translate(_ALIKE)


def tokens_of(view: str, text: str) -> list[Token]:
    """
    Return the pieces of numbers in a text, in order.

    Args:
        view: The text as :func:`view_of` returns it.
        text: The text itself, whose capitals tell ``5g`` from ``5G``.

    Example:
        >>> [token.value for token in tokens_of("fifty 170mm m1989 howitzers", "fifty 170mm M1989 howitzers")]
        [50.0, 170.0]
    """
    found: list[Token] = []
    table = _words()
    for match in _pattern().finditer(view):
        word = match["word"]
        if word is None:
            found += _numerals(match, view, text, found[-1].end if found else -1)
        else:
            start, end = match.span()
            kind, value = table[word.replace("]", "")]
            found.append(Token(start - ("]" in word), end, kind, value))
    return found


@cache
def _words() -> dict[str, tuple[Kind, float]]:
    found: dict[str, tuple[Kind, float]] = {}
    found |= {word: (Kind.ONES, float(value)) for value, word in enumerate(_ONES.split())}
    found |= {word: (Kind.TENS, 10.0 * value) for value, word in enumerate(_TENS.split(), 2)}
    found |= {"hundred": (Kind.HUNDRED, 100.0), "dozen": (Kind.HUNDRED, 12.0)}
    found |= {word: (Kind.SCALE, value) for word, value in _SCALES.items()}
    found |= {word: (Kind.SCALE, value) for word, value in _SHORT.items() if len(word) > 1}
    found |= {f"{word}s": (Kind.PLURAL, value) for word, value in _SCALES.items()}
    found |= {"tens": (Kind.PLURAL, 10.0), "dozens": (Kind.PLURAL, 12.0)}
    found |= {"scores": (Kind.PLURAL, 20.0), "hundreds": (Kind.PLURAL, 100.0)}
    found |= {"half": (Kind.HALF, 2.0)}
    for word, value in zip(_PARTS.split(), (3, 4, 4, 5, 6, 7, 8, 9, 10), strict=True):
        found |= {word: (Kind.PART, float(value)), f"{word}s": (Kind.PARTS, float(value))}
    found |= {word: (Kind.VAGUE, float(value)) for word, value in _VAGUE.items()}
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """Return one pattern for every piece: it must begin at the edge of a word, and its words share their beginnings."""
    tree: dict[str, dict[str, Any]] = {}
    for word, (kind, _) in _words().items():
        node = tree
        for letter in (f"{word[0]}\\]?", *word[1:]) if kind is Kind.PLURAL else word:
            node = node.setdefault(letter, {})
        node[""] = {}
    piece = f"[{''.join(FRACTIONS)}]"
    digits = r"[0-9]++(?:[.,:/'\u00a0][0-9]++)*+(?: [0-9]{3}(?![0-9]))*+"
    return re.compile(rf"\b(?:(?P<word>{_branches(tree)})(?![a-z0-9_])|(?P<digits>{digits}{piece}?|{piece}))")


def _branches(node: dict[str, dict[str, Any]]) -> str:
    ways = [letter + _branches(below) for letter, below in node.items() if letter]
    if not ways or (len(ways) == 1 and "" not in node):
        return "".join(ways)
    return f"(?:{'|'.join(ways)}){'?' if '' in node else ''}"


@cache
def _units() -> frozenset[str]:
    return frozenset(_UNITS.split())


def _numerals(match: re.Match[str], view: str, text: str, done: int) -> Iterator[Token]:
    """Give the numbers in a run of digits and separators, unless it is part of a name, a date or a key."""
    start, end = match.span()
    symbol = _currency(view, start) if view[start - 1 : start] in _BEFORE_MONEY else start
    if not _stands_free(view, symbol, done):
        return
    if view[start - 1 : start] == "." and not view[start - 2 : start - 1].strip(" (\n\u00a0"):
        start -= 1
    if end - start < 4 and _is_note(view, start):
        return
    for run in _runs(view, start, end):
        first = symbol < start and run.start == start
        made = _suffixed(run, view, text, text[symbol:start].strip() if first else "")
        if made is not None:
            yield made._replace(start=symbol) if first else made


def _is_note(view: str, start: int) -> bool:
    """Return whether a small number hangs on the end of a sentence or a quote, as the number of a note does."""
    ends = r"[^\W\d_][.,;:!?\"\u201d]$|[.,!?)][\"\u201d]$|\)[.,]$"
    return re.compile(ends).search(view, max(start - 2, 0), start) is not None


def _currency(view: str, start: int) -> int:
    """Return where the currency mark before a number begins; the number's own start where there is none."""
    found = re.compile(rf"(?:\b(?:us|a|c|hk|nz|nt|s))?[{_CURRENCY}]\s?$").search(
        view, max(start - 4, 0), start
    )
    return start if found is None else found.start()


def _stands_free(view: str, start: int, done: int) -> bool:
    """Return whether digits are not the tail of a word, a name like T-72 or a chain like 2024-06-19."""
    before, earlier = view[start - 1 : start], view[start - 2 : start - 1]
    if before == "#" or (before == "[" and earlier.strip()):
        return False
    glued = before in ("-", "\u2013", "/") and earlier.isalnum()
    return not glued or done == start - 1 or view[start - 4 : start] in ("-to-", "-or-")


def _runs(view: str, start: int, end: int) -> list[_Run]:
    printed = view[start:end]
    if len(printed) > LONGEST or _chained(view, end):
        return []
    if " " in printed and _calibre().match(view, end):
        return [*_runs_of(printed[:-4], start, scaled=False), _Run(end - 3, end, float(printed[-3:]))]
    return _runs_of(printed, start, scaled=_multiplier().match(view, end) is not None)


def _runs_of(printed: str, start: int, *, scaled: bool) -> list[_Run]:
    whole = reading(printed, scaled=scaled)
    if whole is not None:
        return [_Run(start, start + len(printed), *whole)]
    if not _listed().fullmatch(printed):
        return []
    return [
        _Run(start + part.start(), start + part.end(), float(part[0]))
        for part in re.finditer(r"[0-9]++(?:\.[0-9]++)?", printed)
    ]


def _chained(view: str, end: int) -> bool:
    return re.compile("[-\u2013][0-9]++[-\u2013][0-9]").match(view, end) is not None


@cache
def _calibre() -> re.Pattern[str]:
    return re.compile(r"[ -]?(?:mm\b|millimet)")


@cache
def _multiplier() -> re.Pattern[str]:
    return re.compile(
        r"[\s-]?(?:%|per ?cent|pct|thousand|lakh|million|crore|billion|trillion|mn\b|mln\b|bl?n\b|tn\b)"
    )


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[, ][0-9]+(?:\.[0-9]+)?)+")


def _suffixed(run: _Run, view: str, text: str, symbol: str) -> Token | None:
    """Return a number with what is glued to it; None where that makes it a name, a rank or a decade."""
    decimal = set(view[run.start : run.end]) <= set("0123456789.")
    kind = Kind.DIGITS if decimal or run.value > 1 else Kind.PIECE
    plain = Token(run.start, run.end, kind, run.value, run.other, symbol)
    glued = _glued().match(view, run.end)
    if glued is None:
        return None if view.startswith("_", run.end) else plain
    space, word = glued.groups()
    end = glued.end()
    if space:
        return _times(plain, end, _SHORT[word]) if symbol and word in ("k", "m", "b", "t") else plain
    if view[end : end + 1].isdigit() or view.startswith("_", end):
        return plain if word == "x" else None
    if word in _SHORT and (symbol or word not in ("b", "t")):
        if word == "m" and not symbol:
            return _metres_or_millions(plain, view, end)
        return _times(plain, end, _SHORT[word])
    shouted = len(word) == 1 and text[end - 1].isupper()
    joined = len(word) > 2 and text[run.end : end].islower()
    return plain if joined or (word in _units() and not shouted) else None


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(r"(\s(?=[kmbt](?![a-z0-9_])))?([a-z]++)")


def _times(token: Token, end: int, scale: float) -> Token:
    return token._replace(end=end, value=token.value * scale, other=None, scale=scale)


def _metres_or_millions(token: Token, view: str, end: int) -> Token:
    """Return ``5m`` as five million that may be metres, or as metres where the next word measures a length."""
    if re.compile(r"[- /](?:long|wide|high|deep|tall|thick|away|range|s\b)").match(view, end):
        return token
    return _times(token, end, 1e6)._replace(other=token.value)
