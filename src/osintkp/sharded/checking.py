"""Checking a store: rounds, keys, plan, findings."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import closing, contextmanager
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from osintkp import facts
from osintkp.checks import asked, settled
from osintkp.claim import Suppression
from osintkp.errors import InvalidValueError
from osintkp.facts import Facts
from osintkp.findings import Findings
from osintkp.paths import is_folder
from osintkp.pausing import collection_paused
from osintkp.sharded import steps
from osintkp.sharded.output import Remade, Written, put_down, write
from osintkp.sharded.plan import Keys, plan
from osintkp.sharded.schedulers import Scheduler, in_turn
from osintkp.sharded.tasks import step_over
from osintkp.sharded.work import Known, Lookup, Work
from osintkp.store.asking import scratch_in
from osintkp.store.shelf import Settings, Shelf
from osintkp.vocabulary.scales import Severity

if TYPE_CHECKING:
    import pyarrow as pa

PathText = str | PathLike[str]


@overload
def check(
    folder: PathText, select: Iterable[str] = (), ignore: Iterable[str] = (), *, using: Facts | PathText | None = None,
    severities: Mapping[str, Severity | str] | None = None, at_least: Severity | str | None = None,
    scheduler: Scheduler = ..., scratch: PathText | None = None, memory: str | None = None, to: None = None,
) -> Findings: ...  # fmt: skip


@overload
def check(
    folder: PathText, select: Iterable[str] = (), ignore: Iterable[str] = (), *, using: Facts | PathText | None = None,
    severities: Mapping[str, Severity | str] | None = None, at_least: Severity | str | None = None,
    scheduler: Scheduler = ..., scratch: PathText | None = None, memory: str | None = None, to: PathText,
) -> Written: ...  # fmt: skip


def check(
    folder: PathText, select: Iterable[str] = (), ignore: Iterable[str] = (), *, using: Facts | PathText | None = None,
    severities: Mapping[str, Severity | str] | None = None, at_least: Severity | str | None = None,
    scheduler: Scheduler = in_turn, scratch: PathText | None = None, memory: str | None = None, to: PathText | None = None,
) -> Findings | Written:  # fmt: skip
    """
    Return what the checks find in a store: what they find in its claims in memory, in the same order.

    Args:
        folder: The store, as ``corpus.to_parquet(folder)`` writes it.
        select: As for :meth:`osintkp.Corpus.check`.
        ignore: As there.
        using: As there.
        severities: As there.
        at_least: As there; with very many claims the findings of ``info`` alone may fill the memory.
        scheduler: What runs the steps: ``in_turn``, in this process; or what ``in_processes``, ``in_dask`` or a function of
            one's own gives.
        scratch: A folder for what is put down meanwhile, which every process that runs a step has to reach; None for the
            system's.
        memory: How much DuckDB may use in each process, like ``1GB``; None for 256 MB.
        to: A file that the findings are written to, of Parquet and in their order, so that they need not fit memory either;
            None returns them.

    Raises:
        InvalidValueError: The folder is no store, or not as it was written; a check does not group by keys
            (``grouping-without-keys``); a worker does not see the store or the scratch folder (``folder-unreachable``);
            another store was put in its place meanwhile (``store-replaced``); or ``memory`` or ``scratch`` is none.
        UnknownCheckError: A name means no check.
    """
    if to is not None and is_folder(Path(to)):
        raise InvalidValueError(
            "folder-taken", "findings are written to a file", str(to), "name a file in it"
        )
    in_force = using if isinstance(using, Facts) else facts.load_facts(using) if using else facts.shipped()
    wanted = asked(in_force, select, ignore, severities, at_least)
    with (
        closing(Shelf(Path(folder), Settings(memory=memory))) as shelf,
        _put_down(None if scratch is None else Path(scratch)) as place,
    ):
        work = Work(
            folder=Path(folder).absolute(), digest=shelf.manifest.digest, scratch=place, wanted=wanted, memory=memory
        )  # fmt: skip
        rules = _learn(work, shelf, scheduler)
        ran = [(check.code, check.name) for check in wanted.checks]
        if to is not None:
            put_down(_found(work, shelf, scheduler), work.scratch)
            # Below the least severity nobody looked, so nobody knows whether a suppression meets nothing any more.
            known = (rules, ran) if wanted.at_least is None else ((), [])
            return write(work.scratch, Path(to), *known, memory)
        remade = Remade()
        found = [each for batch in _found(work, shelf, scheduler) for each in remade.of(batch)]
        told = settled(found, rules, ran)
    return told if wanted.at_least is None else Findings((*told, *told.suppressed))


@contextmanager
def _put_down(folder: Path | None) -> Iterator[Path]:
    """Give a folder for what is put down meanwhile, and throw it away whatever happens."""
    place = scratch_in(folder)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _run(
    work: Work, step: steps.Step, scheduler: Scheduler, parts: Iterable[int]
) -> Iterator[pa.RecordBatch]:
    """Give the batches of a step, whichever comes first."""
    return chain.from_iterable(scheduler(step_over(work, step), list(parts)))


def _learn(work: Work, shelf: Shelf, scheduler: Scheduler) -> tuple[Any, ...]:
    """Let every round be told and settled; return the suppressions of all claims."""
    parts, lookup, learning = range(shelf.manifest.parts), Lookup(shelf), work.learning
    known = Known(turn=0, of=tuple(None for _ in learning))
    for turn in range(work.rounds):
        work.put(steps.KNOWN, known)
        told: dict[int, set[Any]] = {}
        # In the first round every claim is read for what it suppresses; in any other only where one can add something.
        for batch in _run(work, steps.told, scheduler, parts) if not turn or work.asked(known) else ():
            for place, what in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                more = pickle.loads(what)  # noqa: S301  a step of this run has made it
                so_far = told.setdefault(place, set())
                so_far |= more
                if place >= 0:
                    fewer = learning[place].rounds[turn].fewer(so_far, known.of[place])
                    told[place] = fewer if isinstance(fewer, set) else set(fewer)
        with collection_paused():
            of = {
                part: part.rounds[turn].settle(told.get(place, frozenset()), lookup, known.of[place])
                if len(part.rounds) > turn
                else known.of[place]
                for place, part in enumerate(learning)
                if learning.index(part) == place
            }
        known = Known(
            turn=turn + 1,
            of=tuple(of[part] for part in learning),
            rules=_rules(told[-1]) if -1 in told else known.rules,
        )
    work.put(steps.KNOWN, known)
    return known.rules


def _rules(told: AbstractSet[Any]) -> tuple[tuple[str, Suppression], ...]:
    """Return the suppressions as they stand in their claims, in the order of these claims' ids."""
    by_id = sorted(told, key=lambda each: each[0])
    return tuple((name, rule) for name, rules in by_id for rule in rules)


def _found(work: Work, shelf: Shelf, scheduler: Scheduler) -> Iterator[pa.RecordBatch]:
    parts = shelf.manifest.parts
    keys = Keys(work.scratch, steps.schema_of(steps.KEYED), parts)
    with closing(keys):
        for batch in _run(work, steps.keyed, scheduler, range(parts)):
            keys.add(batch)
    buckets = plan(work.scratch, parts, [part.least for _, part in work.groupings], work.memory)
    yield from _run(work, steps.found, scheduler, [bucket for bucket in buckets if bucket < parts])
    for crowd in (bucket for bucket in buckets if bucket >= parts):
        yield from _run(
            work, steps.found, scheduler, [crowd]
        )  # one at a time: of each all claims are in memory
