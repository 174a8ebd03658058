"""Two loads at one factor per carrier, which is only an information; the twin's factors are two, or its carriers are one."""

from __future__ import annotations

from typing import Any

import osintkp
from builders import claim, corpus
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant one factor under two totals."""
    sender, recipient, carrier = draw.state(), draw.state(), draw.one_of(["truck", "container", "ship"])
    item, unit = draw.one_of(
        [("food/flour", "tonne"), ("munitions/mortar", "round"), ("fuel/crude", "barrel")]
    )
    each, first = draw.one_of([17, 21, 43, 62]), draw.random.randint(120, 900)
    second = first * draw.one_of([2, 3, 5]) + draw.random.randint(1, 99)

    def told(source: str, number: int, factor: float) -> list[osintkp.Claim]:
        way: dict[str, Any] = {"sender": sender, "recipient": recipient}
        return [
            claim(f"{source}/box", amount=f"{number} {carrier}", item="aid", **way),
            claim(
                f"{source}/load", amount=f"{number * factor:.0f} {unit}", item=item,
                links={"contained_in": f"{source}/box"}, **way,
            ),
        ]  # fmt: skip

    one = told("wire", first, each)
    fault = corpus(*one, *told("daily", second, each))
    twin = corpus(*one, *told("daily", second, each * draw.one_of([0.7, 1.4])))
    for check, wanted in ((fault, 1), (twin, 0)):
        assert wanted == len(check.check(select="conversion-fingerprint"))
    return Planted(fault=fault, twin=twin, severity="info")
