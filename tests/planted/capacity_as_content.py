"""What trucks, ships or containers could hold is told as what they held; the twin's content is another figure, or earlier."""

from __future__ import annotations

from typing import Any

import osintkp
from builders import claim, corpus
from planted import Planted
from planted.draw import Draw

CARRIERS = ("truck", "container", "ship", "voyage")
LOADS = {"food/grain": "tonne", "fuel/refined/diesel": "tonne", "munitions/mortar": "round"}


def plant(draw: Draw) -> Planted:
    """Plant a capacity that is repeated as content: the very figure, or a new one at the old load per carrier."""
    sender, recipient, speaker, other = (draw.state() for _ in range(4))
    item = draw.one_of(sorted(LOADS))
    unit, carrier = LOADS[item], draw.one_of(CARRIERS)
    each, count, year = draw.one_of([12, 18, 24, 36]), draw.random.randint(11, 90), draw.day().year
    way: dict[str, Any] = {"sender": sender, "recipient": recipient}
    goods: dict[str, Any] = {**way, "item": item, "when": str(year)}

    def carriers(source: str, number: int) -> osintkp.Claim:
        return claim(f"{source}/box", amount=f"{number} {carrier}", **way)

    def load(
        source: str, amount: int, modality: str = "stated", *, who: str = speaker, box: bool = True
    ) -> osintkp.Claim:
        links = {"contained_in": f"{source}/box"} if box else None
        return claim(
            f"{source}/load", amount=f"{amount} {unit}", modality=modality, speaker=who, links=links, **goods
        )

    could = [carriers("wire", count), load("wire", each * count, "capacity")]
    again = [load("daily", each * count, box=False)]
    scaled = [carriers("daily", 2 * count), load("daily", 2 * each * count)]
    less = [carriers("daily", count), load("daily", each * count * 7 // 10)]
    counted = [load("daily", each * count, box=False, who=other)]
    still = [load("daily", each * count, "capacity", box=False)]
    return Planted(
        fault=corpus(*could, *draw.one_of([again, scaled])),
        twin=corpus(*could, *draw.one_of([less, counted, still])),
        severity="error",
    )
