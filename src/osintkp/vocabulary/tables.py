"""
Frozen tables: JSON files with one row a line, of which a row is read when it is first asked for.

A start uses some twenty of three thousand rows; to read them all would cost it more than most checks do.
"""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any

Row = dict[str, Any]


class Rows(Mapping[str, Row]):
    """The rows of a table by id, in its order."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        self._lines = lines
        self._read: dict[str, Row] = {}

    def __getitem__(self, name: str) -> Row:
        if name not in self._read:
            self._read[name] = json.loads(self._lines[name])
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def whole_table(name: str) -> dict[str, Any]:
    """
    Return a table of the library with all its rows, read anew at each call: whoever asks keeps what it makes of them.

    Args:
        name: That of the file, with its folder.

    Example:
        >>> sorted(whole_table("likelihood"))
        ['schemes']
    """
    found: dict[str, Any] = json.loads(_text(name))
    return found


def table(name: str) -> tuple[dict[str, Any], Mapping[str, Row]]:
    """
    Return a table of the library apart from its rows, and these, which stand last in its file.

    Args:
        name: That of the file, and of its rows.

    Example:
        >>> head, rows = table("places")
        >>> sorted(head), rows["goma"]["state"], "goma" in rows, "atlantis" in rows
        (['ambiguous', 'citations', 'keys'], 'CD', True, False)
    """
    text = _text(name)
    head, parted, lines = text.partition(f',\n"{name}":{{\n"')
    if not parted:
        found = json.loads(text)
        return found, found.pop(name)
    pairs = (line.split('":', 1) for line in lines.removesuffix("\n}}\n").split(',\n"'))
    return json.loads(head + "}"), Rows(dict(pairs))


def _text(name: str) -> str:
    return (pkgutil.get_data("osintkp", f"data/{name}.json") or b"").decode()
