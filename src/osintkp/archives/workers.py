"""Workers: batches go to processes, and come back in order whatever happens to a process."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from osintkp.archives.articles import Article
from osintkp.archives.batches import Batch
from osintkp.archives.drafting import Outcome, Settings, drafted, joined
from osintkp.errors import InvalidValueError
from osintkp.problems import Problem

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

AHEAD = 4  # batches in flight for each worker: enough that one slow batch holds up nobody
WARMING = "Chad sent about 40 trucks to Sudan in May 2023, the UN said."
Entries = tuple[Article | Problem, ...]
Readers = Callable[[Iterable[Batch], Settings], Generator[tuple[Batch, Outcome]]]


def cores() -> int:
    """Return how many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1


def outcomes(batches: Iterable[Batch], settings: Settings, jobs: int) -> Generator[tuple[Batch, Outcome]]:
    """
    Give the outcome of each batch, in order.

    Args:
        batches: The batches; no more are taken than there is work for.
        settings: What the drafts depend on.
        jobs: How many processes read; 1 reads in this one.

    Raises:
        InvalidValueError: No process could be started (``no-workers``).
    """
    if jobs == 1:
        yield from ((batch, drafted(batch.entries, settings)) for batch in batches)
        return
    with Pool(jobs, settings) as pool:
        waiting: deque[tuple[Batch, Future[Outcome] | None]] = deque()
        for batch in batches:
            waiting.append((batch, pool.begun(batch.entries)))
            if len(waiting) >= jobs * AHEAD:
                yield pool.ended(*waiting.popleft())
        while waiting:
            yield pool.ended(*waiting.popleft())


class Pool:
    """
    Processes that read, replaced where one of them dies.

    What was under way when a process died is read again by a process of its own; if that one dies too, article by article:
    the one that ends it is a problem, and the rest are read.

    Args:
        jobs: How many processes.
        settings: What the drafts depend on.
    """

    def __init__(self, jobs: int, settings: Settings) -> None:
        self._jobs, self._settings = jobs, settings
        self._many = _Processes(jobs)
        self._one = _Processes(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: object, *_: object) -> None:
        for processes in (self._many, self._one):
            processes.stop(at_once=error is not None)

    def begun(self, entries: Entries) -> Future[Outcome] | None:
        """Give a batch to the processes; None where they have died, as is told when it is to be ended."""
        return self._many.begun(entries, self._settings)

    def ended(self, batch: Batch, begun: Future[Outcome] | None) -> tuple[Batch, Outcome]:
        """Return the outcome of a batch that was begun."""
        try:
            if begun is not None:
                return batch, begun.result()
        except BrokenProcessPool:
            pass  # the others go on in fresh ones
        return batch, self._carefully(batch.entries)

    def _carefully(self, entries: Entries) -> Outcome:
        whole = self._alone(entries)
        return whole or joined(self._alone((entry,)) or deadly(entry) for entry in entries)

    def _alone(self, entries: Entries) -> Outcome | None:
        """Return the outcome of what a process reads that has nothing else to do; None where it dies of it."""
        begun = self._one.begun(entries, self._settings)
        try:
            return None if begun is None else begun.result()
        except BrokenProcessPool:
            return None


class _Processes:
    """A pool that is made when it is first needed, and again after one of its processes died."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._life: Connection | None = None

    def begun(self, entries: Entries, settings: Settings) -> Future[Outcome] | None:
        for _ in range(2):
            if self._pool is None:
                self._pool, self._life = _started(self._jobs)
            try:
                return self._pool.submit(drafted, entries, settings)
            except BrokenProcessPool:
                self.stop()
        return None

    def stop(self, *, at_once: bool = False) -> None:
        if self._pool is None or self._life is None:
            return
        if at_once:
            self._life.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._life.close()
        self._pool = self._life = None


def _started(jobs: int) -> tuple[ProcessPoolExecutor, Connection]:
    """Return processes, and the end of a pipe: when it is closed, be it as this process is killed, they end at once."""
    from multiprocessing import get_context

    context = get_context("spawn")
    heard, life = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(heard,))
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool:
        what = "a process that reads could not be started"
        fix = 'in a script, call it below `if __name__ == "__main__":`; or read with jobs=1'
        raise InvalidValueError("no-workers", what, jobs, fix) from None
    return pool, life


def _begin(heard: Connection) -> None:
    """Make a fresh process ready: it ends with the pipe, and has read once what every article needs."""
    import gc
    import signal
    from threading import Thread

    from osintkp.reading.reader import read

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with, args=(heard,), daemon=True).start()
    read(WARMING)
    gc.collect()
    gc.freeze()


def _end_with(heard: Connection) -> None:
    """End this process when the other end of a pipe is closed: nobody would take what is read."""
    with suppress(OSError):  # as some systems tell of a closed pipe
        heard.poll(None)
    os._exit(1)


def deadly(entry: Article | Problem) -> Outcome:
    """Return the outcome of an article that ended the process which read it."""
    if isinstance(entry, Problem):
        return Outcome(problems=(entry,))
    what, fix = "a process died while it read this article", "please report it with the article"
    return Outcome(problems=(entry.problem(InvalidValueError("reader-killed", what, None, fix)),))
