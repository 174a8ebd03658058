"""A text with what the reader sees in it marked by sort, for a notebook: the values behind the words as tooltips and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from osintkp.cards import counted, cut, stretches, wide
from osintkp.markup import Html, block, folded, joined, table, tag

if TYPE_CHECKING:
    from osintkp.reading.finding import Found

SORTS = {
    "amounts": "amount", "dates": "date", "actors": "actor", "places": "place", "items": "item", "cues": "cue",
}  # fmt: skip
PLAIN = frozenset({"actor", "place", "when", "path", "kind"})
PLACE = frozenset({"start", "end", "quote", "number"})
LONGEST_TEXT, MOST_ROWS = 50_000, 200


def marked(found: Found) -> Html:
    """
    Return a text with the amounts, dates, actors, places, items and cues in it marked, under a legend.

    Words that are of two sorts have the colour of the first and a line under them. The tooltip tells the values.

    Example:
        >>> from osintkp import find
        >>> '<mark class="places" title="place goma, state CD">Goma</mark>' in marked(find("Goma is quiet"))
        True
    """
    text = found.text[:LONGEST_TEXT]
    mentions = [(each.start, each.end, (sort, each)) for sort in SORTS for each in getattr(found, sort)]
    parts = (
        _stretch(text[start:end], over)
        for start, end, over in stretches(len(text), _cut_off(mentions, len(text)))
    )
    body = tag("div", *parts, class_="text seen", dir="auto")
    rest = len(found.text) - len(text)
    more = [tag("p", f"The text goes on for {rest:,} more letters.", class_="soft")] if rest else []
    tables = (folded(_legend(sort, found), _table(sort, found)) for sort in SORTS if getattr(found, sort))
    legend = joined((_legend(sort, found) for sort in SORTS), " ")
    return block(tag("p", legend, class_="legend"), body, *more, tag("div", *tables, class_="legend"))


def _cut_off(mentions: list[tuple[int, int, Any]], length: int) -> Iterator[tuple[int, int, Any]]:
    """Give the mentions of a text that is cut at a length; one that the cut goes through ends there."""
    for start, end, thing in mentions:
        if start < length:
            yield start, min(end, length), thing


def _legend(sort: str, found: Found) -> Html:
    return tag("mark", counted(len(getattr(found, sort)), SORTS[sort]), class_=sort)


def _stretch(words: str, over: tuple[tuple[str, Any], ...]) -> object:
    if not over:
        return words
    told = dict.fromkeys(f"{SORTS[sort]} {_values(each)}".strip() for sort, each in over)
    several = len({sort for sort, _ in over}) > 1
    return tag("mark", words, class_=over[0][0] + (" two" if several else ""), title="\n".join(told))


def _values(mention: Any) -> str:
    """Return what a mention means in words, without the fields that say nothing."""
    return ", ".join(_told(name, value) for name, value in _fields(mention))


def _fields(mention: Any) -> Iterator[tuple[str, Any]]:
    for field in attrs.fields(type(mention)):
        value = getattr(mention, field.name)
        one = isinstance(value, tuple) and len(value) < 2
        if field.name not in PLACE and not one and value not in (None, "", field.default):
            yield field.name, value


def _told(name: str, value: Any) -> str:
    if value is True:
        return name
    return _shown(value) if name in PLAIN else f"{name} {_shown(value)}"


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return cut(" or ".join(map(str, value)))
    return f"{value:,.10g}" if isinstance(value, float) else cut(value)


def _table(sort: str, found: Found) -> Html:
    every = getattr(found, sort)
    rows = ((cut(each.quote), f"{each.start}-{each.end}", _values(each)) for each in every[:MOST_ROWS])
    rest = len(every) - MOST_ROWS
    more = [tag("p", f"and {rest:,} more", class_="soft")] if rest > 0 else []
    return joined([wide(table(("words", "place", "value"), rows), sort), *more])
