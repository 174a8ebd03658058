"""What leads from the unit of one figure to that of another: a density at hand, or the fact that is missing."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from osintkp.checks._figures import printed
from osintkp.claim import Claim
from osintkp.errors import DimensionError, UnknownIdError
from osintkp.units import Amount, Assumption, Band, assumption, convert_packed
from osintkp.units.definitions import Dimension, unit
from osintkp.vocabulary import items

MASS: Dimension = (("kilogram", 1),)
VOLUME: Dimension = (("metre", 3),)
BOXES = frozenset({"container", "TEU"})
# What holds more stands further right: a crate goes into a container, a container on a ship.
HOLDS = ("", "crate", "pallet", "container", "TEU", "wagon", "shipment", "voyage", "carrier")
CARRIERS = frozenset({"aircraft", "boat", "helicopter", "ship", "tanker", "truck", "vehicle", "vessel"})


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Conversion:
    """
    A figure in the unit of another, by a density.

    Attributes:
        band: What it may be there, its rounding and the range of the density allowed for.
        working: The arithmetic.
        by: The density.
    """

    band: Band
    working: tuple[str, ...]
    by: Assumption


def converted(claim: Claim, other: Claim, using: Sequence[Assumption]) -> Conversion | None:
    """Return the figure of a claim in the unit of another's, mass for volume or the other way; None where no density is at hand."""
    mine, theirs = claim.amount, other.amount
    if mine is None or theirs is None or {mine.dimension, theirs.dimension} != {MASS, VOLUME}:
        return None
    item = _narrower(claim.item, other.item)
    if item is None:
        return None
    try:
        by = assumption("density", item, using=using)
        found = convert_packed(printed(mine), theirs.unit, by)
    except (DimensionError, UnknownIdError):
        return None
    return Conversion(band=found.amount, working=found.working, by=by)


def _narrower(one: str | None, other: str | None) -> str | None:
    if one is None or other is None:
        return one or other
    if items.within(one, other):
        return one
    return other if items.within(other, one) else None


def missing(one: Amount, other: Amount) -> str:
    """
    Return the fact that would make two figures of other dimensions comparable, in words; both have a unit.

    Example:
        >>> missing(Amount.parse("43 voyage"), Amount.parse("12 ship"))
        'how many voyage one ship stands for'
        >>> missing(Amount.parse("4 USD"), Amount.parse("3 EUR"))
        'the rate of EUR to USD on that day'
    """
    units = {each.unit: each.dimension for each in (one, other)}
    if set(units.values()) == {MASS, VOLUME}:
        return "the density of the goods"
    if all(map(money, units.values())):
        return f"the rate of {' to '.join(sorted(units))} on that day"
    if {base for dimension in units.values() for base, _ in dimension} <= BOXES:
        return "the size of the containers: one of 40 feet counts for two of 20"
    if len([name for name in units if "/" in name]) == 1:
        return "over how long, or for how many, the rate holds"
    small, large = sorted((one.unit, other.unit), key=_holds)
    return f"how many {small} one {large} stands for"


def money(dimension: Dimension) -> bool:
    """Tell whether a dimension is that of a currency."""
    base = dimension[0][0] if len(dimension) == 1 else ""
    return len(base) == 3 and base.isupper() and base not in BOXES


def _holds(name: str) -> tuple[int, bool, str]:
    base = "carrier" if name in CARRIERS else "".join(base for base, _ in unit(name).dimension)
    return (HOLDS.index(base) if base in HOLDS else 0), base in ("round", "person", "piece"), name


def carries(name: str) -> bool:
    """
    Tell whether a unit counts boxes, wagons or voyages, which hold a load.

    Example:
        >>> carries("container"), carries("round")
        (True, False)
    """
    return bool(_holds(name)[0])
