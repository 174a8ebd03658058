"""
How much longer twice as much takes: CPU time, collection of garbage paused, the least of several runs.

A busy machine makes single runs longer and never shorter, so that the least of them counts; what is too short to tell is not
judged; and what looks too long is asked again, at twice the size, before it is told.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from costs import once

MOST = 2.6  # twice as much takes twice as long; four times as long where something looks at every two
SURELY = 2.3  # below which one run of each is enough
FLOOR = 0.02  # seconds, below which nothing is judged
LONG = 2.0  # seconds, from which one run of each tells
RUNS, TRIES = 3, 3
Act = Callable[[], object]
Make = Callable[[int], Act]


def seconds(make: Make, size: int, *, floor: float = 0.0) -> float:
    """Return the least CPU time of what is made for a size, made anew for each run; of one run where that is below the floor."""
    least = float("inf")
    for _ in range(RUNS):
        least = min(least, once(make(size)))
        if least < floor:
            break
    return least


def growth(make: Make, size: int) -> float:
    """
    Return how much longer twice a size takes; 0 where it takes too little time to tell.

    Args:
        make: Gives what is to be done, by its size; what it prepares is not counted.
        size: The smaller size.
    """
    long = once(make(2 * size))
    if long < FLOOR:
        return 0.0
    gc.collect()
    ratio = long / once(make(size))
    if ratio < SURELY or (long > LONG and ratio > MOST):
        return ratio
    for _ in range(TRIES):
        long = seconds(make, 2 * size, floor=FLOOR)
        ratio = 0.0 if long < FLOOR else long / seconds(make, size)
        if ratio < MOST:
            break
        size *= 2
    return ratio
