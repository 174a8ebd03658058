"""Steps on a cluster of Dask: what crosses is a number of a part one way, and bytes of Arrow the other."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from osintkp.extras import extra
from osintkp.sharded.schedulers import Scheduler
from osintkp.sharded.tasks import Task, packed, unpacked

if TYPE_CHECKING:
    import pyarrow as pa

RETRIES = 3
IN_FLIGHT = 2


def in_dask(client: Any) -> Scheduler:
    """
    Return what runs a task on the workers of a cluster; a part whose worker is lost is done again by another.

    Only some parts for each thread of a worker are asked for at a time, so the memory of this process does not grow with
    the store. The workers need this library, and have to reach the folder of the store and ``scratch=`` under the names that
    they have here.

    Args:
        client: The ``distributed.Client`` of the cluster.

    Raises:
        MissingExtraError: distributed is not installed.
    """
    package = extra("distributed", "dask", "checking on a cluster")

    def run_all(task: Task, parts: Sequence[int]) -> Iterator[Iterable[pa.RecordBatch]]:
        # A task of its own makes it out of its bytes: unlike scattered data it is made again when a worker is lost.
        sent = client.submit(pickle.loads, pickle.dumps(task), pure=False, retries=RETRIES)
        remaining, running = iter(parts), package.as_completed()
        open_ = set[Any]()

        def ask(count: int) -> None:
            for part in islice(remaining, count):
                future = client.submit(_done, sent, part, pure=False, retries=RETRIES)
                open_.add(future)
                running.add(future)

        try:
            ask(max(1, IN_FLIGHT * sum(client.nthreads().values())))
            for future in running:
                told = _result(future, package)
                open_.discard(future)
                future.release()
                ask(1)
                yield unpacked(told)
        finally:
            client.cancel([*open_, sent])

    return run_all


def _done(task: Task, part: int) -> bytes:
    return packed(task.of(part))


def _result(future: Any, package: Any) -> bytes:
    try:
        found: bytes = future.result()
    except package.KilledWorker as error:
        what = f"a part was given up: {error.allowed_failures + 1} workers that had it were lost one after the other"
        raise RuntimeError(f"{what}; give the workers more memory, or look into their logs") from None
    return found
