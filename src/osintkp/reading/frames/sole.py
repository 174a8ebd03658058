"""The one side that a text is about: who gives nearly all that it tells as given, or who gets it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from osintkp.reading.events import Slot
from osintkp.reading.frames.prominence import Prominence
from osintkp.reading.frames.told import PARTIES, Told

LEAST = 3
CLEAR = 2 / 3
PART = 0.12
SURE = 0.3


def sole(told: Sequence[Told], prominence: Prominence) -> None:
    """
    Fill the one side that a delivery leaves open with whom nearly all deliveries of the text have there.

    It takes three that tell the side, two in three the same, of whom the text is much about.

    Args:
        told: What the text tells, each complete enough to stand without that side.
        prominence: How much the text is about each actor.
    """
    sent = [each for each in told if each.kind == "shipment"]
    usual = {field: _usual([each.who(field) for each in sent], prominence) for field in PARTIES}
    for each in sent:
        missing = [field for field in PARTIES if field not in each.slots]
        if len(missing) != 1:
            continue
        value = usual[missing[0]]
        if value is not None and value not in {slot.value for slot in each.slots.values()}:
            each.slots[missing[0]] = Slot(value=value, rule="document", confidence=SURE)
    _seizers([each for each in told if each.kind == "seizure"])
    _bound([each for each in told if each.kind == "limit" and _is_embargo(each)])


def _seizers(seized: Sequence[Told]) -> None:
    """Fill who seized what nobody is said to have seized, where one side alone seizes in the text."""
    known = {each.who("actor") for each in seized if "actor" in each.slots}
    value = known.pop() if len(known) == 1 else None
    for each in seized if value is not None else ():
        taken = {slot.value for name, slot in each.slots.items() if name in PARTIES}
        if "actor" not in each.slots and value not in taken:
            each.slots["actor"] = Slot(value=value, rule="document", confidence=SURE)


def _is_embargo(told: Told) -> bool:
    """Tell whether a limit is an embargo, a ban or sanctions, and no quota."""
    if told.rule.endswith("/reach"):
        return True
    return not told.has("amount") and not told.rule.endswith(("/output", "/each"))


def _bound(limits: Sequence[Told]) -> None:
    """Fill whom an embargo binds, or who set it, where all embargoes of the text that tell it agree."""
    for field, other in (("on", "authority"), ("authority", "on")):
        known = {each.who(field) for each in limits if field in each.slots}
        value = known.pop() if len(known) == 1 else None
        for each in limits if value is not None else ():
            if field not in each.slots and other in each.slots and each.who(other) != value:
                each.slots[field] = Slot(value=value, rule="document", confidence=SURE)


def _usual(values: Sequence[str | None], prominence: Prominence) -> str | None:
    """Return whom nearly all name; None where they are few, or of several, or the text is hardly about them."""
    counts = Counter(each for each in values if each is not None)
    if not counts:
        return None
    ((best, times),) = counts.most_common(1)
    return (
        best if times >= LEAST and times >= CLEAR * counts.total() and prominence.of(best) >= PART else None
    )
