"""
Containers, ships or trucks are said to hold more than they can.

The load of a set of carriers, divided by their number, is held against what one carrier takes: by mass, and for rounds
in containers also by space. The limit is a band, because shells may travel bare or boxed and containers are rated
differently. Above the band the figures are impossible; inside it they hold only at the favourable end of the
assumptions, and the finding says which one decides; below it they fit.

## Why it matters
Arithmetic needs no source. A load that cannot be in its carriers shows that one of the two figures, the goods or the
calibre is wrong, or that a capacity was worked out for bare rounds.

## Found
Two thousand 155 mm shells of more than 42 kg in each container.
```toml
[source]
id = "channel"
[[claim]]
id = "containers"
quote = "40 containers"
shipment = { sender = "IR", recipient = "SY", item = "munitions", amount = "40 container", when = "2023" }
[[claim]]
id = "shells"
quote = "80,000 shells of 155 mm"
shipment = { sender = "IR", recipient = "SY", item = "munitions/artillery/shell", calibre = "155 mm", amount = "80000 round", when = "2023" }
links = [{ kind = "contained_in", claim = "channel/containers" }]
```

## Not found
As many mortar bombs of 82 mm, a fourteenth of the mass.
```toml
[source]
id = "channel"
[[claim]]
id = "containers"
quote = "40 containers"
shipment = { sender = "IR", recipient = "SY", item = "munitions", amount = "40 container", when = "2023" }
[[claim]]
id = "bombs"
quote = "80,000 mortar bombs of 82 mm"
shipment = { sender = "IR", recipient = "SY", item = "munitions/mortar", calibre = "82 mm", amount = "80000 round", when = "2023" }
links = [{ kind = "contained_in", claim = "channel/containers" }]
```

## Assumptions
Masses, lengths, packing, payloads and densities are ranges of the reference data (``data/packing.json``,
``data/carriers.json``), each with its citation, and can be replaced. "Container" says no size: 20 ft and 40 ft are both
tried. Every carrier holds this load alone, and each as much as the others.
A figure without a hedge may be rounded by half a unit of its last significant digit, at most 5 %.
"""

from collections.abc import Iterator

from osintkp.checks._loads import printed
from osintkp.checks._rates import middle_of, rate_of, shown
from osintkp.checks._room import NoRoomError, Room, density, envelope, room, using
from osintkp.checks._wording import number, times
from osintkp.claim import Claim
from osintkp.errors import UnknownIdError
from osintkp.findings import Finding
from osintkp.group import Group, by_link, finding
from osintkp.units import Amount, Band, assumption
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary.scales import LinkKind, Severity, Stance, Verdict

CODE = "PHY101"
GROUPS = by_link(LinkKind.CONTAINED_IN)
ALONE = "every carrier holds this load alone, and each as much as the others"


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for each load of the carriers of the group."""
    carriers = group.beyond[str(group.key)]
    for load in group.claims:
        if carriers.id in load.linked(LinkKind.CONTAINED_IN) and Stance.DENIES not in (
            load.stance,
            carriers.stance,
        ):
            rate = rate_of(load, carriers)
            if rate is not None:
                yield from _held_against(group, load, carriers, rate)


def _held_against(group: Group, load: Claim, carriers: Claim, rate: Band) -> Iterator[Finding]:
    division = f"{printed(load)} / {printed(carriers)} = {shown(rate)} {rate.unit}"
    try:
        found = room(load, rate.unit.partition("/")[2], group.facts)
    except NoRoomError as missing:
        message = (
            f"{load.id} in {carriers.id}: {shown(rate)} {rate.unit}; whether that fits is open: {missing}"
        )
        yield finding(Verdict.UNDECIDED, message, (load, carriers), working=(division,))
        return
    if found is not None:
        middle = middle_of(load, carriers, rate)
        yield _judged(load, carriers, rate, found, (division, *_weight(group, load, rate, found, middle)))


def _judged(load: Claim, carriers: Claim, rate: Band, found: Room, lines: tuple[str, ...]) -> Finding:
    goods, _, name = rate.unit.partition("/")
    each = f" ({', '.join(line.rpartition(' = ')[2] for line in lines[1:])})" if lines[1:] else ""
    takes = f"a {name} takes {number(found.low)} to {number(found.high)} {goods}"
    middle = middle_of(load, carriers, rate)
    if (rate.low or 0.0) > found.high:
        verdict, severity, tail = Verdict.CONFLICT, Severity.ERROR, "they cannot hold it"
    elif middle > found.high:
        verdict, severity, tail = Verdict.UNDECIDED, Severity.WARNING, _hedged(rate, found)
    elif middle > found.low:
        verdict, severity, tail = Verdict.UNDECIDED, Severity.WARNING, _between(middle, found)
    else:
        verdict, severity, tail = Verdict.AGREEMENT, Severity.INFO, "it fits"
    return finding(
        verdict,
        f"{load.id} in {carriers.id}: {shown(rate)} {rate.unit}{each}, and {takes}: {tail}",
        (load, carriers),
        working=(*lines, *found.working),
        assumptions=(*map(str, found.assumptions), ALONE),
        severity=severity,
    )


def _between(middle: float, found: Room) -> str:
    if found.bare is None:
        return f"it fits only at the favourable end; what decides is {found.decides.id}"
    heaviest = f"packed rounds may weigh at most {times(found.bare / middle)} times the bare ones"
    return f"it fits as bare rounds, not with the most packing; {heaviest}, and what decides is {found.decides.id}"


def _hedged(rate: Band, found: Room) -> str:
    low = f"{number(rate.low or 0.0)} {rate.unit}"
    return f"it fits only at the low end of its hedge or rounding, {low}, no more than {number(found.high)}"


def _weight(group: Group, load: Claim, rate: Band, found: Room, middle: float) -> Iterator[str]:
    """Give what the load of one carrier weighs, and the size of the ship that it takes; nothing where no mass is known."""
    above, _, name = rate.unit.partition("/")
    calibre, known = load.record.of("calibre"), using(group.facts)
    try:
        if isinstance(calibre, Amount):
            per = assumption("round-mass", load.item or "", calibre, using=known)
            ends, sign, band = (per.low, per.high), "x", per.band
            low, high = (middle * end * unit(per.unit).factor / 1000 for end in ends)
        elif not same_dimension(unit(above), unit("litre")):
            return
        else:
            sign, band = "/", envelope(density(load, known))
            volume, factor = middle * unit(above).factor / 1000, unit(band.unit).factor
            low, high = (volume / (end * factor) for end in (band.high or 1.0, band.low or 1.0))
    except UnknownIdError:
        return
    yield f"{number(middle)} {above} {sign} {band} = {number(low)} to {number(high)} tonne in each {name}"
    share = next((each for each in found.assumptions if each.quantity == "cargo-share"), None)
    if share is not None:
        size = f"{number(low / share.high)} to {number(high / share.low)} tonne deadweight"
        yield f"{number(low)} to {number(high)} tonne / {share.band} = {size}"
