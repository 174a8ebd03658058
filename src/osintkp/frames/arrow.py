"""Tables of Arrow out of columns and rows. The only module that names pyarrow."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from osintkp.errors import InvalidValueError
from osintkp.extras import extra
from osintkp.frames.columns import Column, Items, Shape, Struct, plain

if TYPE_CHECKING:
    import pyarrow as pa

PREFIX = "osintkp."
PARQUET_ITEM = "element"  # what Parquet names it: a table reads back with the very same types


def arrow() -> Any:
    """
    Return pyarrow.

    Raises:
        MissingExtraError: It is not installed.
    """
    return extra("pyarrow", "frames", "an Arrow table")


def schema_of(columns: Sequence[Column], notes: dict[str, str]) -> pa.Schema:
    """
    Return the schema of a table: types, what each column holds and in which unit, and some notes on the whole.

    Args:
        columns: Its columns.
        notes: Each gets a key that begins with ``osintkp.``.

    Example:
        >>> schema_of([Column(name="id", note="whole id")], {}).field("id").metadata
        {b'osintkp.note': b'whole id'}
    """
    return arrow().schema(
        map(_field, columns), metadata={PREFIX + name: text for name, text in notes.items()}
    )


def _field(column: Column) -> pa.Field:
    given = {"note": column.note, "unit": column.unit}
    notes = {PREFIX + name: text for name, text in given.items() if text}
    return arrow().field(column.name, _type(column.shape), metadata=notes or None)


def _type(shape: Shape) -> pa.DataType:
    if isinstance(shape, Struct):
        return arrow().struct(map(_field, shape.fields))
    if isinstance(shape, Items):
        return arrow().list_(arrow().field(PARQUET_ITEM, _type(shape.of)))
    return arrow().type_for_alias(shape.value)


def table_of(columns: Sequence[Column], rows: Sequence[Any], notes: dict[str, str]) -> pa.Table:
    """
    Return a table.

    Args:
        columns: Its columns.
        rows: What each row tells of.
        notes: As for :func:`schema_of`.

    Raises:
        InvalidValueError: A text holds half a character (``text-surrogate``), or a number has no room
            (``number-size``).

    Example:
        >>> table_of([Column(name="real", take=float)], [], {}).num_rows
        0
    """
    schema = schema_of(columns, notes)
    arrays = [_array(column, field.type, rows) for column, field in zip(columns, schema, strict=True)]
    return arrow().Table.from_arrays(arrays, schema=schema)


def _array(column: Column, kind: pa.DataType, rows: Sequence[Any]) -> pa.Array:
    """Return the values of a column; one that several rows share is laid out once and pointed at."""
    take, laid = column.take, plain(column.shape)
    if not isinstance(column.shape, Struct):
        return _filled([laid(take(row)) for row in rows], kind, column.name)
    values = [take(row) for row in rows]
    place: dict[int, int] = {}
    indices = [None if value is None else place.setdefault(id(value), len(place)) for value in values]
    once = {id(value): value for value in values if value is not None}
    whole = _filled([laid(once[key]) for key in place], kind, column.name)
    return whole.take(arrow().array(indices, type=arrow().int64()))


def _filled(values: list[Any], kind: pa.DataType, name: str) -> pa.Array:
    try:
        return arrow().array(values, type=kind)
    except UnicodeEncodeError as error:
        what = f"a text of the column {name!r} holds half a character"
        half = error.object[error.start : error.start + 1]
        raise InvalidValueError("text-surrogate", what, half, "write the whole character") from None
    except (OverflowError, arrow().ArrowInvalid):
        fix = "keep it under 9,007,199,254,740,992"
        raise InvalidValueError(
            "number-size", f"a number of the column {name!r} is too large", None, fix
        ) from None


def parquet_of(table: pa.Table) -> bytes:
    """Return a table as the bytes of a Parquet file: the same table, the same bytes."""
    made = io.BytesIO()
    extra("pyarrow.parquet", "frames", "a Parquet file").write_table(table, made, compression="zstd")
    return made.getvalue()
