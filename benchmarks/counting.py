"""
How many calls loading and checking take, a claim: a measure of cost that is the same on every machine.

Counted are the calls of Python functions and of those of C, by the profiler, in this process, on a corpus by chance and without
extras. Seconds differ from run to run; this does not. A test holds the figures against bounds.

Run it with ``python benchmarks/counting.py 400 1600``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from cProfile import Profile
from pathlib import Path
from tempfile import TemporaryDirectory

from corpora import write
from parts import EXTRAS

SEED = 4


def calls(act: Callable[[], object]) -> int:
    """Return how many calls an act makes."""
    profile = Profile()
    profile.runcall(act)
    profile.create_stats()
    return sum(counted for _, counted, *_ in profile.stats.values())


def counted(size: int) -> dict[str, float]:
    """Return the calls a claim of loading, of one check on figures and of all checks."""
    import osintkp

    osintkp.load_seeds().check()  # what is read and worked out once, whatever is checked
    with TemporaryDirectory() as place:
        write(size, Path(place), SEED)
        first, second = osintkp.load(place), osintkp.load(place)
        found = {
            "load": calls(lambda: osintkp.load(place)),
            "figures-conflict": calls(lambda: first.check(select=["figures-conflict"])),
            "all checks": calls(second.check),
        }
    return {name: count / size for name, count in found.items()}


if __name__ == "__main__":
    for name in EXTRAS:
        sys.modules[name] = None  # type: ignore[assignment]  # this is how Python is told that there is no such package
    print(json.dumps({size: counted(int(size)) for size in sys.argv[1:]}))
