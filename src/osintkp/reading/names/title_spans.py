"""How far a title reaches: what belongs to it before and after, titles in a row, whose it is, what it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osintkp.reading.names.board import Board, Named
from osintkp.reading.names.gazetteer import word_set

if TYPE_CHECKING:
    from osintkp.reading.names.gazetteer import Met

LONGEST_CHAIN = 4
BEFORE = 8
WITHIN = 10
OWNERS = frozenset({"of", "for", "at", "from", "with", "in"})
SENT_TO = frozenset({"ambassador", "envoy", "representative", "consul", "coordinator"})


def role_start(board: Board, owner: Named | None, start: int) -> int:
    """Give the word with which a title itself begins, the state before it left out."""
    if owner is None or owner.first != start:
        return start
    tokens, begin = board.tokens, owner.last + 1
    if owner.role is not None:
        return next(
            (at for at in range(owner.first, begin) if tokens.quote(at, owner.last) == owner.role), begin
        )
    return begin + 1 if tokens.words[begin] in ("'s", "'") else begin


def before_title(board: Board, first: int) -> tuple[int, Named | None]:
    """Give the first word of a title, and whose it is: "deputy foreign" before "minister", "Chad's" before that."""
    words, belonging = board.tokens.words, word_set("before", "words")
    start = first
    owner = board.before(start)
    while owner is None and start > 0 and first - start < BEFORE and words[start - 1] in belonging:
        start -= 1
        owner = board.before(start)
    if owner is not None and owner.by not in ("person", "anonymous", "pronoun"):
        return owner.first, owner
    return start, None


def description_end(
    board: Board, end: int, owner: Named | None, at: dict[int, Met]
) -> tuple[int, Named | None]:
    """Give the last word of a description that goes on: "and director of research at the Brookings Institution"."""
    words, belonging = board.tokens.words, word_set("before", "words")
    for _ in range(WITHIN):
        here = end + 1
        if here < len(words) and words[here] == "and":
            here += 1 + (words[here + 1 : here + 2] == ["a"])
            while here < len(words) and here not in at and words[here] in belonging and here - end < BEFORE:
                here += 1
            if here not in at:
                return end, owner
            end = at[here].last
        after, of = complement_end(board, end)
        if after == end:
            after = _proper_name_end(board, end)
        if after == end and not (end + 1 < len(words) and words[end + 1] == "and"):
            return end, owner
        end, owner = after, owner or of
    return end, owner


def _proper_name_end(board: Board, end: int) -> int:
    """Give the last word of a proper name after "in", "of", "at" or "for": "in Foreign Policy"."""
    words = board.tokens.words
    at = end + 2
    if at >= len(words) or words[end + 1] not in OWNERS:
        return end
    at += words[at] == "the"
    last = end
    while (
        at < len(words)
        and at - end < BEFORE
        and at not in board.named
        and words[at].isalpha()
        and board.capital(at)
        and words[at] not in word_set("never", "calendar")
    ):
        last = at
        at += 1
    return last


def chain_end(board: Board, last: int, at: dict[int, Met]) -> int:
    """Give the last word of titles that follow one another, like "Defence Minister Gen."."""
    words = board.tokens.words
    for _ in range(LONGEST_CHAIN):
        if (
            last + 1 < len(words)
            and words[last + 1] == "."
            and words[last] in word_set("persons", "shortened")
        ):
            last += 1
        follower = at.get(last + 1)
        if follower is None or last + 1 in board.named:
            return last
        last = follower.last
    return last


def complement_end(board: Board, end: int) -> tuple[int, Named | None]:
    """Give the last word of a title with what it is of: "of foreign affairs", "for the Libyan National Army"."""
    words, belonging = board.tokens.words, word_set("after", "words")
    sent = words[end] in SENT_TO
    if end + 1 >= len(words) or not (words[end + 1] in OWNERS or (sent and words[end + 1] == "to")):
        return end, None
    at = end + 2
    while at < len(words) and at not in board.named and words[at] in belonging and at - end < BEFORE:
        at += 1
    owner = board.named.get(at)
    if owner is not None and owner.by not in ("person", "anonymous", "pronoun"):
        return owner.last, None if sent else owner
    while at > end + 2 and words[at - 1] in ("the", "and"):
        at -= 1
    if words[end + 1] == "of" and at > end + 2:
        return at - 1, None
    return end, None
