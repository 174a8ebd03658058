"""
More than one machine's memory: reading archives and checking stores part by part, on whatever moves the parts.

Example:
    >>> from tempfile import TemporaryDirectory
    >>> from osintkp import load_seeds, scale
    >>> with TemporaryDirectory() as folder:
    ...     load_seeds().to_parquet(f"{folder}/seeds")
    ...     scale.check(f"{folder}/seeds", ["figures-conflict"]) == load_seeds().check(["figures-conflict"])
    True
"""

from __future__ import annotations

from osintkp.archives.cluster import on_cluster
from osintkp.archives.reading import read_archive as read
from osintkp.sharded import (
    Scheduler,
    Task,
    Written,
    check,
    findings_in,
    in_dask,
    in_processes,
    in_turn,
    step_over,
)

__all__ = [
    "Scheduler", "Task", "Written", "check", "findings_in", "in_dask", "in_processes", "in_turn",
    "on_cluster", "read", "step_over",
]  # fmt: skip
