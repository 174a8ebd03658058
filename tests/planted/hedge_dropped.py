"""A figure or a fact that a later source repeats without its hedge; the twin keeps it, rewords it, or was told by another."""

from __future__ import annotations

from typing import Any

import osintkp
from builders import claim, corpus
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant a repetition that lost "more than", "about", "up to", or that its figure was alleged or pledged."""
    sender, recipient, speaker, other = (draw.state() for _ in range(4))
    (item, unit), figure, day = draw.goods(), draw.number(), draw.day()
    about: dict[str, Any] = {"sender": sender, "recipient": recipient, "item": item, "when": str(day.year)}
    mark, modality = draw.one_of(
        [(">", "stated"), ("~", "stated"), ("<=", "stated"), ("", "alleged"), (">=", "pledged")]
    )
    links = draw.one_of([{"repeats": "wire/a"}, None]) if modality == "stated" else {"repeats": "wire/a"}
    said = speaker if links is None else None
    first = claim("wire/a", amount=f"{mark}{figure} {unit}", speaker=speaker, modality=modality, **about)
    copy = claim("daily/b", amount=f"{figure} {unit}", speaker=said, links=links, **about)
    kept = claim(
        "daily/b", amount=f'{mark}{figure} {unit}{" " + chr(34) + "say" + chr(34) if mark else ""}', speaker=speaker,
        modality=modality, links=links, **about,
    )  # fmt: skip
    counted = claim("daily/b", amount=f"{figure} {unit}", speaker=other, **about)
    revised = claim(
        "daily/b", amount=f"{figure} {unit}", speaker=speaker, links={"revises": "wire/a"}, **about
    )
    dates = {
        "wire": {"published": osintkp.When.point(day)},
        "daily": {"published": osintkp.When.point(day.replace(year=day.year + 1, day=1))},
    }
    twin = draw.one_of([kept, counted, revised])
    return Planted(fault=corpus(first, copy, **dates), twin=corpus(first, twin, **dates))
