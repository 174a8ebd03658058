"""A text as the reader looks at it: small letters, one kind of quote mark, dash and blank, every letter in its place."""

from __future__ import annotations

import functools

QUOTES = dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb"), '"')
APOSTROPHES = dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032"), "'")
HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2212\ufe63\uff0d"), "-")
DASHES = dict.fromkeys(map(ord, "\u2014\u2015\u2e3a\u2e3b"), "\u2014")
BLANKS = dict.fromkeys(
    [0x09, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF],
    " ",
)  # fmt: skip


@functools.cache
def _alike() -> dict[int, str]:
    return QUOTES | APOSTROPHES | HYPHENS | DASHES | BLANKS


def seen(text: str) -> str:
    r"""
    Return a text as the reader looks at it, exactly as long, so that a place in one is the same place in the other.

    Letters are small; quote marks are ``"`` and ``'``, hyphens ``-``, long dashes an em dash (an en dash
    stays), blanks of every width and tabs one space each; line ends stay. A letter whose small form is longer than itself stays as it is.

    Example:
        >>> seen("\u201cAbout\u00a06,700\u201d \u2014 the \u0130stanbul count")
        '"about 6,700" \u2014 the \u0130stanbul count'
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return small if small.isascii() and not _controls(small) else small.translate(_alike())


def _controls(text: str) -> bool:
    return "\t" in text or any(sign in text for sign in "\x0b\x0c\x1c\x1d\x1e\x1f")
