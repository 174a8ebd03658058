"""The loads of a group of carriers, what each carrier holds of them, and what that weighs."""

from __future__ import annotations

import json
import pkgutil
from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import inf
from typing import Any

import attrs

from osintkp.checks._figures import printed as band_of
from osintkp.checks._figures import worded
from osintkp.checks._loads import nominal, printed
from osintkp.checks._rates import middle_of, rate_of, shown
from osintkp.checks._room import boxes, density, envelope
from osintkp.checks._wording import number
from osintkp.claim import Claim
from osintkp.errors import OsintkpError
from osintkp.group import Group
from osintkp.units import Amount, Assumption, Band, assumption
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary import items
from osintkp.vocabulary.scales import LinkKind, Stance

SAME = (LinkKind.ALTERNATIVE_TO, LinkKind.REPEATS, LinkKind.REVISES, LinkKind.PART_OF)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Cargo:
    """
    What one carrier holds of a load.

    Attributes:
        load: The claim about the goods, or one that gives them by the carrier.
        carriers: The claim about the containers, voyages or trucks; the load itself where it gives a rate.
        rate: In goods by carrier, hedges and rounding allowed for.
        middle: The rate by the printed numbers.
        alone: Whether nothing else is said to be in the same carriers.
    """

    load: Claim
    carriers: Claim
    rate: Band
    middle: float
    alone: bool = True

    @property
    def telling(self) -> bool:
        """
        Return whether a small load of each carrier would be odd: several carriers, sent on purpose, with nothing else aboard.

        What is seized or lost is often hidden among other goods, or in a small boat.
        """
        several = self.load is self.carriers or (nominal(self.carriers.amount) or 0.0) >= 2
        return self.alone and several and all(claim.kind == "shipment" for claim in self.claims)

    @property
    def goods(self) -> str:
        """Return the unit of the goods."""
        return self.rate.unit.partition("/")[0]

    @property
    def carrier(self) -> str:
        """Return the unit of the carriers."""
        return self.rate.unit.partition("/")[2]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims that it rests on."""
        return (self.load,) if self.load is self.carriers else (self.load, self.carriers)

    @property
    def name(self) -> str:
        """Return its claims and its figure in words."""
        return f"{' in '.join(claim.id for claim in self.claims)}: {shown(self.rate)} {self.rate.unit}"

    @property
    def weighed(self) -> bool:
        """Return whether the goods are given by mass."""
        return same_dimension(unit(self.goods), unit("kilogram"))

    @property
    def working(self) -> str:
        """Return the division with its numbers put in, or the rate as it is given."""
        if self.load is self.carriers:
            return f"{self.load.id}: {worded(self.load.amount) if self.load.amount else ''}"
        return f"{printed(self.load)} / {printed(self.carriers)} = {shown(self.rate)} {self.rate.unit}"


def cargoes(group: Group) -> tuple[Cargo, ...]:
    """Return the loads of the carriers that a group is about, or the one rate that it is about."""
    first = group.beyond.get(str(group.key))
    if first is None or first.stance is Stance.DENIES:
        return ()
    loads = [claim for claim in group.claims if _is_load(claim, first)]
    if not loads:
        found = rate_claim(first)
        return () if found is None else (found,)
    goods = Counter(map(_goods, loads))
    kin = _kin(loads)
    return tuple(
        Cargo(
            load=load,
            carriers=first,
            rate=rate,
            middle=middle_of(load, first, rate),
            alone=_others(load, goods, kin[load.id]) <= 0,
        )
        for load in loads
        if (rate := rate_of(load, first)) is not None and boxes(rate.unit.partition("/")[2])
    )


def _is_load(claim: Claim, carriers: Claim) -> bool:
    return carriers.id in claim.linked(LinkKind.CONTAINED_IN) and claim.stance is not Stance.DENIES


def rate_claim(claim: Claim) -> Cargo | None:
    """Return the load that a claim gives by the carrier, like 20 tonnes a truck; None where it gives none."""
    amount = claim.amount
    if amount is None or claim.stance is Stance.DENIES or not boxes(amount.unit.partition("/")[2]):
        return None
    rate = band_of(amount)
    middle = nominal(amount)
    if middle is None:
        middle = next((end for end in (rate.high, rate.low) if end is not None), 0.0)
    return Cargo(load=claim, carriers=claim, rate=rate, middle=middle)


def _goods(load: Claim) -> tuple[str | None, str]:
    return (load.item, str(load.record.of("calibre")))


def _kin(loads: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Give for each load those that do not come on top of it: its alternatives, repetitions, parts and wholes."""
    by_id = {load.id: load for load in loads}
    found: dict[str, dict[str, Claim]] = {name: {} for name in by_id}
    for load in by_id.values():
        for link in load.links:
            other = by_id.get(link.claim)
            if link.kind in SAME and other is not None and other is not load:
                found[load.id][other.id] = other
                found[other.id][load.id] = load
    return {name: list(kin.values()) for name, kin in found.items()}


