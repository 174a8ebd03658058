"""What is told by what is said of it: "the death toll rose to 40", "the number of Kenyan police in Haiti is 400"."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import attrs

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import COMMA, Noun, Piece, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.told import Row, Told, owners, put
from osintkp.reading.mentions import AmountMention

FIGURES = frozenset(("to", "at", "about", "over", "above", "around", "near", "past"))
COUNTED = frozenset((None, "person", "force", "troop"))
STAYING = frozenset(("be", "remain", "go", "stay"))
MISSED = "miss"
GONE = frozenset(("dead", "missing", "unaccounted"))
ASIDE = 12
MEN = frozenset(("people", "troops"))
SIZES = frozenset(("number", "total", "strength", "size"))


def stating(matching: Matching) -> None:
    """Find the losses and forces that a sentence tells by a figure that it puts on them."""
    stated, rows = matching.ground.grammar.things["stating"], _rows()
    for number, verb in matching.verbs:
        if _is_gone(matching, number, verb):
            _gone(matching, rows["loss"], number)
        if not stated.isdisjoint(verb.lemmas):
            for noun in matching.clauses.subject(number):
                row = rows.get(_kind(matching, noun))
                if row is None or noun.amounts:
                    continue
                if verb.word == "include":
                    _includes(matching, row, number)
                else:
                    _state(matching, row, number, noun)
            _among(matching, rows["loss"], number)


@functools.cache
def _rows() -> dict[str, Row]:
    """Return the row of each kind of record that a figure can be put on."""
    return {str(row["kind"]): row for row in grammar().rows if row.get("stated")}


def _kind(matching: Matching, noun: Noun) -> str:
    """Return the kind of record that a subject tells where it gets a figure; the empty string for none."""
    if noun.noun in matching.ground.grammar.things["lost"]:
        return "loss"
    words = matching.ground.tokens.words[noun.first : noun.last + 1]
    if noun.standing & MEN and not SIZES.isdisjoint(words) and _struck(matching, noun):
        return "loss"
    return "troop_deployment" if "troops" in noun.standing and not SIZES.isdisjoint(words) else ""


def _struck(matching: Matching, noun: Noun) -> bool:
    """Tell whether a participle behind a phrase says that they were killed or hurt: "the number of soldiers killed"."""
    at = matching.place(noun) + 1
    verb = matching.row[at] if at < len(matching.row) else None
    rows = matching.ground.grammar.verb_rows
    return (
        isinstance(verb, Verb)
        and verb.bare
        and any(
            matching.ground.grammar.rows[number]["kind"] == "loss"
            for lemma in verb.lemmas
            for number in rows.get(lemma, ())
        )
    )


def _state(matching: Matching, row: Row, number: int, noun: Noun) -> None:
    verb, tokens = matching.row[number], matching.ground.tokens
    roles: dict[str, str] = row["roles"]
    slots = owners(noun, roles.get("owner"), roles.get("adjective"), tokens)
    after = matching.clauses.after(number)
    governed, dates, _ = matching.clauses.after_noun(matching.row.index(noun))
    for preposition, other in (*governed, *after.governed):
        if preposition in roles:
            put(slots, roles[preposition], [other], tokens)
    modality, negated = matching.mood(number)
    for amount, last in _figures(matching, number):
        told = Told(row, "stated", (verb.first, verb.last), Thing(noun, amount, noun.items, last))
        told.slots = dict(slots)
        told.modality, told.negated = modality, negated
        told.date((*after.dates, *dates))
        matching.keep_fitting(told)


def _is_gone(matching: Matching, number: int, verb: Verb) -> bool:
    """Tell whether a verb says of its subject that it is dead or missing."""
    if verb.word != MISSED and verb.word not in STAYING:
        return False
    after = matching.row[number + 1] if number + 1 < len(matching.row) else None
    if verb.word == MISSED:
        return "g" in verb.forms and not isinstance(after, Noun)
    return isinstance(after, Noun) and matching.ground.tokens.words[after.last] in GONE


def _gone(matching: Matching, row: Row, number: int) -> None:
    """Find who is said to be dead or missing: "24 Chadian soldiers are missing"."""
    verb, roles = matching.row[number], row["roles"]
    modality, negated = matching.mood(number)
    for noun in matching.clauses.subject(number):
        for thing in matching.ground.sorting.victims(noun):
            told = Told(row, "gone", (verb.first, verb.last), thing)
            told.slots = owners(noun, roles["owner"], roles["adjective"], matching.ground.tokens)
            told.modality, told.negated = modality, negated
            if thing.amount is not None:
                matching.keep(told)


def _includes(matching: Matching, row: Row, number: int) -> None:
    """Find who is said to be among the dead by their number: "the casualties include 12 Ugandan soldiers"."""
    verb = matching.row[number]
    for other in matching.clauses.after(number).objects:
        for thing in matching.ground.sorting.victims(other) if row["kind"] == "loss" else ():
            told = Told(row, "included", (verb.first, verb.last), thing)
            told.slots = owners(other, "actor", "actor", matching.ground.tokens)
            if thing.amount is not None:
                matching.keep(told)


def _among(matching: Matching, row: Row, number: int) -> None:
    """Find somebody by name who is said to be among the dead: "the commander, Ali Musa, was among those killed"."""
    fallen = matching.ground.grammar.things["fallen"]
    verb, pieces = matching.row[number], matching.row
    if (
        number + 2 < len(pieces)
        and pieces[number + 1].word == "among"
        and _is_fallen(pieces[number + 2], fallen)
    ):
        before = pieces[number - 2 : number - 1] if pieces[number - 1].kind == COMMA else []
        found = matching.clauses.subject(number) or [each for each in before if isinstance(each, Noun)]
    elif "among" in [each.word for each in pieces[max(0, number - ASIDE) : number]]:
        at = next(at for at in range(number - 1, -1, -1) if pieces[at].word == "among")
        found = matching.clauses.after(number).objects if _is_fallen(pieces[at + 1], fallen) else []
    else:
        return
    for noun in found:
        if (
            noun.actors
            and not noun.amounts
            and (noun.actors[-1].mention.by == "person" or noun.passing & MEN)
        ):
            told = Told(row, "among", (verb.first, verb.last), Thing(noun, None, (), noun.last))
            told.slots = owners(noun, "actor", "actor", matching.ground.tokens)
            matching.keep(told)


def _is_fallen(piece: Piece, fallen: frozenset[str]) -> bool:
    return isinstance(piece, Noun) and piece.noun in fallen


def _figures(matching: Matching, number: int) -> Iterator[tuple[AmountMention, int]]:
    """Give the figures that a verb puts on its subject, each with the number of the last word of its phrase."""
    after = matching.clauses.after(number)
    nouns = [*after.objects, *led_by(after.governed, FIGURES)]
    for noun in nouns:
        for amount in noun.amounts:
            if amount.role == "count" and amount.unit in COUNTED and not noun.items:
                yield attrs.evolve(amount, unit="person"), noun.last
                return
