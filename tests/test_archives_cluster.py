"""Reading an archive on a cluster writes what reading it here writes, whatever becomes of the workers."""

from __future__ import annotations

import os
import signal
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from archived import article, lines_file
from clusters import DISTRIBUTED, two_workers
from osintkp import scale
from osintkp.archives.articles import Article
from osintkp.archives.batches import Batch
from osintkp.archives.drafting import Outcome, Settings


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with two_workers() as client:
        yield client


def written(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_cluster_writes_what_one_process_writes(tmp_path: Path, client: Any) -> None:
    archive = lines_file(tmp_path, 40)
    here = scale.read(archive, tmp_path / "here", jobs=1, batch=1000)
    there = scale.read(archive, tmp_path / "there", batch=1000, over=scale.on_cluster(client))

    assert written(tmp_path / "here") == written(tmp_path / "there")
    assert (40, here.claims) == (there.articles, there.claims)


def test_a_worker_that_is_killed_midway_changes_nothing(tmp_path: Path, client: Any) -> None:
    archive, killed = lines_file(tmp_path, 60), list[int]()
    cluster = scale.on_cluster(client)

    def killing(batches: Iterable[Batch], settings: Settings) -> Generator[tuple[Batch, Outcome]]:
        for done in cluster(batches, settings):
            if not killed:
                killed.append(min(client.run(os.getpid).values()))
                os.kill(killed[0], signal.SIGKILL)
            yield done

    scale.read(archive, tmp_path / "here", jobs=1, batch=1000)
    scale.read(archive, tmp_path / "there", batch=1000, over=killing)

    assert killed
    assert written(tmp_path / "here") == written(tmp_path / "there")


@attrs.define
class Future:
    """What a cluster promises: an outcome, or that its workers died of it."""

    entries: tuple[Article, ...]

    def result(self) -> Outcome:
        if any("deadly" in each.id for each in self.entries):
            raise DISTRIBUTED.KilledWorker("drafted", None, 3)
        return Outcome(articles=len(self.entries))

    def release(self) -> None:
        pass


class Cluster:
    """A cluster of one thread whose workers die of some articles."""

    def __init__(self) -> None:
        self.cancelled: list[Future] = []

    def nthreads(self) -> dict[str, int]:
        return {"here": 1}

    def submit(self, _run: object, entries: tuple[Article, ...], *_: object, **__: object) -> Future:
        return Future(entries)

    def cancel(self, futures: list[Future]) -> None:
        self.cancelled += futures


def batch(number: int, *names: str) -> Batch:
    entries = tuple(Article(id=name, content=article(number), file="wire.jsonl") for name in names)
    return Batch(number=number, entries=entries)


def test_an_article_that_ends_its_workers_is_a_problem_and_the_rest_are_read() -> None:
    settings = Settings(published=None, texts=True, batch=1000)
    given = [batch(0, "a", "deadly", "b"), *(batch(number, f"c{number}") for number in range(1, 9))]

    outcomes = [outcome for _, outcome in scale.on_cluster(Cluster())(given, settings)]

    assert [2, *(1 for _ in given[1:])] == [each.articles for each in outcomes]
    assert ["reader-killed"] == [each.code for each in outcomes[0].problems]


def test_what_nobody_waits_for_any_more_is_cancelled() -> None:
    settings, cluster = Settings(published=None, texts=True, batch=1000), Cluster()
    reading = scale.on_cluster(cluster)([batch(number, f"c{number}") for number in range(9)], settings)

    assert 0 == next(reading)[0].number
    reading.close()

    assert [("c1",), ("c2",), ("c3",)] == [
        tuple(each.id for each in future.entries) for future in cluster.cancelled
    ]
