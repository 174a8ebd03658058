"""
The same forces stand in two places at one time, and neither place holds the other.

Held against each other are deployments of one sender that are told as fact: a claim and one that repeats it, and figures
of one size that stand at one time. Two equal figures may be two groups: whether they are is asked of a figure for the
whole, where one covers both places. Those who were sent over time, a part elsewhere than the rest, the theatre that
forces serve in, and a heading against its own text are no conflict here.

## Why it matters
Where soldiers are decides what they do: the same ten thousand in a training camp or across a border is another story.
A place that was changed on the way from one report to the next is easily taken for a second deployment, and counted twice.

## Found
```toml
[source]
id = "agency"
[[claim]]
id = "brigade"
quote = "4,000 Rwandan soldiers are in Goma"
speaker = "un"
troop_deployment = { sender = "RW", recipient = "m23", amount = "4000 person", measure = "stock", place = "Goma", when = "2024-07-01" }

[source]
id = "daily"
[[claim]]
id = "brigade"
quote = "4,000 Rwandan soldiers are in Kisangani"
speaker = "un"
troop_deployment = { sender = "RW", recipient = "m23", amount = "4000 person", measure = "stock", place = "Kisangani", when = "2024-07-01" }
```

## Not found
Goma lies in North Kivu, and in October they may have moved.
```toml
[source]
id = "agency"
[[claim]]
id = "brigade"
quote = "4,000 Rwandan soldiers are in Goma"
speaker = "un"
troop_deployment = { sender = "RW", recipient = "m23", amount = "4000 person", measure = "stock", place = "Goma", when = "2024-07-01" }

[source]
id = "daily"
[[claim]]
id = "brigade"
quote = "4,000 Rwandan soldiers are in North Kivu"
speaker = "un"
troop_deployment = { sender = "RW", recipient = "m23", amount = "4000 person", measure = "stock", place = "North Kivu", when = "2024-07-01" }
[[claim]]
id = "later"
quote = "4,000 Rwandan soldiers are in Kisangani"
speaker = "un"
troop_deployment = { sender = "RW", recipient = "m23", amount = "4000 person", measure = "stock", place = "Kisangani", when = "2024-10-01" }
```

## Assumptions
A place belongs to the state that it belongs to by law. Towns within 50 km of each other may be named for one another, a
region may hold a place of its state that the table does not put into it: both are told as ``info``. Forces did not move
from one place to the other within the day. A source that tells of both places in its text means two groups.

## References
Distances are great-circle distances between the points of the table of places (``osintkp.vocabulary.places``).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from osintkp.checks._figures import plain, worded
from osintkp.checks._standing import (
    Standing,
    by_size,
    in_two_sources,
    least_of,
    linked,
    most_of,
    place_of,
    side_of,
    whole_of,
)
from osintkp.checks._wording import figure, listed
from osintkp.claim import Claim
from osintkp.difference import REAL
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.origins import SAME_BODY
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Answer, LinkKind, Part, Severity, Stance, Verdict
from osintkp.windows import at_other_times

if TYPE_CHECKING:
    from osintkp.checks._where import Apart

CODE = "LOG103"
MANY = 12
MOST_PAIRS = 200
BY_LAW = "a place belongs to the state that it belongs to by law, whoever holds it"
STOOD = "forces did not move from one place to the other within the day"
REPEATED = "a claim and the one that it repeats tell of the same forces"
Where = Callable[[str, str, frozenset[str]], "Apart"]


def _sender(claim: Claim) -> Hashable | None:
    real = claim.stance is Stance.ASSERTS and claim.modality in REAL
    sender = claim.record.of("sender") if real and claim.kind == "troop_deployment" else None
    return actors.root(sender) if isinstance(sender, str) else None


GROUPS = by_topic(_sender)


def find(group: Group) -> Iterator[Finding]:
    """Give what is repeated with another place, what stands in two places, and the parts that stand apart."""
    where: Where = cache(_apart)
    yield from _repeated(group, where)
    yield from _parts(group)
    found = [each for members in by_size(group) for each in _alike(group, members, where)]
    for grade in dict.fromkeys((each.severity, each.verdict) for each in found):
        same = [each for each in found if (each.severity, each.verdict) == grade]
        yield from same if len(same) <= MANY else [_together(group, same)]


def _apart(one: str, other: str, holders: frozenset[str]) -> Apart:
    """Return whether two places lie apart; the table of places is loaded where it is first asked."""
    from osintkp.checks._where import apart

    return apart(one, other, holders)


def _holders(*claims: Claim) -> frozenset[str]:
    return frozenset(actors.root(actor) for claim in claims for actor in claim.actors if actor)


def _one_text(one: Claim, other: Claim) -> bool:
    """Tell whether one of two claims of one source is its heading or opening."""
    return one.source == other.source and bool({one.part, other.part} & {Part.HEADING, Part.LEDE})


def _repeated(group: Group, where: Where) -> Iterator[Finding]:
    """Give a finding for each claim that repeats another and puts the forces elsewhere."""
    members = {claim.id: claim for claim in group.claims}
    for claim in group.claims:
        for name in dict.fromkeys(claim.linked(LinkKind.REPEATS)):
            other = members.get(name)
            if other is None or other is claim or _one_text(claim, other) or at_other_times(claim, other):
                continue
            here, there = place_of(claim), place_of(other)
            if here is None or there is None:
                continue
            found = where(here, there, _holders(claim, other))
            if found.answer is not Answer.NO:
                yield _moved(claim, other, found)


def _moved(claim: Claim, other: Claim, found: Apart) -> Finding:
    told = (
        f"{claim.id} repeats {other.id}, yet has the forces in {place_of(claim)} and not in {place_of(other)}"
    )
    if found.answer is Answer.UNDECIDED:
        message = f"{told}; {found.why}: a conflict if they lie apart, none if one holds the other"
        return finding(Verdict.UNDECIDED, message, (claim, other), assumptions=(REPEATED,))
    heading = claim.part is Part.HEADING
    why = "a heading may mean the theatre" if heading else "the place was changed on the way"
    return finding(
        Verdict.CONFLICT,
        f"{told}: {why}",
        (claim, other),
        working=_distance(place_of(claim), place_of(other), found),
        assumptions=(REPEATED, BY_LAW),
        severity=Severity.WARNING if heading else Severity.ERROR,
    )


def _distance(here: str | None, there: str | None, found: Apart) -> tuple[str, ...]:
    if found.km is None:
        return (f"{here} and {there} lie in two states",)
    return (f"{here} to {there}: {found.km:,.0f} km as the crow flies",)


def _parts(group: Group) -> Iterator[Finding]:
    """Give one finding for the parts of a force that are told of in other places than the whole."""
    members = {claim.id: claim for claim in group.claims}
    by_whole: dict[str, list[Claim]] = {}
    for claim in group.claims:
        here = place_of(claim)
        for name in dict.fromkeys(claim.linked(LinkKind.PART_OF)):
            whole = members.get(name)
            there = None if whole is None or whole is claim else place_of(whole)
            if here and there and here.casefold() != there.casefold():
                by_whole.setdefault(name, []).append(claim)
    for name, parts in by_whole.items():
        whole = members[name]
        told = listed((f"{part.id} ({_size_of(part)} in {place_of(part)})" for part in parts), most=3)
        are = "is a part" if len(parts) == 1 else "are parts"
        message = f"{told} {are} of {name} ({_size_of(whole)} in {place_of(whole)}): the two places need not clash, since a part may stand elsewhere than the rest"
        yield finding(Verdict.PART_OF, message, (*parts, whole))


def _size_of(claim: Claim) -> str:
    return "forces" if claim.amount is None else worded(claim.amount)


def _alike(group: Group, members: list[Standing], where: Where) -> Iterator[Finding]:
    """Give the findings about figures of one size, each held against those elsewhere that may stand at its time."""
    pairs = 0
    active: dict[str, list[Standing]] = {}
    for each in sorted(members, key=_begins):
        here = each.place.casefold()
        for there, others in sorted(active.items()):
            others[:] = [other for other in others if other.when.before(each.when) is not Answer.YES]
            for other in others if there != here else ():
                found = _pair(group, other, each, where)
                if found is not None:
                    yield found
                    pairs += 1
        if pairs >= MOST_PAIRS:
            return
        active.setdefault(here, []).append(each)


def _begins(standing: Standing) -> tuple[str, str]:
    earliest = standing.when.earliest
    return (earliest.isoformat() if earliest else "", standing.claims[0].id)


def _pair(group: Group, one: Standing, other: Standing, where: Where) -> Finding | None:
    """Return what two figures of one size in two places come to; None where nothing is to be said."""
    claims = in_two_sources(one, other)
    sides = {side_of(one.claims[0]), side_of(other.claims[0])} - {None}
    overlap = one.when.overlaps(other.when)
    if claims is None or len(sides) > 1 or overlap is Answer.NO or linked(one, other):
        return None
    found = where(one.place, other.place, _holders(*claims))
    if found.answer is Answer.NO:
        return None
    told = " and ".join(
        f"{claim.id} has {worded(each.amount)} in {each.place} ({each.when})"
        for claim, each in zip(claims, (one, other), strict=True)
    )
    if found.answer is Answer.UNDECIDED:
        message = (
            f"{told}: {found.why}; a conflict if they lie apart and the forces are the same, none if not"
        )
        return finding(Verdict.UNDECIDED, message, claims)
    lines = _distance(one.place, other.place, found)
    if overlap is Answer.UNDECIDED or not (one.sure and other.sure):
        message = (
            f"{told}: they may have moved between, since not both give the day on which they stood there"
        )
        return finding(Verdict.DIFFERENT_WINDOW, message, claims, working=lines)
    return _both(group, one, other, claims, told, lines)


def _both(
    group: Group, one: Standing, other: Standing, claims: tuple[Claim, Claim], told: str, lines: tuple[str, ...]
) -> Finding:  # fmt: skip
    """Return the finding about forces that stand apart at one time: two groups, if a whole has room for both."""
    whole = whole_of(group, one, other)
    if whole is None or whole.amount is None:
        return _undecided(group, claims, told, lines)
    least, most, name = least_of(one, other, whole.amount.unit), most_of(whole.amount), whole.amount.unit
    total = f"{whole.id} counts {worded(whole.amount)} in all"
    added = f"{plain(one.amount)} + {plain(other.amount)}: at least {figure(least)} {name}; {total}: at most {figure(most)} {name}"
    if least <= most:
        message = f"{told}: they may be two groups, since {total}"
        return finding(Verdict.DIFFERENT_SCOPE, message, (*claims, whole), working=(added, *lines))
    return finding(
        Verdict.CONFLICT,
        f"{told}: the same forces cannot be in both, and {total}, too few for two groups",
        (*claims, whole),
        working=(added, *lines),
        assumptions=(BY_LAW, STOOD),
        severity=Severity.ERROR,
    )


def _undecided(group: Group, claims: tuple[Claim, Claim], told: str, lines: tuple[str, ...]) -> Finding:
    mine, theirs = (group.origin(claim) for claim in claims)
    one_origin = mine.known and mine.id == theirs.id
    hint = f"; both go back to {mine.id}" if one_origin else ""
    message = f"{told}{hint}: a conflict if they are the same forces, none if they are two groups; missing: how many there are in all"
    return finding(
        Verdict.UNDECIDED,
        message,
        claims,
        working=lines,
        assumptions=(BY_LAW, STOOD, *([SAME_BODY] if one_origin else [])),
        severity=Severity.WARNING,
    )


def _together(group: Group, alike: list[Finding]) -> Finding:
    """Tell many findings of one kind as one, by the first of them."""
    ids = {name for found in alike for name in found.claims}
    claims = tuple(claim for claim in group.claims if claim.id in ids)
    first = min(alike, key=lambda found: found.rank)
    return finding(
        first.verdict,
        f"{len(alike)} pairs among {len(claims)} claims, like this one: {first.message}",
        claims,
        working=first.working,
        assumptions=first.assumptions,
        severity=first.severity,
    )
