"""A cluster of Dask for the tests: two worker processes on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

DISTRIBUTED: Any = import_module("distributed")


@contextmanager
def two_workers() -> Iterator[Any]:
    """Give the client of a cluster with two worker processes, and end it; another may stand beside it, so any port will do."""
    with (
        DISTRIBUTED.LocalCluster(
            n_workers=2,
            processes=True,
            threads_per_worker=1,
            dashboard_address=":0",
            scheduler_kwargs={"dashboard": False},
        ) as cluster,
        DISTRIBUTED.Client(cluster) as client,
    ):
        yield client
