"""
What loading, selecting and checking cost as corpora grow, beside peers that are measured in the same run.

Every figure is CPU time of a process of its own, the median of some runs, in microseconds a claim where nothing else is said;
runs that take long are fewer. The ratios are what counts. The peers: bare Python and pint's registry, ``stix2.parse`` on notes
that say as much as a claim does, pydantic models with the same fields and equal strictness, ``orjson.loads`` to plain dicts,
polars, and DuckDB, on one thread, with hand-written statements that return the very pairs that the checks call conflicts (see
``in_sql.py``; that they do so is told below the table). ``plain`` is the library without any extra.

Run it with ``make bench``, ``make bench SIZES="1000 10000 100000 1000000"``, or ``python benchmarks/scale.py --write``, which
also writes the results to docs/performance.md. Peers that are not installed are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import corpora
import ratios
from parts import AGREEMENT, EXTRAS, FAST, ONCE, PARTS, PLAIN, Case, Result

RUNS, SIZES = 5, [1_000, 10_000]


def main() -> None:
    """Measure some sizes and print the table; ``--write`` puts it into the page."""
    parser = argparse.ArgumentParser(
        description="Compare what loading, selecting and checking cost as corpora grow."
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--runs", type=int, default=RUNS, help="runs of each thing, of which the median counts"
    )
    parser.add_argument(
        "--only", nargs="+", choices=[*ONCE, *PARTS, *AGREEMENT], help="measure these parts alone"
    )
    parser.add_argument("--keep", type=Path, help="folder for the corpora, so that a later run has them")
    parser.add_argument("--write", action="store_true", help="write the results to docs/performance.md")
    parser.add_argument("--part", nargs=2, metavar=("PART", "WAY"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part:
        case = Case(given.sizes[0], given.keep, given.runs, given.part[1])
        measure(given.part[0], case)
    elif given.keep:
        report(given, given.keep)
    else:
        with tempfile.TemporaryDirectory() as place:
            report(given, Path(place))


def measure(part: str, case: Case) -> None:
    """Measure one part in this process and print its results, one a line."""
    if case.way == PLAIN:
        for name in EXTRAS:
            sys.modules[name] = None  # type: ignore[assignment]  # this is how Python is told that there is no such package
    act = ONCE.get(part) or AGREEMENT.get(part) or PARTS[part][0]
    for result in act(case):
        print(json.dumps(result), flush=True)


def elsewhere(part: str, way: str, case: Case) -> Iterator[Result]:
    """Give what a process of its own measures."""
    given = [
        "--part",
        part,
        way,
        "--sizes",
        str(case.size),
        "--runs",
        str(case.runs),
        "--keep",
        str(case.folder),
    ]
    environment = {**os.environ, "POLARS_MAX_THREADS": "1"}
    line = [sys.executable, __file__, *given]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, env=environment) as run:
        for told in run.stdout or ():
            name, value = json.loads(told)
            yield name, value
    if run.returncode:
        print(f"{part}, {way}, at {case.size:,} failed", file=sys.stderr)


def report(given: argparse.Namespace, place: Path) -> None:
    """Measure every part at every size, print what is known as soon as it is, then the table."""
    wanted = given.only or [*ONCE, *PARTS, *AGREEMENT]
    found: dict[tuple[str, int], float] = {}
    notes: list[str] = []
    for part in ONCE:
        if part in wanted:
            found |= {
                (name, 0): value for name, value in elsewhere(part, FAST, Case(0, place, given.runs, FAST))
            }
    for size in given.sizes:
        folder = place / f"{size}-{given.seed}"
        corpora.write(size, folder, given.seed)
        for part, (_, ways) in PARTS.items():
            for way in ways if part in wanted else ():
                for name, value in elsewhere(part, way, Case(size, folder, given.runs, way)):
                    found[name, size] = value
                    print(f"{size:>11,}  {name:40} {value:12.4g}", flush=True)
        if "same" in wanted:
            notes += agreement(size, dict(elsewhere("same", FAST, Case(size, folder, 1, FAST))))
            print(*notes[-1:], sep="\n", flush=True)
    print("", *ratios.text(found, given.sizes), *notes, sep="\n")
    if given.write:
        told = ratios.PAGE.read_text(encoding="utf-8")
        part = ratios.page(found, given.sizes, command(given), notes)
        ratios.PAGE.write_text(ratios.written(told, part), encoding="utf-8")


def agreement(size: int, found: dict[str, float]) -> Iterator[str]:
    """Give the sentence that tells whether the checks and the statements of DuckDB found the same."""
    if found:
        pairs, falls, alone = (round(each) for each in found.values())
        both = (
            "the checks and DuckDB find the same"
            if not alone
            else f"{alone} conflicts were found by one side alone, of"
        )
        yield f"At {size:,} claims {both} {pairs:,} clashing pairs and {falls:,} totals that fall."


def command(given: argparse.Namespace) -> str:
    """Return the command that does this again."""
    more = [f"--runs {given.runs}"] if given.runs != RUNS else []
    more += [f"--seed {given.seed}"] if given.seed else []
    more += [f"--only {' '.join(given.only)}"] if given.only else []
    options = " ".join(["--write", *more])
    return f'make bench SIZES="{" ".join(map(str, given.sizes))}" BENCH="{options}"'


if __name__ == "__main__":
    main()
