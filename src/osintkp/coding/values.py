"""Single values of a coding: text, whole numbers, words of a scale, amounts, days; nothing is coerced."""

from __future__ import annotations

import math
from datetime import date
from enum import StrEnum
from functools import lru_cache

from osintkp.coding.faults import nearest, wrong_type
from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.evidence import utf8
from osintkp.resource_limits import DEFAULT, ResourceLimits
from osintkp.units import Amount
from osintkp.vocabulary.letters import crowded
from osintkp.vocabulary.scales import Credibility

LARGEST_NUMBER = 2**53
SHARED = 4096


class LongNumber:
    """A whole number of JSON that has more digits than are read, kept as it is written."""

    __slots__ = ("digits", "written")

    def __init__(self, written: str, digits: int) -> None:
        self.written, self.digits = written, digits

    def __repr__(self) -> str:
        return self.written


def text(value: object, limits: ResourceLimits = DEFAULT) -> str:
    """Return a text that can be saved again."""
    found = content(value)
    if len(found) > limits.field_characters:
        raise InvalidValueError("text-size", "the text is too long", found, limits.room("field_characters"))
    if not found.isascii() and next(crowded(found, limits.combining_marks), None) is not None:
        what = f"more than {limits.combining_marks} marks stand on one letter"
        raise InvalidValueError("text-marks", what, found, limits.room("combining_marks", "marks"))
    return found


def content(value: object) -> str:
    """Return the text of an article, which may be as long as its file."""
    if not isinstance(value, str):
        raise wrong_type(value, "text", "put it in quotes")
    if not value.isascii():
        utf8(value)
    if "\x00" in value:
        raise InvalidValueError("text-control", "the text holds the character NUL", value, "leave it out")
    return value


def whole_number(value: object) -> int:
    """Return a whole number, which true and false are not."""
    _refuse_long(value)
    if type(value) is not int:
        raise wrong_type(value, "a whole number", "write it without quotes, like 42")
    if abs(value) >= LARGEST_NUMBER:
        fix = f"keep it under {LARGEST_NUMBER:,}"
        raise InvalidValueError("number-size", "the number is too large", value, fix)
    return value


def number(value: object) -> float:
    """Return a finite number, which true and false are not."""
    _refuse_long(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise wrong_type(value, "a number", "write it without quotes, like 0.8")
    if abs(value) >= LARGEST_NUMBER:
        fix = f"keep it under {LARGEST_NUMBER:,}"
        raise InvalidValueError("number-size", "the number is too large", value, fix)
    return float(value)


def _refuse_long(value: object) -> None:
    if isinstance(value, LongNumber):
        limits = ResourceLimits(whole_number_digits=value.digits)
        fix = limits.room("whole_number_digits")
        raise InvalidValueError("number-size", "the number has too many digits", value, fix)


def scale(value: object, kind: type[StrEnum]) -> StrEnum:
    """Return a word of a scale; the digits of credibility may stand without quotes."""
    if kind is Credibility and type(value) is int and 0 <= value <= 9:
        value = str(value)
    if not isinstance(value, str):
        raise wrong_type(value, f"one of {', '.join(kind)}", "put it in quotes")
    try:
        return kind(value)
    except ValueError:
        name = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind.__name__)
        fix = nearest(value, map(str, kind))
        raise InvalidValueError("unknown-word", f"this is no{name}", value, fix) from None


def amount(value: object) -> Amount:
    """Return an amount from its notation."""
    if not isinstance(value, str):
        raise wrong_type(value, "an amount in quotes", 'write it with its unit, like "6700 container"')
    return _amount(value)


def when(value: object, words: str | None = None, anchor: date | None = None) -> When:
    """Return a date or period from its notation."""
    if not isinstance(value, str):
        raise wrong_type(value, "a date in quotes", f'write it like "{_day_of(value) or "2024-06-19"}"')
    return _when(value, words, anchor)


# Amounts and dates never change, and a bulk coding has few of them: equal ones are read once and shared.
_amount = lru_cache(maxsize=SHARED)(Amount.parse)


@lru_cache(maxsize=SHARED)
def _when(edtf: str, words: str | None, anchor: date | None) -> When:
    return When.parse(edtf, words=words, anchor=anchor)


def _day_of(value: object) -> date | None:
    return value if isinstance(value, date) else None


def day(value: object) -> date:
    """Return one calendar day from its notation."""
    found = when(value)
    if found.earliest is None or found.earliest != found.latest or found.is_period:
        raise InvalidValueError("date-invalid", "one day belongs here", value, 'write it like "2024-06-19"')
    return found.earliest
