"""
Run every test under coverage: tests, docstrings, documentation, examples.

The tests that need the texts of the seeds run where ``../shared/seeds`` stands beside the checkout. Elsewhere one line
says that they were left out; with ``OSINTKP_NEED_TEXTS`` set, that is a failure.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXTS = ROOT.parent / "shared" / "seeds"
WITH_TEXTS = ROOT / "tests" / "with_texts"


def main() -> int:
    """Run the suite and the examples; return the exit status."""
    if not TEXTS.is_dir():
        left_out = len(list(WITH_TEXTS.glob("test_*.py")))
        print(f"left out: {left_out} test files that need the seeds' texts, which are not at {TEXTS}")
        if os.environ.get("OSINTKP_NEED_TEXTS"):
            print("they have to run here (OSINTKP_NEED_TEXTS is set)")
            return 1
    run = [sys.executable, "-m", "coverage"]
    for old in ROOT.glob(".coverage.*"):
        old.unlink()
    tests = [*run, "run", "-m", "pytest", "--doctest-modules", "tests", "docs", "src", "README.md"]
    steps = [tests, *([*run, "run", str(path)] for path in sorted((ROOT / "examples").glob("*.py")))]
    for step in steps:
        quiet = subprocess.DEVNULL if "examples" in step[-1] else None
        status = subprocess.run(step, cwd=ROOT, check=False, stdout=quiet).returncode  # noqa: S603  our own command
        if status:
            print("failed:", *step[1:])
            return status
    subprocess.run([*run, "combine", "--quiet"], cwd=ROOT, check=True)  # noqa: S603  our own command
    return subprocess.run([*run, "report"], cwd=ROOT, check=False).returncode  # noqa: S603  our own command


if __name__ == "__main__":
    sys.exit(main())
