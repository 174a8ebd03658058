"""Links between figures in other dimensions; the twin's are in units of one dimension, or a load in its carriers."""

from __future__ import annotations

from typing import Any

import attrs

import osintkp
from builders import claim, corpus
from osintkp.vocabulary.scales import LinkKind
from planted import Planted
from planted.draw import Draw

UNITS = (
    ("tonne", "truck", "kilogram"),
    ("round", "container", "round"),
    ("barrel", "voyage", "litre"),
    ("piece", "container", "vehicle"),
    ("crate", "wagon", "crate"),
    ("USD", "tonne", "USD"),
)
KINDS = ("part_of", "share_of", "ratio_to", "repeats", "revises")


def linked(figure: osintkp.Claim, kind: str, other: osintkp.Claim, value: str | None = None) -> osintkp.Claim:
    """Return a claim with one more link."""
    amount = None if value is None else osintkp.Amount.parse(value)
    link = osintkp.ClaimLink(kind=LinkKind(kind), claim=other.id, value=amount)
    return attrs.evolve(figure, links=(*figure.links, link))


def plant(draw: Draw) -> Planted:
    """Plant a link between two dimensions, or a load that is counted as its carriers are."""
    unit, carrier, same = draw.one_of(UNITS)
    about: dict[str, Any] = {"sender": draw.state(), "recipient": draw.state(), "item": "aid"}
    number, kind = draw.number(), draw.one_of(KINDS)
    value = {"share_of": "~30 percent", "ratio_to": "1.5"}.get(kind)
    whole = claim("wire/whole", amount=f"{number} {unit}", **about)
    apart = claim("wire/part", amount=f"{draw.number()} {carrier}", **about)
    alike = claim("wire/part", amount=f"{draw.number()} {same}", **about)
    rate = f"{draw.number(2, 9)} {unit}/{carrier}"
    carriers = claim("wire/carriers", amount=f"{draw.number()} {carrier}", **about)
    faults = (
        (whole, linked(apart, kind, whole, value)),
        (whole, linked(alike, "ratio_to", whole, f"2 {same}")),
        (carriers, linked(apart, "contained_in", carriers)),
    )
    twins = (
        (whole, linked(alike, kind, whole, value)),
        (carriers, linked(whole, "contained_in", carriers)),
        (carriers, linked(whole, "ratio_to", carriers, rate)),
        (whole, linked(apart, "in_return_for", whole)),
    )
    fault, twin = draw.one_of(faults), draw.one_of(twins)
    return Planted(fault=corpus(*fault), twin=corpus(*twin))
