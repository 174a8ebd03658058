"""The command line as a process, for the tests of the commands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from test_exports import CODING

QUIET = f'schema = "osintkp/1"\n{CODING.partition("[[claim]]")[0]}'
LOUD = f'schema = "osintkp/1"\n{CODING}'
HOSTILE = "Chad sent 40 trucks to Sudan in May 2023, \x1b[2J\x1b[31m\u202ethe UN\x9b1m said.\n"


def started(
    *words: str, folder: Path | None = None, given: bytes = b"", **variables: str
) -> tuple[int, str, str]:
    """Return the exit status of ``python -m osintkp`` with some words, and what it printed, as UTF-8."""
    run = subprocess.run(
        [sys.executable, "-m", "osintkp", *words],
        cwd=folder, input=given, capture_output=True, check=False, env={**os.environ, **variables},
    )  # fmt: skip
    return run.returncode, run.stdout.decode(), run.stderr.decode()


def coded(folder: Path, text: str = LOUD, name: str = "wire.toml") -> Path:
    """Write a coding into a folder and return its file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def steers(text: str) -> list[str]:
    """Return the letters of a text that would steer a terminal or turn its lines."""
    return [letter for letter in text if not letter.isprintable() and letter not in "\n\t\u00a0\u200c\u200d"]
