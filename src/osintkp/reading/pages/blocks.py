"""The blocks of a page: headings, paragraphs, items of lists, captions, bylines, and what is no reporting at all."""

from __future__ import annotations

from typing import NamedTuple

from osintkp.reading.pages.going_on import LONG, lines_going_on
from osintkp.reading.pages.layout import begins_with, layout
from osintkp.reading.pages.line_kinds import FEW, kind_of
from osintkp.reading.pages.lines import Line, lines
from osintkp.reading.tokens import Tokens

FOOT = 0.55
PROSE, SOME = 35, 3  # words of a paragraph of reporting, and how many of them are no footer any more
FRONT = 60
OPEN_ENDS = ("", ";", ",")


class Block(NamedTuple):
    r"""
    A stretch of a page.

    Attributes:
        start: First code point, marks of a list or heading included.
        end: One past the last.
        first: The number of its first word.
        last: The number of its last word.
        part: ``heading``, ``lede``, ``body``, ``item``, ``caption``, ``byline`` or ``boilerplate``.
        head: The number of its first word after the marks of a list, heading or quotation.

    Example:
        >>> [
        ...     block.part
        ...     for block in blocks(Tokens("# Rebels advance\n\nThe town of Bria fell.\n\nRead more"))
        ... ]
        ['heading', 'lede', 'boilerplate']
    """

    start: int
    end: int
    first: int
    last: int
    part: str
    head: int


def blocks(tokens: Tokens) -> list[Block]:
    """Return the blocks of a text in order; every word but line ends stands in exactly one."""
    rows = lines(tokens)
    kinds = [kind_of(tokens, row) for row in rows]
    _mark_front(tokens, rows, kinds)
    _mark_titles_and_foot(tokens, rows, kinds)
    _mark_plain_lists(tokens, rows, kinds)
    joined = lines_going_on(tokens, rows, kinds)
    return _with_lede(rows, kinds, joined)


def _mark_front(tokens: Tokens, rows: list[Line], kinds: list[str]) -> None:
    """Take what stands between two ``---`` at the head of a Markdown file: keys and values, no reporting."""
    if rows and tokens.view[rows[0].start : rows[0].end] == "---":
        for number, line in enumerate(rows[1:FRONT], start=1):
            if tokens.view[line.start : line.end] == "---":
                kinds[: number + 1] = ["boilerplate"] * (number + 1)
                return


def _mark_titles_and_foot(tokens: Tokens, rows: list[Line], kinds: list[str]) -> None:
    """Take the titles of other pages, and all that follows where the foot of a page begins."""
    lists, words, size = layout(), tokens.words, len(tokens.text)
    titles = done = 0
    for number, line in enumerate(rows):
        late = line.start > FOOT * size
        if number < done:
            continue
        if late and _is_foot(words, line, kinds[number]):
            done = _end_of_foot(words, rows, kinds, number)
            kinds[number:done] = ["boilerplate"] * (done - number)
            continue
        if kinds[number] == "boilerplate":
            if tuple(words[line.head : line.tail + 1]) in lists.before_title:
                titles = len(rows) if late and words[line.head] not in ("previous", "next") else 1
        elif titles and kinds[number] in ("short", "title", "item") and line.stop != ".":
            kinds[number] = "boilerplate"
            titles -= 1
        else:
            titles = 0


def _end_of_foot(words: list[str], rows: list[Line], kinds: list[str], number: int) -> int:
    """Give the first line of reporting below a foot, as where wire items are put together; else the end of the page."""
    if _is_whole_foot(words, rows[number]):
        return len(rows)
    prose = [
        each
        for each in range(number + 1, len(rows))
        if kinds[each] != "boilerplate" and rows[each].tail - rows[each].head >= PROSE
    ]
    return prose[0] if len(prose) >= SOME else len(rows)


def _is_whole_foot(words: list[str], line: Line) -> bool:
    """Tell whether a line says no more than that notes, sources or the like follow."""
    last = line.tail - (words[line.tail] == ":")
    whole = tuple(words[line.head : last + 1]) if last - line.head < FEW else ()
    return whole in layout().footer_lines


def _is_foot(words: list[str], line: Line, kind: str) -> bool:
    """Tell whether a line begins the foot of a page."""
    if line.tail < line.head or kind == "caption":
        return False
    return _is_whole_foot(words, line) or (
        kind == "boilerplate" and begins_with(layout().footer, words, line.head, line.tail)
    )


def _mark_plain_lists(tokens: Tokens, rows: list[Line], kinds: list[str]) -> None:
    """Take lines without bullets for items where they follow a line that ends in a colon and are no sentences."""
    listed = False
    for number, line in enumerate(rows):
        if kinds[number] in ("body", "short"):
            if (
                listed
                and line.tail - line.head < LONG
                and (line.stop in OPEN_ENDS or _is_last(tokens, rows[number - 1], line))
            ):
                kinds[number] = "item"
                listed = line.stop != "."
            else:
                listed = line.stop == ":"
        elif kinds[number] != "item":
            listed = False


def _is_last(tokens: Tokens, before: Line, line: Line) -> bool:
    """Tell whether a line with a full stop is the last item of the list that the line before stands in."""
    return line.stop == "." and (before.stop in (";", ",") or tokens.words[before.tail] in ("and", "or"))


def _with_lede(rows: list[Line], kinds: list[str], joined: list[bool]) -> list[Block]:
    spans: list[tuple[int, int]] = []
    for number, on in enumerate(joined):
        if on:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    parts = [_part(rows, kinds, first, last) for first, last in spans]
    if "body" not in parts:
        parts = [
            "body" if part == "heading" and kinds[first] == "short" else part
            for part, (first, _) in zip(parts, spans, strict=True)
        ]
    if "body" in parts:
        parts[parts.index("body")] = "lede"
    return [
        Block(
            rows[first].start,
            rows[last].end,
            rows[first].first,
            rows[last].last,
            part,
            min(rows[first].head, rows[last].last),
        )
        for part, (first, last) in zip(parts, spans, strict=True)
    ]


def _part(rows: list[Line], kinds: list[str], first: int, last: int) -> str:
    kind = kinds[first]
    if kind == "rule":
        return "boilerplate"
    if kind == "title":
        return "heading"
    if kind == "short":
        if first != last:
            return "body"
        words = rows[first].tail - rows[first].head + 1
        return "heading" if words <= FEW or first == 0 else "body"
    return kind
