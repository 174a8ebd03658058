"""Importing, loading and checking make many objects and few circles: garbage collection rests meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """
    Pause the collection of garbage, and leave it as it was whatever happens.

    What was made meanwhile counts as old from then on: else the next few objects anybody makes would set off a look through all
    of it, which takes longer than the making. Where somebody has frozen objects that is left out, for it would thaw them.

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
            _age()
            gc.enable()


def _age() -> None:
    """Make every object an old one; freezing and thawing moves them without looking at any."""
    if hasattr(gc, "get_freeze_count") and not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
