"""Findings put in order on disk: DuckDB orders what they are ordered by, and the findings are dealt into slices that fit memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from osintkp.finding_table import COLUMNS
from osintkp.frames.columns import nested
from osintkp.store.layout import arrow, compute, dealt, parquet, unbuffered
from osintkp.store.opened import connected, literal
from osintkp.vocabulary.scales import Severity

if TYPE_CHECKING:
    import pyarrow as pa

ORDER = "order.parquet"
SLICE, MOST_SLICES = 100_000, 256
AT_ONCE = 20_000
LEAST, EACH = 256, 32  # megabytes for DuckDB where nothing else is asked for, and bytes more for each finding
NAMES = tuple(column.name for column in nested(COLUMNS))
RANKS = " ".join(f"WHEN '{severity.value}' THEN {severity.rank}" for severity in Severity)
# Findings that are alike in all that they are ordered by are ordered by what else they say, as a number.
ORDERED = f"""
    COPY (
        SELECT file_row_number AS number, hash({", ".join(NAMES)}) AS whole FROM findings
        ORDER BY suppressed IS NOT NULL, CASE severity {RANKS} END, code, claims, message, whole, number
    ) TO '{{target}}' (FORMAT parquet)
"""  # noqa: S608  names and words of this package


def in_order(raw: Path, scratch: Path, memory: str | None, size: int = SLICE) -> Iterator[pa.Table]:
    """
    Give the findings of a file in their order, each once.

    Only the numbers of all findings, sixteen bytes each, what DuckDB may use, and one slice of them are in memory at once.

    Args:
        raw: The file, of Parquet; it is deleted once it was read.
        scratch: A folder for what is put down meanwhile.
        memory: How much DuckDB may use; None for 256 MB, and 32 bytes more for each finding.
        size: How many findings are in a slice, at least.
    """
    numbers, places = _places(raw, scratch, memory)
    count = max(1, min(MOST_SLICES, -(-len(numbers) // size)))
    share = -(-len(numbers) // count) or 1
    files = [scratch / f"slice-{number}.arrow" for number in range(count)]
    _deal(raw, numbers, places, files, share)
    raw.unlink()
    for file in files:
        with arrow().ipc.open_stream(file) as reader:
            table = reader.read_all().combine_chunks()
        file.unlink()
        order = compute().sort_indices(table.column("place"))
        yield table.take(order).drop_columns("place")


def _places(raw: Path, scratch: Path, memory: str | None) -> tuple[pa.Array, pa.Array]:
    """Return the numbers of the rows that are kept, ascending, and the place of each in the order of findings."""
    if memory is None:
        with unbuffered(raw) as file:
            memory = f"{LEAST + EACH * file.metadata.num_rows // 1_000_000}MB"
    with connected(memory, scratch) as base:
        base.read_parquet(literal(raw), file_row_number=True).create_view("findings")
        base.execute(ORDERED.format(target=str(scratch / ORDER).replace("'", "''")))
    table = parquet().read_table(scratch / ORDER).combine_chunks()
    (scratch / ORDER).unlink()
    number, whole = (table.column(name).combine_chunks() for name in ("number", "whole"))
    if len(whole) > 1:
        new = compute().not_equal(whole.slice(1), whole.slice(0, len(whole) - 1))
        number = number.filter(arrow().concat_arrays([arrow().array([True]), new]))
    places = compute().sort_indices(number)
    return number.take(places), places.cast("int64")


def _deal(raw: Path, numbers: pa.Array, places: pa.Array, files: list[Path], share: int) -> None:
    """Write each row of a file that is kept into the slice in which its place is."""
    with ExitStack() as open_, unbuffered(raw) as file:
        schema = file.schema_arrow.append(arrow().field("place", "int64"))
        options = arrow().ipc.IpcWriteOptions(compression="lz4")
        slices = [
            open_.enter_context(arrow().ipc.new_stream(path, schema, options=options)) for path in files
        ]
        low = start = 0
        for batch in file.iter_batches(batch_size=AT_ONCE):
            end = start + batch.num_rows
            high = bisect_left(range(len(numbers)), end, key=lambda place: int(numbers[place].as_py()))
            kept = batch.take(compute().subtract(numbers.slice(low, high - low), start))
            there = places.slice(low, high - low)
            rows = arrow().record_batch([*kept.columns, there], schema=schema)
            slice_of = compute().divide(there, share)
            for number, some in dealt(rows, slice_of):
                slices[number].write_batch(some)
            low, start = high, end
