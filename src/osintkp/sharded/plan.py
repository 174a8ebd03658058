"""The plan: which groups are looked into where, worked out on disk from the keys of all claims, slice by slice."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osintkp.store.layout import arrow, compute, dealt, parquet, unbuffered
from osintkp.store.opened import connected, readable

if TYPE_CHECKING:
    import pyarrow as pa

KEYS, PLAN = "keys", "plan"
ALONE = 100_000
MIDDLE = 20  # bits of a key below those that tell its slice; the lowest tell a part
PLANNED = """
    CREATE OR REPLACE TEMP TABLE groups AS
        SELECT grouping, key, count(*) > {alone} AS crowded,
            CASE WHEN min(home) = max(home) THEN min(home) ELSE key & {mask} END AS home
        FROM keys JOIN least USING (grouping)
        GROUP BY grouping, key HAVING count(*) >= any_value(least);
    CREATE OR REPLACE TEMP TABLE crowds AS
        SELECT key, {beyond} + row_number() OVER (ORDER BY key) - 1 AS own
        FROM (SELECT DISTINCT key FROM groups WHERE crowded)
"""
MEMBERS = """
    COPY (
        SELECT coalesce(own, groups.home) AS bucket, grouping, key, number
        FROM keys JOIN groups USING (grouping, key) LEFT JOIN crowds USING (key)
        ORDER BY bucket
    ) TO '{file}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)
"""
BUCKETS = "SELECT DISTINCT coalesce(own, groups.home) FROM groups LEFT JOIN crowds USING (key)"
Groups = dict[int, dict[int, list[int]]]


class Keys:
    """
    Takes the keys of claims as they come, and puts them down in slices: all that have one key are in one.

    Args:
        scratch: A folder for what is put down meanwhile.
        schema: Of the batches.
        slices: How many, a power of two.
    """

    def __init__(self, scratch: Path, schema: pa.Schema, slices: int) -> None:
        self._writers: list[Any] = [
            parquet().ParquetWriter(_keys(scratch, number), schema, compression="zstd")
            for number in range(slices)
        ]

    def add(self, batch: pa.RecordBatch) -> None:
        """Put down some more."""
        middle = compute().shift_right(batch.column("key"), MIDDLE)
        slice_of = compute().bit_wise_and(middle, len(self._writers) - 1)
        for number, rows in dealt(batch, slice_of):
            self._writers[number].write_batch(rows)

    def close(self) -> None:
        """End the files."""
        for writer in self._writers:
            writer.close()


def _keys(scratch: Path, number: int) -> Path:
    return scratch / f"{KEYS}-{number}.parquet"


def plan(scratch: Path, parts: int, least: Iterable[int], memory: str | None = None) -> list[int]:
    """
    Work out the groups of all keys, each in the part that all its claims are of, else in one that its key decides.

    A group of very many claims gets a bucket of its own, behind those of the parts, so that no two have to be in memory at
    once.

    Args:
        scratch: Where the keys are, and the plan shall be.
        parts: How many parts the store has, a power of two, and in how many slices the keys are; these are deleted.
        least: How many claims make a group, of each grouping.
        memory: How much DuckDB may use.

    Returns:
        The buckets in which there is something to look into.
    """
    (scratch / PLAN).mkdir()
    rows, found = list(least), set[int]()
    with connected(memory, scratch) as base:
        places = arrow().array(range(len(rows)), "int16")
        base.register("least", arrow().table({"grouping": places, "least": rows}))
        for number in range(parts):
            readable(base, "keys", [_keys(scratch, number)])
            beyond = max(parts - 1, *found) + 1 if found else parts
            base.execute(PLANNED.format(mask=parts - 1, alone=ALONE, beyond=beyond))
            file = scratch / PLAN / f"{number}.parquet"
            base.execute(MEMBERS.format(file=str(file).replace("'", "''")))
            found |= {bucket for (bucket,) in base.execute(BUCKETS).fetchall()}
            _keys(scratch, number).unlink()
    return sorted(found)


def members_of(scratch: Path, bucket: int) -> Groups:
    """Return the groups of a bucket by their grouping: of each its key, and the numbers of its claims."""
    found: Groups = {}
    for path in sorted((scratch / PLAN).iterdir()):
        with unbuffered(path) as file:
            rows = file.read_row_groups(_holding(file.metadata, bucket))
        rows = rows.filter(compute().equal(rows.column("bucket"), bucket))
        columns = (rows.column(name).to_pylist() for name in ("grouping", "key", "number"))
        for grouping, key, number in zip(*columns, strict=True):
            found.setdefault(grouping, {}).setdefault(key, []).append(number)
    return found


def _holding(metadata: Any, bucket: int) -> list[int]:
    """Return the row groups of a file that may hold rows of a bucket; they are ordered by it."""
    every = [metadata.row_group(number).column(0).statistics for number in range(metadata.num_row_groups)]
    return [number for number, each in enumerate(every) if each.min <= bucket <= each.max]
