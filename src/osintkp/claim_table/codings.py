"""Rows of a table of claims as codings, which go through the same door as a coding file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from osintkp.claim_table.columns import HEAD, SOURCE, TAIL, claim_columns, record_columns
from osintkp.claim_table.values import Given, coded, given_only
from osintkp.errors import InvalidValueError
from osintkp.exports import Coding
from osintkp.exports._rows import Row as CodedRow
from osintkp.extras import extra
from osintkp.frames import SCHEMA
from osintkp.frames.arrow import PREFIX, arrow
from osintkp.frames.columns import Column, flattened, nested
from osintkp.resource_limits import DEFAULT, ResourceLimits

if TYPE_CHECKING:
    import pyarrow as pa

AT_ONCE = 10_000
TOLD_AGAIN = frozenset({"speaker", "origin", "actors", "earliest", "latest"})
APART = frozenset({"id", "kind", "source"})


def parquet_codings(raw: bytes, limits: ResourceLimits = DEFAULT) -> Iterator[Coding]:
    """
    Give the codings in a Parquet file of claims.

    Raises:
        InvalidValueError: It is no Parquet file (``file-syntax``), or as for :func:`table_codings`.
        MissingExtraError: pyarrow is not installed.
    """
    parquet = extra("pyarrow.parquet", "frames", "a Parquet file")
    try:
        file = parquet.ParquetFile(arrow().BufferReader(raw))
        _refuse_many(file.metadata.num_rows, limits)
        table = file.read()
    except (ValueError, OSError, arrow().ArrowException) as error:
        if isinstance(error, InvalidValueError):
            raise
        what, fix = _first_line("this is no Parquet file", error), "write it with corpus.to_parquet"
        raise InvalidValueError("file-syntax", what, None, fix) from None
    yield from table_codings(table, limits)


def _refuse_many(rows: int, limits: ResourceLimits) -> None:
    if rows > limits.table_rows:
        fix = limits.room("table_rows")
        raise InvalidValueError("table-size", "the table has too many rows", rows, fix)


def table_codings(given: Any, limits: ResourceLimits = DEFAULT) -> Iterator[Coding]:
    """
    Give the codings in a table of claims: each source with its claims, in the order of the sources' first rows.

    A column that is not there is a field that is not given; one that is told again from others is not read.

    Args:
        given: Anything that Arrow can read: a table of pyarrow, a frame of polars or pandas, a relation of duckdb.
        limits: How many rows it may have.

    Raises:
        InvalidValueError: Arrow cannot read it (``no-table``); it was written by another schema (``schema-version``); it has
            the flat layout (``flat-table``); it has too many rows (``table-size``).
        MissingExtraError: pyarrow is not installed.
    """
    table = _table(given)
    _refuse_many(table.num_rows, limits)
    notes = _notes(table.schema)
    version = notes.get("schema_version", SCHEMA)
    if version != SCHEMA:
        fix = f'this osintkp reads "{SCHEMA}": upgrade it if the table is newer'
        raise InvalidValueError("schema-version", "this version of the schema is not known", version, fix)
    known, strange = _columns(table.column_names)
    for number, (source, claims) in enumerate(_by_source(table.select(known))):
        yield CodedRow(source, notes=() if number else strange), claims
    for bare in _bare(notes.get("sources", "[]")):
        yield bare, []


def _table(given: Any) -> pa.Table:
    made = arrow()
    if isinstance(given, made.Table):
        return given
    fix = "give a table of pyarrow, a frame of polars or pandas, or anything with __arrow_c_stream__"
    if not (hasattr(given, "__arrow_c_stream__") or hasattr(given, "__arrow_c_array__")):
        raise InvalidValueError("no-table", "Arrow cannot read this", type(given).__name__, fix)
    try:
        return made.table(given)
    except (ValueError, made.ArrowException) as error:
        raise InvalidValueError("no-table", _first_line("this is no table", error), None, fix) from None


def _first_line(what: str, error: Exception) -> str:
    return f"{what}: {str(error).partition(chr(10))[0]}"


def _notes(schema: pa.Schema) -> dict[str, str]:
    """Return the library's own notes on a table."""
    told = {name.decode(errors="replace"): text for name, text in (schema.metadata or {}).items()}
    return {
        name.removeprefix(PREFIX): text.decode(errors="replace")
        for name, text in told.items()
        if name.startswith(PREFIX)
    }


