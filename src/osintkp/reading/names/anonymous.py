"""Sources without a name: officials, diplomats, analysts, witnesses, imagery, media reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osintkp.reading.names.board import Board, Named, is_state, longest
from osintkp.reading.names.gazetteer import word_set

if TYPE_CHECKING:
    from osintkp.reading.names.gazetteer import Met

BEFORE = 8
BESIDE = 3
SPEAKING = "spokes"
OWNERS = frozenset({"of", "for", "at", "from", "with", "in", "to"})
CITED = frozenset({"to", "citing", "by", "from", "quoted", "quoting"})


def enter_sources(board: Board) -> None:
    """Enter every nameless source, with the state or body that it is said to be of."""
    saying = {hit.first for hit in board.hits.get("say", ())}
    for hit in longest(board.hits.get("source", ())):
        if _taken(board, hit) or _adjective(board, hit):
            continue
        found = _source(board, hit)
        if found is None:
            continue
        faint = " ".join(board.tokens.words[hit.first : hit.last + 1]) in word_set("sources", "faint")
        if not faint or found.state is not None or _heard(board, found, saying):
            board.put(found)


def _taken(board: Board, hit: Met) -> bool:
    """Tell whether somebody is named by words around a hit."""
    return board.covering(hit.first) is not None


def _adjective(board: Board, hit: Met) -> bool:
    """Tell whether "official" and "expert" only describe the word after them: "an official statement"."""
    words = board.tokens.words
    after = words[hit.last + 1 : hit.last + 2]
    return (
        words[hit.last] in ("official", "expert")
        and bool(after)
        and after[0] in word_set("sources", "described")
    )


def _source(board: Board, hit: Met) -> Named | None:
    """Give a source with the words before it; None for the data of a body, which speaks itself."""
    words, belonging = board.tokens.words, word_set("before", "words")
    start, owner = hit.first, board.before(hit.first)
    while owner is None and start > 0 and hit.first - start < BEFORE and words[start - 1] in belonging:
        start -= 1
        owner = board.before(start)
    if owner is not None and owner.by not in ("person", "anonymous", "pronoun"):
        start = owner.first
        while start > 0 and words[start - 1] in belonging and hit.first - start < BEFORE:
            start -= 1
    else:
        owner = None
    thing = hit.meaning.form in word_set("sources", "things")
    if thing and owner is not None and not any(map(is_state, owner.ids)):
        return None
    if start > 0 and words[start - 1] in ("a", "an"):
        start -= 1
    end, of = (hit.last, None) if thing else _of(board, hit.last)
    owner = owner or of
    state = owner.state if owner is not None else None
    ids = owner.ids if owner is not None and hit.meaning.form.startswith(SPEAKING) else ()
    return Named(start, end, ids, "anonymous", board.tokens.quote(start, end), state)


def _of(board: Board, end: int) -> tuple[int, Named | None]:
    """Give the last word of a source with whom it is of: "officials from South Sudan", "a spokesman for the M23"."""
    words = board.tokens.words
    at = end + 2
    if at >= len(words) or words[end + 1] not in OWNERS:
        return end, None
    at += words[at] in ("the", "both")
    owner = board.named.get(at)
    if owner is None or owner.by in ("person", "anonymous"):
        return end, None
    if words[end + 1] in ("in", "to"):
        return end, owner
    return owner.last, owner


def _heard(board: Board, found: Named, saying: set[int]) -> bool:
    """Tell whether a verb of saying or "according to" stands beside a source."""
    words = board.tokens.words
    after = any(number in saying for number in range(found.last + 1, found.last + 1 + BESIDE))
    before = found.first > 1 and (
        found.first - 1 in saying
        or (words[found.first - 1] in CITED and words[found.first - 2] in ("according", "by", "quoted"))
    )
    return after or before or (found.first > 0 and words[found.first - 1] == "citing")
