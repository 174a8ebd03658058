"""Frames: what the library holds as tables of Arrow, pandas and polars, and as Parquet files."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any

import attrs

from osintkp.paths import is_folder, path_of
from osintkp.typed import guarded_methods

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from osintkp.frames.columns import Column

SCHEMA = "osintkp/frames/1"


@attrs.frozen(kw_only=True)
class Frame:
    """
    A table before any package lays it out.

    Attributes:
        name: What a row is, in the plural.
        columns: What the rows hold.
        rows: What each row tells of, in order.
        notes: What else is to be known of the whole, by name.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Any]
    notes: dict[str, str]


@guarded_methods
class Framed:
    """What can be had as a table; a class that is this has ``_frame`` too, which gives its columns and rows."""

    __slots__ = ()

    def _frame(self) -> Frame:
        raise NotImplementedError

    def to_arrow(self, *, flat: bool = False) -> pa.Table:
        """
        Return a table of Arrow, one row each, whose schema says what each column holds and in which unit.

        The columns and their types are always the same. The nested layout keeps amounts, dates, quotes and links whole: a corpus
        comes back equal from it by :func:`osintkp.from_arrow`. The flat one has single values only, for packages that know no
        others: ``amount_low``, ``when_earliest``; lists are one text.

        Args:
            flat: Whether to have the flat layout.

        Raises:
            MissingExtraError: pyarrow is not installed.

        Example:
            >>> from osintkp import load_seeds
            >>> table = load_seeds().to_arrow()
            >>> table.num_rows, table.schema.metadata[b"osintkp.schema_version"]
            (114, b'osintkp/frames/1')
        """
        from osintkp.frames.arrow import table_of
        from osintkp.frames.columns import flattened, nested

        frame = self._frame()
        layout = {"schema_version": SCHEMA, "table": frame.name, "layout": "flat" if flat else "nested"}
        columns = flattened(frame.columns) if flat else nested(frame.columns)
        return table_of(columns, frame.rows, layout | frame.notes)

    def to_pandas(self, *, flat: bool = True) -> pd.DataFrame:
        """
        Return a frame of pandas over Arrow's own memory: what is missing is ``<NA>`` in every column, and a day is a date.

        Args:
            flat: Whether to have single values only, as for :meth:`to_arrow`.

        Raises:
            MissingExtraError: pandas or pyarrow is not installed.

        Example:
            >>> from osintkp import load_seeds
            >>> frame = load_seeds().select(sender="KP", unit="container").to_pandas()
            >>> frame.set_index("id").amount_best.max()
            13000.0
        """
        from osintkp.extras import extra

        package = extra("pandas", "pandas", "a frame of pandas")
        table = self.to_arrow(flat=flat)
        frame = table.to_pandas(types_mapper=package.ArrowDtype)
        frame.attrs = {name.decode(): text.decode() for name, text in table.schema.metadata.items()}
        return frame

    def to_polars(self, *, flat: bool = False) -> pl.DataFrame:
        """
        Return a frame of polars; it has no place for the notes on the schema.

        Args:
            flat: Whether to have single values only, as for :meth:`to_arrow`.

        Raises:
            MissingExtraError: polars or pyarrow is not installed.

        Example:
            >>> from osintkp import load_seeds
            >>> load_seeds().select(kind="limit").to_polars()["amount"].struct.field("high").to_list()
            [500000.0]
        """
        from osintkp.extras import extra

        package = extra("polars", "polars", "a frame of polars")
        frame: pl.DataFrame = package.from_arrow(self.to_arrow(flat=flat))
        return frame

    def to_parquet(self, path: str | PathLike[str], *, flat: bool = False) -> None:
        """
        Write a Parquet file, whole or not at all; the nested one of a corpus loads back equal with ``form="parquet"``.

        Args:
            path: The file, or a folder that gets one named ``osintkp.parquet``.
            flat: Whether to have single values only, as for :meth:`to_arrow`.

        Raises:
            MissingExtraError: pyarrow is not installed.
            WritingError: The file could not be written; it says whether the new content is in place.
        """
        from osintkp.frames.arrow import parquet_of
        from osintkp.writing import write_whole

        target = path_of(path)
        if is_folder(target):
            target /= "osintkp.parquet"
        write_whole({target: parquet_of(self.to_arrow(flat=flat))})

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the nested table as Arrow's capsule, by which duckdb, polars and pandas read it where it lies."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)
