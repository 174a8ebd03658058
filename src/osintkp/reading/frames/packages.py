"""What the sale or cargo of a sentence before is said to include or to cost: "The package also includes 40 trucks"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, takewhile
from typing import Final

import attrs

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.frames.including import INCLUDING
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.stopping import HAULS
from osintkp.reading.frames.told import Told

DEALS: Final = frozenset(
    (
        "package", "packages", "deal", "contract", "sale", "order", "agreement", "purchase", "proposal", "procurement",
        "donation", "delivery", "shipment", "consignment", "cargo", "tranche", "batch", "aid", "assistance", "transaction",
    )
)  # fmt: skip
STOPPED: Final = frozenset(
    (
        "cargo",
        "shipment",
        "consignment",
        "load",
        "contraband",
        "items",
        "seizure",
        "stash",
        "trove",
        "arsenal",
        "stockpile",
    )
)
PRICES: Final = frozenset(("cost", "value", "price", "worth"))
HAS: Final = frozenset(("have", "feature", "carry"))
VAGUE: Final = ("equipment", "aid", "weapons", None)
PRICED: Final = DEALS | HAULS
INVOLVE: Final = "involve"
FAR: Final = 3
FARTHER: Final = 12
CARRIED_ON: Final = 0.6
FIELDS: Final = ("sender", "recipient", "actor", "place")


def packaged(matching: Matching, before: Sequence[Told], sentence: int) -> None:
    """
    Find what a sentence says to be in, or to be paid for, what was sold, sent or seized before it.

    Args:
        matching: The sentence.
        before: What the sentences before it tell.
        sentence: The number of the sentence.
    """
    for number, piece in matching.verbs:
        if piece.negated:
            continue
        involves = INVOLVE in piece.lemmas
        if involves and piece.passive:
            continue  # "was involved in smuggling": nothing is told to be in it
        includes = not INCLUDING.isdisjoint(piece.lemmas)
        if not (includes or "be" in piece.lemmas or not HAS.isdisjoint(piece.lemmas)):
            continue
        subject = next(iter(matching.clauses.subject(number)), None)
        lead = _lead(matching, subject, number, before, sentence)
        if lead is None or subject is None:
            continue
        after = matching.clauses.after(number)
        told = ("of",) if includes else ("worth", "at")
        objects = after.objects or led_by(after.governed, told)
        if includes or _fits_out(matching, subject, lead, piece):
            for thing in matching.ground.sorting.goods(objects):
                named = thing.amount is not None or any(each.path not in VAGUE for each in thing.items)
                named = named and not (involves and thing.amount is None)
                if named and (thing.amount is None or thing.amount.role != "money"):
                    _add(matching, lead, (piece.head, piece.last), thing)
        if not includes and (subject.word in PRICED or not PRICES.isdisjoint(_words(matching, subject))):
            _price(matching, lead, piece, objects)


def _words(matching: Matching, noun: Noun) -> list[str]:
    return matching.ground.tokens.words[noun.first : noun.last + 1]


def _lead(
    matching: Matching, subject: Noun | None, number: int, before: Sequence[Told], sentence: int
) -> Told | None:
    """Return the sale, delivery or seizure that a subject points back to; None for none."""
    if subject is None or subject.none or not subject.definite or subject.named_last:
        return None
    first = matching.ground.tokens.starts[matching.row[number].first]
    far = FARTHER if subject.word in HAULS else FAR
    near = takewhile(lambda each: sentence - each.sentence <= far, reversed(before))
    own = [each for each in matching.told if matching.ground.tokens.starts[each.trigger[0]] < first]
    kinds = ("seizure",) if subject.word in HAULS else ("shipment", "seizure")
    lead = next((each for each in chain(reversed(own), near) if each.kind in kinds and _leads(each)), None)
    if lead is None or lead.negated:
        return None
    known = DEALS | PRICES if lead.kind == "shipment" else STOPPED | HAULS
    goods = bool(subject.items) and not (subject.actors or subject.places)
    return lead if goods or not known.isdisjoint((subject.word, *_words(matching, subject)[-1:])) else None


def _leads(told: Told) -> bool:
    """Tell whether an event is a sale, delivery or seizure of which a side is told."""
    return told.open or bool({"sender", "recipient", "actor"} & told.slots.keys())


def _fits_out(matching: Matching, subject: Noun, lead: Told, verb: Verb) -> bool:
    """Tell whether a sentence says what each of the goods sold will have: "the six drones will each have two radars"."""
    if lead.kind != "shipment" or lead.thing is None or HAS.isdisjoint(verb.lemmas):
        return False
    governed = matching.clauses.after_noun(matching.place(subject))[0]
    own = [each.path for noun in (subject, *(each.noun for each in governed)) for each in noun.items]
    return any(each.path in own for each in lead.thing.items if each.path)


def _price(matching: Matching, lead: Told, verb: Verb, objects: Sequence[Noun]) -> None:
    """Add what is paid: "the total cost is $3 million"."""
    items = lead.thing.items if lead.thing is not None else ()
    for noun in objects[:1]:
        for amount in noun.amounts[:1]:
            if amount.role == "money":
                _add(matching, lead, (verb.head, verb.last), Thing(noun, amount, items, noun.last))


def _add(matching: Matching, lead: Told, trigger: tuple[int, int], thing: Thing) -> None:
    told = Told(lead.row, "package", trigger, thing)
    told.slots = {
        field: attrs.evolve(
            slot, rule="package", confidence=min(slot.confidence, CARRIED_ON), start=None, end=None
        )
        for field, slot in lead.slots.items()
        if field in FIELDS
    }
    told.modality, told.open = lead.modality, lead.open
    matching.keep(told)
