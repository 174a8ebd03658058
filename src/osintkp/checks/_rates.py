"""How much of a load one carrier holds, as a band in goods per carrier."""

from __future__ import annotations

import attrs

from osintkp.checks import _figures
from osintkp.checks._loads import nominal
from osintkp.checks._wording import number
from osintkp.claim import Claim
from osintkp.errors import DimensionError
from osintkp.units import Band, ratio


def rate_of(load: Claim, carriers: Claim) -> Band | None:
    """
    Return a load divided by its carriers, the rounding of both allowed for; None where the two make no rate.

    Example:
        >>> from osintkp.records.shipment import Shipment
        >>> from osintkp.units import Amount
        >>> load, trucks = (
        ...     Claim(id=f"a/{n}", source="a", record=Shipment(amount=Amount.parse(text)))
        ...     for n, text in enumerate(["1200 tonne", "60 truck"])
        ... )
        >>> rate_of(load, trucks).best
        20.0
    """
    if load.amount is None or carriers.amount is None:
        return None
    try:
        found = ratio(_figures.printed(load.amount), _figures.printed(carriers.amount))
    except DimensionError:
        return None
    if not found.unit or (found.low, found.high) == (None, None):
        return None
    above, below = nominal(load.amount), nominal(carriers.amount)
    if found.best is None and not found.low and found.high is None and above is not None and below:
        return attrs.evolve(
            found, best=above / below
        )  # two bounds of one kind: the printed numbers are all there is
    return found


def middle_of(load: Claim, carriers: Claim, rate: Band) -> float:
    """Return the load of one carrier by the printed numbers; the upper end of a range, the lower where there is none."""
    above, below = nominal(load.amount), nominal(carriers.amount)
    if above is not None and below:
        return above / below
    return next(end for end in (rate.high, rate.low, 0.0) if end is not None)


def shown(rate: Band) -> str:
    """
    Return a rate in words, without its unit.

    Example:
        >>> shown(Band(low=2.0, high=3.0)), shown(Band(low=2.0)), shown(Band(high=3.0))
        ('2 to 3', 'at least 2', 'up to 3')
    """
    if rate.best is not None:
        return number(rate.best)
    if not rate.low or rate.high is None:
        return f"at least {number(rate.low)}" if rate.low else f"up to {number(rate.high or 0.0)}"
    return f"{number(rate.low)} to {number(rate.high)}"
