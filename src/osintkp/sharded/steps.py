"""
The steps that may run anywhere: each takes a batch of Arrow with numbers of parts, and gives batches of Arrow.

A step is a function of a :class:`Work` and a batch with one column ``part``; with the work filled in it is what Spark's
``mapInArrow``, Ray's ``map_batches`` or a task of Dask takes. A step that is run again gives the same, so that whoever moves
the batches may repeat it after a loss.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable, Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from osintkp.checks import Suppressed
from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.finding_table import COLUMNS
from osintkp.findings import Finding
from osintkp.frames.arrow import schema_of as arrow_schema
from osintkp.frames.arrow import table_of
from osintkp.frames.columns import nested
from osintkp.group import Grouping, stable
from osintkp.lineage.circles import every_circle
from osintkp.pausing import collection_paused, paused_at_work
from osintkp.sharded.plan import Groups, members_of
from osintkp.sharded.work import Known, Work, heads_of
from osintkp.store.decoding import Decoder
from osintkp.store.fetching import numbered_of
from osintkp.store.layout import arrow
from osintkp.store.shelf import Shelf

if TYPE_CHECKING:
    import pyarrow as pa

AT_ONCE = 20_000
NUMBER = 2**63
KNOWN = "known"
Step = Callable[[Work, "pa.RecordBatch"], Iterator["pa.RecordBatch"]]


def given_by(step: Step) -> pa.Schema:
    """
    Return the columns of the batches that a step gives.

    Example:
        >>> given_by(keyed).names
        ['grouping', 'key', 'number', 'home']
    """
    if step is found:
        return arrow_schema(nested(COLUMNS), {})
    return schema_of(TOLD if step is told else KEYED)


def told(work: Work, parts: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """
    Give what the claims of some parts tell in the next round: a row for each grouping, with a set of Python's pickled.

    Of the first round the last row, of the grouping -1, has the suppressions of the claims.
    """
    known = work.got(KNOWN)
    asked = work.asked(known)
    for number in parts.column("part").to_pylist():
        found: dict[int, AbstractSet[Hashable]] = {place: set() for place in asked}
        rules: set[Hashable] = set()
        with work.shelf() as shelf, collection_paused():
            for claims in _claims_of(shelf, number):
                heads = heads_of(shelf, (claim.source for _, claim in claims))
                for place, each in asked.items():
                    so_far = known.of[place]
                    more = {
                        what
                        for _, claim in claims
                        for what in each.told(claim, heads.get(claim.source), so_far)
                    }
                    found[place] = each.fewer(found[place] | more, so_far)
                rules.update((claim.id, claim.suppress) for _, claim in claims if claim.suppress)
        rows = [(place, pickle.dumps(what)) for place, what in found.items() if what]
        yield _batch(TOLD, [*rows, *([(-1, pickle.dumps(rules))] if rules and not known.turn else [])])


def keyed(work: Work, parts: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """Give the keys under which the claims of some parts stand in groups: grouping, key, number of the claim, and part."""
    known = work.got(KNOWN)
    for home in parts.column("part").to_pylist():
        with work.shelf() as shelf:
            yield from paused_at_work(_keyed(work, known, shelf, home))


def _keyed(work: Work, known: Known, shelf: Shelf, home: int) -> Iterator[pa.RecordBatch]:
    own = [
        (place, part)
        for place, (first, (_, part)) in enumerate(zip(work.first_places, work.groupings, strict=True))
        if first == place
    ]
    for claims in _claims_of(shelf, home):
        numbers = _Numbers()
        yield _batch(
            KEYED,
            [
                (place, numbers.of(key), number, home)
                for place, part in own
                for number, claim in claims
                for key in part.keys(claim, known.of[place])
            ],
        )


class _Numbers:
    """Numbers of keys, each worked out once: many claims, and many groupings, have the same."""

    def __init__(self) -> None:
        self._known: dict[Hashable, int] = {}

    def of(self, key: Hashable) -> int:
        """Return the number of a key, of 64 bits with a sign."""
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = stable(key) - NUMBER
        return found


def found(work: Work, buckets: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """Give what the checks find in the groups of some buckets of the plan: the columns of a table of findings."""
    known = work.got(KNOWN)
    aside = Suppressed(known.rules).aside
    circles = tuple(
        sorted(
            {circle for around in known.of[-1].values() for circle in around}, key=lambda circle: circle.nodes
        )
    )
    for bucket in buckets.column("part").to_pylist():
        groups = members_of(work.scratch, bucket)
        with work.shelf() as shelf:
            numbers = {number for of in groups.values() for members in of.values() for number in members}
            with collection_paused():
                by_number, world = numbered_of(shelf, numbers)
                world.taking(every_circle, circles)
            yield from paused_at_work(_findings(work, groups, by_number, world, known.of, aside))


def _findings(
    work: Work, groups: Groups, by_number: dict[int, Claim], world: Claims, known: list[Any],
    aside: Callable[[Finding], Finding],
) -> Iterator[pa.RecordBatch]:  # fmt: skip
    waiting: list[Finding] = []
    for first, (place, (check, part)) in zip(work.first_places, enumerate(work.groupings), strict=True):
        made = (
            group
            for key, members in groups.get(first, {}).items()
            if (group := _group(part, key, [by_number[each] for each in members], world, work, known[place]))
        )
        for each in work.wanted.of(check, made):
            waiting.append(aside(each))
            if len(waiting) >= AT_ONCE:
                yield from _told_of(waiting)
                waiting = []
    yield from _told_of(waiting)


def _group(part: Grouping, key: int, members: list[Claim], world: Claims, work: Work, known: Any) -> Any:
    """Return the group of a key that is known by its number alone: a claim of it has the key."""
    keys = list(part.keys(members[0], known))
    whole = keys[0] if len(keys) == 1 else next(each for each in keys if stable(each) - NUMBER == key)
    return part.group(whole, members, world, work.wanted.facts, known)


def _told_of(findings: list[Finding]) -> list[pa.RecordBatch]:
    batches: list[pa.RecordBatch] = table_of(nested(COLUMNS), findings, {}).combine_chunks().to_batches()
    return batches


def _claims_of(shelf: Shelf, part: int) -> Iterator[list[tuple[int, Claim]]]:
    decoder = Decoder()
    for batch in shelf.part(part, ("number", "source", "coded", "met"), AT_ONCE):
        rows = zip(*(column.to_pylist() for column in batch.columns), strict=True)
        yield [(number, decoder.claim(*row)) for number, *row in rows]


TOLD = (("grouping", "int16"), ("told", "binary"))
KEYED = (("grouping", "int16"), ("key", "int64"), ("number", "int64"), ("home", "int32"))


def _batch(columns: tuple[tuple[str, str], ...], rows: list[Any]) -> pa.RecordBatch:
    package, schema = arrow(), schema_of(columns)
    turned = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [package.array(values, type=field.type) for values, field in zip(turned, schema, strict=True)]
    return package.RecordBatch.from_arrays(arrays, schema=schema)


def schema_of(columns: tuple[tuple[str, str], ...]) -> pa.Schema:
    """Return the schema of the batches that a step gives."""
    package = arrow()
    return package.schema([(name, package.type_for_alias(kind)) for name, kind in columns])
