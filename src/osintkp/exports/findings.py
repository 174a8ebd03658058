"""
Findings as JSON: every finding with its claims, the quoted words and their places, working and assumptions.

The shape is fixed by ``data/findings.schema.json``. Line and column are there where the article's text is at hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from osintkp.exports._outgoing import json_text
from osintkp.exports._package import Lines, Package, stretch
from osintkp.findings import Cited, Finding

ENDING = ".json"
SCHEMA = "osintkp/findings/1"


def render(package: Package) -> tuple[str, tuple[str, ...]]:
    """Return findings as a JSON document, which carries all of them."""
    findings, lines = package.check(), package.lines()
    data = {
        "schema": SCHEMA,
        "findings": [_finding(found, lines) for found in findings],
        "suppressed": [_finding(found, lines) for found in findings.suppressed],
        "unmet": list(findings.unmet),
    }
    return json_text(data, indent=2), ()


def _finding(found: Finding, lines: Mapping[str, Lines]) -> dict[str, Any]:
    data = {
        "code": found.code,
        "name": found.name,
        "severity": str(found.severity),
        "verdict": str(found.verdict),
        "message": found.message,
        "claims": list(found.claims),
        "working": list(found.working),
        "assumptions": list(found.assumptions),
        "words": [_words(cited, lines) for cited in found.cited],
    }
    return data if found.suppressed is None else data | {"reason": found.suppressed}


def _words(cited: Cited, lines: Mapping[str, Lines]) -> dict[str, Any]:
    data: dict[str, Any] = {"claim": cited.claim, "source": cited.source, "quote": cited.span.quote}
    if cited.span.start is not None:
        data |= {"start": cited.span.start, "end": cited.span.end}
    places = stretch(cited, lines)
    return data if places is None else data | {"line": places[0].line, "column": places[0].column}
