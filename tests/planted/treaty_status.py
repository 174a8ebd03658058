"""A treaty's dates, its denial or its parties that do not fit; the twin's fit, are coarser, or deny something else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from builders import claim, corpus
from osintkp.facts import ReferenceTreaty, shipped
from osintkp.vocabulary import actors
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant a wrong date, a denial of any treaty, a party that had ended, or two claims that date one treaty differently."""
    return draw.one_of([_wrong_date, _denial, _ended_state, _two_claims])(draw)


def _state(draw: Draw) -> str:
    """Return a state that has not ended."""
    return next(name for name in iter(draw.state, "") if actors.actor(name).ended is None)


def _known(draw: Draw) -> tuple[ReferenceTreaty, dict[str, Any], date]:
    """Return a treaty still in force, with what claims say of it."""
    known = draw.one_of(
        [
            each
            for each in shipped().treaties
            if len(each.treaty.parties) > 1
            and each.treaty.ended is None
            and each.treaty.in_force is not None
            and each.treaty.in_force.earliest == each.treaty.in_force.latest
        ]
    )
    record = known.treaty
    assert record.in_force is not None
    assert record.in_force.earliest is not None
    about: dict[str, Any] = {"title": record.title, "parties": record.parties, "signed": str(record.signed)}
    return known, about, record.in_force.earliest


def _wrong_date(draw: Draw) -> Planted:
    _, about, start = _known(draw)
    off = start + timedelta(days=draw.number(40, 900))
    fault = claim("reader/a", kind="treaty", in_force=str(off), **about)
    fine = draw.one_of([str(start), f"{start:%Y-%m}", str(start.year)])
    return Planted(fault=corpus(fault), twin=corpus(claim("reader/a", kind="treaty", in_force=fine, **about)))


def _denial(draw: Draw) -> Planted:
    known, _, start = _known(draw)
    about: dict[str, Any] = {"parties": known.treaty.parties, "stance": "denies"}
    later = str(max(start, date(2026, 1, 1)) + timedelta(days=draw.number(20, 90)))
    title = draw.one_of(["formal treaties", "any treaty", None])
    fault = claim("reader/a", kind="treaty", title=title, said=later, **about)
    narrow = claim("reader/a", kind="treaty", title=f"{draw.word()} treaty", said=later, **about)
    purpose = claim(
        "reader/a", kind="treaty", title=title, obligations=("arms for aid",), said=later, **about
    )
    early = claim("reader/a", kind="treaty", title=title, said="1930", **about)
    return Planted(fault=corpus(fault), twin=corpus(draw.one_of([narrow, purpose, early])))


def _ended_state(draw: Draw) -> Planted:
    ended, last = draw.one_of([("SU", 1991), ("YU", 2003), ("DD", 1990), ("CS", 1992)])
    parties = (ended, _state(draw))
    late, early = (str(last + step * draw.number(2, 9)) for step in (1, -1))
    fault = claim("reader/a", kind="treaty", parties=parties, signed=late)
    twin = claim("reader/a", kind="treaty", parties=parties, signed=early)
    return Planted(fault=corpus(fault), twin=corpus(twin), severity="error")


def _two_claims(draw: Draw) -> Planted:
    parties, title, signed = (_state(draw), _state(draw)), f"{draw.word()} accord", draw.day()
    about: dict[str, Any] = {"title": title, "parties": parties, "signed": str(signed)}
    days = [signed + timedelta(days=step) for step in (30, 30 + draw.number(20, 90))]
    first = claim("one/a", kind="treaty", in_force=str(days[0]), **about)
    fault = claim("two/b", kind="treaty", in_force=str(days[1]), **about)
    other = claim(
        "two/b", kind="treaty", in_force=str(days[1]), **(about | {"title": f"{draw.word()} accord"})
    )
    near = claim("two/b", kind="treaty", in_force=f"{days[0]:%Y-%m}", **about)
    return Planted(
        fault=corpus(first, fault), twin=corpus(first, draw.one_of([other, near])), severity="error"
    )
