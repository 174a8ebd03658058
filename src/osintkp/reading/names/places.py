"""Places on the map: those of the table, parts of states, and those that only a word like "port of" or "airfield" shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from osintkp.reading.names.board import Board, first_of, is_state, longest
from osintkp.reading.names.gazetteer import word_set
from osintkp.vocabulary import places

if TYPE_CHECKING:
    from osintkp.reading.names.gazetteer import Met

NEAR = 3
LONGEST_NAME = 4
INSIDE = frozenset({"in", "inside", "within", "across", "throughout", "near", "around"})
REGIONS = ("oblast", "region", "krai", "province", "governorate")
BY_NAME = ("name", "abbreviation", "spelling", "lookalike")
SMALL_WORDS = frozenset(
    {
        "al",
        "el",
        "de",
        "la",
        "le",
        "du",
        "des",
        "bin",
        "abu",
        "umm",
        "wad",
        "ras",
        "ad",
        "as",
        "ez",
        "di",
        "da",
        "do",
        "i",
    }
)


class Spot(NamedTuple):
    """Words that name a place: their first and last number, every id that fits, and the state."""

    first: int
    last: int
    ids: tuple[str, ...]
    state: str | None


def spots(board: Board, repaired: list[tuple[int, str]]) -> list[Spot]:
    """Return every place that a text names, in order, before names of several are decided."""
    found: dict[int, Spot] = {}
    heads, regions = first_of(board.hits.get("head", ())), first_of(board.hits.get("direction", ()))
    persons = _covered(board)
    for hit in longest(board.hits.get("place", ())):
        if hit.first not in persons and hit.last not in persons and _trusted(board, hit, heads):
            spot = _listed(board, hit, heads)
            found[spot.first] = spot
    for first, hit in regions.items():
        part = _part(board, hit)
        if part is not None and first not in found:
            found[first] = part
    for number, name in repaired:
        found.setdefault(number, Spot(number, number, (name,), places.state_of(name)))
    _unlisted(board, found, heads)
    _states(board, found)
    return _apart(found)


def _apart(found: dict[int, Spot]) -> list[Spot]:
    kept: list[Spot] = []
    end = -1
    for first in sorted(found):
        if first > end:
            kept.append(found[first])
            end = found[first].last
    return kept


def _covered(board: Board) -> set[int]:
    """Give the words inside longer names of bodies, outlets and persons: no places stand there."""
    found: set[int] = set()
    for each in board.named.values():
        if each.by == "person":
            begin = each.name if each.name >= 0 else each.first
            end = each.end if each.end >= 0 else each.last
            found.update(range(begin, end + 1))
        elif (
            each.last > each.first
            and each.by in ("name", "metonym")
            and each.role is None
            and not any(map(is_state, each.ids))
        ):
            found.update(range(each.first, each.last + 1))
    return found


def _trusted(board: Board, hit: Met, heads: dict[int, Met]) -> bool:
    """Tell whether a word that is an ordinary word too, or a person's name, is a place here."""
    words = board.tokens.words
    if hit.last > hit.first or words[hit.first] not in word_set("places", "risky"):
        return True
    if hit.last + 1 in heads:
        return True
    return hit.first > 0 and words[hit.first - 1] in word_set("places", "locative")


def _listed(board: Board, hit: Met, heads: dict[int, Met]) -> Spot:
    """Give a place of the table with the general word after it: "Goma airport", and the region where that is meant."""
    ids: tuple[str, ...] = hit.meaning.ids
    if ids == ("",):
        ids = ()
    head = heads.get(hit.last + 1)
    last = hit.last
    if head is not None and not (
        head.last == head.first
        and board.tokens.words[head.first] in ("state", "base", "camp", "coast", "mine", "terminal", "bridge")
    ):
        last = head.last
        if board.tokens.words[head.first] in REGIONS and len(ids) == 1 and places.known(f"{ids[0]}-oblast"):
            ids = (f"{ids[0]}-oblast",)
    states = {places.state_of(each) for each in ids} if ids else {hit.meaning.by or None}
    state = next(iter(states)) if len(states) == 1 else None
    return Spot(hit.first, last, ids, state)


