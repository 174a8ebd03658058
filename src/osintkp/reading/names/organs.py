"""Organs of a state that are named without it: "the army", "the junta", "the ministry", of the state that the text is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import Final

from osintkp.reading.names.board import Board, Named, state_of
from osintkp.reading.names.gazetteer import mapping, word_set
from osintkp.vocabulary import actors

NEAR: Final = 60
REACH: Final = 80
SHORT: Final = 4
LEAST: Final = 4
CLEAR: Final = 3
KNOWN: Final = 0.7
GUESSED: Final = 0.5


def enter_organs(board: Board) -> None:
    """Enter "the army", "the junta", "the ministry" with the state that the text is about, or whose organ of that sort it has named before."""
    words, kinds = board.tokens.words, mapping("organs", "kinds")
    _given(board)
    wanted = [hit for number in board.tokens.where(kinds) if (hit := _organ(board, number)) is not None]
    if not wanted:
        return
    order = board.in_order()
    main = _main(order)
    place, last = 0, dict[str, tuple[int, str, tuple[str, ...]]]()
    found = []
    for first, end, kind in wanted:
        while place < len(order) and order[place].last < first:
            each = order[place]
            place += 1
            known = kinds.get(words[each.last])
            state = _state(each)
            if known is not None and state is not None and each.last > each.first:
                last[known] = each.last, state, each.ids
        at, near, ids = last.get(kind, (-NEAR, "", ()))
        if first - at < NEAR:
            found.append(Named(first, end, ids, "pronoun", None, near, KNOWN))
        elif main is not None:
            found.append(Named(first, end, (main,), "pronoun", None, main, GUESSED))
    for each in found:
        board.put(each)


def enter_companies(board: Board) -> None:
    """Enter "the company", "the firm" with the one company that the text has named shortly before."""
    words = board.tokens.words
    places = [
        at for at in board.tokens.where(word_set("companies", "again"))
        if 0 < at < len(words) - 1 and words[at - 1] == "the" and _acts(words[at + 1])
        and board.covering(at) is None and board.covering(at - 1) is None
    ]  # fmt: skip
    if not places:
        return
    firms = [
        each for each in board.in_order() if len(each.ids) == 1 and actors.kind(each.ids[0]) == "company"
    ]
    ends = [each.last for each in firms]
    for at in places:
        near = firms[bisect_left(ends, at - REACH) : bisect_left(ends, at)]
        if near and len({each.ids for each in near}) == 1:
            board.put(Named(at - 1, at, near[-1].ids, "pronoun", None, near[-1].state, KNOWN))


def _given(board: Board) -> None:
    """Give a ministry whose name tells no state ("the Defense Ministry") the state that the text is about."""
    order = board.in_order()
    bare = [
        each for each in order
        if each.by == "name" and each.state is None and len(each.ids) == 1 and not actors.known(each.ids[0])
        and board.tokens.words[each.last] == "ministry"
    ]  # fmt: skip
    main = _main(order) if bare else None
    for each in bare if main is not None else ():
        board.put(each._replace(state=main))


def _organ(board: Board, number: int) -> tuple[int, int, str] | None:
    """Return the first and last word and the sort of an organ that "the" stands before; None where none does."""
    words = board.tokens.words
    if number + 1 >= len(words):
        return None
    two = f"{words[number - 1]} {words[number]}" in word_set("organs", "pairs")
    the = number - 1 - two
    if the < 0 or words[the] != "the" or (words[number] == "forces" and not two):
        return None
    free = all(board.covering(each) is None for each in range(the, number + 1))
    return (the, number, mapping("organs", "kinds")[words[number]]) if _acts(words[number + 1]) and free else None


def _acts(after: str) -> bool:
    """Tell by the word behind it whether an organ acts or is acted on."""
    return after in word_set("organs", "behind") or (after.endswith("ed") and len(after) > SHORT)


def _state(each: Named) -> str | None:
    if len(each.ids) != 1 or each.by in ("person", "anonymous", "pronoun"):
        return None
    return state_of(each.ids[0])


def _main(order: list[Named]) -> str | None:
    """Return the state that the text names at least twice as often as any other; None where none is."""
    counts = Counter(state for each in order if (state := _state(each)) is not None)
    best = counts.most_common(2)
    if not best or best[0][1] < LEAST or (len(best) > 1 and best[0][1] < CLEAR * best[1][1]):
        return None
    return best[0][0]
