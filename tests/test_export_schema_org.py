"""schema.org as JSON-LD: read by rdflib without a network, safe in a page, with a review only where there is a verdict."""

from __future__ import annotations

import json
import re
import warnings
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from rdflib import RDF, Graph, URIRef

import osintkp
from builders import claim, corpus
from export_cases import CASES, HOSTILE, bare, every_case, full, hostile, many, orphaned, seconds
from osintkp.claims import Claims
from osintkp.findings import Finding, Findings
from osintkp.records import record_types
from osintkp.vocabulary.scales import Severity, Verdict
from strategies import corpora

FORM = "schema_org"
HOME = "https://schema.org/"
KNOWN = {  # https://schema.org, version 29: the properties that these types have, inherited ones too
    "Article": {"identifier", "headline", "url", "publisher", "author", "datePublished", "inLanguage", "isBasedOn"},
    "Claim": {
        "identifier", "text", "author", "datePublished", "appearance", "about", "temporalCoverage", "spatialCoverage",
        "keywords", "hasPart",
    },
    "ClaimReview": {"name", "author", "claimReviewed", "itemReviewed", "reviewRating", "reviewBody"},
    "QuantitativeValue": {"name", "description", "value", "minValue", "maxValue", "unitText"},
    "Quotation": {"text"},
    "Rating": {"alternateName", "ratingExplanation"},
    "Place": {"name"},
    **{
        kind: {"identifier", "name"}
        for kind in (
            "Organization", "Country", "Person", "NewsMediaOrganization", "GovernmentOrganization", "Corporation",
            "ResearchOrganization",
        )
    },
}  # fmt: skip


def nodes(some: osintkp.Corpus, findings: Findings | None = None) -> dict[str, dict[str, Any]]:
    """Return the nodes of the graph by id, without its common start."""
    data = json.loads(some.rendered(FORM, findings)[0])
    return {node["@id"].removeprefix("urn:osintkp:"): node for node in data["@graph"]}


def losses(some: osintkp.Corpus, findings: Findings | None = None) -> tuple[str, ...]:
    return some.rendered(FORM, findings)[1]


def graph(some: osintkp.Corpus) -> Graph:
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # rdflib's reader of JSON-LD uses a class of its own past
        return Graph().parse(data=some.rendered(FORM)[0], format="json-ld")


def one(kind: str = "loss", **fields: Any) -> dict[str, Any]:
    return nodes(corpus(claim("a/1", kind, **fields)))["claim:a/1"]


def unknown_names(node: Any) -> set[str]:
    """Return the types and properties that are not among the known ones."""
    if isinstance(node, list):
        return {name for each in node for name in unknown_names(each)}
    if not isinstance(node, dict):
        return set()
    found = {name for each in node.values() for name in unknown_names(each)}
    properties = set(node) - {"@id", "@type"}
    if "@type" not in node:
        return found | properties
    return found | (properties - KNOWN.get(node["@type"], set())) | ({node["@type"]} - set(KNOWN))


@every_case
def test_every_type_and_property_is_one_of_the_vocabulary(case: str) -> None:
    assert set() == unknown_names(list(nodes(CASES[case]()).values()))


@every_case
def test_rdf_has_a_claim_for_each_claim_and_an_article_for_each_source(case: str) -> None:
    some = CASES[case]()

    triples = graph(some)

    assert len(some.claims) == len(set(triples.subjects(RDF.type, URIRef(f"{HOME}Claim"))))
    assert len(some.sources) == len(set(triples.subjects(RDF.type, URIRef(f"{HOME}Article"))))
    assert all(str(name).startswith((HOME, str(RDF))) for name in triples.predicates())


@settings(max_examples=20, deadline=None)
@given(some=corpora())
def test_any_corpus_is_read_as_rdf(some: Claims) -> None:
    triples = graph(osintkp.Corpus(claims=some))

    assert len(some) == len(set(triples.subjects(RDF.type, URIRef(f"{HOME}Claim"))))


def test_a_claim_appears_in_its_source_in_rdf() -> None:
    triples = graph(full())

    subject = URIRef("urn:osintkp:claim:wire/trucks")
    assert [URIRef("urn:osintkp:source:wire")] == list(triples.objects(subject, URIRef(f"{HOME}appearance")))
    assert {"some 40 trucks", "by sea"} == {
        str(text)
        for part in triples.objects(subject, URIRef(f"{HOME}hasPart"))
        for text in triples.objects(part, URIRef(f"{HOME}text"))
    }


