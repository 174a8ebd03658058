"""The line of place and agency that news begins with ("TRIPOLI, Libya (AP) \u2014"), which is no part of its sentence."""

from __future__ import annotations

import functools
import re

LONGEST = 90
ENDS = "\u2014\u2013-/"


def dateline(text: str, start: int, end: int) -> int:
    """
    Return where the dateline at the head of a block ends; 0 where there is none.

    A town in capitals, or one before the name of an agency in brackets, with a dash behind and a sentence after it.

    Args:
        text: The text.
        start: Where the block begins.
        end: Where it ends.

    Example:
        >>> text = "TRIPOLI, Libya (AP) - Two ships sailed."
        >>> text[dateline(text, 0, len(text)) :]
        'Two ships sailed.'
        >>> dateline("The ships - two of them - sailed.", 0, 33)
        0
    """
    head = text[start : min(end, start + LONGEST)]
    if not (head[:1].isalpha() or head[:1] == "(") or not any(dash in head for dash in ENDS):
        return 0
    match = _dateline().match(head)
    return start + match.end() if match and start + match.end() < end else 0


@functools.cache
def _dateline() -> re.Pattern[str]:
    town = r"[A-Z][A-Z.'\u2019-]{2,20}(?: [A-Z][A-Z.'\u2019-]{1,20}){0,3}"
    day = r"(?:[0-9]{1,2}(?:st|nd|rd|th)? )?"
    more = rf"(?:(?:,|/) ?{day}[A-Z][A-Za-z. ]{{1,24}}(?:[0-9]{{1,4}}(?:, [0-9]{{4}})?)?){{0,3}},?"
    agency = r"\((?:[A-Z][A-Za-z. /&-]{1,30})\)"
    known = r"\((?:AP|AFP|Reuters|REUTERS|UPI|Xinhua|TASS|dpa|DPA|ANI|PTI|IRNA|WAFA|VOA|Bloomberg|Yonhap|Anadolu|AA|SUNA|KUNA|SPA)\)"
    dash = r" ?(?:\u2014|\u2013|--)[ ]?"
    hyphen = r" ?- "
    firm = r"(?!NATO|OPEC|BRICS|ASEAN|ECOWAS)"
    behind = r"(?=[\"\u201c\u2018']?[A-Z0-9])"
    any_word = r"(?=[\"\u201c\u2018']?[A-Za-z0-9])"
    signed = rf"(?:{dash}|{hyphen}|: ){any_word}"
    wire = rf"{town}{more}\. ?/[A-Z]{{2,12}}/\.? "
    bracket = rf"\([A-Z][a-z]{{2,14}}(?: [A-Z][a-z]{{2,14}}){{0,2}}{more}\) ?[\u2014\u2013] "
    return re.compile(
        rf"(?:{town}{more} ?{agency}{signed}|{firm}{town}{more}(?:{dash}| - ){behind}"
        rf"|[A-Z][A-Za-z. -]{{2,25}}{more} ?{known}{signed}|(?:{wire}|{bracket}){behind})"
    )
