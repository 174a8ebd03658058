"""A table of findings: one row each, those set aside among them with their reason."""

from __future__ import annotations

import json

import duckdb

import osintkp
from osintkp import Finding, Findings, Span
from osintkp.findings import Cited
from osintkp.vocabulary.scales import Severity, Verdict

CITED = Cited(claim="a/1", source="a", span=Span(quote="12 tanks", start=4, end=12))
FOUND = Finding(
    code="QTY101", name="part-exceeds-whole", severity=Severity.ERROR, verdict=Verdict.CONFLICT, message="12 of 10",
    claims=("a/1", "a/2"), working=("12 / 10 = 1.2", "1.2 > 1"), assumptions=("none; really",), cited=(CITED,),
)  # fmt: skip
ASIDE = Finding(
    code="SRC101", verdict=Verdict.SAME_ORIGIN, message="one origin", claims=("a/2",), suppressed="two desks"
)
BOTH = Findings([ASIDE, FOUND], unmet=["a/3 sets aside LOG101"])


def test_a_finding_is_a_row_with_all_that_it_says() -> None:
    first, second = BOTH.to_arrow().to_pylist()

    assert {
        "code": "QTY101", "name": "part-exceeds-whole", "severity": "error", "verdict": "conflict",
        "message": "12 of 10", "claims": ["a/1", "a/2"], "working": ["12 / 10 = 1.2", "1.2 > 1"],
        "assumptions": ["none; really"], "suppressed": None,
        "cited": [{
            "claim": "a/1", "source": "a",
            "span": {"quote": "12 tanks", "start": 4, "end": 12, "prefix": None, "suffix": None, "status": None},
        }],
    } == first  # fmt: skip
    assert ("SRC101", "two desks", []) == (second["code"], second["suppressed"], second["cited"])


def test_the_flat_row_has_lines_for_lists() -> None:
    first, second = BOTH.to_arrow(flat=True).to_pylist()

    assert ("a/1; a/2", "12 / 10 = 1.2\n1.2 > 1", 'a/1 "12 tanks"') == (
        first["claims"], first["working"], first["cited"]
    )  # fmt: skip
    assert (None, None) == (second["working"], second["cited"])


def test_suppressions_that_met_nothing_are_told_in_the_notes() -> None:
    metadata = BOTH.to_arrow().schema.metadata

    assert ["a/3 sets aside LOG101"] == json.loads(metadata[b"osintkp.unmet"])
    assert b"findings" == metadata[b"osintkp.table"]
    assert b"osintkp.unmet" not in Findings([]).to_arrow().schema.metadata


def test_no_findings_are_a_table_without_rows() -> None:
    empty = Findings([]).to_arrow()

    assert (0, BOTH.to_arrow().schema) == (empty.num_rows, empty.schema)


def test_duckdb_polars_and_pandas_count_them() -> None:
    findings = osintkp.load_seeds().check(select="QTY")
    told = duckdb.sql("select severity, count(*) from findings group by 1")
    assert told is not None
    counted = dict(told.fetchall())

    assert counted == findings.to_pandas().severity.value_counts().to_dict()
    assert counted == dict(findings.to_polars()["severity"].value_counts().iter_rows())
    assert sum(counted.values()) == len(findings) + len(findings.suppressed)
