"""Participles that say more on the phrase before them, as a shortened relative clause: "drones sent by Iran"."""

from __future__ import annotations

from osintkp.reading.clauses.leftward import head_of
from osintkp.reading.clauses.pieces import COMMA, CONJUNCTION, PREPOSITION, Noun, Piece, Verb
from osintkp.reading.clauses.sorts import sort_of
from osintkp.reading.clauses.walking import Beside

ASIDE = 4


def is_reduced(row: list[Piece], number: int, verb: Verb, after: Beside) -> bool:
    """
    Tell whether a past form is a participle that says more on the phrase before it: "drones sent by Iran".

    Args:
        row: The pieces of the sentence.
        number: The place of the verb.
        verb: The verb.
        after: What stands after it.
    """
    if not verb.bare or "n" not in verb.forms or number == 0:
        return False
    before = row[number - 1]
    if before.kind == COMMA:
        given = any(each.preposition == "by" and _is_party(each.noun) for each in after.governed)
        return not after.objects and (
            _over_aside(row, number) is not None or (given and _before_comma(row, number) is not None)
        )
    if not isinstance(before, Noun) or before.pronoun:
        return False
    if any(each.preposition == "by" and _is_party(each.noun) for each in after.governed):
        return True
    if after.objects or _joined(row, number):
        return False
    return sort_of(before) in ("goods", "people") or before.noun is not None or _is_headline(row, number)


def said_on(row: list[Piece], number: int) -> list[Noun]:
    """
    Return what a participle says more on: the phrase before it, or the figure that it hangs on.

    Args:
        row: The pieces of the sentence.
        number: The place of the participle.
    """
    before = row[number - 1]
    if before.kind == COMMA:
        counted = _over_aside(row, number) or _before_comma(row, number)
        return [] if counted is None else [counted]
    found = [before] if isinstance(before, Noun) else []
    at = number - 1
    head = at
    while head > 1 and row[head - 1].kind == PREPOSITION and isinstance(top := row[head - 2], Noun):
        head -= 2
        if top.amounts and sort_of(top) == "goods" and found and not found[0].amounts:
            return [top]
    while at > 1 and row[at - 1].kind == CONJUNCTION and isinstance(more := row[at - 2], Noun):
        if sort_of(more) not in ("goods", "people"):
            break
        found.insert(0, more)
        at -= 2
    return found


def _joined(row: list[Piece], number: int) -> bool:
    """Tell whether a past form shares the object of one that it is joined to: "shot down or intercepted 40 drones"."""
    if number + 3 >= len(row) or row[number + 1].kind != CONJUNCTION:
        return False
    verb, noun = row[number + 2 : number + 4]
    if not isinstance(verb, Verb) or not isinstance(noun, Noun):
        return False
    return verb.bare and "d" in verb.forms and not noun.pronoun


def _over_aside(row: list[Piece], number: int) -> Noun | None:
    """Return whom a participle says more on, with the figure before them: "the 40, mostly women, killed in Gao"."""
    before = row[number - 2] if number > 1 else None
    if isinstance(before, Noun) and before.amounts and sort_of(before) == "people":
        return before
    if number < ASIDE:
        return None
    counted, comma, people, _ = row[number - ASIDE : number]
    if not (isinstance(counted, Noun) and isinstance(people, Noun) and comma.kind == COMMA):
        return None
    if (
        not counted.amounts
        or sort_of(people) != "people"
        or (people.amounts and people.amounts != counted.amounts)
    ):
        return None
    people.amounts = counted.amounts
    return people


def _is_headline(row: list[Piece], number: int) -> bool:
    """Tell whether counted goods or people that begin a sentence are what its first verb strikes: "40 rifles for Chad seized"."""
    head = row[0]
    if not isinstance(head, Noun) or not head.amounts or sort_of(head) not in ("goods", "people"):
        return False
    return number % 2 == 1 and all(
        row[at].kind == PREPOSITION and isinstance(row[at + 1], Noun) for at in range(1, number - 1, 2)
    )


def _before_comma(row: list[Piece], number: int) -> Noun | None:
    """Return the goods that a participle after a comma says more on: "40 tonnes of flour, donated by Chad, arrived"."""
    at = head_of(row, number - 2)
    noun = row[at] if at >= 0 else None
    return noun if isinstance(noun, Noun) and sort_of(noun) == "goods" else None


def _is_party(noun: Noun) -> bool:
    return bool(noun.actors or noun.places or noun.pronoun) or "agent" in noun.standing
