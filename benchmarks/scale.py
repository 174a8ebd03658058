"""
What loading and checking cost as corpora grow, beside peers that are measured in the same run.

Every figure is CPU time of the process, the least of some runs, in microseconds a claim; the ratios are what counts. The
peers: ``stix2.parse`` on notes that say as much as a claim does, pydantic models with the same fields and equal strictness,
``orjson.loads`` to plain tables, and DuckDB, on one thread, with one statement that returns the pairs of figures which have no
number in common, each with the first thing in which the two differ.

Run it with ``make bench``, or ``python benchmarks/scale.py --sizes 1000 10000 100000``; peers that are not installed are
left out.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import Any

from corpora import write

import osintkp
from osintkp.triage import topic

RUNS, PEER = 3, 1000
LARGE = 50_000  # from here on one run of the checks is long enough to be told from noise
GOALS = {"load, plain": 7.0, "load, orjson": 15.0}
CHECKS = {"figures-conflict": ["figures-conflict"], "all checks": []}
PAIRS = """
    WITH told AS (
        SELECT topic, low, high, item, mode, measure, first, last, origin, as_of, min(id) AS id, min(source) AS source
        FROM figures GROUP BY ALL
    )
    SELECT a.id, b.id, CASE
        WHEN a.item <> b.item THEN 'different_item'
        WHEN a.mode <> b.mode OR a.measure <> b.measure THEN 'different_scope'
        WHEN a.first > b.last OR b.first > a.last OR (a.first, a.last) <> (b.first, b.last) THEN 'different_window'
        WHEN a.source = b.source THEN 'undecided'
        ELSE 'conflict' END AS verdict
    FROM told AS a JOIN told AS b ON a.topic = b.topic AND a.id < b.id
    WHERE a.high < b.low OR b.high < a.low
    ORDER BY verdict, a.id, b.id
"""
Row = tuple[str, int, float]


def cost(act: Callable[[], object], count: int, runs: int = RUNS) -> float:
    """Return the CPU time of some code in microseconds for each of so many things, the least of some runs."""
    times = []
    for _ in range(runs):
        begun = process_time()
        act()
        times.append(process_time() - begun)
    return min(times) / count * 1e6


def without(package: str, act: Callable[[], float]) -> float:
    """Return what code costs where a package is not there."""
    kept = sys.modules.get(package)
    sys.modules[package] = None  # type: ignore[assignment]  # this is how Python is told that there is no such package
    try:
        return act()
    finally:
        del sys.modules[package]
        if kept is not None:
            sys.modules[package] = kept


def ours(size: int, folder: Path) -> Iterator[Row]:
    """Give what the library takes for a corpus."""
    yield "load, plain", size, without("orjson", lambda: cost(lambda: osintkp.load(folder), size))
    if find_spec("orjson"):
        yield "load, orjson", size, cost(lambda: osintkp.load(folder), size)
    for name, select in CHECKS.items():
        runs = [
            osintkp.load(folder) for _ in range(RUNS)
        ]  # fresh ones: what a corpus knows of itself it keeps
        yield name, size, cost(lambda: runs.pop().check(select=select), size)  # noqa: B023  called before the next turn


def peers(size: int, lines: list[str], folder: Path) -> Iterator[Row]:
    """Give what the peers take for as much."""
    few = lines[:PEER]
    if find_spec("stix2"):
        notes = [json.dumps(note(json.loads(line)["claim"])) for line in few]
        yield "stix2.parse", size, cost(lambda: parsed_notes(notes), len(notes))
    if find_spec("pydantic"):
        read = pydantic_reader()
        yield "pydantic", size, cost(lambda: [read(line) for line in lines], size)
    if find_spec("orjson"):
        from orjson import loads

        yield "orjson.loads", size, cost(lambda: [loads(line) for line in lines], size)
    if find_spec("duckdb"):
        yield "duckdb, clashing pairs", size, duckdb_pairs(folder)


def note(claim: dict[str, Any]) -> dict[str, Any]:
    """Return a STIX note that says as much as a claim: the words, who says so, and a handful of fields."""
    stamp, name = "2024-05-12T08:17:27.000Z", "0c7b5b88-8ff7-4a4d-aa9d-feb398cd0061"
    place = {"source_name": claim["id"], "description": str(claim["span"])}
    return {
        "type": "note", "spec_version": "2.1", "id": f"note--{name}", "created": stamp, "modified": stamp,
        "created_by_ref": f"identity--{name}", "content": claim["quote"], "abstract": str(claim.get("modality")),
        "authors": [claim.get("speaker", "own")], "object_refs": [f"campaign--{name}"], "confidence": 50, "lang": "en",
        "labels": ["shipment", "estimated"], "external_references": [place],
    }  # fmt: skip


def parsed_notes(notes: list[str]) -> None:
    """Parse STIX notes as STIX's own library does."""
    from stix2 import parse

    for each in notes:
        parse(each)


