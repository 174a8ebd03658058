"""People: those of the table, and those whom only a title, an apposition or a verb of saying shows to be one."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from osintkp.reading.names.board import Board, Named, longest
from osintkp.reading.names.gazetteer import word_set
from osintkp.reading.names.person_names import begin_of, identified, run_after, slug
from osintkp.reading.names.title_spans import (
    WITHIN,
    before_title,
    chain_end,
    complement_end,
    description_end,
    role_start,
)

if TYPE_CHECKING:
    from osintkp.reading.names.gazetteer import Met

SURNAME = 0.9
ALONE = 0.7
SAID = 0.5
AGE = 2  # figures
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})


def enter_persons(board: Board) -> None:
    """Enter those whom a title, an apposition or a verb of saying names, and office-holders without a name."""
    titles = longest(board.hits.get("title", ()))
    at = {hit.first: hit for hit in titles}
    done = -1
    for hit in titles:
        if hit.first > done:
            done = max(done, _titled(board, hit, at))
    for found in board.in_order():
        if found.by == "person" and found.role is None:
            _described(board, found, at)
    _speakers(board)
    _aged(board)


def _titled(board: Board, hit: Met, at: dict[int, Met]) -> int:
    """Enter whom a title is told of, and give the number of the last word that is used."""
    if hit.first not in board.named and board.covering(hit.first) is not None:
        return hit.last
    start, owner = before_title(board, hit.first)
    held = board.named.get(hit.first)
    if held is not None:
        return _with_title(board, held, hit, start, owner)
    end = chain_end(board, hit.last, at)
    end, of = complement_end(board, end)
    owner = owner or of
    name = _name_after(board, end + 1)
    state = _state(owner)
    if name is not None:
        role = board.tokens.quote(role_start(board, owner, start), end)
        board.put(_person(board, name, start, role, state))
        return name.last
    end, owner = description_end(board, end, owner, at)
    found = _appositive(board, start, end, owner)
    if found is not None:
        board.put(found)
        return found.last
    if owner is not None and hit.meaning.by in ("office", "rank") and owner.by != "person":
        first, last = min(start, owner.first), max(end, owner.last)
        role = board.tokens.quote(role_start(board, owner, start), end)
        board.put(owner._replace(first=first, last=last, role=role, confidence=1.0))
        return last
    return max(hit.last, end)


def _with_title(board: Board, held: Named, hit: Met, start: int, owner: Named | None) -> int:
    """Give the office to a person of the table whose listed name begins with it, like "President Kiir"."""
    if held.by == "person" and held.last > hit.last:
        role = board.tokens.quote(role_start(board, owner, start), hit.last)
        state = _state(owner) or held.state
        board.put(held._replace(first=start, role=role, state=state, name=hit.last + 1, end=held.last))
    return held.last


def _state(owner: Named | None) -> str | None:
    return owner.state if owner is not None else None


def _name_after(board: Board, at: int) -> Named | None:
    """Give the name that begins at a word, or after a comma there where more than one word stands."""
    words = board.tokens.words
    comma = at < len(words) and words[at] == ","
    start = at + comma
    known = board.named.get(start)
    if known is not None and known.by == "person":
        return known
    end = run_after(board, start)
    if end is None or (
        comma and (end == start or (end + 1 < len(words) and words[end + 1] not in (",", ".")))
    ):
        return None
    return Named(start, end, (), "person", name=start, end=end)


def _person(board: Board, name: Named, start: int, role: str | None, state: str | None) -> Named:
    """Give a person with a title: one of the table, or of the text alone."""
    if name.ids:
        own = state or name.state
        return name._replace(first=start, role=role, state=own, name=name.first, end=name.last)
    alone = name.name == name.end
    ids, own = identified(board, name, state)
    return Named(
        start, name.last, ids, "person", role, state or own, ALONE if alone else SURNAME, name.name, name.end
    )


def _appositive(board: Board, start: int, end: int, owner: Named | None) -> Named | None:
    """Give the person before a comma whom a title describes: "Mary Smith, a senior fellow at RUSI"."""
    words = board.tokens.words
    comma = start - 1 - (start > 0 and words[start - 1] in ARTICLES)
    if comma < 1 or words[comma] != ",":
        return None
    known = board.named.get(board.ending.get(comma - 1, -1))
    begin = begin_of(board, comma - 1) if known is None else None
    if begin is None:
        return None
    holder = board.before(begin) if words[begin - 1] in ("'s", "'") else None
    role_from = role_start(board, owner, start)
    role = board.tokens.quote(role_from, end)
    state = _state(owner) or _state(holder)
    first = holder.first if holder is not None and holder.by != "person" else begin
    name = slug(board.tokens.quote(begin, comma - 1))
    last = max(end, owner.last if owner else end)
    return Named(first, last, (name,), "person", role, state, SURNAME, begin, comma - 1)


def _described(board: Board, found: Named, at: dict[int, Met]) -> None:
    """Take the title that follows a name into its mention: "Hassan Omar, the defence minister of Somalia"."""
    words, begin = board.tokens.words, found.last + 1
    if begin >= len(words) or words[begin] != ",":
        return
    start = begin + 1
    if start < len(words) and words[start] in ARTICLES:
        start += 1
    holder = board.named.get(start)
    here = start
    if holder is not None:
        if (
            holder.role is not None
            and holder.by != "person"
            and "," in words[holder.last + 1 : holder.last + 2]
        ):
            _merge(board, found, holder, holder.role, holder.last)
            return
        here = holder.last + 1
        here += here < len(words) and words[here] in ("'s", "'")
    while (
        here < len(words)
        and here not in at
        and here - start < WITHIN
        and words[here] in word_set("before", "words")
    ):
        here += 1
    hit = at.get(here)
    if hit is None:
        return
    end, of = complement_end(board, chain_end(board, hit.last, at))
    end, of = description_end(board, end, of, at)
    if _name_after(board, end + 1) is not None and words[end + 1] != ",":
        return
    role_from = start if holder is None else holder.last + 1 + (words[holder.last + 1] in ("'s", "'"))
    _merge(board, found, holder or of, board.tokens.quote(role_from, end), end)


def _merge(board: Board, found: Named, owner: Named | None, role: str, last: int) -> None:
    state = _state(owner) or found.state
    board.put(found._replace(last=last, role=role, state=state, name=found.first, end=found.last))


def _speakers(board: Board) -> None:
    """Enter names of two words or more beside a verb of saying."""
    for hit in board.hits.get("say", ()):
        first = begin_of(board, hit.first - 1) if hit.first > 1 else None
        if first is not None:
            _enter_speaker(board, first, hit.first - 1)
            continue
        start = hit.last + 1
        end = run_after(board, start)
        if end is not None and end > start:
            _enter_speaker(board, start, end)


def _aged(board: Board) -> None:
    """Enter names of two words or more with an age: "Joly Germine, 31, drove"."""
    words = board.tokens.words
    for match in _between_commas().finditer(board.tokens.view):
        at = board.tokens.at(match.start()) + 1
        if 2 < at < len(words) and words[at - 1] == "," and len(words[at]) == AGE and words[at].isdigit():
            first = begin_of(board, at - 2)
            if first is not None and not all(map(board.tokens.joined, range(first + 1, at - 1))):
                _enter_speaker(board, first, at - 2)


@functools.cache
def _between_commas() -> re.Pattern[str]:
    return re.compile(r",(?=\s*[^\W_]{2}\s*,)")


def _enter_speaker(board: Board, first: int, last: int) -> None:
    if any(number in board.named or number in board.ending for number in range(first, last + 1)):
        return
    name = slug(board.tokens.quote(first, last))
    board.put(Named(first, last, (name,), "person", None, None, SAID, first, last))
