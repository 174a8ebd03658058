"""What a volume of a product can weigh, and whether a volume and a mass fit any."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from osintkp.checks import _figures
from osintkp.checks._wording import listed, number
from osintkp.units import Amount, Assumption
from osintkp.units.definitions import Dimension, unit
from osintkp.vocabulary import items

VOLUME: Dimension = (("metre", 3),)
MASS: Dimension = (("kilogram", 1),)
LIQUIDS = ("barrel", "litre", "us_gallon", "imperial_gallon")
STATES = ("liquid-density", "bulk-density", "gas-density")
TONNE_PER_CUBIC_METRE = 1000.0
SLACK = 1e-9


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Density:
    """
    The density that a volume and a mass make, in tonnes a cubic metre.

    Attributes:
        low: The lowest, hedges and rounding of both allowed for.
        best: By the printed numbers; None where one of them is a bound or a range.
        high: The highest; infinite where nothing bounds it.
    """

    low: float
    best: float | None
    high: float

    def meets(self, product: Assumption) -> bool:
        """Tell whether a product can have it."""
        return self.low <= product.high * (1 + SLACK) and product.low <= self.high * (1 + SLACK)

    def is_of(self, product: Assumption) -> bool:
        """Tell whether a product has it by the printed numbers, without a look at hedges and rounding."""
        if self.best is None:
            return self.meets(product)
        return product.low * (1 - SLACK) <= self.best <= product.high * (1 + SLACK)

    def __str__(self) -> str:
        ends = f"{number(self.low)} to {number(self.high)}" if self.high < float("inf") else number(self.low)
        if self.best is None:
            return f"{ends} tonne/cubic_metre"
        return f"{number(self.best)} tonne/cubic_metre ({ends})"


def measured(amount: Amount | None) -> tuple[str, Dimension] | None:
    """
    Return whether an amount is a volume or a mass, and per what; None where it is neither.

    Example:
        >>> measured(Amount.parse("300 barrel")), measured(Amount.parse("3 tank"))
        (('volume', ()), None)
    """
    if amount is None:
        return None
    above, _, below = amount.unit.partition("/")
    kind = {VOLUME: "volume", MASS: "mass"}.get(unit(above).dimension)
    return None if kind is None else (kind, unit(below).dimension)


def density_of(volume: Amount, mass: Amount) -> Density | None:
    """
    Return the density that two amounts make; None where one of them may be nothing at all.

    Example:
        >>> found = density_of(Amount.parse("1000000 barrel"), Amount.parse("56000 tonne"))
        >>> print(found)
        0.3522 tonne/cubic_metre (0.3325 to 0.3741)
    """
    litres, kilogrammes = (_figures.printed(amount) for amount in (volume, mass))
    per = unit(mass.unit).factor / unit(volume.unit).factor / TONNE_PER_CUBIC_METRE
    low_volume, high_mass = litres.low or 0.0, kilogrammes.high
    if litres.high == 0 or high_mass == 0:
        return None
    low = 0.0 if litres.high is None else (kilogrammes.low or 0.0) / litres.high * per
    high = float("inf") if high_mass is None or low_volume <= 0 else high_mass / low_volume * per
    best = mass.best / volume.best * per if mass.best and volume.best else None
    return None if low <= 0 and high == float("inf") else Density(low=low, best=best, high=high)


def products(
    item: str, volume: Amount, known: Iterable[Assumption]
) -> tuple[tuple[Assumption, ...], tuple[Assumption, ...]]:
    """Return the products that goods may be, and those of their branch in the same state: liquid, bulk, gas."""
    liquid = volume.unit.partition("/")[0] in LIQUIDS
    states = STATES[:1] if liquid else STATES
    root = item.partition("/")[0]
    branch = [each for each in known if each.quantity in states and each.applies_to.partition("/")[0] == root]
    above = [each for each in branch if items.within(item, each.applies_to)]
    narrowest = max((len(each.applies_to) for each in above), default=0)
    of = [each for each in above if len(each.applies_to) == narrowest]
    of += [each for each in branch if items.within(each.applies_to, item) and each not in of]
    alike = {each.quantity for each in of}
    return _sorted(of), _sorted(each for each in branch if each.quantity in alike)


def _sorted(found: Iterable[Assumption]) -> tuple[Assumption, ...]:
    return tuple(sorted(found, key=lambda each: (each.low, each.id)))


def ranged(found: tuple[Assumption, ...]) -> str:
    """Return products with what they weigh, in words."""
    return listed(
        f"{items.name(each.applies_to)} ({number(each.low)} to {number(each.high)})" for each in found
    )
