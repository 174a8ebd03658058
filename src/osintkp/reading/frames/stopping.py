"""Cargoes stopped on their way that no verb of seizing tells: arms found aboard a ship, a haul, a foiled attempt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from osintkp.reading.clauses.governed import Governed, led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import PREPOSITION, Noun, Verb
from osintkp.reading.clauses.walking import Beside
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.sailing import sailed
from osintkp.reading.frames.slots import beside_noun
from osintkp.reading.frames.told import Slots, Told, put

FAMILY = "seizure"
FOUND = frozenset(("find", "discover", "uncover", "recover", "locate"))
ABOARD = frozenset(("aboard", "on", "in", "inside"))
HAULS = frozenset(("haul", "hauls", "cache", "caches"))
SEIZERS = frozenset(
    (
        "police", "customs", "soldiers", "army", "navy", "marines", "troops", "guards", "guard", "coastguard", "officers",
        "authorities", "agents", "gendarmes", "forces", "inspectors", "gendarmerie", "patrol", "militia",
    )
)  # fmt: skip
HOLDS = frozenset(("include", "contain", "comprise", "consist", "total"))
FOILED = frozenset(("foil", "thwart", "prevent", "disrupt", "stop", "block"))
ATTEMPTS = frozenset(("attempt", "attempts", "bid", "plot", "effort", "efforts", "operation"))
SENT = frozenset(
    (
        "smuggle",
        "ship",
        "send",
        "transfer",
        "bring",
        "transport",
        "traffic",
        "traffick",
        "move",
        "deliver",
        "export",
        "sell",
    )
)
SEIZES = frozenset(("seize", "intercept", "detain", "impound", "interdict", "stop", "board", "capture"))
HIDDEN = frozenset(("hide", "conceal", "stash", "disguise"))
WAYS = {
    "to": "recipient",
    "into": "recipient",
    "for": "recipient",
    "from": "sender",
    "off": "place",
    "near": "place",
}
PASSED_ON = ("actor", "sender", "recipient", "place", "when")


def stopped(matching: Matching) -> None:
    """Find the cargoes that were found aboard or kept from leaving; first, so that they are not told as shipped."""
    for number, piece in matching.verbs:
        if piece.negated:
            continue
        if SEIZES.intersection(piece.lemmas):
            _laden(matching, number, piece)
        elif FOUND.intersection(piece.lemmas):
            _found(matching, number, piece)
        elif FOILED.intersection(piece.lemmas):
            _foiled(matching, number)


def hauls(matching: Matching, before: Sequence[Told]) -> None:
    """
    Find what a haul included, and give the goods of one list what is said of the last of them.

    Args:
        matching: The sentence.
        before: What the sentences before it tell.
    """
    seized = [each for each in matching.told if each.kind == FAMILY]
    for number, verb in matching.verbs:
        if not HOLDS.isdisjoint(verb.lemmas):
            _included(matching, number, seized, before)
    _boarded(matching, seized)
    for each in seized:
        _opened(matching, each)
        sailed(matching, each)
        _local(matching, each)
        for other in seized:
            if other.trigger == each.trigger and other is not each:
                for field in PASSED_ON:
                    if field in other.slots:
                        each.slots.setdefault(field, other.slots[field])


def _boarded(matching: Matching, seized: list[Told]) -> None:
    """Drop a ship that was boarded where the same sentence tells what was seized aboard."""
    for each in list(seized):
        noun = each.thing.noun if each.thing is not None else None
        others = any(other.trigger != each.trigger and other.has("amount") for other in seized)
        if noun is not None and "carrier" in noun.standing and not noun.amounts and others:
            seized.remove(each)
            matching.told.remove(each)


def _local(matching: Matching, told: Told) -> None:
    """Take the state of those who seized from where they are: "police in Lagos"."""
    found = matching.verb_at(told.trigger[0])
    if "actor" in told.slots or found is None or found[1].passive:
        return
    for noun in matching.clauses.subject(found[0]):
        for preposition, place in matching.clauses.after_noun(matching.place(noun))[0]:
            if (
                preposition in ("in", "at")
                and _is_place(place)
                and not noun.actors
                and "agent" in noun.standing
            ):
                put(told.slots, "actor", [place], matching.ground.tokens)
                told.slots.setdefault("place", _words(matching, place))


def _is_place(noun: Noun) -> bool:
    return bool(noun.places) or noun.named_last


def _words(matching: Matching, noun: Noun) -> Slot:
    tokens = matching.ground.tokens
    start, end = tokens.starts[noun.first], tokens.ends[noun.last]
    return Slot(value=tokens.text[start:end], start=start, end=end, rule="place")


def _opened(matching: Matching, told: Told) -> None:
    """Take what a seized shipment was of: "a shipment of drones"."""
    thing = told.thing
    if thing is None or thing.items or thing.amount is not None or thing.noun.noun is None:
        return
    for preposition, noun in matching.clauses.after_noun(matching.place(thing.noun))[0]:
        if preposition == "of" and "carrier" not in noun.standing:
            found = matching.ground.sorting.goods([noun])
            if found:
                told.thing = found[0]
                return


def _found(matching: Matching, number: int, verb: Verb) -> None:
    """Find goods that were found aboard a ship, in a lorry, in a cache."""
    after = matching.clauses.after(number)
    aboard = any(
        preposition in ABOARD and ("carrier" in noun.passing or preposition == "aboard")
        for preposition, noun in after.governed
    )
    subject = matching.clauses.subject(number)
    finders = _by(matching, number, after) if verb.passive else subject
    if not (aboard or _hidden(matching, number, after.end) or _searched(after, finders)):
        return
    slots: Slots = {}
    put(slots, "actor", finders, matching.ground.tokens)
    _ways(matching, after.governed, slots)
    _tell(matching, "aboard", number, subject if verb.passive else after.objects, slots)


def _by(matching: Matching, number: int, after: Beside) -> list[Noun]:
    """Return who found goods, also behind where they were hidden: "found hidden in a truck by customs"."""
    governed = list(after.governed)
    further = matching.row[number + 1] if number + 1 < len(matching.row) else None
    if isinstance(further, Verb) and not HIDDEN.isdisjoint(further.lemmas):
        governed += matching.clauses.after(number + 1).governed
    return led_by(governed, ("by",))


def _searched(after: Beside, finders: Sequence[Noun]) -> bool:
    """Tell whether police or soldiers found something counted in some place: "police found 40 rifles in a container"."""
    counted = any(each.amounts and each.items for each in after.objects)
    placed = any(each.preposition in ABOARD for each in after.governed)
    return counted and placed and any(each.word in SEIZERS for each in finders)


def _laden(matching: Matching, number: int, verb: Verb) -> None:
    """Find what a stopped ship had aboard: "detained a tanker with 40 tonnes of oil aboard"."""
    after = matching.clauses.after(number)
    subject = matching.clauses.subject(number)
    ships = subject if verb.passive else after.objects
    governed = [
        *after.governed,
        *(more for ship in ships for more in matching.clauses.after_noun(matching.place(ship))[0]),
    ]
    laden = list(
        dict.fromkeys(each.noun for each in governed if each.preposition == "with" and each.noun.amounts)
    )
    if not laden or not any("carrier" in each.passing for each in ships):
        return
    slots: Slots = {}
    seizers = led_by(after.governed, ("by",)) if verb.passive else subject
    put(slots, "actor", seizers, matching.ground.tokens)
    _ways(matching, after.governed, slots)
    for told in _tell(matching, "laden", number, laden, slots):
        if (
            told.thing is not None
            and (maker := beside_noun(told.thing.noun, told.thing.noun.last, owner=False)) is not None
        ):
            told.slots.setdefault("sender", maker)
    for ship in ships:
        matching.forbid(ship, FAMILY)
        matching.forbid(ship)


def _hidden(matching: Matching, number: int, end: int) -> bool:
    """Tell whether what was found is said to have been hidden."""
    return any(
        isinstance(each, Verb) and each.bare and HIDDEN.intersection(each.lemmas)
        for each in matching.row[number + 1 : end + 3]
    )


def _foiled(matching: Matching, number: int) -> None:
    """Find goods that somebody kept others from smuggling."""
    after = matching.clauses.after(number)
    if not any(each.word in ATTEMPTS for each in after.objects):
        return
    at = next(
        (
            each
            for each in range(after.end + 1, min(len(matching.row), after.end + 4))
            if matching.row[each].kind == "V"
        ),
        None,
    )
    verb = matching.row[at] if at is not None else None
    if at is None or not isinstance(verb, Verb) or not SENT.intersection(verb.lemmas):
        return
    slots: Slots = {}
    put(slots, "actor", matching.clauses.subject(number), matching.ground.tokens)
    goods = matching.clauses.after(at)
    _ways(matching, goods.governed, slots)
    _tell(matching, "foiled", number, goods.objects, slots)


def _ways(matching: Matching, governed: Iterable[Governed], slots: Slots) -> None:
    """Take where goods came from and where they were bound, also for the ship: "the vessel, bound for Yemen"."""
    for preposition, noun in governed:
        if preposition in WAYS:
            put(slots, WAYS[preposition], [noun], matching.ground.tokens)
    row = matching.row
    for number, piece in enumerate(row[:-1]):
        after = row[number + 1]
        if (
            piece.kind == PREPOSITION
            and piece.word == "to"
            and piece.last > piece.first
            and isinstance(after, Noun)
        ):
            put(slots, "recipient", [after], matching.ground.tokens)


def _included(matching: Matching, number: int, seized: Sequence[Told], before: Sequence[Told]) -> None:
    """Find what a haul, or goods told as seized, included."""
    for noun in matching.clauses.subject(number):
        whole = next((each for each in seized if each.thing is not None and each.thing.noun is noun), None)
        if whole is None and noun.word not in HAULS:
            continue
        earlier = whole or next((each for each in reversed(before[-8:]) if each.kind == FAMILY), None)
        slots = (
            {key: value for key, value in earlier.slots.items() if key in PASSED_ON}
            if earlier is not None
            else {}
        )
        after = matching.clauses.after(number)
        objects = after.objects or led_by(after.governed, ("of",))
        for told in _tell(matching, "haul", number, objects, slots):
            told.whole = whole
        return


def _tell(
    matching: Matching, construction: str, number: int, nouns: Sequence[Noun], slots: Slots
) -> list[Told]:
    """Add a seizure for each of the goods that phrases tell."""
    verb = matching.row[number]
    assert isinstance(verb, Verb)
    made: list[Told] = []
    for thing in matching.ground.sorting.goods(nouns):
        told = Told(grammar().row(FAMILY, "seize"), construction, (verb.head, verb.last), thing)
        told.slots = dict(slots)
        told.modality, told.negated = matching.mood(number)
        told.date(matching.clauses.after(number).dates)
        if matching.keep(told):
            made.append(told)
    return made
