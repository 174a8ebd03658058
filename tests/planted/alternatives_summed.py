"""A total that counts alternatives together; the twin's total is another number, counts what does not exclude each other, or other goods."""

from __future__ import annotations

from typing import Any

from builders import claim, corpus
from planted import Planted
from planted.draw import Draw

# Goods of two kinds, a class that holds both, and a unit that counts all three.
KINDS = (
    ("food/grain", "food/flour", "food", "tonne"),
    ("vehicles/tank", "vehicles/armoured", "vehicles", "vehicle"),
    ("fuel/refined/diesel", "fuel/refined/gasoline", "fuel/refined", "barrel"),
    ("munitions/artillery/shell", "munitions/mortar", "munitions", "round"),
    ("aircraft/helicopter", "aircraft/uncrewed", "aircraft", "piece"),
)


def plant(draw: Draw) -> Planted:
    """Plant a total of two or three alternatives, in one source or two, or a whole that needs both."""
    one, other, both, unit = draw.one_of(KINDS)
    about: dict[str, Any] = {"sender": draw.state(), "recipient": draw.state(), "when": str(draw.day().year)}
    first = draw.number(40, 9000)
    second = first * draw.one_of((2, 3, 4))
    mode = draw.one_of(("stated", "capacity", "estimated"))
    alternatives: dict[str, Any] = {"alternative_to": "wire/one"}

    def figure(name: str, item: str, amount: float, **more: Any) -> Any:
        return claim(name, item=item, amount=f"{amount:.0f} {unit}", **{**about, "modality": mode, **more})

    where = draw.one_of(("wire/total", "daily/total"))
    pair = figure("wire/one", one, first), figure("wire/other", other, second, links=alternatives)
    apart = figure("wire/one", one, first), figure("wire/other", other, second)
    linked = (
        figure("wire/one", one, first, links={"part_of": where}),
        figure("wire/other", other, second, links={**alternatives, "part_of": where}),
    )
    total = figure(where, both, first + second, modality=draw.one_of((mode, "stated")))
    twins = (
        (*apart, total),
        (*pair, figure(where, both, (first + second) * draw.one_of((1.5, 0.5, 3)))),
        (*pair, figure(where, both, second)),
        (*pair, figure(where, "money", first + second)),
        (*pair, figure(where, both, first + second, recipient=draw.state())),
        (*pair, figure(where, both, first + second, modality="pledged")),
    )
    fault = draw.one_of((linked, pair))
    return Planted(
        fault=corpus(*fault, total),
        twin=corpus(*draw.one_of(twins)),
        severity="error" if fault is linked or where.startswith("wire") else "warning",
    )
