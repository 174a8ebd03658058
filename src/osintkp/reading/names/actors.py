"""States, bodies and groups that are named: by name, adjective, seat or letters, with the body that speaks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osintkp.reading.names.board import Board, Named, first_of, is_state, longest, state_of
from osintkp.reading.names.gazetteer import body_of, known_words, mapping, word_set
from osintkp.vocabulary import actors

if TYPE_CHECKING:
    from osintkp.reading.names.gazetteer import Met

BETWEEN = 3
STEM = 5
LEADING = ("head of state", "head of government")
LOOSE = 0.5
SEAT = 0.9
IN_PLACE = 0.4
DECIDED = 0.8
AFTER = frozenset(
    {
        "backed", "aligned", "allied", "led", "based", "made", "built", "supplied", "designed", "produced", "origin", "linked", "affiliated", "supported", "funded", "controlled",
        "occupied", "held", "speaking", "style", "era", "owned", "flagged", "registered", "brokered", "mediated", "imposed", "friendly", "manufactured", "trained", "run", "aided", "installed", "sponsored", "type", "developed", "assembled", "appointed",
    }
)  # fmt: skip
BEFORE = frozenset({"pro", "anti", "non", "ex", "trans", "inter"})
NOT_THE_STATE = frozenset(
    {
        "rebels",
        "militants",
        "insurgents",
        "separatists",
        "opposition",
        "jihadists",
        "militia",
        "militias",
        "loyalists",
    }
)
LOCATIVE = frozenset({"in", "near", "at", "outside", "around", "inside", "across", "reached", "into", "over"})


def enter_actors(board: Board) -> None:
    """Enter every actor and person that the lexicon names, each state with the body that speaks for it."""
    both = sorted([*board.hits.get("actor", ()), *board.hits.get("person", ())], key=_order)
    stopped = _given_names(board)
    spoken = {hit.meaning.ids[0] for hit in both if hit.meaning.by != "abbreviation"}
    for hit in longest(both):
        if (hit.first not in stopped or hit.last > hit.first) and not _something_else(board, hit, spoken):
            board.put(_named(board, hit))
    bodies = first_of(board.hits.get("body", ()))
    for found in board.in_order():
        if found.first in board.named:
            _with_body(board, found, bodies)


def _something_else(board: Board, hit: Met, spoken: set[str]) -> bool:
    """Tell whether letters name nobody here: a currency ("US$60"), a repeated post ("RT @"), a firm ("the oil firm NIS")."""
    if hit.first != hit.last:
        return False
    words, at = board.tokens.words, hit.first
    if hit.meaning.by != "abbreviation":
        return words[at] in word_set("doubtful", "names") and not _plainly(board, at)
    if words[at] in mapping("doubtful", "letters") and not _in_context(words[at], hit, spoken):
        return True
    after = words[at + 1] if at + 1 < len(words) else ""
    if after == "$" and board.tokens.joined(at + 1):
        return True
    if words[at] == "rt" and after == "@":
        return True
    kinds = {actors.kind(each) for each in hit.meaning.ids}
    return at > 0 and words[at - 1] in word_set("companies", "words") and "company" not in kinds


def _plainly(board: Board, at: int) -> bool:
    """Tell whether a name that is an ordinary word too stands like a name: "Dawn said", "according to Oryx,"."""
    words = board.tokens.words
    if at and words[at - 1] in ("a", "an"):
        return False
    after = words[at + 1] if at + 1 < len(words) else "."
    if not after[0].isalpha():
        return after != "-"
    return after in word_set("doubtful", "after") or after in word_set("saying", "verbs")


def _in_context(letters: str, hit: Met, spoken: set[str]) -> bool:
    """Tell whether a text names in full the body that letters stand for, or a state that it belongs to."""
    states = mapping("doubtful", "letters")[letters].split()
    return not spoken.isdisjoint((*states, *hit.meaning.ids))


def _order(hit: Met) -> tuple[int, int, bool]:
    return hit.first, -hit.last, hit.meaning.kind == "person"


def _given_names(board: Board) -> set[int]:
    """Give the words that are a state's name and here somebody's given name or surname, like Jordan and Chad."""
    names = word_set("persons", "states")
    found = set()
    titles = {hit.last for hit in board.hits.get("title", ())}
    for hit in (*board.hits.get("actor", ()), *board.hits.get("person", ())):
        if hit.first == hit.last and (hit.meaning.kind == "person" or board.tokens.words[hit.first] in names):
            before = hit.first - 1 not in titles and _unknown(board, hit.first - 1)
            after = _unknown(board, hit.first + 1)
            if (before and not _big(board, hit.first + 1)) or (after and not _big(board, hit.first + 2)):
                found.add(hit.first)
    return found


def _big(board: Board, number: int) -> bool:
    """Tell whether a word has a capital, as all have in a heading."""
    return number < len(board.tokens) and board.capital(number)


def _unknown(board: Board, number: int) -> bool:
    """Tell whether a word with a capital is a name that no table has."""
    words = board.tokens.words
    if (
        not 0 <= number < len(words)
        or not words[number].isalpha()
        or not board.capital(number)
        or board.opens(number)
    ):
        return False
    word = words[number]
    if word in word_set("persons", "places"):
        return True
    return not (
        word in known_words(persons=False)
        or word in word_set("never", "words")
        or word in word_set("places", "heads")
    )


def _named(board: Board, hit: Met) -> Named:
    entry = hit.meaning
    ids, by, role, confidence = entry.ids, entry.by, None, 1.0
    if entry.kind == "person":
        by = "person"
    elif by == "spelling":
        confidence = SEAT
    elif by == "metonym":
        at = board.tokens.words[hit.first - 1] if hit.first else ""
        confidence = IN_PLACE if at in LOCATIVE else SEAT
    if by == "adjective" or len(ids) == 1:
        role, loose = _joined(board, hit)
        confidence = min(confidence, loose)
    state = state_of(ids[0])
    if len(ids) > 1 and any(state_of(each) != state for each in ids):
        state = None
    return Named(hit.first, hit.last, ids, by, role, state, confidence)


def _joined(board: Board, hit: Met) -> tuple[str | None, float]:
    """Give the word that a hyphen ties to a name and that makes another the actor: "Iran-backed", "pro-Russian"."""
    tokens, after = board.tokens, hit.last + 1
    if after < len(tokens) and tokens.words[after] in AFTER and tokens.joined(after):
        return tokens.words[after], LOOSE
    if hit.first and tokens.words[hit.first - 1] in BEFORE and tokens.joined(hit.first):
        return tokens.words[hit.first - 1], LOOSE
    return None, 1.0


def _with_body(board: Board, found: Named, bodies: dict[int, Met]) -> None:
    """Take the body that follows a state or group into its mention: "the Chadian army", "Turkey's Foreign Ministry"."""
    if found.by == "person" or found.role is not None:
        return
    every, at = board.tokens.words, found.last + 1
    if at < len(every) and every[at] == "'s":
        at += 1
    elif found.by not in ("adjective", "abbreviation", "name"):
        return
    start, end = at, min(at + BETWEEN, len(every))
    while at < end and at not in bodies and every[at] in word_set("bodies", "between"):
        at += 1
    if _own(board, found, start):
        return
    hit = bodies.get(at)
    if hit is None:
        return
    phrase = tuple(every[start : hit.last + 1])
    role = board.tokens.quote(start, hit.last)
    ids = _body_ids(found, phrase)
    apart = phrase[-1] in NOT_THE_STATE and any(map(is_state, found.ids))
    board.put(
        found._replace(
            last=hit.last, ids=() if apart else ids, role=role, confidence=max(found.confidence, SEAT)
        )
    )


def _own(board: Board, found: Named, start: int) -> bool:
    """Take a body named after its own state into one mention: "Iran's Quds Force"; tell whether one stood there."""
    body = board.named.get(start)
    if body is None or body.by == "person" or found.last + 1 < start - 1 or not any(map(is_state, found.ids)):
        return body is not None
    ids = tuple(each for each in body.ids if state_of(each) in found.ids and not is_state(each))
    if ids:
        board.put(body._replace(first=found.first, ids=ids, state=state_of(ids[0])))
    return True


def _body_ids(found: Named, phrase: tuple[str, ...]) -> tuple[str, ...]:
    ids = (body_of(each, phrase) or each for each in found.ids)
    return tuple(dict.fromkeys(ids))


def _leading(fit: list[str]) -> list[str]:
    """Give of several persons of one name those who led a state: a bare surname is more often theirs."""
    people = [each for each in fit if actors.kind(each) == "person"]
    return [
        each
        for each in people
        if any(actors.canonical_title(one.title) in LEADING for one in actors.actor(each).offices)
    ]


def _alike(board: Board, found: Named, fit: list[str]) -> list[str]:
    """Give of several those that the text names by a word of the same beginning: "Georgian" for "Georgia"."""
    beginning = board.tokens.words[found.first][:STEM]
    words = board.tokens.words
    alike = {
        each.ids[0]
        for each in board.named.values()
        if len(each.ids) == 1 and words[each.first].startswith(beginning)
    }
    return [each for each in fit if each in alike]


def decide(board: Board, more: set[str]) -> None:
    """
    Decide names of several by who else is named: where the rest of the text speaks of one of them alone.

    Args:
        board: Who is named.
        more: The states that the text speaks of otherwise, by their places.
    """
    open_ones = [each for each in board.in_order() if len(each.ids) > 1]
    if not open_ones:
        return
    spoken = set(more)
    for each in board.named.values():
        if len(each.ids) == 1:
            spoken |= {each.ids[0], actors.root(each.ids[0])}
    for each in open_ones:
        fit = [name for name in each.ids if name in spoken or actors.root(name) in spoken]
        fit = (_alike(board, each, fit) or fit) if len(fit) > 1 else fit
        fit = _leading(fit) if len(fit) > 1 else fit
        if len(fit) == 1:
            board.put(
                each._replace(ids=(fit[0],), state=state_of(fit[0]), confidence=min(each.confidence, DECIDED))
            )
