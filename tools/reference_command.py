"""The reference page on the command line: what each command takes, from what reads it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from reference_text import table

from osintkp.command import parser

LEFT_OUT = {"help", "print_completion"}


def command_page(mark: str) -> str:
    """
    Return the page.

    Args:
        mark: The line that says that a page is built.
    """
    every = commands()
    lines = ["# The command line", "", mark, "", *_COMMANDS, ""]
    lines += table(
        ("command", "what"), ((f"[`{name}`](#{name})", said(each)) for name, each in every.items())
    )
    for name, each in every.items():
        lines += ["", f"## {name}", "", said(each), "", f"    {usage(each)}", ""]
        lines += table(("given", "what"), arguments(each))
    return "\n".join([*lines, ""])


_COMMANDS = """
`osintkp` and `python -m osintkp` are the same.
The exit status is 0 where all is well, 1 where a finding is as grave as `--fail-on` or graver, 2 where the input cannot be used.
Findings and documents go to standard output, everything else to standard error.
With `osintkp[cli]` findings have colours in a terminal, and `osintkp --print-completion bash` (or `zsh`, `tcsh`) prints what a shell needs to complete commands.
""".strip().splitlines()


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return what reads each command, by its name."""
    found = next(each for each in parser()._actions if isinstance(each, argparse._SubParsersAction))  # noqa: SLF001  argparse has no other door
    return dict(found.choices)


def said(command: argparse.ArgumentParser) -> str:
    """Return what a command says of itself."""
    return plain(command.description or "")


def usage(command: argparse.ArgumentParser) -> str:
    """Return how a command is written: what it needs, in order."""
    needed = [each for each in shown(command) if not each.option_strings]
    names = (f"{each.metavar or each.dest}{' ...' if each.nargs in ('+', '*') else ''}" for each in needed)
    return " ".join([command.prog, *names, "[options]"])


def arguments(command: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Give a row for each thing that a command takes."""
    for each in shown(command):
        yield name(each), about(each)


def shown(command: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return what a command takes, without what every command takes."""
    return [
        each
        for each in command._actions  # noqa: SLF001  argparse has no other door
        if each.dest not in LEFT_OUT and each.help is not argparse.SUPPRESS
    ]


def name(action: argparse.Action) -> str:
    """Return how an argument is given."""
    takes = (
        "" if action.nargs == 0 or action.choices is not None else f" {action.metavar or action.dest.upper()}"
    )
    if not action.option_strings:
        return f"`{action.metavar or action.dest}`"
    return ", ".join(f"`{option}{takes}`" for option in action.option_strings)


def about(action: argparse.Action) -> str:
    """Return what an argument is for: its help, its words, its default."""
    parts = [plain(action.help or "")]
    if action.choices is not None and "one of" not in parts[0]:
        parts.append("one of " + ", ".join(f"`{word}`" for word in action.choices))
    if action.default not in (None, False, [], argparse.SUPPRESS) and f"({action.default}" not in parts[0]:
        parts.append(f"default `{action.default}`")
    return "; ".join(filter(None, parts))


def plain(text: str) -> str:
    """Return a help text as it is printed."""
    return " ".join(text.replace("%%", "%").split())
