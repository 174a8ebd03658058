"""Where a seized ship was from or bound, as a clause on it tells: "seized a tanker that had left Venezuela for Cuba"."""

from __future__ import annotations

from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import COMMA, PREPOSITION, RELATIVE, Noun, Verb
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of
from osintkp.reading.frames.told import Told

LEFT = frozenset(("leave", "depart", "exit"))
FROM = frozenset(("depart", "sail", "come", "set out", "set off", "travel", "return", "fly", "arrive", "originate", "load", "set sail", "hail"))  # fmt: skip
AT = frozenset(("dock", "load", "call", "anchor", "berth", "moor", "fill up", "stop"))
TO = frozenset(
    ("head", "sail", "travel", "bind", "destine", "depart", "leave", "fly", "route", "bring", "take")
)
PLACED = ("in", "at")
TOWARDS = ("to", "for", "towards", "toward")
SURE = 0.6
REACH = 8


def sailed(matching: Matching, told: Told) -> None:
    """
    Fill where the cargo of a seized ship came from and went to, from the clauses on the ship.

    Args:
        matching: The sentence.
        told: The seizure.
    """
    thing = told.thing
    if thing is None or "carrier" not in thing.noun.standing | thing.noun.passing:
        return
    row, at = matching.row, matching.place(thing.noun) + 1
    clause = False
    for number in range(at, min(len(row), at + REACH)):
        piece = row[number]
        if isinstance(piece, Verb):
            if not (clause or piece.ing or row[number - 1] is thing.noun or row[number - 1].kind == COMMA):
                return
            _take(matching, told, number, piece)
            clause = clause and "be" in piece.lemmas
        elif piece.kind == RELATIVE:
            clause = True
        elif not isinstance(piece, Noun) and piece.kind not in (PREPOSITION, COMMA):
            return


def _take(matching: Matching, told: Told, number: int, verb: Verb) -> None:
    """Fill the sides from what stands beside a verb of sailing, loading or heading."""
    after = matching.clauses.after(number)
    lemmas = frozenset(verb.lemmas)
    if lemmas & LEFT:
        for each in after.objects:
            _fill(matching, told, "sender", each)
    for preposition, noun in after.governed:
        started = (preposition == "from" and lemmas & FROM) or (preposition in PLACED and lemmas & AT)
        if started:
            _fill(matching, told, "sender", noun)
        elif preposition in TOWARDS and lemmas & TO:
            _fill(matching, told, "recipient", noun)


def _fill(matching: Matching, told: Told, field: str, noun: Noun) -> None:
    if not (noun.places or noun.actors) or noun.word in grammar().things["attacks"]:
        return
    slot = actors_of(noun, matching.ground.tokens)
    taken = {each.value for each in told.slots.values()}
    if slot is not None and isinstance(slot.value, str) and slot.value not in taken:
        slot.rule, slot.confidence = "sailed", min(slot.confidence, SURE)
        told.slots.setdefault(field, slot)
