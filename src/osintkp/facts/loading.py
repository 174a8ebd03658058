"""Reference data of one's own, from a file or a folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from osintkp.errors import InvalidValueError, shown
from osintkp.facts import Facts
from osintkp.facts.rows import TABLES, record
from osintkp.file_access import FileAccess, FilePlace, entries, read_within
from osintkp.paths import is_folder
from osintkp.problems import CodingError, Problem
from osintkp.toml_reading import toml_table

PLURAL = {"limit": "limits", "embargo": "embargoes", "treaty": "treaties", "office": "offices", "place": "places", "assumption": "assumptions"}  # fmt: skip


def facts_from(path: Path) -> Facts:
    """
    Return the reference data in a ``.toml`` or ``.json`` file, or in every such file of a folder.

    Each table is a list of records: ``[[limit]]``, ``[[embargo]]``, ``[[treaty]]``, ``[[office]]``, ``[[place]]``,
    ``[[assumption]]``. Every record has an ``id``, a ``citation`` and a ``basis``.

    Raises:
        CodingError: Something in it is unsound; every problem is listed with file, record and field.
    """
    found: dict[str, dict[str, Any]] = {table: {} for table in TABLES}
    problems: list[Problem] = []
    for place in _files(path, problems):
        file = place.path
        for table, row in _rows(place, problems):
            name = str(row.get("id", "?"))[:100] if isinstance(row, dict) else "?"
            try:
                made = record(table, row if isinstance(row, dict) else {})
            except InvalidValueError as error:
                problems.append(_problem(file, error, name, table))
                continue
            if made.id in found[table]:
                fix = "give one of them another id"
                what = InvalidValueError("duplicate-id", f"two records of {table} have one id", made.id, fix)
                problems.append(_problem(file, what, name, table))
            found[table][made.id] = made
    if problems:
        raise CodingError(problems)
    return Facts(**{PLURAL[table]: tuple(rows.values()) for table, rows in found.items()})


def _files(path: Path, problems: list[Problem]) -> list[FilePlace]:
    if not is_folder(path):
        return [FilePlace(root=path)]
    try:
        found = entries(FilePlace(root=path))
    except InvalidValueError as error:
        problems.append(_problem(path, error))
        return []
    return [each.place for each in found if each.kind != "folder" and each.name.endswith((".toml", ".json"))]


def _rows(place: FilePlace, problems: list[Problem]) -> Iterator[tuple[str, Any]]:
    file = place.path
    try:
        data = _document(place)
    except InvalidValueError as error:
        problems.append(_problem(file, error))
        return
    for table, rows in data.items():
        if table not in TABLES or not isinstance(rows, list):
            fix = f"write one of {', '.join(f'[[{name}]]' for name in TABLES)}"
            fault = InvalidValueError("unknown-key", "this is no table of reference data", table, fix)
            problems.append(_problem(file, fault))
            continue
        for row in rows:
            yield table, row


def _document(place: FilePlace) -> dict[str, Any]:
    raw = read_within(place, FileAccess(), "coding_bytes")
    form = place.path.suffix.lstrip(".").upper() or "TOML"
    try:
        text = raw.decode("utf-8-sig")
        data = json.loads(text) if form == "JSON" else toml_table(text)
    except InvalidValueError:
        raise
    except (ValueError, RecursionError) as error:
        what = f"the file is no {form}"
        raise InvalidValueError("file-syntax", what, str(error)[:80], "mend it there") from None
    if not isinstance(data, dict):
        raise InvalidValueError(
            "wrong-type", "reference data is a table of lists", data, 'write { "limit": [...] }'
        )
    return data


def _problem(
    file: Path, error: InvalidValueError, name: str | None = None, table: str | None = None
) -> Problem:
    path = ".".join(part for part in (table, error.field) if part) or None
    return Problem(
        code=error.code, file=str(file), claim=name, field=path, value=shown(error.value), message=error.what, fix=error.fix
    )  # fmt: skip
