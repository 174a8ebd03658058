"""Whom a sentence calls a supplier or a buyer of goods: "France is Morocco's largest supplier of arms"."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import COMMA, VERB, Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.frames.beside_thing import fill_beside
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of, beside_noun
from osintkp.reading.frames.told import Row, Told, owners, put
from osintkp.reading.mentions import AmountMention

BEHIND = (",", "with", "")
WHOLES = frozenset(("total", "percent", "cent", "%", "all", "whole"))
RULES = frozenset(("supplier", "buyer"))


def supplying(matching: Matching) -> None:
    """Find the deliveries that a sentence tells by calling somebody a supplier or a buyer."""
    grammar = matching.ground.grammar
    for number, noun in matching.nouns:
        if noun.noun is None or noun.none:
            continue
        for each in grammar.noun_rows.get(noun.noun, ()):
            if grammar.rows[each]["rule"] in RULES:
                _supply(matching, grammar.rows[each], number, noun)


def supplied(matching: Matching) -> None:
    """Find the deliveries that stand before the goods themselves: "Turkish-supplied drones"."""
    grammar, tokens = matching.ground.grammar, matching.ground.tokens
    frame = grammar.rows[grammar.verb_rows["supply"][0]]
    for noun in matching.row:
        if not isinstance(noun, Noun) or not noun.items or not noun.actors or matching.taken(noun):
            continue
        words = tokens.words[noun.actors[0].last + 1 : noun.last]
        slot = beside_noun(noun, noun.last, owner=False)
        if slot is None or grammar.things["supplied"].isdisjoint(words):
            continue
        for thing in matching.ground.sorting.goods([noun]):
            told = Told(frame, "adjective", (noun.first, noun.last), thing)
            told.slots, told.open = {"sender": slot}, True
            matching.keep_fitting(told)


def _supply(matching: Matching, frame: Row, number: int, noun: Noun) -> None:
    """Add an event for each that the noun is said of."""
    tokens, roles = matching.ground.tokens, frame["roles"]
    governed, dates, end = matching.clauses.after_noun(number)
    thing = _goods(matching, noun, [each.noun for each in governed if roles.get(each.preposition) == "thing"])
    whom, at = _whom(matching, number, end)
    if thing is None and any(each.bracketed is not None for each in whom):
        thing = Thing(noun, None, (), noun.last)
    if thing is None or not whom:
        return
    if not tokens.words[noun.last].endswith("s"):
        whom = whom[-1:]  # "from Mali and Chad, which became the first supplier": one is meant
    modality, negated = matching.mood(at) if at is not None else (None, False)
    share = next(
        (
            each.noun.amounts[0]
            for each in governed
            if each.preposition in ("with", "at") and each.noun.amounts
        ),
        None,
    )
    share = share or _behind(matching, end)
    for who in whom:
        told = Told(
            frame,
            "noun",
            (noun.last, noun.last),
            thing._replace(amount=_figure(matching, who, thing) or share),
        )
        put(told.slots, roles["who"], [who], tokens)
        for field, slot in owners(noun, roles["owner"], roles["adjective"], tokens).items():
            told.slots.setdefault(field, slot)
        for preposition, other in governed:
            if roles.get(preposition) in ("sender", "recipient"):
                put(told.slots, roles[preposition], [other], tokens)
        if thing.noun is not noun:
            fill_beside(matching, told, thing)
        told.modality, told.negated = modality, negated
        told.date(dates)
        if negated and not {"sender", "recipient"} <= told.slots.keys():
            continue  # "it is no major exporter" denies nothing that anybody told
        if told.fits() and not matching.keep(told) and len(whom) > 1:
            matching.told.append(told)


def _behind(matching: Matching, end: int) -> AmountMention | None:
    """Return the share behind a comma: "the largest buyer, with 12 percent of the total"; None for none."""
    row = matching.row[end + 1 : end + 4]
    if len(row) < len(BEHIND) or tuple(each.word for each in row[:2]) != BEHIND[:2]:
        return None
    noun = row[2]
    found = noun.amounts if isinstance(noun, Noun) and noun.word in WHOLES else ()
    return next((each for each in found if each.role == "percent"), None)


def _figure(matching: Matching, who: Noun, thing: Thing) -> AmountMention | None:
    """Return the figure of one supplier or buyer: in brackets or behind it, "Mali with $9 million"; else that of the goods."""
    if who.bracketed is not None:
        return who.bracketed
    row, at = matching.row, matching.place(who)
    figure = row[at + 2] if at + 2 < len(row) and row[at + 1].word in ("at", "with") else None
    return figure.amounts[0] if isinstance(figure, Noun) and figure.amounts else thing.amount


def _goods(matching: Matching, noun: Noun, governed: list[Noun]) -> Thing | None:
    """Return what is supplied: what "of" names, else what stands before the noun itself."""
    told = matching.ground.sorting.goods(governed)
    if told:
        return told[0]
    return Thing(noun, None, noun.items, noun.last) if noun.items else None


def _whom(matching: Matching, number: int, end: int) -> tuple[list[Noun], int | None]:
    """Return whom a noun is said of, and the place of the verb between them; None where it stands beside them."""
    row, copulas = matching.row, matching.ground.grammar.things["copulas"]
    before = row[number - 1] if number > 0 else None
    after = row[end + 1] if end + 1 < len(row) else None
    if isinstance(before, Verb) and not copulas.isdisjoint(before.lemmas):
        return _actors(matching, matching.clauses.subject(number - 1)), number - 1
    if isinstance(after, Verb) and not copulas.isdisjoint(after.lemmas):
        return _actors(matching, matching.clauses.after(end + 1).objects), end + 1
    if before is not None and before.kind == COMMA and number > 1:
        found = _actors(matching, [each for each in (row[number - 2],) if isinstance(each, Noun)])
        if found:
            return found, None
    if (
        after is not None
        and after.kind == COMMA
        and end + 3 < len(row)
        and row[end + 3].kind in (COMMA, VERB)
    ):
        return _actors(matching, [each for each in (row[end + 2],) if isinstance(each, Noun)]), None
    return [], None


def _actors(matching: Matching, nouns: list[Noun]) -> list[Noun]:
    """Return the actors of phrases one by one, those of a row apart; pronouns stand for theirs."""
    flat = [part for noun in nouns for part in (noun.parts or (noun,))]
    return [each for each in flat if each.pronoun or actors_of(each, matching.ground.tokens) is not None]
