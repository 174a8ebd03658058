"""One government behind several sources, whatever the units; the twin has a second origin, or no second source."""

from __future__ import annotations

from typing import Any

import attrs

from builders import claim, corpus
from osintkp import Link
from planted import Planted
from planted.draw import Draw

UNITS = ("truck", "container", "voyage")


def plant(draw: Draw) -> Planted:
    """Plant a figure in two or three papers that all go back to one state."""
    sender, recipient, one, other = (draw.state() for _ in range(4))
    item, unit = draw.goods()
    figure, year = draw.number(), draw.day().year
    about: dict[str, Any] = {"sender": sender, "recipient": recipient, "item": item, "when": str(year)}
    first = claim("wire/a", amount=f"{figure} {unit}", speaker=one, **about)
    again = {
        "named": claim("daily/b", amount=f"~{figure} {unit}", speaker=one, **about),
        "through": attrs.evolve(
            claim("daily/b", amount=f"{figure} {unit}", **about),
            attribution=(Link(actor=one), Link(actor=draw.word())),
        ),
        "repeated": claim("daily/b", amount=f"{figure} {unit}", links={"repeats": "wire/a"}, **about),
        "carried": claim(
            "daily/b", amount=f"{draw.number(3, 900)} {draw.one_of(UNITS)}", speaker=one, **about
        ),
    }
    second = again[draw.one_of(sorted(again))]
    third = claim("post/c", amount=f"{figure} {unit}", speaker="unknown", **about)
    twins = {
        "another origin": claim("daily/b", amount=f"~{figure} {unit}", speaker=other, **about),
        "nobody named": claim("daily/b", amount=f"{figure} {unit}", speaker="unknown", **about),
        "one source": claim("wire/b", amount=f"{figure + 1} {unit}", speaker=one, **about),
        "the other way": claim(
            "daily/b",
            amount=f"{figure} {unit}",
            speaker=one,
            **{**about, "sender": recipient, "recipient": sender},
        ),
    }
    rest = [third] if draw.one_of([True, False]) else []
    return Planted(
        fault=corpus(first, second, *rest),
        twin=corpus(first, twins[draw.one_of(sorted(twins))], *rest),
        severity="warning",
    )
