"""Large corpora: what the generator of the benchmarks draws is sound, and what is asked of many claims is worked out once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import osintkp
from osintkp.claims import Claims
from osintkp.lineage import circles


@pytest.fixture
def corpora(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "benchmarks"))
    yield import_module("corpora")
    del sys.modules["corpora"]


def test_a_corpus_by_chance_loads_without_problems(corpora: ModuleType, tmp_path: Path) -> None:
    corpora.write(500, tmp_path, seed=3)
    corpus = osintkp.load(tmp_path)

    assert (500, ()) == (len(corpus.claims), corpus.problems)
    assert {"shipment", "loss", "seizure"} <= {claim.kind for claim in corpus.claims}


def test_the_same_seed_draws_the_same_corpus(corpora: ModuleType) -> None:
    assert list(corpora.lines(100, 1)) == list(corpora.lines(100, 1)) != list(corpora.lines(100, 2))


def test_the_files_of_a_large_corpus_begin_with_a_source_each(
    corpora: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpora, "PER_FILE", 50)
    files = corpora.write(120, tmp_path)

    assert 3 == len(files)
    assert 120 == len(osintkp.load(tmp_path).claims)


def test_a_thing_is_worked_out_once_of_the_same_claims() -> None:
    asked: list[int] = []

    def count(claims: Claims) -> int:
        asked.append(len(claims))
        return len(claims)

    seeds = osintkp.load_seeds().claims
    few = seeds.keep(list(seeds)[:3])

    assert [len(seeds), len(seeds), 3] == [seeds.once(count), seeds.once(count), few.once(count)]
    assert [len(seeds), 3] == asked


def test_circles_are_looked_for_once_for_all_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    module = sys.modules["osintkp.lineage.circles"]
    every = module.__dict__["_every"]

    def counted(claims: Claims) -> object:
        asked.append(len(claims))
        return every(claims)

    monkeypatch.setattr(module, "_every", counted)
    claims = osintkp.load_seeds().claims
    for claim in claims:
        circles(claims, [claim])

    assert [len(claims)] == asked
