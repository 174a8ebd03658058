"""
The claims that name a place as GeoJSON, which maps and geographic tools read.

A claim is a feature: a point where one place is known, a line from origin to destination where both are, in two parts where it
crosses the 180th meridian. The line tells from where to where, not the way. A claim whose place the library does not know, or that
names a whole state, is a feature without a geometry; one that names no place is left out. The properties are flat and
the same for every feature; dates are in EDTF. Coordinates are WGS 84, longitude first.

Standard: RFC 7946, The GeoJSON Format, 2016, sections 3.1.1, 3.1.9 and 3.2.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from osintkp.claim import Claim
from osintkp.errors import shown
from osintkp.evidence import Source
from osintkp.exports._outgoing import each_gathered, gathered, json_text, left_out, of_record, told_by
from osintkp.exports._package import Package
from osintkp.facts import Facts, ReferencePlace

ENDING = ".geojson"
ROLES = ("origin", "destination", "place")
CARRIED = of_record(
    "actor", "amount", "by", "calibre", "destination", "item", "measure", "origin", "participants", "parties", "place",
    "recipient", "sender", "signed", "when",
) | {"quote", "speaker", "stance", "modality", "credibility", "said"}  # fmt: skip
CARRIED_OF_SOURCE = frozenset({"title", "publisher", "published", "address", "reliability"})
HALF_TURN = 180.0
MOST_NAMES = 6

Thing = dict[str, Any]
Point = tuple[float, float]


def render(package: Package) -> tuple[str, tuple[str, ...]]:
    """Return the features, and what they could not carry."""
    told, lost = told_by(package.claims)
    placed = [(claim, source) for source, claims in told for claim in claims if _named(claim)]
    nowhere = [claim.id for _, claims in told for claim in claims if not _named(claim)]
    lost += each_gathered({"it names no place and is left out": nowhere})
    lost += _unknown([claim for claim, _ in placed])
    form = "GeoJSON's properties"
    lost += left_out(package.tables(claim for claim, _ in placed), CARRIED, form)
    there = {source.id: source for _, source in placed}
    lost += left_out(package.tables(there.values()), CARRIED_OF_SOURCE, form)
    empty = [source.id for source, _ in told if source.id not in there]
    lost += each_gathered({"no claim of it names a place, so it is left out": empty})
    features = [_feature(claim, source) for claim, source in placed]
    return json_text({"type": "FeatureCollection", "features": features}), tuple(lost)


def _named(claim: Claim) -> dict[str, str]:
    """Return the words for the places of a claim, by their part in it."""
    words = {role: claim.record.of(role) for role in ROLES}
    return {role: each for role, each in words.items() if isinstance(each, str) and each.strip()}


def _unknown(claims: list[Claim]) -> list[str]:
    """Return a line for the places that have no point, the first of them by name."""
    found = [
        (claim.id, words) for claim in claims for words in _named(claim).values() if _place(words) is None
    ]
    if not found:
        return []
    names = list(dict.fromkeys(words for _, words in found))
    told = ", ".join(map(shown, names[:MOST_NAMES])) + (", ..." if len(names) > MOST_NAMES else "")
    return [
        gathered(list(dict.fromkeys(name for name, _ in found)), f"no one point is known by the name {told}")
    ]


@cache
def _facts() -> Facts:
    return Facts()


def _place(words: str) -> ReferencePlace | None:
    return _facts().place(words)


def _feature(claim: Claim, source: Source) -> Thing:
    places = {role: _place(words) for role, words in _named(claim).items()}
    known = {role: place for role, place in places.items() if place is not None}
    return {
        "type": "Feature",
        "id": claim.id,
        "geometry": _geometry(list(known.values())),
        "properties": _properties(claim, source) | _origin_of(known),
    }


def _geometry(places: list[ReferencePlace]) -> Thing | None:
    points = list(dict.fromkeys((place.lon, place.lat) for place in places))
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return _line(*points[:2])


def _line(one: Point, other: Point) -> Thing:
    """Return a line the short way round: in two where it crosses the 180th meridian (RFC 7946, section 3.1.9)."""
    if abs(one[0] - other[0]) <= HALF_TURN:
        return {"type": "LineString", "coordinates": [one, other]}
    side = HALF_TURN if one[0] > 0 else -HALF_TURN
    before, after = abs(side - one[0]), abs(-side - other[0])
    share = before / (before + after) if before + after else 0.0
    latitude = round(one[1] + (other[1] - one[1]) * share, 6)
    parts = [[one, (side, latitude)], [(-side, latitude), other]]
    return {"type": "MultiLineString", "coordinates": parts}


def _origin_of(places: dict[str, ReferencePlace]) -> Thing:
    """Return which part of the claim the points are, and where their coordinates are from."""
    cited = dict.fromkeys(f"{place.citation} ({place.basis})" for place in places.values())
    return {
        "located_by": " to ".join(places) or None,
        "located_at": " to ".join(place.name for place in places.values()) or None,
        "coordinates_from": "; ".join(cited) or None,
    }


def _properties(claim: Claim, source: Source) -> Thing:
    named, amount, when = _named(claim), claim.amount, claim.when
    return {
        "source": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "published": _text(source.published),
        "address": source.address,
        "reliability": str(source.reliability),
        "kind": claim.kind,
        "what": claim.sentence(),
        "quote": claim.quote or None,
        "speaker": claim.speaker,
        "stance": str(claim.stance),
        "modality": str(claim.modality),
        "credibility": str(claim.credibility),
        "said": _text(claim.said),
        "actors": ", ".join(actor for actor in claim.actors if actor) or None,
        **{role: _text(claim.record.of(role)) for role in ("sender", "recipient", "actor", "by")},
        "item": claim.item,
        "calibre": _text(claim.record.of("calibre")),
        "amount": _text(amount),
        **{name: getattr(amount, name, None) for name in ("low", "best", "high", "unit")},
        "comparator": _text(amount and amount.comparator),
        "measure": _text(claim.record.of("measure")),
        "when": _text(when),
        "earliest": _text(when and when.earliest),
        "latest": _text(when and when.latest),
        **{role: named.get(role) for role in ROLES},
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
