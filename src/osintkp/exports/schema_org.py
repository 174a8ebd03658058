"""
The corpus in the words of schema.org as JSON-LD, which search engines and fact-checking tools read.

A source is an Article, a claim a Claim that appears in it, with the quoted words as Quotations, whom it is about, and its
figures as QuantitativeValues. A ClaimReview is there only for a finding that two claims cannot both hold and that no coder
has set aside: its author is osintkp, its rating has a name and an explanation but no value, for the library does not say
what is true. The vocabulary has no word for how one claim stands to another. The text is safe inside a script element.

Vocabulary: https://schema.org/Claim, https://schema.org/ClaimReview, https://schema.org/QuantitativeValue.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from typing import Any

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.evidence import UNKNOWN, Source
from osintkp.exports._outgoing import (
    each_gathered,
    json_text,
    language_tag,
    left_out,
    of_record,
    told_by,
    urn,
    web_address,
)
from osintkp.exports._package import Package
from osintkp.findings import Finding
from osintkp.units import Amount
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Severity, Verdict

ENDING = ".schema.jsonld"
CONTEXT = "https://schema.org"
ORGANISATION = "Organization"
TYPES = {
    "state": "Country",
    "former_state": "Country",
    "person": "Person",
    "media": "NewsMediaOrganization",
    "agency": "GovernmentOrganization",
    "company": "Corporation",
    "research": "ResearchOrganization",
}
RATED = "In conflict with other claims"
CARRIED = of_record(
    "about", "actor", "amount", "authority", "by", "calibre", "destination", "item", "on", "origin", "participants", "parties",
    "place", "recipient", "sender", "signed", "since", "text", "theatre", "title", "when",
) | {"quote", "speaker", "stance", "modality", "said"}  # fmt: skip
CARRIED_OF_SOURCE = frozenset(
    {"title", "publisher", "author", "published", "address", "language", "derived_from"}
)
PLACES = ("origin", "destination", "place", "theatre")

Thing = dict[str, Any]


def render(package: Package) -> tuple[str, tuple[str, ...]]:
    """Return the graph, and what it could not carry."""
    told, lost = told_by(package.claims)
    claims = [claim for _, each in told for claim in each]
    sources = [source for source, _ in told]
    findings = package.check()
    judged = [found for found in findings if _judges(found)]
    graph = [_article(source) for source in sources]
    graph += [_actor(name) for name in sorted({name for claim in claims for name in claim.everybody})]
    graph += [_claim(claim, source) for source, each in told for claim in each]
    graph += [_review(found, package) for found in judged]
    form = "schema.org's Claim"
    lost += left_out(package.tables(claims), CARRIED, form)
    lost += left_out(package.tables(sources), CARRIED_OF_SOURCE, "an Article")
    lost += _unfit(sources, claims)
    others = len(findings) + len(findings.suppressed) - len(judged)
    if others:
        lost.append(f"{others} of the findings judge no claim, or are set aside, and are no reviews")
    return json_text({"@context": {"@vocab": f"{CONTEXT}/"}, "@graph": graph}), tuple(lost)


def _judges(found: Finding) -> bool:
    return found.verdict is Verdict.CONFLICT and found.severity is not Severity.INFO


def _unfit(sources: list[Source], claims: list[Claim]) -> list[str]:
    """Return a line for each kind of value that schema.org asks for in a form that it does not have."""
    return each_gathered(
        {
            "it came out on no single date of the Gregorian calendar, so it has no datePublished": [
                each.id for each in sources if each.published and not _date(each.published)
            ],
            "the address is none on the web and is left out": [
                each.id for each in sources if each.address and not web_address(each.address)
            ],
            "the language is no BCP 47 tag and is left out": [
                each.id for each in sources if each.language and not language_tag(each.language)
            ],
            "it was said on no single date of the Gregorian calendar, so it has no datePublished": [
                each.id for each in claims if each.said and not _date(each.said)
            ],
        }
    )


def _set(**fields: Any) -> Thing:
    """Return the fields that have a value."""
    return {name: value for name, value in fields.items() if value not in (None, [], "")}


def _article(source: Source) -> Thing:
    return {"@type": "Article", "@id": urn("source", source.id)} | _set(
        identifier=source.id,
        headline=source.title,
        url=web_address(source.address),
        publisher=_named(ORGANISATION, source.publisher),
        author=_named("Person", source.author),
        datePublished=_date(source.published),
        inLanguage=language_tag(source.language),
        isBasedOn=None if source.derived_from is None else {"@id": urn("source", source.derived_from)},
    )


def _named(kind: str, name: str | None) -> Thing | None:
    return {"@type": kind, "name": name} if name else None


def _actor(name: str) -> Thing:
    known = actors.actor(name) if actors.known(name) else None
    kind = ORGANISATION if known is None else TYPES.get(known.kind, ORGANISATION)
    return {
        "@type": kind,
        "@id": urn("actor", name),
        "identifier": name,
        "name": known.name if known else name,
    }


def _claim(claim: Claim, source: Source) -> Thing:
    named = dict.fromkeys(name for name in claim.actors if name is not None and name != UNKNOWN)
    about: list[Thing] = [{"@id": urn("actor", name)} for name in named]
    figures = (("amount", claim.amount), ("calibre", claim.record.of("calibre")))
    about += [_figure(name, each) for name, each in figures if isinstance(each, Amount)]
    return {"@type": "Claim", "@id": urn("claim", claim.id)} | _set(
        identifier=claim.id,
        text=claim.sentence(),
        author=_author(claim, source),
        datePublished=_date(claim.said),
        appearance={"@id": urn("source", source.id)},
        about=about,
        temporalCoverage=None if claim.when is None else str(claim.when),
        spatialCoverage=[_named("Place", str(place)) for place in map(claim.record.of, PLACES) if place],
        keywords=[claim.kind, str(claim.stance), str(claim.modality)],
        hasPart=[{"@type": "Quotation", "text": span.quote} for span in claim.spans],
    )


def _author(claim: Claim, source: Source) -> Thing | None:
    """Return whose claim it is: the speaker's, or the publisher's in the source's own voice; nobody's where unknown."""
    if claim.speaker is None:
        return _named(ORGANISATION, source.publisher)
    return None if claim.speaker == UNKNOWN else {"@id": urn("actor", claim.speaker)}


def _figure(name: str, amount: Amount) -> Thing:
    return {"@type": "QuantitativeValue"} | _set(
        name=name,
        description=str(amount),
        value=amount.best,
        minValue=amount.low,
        maxValue=amount.high,
        unitText=amount.unit,
    )


def _review(found: Finding, package: Package) -> Thing:
    first = package.claims.get(found.claims[0]) if found.claims else None
    digest = sha256(
        "\0".join([found.code, found.name, *found.claims, found.message]).encode("utf-8", "replace")
    )
    rating = {"@type": "Rating", "alternateName": RATED, "ratingExplanation": found.message}
    return {"@type": "ClaimReview", "@id": urn("review", digest.hexdigest()[:32])} | _set(
        name=f"{found.code} {found.name}",
        author={"@type": ORGANISATION, "name": "osintkp"},
        claimReviewed=found.message if first is None else first.sentence(),
        itemReviewed=[{"@id": urn("claim", name)} for name in found.claims],
        reviewRating=rating,
        reviewBody="\n".join([found.message, *found.working, *found.assumptions]),
    )


def _date(when: When | None) -> str | None:
    """Return a date as schema.org has it: a year, a month or a day without a doubt about it; None for any other."""
    return when.edtf if when is not None and _single().fullmatch(when.edtf) else None


@cache
def _single() -> re.Pattern[str]:
    return re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
