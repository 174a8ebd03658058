"""
What it costs to select among many claims in memory, beside polars and DuckDB on the same columns in the same run.

A question is asked of a corpus and answered with a corpus. The peers hold kind, sender, recipient and item as categories, with
the first and last day that a claim may mean, and answer with the rows that they find; they are given the members of a group and
the classes under one, which the library finds by itself. The figures are milliseconds, the least of some rounds in which all
take their turn, after a few questions for which the columns are worked out. Everybody has to find the same number of claims,
or the run fails.

Run it with ``python benchmarks/selecting.py --sizes 10000 100000 1000000``; peers that are not installed are
left out. ``--folder`` takes a corpus that ``corpora.py`` has written, and ``--plain`` is without numpy.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from math import inf
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from corpora import write

import osintkp
from osintkp.claims import Claims
from osintkp.facets import dates, words
from osintkp.facets.dates import reach
from osintkp.vocabulary import actors, items

ROUNDS, ASKED, WINDOW = 15, 10, "2015/2022"
COLUMNS = ("kind", "sender", "recipient", "item", "first", "last")
GROUPS, GOODS = ("nato", "eu", "arab-league"), ("munitions", "vehicles/tank")
Rows = list[tuple[Any, ...]]
Question = dict[str, Any]
Act = Callable[[], int]


def rows_of(corpus: osintkp.Corpus) -> Rows:
    """Return what the peers hold of each claim."""
    made = []
    for claim in corpus.claims:
        days = (None, None) if claim.when is None else reach(claim.when.edtf)[:2]
        made.append((claim.kind, claim.record.of("sender"), claim.record.of("recipient"), claim.item, *days))
    return made


def questions(rows: Rows) -> dict[str, Question]:
    """Return what is asked: about the topic that is told most of, and about some groups of states."""
    told = Counter(row[1:4] for row in rows if row[0] == "shipment")
    sender, recipient, item = told.most_common(1)[0][0]
    shared = {"kind": "shipment", "during": WINDOW}
    return {
        "a topic": shared | {"sender": sender, "recipient": recipient, "item": item},
        "groups": shared | {"sender": GROUPS, "recipient": GROUPS, "item": GOODS},
    }


def spelt_out(question: Question, rows: Rows) -> Question:
    """Return a question with every party and every class that it means, and its window in days."""
    several = {name: [each] if isinstance(each, str) else list(each) for name, each in question.items()}
    days = reach(osintkp.When.parse(question["during"]).whole.edtf)
    found: Question = {"kind": question["kind"], "first": days.first, "last": days.last}
    for place, name in enumerate(("sender", "recipient"), 1):
        used = {row[place] for row in rows} - {None}
        found[name] = sorted(actor for actor in used if not actors.above(actor).isdisjoint(several[name]))
    used = {row[3] for row in rows} - {None}
    found["item"] = sorted(path for path in used if any(items.within(path, each) for each in several["item"]))
    return found


def peers(rows: Rows, asked: dict[str, Question]) -> Iterator[tuple[str, float, dict[str, Act]]]:
    """Give each peer with the seconds that its columns took, and what it does for each question."""
    if find_spec("polars"):
        yield from with_polars(rows, asked)
    if find_spec("duckdb") and find_spec("polars"):
        yield with_duckdb(rows, asked)


def with_polars(rows: Rows, asked: dict[str, Question]) -> Iterator[tuple[str, float, dict[str, Act]]]:
    """Give polars, eager and lazy, on categories."""
    import polars as pl

    columns = dict(zip(COLUMNS, map(list, zip(*rows, strict=True)), strict=True))
    begun = perf_counter()
    frame = pl.DataFrame(columns).with_columns(
        pl.col("kind", "sender", "recipient", "item").cast(pl.Categorical)
    )
    took = perf_counter() - begun

    def met(question: Question) -> pl.Expr:
        parties = [
            pl.col(name).is_in(question[name])
            if len(question[name]) > 1
            else pl.col(name) == question[name][0]
            for name in ("sender", "recipient", "item")
        ]
        window = (pl.col("first") <= question["last"]) & (pl.col("last") >= question["first"])
        return pl.all_horizontal((pl.col("kind") == question["kind"]), *parties, window)

    eager = {name: lambda each=each: frame.filter(met(each)).height for name, each in asked.items()}
    lazy = {
        name: lambda each=each: frame.lazy().filter(met(each)).collect().height
        for name, each in asked.items()
    }
    yield "polars eager", took, eager
    yield "polars lazy", took, lazy


def with_duckdb(rows: Rows, asked: dict[str, Question]) -> tuple[str, float, dict[str, Act]]:
    """Return DuckDB on enumerations, with the rows fetched as columns."""
    import duckdb
    import polars as pl

    frame = pl.DataFrame(rows, schema=COLUMNS, orient="row", infer_schema_length=None)
    base = duckdb.connect()
    base.register("frame", frame.to_arrow())
    begun = perf_counter()
    for name in COLUMNS[:4]:
        words_of = f"SELECT DISTINCT {name} FROM frame WHERE {name} IS NOT NULL"  # noqa: S608  our names
        base.execute(f"CREATE TYPE {name}s AS ENUM ({words_of})")
    casts = ", ".join(f"{name}::{name}s AS {name}" for name in COLUMNS[:4])
    base.execute(f"CREATE TABLE claims AS SELECT {casts}, first, last FROM frame")  # noqa: S608  our names
    took = perf_counter() - begun

    def act(question: Question) -> int:
        listed = {name: ", ".join(f"'{each}'" for each in question[name]) for name in COLUMNS[1:4]}
        parties = " AND ".join(f"{name} IN ({each})" for name, each in listed.items())
        window = f"first <= {question['last']} AND last >= {question['first']}"
        found = base.execute(f"SELECT * FROM claims WHERE kind = 'shipment' AND {parties} AND {window}")  # noqa: S608
        return len(found.fetchnumpy()["first"])

    return "DuckDB table", took, {name: lambda each=each: act(each) for name, each in asked.items()}


def timed(act: Act, rounds: int = 1, clock: Callable[[], float] = perf_counter) -> tuple[float, int]:
    """Return the milliseconds that an answer takes, the least of some rounds, and how many claims it has."""
    least, found = inf, 0
    for _ in range(rounds):
        begun = clock()
        found = act()
        least = min(least, clock() - begun)
    return least * 1e3, found


def first_calls(corpus: osintkp.Corpus, asked: dict[str, Question]) -> None:
    """Print what the first question costs, for which the columns are worked out."""
    name, question = next(iter(asked.items()))
    took, _ = timed(lambda: len(corpus.select(**question).claims))
    print(f"  the first question, {name}, with its five columns: {took:.0f} ms")
    more = {
        "actor": "eu",
        "speaker": "un",
        "unit": "tank",
        "modality": "estimated",
        "source": "s1",
        "actor ": "zz-militia",
    }
    for each, word in more.items():
        took, _ = timed(lambda: len(corpus.select(**{each.strip(): word}).claims))  # noqa: B023  called at once
        again, found = timed(lambda: len(corpus.select(**{each.strip(): word}).claims), 3)  # noqa: B023
        print(f"  by {each.strip()} {word}: first {took:.0f} ms, then {again:.2f} ms for {found}")
    for label, act in {
        "during 2019": lambda: len(corpus.select(during="2019").claims),
        "as of 2015": lambda: len(corpus.as_of("2015").claims),
        "figures of the topic": lambda: len(corpus.figures(**question)),
    }.items():
        took, _ = timed(act)
        again, found = timed(act, 5)
        print(f"  {label}: first {took:.0f} ms, then {again:.2f} ms for {found}")


def bytes_of(claims: Claims) -> dict[str, float]:
    """Return the bytes that each column takes for a claim, built anew."""
    import tracemalloc

    taken = {}
    made = (
        words.kinds,
        words.senders,
        words.recipients,
        words.actors,
        words.goods,
        words.units,
        words.speakers,
    )
    for work_out in (*made, words.sources, dates.whens):
        gc.collect()
        tracemalloc.start()
        column = work_out(claims)
        column.index.rows([0])
        taken[work_out.__name__] = tracemalloc.get_traced_memory()[0] / len(claims)
        tracemalloc.stop()
        del column
    return taken


def compare(name: str, acts: dict[str, Act]) -> None:
    """Print what everybody takes for one question, on the clock of the wall and on that of the process."""
    least: dict[tuple[str, str], float] = {}
    found = {who: act() for who, act in acts.items() for _ in range(ASKED)}
    for _ in range(ROUNDS):
        for who, act in acts.items():
            for label, clock in (("wall", perf_counter), ("cpu", process_time)):
                took, found[who] = timed(act, clock=clock)
                least[who, label] = min(least.get((who, label), inf), took)
    if len(set(found.values())) != 1:
        sys.exit(f"not all find the same: {found}")
    print(f"  {name}, {found['select']} claims:")
    for who in acts:
        wall, cpu = least[who, "wall"], least[who, "cpu"]
        ratios = f"{least['select', 'wall'] / wall:.2f} x, {least['select', 'cpu'] / cpu:.2f} x"
        print(f"    {who:14} {wall:8.3f} ms, cpu {cpu:8.3f} ms; select takes {ratios}")


def run(folder: Path, *, memory: bool) -> None:
    """Print the figures of one corpus."""
    begun = perf_counter()
    corpus = osintkp.load(folder)
    gc.collect()
    gc.freeze()
    print(f"\n{len(corpus.claims):,} claims, loaded in {perf_counter() - begun:.1f} s")
    rows = rows_of(corpus)
    asked = questions(rows)
    first_calls(corpus, asked)
    meant = {name: spelt_out(question, rows) for name, question in asked.items()}
    ours = {name: lambda each=each: len(corpus.select(**each).claims) for name, each in asked.items()}
    acts = {"select": ours}
    for peer, took, theirs in peers(rows, meant):
        acts[peer] = theirs
        print(f"  {peer}: its columns took {took * 1e3:.0f} ms")
    for name in asked:
        compare(name, {who: theirs[name] for who, theirs in acts.items()})
    if memory:
        print(
            "  bytes a claim:",
            ", ".join(f"{name} {size:.1f}" for name, size in bytes_of(corpus.claims).items()),
        )
    gc.unfreeze()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure selecting beside polars and DuckDB.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--folder", type=Path, help="a corpus that is there, instead of sizes")
    parser.add_argument("--plain", action="store_true", help="without numpy and the peers")
    parser.add_argument("--memory", action="store_true", help="the bytes of the columns too")
    given = parser.parse_args()
    if given.plain:
        for package in ("numpy", "polars", "duckdb"):
            sys.modules[package] = None  # type: ignore[assignment]  # this is how Python is told that there is no such package
    if given.folder:
        run(given.folder, memory=given.memory)
    else:
        for size in given.sizes:
            with tempfile.TemporaryDirectory() as place:
                write(size, Path(place), seed=7)
                run(Path(place), memory=given.memory)