def test_a_source_is_an_article_with_what_is_known_of_it() -> None:
    expected = {
        "@type": "Article",
        "@id": "urn:osintkp:source:wire",
        "identifier": "wire",
        "headline": "Trucks for Port Sudan",
        "url": "https://example.org/trucks?a=1&b=2",
        "publisher": {"@type": "Organization", "name": "Nile Wire"},
        "author": {"@type": "Person", "name": "A. Writer"},
        "datePublished": "2023-04-18",
        "inLanguage": "en",
        "isBasedOn": {"@id": "urn:osintkp:source:agency"},
    }

    assert expected == nodes(full())["source:wire"]
    assert {"@type", "@id", "identifier"} == set(nodes(full())["source:agency"])


def test_a_value_that_schema_org_has_no_form_for_is_left_out_and_told() -> None:
    told = losses(full())

    assert (
        "agency: it came out on no single date of the Gregorian calendar, so it has no datePublished" in told
    )
    assert "agency: the address is none on the web and is left out" in told
    assert "agency: the language is no BCP 47 tag and is left out" in told
    assert not any(line.startswith("wire: it came out") for line in told)


@pytest.mark.parametrize("when", ["2023", "2023-04", "2023-04-18"])
def test_a_single_date_is_a_date(when: str) -> None:
    assert when == one(said=when)["datePublished"]


@pytest.mark.parametrize("when", ["2023-04~", "2023?", "2023/2024", "198X", "2023-21"])
def test_any_other_date_is_none_and_told(when: str) -> None:
    some = corpus(claim("a/1", said=when))

    assert "datePublished" not in nodes(some)["claim:a/1"]
    expected = "a/1: it was said on no single date of the Gregorian calendar, so it has no datePublished"
    assert expected in losses(some)


def test_an_amount_is_a_quantitative_value() -> None:
    expected = {
        "@type": "QuantitativeValue",
        "name": "amount",
        "description": "~40 truck",
        "value": 40.0,
        "minValue": 35.0,
        "maxValue": 45.0,
        "unitText": "truck",
    }

    assert [{"@id": "urn:osintkp:actor:EG"}, {"@id": "urn:osintkp:actor:SD"}, expected] == nodes(full())[
        "claim:wire/trucks"
    ]["about"]


def test_a_bound_has_one_end_and_a_calibre_is_a_figure_too() -> None:
    about = one("shipment", amount=">10 round", calibre="152 mm")["about"]

    assert [("amount", 10.0, None, None), ("calibre", 152.0, 152.0, 152.0)] == [
        (each["name"], each.get("minValue"), each.get("value"), each.get("maxValue")) for each in about
    ]


def test_a_pure_number_has_no_unit() -> None:
    assert "unitText" not in one("meeting", amount="6")["about"][0]


@pytest.mark.parametrize(
    ("speaker", "fields", "expected"),
    [
        ("rsf", {}, {"@id": "urn:osintkp:actor:rsf"}),
        ("unknown", {"publisher": "Nile Wire"}, None),
        (None, {"publisher": "Nile Wire"}, {"@type": "Organization", "name": "Nile Wire"}),
        (None, {}, None),
    ],
)
def test_the_author_of_a_claim_is_who_says_so(
    speaker: str | None, fields: dict[str, Any], expected: object
) -> None:
    assert expected == nodes(corpus(claim("a/1", speaker=speaker), a=fields))["claim:a/1"].get("author")


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ("SD", "Country"),
        ("abdel-fattah-al-burhan", "Person"),
        ("m23", "Organization"),
        ("zz-nobody", "Organization"),
    ],
)
def test_an_actor_has_the_type_of_its_kind(actor: str, expected: str) -> None:
    found = nodes(corpus(claim("a/1", sender=actor)))[f"actor:{actor}"]

    assert (expected, actor) == (found["@type"], found["identifier"])


def test_nobody_is_no_actor() -> None:
    some = corpus(claim("a/1", sender="unknown", recipient="SD"))

    assert [{"@id": "urn:osintkp:actor:SD"}] == nodes(some)["claim:a/1"]["about"]


def test_a_denial_says_so() -> None:
    node = nodes(full())["claim:wire/denied"]

    assert "denies" in node["text"]
    assert ["shipment", "denies", "stated"] == node["keywords"]


def test_the_time_and_the_places_of_a_claim_are_its_coverage() -> None:
    node = nodes(full())["claim:wire/trucks"]

    assert "2023-03/2023-04~" == node["temporalCoverage"]
    assert ["Jeddah", "Port Sudan"] == [place["name"] for place in node["spatialCoverage"]]


def finding(**changes: Any) -> Finding:
    told: dict[str, Any] = {
        "code": "QTY101",
        "name": "figures-conflict",
        "severity": Severity.ERROR,
        "verdict": Verdict.CONFLICT,
        "message": "40 and 90",
        "claims": ("wire/trucks", "agency/trucks"),
        "working": ("40 < 90",),
        "assumptions": ("none",),
    }
    return Finding(**(told | changes))


def reviews(*findings: Finding) -> list[dict[str, Any]]:
    return [node for node in nodes(full(), Findings(findings)).values() if node["@type"] == "ClaimReview"]


