"""
A stated distance is off the great-circle one.

Two places with a distance between them are looked up, and the shortest way over the globe is computed. The stated figure,
hedge and rounding allowed for, is held against it, with the extent of the places on top: what is called by the name of
a town may lie some way from its middle. No way is shorter than the great circle. A road, a railway or a sea lane is
longer, up to half as long again; beyond that the places, the unit or the figure are off.

## Why it matters
A distance is one of the few figures in a report that anyone can check. One that is off often shows a wrong place of the
same name, miles printed as kilometres, or a port that was mistaken for another.

## Found
Hodeidah is some 360 km from Djibouti, not 90.
```toml
[source]
id = "daily"
[[claim]]
id = "way"
quote = "only 90 kilometres from Djibouti"
shipment = { origin = "Djibouti", destination = "Hodeidah", amount = "90 kilometre" }
```

## Not found
Between Port Sudan and Jeddah lie some 290 km, and "about 300" holds.
```toml
[source]
id = "daily"
[[claim]]
id = "way"
quote = "about 300 kilometres across the Red Sea"
shipment = { origin = "Port Sudan", destination = "Jeddah", amount = "~300 kilometre" }
```

## Assumptions
Coordinates are those of the reference data and of the vocabulary, each with its citation, and can be replaced. The
Earth is a sphere of 6,371.0088 km, which is wrong by at most half a percent. How far a place reaches and how much longer
a way is than the great circle are assumptions (``data/distances.json``). States, regions and seas are no points: between
these no distance is judged.

## References
Mean radius of the Earth: International Union of Geodesy and Geophysics, GRS 80.
"""

from collections.abc import Iterator
from itertools import product

import attrs

from osintkp.checks._figures import ROUNDING, standing, worded
from osintkp.checks._loads import nominal
from osintkp.checks._room import using
from osintkp.checks._ways import Point, Way, points, route, way
from osintkp.checks._wording import listed, number, one_line, times
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, finding, one_by_one
from osintkp.units import Assumption, assumption
from osintkp.units.definitions import factor, same_dimension, unit
from osintkp.vocabulary.scales import Severity, Stance, Verdict

CODE = "PHY104"
GROSS = 0.9
SPHERE = "the Earth is a sphere of radius 6,371.0088 km: off by at most 0.5 %"
RANK = (Severity.INFO, Severity.WARNING, Severity.ERROR)


def _is_distance(claim: Claim) -> bool:
    return (
        claim.amount is not None
        and same_dimension(unit(claim.amount.unit), unit("kilometre"))
        and all(_ends(claim))
        and claim.item is None
        and claim.stance is Stance.ASSERTS
    )


def _ends(claim: Claim) -> tuple[str, str]:
    start, end = (claim.record.of(name) for name in ("origin", "destination"))
    return (start.strip() if isinstance(start, str) else "", end.strip() if isinstance(end, str) else "")


GROUPS = one_by_one(_is_distance)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reading:
    """What a stated distance is beside one great circle."""

    verdict: Verdict
    severity: Severity
    tail: str
    used: tuple[Assumption, ...] = ()


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for a stated distance between two places."""
    (claim,) = group.claims
    known = using(group.facts, "distances")
    start, end = _ends(claim)
    starts, ends = (points(words, group.facts, known) for words in (start, end))
    lacking = [words for words, found in ((start, starts), (end, ends)) if not found]
    wide = [point for point in (*starts, *ends) if point.wide]
    if lacking:
        yield _open(claim, f"the coordinates of {listed(map(one_line, lacking))} are missing")
    elif wide:
        yield _open(
            claim, f"{listed(sorted({one_line(point.words) for point in wide}))} is no point but an area"
        )
    else:
        ways = [way(*pair) for pair in product(starts, ends) if pair[0].place.id != pair[1].place.id]
        if ways:
            yield _judged(claim, ways, known)


def _open(claim: Claim, why: str) -> Finding:
    start, end = map(one_line, _ends(claim))
    message = f"{_said(claim)} between {start} and {end} cannot be judged: {why}"
    return finding(Verdict.UNDECIDED, message, (claim,))


def _said(claim: Claim) -> str:
    return f"{claim.id}: {'' if claim.amount is None else worded(claim.amount)}{_in_km(claim)}"


def _in_km(claim: Claim) -> str:
    """Return the printed number in kilometres, where it is given in another unit."""
    value = nominal(claim.amount)
    if claim.amount is None or value is None or claim.amount.unit == "kilometre":
        return ""
    return f" ({number(value * factor(claim.amount.unit, 'kilometre'))} kilometre)"


def _judged(claim: Claim, ways: list[Way], known: tuple[Assumption, ...]) -> Finding:
    answers = [_answer(claim, each, known) for each in ways]
    mildest = min(answers, key=lambda each: RANK.index(each.severity))
    told = [f"between {each.start} and {each.end} the great circle is {number(each.km)} kilometre: {answer.tail}" for each, answer in zip(ways, answers, strict=True)]  # fmt: skip
    verdict = mildest.verdict if len({each.verdict for each in answers}) == 1 else Verdict.UNDECIDED
    ends = {point.place.id: point for each in ways for point in (each.start, each.end)}
    extents = dict.fromkeys(str(point.extent) for point in ends.values())
    used = dict.fromkeys(str(each) for answer in answers for each in answer.used)
    return finding(
        verdict,
        f"{_said(claim)}; {'; '.join(told)}",
        (claim,),
        working=(
            *(() if claim.amount is None else (standing(claim, claim.amount),)),
            *(line for each in ways for line in each.working),
        ),
        assumptions=(*(_cited(point) for point in ends.values()), *extents, *used, SPHERE, ROUNDING),
        severity=mildest.severity,
    )


def _cited(point: Point) -> str:
    return f"coordinates of {point.place.cited}"


def _answer(claim: Claim, found: Way, known: tuple[Assumption, ...]) -> Reading:
    low, high = (0.0, 0.0) if claim.amount is None else claim.amount.printed_band("kilometre")
    if high < found.low:
        gross = high < GROSS * found.low
        tail = f"no way is shorter, and this is {times(high / found.low)} of it at most"
        return Reading(
            verdict=Verdict.CONFLICT, severity=Severity.ERROR if gross else Severity.WARNING, tail=tail
        )
    if low <= found.high:
        return Reading(verdict=Verdict.AGREEMENT, severity=Severity.INFO, tail="it holds")
    return _longer(low / found.high, route(claim.quote), assumption("detour", "ways", using=known))


def _longer(ratio: float, by: str | None, detour: Assumption) -> Reading:
    """Judge a distance that is longer than the great circle by a ratio."""
    tail = f"this is {times(ratio)} times as long at least"
    allowed = detour.high if by == "land" else detour.low
    if by == "sea" or ratio <= allowed:
        tail = f"{tail}, as a way by road, rail or sea may be"
        return Reading(verdict=Verdict.DIFFERENT_SCOPE, severity=Severity.INFO, tail=tail, used=(detour,))
    if ratio <= detour.high:
        tail = f"{tail}: much for a way by road or sea, too much for a distance"
        return Reading(verdict=Verdict.UNDECIDED, severity=Severity.WARNING, tail=tail, used=(detour,))
    tail = f"{tail}: only a long detour would be so long"
    return Reading(verdict=Verdict.CONFLICT, severity=Severity.WARNING, tail=tail, used=(detour,))
