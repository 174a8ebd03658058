"""Forces that go themselves: a state that enters or invades another, that steps in, that escorts ships."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing, has_item
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of, beside_noun
from osintkp.reading.frames.told import Slots, Told, ids, pronoun, put
from osintkp.reading.names.board import is_state
from osintkp.vocabulary import actors

FAMILY, RULE = "deployment", "march"
ENTERS = frozenset(("enter", "invade", "cross into", "march into", "storm", "occupy", "roll into", "push into", "advance into", "pour into", "overrun", "re-enter"))  # fmt: skip
ATTACKS = frozenset(("invade", "occupy"))
STEPS_IN = frozenset(("intervene", "step in"))
FIGHTS = frozenset(("fight", "battle"))
ESCORTS = frozenset(("escort", "patrol", "convoy", "guard", "shadow"))
ROLLING = (
    "vehicles",
    "weapons",
    "aircraft/crewed",
    "aircraft/helicopter",
    "ships/warship",
    "ships/submarine",
)
ARMED = frozenset(("army", "armies", "military", "militaries", "navy", "navies", "coastguard", "guard", "guards", "force", "forces", "fleet", "troops", "soldiers", "fighters", "marines", "warship", "warships", "frigate", "frigates", "destroyer", "destroyers", "paratroopers", "tanks", "mercenaries", "peacekeepers", "militia", "rebels", "commandos", "units", "police"))  # fmt: skip
CARRYING = frozenset(
    ("vehicles", "vehicle", "convoy", "convoys", "column", "columns", "trucks", "planes", "aircraft")
)
MILITARY = frozenset(("military", "army", "armoured", "armored", "naval", "combat", "fighting"))
CRAFT = frozenset(("tanks", "warships", "warplanes", "jets"))
CIVIL = frozenset(("trucks", "truck", "ambulances", "cars", "car", "buses"))
THROUGH = ("in", "through", "near", "off", "across", "at", "along", "into", "around")
ADJECTIVE = 0.8


def marches(matching: Matching) -> None:
    """Find the forces that a sentence tells to go themselves."""
    for number, piece in matching.verbs:
        if piece.passive:
            continue
        if ENTERS.intersection(piece.lemmas):
            _enters(matching, number, piece)
        elif STEPS_IN.intersection(piece.lemmas):
            _steps_in(matching, number, piece)
        elif FIGHTS.intersection(piece.lemmas):
            _fights(matching, number, piece)
        elif ESCORTS.intersection(piece.lemmas):
            _escorts(matching, number, piece)


def march_words() -> frozenset[str]:
    """Return the verbs of which a sentence has one where it tells forces that go themselves."""
    return ENTERS | STEPS_IN | ESCORTS | FIGHTS


def _enters(matching: Matching, number: int, verb: Verb) -> None:
    """Take who enters a country: its own object, "Rwandan vehicles entered Congo"."""
    after = matching.clauses.after(number)
    if not after.objects:
        return
    place = actors_of(after.objects[0], matching.ground.tokens)
    where = after.objects[0]
    if place is None or not isinstance(place.value, str) or where.items or where.amounts:
        return
    if "agent" in where.standing and not where.named_last:
        return
    attacks = bool(ATTACKS.intersection(verb.lemmas))
    subject = matching.clauses.subject(number)
    if any(each.amounts for each in subject):
        return  # counted forces are told by the rows of the verbs
    sender = _goes(matching, subject, alone=attacks)
    if sender is None or place.value in ids(sender) or not is_state(actors.root(place.value)):
        return
    slots: Slots = {"sender": sender}
    put(slots, "place", [where], matching.ground.tokens)
    slots["recipient"] = attrs.evolve(place, rule="place", confidence=ADJECTIVE)
    for noun in matching.clauses.subject(number):
        matching.forbid(noun)
    _tell(matching, number, verb, slots)


def _steps_in(matching: Matching, number: int, verb: Verb) -> None:
    """Take who steps in with forces: "France intervened in Chad"."""
    after = matching.clauses.after(number)
    subject = matching.clauses.subject(number)
    sender = _goes(matching, subject, alone=True)
    if sender is None or after.objects:
        return
    words = matching.ground.tokens.words[verb.last + 1 : verb.last + 2]
    slots: Slots = {"sender": sender}
    put(slots, "place", led_by(after.governed, ("in",)), matching.ground.tokens)
    there = slots.get("there")
    forces = words == ["militarily"] or any("troops" in each.standing for each in subject)
    if there is not None and there.value not in ids(sender):
        slots["recipient"] = there
    elif not forces and (not after.dates or "place" in slots or after.governed):
        return
    _tell(matching, number, verb, slots, back=True)


def _fights(matching: Matching, number: int, verb: Verb) -> None:
    """Take whose army fights abroad: "members of the Burundian army are fighting the rebels in Congo"."""
    after = matching.clauses.after(number)
    if not after.objects:
        return  # without an object the rows of the verbs tell it
    subject = matching.clauses.subject(number)
    for noun in subject[:1]:
        if noun.word == "members":
            around, _, _ = matching.clauses.after_noun(matching.place(noun))
            subject = led_by(around, ("of",))
    sender = _goes(matching, subject, alone=False)
    slots: Slots = {} if sender is None else {"sender": sender}
    put(slots, "place", led_by(after.governed, ("in",)), matching.ground.tokens)
    there = slots.get("there")
    if sender is None or there is None or there.value in ids(sender) or any(each.amounts for each in subject):
        return
    slots["recipient"] = there
    _tell(matching, number, verb, slots)


def _escorts(matching: Matching, number: int, verb: Verb) -> None:
    """Take whose warships or soldiers escort or patrol: "its navy will escort the tankers", "two frigates patrol the Gulf"."""
    after = matching.clauses.after(number)
    tokens = matching.ground.tokens
    if not after.objects or not any(each.items or each.places for each in after.objects):
        return
    subject = [
        each for each in matching.clauses.subject(number) if each.word in ARMED or _rolls(each, tokens.words)
    ]
    sender = _goes(matching, subject, alone=False)
    if sender is None:
        return
    slots: Slots = {"sender": sender}
    put(slots, "place", [each for each in after.objects if each.places], tokens)
    put(slots, "place", led_by(after.governed, THROUGH), tokens)
    noun = subject[0]
    counted = Thing(noun, noun.amounts[-1], noun.items, noun.last) if noun.amounts else None
    _tell(matching, number, verb, slots, counted)


def _tell(
    matching: Matching,
    number: int,
    verb: Verb,
    slots: Slots,
    thing: Thing | None = None,
    *,
    back: bool = False,
) -> None:
    told = Told(grammar().row(FAMILY, RULE), "active", (verb.head, verb.last), thing)
    told.slots = slots
    told.modality, told.negated = matching.mood(number)
    told.open = back
    told.date(matching.clauses.after(number).dates)
    matching.keep_fitting(told)


def _goes(matching: Matching, subject: Sequence[Noun], *, alone: bool) -> Slot | None:
    """Return whose forces a subject is: an army, vehicles with an adjective, with ``alone`` a state by itself."""
    tokens = matching.ground.tokens
    for noun in subject:
        if _rolls(noun, tokens.words):
            return beside_noun(noun, noun.last, owner=True) or beside_noun(noun, noun.last, owner=False)
        if noun.amounts and "troops" not in noun.standing:
            continue
        slot = actors_of(noun, tokens)
        if slot is None and noun.owner and noun.word in ARMED:
            return pronoun(noun, tokens)
        if slot is None:
            continue
        armed = noun.word in ARMED or "troops" in noun.standing
        state = noun.bare_actor and slot.rule in ("name", "abbreviation", "metonym") and noun.named_last
        if armed or (
            alone and state and noun.actors[-1].mention.actor == slot.value and _by_itself(matching, noun)
        ):
            return slot
    return None


def _by_itself(matching: Matching, noun: Noun) -> bool:
    """Tell whether a phrase is a name and nothing before it but an article: no "central bank of Turkey"."""
    tokens = matching.ground.tokens
    first = noun.first + (tokens.words[noun.first] == "the")
    return tokens.starts[min(first, noun.last)] == noun.actors[0].mention.start


def _rolls(noun: Noun, words: Sequence[str]) -> bool:
    """Tell whether a phrase is of vehicles, warships or warplanes that forces go in."""
    if noun.word in CARRYING:
        return not MILITARY.isdisjoint(words[noun.first : noun.last])
    armed = has_item(noun, ROLLING)
    return noun.word in CRAFT or (armed and noun.word not in CIVIL)
