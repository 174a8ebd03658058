"""A title at a date when another held the office; the twin's is right, "former", imprecise, or that of its publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs

import osintkp
from builders import claim, corpus
from osintkp.vocabulary import actors
from planted import Planted
from planted.draw import Draw

SOLE = ("defence minister", "foreign minister", "prime minister", "president", "national security adviser")
LAST = date(2025, 1, 31)
SEEDS = ("KP", "RU", "KR", "UA", "US", "CN", "JP")


def _ended() -> list[tuple[str, str, date, date]]:
    """Return the persons with one term of an office that they began and left on known days, long enough to be a while in."""
    found = []
    for each in actors.actors().values():
        titles = [office.title for office in each.offices]
        for office in each.offices:
            dated = [len(day or "") == 10 for day in (office.since, office.until)]
            if (
                office.title in SOLE
                and titles.count(office.title) == 1
                and all(dated)
                and actors.root(each.id) not in SEEDS
            ):
                since, until = date.fromisoformat(office.since or ""), date.fromisoformat(office.until or "")
                if (until - since).days > 200 and until < LAST:
                    found.append((each.id, office.title, since, until))
    return sorted(found)


def spoken(draw: Draw, person: str, role: str, at: str, published: str | None = None) -> osintkp.Corpus:
    """Return a corpus of one claim that somebody made under a title."""
    item, unit = draw.goods()
    made = claim(
        "wire/a", sender=draw.state(), recipient=draw.state(), item=item, amount=f"{draw.number()} {unit}"
    )
    link = osintkp.Link(actor=person, role=role, when=osintkp.When.parse(at))
    source: dict[str, Any] = {} if published is None else {"published": osintkp.When.parse(published)}
    return corpus(attrs.evolve(made, attribution=(link,)), wire=source)


def plant(draw: Draw) -> Planted:
    """Plant a title after its end."""
    person, title, since, until = draw.one_of(_ended())
    after = until + timedelta(days=draw.random.randint(20, 200))
    inside = since + timedelta(days=draw.random.randrange(10, (until - since).days - 10))
    twins = [
        (title, str(inside), None),
        (f"former {title}", str(after), None),
        (title, str(until.year), None),
        (title, str(until + timedelta(days=3)), None),
        (title, str(since - timedelta(days=100)), str(inside)),
        ("leader", str(after), None),
        (f"acting {title}", str(after), None),
    ]
    role, at, published = draw.one_of(twins)
    words = draw.one_of([title, title.title(), f"the {title}"])
    return Planted(
        fault=spoken(draw, person, words, str(after)), twin=spoken(draw, person, role, at, published)
    )
