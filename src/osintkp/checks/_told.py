"""Figures as they are told: the claims that tell one figure of one thing."""

from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from math import inf
from typing import NamedTuple

import attrs

from osintkp.checks._figures import worded
from osintkp.checks._series import undated
from osintkp.checks._wording import figure
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.difference import Facets, facets, profile
from osintkp.group import Group
from osintkp.origins import Origin
from osintkp.units import Amount
from osintkp.units.amount import printed_interval
from osintkp.units.comparing import Interval, slack_between


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Told:
    """
    The claims of a topic that tell one figure of one thing, from one origin and one occasion.

    Attributes:
        claims: The claims, ordered by id.
        first: The claim that speaks for all.
        facets: What that one is held against others by.
        sort: A number; two that have one differ in their figures and their links alone.
        thing: What it is about, and how it is told; None where the day that it speaks from plays a part.
        number: Its figure, with what plays a part beside it.
        origin: Where they come from.
        low: The lowest value that the printed figure may stand for, with the slack that the units of the topic need.
        high: The highest.
        interval: Both, and whether the figure leaves its own number out.
        pure: Whether the figure is a percentage or a ratio.
        unit: The unit of both bounds: that of the topic's first claim.
        as_of: The day that the claims speak from; None when nobody knows.
        ids: The ids of the claims.
        links: The ids of the claims that these have links to.
        source: The source that tells it; None where several do.
    """

    claims: tuple[Claim, ...]
    first: Claim
    facets: Facets
    sort: int
    thing: Hashable
    number: Hashable
    origin: Origin
    low: float
    high: float
    interval: Interval
    pure: bool
    unit: str
    as_of: When | None
    ids: frozenset[str]
    links: frozenset[str]
    source: str | None

    @cached_property
    def undated(self) -> bool:
        """Return whether a source gives another's running figure without a day."""
        return undated(self.first)

    @cached_property
    def plain(self) -> bool:
        """Return whether it is a count with a day of its own, untied: no share, no toll, and no retelling of another's."""
        toll = (
            self.first.kind == "loss" and self.first.amount is not None and self.first.amount.unit == "person"
        )
        return not (self.links or self.pure or toll or self.undated)

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
        band = (0.0, 0.0) if own is None else own.printed_band(unit)
        # its own unit where that is only another word for the topic's
        if own is not None and own.unit != unit and own.printed_band() == band:
            unit = own.unit
        return f"{self.first.id}: {self.figure} stands for {_span(*band)} {unit}".rstrip()

    def meets(self, other: "Told") -> bool:
        """Tell whether some number fits both figures; "more than 10" and "less than 10" have none."""
        return self.interval.meets(other.interval)

    def missed(self, others: "Sequence[Told]") -> "list[Told]":
        """Return those of some figures that have no number in common with this one."""
        low, high = self.low, self.high
        return [
            other
            for other in others
            if low > other.high
            or high < other.low
            or ((low == other.high or high == other.low) and not self.meets(other))
        ]


def scale(amounts: Iterable[Amount]) -> tuple[str, float]:
    """Return the unit that figures are held against each other in, that of the first, and the slack that this needs."""
    units = dict.fromkeys([amount.unit for amount in amounts])
    return next(iter(units), ""), slack_between(units)


class Occasion(NamedTuple):
    """The claims that tell one figure of one thing, from one origin and one day, not yet read closely."""

    origin: Origin
    as_of: When | None
    claims: list[Claim]

    @property
    def first(self) -> Claim:
        """Return the claim that speaks for all."""
        return self.claims[0]


def occasions(group: Group) -> list[Occasion]:
    """Return on which occasions the figures of a topic are told; a claim with a link to another, or from it, stands alone."""
    linked = {link.claim for claim in group.claims for link in claim.links}
    found: dict[Hashable, Occasion] = {}
    for claim in group.claims:
        if claim.amount is None:
            continue
        alone = claim.id if claim.links or claim.id in linked else None
        origin, as_of = group.origin(claim), group.as_of(claim)
        key = alone or (_figure(claim), origin, as_of)
        met = found.get(key)
        if met is None:
            found[key] = Occasion(origin, as_of, [claim])
        else:
            met.claims.append(claim)
    return list(found.values())


def tellings(group: Group, some: Iterable[Occasion] | None = None) -> list[Told]:
    """
    Return the figures of a topic as they are told.

    Args:
        group: The claims of the topic.
        some: The occasions to read closely; None for all.
    """
    measured = scale(claim.amount for claim in group.claims if claim.amount is not None)
    sorts: dict[Hashable, int] = {}
    return [_told(each, measured, sorts) for each in (occasions(group) if some is None else some)]


def _sort(one: Facets, sorts: dict[Hashable, int]) -> int:
    """Return the number of those that differ in their figures and links alone; who has no certain days is of a sort of its own."""
    key = one.id if one.days is None else (one.thing, one.mode, one.days)
    return sorts.setdefault(key, len(sorts))


def _figure(claim: Claim) -> Hashable:
    fields = ("calibre", "measure", "place")
    return (claim.amount, claim.item, claim.modality, claim.when, *(claim.record.of(name) for name in fields))


def _told(occasion: Occasion, measured: tuple[str, float], sorts: dict[Hashable, int]) -> Told:
    origin, as_of, claims = occasion
    first = claims[0]
    read = facets(first)
    amount, source, (unit, slack) = first.amount, first.source, measured
    interval = Interval(0.0, 0.0) if amount is None else printed_interval(amount, unit, slack)
    thing, number = profile(read, as_of)
    return Told(
        claims=tuple(claims),
        first=first,
        facets=read,
        sort=_sort(read, sorts),
        thing=thing,
        number=number,
        origin=origin,
        low=interval.low,
        high=interval.high,
        interval=interval,
        pure=amount is not None and not amount.dimension,
        unit=unit,
        as_of=as_of,
        ids=frozenset([claim.id for claim in claims]),
        links=frozenset([link.claim for claim in claims for link in claim.links]),
        source=source if all(claim.source == source for claim in claims[1:]) else None,
    )


def _span(low: float, high: float) -> str:
    if high == inf:
        return f"{figure(low)} or more"
    return f"{figure(high)} or less" if low == -inf else f"{figure(low)} to {figure(high)}"
