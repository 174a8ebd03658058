"""Who fights whom by the words of a sentence: "the war between Eritrea and Ethiopia", "Sudan's fight against Chad"."""

from __future__ import annotations

from collections.abc import Iterator

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.subjects import Clauses
from osintkp.reading.frames.slots import side

FIGHTS = frozenset(
    (
        "war", "wars", "conflict", "fighting", "clashes", "hostilities", "battle", "battles", "combat", "ceasefire", "truce", "violence",
        "campaign", "offensive", "operation", "operations", "insurgency", "rebellion", "uprising", "attack", "attacks", "strikes",
    )
)  # fmt: skip
FIGHTING = frozenset(("fight", "battle", "clash", "face", "bomb", "attack", "invade"))
MUTUAL = frozenset(("fight", "battle", "clash"))
AGAINST = frozenset(("against", "with"))
BOTH = 2
Pair = tuple[str, str]


def foes(clauses: Clauses) -> Iterator[Pair]:
    """
    Give who fights whom by the words of a sentence.

    Args:
        clauses: The clauses of the sentence.
    """
    for number, piece in enumerate(clauses.row):
        if isinstance(piece, Noun) and piece.word in FIGHTS:
            yield from _by_noun(clauses, number, piece)
        elif isinstance(piece, Verb) and FIGHTING.intersection(piece.lemmas):
            yield from _by_verb(clauses, number, piece)


def _by_noun(clauses: Clauses, number: int, noun: Noun) -> Iterator[Pair]:
    for preposition, other in clauses.after_noun(number)[0]:
        if preposition == "between":
            yield from _pair(_named(other))
        elif preposition in AGAINST:
            before = clauses.row[number - 1] if number else None
            sides = [noun] if noun.actors else clauses.subject(number - 1) if isinstance(before, Verb) else []
            yield from _pair([*(name for each in sides for name in _named(each)[:1]), *_named(other)])


def _by_verb(clauses: Clauses, number: int, verb: Verb) -> Iterator[Pair]:
    first = [name for noun in clauses.subject(number) for name in _named(noun)]
    after = clauses.after(number)
    beside = AGAINST if MUTUAL.intersection(verb.lemmas) else ("against",)
    against = led_by(after.governed, beside)
    second = [name for noun in (*after.objects, *against) for name in _named(noun)]
    yield from _pair(first + second if len(first) < BOTH else first)


def _named(noun: Noun) -> list[str]:
    values = [side(each.mention) for each in noun.actors]
    return [*dict.fromkeys(each for each in values if each is not None)]


def _pair(sides: list[str]) -> Iterator[Pair]:
    if len(set(sides)) == len(sides) == BOTH:
        yield sides[0], sides[1]
