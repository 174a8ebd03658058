"""Large corpora: what the generator of the benchmarks draws is sound, and what is asked of many claims is worked out once."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
from itertools import islice
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


def test_figures_clash_in_no_topic_that_is_not_faulty(corpora: ModuleType, tmp_path: Path) -> None:
    corpora.write(3000, tmp_path, seed=5, faults=0)
    findings = osintkp.load(tmp_path).check(select=["figures-conflict", "cumulative-falls"])

    assert {"agreement"} <= {each.verdict for each in findings}
    assert not [each for each in findings if each.severity > "info"]


def test_figures_clash_and_totals_fall_where_every_topic_is_faulty(
    corpora: ModuleType, tmp_path: Path
) -> None:
    corpora.write(2000, tmp_path, seed=5, faults=1)
    findings = osintkp.load(tmp_path).check(select=["figures-conflict", "cumulative-falls"])

    assert {"figures-conflict", "cumulative-falls"} == {
        each.name for each in findings if each.verdict == "conflict"
    }


@pytest.mark.parametrize(("faults", "read"), [(0.03, True), (1, True), (1, False)])
def test_the_statements_of_the_peer_return_the_conflicts_that_the_checks_find(
    corpora: ModuleType, tmp_path: Path, faults: float, *, read: bool
) -> None:
    in_sql = import_module("in_sql")
    corpora.write(4000, tmp_path, seed=5, faults=faults)
    corpus = osintkp.load(tmp_path)
    findings = corpus.check(select=["figures-conflict", "cumulative-falls"])
    base = in_sql.connected()
    _ = in_sql.read(base, tmp_path) if read else in_sql.tabled(base, corpus.claims)

    assert in_sql.clashes_of(findings) == in_sql.as_told(in_sql.clashes(base)) != set()
    assert in_sql.falls_of(findings) == set(in_sql.falls(base))


@pytest.mark.parametrize(("faults", "least", "most"), [(0.03, 0.02, 0.04), (0.5, 0.45, 0.55)])
def test_the_share_of_faulty_topics_is_the_one_asked_for(
    corpora: ModuleType, faults: float, least: float, most: float
) -> None:
    topics = [corpora.Topic(number, 1, faults) for number in range(2000)]
    faulty = [each for each in topics if len(each.versions) > 1]

    assert least <= len(faulty) / len(topics) <= most


@pytest.mark.parametrize(
    "exact", [1, 7, 9, 10, 11, 95, 99, 104, 105, 149, 150, 999, 1049, 1050, 1051, 123456, 500_000]
)
def test_each_way_to_print_a_figure_leaves_room_for_it(corpora: ModuleType, exact: int) -> None:
    for form in corpora.forms(exact):
        amount = osintkp.Amount.parse(f"{form.sign}{form.number} tank")
        low, high = amount.printed_band()

        assert low <= exact <= high
        assert not (form.sign == ">" and low == exact)


def test_topics_of_one_kind_have_parties_of_their_own(corpora: ModuleType) -> None:
    topics = [corpora.Topic(number, 1, 0.0) for number in range(2000)]
    about = {(each.kind, each.one, each.other) for each in topics}

    assert len(topics) == len(about)


def test_twenty_claims_are_told_of_a_topic_on_average_and_of_some_many_more(corpora: ModuleType) -> None:
    corpus = corpora.Corpus(40_000, 1, 0.0)
    drawn = Counter(corpus.draw(date(2018, 1, 1) + timedelta(days=number % 1000)) for number in range(10_000))
    told = sorted(drawn.values())

    assert max(told) > 10 * told[len(told) // 2]


@pytest.mark.parametrize("claims", [100, 10_000_000])
def test_the_days_of_the_sources_go_from_the_first_to_the_last(corpora: ModuleType, claims: int) -> None:
    corpus = corpora.Corpus(claims, 1, 0.0)
    days = [corpus.day(number) for number in range(0, claims, claims // 20)]

    assert days == sorted(days)
    assert corpora.FIRST == days[0]
    assert date(2024, 11, 1) < corpus.day(claims - claims // 20) < corpora.LAST


def test_lines_are_given_as_they_are_drawn(corpora: ModuleType) -> None:
    first, second = islice(corpora.lines(10_000_000, 1), 2)

    assert '{"schema": "osintkp/1", "source": {"id": "s0"' == first[:45]
    assert '{"claim": {"id": "c0"' == second[:21]


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
    every = module.__dict__["every_circle"]

    def counted(claims: Claims) -> object:
        asked.append(len(claims))
        return every(claims)

    monkeypatch.setattr(module, "every_circle", counted)
    claims = osintkp.load_seeds().claims
    for claim in claims:
        circles(claims, [claim])

    assert [len(claims)] == asked
