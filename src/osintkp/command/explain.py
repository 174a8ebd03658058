"""Print the page of a check."""

from __future__ import annotations

import argparse

from osintkp.command._output import CLEAN, say


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    parser.add_argument("name", metavar="CODE", help="a code, a name or a family")


def run(given: argparse.Namespace) -> int:
    """Print the page of a check, or what an error's code stands for."""
    import osintkp

    say(osintkp.explain(given.name))
    return CLEAN
