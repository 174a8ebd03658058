"""Set the verbs of a sentence against the rows of the frame tables, and fill the fields that each row names."""

from __future__ import annotations

from osintkp.reading.clauses.gaps import gap
from osintkp.reading.clauses.meant import no_guests
from osintkp.reading.clauses.passives import closing
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.reduced import is_reduced, said_on
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import Slot
from osintkp.reading.frames.belonging import belongs, pointing
from osintkp.reading.frames.beside_thing import fill_beside
from osintkp.reading.frames.idle import is_for, is_idle
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.parting import parted
from osintkp.reading.frames.passed_on import figured, passed
from osintkp.reading.frames.sides import Clause, Sides, fill_around, sides_of, slots_of
from osintkp.reading.frames.stock import Stock, beside, lends
from osintkp.reading.frames.told import Row, Slots, Told

IMPLIED = 0.7
NO_THING: tuple[None] = (None,)


def verbal(matching: Matching) -> None:
    """Find the events that the verbs of a sentence tell; last, those that only say where goods are from."""
    grammar = matching.ground.grammar
    rows_of, stock = grammar.rows_of, Stock((noun for _, noun in matching.nouns), grammar)
    late: list[tuple[int, Verb, list[Row]]] = []
    for number, verb in matching.verbs:
        rows, last = rows_of(verb.lemmas)
        if rows:
            _try(matching, number, verb, rows, stock)
        if last:
            late.append((number, verb, last))
    for number, verb, rows in late:
        _try(matching, number, verb, rows, stock)


def _try(matching: Matching, number: int, verb: Verb, rows: list[Row], stock: Stock) -> None:
    """Set a verb against those of its rows for which its sentence has something to pass on."""
    fitting = [row for row in rows if stock.has_for(row)]
    if fitting or lends(matching.row, number, verb):
        _match(matching, number, verb, fitting)


def _match(matching: Matching, number: int, verb: Verb, rows: list[Row]) -> None:
    """Set a verb against rows; of those of one kind, the one that finds most tells."""
    after = matching.clauses.after(closing(matching.row, number))
    reduced = not verb.passive and is_reduced(matching.row, number, verb, after)
    if not (after.objects or verb.passive or reduced):
        after = after._replace(objects=gap(matching.row, number))
    best: dict[str, tuple[float, list[Told]]] = {}
    grammar = matching.ground.grammar
    around: dict[bool, tuple[list[Noun], Stock]] = {}
    for row in rows:
        goes = bool(row.get("goes"))
        passive = verb.passive or (reduced and not goes)
        if (row.get("passive") and not passive) or (goes and passive):
            continue
        says_more = reduced and not goes
        if says_more not in around:
            subject = said_on(matching.row, number) if says_more else matching.clauses.subject(number)
            around[says_more] = subject, beside(after, subject, grammar)
        subject, stock = around[says_more]
        if not (stock.has_for(row) or stock.has_inside(row)):
            continue
        made = _made(matching, row, Clause(number, verb, after, subject, passive))
        # of two that fit alike, the one that leaves no object over
        whole = bool(after.objects) and "object" in row["roles"]
        score = sum(10 + len(told.slots) + 5 * told.has("amount") for told in made) + whole / 2
        if made and score > best.get(row["kind"], (0, []))[0]:
            best[row["kind"]] = (score, made)
    for _, made in sorted(best.values(), key=lambda each: not each[1][0].row.get("forces")):
        _commit(matching, made)


def _commit(matching: Matching, made: list[Told]) -> None:
    kept = [told for told in made if matching.keep(told)]
    for told in kept:
        if told.whole is not None and told.whole not in kept:
            told.whole = None


def _made(matching: Matching, row: Row, clause: Clause) -> list[Told]:
    """Return the events that a row finds at a verb; none where it does not fit."""
    if _is_refused(matching, row, clause):
        return []
    sides = sides_of(matching, row, clause)
    things = passed(matching, row, sides, clause.after.parts)
    if not things and row["sought"]:
        return []
    if "implied" in row and any(each.preposition == "with" for each in clause.after.governed):
        return []
    if clause.passive and not clause.verb.passive:
        things = [_of_base(each) for each in things]
    slots = slots_of(matching, row, clause, sides)
    _imply(matching, row, slots, clause.verb)
    fill_around(matching, row, slots, clause)
    things = figured(matching, row, things, sides)
    found = _told(matching, row, clause, slots, things, back=_points_back(row, sides))
    made: list[Told] = []
    for told in found:
        if told.fits() and belongs(
            told, clause.verb, clause.subject, clause.after, matching.ground.tokens.words
        ):
            if told.thing is not None and made:
                told.whole = made[0] if told.thing.part else None
                told.instead = made[-1] if told.thing.noun in clause.after.either else None
            made.append(told)
    return made


