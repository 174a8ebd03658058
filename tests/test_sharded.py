"""Checking a store part by part finds what checking its claims in memory finds, in the same order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

import osintkp
from builders import claim, corpus
from osintkp.claim import Suppression
from osintkp.claims import Claims
from osintkp.corpus import Corpus
from osintkp.errors import InvalidValueError, UnknownCheckError
from osintkp.findings import Findings
from osintkp.store import layout
from osintkp.stored import StoredCorpus
from strategies_close import close_claims
from test_groupings import rumours


@pytest.fixture(autouse=True)
def _few_in_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "PER_PART", 8)


def told(found: Findings) -> list[str]:
    return [*map(repr, found), "", *map(repr, found.suppressed), "", *found.unmet]


def stored(whole: Corpus, folder: Path) -> StoredCorpus:
    whole.to_parquet(folder / "store")
    return osintkp.open(folder / "store")


@pytest.mark.parametrize(
    "whole", [rumours(), osintkp.load_seeds(), Corpus()], ids=["rumours", "seeds", "empty"]
)
def test_a_store_is_found_what_is_found_in_memory(whole: Corpus, tmp_path: Path) -> None:
    with stored(whole, tmp_path) as opened:
        assert told(whole.check()) == told(opened.check())


@given(claims=close_claims())
@settings(max_examples=15, deadline=None)
def test_any_claims_in_a_store_are_found_what_is_found_in_memory(
    tmp_path_factory: pytest.TempPathFactory, claims: Claims
) -> None:
    whole = Corpus(claims=claims)
    with stored(whole, tmp_path_factory.mktemp("any")) as opened:
        assert told(whole.check()) == told(opened.check())


def test_several_processes_find_what_one_finds(tmp_path: Path) -> None:
    with stored(rumours(), tmp_path) as opened:
        assert told(rumours().check()) == told(opened.check(jobs=2))


@pytest.mark.parametrize(
    "asked",
    [
        {"select": ["single-origin", "QTY"]},
        {"ignore": ["figures-conflict", "TXT"]},
        {"at_least": "warning"},
        {"severities": {"circular-sourcing": "info"}, "at_least": "error"},
    ],
)
def test_what_is_asked_in_memory_can_be_asked_of_a_store(asked: dict[str, Any], tmp_path: Path) -> None:
    with stored(rumours(), tmp_path) as opened:
        assert told(rumours().check(**asked)) == told(opened.check(**asked))


def test_what_codings_suppress_is_set_aside_and_what_meets_nothing_is_told(tmp_path: Path) -> None:
    known, idle = (
        Suppression(check="figures-conflict", reason="two wars"),
        Suppression(check="PHY", reason="old"),
    )
    tanks = [
        claim(f"{name}/1", "loss", actor="AM", item="vehicles/tank", amount=amount, when="2020")
        for name, amount in (("wire", "50 tank"), ("daily", "90 tank"))
    ]
    whole = corpus(attrs.evolve(tanks[0], suppress=(known, idle)), tanks[1])

    with stored(whole, tmp_path) as opened:
        found = opened.check()

    assert told(whole.check()) == told(found)
    assert ["two wars"] == [
        each.suppressed.partition(": ")[2] for each in found.suppressed if each.suppressed
    ]
    assert ("wire/1 suppresses PHY: old",) == found.unmet


def test_a_check_that_does_not_exist_and_no_processes_are_refused(tmp_path: Path) -> None:
    with stored(rumours(), tmp_path) as opened:
        with pytest.raises(UnknownCheckError, match="no check is named 'figures-conflct'"):
            opened.check(["figures-conflct"])
        with pytest.raises(InvalidValueError, match="no processes to check in: 0; give 1 or more"):
            opened.check(jobs=0)
