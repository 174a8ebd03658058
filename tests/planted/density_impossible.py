"""A volume and a mass of one cargo that fit no product; the twin's fit, or are of two cargoes."""

from __future__ import annotations

from typing import Any

from builders import claim, corpus
from planted import Planted
from planted.draw import Draw

PRODUCTS = {
    "fuel/crude": 0.86, "fuel/refined/diesel": 0.845, "fuel/refined/gasoline": 0.745, "fuel/refined/kerosene": 0.81,
    "fuel/refined/lpg": 0.55, "food/grain/wheat": 0.77, "food/grain/maize": 0.72, "food/sugar": 0.85, "minerals/coal": 0.83,
}  # fmt: skip
BARREL = 0.158987294928


def plant(draw: Draw) -> Planted:
    """Plant a mass that is a fifth, or ten times, of what the volume can weigh."""
    item = draw.one_of(sorted(PRODUCTS))
    unit, size = (
        draw.one_of([("barrel", BARREL), ("litre", 0.001)]) if "fuel" in item else ("cubic_metre", 1.0)
    )
    volume = draw.number(1_000, 900_000) * (200 if unit == "litre" else 1)
    mass = volume * size * PRODUCTS[item]
    kind = draw.one_of(["shipment", "seizure"])
    whose: dict[str, Any] = {"sender": draw.state(), "recipient": draw.state()}
    about = {"kind": kind, "item": item, **whose}
    year = draw.day().year
    when: dict[str, Any] = {"when": str(year)}
    first = claim("wire/volume", amount=f"{volume} {unit}", **about, **when)
    off = f"{round(mass * draw.one_of([0.2, 10]))} tonne"
    how = draw.one_of(["same", "repeats"])
    repeats: dict[str, Any] = {"links": {"repeats": "wire/volume"}}
    source, more = ("wire", when) if how == "same" else ("daily", repeats)
    wrong = claim(f"{source}/mass", amount=off, **about, **more)
    fits = claim(f"{source}/mass", amount=f"{max(1, round(mass))} tonne", **about, **more)
    later = claim("wire/mass", amount=off, **about, when=str(year + 2))
    part = claim("wire/mass", amount=off, **about, **when, links={"part_of": "wire/volume"})
    other = claim("wire/mass", amount=off, **{**about, "recipient": draw.state()}, **when)
    return Planted(
        fault=corpus(first, wrong),
        twin=corpus(first, draw.one_of([fits, later, part, other])),
        severity="error",
    )
