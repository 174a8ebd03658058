"""A page of HTML cut into its tags and the text between them, as browsers cut it, in time that grows with its length alone."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"])
MOST_QUOTES = 400


class Tag(NamedTuple):
    """A tag, or text (``name`` empty); of an element whose inside is no markup, ``inside`` holds it."""

    name: str
    closes: bool
    inside: str


def tags_of(content: str) -> Iterator[Tag]:
    """Give the tags of a page and the text between them, in order."""
    place, size = 0, len(content)
    gone: set[str] = set()
    opening = _opening()
    while place < size:
        match = opening.search(content, place)
        if match is None:
            yield Tag("", closes=False, inside=content[place:])
            return
        if match.start() > place:
            yield Tag("", closes=False, inside=content[place : match.start()])
        name = match.group(2).lower() if match.group(2) else ""
        if not name:
            place = _after_remark(content, match.start(), gone)
            continue
        end, place = _tag_end(content, match.end(), gone)
        if match.group(1) or name not in RAW:
            yield Tag(name, closes=bool(match.group(1)), inside=content[match.end() : end])
            continue
        place, inside = _raw(content, place, name, gone)
        yield Tag(name, closes=False, inside=inside)


def _raw(content: str, place: int, name: str, gone: set[str]) -> tuple[int, str]:
    """Return where the closing tag of an element without markup stands, and what is inside it."""
    if name in gone:
        return place, ""
    match = _closing(name).search(content, place)
    if match is None:
        gone.add(name)
        return place, ""
    return match.start(), content[place : match.start()]


def _after_remark(content: str, place: int, gone: set[str]) -> int:
    """Return where a remark, a declaration or an instruction ends; what is never closed ends with its first sign."""
    comment = content.startswith("<!--", place)
    sign = "-->" if comment else ">"
    end = -1 if sign in gone else content.find(sign, place + (2 if comment else 1))
    if end < 0:
        gone.add(sign)
        return place + (4 if comment else 2)
    return end + len(sign)


def _tag_end(content: str, place: int, gone: set[str]) -> tuple[int, int]:
    """Return where the attributes of a tag end, and where the page goes on."""
    found = _sign().search(content, place) if "sign" not in gone else None
    if found is None:
        gone.add("sign")
        return place, len(content)
    first = found
    for _ in range(MOST_QUOTES):
        sign = found.group()
        if sign in "<>":
            return found.start(), found.start() + (sign == ">")
        quote = -1 if sign in gone else content.find(sign, found.end())
        if quote < 0:
            gone.add(sign)
            break
        found = _sign().search(content, quote + 1)
        if found is None:
            break
    plain = _edge().search(content, first.start())
    if plain is None:
        return first.start(), first.start()
    return plain.start(), plain.start() + (plain.group() == ">")


@functools.cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"<(?:(/?)([A-Za-z][A-Za-z0-9:-]{0,40})(?![A-Za-z0-9:-])|[!?])")


@functools.cache
def _sign() -> re.Pattern[str]:
    return re.compile(r"[<>\"']")


@functools.cache
def _edge() -> re.Pattern[str]:
    return re.compile(r"[<>]")


@functools.cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?![A-Za-z0-9])", re.IGNORECASE)
