"""Forces of a mission, told by the mission: whose it is, in which country; and forces that are named where they stand."""

from __future__ import annotations

import attrs

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of, beside_noun
from osintkp.reading.frames.told import Slots, Told, ids, put
from osintkp.reading.names.board import is_state
from osintkp.vocabulary import actors

FAMILY, RULE = "deployment", "mission"
MISSIONS = frozenset(
    ("mission", "missions", "peacekeeping", "contingent", "operation", "force", "peacekeepers")
)
BODIES = frozenset(("un", "eu", "african-union", "nato", "ecowas", "sadc"))
ADDS = frozenset(("add", "deploy", "send", "have", "number", "comprise", "include", "get", "receive", "count", "strengthen", "reinforce", "boost", "expand", "bolster", "authorise", "authorize", "approve", "provide", "contribute", "increase", "retain", "keep"))  # fmt: skip
GROUND = frozenset(("ground", "country", "there", "place"))
STANDING = frozenset(("army", "military", "troops", "soldiers", "forces", "peacekeepers", "mercenaries", "marines", "servicemen", "paratroopers", "advisers", "advisors", "fighters", "commandos"))  # fmt: skip
KEEPS = frozenset(("have", "keep", "maintain", "retain"))
COUNTS = frozenset(("number", "numbers", "size", "strength", "total"))
WHERE = ("in", "for", "to")
SURE = 0.6
COUNTRY = 0.5


def missions(matching: Matching) -> None:
    """Give the forces of a mission the country that it is in, and find those that nothing else tells."""
    mission = _mission(matching)
    if mission is not None:
        body, country = mission
        for told in matching.told:
            if told.kind == "troop_deployment" and country is not None:
                sender, given = told.slots.get("sender"), told.slots.get("recipient")
                same = sender is not None and given is not None and given.value == sender.value
                if country.value not in ids(sender) and (given is None or same):
                    told.slots["recipient"] = attrs.evolve(country, rule="mission", confidence=COUNTRY)
        _counted(matching, body, country)
    _on_the_ground(matching)
    _standing(matching)


def mission_words() -> frozenset[str]:
    """Return the words of which a sentence has one where it tells forces of a mission, or on the ground."""
    return MISSIONS | GROUND | STANDING | {"be"}


def _mission(matching: Matching) -> tuple[Slot | None, Slot | None] | None:
    """Return whose a mission is and its country, the first in the sentence of which the country is told; None for none."""
    tokens = matching.ground.tokens
    for number, noun in matching.nouns:
        if noun.word not in MISSIONS or noun.amounts:
            continue
        body: Slot | None = None
        country: Slot | None = None
        for named in noun.actors:
            who = named.mention.state or named.mention.actor
            if who is None:
                continue
            slot = Slot(
                value=who, start=named.mention.start, end=named.mention.end, rule="adjective", confidence=SURE
            )
            if is_state(who) and not named.owns and named.mention.by != "adjective":
                country = country or slot
            elif not is_state(who):
                body = body or slot
        around, _, _ = matching.clauses.after_noun(number)
        for preposition, other in around:
            if preposition in WHERE and country is None:
                there = actors_of(other, tokens)
                if there is not None and isinstance(there.value, str) and is_state(actors.root(there.value)):
                    country = there
        if country is not None:
            return body, country
    return None


def _counted(matching: Matching, body: Slot | None, country: Slot | None) -> None:
    """Find counted forces that a verb adds to a mission or says it has: "strengthens its mission, adding 2,500 troops"."""
    if country is None:
        return
    for number, verb in matching.verbs:
        if verb.passive or not ADDS.intersection(verb.lemmas):
            continue
        after = matching.clauses.after(number)
        objects = [*after.objects, *led_by(after.governed, ("with",))]
        for thing in matching.ground.sorting.things("forces", objects, frozenset()):
            if matching.taken(thing.noun):
                continue
            slots: Slots = {"recipient": attrs.evolve(country, rule="mission", confidence=COUNTRY)}
            put(slots, "sender", _adds(matching, number, country), matching.ground.tokens)
            sender = slots.get("sender")
            if sender is None or sender.value == country.value or sender.rule == "pronoun":
                if body is None:
                    continue
                slots["sender"] = body
            told = Told(grammar().row(FAMILY, RULE), "active", (verb.head, verb.last), thing)
            told.slots = slots
            told.modality, told.negated = matching.mood(number)
            told.date(matching.clauses.after(number).dates)
            matching.keep_fitting(told)


