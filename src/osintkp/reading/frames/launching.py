"""Who launched what a text tells as launched by nobody: who did so in it before, the two sides, whose bombers fired."""

from __future__ import annotations

from collections.abc import Sequence

from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.recalling import BOTH as BOTH_SIDES
from osintkp.reading.frames.slots import beside_noun
from osintkp.reading.frames.told import Told

RECALLED = 0.45
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
        for number, verb in enumerate(matching.row):
            if (
                isinstance(verb, Verb)
                and not verb.passive
                and verb.first <= told.trigger[1]
                and _governs(matching, number, told)
            ):
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


def launchers(told: Sequence[Told], words: Sequence[str]) -> None:
    """
    Fill who launched what nobody is said to have launched, from the tests that a text tells of somebody.

    Where a text speaks of no test at all, what was launched may have been fired in war, by whomever: nothing is filled.

    Args:
        told: What the text tells, in order.
        words: The words of the text.
    """
    tests = [each for each in told if each.kind == "weapons_test"]
    if not any(words[each.trigger[1]].startswith(TRIED) for each in tests):
        return
    known = next((slot for each in tests if (slot := each.slots.get("actor")) is not None), None)
    for each in tests:
        if (slot := each.slots.get("actor")) is not None:
            known = slot
        elif known is not None and isinstance(known.value, str):
            each.slots["actor"] = Slot(value=known.value, rule="recalled", confidence=RECALLED)


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
    if noun.word in SIDES and not PAIR.isdisjoint(words):
        return Slot(value=BOTH_SIDES, rule=BOTH_SIDES, confidence=0.0)
    if any((each.path or "").startswith(CRAFT) for each in noun.items):
        return beside_noun(noun, noun.last, owner=False) or beside_noun(noun, noun.last, owner=True)
    return None
