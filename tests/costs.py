"""
What code costs, for tests of growth: CPU time, collection of garbage paused, the least of three runs.

A busy machine makes a run longer and never shorter; and a collection late in a long run of tests goes through all that they
left, which is no part of what is measured.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

RUNS = 3


def cost(act: Callable[[], object]) -> float:
    """Return the CPU time in seconds that some code takes, after one run that warms it up."""
    act()
    return min(once(act) for _ in range(RUNS))


def once(act: Callable[[], object]) -> float:
    """Return the CPU time in seconds of one run, in which no garbage is collected."""
    running = gc.isenabled()
    gc.disable()
    try:
        begun = process_time()
        act()
        return process_time() - begun
    finally:
        if running:
            gc.enable()
