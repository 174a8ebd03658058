"""Seal codings that you have changed or written, so that a load refuses what is altered from now on."""

from __future__ import annotations

import argparse

from osintkp.command._output import CLEAN, completed, say
from osintkp.inert import printable


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    paths = parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a folder, .toml, .json or .jsonl file"
    )
    completed(paths, "file")


def run(given: argparse.Namespace) -> int:
    """Seal each path; which files were changed is shown."""
    from osintkp.coding.sealing import seal

    for path in given.paths:
        for file in seal(path):
            say(f"sealed {printable(str(file))}")
    return CLEAN
