"""Transfers that pass a cap in one window; the twin's lie in two windows, come from a double telling, or stay below."""

from __future__ import annotations

from typing import Any

from builders import claim, corpus
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant two suppliers who pass a cap of a calendar year together, neither of them alone."""
    target, first, second, (item, unit) = draw.state(), draw.state(), draw.state(), draw.goods()
    cap, year = draw.number(1000, 90_000), draw.day().year
    half = round(cap * 0.7)
    limit = claim(
        "law/cap",
        kind="limit",
        on=target,
        item=item,
        amount=f"<={cap} {unit}",
        window="12 month",
        since=f"{year}-01-01",
    )
    about: dict[str, Any] = {"recipient": target, "item": item, "amount": f"{half} {unit}"}
    one = claim("panel/a", sender=first, when=f"{year}-02/{year}-05", **about)
    other = claim("panel/b", sender=second, when=f"{year}-06/{year}-11", **about)
    next_year = claim("panel/b", sender=second, when=f"{year + 1}-06/{year + 1}-11", **about)
    again = claim("daily/b", sender=first, when=f"{year}-02/{year}-05", **about)
    promised = claim("panel/b", sender=second, when=f"{year}-06/{year}-11", modality="pledged", **about)
    twin = draw.one_of([next_year, again, promised])
    return Planted(fault=corpus(limit, one, other), twin=corpus(limit, one, twin))
