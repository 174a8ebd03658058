"""
Findings as SARIF 2.1.0, which code hosts, editors and review tools read: each finding points at the article's words.

The first quote is the place of a result, the others are related places. Lines and columns count code points and are
there where the article's text is at hand; without it a place has its offset alone. A check is a rule, with its page
as help; a suppression in a coding is a suppression in source.

Standard: Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS, 2020.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import attrs

import osintkp
from osintkp.evidence import Source
from osintkp.exports._outgoing import json_text
from osintkp.exports._package import Lines, Package, Rule, stretch
from osintkp.findings import Cited, Finding
from osintkp.vocabulary.scales import Severity

ENDING = ".sarif"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(package: Package) -> tuple[str, tuple[str, ...]]:
    """Return findings as a SARIF log of one run, and those whose claims quote no words: they point at no place."""
    findings = package.check()
    every = [*findings, *findings.suppressed]
    rules = _told(every, package.rules())
    order = {rule.name: number for number, rule in enumerate(rules)}
    places = _Places(sources={source.id: source for source in package.claims.sources}, lines=package.lines())
    run = {
        "tool": {"driver": _driver(rules)},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(source) for source in package.claims.sources],
        "results": [_result(found, order[found.name], places) for found in every],
    }
    losses = tuple(
        f"{found.code} {', '.join(found.claims)}: no quoted words, so no place"
        for found in every
        if not found.cited
    )
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2), losses


def _told(findings: list[Finding], known: Mapping[str, Rule]) -> list[Rule]:
    """Return the checks that findings are of, by code; one that the library does not know has no page but its name."""
    found = {each.name: Rule(code=each.code, name=each.name, page=each.name) for each in findings}
    return sorted(
        (known.get(name, rule) for name, rule in found.items()), key=lambda rule: (rule.code, rule.name)
    )


def _driver(rules: list[Rule]) -> dict[str, Any]:
    return {"name": "osintkp", "semanticVersion": osintkp.__version__, "rules": list(map(_rule, rules))}


def _rule(rule: Rule) -> dict[str, Any]:
    first = rule.page.strip().partition("\n\n")[0]
    return {
        "id": rule.code,
        "name": _pascal(rule.name),
        "shortDescription": {"text": " ".join(first.split())},
        "help": {"text": rule.page.strip(), "markdown": rule.page.strip()},
    }


def _pascal(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("-"))


def _artifact(source: Source) -> dict[str, Any]:
    data: dict[str, Any] = {"location": _location_of(source), "mimeType": "text/plain", "encoding": "UTF-8"}
    if source.sha256 is not None:
        data["hashes"] = {"sha-256": source.sha256}
    if source.title is not None:
        data["description"] = _message(source.title)
    return data


def _message(words: str) -> dict[str, Any]:
    """
    Return words as a message in which no brackets make a link and no braces a gap to fill (sections 3.11.5 and 3.11.6).

    A blank parts the brackets of what would be a link: readers of the format disagree about a backslash there.
    """
    return {"text": words.replace("](", "] (").replace("{", "{{").replace("}", "}}")}


def _location_of(source: Source) -> dict[str, Any]:
    return {"uri": quote(source.file or f"{source.id}.txt")}


@attrs.frozen(kw_only=True)
class _Places:
    """The articles by the id of their source, and the lines of those whose text is at hand."""

    sources: Mapping[str, Source]
    lines: Mapping[str, Lines]

    def of(self, cited: Cited) -> dict[str, Any]:
        """Return where quoted words stand, as a location."""
        source = self.sources.get(cited.source)
        artifact = {"uri": quote(f"{cited.source}.txt")} if source is None else _location_of(source)
        physical: dict[str, Any] = {"artifactLocation": artifact}
        region = self._region(cited)
        if region:
            physical["region"] = region
        logical = {"fullyQualifiedName": cited.claim, "kind": "claim"}
        return {"physicalLocation": physical, "logicalLocations": [logical]}

    def _region(self, cited: Cited) -> dict[str, Any]:
        span, places = cited.span, stretch(cited, self.lines)
        if span.start is None or span.end is None:
            return {}
        region: dict[str, Any] = {"charOffset": span.start, "charLength": span.end - span.start}
        if places is not None:
            start, end = places
            region |= {"startLine": start.line, "startColumn": start.column}
            region |= {"endLine": end.line, "endColumn": end.column}
        return region | {"snippet": {"text": span.quote}}


def _result(found: Finding, rule: int, places: _Places) -> dict[str, Any]:
    stand = [places.of(cited) for cited in found.cited]
    data: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": LEVELS[found.severity],
        "message": _message(found.message),
        "locations": stand[:1],
        "partialFingerprints": {"claims/v1": _fingerprint(found)},
        "properties": {
            "verdict": str(found.verdict),
            "claims": list(found.claims),
            "working": list(found.working),
            "assumptions": list(found.assumptions),
        },
    }
    if len(stand) > 1:
        data["relatedLocations"] = [place | {"id": number} for number, place in enumerate(stand[1:], 1)]
    if found.suppressed is not None:
        data["suppressions"] = [{"kind": "inSource", "justification": found.suppressed}]
    return data


def _fingerprint(found: Finding) -> str:
    """Return what stays the same from run to run: the check and the claims, whatever the sentence."""
    return sha256("\n".join([found.code, found.name, *found.claims]).encode()).hexdigest()[:32]
