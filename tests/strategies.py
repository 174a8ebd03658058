"""Hypothesis strategies for whole sources, claims and corpora, of every record type that there is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Any, get_args

import attrs
from hypothesis import strategies as st

from osintkp.claim import Claim, ClaimLink, LikelihoodWord
from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.drafts import Draft
from osintkp.evidence import Link, Source, Span
from osintkp.records import ActorId, ItemPath, Record, record_types
from osintkp.units import Amount
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Credibility, LinkKind, Measure, Modality, Part, Reliability, Stance
from strategies_dates import edtf_texts, whens
from strategies_units import amounts

GOODS = (
    "container",
    "round",
    "barrel",
    "tonne",
    "EUR",
    "truck",
    "voyage",
    "TEU",
    "kilometre",
    "",
    "barrel/month",
)
UNITS: Mapping[str | tuple[str, str], tuple[str, ...]] = {
    "calibre": ("millimetre", "inch"),
    "window": ("month", "day", "year"),
    ("troop_deployment", "amount"): ("person", "tank", "", "person/day"),
    ("meeting", "amount"): ("meeting", "voyage", ""),
    ("weapons_test", "amount"): ("missile", "launch", ""),
}
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
NAMES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def texts(*, min_size: int = 0) -> st.SearchStrategy[str]:
    """Return texts of any letters but half ones and NUL, line ends and controls included."""
    return st.text(LETTERS, min_size=min_size, max_size=30) | st.sampled_from(
        [
            "a\r\nb",
            '"\\"',
            "''' \"\"\"",
            "=\x1b[31m",
            "\u202e\u200b",
            "\U0001d50e ÿ 東京",
            "\ufeff",
            "\x7f\x85\u2028",
        ]
    )


def ids() -> st.SearchStrategy[str]:
    """Return legal ids."""
    first = st.sampled_from(NAMES)
    return st.tuples(first, st.text(NAMES + "._-", max_size=12)).map("".join)


def actor_ids() -> st.SearchStrategy[str]:
    """Return ids of the table and others that stand for themselves."""
    return st.sampled_from([*actors.ids()[::7], "KP", "unknown", "zz-militia-7", "zz-wire"])


def item_paths() -> st.SearchStrategy[str]:
    """Return places in the taxonomy, and goods that are kept as given."""
    return st.sampled_from([*items.paths(), "zzz/qqq", "zzz 9"])


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def described_whens() -> st.SearchStrategy[When]:
    """Return dates and periods with the words and the anchor that they were read from."""
    return st.builds(When.parse, edtf_texts(), words=optional(texts()), anchor=optional(st.dates()))


def records() -> st.SearchStrategy[Record]:
    """Return records of every type."""
    return st.sampled_from(sorted(record_types())).flatmap(record)


@cache
def record(kind: str) -> st.SearchStrategy[Record]:
    """Return records of one type, each field by its own type."""
    shape = record_types()[kind]
    fields = {field.name: _values(kind, field.name, field.type) for field in attrs.fields(shape)}
    return st.builds(shape, **fields)


def _values(kind: str, name: str, wanted: Any) -> st.SearchStrategy[Any]:
    units = UNITS.get((kind, name)) or UNITS.get(name) or GOODS
    known: dict[Any, st.SearchStrategy[Any]] = {
        ActorId: actor_ids(), ItemPath: item_paths(), str: texts(), Measure: st.sampled_from(Measure),
        Amount: amounts(st.sampled_from(units)), When: described_whens(),
        tuple[ActorId, ...]: st.lists(actor_ids(), max_size=3).map(tuple),
        tuple[str, ...]: st.lists(texts(), max_size=2).map(tuple),
        dict[ActorId, When]: st.dictionaries(actor_ids(), whens(), max_size=2),
    }  # fmt: skip
    if wanted in known:
        return known[wanted]
    (inner,) = (kind for kind in get_args(wanted) if kind is not type(None))
    return optional(known[inner])


def links_of_chain() -> st.SearchStrategy[Link]:
    """Return steps of a chain of attribution."""
    words = optional(texts())
    return st.builds(
        Link, actor=actor_ids(), role=words, verb=words, medium=words, when=optional(whens()), basis=words
    )


def spans() -> st.SearchStrategy[Span]:
    """Return spans that need no text."""
    places = st.none() | st.tuples(st.integers(0, 10**6), st.integers(1, 500))
    quotes = texts(min_size=1).filter(lambda text: bool(text.strip()))
    words = optional(texts())
    return st.builds(_span, quotes, places, words, words)


def _span(quote: str, place: tuple[int, int] | None, prefix: str | None, suffix: str | None) -> Span:
    start, length = place or (None, None)
    end = None if start is None or length is None else start + length
    return Span(quote=quote, start=start, end=end, prefix=prefix, suffix=suffix)


def sources(name: str) -> st.SearchStrategy[Source]:
    """Return sources of one id, without a text."""
    words = optional(texts())
    return st.builds(
        Source, id=st.just(name), title=words, publisher=words, author=words, published=optional(described_whens()),
        published_basis=words, retrieved=optional(whens()), address=words, language=st.sampled_from([None, "en", "ko"]),
        reliability=st.sampled_from(Reliability), length=optional(st.integers(0, 10**9)),
        sha256=optional(st.binary().map(lambda raw: sha256(raw).hexdigest())),
        file=st.sampled_from([None, f"{name}.text.txt", f"texts/{name}.md"]), derived_from=optional(ids()), notes=words,
    )  # fmt: skip


def drafts() -> st.SearchStrategy[Draft]:
    """Return what readers say of their own work."""
    names = st.sampled_from(["sender", "item", "amount", "speaker"]) | texts()
    return st.builds(
        Draft, rules=st.lists(texts(), max_size=3).map(tuple),
        confidence=st.dictionaries(names, st.floats(0, 1), max_size=3), unfilled=st.dictionaries(names, texts(), max_size=2),
    )  # fmt: skip


def claims_of(name: str, own: str, others: list[str]) -> st.SearchStrategy[Claim]:
    """Return claims of one id, with links to some others."""
    link = st.builds(
        ClaimLink, kind=st.sampled_from(LinkKind), claim=st.sampled_from(others),
        value=optional(amounts(st.sampled_from(["percent", "", "round/container"]))),
    )  # fmt: skip
    chains = st.lists(links_of_chain(), max_size=3) | st.lists(st.builds(Link, actor=actor_ids()), max_size=3)
    scheme = st.sampled_from(
        [("icd203", "likely"), ("phia", "highly likely"), ("journalistic", "reportedly")]
    )
    words = optional(texts())
    return st.builds(
        Claim, id=st.just(f"{name}/{own}"), source=st.just(name), record=records(),
        spans=st.lists(spans(), max_size=3).map(tuple), part=st.sampled_from(Part), attribution=chains.map(tuple),
        stance=st.sampled_from(Stance), modality=st.sampled_from(Modality), confidence=words,
        likelihood=optional(scheme.map(lambda pair: LikelihoodWord(scheme=pair[0], word=pair[1]))),
        credibility=st.sampled_from(Credibility), said=optional(described_whens()), coder=words, about=words,
        links=st.lists(link, max_size=2).map(tuple), draft=optional(drafts()),
    )  # fmt: skip


@st.composite
def corpora(draw: st.DrawFn, *, sources_at_most: int = 3) -> Claims:
    """Draw claims with their sources, linked to one another and to a source that is not there."""
    unique = st.lists(ids(), min_size=1, max_size=sources_at_most, unique_by=str.lower)
    names = {name: draw(st.lists(ids(), max_size=3, unique_by=str.lower)) for name in draw(unique)}
    whole = [f"{name}/{own}" for name, owns in names.items() for own in owns]
    made = []
    for name, owns in names.items():
        for own in owns:
            others = [each for each in whole if each != f"{name}/{own}"]
            made.append(draw(claims_of(name, own, [*others, "zz-not-here/x"])))
    return Claims(made, [draw(sources(name)) for name in names])
