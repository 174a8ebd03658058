"""A stated share that part and whole do not give; the twin's do, within their hedges and rounding, or give the part alone."""

from __future__ import annotations

from typing import Any

from builders import claim, corpus
from planted import Planted
from planted.draw import Draw
from planted.unit_mismatch import linked

SHARES = ((0.3, "~30 percent"), (0.25, "25 percent"), (0.5, "0.5"), (0.8, "80 percent"), (0.1, "~10 percent"))


def plant(draw: Draw) -> Planted:
    """Plant a part that is another share of its whole, or a share above all of it."""
    (item, unit), number = draw.goods(), draw.number(1000)
    about: dict[str, Any] = {"sender": draw.state(), "recipient": draw.state(), "item": item}
    share, said = draw.one_of(SHARES)
    whole = claim(
        "wire/whole", amount=f"{number} {unit}", modality=draw.one_of(("pledged", "stated")), **about
    )
    wrong = claim("wire/part", amount=f"{number * share * draw.one_of((0.3, 2)):.0f} {unit}", **about)
    near = claim("wire/part", amount=f"~{number * share * draw.one_of((0.96, 1, 1.04)):.0f} {unit}", **about)
    bare = claim("wire/part", **about)
    faults = linked(wrong, "share_of", whole, said), linked(bare, "share_of", whole, "130 percent")
    twins = linked(near, "share_of", whole, said), linked(bare, "share_of", whole, said)
    return Planted(
        fault=corpus(whole, draw.one_of(faults)), twin=corpus(whole, draw.one_of(twins)), severity="error"
    )
