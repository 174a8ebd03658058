"""
Checking what does not fit memory, on one machine or on many: the same checks on the same groups.

A store is read in parts. Steps that may run anywhere (:mod:`osintkp.scale.steps`) take numbers of parts as a batch of Arrow
and give batches of Arrow; what has to stand in one place, the plan of which groups are looked into where, is a table of
numbers that DuckDB keeps on disk.
"""

from osintkp.scale.checking import check
from osintkp.scale.schedulers import in_processes, in_turn

__all__ = ["check", "in_processes", "in_turn"]
