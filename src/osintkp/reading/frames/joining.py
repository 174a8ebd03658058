"""From what sentences tell to events: pronouns and what is left open are looked for before, and events are linked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import attrs

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.events import Event, Slot
from osintkp.reading.frames.comparing import figure_of, lent_load, related
from osintkp.reading.frames.launching import launchers
from osintkp.reading.frames.losing import is_loss, losers
from osintkp.reading.frames.prominence import Prominence
from osintkp.reading.frames.recalling import recalled
from osintkp.reading.frames.returning import bargained
from osintkp.reading.frames.sole import sole
from osintkp.reading.frames.spacing import length_of
from osintkp.reading.frames.told import DIRECTED, Told
from osintkp.reading.pages.structure import Structure

PARAGRAPH = 0.5
DOCUMENT = 0.35
PART_NEAR = 0.06
PART_EVERYWHERE = 0.12
PERSONAL = frozenset(("he", "she", "him", "her", "his"))
MOST = 24
SEVERAL_TOLD = 2
CARRIERS = frozenset(
    ("container", "voyage", "trip", "ship", "truck", "crate", "railcar", "wagon", "tanker", "vessel")
)
OPPOSED = (("sender", "recipient"), ("actor", "by"))
SEVERAL = {"shipment": "sender", "troop_deployment": "sender", "weapons_test": "actor"}
SPEAKERS = frozenset(("we", "i", "our", "us", "you", "my", "your"))


def joined(
    told: list[Told],
    topics: list[tuple[int, Slot]],
    fights: list[tuple[str, str]],
    ground: Ground,
    structure: Structure,
) -> list[Event]:
    """Return the events of a text from what its sentences tell, in order; also by who fights whom in it."""
    _pronouns(told, topics)
    recalled(told, topics)
    launchers(told, ground.tokens.words)
    _returns(told)
    _loads(told, structure)
    related(told, ground.tokens.text)
    _inside(told)
    prominence = Prominence(ground)
    _pairs(told, structure, prominence)
    bargained(told, ground)
    losers(told, topics, fights, ground, structure)
    for each in told:
        if each.lead is not None:
            for field, slot in each.lead.slots.items():
                each.slots.setdefault(field, slot)
    kept = [each for each in told if _complete(each)]
    sole(kept, prominence)
    numbers: dict[int, list[int]] = {}
    found: list[Event] = []
    for each in kept:
        for event in _events(each, ground):
            numbers.setdefault(id(each), []).append(len(found))
            found.append(event)
    for each in kept:
        for kind, other, value in (
            ("part_of", each.whole, None),
            ("contained_in", each.load, None),
            ("alternative_to", each.instead, None),
            ("in_return_for", each.against, None),
            *each.related,
        ):
            if other is not None and id(other) in numbers:
                for number in numbers[id(each)]:
                    link = (kind, numbers[id(other)][0], value)
                    found[number] = attrs.evolve(found[number], links=(*found[number].links, link))
    return found


def _pronouns(told: list[Told], topics: list[tuple[int, Slot]]) -> None:
    """Put for "it", "they", "its" the actor named before them: in their sentence, else the first of the sentence before."""
    at = 0
    for each in told:
        while at < len(topics) and topics[at][0] < each.sentence:
            at += 1
        for field, slot in list(each.slots.items()):
            if slot.rule != "pronoun":
                continue
            del each.slots[field]
            if slot.value in SPEAKERS:
                continue
            taken = {
                str(other.value)
                for name, other in each.slots.items()
                if any(name in pair and field in pair for pair in OPPOSED)
            }
            source = _meant(topics, at, each.sentence, slot, taken)
            if source is not None:
                each.slots[field] = Slot(
                    value=source.value, start=slot.start, end=slot.end, rule="pronoun", confidence=0.6
                )


def _returns(told: list[Told]) -> None:
    """Turn round for what was given in return: "aid in return for arms"."""
    for each in told:
        if not each.back:
            continue
        other = next(
            (o for o in told if o.sentence == each.sentence and {"sender", "recipient"} <= o.slots.keys()),
            None,
        )
        if other is not None and other is not each:
            other.against = each
        if other is not None and not each.slots.keys() & {"sender", "recipient"}:
            for field, source in (("sender", "recipient"), ("recipient", "sender")):
                each.slots[field] = attrs.evolve(other.slots[source], rule="return", confidence=PARAGRAPH)


def _meant(
    topics: list[tuple[int, Slot]], at: int, sentence: int, slot: Slot, taken: set[str]
) -> Slot | None:
    """Return the actor that a pronoun means: the last before it in its sentence, else the first of the one before."""
    person = slot.value in PERSONAL
    place = slot.start or 0
    fitting = [
        each for number, each in topics[max(0, at - MOST) : at + MOST]
        if number == sentence and (each.start or 0) < place and _can_be(each, taken, person=person)
    ]  # fmt: skip
    if fitting:
        return fitting[-1]
    before = at - 1
    if before < 0 or topics[before][0] < sentence - 2:
        return None
    number = topics[before][0]
    fitting = [
        each for other, each in topics[max(0, at - MOST) : at] if other == number and _can_be(each, taken, person=person)
    ]  # fmt: skip
    return fitting[0] if fitting else None


def _can_be(slot: Slot, taken: set[str], *, person: bool) -> bool:
    named = isinstance(slot.value, str) and slot.value not in taken
    return named and (slot.rule == "person" or not person)


class _Pairs:
    """Who gives and who gets, as told in full, counted."""

    __slots__ = ("_counts", "_from", "_to")

    def __init__(self) -> None:
        self._from: dict[str, dict[str, int]] = {}
        self._to: dict[str, dict[str, int]] = {}
        self._counts: dict[tuple[str, str], int] = {}

    def add(self, sender: str, recipient: str) -> None:
        """Count a pair."""
        self._counts[sender, recipient] = self._counts.get((sender, recipient), 0) + 1
        for index, key, other in ((self._from, sender, recipient), (self._to, recipient, sender)):
            counts = index.setdefault(key, {})
            counts[other] = counts.get(other, 0) + 1

    def fitting(self, sender: str | None, recipient: str | None) -> tuple[str, str] | None:
        """
        Return the pair that fits what is known; None where no pair is clearly first.

        It is one that is told so, else the other way round, else whom nearly all of several others give to or get from.
        """
        if sender is not None:
            other = (
                _first(self._from.get(sender, {}))
                or _first(self._to.get(sender, {}))
                or _only(self._to, sender)
            )
            return None if other is None else (sender, other)
        if recipient is not None:
            other = (
                _first(self._to.get(recipient, {}))
                or _first(self._from.get(recipient, {}))
                or _only(self._from, recipient)
            )
            return None if other is None else (other, recipient)
        return _first(self._counts)


Key = TypeVar("Key")


def _first(counts: Mapping[Key, int]) -> Key | None:
    """Return what was counted in at least two cases of three; None where nothing was."""
    if not counts:
        return None
    best = max(counts, key=lambda each: counts[each])
    return best if counts[best] * 3 >= sum(counts.values()) * 2 else None


def _only(index: Mapping[str, Mapping[str, int]], known: str) -> str | None:
    """Return the end at which nearly all goods of a text begin or arrive, told at least twice; None for none, or the other end."""
    counts = {end: sum(others.values()) for end, others in index.items()}
    best = _first(counts)
    return best if best is not None and best != known and counts[best] >= SEVERAL_TOLD else None


def _pairs(told: list[Told], structure: Structure, prominence: Prominence) -> None:
    """
    Fill a sender or recipient that is left open from the pair that the paragraph, or the whole text, is about.

    Only whom the text is much about is filled in: a state named once in passing is not who "they" were.
    """
    everywhere = _Pairs()
    blocks: dict[int, _Pairs] = {}
    for each in told:
        sender, recipient = _known(each, "sender"), _known(each, "recipient")
        if each.kind in DIRECTED and sender is not None and recipient is not None:
            everywhere.add(sender, recipient)
            blocks.setdefault(structure.sentences[each.sentence].block, _Pairs()).add(sender, recipient)
    for each in told:
        missing = [field for field in ("sender", "recipient") if field not in each.slots]
        if each.kind not in DIRECTED or not missing or not (each.open or len(missing) == 1):
            continue
        near = blocks.get(structure.sentences[each.sentence].block)
        for pairs, rule, sure, part in (
            (near, "paragraph", PARAGRAPH, PART_NEAR),
            (everywhere, "document", DOCUMENT, PART_EVERYWHERE),
        ):
            pair = None if pairs is None else pairs.fitting(_known(each, "sender"), _known(each, "recipient"))
            named = {} if pair is None else dict(zip(("sender", "recipient"), pair, strict=True))
            if named and all(prominence.of(named[field]) >= part for field in missing):
                for field in missing:
                    each.slots[field] = Slot(value=named[field], rule=rule, confidence=sure)
                break


def _loads(told: list[Told], structure: Structure) -> None:
    """Tie what containers could hold to the containers that their paragraph, or the one before, counts."""
    carriers: Told | None = None
    for each in told:
        amount = None if each.thing is None else each.thing.amount
        if amount is None or each.kind != "shipment":
            continue
        block = structure.sentences[each.sentence].block
        if amount.unit in CARRIERS:
            carriers = each
        elif each.modality == "capacity" and carriers is not None:
            near = block - structure.sentences[carriers.sentence].block <= 1
            each.load = carriers if near else None
            if near:
                lent_load(each, carriers)


def _inside(told: list[Told]) -> None:
    """Take a part told in another unit than its carriers for their load: "900 containers, including 40,000 shells"."""
    for each in told:
        part = figure_of(each)
        whole = None if each.whole is None else figure_of(each.whole)
        if part is not None and whole is not None and whole.unit in CARRIERS and part.unit != whole.unit:
            each.load, each.whole = each.load or each.whole, None


def _known(each: Told, field: str) -> str | None:
    slot = each.slots.get(field)
    return slot.value if slot is not None and isinstance(slot.value, str) else None


def _complete(each: Told) -> bool:
    if length_of(each) is not None:
        return True
    if each.kind in DIRECTED and "sender" not in each.slots and "recipient" not in each.slots:
        return each.modality == "capacity" and each.has("amount")
    if each.kind == "loss" and not is_loss(each):
        return False
    return all(any(field == "thing" or each.has(field) for field in fields) for fields in each.row["needs"])


def _events(each: Told, ground: Ground) -> list[Event]:
    """Return an event for each of several senders, or of several who launched."""
    tokens = ground.tokens
    slots = dict(each.slots)
    slots.pop("there", None)
    slots.pop("foe", None)
    start, end = tokens.starts[each.trigger[0]], tokens.ends[each.trigger[1]]
    thing = each.thing
    if thing is not None:
        first, last = tokens.starts[thing.noun.first], tokens.ends[thing.last]
        start, end = min(start, first), max(end, last)
        if thing.amount is not None:
            slots["amount"] = Slot(
                value=thing.amount, start=thing.amount.start, end=thing.amount.end, rule="object"
            )
        item = next((item for item in thing.items if item.path), None)
        if item is not None:
            slots["item"] = Slot(value=item.path, start=item.start, end=item.end, rule="object")
            if item.calibre is not None and each.kind == "shipment":
                slots["calibre"] = Slot(value=item.calibre, start=item.start, end=item.end, rule="object")
        elif thing.amount is not None and thing.amount.item:
            slots["item"] = Slot(
                value=thing.amount.item, start=thing.amount.start, end=thing.amount.end, rule="object"
            )
        elif not each.rule.endswith("/gap"):
            slots["item"] = Slot(
                value=tokens.text[first:last], start=first, end=last, rule="object", confidence=0.5
            )
    for name, slot in slots.items() if each.lead is None else ():
        if name == "when" and slot.rule != "beside":
            continue
        if slot.start is not None and slot.end is not None:
            start, end = min(start, slot.start), max(end, slot.end)
    event = Event(
        kind=each.kind, start=start, end=end, trigger=(tokens.starts[each.trigger[0]], tokens.ends[each.trigger[1]]),
        sentence=each.sentence, rule=each.rule, slots=slots, modality=each.modality, negated=each.negated,
    )  # fmt: skip
    several = SEVERAL.get(each.kind)
    parties = slots.get(several) if several is not None else None
    if several is None or parties is None or not isinstance(parties.value, tuple):
        return [event]
    return [
        attrs.evolve(event, slots={**slots, several: attrs.evolve(parties, value=value)})
        for value in parties.value
    ]
