"""The sentences of a page, and for the items of a list the sentence that introduces them."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from osintkp.reading.pages.blocks import Block
from osintkp.reading.pages.datelines import dateline
from osintkp.reading.pages.layout import layout
from osintkp.reading.tokens import Tokens

OPENERS = "\"'([{*_\u201c\u2018\u00ab\u201e"
CLOSING = "\"')]}*_"
REACH = 4
AFTER_SAYS = frozenset([".", ",", "\n", "in", "on", "at", "during", "after", "while", "as", "of"])


UNREAD = frozenset(("boilerplate", "byline"))


class Sentence(NamedTuple):
    """
    A sentence, or what stands for one: a heading, an item of a list.

    Attributes:
        start: First code point.
        end: One past the last, quotation marks that close after the stop included.
        first: The number of its first word.
        last: The number of its last word.
        block: The number of its block.
        part: The part of its block.
        lead: The number of the sentence that introduces the list it is an item of; None for no item.

    Example:
        >>> from osintkp.reading.pages.blocks import blocks
        >>> tokens = Tokens("Gen. Haftar left Sirte. No. 3 Battery stayed.")
        >>> [tokens.text[each.start : each.end] for each in sentences(tokens, blocks(tokens))]
        ['Gen. Haftar left Sirte.', 'No. 3 Battery stayed.']
    """

    start: int
    end: int
    first: int
    last: int
    block: int
    part: str
    lead: int | None = None

    @property
    def reports(self) -> bool:
        """Return whether it belongs to what is reported: to no byline and no boilerplate."""
        return self.part not in UNREAD


def sentences(tokens: Tokens, blocks: list[Block]) -> list[Sentence]:
    """Return the sentences of a text in order; no sentence runs over the end of a block."""
    stops = iter(_stops(tokens))
    stop = next(stops, None)
    listed = ";" in tokens.view
    found: list[Sentence] = []
    lead: int | None = None
    for number, block in enumerate(blocks):
        cuts = [tokens.starts[block.head]]
        led = dateline(tokens.text, cuts[0], block.end)
        if led:
            cuts.append(led)
        while stop is not None and stop < block.end:
            if stop > cuts[-1]:
                cuts.append(stop)
            stop = next(stops, None)
        cuts.append(block.end)
        if block.part not in ("item", "boilerplate", "caption", "byline"):
            lead = None
        for start, end in pairwise(cuts):
            _add(
                tokens, found, start, end, number, block.part, lead if block.part == "item" else None, listed
            )
        if block.part in ("lede", "body", "heading") and _introduces(tokens, found[-1]):
            lead = len(found) - 1
    return found


def _introduces(tokens: Tokens, sentence: Sentence) -> bool:
    """Tell whether a list may follow: a colon ends the sentence, or nothing does."""
    last = sentence.last
    while last > sentence.first and tokens.words[last] in CLOSING:
        last -= 1
    return tokens.words[last] not in (".", "!", "?", "\u2026", ";", ",")


def _add(
    tokens: Tokens,
    found: list[Sentence],
    start: int,
    end: int,
    block: int,
    part: str,
    lead: int | None,
    listed: bool,
) -> None:
    """Add the sentence between two places; what a colon announces and semicolons part, becomes items."""
    view, starts = tokens.view, tokens.starts
    end = start + len(view[start:end].rstrip())
    first = bisect_left(starts, start, found[-1].last if found else 0)
    last = bisect_left(starts, end, first) - 1
    start = starts[first]
    cuts = _inline(tokens, first, last) if listed and lead is None and last - first > 8 else []
    if not cuts:
        found.append(Sentence(start, end, first, last, block, part, lead))
        return
    found.append(Sentence(start, tokens.ends[cuts[0]], first, cuts[0], block, part, None))
    lead = len(found) - 1
    for before, after in pairwise([*cuts, last]):
        found.append(Sentence(starts[before + 1], tokens.ends[after], before + 1, after, block, part, lead))


def _inline(tokens: Tokens, first: int, last: int) -> list[int]:
    """Return the numbers of the colon and the semicolons of a list within a sentence; none where there is no list."""
    if tokens.view.find(";", tokens.starts[first], tokens.ends[last]) < 0:
        return []
    words = tokens.words
    colon = next((number for number in range(first + 1, last) if words[number] == ":"), None)
    if colon is None or tokens.starts[colon + 1] == tokens.ends[colon]:
        return []
    marks = [number for number in range(colon + 1, last) if words[number] == ";"]
    plain = not any(words[number] == '"' for number in range(colon, last))
    return (
        [colon, *marks]
        if plain and (len(marks) > 1 or any(words[mark + 1] == "and" for mark in marks))
        else []
    )


def _stops(tokens: Tokens) -> Iterator[int]:
    """Give the places at which a sentence ends, ends of blocks aside."""
    view, text, size = tokens.view, tokens.text, len(tokens.view)
    for match in _stop().finditer(view):
        begin, end = match.span(1)
        closed = match.end()
        if closed == size:
            return
        if view[closed].isspace():
            after = _after(view, closed)
            if after < size and _ends(tokens, begin, end, closed, after):
                yield closed
        elif closed == end or view[closed].isalnum():
            place = _after_note(tokens, begin, closed) or _glued(text, view, begin, end, closed)
            if place:
                yield place


def _after(view: str, place: int) -> int:
    match = _blank().match(view, place)
    return match.end() if match else place


def _ends(tokens: Tokens, begin: int, end: int, closed: int, after: int) -> bool:
    """Tell whether a stop with a blank behind it ends its sentence."""
    text, view = tokens.text, tokens.view
    quoted = closed > end
    letter = after
    while letter < len(text) and letter < after + REACH and text[letter] in OPENERS:
        letter += 1
    opening = text[letter : letter + 1]
    if opening.islower() and not _small_name().match(text, letter):
        return False
    if end - begin > 1 or view[begin] == "\u2026":
        return _ends_after_many(tokens, begin, end, quoted, after)
    if view[begin] != ".":
        return not (quoted and _is_told(tokens, after))
    if quoted and '"' in view[end:closed]:
        return not _is_told(tokens, after)
    return _ends_after_point(tokens, begin, letter, opening)


def _ends_after_many(tokens: Tokens, begin: int, end: int, quoted: bool, after: int) -> bool:
    """Judge several stops in a row: an ellipsis goes on unless a new sentence plainly begins."""
    view = tokens.view
    if view[begin - 1 : begin] == "[":
        return False
    if "?" in view[begin:end] or "!" in view[begin:end]:
        return not (quoted and _is_told(tokens, after))
    number = tokens.at(after)
    return quoted or tokens.words[number] in OPENERS or tokens.words[number] in layout().starters


def _is_told(tokens: Tokens, after: int) -> bool:
    """Tell whether words after a quotation only name who spoke: ``Putin said.``, ``the minister asked in Goma``."""
    words, number = tokens.words, tokens.at(after)
    says = layout().says
    for place in range(number, min(number + REACH + 1, len(words))):
        if words[place] in says:
            follow = words[place + 1] if place + 1 < len(words) else "."
            return place == number or follow in AFTER_SAYS
        if not words[place].isalpha():
            return False
    return False


def _ends_after_point(tokens: Tokens, place: int, letter: int, opening: str) -> bool:
    """Judge one full stop by the word before it and the letter after the blank."""
    words, starts, lists = tokens.words, tokens.starts, layout()
    number = bisect_left(starts, place + 1) - 1
    inside = starts[number] < place
    if not inside:
        number -= 1
        if number < 0 or tokens.ends[number] < place:
            return True
    word = words[number]
    if not inside and len(word) > 1 and word not in lists.shortened:
        return True
    next_word = tokens.at(letter)
    after = words[next_word] if next_word < len(words) else ""
    if inside and word not in lists.abbreviations["never"]:
        return after in lists.starters or (word in ("am", "pm") and not _is_time(words, next_word))
    capital = tokens.text[starts[number]].isupper()
    if len(word) == 1 and capital:
        return after in lists.starters
    return _ends_after_word(word, capital, opening, after)


def _is_time(words: list[str], number: int) -> bool:
    """Tell whether words go on with a time of day: a day, a zone, or some town's time."""
    lists = layout()
    after = words[number : number + 2]
    return not after or after[0] in lists.zones or after[0] in lists.calendar or after[-1] == "time"


