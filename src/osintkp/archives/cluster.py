"""Reading on a cluster of Dask: the articles of a batch go one way, the lines of their coding come back."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from typing import Any

from osintkp.archives.batches import Batch
from osintkp.archives.drafting import Outcome, Settings, drafted, joined
from osintkp.archives.workers import AHEAD, Entries, Readers, deadly
from osintkp.extras import extra

RETRIES = 3


def on_cluster(client: Any) -> Readers:
    """
    Return what reads batches on the workers of a cluster, for ``read_archive(..., over=...)``.

    The archive and the folder of the drafts are read and written here alone; the workers need this library and nothing else.
    A batch whose worker is lost is read again by another; one that takes several workers with it is read article by article,
    and the article that ends a worker is a problem.

    Args:
        client: The ``distributed.Client`` of the cluster.

    Raises:
        MissingExtraError: distributed is not installed.
    """
    package = extra("distributed", "dask", "reading on a cluster")

    def begun(entries: Entries, settings: Settings) -> Any:
        return client.submit(drafted, entries, settings, pure=False, retries=RETRIES)

    def ended(entries: Entries, settings: Settings, future: Any) -> Outcome:
        try:
            outcome: Outcome = future.result()
        except package.KilledWorker:
            if len(entries) == 1:
                return deadly(entries[0])
            return joined(ended((entry,), settings, begun((entry,), settings)) for entry in entries)
        finally:
            future.release()
        return outcome

    def read_all(batches: Iterable[Batch], settings: Settings) -> Generator[tuple[Batch, Outcome]]:
        most = max(1, AHEAD * sum(client.nthreads().values()))
        waiting = deque[tuple[Batch, Any]]()
        try:
            for batch in batches:
                waiting.append((batch, begun(batch.entries, settings)))
                if len(waiting) >= most:
                    first, future = waiting.popleft()
                    yield first, ended(first.entries, settings, future)
            while waiting:
                first, future = waiting.popleft()
                yield first, ended(first.entries, settings, future)
        finally:
            client.cancel([future for _, future in waiting])

    return read_all
