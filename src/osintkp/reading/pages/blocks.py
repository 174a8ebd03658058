"""The blocks of a page: headings, paragraphs, items of lists, captions, bylines, and what is no reporting at all."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from osintkp.reading.pages.layout import begins_with, holds, layout
from osintkp.reading.pages.lines import Line, lines
from osintkp.reading.tokens import Tokens

FEW, MANY = 16, 25
LONG = 20
SHORT_LINE = 60
FOOT = 0.55
PROSE, SOME = 35, 3  # words of a paragraph of reporting, and how many of them are no footer any more
FRONT = 60
WRAPPED = range(40, 121)
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
    kinds = [_kind(tokens, row) for row in rows]
    _mark_front(tokens, rows, kinds)
    _mark_titles_and_foot(tokens, rows, kinds)
    _mark_plain_lists(tokens, rows, kinds)
    joined = _joined(tokens, rows, kinds)
    return _with_lede(rows, kinds, joined)


def _kind(tokens: Tokens, line: Line) -> str:
    """Return what a line is by itself; ``short`` and ``title`` are for its neighbours to decide."""
    words, few = tokens.words, line.tail - line.head < SHORT_LINE
    if line.tail < line.head:
        return "rule"
    if few and _is_junk(words, line):
        return "boilerplate"
    lists = layout()
    if begins_with(lists.footer, words, line.head, line.tail):
        return "boilerplate"
    if few and begins_with(lists.captions, words, line.head, line.tail):
        return "caption"
    if line.tail - line.head < 2 * SHORT_LINE and holds(lists.credits, words, line.head, line.tail):
        return "caption"
    if line.mark == "#":
        return "title"
    if line.mark == "item":
        return "item"
    if line.tail - line.head >= 2 * MANY or words[line.head] == "|":
        return "body"
    return _short_kind(tokens, line)


def _is_junk(words: list[str], line: Line) -> bool:
    lists, first, last = layout(), line.head, line.tail
    return (
        (last - first < FEW and tuple(words[first : last + 1]) in lists.lines)
        or begins_with(lists.begins, words, first, last)
        or holds(lists.anywhere, words, first, last)
    )


def _short_kind(tokens: Tokens, line: Line) -> str:
    words = tokens.words[line.head : line.tail + 1]
    if len(words) == 1 and words[0].isdigit() and len(words[0]) <= 3:
        return "boilerplate"
    if _is_dated(words):
        return "byline"
    if line.stop in ("?", "!") and len(words) <= FEW and not line.quoted:
        return "short"
    text = tokens.text[tokens.starts[line.head] : tokens.ends[line.tail]]
    if words[0] == "by" and len(words) <= FEW and not line.stop and text[2:].lstrip(" *_[")[:1].isupper():
        return "byline"
    if _is_about_author(tokens, line, words) or _is_address(text, words):
        return "boilerplate"
    if text.isupper() and len(words) > 1 and line.stop not in (",", ";", ":"):
        return "title" if len(words) <= MANY else "body"
    if line.bold and line.stop in ("", "?", "!"):
        return "title"
    return "short" if not line.stop and len(words) <= MANY else "body"


def _is_dated(words: list[str]) -> bool:
    """Tell whether a line gives a date and no more."""
    lists = layout()
    dated = len(words) <= FEW and (
        words[0][0].isdigit() or words[0] in lists.calendar or words[0] in lists.dated
    )
    return (
        dated
        and all(word in lists.calendar or word in lists.dated or word[0].isdigit() for word in words)
        and any(word in lists.calendar or word[0].isdigit() for word in words)
    )


def _is_about_author(tokens: Tokens, line: Line, words: list[str]) -> bool:
    """Tell whether a line that is wholly in brackets or italics says who somebody is."""
    edge = tokens.view[line.start] + tokens.view[line.end - 1]
    return (
        edge in ("()", "**", "__", "[]")
        and ("is" in words or "are" in words)
        and any(word in layout().author for word in words)
    )


def _is_address(text: str, words: list[str]) -> bool:
    if _contact().match(text):
        return True
    if len(words) > MANY or words.count(",") < 2:
        return False
    marks = sum(word in layout().address for word in words)
    return marks >= 2 and any(word[0].isdigit() for word in words)


@functools.cache
def _contact() -> re.Pattern[str]:
    return re.compile(
        r"[<\[(*]{0,3}(?:https?://|www\.|[\w.+-]{1,64}@[\w-]{1,64}\.)[^\s]{1,2000}$|\+?[\d()\[\] .\-/]{7,30}$"
    )


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


def _joined(tokens: Tokens, rows: list[Line], kinds: list[str]) -> list[bool]:
    """Return for each line whether it goes on with the sentence of the line before."""
    joined = [False] * len(rows)
    for first, last in _wrapped(rows, kinds):
        joined[first + 1 : last + 1] = [True] * (last - first)
    for number in range(1, len(rows)):
        if (
            not joined[number]
            and kinds[number - 1] in ("body", "short", "item")
            and kinds[number] in ("body", "short")
        ):
            joined[number] = _goes_on(tokens, rows[number - 1], rows[number], kinds[number])
    return joined


def _goes_on(tokens: Tokens, before: Line, line: Line, kind: str) -> bool:
    words, text = tokens.words, tokens.text
    if before.stop in (":", ";"):
        return False
    if before.stop == ".":
        return (
            words[before.tail] == "."
            and words[before.tail - 1] in layout().abbreviations["title"]
            and words[line.head].isalpha()
            and before.tail > before.head
        )
    if before.stop in ("?", "!"):
        return False
    opening = text[tokens.starts[line.head]]
    if opening.islower():
        return True
    if words[before.tail] in layout().unfinished and before.tail > before.head:
        return True
    long = before.tail - before.head >= LONG
    if before.stop == ",":
        return long
    name = text[tokens.starts[before.tail]].isupper() and opening.isupper()
    return long and name and kind == "body" and words[line.head] not in layout().starters


def _wrapped(rows: list[Line], kinds: list[str]) -> list[tuple[int, int]]:
    """Return the runs of lines that a fixed width has cut, by the numbers of their first and last line."""
    found, first = [], 0
    for number in range(1, len(rows) + 1):
        if (
            number < len(rows)
            and rows[number].gap == 1
            and kinds[number] in ("body", "short")
            and kinds[number - 1] in ("body", "short", "item")
        ):
            continue
        run = rows[first:number]
        if len(run) >= 3:
            widths = [line.end - line.start for line in run[:-1]]
            widest = max(widths)
            even = widest in WRAPPED and min(widths) >= max(0.6 * widest, WRAPPED[0])
            if even and any(not line.stop for line in run[:-1]) and any(line.stop for line in run):
                found.append((first, number - 1))
        first = number
    return found


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