def _ends_after_word(word: str, capital: bool, opening: str, after: str) -> bool:
    """Judge a full stop after a word that may be a short form, by the first letter and the first word behind it."""
    short, starters = layout().abbreviations, layout().starters
    if word in short["never"] or (word in short["number"] and opening.isdigit()):
        return False
    if word in short["month"] and capital:
        return not opening.isdigit()
    if word in short["title"] and capital:
        return word in short["title_or_end"] and len(after) > 1 and after in starters
    if word in short["other"] and (capital or word not in layout().calendar):
        return after in starters
    return True


def _after_note(tokens: Tokens, begin: int, closed: int) -> int:
    """Return where a sentence ends behind whose stop stands the number of a footnote; 0 where none does."""
    note = _note().match(tokens.text, closed)
    if note is None or not tokens.text[begin - 2 : begin].islower():
        return 0
    before = tokens.words[tokens.at(begin) - 1]
    return 0 if before in layout().abbreviations["number"] else note.end()


def _glued(text: str, view: str, begin: int, end: int, closed: int) -> int:
    """Return where a sentence ends after which the blank was left out, as in ``left.The``; 0 where none does."""
    if end - begin > 1 or not text[begin - 2 : begin].islower():
        return 0
    quote = closed > end and text[end] in "\u201c\u2018\u00ab("
    place = end if quote or closed == end else closed
    following = text[closed : closed + 2]
    if not (following[:1].isupper() and (following[1:].islower() or following[1:] == " ")):
        return 0
    return (
        0
        if _site().match(view, end)
        or view.rfind(".", max(0, begin - 20), begin) > view.rfind(" ", max(0, begin - 20), begin)
        else place
    )


@functools.cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"([.!?\u2026][.!?\u2026]*+)[\"')\]}*_]{0,8}")


@functools.cache
def _note() -> re.Pattern[str]:
    """Return a pattern for the number of a footnote that stands behind the full stop."""
    return re.compile(r"\d{1,3}(?=\s+[^\W\d_a-z]|\s+[\"\u201c])")


@functools.cache
def _blank() -> re.Pattern[str]:
    return re.compile(r"\s+")


@functools.cache
def _small_name() -> re.Pattern[str]:
    return re.compile(r"(?:al|el|an|ar|as|ash|at)-[^\W\d_]|i(?:Phone|Pad)|e[A-Z]")


@functools.cache
def _site() -> re.Pattern[str]:
    return re.compile(r"\.?(?:com|org|net|gov|co|uk|ru|io|tv|me|info)\b")
