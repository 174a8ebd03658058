"""Words that take up somebody named before, where it is sure who: "he", "the kingdom", "the group"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osintkp.reading.names.board import Board, Named, is_state
from osintkp.reading.names.gazetteer import mapping, word_set
from osintkp.vocabulary import actors

if TYPE_CHECKING:
    from collections.abc import Callable

REACH = 80
SURE = 0.7
LESS = 0.4
BODIES = frozenset({"armed_group", "organisation"})
ANY_BODY = frozenset({"group", "movement"})
DEFINITE = frozenset({"the", "this"})
TWO = 2
LONGEST = 5
SHORTENED = frozenset({"commission", "council"})


def enter_references(board: Board) -> None:
    """Enter pronouns of persons and "the country", "the group", "the agency" with those whom they take up."""
    hits = board.hits.get("pronoun", ())
    if not hits:
        return
    order = board.in_order()
    words = board.tokens.words
    place, behind = 0, []
    found = []
    for hit in hits:
        while place < len(order) and order[place].last < hit.first:
            behind.append(order[place])
            place += 1
        kind = hit.meaning.by
        if kind == "persons":
            found.append(_person(hit.first, behind))
        elif hit.first > 0 and hit.first not in board.named:
            start = _definite(board, hit.first) if kind == "states" else hit.first - 1
            if words[start] in DEFINITE:
                fits = _is_body if words[hit.first] in ANY_BODY else FITS[kind]
                found.append(_thing(start, hit.first, fits, behind))
    for each in found:
        if each is not None and each.first not in board.named and each.last not in board.ending:
            board.put(each)


def enter_shorts(board: Board) -> None:
    """Enter later mentions of a body by the last word of its name: "the Commission", "the Council"."""
    words = board.tokens.words
    wanted = [
        at
        for at in board.tokens.where(SHORTENED)
        if at and words[at - 1] == "the" and board.capital(at) and _bare(board, at)
    ]
    if not wanted:
        return
    order = board.in_order()
    place, full = 0, {word: dict[str, Named]() for word in SHORTENED}
    named = {name for each in order if len(each.ids) == 1 for name in (each.ids[0], actors.root(each.ids[0]))}
    for at in wanted:
        while place < len(order) and order[place].last < at:
            each = order[place]
            place += 1
            last = words[each.last]
            if last in SHORTENED and each.last > each.first and len(each.ids) == 1 and each.by == "name":
                full[last].setdefault(each.ids[0], each)
        meant = full[words[at]]
        ids = set(meant) or {body for owner, body in mapping("shorts", words[at]).items() if owner in named}
        if len(ids) == 1:
            (name,) = ids
            board.put(Named(at - 1, at, (name,), "name", None, meant[name].state if meant else None, SURE))


HALVES = {"north": "KP", "south": "KR"}


def enter_halves(board: Board) -> None:
    """Enter "the North" and "the South" where a text speaks of North Korea."""
    if not any(each.ids == ("KP",) for each in board.named.values()):
        return
    words = board.tokens.words
    for at in board.tokens.where(HALVES):
        if at == 0 or words[at - 1] != "the" or not board.capital(at) or not _bare(board, at):
            continue
        if words[at + 1 : at + 2] != ["of"]:
            state = HALVES[words[at]]
            board.put(Named(at, at, (state,), "pronoun", None, state, SURE))


def enter_joint(board: Board) -> None:
    """Enter the first half of "South and North Korea", "North and South Korea", which the name of the second finishes."""
    words = board.tokens.words
    for each in list(board.named.values()):
        half, at = words[each.first], each.first - 2
        if each.ids not in (("KP",), ("KR",)) or half not in HALVES or each.first == each.last or at < 0:
            continue
        if words[at + 1] in ("and", "or") and words[at] in HALVES and words[at] != half and board.capital(at):
            state = HALVES[words[at]]
            board.put(Named(at, at, (state,), "name", None, state, SURE))


def _bare(board: Board, at: int) -> bool:
    """Tell whether a word is no part of a longer name."""
    after = at + 1
    longer = after < len(board.tokens) and board.tokens.words[after].isalpha() and board.capital(after)
    return board.covering(at) is None and board.covering(at - 1) is None and not longer


def _person(at: int, behind: list[Named]) -> Named | None:
    """Give the last person before a pronoun; surer where the text has just named one alone."""
    near: list[Named] = []
    for each in reversed(behind):
        if at - each.last > REACH:
            break
        if each.by == "person" and len(each.ids) == 1:
            near.append(each)
            if len(near) == TWO:
                break
    if not near:
        return None
    one = near[0]
    alone = len(near) == 1 or near[1].ids == one.ids
    return Named(at, at, one.ids, "pronoun", None, one.state, SURE if alone else LESS)


def _definite(board: Board, at: int) -> int:
    """Give the word before what describes a state: the "the" of "the island nation", "the war-torn East African country"."""
    words, start = board.tokens.words, at - 1
    while (
        start > max(0, at - LONGEST)
        and words[start] in word_set("pronouns", "between")
        and start not in board.ending
    ):
        start -= 1
    return start


def _thing(start: int, at: int, fits: Callable[[str], bool], behind: list[Named]) -> Named | None:
    """Give the state, group or outlet that "the country", "the group", "the agency" takes up."""
    near: list[str] = []
    for each in reversed(behind):
        if at - each.last > REACH:
            break
        meant = each.ids or (each.state,)  # "Iranian officials" speak for Iran
        if each.by != "pronoun" and len(meant) == 1 and meant[0] and fits(meant[0]) and meant[0] not in near:
            near.append(meant[0])
    if len(near) != 1:
        return None
    state = next((each.state for each in reversed(behind) if each.ids == (near[0],)), None)
    return Named(start, at, (near[0],), "pronoun", None, state, SURE)


def _is_body(name: str) -> bool:
    return actors.kind(name) in BODIES


def _is_armed(name: str) -> bool:
    return actors.kind(name) == "armed_group"


def _is_outlet(name: str) -> bool:
    """Tell whether "the agency" or "the paper" can mean somebody: an outlet, or a body that is called an agency."""
    if actors.kind(name) == "media":
        return True
    return actors.kind(name) == "agency" and "agency" in actors.actor(name).name.casefold().split()


FITS = {"states": is_state, "groups": _is_armed, "outlets": _is_outlet}
