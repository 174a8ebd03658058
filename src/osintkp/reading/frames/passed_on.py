"""What a verb passes on: the goods of its phrases, what deliveries and carriers hold, the figure that they are brought to."""

from __future__ import annotations

from collections.abc import Sequence

from osintkp.reading.clauses.governed import led_by, past_governed
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing, has_item
from osintkp.reading.frames.holding import aboard, held
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.sides import Sides
from osintkp.reading.frames.told import Row

LOADED = frozenset(("carry", "transport", "haul", "contain", "load", "lade", "ferry", "bring", "smuggle"))
STOPPED = ("loss", "seizure")
CARRIERS = ("ships", "aircraft", "vehicles/truck")


def passed(matching: Matching, row: Row, sides: Sides, parts: Sequence[Noun]) -> list[Thing]:
    """
    Return what is passed on, with what it carries where it is stopped or lost, and counted carriers.

    Args:
        matching: The sentence.
        row: The row of the frame table.
        sides: The phrases beside the verb, by field.
        parts: Phrases that are parts of what stands before them.
    """
    sorting, known = matching.ground.sorting, matching.ground.grammar.nouns_of(row["family"])
    phrases = _phrases(matching, row, sides, known)
    if not phrases:
        return []
    found = sorting.things(row["thing"], phrases, known, parts)
    if row["kind"] == "seizure" and not found:
        found = [Thing(each, None, each.items, each.last) for each in phrases if _is_ship(each)]
    if row["kind"] == "loss" and row["thing"] == "goods" and any(each.amount is not None for each in found):
        found = [each for each in found if each.amount is not None]
    if row.get("carries") and found:
        carriers = [
            Thing(noun, noun.amounts[-1], noun.items, noun.last)
            for field, each in sides
            if field == "sender"
            for noun in each
            if noun.amounts and "carrier" in noun.standing
        ]
        if carriers and not any(each.amount is not None for each in found):
            items = [item for each in found for item in each.items]  # "five tankers carrying fuel" is fuel
            matching.wholes |= {id(each.noun): found[0].noun for each in carriers}
            return [each._replace(items=items or each.items, last=found[-1].last) for each in carriers]
        found += carriers
    return found


def _is_ship(noun: Noun) -> bool:
    """Tell whether a phrase is a ship with its name: "the tanker Stena"."""
    return "carrier" in noun.passing and has_item(noun, CARRIERS)


def figured(matching: Matching, row: Row, things: list[Thing], sides: Sides) -> list[Thing]:
    """
    Give goods the figure that they are brought to: "aid was cut to $3 million".

    Args:
        matching: The sentence.
        row: The row of the frame table.
        things: What is passed on.
        sides: The phrases beside the verb, by field.
    """
    if not row.get("figures") or not things or any(each.amount for each in things):
        return things
    sorting = matching.ground.sorting
    told = [
        each
        for field, nouns in sides
        if field in ("recipient", "figure", "sender")
        for noun in nouns
        if field != "sender" or not noun.actors
        for each in noun.amounts
        if sorting.counts_goods(each) or (row["thing"] == "strength" and each.role == "count")
    ]
    return [things[0]._replace(amount=each) for each in told] or things


def _phrases(matching: Matching, row: Row, sides: Sides, known: frozenset[str]) -> list[Noun]:
    """Return the phrases that can tell what is passed on."""
    nouns = [noun for field, each in sides if field == "thing" for noun in each]
    if row["kind"] in STOPPED:
        carried = [more for noun in nouns for more in _carried(matching, noun)]
        if carried and matching.ground.sorting.goods(carried):
            return [noun for noun in nouns if noun.amounts or "carrier" not in noun.standing] + carried
    elif row["kind"] == "shipment" and row["thing"] == "goods":
        nouns = [more for noun in nouns for more in _held(matching, noun, known)]
        if row.get("goes"):
            return [more for noun in nouns for more in _going(matching, noun)]
    return nouns


def _going(matching: Matching, noun: Noun) -> list[Noun]:
    """Return what goes with a carrier, each with the carrier in mind; a convoy of relief goes itself."""
    if matching.ground.sorting.is_convoy(noun) and not noun.amounts:
        return [noun]
    load = aboard(noun, _carried(matching, noun))
    matching.wholes |= {id(each): noun for each in load if each is not noun and not each.actors}
    return load


def _held(matching: Matching, noun: Noun, known: frozenset[str]) -> list[Noun]:
    """Return what a delivery is made of, each with the delivery in mind."""
    if noun.noun not in known:
        return [noun]
    inside = held(noun, matching.place(noun), matching.clauses, matching.ground.sorting)
    matching.wholes |= {id(each): noun for each in inside if each is not noun}
    return inside


def _carried(matching: Matching, noun: Noun) -> list[Noun]:
    """Return what a carrier is said to carry: "two trucks from Chad carrying rifles", "a ship with 40 rifles"."""
    row = matching.row
    at = past_governed(row, matching.place(noun) + 1)
    verb = row[at] if at < len(row) else None
    if not isinstance(verb, Verb) or LOADED.isdisjoint(verb.lemmas):
        governed, _, _ = matching.clauses.after_noun(matching.place(noun))
        return [each.noun for each in governed if each.preposition == "with" and each.noun.amounts]
    after = matching.clauses.after(at)
    return after.objects or led_by(after.governed, ("with",))
