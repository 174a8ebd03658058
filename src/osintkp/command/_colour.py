"""Findings in colour where a person looks at them and rich is installed; plain text everywhere else."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from osintkp.findings import Findings
from osintkp.vocabulary.scales import Severity

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def told(findings: Findings) -> None:
    """Print findings; the words are the same with colours and without."""
    if not sys.stdout.isatty() or find_spec("rich") is None:
        print(findings)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line in str(findings).split("\n"):
        head = line.partition(" ")[0].lower()
        console.print(Text(line, style=COLOURS[Severity(head)] if head in set(Severity) else ""))
