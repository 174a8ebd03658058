"""Two calibres in the same carriers: of the smaller more rounds should fit, unless they are of another kind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from osintkp.checks._cargo import Cargo, tonnage
from osintkp.checks._fill import EACH, fit
from osintkp.checks._room import boxes
from osintkp.checks._wording import number, times
from osintkp.errors import OsintkpError, UnknownIdError
from osintkp.findings import Finding
from osintkp.group import finding
from osintkp.units import Amount, Assumption, assumption
from osintkp.units.assumed import bore_of
from osintkp.units.definitions import unit
from osintkp.vocabulary import items
from osintkp.vocabulary.scales import LinkKind, Modality, Severity, Verdict

Known = tuple[Assumption, ...]


def calibres(loads: list[Cargo], known: Known) -> Iterator[Finding]:
    """Give one finding for each two calibres of which the smaller fits fewer times, where both fill the carriers."""
    rounds = [(bore, cargo) for cargo in loads if (bore := _bore(cargo)) is not None]
    for (small, less), (large, more) in _pairs(rounds):
        if small < large and less.rate.high is not None and less.rate.high < (more.rate.low or 0.0):
            found = _fewer(less, more, known)
            if found is not None:
                yield found


def _bore(cargo: Cargo) -> float | None:
    calibre = cargo.load.record.of("calibre")
    in_containers = any(box.startswith("container/") for box in boxes(cargo.carrier))
    if not isinstance(calibre, Amount) or not in_containers or not items.within(cargo.load.item, "munitions"):
        return None
    try:
        return bore_of(calibre)
    except OsintkpError:
        return None


def _pairs(rounds: list[tuple[float, Cargo]]) -> Iterator[tuple[tuple[float, Cargo], tuple[float, Cargo]]]:
    """Give the alternatives, and of the capacities that one source gives each with the next larger one."""
    by_id = {cargo.load.id: (bore, cargo) for bore, cargo in rounds}
    told = set()
    for here in rounds:
        for name in here[1].load.linked(LinkKind.ALTERNATIVE_TO):
            if name in by_id and name != here[1].load.id:
                pair = sorted((here, by_id[name]), key=_order)
                told.add((pair[0][1].load.id, pair[1][1].load.id))
    hold = sorted((each for each in rounds if each[1].load.modality is Modality.CAPACITY), key=_order)
    for one, other in pairwise(hold):
        if one[1].load.source == other[1].load.source:
            told.add((one[1].load.id, other[1].load.id))
    for small, large in sorted(told):
        yield by_id[small], by_id[large]


def _order(each: tuple[float, Cargo]) -> tuple[float, str]:
    return (each[0], each[1].load.id)


def _kinds(cargo: Cargo, known: Known) -> tuple[Known, Known]:
    """Return the masses of rounds of a calibre: those of kinds that the load may be of, and those of other kinds."""
    calibre, item = cargo.load.record.of("calibre"), cargo.load.item or ""
    bore = bore_of(calibre) if isinstance(calibre, Amount) else 0.0
    masses = [
        each
        for each in known
        if each.quantity == "round-mass" and each.calibre is not None and bore_of(each.calibre) == bore
    ]
    own = [each for each in masses if items.within(item, each.applies_to)]
    own = own or [each for each in masses if items.within(each.applies_to, item)]
    rest = [each for each in masses if each not in own]
    return tuple(sorted(own, key=lambda each: each.id)), tuple(sorted(rest, key=lambda each: each.id))


def _fewer(less: Cargo, more: Cargo, known: Known) -> Finding | None:
    own, rest = _kinds(less, known)
    theirs = _kinds(more, known)[0]
    if own and all(_as_heavy(less, mass, more, theirs, known) for mass in own):
        return None
    says = (
        f"{less.load.id} gives {number(less.middle)} {less.rate.unit} of {less.load.record.of('calibre')},"
        f" {more.load.id} {number(more.middle)} of {more.load.record.of('calibre')}"
        f" in the same {less.carriers.id}: {times(more.middle / less.middle)} times fewer of the smaller calibre"
    )
    if not own:
        return None
    plausible = [mass for mass in own if _holds(less, mass, theirs, known)]
    told = "; ".join(_as(less, mass, known, holds=mass in plausible) for mass in own)
    others = [_as(less, mass, known, holds=_holds(less, mass, theirs, known)) for mass in rest]
    if len(plausible) == len(own):
        verdict, severity = Verdict.DIFFERENT_ITEM, Severity.INFO
        message = f"{says}; it holds {told}" + (f"; {'; '.join(others)}" if others else "")
    elif plausible:
        verdict, severity = Verdict.UNDECIDED, Severity.WARNING
        message = f"{says}; what kind of rounds they are is not said and decides: {told}"
    else:
        verdict, severity = Verdict.CONFLICT, Severity.WARNING
        message = f"{says}, of which more should fit; {told}" + (f"; {'; '.join(others)}" if others else "")
    pair = tuple(dict.fromkeys((less.load, more.load, *less.claims[1:], *more.claims[1:])))
    return finding(
        verdict,
        message,
        pair,
        working=(
            less.working,
            more.working,
            f"{number(more.middle)} / {number(less.middle)} = {times(more.middle / less.middle)}",
            *(_mass_line(less, mass) for mass in (*own, *rest)),
            *(_mass_line(more, mass) for mass in theirs),
        ),
        assumptions=(*map(str, dict.fromkeys((*own, *rest, *theirs))), EACH),
        severity=severity,
    )


def _as_heavy(less: Cargo, mass: Assumption, more: Cargo, theirs: Known, known: Known) -> bool:
    """Tell whether the fewer rounds weigh about as much as the others, so that both fill their carriers."""
    if not theirs:
        return False
    share = assumption("lighter-load", "munitions", using=known)
    least = min(_tonnes(more, each)[0] for each in theirs)
    return _tonnes(less, mass)[1] >= share.low * least


def _holds(less: Cargo, mass: Assumption, theirs: Known, known: Known) -> bool:
    """Tell whether so few rounds are plausible: of a bulkier kind than the larger ones, and a load of its own."""
    if any(mass.applies_to == each.applies_to for each in theirs):
        return False
    room_for = _room_for(less, mass, known)
    if room_for is None:
        return True
    share = assumption("few-rounds", "munitions", using=known)
    return less.middle >= share.high * room_for


def _room_for(less: Cargo, mass: Assumption, known: Known) -> float | None:
    calibre = less.load.record.of("calibre")
    names = [box.partition("/")[2] for box in boxes(less.carrier)]
    found = fit(mass.applies_to, calibre, names, known) if isinstance(calibre, Amount) else None
    return None if found is None else found[0]


def _as(less: Cargo, mass: Assumption, known: Known, *, holds: bool) -> str:
    """Return what so many rounds of a kind weigh, and whether that is plausible."""
    room_for = _room_for(less, mass, known)
    fits = "" if room_for is None else f" ({number(room_for)} fit with the most packing)"
    made = f"as {items.name(mass.applies_to)} ({mass.band}{_length(less, mass, known)})"
    weighs = f"{tonnage(*_tonnes(less, mass))} a {less.carrier}"
    return f"{made} {weighs}{fits}, {'plausible' if holds else 'implausible'}"


def _length(less: Cargo, mass: Assumption, known: Known) -> str:
    calibre = less.load.record.of("calibre")
    try:
        found = assumption(
            "round-length", mass.applies_to, calibre if isinstance(calibre, Amount) else None, using=known
        )
    except UnknownIdError:
        return ""
    return f", {found.band} long"


def _tonnes(cargo: Cargo, mass: Assumption) -> tuple[float, float]:
    factor = unit(mass.unit).factor * cargo.middle / 1000
    return (mass.low * factor, mass.high * factor)


def _mass_line(cargo: Cargo, mass: Assumption) -> str:
    return f"{number(cargo.middle)} {cargo.goods} x {mass.band} = {tonnage(*_tonnes(cargo, mass))} in each {cargo.carrier}"
