"""Join phrases of a sentence that are one: rows of actors, "containers of arms", what stands in apposition."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import COMMA, CONJUNCTION, NOUN, PREPOSITION, VERB, Noun, Piece
from osintkp.reading.clauses.pricing import PRICED, join, priced, valued
from osintkp.reading.clauses.walking import is_subject

JOINING = frozenset(("of", "in", "worth"))


def phrased(row: list[Piece], measures: frozenset[str]) -> list[Piece]:
    """
    Return the pieces of a sentence with the phrases joined that are one.

    Args:
        row: The pieces.
        measures: Nouns that measure what follows "of", like "dozens" and "number".
    """
    words = {piece.word for piece in row}
    found = row if JOINING.isdisjoint(words) else _of(row, measures)
    if "worth" in words:
        found = valued(found)
    if not PRICED.isdisjoint(words):
        found = priced(found)
    links = _has_link(found)
    if links:
        found = _adjectives(found)
    if _has_aside(found):
        found = _beside(found)
    return _rows_of_actors(found) if links else found


def _has_link(row: list[Piece]) -> bool:
    """Tell whether a conjunction stands between two phrases that name actors, a comma before it apart."""
    for number in range(1, len(row) - 1):
        if row[number].kind == CONJUNCTION and _names(row[number + 1]):
            before = number - 2 if row[number - 1].kind == COMMA else number - 1
            if before >= 0 and _names(row[before]):
                return True
    return False


def _has_aside(row: list[Piece]) -> bool:
    """Tell whether a comma stands between two phrases."""
    return any(
        row[number].kind == COMMA and row[number - 1].kind == NOUN and row[number + 1].kind == NOUN
        for number in range(1, len(row) - 1)
    )


def _names(piece: Piece) -> bool:
    return isinstance(piece, Noun) and bool(piece.actors)


def _of(row: list[Piece], measures: frozenset[str]) -> list[Piece]:
    """Join "40 containers of arms", "$3 million in aid", "the army of Chad"; what frames know keeps its "of"."""
    found: list[Piece] = []
    number = 0
    while number < len(row):
        piece = row[number]
        before = found[-1] if found else None
        if (
            piece.word in JOINING
            and piece.kind == PREPOSITION
            and isinstance(before, Noun)
            and number + 1 < len(row)
            and isinstance(after := row[number + 1], Noun)
            and _one(before, piece.word, after, measures)
        ):
            join(before, after)
            number += 2
        else:
            found.append(piece)
            number += 1
    return found


def _one(before: Noun, preposition: str, after: Noun, measures: frozenset[str]) -> bool:
    if after.pronoun or before.pronoun:
        return False
    if preposition == "of":
        if before.noun is not None and not (before.amounts and not before.items and before.noun in measures):
            return False
        if after.amounts and before.amounts:
            return False
        if before.amounts and not before.items:
            return not before.bare_actor
        if before.word in measures:
            return True
        return "agent" in before.standing and not before.actors and after.bare_actor
    if preposition in ("in", "worth"):
        money = before.amounts and before.amounts[-1].role == "money" and not before.items
        return bool(money) and not after.actors and bool(after.items or "goods" in after.passing)
    return False


def _adjectives(row: list[Piece]) -> list[Piece]:
    """Join "Chinese and Russian arms": the first adjective belongs to what the second stands before."""
    found: list[Piece] = []
    for piece in row:
        if (
            isinstance(piece, Noun)
            and piece.actors
            and piece.actors[0].mention.by == "adjective"
            and len(found) > 1
            and found[-1].kind == CONJUNCTION
            and isinstance(before := found[-2], Noun)
            and before.adjective_alone
        ):
            piece.actors = before.actors + piece.actors
            piece.first = before.first
            del found[-2:]
            while (
                len(found) > 1
                and found[-1].kind == COMMA
                and isinstance(more := found[-2], Noun)
                and more.adjective_alone
            ):
                piece.actors = more.actors + piece.actors
                piece.first = more.first
                del found[-2:]
        found.append(piece)
    return found


def _beside(row: list[Piece]) -> list[Piece]:
    """Drop what stands in apposition between commas: "Shin, the minister, said", "the minister, Shin, said"."""
    found: list[Piece] = []
    number = 0
    while number < len(row):
        piece = row[number]
        if (
            piece.kind == COMMA
            and found
            and isinstance(before := found[-1], Noun)
            and number + 2 < len(row)
            and isinstance(after := row[number + 1], Noun)
        ):
            end = number + 2
            while (
                end + 1 < len(row)
                and row[end].kind == PREPOSITION
                and row[end + 1].kind == NOUN
                and end < number + 8
            ):
                end += 2
            if end < len(row) and row[end].kind in (COMMA, VERB) and _same(before, after, row, end):
                if not before.actors or (after.named_last and not before.named_last):
                    before.actors = before.actors + after.actors
                    before.last = max(before.last, after.last) if after.named_last else before.last
                number = end + (row[end].kind == COMMA)
                continue
        found.append(piece)
        number += 1
    return found


def _same(before: Noun, after: Noun, row: list[Piece], end: int) -> bool:
    """Tell whether one phrase says again whom the one before it names."""
    if row[end].kind == COMMA and end + 1 < len(row) and row[end + 1].kind not in (VERB, CONJUNCTION, "R"):
        return False
    if after.amounts or after.items or before.amounts or before.items:
        return False
    person = bool(before.actors) and before.actors[-1].mention.by == "person"
    role = "agent" in after.passing and not after.bare_actor
    other = (
        "agent" in before.passing
        and not before.named_last
        and after.named_last
        and after.actors[-1].mention.by == "person"
    )
    return (person and (role or (not after.actors and after.definite))) or other


def _rows_of_actors(row: list[Piece]) -> list[Piece]:
    """Join "Norway, Sweden and Denmark" to one phrase of three actors."""
    found: list[Piece] = []
    for number, piece in enumerate(row):
        if not isinstance(piece, Noun):
            found.append(piece)
            continue
        members = _members(found, piece) if _actor(piece) else []
        cut = len(found) - 2 * len(members) - (1 if members and found[-2].kind == COMMA else 0)
        if len(members) > 1 and _leads(found, cut) and is_subject(row, number):
            members, cut = members[1:], cut + 2
        if not members or (cut > 0 and _starts_clause(found, cut, row, number)):
            found.append(piece)
        else:
            del found[cut:]
            found.append(_row([*members, piece]))
    return found


def _members(found: list[Piece], last: Noun) -> list[Noun]:
    """Return the actors of a row before its last, which a conjunction joins to them."""
    at = len(found) - 1
    if at < 1 or found[at].kind != CONJUNCTION or last.pronoun:
        return []
    at -= 2 if found[at - 1].kind == COMMA else 1
    members: list[Noun] = []
    while at >= 0 and isinstance(noun := found[at], Noun) and _actor(noun):
        members.insert(0, noun)
        if at < 2 or found[at - 1].kind != COMMA:
            break
        at -= 2
    return members


def _starts_clause(found: list[Piece], cut: int, row: list[Piece], number: int) -> bool:
    """Tell whether the last actor of a row begins a clause: "to Ukraine, and Slovakia sent jets"."""
    if (
        found[cut - 1].word == "between"
        or found[cut - 1].kind not in (PREPOSITION, VERB)
        or not any(each.kind == VERB for each in found[:cut])
    ):
        return False
    return is_subject(row, number)


def _leads(found: list[Piece], cut: int) -> bool:
    """Tell whether the first of a row only leads the clause: "according to Reuters, Mali and Chad signed"."""
    return cut > 0 and (found[cut - 1].word == "according to" or (cut == 1 and found[0].kind == PREPOSITION))


def _actor(noun: Noun) -> bool:
    if noun.amounts or noun.nouns or noun.pronoun or (noun.items and not noun.bare_actor):
        return False
    if not noun.actors:
        return False
    return noun.named_last or "agent" in noun.standing


def _row(members: list[Noun]) -> Noun:
    joined = Noun(members[0].first)
    for each in members:
        joined.actors += each.actors
        joined.places += each.places
        joined.passing = joined.passing | each.passing
        joined.parts += each.parts or (each,)
    joined.last = members[-1].last
    joined.word = members[-1].word
    joined.standing = members[-1].standing
    return joined
