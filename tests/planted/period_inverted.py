"""Dates of a treaty, a revision or an anchor in the wrong order; the twin's are in order, one day apart, or too coarse."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import osintkp
from builders import claim, corpus
from osintkp.dates import When
from planted import Planted
from planted.draw import Draw

Day = date | str
PAIRS = (("signed", "ended"), ("in_force", "ended"), ("signed", "in_force"), ("signed", "ratified"), ("ratified", "ended"))  # fmt: skip


def plant(draw: Draw) -> Planted:
    """Plant what has to come first after what has to come second."""
    first = draw.day()
    second = first + timedelta(days=draw.random.randint(2, 4000))
    innocent = draw.one_of([(first, second), (first, first), (second, second - timedelta(days=1))])
    if draw.one_of([True, False]):
        pair, parties = draw.one_of(PAIRS), (draw.state(), draw.state())
        return Planted(fault=_treaty(parties, pair, second, first), twin=_treaty(parties, pair, *innocent))
    if draw.one_of([True, False]):
        kind, about = draw.one_of(["revises", "repeats"]), _about(draw)
        return Planted(fault=_linked(about, kind, second, first), twin=_linked(about, kind, *innocent))
    about = _about(draw)
    return Planted(fault=_anchored(about, second, first), twin=_anchored(about, *innocent))


def _about(draw: Draw) -> dict[str, Any]:
    item, unit = draw.goods()
    return {
        "sender": draw.state(),
        "recipient": draw.state(),
        "item": item,
        "amount": f"{draw.number()} {unit}",
    }


def _treaty(parties: tuple[str, str], pair: tuple[str, str], early: Day, late: Day) -> osintkp.Corpus:
    """Build a treaty of which the first of two dates is the early one."""
    dates: dict[str, Any] = dict(zip(pair, (When.of(early), When.of(late)), strict=True))
    if "ratified" in dates:
        dates["ratified"] = {parties[0]: dates["ratified"]}
    return corpus(claim("a/1", "treaty", parties=parties, **dates))


def _linked(about: dict[str, Any], kind: str, early: Day, late: Day) -> osintkp.Corpus:
    """Build a claim of the late day that answers one of the early day."""
    return corpus(
        claim("a/1", **about, said=str(early)), claim("b/1", **about, said=str(late), links={kind: "a/1"})
    )


def _anchored(about: dict[str, Any], early: Day, late: Day) -> osintkp.Corpus:
    """Build a claim whose words are counted from the early day, in a source of the late one."""
    anchor = When.of(early).earliest
    assert anchor is not None
    when = When.parse(str(anchor.year - 1), words="last year", anchor=anchor)
    return corpus(claim("a/1", **about, when=when), a={"published": When.of(late)})
