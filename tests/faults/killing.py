"""
Processes that write and are killed, full disks, and several at one target: all in processes of their own.

This is a program that lives as long as the tests: ``python -m faults.killing`` reads a line with what to do, does it in
processes that it forks, and prints a line with what came of it. The imports are paid once.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from faults.injection import Plan, at_work
from faults.writers import NEW, NEWER, OLD, Writer, folder_for, writers
from osintkp.errors import OsintkpError

WRITERS = writers()
LIMIT = 60
FEW, LONGEST = 3, 10
RENAMING = ("rename", "replace", "exchange", "truncate")
SIZES = (0, 1, 50, 200, 500, 1000, 1500, 2000, 3000, 4000, 6000, 8000, 12000, 10**9)
Scene = dict[str, Any]


def forked(work: Callable[[], object]) -> int:
    """Start a process that does something and ends; return its id."""
    pid = os.fork()
    if pid == 0:
        signal.alarm(LIMIT)
        try:
            work()
        finally:
            os._exit(0)
    return pid


def ended(pid: int) -> bool:
    """Wait for a process, and tell whether it was killed."""
    status = os.waitpid(pid, 0)[1]
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def answer(work: Callable[[], Any]) -> Any:
    """Return what some work gives, done in a process of its own; what it raises as a text that is like no answer."""
    reading, writing = os.pipe()

    def told() -> None:
        try:
            found = work()
        except Exception as error:  # noqa: BLE001  it is told
            found = f"refused: {type(error).__name__}: {error}"
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(found, stream)

    pid = forked(told)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        raw = stream.read()
    ended(pid)
    return pickle.loads(raw) if raw else "refused: it came to no end"  # noqa: S301  this very program wrote it


class Stage:
    """A writer with its versions: what is read back from each, and a beginning from which every trial starts."""

    def __init__(self, writer: Writer, folder: Path) -> None:
        self.writer = writer
        self._value(folder / "warm", NEW)  # what is forked later finds everything imported and made
        gc.collect()
        gc.freeze()
        values = [answer(partial(self._value, folder, version)) for version in (OLD, NEW, NEWER)]
        self.values = dict(zip((OLD, NEW, NEWER), values, strict=True))
        self._begun = folder / str(OLD) / "here"
        self.place = folder / "tried" / "here"
        self.target = self.place / writer.target

    def _value(self, folder: Path, version: int) -> str | None:
        target = folder_for(self.writer, folder / str(version), OLD if self.writer.by_batches else version)
        self.writer.write(target, version)
        return self.writer.read(target)

    def begin(self) -> None:
        """Put the old version there."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self._begun, self.place)

    def write(self, version: int) -> None:
        """Write a version."""
        self.writer.write(self.target, version)

    def write_killed(self, version: int, number: int) -> None:
        """Write a version, killed at the n-th call."""
        with at_work(Plan(root=str(self.place), number=number)):
            self.write(version)

    def now(self) -> Any:
        """Return what can be read."""
        return answer(lambda: self.writer.read(self.target))

    def finished(self, version: int) -> Any:
        """Write a version to its end, and return what can be read then."""
        return answer(lambda: self._finished(version))

    def _finished(self, version: int) -> str | None:
        self.write(version)
        return self.writer.read(self.target)

    def is_sound(self, value: Any, *versions: int) -> bool:
        """Tell whether a value is one of some versions, or a part of the last of them that is whole."""
        if not self.writer.by_batches:
            return value in [self.values[version] for version in versions]
        first, last = (
            set(str(self.values[version]).split("\n")[1:]) for version in (versions[0], versions[-1])
        )
        return first <= set(str(value).split("\n")[1:]) <= last


def kills(stage: Stage, count: int, seed: int) -> Scene:
    """Kill processes that write one version after the other, each at any moment after it has written one."""
    draw, found, killed = random.Random(seed), list[Any](), 0
    span = 2 * answer(lambda: timed(lambda: stage.write(NEW), stage.begin))
    stage.begin()
    for _ in range(count):
        order = draw.sample([OLD, NEW, NEWER], 3)
        if stage.writer.by_batches:
            stage.begin()
            order = [OLD, NEW, NEWER]
        pid = started(stage, order)
        time.sleep(draw.uniform(0, span))
        os.kill(pid, signal.SIGKILL)
        killed += ended(pid)
        found.append(stage.now())
    torn = [value for value in found if not stage.is_sound(value, OLD, NEW, NEWER)]
    last = stage.finished(NEWER) == stage.values[NEWER]
    return {"killed": killed, "found": len(set(found)), "torn": torn, "last": last}


