"""The pieces that numbers in running text are made of: runs of digits, and words that count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from osintkp.vocabulary.number_digits import FRACTIONS, reading
from osintkp.vocabulary.number_pieces import SCALES, SHORT, Kind, Run, Token, suffixed

LONGEST = 40


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_PARTS = "third quarter fourth fifth sixth seventh eighth ninth tenth"
_VAGUE = {"several": 3, "few": 3, "handful": 3, "couple": 2, "multiple": 2, "score": 20}
_CODED = "usd eur gbp chf cad aud inr pkr sek nok dkk pln uah rub cny jpy krw zar aed sar etb sdg rs kes ksh sh ngn n r rm"
_CURRENCY = (
    "$\u20ac\u00a3\u00a5\u20a9\u20bd\u20b4\u20aa\u20ba\u20b9\u20b8\u20a6\u20b5\u0e3f\u20ab\u20be\u058f"
)
_MONEY = frozenset(_CURRENCY)
_ALIKE = (
    *((odd, "'") for odd in "\u2018\u2019\u02bc"),
    *((odd, "-") for odd in "\u2010\u2011"),
    *((odd, "\u2013") for odd in "\u2012\u2212"),
    *((odd, "\u00a0") for odd in "\u2007\u2009\u202f"),
)


def view_of(text: str) -> str:
    r"""
    Return a text of the same length in small letters, with one form for each dash, apostrophe and narrow space.

    Example:
        >>> view_of("Some 10\u202f000 \u2018SHELLS\u2019")
        "some 10\xa0000 'shells'"
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    for odd, plain in () if low.isascii() else _ALIKE:
        if odd in low:
            low = low.replace(odd, plain)
    return low


def tokens_of(view: str, text: str) -> list[Token]:
    """
    Return the pieces of numbers in a text, in order.

    Args:
        view: The text as :func:`view_of` returns it.
        text: The text itself, whose capitals tell ``5g`` from ``5G``.

    Example:
        >>> [token.value for token in tokens_of("fifty 170mm m1989 howitzers", "fifty 170mm M1989 howitzers")]
        [50.0, 170.0]
    """
    found: list[Token] = []
    table = _words()
    # A match takes the sign before its piece: with one blank before the text it begins where the piece does there.
    for match in _pattern().finditer(f" {view}"):
        start, end = match.start(), match.end() - 1
        word, code = match["word"], match["code"]
        if word is not None:
            kind, value = table[word.replace("]", "")]
            found.append(Token(start - ("]" in word and start > 0), end, kind, value))
        elif code is not None:
            found += _coded(code, match["digits"], start, view, text)
        else:
            found += _numerals(start, end, view, text, found[-1].end if found else -1)
    return found


@cache
def counting_words() -> frozenset[str]:
    """
    Return the words that are a number or a part of one.

    Example:
        >>> {"dozens", "half", "million"} <= counting_words(), "tank" in counting_words()
        (True, False)
    """
    return frozenset(_words())


@cache
def _words() -> dict[str, tuple[Kind, float]]:
    found: dict[str, tuple[Kind, float]] = {}
    found |= {word: (Kind.ONES, float(value)) for value, word in enumerate(_ONES.split())}
    found |= {word: (Kind.TENS, 10.0 * value) for value, word in enumerate(_TENS.split(), 2)}
    found |= {"hundred": (Kind.HUNDRED, 100.0), "dozen": (Kind.HUNDRED, 12.0)}
    found |= {word: (Kind.SCALE, value) for word, value in SCALES.items()}
    found |= {word: (Kind.SCALE, value) for word, value in SHORT.items() if len(word) > 1}
    found |= {f"{word}s": (Kind.PLURAL, value) for word, value in SCALES.items()}
    found |= {"tens": (Kind.PLURAL, 10.0), "dozens": (Kind.PLURAL, 12.0)}
    found |= {"scores": (Kind.PLURAL, 20.0), "hundreds": (Kind.PLURAL, 100.0)}
    found |= {"half": (Kind.HALF, 2.0)}
    for word, value in zip(_PARTS.split(), (3, 4, 4, 5, 6, 7, 8, 9, 10), strict=True):
        found |= {word: (Kind.PART, float(value)), f"{word}s": (Kind.PARTS, float(value))}
    found |= {word: (Kind.VAGUE, float(value)) for word, value in _VAGUE.items()}
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """Return one pattern for every piece and the sign before it; its words share their beginnings."""
    words = [
        [f"{word[0]}\\]?", *word[1:]] if kind is Kind.PLURAL else list(word)
        for word, (kind, _) in _words().items()
    ]
    piece = f"[{''.join(FRACTIONS)}]"
    digits = r"[0-9]++(?:[.,:/'\u00a0][0-9]++)*+(?: [0-9]{3}(?![0-9]))*+"
    codes = _CODED.split()
    coded = rf"(?P<code>{_branches(_tree(map(list, codes)))}\.?(?=[0-9]))?"
    begins = "".join(sorted({word[0] for word in _words()}))
    opens = "".join(sorted({code[0] for code in codes}))
    # What each half may begin with goes first: most words are passed over at one look. A search for a set of letters
    # passes over those of words, too; that none with an accent stands before a piece is asked after.
    return re.compile(
        rf"[^a-z0-9_](?<!\w)(?:(?=[{begins}])(?P<word>{_branches(_tree(words))})(?![a-z0-9_])"
        rf"|(?=[{opens}0-9{''.join(FRACTIONS)}]){coded}(?P<digits>{digits}{piece}?|{piece}))"
    )


