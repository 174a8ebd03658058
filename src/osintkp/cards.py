"""Cards and lists, the way the library's objects look in a notebook: built of plain words, every one escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from osintkp.markup import Html, block, folded, joined, pairs, table, tag, words

AROUND = 120
MOST_ROWS = 50
NAMES = {"error": "error", "warning": "warning", "info": "info"}


def card(title: object, rows: Iterable[tuple[object, object]], *more: object) -> Html:
    """
    Return one thing with its fields; a field of None is left out.

    Example:
        >>> '<th scope="row">unit</th>' in card("~40 tank", [("unit", "tank"), ("hedge", None)])
        True
    """
    return block(tag("p", tag("strong", title)), pairs(rows), *more)


def listing(title: object, head: Sequence[object], rows: Iterable[Sequence[object]], *more: object) -> Html:
    """Return many things under a head: the first fifty at once, the others folded."""
    every = list(rows)
    shown = table(head, every[:MOST_ROWS], caption=title)
    rest = every[MOST_ROWS:]
    return block(shown, *([folded(f"{len(rest)} more", table(head, rest))] if rest else []), *more)


def badge(severity: str, word: object = None) -> Html:
    """
    Return a severity as a word in its colour.

    Example:
        >>> print(badge("error"))
        <span class="badge error">error</span>
    """
    name = NAMES.get(str(severity), "info")
    return tag("span", severity if word is None else word, class_=f"badge {name}")


def quoted(quote: object, text: str | None = None, start: int | None = None, end: int | None = None) -> Html:
    """
    Return words between quote marks; where their text is at hand, marked within what stands around them.

    Args:
        quote: The words.
        text: The text that they stand in; None where it is not at hand.
        start: Their first code point.
        end: One past their last.

    Example:
        >>> print(quoted("12 trucks", "Port Sudan received 12 trucks.", 20, 29))
        <q>Port Sudan received <mark>12 trucks</mark>.</q>
    """
    if text is None or start is None or end is None or not 0 <= start < end <= len(text):
        return tag("q", quote)
    first, last = _from(text, start), _to(text, end)
    cut = ("" if first == 0 else "… ", "" if last == len(text) else " …")
    inside = (cut[0], text[first:start], tag("mark", text[start:end]), text[end:last], cut[1])
    return tag("q", joined(inside))


def _from(text: str, start: int) -> int:
    """Return where the words before a quote begin: the line, or a blank not too far away."""
    line = text.rfind("\n", 0, start) + 1
    return line if start - line <= AROUND else text.find(" ", start - AROUND, start) + 1 or start


def _to(text: str, end: int) -> int:
    line = text.find("\n", end)
    line = len(text) if line < 0 else line
    return line if line - end <= AROUND else max(text.rfind(" ", end, end + AROUND), end)


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
