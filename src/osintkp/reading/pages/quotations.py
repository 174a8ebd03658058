"""Direct speech: the stretches of a page that stand in quotation marks."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from osintkp.reading.pages.blocks import Block
from osintkp.reading.pages.sentences import Sentence
from osintkp.reading.tokens import Tokens

FEW_WORDS = 5
DOUBLE_OPEN, DOUBLE_CLOSE = "\u201c\u201e\u201f\u00ab", "\u201d\u00bb"
SINGLE_OPEN = "\u2018\u201a\u201b"
BEFORE = '([{-\u2013\u2014*_/:"\u201c\u2018'
AFTER = '.,;:!?)]}-\u2013\u2014*_\u2026"\u201d\u2019'


class Quotation(NamedTuple):
    """
    A stretch in quotation marks.

    Attributes:
        start: Where the opening mark stands; where it is missing, where its sentence begins.
        end: One past the closing mark; where it is missing, the end of the paragraph.
        closed: Whether both marks are there.
        short: Whether it is a few words that stand in a sentence of another.
        continues: Whether it goes on with the quotation before it, which no mark closed.

    Example:
        >>> from osintkp.reading.pages.blocks import blocks
        >>> from osintkp.reading.pages.sentences import sentences
        >>> tokens = Tokens('Its "special task" is over. "We leave Sudan," she said.')
        >>> page = blocks(tokens)
        >>> found = quotations(tokens, page, sentences(tokens, page))
        >>> [(tokens.text[each.start : each.end], each.short) for each in found]
        [('"special task"', True), ('"We leave Sudan,"', False)]
    """

    start: int
    end: int
    closed: bool
    short: bool
    continues: bool


class _Mark(NamedTuple):
    place: int
    single: bool
    opens: bool
    closes: bool
    sure: bool
    measure: bool


def quotations(tokens: Tokens, blocks: list[Block], sentences: list[Sentence]) -> list[Quotation]:
    """Return the quotations of a text in order; none lies inside another or runs over the end of a block."""
    marks = list(_marks(tokens))
    if not marks:
        return []
    found: list[Quotation] = []
    starts = [sentence.start for sentence in sentences]
    at, open_before = 0, False
    for block in blocks:
        mine = []
        while at < len(marks) and marks[at].place < block.end:
            mine.append(marks[at])
            at += 1
        spans = list(_pairs(mine, block))
        for number, (opening, end, closed) in enumerate(spans):
            start = opening if opening >= 0 else _said_from(starts, end, found)
            if start < end - 1:
                goes_on = number == 0 and open_before and start <= tokens.starts[block.head] + 1
                short = closed and _is_short(tokens, start, end)
                found.append(Quotation(start, end, closed, short, goes_on))
        if block.part not in ("caption", "boilerplate"):
            open_before = bool(spans) and not spans[-1][2] and spans[-1][1] == block.end
    return found


def _said_from(starts: list[int], end: int, found: list[Quotation]) -> int:
    """Return where a quotation without its opening mark begins: with its sentence, or behind the one before."""
    sentence = max(bisect_right(starts, end - 1) - 1, 0)
    return max(starts[sentence], found[-1].end if found else 0)


def _pairs(marks: list[_Mark], block: Block) -> Iterator[tuple[int, int, bool]]:
    """Give what stands between marks of one block: start (-1 for none), end, and whether both marks are there."""
    opened: _Mark | None = None
    ahead = _singles_ahead(marks)
    for mark, (any_ahead, sure_ahead) in zip(marks, ahead, strict=True):
        if opened is None:
            if mark.opens and (any_ahead or not mark.single):
                opened = mark
            elif mark.closes and not mark.single and not mark.measure:
                yield -1, mark.place + 1, False
        elif mark.single == opened.single:
            if mark.closes and (mark.sure or not sure_ahead):
                yield opened.place, mark.place + 1, True
                opened = None
            elif mark.opens and not mark.single:
                yield opened.place, mark.place, False
                opened = mark
    if opened is not None:
        yield opened.place, block.end, False


def _singles_ahead(marks: list[_Mark]) -> list[tuple[bool, bool]]:
    """Return for each mark whether a single mark may close, or surely closes, behind it before another one opens."""
    found: list[tuple[bool, bool]] = []
    some = sure = False
    for mark in reversed(marks):
        found.append((some, sure))
        if mark.single:
            some, sure = (False, False) if mark.opens else (True, sure or mark.sure)
    return found[::-1]


def _marks(tokens: Tokens) -> Iterator[_Mark]:
    """Give the quotation marks of a text, apostrophes left out."""
    text, size = tokens.text, len(tokens.text)
    for match in _mark().finditer(tokens.view):
        place = match.start()
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < size else " "
        free_before = before.isspace() or before in BEFORE
        free_after = after.isspace() or after in AFTER
        if match.group() == "'":
            mark = _single(text, place, before, after, free_before)
            if mark:
                yield mark
        else:
            yield _double(text[place], place, before, free_before, free_after)


def _single(text: str, place: int, before: str, after: str, free_before: bool) -> _Mark | None:
    sign = text[place]
    if free_before and sign != "\u2019" and (after.isalnum() or after in "[\u2026\u201c"):
        return (
            None
            if _cut_short().match(text, place + 1)
            else _Mark(place, single=True, opens=True, closes=False, sure=False, measure=False)
        )
    if free_before or after.isalnum() or sign in SINGLE_OPEN or before.isdigit():
        return None
    sure = before != "s" or after in AFTER
    return _Mark(place, single=True, opens=False, closes=True, sure=sure, measure=False)


def _double(sign: str, place: int, before: str, free_before: bool, free_after: bool) -> _Mark:
    if sign in DOUBLE_OPEN:
        closes = not free_before and free_after
        opens = not closes
    elif sign in DOUBLE_CLOSE:
        opens = free_before and not free_after
        closes = not opens
    else:
        opens = free_before or not free_after
        closes = not free_before or free_after
    measure = sign == '"' and before.isdigit()
    return _Mark(place, single=False, opens=opens and not measure, closes=closes, sure=True, measure=measure)


def _is_short(tokens: Tokens, start: int, end: int) -> bool:
    first, last = tokens.at(start) + 1, tokens.at(end - 1) - 1
    words = [word for word in tokens.words[first : last + 1] if word[0].isalnum()]
    if len(words) > FEW_WORDS:
        return False
    return not (tokens.text[start + 1].isupper() and tokens.text[end - 2] in ".,!?\u2026")


@functools.cache
def _cut_short() -> re.Pattern[str]:
    """Return a pattern for words whose first letters an apostrophe stands for."""
    return re.compile(r"(?:\d\ds|[Tt]il|[Ee]m|[Tt]is|[Tt]was|[Cc]ause|[Nn])\b")


@functools.cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"[\"']")
