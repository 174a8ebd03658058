"""Whether what a row finds can be what it tells: forces abroad, forces of one's own, what only "there are" tells."""

from __future__ import annotations

from collections.abc import Sequence

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing, has_item
from osintkp.reading.clauses.walking import Beside
from osintkp.reading.events import Slot
from osintkp.reading.frames.slots import beside_noun
from osintkp.reading.frames.told import Told

TO = frozenset(("to", "into"))
GETTING = TO | {"for", "from"}
SHIPS = "own-ships"
GIVEN = frozenset(("send", "dispatch", "transfer"))
STOPPING = frozenset(("halt", "stop"))
TRADES = frozenset(
    ("deliveries", "supplies", "supply", "exports", "imports", "sales", "transfers", "flows", "flow", "trade")
)
CHANGED = frozenset(("cut", "cut-own"))
GIVEN_TOO = frozenset(("supply", "supplies"))
OWN = frozenset(("its", "their"))
SUPPLIED = frozenset(("supply", "provide", "equip", "train"))
SIZES = frozenset(("number", "amount", "share", "cost", "price"))
LIFTED = frozenset(("deliver", "carry", "transport", "lift"))
PAYLOADS = ("technology/satellite", "technology/space", "weapons/nuclear")
MEANT = frozenset(("estimated", "alleged"))


def belongs(told: Told, verb: Verb, subject: Sequence[Noun], after: Beside, words: Sequence[str]) -> bool:
    """
    Tell whether an event is one that its row means, by the marks of the row.

    ``abroad`` wants forces outside their own state, ``existential`` a clause without a subject, ``forces`` arms that stay
    with who moves them. A loss without a figure wants more than a purpose ("to kill"), a power ("can destroy") or a
    measure ("the number of tanks"), and none is by flood or illness. Who changes imports sends none. Who supplies fighters that are named before gives them goods.

    Args:
        told: The event.
        verb: The verb.
        subject: The subject of the verb.
        after: What stands after it.
        words: The words of the text.
    """
    row = told.row
    if row.get("existential") and subject:
        return False
    if (
        row["rule"] in CHANGED
        and told.thing is not None
        and told.thing.noun.word in grammar().things["taken"] - GIVEN_TOO
    ):
        return False
    if (
        told.kind == "seizure"
        and STOPPING.intersection(verb.lemmas)
        and _trade(subject if verb.passive else after.objects)
    ):
        return False
    if told.kind == "seizure" and "block" in verb.lemmas and not told.has("amount"):
        return False
    if told.kind == "shipment" and _payload(told, verb, words):
        return False
    if told.kind == "loss" and _disaster(subject, after):
        return False
    if told.kind == "loss" and not told.has("amount") and _vague(told, verb, words):
        return False
    if told.kind == "troop_deployment" and SUPPLIED.intersection(verb.lemmas) and _supplied(told):
        return False
    if row.get("abroad") and _at_home(told):
        return False
    return not row.get("forces") or _own(told, verb.lemmas, after)


def pointing(told: Told, verb: Verb, subject: Sequence[Noun]) -> bool:
    """Tell whether a deployment points back to forces told before: "to send troops", "these soldiers went on to Gao"."""
    if told.kind != "troop_deployment":
        return False
    if not subject and verb.to:
        return True
    noun = None if told.thing is None else told.thing.noun
    definite = noun is not None and noun.definite and "troops" in noun.standing and not noun.actors
    return definite and bool(told.row.get("goes")) and bool(told.slots.keys() & {"place", "recipient"})


def counts_only(noun: Noun | None, words: Sequence[str]) -> bool:
    """Tell whether a phrase is about a number that it does not tell: "the number of the dead"."""
    return noun is not None and noun.definite and not SIZES.isdisjoint(words[noun.first : noun.last])


def _vague(told: Told, verb: Verb, words: Sequence[str]) -> bool:
    """Tell whether words without a figure tell no more than what somebody means to do, can do, or counts."""
    if counts_only(None if told.thing is None else told.thing.noun, words):
        return True
    return (verb.to and not verb.passive and told.modality not in MEANT) or verb.modal in ("can", "could")


def _payload(told: Told, verb: Verb, words: Sequence[str]) -> bool:
    """Tell whether goods are what a rocket can lift and no cargo: "a rocket capable of delivering satellites"."""
    if told.thing is None or LIFTED.isdisjoint(verb.lemmas) or "recipient" in told.slots:
        return False
    capable = "capable" in words[max(0, verb.first - 2) : verb.first]
    return capable or has_item(told.thing, PAYLOADS)


def _disaster(subject: Sequence[Noun], after: Beside) -> bool:
    """Tell whether a flood, an illness or the like is told to have killed."""
    disasters = grammar().things["disasters"]
    return any(noun.word in disasters for noun in (*subject, *(each.noun for each in after.governed)))


def _supplied(told: Told) -> bool:
    thing = told.thing
    return (
        thing is not None
        and thing.noun.definite
        and thing.amount is None
        and not told.slots.keys() & {"recipient", "place"}
    )


def _trade(objects: Sequence[Noun]) -> bool:
    """Tell whether what is stopped is a trade as a whole, and no cargo: "halted deliveries to Mali"."""
    return any(each.word in TRADES and not each.amounts for each in objects)


def _is_sea(noun: Noun) -> bool:
    """Tell whether a phrase names a place that is no state's: "the Red Sea"."""
    return bool(noun.places) and not noun.actors and all(place.state is None for place in noun.places)


def _at_home(told: Told) -> bool:
    sender, there = told.slots.get("sender"), told.slots.get("there")
    return sender is not None and there is not None and sender.value == there.value


def _own(told: Told, lemmas: Sequence[str], after: Beside) -> bool:
    """Tell whether arms stay with who moves them: they are its own, or go to no other state by name."""
    if told.thing is None:
        return False
    noun = told.thing.noun
    if noun.owner in OWN or beside_noun(noun, noun.last, owner=True) is not None:
        return True
    if told.row["rule"] == SHIPS:
        got = led_by(after.governed, GETTING)
        return after.indirect is None and not any(each.actors or each.pronoun for each in got)
    if GIVEN.intersection(lemmas):
        return any(each.preposition in TO and _is_sea(each.noun) for each in after.governed)
    return not any(each.preposition in TO and each.noun.named_last for each in after.governed)


def of_another(thing: Thing, sender: Slot | None) -> bool:
    """Tell whether forces are named as those of another than who approves: "Chad approved the dispatch of Hungarian troops"."""
    if sender is None or sender.rule != "light" or "troops" not in thing.noun.standing:
        return False
    return thing.noun.named_last or beside_noun(thing.noun, thing.noun.last, owner=False) is not None


def no_forces(noun: Noun) -> bool:
    """Tell whether a phrase is of aid or fuel, or of what carries it."""
    goods = has_item(noun, ("aid", "food", "fuel", "money"))
    return goods or noun.word in ("convoy", "convoys", "flight", "flights", "shipment", "shipments")
