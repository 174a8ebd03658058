"""One number put together from its pieces: cardinals, vague words, fractions; ranges and percent come later."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from osintkp.vocabulary.number_pieces import Kind, Token
from osintkp.vocabulary.number_sum import JOINS, MULTIPLIERS, Sum


class Form(StrEnum):
    """In what form a number is said."""

    PLAIN = "plain"
    RANGE = "range"
    VAGUE = "vague"
    FRACTION = "fraction"


class Phrase(NamedTuple):
    """
    A number while it is put together.

    Attributes:
        start: First code point.
        end: One past the last.
        value: The number, or the lower end of a vague word or a range.
        form: Plain, a range, a vague word, or a fraction.
        scale: The multiplier at its end, which a range may lend to its lower end.
        symbol: ``%``, a currency mark, or the empty string.
        other: What the words count in another reading; None where there is none.
        high: The upper end of a range; None for any other number.
        open_end: Whether it has no upper end.

    Example:
        >>> Phrase(start=0, end=5, value=50.0).form
        <Form.PLAIN: 'plain'>
    """

    start: int
    end: int
    value: float
    form: Form = Form.PLAIN
    scale: float = 1.0
    symbol: str = ""
    other: float | None = None
    high: float | None = None
    open_end: bool = False


def phrase_at(view: str, tokens: list[Token], at: int) -> tuple[Phrase | None, int]:
    """
    Return the number that begins with a piece, None where none does, and the place of the next piece.

    Args:
        view: The text in small letters.
        tokens: Its pieces.
        at: The place of the piece among them.

    Example:
        >>> from osintkp.vocabulary.number_tokens import tokens_of
        >>> words = "two hundred and fifty"
        >>> phrase_at(words, tokens_of(words, words), 0)[0].value
        250.0
    """
    token = tokens[at]
    if _tail_of_a_word(view, token):
        return None, at + 1
    if token.kind is Kind.VAGUE:
        return _vague(view, tokens, at)
    if token.kind is Kind.PLURAL:
        return _plural(view, tokens, at)
    if token.kind in (Kind.HALF, Kind.PART):
        return _part(view, tokens, at)
    if token.kind is Kind.PARTS:
        return None, at + 1
    return _cardinal(view, tokens, at)


def _tail_of_a_word(view: str, token: Token) -> bool:
    """Return whether a number word is joined by a hyphen to a word that is no part of a number, as in multi-million."""
    start = token.start
    if token.kind in (Kind.DIGITS, Kind.PIECE) or view[start - 4 : start] in ("-to-", "-or-"):
        return False
    return view[start - 1 : start] == "-" and view[start - 2 : start - 1].isalpha()


def _gap(view: str, before: Token, after: Token) -> str:
    """Return what stands between two pieces, its white space as single blanks; "?" where no phrase goes across it."""
    between = view[before.end : after.start]
    if between in _PLAIN:
        return between
    if len(between) > FARTHEST or between.count("\n") > 1:
        return "?"
    return re.sub(r"\s+", " ", between)


_PLAIN = frozenset(("", " ", "-", " and ", " of ", ", "))
LONGEST = 24
FARTHEST = 16
_WHOLE = (Kind.DIGITS, Kind.PIECE, Kind.ONES, Kind.TENS)
_OF_A = (" of a ", " a ", "-a-", " ", "-")
_LARGE = (" thousand", " million", " billion")


def _next(
    view: str, tokens: list[Token], at: int, kinds: tuple[Kind, ...], gaps: tuple[str, ...]
) -> Token | None:
    """Return the piece after a place if it is of some kind and is joined to the one before."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind not in kinds:
        return None
    return tokens[at + 1] if _gap(view, tokens[at], tokens[at + 1]) in gaps else None


def _multiplied(view: str, tokens: list[Token], at: int, gaps: tuple[str, ...]) -> tuple[float, int]:
    """Return the product of the multipliers that follow a piece, and the place of the last one."""
    product, last = 1.0, 0.0
    while (token := _next(view, tokens, at, MULTIPLIERS, gaps)) is not None and token.value > last:
        product, last, at, gaps = product * token.value, token.value, at + 1, JOINS
    return product, at


