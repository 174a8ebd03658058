"""Tables of a coding that came out of the rows of a file: they know their line, and which column holds a field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from osintkp.errors import InvalidValueError


class Row(dict[str, Any]):
    """
    A table of a coding out of a row.

    Attributes:
        line: Where the row begins, from 1; None for what stands in no one row.
        notes: What was met in the row beside its values, each with the field that it concerns.
        columns: The names of columns by the fields that they hold.

    Example:
        >>> Row({"shipment": {"amount": "x"}}, columns={"record.amount": "Number"}).place(
        ...     "shipment.amount", ["shipment"]
        ... )
        "shipment.amount (column 'Number')"
    """

    __slots__ = ("columns", "line", "notes")

    def __init__(
        self,
        table: Mapping[str, Any],
        *,
        line: int | None = None,
        notes: tuple[tuple[str, InvalidValueError], ...] = (),
        columns: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(table)
        self.line = line
        self.notes = notes
        self.columns = columns or {}

    def place(self, field: str | None, kinds: Any) -> str | None:
        """
        Return a field with the column that holds it; as it is where no column does.

        Args:
            field: Its place in the coding, like ``shipment.amount``; None for none.
            kinds: The kinds of record that there are.
        """
        if field is None:
            return None
        path = re.sub(r"\[[0-9]{1,9}\]", "", field)
        kind, _, rest = path.partition(".")
        names = [path, f"record.{rest}"] if kind in kinds else [path, "start" if path == "span" else path]
        found = next((self.columns[name] for name in names if name in self.columns), None)
        return field if found is None else f"{field} (column {found!r})"
