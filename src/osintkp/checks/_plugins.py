"""Checks that other installed packages bring, found through the entry points ``osintkp.checks``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from osintkp.checks._check import Check

GROUP = "osintkp.checks"


def plugins() -> tuple[Check, ...]:
    """
    Return the checks of installed packages, ordered by name.

    Reading the metadata of every package costs more than all checks of a few articles, so that the files of entry
    points are first searched for the name of the group alone.

    Example:
        >>> all(check.page for check in plugins())
        True
    """
    return _plugins(tuple(sys.path))


@cache
def _plugins(path: tuple[str, ...]) -> tuple[Check, ...]:
    if not any(_mentions(file) for folder in path for file in _files(Path(folder))):
        return ()
    from importlib.metadata import entry_points

    found = {point.name: Check.of(point.load()) for point in entry_points(group=GROUP)}
    return tuple(check for _, check in sorted(found.items()))


def _files(folder: Path) -> Iterator[Path]:
    try:
        names = [each for each in folder.iterdir() if each.suffix in (".dist-info", ".egg-info")]
    except OSError:
        return
    for each in names:
        yield each / "entry_points.txt"


def _mentions(file: Path) -> bool:
    try:
        return GROUP.encode() in file.read_bytes()
    except OSError:
        return False
