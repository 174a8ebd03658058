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
import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import polars as pl

    import osintkp

EXTRAS = ("orjson", "msgspec", "numpy", "polars", "pyarrow", "pandas", "duckdb", "numba")
BOTH = ["figures-conflict", "cumulative-falls"]
RUNS, SIZES = 5, [1_000, 10_000]
ENOUGH = 60.0  # seconds after which no further run of one thing is begun
SHORT = 0.02  # seconds that one sample takes at least: what is shorter is done again and again
FEW, MANY = 1000, 100_000
Result = tuple[str, float]


class Case(NamedTuple):
    """What is measured: a corpus of some size in a folder, with or without extras, so many runs of each thing."""

    size: int
    folder: Path
    runs: int
    way: str

    def load(self) -> osintkp.Corpus:
        """Return the corpus."""
        import osintkp

        return osintkp.load(self.folder)

    def lines(self) -> list[str]:
        """Return the lines that are claims, no more than a hundred thousand: peers may need much memory for them."""
        found: list[str] = []
        for file in sorted(self.folder.glob("*.jsonl")):
            with file.open(encoding="utf-8") as every:
                claims = (line for line in every if line.startswith('{"claim"'))
                found += islice(claims, MANY - len(found))
        return found

    def each(self, act: Callable[[], object], count: int | None = None) -> float:
        """Return what an act costs in microseconds for each of so many things, by default each claim."""
        return self.often(lambda: sample(act)) / (count or self.size) * 1e6

    def fresh(self, act: Callable[[osintkp.Corpus], object]) -> float:
        """Return what an act costs in microseconds a claim on corpora of which nothing was asked before."""
        return self.often(lambda: taken(act, self.load())) / self.size * 1e6

    def often(self, once: Callable[[], float]) -> float:
        """Return the median of what some runs took in seconds; no further one is begun when these took long enough."""
        times: list[float] = []
        while len(times) < self.runs and sum(times) < ENOUGH:
            times.append(once())
        return median(times)


def sample(act: Callable[[], object]) -> float:
    """Return the CPU time of an act in seconds; what is short is done again and again."""
    begun, turns = process_time(), 0
    while not turns or process_time() - begun < SHORT:
        act()
        turns += 1
    return (process_time() - begun) / turns


def taken(act: Callable[[osintkp.Corpus], object], corpus: osintkp.Corpus) -> float:
    """Return the CPU time in seconds of an act on a corpus, done once: what a corpus knows of itself it keeps."""
    begun = process_time()
    act(corpus)
    return process_time() - begun


def start(case: Case) -> Iterator[Result]:
    """Give what it costs to start, in milliseconds."""
    from start_up import LEAST_RUNS, measured

    if find_spec("pint") is not None:
        for name, times in measured(max(case.runs, LEAST_RUNS)).items():
            yield f"{name}, ms", 1000 * median(times)


def load(case: Case) -> Iterator[Result]:
    """Give what loading costs."""
    yield f"load, {case.way}", case.each(case.load)


def memory(case: Case) -> Iterator[Result]:
    """Give how much memory the claims take once they are loaded."""
    import osintkp

    kept = [osintkp.load_seeds()]  # so that words and units are not counted as claims
    before = resident()
    kept.append(case.load())
    gc.collect()
    yield "memory, kB a claim", (resident() - before) / case.size / 1000


