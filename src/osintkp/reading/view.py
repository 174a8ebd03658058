"""A text as the reader looks at it: small letters, one kind of quote mark, dash and blank, every letter in its place."""

from __future__ import annotations

import functools
import re

QUOTES = dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb"), '"')
APOSTROPHES = dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032"), "'")
HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2212\ufe63\uff0d"), "-")
DASHES = dict.fromkeys(map(ord, "\u2014\u2015\u2e3a\u2e3b"), "\u2014")
BLANKS = dict.fromkeys(
    [0x09, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF],
    " ",
)  # fmt: skip

ENTITIES = {
    "nbsp": " ", "thinsp": " ", "ensp": " ", "#160": " ", "amp": "&", "quot": '"', "ldquo": '"', "rdquo": '"', "#34": '"',
    "lsquo": "'", "rsquo": "'", "apos": "'", "#39": "'", "#8217": "'", "#8216": "'", "#8220": '"', "#8221": '"',
    "ndash": "\u2013", "#8211": "\u2013", "mdash": "\u2014", "#8212": "\u2014",
}  # fmt: skip
BREAKS = frozenset(
    ("p", "div", "br", "li", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote")
)


@functools.cache
def _markup() -> re.Pattern[str]:
    return re.compile(r"</?([a-z][a-z0-9]{0,9})(?:[ \t][^<>]{0,400})?/?>|&(#?[a-z0-9]{2,6});")


def _unmarked(found: re.Match[str]) -> str:
    """Return blanks and what is meant for a tag or an entity, as long as it is itself."""
    tag, entity = found.groups()
    size = found.end() - found.start()
    if tag is not None:
        return ("\n\n" if tag in BREAKS else "").ljust(size)
    meant = ENTITIES.get(entity)
    return found[0] if meant is None else meant.rjust(size)


@functools.cache
def _alike() -> tuple[tuple[str, str], ...]:
    both = QUOTES | APOSTROPHES | HYPHENS | DASHES | BLANKS
    return tuple((chr(odd), plain) for odd, plain in both.items())


@functools.cache
def _controls() -> tuple[tuple[str, str], ...]:
    return tuple((odd, plain) for odd, plain in _alike() if odd.isascii())


def seen(text: str) -> str:
    r"""
    Return a text as the reader looks at it, exactly as long, so that a place in one is the same place in the other.

    Letters are small; quote marks are ``"`` and ``'``, hyphens ``-``, long dashes an em dash (an en dash
    stays), blanks of every width and tabs one space each; line ends stay. Tags and entities of HTML that were
    left in a text are blanks, or the sign that is meant. A letter whose small form is longer than itself stays as it is.

    Example:
        >>> seen("\u201cAbout\u00a06,700\u201d \u2014 the \u0130stanbul count")
        '"about 6,700" \u2014 the \u0130stanbul count'
        >>> seen("<b>12</b>&nbsp;tanks")
        '   12          tanks'
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for odd, plain in _controls() if small.isascii() else _alike():
        if odd in small:
            small = small.replace(odd, plain)
    return _markup().sub(_unmarked, small) if "&" in small or "<" in small else small
