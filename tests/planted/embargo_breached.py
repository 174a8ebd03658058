"""Goods that a standing embargo forbids; the twin's are other goods, for a neighbour, of another time, denied or only promised."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import osintkp
from builders import claim, corpus
from osintkp.facts import Embargo, shipped
from osintkp.vocabulary import actors, items
from planted import Planted
from planted.draw import Draw

LAST = date(2025, 6, 30)


def plant(draw: Draw) -> Planted:
    """Plant a transfer that an embargo of the United Nations forbids without a proviso."""
    embargo = draw.one_of([each for each in shipped().embargoes if each.binds is None and not each.proviso])
    targets = {actors.root(each.on) for each in shipped().embargoes}
    other = next(state for state in iter(draw.state, "") if state not in targets)
    sure = [item for item in embargo.items if not any(items.within(each, item) for each in embargo.exempt)]
    about = _parties(embargo, other, draw) | {"item": draw.one_of(sure)}
    when = _day(draw, embargo)
    fault = claim("panel/a", kind=draw.one_of(["shipment", "seizure"]), when=when, **about)
    fine = claim("panel/b", when=when, **(about | {"item": "aid/humanitarian"}))
    return Planted(fault=corpus(fault, fine), twin=_twin(draw, embargo, about, when), severity="error")


def _parties(embargo: Embargo, other: str, draw: Draw) -> dict[str, Any]:
    way = draw.one_of(["to", "from"]) if embargo.way == "both" else embargo.way
    ends = (other, embargo.on) if way == "to" else (embargo.on, other)
    return dict(zip(("sender", "recipient"), ends, strict=True))


def _day(draw: Draw, embargo: Embargo) -> str:
    assert embargo.since is not None
    first = embargo.since.latest or LAST
    last = LAST if embargo.until is None else embargo.until.earliest or LAST
    return str(draw.day(first, max(first, last)))


def _twin(draw: Draw, embargo: Embargo, about: dict[str, Any], when: str) -> osintkp.Corpus:
    starts = [each.since for each in shipped().embargoes if actors.root(each.on) == actors.root(embargo.on)]
    before = min(start.earliest for start in starts if start and start.earliest) - timedelta(days=400)
    kind = draw.one_of(["goods", "neighbour", "early", "denied", "capacity", "pledged"])
    if kind == "goods":
        return corpus(
            claim("panel/a", when=when, **(about | {"item": draw.one_of(["food/grain", "aid/food"])}))
        )
    if kind == "neighbour":
        role = "recipient" if about["recipient"] == embargo.on else "sender"
        return corpus(claim("panel/a", when=when, **(about | {role: draw.word()})))
    if kind == "early":
        return corpus(claim("panel/a", when=str(before), **about))
    if kind == "denied":
        return corpus(claim("panel/a", when=when, stance="denies", **about))
    return corpus(claim("panel/a", when=when, modality=kind, **about))
