"""Weapons stopped in their flight, which are lost, and cargoes of them stopped on their way, which are seized."""

from __future__ import annotations

from osintkp.reading.clauses.things import has_item
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.struck import THROWN
from osintkp.reading.frames.told import Told

FLYING = ("missiles", "munitions", "aircraft")
FLIGHT = frozenset(("cross", "cross into", "enter", "fly", "land"))
MOVED = "transfer.go/"
RULE = "loss.intercept/"
FREIGHT = frozenset((
    "shipment", "shipments", "consignment", "consignments", "cargo", "cargoes", "smuggled", "smuggling", "smugglers", "smuggler", "dhow", "dhows", "vessel",
    "ship", "boat", "boats", "vessels", "customs", "container", "containers", "truck", "trucks", "lorry", "crates", "crate", "hidden", "concealed", "aboard",
    "trafficking", "traffickers", "parts", "components", "checkpoint", "police", "contraband", "warehouse", "haul", "cache",
))  # fmt: skip


def downed(matching: Matching) -> None:
    """
    Keep one of the two events that the interception of weapons tells: the loss in flight, or the seizure of a cargo.

    Args:
        matching: The sentence.
    """
    lost = [each for each in matching.told if each.rule.startswith(RULE)]
    if not lost:
        return
    cargo = _is_freight(matching)
    for each in lost:
        twins = [other for other in matching.told if other.kind == "seizure" and _same(each, other)]
        gone = [each] if cargo else twins
        matching.told = [told for told in matching.told if not any(told is one for one in gone)]


def flown(matching: Matching) -> None:
    """
    Drop weapons and aircraft that only fly from what is told as shipped: "drones heading towards Khartoum", "a jet landing".

    Args:
        matching: The sentence.
    """
    if any(each.rule.startswith(MOVED) for each in matching.told):
        matching.told = [each for each in matching.told if not _flies(matching, each)]


def _flies(matching: Matching, told: Told) -> bool:
    """Tell whether what moves by itself is a weapon in its flight, or an aircraft that goes nowhere."""
    if not told.rule.startswith(MOVED) or told.thing is None:
        return False
    if not has_item(told.thing, FLYING):
        return False
    if not has_item(told.thing, THROWN):
        return not {"recipient", "destination"} & told.slots.keys()
    found = matching.verb_at(told.trigger[0])
    if found is None or _is_freight(matching):
        return False
    number, verb = found
    toward = any(
        each.preposition in ("toward", "towards") for each in matching.clauses.after(number).governed
    )
    return toward or not FLIGHT.isdisjoint(verb.lemmas)


def _is_freight(matching: Matching) -> bool:
    """Tell whether a sentence speaks of cargoes or of those who stop them."""
    row = matching.row
    return not FREIGHT.isdisjoint(matching.ground.tokens.words[row[0].first : row[-1].last + 1])


def _same(one: Told, other: Told) -> bool:
    """Tell whether two events stand on one verb, or pass on one phrase."""
    if one.trigger == other.trigger:
        return True
    return one.thing is not None and other.thing is not None and one.thing.noun is other.thing.noun
