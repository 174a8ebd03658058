"""
Checking what does not fit memory, on one machine or on many: the same checks on the same groups.

A store is read in parts. Steps that may run anywhere (:mod:`osintkp.sharded.steps`) take numbers of parts as a batch of Arrow
and give batches of Arrow; what has to stand in one place, the plan of which groups are looked into where, is a table of
numbers that DuckDB keeps on disk.
"""

from osintkp.sharded.checking import check
from osintkp.sharded.dask import in_dask
from osintkp.sharded.output import Written, findings_in
from osintkp.sharded.schedulers import Scheduler, in_processes, in_turn
from osintkp.sharded.tasks import Task, step_over

__all__ = [
    "Scheduler", "Task", "Written", "check", "findings_in", "in_dask", "in_processes", "in_turn", "step_over",
]  # fmt: skip
