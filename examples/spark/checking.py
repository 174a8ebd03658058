"""
Check a store on Spark: the steps of the check run where Spark puts them, and Spark repeats what is lost.

``python examples/spark/checking.py STORE SCRATCH FINDINGS`` checks a store that ``corpus.to_parquet`` or
``osintkp.store.gather`` has written. The store and the scratch folder have to be reachable by every worker, and the library
and pyarrow installed there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
from pyarrow import parquet
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from osintkp import scale


def in_spark(session: SparkSession) -> scale.Scheduler:
    """Return what runs a task on Spark; what it gives lies in files until it is read, and never crosses as objects."""

    def run_all(task: scale.Task, parts: Sequence[int]) -> Iterator[Iterable[pa.RecordBatch]]:
        rows = session.createDataFrame([(part,) for part in parts], "part int").repartition(len(parts) or 1)
        given: Any = from_arrow_schema(task.schema)
        with TemporaryDirectory(dir=task.work.scratch) as place:
            told = Path(place, "told")
            rows.mapInArrow(task, given).write.parquet(told.as_uri())
            for path in sorted(told.glob("*.parquet")):
                with parquet.ParquetFile(path) as file:
                    yield (batch.cast(task.schema) for batch in file.iter_batches())

    return run_all


def main(store: str, scratch: str, findings: str) -> None:
    """Check a store, and write what is found."""
    session = SparkSession.builder.appName("osintkp").getOrCreate()
    print(scale.check(store, scheduler=in_spark(session), scratch=scratch, to=findings))


if __name__ == "__main__":
    main(*sys.argv[1:])
