"""Files in the forms of other tools, brought through the same door as codings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from osintkp.claim_table.codings import parquet_codings, table_codings
from osintkp.claims import Claims
from osintkp.coding.documents import Document
from osintkp.coding.faults import problem_of
from osintkp.coding.files import READ_ALL, decoded, read_bytes
from osintkp.coding.loading import Loader
from osintkp.coding.shapes import SCHEMA
from osintkp.errors import InvalidValueError
from osintkp.exports import Coding, export_named, exports
from osintkp.exports._rows import Row
from osintkp.file_access import FileAccess, FilePlace
from osintkp.problems import Problem
from osintkp.records import record_types
from osintkp.resource_limits import ResourceLimits

PARQUET = "parquet"
NO_FILE = Path("<table>", "claims")
Reader = Callable[[bytes], Iterable[Coding]]


def foreign_claims(
    paths: Iterable[Path],
    form: str,
    columns: Mapping[str, str] | None,
    texts: Path | None,
    access: FileAccess = READ_ALL,
) -> tuple[Claims, tuple[Problem, ...]]:
    """
    Return everything sound in some files of another form, and a problem for each thing that is not.

    Args:
        paths: The files.
        form: Name of an export that can come back, or ``parquet``.
        columns: The field of each column, for a form that is a table.
        texts: A folder with texts; None looks beside each file alone.
        access: What files may be read, and how much of them.

    Raises:
        InvalidValueError: There is no such form (``unknown-export``), or it cannot come back (``one-way``).
    """
    parse = _reader(form, columns, access.limits)
    opened = ((path, partial(_read, parse, path, access)) for path in paths)
    return _through_the_door(opened, texts, access)


def table_claims(
    table: Any, texts: Path | None, access: FileAccess = READ_ALL
) -> tuple[Claims, tuple[Problem, ...]]:
    """
    Return everything sound in a table of claims, and a problem for each thing that is not.

    Args:
        table: Anything that Arrow can read.
        texts: A folder with texts; None looks nowhere.
        access: What files may be read, and how much of them.

    Raises:
        InvalidValueError: Arrow cannot read it (``no-table``), it has the flat layout (``flat-table``) or another schema
            (``schema-version``).
        MissingExtraError: pyarrow is not installed.
    """
    codings = list(table_codings(table, access.limits))
    return _through_the_door([(NO_FILE, lambda: codings)], texts, access)


def _read(parse: Reader, path: Path, access: FileAccess) -> Iterable[Coding]:
    return parse(read_bytes(FilePlace(root=path), access))


def _reader(form: str, columns: Mapping[str, str] | None, limits: ResourceLimits) -> Reader:
    if form == PARQUET:
        return partial(parquet_codings, limits=limits)
    export = export_named(form)
    if export.parse is None:
        back = [name for name, each in exports().items() if each.parse]
        fix = f"use one of {', '.join(sorted([*back, PARQUET]))}"
        raise InvalidValueError("one-way", "this form only leaves the library", form, fix, field="form")
    parse = export.parse if columns is None else partial(export.parse, columns=columns)
    return lambda raw: parse(decoded(raw))


def _through_the_door(
    opened: Iterable[tuple[Path, Callable[[], Iterable[Coding]]]], texts: Path | None, access: FileAccess
) -> tuple[Claims, tuple[Problem, ...]]:
    loader = Loader(texts, access, missing_told=False)
    for path, codings in opened:
        try:
            for source, claims in codings():
                _take(loader, path, source, claims)
        except InvalidValueError as error:
            loader.problems.append(problem_of(((), error), path))
    loader.follow_links()
    return Claims(loader.claims.values(), loader.sources.values()), tuple(loader.problems)


def _take(loader: Loader, path: Path, source: dict[str, Any], claims: list[Any]) -> None:
    """Load one source with its claims; what came out of rows gets its line and its columns told in every problem."""
    first = len(loader.problems)
    rows = [row for row in (source, *claims) if isinstance(row, Row)]
    for row in rows:
        notes = [((field,) if field else (), error) for field, error in row.notes]
        loader.problems += (problem_of(note, path, line=row.line) for note in notes)
    numbered = [(claim.line if isinstance(claim, Row) else None, claim) for claim in claims]
    line = source.line if isinstance(source, Row) else None
    loader.add(Document(file=path, line=line, head={"schema": SCHEMA, "source": source}, claims=numbered))
    if rows:
        kinds = record_types()
        loader.problems[first:] = [
            attrs.evolve(each, field=rows[0].place(each.field, kinds)) for each in loader.problems[first:]
        ]
