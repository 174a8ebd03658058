"""
The command line. A file in this folder is its registration.

A module ``command/<name>.py`` has a docstring whose first line is its help, ``add(parser)``, which tells argparse what the
command takes, and ``run(given)``, which does it and returns the exit status.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from io import TextIOWrapper
from pkgutil import iter_modules
from typing import NoReturn

from osintkp.command._output import INTERRUPTED, UNHEARD, UNUSABLE, inert, tell
from osintkp.errors import MissingExtraError, OsintkpError, shown

__all__ = ["main", "parser", "run"]

TRACEBACK = "OSINTKP_TRACEBACK"


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run one command and return its exit status: 0 clean, 1 findings at or above ``--fail-on``, 2 unusable input.

    Nothing is raised, whatever goes wrong: a fault is told in a line on standard error. As in any shell, the status is
    130 for a command that was interrupted, and 141 for one whose reader went away.

    Args:
        arguments: The words of the command line; None for those that the process was started with.

    Example:
        >>> main(["explain", "no-such-check"])
        2
    """
    try:
        given = parser().parse_args(arguments)
        return int(given.run(given))
    except SystemExit as left:  # argparse has told what is wrong, or what was asked for
        return left.code if isinstance(left.code, int) else UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return UNHEARD
    except OsintkpError as error:
        tell(str(error))
    except OSError as error:
        tell(_told(error))
    except Exception as error:  # noqa: BLE001  a person at a terminal is told in a line; the rest is one variable away
        _tell_of_a_bug(error)
    return UNUSABLE


def run() -> None:
    """Run the command that the process was started with, and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # None where it is closed
            stream.reconfigure(errors="backslashreplace")
    status = main()
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        status = _unwritten(error)
    sys.exit(status)


def _unwritten(error: OSError) -> int:
    """Return the status where the last words cannot be written, and let Python try no second time as it leaves."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return UNHEARD
    tell(_told(error))
    return UNUSABLE


def _told(error: OSError) -> str:
    what = error.strerror or type(error).__name__
    return what if error.filename is None else f"{what}: {shown(error.filename)}"


def _tell_of_a_bug(error: Exception) -> None:
    if os.environ.get(TRACEBACK):
        from traceback import format_exc

        tell(format_exc())
    fix = f"set {TRACEBACK}=1 to see where, and please report it"
    tell(f"this is a fault of osintkp itself ({type(error).__name__}: {shown(str(error))}); {fix}")


class _Parser(argparse.ArgumentParser):
    """What reads a command line, and is not steered by what stands in it."""

    def error(self, message: str) -> NoReturn:
        super().error(inert(message))


class _Completion(argparse.Action):
    """What stands for shell completion where nothing that makes it is installed."""

    def __call__(self, *_: object) -> NoReturn:
        raise MissingExtraError("shell completion", "shtab", "cli")


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line, every command in alphabetical order."""
    made = _Parser(prog="osintkp", description="Claims from reporting, held against each other.")
    made.add_argument("--version", action="version", version=_version())
    if find_spec("shtab") is None:
        made.add_argument("--print-completion", action=_Completion, metavar="SHELL", help=argparse.SUPPRESS)
    else:
        import_module("shtab").add_argument_to(made)  # --print-completion bash, zsh, tcsh, fish ...
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
