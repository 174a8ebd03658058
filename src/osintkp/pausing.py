"""Importing, loading and checking make many objects and few circles: garbage collection rests meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

MANY, A_LOT = 10_000, 300_000
END = object()
Given = TypeVar("Given")


@contextmanager
def collection_paused() -> Iterator[None]:
    """
    Pause the collection of garbage, and leave it as it was whatever happens.

    Where very much was made meanwhile it counts as old from then on: else the next few objects anybody makes would set off a
    look through all of it, which takes longer than the making.

    Example:
        >>> with collection_paused():
        ...     gc.isenabled()
        False
        >>> gc.isenabled()
        True
    """
    ran = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ran:
            try:
                _age()
            finally:  # nothing at all may be left of the stack
                gc.enable()


def paused_at_work(given: Iterator[Given]) -> Iterator[Given]:
    """
    Give what an iterator gives, with collection paused while it works, and as it was while it waits to be asked for more.

    Example:
        >>> [gc.isenabled() for _ in paused_at_work(iter("ab"))]
        [True, True]
    """
    while True:
        with collection_paused():
            found = next(given, END)
        if found is END:
            return
        yield cast("Given", found)


def _age() -> None:
    """
    Make all objects old ones if many were made; freezing and thawing moves them without looking at any.

    The collector counts what grows old, to know when to look through all; what is moved past it is not counted. So nothing is
    moved where there was much more before, and all is looked through where there was more than twice as much: of what comes
    and goes three times its size can pile up, and no more.
    Where somebody has frozen objects nothing is moved, for it would thaw them.
    """
    made = gc.get_count()[0]
    if made < MANY or not hasattr(gc, "freeze") or gc.get_freeze_count():
        return
    old = len(gc.get_objects(generation=2))
    if old < 4 * made:
        gc.freeze()
        gc.unfreeze()
        if old > max(A_LOT, 2 * made):
            gc.collect()
