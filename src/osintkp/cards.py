"""Cards and lists, the way the library's objects look in a notebook: built of plain words, every one escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import TypeVar

from osintkp.markup import Html, block, folded, joined, pairs, table, tag, words

AROUND = 80
MOST_ROWS = 20
MOST_OVER = 40
LONGEST = 400
NAMES = {"error": "error", "warning": "warning", "info": "info"}
T = TypeVar("T")


def card(title: object, rows: Iterable[tuple[object, object]], *more: object) -> Html:
    """
    Return one thing with its fields; a field of None is left out.

    Example:
        >>> '<th scope="row">unit</th>' in card("~40 tank", [("unit", "tank"), ("hedge", None)])
        True
    """
    return block(tag("p", tag("strong", title), class_="name"), pairs(rows), *more)


def listing(title: object, head: Sequence[object], rows: Iterable[Sequence[object]], *more: object) -> Html:
    """Return many things under a head: the first twenty at once, the others folded."""
    return block(listed(title, head, rows), *more)


def listed(title: object, head: Sequence[object], rows: Iterable[Sequence[object]]) -> Html:
    """Return what :func:`listing` shows, as a part of a page."""
    every = list(rows)
    shown = wide(table(head, every[:MOST_ROWS], caption=title), title)
    rest = every[MOST_ROWS:]
    if not rest:
        return shown
    return joined([shown, folded(f"{len(rest):,} more", wide(table(head, rest), f"{title}, continued"))])


def wide(inside: object, label: object) -> Html:
    """Return what may be wider than the screen, so that it alone is scrolled, by keys too."""
    return tag("div", inside, class_="wide", tabindex=0, role="group", aria_label=label)


def badge(severity: str, word: object = None) -> Html:
    """
    Return a severity as a word in its colour.

    Example:
        >>> print(badge("error"))
        <span class="badge error">error</span>
    """
    name = NAMES.get(str(severity), "info")
    return tag("span", severity if word is None else word, class_=f"badge {name}")


def whole(value: object) -> Html | None:
    """
    Return a date or figure that stays on one line; None for None.

    Example:
        >>> print(whole("2023-09/2024-02"))
        <span class="whole">2023-09/2024-02</span>
    """
    return None if value is None else tag("span", value, class_="whole")


def cut(text: object, most: int = LONGEST) -> str:
    """
    Return a text of a length that a page can show; what is longer is cut and says so.

    Example:
        >>> cut("12 trucks"), cut("a" * 1_000_000, 5)
        ('12 trucks', 'aaaaa… (999,995 more letters)')
    """
    told = str(text)
    return told if len(told) <= most else f"{told[:most]}… ({len(told) - most:,} more letters)"


def grouped(amount: object) -> str:
    """
    Return an amount's notation with its figures in groups of three, for the eye.

    Example:
        >>> grouped("~3000000 round"), grouped("152 mm"), grouped("~2000.. container")
        ('~3,000,000 round', '152 mm', '~2,000.. container')
    """
    figure, blank, unit = str(amount).partition(" ")
    return re.sub(r"(?<!\d)(?<!\d\.)\d{4,300}", lambda match: f"{int(match[0]):,}", figure) + blank + unit


def quoted(quote: object, text: str | None = None, start: int | None = None, end: int | None = None) -> Html:
    """
    Return words between quote marks; where their text is at hand, marked within what stands around them.

    Args:
        quote: The words; of very long ones, the first.
        text: The text that they stand in; None where it is not at hand.
        start: Their first code point.
        end: One past their last.

    Example:
        >>> print(quoted("12 trucks", "Port Sudan received 12 trucks.", 20, 29))
        <q dir="auto">Port Sudan received <mark>12 trucks</mark>.</q>
    """
    if text is None or start is None or end is None or not 0 <= start < end <= len(text):
        return tag("q", cut(quote), dir="auto")
    first, last = _from(text, start), _to(text, end)
    more = ("" if first == 0 else "… ", "" if last == len(text) else " …")
    inside = (more[0], text[first:start], tag("mark", cut(text[start:end])), text[end:last], more[1])
    return tag("q", joined(inside), dir="auto")


def _from(text: str, start: int) -> int:
    """Return where the words before a quote begin: the line, or a blank not too far away."""
    line = text.rfind("\n", 0, start) + 1
    return line if start - line <= AROUND else text.find(" ", start - AROUND, start) + 1 or start


def _to(text: str, end: int) -> int:
    line = text.find("\n", end)
    line = len(text) if line < 0 else line
    return line if line - end <= AROUND else max(text.rfind(" ", end, end + AROUND), end)


def stretches(
    length: int, spans: Iterable[tuple[int, int, T]], cuts: Iterable[int] = ()
) -> Iterator[tuple[int, int, tuple[T, ...]]]:
    """
    Give a text in stretches, each with what is over it from end to end; together they are the text.

    Args:
        length: Of the text.
        spans: What is over it: start, end and the thing. Where very many are over one stretch, the first are given.
        cuts: Where a stretch ends besides.

    Example:
        >>> list(stretches(9, [(0, 4, "a"), (2, 6, "b")]))
        [(0, 2, ('a',)), (2, 4, ('a', 'b')), (4, 6, ('b',)), (6, 9, ())]
    """
    opens: dict[int, dict[int, T]] = {}
    closes: dict[int, list[int]] = {}
    for number, (start, end, thing) in enumerate(spans):
        if 0 <= start < end <= length:
            opens.setdefault(start, {})[number] = thing
            closes.setdefault(end, []).append(number)
    inside: dict[int, T] = {}
    for start, end in pairwise(sorted({0, length, *opens, *closes, *cuts})):
        for number in closes.get(start, ()):
            del inside[number]
        inside.update(opens.get(start, {}))
        yield start, end, tuple(islice(inside.values(), MOST_OVER))


def counted(number: int, name: str, plural: str | None = None) -> str:
    """
    Return a number with what it counts.

    Example:
        >>> counted(1, "claim"), counted(2, "claim")
        ('1 claim', '2 claims')
    """
    return f"{number:,} {name if number == 1 else plural or f'{name}s'}"


def lines(every: Iterable[object]) -> Html | None:
    """Return lines one under the other; None for none."""
    told = [words(each) for each in every]
    return joined(told, Html("<br>")) if told else None
