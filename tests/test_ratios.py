"""The table of ratios: what is asked of each, how cost grows, and the part of the page that the command writes."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def ratios(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    yield import_module("ratios")
    del sys.modules["ratios"]


@pytest.fixture
def scale(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    yield import_module("scale")
    del sys.modules["scale"]


def row(ratios: ModuleType, *, least: bool) -> ModuleType:
    made: ModuleType = ratios.Ratio("load", "ours", "peer", 2.0, least=least)
    return made


def test_a_cost_that_must_not_exceed_a_multiple_is_divided_by_that_of_the_peer(ratios: ModuleType) -> None:
    measured = {("ours", 1000): 30.0, ("peer", 1000): 10.0}

    assert 3.0 == row(ratios, least=False).value(measured, 1000)
    assert not row(ratios, least=False).met(3.0)
    assert row(ratios, least=False).met(2.0)


def test_a_speed_that_must_be_reached_divides_the_cost_of_the_peer(ratios: ModuleType) -> None:
    measured = {("ours", 1000): 10.0, ("peer", 1000): 30.0}

    assert 3.0 == row(ratios, least=True).value(measured, 1000)
    assert row(ratios, least=True).met(2.0)
    assert not row(ratios, least=True).met(1.9)


@pytest.mark.parametrize("measured", [{}, {("ours", 1000): 1.0}, {("peer", 1000): 1.0}])
def test_a_ratio_of_what_was_not_measured_is_left_out(
    ratios: ModuleType, measured: dict[tuple[str, int], float]
) -> None:
    assert row(ratios, least=False).value(measured, 1000) is None
    assert [] == list(ratios.ratios(measured, [1000]))


@pytest.mark.parametrize(("cost", "grows"), [(5.0, 1.0), (50.0, 1.5), (500.0, 2.0)])
def test_the_slope_is_log_to_log_from_ten_thousand_on(ratios: ModuleType, cost: float, grows: float) -> None:
    measured = {("check", 1000): 900.0, ("check", 10_000): 5.0, ("check", 1_000_000): cost}

    assert grows == pytest.approx(ratios.slope(measured, "check", [1000, 10_000, 1_000_000]))


def test_the_slope_of_small_sizes_is_from_the_least_to_the_largest(ratios: ModuleType) -> None:
    assert 1.0 == ratios.slope({("check", 1000): 5.0, ("check", 10_000): 5.0}, "check", [1000, 10_000])
    assert ratios.slope({("check", 1000): 5.0}, "check", [1000]) is None


def test_every_ratio_of_the_table_names_what_is_measured(ratios: ModuleType, scale: ModuleType) -> None:
    code = "".join(
        (ROOT / "benchmarks" / f"{name}.py").read_text(encoding="utf-8") for name in ("parts", "start_up")
    )
    for each in ratios.RATIOS:
        for name in filter(None, (each.ours, each.peer)):
            bare = name.removesuffix(f", {scale.FAST}").removesuffix(f", {scale.PLAIN}").removesuffix(", ms")
            assert f'"{bare}' in code.replace("{jobs}", "1") + code.replace("{jobs}", "2"), name


def test_the_table_tells_what_is_met_at_the_largest_size(ratios: ModuleType) -> None:
    measured = {
        (name, size): cost
        for size, ours in ((1000, 5.0), (10_000, 50.0))
        for name, cost in ((f"all checks, {ratios.FAST}", ours), ("DuckDB, clashing pairs", 1.0))
    }
    found = {line.name: line for line in ratios.ratios(measured, [1000, 10_000])}

    assert ("<= 30", ("5", "50"), "no") == (
        found["all checks, with extras / DuckDB, clashing pairs"].goal,
        found["all checks, with extras / DuckDB, clashing pairs"].cells,
        found["all checks, with extras / DuckDB, clashing pairs"].met,
    )
    assert ("2.00", "no") == (found[ratios.SLOPE].slope, found[ratios.SLOPE].met)


def test_the_command_writes_between_its_marks_and_nowhere_else(ratios: ModuleType) -> None:
    page = f"before\n{ratios.BEGIN}\nold\n{ratios.END}\nafter\n"
    part = ratios.page({("stix2.parse", 1000): 12.0}, [1000], "make bench", ["the same 5 pairs"])
    found = ratios.written(page, part)

    assert found.startswith(f"before\n{ratios.BEGIN}\nMeasured on ")
    assert found.endswith(f"the same 5 pairs\n{ratios.END}\nafter\n")
    assert "by `make bench`" in found
    assert "| stix2.parse | 12 |  |" in found
    assert "old" not in found


def test_a_page_without_marks_is_not_written(ratios: ModuleType) -> None:
    with pytest.raises(
        ValueError, match="the page needs <!-- measured: begin --> and <!-- measured: end -->"
    ):
        ratios.written("no marks", "part")


def test_the_page_has_its_marks(ratios: ModuleType) -> None:
    told = ratios.PAGE.read_text(encoding="utf-8")

    assert (1, 1) == (told.count(ratios.BEGIN), told.count(ratios.END))


def test_the_statement_of_what_both_sides_found_counts_what_one_alone_did(scale: ModuleType) -> None:
    same = scale.agreement(1000, {"pairs": 7.0, "falls": 2.0, "alone": 0.0})
    other = scale.agreement(1000, {"pairs": 7.0, "falls": 2.0, "alone": 3.0})

    assert [
        "At 1,000 claims the checks and DuckDB find the same 7 clashing pairs and 2 totals that fall."
    ] == list(same)
    assert "3 conflicts were found by one side alone" in next(other)
    assert [] == list(scale.agreement(1000, {}))


def test_parts_are_measured_in_processes_of_their_own(scale: ModuleType, tmp_path: Path) -> None:
    import_module("corpora").write(100, tmp_path, 1)
    found = dict(scale.elsewhere("load", scale.PLAIN, scale.Case(100, tmp_path, 1, scale.PLAIN)))
    found |= dict(scale.elsewhere("in_duckdb", scale.FAST, scale.Case(100, tmp_path, 1, scale.FAST)))

    assert {
        "load, plain",
        "DuckDB, lines to pairs",
        "DuckDB, clashing pairs",
        "DuckDB, falling totals",
    } == set(found)
    assert all(value > 0 for value in found.values())


def test_the_page_names_the_command_that_wrote_it(scale: ModuleType) -> None:
    usual = Namespace(sizes=[1000, 10_000], runs=scale.RUNS, seed=0, only=None)
    other = Namespace(sizes=[1000], runs=3, seed=2, only=["load"])

    assert 'make bench SIZES="1000 10000" BENCH="--write"' == scale.command(usual)
    assert 'make bench SIZES="1000" BENCH="--write --runs 3 --seed 2 --only load"' == scale.command(other)
