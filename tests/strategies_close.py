"""Hypothesis strategies for claims that are about the same few things, so that checks have something to say."""

from __future__ import annotations

from typing import Any, get_args

import attrs
from hypothesis import strategies as st

from osintkp.claim import Claim, ClaimLink, LikelihoodWord, Suppression
from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.evidence import Link, Source, Span
from osintkp.records import ActorId, ItemPath, Record, record_types
from osintkp.units import Amount
from osintkp.vocabulary.scales import LinkKind, Measure, Modality, Part, Stance

ACTORS = ("SD", "TD", "KP", "RU", "lloyd-austin", "shin-won-sik", "un", "bbc", "unknown", "zz-militia", "SU")
ITEMS = (
    "munitions/artillery/shell",
    "munitions",
    "fuel/crude",
    "fuel",
    "vehicles/tank",
    "food/grain",
    "zz goods",
)
FIGURES = (
    "0",
    "1",
    "7",
    "300",
    "~300",
    ">300",
    ">=310",
    "<300",
    "<=290",
    "~1000..",
    "200..900",
    "6700",
    "9" * 38,
    "0.001",
)
GOODS = ("round", "container", "tonne", "barrel", "tank", "voyage", "kilometre", "percent", "EUR", "")
PEOPLE = ("person", "tank")
DATES = ("2024", "2024-03", "2024-03-05", "2024-03/2024-06", "2023-09/..", "../2020", "/2024-05", "2024-06~", "2024?", "2031", "198X", "XXXX-09", "XXXX-09/..", "2018-01-01/2018-12-31")  # fmt: skip
PLACES = ("Najin", "Dunay", "Khartoum", "Kursk Oblast", "Russia", "near nowhere", "", "Port Sudan")
WORDS = (
    "more than 300 tanks",
    "last month",
    "since September",
    "S\u0435ouI 300",
    "Choe Sun Hui",
    "about 30 percent",
    "300",
    "\u202e x",
    "may",
)
TITLES = (
    "defence minister",
    "former president",
    "spokesman",
    "Treaty on Comprehensive Strategic Partnership",
    "formal treaties",
    "",
)
RATIOS = ("~30 percent", "~1.3", "2", "0", "400 round/container")


def amounts(units: tuple[str, ...]) -> st.SearchStrategy[Amount]:
    """Return a few figures in some units."""
    return st.builds(
        lambda figure, unit: Amount.parse(f"{figure} {unit}".strip()),
        st.sampled_from(FIGURES),
        st.sampled_from(units),
    )


def whens() -> st.SearchStrategy[When]:
    """Return a few dates, some read from relative words."""
    anchors = st.sampled_from([None, When.parse("2024-06-20").earliest])
    return st.builds(
        When.parse, st.sampled_from(DATES), words=st.none() | st.sampled_from(WORDS), anchor=anchors
    )


def records() -> st.SearchStrategy[Record]:
    """Return records of every type about the same few things."""
    return st.sampled_from(sorted(record_types())).flatmap(_record)


def _record(kind: str) -> st.SearchStrategy[Record]:
    shape = record_types()[kind]
    return st.builds(shape, **{field.name: _values(kind, field) for field in attrs.fields(shape)})


def _values(kind: str, field: Any) -> st.SearchStrategy[Any]:
    units = {"calibre": ("mm",), "window": ("month", "day")}.get(field.name)
    units = units or {
        "troop_deployment": PEOPLE,
        "meeting": ("meeting",),
        "weapons_test": ("missile", "launch"),
    }.get(kind, GOODS)
    known: dict[Any, st.SearchStrategy[Any]] = {
        ActorId: st.sampled_from(ACTORS), ItemPath: st.sampled_from(ITEMS), str: st.sampled_from([*PLACES, *TITLES]),
        Measure: st.sampled_from(Measure), Amount: amounts(units), When: whens(),
        tuple[ActorId, ...]: st.lists(st.sampled_from(ACTORS), max_size=3).map(tuple),
        tuple[str, ...]: st.lists(st.sampled_from(TITLES), max_size=2).map(tuple),
        dict[ActorId, When]: st.dictionaries(st.sampled_from(ACTORS), whens(), max_size=2),
    }  # fmt: skip
    if field.type in known:
        return known[field.type]
    (inner,) = (each for each in get_args(field.type) if each is not type(None))
    return st.none() | known[inner]


def chains() -> st.SearchStrategy[tuple[Link, ...]]:
    """Return chains of attribution that may run in a circle."""
    link = st.builds(
        Link, actor=st.sampled_from(ACTORS), role=st.none() | st.sampled_from(TITLES), when=st.none() | whens(),
        basis=st.sampled_from([None, None, "an archive"]),
    )  # fmt: skip
    return st.lists(link, max_size=3).map(tuple)


@st.composite
def claims_of(draw: st.DrawFn, name: str, others: list[str]) -> Claim:
    """Draw a claim of one id, linked to some others."""
    link = st.builds(
        ClaimLink, kind=st.sampled_from(LinkKind), claim=st.sampled_from([*others, "zz/none"]),
        value=st.none() | st.sampled_from(RATIOS).map(Amount.parse),
    )  # fmt: skip
    spans = st.lists(st.sampled_from(WORDS).map(lambda words: Span(quote=words)), max_size=2)
    rule = Suppression(check=draw(st.sampled_from(["QTY", "single-origin", "nothing"])), reason="known")
    return Claim(
        id=name, source=name.partition("/")[0], record=draw(records()), spans=tuple(draw(spans)), part=draw(st.sampled_from(Part)),
        attribution=draw(chains()), stance=draw(st.sampled_from(Stance)), modality=draw(st.sampled_from(Modality)),
        likelihood=draw(st.none() | st.just(LikelihoodWord(scheme="journalistic", word="likely"))),
        said=draw(st.none() | whens()), links=tuple(draw(st.lists(link, max_size=3))),
        suppress=draw(st.sampled_from([(), (), (), (rule,)])),
    )  # fmt: skip


@st.composite
def close_claims(draw: st.DrawFn) -> Claims:
    """Draw up to eight claims of up to three sources, which may rewrite each other in a circle."""
    names = ["wire", "daily", "radio"][: draw(st.integers(1, 3))]
    ids = [f"{draw(st.sampled_from(names))}/c{number}" for number in range(draw(st.integers(1, 8)))]
    made = [draw(claims_of(each, [other for other in ids if other != each] or ["zz/none"])) for each in ids]
    texts = st.none() | st.sampled_from([" and ".join(WORDS), "nothing of it"])
    sources = [
        Source(
            id=name, title=draw(st.none() | st.sampled_from(WORDS)), publisher=draw(st.sampled_from([None, "bbc", "BBC", "wire"])),
            published=draw(st.none() | whens()), retrieved=draw(st.none() | whens()),
            derived_from=draw(st.sampled_from([None, None, *names, "gone"])), text=draw(texts),
        )
        for name in names
    ]  # fmt: skip
    return Claims(made, sources)
