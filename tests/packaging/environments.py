"""Environments of their own for the built wheel: made without pip inside, filled by this interpreter's pip."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]


def built(folder: Path) -> Path:
    """Build the wheel of the project into a folder and return it."""
    _run([*PIP, "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)])
    (wheel,) = folder.glob("osintkp-*.whl")
    return wheel


def environment(folder: Path, *wanted: str) -> Path:
    """Make an environment with some packages and nothing else in it, and return its interpreter."""
    _run([sys.executable, "-m", "venv", "--without-pip", str(folder)])
    python = folder / "bin" / "python"
    _run([*PIP, "--python", str(python), "install", "--quiet", "--no-compile", *wanted])
    return python


def printed(python: Path, *words: str, folder: Path, status: int = 0) -> str:
    """Return what an interpreter prints, which has to end with a status and to complain of nothing."""
    run = subprocess.run(
        [str(python), "-I", "-W", "error", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (status, "") == (run.returncode, run.stderr), run.stdout
    return run.stdout


def _run(words: list[str]) -> None:
    run = subprocess.run(words, capture_output=True, text=True, check=False, timeout=600)
    assert 0 == run.returncode, f"{' '.join(words)}\n{run.stdout}{run.stderr}"
