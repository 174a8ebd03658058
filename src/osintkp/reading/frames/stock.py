"""What stands in a sentence or beside a verb at all, so that no row is tried where there is nothing for it to pass on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from osintkp.reading.clauses.grammar import Grammar
from osintkp.reading.clauses.pieces import COMMA, NOTHING, Noun, Piece, Verb
from osintkp.reading.clauses.walking import LOADED, Beside
from osintkp.reading.frames.told import Row

PACKED = LOADED | {"make"}
HOLDING = frozenset(("loss", "seizure"))
FORCES = frozenset(("troops",))
PERSONS = frozenset(("troops", "people"))
GOODS = frozenset(("goods",))


class Hint(NamedTuple):
    """
    What phrases have at least one of, or they tell nothing of a sort.

    Attributes:
        counted: Whether a figure will do.
        people: Whether a figure of people will do.
        named: Whether an actor will do.
        items: Whether goods will do.
        standing: What a word may stand for.
        words: The list of the grammar that a last word may be in; the empty string for none.
        nouns: The list of the grammar that a noun that frames know may be in; the empty string for none.
    """

    counted: bool = False
    people: bool = False
    named: bool = False
    items: bool = False
    standing: frozenset[str] = NOTHING
    words: str = ""
    nouns: str = ""


HINTS = {
    "goods": Hint(counted=True, items=True, standing=GOODS, words="convoys"),
    "limits": Hint(items=True, standing=GOODS),
    "people": Hint(people=True, standing=FORCES),
    "forces": Hint(standing=FORCES),
    "victims": Hint(counted=True, named=True, standing=PERSONS),
    "lives": Hint(counted=True, named=True, standing=PERSONS),
    "fallen": Hint(counted=True),
    "losses": Hint(counted=True, nouns="lost"),
    "lost": Hint(counted=True, items=True, nouns="lost"),
    "weapons": Hint(items=True),
    "warcraft": Hint(items=True, words="warplanes"),
    "warships": Hint(items=True),
    "bases": Hint(words="bases"),
    "strength": Hint(words="strength"),
}


class Stock:
    """
    What phrases have among them.

    Attributes:
        counted: Whether one has a figure.
        people: Whether one has a figure of people.
        named: Whether one names an actor.
        items: Whether one has goods.
        standing: What their words stand for.
        words: Their last words.
        nouns: Their nouns that frames know.
    """

    __slots__ = ("_grammar", "counted", "items", "named", "nouns", "people", "standing", "words")

    def __init__(self, nouns: Iterable[Noun], grammar: Grammar) -> None:
        self._grammar = grammar
        self.counted = self.people = self.named = self.items = False
        self.standing: set[str] = set()
        self.words: set[str] = set()
        self.nouns: set[str] = set()
        for noun in nouns:
            self._enter(noun)

    def _enter(self, noun: Noun) -> None:
        self.words.add(noun.word)
        if noun.amounts or noun.bracketed is not None:
            self._count(noun)
        if noun.actors:
            self.named = True
        if noun.items:
            self.items = True
        if noun.passing:
            self.standing |= noun.passing
        if noun.standing:
            self.standing |= noun.standing
        for _, known in noun.nouns:
            self.nouns.add(known)

    def _count(self, noun: Noun) -> None:
        self.counted = True
        persons = self._grammar.things["persons"]
        if any(each.unit in persons for each in (*noun.amounts, *noun.bases)):
            self.people = True

    def has_for(self, row: Row) -> bool:
        """Tell whether a row can find here what it passes on; False where it surely does not."""
        sought: str = row["sought"]
        if not sought:
            return True
        hint = HINTS.get(sought)
        if hint is None:
            return not self.nouns.isdisjoint(self._grammar.nouns_of(row["family"]))
        return (
            (hint.counted and self.counted)
            or (hint.people and self.people)
            or (hint.items and self.items)
            or (hint.named and self.named)
            or not self.standing.isdisjoint(hint.standing)
            or self._has_word(hint)
        )

    def _has_word(self, hint: Hint) -> bool:
        lists = self._grammar.things
        if hint.words and not self.words.isdisjoint(lists[hint.words]):
            return True
        return bool(hint.nouns) and not self.nouns.isdisjoint(lists[hint.nouns])

    def has_inside(self, row: Row) -> bool:
        """Tell whether what a row passes on may lie inside of what is here: in a ship, in a delivery."""
        if row["kind"] in HOLDING or row.get("goes"):
            return True
        return row["kind"] == "shipment" and not self.nouns.isdisjoint(self._grammar.nouns_of(row["family"]))


def beside(after: Beside, subject: Iterable[Noun], grammar: Grammar) -> Stock:
    """
    Return what stands beside a verb.

    Args:
        after: What stands after it.
        subject: Its subject, or what it says more on.
        grammar: The words of the language.
    """
    more = [each for each in (after.indirect, after.aim) if each is not None]
    return Stock([*subject, *after.objects, *more, *(each.noun for each in after.governed)], grammar)


def lends(row: list[Piece], number: int, verb: Verb) -> bool:
    """Tell whether to look around a verb says more of the phrases there: what goods are packed with, who of 40 were killed."""
    if verb.bare and number > 0 and row[number - 1].kind == COMMA:
        return True
    return any(isinstance(each, Verb) and each.bare and each.word in PACKED for each in row[number + 1 :])
