"""
What it costs to start: the library beside the unit registry that it does not load.

Each command runs in processes of its own, turn by turn, so that a busy machine slows all of them alike.
What counts is CPU time (user and system) of the process, not the clock on the wall. The median is printed.

Run it with ``make bench``, or ``python benchmarks/start_up.py --runs 15 --strict``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from statistics import median

GOAL = 0.7
CEILING = 1.0
LEAST_RUNS = 9
WARM_UP = 2

PINT = "pint's own registry"
SEEDS = "load and check the seeds"
COMMANDS = {
    "bare Python": "pass",
    "import osintkp": "import osintkp",
    SEEDS: "import osintkp; osintkp.load_seeds().check()",
    PINT: "import pint; pint.UnitRegistry()",
}
# An installed package has its bytecode; a checkout writes it in the warm-up, unless Python is told not to.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def cpu_seconds(code: str) -> float:
    """Return the CPU time, user and system, that a fresh Python takes to run some code."""
    child = subprocess.Popen([sys.executable, "-c", code], env=ENVIRONMENT)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"this failed with exit status {child.returncode}: {code}")
    return usage.ru_utime + usage.ru_stime


def measured(runs: int) -> dict[str, list[float]]:
    """Return the CPU times of each command, after a warm-up that fills the caches of the disk and of Python."""
    for code in [*COMMANDS.values()] * WARM_UP:
        cpu_seconds(code)
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, code in COMMANDS.items():
            times[name].append(cpu_seconds(code))
    return times


def main() -> int:
    """Print the medians and their ratio; with ``--strict``, fail where the library costs as much as pint does."""
    parser = argparse.ArgumentParser(description="Compare what it costs to start.")
    parser.add_argument("--runs", type=int, default=15, help=f"runs of each command, at least {LEAST_RUNS}")
    parser.add_argument("--strict", action="store_true", help=f"exit with 1 at a ratio of {CEILING} or more")
    chosen = parser.parse_args()
    if chosen.runs < LEAST_RUNS:
        parser.error(f"fewer than {LEAST_RUNS} runs say little")
    times = measured(chosen.runs)
    print(
        f"CPU, user and system, median of {chosen.runs} runs (least to most), Python {sys.version.split()[0]}"
    )
    for name, values in times.items():
        low, middle, high = (1000 * value for value in (min(values), median(values), max(values)))
        print(f"  {name:26} {middle:6.0f} ms  ({low:.0f} to {high:.0f})")
    ratio = median(times[SEEDS]) / median(times[PINT])
    print(f"  {SEEDS} / {PINT}: {ratio:.2f} (goal {GOAL}, {'met' if ratio <= GOAL else 'not met'})")
    return int(chosen.strict and ratio >= CEILING)


if __name__ == "__main__":
    sys.exit(main())
