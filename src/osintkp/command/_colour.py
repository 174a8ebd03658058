"""Lines in colour where a person looks at them and rich is installed; the same plain text everywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.util import find_spec

from osintkp.command._output import inert, is_terminal, say
from osintkp.vocabulary.scales import Severity

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
Line = tuple[str, str]  # the words, and the style that rich gives them


def graded(text: str) -> Iterable[Line]:
    r"""
    Give the lines of findings, those that begin with a severity in its colour.

    Example:
        >>> list(graded("ERROR   QTY101 figures-conflict\n    words"))
        [('ERROR   QTY101 figures-conflict', 'bold red'), ('    words', '')]
    """
    for line in text.split("\n"):
        head = line.partition(" ")[0].lower()
        yield line, COLOURS[Severity(head)] if head in set(Severity) else ""


def coloured(lines: Iterable[Line]) -> None:
    """Print lines; the words are the same with colours and without, and inert."""
    if not is_terminal(sys.stdout) or find_spec("rich") is None:
        say("\n".join(line for line, _ in lines))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line, style in lines:
        console.print(Text(inert(line), style=style))
