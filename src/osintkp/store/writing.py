"""Writing a store, whole or not at all: to a folder beside the one that is wanted, which is renamed at the end."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osintkp.claims import Claims
from osintkp.errors import InvalidValueError, OsintkpError
from osintkp.paths import is_folder, path_of, resolved
from osintkp.store.exchanging import set_in_place
from osintkp.store.layout import (
    CLAIM_COLUMNS,
    LINK_COLUMNS,
    LINKS,
    MANIFEST,
    REPEATED,
    SOURCE_COLUMNS,
    SOURCES,
    File,
    Manifest,
    arrow,
    batch_of,
    compute,
    dealt,
    duckdb,
    is_store,
    parquet,
    part_file,
    parts_for,
    schema,
    unbuffered,
)  # fmt: skip
from osintkp.store.opened import connected, readable
from osintkp.store.spooling import CLAIMS, Spool
from osintkp.typed import guarded
from osintkp.writing import flush_folder, flush_folders, not_written, unique

if TYPE_CHECKING:
    import pyarrow as pa

GROUP = 20_000
BATCH = 20_000
KEPT = 64 * 1024 * 1024
PAGE = 256 * 1024
OURS = frozenset({MANIFEST, SOURCES, LINKS, "claims"})


@guarded
def write_store(claims: Claims, folder: str | os.PathLike[str]) -> None:
    """
    Write claims with their sources and texts as a store, whole or not at all; a store that lies there is replaced.

    Args:
        claims: What to write.
        folder: Where; it need not be there.

    Raises:
        InvalidValueError: The folder holds something else (``folder-taken``), or no coding can say a claim as it is
            (``not-codable``).
        MissingExtraError: duckdb or pyarrow is not installed.
        WritingError: A file could not be written; it says whether the store is in place.
    """
    with begun(path_of(folder)) as scratch:
        with Spool(scratch.spool) as spool:
            for source in claims.sources:
                spool.add_source(source)
            for claim in claims:
                spool.add_claim(claim, claims.sources.get(claim.source))
        finish(spool, scratch)


class Scratch:
    """
    Where a store is written before it stands in its place.

    Attributes:
        target: Where it shall stand.
        made: Where it is put together.
        spool: Where everything lies in its order before.
    """

    def __init__(self, target: Path, beside: Path) -> None:
        self.target = target
        self.made = beside / "made"
        self.spool = beside / "spool"
        self.made.mkdir(parents=True)
        self.spool.mkdir()


@contextmanager
def begun(folder: Path) -> Iterator[Scratch]:
    """
    Give the folders in which a store is put together; nothing is left of them, whatever happens.

    Raises:
        InvalidValueError: There is something at its place that is no store (``folder-taken``).
        WritingError: A file could not be written; it says whether the store is in place.
    """
    arrow()
    duckdb()
    with _faults_told():
        _refuse_taken(folder)
        whole = resolved(folder)  # a link stays one: what it leads to is replaced
        whole.parent.mkdir(parents=True, exist_ok=True)
        beside = unique(whole)
        try:
            yield Scratch(whole, beside)
        finally:
            _discard(beside)


@contextmanager
def _faults_told() -> Iterator[None]:
    """Raise an error of writing for what the system says, be it through DuckDB or SQLite."""
    try:
        yield
    except OsintkpError:
        raise
    except (OSError, sqlite3.OperationalError, duckdb().IOException) as error:
        raise not_written(error if isinstance(error, OSError) else OSError(str(error))) from error


def _refuse_taken(folder: Path) -> None:
    if not os.path.lexists(folder):
        return
    inside = {entry.name for entry in folder.iterdir()} if is_folder(folder) else {""}
    if inside and not (is_store(folder) and inside <= OURS):
        fix = "name a folder that is empty, not there yet, or a store"
        raise InvalidValueError("folder-taken", "something else than a store lies there", str(folder), fix)


def finish(spool: Spool, scratch: Scratch) -> None:
    """Put a store together from what was spooled, and set it in its place."""
    parts = parts_for(spool.claims.count)
    counts = _write_parts(spool.claims.path, scratch.made, parts)
    names = [*map(part_file, range(parts)), SOURCES, LINKS]
    _copy(spool.sources.path, scratch.made / SOURCES, SOURCE_COLUMNS, ("publisher", "derived_from"))
    _write_links(scratch)
    rows = [*counts, spool.sources.count, spool.links.count]
    files = tuple(File.of(scratch.made, name, count) for name, count in zip(names, rows, strict=True))
    manifest = Manifest(claims=spool.claims.count, sources=spool.sources.count, parts=parts, files=files)
    for name in names:
        _flush(scratch.made / name)
    (scratch.made / MANIFEST).write_text(manifest.text(), encoding="utf-8")
    _flush(scratch.made / MANIFEST)
    _set_in_place(scratch)


def _set_in_place(scratch: Scratch) -> None:
    _refuse_taken(scratch.target)
    for folder in (*scratch.made.glob("**/"), scratch.made.parent):
        flush_folder(folder)
    old = set_in_place(scratch.made, scratch.target, unique(scratch.target))
    try:
        flush_folders([scratch.target.parent])
    finally:
        if old is not None:
            _discard(old)


def _discard(folder: Path) -> None:
    """Delete a folder, at the second go if need be; one that stays is a leftover, which a load names and does not read."""
    for _ in range(2):
        with suppress(OSError):
            shutil.rmtree(folder)


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _writer(path: Path, columns: Mapping[str, str], repeated: tuple[str, ...]) -> Any:
    path.parent.mkdir(parents=True, exist_ok=True)
    return parquet().ParquetWriter(
        path, schema(columns), compression="zstd", use_dictionary=list(repeated), write_page_checksum=True,
        data_page_size=PAGE,
    )  # fmt: skip


def _copy(origin: Path, target: Path, columns: Mapping[str, str], repeated: tuple[str, ...]) -> None:
    with unbuffered(origin) as file, _writer(target, columns, repeated) as writer:
        for group in range(file.num_row_groups):
            writer.write_table(file.read_row_group(group))


def _write_links(scratch: Scratch) -> None:
    """Write the links with the numbers of the claims that they lead to."""
    query = """
        SELECT link.number, link.kind, link.claim, claim.number
        FROM links AS link LEFT JOIN claims AS claim ON link.claim = claim.id
        ORDER BY link.number, link.kind, link.claim
    """
    with connected(memory=None, scratch=scratch.spool) as connection:
        readable(connection, "claims", [scratch.spool / CLAIMS])
        readable(connection, "links", [scratch.spool / LINKS])
        found = connection.execute(query)
        with _writer(scratch.made / LINKS, LINK_COLUMNS, ("kind",)) as writer:
            while rows := found.fetchmany(BATCH):
                writer.write_batch(batch_of(rows, LINK_COLUMNS))


def _write_parts(origin: Path, made: Path, parts: int) -> list[int]:
    """Write the claims to their parts in one pass, and return how many each has got."""
    with ExitStack() as stack:
        file = stack.enter_context(unbuffered(origin))
        names = [made / part_file(part) for part in range(parts)]
        writers = [stack.enter_context(_writer(name, CLAIM_COLUMNS, REPEATED)) for name in names]
        waiting = Waiting(parts, lambda part, table: writers[part].write_table(table))
        for batch in file.iter_batches(batch_size=BATCH):
            where = compute().bit_wise_and(batch.column("topic"), parts - 1)
            for part, rows in dealt(batch, where):
                waiting.add(part, rows)
        return waiting.done()


class Waiting:
    """Rows of parts that wait until there are enough of them for a row group, or too many in all."""

    def __init__(self, parts: int, write: Callable[[int, pa.Table], None]) -> None:
        self._write = write
        self._batches: list[list[pa.RecordBatch]] = [[] for _ in range(parts)]
        self._rows = [0] * parts
        self._sizes = [0] * parts
        self._counts = [0] * parts
        self._size = 0

    def add(self, part: int, batch: pa.RecordBatch) -> None:
        """Take rows of a part."""
        self._batches[part].append(batch)
        self._rows[part] += batch.num_rows
        self._counts[part] += batch.num_rows
        self._sizes[part] += batch.nbytes
        self._size += batch.nbytes
        if self._rows[part] >= GROUP:
            self._flush(part)
        while self._size > KEPT:
            self._flush(max(range(len(self._sizes)), key=self._sizes.__getitem__))

    def done(self) -> list[int]:
        """Write what is left, and return how many rows each part has got."""
        for part in range(len(self._batches)):
            self._flush(part)
        return self._counts

    def _flush(self, part: int) -> None:
        if self._batches[part]:
            self._write(part, arrow().Table.from_batches(self._batches[part]))
        self._size -= self._sizes[part]
        self._batches[part], self._rows[part], self._sizes[part] = [], 0, 0
