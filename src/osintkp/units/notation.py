"""The text form of an amount: one small grammar over ASCII digits, read and printed here."""

import functools
import re
from enum import StrEnum
from typing import NamedTuple

from osintkp.resource_limits import ResourceLimits
from osintkp.units.looseness import policy

LONGEST_TEXT = ResourceLimits.AMOUNT_CHARACTERS
LONGEST_NUMBER = ResourceLimits.NUMBER_CHARACTERS
LONGEST_HEDGE = ResourceLimits.HEDGE_CHARACTERS

Numbers = tuple[float | None, float | None, float | None]


class Comparator(StrEnum):
    """
    How the number of an amount is to be read: as it is, as approximate, as a bound or as a range.

    Example:
        >>> Comparator(">=") is Comparator.AT_LEAST
        True
    """

    EXACT = "="
    ABOUT = "~"
    ABOVE = ">"
    AT_LEAST = ">="
    BELOW = "<"
    AT_MOST = "<="
    BETWEEN = ".."
    FROM_ABOUT = "~.."

    @property
    def mark(self) -> str:
        """Return the mark before the number: the empty string for an exact one and for a range."""
        return "" if self in (Comparator.EXACT, Comparator.BETWEEN) else self.value.removesuffix("..")


class Written(NamedTuple):
    """The parts of an amount's text, the numbers still as printed; unit, hedge and looseness None where absent."""

    comparator: Comparator
    printed: str
    unit: str | None
    hedge: str | None
    looseness: str | None


# A mark and how many numbers follow it (0: one and an open end) give the comparator; other pairs are no amount.
FORMS = {
    ("", 1): Comparator.EXACT,
    ("", 2): Comparator.BETWEEN,
    ("", 3): Comparator.BETWEEN,
    ("~", 0): Comparator.FROM_ABOUT,
    ("~", 1): Comparator.ABOUT,
    ("~", 2): Comparator.FROM_ABOUT,
    ("~", 3): Comparator.ABOUT,
    (">", 1): Comparator.ABOVE,
    (">=", 1): Comparator.AT_LEAST,
    ("<", 1): Comparator.BELOW,
    ("<=", 1): Comparator.AT_MOST,
}


MARKS = {mark: comparator for (mark, numbers), comparator in FORMS.items() if numbers == 1}


@functools.cache
def _whole() -> re.Pattern[str]:
    return re.compile(r"(~|>=|<=|>|<|)([0-9]{1,15})(?: ([A-Za-z_]{1,63}))?")


def whole_number(text: str) -> tuple[str, str, str | None] | None:
    """
    Return mark, number and unit of a text of the commonest form: a mark, a whole number and a unit; None for any other.

    Example:
        >>> whole_number(">500 round")
        ('>', '500', 'round')
        >>> whole_number("5..9 round") is None
        True
    """
    found = _whole().fullmatch(text)
    return None if found is None else (found[1], found[2], found[3])


@functools.cache
def _grammar() -> re.Pattern[str]:
    number = r"-?[0-9]{1,40}(?:\.[0-9]{1,38})?"
    return re.compile(
        rf"(~|>=|<=|>|<|)({number}(\.\.(?:{number}(\.\.{number})?)?)?)"
        r"(?: ([A-Za-z_/][A-Za-z0-9_/]{0,63}))?"
        r'(?: "([^"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{1,80})")?'
        r"(?: @([a-z]{1,20}))?"
    )


def pattern() -> str:
    """
    Return the grammar as a regular expression that JSON Schema can use too; it lets some pairs of mark and range through.

    Example:
        >>> bool(re.search(pattern(), "~6700 container")), bool(re.search(pattern(), "6,700 container"))
        (True, False)
    """
    return rf"^(?:{_grammar().pattern})$(?!\n)"


def read(text: str) -> Written | None:
    """
    Return the parts of an amount's text; None for a text that is not in the notation, however long.

    Example:
        >>> read('~6700 container "roughly"').hedge
        'roughly'
        >>> read("6,700 container") is None
        True
    """
    found = _grammar().fullmatch(text) if len(text) <= LONGEST_TEXT else None
    if found is None:
        return None
    mark, printed, tail, third, unit, hedge, looseness = found.groups()
    comparator = FORMS.get((mark, _count(tail, third)))
    if comparator is None or not _fit(printed) or (hedge is not None and not hedge.strip()):
        return None
    return Written(comparator, printed, unit, hedge, looseness)


@functools.lru_cache(maxsize=8192)
def numbers(comparator: Comparator, printed: str, looseness: str) -> Numbers:
    """
    Return low, best and high of printed numbers; None for what is not given or has no bound.

    Example:
        >>> numbers(Comparator.ABOUT, "6700", "tenth")
        (6030.0, 6700.0, 7370.0)
        >>> numbers(Comparator.BETWEEN, "5000..6000..7000", "tenth")
        (5000.0, 6000.0, 7000.0)
    """
    if ".." in printed:
        values = [_value(part) if part else None for part in printed.split("..")]
        return (values[0], values[1], values[2]) if len(values) == 3 else (values[0], None, values[1])
    value = _value(printed)
    if comparator is Comparator.EXACT:
        return value, value, value
    if comparator is Comparator.ABOUT:
        low, high = policy(looseness).bounds(printed)
        return low, value, high
    return (
        (value, None, None) if comparator in (Comparator.ABOVE, Comparator.AT_LEAST) else (None, None, value)
    )


def says(comparator: Comparator, printed: str, looseness: str, given: Numbers) -> bool:
    """
    Tell whether printed numbers are in the notation, under this comparator, and mean these numbers.

    Example:
        >>> says(Comparator.EXACT, "6700", "tenth", (6700.0, 6700.0, 6700.0))
        True
    """
    found = _grammar().fullmatch(comparator.mark + printed)
    if (
        found is None
        or found[2] != printed
        or FORMS.get((found[1], _count(found[3], found[4]))) is not comparator
    ):
        return False
    return _fit(printed) and numbers(comparator, printed, looseness) == given


def plain(value: float) -> str:
    """
    Return the shortest text without exponent that reads back as this number.

    Example:
        >>> plain(6700.0), plain(1e-06), plain(1e22)
        ('6700', '0.000001', '10000000000000000000000')
    """
    text = repr(value)
    if text.endswith(".0"):
        return text[:-2]
    if "e" not in text:
        return text
    if value.is_integer():
        return str(int(value))
    digits, _, power = text.lstrip("-").partition("e-")
    sign = "-" if value < 0 else ""
    return f"{sign}0.{'0' * (int(power) - 1)}{digits.replace('.', '')}"


def rounded(value: float) -> str:
    """
    Return a number in six significant digits, for the working that a person reads.

    Example:
        >>> rounded(447.76119402985074)
        '447.761'
    """
    return plain(float(f"{value:.6g}"))


def _value(printed: str) -> float:
    return float(printed) + 0.0  # so that -0 is 0


def _count(tail: str | None, third: str | None) -> int:
    if tail is None:
        return 1
    if tail == "..":
        return 0
    return 3 if third else 2


def _fit(printed: str) -> bool:
    return len(printed) <= LONGEST_NUMBER or all(len(part) <= LONGEST_NUMBER for part in printed.split(".."))
