"""The blow that a relative clause tells the losses of: "the raid on a Chadian convoy in which 12 soldiers were killed"."""

from __future__ import annotations

from osintkp.reading.clauses.governed import Governed
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import CONJUNCTION, PREPOSITION, RELATIVE, VERB, Noun, Verb
from osintkp.reading.frames.matching import Matching

STRUCK = frozenset(("on", "against"))
ON_WHOM = frozenset(("ambush", "shelling", "bombing", "bombardment", "strafing", "killing", "massacre"))
FAR = 12


def blow(matching: Matching, number: int) -> list[Noun]:
    """
    Return the phrase for the blow in which, or during which, a verb tells that somebody was killed; empty for none.

    Args:
        matching: The sentence.
        number: The place of the verb.
    """
    row, attacks = matching.row, grammar().things["attacks"]
    at = number - 1
    if at < 1 or not isinstance(row[at], Noun):
        return []
    at -= 1
    if row[at].kind != RELATIVE or not (
        row[at].word == "where"
        or (at > 0 and row[at - 1].kind == PREPOSITION and row[at - 1].word in ("in", "during"))
    ):
        return []
    for piece in reversed(row[max(0, at - FAR) : at]):
        if isinstance(piece, Noun) and piece.word in attacks:
            return [piece]
        if piece.kind == VERB:
            return []
    return []


def joined_governed(matching: Matching, number: int) -> list[Governed]:
    """
    Return what stands behind the verb that another of the same sort is joined to: "40 killed and 30 hurt in a raid".

    Args:
        matching: The sentence.
        number: The place of the first verb.
    """
    row = matching.row
    if number + 3 >= len(row) or row[number + 1].kind != CONJUNCTION:
        return []
    noun, verb = row[number + 2 : number + 4]
    if (
        not isinstance(noun, Noun)
        or not isinstance(verb, Verb)
        or noun.actors
        or not (verb.bare or verb.passive)
    ):
        return []
    lost = grammar().rows_of(verb.lemmas)[0]
    return (
        list(matching.clauses.after(number + 3).governed)
        if any(each["kind"] == "loss" for each in lost)
        else []
    )
