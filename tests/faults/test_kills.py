"""Killed processes, full disks and several processes at one target: what is there is one version, whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from faults.longer import LONG, chosen, kills_of
from faults.writers import writers

WRITERS = writers()
NAMES = list(WRITERS)
SHARED = [name for name in NAMES if not WRITERS[name].alone]
HEAVY = [name for name in NAMES if WRITERS[name].outside or name.startswith("table")]
TESTS = Path(__file__).parents[1]
Asked = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def processes() -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Give the processes that start and kill others: one for all that loads much, so that the other is forked quickly."""
    paths = os.pathsep.join([str(TESTS), *sys.path])
    with ExitStack() as stack:

        @cache
        def started(_: str) -> subprocess.Popen[str]:
            run = subprocess.Popen(
                [sys.executable, "-m", "faults.killing"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                env={**os.environ, "PYTHONPATH": paths},
            )  # fmt: skip
            return stack.enter_context(run)

        yield started


@pytest.fixture
def played(processes: Callable[[str], subprocess.Popen[str]], place: Path) -> Asked:
    """Return what plays a scene with a writer in a folder of its own, and tells what came of it."""

    def play(scene: str, writer: str, **asked: object) -> dict[str, Any]:
        process = processes("heavy" if writer in HEAVY else "light")
        assert process.stdin is not None
        assert process.stdout is not None
        line = {"scene": scene, "writer": writer, "folder": str(place), **asked}
        process.stdin.write(json.dumps(line) + "\n")
        process.stdin.flush()
        found: dict[str, Any] = json.loads(process.stdout.readline())
        return found

    return play


@pytest.mark.parametrize("name", NAMES)
def test_a_process_that_is_killed_at_any_moment_leaves_a_whole_version(name: str, played: Asked) -> None:
    found = played("kills", name, count=kills_of(name), seed=len(name))

    assert [] == found["torn"]
    assert (kills_of(name), True) == (found["killed"], found["last"])


AT_EACH_CALL = chosen(NAMES, "save one.toml*", "save codings*", "export csv", "store", "archive")
IN_A_RACE = chosen(SHARED, "save *", "export csv", "table of claims", "store", "osintkp read as TOML")
ON_A_FULL_DISK = chosen(
    NAMES, "save codings with*", "export csv", "table of claims", "store*", "findings of*"
)


@pytest.mark.parametrize("name", AT_EACH_CALL)
def test_a_process_that_is_killed_at_its_nth_call_leaves_the_old_version_or_the_new(
    name: str, played: Asked
) -> None:
    found = played(
        "kill_at_each_call", name, step=3 if name.startswith("store") and not LONG else 1, compound=4
    )

    assert [] == found["torn"]
    assert 5 < found["calls"] == found["killed"]


@pytest.mark.parametrize("name", IN_A_RACE)
def test_two_writers_and_a_reader_at_one_target_disturb_each_other_in_nothing(
    name: str, played: Asked
) -> None:
    found = played("race", name, reads=200 if LONG else 20)

    assert [] == found["bad"]
    assert (2, True) == (found["killed"], found["last"])
    assert found["changes"] > 0


@pytest.mark.parametrize("name", ON_A_FULL_DISK)
def test_a_disk_that_is_full_leaves_the_old_version(name: str, played: Asked) -> None:
    found = played("full", name)

    assert [] == found["torn"]
    assert 3 < found["refused"] < found["sizes"]
    assert all("nothing was changed" in told or "File too large" in told for told in found["told"])