def resident() -> float:
    """Return the memory of the process in bytes: what it holds now, or where no system tells, the most it held."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def decoded(case: Case) -> Iterator[Result]:
    """Give what the peers of loading take for as many claims."""
    import peers

    lines = case.lines()
    if find_spec("stix2"):
        notes = [json.dumps(peers.note(json.loads(line)["claim"])) for line in lines[:FEW]]
        yield "stix2.parse", case.each(lambda: peers.parsed_notes(notes), len(notes))
    if find_spec("pydantic"):
        read = peers.pydantic_reader()
        yield "pydantic", case.each(lambda: [read(line) for line in lines], len(lines))
    if find_spec("orjson"):
        from orjson import loads

        yield "orjson.loads", case.each(lambda: [loads(line) for line in lines], len(lines))


def conflicts(case: Case) -> Iterator[Result]:
    """Give what one check costs on a corpus of which nothing was asked before."""
    check = ["figures-conflict"]
    yield f"figures-conflict, {case.way}", case.fresh(lambda corpus: corpus.check(select=check))


def checks(case: Case) -> Iterator[Result]:
    """Give what all checks cost together."""
    yield f"all checks, {case.way}", case.fresh(lambda corpus: corpus.check())


def findings(case: Case) -> Iterator[Result]:
    """Give what it costs to come from JSON Lines to the findings of two checks."""
    yield f"lines to findings, {case.way}", case.each(lambda: case.load().check(select=BOTH))


def in_duckdb(case: Case) -> Iterator[Result]:
    """Give what DuckDB takes for the pairs that clash, and from JSON Lines to them and to the totals that fall."""
    if find_spec("duckdb") is None:
        return
    import in_sql

    def whole() -> float:
        base = in_sql.connected()
        begun = process_time()
        in_sql.read(base, case.folder)
        in_sql.clashes(base)
        in_sql.falls(base)
        return process_time() - begun

    yield "DuckDB, lines to pairs", case.often(whole) / case.size * 1e6
    base = in_sql.connected()
    in_sql.read(base, case.folder)
    yield "DuckDB, clashing pairs", case.each(lambda: in_sql.clashes(base))
    yield "DuckDB, falling totals", case.each(lambda: in_sql.falls(base))


def same(case: Case) -> Iterator[Result]:
    """Give how many conflicts both sides found, and how many one side alone."""
    if find_spec("duckdb") is None:
        return
    import in_sql

    found = case.load().check(select=BOTH)
    base = in_sql.connected()
    in_sql.read(base, case.folder)
    pairs, falls = in_sql.clashes(base), set(in_sql.falls(base))
    clashes = in_sql.as_told(pairs)
    alone = (in_sql.clashes_of(found) ^ clashes, in_sql.falls_of(found) ^ falls)
    yield "clashing pairs", len(pairs)
    yield "falling totals", len(falls)
    yield "conflicts that one side alone found", len(alone[0]) + len(alone[1])


def selecting(case: Case) -> Iterator[Result]:
    """Give what it costs to select by kind, parties, goods and window, and what the figures on a topic do, in milliseconds."""
    corpus = case.load()
    shipments = [claim for claim in corpus.claims if claim.kind == "shipment"]
    some = shipments[:: max(1, len(shipments) // 100)]
    senders, recipients = ({str(claim.record.of(role)) for claim in some} for role in ("sender", "recipient"))

    def select() -> osintkp.Corpus:
        return corpus.select(
            kind="shipment", sender=senders, recipient=recipients, item="munitions", during="2017/2020"
        )

    found = len(select().claims)
    yield f"select, {case.way}", case.each(select)
    sender, recipient = (str(some[len(some) // 2].record.of(role)) for role in ("sender", "recipient"))
    corpus.figures(kind="shipment", sender=sender, recipient=recipient)
    taken = case.each(lambda: corpus.figures(kind="shipment", sender=sender, recipient=recipient), 1)
    yield f"figures on a topic, ms, {case.way}", taken / 1000
    if case.way != PLAIN and find_spec("polars") is not None:
        filtered = in_polars(corpus, senders, recipients)
        if found != len(filtered()):
            raise SystemExit(f"select found {found} claims, polars {len(filtered())}")
        yield "polars filter", case.each(filtered)


def in_polars(corpus: osintkp.Corpus, senders: set[str], recipients: set[str]) -> Callable[[], pl.DataFrame]:
    """Return what selects the same claims from the same columns in polars."""
    import polars as pl

    columns = ["kind", "sender", "recipient", "item", "first", "last"]
    frame = pl.DataFrame([row(claim) for claim in corpus.claims], schema=columns, orient="row")
    frame = frame.with_columns(pl.col(columns[:4]).cast(pl.Categorical))
    goods = [each for each in frame["item"].unique().cast(pl.String) if (each or "").startswith("munitions")]
    return lambda: frame.filter(
        (pl.col("kind") == "shipment")
        & pl.col("sender").is_in(list(senders))
        & pl.col("recipient").is_in(list(recipients))
        & pl.col("item").is_in(goods)
        & (pl.col("first") <= date(2020, 12, 31))
        & (pl.col("last") >= date(2017, 1, 1))
    )


def row(claim: osintkp.Claim) -> tuple[object, ...]:
    """Return a claim as the columns that are selected by."""
    record, when = claim.record, claim.when
    words = (claim.kind, record.of("sender"), record.of("recipient"), claim.item)
    return (*words, when and when.earliest, when and when.latest)


def stored(case: Case) -> Iterator[Result]:
    """Give the most memory that all checks take on a corpus that is opened on disk."""
    import osintkp

    opened = getattr(osintkp, "open", None)
    if opened is None or not hasattr(osintkp.Corpus, "to_parquet"):
        return
    kept = case.folder.with_name(f"{case.folder.name}.parquet")
    if not kept.exists():
        # Loading takes memory of its own, so it is done elsewhere.
        code = f"import osintkp; osintkp.load({str(case.folder)!r}).to_parquet({str(kept)!r})"
        subprocess.run([sys.executable, "-c", code], check=True)
    begun = process_time()
    opened(kept).check()
    yield "check from Parquet", (process_time() - begun) / case.size * 1e6
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    yield "check from Parquet, GB of memory", most / 1e9


PLAIN, FAST = "plain", "with extras"
# Each part is measured in a process of its own. A new one is a function here, its ratio a line in ratios.py.
PARTS: dict[str, tuple[Callable[[Case], Iterator[Result]], tuple[str, ...]]] = {
    "load": (load, (PLAIN, FAST)),
    "decoded": (decoded, (FAST,)),
    "memory": (memory, (FAST,)),
    "in_duckdb": (in_duckdb, (FAST,)),
    "findings": (findings, (FAST,)),
    "conflicts": (conflicts, (PLAIN, FAST)),
    "checks": (checks, (PLAIN, FAST)),
    "selecting": (selecting, (PLAIN, FAST)),
    "stored": (stored, (FAST,)),
}
ONCE: dict[str, Callable[[Case], Iterator[Result]]] = {"start": start}
AGREEMENT: dict[str, Callable[[Case], Iterator[Result]]] = {"same": same}


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
    import corpora
    import ratios

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
    told = [f'make bench SIZES="{" ".join(map(str, given.sizes))}"', "BENCH=--write"]
    if given.runs != RUNS or given.seed:
        told[-1] = f'BENCH="--write --runs {given.runs} --seed {given.seed}"'
    return " ".join(told)


if __name__ == "__main__":
    main()
