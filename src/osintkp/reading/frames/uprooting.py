"""People who lost their homes, and losses that there were none of: "forced 3,000 from their homes", "no one was hurt"."""

from __future__ import annotations

import functools

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.told import Slots, Told, owners, put

FAMILY, RULE = "loss", "displace"
DRIVES = frozenset(("force", "drive", "push", "chase", "expel", "evict", "send"))
MADE = frozenset(("leave", "make", "render"))
HOMES = frozenset(("homes", "home", "houses", "villages", "communities", "land", "lands", "town", "towns"))
HOMELESS = frozenset(("homeless", "displaced"))
NOBODY = frozenset(("nobody", "none", "no-one", "noone"))
HURT = frozenset(("kill", "injure", "wound", "hurt", "harm", "die", "strike", "hit", "perish"))
HARM = frozenset(("casualty", "injury", "fatality", "death", "dead", "loss"))
ONES = ("of", "in", "on", "aboard", "among")
REPORTS = frozenset(("reports", "report", "word", "news", "indication", "indications", "sign", "signs"))
SAID = frozenset(("report", "record", "cause", "register", "be", "confirm", "result", "suffer", "count", "leave", "announce", "have"))  # fmt: skip


def uprooted(matching: Matching) -> None:
    """Find who was driven from home, and that nobody was hurt."""
    for number, piece in enumerate(matching.row):
        if isinstance(piece, Verb):
            _driven(matching, number, piece)
            _nobody(matching, number, piece)
        elif isinstance(piece, Noun) and piece.noun in HARM:
            _unhurt(matching, number, piece)


@functools.cache
def uprooting_words() -> frozenset[str]:
    """Return the words of which a sentence has one where it tells such a loss."""
    return HOMES | HOMELESS | NOBODY | HARM | {"one"}


def _driven(matching: Matching, number: int, verb: Verb) -> None:
    """Take how many were driven from home: "forced over 2 million from their homes", "left 300 homeless"."""
    after = matching.clauses.after(number)
    words = matching.ground.tokens.words
    home = not DRIVES.isdisjoint(verb.lemmas) and any(
        each.preposition == "from" and each.noun.word in HOMES for each in after.governed
    )
    bare = not MADE.isdisjoint(verb.lemmas) and not HOMELESS.isdisjoint(
        words[verb.last : matching.row[after.end].last + 3]
    )
    if not (home or bare):
        return
    hit = matching.clauses.subject(number) if verb.passive else after.objects
    doers = led_by(after.governed, ("by",))
    slots: Slots = {}
    put(slots, "by", doers if verb.passive else matching.clauses.subject(number), matching.ground.tokens)
    put(slots, "place", led_by(after.governed, ("in",)), matching.ground.tokens)  # fmt: skip
    disasters = grammar().things["disasters"]
    if any(each.word in disasters for each in (*doers, *matching.clauses.subject(number))):
        return
    for thing in matching.ground.sorting.things("victims", hit, frozenset()):
        if thing.amount is None:
            continue
        told = Told(grammar().row(FAMILY, RULE), "driven", (verb.head, verb.last), thing)
        told.slots = slots | owners(thing.noun, "actor", "actor", matching.ground.tokens)
        told.modality, told.negated = matching.mood(number)
        told.date(after.dates)
        matching.keep(told)


def _nobody(matching: Matching, number: int, verb: Verb) -> None:
    """Take that nobody was hurt: "nobody in the convoy was injured", "none of the soldiers died"."""
    goes = not {"die", "perish"}.isdisjoint(verb.lemmas)
    if HURT.isdisjoint(verb.lemmas) or not (verb.passive or goes):
        return
    for noun in matching.clauses.subject(number)[:1]:
        if noun.word in NOBODY or (noun.none and noun.word == "one"):
            around, _, _ = matching.clauses.after_noun(matching.place(noun))
            ones = led_by(around, ONES)
            _deny(matching, "kill", number, noun, ones)


def _unhurt(matching: Matching, number: int, noun: Noun) -> None:
    """Take that there were no losses: "no casualties were reported", "reported no injuries", "no reports of deaths"."""
    row = matching.row
    before = row[number - 2] if number > 1 and row[number - 1].word == "of" else None
    told = isinstance(before, Noun) and before.none and before.word in REPORTS
    if not (told or noun.none) or any(each.kind == FAMILY and each.negated for each in matching.told):
        return
    lead = before if told and isinstance(before, Noun) else noun
    at = matching.governor(matching.place(lead))
    if at is None:
        at = next((each for each, verb in matching.verbs if lead in matching.clauses.subject(each)), None)
    verb = None if at is None else row[at]
    if at is None or not isinstance(verb, Verb) or SAID.isdisjoint(verb.lemmas) or verb.negated:
        return
    around, _, _ = matching.clauses.after_noun(number)
    _deny(matching, "toll", at, noun, led_by(around, ONES))


def _deny(matching: Matching, rule: str, number: int, noun: Noun, ones: list[Noun]) -> None:
    """Add a loss that there was not."""
    tokens = matching.ground.tokens
    verb, after = matching.row[number], matching.clauses.after(number)
    told = Told(
        grammar().row(FAMILY, rule), "nobody", (noun.first, noun.last), Thing(noun, None, (), noun.last)
    )
    slots: Slots = owners(noun, "actor", "actor", tokens)
    for each in ones:
        for field, slot in owners(each, "actor", "actor", tokens).items():
            slots.setdefault(field, slot)
    put(slots, "place", [*ones, *led_by(after.governed, ("in", "at", "near"))], tokens)  # fmt: skip
    told.slots = slots
    told.negated = True
    told.date(after.dates)
    if isinstance(verb, Verb) and not verb.negated:
        matching.keep(told)
