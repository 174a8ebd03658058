"""
The corpus as a STIX 2.1 bundle, which threat-intelligence platforms read, and back.

A source is a report, an actor an identity. A claim that names two actors is a relationship between them, any other a note
about whom it names; a denial adds an opinion of the speaker that strongly disagrees with the relationship or note. What
STIX has no place for travels in one registered property extension: the claim as a coding has it, so that nothing of it is
lost for those who read the extension. Ids and times are taken from the content: one corpus gives one bundle.

Standard: STIX Version 2.1, OASIS Standard, 10 June 2021; the scale of confidence is the Admiralty one of its appendix A.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from hashlib import sha256
from typing import Any
from uuid import UUID

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.evidence import UNKNOWN, Source
from osintkp.exports._outgoing import (
    Told,
    each_gathered,
    json_data,
    json_text,
    language_tag,
    told_by,
    web_address,
)
from osintkp.exports._package import Package
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Credibility, Stance

ENDING = ".stix.json"
EXTENSION = "extension-definition--3e4b1f5c-6d0a-4c0e-9b53-6f1d0a7f2c11"
MAKER = "identity--8c1d5a52-0f1b-4f3e-8f0e-2b7a64d6c5a3"
BEFORE_TIME = "1970-01-01T00:00:00.000Z"
CONFIDENCE = {
    Credibility.CONFIRMED: 90,
    Credibility.PROBABLY_TRUE: 70,
    Credibility.POSSIBLY_TRUE: 50,
    Credibility.DOUBTFUL: 30,
    Credibility.IMPROBABLE: 10,
}
FIX = "give a STIX bundle"
CLASSES = {"person": "individual", "armed_group": "group"}

Thing = dict[str, Any]


def render(package: Package) -> tuple[str, tuple[str, ...]]:
    """Return the bundle, and what only a reader of the extension gets."""
    told, lost = told_by(package.claims)
    maker = {"name": "osintkp", "identity_class": "system"}
    things = [_thing("identity", MAKER, BEFORE_TIME, maker), _definition()]
    names = {name for _, claims in told for claim in claims for name in claim.everybody}
    things += [_identity(name) for name in sorted(names)]
    for source, claims in told:
        made = [thing for claim in claims for thing in _told(claim, source, package)]
        things += [*made, _report(source, made, package)]
    things += [
        _derived(source, package) for source, _ in told if source.derived_from in package.claims.sources
    ]
    bundle = {"type": "bundle", "id": _id("bundle", *(thing["id"] for thing in things)), "objects": things}
    return json_text(bundle), (*lost, *_losses(told, package))


def _losses(told: Told, package: Package) -> Iterator[str]:
    sources = [source for source, _ in told]
    claims = [claim for _, each in told for claim in each]
    alone = "in the extension alone"
    told_of = {
        f"nobody knows when it came out, and STIX wants a time: {BEFORE_TIME} stands for it": [
            each.id for each in sources if _day(each.published) is None
        ],
        f"the address is none on the web and stands {alone}": [
            each.id for each in sources if each.address and not web_address(each.address)
        ],
        "STIX asks for the hash of what an address leads to; without one the address is an id, not a url": [
            each.id for each in sources if web_address(each.address) and not each.sha256
        ],
        f"the language is no BCP 47 tag and stands {alone}": [
            each.id for each in sources if each.language and not language_tag(each.language)
        ],
        f"the source that it rewrites is not there; its id stands {alone}": [
            each.id
            for each in sources
            if each.derived_from and each.derived_from not in package.claims.sources
        ],
        f"how it stands to other claims is {alone}": [each.id for each in claims if each.links],
        "it does not name two actors and is a note, not a relationship": [
            each.id for each in claims if not _ends(each)
        ],
    }
    yield from each_gathered(told_of)


def _thing(kind: str, name: str, time_: str, fields: Thing) -> Thing:
    stamps = {"created": time_, "modified": time_}
    made = {} if name == MAKER else {"created_by_ref": MAKER}
    return {"type": kind, "spec_version": "2.1", "id": name} | made | stamps | fields


def _id(kind: str, *parts: str) -> str:
    """Return an id of the shape that random ids have, out of what it stands for."""
    digest = sha256("\0".join([kind, *parts]).encode("utf-8", "surrogatepass")).digest()
    return f"{kind}--{UUID(bytes=digest[:16], version=4)}"


def _definition() -> Thing:
    fields = {
        "name": "osintkp claim",
        "description": "A source or claim of open-source reporting, as an osintkp coding has it.",
        "schema": "urn:osintkp:coding:1",
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }
    return _thing("extension-definition", EXTENSION, BEFORE_TIME, fields)


def _extended(key: str, table: Thing) -> Thing:
    return {"extensions": {EXTENSION: {"extension_type": "property-extension", key: table}}}


def _identity(name: str) -> Thing:
    known = actors.known(name)
    fields: Thing = {"name": actors.actor(name).name if known else name}
    fields["identity_class"] = CLASSES.get(actors.actor(name).kind, "organization") if known else "unknown"
    return _thing("identity", _id("identity", name), BEFORE_TIME, fields | _extended("actor", {"id": name}))


def _ends(claim: Claim) -> list[str]:
    """Return the ids of the two actors between whom a claim tells of something; fewer where it names fewer."""
    named = [name for name in dict.fromkeys(claim.actors) if name is not None and name != UNKNOWN]
    return named if len(named) == 2 else []


def _told(claim: Claim, source: Source, package: Package) -> Iterator[Thing]:
    """Give the objects that one claim becomes, the one with the claim in it first."""
    stamp = _instant(source.published)
    table = _extended("claim", package.coded(claim))
    certain = CONFIDENCE.get(claim.credibility)
    rated = {} if certain is None else {"confidence": certain}
    ends = _ends(claim)
    if ends:
        main = _relationship(claim, ends, stamp, rated | table)
    else:
        about = [_id("identity", name) for name in claim.everybody] or [_id("report", source.id)]
        fields = {
            "abstract": claim.sentence(),
            "content": claim.quote or claim.sentence(),
            "object_refs": about,
        }
        main = _thing("note", _id("note", claim.id), stamp, fields | rated | table)
    yield main
    if claim.stance is Stance.DENIES:
        yield _opinion(claim, main, stamp)


def _relationship(claim: Claim, ends: list[str], stamp: str, more: Thing) -> Thing:
    first, second = (_id("identity", name) for name in ends)
    fields = {
        "relationship_type": "related-to",
        "description": claim.sentence(),
        "source_ref": first,
        "target_ref": second,
    }
    return _thing("relationship", _id("relationship", claim.id), stamp, fields | _period(claim.when) | more)


def _opinion(claim: Claim, main: Thing, stamp: str) -> Thing:
    fields: Thing = {"opinion": "strongly-disagree", "object_refs": [main["id"]]}
    fields["explanation"] = claim.quote or claim.sentence()
    if claim.speaker is not None and claim.speaker != UNKNOWN:
        fields["authors"] = [claim.speaker]
    return _thing("opinion", _id("opinion", claim.id), stamp, fields)


def _derived(source: Source, package: Package) -> Thing:
    """Return how a report stands to the one that it rewrites."""
    other = package.claims.sources[source.derived_from or ""]
    fields = {
        "relationship_type": "derived-from",
        "source_ref": _id("report", source.id),
        "target_ref": _id("report", other.id),
    }
    return _thing(
        "relationship", _id("relationship", source.id, other.id), _instant(source.published), fields
    )


def _report(source: Source, things: list[Thing], package: Package) -> Thing:
    stamp = _instant(source.published)
    fields: Thing = {
        "name": source.title or source.id,
        "published": stamp,
        "object_refs": [thing["id"] for thing in things] or [MAKER],
        "external_references": [_origin(source)],
    }
    if language_tag(source.language):
        fields["lang"] = source.language
    table = _extended("source", package.coded(source))
    return _thing("report", _id("report", source.id), stamp, fields | table)


def _origin(source: Source) -> Thing:
    """Return where a source is to be found; an address is a ``url`` where the hash that STIX asks for is known."""
    origin: Thing = {"source_name": source.publisher or source.id, "description": source.title or source.id}
    address = web_address(source.address)
    if address is None:
        return origin
    if source.sha256 is None:
        return origin | {"external_id": address}
    return origin | {"url": address, "hashes": {"SHA-256": source.sha256}}


def _day(when: When | None) -> date | None:
    return None if when is None else when.earliest or when.latest


def _instant(when: When | None) -> str:
    day = _day(when)
    return BEFORE_TIME if day is None else _stamp(day, time.min)


def _stamp(day: date, at: time) -> str:
    return f"{datetime.combine(day, at).isoformat(timespec='milliseconds')}Z"


def _period(when: When | None) -> Thing:
    """Return the times of a period; a stop has to lie after a start, so one day has a start alone."""
    if when is None or when.earliest is None:
        return {}
    start = {"start_time": _stamp(when.earliest, time.min)}
    if when.latest is None or when.latest <= when.earliest:
        return start
    return start | {"stop_time": _stamp(when.latest, time.max)}


def parse(text: str) -> Iterator[tuple[dict[str, Any], list[Any]]]:
    """
    Give the codings in a bundle that this library wrote; what other tools put beside them is passed over.

    Raises:
        InvalidValueError: It is no bundle (``file-syntax``), or this library did not write it (``no-claims``).
    """
    bundle = json_data(text, FIX)
    things = bundle.get("objects") if isinstance(bundle, dict) else None
    if not isinstance(things, list):
        raise InvalidValueError("file-syntax", "this is no bundle", None, FIX)
    by_id = {
        thing["id"]: thing for thing in things if isinstance(thing, dict) and isinstance(thing.get("id"), str)
    }
    reports = [thing for thing in by_id.values() if _table(thing, "source") is not None]
    if not reports and EXTENSION not in by_id:
        fix = f"give a bundle whose reports have the extension {EXTENSION}"
        raise InvalidValueError("no-claims", "the bundle has no source with claims", None, fix)
    for report in reports:
        named = report.get("object_refs")
        names = [name for name in named if isinstance(name, str)] if isinstance(named, list) else []
        tables = [_table(by_id[name], "claim") for name in dict.fromkeys(names) if name in by_id]
        yield _table(report, "source") or {}, [table for table in tables if table is not None]


def _table(thing: Thing, key: str) -> dict[str, Any] | None:
    """Return a table out of the extension; None where there is none."""
    for step in ("extensions", EXTENSION, key):
        thing = thing.get(step, {}) if isinstance(thing, dict) else {}
    return thing if isinstance(thing, dict) and thing else None