def _of_scale(view: str, tokens: list[Token], at: int) -> tuple[float, int]:
    """Return the multiplier of "a quarter of million" and its place; 1 and the place itself where there is none."""
    end = tokens[at].end
    if not view.startswith(" of", end) or not view.startswith(_LARGE, end + 3):
        return 1.0, at
    scale, last = _multiplied(view, tokens, at, (" of ",))
    return (scale, last) if not view.startswith("-", tokens[last].end) else (1.0, at)


def _article(view: str, start: int) -> int:
    """Return where a number begins if the article before it is counted in: "a hundred"."""
    found = _an().search(view, max(start - 3, 0), start)
    return start if found is None else found.start()


@cache
def _an() -> re.Pattern[str]:
    return re.compile(r"(?<![a-z0-9'])an?[\s-]$")


def _follows(view: str, end: int, pattern: str) -> bool:
    return _compiled(pattern).match(view, end) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _closed(view: str, start: int, end: int) -> int:
    """Return where a number ends if the bracket of an editor's word in it is counted in: "several [dozen]"."""
    opened = "[" in view[start:end] and "]" not in view[start:end]
    return end + 1 if opened and view.startswith("]", end) else end


def _vague(view: str, tokens: list[Token], at: int) -> tuple[Phrase | None, int]:
    first = tokens[at]
    word = view[first.start : first.end]
    some_of = word in ("couple", "handful")
    scale, last = _multiplied(view, tokens, at, (*JOINS, " of ") if some_of else JOINS)
    while last > at and (token := _next(view, tokens, last, (Kind.PLURAL,), (" of ",))) is not None:
        scale, last = scale * token.value, last + 1
    start = _article(view, first.start)
    if last == at and not _vague_alone(view, first, word, article=start < first.start):
        return None, at + 1
    end = _closed(view, start, tokens[last].end)
    value, open_end = first.value * scale, word not in ("couple", "score")
    return Phrase(start=start, end=end, value=value, form=Form.VAGUE, open_end=open_end), last + 1


def _vague_alone(view: str, token: Token, word: str, *, article: bool) -> bool:
    """Return whether a vague word counts by itself: "a few tanks" does, "few tanks" and "multiple-choice" do not."""
    of = _follows(view, token.end, r"\s{1,40}of\b")
    launcher = word == "multiple" and _follows(view, token.end, r"\s(?:rocket|launch)")
    if launcher or view.startswith("-", token.end):
        return False
    if word == "score":
        return article and _follows(
            view, token.end, r"\s{1,40}of\s{1,40}(?:[a-z-]{2,16}\s){0,2}[a-z]{3,16}s\b"
        )
    return {"few": article, "handful": article and of, "couple": article or of}.get(word, True)


def _plural(view: str, tokens: list[Token], at: int) -> tuple[Phrase | None, int]:
    """Read "dozens", "tens of thousands": at least twice the word; once the word in a looser reading."""
    first, last, base = tokens[at], at, tokens[at].value
    while (token := _next(view, tokens, last, (Kind.PLURAL,), (" of ",))) and token.value > tokens[
        last
    ].value:
        base, last = base * token.value, last + 1
    needs_of = last == at and view[first.start : first.end] in ("tens", "scores")
    if needs_of and not _follows(view, first.end, r"\s{1,40}of\b"):
        return None, at + 1
    found = Phrase(first.start, tokens[last].end, 2 * base, Form.VAGUE, other=base, open_end=True)
    return found, last + 1


_HALVES = r"\b(?:first|second|other|latter|former|last|this|top|bottom|upper|lower|(?:north|south|east|west)ern|and a)\s$"
_OF_A_WHOLE = (
    r"\s{1,40}(?:of|more|less|fewer|higher|lower|larger|smaller|bigger|as|to|by|in|since|from|and|or|was|were|is|are|had|have|has)\b"
    r"|\s{0,40}(?:[.,;:)!?\"\u201d]|$)"
)


