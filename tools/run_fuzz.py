"""
Run every fuzz target for some minutes, one after the other, and tell what each did.

What is found new on the way is kept under ``.fuzz/work``, and goes on from there the next time; an input that brought
something other than our own error to light lies under ``.fuzz/finds``, and the status is 1.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FUZZ = ROOT / "fuzz"
KEPT = ROOT / ".fuzz"
GRACE = 120


def targets() -> list[str]:
    """Return the names of the targets: the modules of the folder that are not private."""
    return sorted(path.stem for path in FUZZ.glob("[a-z]*.py"))


def command(name: str, seconds: int) -> list[str]:
    """Return the command that runs a target for so many seconds."""
    work, finds, corpus = KEPT / "work" / name, KEPT / "finds", FUZZ / "corpus" / name
    for folder in (work, finds):
        folder.mkdir(parents=True, exist_ok=True)
    limits = [f"-max_total_time={seconds}", "-timeout=60", "-rss_limit_mb=3000", "-print_final_stats=1"]
    folders = [str(folder) for folder in (work, corpus) if folder.is_dir()]
    return [sys.executable, str(FUZZ), name, *limits, f"-artifact_prefix={finds}/{name}-", *folders]


def run(name: str, seconds: int) -> bool:
    """Run one target, print one line on it; return whether all went well."""
    done = subprocess.run(  # noqa: S603  our own command
        command(name, seconds), cwd=ROOT, check=False, capture_output=True, timeout=seconds + GRACE
    )
    log = done.stderr.decode("utf-8", "replace")
    times = re.search(r"number_of_executed_units: (\d+)", log)
    print(f"{name}: {times[1] if times else '?'} inputs in {seconds} s, status {done.returncode}", flush=True)
    if done.returncode:
        print(log[-3000:])
    return done.returncode == 0


def main() -> int:
    """Run the targets that are named, or all; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("names", nargs="*", default=targets())
    asked = parser.parse_args()
    well = [run(name, round(asked.minutes * 60)) for name in asked.names]
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())
