"""Files of Parquet that are read batch by batch, in a memory that does not grow with them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from osintkp.finding_table import COLUMNS
from osintkp.findings import Finding
from osintkp.frames.arrow import table_of
from osintkp.frames.columns import nested
from osintkp.sharded.output import GROUP, RAW, put_down
from osintkp.store.layout import unbuffered

GROUPS, ROWS = 40, 2000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of Parquet of some eight megabytes, in forty groups."""
    random = Random("of words")
    path = tmp_path_factory.mktemp("large") / "words.parquet"
    with pq.ParquetWriter(path, pa.schema([("word", "string")])) as writer:
        for _ in range(GROUPS):
            writer.write_table(pa.table({"word": [random.randbytes(50).hex() for _ in range(ROWS)]}))
    return path


def most_held(file: pq.ParquetFile) -> int:
    """Return how many bytes of Arrow are held at most while a file is read batch by batch."""
    before, most = pa.total_allocated_bytes(), 0
    for _batch in file.iter_batches(batch_size=ROWS):
        most = max(most, pa.total_allocated_bytes() - before)
    return most


def test_what_was_read_is_not_kept(large: Path) -> None:
    with unbuffered(large) as file:
        assert GROUPS == file.num_row_groups
        assert large.stat().st_size / 4 > most_held(file)


def test_by_default_it_would_be_kept(large: Path) -> None:
    with pq.ParquetFile(large, pre_buffer=True) as file:
        assert large.stat().st_size / 2 < most_held(file)


@pytest.mark.parametrize("sizes", [[GROUP // 3] * 7, [GROUP * 2 + 1, 5], [3], []])
def test_findings_are_put_down_in_groups_of_bounded_size(sizes: list[int], tmp_path: Path) -> None:
    one = Finding(verdict="conflict", message="Goma", claims=("a/1",))
    (row,) = table_of(nested(COLUMNS), [one], {}).to_batches()
    batches = (pa.Table.from_batches([row] * size).combine_chunks().to_batches()[0] for size in sizes)

    put_down(batches, tmp_path)

    with unbuffered(tmp_path / RAW) as file:
        told = [file.metadata.row_group(group).num_rows for group in range(file.num_row_groups)]
    assert sum(sizes) == sum(told)
    assert GROUP >= max(told, default=0)
    assert len(told) <= sum(sizes) // GROUP + len(sizes)
