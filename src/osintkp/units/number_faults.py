"""What can be wrong with the number of an amount, each fault with the text that would be right."""

import functools
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from osintkp.units import definitions, refusals
from osintkp.units.notation import LONGEST_NUMBER, plain

Fix = Callable[[re.Match[str], str], str]

MARK: Final = r"(?:~|>=|<=|>|<|)"
NUMBER: Final = r"-?[0-9]+(?:\.[0-9]+)?"
HOW: Final = "write digits with at most one point, then the unit, like 6700 container or ~1.3"

_GAP = "[ \u00a0\u2009\u202f'\u2019]"
_DASH = "[-\u2010\u2011\u2012\u2013\u2014\u2212]"


class Fault(NamedTuple):
    """A fault that a text has: the code of the error, what is wrong, what would be right."""

    code: str
    what: str
    fix: str


def fault(text: str) -> Fault | None:
    """
    Return the first fault of an amount's number; None where the number is sound or nothing fits.

    Args:
        text: A text of some 200 characters at most.

    Example:
        >>> fault("10 000 km").fix
        'write 10000 km'
    """
    for pattern, code, what, fix in _faults():
        found = pattern.match(text)
        if found:
            return Fault(code, what, fix(found, text))
    return None


def _then(form: str) -> Fix:
    return lambda found, text: f"write {found.expand(form)}{text[found.end() :]}"


def _say(fix: str) -> Fix:
    return lambda _found, _text: fix


def _ascii(_found: re.Match[str], text: str) -> str:
    digits = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text)
    return f"write {digits}" if digits != text and digits.isascii() else "use the digits 0 to 9 only"


def _ungrouped(found: re.Match[str], text: str) -> str:
    mark, grouped = found.groups()
    rest = text[found.end() :]
    comma = grouped.count(",") == 1 and not rest.startswith(".")
    other = f" (or {grouped.replace(',', '.')} for a decimal comma)" if comma else ""
    return f"write {mark}{re.sub('[^0-9]', '', grouped)}{rest}{other}"


def _decimal_comma(found: re.Match[str], _text: str) -> str:
    mark, whole, fraction = found.groups()
    joined = re.sub("[^0-9]", "", whole)
    other = f"{whole}{fraction}" if whole.count(".") == 1 else f"{joined}{fraction}"
    return f"write {mark}{joined}.{fraction} for a decimal comma, or {mark}{other} for grouped digits"


def _exponent(found: re.Match[str], text: str) -> str:
    digits = plain(float(found[2]))
    written = len(digits) <= LONGEST_NUMBER and digits not in ("0", "inf")
    return f"write {found[1]}{digits}{text[found.end() :]}" if written else HOW


def _glued(found: re.Match[str], text: str) -> str:
    unit = refusals.words()["instead"].get(found[2], found[2])
    return f"write {found[1]} {unit}{text[found.end() :]}" if definitions.is_unit(unit) else HOW


_FAULTS: Final[tuple[tuple[str, str, Fix], ...]] = (
    (r"\s*$", "no amount", _say(HOW)),
    (r"(?s:\s+\S|.*\S\s+$)", "spaces around the amount", lambda _, text: f"write {text.strip()}"),
    (
        rf"({MARK})([0-9]{{1,3}}(?:(?:{_GAP}|[,_])[0-9]{{3}})+)(?![0-9,])",
        "the digits are grouped",
        _ungrouped,
    ),
    (rf"({MARK})([0-9]{{1,2}}(?:,[0-9]{{2}})+,[0-9]{{3}})(?![0-9,])", "the digits are grouped", _ungrouped),
    (rf"({MARK})([0-9]+(?:(?:{_GAP}|\.)[0-9]{{3}})*),([0-9]+)", "a comma in the number", _decimal_comma),
    (rf"({MARK})({NUMBER}[eE][-+]?[0-9]{{1,3}})(?![0-9])", "an exponent in the number", _exponent),
    (rf"({MARK})({NUMBER}) ?{_DASH} ?({NUMBER})(?![0-9.])", "a dash between two numbers", _then(r"\1\2..\3")),
    (rf"({MARK})[\u2010-\u2014\u2212]({NUMBER})", "the minus sign is not ASCII", _then(r"\1-\2")),
    (
        rf"({MARK})({NUMBER})(?: \.\. ?|\.\. | ?\.{{3,}} ?| ?\u2026 ?)({NUMBER})",
        "a range is written with two points",
        _then(r"\1\2..\3"),
    ),
    (
        rf"{MARK}{NUMBER} ?(?:\u00b1|\+/-|\+-)",
        "a spread beside the number",
        _say("write the low and the high number, like 0.5..1.5 km"),
    ),
    (rf"{MARK}\.\.({NUMBER})", "a range without a low end", _then(r"<=\1")),
    (rf"({MARK})\+({NUMBER})", "a plus sign before the number", _then(r"\1\2")),
    (rf"({MARK})(-?)(\.[0-9]+)", "no digit before the point", _then(r"\1\g<2>0\3")),
    (rf"({MARK}[0-9]+)\.(?![.0-9])", "no digit after the point", _then(r"\1")),
    (rf"({MARK}) +({NUMBER})", "a space between mark and number", _then(r"\1\2")),
    (r"[\u2248\u223c]", "the mark is not in the notation", _then("~")),
    (r"\u2265", "the mark is not in the notation", _then(">=")),
    (r"\u2264", "the mark is not in the notation", _then("<=")),
    (rf"{MARK}(?:[0-9]+ )?[0-9]+/[0-9]+", "a fraction", _say("write a decimal number, like 3.5")),
    (rf"{MARK}[0-9]+ [0-9]", "a space in the number", _say(HOW)),
    (
        r"[~<>=]*[0-9.]*[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2079]",
        "the number has letters that are no ASCII digits",
        _say("use the digits 0 to 9 only"),
    ),
    (
        rf"({MARK}{NUMBER}){_DASH}?(%|[^\W\d_]{{1,30}})(?![\w*(])",
        "no space between number and unit",
        _glued,
    ),
    (
        r"[~<>=]*[$\u20ac\u00a3\u00a5]",
        "the currency stands before the number",
        _say("write the number, then the ISO 4217 code, like 4350000000 EUR"),
    ),
    (r"[~<>=]*[0-9.]*[^\x00-\x7f]", "the number has letters that are no ASCII digits", _ascii),
    (
        r"[~<>=]*[A-Za-z]",
        "the number does not stand first",
        _say("start with the number, like ~6700 container"),
    ),
)

_NOT_FINITE: Final = (
    r"(?i:[~<>=]*[-+]?(?:nan|inf|infinity)(?![a-z]))",
    rf"{MARK}{NUMBER}[eE]\+?(?:[0-9]{{4,40}}|[4-9][0-9][0-9]|3[1-9][0-9]|309)(?![0-9])",
)


@functools.cache
def _faults() -> tuple[tuple[re.Pattern[str], str, str, Fix], ...]:
    never = _say("write the number, or >=N for what has no upper bound")
    endless = [(pattern, "number-not-finite", "the number is not finite", never) for pattern in _NOT_FINITE]
    syntax = [(pattern, "number-syntax", what, fix) for pattern, what, fix in _FAULTS]
    every = [*endless, *syntax]
    return tuple((re.compile(rf"\A(?:{pattern})"), code, what, fix) for pattern, code, what, fix in every)