def _part(board: Board, hit: Met) -> Spot | None:
    """Give the part of a state that a direction before its name is: "northern Mali", "the east of Congo"."""
    words = board.tokens.words
    at = hit.last + 1
    if at + 1 < len(words) and words[at] == "of":
        at += 1
        at += words[at] == "the"
    owner = board.named.get(at)
    if owner is None or owner.role is not None or owner.by not in BY_NAME:
        return None
    state = owner.ids[0] if len(owner.ids) == 1 else None
    if not any(map(is_state, owner.ids)):
        return None
    return Spot(hit.first, owner.last, owner.ids, state)


def _unlisted(board: Board, found: dict[int, Spot], heads: dict[int, Met]) -> None:
    """Enter names that no table has where a general word tells that they are of places."""
    for hit in longest(board.hits.get("opening", ())):
        start = hit.last + 1
        start += start < len(board.tokens) and board.tokens.words[start] == "the"
        if start in found:
            continue
        end = _proper(board, start)
        if end is not None:
            found[start] = Spot(start, end, (), _state_after(board, end))
    for first, head in heads.items():
        begin = _proper_before(board, first - 1)
        if begin is not None and not any(number in found for number in range(begin, first)):
            found[begin] = Spot(begin, head.last, (), _state_after(board, head.last))


def _proper(board: Board, start: int) -> int | None:
    """Give the last word of an unknown proper name that begins at a word."""
    words, last = board.tokens.words, None
    for at in range(start, min(start + LONGEST_NAME, len(words))):
        if not words[at].isalpha() or at in board.named:
            break
        if board.capital(at) and words[at] not in word_set("never", "calendar"):
            last = at
        elif words[at] not in SMALL_WORDS and not board.tokens.joined(at):
            break
    return last


def _proper_before(board: Board, last: int) -> int | None:
    """Give the first word of an unknown proper name that ends at a word, right before a general word."""
    words, first = board.tokens.words, None
    for at in range(last, max(last - LONGEST_NAME, -1), -1):
        if not words[at].isalpha() or words[at] in word_set("never", "words"):
            break
        if at in board.named or at in board.ending:
            return None
        if board.capital(at):
            first = at
        elif not (words[at] in SMALL_WORDS and board.tokens.joined(at + 1)) and not board.tokens.joined(at):
            break
    if first is not None and board.opens(first) and first == last:
        return None
    return first


def _state_after(board: Board, last: int) -> str | None:
    """Give the state that stands after a place and a comma or "in": "the town of Wau, South Sudan"."""
    words = board.tokens.words
    if last + 2 < len(words) and words[last + 1] in (",", "in"):
        after = board.named.get(last + 2)
        if (
            after is not None
            and after.by in ("name", "abbreviation")
            and len(after.ids) == 1
            and is_state(after.ids[0])
        ):
            return after.ids[0]
    return None


def _states(board: Board, found: dict[int, Spot]) -> None:
    """Enter states that a word like "in" makes places."""
    words = board.tokens.words
    for first, each in board.named.items():
        at = first - 1 - (first > 1 and words[first - 1] == "the")
        if at < 0 or words[at] not in INSIDE or each.role is not None or first in found:
            continue
        plain = each.by in BY_NAME and len(each.ids) == 1 and is_state(each.ids[0])
        if plain and words[each.last + 1 : each.last + 2] != ["'s"]:
            found[first] = Spot(first, each.last, each.ids, each.ids[0])


def drop_waters(board: Board, found: list[Spot]) -> None:
    """Take out states that stand within the name of a water: nobody acts by the name of the South China Sea."""
    words, waters = board.tokens.words, word_set("places", "waters")
    for spot in found:
        if spot.first < spot.last and (words[spot.last] in waters or words[spot.first] in waters):
            for number in range(spot.first, spot.last + 1):
                named = board.named.get(number)
                if named is not None and named.last <= spot.last:
                    board.drop(number)


def settle(board: Board, found: list[Spot]) -> list[Spot]:
    """Decide names of several places by the state named after them, or else by the states that the text speaks of."""
    spoken = {each.state for each in board.named.values() if each.state is not None}
    settled = []
    for spot in found:
        after = _state_after(board, spot.last)
        wanted = {after} if after else spoken
        fit = [each for each in spot.ids if places.state_of(each) in wanted] if len(spot.ids) > 1 else []
        settled.append(spot if len(fit) != 1 else spot._replace(ids=(fit[0],), state=places.state_of(fit[0])))
    return settled
