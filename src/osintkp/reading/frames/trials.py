"""Tests and launches: nuclear tests, what is put into orbit, and how a trial ended."""

from __future__ import annotations

from collections.abc import Sequence

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import NOUN, Noun, Piece, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import beside_noun
from osintkp.reading.frames.told import Slots, Told, owners, put
from osintkp.reading.mentions import ItemMention

FAMILY = "test"
TESTS = frozenset(("test", "detonation", "explosion", "tests", "detonations", "explosions"))
ATOMIC = frozenset(("nuclear", "atomic", "thermonuclear", "hydrogen"))
HELD = frozenset(
    ("conduct", "carry out", "hold", "stage", "perform", "make", "plan", "prepare", "resume", "do")
)
PUT = frozenset(("put", "place", "send", "lift", "carry", "insert", "deliver"))
ENDS = frozenset(("succeed", "fail", "explode", "crash", "fall", "fizzle"))
OUTCOMES = frozenset(("successfully", "unsuccessfully", "successful", "unsuccessful", "failed"))
FIRED = frozenset(("test-fire", "test-launch", "flight-test"))
NEAR = 3


def trials(matching: Matching) -> None:
    """Find the nuclear tests and what is put into orbit; then say of each test how it ended."""
    for number, piece in enumerate(matching.row):
        if isinstance(piece, Noun) and piece.word in TESTS:
            _nuclear(matching, number, piece)
        elif isinstance(piece, Verb) and FIRED.intersection(piece.lemmas):
            _by_name(matching, number, piece)
        elif isinstance(piece, Verb) and PUT.intersection(piece.lemmas):
            _orbit(matching, number, piece)


def outcomes(matching: Matching) -> None:
    """Give the tests of a sentence the word that says how they ended."""
    for told in matching.told:
        if told.kind == "weapons_test":
            slot = _beside(matching, told) or _after(matching, told)
            if slot is not None:
                told.slots["outcome"] = slot


def _nuclear(matching: Matching, number: int, noun: Noun) -> None:
    """Find a nuclear test: who holds it, owns it or gives it an adjective."""
    tokens = matching.ground.tokens
    at = next((each for each in range(noun.first, noun.last) if tokens.words[each] in ATOMIC), None)
    if at is None:
        return
    start, end = tokens.starts[at], tokens.ends[noun.last]
    item = ItemMention(start=start, end=end, quote=tokens.text[start:end], path="weapons/nuclear")
    amount = next((each for each in noun.amounts if each.role == "count"), None)
    slots: Slots = owners(noun, "actor", "actor", tokens)
    governed, dates, _ = matching.clauses.after_noun(number)
    for preposition, other in governed:
        if preposition in ("by", "in", "at", "near"):
            put(slots, "actor" if preposition == "by" else "place", [other], tokens)
    told = Told(
        grammar().row(FAMILY, "test"),
        "nuclear",
        (noun.last, noun.last),
        Thing(noun, amount, (item,), noun.last),
    )
    told.slots = slots
    governor = matching.governor(number)
    verb = matching.row[governor] if governor is not None else None
    if governor is not None and isinstance(verb, Verb) and HELD.intersection(verb.lemmas):
        put(slots, "actor", matching.clauses.subject(governor), tokens)
        after = matching.clauses.after(governor)
        put(slots, "place", led_by(after.governed, ("in", "at", "near")), tokens)
        told.modality, told.negated = matching.mood(governor)
        dates = [*dates, *after.dates]
    told.negated |= noun.none
    told.date(dates)
    matching.keep_fitting(told)


def _by_name(matching: Matching, number: int, verb: Verb) -> None:
    """Find a missile that is named only: "India test-fired the Agni-5"."""
    tokens = matching.ground.tokens
    after = matching.clauses.after(number)
    subject = matching.clauses.subject(number)
    for noun in subject if verb.passive else after.objects:
        first = noun.first + (tokens.words[noun.first] in ("the", "a", "an", "its", "their"))
        named = first <= noun.last and tokens.text[tokens.starts[first]].isupper()
        if not named or noun.items or noun.actors or noun.pronoun:
            continue
        told = Told(
            grammar().row(FAMILY, "launch"), "named", (verb.head, verb.last), Thing(noun, None, (), noun.last)
        )
        actors = led_by(after.governed, ("by",)) if verb.passive else subject
        put(told.slots, "actor", actors, tokens)
        places = ("in", "from", "near", "at", "off", "into")
        put(told.slots, "place", led_by(after.governed, places), tokens)
        told.modality, told.negated = matching.mood(number)
        told.date(after.dates)
        matching.keep_fitting(told)


def _orbit(matching: Matching, number: int, verb: Verb) -> None:
    """Find what is put into orbit."""
    after = matching.clauses.after(number)
    if not any(each.noun.word == "orbit" for each in after.governed if each.preposition in ("into", "in")):
        return
    subject = matching.clauses.subject(number)
    objects, actors = (subject, led_by(after.governed, ("by",))) if verb.passive else (after.objects, subject)
    for thing in matching.ground.sorting.things("weapons", objects, frozenset()):
        told = Told(grammar().row(FAMILY, "launch"), "orbit", (verb.head, verb.last), thing)
        put(told.slots, "actor", actors, matching.ground.tokens)
        if (
            "actor" not in told.slots
            and (slot := beside_noun(thing.noun, thing.noun.last, owner=False)) is not None
        ):
            told.slots["actor"] = slot
        told.modality, told.negated = matching.mood(number)
        told.date(after.dates)
        matching.keep_fitting(told)


def _beside(matching: Matching, told: Told) -> Slot | None:
    """Return the word of outcome that stands by the verb or noun itself: "successfully launched", "a failed test"."""
    first, last = told.trigger
    return _word(matching, range(max(0, first - NEAR), min(last + NEAR, len(matching.ground.tokens.words))))


def _word(matching: Matching, numbers: Sequence[int]) -> Slot | None:
    tokens = matching.ground.tokens
    for each in numbers:
        if tokens.words[each] in OUTCOMES:
            return _slot(matching, each, each)
    return None


def _after(matching: Matching, told: Told) -> Slot | None:
    """Return the verb that says how what is told ended: "the launch failed", "the missile exploded"."""
    row = matching.row
    for number, piece in enumerate(row):
        if not isinstance(piece, Verb) or piece.negated or not ENDS.intersection(piece.lemmas):
            continue
        if any(_names(each, told) for each in matching.clauses.subject(number)):
            after = row[number + 1] if number + 1 < len(row) else None
            told.date(matching.clauses.after(number).dates)
            return (
                None if after is not None and after.kind == NOUN else _slot(matching, piece.head, piece.last)
            )
    return None


def _names(piece: Piece, told: Told) -> bool:
    """Tell whether a phrase is the one that tells a test, or its missile."""
    if piece.first <= told.trigger[0] <= piece.last:
        return True
    return told.thing is not None and told.thing.noun is piece


def _slot(matching: Matching, first: int, last: int) -> Slot:
    tokens = matching.ground.tokens
    start, end = tokens.starts[first], tokens.ends[last]
    return Slot(value=tokens.text[start:end], start=start, end=end, rule="outcome", confidence=0.8)
