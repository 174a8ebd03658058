"""What a line of a page is by itself: a title, a date, an item, a caption, an address, what is no reporting."""

from __future__ import annotations

import functools
import re

from osintkp.reading.pages.layout import begins_with, holds, layout
from osintkp.reading.pages.lines import Line
from osintkp.reading.tokens import Tokens

FEW = 16
MANY = 25
SHORT_LINE = 60


def kind_of(tokens: Tokens, line: Line) -> str:
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
