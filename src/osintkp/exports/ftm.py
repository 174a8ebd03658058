"""
Sources, actors and claims as FollowTheMoney entities, one JSON object a line, which Aleph, OpenSanctions and their tools read.

A source is an Article, and the proof of whatever stands in it. An actor is a Person, PublicBody (also a state), Company,
Organization, or LegalEntity where nothing is known of it. A shipment or seizure that is said to have happened is an
EconomicActivity between sender and receiver, with a Trip where it names origin and destination; a limit is a Sanction; every
other claim is an Event. So is what is denied, could be, or was only promised: an edge between two parties would tell it as done.

That model has no place for figures: they stand as words in the summary, with whatever else the record says. Dates are cut
to what the model holds, a day, month or year, and periods have a start and an end; the summary keeps them in EDTF.
No Vessel is made: claims do not name ships.

Model: FollowTheMoney 4, schemata Article, EconomicActivity, Event, Trip, Sanction, UnknownLink.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from hashlib import sha256

import attrs

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.evidence import UNKNOWN, Source
from osintkp.exports._ftm_values import (
    LONGEST,
    Entity,
    day_of,
    held,
    is_cut,
    is_parted,
    iso,
    language_code,
    tidy,
    values_of,
    web_page,
)
from osintkp.exports._outgoing import Told, each_gathered, json_in_a_page, left_out, of_record, told_by
from osintkp.exports._package import Package
from osintkp.exports._quoted import QUOTED, places_lost
from osintkp.records import record_types
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Modality, Stance

ENDING = ".ftm.json"
FORM = "a FollowTheMoney entity"
ALIKE = "letters that steer a screen are told by number, others are composed, space is drawn together"
PARTED = "marks around a name are left away, and a semicolon in a place is a comma"
SOURCE = "source "
LONGEST_ID = 80
SCHEMATA = {
    "state": "PublicBody",
    "former_state": "PublicBody",
    "agency": "PublicBody",
    "person": "Person",
    "company": "Company",
    "organisation": "Organization",
    "armed_group": "Organization",
    "media": "Organization",
    "research": "Organization",
}
HAPPENED = (Modality.STATED, Modality.ESTIMATED, Modality.ALLEGED)
CARRIED_OF_SOURCE = frozenset(
    {"title", "publisher", "author", "published", "retrieved", "address", "language", "reliability", "sha256", "text", "notes"}
)  # fmt: skip
CARRIED_OF_CLAIM = (*QUOTED, "speaker", "stance", "modality", "credibility", "about")


def render(package: Package) -> tuple[str, tuple[str, ...]]:
    """Return the entities, and what they could not carry."""
    told, lost = told_by(package.claims)
    claims = [claim for _, each in told for claim in each]
    names = {name for claim in claims for name in claim.everybody}
    made = [*(_actor(name) for name in sorted(names)), *_of_sources(told, package)]
    addresses: dict[str, Entity] = {}
    for source, each in told:
        made.append(_article(source))
        for claim in each:
            made += _of_claim(claim, source, addresses)
    made += addresses.values()
    lines = (json_in_a_page(json.dumps(each, sort_keys=True)) + "\n" for each in map(held, made))
    return "".join(lines), (*lost, *_losses(told, made, package))


def _losses(told: Told, made: list[Entity], package: Package) -> Iterator[str]:
    kinds = of_record(*(field.name for shape in record_types().values() for field in attrs.fields(shape)))
    claims = [claim for _, each in told for claim in each]
    yield from left_out(package.tables(claims), {*kinds, *CARRIED_OF_CLAIM}, FORM)
    sources = ((source.id, _without_link(package.coded(source), package), "") for source, _ in told)
    yield from left_out(sources, CARRIED_OF_SOURCE, FORM)
    yield from places_lost(claims, FORM)
    every = [source for source, _ in told]
    yield from each_gathered(
        {
            f"the language or its region has no code in {FORM}": [
                each.id for each in every if _has_no_code(each.language)
            ],
            "the address is none on the web and is left out": [
                each.id for each in every if each.address and web_page(each.address) is None
            ],
            f"its date is told as far as {FORM} holds one": [
                each.id for each in every if _is_rounded(each.published) or _is_rounded(each.retrieved)
            ],
            f"its words are longer than {FORM} holds, and cut": _ids(made, is_cut),
            ALIKE: _ids(made, lambda _, value: tidy(value) != value),
            PARTED: _ids(made, is_parted),
        }
    )


def _has_no_code(language: str | None) -> bool:
    return bool(language) and (language_code(language) is None or "-" in str(language))


def _is_rounded(when: When | None) -> bool:
    return when is not None and day_of(when) != when.edtf


def _ids(made: list[Entity], is_other: Callable[[str, str], bool]) -> list[str]:
    """Return what the entities with some such value are of: the claim, the source, else the actor or place."""
    found = []
    for entity in made:
        told = entity["properties"]
        if any(is_other(name, value) for name, values in told.items() for value in values):
            of = (
                told.get("recordId") or [told["notes"][0].removeprefix(SOURCE)]
                if "notes" in told or "recordId" in told
                else told.get("name")
            )
            found.append((of or told["full"])[0][:LONGEST_ID])
    return list(dict.fromkeys(found))


def _without_link(table: Entity, package: Package) -> Entity:
    there = table.get("derived_from") in package.claims.sources
    return {key: value for key, value in table.items() if key != "derived_from" or not there}


def _entity(schema: str, name: str, /, **fields: object) -> Entity:
    """Return an entity without the fields that are None or empty; every value is a list of texts."""
    lists = {key: value if isinstance(value, list) else [value] for key, value in fields.items()}
    kept = {
        key: [str(each) for each in value if each is not None and str(each).strip()]
        for key, value in lists.items()
    }
    whole = {key: list(dict.fromkeys(value)) for key, value in kept.items() if value}
    return {"id": name, "schema": schema, "datasets": [], "referents": [], "properties": whole}


def _id(kind: str, *parts: str) -> str:
    """Return an id of letters, digits and hyphens, which is all that the model takes."""
    digest = sha256("\0".join([kind, *parts]).encode("utf-8", "surrogatepass")).hexdigest()
    return f"osintkp-{kind}-{digest[:20]}"


def _actor(name: str) -> Entity:
    if not actors.known(name):
        return _entity("LegalEntity", _id("actor", name), name=_named(name))
    known = actors.actor(name)
    country = name.lower() if known.kind == "state" else None
    names = [each for each in known.names if len(each) <= LONGEST["name"]]
    return _entity(SCHEMATA[known.kind], _id("actor", name), name=known.name, alias=names, country=country)


def _named(words: str) -> str:
    """Return words that are left of a name, or a dash: a name has to be there."""
    return words if values_of("name", [words]) else "-"


def _article(source: Source) -> Entity:
    notes = [f"{SOURCE}{source.id}", f"reliability {source.reliability} (Admiralty)", source.notes]
    return _entity(
        "Article",
        _id("source", source.id),
        title=source.title,
        fileName=source.file if source.file and tidy(source.file) else f"{source.id}.txt",
        author=source.author,
        publisher=source.publisher,
        sourceUrl=web_page(source.address),
        language=language_code(source.language),
        publishedAt=day_of(source.published),
        retrievedAt=day_of(source.retrieved),
        notes=[*notes, None if source.sha256 is None else f"sha256 {source.sha256}"],
    )


def _of_sources(told: Told, package: Package) -> Iterator[Entity]:
    """Give how sources stand to those that they rewrite."""
    for source, _ in told:
        other = source.derived_from
        if other is not None and other in package.claims.sources and other != source.id:
            one, two = _id("source", source.id), _id("source", other)
            yield _entity(
                "UnknownLink", _id("link", source.id, other), subject=one, object=two, role="rewrites"
            )


def _times(when: When | None) -> dict[str, object]:
    if when is None:
        return {}
    single = day_of(when)
    if single == when.edtf:
        return {"date": single}
    return {"startDate": iso(when.earliest), "endDate": iso(when.latest)}


def _of_claim(claim: Claim, source: Source, addresses: dict[str, Entity]) -> Iterator[Entity]:
    """Give the entities that one claim becomes; the addresses that they name are put aside."""
    common = {
        "recordId": claim.id,
        "proof": _id("source", source.id),
        "summary": [claim.sentence(), _in_words(claim)],
        "description": [*(span.quote for span in claim.spans), claim.about],
        **_times(claim.when),
    }
    of = claim.record.of
    name = _id("claim", claim.id)
    done = claim.stance is Stance.ASSERTS and claim.modality in HAPPENED
    if done and claim.kind in ("shipment", "seizure") and (of("sender") or of("recipient")):
        ends = {"sender": _party(of("sender")), "receiver": _party(of("recipient"))}
        goods = _told(of("amount"), of("item"), of("calibre"), of("measure"))
        yield _entity("EconomicActivity", name, goodsDescription=goods, **ends, **common)
        if of("origin") and of("destination"):
            yield _trip(claim, common, addresses)
    elif claim.stance is Stance.ASSERTS and claim.kind == "limit" and _party(of("on")):
        cap = _told(of("item"), of("amount"), of("window"))
        entity = _party(of("on"))
        yield _entity(
            "Sanction",
            name,
            entity=entity,
            authority=_name_of(of("authority")),
            program=of("instrument"),
            provisions=cap,
            **common,
        )
    else:
        involved = [_party(each) for each in claim.actors]
        yield _entity(
            "Event", name, name=_named(claim.sentence()), location=of("place"), involved=involved, **common
        )


def _trip(claim: Claim, common: Entity, addresses: dict[str, Entity]) -> Entity:
    ends = []
    for place in (claim.record.of("origin"), claim.record.of("destination")):
        words = (values_of("full", [str(place)]) or ["-"])[0]
        found = _entity("Address", _id("address", words), full=words)
        addresses[found["id"]] = found
        ends.append(found["id"])
    involved = [_party(each) for each in claim.actors]
    name = _named(claim.sentence())
    return _entity(
        "Trip",
        _id("trip", claim.id),
        name=name,
        startLocation=ends[0],
        endLocation=ends[1],
        involved=involved,
        **common,
    )


def _party(name: object) -> str | None:
    return _id("actor", name) if isinstance(name, str) and name and name != UNKNOWN else None


def _name_of(name: object) -> str | None:
    if not isinstance(name, str):
        return None
    return actors.actor(name).name if actors.known(name) else name


def _told(*values: object) -> str | None:
    return " · ".join(str(value) for value in values if value is not None) or None


def _in_words(claim: Claim) -> str:
    """Return every field of the record and the grade of the claim as words."""
    fields = {field.name: claim.record.of(field.name) for field in attrs.fields(type(claim.record))}
    told = [f"{name}: {_plain(value)}" for name, value in fields.items() if value not in (None, (), {})]
    return "; ".join([*told, f"credibility: {claim.credibility} (Admiralty)"])


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {each}" for name, each in value.items())
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
