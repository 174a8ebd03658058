"""What the frames stand on: the words of a text with the mentions that begin at each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from osintkp.reading.clauses.grammar import Grammar, Word, grammar
from osintkp.reading.clauses.things import Sorting
from osintkp.reading.mentions import (
    ActorMention,
    AmountMention,
    DateMention,
    ItemMention,
    Mentions,
    PlaceMention,
)
from osintkp.reading.tokens import Tokens

NO_FIGURE = ("calibre", "multiple")
Kind = TypeVar("Kind", ActorMention, AmountMention, DateMention, ItemMention, PlaceMention)


class Ground:
    """
    A text as the frames look at it: by the number of a word, the mention that begins there and its last word.

    Where several begin at one word, the longest stands. Calibres and multiples are no figures that a record could hold.

    Attributes:
        tokens: The words.
        grammar: The words of the language.
        amounts: The figures.
        dates: The dates.
        actors: The actors.
        places: The places.
        items: The goods.
        meanings: What each word can be; None for one that the grammar does not know.
        saying: The numbers of the words that tell or deny.
        sorting: What its phrases tell, by sort.
        begins: The numbers of all words at which a mention begins.
        pacts: The agreements that it names, by the last word of each name, once somebody has looked for them.
    """

    __slots__ = (
        "actors",
        "amounts",
        "begins",
        "dates",
        "grammar",
        "items",
        "meanings",
        "pacts",
        "places",
        "saying",
        "sorting",
        "tokens",
    )

    def __init__(self, tokens: Tokens, mentions: Mentions) -> None:
        self.tokens = tokens
        self.grammar: Grammar = grammar()
        self.meanings: list[Word | None] = list(map(self.grammar.words.get, tokens.words))
        self.amounts = _begin(tokens, (each for each in mentions.amounts if each.role not in NO_FIGURE))
        self.dates = _begin(tokens, mentions.dates)
        self.actors = _begin(tokens, mentions.actors)
        self.places = _begin(tokens, mentions.places)
        self.items = _begin(tokens, mentions.items)
        self.saying = frozenset(
            tokens.at(each.start) for each in mentions.cues if each.kind in ("says", "denies")
        )
        self.sorting = Sorting(tokens, self.grammar.things)
        for number, (last, _) in self.dates.items():  # "two years ago" counts nothing
            if number in self.amounts and self.amounts[number][0] < last:
                del self.amounts[number]
        self.pacts: Mapping[str, Sequence[Any]] = {}
        self.begins = {*self.amounts, *self.dates, *self.actors, *self.places, *self.items}

    def shorten(self, number: int) -> None:
        """Enter goods at their second word too: the first can turn out to be a verb, as in "supplies arms"."""
        last, item = self.items[number]
        if last > number and number + 1 not in self.items:
            start = self.tokens.starts[number + 1]
            quote = self.tokens.text[start : item.end]
            self.items[number + 1] = last, attrs.evolve(item, start=start, quote=quote)
            self.begins.add(number + 1)


def _begin(tokens: Tokens, mentions: Iterable[Kind]) -> dict[int, tuple[int, Kind]]:
    starts = tokens.starts
    found: dict[int, tuple[int, Kind]] = {}
    for each in mentions:
        first = bisect_left(starts, each.start)
        last = max(first, bisect_left(starts, each.end, first) - 1)
        if first not in found or found[first][0] < last:
            found[first] = (last, each)
    return found
