"""What stands beside a loss in a place of several meanings: whose side it was on, who struck, or where it was."""

from __future__ import annotations

import attrs

from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import Noun
from osintkp.reading.clauses.things import has_item
from osintkp.reading.events import Slot
from osintkp.reading.frames.slots import beside_noun
from osintkp.reading.names.board import is_state

BY_WEAPON = 0.5
SIDES = frozenset(("side", "sides"))
THROWN = ("missiles", "munitions", "aircraft/uncrewed")


def field_of(field: str, noun: Noun) -> str:
    """
    Return the field that a phrase fills beside a loss.

    Args:
        field: ``side`` for "on its side" or a place, ``scene`` for "in a Sudanese raid" or a place; any other as it is.
        noun: The phrase.
    """
    if field == "side":
        return "actor" if noun.word in SIDES else "place"
    if field == "scene":
        return "by" if noun.word in grammar().things["attacks"] else "place"
    return field


def striker(noun: Noun) -> Slot | None:
    """
    Return who struck by a phrase for the blow or the weapon: "Ukraine's strikes", "a Turkish jet"; None for none.

    A missile or a drone is often one state's make and another's blow, so the adjective of a state tells nobody.
    """
    owner = beside_noun(noun, noun.last, owner=True)
    if owner is not None:
        return owner
    slot = beside_noun(noun, noun.last, owner=False)
    thrown = has_item(noun, THROWN)
    if slot is None or (thrown and _of_state(slot)):
        return None
    return attrs.evolve(slot, confidence=min(slot.confidence, BY_WEAPON))


def sending(noun: Noun) -> Slot | None:
    """Return whose mission a phrase names: "Uganda's mission", "the Kenyan contingent"; None for another phrase."""
    if noun.word not in grammar().things["missions"]:
        return None
    return beside_noun(noun, noun.last, owner=True) or beside_noun(noun, noun.last, owner=False)


def helped(noun: Noun) -> Slot | None:
    """Return whose people a phrase names that are given something: "the Syrian refugees"; None for another phrase."""
    if "people" not in noun.standing or noun.items:
        return None
    return beside_noun(noun, noun.last, owner=False) or beside_noun(noun, noun.last, owner=True)


def _of_state(slot: Slot) -> bool:
    values = slot.value if isinstance(slot.value, tuple) else (slot.value,)
    return any(isinstance(each, str) and is_state(each) for each in values)
