"""A heading, lede or caption that says more than its body; the twin's is shorter, rounder, vaguer, or on another event."""

from __future__ import annotations

from typing import Any

import attrs

import osintkp
from builders import claim, corpus
from osintkp.vocabulary.scales import Part
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant a heading that is firmer, larger or elsewhere."""
    part = draw.one_of([Part.HEADING, Part.LEDE, Part.CAPTION])
    if draw.one_of([True, False]):
        return _troops(draw, part)
    sender, recipient, (item, unit), figure = draw.state(), draw.state(), draw.goods(), draw.number(100)
    about: dict[str, Any] = {"sender": sender, "recipient": recipient, "item": item}
    body = claim("daily/b", amount=f"{figure} {unit}", speaker=draw.state(), modality="alleged", **about)
    heads = [
        claim("daily/h", amount=f"{figure} {unit}", **about),
        claim("daily/h", amount=f"{3 * figure} {unit}", modality="alleged", **about),
        claim("daily/h", **about),
    ]
    innocent = [
        claim("daily/h", amount=f"{figure} {unit}", quote="reportedly so many", **about),
        claim("daily/h", amount=f"~{figure} {unit}", modality="alleged", **about),
        claim(
            "daily/h",
            amount=f"{3 * figure} {unit}",
            **{**about, "sender": draw.state(), "recipient": draw.state()},
        ),
    ]
    return _pair(draw, part, heads, innocent, body)


def _troops(draw: Draw, part: Part) -> Planted:
    sender, figure = draw.state(), draw.number(100)
    here, there = draw.one_of([("Goma", "Mozambique"), ("Khartoum", "Yemen"), ("Benghazi", "Mali")])
    about: dict[str, Any] = {"kind": "troop_deployment", "sender": sender}
    body = claim("daily/b", amount=f">{figure} person", place=here, theatre=here, **about)
    heads = [
        claim("daily/h", amount=f"{figure} person", place=here, **about),
        claim("daily/h", amount=f">{2 * figure} person", place=here, theatre=here, **about),
        claim("daily/h", amount=f">{figure} person", place=there, links={"repeats": "daily/b"}, **about),
    ]
    innocent = [
        claim("daily/h", amount=f">={figure} person", place=here, **about),
        claim("daily/h", amount=f"~{figure} person", **about),
        claim("daily/h", amount=f"{5 * figure} person", place=there, when="1990", **about),
        claim("daily/h", amount=f"~{draw.one_of([2, 12])}.. person", place=here, **about),
    ]
    return _pair(draw, part, heads, innocent, body)


def _pair(
    draw: Draw, part: Part, heads: list[osintkp.Claim], innocent: list[osintkp.Claim], body: osintkp.Claim
) -> Planted:
    fault, twin = (attrs.evolve(draw.one_of(each), part=part) for each in (heads, innocent))
    return Planted(fault=corpus(fault, body), twin=corpus(twin, body))
