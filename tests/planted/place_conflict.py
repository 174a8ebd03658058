"""Equal forces in two far towns on one day; the twin's moved, are two groups, a part, or in a place that holds the other."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import attrs

import osintkp
from builders import claim, corpus
from osintkp.vocabulary import places
from osintkp.vocabulary.scales import Part
from planted import Planted
from planted.draw import Draw

FAR = 60.0


def plant(draw: Draw) -> Planted:
    """Plant one figure in two places; now and then one claim repeats the other, or the whole is too small for both."""
    here, there = _towns(draw)
    day, size = draw.day(), draw.number(100, 20_000)
    about: dict[str, Any] = {"sender": draw.state(), "recipient": draw.state(), "measure": "stock"}
    one = _forces("a/1", about, size, here, str(day))
    other = _forces("b/1", about, size, there, str(day))
    way = draw.one_of(["alike", "repeats", "whole"])
    if way == "repeats":
        fault = corpus(one, _forces("b/1", about, size, there, str(day), links={"repeats": "a/1"}))
    elif way == "whole":
        fault = corpus(one, other, _forces("c/1", about, size, None, str(day)))
    else:
        fault = corpus(one, other)
    severity = "warning" if way == "alike" else "error"
    later = str(day + timedelta(days=draw.random.randint(2, 400)))
    state = places.place(places.resolve(here).place or "").state
    twins = [
        [one, _forces("b/1", about, size, there, later)],
        [one, _forces("b/1", about, 3 * size, there, str(day))],
        [one, _forces("b/1", about, size, here, str(day))],
        [one, _forces("b/1", about, size, there, str(day), links={"part_of": "a/1"})],
        [one, _forces("b/1", {**about, "recipient": draw.state()}, size, there, str(day))],
        [one, _forces("b/1", about, size, there, str(day), stance="denies")],
        [one, _forces("b/1", about, size, there, str(day), modality="predicted")],
        [one, _forces("b/1", {**about, "measure": "cumulative"}, size, there, str(day))],
        [one, other, _forces("c/1", about, 3 * size, None, str(day))],
        [one, _forces("a/2", about, size, there, str(day))],
        [attrs.evolve(one, part=Part.HEADING), _forces("a/2", about, size, there, str(day))],
    ]
    if state is not None:
        twins.append([one, _forces("b/1", about, size, state, str(day))])
    return Planted(fault=fault, twin=corpus(*draw.one_of(twins)), severity=severity)


def _towns(draw: Draw) -> tuple[str, str]:
    """Return the names of two towns that each name one place, at least so far from each other."""
    towns = [name for name in places.ids() if places.place(name).kind in ("city", "capital", "port")]
    while True:
        one, other = draw.one_of(towns), draw.one_of(towns)
        names = (places.place(one).name, places.place(other).name)
        sound = places.resolve(names[0]).place == one and places.resolve(names[1]).place == other
        if sound and places.distance_km(one, other) > FAR:
            return names


def _forces(
    name: str, about: dict[str, Any], size: int, place: str | None, when: str, **rest: Any
) -> osintkp.Claim:
    return claim(name, "troop_deployment", **about, amount=f"{size} person", place=place, when=when, **rest)
