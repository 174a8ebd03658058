"""Letters that look like others: folding names to a key, and telling what was passed off as what."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING, Literal

import attrs

from osintkp.vocabulary.fields import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

# Look-alikes of UTS 39 (confusables) that occur in names typed on Cyrillic and Greek keyboards.
CYRILLIC = dict(
    zip("авекмнорстухіѕјԁһԛԝьАВЕКМНОРСТУХІЅЈԚԜ", "aBeKMHopcTyxisjdhqwbABEKMHOPCTYXISJQW", strict=True)
)
GREEK = dict(zip("αικνορυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aikvopuxABEZHIKMNOPTYX", strict=True))
PAIRS = {"rn": "m", "vv": "w", "VV": "w"}
TAGS = "".join(map(chr, range(0xE0000, 0xE0080)))
HIDDEN = "\u00ad\u034f\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff" + TAGS
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MARKS = 32
ACCENT = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
BASE = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f"
WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"
LAST_LATIN, FIRST_GREEK, LAST_CYRILLIC = 0x24F, 0x370, 0x52F
PLAIN = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "\u0131": "i",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
    "ŧ": "t",
}
SPACED = "-_/,()[]\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
DROPPED = ".'\u2019\u2018\u02bc\u02bb\u02be\u02bf`\u00b4\"\u201c\u201d" + HIDDEN + BIDI

# A table to translate with is asked for every letter of a text, and to find none costs most: ASCII stands for itself.
SAME = {code: chr(code) for code in range(128)}


@attrs.frozen(kw_only=True)
class Lookalike:
    """
    A letter of a text that is not what it looks like.

    Attributes:
        start: Where it stands, in code points.
        letter: The letter or letters that stand there.
        looks_like: What a reader takes it for; empty for what cannot be seen.
        why: ``mixed-script``, ``capital-i``, ``same-shape``, ``hidden``, ``bidi-control``, ``combining-run``, ``apart`` (a
            letter and its mark, where one letter has both) or ``wide`` (a form of full width, or of formulas).
    """

    __repr__ = printed

    start: int
    letter: str
    looks_like: str
    why: str

    def __str__(self) -> str:
        codes = " ".join(f"U+{ord(letter):04X}" for letter in self.letter[:3])
        return f"{codes} looks like {self.looks_like!r}" if self.looks_like else f"{codes} cannot be seen"


@functools.cache
def _folding() -> dict[int, str]:
    table = SAME | {ord(letter): plain for letter, plain in PLAIN.items()}
    table |= {ord(sign): " " for sign in SPACED}
    return table | {ord(sign): "" for sign in DROPPED} | {ord("&"): " and "}


def fold(text: str) -> str:
    """
    Return a name without case, accents, dots, apostrophes and hyphens: the key under which it is looked up.

    Takes linear time: combining marks go before the text is decomposed (a long run of them would cost the square).

    Example:
        >>> fold("  Kim Jong-Un"), fold("Türkiye"), fold("U.S."), fold("N'Djaména")
        ('kim jong un', 'turkiye', 'us', 'ndjamena')
    """
    if not text.isascii():
        bare = "".join(letter for letter in text if not unicodedata.combining(letter))
        parts = unicodedata.normalize("NFKD", bare)
        text = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(text.casefold().translate(_folding()).split())


@functools.cache
def _shapes() -> dict[int, str]:
    """Give the shape of each letter; a capital L looks like none of its own small letters and keeps its own."""
    capitals = {letter: letter.lower() for letter in "ABCDEFGHJKMNPQRSTUVWXYZ"}
    alike = capitals | dict.fromkeys("I1|", "l") | dict.fromkeys("O0", "o")
    drawn = {letter: alike.get(shape, shape) for letter, shape in (CYRILLIC | GREEK).items()}
    shapes = alike | drawn | dict.fromkeys(HIDDEN + BIDI, "")
    return SAME | {ord(letter): shape for letter, shape in shapes.items()}


def skeleton(text: str) -> str:
    r"""
    Return the shape of a text: two texts of one skeleton look alike in many a typeface.

    I, l, 1 and | are one shape, O and 0 one, rn draws m and vv draws w; Cyrillic and Greek letters take the shape
    of the Latin ones that they look like; letters that cannot be seen go. To warn by, not to store.

    Source: the confusables of Unicode Technical Standard 39, cut to those that occur in names.

    Example:
        >>> skeleton("SeouI") == skeleton("Seoul"), skeleton("\u041ayiv") == skeleton("Kyiv")
        (True, True)
    """
    for letters, shape in PAIRS.items():
        text = text.replace(letters, shape)
    return text.translate(_shapes())


def _drawn(text: str) -> Iterator[tuple[int, str]]:
    """Give the letters of a text that can be seen, pairs that draw one shape together, with where they stand."""
    start = 0
    while start < len(text):
        letters = text[start : start + 2] if text[start : start + 2] in PAIRS else text[start]
        if skeleton(letters):
            yield start, letters
        start += len(letters)


def differing(text: str, other: str) -> tuple[Lookalike, ...]:
    """
    Return the letters of a text that stand for other ones of its look-alike; nothing where the two do not look alike.

    Example:
        >>> print(*differing("SeouI", "Seoul"))
        U+0049 looks like 'l'
    """
    if skeleton(text) != skeleton(other):
        return ()
    hidden = tuple(found for found in lookalikes(text) if not found.looks_like)
    pairs = zip(_drawn(text), _drawn(other), strict=True)
    drawn = tuple(
        Lookalike(start=start, letter=letters, looks_like=meant, why=_why(letters))
        for (start, letters), (_, meant) in pairs
        if letters.casefold() != meant.casefold()
    )
    return hidden + drawn


def _why(letters: str) -> str:
    if letters == "I":
        return "capital-i"
    return "same-shape" if letters.isascii() else "mixed-script"


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "capital-i": re.compile(r"(?<=[a-z])I(?![A-Z])"),
        "word": re.compile(r"(?<![^\W\d_])[^\W\d_]{1,200}"),
        "hidden": re.compile(
            f"(?:(?<=[{BASE}])|(?<=[0-9.,])(?=[{HIDDEN}]{{1,{MARKS}}}[0-9]))[{HIDDEN}]{{1,{MARKS}}}"
            f"|(?<![\U0001f3f4{TAGS}])[{TAGS}]{{1,{MARKS}}}"
        ),
        "bidi-control": re.compile(f"[{BIDI}]"),
        "apart": re.compile(f"[{BASE}][{ACCENT}]"),
        "accent": re.compile(f"[{ACCENT}]"),
        "wide": re.compile(f"[{WIDE}]"),
    }


def crowded(text: str, most: int = MARKS) -> Iterator[int]:
    r"""
    Give where more combining marks than some begin in a row: to normalise those takes quadratic time.

    Example:
        >>> list(crowded("Sana\u0301a\u0301")), list(crowded("a" + "\u0323\u0301" * 20))
        ([], [1])
    """
    for match in re.finditer(f"[^\x00-\u02ff]{{{most + 1},}}", text):
        run = 0
        for place in range(match.start(), match.end()):
            run = run + 1 if unicodedata.combining(text[place]) else 0
            if run == most + 1:
                yield place - most


def normal(text: str, form: Literal["NFC", "NFD", "NFKC"]) -> str:
    r"""
    Return a text in a normal form of Unicode; one with too many marks in a row stays as it is.

    Example:
        >>> normal("Se\u0301gou", "NFC"), normal("\uff2d\uff41\uff4c\uff49", "NFKC")
        ('Ségou', 'Mali')
    """
    return (
        text if text.isascii() or next(crowded(text), None) is not None else unicodedata.normalize(form, text)
    )


def other_forms(text: str) -> Iterator[Lookalike]:
    r"""
    Give the letters of a text that are written otherwise than most write them, and look the same: for search they differ.

    Example:
        >>> print(*other_forms("Se\u0301gou in \uff2dali"), sep="; ")
        U+0065 U+0301 looks like 'é'; U+FF2D looks like 'M'
    """
    for why in () if text.isascii() else ("apart", "wide"):
        for match in _patterns()[why].finditer(text):
            plain = unicodedata.normalize("NFKC", match[0])
            if len(plain) == 1:
                yield Lookalike(start=match.start(), letter=match[0], looks_like=plain, why=why)


def splits(text: str, place: int) -> bool:
    r"""
    Tell whether a place in a text lies between a letter and its accent.

    Example:
        >>> splits("Se\u0301gou", 2), splits("Se\u0301gou", 3)
        (True, False)
    """
    return (
        0 < place < len(text)
        and text[place] > "\u02ff"
        and _patterns()["accent"].match(text, place) is not None
    )


def lookalikes(text: str) -> tuple[Lookalike, ...]:
    r"""
    Return the letters of a text that are not what they look like, in order.

    Found are letters of a second script inside a word, a capital I after a small letter, letters that cannot be
    seen after a Latin one, those that turn the direction of writing, and more than 32 combining marks in a row.
    Names like McIntyre, and words wholly in another script, are not found. Takes linear time.

    Example:
        >>> [found.why for found in lookalikes("SeouI and \u041ayiv; McIntyre in Москва")]
        ['capital-i', 'mixed-script']
    """
    found = [
        Lookalike(start=match.start(), letter="I", looks_like="l", why="capital-i")
        for match in _patterns()["capital-i"].finditer(text)
        if not text.endswith(("Mc", "Mac"), 0, match.start())
    ]
    if not text.isascii():
        for why in ("hidden", "bidi-control"):
            matches = _patterns()[why].finditer(text)
            found += [
                Lookalike(start=each.start(), letter=each[0], looks_like="", why=why) for each in matches
            ]
        found += [
            Lookalike(start=start, letter=text[start], looks_like="", why="combining-run")
            for start in crowded(text)
        ]
        for match in _patterns()["word"].finditer(text):
            if not match[0].isascii():
                found += _foreign(match.start(), match[0])
    return tuple(sorted(found, key=lambda each: each.start))


def _foreign(start: int, word: str) -> Iterator[Lookalike]:
    """Give the letters of the rarer script in a word of two scripts; at a tie those that are not Latin."""
    latin = [index for index, letter in enumerate(word) if ord(letter) <= LAST_LATIN]
    foreign = [index for index, letter in enumerate(word) if FIRST_GREEK <= ord(letter) <= LAST_CYRILLIC]
    rarer, shapes = (foreign, CYRILLIC | GREEK) if len(foreign) <= len(latin) else (latin, _back())
    for index in rarer:
        if shape := shapes.get(word[index]):
            yield Lookalike(start=start + index, letter=word[index], looks_like=shape, why="mixed-script")


@functools.cache
def _back() -> dict[str, str]:
    return {shape: letter for letter, shape in (GREEK | CYRILLIC).items()}
