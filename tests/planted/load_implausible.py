"""Carriers that hold next to nothing, or of a smaller calibre fewer rounds; the twin's hold a usual load."""

from __future__ import annotations

from typing import Any

import osintkp
from builders import claim, corpus
from planted import Planted
from planted.draw import Draw

CARRIERS = {"truck": 18, "wagon": 55, "container": 20, "voyage": 6000, "aircraft": 40}
GRAIN = ("food/grain/wheat", "food/flour", "food/grain/rice", "food/sugar", "minerals/fertiliser")
OIL = ("fuel/crude", "fuel/refined", "fuel/refined/diesel", "fuel/refined/gasoline", "fuel")
CALIBRES = (("122 mm", "152 mm"), ("105 mm", "155 mm"), ("122 mm", "155 mm"), ("130 mm", "203 mm"))


def plant(draw: Draw) -> Planted:
    """Plant a load a thousand times too small, a ship that is too small for its load, or too few of the smaller calibre."""
    about = {"sender": draw.state(), "recipient": draw.state(), "when": str(draw.day().year)}
    return draw.one_of([_little, _ship, _calibre])(draw, about)


def _loaded(about: dict[str, Any], carriers: str, quote: str, **load: Any) -> osintkp.Corpus:
    box = claim("wire/carriers", amount=carriers, quote=quote, **about)
    return corpus(box, claim("wire/load", links={"contained_in": "wire/carriers"}, **load, **about))


def _little(draw: Draw, about: dict[str, Any]) -> Planted:
    number, oil = draw.number(20, 400), draw.one_of([True, False])
    unit = "voyage" if oil else draw.one_of(sorted(CARRIERS))
    item, goods = (draw.one_of(OIL), "barrel") if oil else (draw.one_of(GRAIN), "tonne")
    each = 40_000 if oil else CARRIERS[unit]
    little = 5 if oil else each / 1000
    fault, twin = (
        _loaded(about, f"{number} {unit}", "words", item=item, amount=f"{number * size:.10g} {goods}")
        for size in (little, each)
    )
    return Planted(fault=fault, twin=twin)


def _ship(draw: Draw, about: dict[str, Any]) -> Planted:
    number, item = draw.number(2, 40), draw.one_of(GRAIN)
    small, large = draw.one_of([("coasters", 45_000), ("dhows", 6_000), ("fishing boats", 30_000)])
    fault, twin = (
        _loaded(about, f"{number} voyage", f"{number} {name}", item=item, amount=f"{number * large} tonne")
        for name in (small, "ships")
    )
    return Planted(fault=fault, twin=twin)


def _calibre(draw: Draw, about: dict[str, Any]) -> Planted:
    number = draw.number(20, 900)
    small, large = draw.one_of(CALIBRES)
    each = draw.random.randint(150, 250)
    mode = draw.one_of(["capacity", "estimated"])

    def sent(times: float) -> osintkp.Corpus:
        box = claim("wire/box", amount=f"{number} container", item="munitions", **about)
        shells = {"item": "munitions/artillery/shell", "modality": mode, **about}
        links = {"contained_in": "wire/box", "alternative_to": "wire/large"}
        few = claim(
            "wire/small", calibre=small, amount=f"{number * each * times:.0f} round", links=links, **shells
        )
        many = claim(
            "wire/large",
            calibre=large,
            amount=f"{number * each} round",
            links={"contained_in": "wire/box"},
            **shells,
        )
        return corpus(box, few, many)

    return Planted(fault=sent(draw.random.uniform(0.15, 0.3)), twin=sent(draw.random.uniform(1.2, 1.8)))
