"""Who launched what a text tells as launched by nobody: who did so in it before, the two sides, whose bombers fired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import has_item
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.prominence import Prominence
from osintkp.reading.frames.recalling import BOTH as BOTH_SIDES
from osintkp.reading.frames.slots import actors_of, beside_noun
from osintkp.reading.frames.told import Told, pronoun

RECALLED = 0.45
FROM = 0.5
ABOUT = 0.4
MUCH = 0.3
FAR_MORE = 2
DRILLS = frozenset(("drill", "drills", "exercise", "exercises", "manoeuvres", "maneuvers"))
CRAFT = ("aircraft/", "ships/", "vehicles/", "weapons/")
PAIR = frozenset(("both", "two"))
SIDES = frozenset(
    ("countries", "sides", "nations", "states", "neighbours", "neighbors", "rivals", "powers", "koreas")
)
TRIED = ("test", "trial", "orbit")


def launching(matching: Matching) -> None:
    """Fill who launched from what their verb's subject says: "Iranian bombers fired missiles", "both countries held tests"."""
    for told in matching.told:
        if told.kind != "weapons_test" or "actor" in told.slots:
            continue
        for number, verb in matching.verbs:
            if not verb.passive and verb.first <= told.trigger[1] and _governs(matching, number, told):
                slot = next(
                    (
                        s
                        for each in matching.clauses.subject(number)
                        if (s := _launcher(matching, each)) is not None
                    ),
                    None,
                )
                if slot is not None:
                    told.slots["actor"] = slot
        if "actor" not in told.slots:
            _place_of(matching, told)
            _subject_of(matching, told)


def launchers(told: Sequence[Told], ground: Ground) -> None:
    """
    Fill who launched what nobody is said to have launched: who owns the place, who did so before, who the text is about.

    Where a text speaks of no test at all, what was launched may have been fired in war, by whomever: nothing is filled.

    Args:
        told: What the text tells, in order.
        ground: The text.
    """
    tests = [each for each in told if each.kind == "weapons_test"]
    words = ground.tokens.words
    open_ones = [each for each in tests if "actor" not in each.slots]
    if not open_ones:
        return
    if not any(words[each.trigger[1]].startswith(TRIED) for each in tests) and DRILLS.isdisjoint(words):
        return
    known = next((slot for each in tests if (slot := each.slots.get("actor")) is not None), None)
    about = None if known is not None else Prominence(ground).sole(set(), MUCH, FAR_MORE)
    for each in tests:
        if (slot := each.slots.get("actor")) is not None:
            known = slot
            continue
        there = each.slots.get("there")
        if there is not None and there.rule == "from":
            each.slots["actor"] = there
        elif known is not None and isinstance(known.value, str):
            each.slots["actor"] = Slot(value=known.value, rule="recalled", confidence=RECALLED)
        elif about is not None:
            each.slots["actor"] = Slot(value=about, rule="document", confidence=ABOUT)


def _place_of(matching: Matching, told: Told) -> None:
    """Note whose the place is that it was launched from: "the launches from Iran's desert"."""
    for noun in _from(matching, told):
        slot = actors_of(noun, matching.ground.tokens) or beside_noun(noun, noun.last, owner=True)
        slot = slot or beside_noun(noun, noun.last, owner=False)
        if slot is not None and isinstance(slot.value, str):
            told.slots["there"] = attrs.evolve(slot, rule="from", confidence=min(slot.confidence, FROM))
            return


def _from(matching: Matching, told: Told) -> Iterator[Noun]:
    """Give what stands after "from" beside a test: after its verb, or after its noun."""
    for number, piece in enumerate(matching.row):
        if not piece.first <= told.trigger[0] <= piece.last:
            continue
        governed = (
            matching.clauses.after(number).governed
            if isinstance(piece, Verb)
            else matching.clauses.after_noun(number)[0]
        )
        yield from (each.noun for each in governed if each.preposition == "from")


def _subject_of(matching: Matching, told: Told) -> None:
    """Take who holds the drills of which launches are a part: "the army held drills that featured three launches"."""
    words = matching.ground.tokens.words
    if DRILLS.isdisjoint(words[matching.row[0].first : told.trigger[0]]):
        return
    start = matching.ground.tokens.starts[told.trigger[0]]
    before = [each for each in matching.topics() if (each.end or 0) <= start]
    values = {each.value for each in before}
    if len(values) == 1:
        told.slots["actor"] = attrs.evolve(before[0], confidence=min(before[0].confidence, FROM))


def _governs(matching: Matching, number: int, told: Told) -> bool:
    """Tell whether a verb is that of a test, or has the test or the missile for its object."""
    verb = matching.row[number]
    if verb.first <= told.trigger[0] <= verb.last:
        return True
    noun = None if told.thing is None else told.thing.noun
    objects = matching.clauses.after(number).objects
    return any(each is noun or each.first <= told.trigger[0] <= each.last for each in objects)


def _launcher(matching: Matching, noun: Noun) -> Slot | None:
    words = matching.ground.tokens.words[noun.first : noun.last + 1]
    if (noun.word in SIDES and not PAIR.isdisjoint(words)) or noun.pronoun == "they":
        return Slot(value=BOTH_SIDES, rule=BOTH_SIDES, confidence=0.0)
    if noun.pronoun in ("it", "he", "she"):
        return pronoun(noun, matching.ground.tokens)
    if has_item(noun, CRAFT):
        return beside_noun(noun, noun.last, owner=False) or beside_noun(noun, noun.last, owner=True)
    return None
