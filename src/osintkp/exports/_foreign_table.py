"""Tables of others on their way in: which row names the columns, and what each of the other rows says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import attrs

from osintkp.errors import InvalidValueError
from osintkp.exports._columns import DERIVED, SOURCE, key_path
from osintkp.exports._delimited import DELIMITERS, rows_of, unguarded
from osintkp.exports._flat import claim_table, source_table
from osintkp.exports._rows import Row
from osintkp.records import record_types

SEARCHED_ROWS = 50
SHOWN = 8

Cells = dict[str, str]
Note = tuple[str, InvalidValueError]
Coded = tuple[dict[str, Any], list[Any]]


def headed(text: str, asked: Mapping[str, str]) -> tuple[str, int, list[str]]:
    """Return what stands between cells, the number of the row that names the columns, and these names."""
    best, found = 0, (DELIMITERS[0], 0, list[str]())
    for delimiter in DELIMITERS:
        try:
            for number, (_, cells) in enumerate(islice(rows_of(text, delimiter), SEARCHED_ROWS), 1):
                names = list(map(unguarded, cells))
                known = sum(name.strip() in asked or key_path(name.strip()) is not None for name in names)
                if known > best:
                    best, found = known, (delimiter, number, names)
        except InvalidValueError:
            continue
    if best == 0:
        for _ in rows_of(text, DELIMITERS[0]):
            pass
        fix = "say which field each column holds, like columns={'Supplier': 'shipment.sender'}"
        raise InvalidValueError("no-columns", "no column has the name of a field", text.strip()[:200], fix)
    return found


def paths_of(names: list[str], asked: Mapping[str, str]) -> list[str | None]:
    there = {name.strip() for name in names}
    for name in asked:
        if name not in there:
            fix = f"name one of {', '.join(sorted(there)[:SHOWN])}"
            raise InvalidValueError("column-missing", "the table has no such column", name, fix)
    paths = [key_path(asked.get(name.strip(), name)) or key_path(name.strip()) for name in names]
    counted = Counter(path for path in paths if path)
    double = next((path for path, times in counted.items() if times > 1), None)
    if double is not None:
        raise InvalidValueError(
            "second-column", "two columns hold one field", double, "leave one of them out"
        )
    return paths


@attrs.define(kw_only=True)
class ForeignTable:
    """
    A table on its way in.

    Attributes:
        names: Of the columns.
        paths: The field of each column; None for one that is not read.
        base: The id of a source that has none.
        sources: By what tells them apart: their id, or all their cells.
    """

    names: list[str]
    paths: list[str | None]
    base: str
    sources: dict[tuple[tuple[str, str], ...], tuple[Row, list[Any]]] = attrs.field(factory=dict)

    def codings(self, rows: Iterable[tuple[int, int, list[str]]]) -> Iterator[Coded]:
        """Give every source with its claims, in the order in which they appear."""
        alone = {path.partition(".")[0] for path in self.paths if path} & record_types().keys()
        kind = next(iter(alone)) if len(alone) == 1 else None
        for line, number, cells in rows:
            self._take(line, number, list(map(_text, cells)), kind)
        for note in self._unread():
            for source, _ in islice(self.sources.values(), 1):
                source.notes = (*source.notes, note)
        yield from self.sources.values()

    def _unread(self) -> Iterator[Note]:
        named = zip(self.names, self.paths, strict=True)
        unread = [name for name, path in named if path is None and name.strip() and name not in DERIVED]
        if unread:
            fix = "say which fields they hold in columns={...}, if they are to be read"
            yield "", InvalidValueError("unknown-column", "columns are not read", ", ".join(unread), fix)

    def _take(self, line: int, number: int, cells: list[str | None], kind: str | None) -> None:
        pairs = zip(self.paths, cells, strict=False)
        told = {path: cell for path, cell in pairs if path and cell is not None}
        if not told:
            return
        about = {path.removeprefix(SOURCE): cell for path, cell in told.items() if path.startswith(SOURCE)}
        claim = claim_table(
            ((path, cell) for path, cell in told.items() if not path.startswith(SOURCE)), kind
        )
        named = claim.get("id", f"row-{number}")
        whole, slash, own = named.partition("/") if isinstance(named, str) else (named, "", "")
        if slash and about.setdefault("id", whole) == whole:
            claim["id"] = own
        claim.setdefault("id", whole)
        notes = list[Note]()
        if len(cells) > len(self.names) and any(cells[len(self.names) :]):
            fix = "put a cell with the sign between cells into quotation marks"
            what = f"the row has {len(cells)} cells and the table {len(self.names)} columns"
            notes.append(("", InvalidValueError("row-length", what, cells[-1], fix)))
        known, claims = self._source(about, line, notes)
        claims.append(Row(claim, line=line, notes=tuple(notes), columns=known.columns))

    def _source(self, about: Cells, line: int, notes: list[Note]) -> tuple[Row, list[Any]]:
        """Return the source of a row; where a row says otherwise of it than the first one did, that is noted."""
        key = (("id", about["id"]),) if "id" in about else tuple(sorted(about.items()))
        if key not in self.sources:
            number = f"-{len(self.sources) + 1}" if about else ""
            table = source_table(({"id": self.base + number} | about).items())
            self.sources[key] = (Row(table, line=line, columns=self._columns()), [])
            return self.sources[key]
        known, claims = self.sources[key]
        for name, value in source_table(about.items()).items():
            if known.get(name) != value:
                fix = f"the first of its rows, in line {known.line}, is kept: {known.get(name)!r}"
                what = "rows of one source differ"
                notes.append((f"source.{name}", InvalidValueError("said-twice", what, value, fix)))
        return known, claims

    def _columns(self) -> Mapping[str, str]:
        return {path: name for path, name in zip(self.paths, self.names, strict=True) if path}


def _text(cell: str) -> str | None:
    """Return the text of a cell; None where it is empty."""
    return unguarded(cell) if cell.strip() else None
