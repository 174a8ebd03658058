"""A figure for which nobody is named; the twin names somebody, there or elsewhere, or gives no figure of the kind."""

from __future__ import annotations

from typing import Any

import attrs

from builders import claim, corpus
from osintkp import Link
from planted import Planted
from planted.draw import Draw

BODIES = ("UNHCR", "IAEA", "SIPRI", "ACLED")


def plant(draw: Draw) -> Planted:
    """Plant a figure that was reported, or that a paper gives in its own voice."""
    kind, about, amount = draw.one_of((_shipment, _loss, _deployment))(draw)
    about["when"] = str(draw.day().year)
    state = draw.state()
    speaker = draw.one_of(["unknown", None])
    bare = claim("daily/a", kind, amount=amount, speaker=speaker, **about)
    traced = attrs.evolve(bare, attribution=(Link(actor=state, basis="another report"), *bare.attribution))
    twins = {
        "named": corpus(claim("daily/a", kind, amount=amount, speaker=state, **about)),
        "named elsewhere": corpus(bare, claim("wire/b", kind, amount=f"~{amount}", speaker=state, **about)),
        "named nearby": corpus(bare, claim("daily/b", kind, amount=f"~{amount}", speaker=state, **about)),
        "traced": corpus(traced),
        "own account": corpus(
            claim("daily/a", kind, amount=amount, **about), daily={"publisher": draw.one_of(BODIES)}
        ),
        "a forecast": corpus(claim("daily/a", kind, amount=amount, modality="predicted", **about)),
        "a denial": corpus(claim("daily/a", kind, amount=amount, stance="denies", speaker=speaker, **about)),
        "no figure": corpus(claim("daily/a", kind, speaker=speaker, **about)),
    }
    others = [claim("wire/b", kind, amount=amount, speaker=state, **{**about, "when": "1970"})]
    return Planted(fault=corpus(bare, *draw.one_of([[], others])), twin=twins[draw.one_of(sorted(twins))])


def _shipment(draw: Draw) -> tuple[str, dict[str, Any], str]:
    item, unit = draw.goods()
    return (
        "shipment",
        {"sender": draw.state(), "recipient": draw.state(), "item": item},
        f"{draw.number()} {unit}",
    )


def _loss(draw: Draw) -> tuple[str, dict[str, Any], str]:
    return "loss", {"actor": draw.state()}, f"{draw.number()} person"


def _deployment(draw: Draw) -> tuple[str, dict[str, Any], str]:
    return "troop_deployment", {"sender": draw.state(), "place": "the border"}, f"{draw.number()} person"
