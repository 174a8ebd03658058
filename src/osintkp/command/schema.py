"""Print the JSON Schema of a coding, for an outside reader to fill."""

from __future__ import annotations

import argparse
import json

from osintkp.command._output import CLEAN, put, takes_target


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    takes_target(parser, "the schema")


def run(given: argparse.Namespace) -> int:
    """Print the schema."""
    import osintkp

    put(json.dumps(osintkp.schema(), indent=2), given.to)
    return CLEAN
