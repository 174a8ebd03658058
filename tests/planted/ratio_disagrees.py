"""A stated ratio that its figures do not give; the twin's do, within their hedges and rounding, or in another unit."""

from __future__ import annotations

from typing import Any

from builders import claim, corpus
from planted import Planted
from planted.draw import Draw
from planted.unit_mismatch import linked

RATIOS = ((2.0, "2"), (1.3, "~1.3"), (0.5, "0.5"), (3.0, "~3"), (1.5, "150 percent"), (0.25, "~25 percent"))


def plant(draw: Draw) -> Planted:
    """Plant a figure that is twice or half of what the ratio says."""
    (item, unit), number = draw.goods(), draw.number(200)
    about: dict[str, Any] = {"sender": draw.state(), "recipient": draw.state(), "item": item}
    times, said = draw.one_of(RATIOS)
    base = claim("wire/base", amount=f"{draw.one_of(('', '~'))}{number} {unit}", **about)
    wrong = claim("wire/figure", amount=f"{number * times * draw.one_of((0.4, 2.5)):.0f} {unit}", **about)
    near = claim(
        "wire/figure", amount=f"~{number * times * draw.one_of((0.95, 1, 1.05)):.0f} {unit}", **about
    )
    return Planted(
        fault=corpus(base, linked(wrong, "ratio_to", base, said)),
        twin=corpus(base, linked(near, "ratio_to", base, said)),
        severity="error",
    )
