"""One denies what another asserts; what the twin's denies is another kind, way, item or figure, or an earlier time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from builders import claim, corpus
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant a denial of a shipment, by all that it names or by less."""
    sender, recipient, third = draw.state(), draw.state(), draw.state()
    (item, unit), figure, day = draw.goods(), draw.number(), draw.day()
    about: dict[str, Any] = {"sender": sender, "recipient": recipient, "item": item}
    told = claim(
        "wire/a",
        speaker=third,
        amount=f"{figure} {unit}",
        when=str(day),
        said=str(day + timedelta(days=3)),
        **about,
    )

    def denied(**fields: Any) -> Any:
        said = fields.pop("said", str(day + timedelta(days=9)))
        return claim("daily/b", stance="denies", speaker=sender, said=said, **{**about, **fields})

    faults = [
        denied(),
        denied(recipient=None),
        denied(sender=None),
        denied(item=item.partition("/")[0]),
        denied(item=None),
        denied(amount=f"~{figure} {unit}"),
        denied(amount=f">{figure // 2} {unit}"),
    ]
    twins = [
        denied(sender=recipient, recipient=sender),
        denied(recipient=third),
        denied(sender=third, recipient=None),
        denied(item="minerals"),
        denied(amount=f"{figure * 5} {unit}"),
        denied(said=str(day - timedelta(days=40))),
        claim(
            "daily/b", "troop_deployment", stance="denies", speaker=sender, sender=sender, recipient=recipient
        ),
    ]
    return Planted(fault=corpus(told, draw.one_of(faults)), twin=corpus(told, draw.one_of(twins)))
