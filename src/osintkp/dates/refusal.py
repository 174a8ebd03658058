"""Why a value is no date, and what to write in its place."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from osintkp.dates.edtf import LEAP_YEAR, LONGEST, OPEN, end_of
from osintkp.dates.respelling import MONTHS, readings, respelled, worded
from osintkp.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Callable

_CLOCK = re.compile(r"(.{0,40}?)[T ]?([0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?)(.*)")
_ZONED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})() ?((?:Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}).*)")
_SHAPED = re.compile(r"([0-9]{4}|XXXX)-([0-9]{2})(?:-([0-9]{2}))?([?~%]?)")
_LONG_YEAR = re.compile(r"[+-][0-9]{4}.*|Y-?[0-9].*|[0-9]{5}.*|0000.*|000X.*|00XX.*")

_ANY = "write a date like 2024-06-19, 2024-06, 2024, 198X or 2023-09/.."
_DIGITS = "write four digits for a year, like 2024, and hyphens, like 2024-06-19"
_WORDS = "write the day that is meant, like 2024-06-19, with these words as words= and the date of the text as anchor="
_YEARS = "write a year from 0001 to 9999, like 2024"
_YEAR_PARTS = {
    25: ("03", "05"),
    26: ("06", "08"),
    27: ("09", "11"),
    29: ("09", "11"),
    31: ("03", "05"),
    32: ("06", "08"),
    33: ("01", "03"),
    34: ("04", "06"),
    35: ("07", "09"),
    36: ("10", "12"),
    37: ("01", "04"),
    38: ("05", "08"),
    39: ("09", "12"),
    40: ("01", "06"),
    41: ("07", "12"),
}


class _Fault(NamedTuple):
    code: str
    what: str
    fix: str


def refusal(value: object) -> DateError:
    """
    Return the error for a value that :func:`osintkp.dates.edtf.bounds` does not read.

    Codes: ``wrong-type``, ``date-size``, ``text-control``, ``date-zone``, ``date-order``, ``date-ambiguous``
    and, for all else, ``date-invalid``.

    Example:
        >>> error = refusal("2024-02-30")
        >>> error.code, error.what
        ('date-invalid', 'February 2024 has 29 days')
    """
    if not isinstance(value, str):
        return DateError(*_wrong_type(value))
    if len(value) > LONGEST:
        what = f"a date has at most {LONGEST} characters, this has {len(value):,}"
        return DateError("date-size", what, value, _ANY)
    code, what, fix = _fault(value)
    return DateError(code, what, value, fix)


def _wrong_type(value: object) -> tuple[str, str, object, str]:
    day = value.date() if isinstance(value, datetime) else value
    known = isinstance(day, date | int) and end_of(str(day))
    fix = f'write it in quotes: "{day}"' if known else 'write a text in quotes, like "2024-06-19"'
    return "wrong-type", "a date is a text", value, fix


def _fault(text: str) -> _Fault:
    """Return the first fault that a judge finds; the order goes from what is sure to what is guessed."""
    for judge in _JUDGES:
        fault = judge(text)
        if fault is not None:
            return fault
    return _Fault("date-invalid", "not a date", _DIGITS if _has_digits_only(text) else _ANY)


def _has_digits_only(text: str) -> bool:
    return not re.search(r"[^0-9./ -]", text)


def _blank(text: str) -> _Fault | None:
    if not text.strip():
        return _Fault("date-invalid", "the date is empty", "write a date like 2024-06-19, or leave it out")
    return None


def _control(text: str) -> _Fault | None:
    found = next((ord(letter) for letter in text if letter < " " or letter == "\x7f"), None)
    if found is None:
        return None
    what = f"a date has no control characters, this has U+{found:04X}"
    return _Fault("text-control", what, "leave it out")


def _foreign(text: str) -> _Fault | None:
    if text.isascii():
        return None
    what = "a date is written in ASCII digits and hyphens"
    return _Fault("date-invalid", what, _write(*respelled(text)) or _ANY)


def _ends(text: str) -> _Fault | None:
    """Judge a text of two ends by the end that is at fault, or by their order."""
    left, _, right = text.partition("/")
    if text.count("/") != 1 or readings(text):
        return None
    if {left, right} <= {"", OPEN}:
        return _Fault("date-invalid", "a period names a date at one end at least", _ANY)
    meant = respelled(text)
    for name, side in (("start", left), ("end", right)):
        if side not in {"", OPEN} and end_of(side) is None:
            fault = _level_two(side) if meant else _fault(side)
            what = fault and f"in the {name} of the period, {fault.what}"
            return fault and _Fault(fault.code, str(what), _write(*meant) or fault.fix)
    what = "the end of the period comes before its start"
    return _Fault("date-order", what, f"write {right}/{left} if they were swapped")


def _time(text: str) -> _Fault | None:
    found = _ZONED.fullmatch(text.upper()) or _CLOCK.fullmatch(text.upper())
    if found is None:
        return None
    day, _, zone = (part.strip() for part in found.groups())
    fix = f"write {day}" if end_of(day) else "write the day alone, like 2024-06-19"
    if zone:
        return _Fault("date-zone", "a date has no time of day and no time zone", fix)
    return _Fault("date-invalid", "a date has no time of day", fix)


def _calendar(text: str) -> _Fault | None:
    """Judge a text that has the shape of a date but is in no calendar."""
    found = _SHAPED.fullmatch(text)
    if found is None or found[1] == "0000":
        return None
    year, month, day, qualifier = found.groups()
    if "01" <= month <= "12":
        return _month_length(year, month)
    if "21" <= month <= "24":
        return _Fault("date-invalid", "a season has no days", f"write {year}-{month}{qualifier}")
    if "25" <= month <= "41" and day is None:
        ends = _YEAR_PARTS.get(int(month))
        what = f"the part {month} of a year is level 2 of EDTF, which is not read"
        fix = f"write {year}-{ends[0]}/{year}-{ends[1]}" if ends else "write its months, like 2024-12/2025-02"
        return _Fault("date-invalid", what, fix)
    what, months = f"there is no month {month}", "months run from 01 to 12, seasons from 21 to 24"
    others = [f"{year}-{day}-{month}"] if day else list(readings(text))
    sound = [other for other in others if "/" in other or end_of(other)]
    return _Fault("date-invalid", what, f"{months}; write {sound[0]} if that is meant" if sound else months)


def _month_length(year: str, month: str) -> _Fault:
    known = year != "XXXX"
    length = monthrange(int(year if known else LEAP_YEAR), int(month))[1]
    name = MONTHS[int(month) - 1]
    what = f"{name} {year} has {length} days" if known else f"{name} has {length} days at most"
    start = f"{year}-{month}"
    return _Fault("date-invalid", what, f"write a day from {start}-01 to {start}-{length}, or {start}")


def _year_range(text: str) -> _Fault | None:
    if not _LONG_YEAR.fullmatch(text):
        return None
    return _Fault("date-invalid", "years run from 0001 to 9999, without a sign", _YEARS)


def _level_two(text: str) -> _Fault | None:
    if _LONG_YEAR.fullmatch(text):
        return None
    if text[0] in "[{":
        what, fix = "a set of dates", "write the period that holds them all, like 2023-07/2023-08"
    elif re.fullmatch(r"[0-9XS?~%-]+", text) and re.search(r"[?~%].", text):
        what, fix = "a qualifier on a part of a date", "put one qualifier at the end, like 2024-03-18~"
    elif re.fullmatch(r"[0-9X?~%-]*X[0-9X?~%-]*", text):
        what, fix = "an unknown digit in this place", "write one like 198X, 19XX, 2024-XX or 2024-06-XX"
    elif re.fullmatch(r"[0-9]{4}S[0-9]+", text):
        what, fix = "a count of significant digits", "write one like 198X or 19XX"
    else:
        return None
    fix = _write(*respelled(text)) or fix
    return _Fault("date-invalid", f"{what} is level 2 of EDTF, which is not read", fix)


def _spelling(text: str) -> _Fault | None:
    found = respelled(text)
    return _Fault("date-invalid", "not in the spelling of EDTF", _write(*found)) if found else None


def _order(text: str) -> _Fault | None:
    found = readings(text)
    what = "the order of such figures differs from country to country"
    return _Fault("date-ambiguous", what, _write(*found)) if found else None


def _words(text: str) -> _Fault | None:
    found = worded(text)
    if found and "/" in found[0]:
        what = "a range in words can be read in several ways"
        return _Fault("date-ambiguous", what, _write(*found))
    if found or any(letter.isalpha() for letter in text):
        return _Fault("date-invalid", "words are not a date", _write(*found) or _WORDS)
    return None


def _write(*texts: str) -> str:
    """Return the advice to write one of some texts; empty when there is none."""
    if len(texts) > 1:
        return f"write the one that is meant: {', '.join(texts[:-1])} or {texts[-1]}"
    return f"write {texts[0]}" if texts else ""


_JUDGES: tuple[Callable[[str], _Fault | None], ...] = (
    _blank,
    _control,
    _foreign,
    _ends,
    _time,
    _calendar,
    _level_two,
    _spelling,
    _order,
    _year_range,
    _words,
)
