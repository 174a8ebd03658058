"""A letter that imitates another in the name of a state or place; the twin's is honest, a numeral, a model, or Cyrillic throughout."""

from __future__ import annotations

from typing import Any

from builders import claim, corpus
from osintkp.vocabulary import actors, places
from planted import Planted
from planted.draw import Draw

SHAPES = {"o": "\u043e", "a": "\u0430", "e": "\u0435", "c": "\u0441", "p": "\u0440", "y": "\u0443"}


def _names() -> list[str]:
    states = [actors.actor(name).name for name in actors.ids() if len(name) == 2 and name.isupper()]
    towns = [places.place(name).name for name in places.ids()]
    return sorted({name for name in (*states, *towns) if name.isalpha() and name.isascii() and len(name) > 4})


def _imitated(draw: Draw, name: str) -> str:
    ways = [
        name[:place] + SHAPES[letter] + name[place + 1 :]
        for place, letter in enumerate(name)
        if letter in SHAPES
    ]
    ways += [name[:place] + "I" + name[place + 1 :] for place in range(2, len(name)) if name[place] == "l"]
    ways += [
        name[:place] + "0" + name[place + 1 :] for place in range(1, len(name) - 1) if name[place] == "o"
    ]
    ways.append(f"{name[:2]}\u200b{name[2:]}")
    return draw.one_of(ways)


def plant(draw: Draw) -> Planted:
    """Plant a look-alike in a name."""
    name = draw.one_of(_names())
    item, unit = draw.goods()
    record: dict[str, Any] = {
        "sender": draw.state(),
        "recipient": draw.state(),
        "item": item,
        "amount": f"{draw.number()} {unit}",
    }
    words = draw.one_of(["trucks reached {} on Monday", "{} received them", "the port of {}"])
    innocent = draw.one_of(
        [words.format(name), f"{name} and McIntyre", f"{name} got T-10M0, Su-30SM and M1989", "Колонна прибыла в город",
         f"the II Corps near {name}", f"Louis XIV of {name}"]
    )  # fmt: skip
    return Planted(
        fault=corpus(claim("wire/a", quote=words.format(_imitated(draw, name)), **record)),
        twin=corpus(claim("wire/a", quote=innocent, **record)),
    )
