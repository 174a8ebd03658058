"""Bodies that no table has, known by the last word of their name, and letters that a text itself explains."""

from __future__ import annotations

from osintkp.reading.names.board import Board, Named, is_state, longest
from osintkp.reading.names.gazetteer import body_of, mapping, word_set
from osintkp.reading.names.person_names import slug
from osintkp.vocabulary import actors

LONGEST_NAME = 8
LONGEST_LETTERS = 8
UNLISTED = 0.6
SHIP = 0.8
SMALL_WORD = 3
LINKS = frozenset({"of", "for", "and", "the"})


def enter_bodies(board: Board) -> None:
    """Enter bodies like "Darfur Relief Council" under an id of their own."""
    for hit in longest(board.hits.get("group", ())):
        at = hit.first
        if not board.capital(at) or board.covering(at) is not None:
            continue
        first = _begin(board, at)
        if first is not None:
            _enter(board, first, at)


def _begin(board: Board, at: int) -> int | None:
    """Give the first word of a proper name that ends with a word; None for a name of one word."""
    words = board.tokens.words
    first = None
    for number in range(at - 1, max(at - LONGEST_NAME, -1), -1):
        word = words[number]
        if word == "'s" or not word.isalpha():
            break
        if (
            board.capital(number)
            and word not in word_set("never", "calendar")
            and word not in word_set("never", "openings")
        ):
            first = number
        elif word not in LINKS:
            break
    if (
        first is not None
        and board.opens(first)
        and words[first] in word_set("never", "words")
        and first == at - 1
    ):
        return None
    return first


def _enter(board: Board, first: int, last: int) -> None:
    inside = [board.named[number] for number in range(first, last + 1) if number in board.named]
    back = board.ending.get(first)
    if back is not None and back < first:
        return
    if any(each.by == "person" for each in inside) or len(inside) > 1:
        return
    owner = inside[0] if inside else board.before(first)
    plain = owner is not None and len(owner.ids) == 1 and owner.role is None
    state = owner.state if owner is not None and plain else None
    if inside and not any(map(is_state, inside[0].ids)):
        return
    name = slug(board.tokens.quote(first, last))
    board.put(Named(first, last, (name,), "name", None, state, UNLISTED))


def enter_ships(board: Board) -> None:
    """Enter ships of navies, "HMS Montrose", with the class before them: what they do, their navy does."""
    words, prefixes = board.tokens.words, mapping("ships", "prefixes")
    for at in board.tokens.where(prefixes):
        if (
            at + 1 == len(words)
            or not _printed(board, at).isupper()
            or board.covering(at) is not None
            or not _ship_name(board, at + 1)
        ):
            continue
        states = prefixes[words[at]].split()
        ids = tuple(body_of(each, ("navy",)) or body_of(each, ("royal", "navy")) or each for each in states)
        last = at + 1
        if last + 1 < len(words) and _ship_name(board, last + 1) and not board.opens(last + 1):
            last += 1
        board.put(Named(at, last, ids, "name", None, states[0] if len(states) == 1 else None, SHIP))


def _ship_name(board: Board, at: int) -> bool:
    """Tell whether a word can be part of the name of a ship."""
    return board.tokens.words[at].isalpha() and board.capital(at)


def enter_letters(board: Board) -> None:
    """Take letters that a text explains, "Sudan Liberation Army (SLA)", into the name, and read them so later on."""
    meant: dict[str, tuple[Named, int]] = {}
    words = board.tokens.words
    if "(" not in board.tokens.distinct:
        return
    for found in board.in_order():
        at = found.last + 1
        if (
            words[at : at + 1] == ["("]
            and words[at + 2 : at + 3] == [")"]
            and _explained(board, found, at + 1)
        ):
            known = _known_by(board, found, at + 1)
            meant[words[at + 1]] = (known, at + 1)
            board.put(known._replace(last=at + 2))
    for number in board.tokens.where(meant):
        found, first = meant[words[number]]
        if number > first and _printed(board, number).isupper() and _free(board, number):
            board.put(Named(number, number, found.ids, "abbreviation", None, found.state, found.confidence))


def _printed(board: Board, number: int) -> str:
    return board.tokens.text[board.tokens.starts[number] : board.tokens.ends[number]]


def _explained(board: Board, found: Named, at: int) -> bool:
    """Tell whether letters in brackets are those of the name before them, and not another's."""
    piece, held = _printed(board, at), board.named.get(at)
    if (
        len(found.ids) != 1
        or not 1 < len(piece) <= LONGEST_LETTERS
        or sum(map(str.isupper, piece)) < len("AU")
    ):
        return False
    return held is None or len(held.ids) > 1 or held.ids == found.ids or found.confidence <= UNLISTED


def _known_by(board: Board, found: Named, at: int) -> Named:
    """Give a body that no table has the id of the one that its letters name, where the two share most words of their names."""
    held = board.named.get(at)
    if held is None or len(held.ids) > 1 or found.confidence > UNLISTED:
        return found
    known = set(actors.actor(held.ids[0]).name.lower().split())
    said = {word for word in board.tokens.words[found.first : found.last + 1] if len(word) > SMALL_WORD}
    shared = said & known
    alike = len(shared) > 1 and 3 * len(shared) >= 2 * len(said)
    return found._replace(ids=held.ids, state=held.state) if alike else found


def _free(board: Board, number: int) -> bool:
    """Tell whether nothing but the same letters is named by a word."""
    held = board.covering(number)
    return held is None or (held.first == held.last and held.by == "abbreviation")
