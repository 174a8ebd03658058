"""Numbers that count nothing because they tell a time or an age: years, days of months, clock times."""

from __future__ import annotations

import functools
import re

from osintkp.reading.amounts.words import words

YEARS = (1400, 2100)


def is_date(view: str, text: str, start: int, end: int, said: list[str]) -> bool:
    """
    Tell whether a small bare number is the day of a month, or the year after one.

    Example:
        >>> is_date("on 7 october", "on 7 October", 3, 4, ["on"])
        True
    """
    months = words().sets["months"]
    match = _month_after().match(view, end)
    if match is not None and match[1] in months and _capital(text, match.start(1), match[1]):
        return True
    if not said:
        return False
    last = said[-1].rstrip(".,").lstrip("(\"'[")
    if last not in months:
        return False
    at = view.rfind(last, 0, start)
    return _capital(text, at, last) and not (said[-1].endswith(",") and not _year_like(view[start:end]))


def _capital(text: str, at: int, month: str) -> bool:
    """Return whether a month that is also a verb is written as a month."""
    return month not in ("may", "march", "mar", "jun", "dec", "sep", "jan") or text[at : at + 1].isupper()


def _year_like(digits: str) -> bool:
    return len(digits) == 4 and digits.isdigit() and YEARS[0] <= int(digits) <= YEARS[1]


def is_year(
    view: str,
    start: int,
    end: int,
    said: list[str],
    *,
    hedged: bool,
    counted: bool,
    known: bool,
    round_range: bool = False,
) -> bool:
    """
    Tell whether four bare digits are a year.

    Args:
        view: The text in small letters.
        start: Where the digits begin.
        end: Where they end; of a range, where the first of its numbers ends.
        said: The words before.
        hedged: Whether a hedge stands before.
        counted: Whether a noun or unit follows.
        known: Whether it is one that the table knows.
        round_range: Whether it begins a range of two round numbers.

    Example:
        >>> is_year("in 2014 troops", 3, 7, ["in"], hedged=False, counted=True, known=True)
        True
    """
    if not _year_like(view[start:end]):
        return False
    if (hedged and counted) or (known and round_range):
        return False
    last = said[-1].strip("(\"'[,.") if said else ""
    if len(last) < 3 and last.isdigit() and len(said) > 1 and said[-2].strip(".") in words().sets["months"]:
        return True
    if not known or not said or said[-1].endswith((",", ".", ":", ";")):
        return not (hedged and int(view[start:end]) % 100 == 0)
    return last in words().sets["before_year"] or last in words().sets["months"] or last.endswith("'s")


def is_age(view: str, end: int, said: list[str]) -> bool:
    """
    Tell whether a number is the age of somebody.

    Example:
        >>> is_age("a 34-year-old driver", 4, ["a"]), is_age("children under 5.", 16, ["children", "under"])
        (True, True)
    """
    if _old().match(view, end) is not None:
        return True
    if not said:
        return False
    ages = words().sets["ages"]
    if said[-1].strip("(,") in ages or (
        said[-1] in ("of", "between", "over", "under", "from") and len(said) > 1 and said[-2] in ages
    ):
        return True
    return (
        said[-1] in ("under", "over", "above", "below")
        and len(said) > 1
        and said[-2].rstrip(",") in words().sets["young"]
    )


def is_apposed_age(view: str, text: str, start: int, end: int) -> bool:
    """
    Tell whether a small number between commas after a name is an age: "Hassan, 34, a driver".

    Example:
        >>> said = "Hassan, 34, a driver"
        >>> is_apposed_age(said.lower(), said, 8, 10)
        True
    """
    if view[start - 2 : start] != ", " or view[end : end + 1] not in (",", ".", ")", ";") or end - start > 3:
        return False
    if not view[start:end].isdigit() or not 0 < int(view[start:end]) < 115:
        return False
    word = text[max(0, start - 24) : start - 2].rsplit(None, 1)
    if word and word[-1].lower() in words().alone and words().alone[word[-1].lower()].unit == "person":
        return True
    return (
        bool(word)
        and word[-1][:1].isupper()
        and word[-1].isalpha()
        and word[-1].lower() not in words().sets["months"]
    )


def is_clock(view: str, start: int, end: int, said: list[str]) -> bool:
    """
    Tell whether a time of day follows a number.

    Example:
        >>> is_clock("at 7 p.m.", 3, 4, ["at"]), is_clock("7 promises", 0, 1, [])
        (True, False)
    """
    if view[end : end + 1] not in _CLOCKS:
        return False
    if (
        end - start == 4
        and view.startswith((" hours", " hrs", "hrs", "h"), end)
        and said
        and said[-1] in _AT
        and view[start:end].isdigit()
    ):
        return int(view[start:end]) < 2400
    return _clock().match(view, end) is not None


_AT = frozenset(
    (
        "at",
        "by",
        "from",
        "until",
        "till",
        "since",
        "around",
        "about",
        "between",
        "before",
        "after",
        "and",
        "to",
    )
)


_CLOCKS = frozenset((" ", "a", "p", "g", "h", ":", "u"))


@functools.cache
def _month_after() -> re.Pattern[str]:
    return re.compile(r"(?:st|nd|rd|th)?[\s-](?:of\s)?([a-z]{3,9})\b")


@functools.cache
def _old() -> re.Pattern[str]:
    return re.compile(r"[-\s](?:years?|months?|weeks?|days?)(?:[-\s]olds?\b|\sof\sage\b)")


@functools.cache
def _clock() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:[ap]\.m\b|[ap]m\b|o'clock|gmt\b|utc\b|local\stime|hours?\s(?:gmt|utc|local)|hrs\s(?:gmt|local))|:[0-9]"
    )