def _part(view: str, tokens: list[Token], at: int) -> tuple[Phrase | None, int]:
    """Read "half a million", "a quarter of a million", "a third of them"; a third with a noun is an ordinal."""
    first = tokens[at]
    start = _article(view, first.start)
    bare = start == first.start
    half = first.kind is Kind.HALF
    by_itself = view[first.start : first.end] in ("half", "quarter")
    scale, last = _multiplied(view, tokens, at, _OF_A if by_itself else (" of a ",))
    if last == at:
        scale, last = _of_scale(view, tokens, at)
    if last > at:
        return Phrase(start=start, end=tokens[last].end, value=scale / first.value), last + 1
    if half:
        before = _compiled(_HALVES).search(view, max(start - 12, 0), first.start)
        share = before is None and not view.startswith("-", first.end)
    else:
        share = not bare and _follows(view, first.end, _OF_A_WHOLE)
    return (Phrase(start, first.end, 1 / first.value, Form.FRACTION) if share else None), at + 1


def _parts(view: str, tokens: list[Token], at: int) -> tuple[Phrase, int] | None:
    """Read "two-thirds", "one half", "three quarters of a million"."""
    first = tokens[at]
    kinds = (Kind.PART, Kind.HALF) if first.value == 1 else (Kind.PARTS,)
    below = _next(view, tokens, at, kinds, (" ", "-")) if first.kind in (Kind.ONES, Kind.DIGITS) else None
    if below is None or not 0 < first.value < below.value or not first.value.is_integer():
        return None
    scale, last = _multiplied(view, tokens, at + 1, (" of a ", " a "))
    if last == at + 1:
        scale, last = _of_scale(view, tokens, at + 1)
    form = Form.FRACTION if last == at + 1 else Form.PLAIN
    value = first.value / below.value * scale
    return Phrase(start=first.start, end=tokens[last].end, value=value, form=form), last + 1


_RANK = r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|way|sided|fold|star|pronged|dimensional|off|time)\b"


def _cardinal(view: str, tokens: list[Token], at: int) -> tuple[Phrase | None, int]:
    first = tokens[at]
    share = _parts(view, tokens, at) if _near(tokens, at) else None
    if share is not None:
        return share
    if first.kind is Kind.SCALE and first.end - first.start < 4:
        return None, at + 1
    value, scale, last = _summed(view, tokens, at)
    start = _article(view, first.start) if first.kind in MULTIPLIERS else first.start
    end = tokens[last].end
    if (view.startswith("-", end) and _follows(view, end, _RANK)) or (
        view[start:end] == "one" and _pronoun(view, start, end)
    ):
        return None, last + 1
    alone = last == at
    form = Form.FRACTION if first.kind is Kind.PIECE and alone else Form.PLAIN
    other = first.other if alone else None
    return Phrase(start, end, value, form, scale, first.symbol, other), last + 1


def _summed(view: str, tokens: list[Token], at: int) -> tuple[float, float, int]:
    """Return what the pieces from a place on add up to, the multiplier at their end, and the place of the last one."""
    first = tokens[at]
    if first.kind in _WHOLE and not _near(tokens, at):
        return first.value, first.scale, at
    total, last = Sum(), at
    total.takes(first, None)
    for after in tokens[at + 1 : at + LONGEST]:
        if not total.takes(after, _gap(view, tokens[last], after)):
            break
        last += 1
    return total.value, total.scale, last


def _near(tokens: list[Token], at: int) -> bool:
    """Return whether another piece stands so near behind one that both may be of one number."""
    return at + 1 < len(tokens) and tokens[at + 1].start - tokens[at].end <= FARTHEST


def _pronoun(view: str, start: int, end: int) -> bool:
    return view[max(start - 3, 0) : start] == "no " or _follows(view, end, r"'|\s{1,40}another\b")
