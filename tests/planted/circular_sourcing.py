"""Words that come back to where they came from; the twin's go the same ways and come to an end."""

from __future__ import annotations

from typing import Any

import attrs

from builders import claim, corpus
from osintkp import Claim, Link
from planted import Planted
from planted.draw import Draw

PRESS = (
    ("Reuters", "reuters"),
    ("Agence France-Presse", "afp"),
    ("Al Jazeera", "al-jazeera"),
    ("Radio Dabanga", "radio-dabanga"),
)


def plant(draw: Draw) -> Planted:
    """Plant a loop of two to four papers, of one of four kinds."""
    sort = draw.one_of((_repeated, _rewritten, _returned, _exchanged, _published))
    item, unit = draw.goods()
    about = {"sender": draw.state(), "recipient": draw.state(), "item": item, "when": str(draw.day().year)}
    return sort(draw, {**about, "amount": f"{draw.number()} {unit}"})


def _said(name: str, about: dict[str, Any], *actors: str) -> Claim:
    return attrs.evolve(claim(name, **about), attribution=tuple(Link(actor=actor) for actor in actors))


def _repeated(draw: Draw, about: dict[str, Any]) -> Planted:
    size = draw.random.randint(2, 4)
    ring = [claim(f"s{n}/1", links={"repeats": f"s{(n + 1) % size}/1"}, **about) for n in range(size)]
    return Planted(
        fault=corpus(*ring), twin=corpus(*ring[:-1], claim(f"s{size - 1}/1", **about)), severity="error"
    )


def _rewritten(draw: Draw, about: dict[str, Any]) -> Planted:
    size = draw.random.randint(2, 4)
    claims = [claim(f"s{n}/1", **about) for n in range(size)]
    ring = {f"s{n}": {"derived_from": f"s{(n + 1) % size}"} for n in range(size)}
    line = {name: fields for name, fields in ring.items() if name != "s0"}
    return Planted(fault=corpus(*claims, **ring), twin=corpus(*claims, **line), severity="error")


def _returned(draw: Draw, about: dict[str, Any]) -> Planted:
    state, one, other = draw.state(), draw.word(), draw.word()
    twins = [(state, one, other), (state, state, one), (one, one, other), ("unknown", one, "unknown")]
    return Planted(
        fault=corpus(_said("a/1", about, state, one, other, one)),
        twin=corpus(_said("a/1", about, *draw.one_of(twins))),
    )


def _exchanged(draw: Draw, about: dict[str, Any]) -> Planted:
    third, year = draw.word(), str(int(about["when"]) + 3)
    twins = [
        _said("b/1", about, third),
        _said("b/1", {**about, "when": year}, "a"),
        _said("b/1", {**about, "sender": draw.state()}, "a"),
        _said("b/1", about, "unknown"),
    ]
    first = _said("a/1", about, draw.one_of(["b", "un"]), "b")
    return Planted(fault=corpus(first, _said("b/1", about, "a")), twin=corpus(first, draw.one_of(twins)))


def _published(draw: Draw, about: dict[str, Any]) -> Planted:
    (mine, me), (theirs, they) = draw.random.sample(PRESS, 2)
    published = {"a": {"publisher": mine}, "b": {"publisher": theirs}}
    first = _said("a/1", about, they)
    return Planted(
        fault=corpus(first, _said("b/1", about, me), **published),
        twin=corpus(first, _said("b/1", about, draw.state()), **published),
    )
