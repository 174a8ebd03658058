"""A figure printed after its origin gave a newer one; the twin's newer one came later, is another's, or leaves the older standing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from builders import claim, corpus
from osintkp import When
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant an old total in a source that came out after the next one."""
    (item, unit), first, speaker = draw.goods(), draw.number(), draw.state()
    measure = draw.one_of(("cumulative", "stock"))
    start = draw.day()
    old, new = start + timedelta(days=draw.random.randrange(30, 90)), start + timedelta(days=120)
    out = new + timedelta(days=draw.random.randrange(2, 200))
    about: dict[str, Any] = {
        "sender": draw.state(),
        "recipient": draw.state(),
        "item": item,
        "measure": measure,
    }

    def figure(name: str, amount: str, day: Any, **more: Any) -> Any:
        when = {"cumulative": f"{start}/{day}", "stock": f"{day}"}[measure]
        shared = {"speaker": speaker, "said": f"{day}", "when": draw.one_of((when, None))}
        return claim(name, amount=f"{amount} {unit}", **{**about, **shared, **more})

    sources = {
        "wire": {"published": When.point(new + timedelta(days=1))},
        "review": {"published": When.point(out)},
    }
    early = {**sources, "review": {"published": When.point(old + timedelta(days=1))}}
    older, newer = figure("review/a", f"{first}", old), figure("wire/a", f"{first * 2}", new)
    twins = (
        corpus(older, newer, **early),
        corpus(older, figure("wire/a", f"{first * 2}", new, speaker=draw.state()), **sources),
        corpus(older, figure("wire/a", f"~{first}", new), **sources),
        corpus(older, figure("wire/a", f"{first * 2}", new, modality="pledged"), **sources),
        corpus(older, figure("wire/a", f"{first * 2}", new, recipient=draw.state()), **sources),
        corpus(older, figure("review/b", f"{first * 2}", new), newer, **sources),
    )
    return Planted(fault=corpus(older, newer, **sources), twin=draw.one_of(twins))