def test_a_conflict_is_a_review_by_osintkp_without_a_value_of_truth() -> None:
    (review,) = reviews(finding())

    expected = {
        "@type": "ClaimReview",
        "@id": review["@id"],
        "name": "QTY101 figures-conflict",
        "author": {"@type": "Organization", "name": "osintkp"},
        "claimReviewed": full().claims["wire/trucks"].sentence(),
        "itemReviewed": [
            {"@id": "urn:osintkp:claim:wire/trucks"},
            {"@id": "urn:osintkp:claim:agency/trucks"},
        ],
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "In conflict with other claims",
            "ratingExplanation": "40 and 90",
        },
        "reviewBody": "40 and 90\n40 < 90\nnone",
    }
    assert expected == review
    assert re.fullmatch("urn:osintkp:review:[0-9a-f]{32}", review["@id"])


@pytest.mark.parametrize(
    "changes",
    [
        {"severity": Severity.INFO},
        {"verdict": Verdict.UNDECIDED},
        {"verdict": Verdict.REVISION},
        {"suppressed": "two offices"},
    ],
)
def test_any_other_finding_is_no_review_and_is_told(changes: dict[str, Any]) -> None:
    found = Findings([finding(**changes)])

    assert [] == reviews(finding(**changes))
    assert "1 of the findings judge no claim, or are set aside, and are no reviews" in losses(full(), found)


def test_a_warning_of_a_conflict_is_a_review_and_nothing_is_told() -> None:
    found = finding(severity=Severity.WARNING)

    assert 1 == len(reviews(found))
    assert not any("no reviews" in line for line in losses(full(), Findings([found])))


@pytest.mark.parametrize("claims", [("zz/zz",), ()])
def test_a_review_of_a_claim_that_is_not_there_has_the_message(claims: tuple[str, ...]) -> None:
    (review,) = reviews(finding(claims=claims))

    assert "40 and 90" == review["claimReviewed"]


def test_real_findings_become_reviews() -> None:
    fields: dict[str, Any] = {"kind": "loss", "actor": "AM", "item": "vehicles/tank", "when": "2020"}
    some = corpus(claim("wire/a", amount="50 tank", **fields), claim("daily/a", amount="90 tank", **fields))

    found = [node for node in nodes(some).values() if node["@type"] == "ClaimReview"]

    assert found
    assert {"In conflict with other claims"} == {each["reviewRating"]["alternateName"] for each in found}


def test_every_field_that_is_not_carried_is_named() -> None:
    told = " ".join(losses(full()))

    for name in (
        "about", "attribution", "coder", "confidence", "credibility", "draft", "likelihood", "links", "part", "prefix",
        "said.words", "span", "suffix", "suppress", "record.measure", "record.purpose", "record.in_force",
        "record.obligations", "record.ratified", "record.replaces", "role", "verb", "via",
    ):  # fmt: skip
        assert f": {name} has no place in schema.org's Claim" in told, name
    for name in (
        "length",
        "notes",
        "published.anchor",
        "published_basis",
        "reliability",
        "retrieved",
        "sha256",
        "text",
    ):
        assert f": {name} has no place in an Article" in told, name
    for name in ("quote", "record.amount", "record.title", "said", "speaker", "stance"):
        assert f": {name} has no place" not in told, name


def test_a_claim_of_every_kind_is_there() -> None:
    assert {f"claim:bare/{kind}" for kind in record_types()} <= set(nodes(bare()))


def test_claims_whose_source_is_not_there_are_left_out_and_named() -> None:
    assert {"source:here", "claim:here/a", "actor:AM"} == set(nodes(orphaned(), Findings([])))
    assert "gone/a and 1 more: left out, for the source is not there" in losses(orphaned(), Findings([]))


class Scripts(HTMLParser):
    """Keeps what a browser would take for the inside of scripts, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002  # the parser's own signature
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.inside += data


def test_hostile_words_stay_inside_their_script() -> None:
    text, _ = hostile().rendered(FORM)
    page = Scripts()

    page.feed(f'<script type="application/ld+json">{text}</script>')
    page.close()

    assert ["script"] == page.tags
    assert text == page.inside
    assert text.isascii()
    assert not {"<", ">", "&", "\x1b"} & set(text)
    assert HOSTILE == json.loads(text)["@graph"][0]["headline"]


def test_an_address_that_runs_is_none() -> None:
    assert "javascript" not in full().rendered(FORM)[0]


def test_one_corpus_gives_one_document() -> None:
    assert full().rendered(FORM) == full().rendered(FORM)


def test_ten_times_the_sources_take_no_more_than_thirty_times_as_long() -> None:
    seconds(many(20), FORM)

    assert seconds(many(1500), FORM) < 30 * max(seconds(many(150), FORM), 0.005)
