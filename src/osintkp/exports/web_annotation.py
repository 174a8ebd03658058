"""
The corpus as W3C Web Annotations, which annotation tools and editions read, and back.

One collection holds an annotation for each source, about the whole of it, and one for each claim, on its very words. Each
has the claim as a coding has it for a body of JSON, and a claim a second body that people can read. The words are kept by the selectors
alone, and come back from there: a tool that moves an anchor moves the span. Places count code points, as the standard
asks; a reader that counts the units of UTF-16, as JavaScript does, is right by the quote.

Standard: Web Annotation Data Model, W3C Recommendation, 23 February 2017, sections 3.2.4, 4.2.4, 4.2.5 and 5.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from osintkp.claim import Claim
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source, Span
from osintkp.exports._outgoing import each_gathered, json_data, json_text, told_by, urn, web_address
from osintkp.exports._package import Package
from osintkp.exports._quoted import QUOTED
from osintkp.exports._rows import Row

ENDING = ".annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
SCHEMA = "osintkp/annotation/1"
OURS = "osintkp/annotation/"
NEWER = f'this osintkp reads "{SCHEMA}": upgrade it if the annotations are newer'
FIX = "give a collection, a page or a list of annotations that this library wrote"

Thing = dict[str, Any]


def render(package: Package) -> tuple[str, tuple[str, ...]]:
    """Return the collection, and what it could not carry."""
    told, lost = told_by(package.claims)
    items: list[Thing] = []
    for source, claims in told:
        items += [_about_source(source, package), *(_about_claim(claim, source, package) for claim in claims)]
    unknown = [source.id for source, _ in told if source.address and web_address(source.address) is None]
    bare = [claim.id for _, claims in told for claim in claims if not claim.spans]
    lost += each_gathered(
        {
            "the address is none on the web and stands in the body alone": unknown,
            "no words are quoted, so the whole source is the target": bare,
        }
    )
    return json_text(_collection(items)), tuple(lost)


def _collection(items: list[Thing]) -> Thing:
    """Return annotations as a collection of one page; an empty one has none (section 5.1)."""
    whole: Thing = {
        "@context": CONTEXT,
        "id": urn("annotations", "all"),
        "type": "AnnotationCollection",
        "label": "Claims of open-source reporting with the words that they rest on",
        "generator": {"type": "Software", "name": "osintkp"},
        "total": len(items),
    }
    if items:
        page = {"id": urn("annotations", "1"), "type": "AnnotationPage", "startIndex": 0, "items": items}
        whole["first"] = page
    return whole


def _about_source(source: Source, package: Package) -> Thing:
    return {
        "id": urn("annotation", source.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": _coded({"source": package.coded(source)}),
        "target": _address(source),
    }


def _about_claim(claim: Claim, source: Source, package: Package) -> Thing:
    table = _without_quotes(package.coded(claim))
    sentence = {
        "type": "TextualBody",
        "value": claim.sentence(),
        "format": "text/plain",
        "language": "en",
        "purpose": "describing",
    }
    targets = [_target(span, source) for span in claim.spans]
    made: Thing = {"id": urn("annotation", claim.id), "type": "Annotation", "motivation": "classifying"}
    if claim.coder:
        made["creator"] = {"name": claim.coder}
    made["body"] = [sentence, _coded({"of": source.id, "claim": table})]
    made["target"] = targets[0] if len(targets) == 1 else targets or _address(source)
    return made


def _coded(table: Thing) -> Thing:
    value = json.dumps({"schema": SCHEMA} | table)
    return {"type": "TextualBody", "value": value, "format": "application/json", "purpose": "classifying"}


def _address(source: Source) -> str:
    return web_address(source.address) or urn("source", source.id)


def _target(span: Span, source: Source) -> Thing:
    """Return the words in their source: by quote, and by place where that is known."""
    words: Thing = {"type": "TextQuoteSelector", "exact": span.quote}
    words |= {} if span.prefix is None else {"prefix": span.prefix}
    words |= {} if span.suffix is None else {"suffix": span.suffix}
    selectors = [words]
    if span.start is not None:
        selectors.append({"type": "TextPositionSelector", "start": span.start, "end": span.end})
    return {"source": _address(source), "selector": selectors}


def parse(text: str) -> Iterator[tuple[dict[str, Any], list[Any]]]:
    """
    Give the codings in annotations that this library wrote; those of others are passed over.

    The quotes and places are those of the selectors.

    Raises:
        InvalidValueError: They are no annotations (``file-syntax``), or none are of this library (``no-claims``); or the body
            of the only one cannot be read.
    """
    whole = json_data(text, FIX)
    faults: list[InvalidValueError] = []
    found = [(each, table) for each in _annotations(whole) for table in _tables(each, faults)]
    sources: dict[str, tuple[Thing, list[Any]]] = {}
    for _, table in found:
        source = table.get("source")
        if isinstance(source, dict) and isinstance(source.get("id"), str):
            sources.setdefault(source["id"], (source, []))
    for each, table in found:
        of, claim = table.get("of"), table.get("claim")
        if isinstance(of, str):
            _, claims = sources.setdefault(of, ({"id": of}, []))
            if isinstance(claim, dict):
                claim = _without_quotes(claim) | _quotes(each.get("target"))
            claims.append(claim)
    if faults and not sources:
        raise faults[0]
    if not sources and not (isinstance(whole, dict) and whole.get("total") == 0):
        raise InvalidValueError("no-claims", "no annotation has a claim or a source", None, FIX)
    for source, claims in sources.values():
        yield Row(source, notes=tuple(("", fault) for fault in faults)), claims
        faults = []


def _annotations(whole: object) -> list[Thing]:
    """Return the annotations of a collection, a page, a list, or one alone."""
    for step in ("first", "items"):
        if isinstance(whole, dict) and step in whole:
            whole = whole[step]
    if isinstance(whole, dict):
        whole = [whole]
    if not isinstance(whole, list):
        raise InvalidValueError("file-syntax", "these are no annotations", None, FIX)
    return [each for each in whole if isinstance(each, dict)]


def _tables(annotation: Thing, faults: list[InvalidValueError]) -> Iterator[Thing]:
    """Give what this library put into the bodies of an annotation; what cannot be read there is put among the faults."""
    for body in _listed(annotation.get("body")):
        value = body.get("value") if isinstance(body, dict) else None
        if not isinstance(value, str) or OURS not in value or not value.lstrip().startswith("{"):
            continue
        table = _table(value, faults)
        if table is not None:
            yield table


def _table(value: str, faults: list[InvalidValueError]) -> Thing | None:
    try:
        table: Thing = json_data(value, FIX)
    except InvalidValueError as error:
        faults.append(error)
        return None
    version = table.get("schema")
    if version != SCHEMA and str(version).startswith(OURS):
        what = "this version of the schema is not known"
        faults.append(InvalidValueError("schema-version", what, version, NEWER))
    return table if version == SCHEMA else None


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _without_quotes(claim: Thing) -> Thing:
    return {key: value for key, value in claim.items() if key not in QUOTED}


def _quotes(target: object) -> Thing:
    """Return the spans that targets stand for, as a coding has them."""
    spans = [_span(_listed(each.get("selector"))) for each in _listed(target) if isinstance(each, dict)]
    found = [span for span in spans if span]
    return {"spans": found} if found else {}


def _span(selectors: list[Any]) -> Thing:
    span: Thing = {}
    for each in selectors:
        kind = each.get("type") if isinstance(each, dict) else None
        if kind == "TextQuoteSelector":
            names = {"exact": "quote", "prefix": "prefix", "suffix": "suffix"}
            span |= {mine: each[name] for name, mine in names.items() if name in each}
        elif kind == "TextPositionSelector":
            span["span"] = [each.get("start"), each.get("end")]
    return span
