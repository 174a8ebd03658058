"""Who stands in which place beside a verb: its subject, objects and prepositions, and places that other words fill."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from osintkp.reading.clauses.governed import Governed, led_by
from osintkp.reading.clauses.meant import whose, within
from osintkp.reading.clauses.pieces import COMMA, STOP, Noun, Verb
from osintkp.reading.clauses.sorts import sort_of
from osintkp.reading.clauses.subjects import MOTIVES
from osintkp.reading.clauses.walking import Beside
from osintkp.reading.frames.blows import ON_WHOM, STRUCK, blow, joined_governed
from osintkp.reading.frames.bonds import sent_by
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import beside_noun
from osintkp.reading.frames.told import PARTIES, Row, Slots, owners, put

Sides = list[tuple[str, list[Noun]]]
OWNED = "-owner"
CALLED = frozenset(
    ("country", "countries", "state", "states", "nation", "nations", "government", "governments")
)
COPULAS = frozenset(("be", "become", "remain"))
COUNTRIES = ("country", "state", "nation", "government", "supplier", "donor")
UNFILLED = ("", "thing", "figure", "pair")
TURNED = frozenset(("turn", "look", "go", "approach"))


class Clause(NamedTuple):
    """
    A verb with what stands beside it, as a row reads it.

    Attributes:
        number: The place of the verb in its sentence.
        verb: The verb.
        after: What stands after it.
        subject: Its subject, or what it says more on.
        passive: Whether its subject is what something is done with.
    """

    number: int
    verb: Verb
    after: Beside
    subject: list[Noun]
    passive: bool


def sides_of(matching: Matching, row: Row, clause: Clause) -> Sides:
    """
    Return for each field of a row the phrases that stand in its places beside the verb.

    Args:
        matching: The sentence.
        row: The row of the frame table.
        clause: The verb with what stands beside it.
    """
    roles: dict[str, str] = row["roles"]
    after = clause.after
    sides = _passive(roles, clause) if clause.passive else _active(matching, roles, clause)
    governed = after.governed or (joined_governed(matching, clause.number) if row["kind"] == "loss" else [])
    for place, (preposition, noun) in enumerate(governed):
        field = roles.get(preposition) or roles.get(f"thing-{preposition}", "")
        if clause.passive and preposition == "by":
            field = roles.get("subject", "")
        if preposition == "for" and place and governed[place - 1].noun.word in MOTIVES:
            continue  # "seized a tanker in retaliation for Chad's raid"
        sides.append((field, [whose(governed, place) if field in PARTIES else noun]))
    if after.aim is not None and "aim" in roles:
        hanging = matching.clauses.after_noun(matching.place(after.aim))[0]
        sides.append((roles["aim"], [whose([Governed("for", after.aim), *hanging], 0)]))
    if row["kind"] == "loss":
        blows = clause.subject if roles.get("subject") == "by" and not clause.passive else ()
        for noun in blows or blow(matching, clause.number):
            if not blows:
                sides.append(("by", [noun]))
            hanging, _, _ = matching.clauses.after_noun(matching.place(noun))
            sides += [("by", [each.noun]) for each in hanging if each.preposition == "by"]
            struck = STRUCK | {"of"} if noun.word in ON_WHOM else STRUCK
            sides += [("actor", [each.noun]) for each in hanging if each.preposition in struck]
    return sides


def slots_of(matching: Matching, row: Row, clause: Clause, sides: Sides) -> Slots:
    """
    Return the fields that the phrases beside a verb fill, and those that words around its clause fill.

    Args:
        matching: The sentence.
        row: The row of the frame table.
        clause: The verb with what stands beside it.
        sides: The phrases, by field.
    """
    tokens = matching.ground.tokens
    slots: Slots = {}
    for field, nouns in sides:
        if field.endswith(OWNED):
            _fill_owned(matching, slots, field.removesuffix(OWNED), nouns)
        elif field not in UNFILLED:
            put(slots, field, nouns, tokens)
    put(slots, "pair", [noun for field, nouns in sides if field == "pair" for noun in nouns], tokens)
    _fill_given(row, slots, clause)
    return slots


def fill_around(matching: Matching, row: Row, slots: Slots, clause: Clause) -> None:
    """
    Fill who sells from another verb before the clause: "turned to Iran to buy drones", "had troops moved".

    Args:
        matching: The sentence.
        row: The row of the frame table.
        slots: The fields so far.
        clause: The verb with what stands beside it.
    """
    _fill_turned(matching, row, slots, clause)
    _fill_caused(matching, row, slots, clause)


def _passive(roles: dict[str, str], clause: Clause) -> Sides:
    """Return the subject and the object that is left of a passive: "Chad was given trucks", "trucks were given"."""
    retained = bool(clause.after.objects) and "indirect" in roles
    given = retained and not any(sort_of(each) == "goods" for each in clause.subject)
    sides: Sides = [(roles.get("indirect" if given else "object", ""), clause.subject)]
    if retained:
        sides.append((roles.get("object", ""), clause.after.objects))
    return sides


def _active(matching: Matching, roles: dict[str, str], clause: Clause) -> Sides:
    subject = clause.subject
    if roles.get("subject") in PARTIES:
        subject = [within(noun, matching.place(noun), matching.clauses) for noun in subject]
        subject = [_listed(matching, noun) for noun in subject]
    elif roles.get("subject") == "participants":
        subject = [each for noun in subject for each in sent_by(matching, noun)]
    sides: Sides = [(roles.get("subject", ""), subject), (roles.get("object", ""), clause.after.objects)]
    if clause.after.indirect is not None:
        sides.append((roles.get("indirect", ""), [clause.after.indirect]))
    return sides


def _listed(matching: Matching, noun: Noun) -> Noun:
    """
    Return who countries without a name are: "three countries sent arms, Mali, Chad and Togo", "Mali is the only country sending".

    Args:
        matching: The sentence.
        noun: The subject.
    """
    if noun.actors or noun.places:
        return noun
    place = matching.place(noun)
    before = matching.row[place - 1] if 0 < place < len(matching.row) else None
    if noun.word in CALLED and isinstance(before, Verb) and not COPULAS.isdisjoint(before.lemmas):
        return next(iter(matching.clauses.subject(place - 1)), noun)
    count = next((each.best for each in noun.amounts if each.unit in COUNTRIES), None)
    for at, piece in enumerate(matching.row[1:], 1) if count is not None else ():
        if (
            isinstance(piece, Noun)
            and len(piece.parts) == count
            and matching.row[at - 1].kind in (COMMA, STOP)
        ):
            return piece
    return noun


def _fill_given(row: Row, slots: Slots, clause: Clause) -> None:
    """Take who gets the goods from before them: "sold Iran missiles" is one phrase to the eye."""
    field = row["roles"].get("indirect")
    if field is None or field in slots or clause.passive or not clause.after.objects:
        return
    first = clause.after.objects[0]
    if not (first.actors and first.items) or "troops" in first.standing:
        return
    named = first.actors[0]
    if first.amounts and first.amounts[0].start < named.mention.start:
        return
    if named.mention.by == "adjective" or named.owns or first.items[0].start < named.mention.end:
        return
    slot = beside_noun(first, named.last + 1, owner=False)
    if slot is not None:
        slots[field] = slot


def _fill_turned(matching: Matching, row: Row, slots: Slots, clause: Clause) -> None:
    """Take who sells from "turned to Iran to buy drones"."""
    number, tokens = clause.number, matching.ground.tokens
    if "sender" in slots or not clause.verb.to or row["roles"].get("from") != "sender":
        return
    before = matching.row[number - 1] if number > 1 else None
    if isinstance(before, Noun) and matching.row[number - 2].word == "with":
        put(slots, "sender", [before], tokens)
    for at in range(number - 1, max(-1, number - 6), -1):
        piece = matching.row[at]
        if isinstance(piece, Verb):
            if TURNED.intersection(piece.lemmas):
                governed = matching.clauses.after(at).governed
                put(slots, "sender", led_by(governed, ("to",)), tokens)
            return


def _fill_caused(matching: Matching, row: Row, slots: Slots, clause: Clause) -> None:
    """Take who has it done: "Egypt had troops moved to the border"."""
    field, number = row["roles"].get("subject"), clause.number
    if not clause.passive or field != "sender" or field in slots or number < 2:
        return
    verb, noun = matching.row[number - 2 : number]
    if isinstance(verb, Verb) and verb.word in ("have", "get") and isinstance(noun, Noun):
        put(slots, field, matching.clauses.subject(number - 2), matching.ground.tokens)


def _fill_owned(matching: Matching, slots: Slots, field: str, nouns: Sequence[Noun]) -> None:
    """Take whose goods hold others: "chips in Russian missiles"."""
    for noun in nouns:
        if matching.ground.sorting.is_goods(noun):
            for slot in owners(noun, field, field, matching.ground.tokens).values():
                slots.setdefault(field, slot)
