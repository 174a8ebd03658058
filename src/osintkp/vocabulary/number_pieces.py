"""One piece of a number, and what can be glued to its digits: a multiplier, a unit."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from typing import NamedTuple


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
        >>> Token(start=0, end=3, kind=Kind.DIGITS, value=5e9, scale=1e9).value
        5000000000.0
    """

    start: int
    end: int
    kind: Kind
    value: float
    other: float | None = None
    symbol: str = ""
    scale: float = 1.0


class Run(NamedTuple):
    """A run of digits: where it stands, what it counts, what it counts in another reading."""

    start: int
    end: int
    value: float
    other: float | None = None


SCALES = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}


SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "t": 1e12, "tn": 1e12}


_UNITS = (
    "mm cm m km nm ft in yd mi kg g t kt mt lb lbs oz l ml kl bbl bpd ha h hr hrs min sec w kw mw gw kwh mwh gwh v "
    "hz khz mhz ghz mph kph kmh kts dwt teu feu pc pct x usd eur gbp"
)


@cache
def _units() -> frozenset[str]:
    return frozenset(_UNITS.split())


def suffixed(run: Run, view: str, text: str, symbol: str) -> Token | None:
    """
    Return a number with what is glued to it; None where that makes it a name, a rank or a decade.

    Args:
        run: The digits.
        view: The text in small letters.
        text: The text itself, whose capitals tell ``5g`` from ``5G``.
        symbol: The currency mark before them; the empty string for none.

    Example:
        >>> suffixed(Run(0, 1, 5.0), "5bn", "5bn", "").value
        5000000000.0
    """
    decimal = view[run.start : run.end].replace(".", "").isdigit()
    kind = Kind.DIGITS if decimal or run.value > 1 else Kind.PIECE
    plain = Token(run.start, run.end, kind, run.value, run.other, symbol)
    if view[run.end : run.end + 2] in _OIL:
        oil = _per_day().match(view, run.end)
        if oil is not None:
            return _times(plain, oil.end(), 1e3 if oil[1] == "k" else 1e6)
    glued = _glued().match(view, run.end)
    if glued is None:
        return None if view.startswith("_", run.end) else plain
    space, word = glued.groups()
    end = glued.end()
    if space:
        many = (
            word in ("k", "m", "b", "t")
            if symbol
            else word == "m" and _of_a_mass().match(view, end) is not None
        )
        return _times(plain, end, SHORT[word]) if many else plain
    if view[end : end + 1].isdigit() or view.startswith("_", end):
        return plain if word == "x" else None
    if word in SHORT and (symbol or word not in ("b", "t")):
        if word == "m" and not symbol:
            return _metres_or_millions(plain, view, end)
        return _times(plain, end, SHORT[word])
    if word in SCALES:
        return _times(plain, end, SCALES[word])
    shouted = len(word) == 1 and text[end - 1].isupper()
    joined = len(word) > 2 and text[run.end : end].islower()
    return plain if joined or (word in _units() and not shouted) else None


_OIL = (" m", "mb", "mm", " k", "kb")


@cache
def _per_day() -> re.Pattern[str]:
    """Return a pattern for the thousand or million of "300 kb/d" and "2mbpd": barrels of oil a day."""
    return re.compile(r"\s?(mm?|k)(?=b/d\b|bp?d\b|bbls?\b)")


@cache
def _of_a_mass() -> re.Pattern[str]:
    """Return a pattern for what is counted by the million, never measured in metres: "70 m barrels"."""
    return re.compile(
        r"\s(?:barrels?|bbl|bpd|tonn?es?|tons?|people|refugees|euros?|dollars|lit(?:er|re)s|cubic|gallons|rounds|shells)\b"
    )


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
