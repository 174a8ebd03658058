"""Schedulers: what runs one function on many things, here or elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, Protocol

from osintkp.errors import InvalidValueError


class Scheduler(Protocol):
    """Runs a function on each of some things, and gives what it returns as it comes, in any order."""

    def __call__(self, run: Callable[[int], Any], parts: Sequence[int]) -> Iterable[Any]:
        """Give what the function returns of each part."""


def in_turn(run: Callable[[int], Any], parts: Sequence[int]) -> Iterator[Any]:
    """
    Run a function on one thing after the other, in this process.

    Example:
        >>> list(in_turn(abs, [-1, 2]))
        [1, 2]
    """
    return map(run, parts)


def in_processes(jobs: int) -> Scheduler:
    """
    Return what runs a function on several things at once.

    The processes are started anew, so a script needs ``if __name__ == "__main__":``.

    Args:
        jobs: How many at once.

    Raises:
        InvalidValueError: ``jobs`` is below 1 (``out-of-range``).
    """
    if jobs < 1:
        raise InvalidValueError("out-of-range", "there are no processes to check in", jobs, "give 1 or more")

    def run_all(run: Callable[[int], Any], parts: Sequence[int]) -> Iterator[Any]:
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            yield from pool.map(run, parts)

    return run_all
