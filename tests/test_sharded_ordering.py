"""Findings that are put in order on disk: as in memory, in slices of any size, each once, in little memory."""

from __future__ import annotations

import random
from pathlib import Path

import attrs
import pyarrow as pa
import pytest
from pyarrow import parquet

import osintkp
from osintkp.finding_table import COLUMNS
from osintkp.findings import Finding, Findings
from osintkp.frames.arrow import table_of
from osintkp.frames.columns import nested
from osintkp.sharded import output
from osintkp.sharded.ordering import in_order
from osintkp.sharded.output import Remade
from osintkp.vocabulary.scales import Severity, Verdict


def raw(findings: list[Finding], folder: Path) -> Path:
    path = folder / "raw.parquet"
    parquet.write_table(table_of(nested(COLUMNS), findings, {}), path, row_group_size=7)
    return path


def back(tables: list[pa.Table]) -> list[Finding]:
    return [found for table in tables for batch in table.to_batches() for found in Remade().of(batch)]


def some() -> list[Finding]:
    seeds = osintkp.load_seeds().check()
    aside = [attrs.evolve(found, suppressed="known") for found in seeds[:5]]
    return [*seeds, *aside]


@pytest.mark.parametrize("size", [1, 3, 40, 100_000])
def test_findings_come_in_their_order_and_each_once_in_slices_of_any_size(size: int, tmp_path: Path) -> None:
    findings = some()
    expected = [*Findings(findings), *Findings(findings).suppressed]
    shuffled = random.Random(1).sample([*findings, *findings[::3]], k=len(findings) + len(findings[::3]))

    tables = list(in_order(raw(shuffled, tmp_path), tmp_path, None, size))

    assert list(map(repr, expected)) == list(map(repr, back(tables)))
    assert min(256, -(-len(expected) // size)) >= len(tables) > (len(expected) > size)
    assert [] == list(tmp_path.iterdir())


def test_two_findings_that_differ_in_their_working_alone_are_both_there(tmp_path: Path) -> None:
    one, other = (
        Finding(verdict=Verdict.CONFLICT, message="m", claims=("a/1",), working=(word,)) for word in "xy"
    )

    (table,) = in_order(raw([one, other, one], tmp_path), tmp_path, None)

    assert {("x",), ("y",)} == {found.working for found in back([table])}
    assert 2 == table.num_rows


def test_no_findings_are_one_empty_slice(tmp_path: Path) -> None:
    (table,) = in_order(raw([], tmp_path), tmp_path, None)

    assert 0 == table.num_rows


def test_many_findings_with_much_to_say_are_ordered_in_less_memory_than_they_take(tmp_path: Path) -> None:
    findings = [
        Finding(
            severity=Severity.INFO, verdict=Verdict.AGREEMENT, message=f"{number * 7919 % 60_000}", claims=(f"s{number % 50}/1",),
            working=tuple(f"{number} {line} " * 20 for line in range(12)),
        )
        for number in range(30_000)
    ]  # fmt: skip
    path = raw(findings, tmp_path)

    tables = list(in_order(path, tmp_path, "32MB", 10_000))

    assert [10_000] * 3 == [table.num_rows for table in tables]
    ranks = [(claims[0], message) for table in tables for claims, message in zip(table["claims"].to_pylist(), table["message"].to_pylist(), strict=True)]  # fmt: skip
    assert sorted(ranks) == ranks
    assert sum(table.nbytes for table in tables) > 50_000_000


def test_equal_values_of_findings_that_are_read_back_are_one_object(tmp_path: Path) -> None:
    findings = [found for found in osintkp.load_seeds().check() if found.cited]
    remade, table = Remade(), parquet.read_table(raw(findings, tmp_path))
    back = [found for batch in table.to_batches() for found in remade.of(batch)]
    cited = {each: each for found in back for each in found.cited}

    assert findings == back
    assert all(each is cited[each] for found in back for each in found.cited)
    assert len({id(found.assumptions) for found in back}) == len({found.assumptions for found in back})


def test_what_was_read_back_long_ago_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "MOST_KNOWN", 10)
    findings = [found for found in osintkp.load_seeds().check() if found.cited]
    remade, table = Remade(), parquet.read_table(raw(findings, tmp_path))

    assert findings == [found for batch in table.to_batches() for found in remade.of(batch)]
    assert len(remade._known) < 100
