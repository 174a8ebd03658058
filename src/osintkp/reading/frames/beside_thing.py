"""What the phrase of a thing itself tells, and what follows it: whose it is, who made or gave it, where and when."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.told import Slots, Told, add, owners, put

MADE = frozenset(("make", "manufacture", "produce", "build", "supply", "provide", "send", "donate", "sell"))
TAKEN = frozenset(("import", "imports"))


def fill_beside(matching: Matching, told: Told, thing: Thing) -> None:
    """
    Fill what is still open from the phrase of the thing itself and what follows it.

    Args:
        matching: The sentence.
        told: The event.
        thing: What it passes on.
    """
    roles: dict[str, str] = told.row["roles"]
    whole = matching.wholes.get(id(thing.noun))
    for field, slot in _owners(matching, roles, thing.noun, whole).items():
        _fill_owner(matching, told, thing, field, slot)
    number = matching.places.get(id(thing.noun))
    if number is None:
        return
    maker = roles.get("thing-from")
    if maker is not None and maker not in told.slots:
        put(told.slots, maker, _makers(matching, number), matching.ground.tokens)
    governed, dates, _ = matching.clauses.after_noun(number)
    if whole is not None:
        governed = [*governed, *matching.clauses.after_noun(matching.place(whole))[0]]
    for preposition, other in governed:
        field_of = roles.get(f"thing-{preposition}")
        if field_of is not None and field_of not in told.slots:
            put(told.slots, field_of, [other], matching.ground.tokens)
    told.date(dates)


def _owners(matching: Matching, roles: dict[str, str], noun: Noun, whole: Noun | None) -> Slots:
    """Return what the owner and the adjectives of a thing fill, and those of the delivery that it is in."""
    tokens, adjective = matching.ground.tokens, roles.get("thing-adjective")
    owner = roles.get("thing-owner") or (None if noun.owner else adjective)
    found = owners(noun, owner, adjective, tokens)
    if whole is not None:
        found |= owners(whole, roles.get("thing-owner"), adjective, tokens)
    return found


def _fill_owner(matching: Matching, told: Told, thing: Thing, field: str, slot: Slot) -> None:
    if told.kind == "loss" and slot.rule == "adjective" and _is_maker(matching, slot):
        return
    if told.row.get("foreign") and slot.rule == "adjective":
        told.slots[field] = slot
    if field == "sender" and thing.noun.word in TAKEN:
        field = "recipient"  # "40% of Sudanese imports": whose they are takes them in
    add(told.slots, field, slot)
    share = thing.amount is not None and thing.amount.role == "percent" and slot.rule == "owner"
    if share and field == "sender" and told.slots["sender"] is not slot:
        told.slots["recipient"] = slot


def _is_maker(matching: Matching, slot: Slot) -> bool:
    """Tell whether an adjective says who made goods, and not whose they are: "Iranian-made drones"."""
    ground = matching.ground
    after = ground.tokens.at(slot.end or 0)
    return not ground.grammar.things["made"].isdisjoint(ground.tokens.words[after : after + 2])


def _makers(matching: Matching, number: int) -> list[Noun]:
    """Return who is said right after goods to have made or given them: "drones made in Turkey"."""
    row = matching.row
    verb = row[number + 1] if number + 3 < len(row) else None
    if not isinstance(verb, Verb) or not verb.bare or MADE.isdisjoint(verb.lemmas):
        return []
    noun = row[number + 3]
    return [noun] if row[number + 2].word in ("in", "by", "from") and isinstance(noun, Noun) else []
