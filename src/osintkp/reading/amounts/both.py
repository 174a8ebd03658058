"""One or two that are counted without a number: "a pair of helicopters", "a single drone"."""

from __future__ import annotations

from osintkp.reading.amounts.figures import one_thing
from osintkp.reading.amounts.heads import noun_phrase
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
    return found


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
