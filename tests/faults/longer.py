"""How much is tried: a little in every run, much with OSINTKP_LONG=1."""

from __future__ import annotations

import os

LONG = os.environ.get("OSINTKP_LONG") == "1"
SLOW = ("store gathered", "findings of a store", "osintkp")


def kills_of(name: str) -> int:
    """Return how many processes are killed that write in some way; a command writes as the export that it calls."""
    if LONG:
        return 100
    return 7 if name.startswith(SLOW) else 20


def chosen(names: list[str], *some: str) -> list[str]:
    """Return those names that begin with some words; all where much is tried."""
    found = [name for name in names if LONG or name.startswith(some)]
    assert len(found) >= len(some)
    return found