def _adds(matching: Matching, number: int, country: Slot) -> list[Noun]:
    """Return the subject of a verb; where that is the mission itself, the subject of the verb before it."""
    subject = matching.clauses.subject(number)
    if not any(each.word in MISSIONS for each in subject):
        return subject
    for at in range(number - 1, -1, -1):
        verb = matching.row[at]
        if isinstance(verb, Verb) and verb.finite:
            return matching.clauses.subject(at)
    return [each for each in subject if all(named.mention.state != country.value for named in each.actors)]


def _keeps(matching: Matching, number: int) -> Slot | None:
    """Return who has the forces that a verb of keeping has for its object: "Turkey has troops in Somalia"."""
    governor = matching.governor(number)
    verb = None if governor is None else matching.row[governor]
    if governor is None or not isinstance(verb, Verb) or verb.passive or not KEEPS.intersection(verb.lemmas):
        return None
    for noun in matching.clauses.subject(governor):
        slot = actors_of(noun, matching.ground.tokens)
        if slot is not None:
            return slot
    return None


def _told_of(matching: Matching, number: int) -> bool:
    """Tell whether a phrase hangs on a noun that tells something of it: "the deaths of Kenyan soldiers in Haiti"."""
    before = (
        matching.row[number - 2] if number > 1 and matching.row[number - 1].word in ("of", "on") else None
    )
    return isinstance(before, Noun) and (before.noun is not None or before.word in COUNTS)


def _standing(matching: Matching) -> None:
    """Find forces of a state that are named where they stand, abroad: "Turkish soldiers in Libya"."""
    tokens = matching.ground.tokens
    for number, noun in matching.nouns:
        if noun.word not in STANDING or noun.none or matching.taken(noun):
            continue
        if not COUNTS.isdisjoint(tokens.words[noun.first : noun.last]) or _told_of(matching, number):
            continue
        sender = beside_noun(noun, noun.last + 1, owner=False) or beside_noun(noun, noun.last, owner=True)
        if sender is None:
            sender = _keeps(matching, number)
        elif noun.last == noun.first:
            continue
        if sender is None or not isinstance(sender.value, str):
            continue
        around, dates, _ = matching.clauses.after_noun(number)
        if not around or around[0].preposition != "in":
            continue
        told = Told(
            grammar().row(FAMILY, RULE), "standing", (noun.last, noun.last), Thing(noun, None, (), noun.last)
        )
        if noun.amounts:
            told.thing = Thing(noun, noun.amounts[-1], (), noun.last)
        told.slots = {"sender": sender}
        put(told.slots, "place", [around[0].noun], tokens)
        there = told.slots.get("there")
        if there is None or there.value == sender.value or not is_state(actors.root(str(there.value))):
            continue
        told.date(dates)
        matching.keep_fitting(told)


def _on_the_ground(matching: Matching) -> None:
    """Find forces that are somewhere the text has named before: "some 450 German troops are already on the ground"."""
    for number, verb in matching.verbs:
        if verb.word != "be" or verb.passive:
            continue
        after = matching.clauses.after(number)
        there = any(each.noun.word in GROUND and not each.noun.places for each in after.governed)
        there |= "there" in matching.ground.tokens.words[verb.last : verb.last + 3]
        if not there:
            continue
        subject = matching.clauses.subject(number)
        for thing in matching.ground.sorting.things("forces", subject, frozenset()):
            noun = thing.noun
            sender = beside_noun(noun, noun.last + 1, owner=False) or beside_noun(noun, noun.last, owner=True)
            if sender is None or matching.taken(noun):
                continue
            told = Told(grammar().row(FAMILY, RULE), "ground", (verb.head, verb.last), thing)
            told.slots = {"sender": sender}
            told.open = True
            told.modality, told.negated = matching.mood(number)
            matching.keep(told)
