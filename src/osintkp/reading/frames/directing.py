"""Which way goods went between two: "three trips between Iran and Syria" names them in no order; the rest of the text tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from osintkp.reading.frames.told import PARTIES, Told

RULES = frozenset(("between", "pair"))


def directed(told: Sequence[Told]) -> None:
    """
    Turn deliveries between two round where the text tells more of those that go the other way.

    Args:
        told: What the text tells.
    """
    sent = [
        each for each in told if each.kind == "shipment" and all(field in each.slots for field in PARTIES)
    ]
    open_ones = [each for each in sent if {each.slots[field].rule for field in PARTIES} <= RULES]
    if not open_ones:
        return
    known = Counter(
        (each.who("sender"), each.who("recipient"))
        for each in sent
        if not any(each.slots[field].rule in RULES for field in PARTIES)
    )
    for each in open_ones:
        sender, recipient = each.slots["sender"], each.slots["recipient"]
        ways = (
            known[each.who("sender"), each.who("recipient")],
            known[each.who("recipient"), each.who("sender")],
        )
        if ways[1] > ways[0]:
            each.slots["sender"] = attrs.evolve(recipient)
            each.slots["recipient"] = attrs.evolve(sender)