def started(stage: Stage, order: list[int]) -> int:
    """Start a process that writes again and again; return its id when it has written once, or has ended."""
    reading, writing = os.pipe()
    pid = forked(partial(again_and_again, stage, order, writing))
    os.close(writing)
    os.read(reading, 1)
    os.close(reading)
    return pid


def again_and_again(stage: Stage, order: list[int], writing: int) -> None:
    """Write one version, tell so, and write the others and it again and again; an archive is read to its end."""
    stage.write(order[0])
    os.write(writing, b".")
    while True:
        for version in (*order[1:], order[0]):
            if stage.writer.by_batches and version == OLD:
                signal.pause()
            stage.write(version)


def timed(work: Callable[[], object], first: Callable[[], object]) -> float:
    """Return how many seconds some work takes at its second go."""
    first()
    work()
    first()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def kill_at_each_call(stage: Stage, step: int, compound: int) -> Scene:
    """Kill a write at its first call, its second ...; then what comes next is killed too, at some call, or comes to its end."""
    torn: list[Any] = []
    calls = answer(partial(calls_of, stage))
    numbers = [number for number, call in enumerate(calls, 1) if number % step == 0 or call in RENAMING]
    killed = 0
    for tried, number in enumerate(numbers, 1):
        stage.begin()
        killed += ended(forked(partial(stage.write_killed, NEW, number)))
        value = stage.now()
        if not stage.is_sound(value, OLD, NEW):
            torn.append([number, value])
        if tried % compound == 0:
            torn += recovered(stage, number)
    return {"calls": len(numbers), "killed": killed, "torn": torn}


def calls_of(stage: Stage) -> list[str]:
    """Return what a write asks of the system."""
    stage.begin()
    with at_work(Plan(root=str(stage.place))) as plan:
        stage.write(NEW)
    return plan.calls


def recovered(stage: Stage, number: int) -> list[Any]:
    """Kill the write that follows a killed one, too; then let one come to its end. Return what was not as it should be."""
    second = 1 + number * 7 % 31
    ended(forked(lambda: stage.write_killed(NEWER, second)))
    torn = [] if stage.is_sound(value := stage.now(), OLD, NEW, NEWER) else [[number, second, value]]
    value = stage.finished(NEWER)
    return torn if value == stage.values[NEWER] else [*torn, [number, second, "then", value]]


def race(stage: Stage, reads: int) -> Scene:
    """Let two processes write different versions again and again, while a third reads."""
    stage.begin()
    pids = [started(stage, order) for order in ([NEW], [NEWER])]
    found = answer(lambda: read_often(stage, reads))
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    killed = sum(ended(pid) for pid in pids)
    sound = {*stage.values.values()}
    bad = (
        found
        if isinstance(found, str)
        else [each for each in found if not sound.issuperset(each.split(" and "))]
    )
    return {
        "bad": bad,
        "killed": killed,
        "changes": changes(found),
        "last": stage.finished(NEW) == stage.values[NEW],
    }


def read_often(stage: Stage, reads: int) -> list[str]:
    """Return what is read, at least so often, and until it has changed a few times or that takes too long."""
    found, end = list[str](), time.monotonic() + LONGEST
    while len(found) < reads or (changes(found) < FEW and time.monotonic() < end):
        found.append(str(stage.writer.read(stage.target)))
    return found


def changes(found: list[str]) -> int:
    """Return how often something else was read than before."""
    return sum(one != other for one, other in pairwise(found))


def full(stage: Stage) -> Scene:
    """Let no file grow beyond a size, be it one that is written outside of Python, for one size after the other."""
    torn, refused, said = [], 0, []
    for size in SIZES:
        stage.begin()
        told = answer(partial(limited, stage, size))
        now = stage.now()
        refused += told is not None
        said.append(told)
        if now != stage.values[NEW if told is None else OLD] or str(told).startswith("refused"):
            torn.append([size, told, now])
    return {
        "told": sorted({each for each in said if each is not None}),
        "refused": refused,
        "sizes": len(SIZES),
        "torn": torn,
    }


def limited(stage: Stage, size: int) -> str | None:
    """Write where files cannot grow beyond a size; return the fault, None where there was none."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        stage.write(NEW)
    except (OSError, OsintkpError) as error:
        return str(error)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return None


SCENES: dict[str, Callable[..., Scene]] = {
    "kills": kills, "kill_at_each_call": kill_at_each_call, "race": race, "full": full,
}  # fmt: skip


def main() -> None:
    """Do what is asked, line by line."""
    for line in sys.stdin:
        asked = json.loads(line)
        stage = Stage(WRITERS[asked.pop("writer")], Path(asked.pop("folder")))
        sys.stdout.write(json.dumps(SCENES[asked.pop("scene")](stage, **asked)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
