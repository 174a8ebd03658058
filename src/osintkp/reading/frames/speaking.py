"""Who speak to each other, without a word for a meeting: "the generals of Mali and Niger will speak on Monday"."""

from __future__ import annotations

import attrs

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.pieces import Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.frames.bonds import Bond
from osintkp.reading.frames.told import Slots

TALK = frozenset(("speak", "talk", "confer"))
PUBLIC = frozenset(("out", "up", "of", "for", "against", "to", "about", "at", "before", "like", "as"))


def spoken(bond: Bond, number: int, verb: Verb) -> tuple[Slots, Thing | None] | None:
    """
    Return who speak to each other, and how often; None where a verb tells that they speak to others, or of something.

    Args:
        bond: The sentence read for those who meet.
        number: The place of the verb.
        verb: The verb.
    """
    after = bond.matching.clauses.after(number)
    often = next((each for each in after.objects if each.word == "times" and each.amounts), None)
    if not TALK.intersection(verb.lemmas) or verb.passive or (after.objects and often is None):
        return None
    behind = bond.tokens.words[verb.last + 1 : verb.last + 2]
    if often is None and not PUBLIC.isdisjoint(behind):
        return None
    if any(each.preposition in PUBLIC or each.noun.word == "condition" for each in after.governed):
        return None
    slots: Slots = {}
    bond.add(bond.matching.clauses.subject(number), slots)
    bond.add(led_by(after.governed, ("with",)), slots)
    for field in ("some", "pair"):
        slots.pop(field, None)
    if often is None:
        return slots, None
    return slots, Thing(often, attrs.evolve(often.amounts[-1], unit="meeting"), (), often.last)
