"""Whether the load of each carrier is far from usual: too little, or more people or containers than ever."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from osintkp.checks._cargo import Cargo, Weight, bulky, is_rounds, tonnage, weight
from osintkp.checks._room import boxes, room
from osintkp.checks._voyages import sailed
from osintkp.checks._wording import number
from osintkp.errors import OsintkpError, UnknownIdError
from osintkp.facts import Facts
from osintkp.findings import Finding
from osintkp.group import Group, finding
from osintkp.records.shipment import Shipment
from osintkp.units import Amount, Assumption, assumption, rounds_per_container
from osintkp.units.definitions import unit
from osintkp.vocabulary.scales import Severity, Verdict

ABOARD = {
    "person": "most-persons",
    "container": "most-containers",
    "TEU": "most-containers",
    "FEU": "most-containers",
}
EACH = "each carrier holds as much as the others"
OPEN = "either it holds other goods too, or the load, its unit or the number of carriers is off"
Known = tuple[Assumption, ...]


def judged(group: Group, cargo: Cargo, known: Known) -> Finding | None:
    """Return what is to be said of the load of each carrier; None where nothing is."""
    if cargo.goods in ABOARD:
        return _aboard(cargo, known)
    heavy = weight(cargo, known)
    if heavy is None:
        return None
    if _too_much(cargo, group.facts):
        return _over(cargo, heavy) if cargo.load is cargo.carriers else None
    if boxes(cargo.carrier) == ("ships",):
        return sailed(group, cargo, heavy, known)
    if not cargo.telling:
        return None
    fit = _fit(cargo, known)
    if fit is not None:
        return _filled(cargo, heavy, fit, known)
    return _laden(cargo, heavy, known) if bulky(cargo.load.item) else None


def _aboard(cargo: Cargo, known: Known) -> Finding | None:
    """Tell of more people or containers aboard than a carrier takes."""
    try:
        most = assumption(ABOARD[cargo.goods], boxes(cargo.carrier)[0], using=known)
    except UnknownIdError:
        return None
    if (cargo.rate.low or 0.0) <= most.high:
        return None
    message = (
        f"{cargo.name}, more than the {number(most.high)} that any {cargo.carrier} is known to have taken:"
        " either the load or the number of carriers is off, or each went more than once"
    )
    return _warned(cargo, message, (cargo.working,), (most,))


def _too_much(cargo: Cargo, facts: Facts) -> bool:
    """Tell whether the load cannot fit at all, which is for payload-exceeded to tell of a load and its carriers."""
    calibre = cargo.load.record.of("calibre")
    try:
        one = Shipment(
            item=cargo.load.item,
            calibre=calibre if isinstance(calibre, Amount) else None,
            amount=Amount.exact(1, cargo.goods),
        )
        found = room(attrs.evolve(cargo.load, record=one), cargo.carrier, facts)
    except OsintkpError:
        return False
    return found is not None and (cargo.rate.low or 0.0) > found.high


def _over(cargo: Cargo, heavy: Weight) -> Finding:
    message = f"{_says(cargo, heavy)}: more than a {cargo.carrier} can hold"
    return _warned(cargo, message, (cargo.working, *heavy.working), heavy.assumptions)


def _fit(cargo: Cargo, known: Known) -> tuple[float, Known, tuple[str, ...]] | None:
    """Return how many rounds fit in one container with the most packing; None for other loads."""
    calibre, item = cargo.load.record.of("calibre"), cargo.load.item
    containers = [box.partition("/")[2] for box in boxes(cargo.carrier) if box.startswith("container/")]
    if not isinstance(calibre, Amount) or item is None or not containers or not is_rounds(cargo):
        return None
    return fit(item, calibre, containers, known)


def fit(
    item: str, calibre: Amount, containers: list[str], known: Known
) -> tuple[float, Known, tuple[str, ...]] | None:
    """Return how many rounds fit in the smallest of some containers with the most packing, with what that rests on."""
    try:
        found = [rounds_per_container(item, calibre, box, using=known) for box in containers]
    except OsintkpError:
        return None
    least = min(found, key=lambda packed: packed.amount.low or 0.0)
    return (least.amount.low or 0.0, least.assumptions, least.working)


def _filled(
    cargo: Cargo, heavy: Weight, room_for: tuple[float, Known, tuple[str, ...]], known: Known
) -> Finding | None:
    fits, used, lines = room_for
    share = assumption("few-rounds", "munitions", using=known)
    high = cargo.rate.high
    if high is None or high >= share.high * fits:
        return None
    says = f"{_says(cargo, heavy)}, where {number(fits)} fit with the most packing"
    few = share.low if high < share.low * fits else share.high
    line = f"{number(high)} {cargo.goods} at most < {number(few)} x {number(fits)} {cargo.goods}"
    working = (cargo.working, *heavy.working, *lines, line)
    if few == share.low:
        return _warned(
            cargo, f"{says}: each {cargo.carrier} would be all but empty; {OPEN}", working, (*used, share)
        )
    return _light(cargo, f"{says}: a light load, of part loads or much packing", working, (*used, share))


def _laden(cargo: Cargo, heavy: Weight, known: Known) -> Finding | None:
    usual = assumption("usual-load", boxes(cargo.carrier)[0], using=known)
    few = assumption("few-load", "loads", using=known)
    low = usual.low * unit(usual.unit).factor / 1000
    if heavy.most >= low:
        return None
    says = f"{_says(cargo, heavy)}, where a {cargo.carrier} usually carries"
    says += f" {tonnage(low, usual.high * unit(usual.unit).factor / 1000)}"
    working = (cargo.working, *heavy.working)
    used = (usual, few, *heavy.assumptions)
    if heavy.most >= few.low * low:
        return _light(cargo, f"{says}: a light load, of part loads or small carriers", working, used)
    return _warned(cargo, f"{says}: next to nothing; {OPEN}", working, used)


def _says(cargo: Cargo, heavy: Weight) -> str:
    return cargo.name if cargo.weighed else f"{cargo.name}, {tonnage(heavy.low, heavy.high)}"


def _light(cargo: Cargo, message: str, working: tuple[str, ...], used: Known) -> Finding:
    return finding(
        Verdict.AGREEMENT,
        message,
        cargo.claims,
        working=tuple(_once(working)),
        assumptions=(*map(str, dict.fromkeys(used)), EACH),
    )


def _warned(cargo: Cargo, message: str, working: tuple[str, ...], used: Known) -> Finding:
    return finding(
        Verdict.UNDECIDED,
        message,
        cargo.claims,
        working=tuple(_once(working)),
        assumptions=(*map(str, dict.fromkeys(used)), EACH),
        severity=Severity.WARNING,
    )


def _once(lines: tuple[str, ...]) -> Iterator[str]:
    yield from dict.fromkeys(line for line in lines if line)
