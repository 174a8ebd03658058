"""Checking a store on a cluster finds what checking its claims in memory finds, whatever becomes of the workers."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import osintkp
from clusters import DISTRIBUTED, two_workers
from osintkp import scale
from osintkp.errors import MissingExtraError
from osintkp.findings import Findings
from osintkp.sharded.dask import _result
from osintkp.store import layout

if TYPE_CHECKING:
    import pyarrow as pa


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with two_workers() as client:
        yield client


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(layout, "PER_PART", 8)
    osintkp.load_seeds().to_parquet(tmp_path / "store")
    return tmp_path / "store"


def told(found: Findings) -> list[str]:
    return [*map(repr, found), "", *map(repr, found.suppressed), "", *found.unmet]


class Lost:
    """A part whose workers were lost one after the other."""

    def result(self) -> bytes:
        raise DISTRIBUTED.KilledWorker("part", None, 3)


def test_a_part_that_no_worker_outlives_is_told() -> None:
    with pytest.raises(RuntimeError, match="a part was given up: 4 workers that had it were lost"):
        _result(Lost(), DISTRIBUTED)


def test_dask_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(
        MissingExtraError, match=r"a cluster needs distributed: pip install \"osintkp\[dask\]\""
    ):
        scale.in_dask(None)


def pids(client: Any) -> set[int]:
    return set(client.run(os.getpid).values())


def test_two_workers_find_what_is_found_in_memory(store: Path, client: Any) -> None:
    assert told(osintkp.load_seeds().check()) == told(scale.check(store, scheduler=scale.in_dask(client)))


def test_a_worker_that_is_killed_midway_changes_nothing(store: Path, client: Any) -> None:
    before, killed, left = pids(client), list[int](), list[int]()
    dask = scale.in_dask(client)

    def killing(task: scale.Task, parts: Sequence[int]) -> Iterator[Iterable[pa.RecordBatch]]:
        for number, batches in enumerate(dask(task, parts)):
            if not killed:
                killed.append(min(before))
                left.append(len(parts) - number - 1)
                os.kill(killed[0], signal.SIGKILL)
            yield batches

    found = scale.check(store, scheduler=killing)

    assert left[0] >= 10
    assert killed[0] not in pids(client)
    assert told(osintkp.load_seeds().check()) == told(found)
