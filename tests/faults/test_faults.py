"""The n-th call fails, for n = 1, 2, ... until a write runs through: afterwards the old version is there, or the new one."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from pathlib import Path
from re import search

import pytest

from faults.injection import Plan, at_work, number_of
from faults.longer import LONG
from faults.writers import NEW, OLD, Writer, folder_for, is_leftover, writers
from osintkp.archives.journal import NAME as JOURNAL
from osintkp.errors import InvalidValueError, OsintkpError

CODES = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR, errno.EMFILE)
WRITERS = writers()
FEWEST, MOST = 5, 300


@pytest.mark.parametrize("name", WRITERS)
def test_a_call_that_fails_leaves_the_old_version_or_the_new(name: str, place: Path) -> None:
    tried = Tried(WRITERS[name], place, OLD)

    for codes, sticky in ways(WRITERS[name]):
        tried.until_it_runs_through(codes, sticky)


@pytest.mark.parametrize("name", [name for name in WRITERS if LONG or name != "store gathered"])
def test_a_call_that_fails_where_nothing_was_leaves_nothing_or_the_new_version(
    name: str, place: Path
) -> None:
    tried = Tried(WRITERS[name], place, None)

    tried.until_it_runs_through(CODES, (False, True))


@pytest.mark.parametrize("name", WRITERS)
def test_what_gets_a_name_is_flushed_before_and_its_folder_after(name: str, place: Path) -> None:
    """A kill cannot show it, as the system keeps what was written: only a power cut could."""
    writer = WRITERS[name]
    target = folder_for(writer, place, OLD)

    with at_work(Plan(root=str(target.parent))) as plan:
        writer.write(target, NEW)

    steps = list(zip(plan.calls, plan.files, strict=True))
    named = [number for number, step in enumerate(steps) if step[0] in ("replace", "exchange")]
    folder = {"codings": target, "drafts": target / "0000"}.get(target.name, target.parent)
    inside = [number_of(each) for each in target.rglob("*")] if "exchange" in plan.calls else []
    for number in named:
        for file in [steps[number][1], *inside]:
            assert ("fsync", file) in steps[:number], steps
        assert ("fsync", number_of(folder)) in steps[number:]
    assert named


def test_a_batch_is_flushed_and_then_its_line_in_the_journal(place: Path) -> None:
    writer = WRITERS["archive"]
    target = folder_for(writer, place, None)

    with at_work(Plan(root=str(target.parent))) as plan:
        writer.write(target, NEW)

    journal, steps = number_of(target / JOURNAL), list(zip(plan.calls, plan.files, strict=True))
    lines = [number for number, step in enumerate(steps) if step == ("write", journal)]
    assert len(lines) > 2
    assert [("fsync", journal)] * len(lines) == [steps[number + 2] for number in lines]
    for batch in target.glob("*/*.jsonl"):
        assert any(("fsync", number_of(batch)) in steps[before:line] for before, line in pairwise(lines))


def ways(writer: Writer) -> Iterator[tuple[Sequence[int], Sequence[bool]]]:
    """Give what goes wrong at each call: every fault for the savings of codings; for the rest a different one at each."""
    if LONG or writer.name.startswith("save"):
        return product([(code,) for code in CODES], [(False,), (True,)])
    return product([CODES], [(False, True)] if writer.outside else [(False,), (True,)])


def says_in_place(error: Exception) -> bool:
    """Tell whether an error says that the new version is there all the same; one that tells of writing says the one or the other."""
    found = search("it is in place|it is saved", str(error)) is not None
    assert getattr(error, "in_place", found) == found
    if not isinstance(error, InvalidValueError):  # which tells of what could not be read
        assert found != ("nothing was changed" in str(error)), error
    return found


class Tried:
    """Tries a writer with one fault after the other, each time from the same beginning."""

    def __init__(self, writer: Writer, folder: Path, start: int | None) -> None:
        self._writer = writer
        self._begun = folder_for(writer, folder / "begun", start).parent
        self._old = writer.read(self._begun / writer.target)
        done = folder_for(writer, folder / "done", OLD)
        writer.write(done, NEW)
        self._new = writer.read(done)
        self._names = {path.relative_to(done.parent) for path in done.parent.rglob("*")}
        self._names |= {path.relative_to(self._begun) for path in self._begun.rglob("*")}
        self.place = folder / "tried" / "here"

    def until_it_runs_through(self, codes: Sequence[int], sticky: Sequence[bool]) -> None:
        """Let the first call fail, then the second ... until there is none left; each in the next way that is named."""
        for number in range(1, MOST, 1 if LONG or self._writer.name != "store gathered" else 3):
            code, stays = codes[number % len(codes)], sticky[number % len(sticky)]
            if not self.once(Plan(root=str(self.place), number=number, code=code, sticky=stays)):
                assert number > FEWEST
                return
        pytest.fail(f"more than {MOST} calls")

    def once(self, plan: Plan) -> bool:
        """Write a new version while a plan is at work, hold what is there against the promise, and tell whether it struck."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self._begun, self.place)
        target = self.place / self._writer.target
        error = None
        try:
            with at_work(plan):
                self._writer.write(target, NEW)
        except (OSError, OsintkpError) as raised:
            error = raised
        self._hold(target, error, plan)
        return plan.struck

    def _hold(self, target: Path, error: Exception | None, plan: Plan) -> None:
        now, where = self._writer.read(target), (plan, str(error))
        left = {path.relative_to(self.place) for path in self.place.rglob("*")} - self._names
        assert all(any(is_leftover(Path(part)) for part in path.parts) for path in left), (left, where)
        if self._writer.by_batches and error is not None:
            self._hold_batches(target)
            return
        assert now in ([self._new] if error is None else [self._old, self._new]), where
        assert (now == self._new) == (error is None or says_in_place(error)), where
        if left and not plan.sticky:
            assert error is not None, (left, where)
            assert says_in_place(error), (left, where)
            self._writer.write(target, NEW)
            assert [] == [path for path in self.place.rglob("*") if is_leftover(path)]

    def _hold_batches(self, target: Path) -> None:
        """Every batch that is there is whole, none that was there is gone, and the reading goes on to the same end."""
        old, now, new = (
            set((each or "").split("\n")) - {""} for each in (self._old, self._writer.read(target), self._new)
        )
        assert {line for line in old | now if not line.startswith(JOURNAL)} <= new
        assert {line for line in old if not line.startswith(JOURNAL)} <= now
        self._writer.write(target, NEW)
        assert self._new == self._writer.read(target)
