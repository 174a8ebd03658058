"""Everything that the package offers has a row in the tests of growth, or a reason why it needs none."""

from __future__ import annotations

import inspect

import pytest

import osintkp
from growth import test_claims
from growth.entries import ROWS

SHORT = "takes values that are made and checked, none of which is long"
MADE = "is made of what was read before, and told field by field"
OTHERS = {
    "load": "the rows of values and keys, and of bare files", "load_seeds": "takes no text", "verify": "hashes files, and reads codings as load does", "ResourceLimits": "takes numbers", "Verification": "what verify gives", "load_facts": "reads a file that its own host wrote",
    "from_arrow": "the door of load, behind a table", "open": "reads a store that the library wrote", "schema": "takes nothing",
    "read_archive": "reads each article as osintkp.read does", "Corpus": "the rows of claims",
    "Claim": MADE, "Draft": MADE, "ClaimLink": SHORT, "Suppression": SHORT, "Link": SHORT, "Shipment": SHORT, "TroopDeployment": SHORT,
    "Treaty": SHORT, "Meeting": SHORT, "WeaponsTest": SHORT, "Limit": SHORT, "Loss": SHORT, "Seizure": SHORT, "Statement": SHORT,
    "Found": "is what osintkp.find returns", "Check": "its functions are its host's own", "Finding": MADE, "Findings": "is what check returns",
    "Problem": MADE, "CodingError": MADE, "ArchiveReport": MADE, "OsintkpError": MADE,
}  # fmt: skip
OF_A_CORPUS = {
    "reanchor": "a row of texts", "accept": "changes the drafts that are named", "reject": "leaves out the drafts that are named", "changes": "two checks and their difference",
    "check": "the rows of checks", "export": "rendered, written to a file", "report": "page, written to a file",
    "save": "the form of rendered", "to_pandas": "to_arrow", "to_polars": "to_arrow", "to_parquet": "to_arrow, written to a file",
}  # fmt: skip


def rows() -> set[str]:
    """Return the names that have a row."""
    return {part for row in ROWS for part in row.removeprefix("osintkp.").split(" ")[0].split(".")[:1]}


@pytest.mark.parametrize("name", osintkp.__all__)
def test_what_the_package_offers_has_a_row_or_a_reason(name: str) -> None:
    assert name in rows() | set(OTHERS)


def test_no_reason_is_left_of_what_is_gone() -> None:
    assert set() == set(OTHERS) - set(osintkp.__all__)


def methods() -> list[str]:
    return [
        name for name, _ in inspect.getmembers(osintkp.Corpus, inspect.isfunction) if not name.startswith("_")
    ]


@pytest.mark.parametrize("name", methods())
def test_what_is_asked_of_a_corpus_has_a_row_or_a_reason(name: str) -> None:
    named = {row.split(" ")[0] for row in test_claims.ROWS}

    assert name in named | set(OF_A_CORPUS)
    assert not (name in named and name in OF_A_CORPUS)
