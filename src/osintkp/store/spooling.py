"""The first pass of writing a store: everything in its order to three files, in memory that does not grow."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from osintkp.claim import Claim
from osintkp.evidence import Source
from osintkp.store.layout import (
    CLAIM_COLUMNS,
    LINK_COLUMNS,
    LINKS,
    SOURCE_COLUMNS,
    SOURCES,
    batch_of,
    parquet,
    schema,
)
from osintkp.store.rows import Row, Rows, links

CLAIMS = "claims.parquet"
BATCH = 20_000
LARGEST_BATCH = 16 * 1024 * 1024


class RowFile:
    """
    A Parquet file that rows are written to one by one.

    Attributes:
        path: Where it is.
        count: How many rows it was given.
    """

    def __init__(self, path: Path, columns: Mapping[str, str]) -> None:
        self.path = path
        self.count = 0
        self._columns = columns
        self._writer = parquet().ParquetWriter(path, schema(columns), compression="lz4")
        self._rows: list[Row] = []
        self._letters = 0

    def add(self, row: Row) -> None:
        """Write a row, at the latest when the file is closed."""
        self._rows.append(row)
        self.count += 1
        self._letters += sum([len(value) for value in row[-2:] if type(value) is str])
        if len(self._rows) >= BATCH or self._letters > LARGEST_BATCH:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_batch(batch_of(self._rows, self._columns))
        self._rows, self._letters = [], 0

    def close(self) -> None:
        """Write what is left."""
        self._flush()
        self._writer.close()

    def drop(self) -> None:
        """Close the file whatever is in it: it is not wanted."""
        self._writer.close()


class Spool:
    """
    Takes sources and claims in their order.

    Attributes:
        claims: The file of claims.
        sources: The file of sources.
        links: The file of links.
    """

    def __init__(self, folder: Path) -> None:
        self._rows = Rows()
        self.claims = RowFile(folder / CLAIMS, CLAIM_COLUMNS)
        self.sources = RowFile(folder / SOURCES, SOURCE_COLUMNS)
        self.links = RowFile(folder / LINKS, LINK_COLUMNS)

    def add_source(self, source: Source) -> None:
        """Take a source."""
        self.sources.add(self._rows.source(self.sources.count, source))

    def add_claim(self, claim: Claim, source: Source | None) -> None:
        """
        Take a claim.

        Args:
            claim: The claim.
            source: The source that it stands in; None where that is not there.

        Raises:
            InvalidValueError: No coding can say the claim as it is (``not-codable``).
        """
        number = self.claims.count
        self.claims.add(self._rows.claim(number, claim, source))
        for row in links(number, claim):
            self.links.add(row)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        for each in (self.claims, self.sources, self.links):
            if kind is None:
                each.close()
            else:
                each.drop()
