"""An event while it is put together, and how its fields are filled from phrases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from osintkp.reading.clauses.pieces import Dated, Noun
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import DIRECTED, Slot
from osintkp.reading.frames.slots import CARRIERS, OTHERS, actors_of, beside_noun, owned, planned
from osintkp.reading.frames.struck import field_of, helped, sending, striker
from osintkp.reading.tokens import Tokens

Row = dict[str, Any]
Slots = dict[str, Slot]
PLACES = frozenset(("place", "origin", "destination", "via"))
TOGETHER = frozenset(("participants", "parties"))
PARTIES = ("sender", "recipient")
WAYS = frozenset(("axis", "route", "corridor", "border", "line", "railway", "pipeline"))
BORDERS = frozenset(("border", "borders", "frontier", "frontiers", "frontline", "front"))
STANDS = ("agent", "troops")
LANDS = frozenset(("country", "nation", "kingdom", "republic", "state"))
LAND = "country"
THERE = 0.6
BETWEEN = 0.5


class Ratio(NamedTuple):
    """
    A figure divided by another, as a sentence tells it.

    Attributes:
        value: The ratio in the notation of amounts.
        turned: Whether the other figure goes the other way: "received 30 percent more than it sent".
    """

    value: str
    turned: bool


class Told:
    """
    An event while it is put together.

    Attributes:
        kind: The kind of its record.
        rule: The row and the construction.
        row: The row of the frame table.
        trigger: The words of the verb or noun that tells it: numbers of the first and last.
        thing: What it passes on; None for none.
        slots: Its fields so far.
        sentence: The number of its sentence.
        modality: As on an event.
        negated: As on an event.
        whole: The event that it is a part of; None for none.
        lead: The event whose list it is an item of; None for none.
        open: Whether its words point back ("these shipments", "it") or count, so that what is missing may be looked for before.
        against: What it was in return for; None for nothing that is told.
        instead: What it is an alternative to; None for nothing.
        load: The carriers that it is the load of; None for none.
        back: Whether it is what another event of its sentence was in return for.
        ratio: Its figure divided by another's; None for none.
        related: Other events that its figure is told by: the kind of link, the event, and its value as notation or None.
    """

    __slots__ = (
        "against", "back", "instead", "kind", "lead", "load", "modality", "negated", "open", "ratio", "related", "row", "rule", "sentence", "slots", "thing", "trigger", "whole",
    )  # fmt: skip

    def __init__(self, row: Row, construction: str, trigger: tuple[int, int], thing: Thing | None) -> None:
        self.kind: str = row["kind"]
        self.rule = f"{row['family']}.{row['rule']}/{construction}"
        self.row = row
        self.trigger = trigger
        self.thing = thing
        self.slots: Slots = {}
        self.sentence = 0
        self.modality: str | None = row.get("modality")
        self.negated = False
        self.whole: Told | None = None
        self.lead: Told | None = None
        self.open = False
        self.back = False
        self.against: Told | None = None
        self.instead: Told | None = None
        self.load: Told | None = None
        self.ratio: Ratio | None = None
        self.related: list[tuple[str, Told, str | None]] = []

    def date(self, dates: Sequence[Dated]) -> None:
        """Give it the first of the dates, unless it has one."""
        if dates and "when" not in self.slots:
            date = dates[0].date
            self.slots["when"] = Slot(value=date, start=date.start, end=date.end, rule="beside")

    def who(self, field: str) -> str | None:
        """Return the one actor in a field; None where there is none, or several."""
        slot = self.slots.get(field)
        return slot.value if slot is not None and isinstance(slot.value, str) else None

    def has(self, field: str) -> bool:
        """Tell whether a field is filled; ``thing``, ``amount``, ``person`` are what it passes on, its figure, its name."""
        if field == "thing":
            return self.thing is not None
        if field == "amount":
            return (self.thing is not None and self.thing.amount is not None) or field in self.slots
        if field == "person":
            return (
                self.thing is not None
                and self.thing.noun.named_last
                and self.thing.noun.actors[-1].mention.by == "person"
            )
        return field in self.slots

    def complete(self, other: Told) -> None:
        """Take a sender or recipient that is still open from another event of its sentence on the same goods."""
        if self.kind != "shipment" or (self.negated, self.modality) != (other.negated, other.modality):
            return
        known = {each.value for field in PARTIES if (each := self.slots.get(field)) is not None}
        for field in PARTIES:
            slot = other.slots.get(field)
            if slot is not None and slot.value not in known:
                self.slots.setdefault(field, slot)

    def fits(self) -> bool:
        """Tell whether it has what its row needs; an open one may still get its sender and recipient."""
        slots = self.slots
        sender, recipient = slots.get("sender"), slots.get("recipient")
        if self.row.get("third") and recipient is not None and recipient.rule == "pronoun":
            return False
        if (
            sender is not None
            and recipient is not None
            and sender.value == recipient.value
            and sender.rule != "pronoun"
        ):
            if self.row.get("foreign") or recipient.rule in ("place", "adjective"):
                return False
            del slots["recipient"]
        there = slots.get("there")
        abroad = there is not None and (sender is None or there.value != sender.value)
        if there is not None and abroad and self.kind == "troop_deployment":
            slots.setdefault("recipient", there)
        if self.row.get("several") and len(ids(slots.get("participants"))) + ("one" in slots) < 2:
            return False
        for fields in self.row["needs"]:
            if any(self.has(field) for field in fields) or self.row.get("recalled") in fields:
                continue
            if not (self.open and self.kind in DIRECTED and {"sender", "recipient"}.intersection(fields)):
                return False
        return True


def put(slots: Slots, field: str, nouns: Sequence[Noun], tokens: Tokens) -> None:
    """Fill a field from phrases, the first that fits; the place of an actor fills the field for the place too."""
    if field == "pair":
        _pair(slots, nouns, tokens)
        return
    asked = field
    for noun in nouns:
        field = field_of(asked, noun)
        if field in PLACES:
            _place(slots, field, noun, tokens)
            continue
        if noun.word in WAYS and len(noun.actors) > 1:
            _pair(slots, [noun], tokens)
            continue
        slot = planned(field, noun) or actors_of(noun, tokens)
        slot = slot or pronoun(noun, tokens) or _decider(noun, tokens)
        if slot is None and field == "by":
            slot = striker(noun) or (pronoun(noun, tokens, weapon=True) if noun.items else None)
        elif slot is None and field == "sender":
            slot = sending(noun)
        elif slot is None and field == "recipient":
            slot = helped(noun)
        if slot is None:
            continue
        if field in TOGETHER and slot.rule == "pronoun":
            slots.setdefault("one", slot)
            continue
        add(slots, field, slot)
        if noun.places and field in ("sender", "recipient"):
            _place(slots, "origin" if field == "sender" else "destination", noun, tokens)


def add(slots: Slots, field: str, slot: Slot) -> None:
    """Fill a field, unless it is filled; one that holds several actors gets one more."""
    if field in TOGETHER:
        slots[field] = together(slots.get(field), slot)
    elif field not in slots or (_of_carrier(slots[field]) and slot.confidence > slots[field].confidence):
        slots[field] = slot


def _of_carrier(slot: Slot) -> bool:
    """Tell whether only the flag of a ship or truck fills a field: "the Kenyan ship carried arms from Chad"."""
    return slot.rule == "adjective" and slot.confidence <= CARRIERS


def pronoun(noun: Noun, tokens: Tokens, *, weapon: bool = False) -> Slot | None:
    """Return "it" or "its" as a slot whose actor is still to be found; None where there is no such word."""
    own = weapon or (not noun.standing.isdisjoint(STANDS) and noun.word not in OTHERS)
    word = noun.pronoun or (noun.owner if own else "")
    if not word and noun.word in LANDS and noun.definite and not (noun.actors or noun.places):
        word = LAND
    if not word:
        return None
    return Slot(
        value=word,
        start=tokens.starts[noun.first],
        end=tokens.ends[noun.first],
        rule="pronoun",
        confidence=0.0,
    )


def _decider(noun: Noun, tokens: Tokens) -> Slot | None:
    """Return whose plan or promise it is to do what follows: "Chad's decision to send", "its pledge of sending"."""
    if noun.complement is None:
        return None
    found = owners(noun, "owner", "adjective", tokens)
    return found.get("owner") or found.get("adjective")


def owners(noun: Noun, owner_field: str | None, adjective_field: str | None, tokens: Tokens) -> Slots:
    """Return what the owner and the adjectives before a noun fill."""
    found: Slots = {}
    owner = beside_noun(noun, noun.last, owner=True)
    if owner is None and noun.owner:
        owner = owned(noun, tokens)
    adjective = beside_noun(noun, noun.last, owner=False)
    if (
        adjective is None
        and noun.named_last
        and (noun.amounts or "troops" in noun.standing or "people" in noun.standing)
    ):
        adjective = actors_of(noun, tokens)
    for field, slot in ((owner_field, owner), (adjective_field, adjective)):
        if field is not None and slot is not None:
            add(found, field, slot)
    return found


def _pair(slots: Slots, nouns: Sequence[Noun], tokens: Tokens) -> None:
    values: list[Slot] = []
    for noun in nouns:
        slot = actors_of(noun, tokens) or beside_noun(noun, noun.last, owner=False)
        if slot is not None:
            values += [
                Slot(value=each, start=slot.start, end=slot.end, rule="between", confidence=BETWEEN)
                for each in ids(slot)
            ]
    if len(values) > 1:
        add(slots, "sender", values[0])
        add(slots, "recipient", values[1])


def _place(slots: Slots, field: str, noun: Noun, tokens: Tokens) -> None:
    told_of = noun.places or noun.actors or noun.word in BORDERS
    if field in slots or not told_of or _ends_in_goods(noun, tokens):
        return
    start, end = tokens.starts[noun.first], tokens.ends[noun.last]
    slots[field] = Slot(value=tokens.text[start:end], start=start, end=end, rule="place")
    told = actors_of(noun, tokens)
    if told is not None and field == "place" and not isinstance(told.value, tuple):
        slots.setdefault(
            "there", Slot(value=told.value, start=told.start, end=told.end, rule="place", confidence=THERE)
        )


def _ends_in_goods(noun: Noun, tokens: Tokens) -> bool:
    """Tell whether a phrase is about goods or money, and no place: "in Ankara's pay"."""
    return not noun.places and any(each.end >= tokens.ends[noun.last] for each in noun.items)


def together(slot: Slot | None, other: Slot) -> Slot:
    """Return one slot with the actors of two."""
    if slot is None:
        return other
    values = tuple(dict.fromkeys([*ids(slot), *ids(other)]))
    return Slot(
        value=values if len(values) > 1 else values[0], start=slot.start, end=slot.end, rule=slot.rule,
        confidence=min(slot.confidence, other.confidence),
    )  # fmt: skip


def ids(slot: Slot | None) -> tuple[str, ...]:
    """Return the actors of a slot."""
    if slot is None:
        return ()
    return slot.value if isinstance(slot.value, tuple) else (str(slot.value),)
