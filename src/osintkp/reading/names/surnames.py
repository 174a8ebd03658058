"""Later mentions of people by the surname, once the text has named them in full."""

from __future__ import annotations

from osintkp.reading.names.board import Board, Named
from osintkp.reading.names.gazetteer import word_set
from osintkp.reading.names.person_names import FAMILY_FIRST, GIVEN_FIRST, LONGEST_NAME, name_word

NAMESAKES = 8
SURNAME = 0.9


def enter_surnames(board: Board) -> None:
    """Enter later mentions by surname of those whom the text has named in full."""
    full = [
        found
        for found in board.in_order()
        if found.by == "person" and (found.name >= 0 or found.first != found.last)
    ]
    called = [(found, _called(board, found)) for found in full]
    wanted = {word for _, word in called}
    if not wanted:
        return
    met: dict[str, tuple[tuple[str, ...], Named]] = {}
    words, place = board.tokens.words, 0
    for number in board.tokens.where(wanted):
        while place < len(called) and called[place][0].last < number:
            found, word = called[place]
            ids = met[word][0] if word in met else ()
            met[word] = (ids if found.ids[0] in ids or len(ids) > NAMESAKES else (*ids, found.ids[0]), found)
            place += 1
        if words[number] in met:
            _recall(board, number, *met[words[number]])


def _called(board: Board, found: Named) -> str:
    """Give the word by which a text calls somebody later: the surname, or where it is custom the first name."""
    words = board.tokens.words
    first, last = (found.name, found.end) if found.name >= 0 else (found.first, found.last)
    while last > first and words[last] in word_set("persons", "endings"):
        last -= 1
    family = found.state in FAMILY_FIRST or (
        last > first and board.tokens.joined(last) and not board.capital(last)
    )
    return words[first] if family or found.state in GIVEN_FIRST else words[last]


def _recall(board: Board, at: int, ids: tuple[str, ...], whole: Named) -> None:
    """Enter whose surname stands at a word; nobody where it is part of another name."""
    known = board.covering(at)
    if not board.capital(at) or (known is not None and (known.last > at or known.first < at)):
        return
    if known is not None and known.by == "person" and len(known.ids) == 1:
        return
    words, first = board.tokens.words, at
    begin = whole.name if whole.name >= 0 else whole.first
    given = set(words[begin : begin + LONGEST_NAME]) - {words[at]}
    while (
        first > max(0, at - LONGEST_NAME)
        and words[first - 1] in given
        and board.covering(first - 1) is None
        and _is_part(board, first - 1)
    ):
        first -= 1
    if first == at and at > 0 and name_word(board, at - 1) and not board.opens(at - 1):
        return
    state = whole.state if len(ids) == 1 else None
    board.put(Named(first, at, ids, "person", None, state, SURNAME, first, at))


def _is_part(board: Board, at: int) -> bool:
    return board.capital(at) or board.tokens.words[at] in word_set("persons", "particles")
