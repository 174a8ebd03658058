"""How much is tried: a little in every run, much with OSINTKP_LONG=1."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase as fnmatch

LONG = os.environ.get("OSINTKP_LONG") == "1"
SLOW = ("store gathered", "findings of a store", "osintkp")


def kills_of(name: str) -> int:
    """Return how many processes are killed that write in some way; a command writes as the export that it calls."""
    if LONG:
        return 100
    return 7 if name.startswith(SLOW) else 20


def chosen(names: list[str], *patterns: str) -> list[str]:
    """Return the names that are like one of some patterns; all where much is tried."""
    found = [name for name in names if LONG or any(fnmatch(name, pattern) for pattern in patterns)]
    assert len(found) >= len(patterns)
    return found
