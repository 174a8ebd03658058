"""Figures as they are told: the claims that tell one figure of one thing, and the tellings that agree."""

from collections.abc import Callable, Hashable
from functools import cached_property

import attrs

from osintkp.checks._figures import worded
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.group import Group
from osintkp.origins import Origin
from osintkp.triage import PLACES, difference, worded_apart
from osintkp.units import Comparator


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Told:
    """
    The claims of a topic that tell one figure of one thing, from one origin and one occasion.

    Attributes:
        claims: The claims, ordered by id.
        origin: Where they come from.
        low: The lowest value that the printed figure may stand for.
        high: The highest.
        unit: The unit of both: that of the topic's first claim.
        as_of: The day that the claims speak from; None when nobody knows.
        first: The claim that speaks for all.
    """

    claims: tuple[Claim, ...]
    origin: Origin
    low: float
    high: float
    unit: str
    as_of: When | None
    first: Claim = attrs.field(
        init=False, default=attrs.Factory(lambda told: told.claims[0], takes_self=True)
    )

    @cached_property
    def open(self) -> bool:
        """Return whether the figure leaves its own number out, as "more than 10" does."""
        amount = self.first.amount
        return amount is not None and amount.comparator in (Comparator.ABOVE, Comparator.BELOW)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Return the ids of the claims."""
        return frozenset(claim.id for claim in self.claims)

    @cached_property
    def links(self) -> frozenset[str]:
        """Return the ids of the claims that these have links to."""
        return frozenset(link.claim for claim in self.claims for link in claim.links)

    @cached_property
    def sources(self) -> frozenset[str]:
        """Return the ids of the sources that tell it."""
        return frozenset(claim.source for claim in self.claims)

    @cached_property
    def pure(self) -> bool:
        """Return whether the figure is a percentage or a ratio."""
        amount = self.first.amount
        return amount is not None and not amount.dimension

    @cached_property
    def says(self) -> str:
        """Return who says it, and what."""
        more = len(self.claims) - 1
        return f"{self.first.id} says {self.figure}" + (f" (and {more} more)" if more else "")

    @cached_property
    def figure(self) -> str:
        """Return the figure in words; nothing where there is none."""
        return "" if self.first.amount is None else worded(self.first.amount)

    def meets(self, other: "Told") -> bool:
        """Tell whether some number fits both figures; "more than 10" and "less than 10" have none."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and not (self.open or other.open))


def tellings(group: Group) -> list[Told]:
    """Return the figures of a topic as they are told; a claim with a link to another, or from it, stands alone."""
    unit = next(claim.amount.unit for claim in group.claims if claim.amount is not None)
    linked = {link.claim for claim in group.claims for link in claim.links}
    found: dict[Hashable, list[Claim]] = {}
    for claim in group.claims:
        alone = claim.id if claim.links or claim.id in linked else None
        key = (alone, _figure(claim), group.origin(claim), group.as_of(claim))
        found.setdefault(key, []).append(claim)
    return [_told(group, tuple(claims), unit) for claims in found.values()]


def _figure(claim: Claim) -> Hashable:
    fields = ("calibre", "measure", "place")
    return (claim.amount, claim.item, claim.modality, claim.when, *(claim.record.of(name) for name in fields))


def _told(group: Group, claims: tuple[Claim, ...], unit: str) -> Told:
    amount = claims[0].amount
    low, high = (0.0, 0.0) if amount is None else amount.printed_band(unit)
    origin, as_of = group.origin(claims[0]), group.as_of(claims[0])
    return Told(claims=claims, origin=origin, low=low, high=high, unit=unit, as_of=as_of)


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
        return one.meets(other) and together(one, other) and _side_by_side(one, other)

    circles: list[_Circle] = []
    for each in told:
        for circle in circles:
            if circle.may_hold(each) and all(fit(each, other) for other in circle.told) and all(
                difference(each.first, other.first, group.as_of) is None for other in circle.told
            ):  # fmt: skip
                circle.add(each)
                break
        else:
            circles.append(_Circle(each))
    return [circle.told for circle in circles if sum(len(each.claims) for each in circle.told) > 1]


class _Circle:
    """Tellings that agree, each with all others, and the numbers that no telling can miss and yet meet them all."""

    def __init__(self, first: Told) -> None:
        self.told = [first]
        self.low, self.high = first.low, first.high

    def may_hold(self, other: Told) -> bool:
        return other.low <= self.high and self.low <= other.high

    def add(self, other: Told) -> None:
        self.told.append(other)
        self.low, self.high = max(self.low, other.low), min(self.high, other.high)


def _side_by_side(one: Told, other: Told) -> bool:
    """Tell whether no place is worded differently: only a clash is worth looking a place up for."""
    words = worded_apart(one.first, other.first, PLACES)
    return all(mine.casefold() == theirs.casefold() for _, mine, theirs in words)
