"""Processes that read, and what happens when one dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import Pipe
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import sleep
from typing import Any

import pytest

from archived import article, contents, lines_file
from osintkp.archives import workers
from osintkp.archives.articles import Article
from osintkp.archives.batches import Batch
from osintkp.archives.drafting import Outcome, Settings, drafted
from osintkp.archives.workers import AHEAD, cores, outcomes
from osintkp.errors import InvalidValueError

SETTINGS = Settings(published=None, texts=True, batch=1000)


def batch(number: int, count: int = 2) -> Batch:
    every = (
        Article(id=f"a{number}-{n}", content=article(n), file="a.jsonl", line=n + 1) for n in range(count)
    )
    return Batch(number=number, entries=tuple(every))


def taken(count: int, seen: list[int]) -> Iterator[Batch]:
    for number in range(count):
        seen.append(number)
        yield batch(number)


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_come_in_order_and_are_those_of_one_process(jobs: int) -> None:
    every = [batch(number) for number in range(5)]

    assert [(each, drafted(each.entries, SETTINGS)) for each in every] == list(
        outcomes(every, SETTINGS, jobs)
    )


def test_no_more_batches_are_taken_than_there_is_work_for() -> None:
    seen: list[int] = []
    found = outcomes(taken(50, seen), SETTINGS, 2)

    next(found)
    assert 2 * AHEAD == len(seen)
    next(found)
    assert 2 * AHEAD + 1 == len(seen)
    found.close()


def test_one_job_takes_batch_by_batch() -> None:
    seen: list[int] = []
    found = outcomes(taken(50, seen), SETTINGS, 1)

    next(found)

    assert [0] == seen


def test_the_cores_are_those_that_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert 1 == cores()


class Fragile:
    """A pool in which an article called deadly ends the process that reads it."""

    def __init__(self, *_: object, **__: object) -> None:
        self.broken = False

    def submit(self, work: Any, *given: Any) -> Any:
        if self.broken:
            raise BrokenProcessPool
        self.broken = any(
            isinstance(each, tuple) and any(entry.id == "deadly" for entry in each) for each in given
        )
        return Held(BrokenProcessPool() if self.broken else work(*given))

    def shutdown(self, **_: object) -> None:
        pass


class Held:
    def __init__(self, value: Any) -> None:
        self.value = value

    def result(self) -> Any:
        if isinstance(self.value, BaseException):
            raise self.value
        return self.value


def test_the_article_that_ends_a_process_is_a_problem_and_all_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "_started", lambda _: (Fragile(), Pipe()[0]))
    bad = Article(id="deadly", content="words", file="a.jsonl", line=7)
    every = [batch(number) for number in range(12)]
    every[1] = Batch(number=1, entries=(*every[1].entries, bad, *batch(99).entries))

    found = list(outcomes(every, SETTINGS, 2))

    assert every == [each for each, _ in found]
    assert [2, 4, *[2] * 10] == [outcome.articles for _, outcome in found]
    assert [
        "a.jsonl:7: a process died while it read this article; please report it with the article [reader-killed]"
    ] == [str(problem) for _, outcome in found for problem in outcome.problems]
    assert drafted([*batch(1).entries, *batch(99).entries], SETTINGS).parts == found[1][1].parts


def test_a_problem_in_a_batch_that_ends_a_process_stays_a_problem() -> None:
    problem = batch(0).entries[0]
    assert isinstance(problem, Article)
    told = problem.problem(InvalidValueError("line-json", "no", None, "mend it"))

    assert Outcome(problems=(told,)) == workers.deadly(told)


def test_a_process_that_is_killed_costs_nothing() -> None:
    every = [batch(number, 6) for number in range(18)]
    expected = [drafted(each.entries, SETTINGS) for each in every]

    found = []
    for number, (_, outcome) in enumerate(outcomes(every, SETTINGS, 2)):
        found.append(outcome)
        if number in (1, 9):
            for child in children(os.getpid()):
                os.kill(child, signal.SIGKILL)

    assert expected == found


def children(process: int) -> list[int]:
    """Return the reading processes that a process has started."""
    told = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [int(each) for each in told if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()]


def test_what_is_under_way_is_dropped_at_once_when_nobody_wants_it() -> None:
    found = outcomes((batch(number, 1 + 3000 * (number > 0)) for number in range(9)), SETTINGS, 2)
    next(found)
    below = children(os.getpid())
    before = getrusage(RUSAGE_CHILDREN).ru_utime

    found.close()  # as where the result cannot be written

    assert 2 == len(below)
    assert [] == children(os.getpid())
    assert 5 > getrusage(RUSAGE_CHILDREN).ru_utime - before  # what was under way takes three times as long


UNGUARDED = """
import sys, osintkp
osintkp.read_archive(sys.argv[1], sys.argv[2], jobs=2)
"""


def test_a_script_without_a_guard_is_told_what_is_missing(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED)
    archive = lines_file(tmp_path, 3)

    ran = subprocess.run(
        [sys.executable, str(script), str(archive), str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert 1 == ran.returncode
    assert (
        'in a script, call it below `if __name__ == "__main__":`; or read with jobs=1'
        in ran.stderr.splitlines()[-1]
    )
    assert [".reading.jsonl"] == list(contents(tmp_path / "out"))


GUARDED = """
import sys, osintkp
if __name__ == "__main__":
    osintkp.read_archive(sys.argv[1], sys.argv[2], jobs=2, batch=2000)
"""


def test_the_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(GUARDED)
    archive = lines_file(tmp_path, 3000)
    run = subprocess.Popen(
        [sys.executable, str(script), str(archive), str(tmp_path / "out")], stderr=subprocess.DEVNULL
    )
    while len(below := children(run.pid)) < 2:
        assert run.poll() is None
        sleep(0.02)

    run.kill()
    run.wait()

    for _ in range(500):
        left = [each for each in below if b"spawn_main" in command(each)]
        if not left:
            break
        sleep(0.02)
    assert [] == left


def command(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""
