"""One or two that are counted without a number: "a pair of helicopters", "a single drone"."""

from __future__ import annotations

import functools
import re

from osintkp.reading.amounts.figures import one_thing
from osintkp.reading.amounts.heads import noun_phrase
from osintkp.reading.amounts.words import words
from osintkp.reading.mentions import AmountMention

_PHRASES = (("a pair of ", 2.0), ("a single ", 1.0), ("a lone ", 1.0))
_COUNTED = frozenset(
    (
        "country",
        "ship",
        "person",
        "missile",
        "rocket",
        "drone",
        "vehicle",
        "tank",
        "truck",
        "aircraft",
        "helicopter",
        "boat",
        "container",
        "shipment",
    )
)


def pairs(view: str, text: str) -> list[AmountMention]:
    """
    Return the pairs and the single ones of things that the table knows.

    Example:
        >>> said = "a pair of helicopters, a single drone and a pair of the lot"
        >>> [(each.best, each.unit) for each in pairs(said, said)]
        [(2.0, 'helicopter'), (1.0, 'drone')]
    """
    found = []
    for word, value in _PHRASES:
        at = view.find(word)
        while at >= 0:
            end = at + len(word) - 1
            if not view[at - 1 : at].isalnum() and not view.endswith(("not ", "every "), 0, at):
                made = _counted(view, text, (at, end), value)
                if made is not None:
                    found.append(made)
            at = view.find(word, end)
    return found + _and_a_half(view, text)


def _and_a_half(view: str, text: str) -> list[AmountMention]:
    """Return the measures of "a year and a half"."""
    found = []
    at = view.find(_HALF)
    while at >= 0:
        end = at + len(_HALF)
        match = _one().search(view, max(0, at - 16), at)
        unit = None if match is None else words().measures.get(match[1])
        if match is not None and unit is not None and not view[end : end + 1].isalnum():
            found.append(
                AmountMention(
                    start=match.start(), end=end, quote=text[match.start() : end], low=1.5, best=1.5, high=1.5, unit=unit.unit,
                    number=(match.start(), end), role=unit.role,
                )
            )  # fmt: skip
        at = view.find(_HALF, end)
    return found


_HALF = " and a half"


@functools.cache
def _one() -> re.Pattern[str]:
    """Return a pattern for the one measure of "a year and a half"."""
    return re.compile(r"\ban?\s([a-z]{3,10})$")


def _counted(view: str, text: str, span: tuple[int, int], value: float) -> AmountMention | None:
    at, end = span
    if view.startswith((" of ", " a ", " the "), end):
        return None
    head = noun_phrase(view, text, end) if value == 2 else one_thing(view, text, end)
    if head is None or not head.known or head.start is None or head.unit not in _COUNTED:
        return None
    if len(view[head.start : head.end].split()) > 3:
        return None
    return AmountMention(
        start=at, end=head.end, quote=text[at : head.end], low=value, best=value, high=value, unit=head.unit,
        item=text[head.start : head.end], number=(at + 2, end),
    )  # fmt: skip
