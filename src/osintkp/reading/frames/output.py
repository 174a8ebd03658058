"""What states bind themselves to pump less: "Oman will cut output by 42,000 barrels a day", "a voluntary cut of 1 mb/d"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.leftward import verb_before
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of, beside_noun
from osintkp.reading.frames.told import Told, ids, pronoun
from osintkp.reading.mentions import AmountMention

CUTTING: Final = frozenset(("cut", "reduce", "trim", "curb", "lower", "slash", "shave"))
MOVING: Final = CUTTING | {"raise", "increase", "boost", "hike", "lift"}
CUTS: Final = frozenset(
    (
        "cut",
        "cuts",
        "reduction",
        "reductions",
        "adjustment",
        "adjustments",
        "curb",
        "curbs",
        "cutback",
        "cutbacks",
    )
)
PUMPED: Final = frozenset(
    (
        "output",
        "production",
        "supply",
        "quota",
        "quotas",
        "limit",
        "limits",
        "ceiling",
        "ceilings",
        "target",
        "pumping",
    )
)
OF: Final = frozenset(("of", "worth", "by", "to", "at", "about"))
BY_DAY: Final = frozenset(("d", "day", "bpd"))
LEAST: Final = 2
WINDOW: Final = "1 day"
SURE: Final = 0.7


def output(matching: Matching) -> None:
    """Find how much less a day somebody pumps by a cut that is agreed or announced."""
    words = matching.ground.tokens.words
    for number, piece in enumerate(matching.row):
        if isinstance(piece, Verb) and not MOVING.isdisjoint(piece.lemmas):
            _cut(matching, number, piece)
        elif isinstance(piece, Noun) and not CUTS.isdisjoint(words[piece.first : piece.last + 1]):
            _called(matching, number, piece)
    _listed(matching)


def _cut(matching: Matching, number: int, verb: Verb) -> None:
    """Take "cut output by 40,000 barrels a day", "agreed to cut 40,000 barrels a day"."""
    after = matching.clauses.after(number)
    objects = matching.clauses.subject(number) if verb.passive else after.objects
    figures = list(_rates(objects)) if CUTTING.intersection(verb.lemmas) else []
    if any(each.word in PUMPED for each in objects):
        figures += _rates(led_by(after.governed, ("by",)))
    subject = [] if verb.passive else matching.clauses.subject(number)
    _tell(matching, (verb.head, verb.last), number, figures, _party(matching, subject))


def _called(matching: Matching, number: int, noun: Noun) -> None:
    """Take "a voluntary cut of 40,000 barrels a day", told of whose it is or who does it."""
    governed, _, _ = matching.clauses.after_noun(number)
    figures = [*_rates([noun]), *_rates(led_by(governed, OF))]
    owner = beside_noun(noun, noun.last, owner=True) or beside_noun(noun, noun.last, owner=False)
    governor = verb_before(matching.row, number, finite=True)
    if owner is None and governor is not None:
        owner = _party(matching, matching.clauses.subject(governor))
    _tell(matching, (noun.last, noun.last), governor, figures, owner)


def _listed(matching: Matching) -> None:
    """Take the cut of each of a list: "Oman (42,000 b/d), Kuwait (135,000 b/d) and Iraq (223,000 b/d)"."""
    found: list[tuple[Noun, Slot, tuple[Noun, AmountMention]]] = []
    nouns = [part for each in matching.row if isinstance(each, Noun) for part in (each.parts or (each,))]
    for noun in nouns:
        slot = actors_of(noun, matching.ground.tokens)
        if slot is not None and noun.bracketed is not None and _is_rate(noun.bracketed):
            found.append((noun, slot, (noun, noun.bracketed)))
    if len(found) >= LEAST:
        for noun, slot, figure in found:
            _tell(matching, (noun.first, noun.last), None, [figure], slot)


def _rates(nouns: list[Noun]) -> Iterator[tuple[Noun, AmountMention]]:
    return ((noun, each) for noun in nouns for each in noun.amounts if _is_rate(each))


def _is_rate(amount: AmountMention) -> bool:
    return amount.per == "day" and amount.unit in ("barrel", "oil_barrel")


def _party(matching: Matching, nouns: list[Noun]) -> Slot | None:
    tokens = matching.ground.tokens
    found = (actors_of(each, tokens) or pronoun(each, tokens) for each in nouns)
    return next((each for each in found if each is not None), None)


def _tell(
    matching: Matching,
    trigger: tuple[int, int],
    governor: int | None,
    figures: list[tuple[Noun, AmountMention]],
    party: Slot | None,
) -> None:
    """Add a limit for each figure; of as many sides as figures each has its own."""
    sides = ids(party)
    for place, (noun, amount) in enumerate(figures):
        bare = attrs.evolve(amount, per=None)
        told = Told(
            grammar().row("limit", "limit"), "output", trigger, Thing(noun, bare, noun.items, noun.last)
        )
        if governor is not None:
            told.modality, told.negated = matching.mood(governor)
        if party is not None:
            own = sides[place] if len(sides) == len(figures) else party.value
            told.slots["authority"] = attrs.evolve(party, value=own)
        told.slots["window"] = Slot(
            value=WINDOW, start=amount.start, end=amount.end, rule="per", confidence=SURE
        )
        if matching.keep(told) and not noun.items:  # the phrase names a cut, not goods
            told.thing = None
            told.slots["amount"] = Slot(value=bare, start=amount.start, end=amount.end, rule="figure")
