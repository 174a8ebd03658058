"""Checking a store: rounds, keys, plan, findings."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import closing
from functools import partial
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osintkp import facts
from osintkp.checks import Wanted, chosen, settled, severity_of
from osintkp.evidence import Span
from osintkp.facts import Facts
from osintkp.findings import Cited, Finding, Findings
from osintkp.pausing import collection_paused
from osintkp.sharded import steps
from osintkp.sharded.plan import Keys, plan
from osintkp.sharded.schedulers import Scheduler, in_turn
from osintkp.sharded.work import Known, Lookup, Work
from osintkp.store.layout import arrow
from osintkp.store.shelf import Settings, Shelf
from osintkp.vocabulary.scales import Severity

if TYPE_CHECKING:
    import pyarrow as pa

PathText = str | PathLike[str]


def check(
    folder: PathText, select: Iterable[str] = (), ignore: Iterable[str] = (), *, using: Facts | PathText | None = None,
    severities: Mapping[str, Severity | str] | None = None, at_least: Severity | str | None = None,
    scheduler: Scheduler = in_turn, scratch: PathText | None = None, memory: str | None = None,
) -> Findings:  # fmt: skip
    """
    Return what the checks find in a store: what they find in its claims in memory, in the same order.

    Args:
        folder: The store, as ``corpus.to_parquet(folder)`` writes it.
        select: As for :meth:`osintkp.Corpus.check`.
        ignore: As there.
        using: As there.
        severities: As there.
        at_least: As there; with very many claims the findings of ``info`` alone may fill the memory.
        scheduler: What runs the steps; None for one after the other in this process.
        scratch: A folder for what is put down meanwhile, which every process that runs a step has to reach; None for the
            system's.
        memory: How much DuckDB may use in each process, like ``1GB``; None for 256 MB.

    Raises:
        InvalidValueError: The folder is no store, or not as it was written; or a check does not group by keys
            (``grouping-without-keys``).
        UnknownCheckError: A name means no check.
    """
    severities = severities or {}
    wanted = Wanted(
        checks=chosen(select, ignore, (), [key.partition(":")[0] for key in severities]),
        facts=using if isinstance(using, Facts) else facts.load_facts(using) if using else facts.shipped(),
        severities=severities, at_least=None if at_least is None else severity_of(at_least),
    )  # fmt: skip
    with (
        tempfile.TemporaryDirectory(prefix="osintkp-", dir=scratch) as place,
        closing(Shelf(Path(folder), Settings(memory=memory))) as shelf,
    ):
        work = Work(folder=Path(folder), scratch=Path(place), wanted=wanted, memory=memory)
        rules = _learn(work, shelf, scheduler)
        found = [each for batch in _found(work, shelf, scheduler) for each in findings_of(batch)]
        told = settled(found, rules, [(check.code, check.name) for check in wanted.checks])
    return told if wanted.at_least is None else Findings((*told, *told.suppressed))


def _run(
    work: Work, step: steps.Step, scheduler: Scheduler, parts: Iterable[int]
) -> Iterator[pa.RecordBatch]:
    """Give the batches of a step, whichever comes first."""
    for table in scheduler(partial(_on_part, work, step), list(parts)):
        yield from table


def _on_part(work: Work, step: steps.Step, part: int) -> list[pa.RecordBatch]:
    batch = arrow().record_batch({"part": arrow().array([part], "int32")})
    return list(step(work, batch))


def _learn(work: Work, shelf: Shelf, scheduler: Scheduler) -> tuple[Any, ...]:
    """Let every round be told and settled; return the suppressions of all claims."""
    parts, lookup = range(shelf.manifest.parts), Lookup(shelf)
    known = Known(turn=0, of=tuple(None for _ in work.learning))
    for turn in range(work.rounds):
        work.put(steps.KNOWN, known)
        told: dict[int, AbstractSet[Any]] = {}
        for batch in _run(work, steps.told, scheduler, parts):
            for place, what in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                more = pickle.loads(what)  # noqa: S301  a step of this run has made it
                told[place] = told.get(place, set()) | more
                if place >= 0:
                    told[place] = work.learning[place].rounds[turn].fewer(told[place], known.of[place])
        with collection_paused():
            of = tuple(
                part.rounds[turn].settle(told.get(place, frozenset()), lookup, known.of[place])
                if len(part.rounds) > turn
                else known.of[place]
                for place, part in enumerate(work.learning)
            )
        rules = tuple(sorted(told[-1], key=lambda each: each[0])) if -1 in told else known.rules
        known = Known(turn=turn + 1, of=of, rules=rules)
    work.put(steps.KNOWN, known)
    return known.rules


def _found(work: Work, shelf: Shelf, scheduler: Scheduler) -> Iterator[pa.RecordBatch]:
    parts = shelf.manifest.parts
    keys = Keys(work.scratch, steps.schema_of(steps.KEYED))
    with closing(keys):
        for batch in _run(work, steps.keyed, scheduler, range(parts)):
            keys.add(batch)
    buckets = plan(work.scratch, parts, [part.least for _, part in work.groupings], work.memory)
    yield from _run(work, steps.found, scheduler, buckets)


def findings_of(batch: pa.RecordBatch) -> Iterator[Finding]:
    """Give the findings of a batch that a step has given."""
    for row in batch.to_pylist():
        cited = tuple(
            Cited(claim=each["claim"], source=each["source"], span=Span(**each["span"]))
            for each in row["cited"]
        )
        lists = {name: tuple(row[name]) for name in ("claims", "working", "assumptions")}
        yield Finding(**{**row, **lists, "cited": cited})
