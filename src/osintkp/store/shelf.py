"""An opened store: its files verified, read in order by Arrow and asked by DuckDB."""

from __future__ import annotations

import shutil
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from osintkp.errors import InvalidValueError
from osintkp.store.asking import columns_of, memory_of, rows_of, scratch_in, threads_of
from osintkp.store.layout import (
    CLAIM_COLUMNS,
    LINKS,
    MANIFEST,
    SOURCES,
    Manifest,
    arrow,
    compute,
    damaged,
    duckdb,
    manifest_of,
    parquet,
    part_file,
    unbuffered,
    verify,
)
from osintkp.store.opened import connect, enough, readable

if TYPE_CHECKING:
    import pyarrow as pa

TRIES = 20
FETCHED = 10_000
IN_ORDER = 20_000
CODED = ("number", "id", "source", "coded", "met")
Row = tuple[Any, ...]
Standing = tuple[int, int, int] | None
R = TypeVar("R")


@attrs.frozen(kw_only=True)
class Settings:
    """
    How a store is asked.

    Attributes:
        memory: How much DuckDB may use, like ``1GB``; None for 256 MB.
        threads: How many threads DuckDB may use; None for one a core.
        scratch: A folder for what is put down meanwhile; None for the system's.

    Raises:
        InvalidValueError: There is no such memory, or no such number of threads.
    """

    memory: str | None = attrs.field(default=None, converter=memory_of)
    threads: int | None = attrs.field(default=None, converter=threads_of)
    scratch: Path | None = None


