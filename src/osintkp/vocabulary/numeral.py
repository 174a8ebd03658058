"""The plainest way to say a number: one numeral among words that count nothing. It is read without taking the text apart."""

from __future__ import annotations

import re
from functools import cache

from osintkp.vocabulary.number_tokens import counting_words


def sole_numeral(text: str) -> float | None:
    """
    Return the one number that a short text says, where it stands in digits among plain words; None where a closer look is needed.

    What it returns is what :func:`osintkp.vocabulary.numbers.numbers` finds, and all that it finds.

    Args:
        text: A few words; those with punctuation, other digits, number words or a multiplier are left to a closer look.

    Example:
        >>> sole_numeral("some 30,000 barrels arrived"), sole_numeral("some 30 thousand barrels")
        (30000.0, None)
    """
    match = _plain().fullmatch(text)
    if match is None or not counting_words().isdisjoint(text.lower().split(" ")):
        return None
    return float(match[1].replace(",", ""))


@cache
def _plain() -> re.Pattern[str]:
    # Behind the digits a letter alone, a part of a hundred or a measure of oil may multiply or divide them.
    changing = r"(?:[a-z](?![a-z])|per ?cent|pct|pc|mm?b|kb)"
    return re.compile(
        r"\A(?:[a-z]++ )*+"  # where it is searched for, too, it is tried once
        r"([1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|[0-9]{1,15})"
        rf"(?: (?!{changing})[a-z]++(?: [a-z]++)*+)?",
        re.ASCII | re.IGNORECASE,
    )