def _is_refused(matching: Matching, row: Row, clause: Clause) -> bool:
    """Tell whether the marks of a row speak against what stands beside a verb."""
    objects, grammar = clause.after.objects, matching.ground.grammar
    if row.get("goes") and any(
        (each.amounts and not each.actors) or each.noun in grammar.things["fallen"] for each in objects
    ):
        return True
    if row.get("alone") and objects:
        return True
    if row.get("aboard") and not any("carrier" in each.standing for each in clause.subject):
        return True
    if row["kind"] in ("shipment", "troop_deployment") and is_idle(matching.row, clause, row):
        return True
    if row["kind"] in ("loss", "seizure", "weapons_test") and is_for(matching.row, clause.number):
        return True
    if row["kind"] == "meeting" and "meet" in clause.verb.lemmas and objects and not _meets(objects):
        return True
    if row.get("several") and no_guests(clause.verb, [*objects, *(clause.subject if clause.passive else ())]):
        return True
    return row["kind"] == "loss" and any(each.noun in grammar.nouns_of("transfer") for each in clause.subject)


def _meets(objects: list[Noun]) -> bool:
    """Tell whether a verb of meeting has people for its objects: "met the minister", not "met the limits"."""
    return any(
        each.pronoun or each.named_last or each.standing & {"agent", "people", "troops"} or each.amounts
        for each in objects
    )


def _of_base(thing: Thing) -> Thing:
    """Return a thing with the figure that its own is a part of: "1,000 of the 11,000 troops sent" sends 11,000."""
    return thing._replace(amount=thing.noun.bases[-1]) if thing.amount and thing.noun.bases else thing


def _imply(matching: Matching, row: Row, slots: Slots, verb: Verb) -> None:
    """Take the goods that a verb alone names: "refuelled", "armed"."""
    tokens = matching.ground.tokens
    if row.get("implied"):
        start, end = tokens.starts[verb.head], tokens.ends[verb.last]
        slots["item"] = Slot(value=row["implied"], start=start, end=end, rule="implied", confidence=IMPLIED)


def _told(
    matching: Matching, row: Row, clause: Clause, slots: Slots, things: list[Thing], *, back: bool
) -> list[Told]:
    """Return an event for each thing, or one for none, with all that is told of it."""
    verb, tokens = clause.verb, matching.ground.tokens
    modality, negated = matching.mood(clause.number)
    parties: list[Slots] = [{}] * max(1, len(things))
    if len(things) > 1:
        parties = parted(matching.row, things, matching.places, row, tokens)
    found: list[Told] = []
    for thing, party in zip(things or NO_THING, parties, strict=True):
        noun = None if thing is None else thing.noun
        trigger = (
            (noun.last, noun.last) if row.get("reported") and noun is not None else (verb.head, verb.last)
        )
        told = Told(row, "passive" if clause.passive else "active", trigger, thing)
        told.slots = slots | party
        if thing is not None:
            fill_beside(matching, told, thing)
            told.negated = thing.noun.none
            told.open = thing.amount is not None and (back or (thing.noun.definite and not row.get("strict")))
        told.open = told.open or pointing(told, verb, clause.subject) or _came(told)
        told.modality = modality or told.modality
        told.negated |= negated
        told.date(clause.after.dates)
        found.append(told)
    return found


def _came(told: Told) -> bool:
    """Tell whether forces that the text has told before come to a place: "the officers arrived in Haiti"."""
    if told.kind != "troop_deployment" or not told.row.get("goes") or told.thing is None:
        return False
    noun = told.thing.noun
    return "place" in told.slots and noun.definite and "troops" in noun.standing and not noun.actors


def _points_back(row: Row, sides: Sides) -> bool:
    """Tell whether a phrase beside the verb points back, but for what is passed on."""
    return not row.get("strict") and any(
        _is_known(noun) for field, nouns in sides if field not in ("thing", "") for noun in nouns
    )


def _is_known(noun: Noun) -> bool:
    """Tell whether a phrase points back to goods, carriers or actors told before: "these journeys", "it"."""
    if noun.pronoun or noun.owner:
        return True
    return noun.definite and (
        noun.noun is not None or bool(noun.standing & {"goods", "carrier", "agent", "troops"})
    )
