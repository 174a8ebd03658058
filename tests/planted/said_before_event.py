"""Something told as done before it happened; the twin's is promised, goes on, lies too near, or its dates are too coarse."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from builders import claim, corpus
from osintkp.dates import When
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant an event, a signing or the end of a running total that lies after the day on which it was told."""
    told = draw.day()
    event = told + timedelta(days=draw.random.randint(2, 3000))
    kind, fields = _thing(draw)
    date = {"treaty": "signed"}.get(kind, "when")
    when = event.isoformat()
    if draw.one_of([True, False]) and "measure" in fields:
        when = f"{told - timedelta(days=draw.random.randint(1, 400))}/{event}"
    said = draw.one_of([True, False])
    telling: dict[str, Any] = {"said": told.isoformat(), "speaker": draw.state()} if said else {}
    source: dict[str, Any] = {} if said else {"a": {"published": When.point(told)}}
    fault = claim("a/1", kind, **{**fields, date: when}, **telling)
    innocent: list[dict[str, Any]] = [
        {date: when, "modality": draw.one_of(["pledged", "predicted", "conditional", "authorised"])},
        {date: when, "stance": "denies"},
        {date: told.isoformat()},
        {date: f"{told.year}"},
        {date: (told - timedelta(days=draw.random.randint(1, 900))).isoformat()},
        {date: (told + timedelta(days=1)).isoformat()},
    ]
    if kind != "treaty":
        innocent.append({date: f"{told - timedelta(days=40)}/.."})
    else:
        innocent.append({"signed": told.isoformat(), "in_force": event.isoformat()})
    twin = claim("a/1", kind, **{**fields, **draw.one_of(innocent)}, **telling)
    return Planted(fault=corpus(fault, **source), twin=corpus(twin, **source), severity="error")


def _thing(draw: Draw) -> tuple[str, dict[str, Any]]:
    item, unit = draw.goods()
    amount = f"{draw.number()} {unit}"
    things: list[tuple[str, dict[str, Any]]] = [
        ("shipment", {"sender": draw.state(), "recipient": draw.state(), "item": item, "amount": amount, "measure": "cumulative"}),
        ("loss", {"actor": draw.state(), "item": item, "amount": amount}),
        ("seizure", {"actor": draw.state(), "item": item, "amount": amount}),
        ("meeting", {"participants": (draw.state(), draw.state())}),
        ("weapons_test", {"actor": draw.state(), "item": "missiles/ballistic"}),
        ("treaty", {"title": draw.word(), "parties": (draw.state(), draw.state())}),
    ]  # fmt: skip
    return draw.one_of(things)
