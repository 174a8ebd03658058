"""Plain text tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from osintkp.inert import printable

WIDTH = 64


def text_table(head: Sequence[str], rows: Iterable[Sequence[object]], *, width: int = WIDTH) -> str:
    """
    Return rows as aligned columns under a head; None is shown as a dash, a long cell is cut.

    Example:
        >>> print(text_table(["id", "amount"], [["a/1", "~40 tank"], ["a/2", None]]))
        id   amount
        a/1  ~40 tank
        a/2  -
    """
    cells = [list(head), *([_cell(value, width) for value in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)) for row in cells)
    return "\n".join(line.rstrip() for line in lines)


def _cell(value: object, width: int) -> str:
    if value is None:
        return "-"
    text = printable(" ".join(str(value).split()))
    return text if len(text) <= width else text[: width - 1] + "…"
