"""A running total that is lower at a later date; the twin's was restarted, is hedged, grows, or is another's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from builders import claim, corpus
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant a total that falls, between other totals of its series."""
    (item, unit), number, start, speaker = draw.goods(), draw.number(60), draw.day(), draw.state()
    about: dict[str, Any] = {
        "sender": draw.state(),
        "recipient": draw.state(),
        "item": item,
        "measure": "cumulative",
    }
    days = [start + timedelta(days=30 * month + draw.random.randrange(20)) for month in range(1, 5)]

    def total(name: str, amount: str, day: Any, **more: Any) -> Any:
        shared = {"when": f"{more.pop('since', start)}/{day}", "speaker": speaker}
        return claim(name, amount=f"{amount} {unit}", **{**about, **shared, **more})

    least = total("a/1", f"{number // 2}", days[0])
    before = total("b/1", f"{number}", days[1])
    low = f"{number * draw.one_of((0.3, 0.5, 0.7)):.0f}"
    last = total("d/1", f"{number * 2}", days[3])
    twins = (
        total("c/1", low, days[2], since=days[1]),
        total("c/1", f"~{number * 0.95:.0f}", days[2]),
        total("c/1", f"{number * 1.5:.0f}", days[2]),
        total("c/1", low, days[2], speaker=draw.state()),
        total("c/1", low, days[2], measure="flow"),
        total("c/1", low, days[2], recipient=draw.state()),
        total("c/1", low, days[2], modality="capacity"),
    )
    return Planted(
        fault=corpus(least, before, total("c/1", low, days[2]), last),
        twin=corpus(least, before, draw.one_of(twins), last),
        severity="error",
    )
