"""Goods and weapons that are named, with the model and calibre that stand beside them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from osintkp.reading.names.board import Board, longest
from osintkp.reading.names.designations import (
    calibre_after,
    calibre_at,
    designation,
    narrower,
    tail,
    unknown_model,
)
from osintkp.reading.names.gazetteer import word_set
from osintkp.vocabulary import items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osintkp.reading.names.gazetteer import Met

BACK = 7
BETWEEN = 5
LONGEST_RUN = 6
VERBAL = frozenset(
    {
        "to",
        "will",
        "would",
        "can",
        "could",
        "should",
        "shall",
        "may",
        "might",
        "must",
        "not",
        "we",
        "they",
        "he",
        "she",
        "it",
        "i",
        "you",
        "who",
        "which",
        "that",
        "cannot",
        "n't",
        "did",
        "does",
        "do",
    }
)
OBJECTS = frozenset(
    {
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "this",
        "these",
        "those",
        "him",
        "them",
        "it",
        "us",
        "such",
        "both",
        "any",
        "up",
        "off",
    }
)


COUNTS = frozenset(
    ("the", "those", "these", "its", "their", "two", "three", "four", "several", "many", "dozens")
)
LOOSE = frozenset({"equipment", "aid"})
PEOPLE = frozenset({"fighter", "fighters"})


class Goods(NamedTuple):
    """Words that name goods: first and last number, class, designation, calibre."""

    first: int
    last: int
    path: str | None
    model: str | None
    calibre: float | None


def goods(board: Board) -> list[Goods]:
    """Return the goods that a text names, in order."""
    kinds = [*board.hits.get("class", ()), *board.hits.get("model", ()), *board.hits.get("stop", ())]
    kinds.sort(key=_order)
    found: list[Goods] = []
    taken = _taken(board)
    hits = [hit for hit in longest(kinds) if hit.meaning.kind != "stop" and hit.first not in taken]
    beside = {
        board.tokens.words[hit.first - (hit.meaning.kind == "class")]
        for hit in hits
        if hit.last > hit.first or hit.meaning.kind == "class"
    }
    place = 0
    while place < len(hits):
        run = _run(board, hits, place)
        place += len(run)
        if len(run) == 1 and _namesake(board, run[0], beside):
            continue
        if len(run) > 1 or run[0].meaning.kind == "model" or _noun(board, run[0]):
            one = _goods(board, run, found[-1].last if found else -1)
            if one.model is not None or board.tokens.words[one.last] not in PEOPLE or len(run) > 1:
                found.append(one)
    return found


def _namesake(board: Board, hit: Met, beside: set[str]) -> bool:
    """Tell whether a model's name that people and things have too names no weapon: no figure before it, nowhere with its class."""
    words, at = board.tokens.words, hit.first
    if hit.meaning.kind != "model" or hit.last > at or words[at] not in word_set("items", "namesakes"):
        return False
    counted = at > 0 and (words[at - 1][0].isdigit() or words[at - 1] in word_set("items", "counting"))
    return not counted and words[at] not in beside


def _order(hit: Met) -> tuple[int, int, bool]:
    return hit.first, -hit.last, hit.meaning.kind != "model"


def _taken(board: Board) -> set[int]:
    """Give the words of longer names that are of bodies, outlets and persons: no goods stand there."""
    found: set[int] = set()
    for each in board.named.values():
        found.update(range(each.first, each.last + 1))
    return found


def _run(board: Board, hits: Sequence[Met], place: int) -> list[Met]:
    """Give the hits that make one name with the one at a place: "Fateh-110" and "ballistic missiles"."""
    run = [hits[place]]
    for after in hits[place + 1 : place + LONGEST_RUN]:
        begin = tail(board, run[-1]) + 1
        if after.first - run[-1].last > BETWEEN or begin > after.first:
            break
        gap = board.tokens.words[begin : after.first]
        if run[-1].meaning.kind == "model":
            one = after.meaning.kind == "class" and all(word in word_set("items", "before") for word in gap)
        else:
            one = after.meaning.kind == "class" and (not gap or _calibred(board, gap, after.first))
        if not one:
            break
        run.append(after)
    return run


def _calibred(board: Board, gap: Sequence[str], after: int) -> bool:
    """Tell whether only a calibre stands between two words for goods: "rounds of 7.62 mm ammunition"."""
    found = calibre_at(board, after - 1)
    return found is not None and gap[0] == "of" and found[0] == after - len(gap) + 1


