"""Which figures of a topic may clash, told by what they share: no others need be held against each other."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import combinations, product

from osintkp.checks._behind import wholes
from osintkp.checks._tallies import Count, Figure, Tally, Thing, figures_of, tallies
from osintkp.claim import Claim
from osintkp.difference import CUMULATIVE, other_measures
from osintkp.group import Group
from osintkp.lineage.matters import is_part
from osintkp.units.comparing import Interval, shared
from osintkp.vocabulary import items
from osintkp.whereabouts import surely_elsewhere
from osintkp.windows import AROUND, NEARLY_ONE, ONE, WITHIN, relation

MOST_THINGS, MOST_ASKED = 150, 30


def suspected(group: Group) -> AbstractSet[Count] | None:
    """
    Return what is counted in a topic of which figures may clash; None where only a closer look tells.

    Two figures do not clash if what either counts is not returned: they can both hold, or are surely of two things. A part of
    something is not held against what is no part: that they differ says nothing.
    """
    told, printed = figures_of(group)
    if not shared(printed).empty:
        return frozenset()
    parts = [each for each in told if each[0].links and is_part(each[0])]
    if not parts:
        return _may_clash(told)
    topics = {tuple(claim.record.topic) for claim in group.claims}
    if len(topics) > 1 or not all(_told_as_part(group, part, topics) for part, _ in parts):
        return _may_clash(told)
    some, others = _may_clash(parts), _may_clash(_without(told, parts))
    return None if some is None or others is None else some | others


def _without(told: list[Figure], parts: list[Figure]) -> list[Figure]:
    claims = {id(claim) for claim, _ in parts}
    return [each for each in told if id(each[0]) not in claims]


def _in_all(some: Iterable[Tally]) -> Interval:
    return shared([each.interval for each in some])


def _above(one: Interval, other: Interval) -> bool:
    """
    Tell whether any figure of some may be above one of others, by what the ones and the others share.

    The low end of what some share is the highest of their low ends, be there anything that they share or not. It is ``below``
    without slack, written out: it is asked of every two that do not plainly overlap.
    """
    low, high = one.low, other.high
    return low > high or (low == high and (one.low_open or other.high_open))


def _told_as_part(group: Group, part: Claim, topics: Container[Hashable]) -> bool:
    """Tell whether a part differs from its whole in its figure alone, and the whole is about the same as all of a topic."""
    return any(tuple(whole.record.topic) in topics for whole in wholes(group, part))


def _may_clash(told: list[Figure]) -> AbstractSet[Count] | None:
    """
    Return what is counted of which figures have no number in common, and nothing that explains why not.

    Of very many things and times it is not told: holding all against each other would take longer than a closer look.
    """
    things = tallies(told)
    if len(things) > MOST_THINGS:
        return None
    found = {each.what for some in things.values() for each in some if each.interval.empty}
    most = MOST_ASKED * len(told)
    for number, (one, other) in enumerate(_pairs(things)):
        if number >= most:
            return None
        if not _explained(one, other):
            found |= {one.what, other.what}
    return found


def _pairs(things: dict[Thing, list[Tally]]) -> Iterator[tuple[Tally, Tally]]:
    """Give every two series of one thing, or of two that may be one, but for those that can clash in no case."""
    every = [(thing, some, _in_all(some)) for thing, some in things.items()]
    for _, some, common in every:
        if common.empty and not _rising(some):
            yield from combinations(some, 2)
    for (one, some, mine), (other, others, theirs) in combinations(every, 2):
        if not _never_one(one, other, mine, theirs):
            yield from product(some, others)


def _rising(some: list[Tally]) -> bool:
    """
    Tell whether these are running totals, each to a day of its own, that never fall: then none has to be held against another.

    They are of one thing, and so of one measure.
    """
    if some[0].measure != CUMULATIVE:
        return False
    by_end = {each.days[1]: each for each in some if each.days is not None}
    if len(by_end) < len(some):
        return False
    before = Interval()
    for _, each in sorted(by_end.items()):
        if _above(before, each.interval):
            return False
        before = shared((before, each.interval))
    return True


def _never_one(one: Thing, other: Thing, low: Interval, high: Interval) -> bool:
    """Tell whether no two figures of two things clash, whenever they were."""
    if one.mode != other.mode or other_measures(one.measure, other.measure):
        return True
    if one.places != other.places and surely_elsewhere(one.places, other.places):
        return True
    mine, theirs = one.item, other.item
    if items.surely_other(mine, theirs):
        return True
    if mine == theirs or mine is None or theirs is None:
        return False
    narrow, broad = (low, high) if len(mine) > len(theirs) else (high, low)
    return len(mine) != len(theirs) and not _above(narrow, broad)


def _explained(one: Tally, other: Tally) -> bool:
    """Tell whether figures have a number in common, are of two times, or are such that the longer window may hold more."""
    mine, theirs = one.interval, other.interval
    if mine.low < theirs.high and theirs.low < mine.high:
        return True  # by far the most: asked here, without a call
    above = _above(mine, theirs)
    if not (above or _above(theirs, mine)):
        return True
    first, last = one.days, other.days
    if first is None or last is None:
        return False
    how = relation(one, other, first, last)
    if how in (WITHIN, AROUND):  # above and below at once is what shares no number itself
        return not (above if how == WITHIN else _above(theirs, mine))
    return how not in (ONE, NEARLY_ONE)
