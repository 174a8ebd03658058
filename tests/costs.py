"""What code costs, for tests of growth: CPU time, the least of three runs, so that a busy machine does not count."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

RUNS = 3


def cost(act: Callable[[], object]) -> float:
    """Return the CPU time in seconds that some code takes, after one run that warms it up."""
    act()
    return min(_once(act) for _ in range(RUNS))


def _once(act: Callable[[], object]) -> float:
    begun = process_time()
    act()
    return process_time() - begun
