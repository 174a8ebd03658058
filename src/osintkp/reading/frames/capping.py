"""Caps that bind each side alike, one for each figure: "it limits each country to no more than 900 warheads and 400 launchers"."""

from __future__ import annotations

import attrs

from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import Noun
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.recalling import BOTH
from osintkp.reading.frames.slots import actors_of
from osintkp.reading.frames.told import Told
from osintkp.reading.mentions import AmountMention

CAPS = frozenset(("cap", "limit", "restrict"))
EACH = frozenset(("each", "both", "every", "the", "two"))
SIDES = frozenset(("country", "countries", "side", "sides", "party", "parties", "nation", "nations", "state", "states", "signatory", "signatories"))  # fmt: skip


def capping(matching: Matching) -> None:
    """Find the figures that a verb of limiting sets for somebody, or for each side."""
    for number, verb in matching.verbs:
        if CAPS.isdisjoint(verb.lemmas):
            continue
        after = matching.clauses.after(number)
        bound = matching.clauses.subject(number) if verb.passive else after.objects
        slot = next((found for each in bound if (found := _bound(matching, each)) is not None), None)
        if slot is None:
            continue
        figures = [each.noun for each in after.governed if each.preposition == "to" and each.noun.amounts]
        most = None
        for noun in figures:
            for amount in (_at_most(each, most) for each in noun.amounts):
                most = most or amount
                told = Told(
                    grammar().row("limit", "cap"),
                    "each",
                    (verb.head, verb.last),
                    Thing(noun, amount, noun.items, noun.last),
                )
                told.slots["on"] = slot
                told.modality, told.negated = matching.mood(number)
                told.date(after.dates)
                if matching.ground.sorting.counts_goods(amount):
                    matching.keep(told)


def _at_most(amount: AmountMention, first: AmountMention | None) -> AmountMention:
    """Return a figure with the bound that stands before the first of a list: "no more than 900 tanks and 400 guns"."""
    if first is None or first.comparator not in ("<", "<=") or amount.comparator or amount.best is None:
        return amount
    return attrs.evolve(amount, low=None, best=None, high=amount.best, comparator=first.comparator)


def _bound(matching: Matching, noun: Noun) -> Slot | None:
    """Return whom a phrase names, or that it means both sides."""
    named = actors_of(noun, matching.ground.tokens)
    if named is None and noun.word in SIDES and matching.ground.tokens.words[noun.first] in EACH:
        return Slot(value=BOTH, rule=BOTH, confidence=0.0)
    return named
