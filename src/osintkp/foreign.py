"""Files in the forms of other tools, brought through the same door as codings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from osintkp.claims import Claims
from osintkp.coding.documents import Document
from osintkp.coding.faults import problem_of
from osintkp.coding.files import decoded, read_bytes
from osintkp.coding.loading import Loader
from osintkp.coding.shapes import SCHEMA
from osintkp.errors import InvalidValueError
from osintkp.exports import export_named, exports
from osintkp.exports._rows import Row
from osintkp.problems import Problem
from osintkp.records import record_types


def foreign_claims(
    paths: Iterable[Path], form: str, columns: Mapping[str, str] | None, texts: Path | None
) -> tuple[Claims, tuple[Problem, ...]]:
    """
    Return everything sound in some files of another form, and a problem for each thing that is not.

    Args:
        paths: The files.
        form: Name of an export that can come back.
        columns: The field of each column, for a form that is a table.
        texts: A folder with texts; None looks beside each file alone.

    Raises:
        InvalidValueError: There is no such form (``unknown-export``), or it cannot come back (``one-way``).
    """
    export = export_named(form)
    if export.parse is None:
        fix = f"use one of {', '.join(name for name, each in exports().items() if each.parse)}"
        raise InvalidValueError("one-way", "this form only leaves the library", form, fix, field="form")
    loader = Loader(texts)
    more = {} if columns is None else {"columns": columns}
    for path in paths:
        try:
            for source, claims in export.parse(decoded(read_bytes(path)), **more):
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
