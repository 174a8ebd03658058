"""A source older than what it quotes, than what it rewrites or than itself; the twin's dates are in order, or too coarse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs

import osintkp
from builders import claim, corpus
from osintkp.dates import When
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant two days in the wrong order; the twin has them the right way round, one day apart, or one of them as a year."""
    first = draw.day()
    second = first + timedelta(days=draw.random.randint(2, 2500))
    build = draw.one_of([_quoted, _passed_on, _collected, _rewritten, _chain])
    actors = [draw.state() for _ in range(4)]
    coarse = str(second.year) if second.year == first.year else first
    innocent: list[tuple[Day, Day]] = [
        (second, first),
        (first, first),
        (first, first + timedelta(days=1)),
        (str(first.year), coarse),
    ]
    twin = draw.one_of(innocent)
    return Planted(fault=build(actors, first, second), twin=build(actors, *twin), severity="error")


Day = date | str
Build = Callable[[list[str], Day, Day], osintkp.Corpus]


def _opinion(actors: list[str], **fields: Any) -> osintkp.Claim:
    return claim("a/1", "statement", about=(actors[0], actors[1]), text="praise", **fields)


def _quoted(actors: list[str], early: Day, late: Day) -> osintkp.Corpus:
    told = _opinion(actors, speaker=actors[2], said=str(late))
    return corpus(told, a={"published": When.of(early)})


def _passed_on(actors: list[str], early: Day, late: Day) -> osintkp.Corpus:
    return corpus(_with_steps(actors, late), a={"published": When.of(early)})


def _collected(actors: list[str], early: Day, late: Day) -> osintkp.Corpus:
    return corpus(_opinion(actors), a={"retrieved": When.of(early), "published": When.of(late)})


def _rewritten(actors: list[str], early: Day, late: Day) -> osintkp.Corpus:
    model = claim("b/1", "statement", about=(actors[0],), text="praise")
    return corpus(
        _opinion(actors),
        model,
        a={"derived_from": "b", "published": When.of(early)},
        b={"published": When.of(late)},
    )


def _chain(actors: list[str], early: Day, late: Day) -> osintkp.Corpus:
    return corpus(_with_steps(actors, late, early))


def _with_steps(actors: list[str], *days: Day) -> osintkp.Claim:
    steps = tuple(
        osintkp.Link(actor=actor, when=When.of(day)) for actor, day in zip(actors[2:], days, strict=False)
    )
    return attrs.evolve(_opinion(actors), attribution=steps)
