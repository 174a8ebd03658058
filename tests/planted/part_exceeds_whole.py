"""A part larger than its whole, or parts that are so together; the twin's part is smaller, or its parts may overlap."""

from __future__ import annotations

from typing import Any

from builders import claim, corpus
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant one part that is too large, or two exclusive parts that are so together."""
    (item, unit), number = draw.goods(), draw.number(40)
    about: dict[str, Any] = {"sender": draw.state(), "recipient": draw.state(), "measure": "flow"}
    year = draw.day().year

    def part(name: str, amount: str, **more: Any) -> Any:
        return claim(name, amount=f"{amount} {unit}", links={"part_of": "wire/whole"}, **{**about, **more})

    whole = claim("wire/whole", item=item, amount=f"{number} {unit}", **about)
    hedged = claim("wire/whole", item=item, amount=f"~{number} {unit}", **about)
    many, few = f"{number * draw.one_of((2, 3, 10))}", f"{number * draw.one_of((0.2, 0.5, 0.9)):.0f}"
    most = f"{number * 0.8:.0f}"
    faults = (
        (whole, part("wire/part", many, item=item)),
        (hedged, part("daily/part", f">{many}", item=item)),
        (whole, part("wire/a", most, when=f"{year}"), part("wire/b", most, when=f"{year + 1}")),
        (whole, part("wire/a", most, item="vehicles/truck"), part("wire/b", most, item="vehicles/armoured")),
    )
    twins = (
        (whole, part("wire/part", few, item=item)),
        (hedged, part("daily/part", f"~{few}", item=item)),
        (whole, part("wire/a", most, when=f"{year}"), part("wire/b", most, when=f"{year}/{year + 1}")),
        (whole, part("wire/a", most, item=item), part("wire/b", most)),
        (
            whole,
            part("wire/part", few, item=item),
            claim("wire/other", item=item, amount=f"{many} {unit}", **about),
        ),
    )
    return Planted(fault=corpus(*draw.one_of(faults)), twin=corpus(*draw.one_of(twins)), severity="error")
