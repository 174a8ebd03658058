"""
The command line. A file in this folder is its registration.

A module ``command/<name>.py`` has a docstring whose first line is its help, ``add(parser)``, which tells argparse what the
command takes, and ``run(given)``, which does it and returns the exit status.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from osintkp.command._output import UNUSABLE
from osintkp.errors import OsintkpError

__all__ = ["main", "parser", "run"]


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run one command and return its exit status: 0 clean, 1 findings at or above ``--fail-on``, 2 unusable input.

    Example:
        >>> main(["explain", "no-such-check"])
        2
    """
    given = parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except OsintkpError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.strerror or error}: {error.filename!a}", file=sys.stderr)
    return UNUSABLE


def run() -> None:
    """Run the command that the process was started with, and leave with its exit status."""
    sys.exit(main())


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line, every command in alphabetical order."""
    made = argparse.ArgumentParser(
        prog="osintkp", description="Claims from reporting, held against each other."
    )
    made.add_argument("--version", action="version", version=_version())
    if find_spec("shtab") is not None:
        import_module("shtab").add_argument_to(made)  # --print-completion bash, zsh or tcsh
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    for name in sorted(info.name for info in iter_modules(__path__) if not info.name.startswith("_")):
        module = import_module(f"{__name__}.{name}")
        first = (module.__doc__ or "").strip().partition("\n")[0]
        command = commands.add_parser(name, help=first[:1].lower() + first[1:].rstrip("."), description=first)
        module.add(command)
        command.set_defaults(run=module.run)
    return made


def _version() -> str:
    import osintkp

    return f"osintkp {osintkp.__version__}"
