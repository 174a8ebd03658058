"""The figures of a topic by what they count: one thing in one window."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any, NamedTuple

from osintkp.checks._told import scale
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.difference import Days, bounded, certain_days, mode, words_of
from osintkp.group import Group
from osintkp.units.amount import printed_interval
from osintkp.units.comparing import Interval, shared
from osintkp.whereabouts import Places, places_of


class Thing(NamedTuple):
    """What tells figures apart whatever their numbers and windows; other fields do so too, and are not looked at here."""

    mode: int
    item: str | None
    measure: object
    places: Places


# One thing in one window: by its days, or as it is written where its end is open.
Count = tuple[Thing, Days | str | None]


class Tally(NamedTuple):
    """The figures of one thing and one window."""

    what: Count
    window: When | None
    days: Days | None
    interval: Interval

    @property
    def measure(self) -> object:
        """What is counted of the thing: windows are held against each other by it too."""
        return self.what[0].measure


Figure = tuple[Claim, Interval]


def figures_of(group: Group) -> tuple[list[Figure], list[Interval]]:
    """Return the figures of a topic in one unit, as its tellings are, and each that is printed once."""
    given = [(claim, amount) for claim in group.claims if (amount := claim.amount) is not None]
    printed = {id(amount): amount for _, amount in given}  # where a file was read, equal ones are one
    unit, slack = scale(printed.values())
    known = {name: printed_interval(amount, unit, slack) for name, amount in printed.items()}
    return [(claim, known[id(amount)]) for claim, amount in given], list(known.values())


def tallies(told: list[Figure]) -> dict[Thing, list[Tally]]:
    """Return the figures of each thing by window."""
    found: dict[Thing, dict[Days | str | None, Tally]] = {}
    for claim, dated in _alike(told):
        thing = _thing(claim)
        some = found.setdefault(thing, {})
        for when, intervals in dated:
            span = bounded(when)
            days = certain_days(span)
            key = _key(days, span)
            before = some.get(key)
            if before is not None:
                intervals.append(before.interval)
            interval = intervals[0] if len(intervals) == 1 else shared(intervals)
            some[key] = Tally((thing, key), span, days, interval)
    return {thing: list(some.values()) for thing, some in found.items()}


_Dated = tuple[When | None, list[Interval]]


def _alike(told: list[Figure]) -> Iterator[tuple[Claim, Iterable[_Dated]]]:
    """
    Give one of all claims with the very same modality, goods, measure and places, and their figures by date.

    What is the same is known by the object that it is: where a file was read, equal values are one.
    """
    found: dict[Hashable, tuple[Claim, tuple[object, ...], dict[int, _Dated]]] = {}
    kind: Any = None
    for claim, interval in told:
        record, when = claim.record, claim.when
        if type(record) is not kind:
            kind = type(record)
            words = words_of(kind)
        same = claim.modality, getattr(record, "item", None), getattr(record, "measure", None)
        key = id(same[0]), id(same[1]), id(same[2]), kind, words(record)
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


def count_of(claim: Claim) -> Count:
    """Return what the figure of a claim counts."""
    span = bounded(claim.when)
    return _thing(claim), _key(certain_days(span), span)


def _thing(claim: Claim) -> Thing:
    record = claim.record
    return Thing(mode(claim), claim.item, getattr(record, "measure", None), places_of(record))


def _key(days: Days | None, window: When | None) -> Days | str | None:
    return days or (None if window is None else window.edtf)
