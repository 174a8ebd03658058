"""Carriers that hold more than they can by mass or space; the twin's load fits, is lighter, or is denied."""

from __future__ import annotations

from typing import Any

import osintkp
from builders import claim, corpus
from planted import Planted
from planted.draw import Draw

SHELL: dict[str, Any] = {"item": "munitions/artillery/shell", "calibre": "155 mm"}
BOMB: dict[str, Any] = {"item": "munitions/mortar", "calibre": "82 mm"}
FLOUR: dict[str, Any] = {"item": "food/grain"}


def plant(draw: Draw) -> Planted:
    """Plant a load that is several times what the carriers take."""
    sender, recipient, count = draw.state(), draw.state(), draw.random.randint(11, 400)
    mark = draw.one_of(["", "~"])

    def loaded(
        goods: dict[str, Any], unit: str, each: int, carrier: str, stance: str = "asserts"
    ) -> osintkp.Corpus:
        way: dict[str, Any] = {"sender": sender, "recipient": recipient}
        return corpus(
            claim("wire/box", amount=f"{count} {carrier}", **way),
            claim(
                "wire/load", amount=f"{mark}{count * each} {unit}", stance=stance, links={"contained_in": "wire/box"},
                **way, **goods,
            ),
        )  # fmt: skip

    faults = [
        loaded(SHELL, "round", 3000, "container"),
        loaded(FLOUR, "tonne", 120, "container"),
        loaded(FLOUR, "tonne", 300, "truck"),
    ]
    twins = [
        loaded(SHELL, "round", 120, "container"),
        loaded(BOMB, "round", 1500, "container"),
        loaded(FLOUR, "tonne", 12, "container"),
        loaded(FLOUR, "tonne", 5, "truck"),
        loaded(SHELL, "round", 3000, "container", "denies"),
    ]
    return Planted(fault=draw.one_of(faults), twin=draw.one_of(twins), severity="error")