def _tree(words: Iterable[list[str]]) -> dict[str, dict[str, Any]]:
    """Return words letter by letter, those that begin alike together."""
    tree: dict[str, dict[str, Any]] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return tree


def _branches(node: dict[str, dict[str, Any]]) -> str:
    ways = [letter + _branches(below) for letter, below in node.items() if letter]
    if not ways or (len(ways) == 1 and "" not in node):
        return "".join(ways)
    return f"(?:{'|'.join(ways)}){'?' if '' in node else ''}"


def _coded(code: str, digits: str, start: int, view: str, text: str) -> Iterator[Token]:
    """Give a sum whose currency is glued to its digits, as in "Rs500" and "N1.2bn"; roads and rooms are none."""
    middle = start + len(code)
    if not (text[start].isupper() and _stands_free(view, start, -1)):
        return
    for run in _runs(view, middle, middle + len(digits)):
        made = suffixed(run, view, text, text[start:middle])
        if made is None:
            continue
        large = made.scale > 1 or "," in digits or _multiplier().match(view, made.end) is not None
        if (
            len(code) > 2
            or code.startswith("rs")
            or (large and (code.startswith("sh") or text[start : start + len(code)].isupper()))
        ):
            yield made._replace(start=start)


def _numerals(start: int, end: int, view: str, text: str, done: int) -> Iterator[Token]:
    """Give the numbers in a run of digits and separators, unless it is part of a name, a date or a key."""
    if view[start - 1 : start] in (".", ",") and view[start - 2 : start - 1].isdigit():
        return  # the rest of a number that begins within a word: PS8.1
    symbol = _currency(view, start)
    if not _stands_free(view, symbol, done):
        return
    if view[start - 1 : start] == "." and not view[start - 2 : start - 1].strip(" (\n\u00a0"):
        start -= 1
    if end - start < 4 and view[start - 1 : start] in _AFTER_NOTED and _is_note(view, start):
        return
    for run in _runs(view, start, end):
        first = symbol < start and run.start == start
        made = suffixed(run, view, text, text[symbol:start].strip() if first else "")
        if made is not None:
            yield made._replace(start=symbol) if first else made


_AFTER_NOTED = frozenset('.,;:!?"\u201d')


def _is_note(view: str, start: int) -> bool:
    """Return whether a small number hangs on the end of a sentence or a quote, as the number of a note does."""
    return _note().search(view, max(start - 2, 0), start) is not None


@cache
def _note() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][.,;:!?\"\u201d]$|[.,!?)][\"\u201d]$|\)[.,]$")


def _currency(view: str, start: int) -> int:
    """Return where the currency mark before a number begins; the number's own start where there is none."""
    blank = view[start - 1 : start] in (" ", "\u00a0")
    if view[start - 1 - blank : start - blank] not in _MONEY:
        return start
    found = _mark().search(view, max(start - 4, 0), start)
    return start if found is None else found.start()


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:us|a|c|hk|nz|nt|s|r))?[{_CURRENCY}]\s?$")


def _stands_free(view: str, start: int, done: int) -> bool:
    """Return whether digits are not the tail of a word, a name like T-72 or a chain like 2024-06-19."""
    before, earlier = view[start - 1 : start], view[start - 2 : start - 1]
    if before == "#" or (before == "[" and earlier.strip()):
        return False
    glued = before in ("-", "\u2013", "/") and earlier.isalnum()
    return not glued or done == start - 1 or view[start - 4 : start] in ("-to-", "-or-")


def _runs(view: str, start: int, end: int) -> list[Run]:
    printed = view[start:end]
    if len(printed) > LONGEST or _chained(view, end):
        return []
    if " " in printed and _calibre().match(view, end):
        return [*_runs_of(printed[:-4], start, scaled=False), Run(end - 3, end, float(printed[-3:]))]
    return _runs_of(printed, start, scaled=_multiplier().match(view, end) is not None)


def _runs_of(printed: str, start: int, *, scaled: bool) -> list[Run]:
    whole = reading(printed, scaled=scaled)
    if whole is not None:
        return [Run(start, start + len(printed), *whole)]
    if not _listed().fullmatch(printed):
        return []
    return [
        Run(start + part.start(), start + part.end(), float(part[0]))
        for part in re.finditer(r"[0-9]++(?:\.[0-9]++)?", printed)
    ]


def _chained(view: str, end: int) -> bool:
    if view[end : end + 1] not in ("-", "\u2013"):
        return False
    return _chain().match(view, end) is not None


@cache
def _chain() -> re.Pattern[str]:
    return re.compile("[-\u2013][0-9]++[-\u2013][0-9]")


@cache
def _calibre() -> re.Pattern[str]:
    return re.compile(r"[ -]?(?:mm\b|millimet)")


@cache
def _multiplier() -> re.Pattern[str]:
    return re.compile(
        r"[\s-]?(?:%|per ?cent|pct|thousand|lakh|million|crore|billion|trillion|mn\b|mln\b|bl?n\b|tn\b)"
    )


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9])[0-9]++(?:\.[0-9]++)?(?:[, ][0-9]++(?:\.[0-9]++)?)++")
