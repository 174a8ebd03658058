"""Digits with their separators: what they count in English, and what they would count elsewhere."""

from __future__ import annotations

import re
from functools import cache

SEPARATORS = str.maketrans("", "", ",'\u00a0 ")
FRACTIONS = {"\u00bc": 0.25, "\u00bd": 0.5, "\u00be": 0.75, "\u2153": 1 / 3, "\u2154": 2 / 3}


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    forms = (
        (r"[1-9][0-9]{0,2}([,'\u00a0 ])[0-9]{3}(?:\1[0-9]{3}){0,5}(?:\.[0-9]+)?", "grouped"),
        (r"[1-9][0-9]?(?:,[0-9]{2}){1,5},[0-9]{3}(?:\.[0-9]+)?", "grouped"),
        (r"[1-9][0-9]{0,2}\.[0-9]{3}", "either"),
        (r"(?<![0-9])[0-9]*\.[0-9]+", "plain"),
        (r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,6}", "points"),
        (r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6},[0-9]{1,2}", "points"),
        (r"(?<![0-9])[0-9]+,[0-9]{1,2}", "comma"),
        (r"([1-4])/([2-5])", "piece"),
        (rf"(?<![0-9])([0-9]*)([{''.join(FRACTIONS)}])", "sign"),
    )
    return tuple((re.compile(pattern), form) for pattern, form in forms)


def reading(printed: str, *, scaled: bool = False) -> tuple[float, float | None] | None:
    """
    Return what digits with separators count in English, and what they count elsewhere; None where they are no number.

    A point is a decimal point; three digits after one point may be thousands in a text that was translated.

    Args:
        printed: The digits, with their separators.
        scaled: Whether a multiplier follows: ``6.700 million`` has one reading, and the comma in ``1,5 million`` is a point.

    Example:
        >>> reading("6,700"), reading("6.700"), reading("19:30")
        ((6700.0, None), (6.7, 6700.0), None)
    """
    if printed.isdecimal() and printed.isascii():
        return float(printed), None
    for pattern, form in _forms():
        match = pattern.fullmatch(printed)
        if match is not None:
            return _read(form, match, scaled=scaled)
    return None


def _read(form: str, match: re.Match[str], *, scaled: bool) -> tuple[float, float | None] | None:
    printed = match[0]
    if form == "grouped":
        return float(printed.translate(SEPARATORS)), None
    if form == "points":
        return float(printed.replace(".", "").replace(",", ".")), None
    if form == "either":
        return float(printed), None if scaled else float(printed.replace(".", ""))
    if form == "comma":
        return (float(printed.replace(",", ".")), None) if scaled else None
    if form == "piece":
        above, below = int(match[1]), int(match[2])
        return (above / below, None) if above < below else None
    if form == "sign":
        return float(match[1] or 0) + FRACTIONS[match[2]], None
    return float(printed), None
