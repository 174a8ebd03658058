"""Whether nothing grave can come of the figures of a topic, told by what they share: no two need be held against each other."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Iterator
from itertools import combinations, product
from typing import NamedTuple

from osintkp.checks._behind import wholes
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.difference import CUMULATIVE, Days, certain_days, mode, other_measures, window
from osintkp.group import Group
from osintkp.lineage.matters import is_part
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
    parts: list[_Figure] = []
    others: list[_Figure] = []
    for each in told:
        (parts if is_part(each.claim) else others).append(each)
    topics = {claim.record.topic for claim in group.claims} if parts else set()
    if len(topics) == 1 and all(_told_as_part(group, each.claim, topics) for each in parts):
        return _fit(parts) and _fit(others)
    return _fit(told)


def _figures(group: Group) -> list[_Figure]:
    """Return the figures of a topic in one unit, as its tellings are."""
    told, unit = [], None
    for claim in group.claims:
        amount = claim.amount
        if amount is not None:
            unit = unit or amount.unit
            told.append(_Figure(claim, printed_interval(amount, unit)))
    return told


class _Figure(NamedTuple):
    claim: Claim
    interval: Interval


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


def _all(some: Iterable[_Figure | _Counted]) -> Interval:
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
    things: dict[_Thing, list[_Figure]] = {}
    for each in told:
        claim = each.claim
        thing = _Thing(mode(claim), claim.item, getattr(claim.record, "measure", None))
        things.setdefault(thing, []).append(each)
    if len(things) > MOST_THINGS:
        return False
    counted = {thing: _by_window(thing, some) for thing, some in things.items()}
    if any(each.interval.empty for some in counted.values() for each in some):
        return False
    most = MOST_ASKED * len(told)
    return all(
        number < most and _explained(one, other) for number, (one, other) in enumerate(_pairs(counted))
    )


def _pairs(counted: dict[_Thing, list[_Counted]]) -> Iterator[tuple[_Counted, _Counted]]:
    """Give every two series of one thing, or of two that may be one, but for those that can clash in no case."""
    for some in counted.values():
        if _all(some).empty and not _rising(some):
            yield from combinations(some, 2)
    for (one, some), (other, others) in combinations(counted.items(), 2):
        if not _never_one(one, other, _all(some), _all(others)):
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


def _by_window(thing: _Thing, told: list[_Figure]) -> list[_Counted]:
    """Return the figures of a thing by window: by its days, or as it is written where its end is open."""
    found: dict[Days | str | None, tuple[When | None, Days | None, list[_Figure]]] = {}
    for each in told:
        when = window(each.claim)
        days = certain_days(when)
        key = days or (None if when is None else when.edtf)
        found.setdefault(key, (when, days, []))[2].append(each)
    return [_Counted(thing.measure, when, days, _all(some)) for when, days, some in found.values()]


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
