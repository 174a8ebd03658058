"""A figure that only a party to the matter gives; in the twin somebody else gives it too, or the party admits it."""

from __future__ import annotations

from typing import Any

from builders import claim, corpus
from planted import Planted
from planted.draw import Draw

GOODS = (("vehicles/tank", "tank"), ("aircraft/uncrewed", "drone"), (None, "person"))


def plant(draw: Draw) -> Planted:
    """Plant a count of the enemy's losses, or of a seizure by the one who seized."""
    return draw.one_of((_enemy, _sides, _seized))(draw)


def _losses(draw: Draw) -> tuple[dict[str, Any], int, str]:
    item, unit = draw.one_of(GOODS)
    about = {"actor": draw.state(), "by": draw.state(), "item": item, "when": str(draw.day().year)}
    return about, draw.number(20, 5000), unit


def _enemy(draw: Draw) -> Planted:
    about, figure, unit = _losses(draw)
    sole = claim("daily/a", "loss", amount=f"{figure} {unit}", speaker=about["by"], **about)
    third = draw.state()
    twins = [
        corpus(sole, claim("wire/b", "loss", amount=f"~{figure} {unit}", speaker=third, **about)),
        corpus(sole, claim("wire/b", "loss", amount=f"{3 * figure} {unit}", speaker=third, **about)),
        corpus(claim("daily/a", "loss", amount=f"{figure} {unit}", speaker=about["actor"], **about)),
        corpus(claim("daily/a", "loss", amount=f"{figure} {unit}", speaker=third, **about)),
        corpus(claim("daily/a", "loss", amount=f"{figure} {unit}", speaker="unknown", **about)),
    ]
    rest = [claim("wire/b", "loss", amount=f"{figure} {unit}", speaker="unknown", **about)]
    return Planted(fault=corpus(sole, *draw.one_of([[], rest])), twin=draw.one_of(twins))


def _sides(draw: Draw) -> Planted:
    about, figure, unit = _losses(draw)
    one = claim("daily/a", "loss", amount=f"{3 * figure} {unit}", speaker=about["by"], **about)
    other = claim("wire/b", "loss", amount=f"{figure} {unit}", speaker=about["actor"], **about)
    same = claim("wire/b", "loss", amount=f"~{3 * figure} {unit}", speaker=about["actor"], **about)
    return Planted(fault=corpus(one, other), twin=corpus(one, same))


def _seized(draw: Draw) -> Planted:
    about: dict[str, Any] = {
        "actor": draw.state(),
        "sender": draw.state(),
        "recipient": draw.state(),
        "item": "weapons/small-arms/rifle",
    }
    amount = f"{draw.number(20, 5000)} rifle"
    sole = claim("daily/a", "seizure", amount=amount, speaker=about["actor"], **about)
    twins = [
        corpus(claim("daily/a", "seizure", amount=amount, speaker=about["sender"], **about)),
        corpus(claim("daily/a", "seizure", amount=amount, speaker=draw.state(), **about)),
        corpus(
            claim(
                "daily/a",
                "seizure",
                amount=amount,
                speaker=about["actor"],
                actor=about["actor"],
                item=about["item"],
            )
        ),
        corpus(sole, claim("wire/b", "seizure", amount=f"~{amount}", speaker="un", **about)),
    ]
    return Planted(fault=corpus(sole), twin=draw.one_of(twins))
