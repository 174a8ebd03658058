"""What else a sentence says of its losses: whose the wounded are, who they fought, who was killed by name, whose toll it is."""

from __future__ import annotations

import functools

import attrs

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of, beside_noun
from osintkp.reading.frames.told import Slots, Told, ids, owners, put
from osintkp.vocabulary import actors

FAMILY = "loss"
CLASHES = frozenset(("clash", "clashes", "fighting", "battle", "battles", "firefight", "skirmish", "skirmishes", "combat", "fight", "exchange", "confrontation"))  # fmt: skip
KILLINGS = frozenset(("killing", "assassination", "slaying", "elimination", "execution", "liquidation"))
REPORTS = frozenset(("report", "announce", "confirm", "acknowledge", "mourn", "admit", "lament", "count"))
DEATHS = frozenset(("death", "deaths"))
DONE = frozenset(("carry out", "undertake", "order", "claim", "commit", "stage", "perform", "conduct"))
STRUCK = "loss.struck/noun"
LED = 3
SURE = 0.6


def mourning(matching: Matching) -> None:
    """Find who was killed by name, and fill what words beside a loss say of its sides."""
    for number, noun in matching.nouns:
        if noun.none:
            continue
        if noun.word in KILLINGS or (noun.word in DEATHS and _reported(matching, number)):
            _by_name(matching, number, noun)
    for told in matching.told:
        if told.kind != FAMILY:
            continue
        if told.has("person") and told.thing is not None and "actor" not in told.slots:
            side = _side_of(told.thing.noun)
            if side is not None and side.value not in ids(told.slots.get("by")):
                told.slots["actor"] = side
        if "actor" not in told.slots:
            _wounded(matching, told)
        if "actor" not in told.slots:
            _own(matching, told)
        if "by" not in told.slots:
            _fought(matching, told)


@functools.cache
def mourning_words() -> frozenset[str]:
    """Return the words of which a sentence has one where it says more of a loss."""
    return grammar().nouns_of(FAMILY) | KILLINGS | CLASHES | _verbs()


@functools.cache
def _verbs() -> frozenset[str]:
    rows = [row for row in grammar().rows if row["family"] == FAMILY]
    return frozenset(verb for row in rows for verb in row.get("verbs", ()))


def _reported(matching: Matching, number: int) -> bool:
    """Tell whether somebody announces what a noun names: "Iran confirmed the death of a general"."""
    governor = matching.governor(number)
    verb = None if governor is None else matching.row[governor]
    return isinstance(verb, Verb) and not REPORTS.isdisjoint(verb.lemmas)


def _by_name(matching: Matching, number: int, noun: Noun) -> None:
    """Find the killing of somebody by name: "the targeted killing of the Hamas commander"."""
    tokens = matching.ground.tokens
    governed, dates, _ = matching.clauses.after_noun(number)
    for preposition, other in governed:
        if preposition != "of" or not other.actors or other.amounts:
            continue
        mention = other.actors[-1].mention
        led = bool(other.standing & {"agent", "people"}) and other.word not in ("people", "government")
        if mention.by != "person" and not led:
            continue
        told = Told(
            grammar().row(FAMILY, "kill"), "noun", (noun.last, noun.last), Thing(other, None, (), other.last)
        )
        slots: Slots = owners(noun, "by", "by", tokens)
        put(slots, "by", led_by(governed, ("by",)), tokens)
        put(slots, "place", led_by(governed, ("in", "at", "near")), tokens)
        side = _side_of(other)
        if side is None or (mention.by == "person" and side.value == mention.actor):
            continue
        slots["actor"] = side
        governor = matching.governor(number)
        verb = matching.row[governor] if governor is not None else None
        if governor is not None and isinstance(verb, Verb) and DONE.intersection(verb.lemmas):
            put(slots, "by", matching.clauses.subject(governor), tokens)
            told.modality, told.negated = matching.mood(governor)
        slots.pop("there", None)
        told.slots = slots
        told.date(dates)
        known = next(
            (each for each in matching.told if each.kind == FAMILY and each.trigger == told.trigger), None
        )
        if known is not None:
            known.slots = slots | known.slots
        elif not matching.taken(other):
            matching.keep_fitting(told)


def _side_of(noun: Noun) -> Slot | None:
    """Return the side of somebody who is named: their state, or the body that leads their name ("Hamas commander Deif")."""
    for named in noun.actors:
        if named.mention.by != "person" and not named.owns:
            return _slot(named.mention.state or named.mention.actor, noun)
    mention = noun.actors[-1].mention
    if mention.state is not None:
        return _slot(mention.state, noun)
    words = mention.quote.split()
    for count in range(min(LED, len(words) - 1), 0, -1):
        found = actors.resolve(" ".join(words[:count])).actor
        if found is not None and found != mention.actor:
            return _slot(found, noun)
    return None


def _slot(value: str | None, noun: Noun) -> Slot | None:
    mention = noun.actors[-1].mention
    return (
        None
        if value is None
        else Slot(value=value, start=mention.start, end=mention.end, rule="side", confidence=SURE)
    )


def _wounded(matching: Matching, told: Told) -> None:
    """Take whose the wounded are from the phrase behind: "15 injured Italian soldiers"."""
    if told.rule != STRUCK or told.thing is None:
        return
    at = matching.place(told.thing.noun) + 1
    noun = matching.row[at] if at < len(matching.row) else None
    if (
        isinstance(noun, Noun)
        and noun.first == told.thing.noun.last + 1
        and noun.standing & {"troops", "people"}
    ):
        slot = beside_noun(noun, noun.last + 1, owner=False)
        if slot is not None:
            told.slots["actor"] = slot


def _own(matching: Matching, told: Told) -> None:
    """Take an army for the side whose soldiers it reports dead: "Israel's military reported the deaths of eight soldiers"."""
    thing = told.thing
    if thing is None or not told.rule.endswith("/noun") or "troops" not in thing.noun.standing:
        return
    number = matching.piece_at(told.trigger[0])
    governor = None if number is None else matching.governor(number)
    verb = None if governor is None else matching.row[governor]
    if governor is None or not isinstance(verb, Verb) or not REPORTS.intersection(verb.lemmas):
        return
    for noun in matching.clauses.subject(governor):
        slot = actors_of(noun, matching.ground.tokens)
        if slot is not None and isinstance(slot.value, str) and slot.value not in ids(told.slots.get("by")):
            told.slots["actor"] = attrs.evolve(slot, confidence=min(slot.confidence, SURE))


def _fought(matching: Matching, told: Told) -> None:
    """Take whom the dead fought: "killed in clashes with the rebels", "in an attack by the rebels"."""
    known = CLASHES | matching.ground.grammar.things["attacks"]
    for number, verb in matching.verbs:
        if not verb.first <= told.trigger[0] <= verb.last:
            continue
        scene: Noun | None = None
        for preposition, noun in matching.clauses.after(number).governed:
            if noun.word in known:
                scene = noun
            elif scene is not None and preposition == ("with" if scene.word in CLASHES else "by"):
                slot = actors_of(noun, matching.ground.tokens)
                if slot is not None and slot.value not in ids(told.slots.get("actor")):
                    told.slots["by"] = attrs.evolve(slot, confidence=min(slot.confidence, SURE))
                return
