"""What size of ship a load per voyage means, and whether such a ship exists and is the one that is named."""

from __future__ import annotations

from osintkp.checks._cargo import Cargo, Weight, bulky, tonnage
from osintkp.checks._fleet import afloat, class_name, classes, fleet_of, named, size, within
from osintkp.checks._wording import number
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, finding
from osintkp.units import Assumption, assumption
from osintkp.vocabulary.scales import LinkKind, Severity, Verdict

Known = tuple[Assumption, ...]
SHARES = ("laden-full", "laden-half", "laden-third")
EVEN = "every voyage carries as much as the others, and no other cargo"
NAMING = (LinkKind.PART_OF, LinkKind.SUPPORTS, LinkKind.REPEATS)


def sailed(group: Group, cargo: Cargo, heavy: Weight, known: Known) -> Finding | None:
    """Return what class of ship a load means, or why no ship would carry it; None where no class is known."""
    fleet = classes(fleet_of(cargo.load.item) or "-", known)
    if not fleet or not all(map(afloat, cargo.claims)):
        return None
    full, half, third = shares = [assumption(name, "ships", using=known) for name in SHARES]
    working = (cargo.working, *heavy.working, *(_needed(heavy, share) for share in shares))
    used = (*shares, *heavy.assumptions)
    least = third.low * fleet[0].low
    says = cargo.name if cargo.weighed else f"{cargo.name} is {tonnage(heavy.low, heavy.high)}"
    ship = named(_naming(group, cargo), known)
    if ship is not None:
        found = _against(cargo, heavy, ship, says, working, used, known)
        if found is not None:
            return found
    elif heavy.most < least:
        if not cargo.telling or not bulky(cargo.load.item):
            return None
        line = f"{number(third.low)} x {number(fleet[0].low)} tonne = {number(least)} tonne"
        message = (
            f"{says}, less than the {number(least)} tonne that any seagoing ship carries a third laden:"
            " either these are no ships, or the load, its unit or the number of voyages is off"
        )
        return _told(cargo, message, (*working, line), (*used, fleet[0]), warned=True)
    sizes = [_deadweight(heavy, share) for share in (full, half, third)]
    means = [within(*each, fleet) for each in (sizes[0], sizes[-1])]
    message = (
        f"{says}, one full {_noun(cargo)} of {tonnage(*sizes[0])} deadweight"
        f" ({tonnage(*sizes[1])} half laden, {tonnage(*sizes[2])} a third laden): {_meaning(*means, large=sizes[0][0] >= fleet[0].low)}"
        + (f", and {ship[2]}" if ship is not None else "")
    )
    return _told(cargo, message, working, (*used, *means[0], *means[1]), warned=False)


def _naming(group: Group, cargo: Cargo) -> tuple[Claim, ...]:
    """Return the claims that may name the ships: the load, the carriers, and what is linked to the carriers."""
    near = [claim for kind in NAMING for claim in group.linked(cargo.carriers, kind)]
    near += [
        claim for claim in group.claims if any(cargo.carriers.id in claim.linked(kind) for kind in NAMING)
    ]
    return tuple({claim.id: claim for claim in (*cargo.claims, *near)}.values())


def _against(
    cargo: Cargo, heavy: Weight, ship: tuple[float, float, str], says: str, working: tuple[str, ...], used: Known, known: Known
) -> Finding | None:  # fmt: skip
    """Tell of a named ship that is too small for its load, or absurdly large."""
    low, high, words = ship
    few = assumption("laden-least", "ships", using=known)
    if heavy.least > high:
        line = f"{number(heavy.least)} tonne at least > {number(high)} tonne"
        message = f"{says}, but {words}: it cannot carry so much in one voyage"
    elif heavy.most < few.low * low and cargo.telling:
        line = f"{number(heavy.most)} tonne at most < {number(few.low)} x {number(low)} tonne"
        message = f"{says}, but {words}: it would sail all but empty"
    else:
        return None
    return _told(cargo, message, (*working, line), (*used, few), warned=True)


def _deadweight(heavy: Weight, share: Assumption) -> tuple[float, float]:
    return (heavy.low / share.high, heavy.high / share.low)


def _needed(heavy: Weight, share: Assumption) -> str:
    size_of = tonnage(*_deadweight(heavy, share))
    return f"{tonnage(heavy.low, heavy.high)} / {number(share.low)} = {size_of} deadweight"


def _noun(cargo: Cargo) -> str:
    return "tanker" if fleet_of(cargo.load.item) == "ships/tanker" else "cargo ship"


def _meaning(full: Known, third: Known, *, large: bool) -> str:
    """Return which classes a load means, in words, and that it is plausible where one does."""
    if not full and not third:
        return f"no class of ship is so {'large' if large else 'small'}"
    if full == third:
        return f"{_classes(full)}; that is plausible"
    when = ((full, "when full"), (third, "when a third laden"))
    return f"{', '.join(f'{_classes(found)} {so}' for found, so in when if found)}; that is plausible"


def _classes(found: Known) -> str:
    return " or ".join(f"{class_name(each)} ({size(each)})" for each in found)


def _told(cargo: Cargo, message: str, working: tuple[str, ...], used: Known, *, warned: bool) -> Finding:
    return finding(
        Verdict.UNDECIDED if warned else Verdict.AGREEMENT,
        message,
        cargo.claims,
        working=working,
        assumptions=(*map(str, dict.fromkeys(used)), EVEN),
        severity=Severity.WARNING if warned else Severity.INFO,
    )
