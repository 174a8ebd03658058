"""What is measured of a corpus, part by part; each part gives its results as it has them, by names that ratios.py knows."""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import tempfile
from collections import Counter
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
ENOUGH = 60.0  # seconds after which no further run of one thing is begun
SHORT = 0.02  # seconds that one sample takes at least: what is shorter is done again and again
FEW, MANY = 1000, 100_000
ARCHIVE = 4_000_000  # bytes
SETTLED = 5  # questions after which every column that is asked for is there, as a frame of polars is
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
    only = case.fresh(lambda corpus: corpus.check(select=check, at_least="error"))
    yield f"figures-conflict, errors alone, {case.way}", only


def checks(case: Case) -> Iterator[Result]:
    """Give what all checks cost together."""
    yield f"all checks, {case.way}", case.fresh(lambda corpus: corpus.check())
    yield f"all checks, errors alone, {case.way}", case.fresh(lambda corpus: corpus.check(at_least="error"))


def findings(case: Case) -> Iterator[Result]:
    """Give what it costs to come from JSON Lines to the findings of two checks."""
    yield f"lines to findings, {case.way}", case.each(lambda: case.load().check(select=BOTH))
    yield f"lines to errors, {case.way}", case.each(lambda: case.load().check(select=BOTH, at_least="error"))


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

    found, first = counted(select)
    yield f"first select, {case.way}", first / case.size * 1e6
    for _ in range(SETTLED):
        select()
    yield f"select, {case.way}", case.each(select)
    told = Counter(claim.actors for claim in shipments)
    # Half of the claims are about parties of whom more is told, half about such of whom less is.
    middle = sorted(shipments, key=lambda claim: told[claim.actors])[len(shipments) // 2].record
    sender, recipient = (str(middle.of(role)) for role in ("sender", "recipient"))
    corpus.figures(kind="shipment", sender=sender, recipient=recipient)
    taken = case.each(lambda: corpus.figures(kind="shipment", sender=sender, recipient=recipient), 1)
    yield f"figures on a topic, ms, {case.way}", taken / 1000
    if case.way != PLAIN and find_spec("polars") is not None:
        filtered = in_polars(corpus, senders, recipients)
        if found != len(filtered()):
            raise SystemExit(f"select found {found} claims, polars {len(filtered())}")
        yield "polars filter", case.each(filtered)


def counted(select: Callable[[], osintkp.Corpus]) -> tuple[int, float]:
    """Return how many claims are selected, and what that takes in seconds."""
    begun = process_time()
    found = select()
    return len(found.claims), process_time() - begun


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
    """Give what all checks cost on a corpus that is opened on disk, and the most memory that they take."""
    import osintkp

    opened = getattr(osintkp, "open", None)
    if opened is None or find_spec("osintkp.store") is None:
        return
    kept = case.folder.with_name(f"{case.folder.name}-stored")
    if not kept.exists():  # elsewhere, since writing takes memory of its own
        code = f"from osintkp.store import gather; gather({str(case.folder)!r}, {str(kept)!r})"
        subprocess.run([sys.executable, "-c", code], check=True)
    begun = process_time()
    opened(kept).check()
    yield "all checks, from disk", (process_time() - begun) / case.size * 1e6
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    yield "all checks, from disk, GB of memory", most / 1e9


def archived(case: Case) -> Iterator[Result]:
    """Give how long it takes to read an archive with one process and with two, by the clock, since two work at once."""
    import osintkp

    if not hasattr(osintkp, "read_archive"):
        return
    import archives

    with tempfile.TemporaryDirectory() as place:
        archive = Path(place, "archive.jsonl")
        archives.write_archive(archive, ARCHIVE)
        for jobs in (1, 2):
            folders = (Path(place, f"{jobs}-{number}") for number in range(case.runs))
            runs = (archives.watched(archives.started(archive, folder, jobs))[0] for folder in folders)
            yield f"read an archive, {jobs} at work, s", median(float(run.split()[0]) for run in runs)


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
ONCE: dict[str, Callable[[Case], Iterator[Result]]] = {"start": start, "archived": archived}
AGREEMENT: dict[str, Callable[[Case], Iterator[Result]]] = {"same": same}
