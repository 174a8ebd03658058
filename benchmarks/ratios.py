"""What is asked of the ratios: each with its peer and its goal, put together from what was measured, as a table or as a page."""

from __future__ import annotations

import math
import os
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
PEERS = ("stix2", "pydantic", "orjson", "duckdb", "polars", "pint", "msgspec", "numpy", "dask", "warcio")
# Names of measurements to what each came to by size; those that do not depend on a corpus stand under size 0.
Measured = Mapping[tuple[str, int], float]


class Ratio(NamedTuple):
    """
    A ratio that is asked for.

    Attributes:
        name: What is compared.
        ours: The measurement of the library.
        peer: The measurement that it is held against; empty where the goal is a figure and no ratio.
        goal: What it must not exceed, or must reach.
        least: Whether the goal must be reached: how often the library does it while the peer does it once.
    """

    name: str
    ours: str
    peer: str
    goal: float
    least: bool = False

    def value(self, measured: Measured, size: int) -> float | None:
        """Return the ratio at a size; None where one of the two was not measured."""
        ours, peer = measured.get((self.ours, size)), measured.get((self.peer, size))
        if ours is None or (self.peer and not peer):
            return None
        if not self.peer or peer is None:
            return ours
        return peer / ours if self.least else ours / peer

    def met(self, value: float) -> bool:
        """Tell whether a value is as good as the goal."""
        return value >= self.goal if self.least else value <= self.goal

    @property
    def asked(self) -> str:
        """Return the goal in words."""
        return f"{'>=' if self.least else '<='} {self.goal:g}"


SLOPE = "slope of all checks"
SLOPE_GOAL = 1.1
FAST, PLAIN = "with extras", "plain"
# Adding a row is adding a line here, and the measurement that it names to PARTS in parts.py.
RATIOS = (
    Ratio("import osintkp / bare Python", "import osintkp, ms", "bare Python, ms", 2.0),
    Ratio("first findings on the seeds / pint's registry", "load and check the seeds, ms", "pint's own registry, ms", 0.7),
    Ratio("load, plain: times as fast as stix2.parse", f"load, {PLAIN}", "stix2.parse", 7.0, least=True),
    Ratio("load, with extras: times as fast as stix2.parse", f"load, {FAST}", "stix2.parse", 15.0, least=True),
    Ratio("load, with extras: times as fast as pydantic", f"load, {FAST}", "pydantic", 1.2, least=True),
    Ratio("load, with extras: times as fast as orjson.loads", f"load, {FAST}", "orjson.loads", 0.35, least=True),
    Ratio("memory, kB a claim", "memory, kB a claim", "", 1.0),
    Ratio("JSON Lines to findings of two checks / DuckDB", f"lines to findings, {FAST}", "DuckDB, lines to pairs", 8.0),
    Ratio("JSON Lines to their errors alone / DuckDB", f"lines to errors, {FAST}", "DuckDB, lines to pairs", 8.0),
    Ratio("select / polars", f"select, {FAST}", "polars filter", 2.0),
    Ratio("figures on a topic, ms", f"figures on a topic, ms, {FAST}", "", 5.0),
    Ratio("figures-conflict, plain / DuckDB, same pairs", f"figures-conflict, {PLAIN}", "DuckDB, clashing pairs", 20.0),
    Ratio("figures-conflict, with extras / DuckDB", f"figures-conflict, {FAST}", "DuckDB, clashing pairs", 3.0),
    Ratio("figures-conflict, errors alone, plain / DuckDB", f"figures-conflict, errors alone, {PLAIN}", "DuckDB, clashing pairs", 20.0),
    Ratio("figures-conflict, errors alone, with extras / DuckDB", f"figures-conflict, errors alone, {FAST}", "DuckDB, clashing pairs", 3.0),
    Ratio("all checks, with extras / DuckDB, clashing pairs", f"all checks, {FAST}", "DuckDB, clashing pairs", 30.0),
    Ratio("all checks, errors alone / DuckDB, clashing pairs", f"all checks, errors alone, {FAST}", "DuckDB, clashing pairs", 30.0),
    Ratio("all checks, from disk, GB of memory", "all checks, from disk, GB of memory", "", 4.0),
    Ratio("read an archive: two at work to one", "read an archive, 2 at work, s", "read an archive, 1 at work, s", 1.7, least=True),
)  # fmt: skip


