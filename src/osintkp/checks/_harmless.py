"""Whether nothing grave can come of the figures of a topic, told by what they share: no two need be held against each other."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Iterator
from itertools import combinations, product
from typing import NamedTuple

from osintkp.checks._behind import wholes
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.difference import CUMULATIVE, Days, bounded, certain_days, mode, other_measures
from osintkp.group import Group
from osintkp.lineage.matters import is_part
from osintkp.units import Amount
from osintkp.units.amount import printed_interval
from osintkp.units.comparing import Interval, shared
from osintkp.vocabulary import items
from osintkp.vocabulary.scales import Answer
from osintkp.windows import AROUND, NEARLY_ONE, ONE, WITHIN, relation

MOST_THINGS, MOST_ASKED = 150, 30


def harmless(group: Group) -> bool:
    """
    Tell whether every two figures of a topic can both hold or are surely of two things; False where only a closer look tells.

    A part of something is not held against what is no part: that they differ says nothing.
    """
    told = _figures(group)
    if not _all(told).empty:
        return True
    parts = [each for each in told if each[0].links and is_part(each[0])]
    if not parts:
        return _fit(told)
    topics = {claim.record.topic for claim in group.claims}
    if len(topics) == 1 and all(_told_as_part(group, part, topics) for part, _ in parts):
        return _fit(parts) and _fit([each for each in told if not is_part(each[0])])
    return _fit(told)


_Figure = tuple[Claim, Interval]


def _figures(group: Group) -> list[_Figure]:
    """Return the figures of a topic in one unit, as its tellings are."""
    told: list[_Figure] = []
    known: dict[int, tuple[Amount, Interval]] = {}  # equal amounts are one object where a file was read
    unit = None
    for claim in group.claims:
        amount = claim.amount
        if amount is None:
            continue
        met = known.get(id(amount))
        if met is None:
            unit = amount.unit if unit is None else unit
            met = known[id(amount)] = amount, printed_interval(amount, unit)
        told.append((claim, met[1]))
    return told


class _Thing(NamedTuple):
    """What tells figures apart whatever their numbers and windows; other fields do so too, and are not looked at here."""

    mode: int
    item: str | None
    measure: object


class _Counted(NamedTuple):
    """The figures of one thing and one window."""

    measure: object
    window: When | None
    days: Days | None
    interval: Interval


def _all(some: Iterable[_Figure]) -> Interval:
    return shared([interval for _, interval in some])


def _in_all(some: Iterable[_Counted]) -> Interval:
    return shared([each.interval for each in some])


def _above(one: Interval, other: Interval) -> bool:
    """Tell whether any figure of some may be above one of others, by what the ones and the others share."""
    return Interval(one.low, other.high, one.low_open, other.high_open).empty


def _told_as_part(group: Group, part: Claim, topics: Container[Hashable]) -> bool:
    """Tell whether a part differs from its whole in its figure alone, and the whole is about the same as all of a topic."""
    return any(whole.record.topic in topics for whole in wholes(group, part))


def _fit(told: list[_Figure]) -> bool:
    """
    Tell whether every two of some figures have a number in common, or are of two things or times that explain why not.

    Of very many things and times it is not told: holding all against each other would take longer than a closer look.
    """
    counted = _counted(told)
    if len(counted) > MOST_THINGS:
        return False
    if any(each.interval.empty for some in counted.values() for each in some):
        return False
    most = MOST_ASKED * len(told)
    return all(
        number < most and _explained(one, other) for number, (one, other) in enumerate(_pairs(counted))
    )


def _pairs(counted: dict[_Thing, list[_Counted]]) -> Iterator[tuple[_Counted, _Counted]]:
    """Give every two series of one thing, or of two that may be one, but for those that can clash in no case."""
    for some in counted.values():
        if _in_all(some).empty and not _rising(some):
            yield from combinations(some, 2)
    for (one, some), (other, others) in combinations(counted.items(), 2):
        if not _never_one(one, other, _in_all(some), _in_all(others)):
            yield from product(some, others)


def _rising(some: list[_Counted]) -> bool:
    """Tell whether these are running totals, each to a day of its own, that never fall: then none has to be held against another."""
    by_end = {each.days[1]: each for each in some if each.days is not None and each.measure == CUMULATIVE}
    if len(by_end) < len(some):
        return False
    before = Interval()
    for _, each in sorted(by_end.items()):
        if _above(before, each.interval):
            return False
        before = shared((before, each.interval))
    return True


def _counted(told: list[_Figure]) -> dict[_Thing, list[_Counted]]:
    """Return what is counted of each thing by window: by its days, or as it is written where its end is open."""
    found: dict[_Thing, dict[Days | str | None, _Counted]] = {}
    for claim, dated in _alike(told):
        thing = _Thing(mode(claim), claim.item, getattr(claim.record, "measure", None))
        some = found.setdefault(thing, {})
        for when, intervals in dated:
            span = bounded(when)
            days = certain_days(span)
            key = days or (None if span is None else span.edtf)
            before = some.get(key)
            if before is not None:
                intervals.append(before.interval)
            interval = intervals[0] if len(intervals) == 1 else shared(intervals)
            some[key] = _Counted(thing.measure, span, days, interval)
    return {thing: list(some.values()) for thing, some in found.items()}


_Dated = tuple[When | None, list[Interval]]


def _alike(told: list[_Figure]) -> Iterator[tuple[Claim, Iterable[_Dated]]]:
    """
    Give one of all claims with the very same modality, goods and measure, and their figures by date.

    What is the same is known by the object that it is: where a file was read, equal values are one.
    """
    found: dict[Hashable, tuple[Claim, tuple[object, ...], dict[int, _Dated]]] = {}
    for claim, interval in told:
        record, when = claim.record, claim.when
        same = claim.modality, getattr(record, "item", None), getattr(record, "measure", None)
        key = id(same[0]), id(same[1]), id(same[2])
        some = found.get(key)
        if some is None:
            some = found[key] = claim, same, {}  # kept, so that no other object takes their place
        dated = some[2].get(id(when))
        if dated is None:
            some[2][id(when)] = when, [interval]
        else:
            dated[1].append(interval)
    for claim, _, by_date in found.values():
        yield claim, by_date.values()


def _never_one(one: _Thing, other: _Thing, low: Interval, high: Interval) -> bool:
    """Tell whether no two figures of two things clash, whenever they were."""
    if one.mode != other.mode or other_measures(one.measure, other.measure):
        return True
    mine, theirs = one.item, other.item
    if mine == theirs or mine is None or theirs is None:
        return False
    if items.related(mine, theirs) is Answer.NO:
        return True
    narrow, broad = (low, high) if len(mine) > len(theirs) else (high, low)
    return len(mine) != len(theirs) and not _above(narrow, broad)


def _explained(one: _Counted, other: _Counted) -> bool:
    """Tell whether figures have a number in common, are of two times, or are such that the longer window may hold more."""
    mine, theirs = one.interval, other.interval
    if mine.low < theirs.high and theirs.low < mine.high:
        return True  # by far the most: asked here, without a call
    if not (_above(mine, theirs) or _above(theirs, mine)):
        return True
    first, last = one.days, other.days
    if first is None or last is None:
        return False
    how = relation(one, other, first, last)
    if how in (WITHIN, AROUND):
        return not (_above(mine, theirs) if how == WITHIN else _above(theirs, mine))
    return how not in (ONE, NEARLY_ONE)