def pydantic_reader() -> Callable[[str], object]:
    """Return what reads a line into pydantic models that refuse unknown keys and wrong types."""
    from pydantic import BaseModel, ConfigDict

    class Strict(BaseModel):
        model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    class Link(Strict):
        kind: str
        claim: str

    class Record(Strict):
        sender: str | None = None
        recipient: str | None = None
        actor: str | None = None
        by: str | None = None
        on: str | None = None
        authority: str | None = None
        participants: tuple[str, ...] = ()
        about: tuple[str, ...] = ()
        text: str | None = None
        item: str | None = None
        amount: str | None = None
        measure: str | None = None
        place: str | None = None
        when: str | None = None
        since: str | None = None

    class Claim(Strict):
        id: str
        quote: str
        span: tuple[int, int]
        speaker: str | None = None
        via: tuple[str, ...] = ()
        role: str | None = None
        modality: str = "stated"
        said: str | None = None
        credibility: int = 6
        links: tuple[Link, ...] = ()
        shipment: Record | None = None
        loss: Record | None = None
        troop_deployment: Record | None = None
        seizure: Record | None = None
        weapons_test: Record | None = None
        meeting: Record | None = None
        statement: Record | None = None
        limit: Record | None = None

    class Line(Strict):
        claim: Claim

    return Line.model_validate_json


def duckdb_pairs(folder: Path) -> float:
    """Return what DuckDB takes for the clashing pairs of a corpus that it has as a table; a microsecond a claim at least."""
    import duckdb
    import pyarrow as pa

    claims = osintkp.load(folder).claims
    base = duckdb.connect()
    base.execute("SET threads = 1")
    base.register(
        "given", pa.Table.from_pylist([row for claim in claims if (row := _row(claim)) is not None])
    )
    base.execute("CREATE TABLE figures AS SELECT * FROM given")
    return cost(lambda: base.execute(PAIRS).fetchall(), len(claims), runs=7)


def _row(claim: osintkp.Claim) -> dict[str, Any] | None:
    about = topic(claim)
    if about is None or claim.amount is None:
        return None
    low, high = (max(-1e18, min(1e18, end)) for end in claim.amount.printed_band())
    first, last = (claim.when and claim.when.earliest, claim.when and claim.when.latest)
    return {
        "topic": str(about), "id": claim.id, "low": low, "high": high, "item": claim.item or "", "mode": claim.modality.value,
        "measure": str(claim.record.of("measure")), "first": str(first or "0000"), "last": str(last or "9999"),
        "source": claim.source, "origin": claim.origin, "as_of": str(claim.said or ""),
    }  # fmt: skip


def slope(rows: list[Row], name: str) -> float | None:
    """Return how cost grows between the two largest sizes, log to log: 1 where it is linear."""
    found = [(size, each) for told, size, each in rows if told == name][-2:]
    if len(found) < 2:
        return None
    (few, low), (many, high) = found
    return 1 + math.log(high / low) / math.log(many / few)


def told(rows: list[Row], sizes: list[int]) -> Iterator[str]:
    """Give the table: a line for each thing that was measured, then the ratios."""
    names = list(dict.fromkeys(name for name, _, _ in rows))
    by = {(name, size): each for name, size, each in rows}
    yield f"{'microseconds a claim':26}" + "".join(f"{size:>12,}" for size in sizes) + f"{'slope':>8}"
    for name in names:
        grows = slope(rows, name)
        figures = "".join(f"{by[name, size]:12.2f}" if (name, size) in by else " " * 12 for size in sizes)
        yield f"{name:26}{figures}" + ("" if grows is None else f"{grows:8.2f}")
    pairs = [(each, "stix2.parse", "faster than") for each in GOALS] + [
        ("load, orjson", "pydantic", "faster than")
    ]
    pairs += [("load, orjson", "orjson.loads", "faster than")]
    pairs += [(each, "duckdb, clashing pairs", "slower than") for each in CHECKS]
    for name, peer, words in pairs:
        if name in names and peer in names:
            ratios = (by[peer, size] / by[name, size] for size in sizes)
            figures = "".join(f"{ratio if words == 'faster than' else 1 / ratio:12.2f}" for ratio in ratios)
            yield f"{f'{name}: x {words}':26}{figures}  {peer}"


def main() -> None:
    """Print the table for some sizes."""
    parser = argparse.ArgumentParser(description="Compare what loading and checking cost as corpora grow.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as place:
        for size in given.sizes:
            folder = Path(place) / str(size)
            files = write(size, folder, given.seed)
            text = "".join(file.read_text(encoding="utf-8") for file in files)
            lines = [line for line in text.splitlines() if line.startswith('{"claim"')]
            rows += [*ours(size, folder), *peers(size, lines, folder)]
    print(*told(rows, given.sizes), sep="\n")


if __name__ == "__main__":
    main()
