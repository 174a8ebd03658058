"""The lines of a page, with the marks that stand around their words."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from typing import NamedTuple

from osintkp.reading.tokens import Tokens

CLOSERS = "\"')]}*_~`> "
AROUND = frozenset("*_~`#>")


class Line(NamedTuple):
    """
    A line that is not empty.

    Attributes:
        start: First code point.
        end: One past the last, blanks left out.
        first: The number of its first word.
        last: The number of its last word.
        head: The number of its first word after the marks of a list, heading, quotation or emphasis.
        tail: The number of its last word before marks of emphasis; smaller than ``head`` where there are only marks.
        gap: How many line ends stand before it.
        mark: ``#`` for a heading, ``item`` for an item of a list, else the empty string.
        bold: Whether all of it is set bold.
        stop: The sign that ends its words, quotation marks and brackets aside: one of ``.!?:;,``, else the empty string.
        quoted: Whether it begins with a quotation mark.
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    tail: int
    gap: int
    mark: str
    bold: bool
    stop: str
    quoted: bool


def lines(tokens: Tokens) -> list[Line]:
    r"""
    Return the lines of a text that are not empty.

    Example:
        >>> [(line.mark, line.stop) for line in lines(Tokens("## Aid\n\n- 20 tents;\nThey came."))]
        [('#', ''), ('item', ';'), ('', '.')]
    """
    view, starts, found = tokens.view, tokens.starts, []
    first, ended = 0, 0
    for match in _line().finditer(view):
        start = match.start()
        end = start + len(match.group().rstrip())
        first = bisect_left(starts, start, first)
        after = bisect_left(starts, end, first)
        gap = view.count("\n", ended, start)
        found.append(_made(tokens, start, end, first, after - 1, gap))
        first, ended = after, end
    return found


def _made(tokens: Tokens, start: int, end: int, first: int, last: int, gap: int) -> Line:
    view, words = tokens.view, tokens.words
    mark, head = _mark_of(tokens, start, end, first)
    bold = view.startswith(("**", "__"), tokens.starts[head] if head <= last else end) and view.endswith(
        ("**", "__"), start, end
    )
    while head <= last and words[head] in AROUND:
        head += 1
    tail = last
    while tail >= head and words[tail] in AROUND:
        tail -= 1
    if not _letter().search(view, start, end):
        head = tail + 1
    return Line(
        start, end, first, last, head, tail, gap, mark, bold, _stop(view, start, end), view[start] in "\"'"
    )


def _mark_of(tokens: Tokens, start: int, end: int, first: int) -> tuple[str, int]:
    """Return the mark at the head of a line, and the number of the first word behind it."""
    match = _mark().match(tokens.view, start, end)
    if match is None:
        return "", first
    return "#" if match.group(1) else "item", bisect_left(tokens.starts, match.end(), first)


def _stop(view: str, start: int, end: int) -> str:
    place = end - 1
    while place > start and view[place] in CLOSERS:
        place -= 1
    sign = view[place]
    if sign == "\u2026":
        return "."
    return sign if sign in ".!?:;," else ""


@functools.cache
def _line() -> re.Pattern[str]:
    return re.compile(r"\S[^\n]*")


@functools.cache
def _letter() -> re.Pattern[str]:
    return re.compile(r"[^\W_]")


@functools.cache
def _mark() -> re.Pattern[str]:
    bullets = "\u2022\u2023\u2043\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\uf0b7"
    numbers = r"\(?\d{1,2}[.)] +|\(?[a-z]\) +|\(?[ivx]{1,4}\) +"
    return re.compile(
        rf"(?:> ?){{0,3}}(?:(#{{1,6}} )|(?:[{bullets}] *|[-*+\u00b7\u2013\u2014] +|{numbers})(?=\S))"
    )
