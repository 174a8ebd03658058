"""A treaty spoken of as binding too early or too late; the twin speaks while it was in force, or of what will be."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from builders import claim, corpus
from osintkp.dates import When
from osintkp.facts import ReferenceTreaty, shipped
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant an obligation before the entry into force or after the end, of a known treaty or of one that claims date."""
    if draw.one_of([True, False]):
        return _of_claims(draw)
    known = draw.one_of([each for each in shipped().treaties if each.treaty.parties and _gap(each) > 10])
    record = known.treaty
    assert record.in_force is not None
    start = record.in_force.earliest
    assert start is not None
    early, late = start - timedelta(days=_gap(known) // 2), start + timedelta(days=5)
    ended = record.ended.latest if record.ended is not None else None
    wrong = ended + timedelta(days=300) if ended is not None and draw.one_of([True, False]) else early
    return _told(draw, known, str(wrong), str(late), str(early))


def _told(draw: Draw, known: ReferenceTreaty, wrong: str, right: str, early: str) -> Planted:
    record = known.treaty
    about: dict[str, Any] = {
        "title": record.title,
        "parties": record.parties,
        "signed": str(record.signed),
        "obligations": ("help",),
    }
    fault = claim("daily/a", kind="treaty", said=wrong, **about)
    soon = claim("daily/a", kind="treaty", said=early, modality="predicted", **about)
    then = claim("daily/a", kind="treaty", said=right, **about)
    bare = claim("daily/a", kind="treaty", said=early, **(about | {"obligations": ()}))
    return Planted(fault=corpus(fault), twin=corpus(draw.one_of([soon, then, bare])), severity="error")


def _gap(known: ReferenceTreaty) -> int:
    signed, start = known.treaty.signed, known.treaty.in_force
    if not _is_day(signed) or not _is_day(start) or signed is None or start is None:
        return 0
    return 0 if signed.latest is None or start.earliest is None else (start.earliest - signed.latest).days


def _is_day(when: When | None) -> bool:
    return when is not None and when.earliest == when.latest and not when.approximate


def _of_claims(draw: Draw) -> Planted:
    parties, title, signed = (draw.state(), draw.state()), f"{draw.word()} pact", draw.day()
    start = signed + timedelta(days=draw.number(20, 90))
    about: dict[str, Any] = {"title": title, "parties": parties, "signed": str(signed)}
    dated = claim("gazette/a", kind="treaty", in_force=str(start), **about)
    told = [
        claim("daily/b", kind="treaty", said=str(day), obligations=("help",), **about)
        for day in (start - timedelta(days=9), start + timedelta(days=9))
    ]
    return Planted(fault=corpus(dated, told[0]), twin=corpus(dated, told[1]), severity="error")