def slope(measured: Measured, name: str, sizes: Sequence[int]) -> float | None:
    """Return how total cost grows from ten thousand, or the least size, to the largest, log to log: 1 where it is linear."""
    found = [(size, each) for size in sorted(sizes) if (each := measured.get((name, size))) is not None]
    found = [pair for pair in found if pair[0] >= 10_000] or found
    if len(found) < 2:
        found = [(size, each) for size in sorted(sizes) if (each := measured.get((name, size))) is not None]
    if len(found) < 2 or min(found[0][1], found[-1][1]) <= 0:
        return None
    (few, low), (many, high) = found[0], found[-1]
    return 1 + math.log(high / low) / math.log(many / few)


class Line(NamedTuple):
    """A line of a table: its name, its goal, a cell for each size, the slope, whether the goal is met."""

    name: str
    goal: str
    cells: tuple[str, ...]
    slope: str
    met: str


def costs(measured: Measured, sizes: Sequence[int]) -> Iterator[Line]:
    """Give a line for each thing that was measured."""
    for name in dict.fromkeys(name for name, _ in measured):
        cells = tuple(_cell(measured.get((name, size), measured.get((name, 0)))) for size in sizes)
        grows = None if (name, 0) in measured else slope(measured, name, sizes)
        yield Line(name, "", cells, "" if grows is None else f"{grows:.2f}", "")


def ratios(measured: Measured, sizes: Sequence[int]) -> Iterator[Line]:
    """Give a line for each ratio that was measured; met is what holds at the largest size."""
    for each in RATIOS:
        constant = each.value(measured, 0)
        values = [constant if constant is not None else each.value(measured, size) for size in sizes]
        known = [value for value in values if value is not None]
        if known:
            yield Line(
                each.name, each.asked, tuple(map(_cell, values)), "", "yes" if each.met(known[-1]) else "no"
            )
    grows = slope(measured, f"all checks, {FAST}", sizes)
    if grows is not None:
        blank = tuple("" for _ in sizes)
        met = "yes" if grows <= SLOPE_GOAL else "no"
        yield Line(SLOPE, f"<= {SLOPE_GOAL:g}", blank, f"{grows:.2f}", met)


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.3g}" if value < 1000 else f"{value:,.0f}"


def text(measured: Measured, sizes: Sequence[int]) -> Iterator[str]:
    """Give the table for a terminal: the costs, then the ratios."""
    heads = "".join(f"{size:>11,}" for size in sizes)
    yield f"{'CPU time, microseconds a claim':52}{'':9}{heads}{'slope':>7}"
    for line in costs(measured, sizes):
        yield _spaced(line)
    yield f"{'ratio':52}{'goal':>9}{heads}{'slope':>7}  met"
    for line in ratios(measured, sizes):
        yield _spaced(line)


def _spaced(line: Line) -> str:
    cells = "".join(f"{cell:>11}" for cell in line.cells)
    return f"{line.name:52}{line.goal:>9}{cells}{line.slope:>7}  {line.met}".rstrip()


def page(measured: Measured, sizes: Sequence[int], command: str, notes: Sequence[str]) -> str:
    """Return the part of the page that the command writes."""
    head = " | ".join(f"{size:,}" for size in sizes)
    rule = "|".join("---:" for _ in sizes)
    lines = [f"Measured on {datetime.now(UTC):%Y-%m-%d} by `{command}`.", "", *machine(), ""]
    lines += [f"| ratio | goal | {head} | slope | met |", f"|---|---|{rule}|---:|---|"]
    lines += [
        _row(line.name, line.goal, *line.cells, line.slope, line.met) for line in ratios(measured, sizes)
    ]
    lines += ["", f"| CPU time, microseconds a claim | {head} | slope |", f"|---|{rule}|---:|"]
    lines += [_row(line.name, *line.cells, line.slope) for line in costs(measured, sizes)]
    return "\n".join([*lines, "", *notes]).rstrip() + "\n"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def machine() -> Iterator[str]:
    """Give what it was measured on: processor, memory, Python, and the versions of the peers."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} on {platform.machine()}"
    yield f"- {os.cpu_count()} cores, {memory:.0f} GB, {system}, {_processor()}"
    yield f"- {platform.python_implementation()} {sys.version.split()[0]}"
    yield f"- {', '.join(f'{name} {number}' for name in PEERS if (number := _version(name)))}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "?")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def written(told: str, part: str) -> str:
    """
    Return a page with the part between its two marks replaced.

    Raises:
        ValueError: The page has not both marks.
    """
    head, begin, rest = told.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page needs {BEGIN} and {END}")
    return f"{head}{BEGIN}\n{part}{END}{tail}"
