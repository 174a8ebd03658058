"""
Alter the core modules at some of the places that the last commit changed, one at a time, and see whether a test fails.

Which modules those are stands in ``pyproject.toml`` under ``tool.mutmut``; the places are drawn by what the modules say, so that
one commit has one answer. It fails where nine in ten, the score that these modules are to have, has become unlikely. A line
that ends in ``# pragma: no mutate`` is left alone. ``make mutation`` tries every place, which takes hours.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatch
from hashlib import sha256
from math import comb
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
MOST, HANDS = 16, 2
LONGEST, LIMIT = 180, 240  # seconds after which none is begun any more, and that the tests have for one
WANTED, UNLIKELY = 0.9, 0.01
LEFT_ALONE = "# pragma: no mutate"
OTHER: dict[type, Any] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
}  # fmt: skip
TESTS = {
    "units": ("units_*",), "dates": ("dates*",), "evidence": ("evidence*", "reanchoring"), "triage": ("triage", "check_*"),
    "windows": ("foreseen", "triage", "check_*"), "difference": ("foreseen", "triage", "check_*"),
    "whereabouts": ("whereabouts", "foreseen", "triage", "check_*"),
    "checks": ("check*",), "coding": ("coding_*", "generations", "verifying", "bad_inputs", "resource_limits"),
}  # fmt: skip


class Mutant(NamedTuple):
    """A module with one place altered."""

    path: Path
    line: int
    was: str
    now: str
    source: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.was!r} -> {self.now!r}"


def changed() -> dict[Path, set[int]]:
    """Return the lines of the core modules that the last commit changed; nothing where git does not tell."""
    asked = ["git", "diff", "--unified=0", "--no-color", "HEAD~1", "HEAD", "--", "src"]
    told = subprocess.run(asked, cwd=ROOT, check=False, capture_output=True, text=True).stdout  # noqa: S603  our own command
    found: dict[Path, set[int]] = {}
    path = None
    for line in told.splitlines():
        if line.startswith("+++ "):
            name = line.removeprefix("+++ b/")
            core = any(fnmatch(name, pattern) for pattern in SETTINGS["only_mutate"])
            path = Path(name) if core and name.endswith(".py") else None
        elif path is not None and (hunk := re.match(r"@@ \S+ \+(\d+)(?:,(\d+))? @@", line)):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            found.setdefault(path, set()).update(range(first, first + count))
    return found


def altered(node: ast.AST) -> ast.expr | ast.stmt | None:
    """Return another of its kind for a comparison, an operator, a number or what is returned; None where there is none."""
    match node:
        case ast.Compare(left=left, ops=[op], comparators=right) if type(op) in OTHER:
            return ast.Compare(left=left, ops=[OTHER[type(op)]()], comparators=right)
        case ast.BoolOp(op=op, values=values):
            return ast.BoolOp(op=OTHER[type(op)](), values=values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return operand
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OTHER:
            return ast.BinOp(left=left, op=OTHER[type(op)](), right=right)
        case ast.Constant(value=int(value)):
            return ast.Constant(value=not value if isinstance(value, bool) else value + 1)
        case ast.Return(value=value) if value is not None and not isinstance(value, ast.Constant):
            return ast.Return(value=ast.Constant(value=None))
    return None


def said(node: Any) -> Iterator[Any]:
    """Give every node below a node but those of annotations, decorators, patterns, and texts with gaps, which have no places."""
    if isinstance(node, (ast.pattern, ast.JoinedStr)):
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns", "decorator_list"):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from said(child)


def mutants(path: Path, lines: set[int]) -> Iterator[Mutant]:
    """Give a module with each place altered that begins in one of some lines."""
    raw = (ROOT / path).read_bytes()
    rows = raw.splitlines(keepends=True)
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    for node in said(ast.parse(raw)):
        other = altered(node)
        if other is None or node.lineno not in lines or LEFT_ALONE in rows[node.lineno - 1].decode():
            continue
        begin, end = (
            starts[node.lineno - 1] + node.col_offset,
            starts[node.end_lineno - 1] + node.end_col_offset,
        )
        now = ast.unparse(ast.fix_missing_locations(other))
        now = now if isinstance(node, ast.Return) else f"({now})"
        source = raw[:begin] + now.encode() + raw[end:]
        yield Mutant(path, node.lineno, raw[begin:end].decode(), now, source.decode())


def tests_of(path: Path) -> list[str]:
    """Return the files of the tests of a module, those that bear its name first."""
    area, stem = path.relative_to("src/osintkp").parts[0].removesuffix(".py"), path.stem.strip("_")
    found = sorted({each for pattern in TESTS[area] for each in (ROOT / "tests").glob(f"test_{pattern}.py")})
    found.sort(key=lambda each: stem not in each.stem)
    return [str(each) for each in found]


def is_killed(mutant: Mutant, copy: Path) -> bool:
    """Tell whether a test fails, or does not end, on a copy of the package with a place altered."""
    target, kept = copy / mutant.path, (ROOT / mutant.path).read_bytes()
    target.write_text(mutant.source, encoding="utf-8")
    slow = SETTINGS["pytest_add_cli_args"]
    command = [sys.executable, "-m", "pytest", "-x", "-q", *slow, *tests_of(mutant.path)]
    paths = os.pathsep.join(map(str, (copy / "src", ROOT / "tests")))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return bool(
            subprocess.run(  # noqa: S603  our own command
                command, cwd=ROOT, env=environment, check=False, capture_output=True, timeout=LIMIT
            ).returncode
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        target.write_bytes(kept)


def most_that_live(tried: int) -> int:
    """
    Return how many of so many may live before a score of nine in ten is unlikely.

    Example:
        >>> most_that_live(1), most_that_live(16)
        (1, 5)
    """
    lives = 1 - WANTED
    beyond = 1.0
    for count in range(tried + 1):
        beyond -= comb(tried, count) * lives**count * WANTED ** (tried - count)
        if beyond < UNLIKELY:
            return count
    return tried


def main() -> int:
    """Try some places and print those that no test saw; return the exit status."""
    every = [mutant for path, lines in sorted(changed().items()) for mutant in mutants(path, lines)]
    drawn = sorted(every, key=lambda each: sha256(str(each).encode()).digest())[:MOST]
    begun = monotonic()
    with TemporaryDirectory() as folder, ThreadPoolExecutor(HANDS) as hands:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(HANDS if drawn else 0):
            shutil.copytree(ROOT / "src", Path(folder, str(number), "src"))
            copies.put(Path(folder, str(number)))

        def tried(mutant: Mutant) -> bool | None:
            if monotonic() - begun > LONGEST:
                return None
            copy = copies.get()
            try:
                return is_killed(mutant, copy)
            finally:
                copies.put(copy)

        seen = dict(zip(drawn, hands.map(tried, drawn), strict=True))
    lived, count = (
        [each for each, killed in seen.items() if killed is False],
        sum(killed is not None for killed in seen.values()),
    )
    print(
        f"altered at {count} of {len(every)} places that the last commit changed: a test failed for {count - len(lived)}"
    )
    print(*(f"no test failed: {each}" for each in lived), sep="\n", end="\n" if lived else "")
    return 0 if len(lived) <= most_that_live(count) else 1


if __name__ == "__main__":
    sys.exit(main())
