"""Figures of one running thing in the order of their days: which is the newest that was out on a day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable
from datetime import date, timedelta
from functools import reduce

import attrs

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.difference import fields_of, mode
from osintkp.fates import narrowed
from osintkp.group import Group
from osintkp.series import end_of, start_of
from osintkp.triage import topic
from osintkp.units import Amount
from osintkp.units.amount import may_be_one_number, number_of
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Answer, LinkKind, Measure

LAG = timedelta(days=28)

Month = tuple[int, int]


def running(claim: Claim) -> Hashable | None:
    """Return what a running total or a stock counts: topic, parties, goods, places, measure and mode; None for other figures."""
    record, measure = claim.record, claim.record.of("measure")
    about = topic(claim) if measure in (Measure.CUMULATIVE, Measure.STOCK) else None
    if about is None:
        return None
    parties = tuple([actor and actors.root(actor) for actor in claim.actors])
    places = tuple([str(getattr(record, name) or "").casefold() for name in fields_of(record)])
    calibre = str(claim.record.of("calibre"))
    return about, parties, claim.item, calibre, places, measure, mode(claim), narrowed(claim)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Point:
    """
    A figure with its days.

    Attributes:
        claim: The claim.
        amount: Its amount.
        day: The day up to which it counts.
        told: The day that it was given.
        start: The month in which its window begins; None where it does not say, and for a stock.
        past: Whether it speaks of a day long before it was given, or of a date that its words name.
    """

    claim: Claim
    amount: Amount
    day: When
    told: When
    start: Month | None
    past: bool

    @property
    def first(self) -> date:
        """Return the first day up to which it may count."""
        return self.day.earliest or date.min

    @property
    def last(self) -> date:
        """Return the last day up to which it may count."""
        return self.day.latest or date.max

    def meets(self, other: Point) -> bool:
        """Tell whether some number fits both figures."""
        return may_be_one_number(self.amount, other.amount)


def point(group: Group, claim: Claim) -> Point | None:
    """Return a figure with its days; None where nobody knows them."""
    told, amount = group.as_of(claim), claim.amount
    if told is None or told.earliest is None or told.latest is None or amount is None:
        return None
    end = end_of(claim)
    day = told if end is None or end.latest is None or end.latest > told.latest else end
    return Point(
        claim=claim,
        amount=amount,
        day=day,
        told=told,
        start=_start(claim),
        past=told.earliest - (day.latest or told.earliest) >= LAG or (day is end and _named(claim)),
    )


def undated(claim: Claim) -> bool:
    """Tell whether a source gives another's running figure without a day, so that it may be one of an earlier day."""
    link = claim.attribution[0] if claim.attribution else None
    open_end = claim.when is None or claim.when.latest is None
    return link is not None and link.when is None and claim.said is None and open_end


def dated_back(points: list[Point]) -> list[Point]:
    """Return points, those without a day of their own put on the first day on which their origin gave that number."""
    first: dict[Hashable, Point] = {}
    for each in sorted(points, key=lambda point: (point.last, point.claim.id)):
        if not undated(each.claim):
            first.setdefault(number_of(each.amount), each)
    return [_back(each, first.get(number_of(each.amount))) for each in points]


def _back(each: Point, first: Point | None) -> Point:
    if first is None or not undated(each.claim) or first.last >= each.first:
        return each
    return attrs.evolve(each, day=first.day)


def _named(claim: Claim) -> bool:
    """Tell whether the words themselves name the date, so that nobody takes the figure for a current one."""
    return claim.when is not None and claim.when.words is not None and claim.when.anchor is None


def _start(claim: Claim) -> Month | None:
    start = None if claim.record.of("measure") is Measure.STOCK else start_of(claim)
    first = None if start is None else start.earliest
    return None if first is None else (first.year, first.month)


class Shelf:
    """Points by the day that they were given, each with the newest of those given up to it."""

    __slots__ = ("_certain", "_possible")

    def __init__(self, points: Iterable[Point]) -> None:
        every = list(points)
        self._certain = _ranked(every, [point.told.latest or date.max for point in every])
        self._possible = _ranked(every, [point.told.earliest or date.min for point in every])

    def newest(self, before: date, *, surely: bool) -> Point | None:
        """Return the newest point that was given before a day, or that may have been."""
        days, best = self._certain if surely else self._possible
        place = bisect_left(days, before)
        return best[place - 1] if place else None


_Ranked = tuple[list[date], list[Point]]


def _ranked(points: list[Point], days: list[date]) -> _Ranked:
    order = sorted(range(len(points)), key=lambda place: (days[place], points[place].claim.id))
    best: list[Point] = []
    for place in order:
        best.append(newer(points[place], best[-1]) if best else points[place])
    return [days[place] for place in order], best


def newer(one: Point, other: Point) -> Point:
    """Return the point that counts up to the later day; of two alike the one whose id comes first."""
    if one.first != other.first:
        return one if one.first > other.first else other
    return one if one.claim.id <= other.claim.id else other


class Series:
    """
    The points of one running thing from one origin, each with those that may take its place.

    Attributes:
        points: The points, ordered by the id of their claims.
    """

    __slots__ = ("_all", "_by_start", "_in_source", "_revisions", "points")

    def __init__(self, points: Iterable[Point]) -> None:
        self.points = tuple(sorted(points, key=lambda point: point.claim.id))
        by_start: dict[Month | None, list[Point]] = {}
        revisions: dict[str, list[Point]] = {}
        self._in_source: dict[str, Point] = {}
        for each in self.points:
            by_start.setdefault(each.start, []).append(each)
            known = self._in_source.setdefault(each.claim.source, each)
            self._in_source[each.claim.source] = newer(known, each)
            for name in each.claim.linked(LinkKind.REVISES):
                revisions.setdefault(name, []).append(each)
        self._all = Shelf(self.points)
        self._by_start = {start: Shelf(some) for start, some in by_start.items()}
        self._revisions = {name: Shelf(some) for name, some in revisions.items()}

    def newest(self, old: Point, before: date, *, surely: bool) -> Point | None:
        """
        Return the newest figure that supersedes another and was given before a day; None where there is none.

        Args:
            old: The figure that may be superseded.
            before: The day.
            surely: Whether it has to be certain that it was given before.
        """
        alike = (self._all,) if old.start is None else map(self._by_start.get, (old.start, None))
        shelves = (*alike, self._revisions.get(old.claim.id))
        points = [
            each for shelf in shelves if shelf is not None and (each := shelf.newest(before, surely=surely))
        ]
        found = reduce(newer, points) if points else None
        return found if found is not None and self._supersedes(found, old) else None

    def _supersedes(self, new: Point, old: Point) -> bool:
        """Tell whether a figure is of a later day, and another than one that its source has for current."""
        return self.current(old) and _after(new, old) and not new.meets(old)

    def current(self, point: Point) -> bool:
        """Tell whether the source of a figure prints no figure of a later day itself."""
        return self._in_source[point.claim.source].first <= point.last


def _after(new: Point, old: Point) -> bool:
    return new.first > old.last and old.day.before(new.day) is Answer.YES
