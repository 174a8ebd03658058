"""Two figures of one thing that cannot both hold; the twin's are about two years, or one is hedged widely enough."""

from __future__ import annotations

from typing import Any

from builders import claim, corpus
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant a figure that is three times another."""
    sender, recipient, (item, unit) = draw.state(), draw.state(), draw.goods()
    figure, year = draw.number(), draw.day().year
    about: dict[str, Any] = {"sender": sender, "recipient": recipient, "item": item}
    first = claim("wire/a", amount=f"{figure} {unit}", when=str(year), **about)
    clash = claim("daily/b", amount=f"{3 * figure} {unit}", when=str(year), **about)
    later = claim("daily/b", amount=f"{3 * figure} {unit}", when=str(year + 2), **about)
    near = claim("daily/b", amount=f"~{figure * 1.02:.0f} {unit}", when=str(year), **about)
    return Planted(
        fault=corpus(first, clash), twin=corpus(first, draw.one_of([later, near])), severity="error"
    )