def _others(load: Claim, goods: Counter[tuple[str | None, str]], kin: list[Claim]) -> int:
    mine = _goods(load)
    return goods.total() - goods[mine] - sum(_goods(other) != mine for other in kin)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Weight:
    """
    What the load of one carrier weighs.

    Attributes:
        low: In tonnes, by the printed numbers.
        high: In tonnes, by the printed numbers.
        least: In tonnes, at the lowest reading of every figure and assumption.
        most: In tonnes, at the highest; infinite where nothing bounds it.
        working: The arithmetic.
        assumptions: Those that were used.
    """

    low: float
    high: float
    least: float
    most: float
    working: tuple[str, ...]
    assumptions: tuple[Assumption, ...]


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(pkgutil.get_data("osintkp", "data/loads.json") or b"")
    return data


def bulky(item: str | None) -> bool:
    """
    Return whether goods are sent in bulk, so that a few kilogrammes of them are no load.

    Example:
        >>> bulky("food/flour"), bulky("minerals/gold"), bulky(None)
        (True, False, False)
    """
    return any(items.within(item, path) for path in _data()["bulk"]) and not any(
        items.within(item, path) for path in _data()["dear"]
    )


def weight(cargo: Cargo, known: tuple[Assumption, ...]) -> Weight | None:
    """Return what the load of one carrier weighs; None where nothing tells."""
    try:
        if cargo.weighed:
            return _weighed(cargo, (1.0, 1.0), (1.0, 1.0), "", ())
        if same_dimension(unit(cargo.goods), unit("litre")):
            return _volume(cargo, known)
        return _rounds(cargo, known) if is_rounds(cargo) else None
    except OsintkpError:
        return None


def is_rounds(cargo: Cargo) -> bool:
    """Return whether a load is rounds of ammunition."""
    goods = unit(cargo.goods)
    pieces = same_dimension(goods, unit("piece")) and items.within(cargo.load.item, "munitions")
    return same_dimension(goods, unit("round")) or pieces


def _weighed(
    cargo: Cargo, each: tuple[float, float], wide: tuple[float, float], by: str, used: tuple[Assumption, ...]
) -> Weight:
    """Weigh a load by two bands of kilogrammes for one base unit of it: the usual one, and the widest."""
    tonnes = unit(cargo.goods).factor / 1000
    low, high = (cargo.middle * end * tonnes for end in each)
    line = f"{number(cargo.middle)} {cargo.goods} {by} = {tonnage(low, high)} in each {cargo.carrier}"
    return Weight(
        low=low,
        high=high,
        least=(cargo.rate.low or 0.0) * wide[0] * tonnes,
        most=inf if cargo.rate.high is None else cargo.rate.high * wide[1] * tonnes,
        working=(line,) if by else (),
        assumptions=used,
    )


def _volume(cargo: Cargo, known: tuple[Assumption, ...]) -> Weight:
    every = density(cargo.load, known)
    usual = tuple(
        one for one in known if one.quantity == "usual-density" and one.applies_to == cargo.load.item
    )
    near, wide = envelope(usual[:1] or every), envelope(every)
    each, widest = (_per_volume(band) for band in (near, wide))
    return _weighed(cargo, each, widest, f"/ {near}", usual[:1] or every)


def _per_volume(band: Band) -> tuple[float, float]:
    factor = unit(band.unit).factor
    return 1 / ((band.high or 1.0) * factor), 1 / ((band.low or 1.0) * factor)


def _rounds(cargo: Cargo, known: tuple[Assumption, ...]) -> Weight | None:
    calibre, item = cargo.load.record.of("calibre"), cargo.load.item
    if not isinstance(calibre, Amount) or item is None:
        return None
    mass, crate = (assumption(name, item, calibre, using=known) for name in ("round-mass", "packing-mass"))
    factor = unit(mass.unit).factor
    each = (mass.low * factor, mass.high * crate.high * factor)
    return _weighed(cargo, each, each, f"x {mass.band} x {crate.band}", (mass, crate))


def tonnage(low: float, high: float) -> str:
    """
    Return two masses in words.

    Example:
        >>> tonnage(2.5, 3.0), tonnage(20.0, 20.0)
        ('2.5 to 3 tonne', '20 tonne')
    """
    return f"{' to '.join(dict.fromkeys(map(number, (low, high))))} tonne"
