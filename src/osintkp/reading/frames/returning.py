"""There and back: tankers that make trips to Libya and carry fuel back tell of fuel from Libya; "aid in return for arms"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of, beside_noun
from osintkp.reading.frames.told import PARTIES, Told

BACK: Final = frozenset(("back", "home"))
WITHIN: Final = 6
TURNED: Final = 0.7
TRIPS: Final = frozenset(("voyage", "trip", "journey", "sailing"))
ELSEWHERE: Final = ("paragraph", "document", "scene")


def returned(matching: Matching) -> None:
    """Turn trips round whose carriers bring goods back from where they go to."""
    for trip in [each for each in matching.told if _is_trip(each)]:
        cargo = next((each for each in matching.told if _brings_back(matching, trip, each)), None)
        away = trip.slots.get("recipient")
        carriers = _carriers(matching, trip)
        if cargo is None or away is None or carriers is None:
            continue
        home = _home(matching, carriers, cargo)
        counted = _counted(matching, trip, cargo, carriers)
        if home is None or home.value == away.value:
            continue
        for each in (trip, cargo, *counted):
            each.slots["sender"] = _turned(away)
            each.slots["recipient"] = _turned(home)
        if trip.thing is not None and cargo.thing is not None:
            trip.thing = trip.thing._replace(items=cargo.thing.items)


def _is_trip(told: Told) -> bool:
    """Tell whether an event counts trips, whichever row told it."""
    amount = None if told.thing is None else told.thing.amount
    return told.row["rule"] == "trip" or (
        told.kind == "shipment" and amount is not None and amount.unit in TRIPS
    )


def _turned(slot: Slot) -> Slot:
    return Slot(value=slot.value, start=slot.start, end=slot.end, rule="back", confidence=TURNED)


def _brings_back(matching: Matching, trip: Told, each: Told) -> bool:
    """Tell whether an event after a trip says that goods are brought back on it."""
    at = each.trigger[1]
    words = matching.ground.tokens.words[at + 1 : at + 1 + WITHIN]
    clause = words[: next((n for n, word in enumerate(words) if word in (",", ";", ".")), len(words))]
    return each.kind == trip.kind and at > trip.trigger[1] and not BACK.isdisjoint(clause)


def _carriers(matching: Matching, trip: Told) -> Noun | None:
    """Return the phrase for what makes a trip: the subject of the verb that the trip is the object of."""
    row = matching.row
    number = matching.piece_at(trip.trigger[0]) or 0
    governor = number if isinstance(row[number], Verb) else matching.governor(number)
    if governor is None or not isinstance(row[governor], Verb):
        return None
    subject = matching.clauses.subject(governor)
    return next((each for each in subject if "carrier" in each.standing), None)


def _home(matching: Matching, carriers: Noun, cargo: Told) -> Slot | None:
    """Return where carriers come from: who owns them, else where their cargo goes to."""
    for owner in (True, False):
        slot = beside_noun(carriers, carriers.last, owner=owner)
        if slot is not None:
            return slot
    return actors_of(carriers, matching.ground.tokens) or cargo.slots.get("recipient")


def _counted(matching: Matching, trip: Told, cargo: Told, carriers: Noun) -> list[Told]:
    """Return the events that count the carriers themselves, with one made where there is none."""
    found = [each for each in matching.told if each.thing is not None and each.thing.noun is carriers]
    if found or not carriers.amounts:
        return found
    items = cargo.thing.items if cargo.thing is not None else carriers.items
    told = Told(
        trip.row, "carriers", trip.trigger, Thing(carriers, carriers.amounts[-1], items, carriers.last)
    )
    told.modality, told.negated = trip.modality, trip.negated
    if matching.keep(told):
        found.append(told)
    return found


def bargained(told: list[Told], ground: Ground) -> None:
    """
    Turn round one side of a bargain whose two sides were filled from one pair: "aid in return for arms shipments".

    The side keeps its direction whose sort of goods the text tells in full between the two.
    """
    known = {
        (_side(each, "sender"), _side(each, "recipient"), _class(each, ground))
        for each in told
        if each.thing is not None and not _looked_for(each)
    }
    for back in told:
        if not back.back or not _looked_for(back):
            continue
        for each in [one for one in of_sentence(told, back.sentence) if one is not back]:
            pair = (_side(back, "sender"), _side(back, "recipient"))
            if not _looked_for(each) or (_side(each, "sender"), _side(each, "recipient")) != pair:
                continue
            mine, its = (*pair, _class(each, ground)) in known, (*pair, _class(back, ground)) in known
            if mine is not its:
                _turn(back if mine else each)
                each.against = back


def of_sentence(told: Sequence[Told], sentence: int) -> Sequence[Told]:
    """Return the events of one sentence, of those of a text in order."""
    first = bisect_left(told, sentence, key=_sentence)
    return told[first : bisect_right(told, sentence, first, key=_sentence)]


def _sentence(told: Told) -> int:
    return told.sentence


def _looked_for(told: Told) -> bool:
    """Tell whether both sides of an event were filled from elsewhere in the text."""
    return all(field in told.slots and told.slots[field].rule in ELSEWHERE for field in PARTIES)


def _side(told: Told, field: str) -> object:
    slot = told.slots.get(field)
    return None if slot is None else slot.value


def _class(told: Told, ground: Ground) -> str:
    return "" if told.thing is None else ground.sorting.class_of(told.thing.noun)


def _turn(told: Told) -> None:
    sender, recipient = told.slots["sender"], told.slots["recipient"]
    told.slots["sender"], told.slots["recipient"] = recipient, sender
