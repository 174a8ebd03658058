"""Tell whether codings, texts and stores are as they were saved."""

from __future__ import annotations

import argparse

from osintkp.command._output import CLEAN, FOUND, completed, put, say, takes_target, waiting


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    path = parser.add_argument("path", metavar="PATH", help="a folder, a coding file or a store")
    completed(path, "file")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    takes_target(parser, "the result")


def run(given: argparse.Namespace) -> int:
    """Verify; the status is 0 only where every file is intact."""
    from osintkp.verifying import verify

    with waiting("verifying"):
        found = verify(given.path)
    if given.json:
        put(found.to_json(), given.to)
    elif given.to is not None:
        put(f"{found}\n", given.to)
    else:
        say(str(found))
    return CLEAN if found.intact else FOUND
