"""Schedulers: what runs a task on many parts, here or elsewhere."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Protocol

from osintkp.errors import InvalidValueError
from osintkp.sharded.tasks import Task, packed, parts_of, unpacked

if TYPE_CHECKING:
    import pyarrow as pa


class Scheduler(Protocol):
    """
    Runs a task on some parts, and gives the batches of each as they come, in any order.

    Whatever keeps this may be one: what a task gives of a part is the same wherever and however often it runs.
    """

    def __call__(self, task: Task, parts: Sequence[int]) -> Iterable[Iterable[pa.RecordBatch]]:
        """Give what the task gives of each part."""


def in_turn(task: Task, parts: Sequence[int]) -> Iterator[Iterable[pa.RecordBatch]]:
    """Run a task on one part after the other, in this process."""
    return (task([parts_of([part])]) for part in parts)


def in_processes(jobs: int) -> Scheduler:
    """
    Return what runs a task on several parts at once.

    The processes are started anew, so a script needs ``if __name__ == "__main__":``.

    Args:
        jobs: How many at once.

    Raises:
        InvalidValueError: ``jobs`` is below 1 (``out-of-range``).
    """
    if type(jobs) is not int or jobs < 1:
        raise InvalidValueError("out-of-range", "there are no processes to check in", jobs, "give 1 or more")

    def run_all(task: Task, parts: Sequence[int]) -> Iterator[Iterable[pa.RecordBatch]]:
        sent, remaining = pickle.dumps(task), iter(parts)
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            running = {pool.submit(_done, sent, part) for part in islice(remaining, 2 * jobs)}
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for each in done:
                    running |= {pool.submit(_done, sent, part) for part in islice(remaining, 1)}
                    yield unpacked(each.result())

    return run_all


def _done(sent: bytes, part: int) -> bytes:
    task: Task = pickle.loads(sent)  # noqa: S301  the process that started this one has made it
    return packed(task.of(part))
