"""Claims of two codings of one text, paired where they tell of one fact."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from osintkp.claim import Claim
from osintkp.comparison import Values, compared, same, values

EVERY_TWO = 200_000  # pairs of a text that are all tried
NEXT = 30
KIND, SENDER, RECIPIENT, AMOUNT = 0, 1, 2, 4
Place = tuple[int, int]


def paired(mine: Sequence[Claim], theirs: Sequence[Claim], text: str | None) -> Iterator[tuple[Claim, Claim]]:
    """
    Give the pairs, the likeliest first taken; a claim is in one pair at most. In the order of the first coding.

    Of very many claims each is tried with some of those that say the same, of those of its kind and of those next to it in the
    text alone.

    Args:
        mine: The claims of the first coding.
        theirs: Those of the second.
        text: The text; None where it is not at hand.
    """
    ours = [_Placed.of(each, text) for each in mine]
    others = [_Placed.of(each, text) for each in theirs]
    ranked = []
    for number, one, place, other in _tried(ours, others):
        shared = one.overlap(other)
        rank = _rank(one.values, other.values) if shared else None
        if rank is not None:
            agreeing = sum(same(left, right) for _, left, right in compared(one.values, other.values))
            ranked.append((rank, -agreeing, -shared, number, place))
    taken: dict[int, int] = {}
    gone: set[int] = set()
    for *_, number, place in sorted(ranked):
        if number not in taken and place not in gone:
            taken[number] = place
            gone.add(place)
    for number in sorted(taken):
        yield mine[number], theirs[taken[number]]


class _Placed(NamedTuple):
    """A claim with the places of its quotes, and what it has in the fields that are compared."""

    claim: Claim
    places: list[Place]
    values: Values

    @classmethod
    def of(cls, claim: Claim, text: str | None) -> _Placed:
        met = (span if span.start is not None or text is None else span.located(text) for span in claim.spans)
        places = [(span.start, span.end) for span in met if span.start is not None and span.end is not None]
        return cls(claim, places, values(claim))

    def overlap(self, other: _Placed) -> int:
        """Return how many letters of their quotes two claims share; without places, those of the words of one within the other's."""
        if self.places and other.places:
            both = ((max(a, c), min(b, d)) for a, b in self.places for c, d in other.places)
            return sum(end - start for start, end in both if start < end)
        one, two = sorted((self.claim.quote, other.claim.quote), key=len)
        return len(one) if one in two else 0


def _tried(mine: list[_Placed], theirs: list[_Placed]) -> Iterator[tuple[int, _Placed, int, _Placed]]:
    """Give the claims that may tell of one fact, each with its number."""
    if len(mine) * len(theirs) <= EVERY_TWO:
        for number, one in enumerate(mine):
            for place, other in enumerate(theirs):
                yield number, one, place, other
        return
    shelves: dict[Hashable, list[tuple[int, int]]] = {}
    for place, other in enumerate(theirs):
        for key in _keys(other):
            shelves.setdefault(key, []).append((_begin(other, place), place))
    for shelf in shelves.values():
        shelf.sort()
    for number, one in enumerate(mine):
        found = (_next_to(_begin(one, number), shelves.get(key, ())) for key in _keys(one))
        for place in dict.fromkeys(chain.from_iterable(found)):
            yield number, one, place, theirs[place]


def _keys(one: _Placed) -> tuple[Hashable, ...]:
    """Return by what those are found that a claim is tried with: by all that it says, by its kind, and without regard to it."""
    return one.values, one.values[KIND], None


def _begin(one: _Placed, number: int) -> int:
    return one.places[0][0] if one.places else number


def _next_to(begin: int, shelf: Sequence[tuple[int, int]]) -> Iterable[int]:
    at = bisect_left(shelf, (begin, 0))
    return [place for _, place in shelf[max(0, at - NEXT) : at + NEXT]]


def _rank(one: Values, other: Values) -> int | None:
    """Return how likely two claims on the same words tell of one fact, 0 the likeliest; None where they do not."""
    figure = one[AMOUNT] is other[AMOUNT] is None or same(one[AMOUNT], other[AMOUNT])
    if one[KIND] == other[KIND]:
        return 0 if figure else 1 if _shares_side(one, other) else None
    return 2 if figure and one[AMOUNT] is not None else None


def _shares_side(one: Values, other: Values) -> bool:
    """Return whether two claims can have a side in common: one that both name alike, or that one of them leaves open."""
    sides = [(one[side], other[side]) for side in (SENDER, RECIPIENT)]
    return any(here == there or None in (here, there) for here, there in sides)
