"""Whether a number has the noun of the number after it: "from 90 to 300 men"."""

from __future__ import annotations

import functools
import re

from osintkp.reading.amounts.figures import Figure
from osintkp.reading.amounts.words import words


def joined_to(view: str, figure: Figure, after: Figure | None) -> bool:
    """
    Tell whether the next figure has the noun of this one: "from 100 to 300 men", "4.2 and 5.8 million rounds".

    Example:
        >>> from osintkp.reading.amounts.figures import figure_of
        >>> from osintkp.vocabulary.number_phrases import Phrase
        >>> said = "from 90 to 300 men"
        >>> one, other = (
        ...     figure_of(said, said, phrase, -99) for phrase in (Phrase(5, 7, 90.0), Phrase(11, 14, 300.0))
        ... )
        >>> joined_to(said, one, other)
        True
    """
    if after is None:
        return False
    if after.phrase.symbol == "%":
        return view[figure.phrase.end : after.start] in (" to ", " and ", " or ", "-", " and then ")
    if after.head is None:
        return False
    if figure.head is None and after.head.role == "count":
        described = _described().fullmatch(view, figure.phrase.end, after.start)
        if described is not None and described[1] not in words().stops:
            return True
    if after.start - figure.phrase.end > 9:
        return (
            after.start - figure.phrase.end < 44
            and _of_whole().fullmatch(view, figure.phrase.end, after.start) is not None
        )
    gap = view[figure.phrase.end : after.start].strip()
    if after.head.role == "calibre" and figure.phrase.value < 500 and gap in ("and", "or", ","):
        return True
    if after.head.role not in ("count", "measure") or after.head.start is None:
        return False
    if after.head.role == "measure" and gap in ("of", "in"):
        return False
    return gap in (
        "to",
        "and",
        "or",
        "out of",
        ", and",
        ", or",
        ",",
        "versus",
        "against",
        "of",
        "in",
    )


@functools.cache
def _described() -> re.Pattern[str]:
    """Return a pattern for the words in "four long-range and two short-range missiles"."""
    return re.compile(
        r"\s([a-z]{2,14}-[a-z]{2,14}|[a-z]{2,12}(?:an|ish|ese|ern))(?:\s[a-z-]{3,14})?,?\s(?:and|or)\s"
    )


@functools.cache
def _of_whole() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:out\s)?of\s(?:(?:the|its|their|his|her|our)\s)?(?:[\w.-]{1,20}\s){0,2}(?:[\w.-]{1,20}'s?\s)?(?:[\w-]{1,20}\s){0,1}"
    )
