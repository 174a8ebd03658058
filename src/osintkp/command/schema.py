"""Print the JSON Schema of a coding, for an outside reader to fill."""

from __future__ import annotations

import argparse
import json

from osintkp.command._output import CLEAN, put, takes_target
from osintkp.writing import inside


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    takes_target(parser, "the schema")


def run(given: argparse.Namespace) -> int:
    """Print the schema."""
    import osintkp

    target = None if given.to is None else inside(given.to, "osintkp.schema.json")
    put(json.dumps(osintkp.schema(), indent=2) + "\n", target)
    return CLEAN
