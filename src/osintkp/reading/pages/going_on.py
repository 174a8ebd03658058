"""Whether a line goes on with the sentence of the line before it, as where a fixed width has cut a paragraph."""

from __future__ import annotations

from osintkp.reading.pages.layout import layout
from osintkp.reading.pages.lines import Line
from osintkp.reading.tokens import Tokens

LONG = 20
WRAPPED = range(40, 121)


def lines_going_on(tokens: Tokens, rows: list[Line], kinds: list[str]) -> list[bool]:
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
