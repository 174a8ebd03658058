"""Figures as they are told: the claims that tell one figure of one thing, and the tellings that agree."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from functools import cached_property
from math import inf

import attrs

from osintkp.checks._figures import worded
from osintkp.checks._series import undated
from osintkp.checks._wording import figure
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.group import Group
from osintkp.origins import Origin
from osintkp.triage import PLACES, Facets, between, facets, profile, worded_apart
from osintkp.units import Comparator
from osintkp.vocabulary.scales import LinkKind

EVER = date.min.toordinal(), date.max.toordinal()
MOST_ASKED = 150  # circles that share the numbers of a telling, before it stands alone


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Told:
    """
    The claims of a topic that tell one figure of one thing, from one origin and one occasion.

    Attributes:
        claims: The claims, ordered by id.
        first: The claim that speaks for all.
        facets: What that one is held against others by.
        sort: A number; two that have one differ in their figures alone.
        origin: Where they come from.
        low: The lowest value that the printed figure may stand for.
        high: The highest.
        open: Whether the figure leaves its own number out, as "more than 10" does.
        pure: Whether the figure is a percentage or a ratio.
        unit: The unit of both bounds: that of the topic's first claim.
        as_of: The day that the claims speak from; None when nobody knows.
        links: The ids of the claims that these have links to.
        source: The source that tells it; None where several do.
    """

    claims: tuple[Claim, ...]
    first: Claim
    facets: Facets
    sort: int
    origin: Origin
    low: float
    high: float
    open: bool
    pure: bool
    unit: str
    as_of: When | None
    links: frozenset[str]
    source: str | None

    @cached_property
    def undated(self) -> bool:
        """Return whether a source gives another's running figure without a day."""
        return undated(self.first)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Return the ids of the claims."""
        return frozenset(claim.id for claim in self.claims)

    @cached_property
    def says(self) -> str:
        """Return who says it, and what."""
        more = len(self.claims) - 1
        return f"{self.first.id} says {self.figure}" + (f" (and {more} more)" if more else "")

    @cached_property
    def figure(self) -> str:
        """Return the figure in words; nothing where there is none."""
        return "" if self.first.amount is None else worded(self.first.amount)

    @cached_property
    def standing(self) -> str:
        """Return what the figure stands for, as a line of working."""
        own, unit = self.first.amount, self.unit
        # its own unit where that is only another word for the topic's
        if own is not None and own.unit != unit and own.printed_band() == (self.low, self.high):
            unit = own.unit
        return f"{self.first.id}: {self.figure} stands for {_span(self.low, self.high)} {unit}".rstrip()

    def meets(self, other: "Told") -> bool:
        """Tell whether some number fits both figures; "more than 10" and "less than 10" have none."""
        if self.low > other.high or self.high < other.low:
            return False
        return not (self.open or other.open) or max(self.low, other.low) < min(self.high, other.high)

    def missed(self, others: "Sequence[Told]") -> "list[Told]":
        """Return those of some figures that have no number in common with this one."""
        low, high = self.low, self.high
        return [
            other
            for other in others
            if low > other.high or high < other.low or ((self.open or other.open) and not self.meets(other))
        ]


def tellings(group: Group) -> list[Told]:
    """Return the figures of a topic as they are told; a claim with a link to another, or from it, stands alone."""
    unit = next(claim.amount.unit for claim in group.claims if claim.amount is not None)
    linked = {link.claim for claim in group.claims for link in claim.links}
    found: dict[Hashable, tuple[Origin, When | None, list[Claim]]] = {}
    for claim in group.claims:
        alone = claim.id if claim.links or claim.id in linked else None
        origin, as_of = group.origin(claim), group.as_of(claim)
        key = alone or (_figure(claim), origin, as_of)
        found.setdefault(key, (origin, as_of, []))[2].append(claim)
    sorts: dict[Hashable, int] = {}
    return [_told(tuple(claims), origin, as_of, unit, sorts) for origin, as_of, claims in found.values()]


def _sort(one: Facets, sorts: dict[Hashable, int]) -> int:
    """Return the number of those that differ in their figures alone; who has links, or no certain days, is of a sort of its own."""
    key = one.id if one.ties or one.days is None else (one.thing, one.mode, one.days)
    return sorts.setdefault(key, len(sorts))


def _figure(claim: Claim) -> Hashable:
    fields = ("calibre", "measure", "place")
    return (claim.amount, claim.item, claim.modality, claim.when, *(claim.record.of(name) for name in fields))


def _told(
    claims: tuple[Claim, ...], origin: Origin, as_of: When | None, unit: str, sorts: dict[Hashable, int]
) -> Told:
    first = claims[0]
    read = facets(first)
    amount, source = first.amount, first.source
    low, high = (0.0, 0.0) if amount is None else amount.printed_band(unit)
    return Told(
        claims=claims,
        first=first,
        facets=read,
        sort=_sort(read, sorts),
        origin=origin,
        low=low,
        high=high,
        open=amount is not None and amount.comparator in (Comparator.ABOVE, Comparator.BELOW),
        pure=amount is not None and not amount.dimension,
        unit=unit,
        as_of=as_of,
        links=frozenset([link.claim for claim in claims for link in claim.links]),
        source=source if all(claim.source == source for claim in claims[1:]) else None,
    )


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
        alike = one.sort == other.sort
        if not (alike or mine.thing == theirs.thing or _side_by_side(one, other)) or not together(one, other):
            return False
        return alike or between(mine, theirs, group.as_of) is None

    circles: list[_Circle] = []
    for each in told:
        low, high, asked = each.low, each.high, 0
        for circle in circles:
            if circle.high < low or circle.low > high:
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


def _span(low: float, high: float) -> str:
    if high == inf:
        return f"{figure(low)} or more"
    return f"{figure(high)} or less" if low == -inf else f"{figure(low)} to {figure(high)}"


class _Circle:
    """
    Tellings that agree, each with all others.

    A telling meets them all where it meets the numbers that they share, and of those that are alike in everything that
    tells two figures apart it need be held against one alone, and against those of its own text and those that a link ties.
    """

    def __init__(self, first: Told) -> None:
        self.told = [first]
        self.mode = first.facets.mode
        self.low, self.high = -inf, inf
        self.begin, self.end = EVER
        self._every, self._open = _Shared(), _Shared()
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
        return self._every.meet(other, strictly=other.open) and self._open.meet(other, strictly=True)

    def beside(self, other: Told) -> Iterator[Told]:
        """Give those that a telling is to be held against."""
        tied = {id(each): each for each in self._tied(other)}
        yield from tied.values()
        own, _ = profile(other.facets, other.as_of)
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
        self.low, self.high = max(self.low, other.low), min(self.high, other.high)
        self._every.add(other)
        if other.open:
            self._open.add(other)
        thing, number = profile(other.facets, other.as_of)
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


class _Shared:
    """The numbers that all of some tellings share."""

    def __init__(self) -> None:
        self.low, self.high, self.wide = -inf, inf, True
        self.none = True

    def add(self, other: Told) -> None:
        self.low, self.high = max(self.low, other.low), min(self.high, other.high)
        self.wide = self.wide and other.low < other.high
        self.none = False

    def meet(self, other: Told, *, strictly: bool) -> bool:
        """Tell whether each of the tellings meets another, and more than in a point where they have to."""
        if self.none:
            return True
        if other.low > self.high or other.high < self.low:
            return False
        return not strictly or (
            self.wide and other.low < other.high and other.low < self.high and self.low < other.high
        )


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