def _bare(text: str) -> list[Any]:
    """Return the sources that no claim stands in."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list):
        fix = "write it with to_arrow()"
        raise InvalidValueError("file-syntax", "the note on sources without claims is no list", text, fix)
    return found


def _columns(names: list[str]) -> tuple[list[str], tuple[tuple[str, InvalidValueError], ...]]:
    """Return the columns that are read, and a warning for each that no table of claims has."""
    twice = next((name for number, name in enumerate(names) if name in names[:number]), None)
    if twice is not None:
        raise InvalidValueError("second-column", "two columns have one name", twice, "keep one of them")
    known = {column.name for column in nested(claim_columns())}
    strange = [name for name in names if name not in known]
    flat = {column.name for column in flattened(claim_columns())}.intersection(strange)
    if flat:
        fix = f"use the nested one, to_arrow(): flat is {min(flat)}"
        raise InvalidValueError("flat-table", "a flat table does not come back", None, fix)
    what, fix = "a table of claims has no such column", "leave it out, or name it as to_arrow() does"
    told = tuple(("", InvalidValueError("unknown-column", what, name, fix)) for name in strange)
    return [name for name in names if name in known], told


def _rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    try:
        for batch in table.to_batches(max_chunksize=AT_ONCE):
            yield from batch.to_pylist()
    except (ValueError, OverflowError, arrow().ArrowException) as error:
        what, fix = _first_line("a value of the table cannot be read", error), "write it with to_arrow()"
        raise InvalidValueError("no-table", what, None, fix) from None


def _by_source(table: pa.Table) -> list[tuple[dict[str, Any], list[CodedRow]]]:
    """Return claims by source; a source that is told in two ways comes twice, and the door refuses the second."""
    found: dict[str | None, list[tuple[Any, dict[str, Any], list[CodedRow]]]] = {}
    for line, row in enumerate(_rows(table), 1):
        given = row.get("source")
        name = _source_id(row, given)
        ways = found.setdefault(name, [])
        way = next((each for each in ways if each[0] == given), None)
        if way is None:
            way = (given, _source_table(name, given), [])
            ways.append(way)
        way[2].append(_claim(row, name, line))
    return [(source, claims) for ways in found.values() for _, source, claims in ways]


def _source_id(row: Given, given: Any) -> str | None:
    """Return the id of a row's source; by the claim's own where no column tells it."""
    told = given.get("id") if isinstance(given, dict) else given
    whole = row.get("id")
    if told is None and isinstance(whole, str) and "/" in whole:
        return whole.partition("/")[0]
    return told if isinstance(told, str) else None


def _source_table(name: str | None, given: Any) -> dict[str, Any]:
    own = coded(SOURCE, given) if isinstance(given, dict) else None
    return ({} if name is None else {"id": name}) | (own or {})


def _claim(row: Given, source: str | None, line: int) -> CodedRow:
    """Return the table of a claim; what is said in two ways that differ is noted."""
    notes: list[tuple[str, InvalidValueError]] = []
    whole, kind = row.get("id"), row.get("kind")
    table = {"id": whole.removeprefix(f"{source}/") if isinstance(whole, str) else whole}
    for column in _claim_fields():
        table[column.name] = _noted(column, row, notes)
    record = {}
    for name, (column, field, kinds) in _record_fields().items():
        record[field if kind in kinds else name] = _noted(column, row, notes)
    table = given_only(table) | ({} if kind is None else {str(kind): given_only(record)})
    return CodedRow(table, line=line, notes=tuple(notes))


def _noted(column: Column, row: Given, notes: list[tuple[str, InvalidValueError]]) -> Any:
    value = row.get(column.name)
    if value is None:
        return None
    try:
        return coded(column.shape, value)
    except InvalidValueError as error:
        notes.append((column.name, error))
        return None


@cache
def _claim_fields() -> tuple[Column, ...]:
    return tuple(each for each in nested((*HEAD, *TAIL)) if each.name not in TOLD_AGAIN | APART)


@cache
def _record_fields() -> Mapping[str, tuple[Column, str, tuple[str, ...]]]:
    return {each.column.name: each for each in record_columns()}
