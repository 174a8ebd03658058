"""The plan: which groups are looked into where, worked out on disk from the keys of all claims."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osintkp.store.layout import arrow, parquet
from osintkp.store.opened import connected, readable

if TYPE_CHECKING:
    import pyarrow as pa

KEYS, PLAN = "keys", "plan"
PLANNED = """
    CREATE TEMP TABLE groups AS
        SELECT grouping, key, CASE WHEN min(home) = max(home) THEN min(home) ELSE key & {mask} END AS bucket
        FROM keys JOIN least USING (grouping)
        GROUP BY grouping, key HAVING count(*) >= any_value(least)
"""
MEMBERS = "SELECT bucket, grouping, key, number FROM keys JOIN groups USING (grouping, key) ORDER BY bucket, grouping, key, number"
Group = tuple[int, int, list[int]]


class Keys:
    """Takes the keys of claims as they come, and puts them down in a file."""

    def __init__(self, scratch: Path, schema: pa.Schema) -> None:
        self._writer = parquet().ParquetWriter(scratch / f"{KEYS}.parquet", schema, compression="zstd")

    def add(self, batch: pa.RecordBatch) -> None:
        """Put down some more."""
        self._writer.write_batch(batch)

    def close(self) -> None:
        """End the file."""
        self._writer.close()


def plan(scratch: Path, parts: int, least: Iterable[int], memory: str | None = None) -> list[int]:
    """
    Work out the groups of all keys, each in the part that all its claims are of, else in one that its key decides.

    Args:
        scratch: Where the keys are, and the plan shall be.
        parts: How many parts the store has, a power of two.
        least: How many claims make a group, of each grouping.
        memory: How much DuckDB may use.

    Returns:
        The buckets in which there is something to look into.
    """
    with connected(memory, scratch) as base:
        readable(base, "keys", [scratch / f"{KEYS}.parquet"])
        base.register(
            "least",
            arrow().table(
                {"grouping": arrow().array(range(len(rows := list(least))), "int16"), "least": rows}
            ),
        )
        base.execute(PLANNED.format(mask=parts - 1))
        (scratch / PLAN).mkdir()
        buckets = [
            bucket for (bucket,) in base.execute("SELECT DISTINCT bucket FROM groups ORDER BY 1").fetchall()
        ]
        writing: tuple[int, Any] | None = None
        for batch in base.execute(MEMBERS).to_arrow_reader(1 << 17):
            writing = _written(scratch, batch, writing)
        if writing is not None:
            writing[1].close()
    return buckets


def _written(scratch: Path, batch: pa.RecordBatch, writing: tuple[int, Any] | None) -> tuple[int, Any] | None:
    """Write rows, which come in order of their buckets, each to the file of its bucket."""
    place, table = 0, arrow().Table.from_batches([batch])
    numbers = batch.column(0)
    while place < batch.num_rows:
        bucket = numbers[place].as_py()
        count = arrow().compute.sum(arrow().compute.equal(numbers, bucket)).as_py()
        if writing is None or writing[0] != bucket:
            if writing is not None:
                writing[1].close()
            writing = (
                bucket,
                parquet().ParquetWriter(_file(scratch, bucket), batch.schema, compression="zstd"),
            )
        writing[1].write_table(table.slice(place, count))
        place += count
    return writing


def _file(scratch: Path, bucket: int) -> Path:
    return scratch / PLAN / f"{bucket:06}.parquet"


def members_of(scratch: Path, bucket: int) -> list[Group]:
    """Return the groups of a bucket: grouping, key, and the numbers of the claims."""
    table = parquet().read_table(_file(scratch, bucket), columns=["grouping", "key", "number"])
    found: dict[tuple[int, int], list[int]] = {}
    for grouping, key, number in zip(*(column.to_pylist() for column in table.columns), strict=True):
        found.setdefault((grouping, key), []).append(number)
    return [(grouping, key, numbers) for (grouping, key), numbers in found.items()]