class Shelf:
    """
    The files of a store, opened to be read.

    Attributes:
        folder: Where they are.
        manifest: What belongs to the store.
        settings: How it is asked.

    Args:
        folder: Of the store.
        hashes: Whether every file is read and its hash compared before anything else is done with it.
        settings: How it is asked.

    Raises:
        InvalidValueError: ``no-store``, ``schema-version`` or ``store-damaged``; ``store-replaced``, others take its place
            faster than it can be read.
        MissingExtraError: duckdb or pyarrow is not installed.
    """

    def __init__(self, folder: Path, settings: Settings | None = None, *, hashes: bool = True) -> None:
        parquet()
        duckdb()
        self.folder = folder
        self._stands, self.manifest = self._opened(hashes=hashes)
        self.settings = settings or Settings()
        self._connection: Any = None
        self._scratch: Path | None = None
        self._thrown_away: weakref.finalize[Any, Any] | None = None
        self._values: dict[tuple[str, str], tuple[str, ...]] = {}
        self._worked_out: dict[Callable[[Shelf], object], object] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return _reopened, (self.folder, self.settings)

    @property
    def scratch(self) -> Path:
        """Return a folder of this opened store alone for what is put down meanwhile; it goes when the store is closed."""
        if self._scratch is None:
            self._scratch = scratch_in(self.settings.scratch)
            self._thrown_away = weakref.finalize(self, shutil.rmtree, self._scratch, ignore_errors=True)
        return self._scratch

    def close(self) -> None:
        """Close what is open, and throw away what was put down; it opens again when it is asked something."""
        if self._connection is not None:
            self._connection.close()
        if self._thrown_away is not None:
            self._thrown_away()
        self._connection = self._scratch = self._thrown_away = None

    def _opened(self, *, hashes: bool) -> tuple[Standing, Manifest]:
        """Return the manifest of the store that lies there, held against its files; anew where another took its place meanwhile."""
        for _ in range(TRIES):
            stands = self._standing()
            try:
                manifest = manifest_of(self.folder)
                verify(self.folder, manifest, hashes=hashes)
            except InvalidValueError:
                if stands == self._standing():
                    raise
            else:
                return stands, manifest
        raise replaced(self.folder)

    def _standing(self) -> Standing:
        """Return what tells the manifest that lies there from another; None where there is none."""
        try:
            found = (self.folder / MANIFEST).stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino, found.st_mtime_ns

    def _refuse_replaced(self) -> None:
        if self._standing() not in (None, self._stands):
            raise replaced(self.folder)

    def cursor(self) -> Any:
        """Return a cursor of DuckDB that knows ``claims``, ``sources`` and ``links``; close it after use."""
        if self._connection is None:
            connection = connect(self.settings.memory, self.scratch, self.settings.threads)
            readable(connection, "claims", self.part_files())
            readable(connection, "sources", [self.folder / SOURCES])
            readable(connection, "links", [self.folder / LINKS])
            self._connection = connection
        return self._connection.cursor()

    def rows(
        self, query: str, values: Sequence[Any] = (), wanted: Mapping[str, Iterable[Any]] | None = None
    ) -> Iterator[Row]:
        """
        Give the rows of a query.

        Args:
            query: In SQL, with a question mark for each value.
            values: The values.
            wanted: Tables of one column ``value`` that the query names, each with what it holds.

        Raises:
            InvalidValueError: A file cannot be read (``store-damaged``), or another store lies there than the one that was
                opened (``store-replaced``).
        """
        cursor = None
        try:
            cursor = self.cursor()
            for name, each in (wanted or {}).items():
                cursor.register(name, _column(each))
            with enough(self.settings.memory):
                cursor.execute(query, [_whole(value) for value in values])
                self._refuse_replaced()
                found = cursor.fetchmany(FETCHED)
            while found:
                yield from found
                with enough(self.settings.memory):
                    found = cursor.fetchmany(FETCHED)
        except (
            duckdb().IOException,
            duckdb().InvalidInputException,
            duckdb().SerializationException,
        ) as error:
            raise damaged(str(self.folder), f"the store cannot be read ({_first_line(error)})") from None
        finally:
            if cursor is not None:
                cursor.close()

    def values(self, column: str, table: str = "claims") -> tuple[str, ...]:
        """
        Return what stands in a column, each value once and none in place of nothing; kept from then on.

        Args:
            column: An expression of SQL: the name of a column, or ``unnest`` of one that holds lists.
            table: ``claims`` or ``sources``.
        """
        if (table, column) not in self._values:
            query = (
                f"SELECT DISTINCT value FROM (SELECT {column} AS value FROM {table}) WHERE value IS NOT NULL"  # noqa: S608  names of this package
            )
            self._values[table, column] = tuple(sorted(value for (value,) in self.rows(query)))
        return self._values[table, column]

    def once(self, work_out: Callable[[Shelf], R]) -> R:
        """Return what a function works out of the store, which never changes; so it is asked once."""
        if work_out not in self._worked_out:
            self._worked_out[work_out] = work_out(self)
        return cast("R", self._worked_out[work_out])

    def part_files(self) -> list[Path]:
        """Return the files of the parts."""
        return [self.folder / part_file(part) for part in range(self.manifest.parts)]

    def part(
        self, part: int, columns: Sequence[str] = CODED, rows: int = IN_ORDER
    ) -> Iterator[pa.RecordBatch]:
        """
        Give the claims of one part in order; the checksum of every page that is read is compared.

        Args:
            part: Which, from 0.
            columns: What is wanted of each claim.
            rows: How many claims at most are in a batch.

        Raises:
            InvalidValueError: A page is not as it was written (``store-damaged``), or ``store-replaced``.
        """
        name = part_file(part)
        try:
            file = unbuffered(self.folder / name, page_checksum_verification=True, buffer_size=1 << 16)
            with file:
                self._refuse_replaced()
                for batch in file.iter_batches(batch_size=rows, columns=list(columns), use_threads=False):
                    yield batch.select(list(columns))
        except (OSError, arrow().ArrowException) as error:
            raise damaged(name, f"a file of the store cannot be read ({_first_line(error)})") from None

    def batches(self, columns: Sequence[str] = CODED, rows: int = IN_ORDER) -> Iterator[pa.RecordBatch]:
        """
        Give all claims in order, as :meth:`part` does those of a part.

        Args:
            columns: What is wanted of each claim.
            rows: How many claims are in a batch.

        Raises:
            InvalidValueError: As for :meth:`part`; or there is no such column, or no such number of rows.
        """
        columns, rows = columns_of(columns, CLAIM_COLUMNS), rows_of(rows)
        return self._in_order(columns, rows)

    def _in_order(self, columns: Sequence[str], rows: int) -> Iterator[pa.RecordBatch]:
        numbered = ["number", *(name for name in columns if name != "number")]
        share = max(64, 2 * rows // self.manifest.parts)
        parts = [_Ahead(self.part(part, numbered, share)) for part in range(self.manifest.parts)]
        for start in range(0, self.manifest.claims, rows):
            table = (
                arrow()
                .Table.from_batches([batch for part in parts for batch in part.until(start + rows)])
                .sort_by("number")
            )
            yield from table.select(list(columns)).combine_chunks().to_batches()


class _Ahead:
    """The batches of a part, of which one is held until its numbers are asked for."""

    def __init__(self, batches: Iterator[pa.RecordBatch]) -> None:
        self._batches = batches
        self._held: pa.RecordBatch | None = next(batches, None)

    def until(self, end: int) -> Iterator[pa.RecordBatch]:
        """Give the rows with numbers before an end."""
        while self._held is not None:
            held = self._held
            count = compute().sum(compute().less(held.column(0), end)).as_py() or 0
            if count:
                yield held.slice(0, count)
            if count < held.num_rows:
                self._held = held.slice(count)
                return
            self._held = next(self._batches, None)


def replaced(folder: Path) -> InvalidValueError:
    """Return the error for a store in whose place another one lies now."""
    what, fix = "another store was put in its place since it was opened", "open it anew"
    return InvalidValueError("store-replaced", what, str(folder), fix)


def _whole(value: Any) -> Any:
    """Return a value with question marks for halves of characters: no store has these, and no id has those."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode(errors="replace").decode()
    return [_whole(each) for each in value] if isinstance(value, (list, tuple)) else value


def _column(values: Iterable[Any]) -> pa.Table:
    found = [_whole(value) for value in values]
    kind = arrow().int64() if found and isinstance(found[0], int) else arrow().string()
    return arrow().table({"value": arrow().array(found, type=kind)})


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:200]


def _reopened(folder: Path, settings: Settings) -> Shelf:
    """Return a store that another process has verified."""
    return Shelf(folder, settings, hashes=False)
