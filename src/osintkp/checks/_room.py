"""What one carrier can hold of some goods, under the assumptions in force: by mass, and by space where it is known."""

from __future__ import annotations

import json
import math
import pkgutil
from functools import cache
from typing import Any

import attrs

from osintkp.checks._wording import number
from osintkp.claim import Claim
from osintkp.errors import DimensionError, OsintkpError, UnknownIdError
from osintkp.facts import Facts
from osintkp.units import Amount, Assumption, Band, assumption, assumptions, rounds_per_container
from osintkp.units.assumed import in_force
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary import items


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Room:
    """
    How much of a load one carrier takes.

    Attributes:
        low: What it takes at the least favourable end of every assumption.
        high: What it takes at the most favourable end.
        assumptions: Those that were used.
        working: The arithmetic.
        decides: The assumption on which a load between the two ends hangs.
        bare: What it takes by mass of rounds without charge, case and crate; None for other loads.
    """

    low: float
    high: float
    assumptions: tuple[Assumption, ...]
    working: tuple[str, ...]
    decides: Assumption
    bare: float | None = None


class NoRoomError(OsintkpError):
    """Nothing tells what the carrier takes: the message names what is missing."""


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(pkgutil.get_data("osintkp", "data/carriers.json") or b"")
    return data


def using(facts: Facts, *tables: str) -> tuple[Assumption, ...]:
    """Return the assumptions in force: those of the facts, and those about carriers and of further tables that they do not replace."""
    shipped = (known for table in ("carriers", *tables) for known in assumptions(table))
    return in_force(facts.assumptions, shipped)


def boxes(carrier: str) -> tuple[str, ...]:
    """
    Return the paths that a unit of carriers stands for; none where it is no carrier.

    Example:
        >>> boxes("container"), boxes("tank")
        (('container/20-ft', 'container/40-ft'), ())
    """
    return tuple(_data()["kinds"].get(carrier, ()))


def room(load: Claim, carrier: str, facts: Facts) -> Room | None:
    """
    Return what one carrier takes of a load, in the load's unit; None for loads that have neither mass nor volume here.

    Raises:
        NoRoomError: An assumption is missing; the message says which.
    """
    kind = None if load.amount is None else _kind(load.amount, load.item)
    if kind is None or load.amount is None:
        return None
    paths = boxes(carrier)
    if not paths:
        raise NoRoomError(f"no assumption says what a {carrier} takes")
    try:
        rooms = [_ROOMS[kind](load, load.amount, box, using(facts)) for box in paths]
    except (DimensionError, UnknownIdError) as error:
        raise NoRoomError(str(error).partition(";")[0]) from None
    best = max(rooms, key=lambda found: found.high)
    return attrs.evolve(
        best,
        low=min(found.low for found in rooms),
        bare=max((found.bare for found in rooms if found.bare is not None), default=None),
        assumptions=tuple(dict.fromkeys(known for found in rooms for known in found.assumptions)),
        working=tuple(dict.fromkeys(line for found in rooms for line in found.working)),
    )


def _kind(amount: Amount, item: str | None) -> str | None:
    here = unit(amount.unit)
    for name, kind in (("round", "rounds"), ("kilogram", "mass"), ("litre", "volume")):
        if same_dimension(here, unit(name)):
            return kind
    return "rounds" if same_dimension(here, unit("piece")) and items.within(item, "munitions") else None


def _ends(known: Assumption) -> tuple[float, float]:
    factor = unit(known.unit).factor
    return known.low * factor, known.high * factor


def _rounds(load: Claim, _amount: Amount, box: str, known: tuple[Assumption, ...]) -> Room:
    calibre, item = load.record.of("calibre"), load.item or "munitions"
    if not isinstance(calibre, Amount):
        raise NoRoomError(f"the calibre of {load.id} is not said")
    mass, crate = (assumption(name, item, calibre, using=known) for name in ("round-mass", "packing-mass"))
    payload = assumption("payload", box, using=known)
    borne = tuple(
        weight / heavy / packed
        for weight, heavy, packed in zip(_ends(payload), _ends(mass)[::-1], _ends(crate)[::-1], strict=True)
    )
    bare = _ends(payload)[1] / _ends(mass)[0]
    if not box.startswith("container/"):
        line = f"{payload.band} / ({mass.band} x {crate.band}) = {number(borne[0])}..{number(borne[1])} round"
        used = (mass, crate, payload)
        return Room(low=borne[0], high=borne[1], assumptions=used, working=(line,), decides=crate, bare=bare)
    packed = rounds_per_container(item, calibre, box.partition("/")[2], using=known)
    low, high = packed.amount.low or 0.0, packed.amount.high or 0.0
    name = box.partition("/")[2].replace("-", " ")
    return Room(
        low=low,
        high=high,
        assumptions=packed.assumptions,
        working=tuple(f"{name} container, {line}" for line in packed.working),
        decides=crate if low + 1 > borne[0] else packed.assumptions[3],
        bare=bare,
    )


def _mass(_load: Claim, amount: Amount, box: str, known: tuple[Assumption, ...]) -> Room:
    payload = assumption("deadweight" if box == "ships" else "payload", box, using=known)
    low, high = (end / unit(amount.unit).factor for end in _ends(payload))
    line = f"by mass: {payload.band} = {number(low)} to {number(high)} {amount.unit}"
    return Room(low=low, high=high, assumptions=(payload,), working=(line,), decides=payload)


def _volume(load: Claim, amount: Amount, box: str, known: tuple[Assumption, ...]) -> Room:
    weights = [assumption("deadweight" if box == "ships" else "payload", box, using=known)]
    weights += [assumption("cargo-share", box, using=known)] if box == "ships" else []
    densities = density(load, known)
    per = (min(_ends(each)[0] for each in densities), max(_ends(each)[1] for each in densities))
    ends = [math.prod(end) / unit(amount.unit).factor for end in zip(per, *map(_ends, weights), strict=True)]
    factors = " x ".join(str(band) for band in (*(each.band for each in weights), envelope(densities)))
    lines = [f"by mass: {factors} = {number(ends[0])} to {number(ends[1])} {amount.unit}"]
    if box.startswith("container/"):
        space = assumption("inner-volume", box, using=known)
        weights.append(space)
        room_for = [end / unit(amount.unit).factor for end in _ends(space)]
        ends = [min(pair) for pair in zip(ends, room_for, strict=True)]
        lines.append(f"by space: {space.band} = {number(room_for[0])} to {number(room_for[1])} {amount.unit}")
    used = (*weights, *densities)
    return Room(low=ends[0], high=ends[1], assumptions=used, working=tuple(lines), decides=weights[0])


def density(load: Claim, known: tuple[Assumption, ...]) -> tuple[Assumption, ...]:
    """
    Return the densities that the goods of a load may have: its own, or those of every class below a broad one.

    Raises:
        UnknownIdError: None is known.
    """
    item = load.item or ""
    try:
        return (assumption("density", item, using=known),)
    except UnknownIdError:
        below = tuple(
            each for each in known if each.quantity == "density" and each.applies_to.startswith(f"{item}/")
        )
        if not item or not below:
            raise
        return below


def envelope(found: tuple[Assumption, ...]) -> Band:
    """Return the band that holds those of several assumptions, in the unit of the first."""
    bands = [each.band.converted(found[0].unit) for each in found]
    return Band(
        low=min(band.low or 0.0 for band in bands),
        high=max(band.high or 0.0 for band in bands),
        unit=found[0].unit,
    )


_ROOMS = {"rounds": _rounds, "mass": _mass, "volume": _volume}
