"""Sums that are pledged where no verb of giving has the giver as subject: "the conference raised $3 million for Chad"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from osintkp.reading.clauses.governed import Governed, led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.leftward import verb_before
from osintkp.reading.clauses.meant import whose
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of, beside_noun
from osintkp.reading.frames.told import Slots, Told, put
from osintkp.reading.mentions import AmountMention

RAISES: Final = frozenset(
    (
        "raise",
        "generate",
        "collect",
        "garner",
        "secure",
        "attract",
        "draw",
        "mobilise",
        "mobilize",
        "gather",
        "yield",
        "bring",
    )
)
EVENTS: Final = frozenset(
    ("conference", "summit", "appeal", "meeting", "fundraiser", "telethon", "event", "donors", "campaign")
)
ASKS: Final = frozenset(("seek", "appeal for", "call for", "ask for", "request", "need", "require", "appeal"))
PROMISES: Final = frozenset(("pledge", "promise", "commit", "vow", "agree", "undertake", "offer"))
PAYS: Final = frozenset(("pay", "contribute", "give", "spend", "provide", "donate", "disburse"))
PLEDGES: Final = frozenset(("pledge", "pledges", "donation", "donations", "contribution", "contributions"))
FOR: Final = frozenset(("for", "to", "in support of"))
RECIPIENT: Final = "recipient"


def pledging(matching: Matching) -> None:
    """Find sums that a conference raises, that an appeal asks for, that somebody undertakes to pay or heads a list with."""
    for number, piece in enumerate(matching.row):
        if isinstance(piece, Verb) and not piece.negated:
            _verb(matching, number, piece)
        elif (
            isinstance(piece, Noun)
            and piece.word in PLEDGES
            and matching.row[number - 1].word == "with"
            and number
        ):
            _headed(matching, number, piece)


def _verb(matching: Matching, number: int, verb: Verb) -> None:
    after = matching.clauses.after(number)
    subject = matching.clauses.subject(number)
    governed = after.governed
    objects = after.objects or led_by(governed, ("for",))
    slots: Slots = {}
    if not RAISES.isdisjoint(verb.lemmas) and any(each.word in EVENTS for each in _heads(subject)):
        _towards(matching, slots, [*governed, *_around(matching, subject)])
        _named(slots, subject)
        _tell(matching, number, verb, "raised", _sums(after.objects), slots, "pledged")
    elif not ASKS.isdisjoint(verb.lemmas) and "by" not in {each.preposition for each in governed}:
        _towards(matching, slots, governed)
        if RECIPIENT in slots:
            _tell(matching, number, verb, "asked", _sums(objects), slots, "conditional")
    elif not PAYS.isdisjoint(verb.lemmas) and verb.to and number > 0:
        before = matching.row[number - 1]
        if isinstance(before, Verb) and not PROMISES.isdisjoint(before.lemmas):
            put(slots, "sender", subject, matching.ground.tokens)
            _towards(matching, slots, governed)
            _tell(matching, number, verb, "promised", _sums(after.objects), slots, "pledged")


def _heads(subject: Sequence[Noun]) -> list[Noun]:
    return [each for each in subject if not each.named_last or each.word in EVENTS]


def _around(matching: Matching, subject: Sequence[Noun]) -> list[Governed]:
    """Return the phrases that hang on a subject: "a conference for Yemen"; where a conference is held is no recipient."""
    return [more for each in subject for more in matching.clauses.after_noun(matching.place(each))[0]]


def _named(slots: Slots, subject: Sequence[Noun]) -> None:
    """Take whom a conference is about from its name: "the Yemen conference"."""
    for noun in subject:
        slot = beside_noun(noun, noun.last, owner=False)
        if slot is not None and isinstance(slot.value, str) and len(slot.value) == 2 and slot.value.isupper():
            slots.setdefault(RECIPIENT, slot)


def _towards(matching: Matching, slots: Slots, governed: Sequence[Governed]) -> None:
    """Take whom a sum is for: "for Chad", "for its work in Chad", "in aid to Chad"."""
    for place, (preposition, noun) in enumerate(governed):
        if preposition in FOR and RECIPIENT not in slots:
            near = governed[place + 1 :]
            other = next((each.noun for each in near if each.preposition in ("in", "inside")), None)
            named = actors_of(whose(governed, place), matching.ground.tokens)
            if named is None and other is not None:
                named = actors_of(other, matching.ground.tokens)
            if named is not None and not noun.amounts:
                slots[RECIPIENT] = named


def _sums(nouns: Sequence[Noun]) -> list[tuple[Noun, AmountMention]]:
    return [(noun, each) for noun in nouns for each in noun.amounts if each.role == "money"]


def _headed(matching: Matching, number: int, noun: Noun) -> None:
    """Take who leads with a pledge: "Qatar topped the list with a pledge of $3 million"."""
    governor = verb_before(matching.row, number - 1, finite=True)
    if governor is None:
        return
    governed, _, _ = matching.clauses.after_noun(number)
    sums = _sums([noun, *led_by(governed, ("of", "worth"))])
    slots: Slots = {}
    put(slots, "sender", matching.clauses.subject(governor), matching.ground.tokens)
    _towards(matching, slots, governed)
    verb = matching.row[governor]
    if slots and isinstance(verb, Verb):
        _tell(matching, governor, verb, "headed", sums, slots, "pledged")


def _tell(
    matching: Matching,
    number: int,
    verb: Verb,
    construction: str,
    sums: Sequence[tuple[Noun, AmountMention]],
    slots: dict[str, Slot],
    modality: str,
) -> None:
    for noun, amount in sums:
        told = Told(
            grammar().row("transfer", "pledge"),
            construction,
            (verb.head, verb.last),
            Thing(noun, amount, noun.items, noun.last),
        )
        told.slots = dict(slots)
        lent, told.negated = matching.mood(number)
        told.modality = modality if lent in (None, "predicted") else lent
        told.open = True
        told.date(matching.clauses.after(number).dates)
        matching.keep(told)
