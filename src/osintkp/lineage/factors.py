"""What the carriers of a cargo hold each: figures joined by ``contained_in``, as factors that can be compared."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.errors import DimensionError
from osintkp.lineage.matters import bodies
from osintkp.units import Amount, Comparator, ratio
from osintkp.units.amount import rounded_from
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary.scales import LinkKind

TOLERANCE = 0.05
EXACT = 1e-9


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Factor:
    """
    How much of a load each carrier holds, from the printed figures of two claims.

    Attributes:
        load: The claim about the load.
        carriers: The claim about the containers, voyages or trucks.
        value: The load divided by the number of carriers.
        unit: Of the value, like ``round/container``.
        slack: How far the value may be off because its figures were rounded or hedged, as a share of it.
    """

    load: Claim
    carriers: Claim
    value: float
    unit: str
    slack: float


def nominal(amount: Amount | None) -> float | None:
    """
    Return the one number that was printed, also of a bound; None for a range, for "thousands", or without an amount.

    Example:
        >>> nominal(Amount.parse(">13000 container")), nominal(Amount.parse("300..500 round"))
        (13000.0, None)
    """
    if amount is None or amount.best is not None:
        return None if amount is None else amount.best
    if amount.comparator in (Comparator.BETWEEN, Comparator.FROM_ABOUT):
        return None
    return amount.low if amount.low is not None else amount.high


def factor(load: Claim, carriers: Claim) -> Factor | None:
    """
    Return how much of a load each carrier holds; None where one of them gives no number, or the two have no ratio.

    Example:
        >>> from osintkp.records.shipment import Shipment
        >>> flour, trucks = (
        ...     Claim(id=f"a/{unit}", source="a", record=Shipment(amount=Amount.parse(f"{n} {unit}")))
        ...     for n, unit in ((12200, "tonne"), (610, "truck"))
        ... )
        >>> each = factor(flour, trucks)
        >>> each.value, each.unit
        (20.0, 'tonne/truck')
    """
    above, below = nominal(load.amount), nominal(carriers.amount)
    if load.amount is None or carriers.amount is None or above is None or not below:
        return None
    try:
        name = ratio(load.amount, carriers.amount).unit
    except DimensionError:
        return None
    if not name:
        return None
    slack = _slack(load.amount, above) + _slack(carriers.amount, below)
    return Factor(load=load, carriers=carriers, value=above / below, unit=name, slack=slack)


def _slack(amount: Amount, value: float) -> float:
    bounded = amount.low is not None and amount.high is not None
    low, high = amount.printed_band() if bounded else rounded_from(value, amount.unit)
    middle = value * unit(amount.unit).factor
    return (high - low) / 2 / middle if middle else 0.0


def quotient(one: Factor, other: Factor) -> float | None:
    """Return the second factor divided by the first; None where they do not measure the same thing."""
    here, there = unit(one.unit), unit(other.unit)
    if not same_dimension(here, there) or not one.value or not _same_carriers(one, other):
        return None
    return other.value * there.factor / (one.value * here.factor)


def _same_carriers(one: Factor, other: Factor) -> bool:
    names = [factor.unit.partition("/")[2] for factor in (one, other)]
    return names[0] == names[1] or not same_dimension(unit(names[0]), unit("piece"))


def alike(one: Factor, other: Factor) -> bool:
    """Return whether two factors are one, the rounding of their figures allowed for."""
    share = quotient(one, other)
    return share is not None and abs(share - 1) <= min(TOLERANCE, one.slack + other.slack) + EXACT


def shared(claims: Claims, among: Iterable[Claim]) -> Iterator[tuple[Factor, ...]]:
    """
    Give the factors of some loads that are one although the carriers are others, the least value of each first.

    Args:
        claims: All claims, among which the carriers are.
        among: The loads that are asked about.
    """
    found: dict[Hashable, list[Factor]] = {}
    for claim in among:
        for name in claim.linked(LinkKind.CONTAINED_IN):
            carriers = claims.lineage.get(name)
            each = None if carriers is None else factor(claim, carriers)
            if each is not None and each.value > 0:
                found.setdefault(_cargo(each), []).append(each)
    for _, cargo in sorted(found.items(), key=lambda item: str(item[0])):
        yield from _clusters(sorted(cargo, key=lambda each: (each.value, each.load.id, each.carriers.id)))


def _cargo(each: Factor) -> Hashable:
    return (each.load.kind, bodies(each.load), each.load.item, str(each.load.record.of("calibre")), each.unit)


def _clusters(factors: list[Factor]) -> Iterator[tuple[Factor, ...]]:
    cluster: list[Factor] = []
    for each in [*factors, None]:
        if each is not None and cluster and alike(cluster[0], each):
            cluster.append(each)
            continue
        if len({one.carriers.id for one in cluster}) > 1 and len({one.load.id for one in cluster}) > 1:
            yield tuple(cluster)
        cluster = [] if each is None else [each]