def _noun(board: Board, hit: Met) -> bool:
    """Tell whether a word that may be a verb, or may tell what a firm trades in, is goods here."""
    words = board.tokens.words
    if words[hit.last + 1 : hit.last + 2] and words[hit.last + 1] in word_set("items", "trades"):
        return False
    if hit.last > hit.first or words[hit.first] not in word_set("items", "verbs"):
        return True
    if words[hit.first] == "shell" and board.capital(hit.first) and not board.opens(hit.first):
        return False  # the oil company
    before = words[hit.first - 1] if hit.first else ""
    after = words[hit.first + 1] if hit.first + 1 < len(words) else ""
    counted = before.isdigit() or before in COUNTS  # "the 12 tanks it sent", "those jets"
    return counted or (before not in VERBAL and after not in OBJECTS)


def _goods(board: Board, run: list[Met], floor: int) -> Goods:
    first, last = run[0].first, tail(board, run[-1])
    head = run[-1].meaning
    path: str | None = head.ids[0]
    model = None
    if path in LOOSE and len(run) > 1 and run[-2].meaning.kind == "class":
        path = run[-2].meaning.ids[0]
    for hit in run:
        if hit.meaning.kind == "model":
            model = designation(board, hit)
            path = narrower(hit.meaning.ids[0], path or "", board.tokens.words[run[-1].last])
    words = board.tokens.words
    if model is not None and run[-1].meaning.kind == "model":
        while last + 1 < len(words) and words[last + 1] in word_set("items", "after"):
            last += 1
    first, number = _left(board, first, floor)
    if model is None and number is None:
        first, model = unknown_model(board, first, floor, path or "")
    calibre = number
    if calibre is None and len(run) > 1:
        inside = (calibre_at(board, hit.first - 1) for hit in run[1:])
        calibre = next((found[1] for found in inside if found is not None), None)
    if calibre is None:
        last, calibre = calibre_after(board, last)
    if path is not None and not items.known(path):
        path = None
    path = _decided(board, run, path, calibre, model)
    return Goods(first, last, path, model, calibre)


def _left(board: Board, first: int, floor: int) -> tuple[int, float | None]:
    """Give the first word of goods with the calibre and adjectives before it, and the calibre."""
    words, belonging = board.tokens.words, word_set("items", "before")
    at, begin, calibre = first - 1, first, None
    while at > floor and first - at <= BACK:
        number = calibre_at(board, at)
        if number is not None and calibre is None and number[0] > floor:
            at, calibre = number
            begin = at
            at -= 1
            continue
        if (words[at] not in belonging and words[at] != "of") or at in board.named or at in board.ending:
            break
        if words[at] == "of" and not (at and calibre_at(board, at - 1)):
            break
        if board.tokens.joined(at + 1) or words[at] in ADJECTIVES:
            begin = at
        at -= 1
    while begin < first and words[begin] in ("to", "and", "of"):
        begin += 1
    return begin, calibre


ADJECTIVES = frozenset(
    {"heavy", "light", "modern", "old", "older", "new", "newer", "advanced", "sophisticated", "modernised", "modernized", "upgraded", "refurbished", "surplus", "armed", "guided", "unguided", "tactical", "strategic", "mobile", "towed",
     "tracked", "wheeled", "lethal", "nuclear", "military", "reconnaissance", "surveillance", "commercial", "unmanned", "uncrewed", "crude", "refined", "spare", "main", "multiple", "artillery", "combat", "attack", "kamikaze", "hypersonic", "ballistic", "cruise", "humanitarian", "emergency", "soviet", "western", "calibre", "caliber"}
)  # fmt: skip


def _decided(
    board: Board, run: list[Met], path: str | None, calibre: float | None, model: str | None
) -> str | None:
    """Give the class that a calibre makes plain rounds, or the vocabulary's own reading of ambiguous words."""
    if model is not None:
        return path
    if len(run) > 1 and path != run[-1].meaning.ids[0]:
        return path
    phrase = board.tokens.quote(run[-1].first, run[-1].last)
    return resolved(phrase, calibre, path)


@functools.lru_cache(maxsize=4096)
def resolved(phrase: str, calibre: float | None, path: str | None) -> str | None:
    """
    Return the class of plain words for goods, with their calibre.

    Example:
        >>> resolved("rounds", 152.0, "munitions"), resolved("launchers", None, "weapons")
        ('munitions/artillery/shell', None)
    """
    match = items.resolve(phrase if calibre is None else f"{calibre:g} mm {phrase}")
    if match.path is None and not match.candidates:
        return path
    return match.path
