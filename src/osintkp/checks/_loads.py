"""What the carriers of a cargo hold each: figures joined by ``contained_in``, as factors that can be compared."""

from __future__ import annotations

import attrs

from osintkp.checks._figures import worded
from osintkp.checks._wording import figure, number
from osintkp.claim import Claim
from osintkp.errors import DimensionError
from osintkp.group import Group
from osintkp.units import Amount, Comparator, ratio
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary.scales import LinkKind

TOLERANCE = 0.05
EXACT = 1e-9
ROUNDED = "two factors count as one where they differ by no more than the rounding of their figures allows, at most 5 %"


@attrs.frozen(kw_only=True)
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

    @property
    def working(self) -> str:
        """Return the division with its numbers put in."""
        return f"{printed(self.load)} / {printed(self.carriers)} = {number(self.value)} {self.unit}"


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


def printed(claim: Claim) -> str:
    """
    Return the printed number of a claim with its unit; the whole amount where it is not one number.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> printed(Claim(id="a/1", source="a", record=Loss(amount=Amount.parse("~4000 person"))))
        '4,000 person'
    """
    value = nominal(claim.amount)
    if value is None or claim.amount is None:
        return str(claim.amount)
    return f"{figure(value)} {claim.amount.unit}"


def said(claim: Claim) -> str:
    """
    Return the amount of a claim in words, its hedge included.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> said(Claim(id="a/1", source="a", record=Loss(amount=Amount.parse("~4000 person"))))
        'about 4,000 person'
    """
    return "no figure" if claim.amount is None else worded(claim.amount)


def factors(group: Group, claim: Claim) -> tuple[Factor, ...]:
    """Return the factors of a load, one for each claim that it is contained in and that gives a number of carriers."""
    found = (_factor(claim, carriers) for carriers in group.linked(claim, LinkKind.CONTAINED_IN))
    return tuple(factor for factor in found if factor is not None)


def _factor(load: Claim, carriers: Claim) -> Factor | None:
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
    low, high = (amount if bounded else Amount.exact(value, amount.unit)).printed_band()
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


def comparison(one: Factor, other: Factor) -> tuple[str, ...]:
    """Return the two divisions of factors that are alike, and their quotient, the numbers put in."""
    share, allowed = quotient(one, other) or 0.0, min(TOLERANCE, one.slack + other.slack)
    last = f"{number(other.value)} / {number(one.value)} = {number(share)}: within {100 * allowed:.2g} %"
    return (one.working, other.working, last)
