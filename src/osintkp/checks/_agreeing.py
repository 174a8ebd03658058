"""Circles of agreement: the tellings of a topic that agree, each with all others beside it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from datetime import date

from osintkp.checks._told import Told
from osintkp.checks._two_things import linked
from osintkp.difference import PLACES
from osintkp.group import Group
from osintkp.triage import between
from osintkp.units.comparing import Interval, shared
from osintkp.vocabulary.scales import LinkKind
from osintkp.whereabouts import worded_apart

EVER = date.min.toordinal(), date.max.toordinal()
MOST_ASKED = 150  # circles that share the numbers of a telling, before it stands alone


def agreeing(
    group: Group, told: list[Told], together: Callable[[Told, Told], bool] = lambda _, __: True
) -> list[list[Told]]:
    """
    Return the tellings that agree with all others beside them, where at least two claims do.

    Args:
        group: The claims of a topic.
        told: Their tellings.
        together: Whether two tellings can be about one thing at all.
    """

    def fit(one: Told, other: Told) -> bool:
        mine, theirs = one.facets, other.facets
        alike = one.sort == other.sort and not linked(one, other)
        if not (alike or mine.thing == theirs.thing or _side_by_side(one, other)) or not together(one, other):
            return False
        return alike or between(mine, theirs, group.as_of) is None

    circles: list[_Circle] = []
    for each in told:
        low, high, asked = each.low, each.high, 0
        for circle in circles:
            if circle.interval.high < low or circle.interval.low > high:
                continue  # by far the most: asked here, without a call
            asked += 1
            if circle.meets(each) and all(fit(each, other) for other in circle.beside(each)):
                circle.add(each)
                break
            if asked == MOST_ASKED:
                circles.append(_Circle(each))
                break
        else:
            circles.append(_Circle(each))
    return [circle.told for circle in circles if sum(len(each.claims) for each in circle.told) > 1]


class _Circle:
    """
    Tellings that agree, each with all others.

    A telling meets them all where it meets the numbers that they share, and of those that are alike in everything that
    tells two figures apart it need be held against one alone, and against those of its own text and those that a link ties.
    """

    def __init__(self, first: Told) -> None:
        self.told = [first]
        self.mode = first.facets.mode
        self.interval = Interval()
        self.begin, self.end = EVER
        self._alike: dict[Hashable, dict[Hashable, list[Told]]] = {}
        self._by_source: dict[str, dict[Hashable, list[Told]]] = {}
        self._by_id: dict[str, Told] = {}
        self._leading_to: dict[str, list[Told]] = {}
        self._keep(first)

    def meets(self, other: Told) -> bool:
        """Tell whether some number fits a telling and each of these, and its mode and days are no others; False is certain."""
        days = other.facets.days
        if other.facets.mode != self.mode or (
            days is not None and (days[0] > self.end or self.begin > days[1])
        ):
            return False
        return not shared((self.interval, other.interval)).empty

    def beside(self, other: Told) -> Iterator[Told]:
        """Give those that a telling is to be held against."""
        tied = {id(each): each for each in self._tied(other)}
        yield from tied.values()
        own = other.thing
        for thing, by_number in self._alike.items():
            for alike in by_number.values() if thing != own or own is None else ():
                yield from _one_of(alike, tied)
        for alike in self._by_source.get(other.source or "", {}).values():
            yield from _one_of(alike, tied)

    def add(self, other: Told) -> None:
        self.told.append(other)
        self._keep(other)

    def _keep(self, other: Told) -> None:
        begin, end = other.facets.days or EVER
        self.begin, self.end = max(self.begin, begin), min(self.end, end)
        self.interval = shared((self.interval, other.interval))
        thing, number = other.thing, other.number
        self._alike.setdefault(thing, {}).setdefault(number, []).append(other)
        if other.source is not None:
            wholes = frozenset(other.first.linked(LinkKind.SHARE_OF))
            voice = (thing, number, other.origin, wholes)
            self._by_source.setdefault(other.source, {}).setdefault(voice, []).append(other)
        for name in other.ids:
            self._by_id[name] = other
        for name in other.links:
            self._leading_to.setdefault(name, []).append(other)

    def _tied(self, other: Told) -> Iterator[Told]:
        """Give those that a link ties to a telling, in either direction."""
        yield from (self._by_id[name] for name in other.links if name in self._by_id)
        for name in other.ids:
            yield from self._leading_to.get(name, ())


def _one_of(alike: list[Told], tied: dict[int, Told]) -> Iterator[Told]:
    """Give the first of some tellings that no link ties."""
    for each in alike:
        if id(each) not in tied:
            yield each
            return


def _side_by_side(one: Told, other: Told) -> bool:
    """Tell whether no place is worded differently: only a clash is worth looking a place up for."""
    words = worded_apart(one.first, other.first, PLACES)
    return all(mine.casefold() == theirs.casefold() for _, mine, theirs in words)
