"""
Rows of text between commas, semicolons or tabs (RFC 4180), with cells that no spreadsheet runs as a formula.

By hand and not by the standard library, whose limit on the length of a cell holds for the whole process.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from osintkp.errors import InvalidValueError

DELIMITERS = (",", ";", "\t")
FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
STEERING = frozenset("\t\r\n")
MARK = "'"
UNHELD = "\ufffd"


def guarded(text: str) -> str:
    """
    Return a text as a cell that is not run: one that a spreadsheet might run, and the empty one, gets an apostrophe in front.

    A number below zero is no formula and stays as it is.

    Example:
        >>> guarded("=1+1"), guarded("-"), guarded("12 trucks"), guarded(""), guarded("-20.5")
        ("'=1+1", "'-", '12 trucks', "'", '-20.5')
    """
    return MARK + text if _is_risky(text) and not _below_zero().fullmatch(text) else text


def unguarded(cell: str) -> str:
    """
    Return the text of a cell.

    Example:
        >>> unguarded("'=1+1"), unguarded("'Adra")
        ('=1+1', "'Adra")
    """
    return cell[1:] if cell[:1] == MARK and _is_risky(cell[1:]) else cell


def _is_risky(text: str) -> bool:
    bare = text.lstrip(MARK)
    return not bare.strip() or bare[0] in STEERING or bare.lstrip()[:1] in FORMULA


@cache
def _below_zero() -> re.Pattern[str]:
    return re.compile(r"-[0-9]{1,40}(?:\.[0-9]{1,40})?(?:e[-+]?[0-9]{1,3})?")


def held(text: str) -> str:
    r"""
    Return a text with every letter that a file of text cannot hold (NUL, half a character) replaced.

    Example:
        >>> held("a\0b") == "a\ufffdb"
        True
    """
    plain = text.replace("\0", UNHELD)
    return plain if plain.isascii() else re.sub("[\ud800-\udfff]", UNHELD, plain)


def delimited(rows: Iterable[Sequence[str]]) -> str:
    r"""
    Return rows as text between commas, each ended by a carriage return and a line feed.

    Example:
        >>> delimited([["a", "b c"], ["", "1,5"]])
        'a,b c\r\n,"1,5"\r\n'
    """
    return "".join(",".join(map(_written, row)) + "\r\n" for row in rows)


def _written(cell: str) -> str:
    if not _special(",").search(cell) and '"' not in cell:
        return cell
    return '"' + cell.replace('"', '""') + '"'


@cache
def _special(delimiter: str) -> re.Pattern[str]:
    return re.compile(rf"{delimiter}|\r\n|\r|\n")


def rows_of(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    r"""
    Give each row with the line where it begins, from 1; an empty line is a row of one empty cell.

    Raises:
        InvalidValueError: A quotation mark opens a cell and none closes it (``file-syntax``).

    Example:
        >>> list(rows_of('a;"b\nc"\nd;e', ";"))
        [(1, ['a', 'b\nc']), (3, ['d', 'e'])]
    """
    at, line = 0, 1
    while at < len(text):
        cells, start, first = list[str](), at, line
        sign = delimiter
        while sign == delimiter:
            cell, sign, at = _cell(text, at, delimiter, first)
            cells.append(cell)
        line += _line_ends(text, start, at)
        yield first, cells


def _line_ends(text: str, start: int, end: int) -> int:
    returns = text.count("\r", start, end) - text.count("\r\n", start, end)
    return text.count("\n", start, end) + returns


def _cell(text: str, at: int, delimiter: str, line: int) -> tuple[str, str, int]:
    """Return a cell, the sign that ends it and where the next begins; what stands after a closing mark belongs to it."""
    inside = ""
    if text.startswith('"', at):
        close = text.find('"', at + 1)
        while close >= 0 and text.startswith('"', close + 1):
            close = text.find('"', close + 2)
        if close < 0:
            what = f"a quotation mark opens in the row of line {line} and none closes it"
            raise InvalidValueError("file-syntax", what, text[at : at + 80], "close it, or double it inside")
        inside, at = text[at + 1 : close].replace('""', '"'), close + 1
    found = _special(delimiter).search(text, at)
    if found is None:
        return inside + text[at:], "", len(text)
    return inside + text[at : found.start()], found.group(), found.end()
