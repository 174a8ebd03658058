"""The plan: which groups are looked into where, worked out on disk from the keys of all claims."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from osintkp.store.layout import arrow, parquet
from osintkp.store.opened import connected, readable

if TYPE_CHECKING:
    import pyarrow as pa

KEYS, PLAN = "keys", "plan"
ALONE = 100_000
PLANNED = """
    CREATE TEMP TABLE groups AS
        WITH counted AS (
            SELECT grouping, key, count(*) > {alone} AS large,
                CASE WHEN min(home) = max(home) THEN min(home) ELSE key & {mask} END AS bucket
            FROM keys JOIN least USING (grouping)
            GROUP BY grouping, key HAVING count(*) >= any_value(least)
        )
        SELECT grouping, key,
            CASE WHEN large THEN {mask} + dense_rank() OVER (PARTITION BY large ORDER BY key) ELSE bucket END AS bucket
        FROM counted
"""
MEMBERS = """
    COPY (SELECT bucket, grouping, key, number FROM keys JOIN groups USING (grouping, key))
    TO '{plan}' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (bucket))
"""
Groups = dict[int, dict[int, list[int]]]


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

    A group of very many claims gets a bucket of its own, behind those of the parts, so that no two have to be in memory at
    once.

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
        rows = list(least)
        places = arrow().array(range(len(rows)), "int16")
        base.register("least", arrow().table({"grouping": places, "least": rows}))
        base.execute(PLANNED.format(mask=parts - 1, alone=ALONE))
        base.execute(MEMBERS.format(plan=str(scratch / PLAN).replace("'", "''")))
        found = base.execute("SELECT DISTINCT bucket FROM groups ORDER BY bucket").fetchall()
    return [bucket for (bucket,) in found]


def members_of(scratch: Path, bucket: int) -> Groups:
    """Return the groups of a bucket by their grouping: of each its key, and the numbers of its claims."""
    found: Groups = {}
    for file in sorted((scratch / PLAN / f"bucket={bucket}").iterdir()):
        table = parquet().ParquetFile(file).read(columns=["grouping", "key", "number"])
        for grouping, key, number in zip(*(column.to_pylist() for column in table.columns), strict=True):
            found.setdefault(grouping, {}).setdefault(key, []).append(number)
    return found
