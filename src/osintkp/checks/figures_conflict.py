"""
Two figures for the same thing cannot both hold, or there is a reason why they need not be equal.

Before it says "conflict" it asks: is one linked to the other, is it the same item, the same modality, the same measure,
the same place, the same window? The first difference is the verdict, and it says so.
Only what survives is a conflict: the same thing, and bands that have no number in common, hedges and rounding allowed for.

## Why it matters
Most figures that look as if they clashed are one figure at two dates, a part and its whole, or one ministry quoted twice.
An analyst who is told which of these holds can spend the day on those that truly clash.

## Found
```toml
[source]
id = "wire"
[[claim]]
id = "drones"
quote = "120 drones"
shipment = { sender = "IR", recipient = "SD", item = "aircraft/uncrewed", amount = "120 drone", when = "2024" }

[source]
id = "paper"
[[claim]]
id = "drones"
quote = "40 drones"
shipment = { sender = "IR", recipient = "SD", item = "aircraft/uncrewed", amount = "40 drone", when = "2024" }
```

## Not found
Fifty is not a clash with "around 52".
```toml
[source]
id = "wire"
[[claim]]
id = "tanks"
quote = "50 tanks"
loss = { actor = "AM", item = "vehicles/tank", amount = "50 tank", when = "2020" }

[source]
id = "paper"
[[claim]]
id = "tanks"
quote = "around 52 tanks"
loss = { actor = "AM", item = "vehicles/tank", amount = "~52 tank", when = "2020" }
```

More than a dozen clashes of one kind in a topic are told as one finding.

## Assumptions
A figure printed without a hedge may be rounded: it stands for half a unit of its last significant digit, at most 5 %.
A hedged figure stands for the band of its looseness policy.
"""

from collections.abc import Iterator
from itertools import combinations
from math import inf

from osintkp.checks._figures import ROUNDING
from osintkp.checks._told import Told, agreeing, tellings
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.origins import SAME_BODY
from osintkp.triage import difference, topic
from osintkp.vocabulary.scales import Answer, Severity, Verdict

CODE = "QTY101"
GROUPS = by_topic(topic)
MANY = 12


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for the figures that agree, and one for each two that clash or need not be equal."""
    told = tellings(group)
    for circle in agreeing(group, told):
        yield _agreement(circle)
    apart = [_apart(group, one, other) for one, other in combinations(told, 2) if not one.meets(other)]
    for verdict in Verdict:
        alike = [found for found in apart if found.verdict is verdict]
        yield from alike if len(alike) <= MANY else [_together(group, alike)]


def _agreement(circle: list[Told]) -> Finding:
    claims = tuple(claim for told in circle for claim in told.claims)
    working = tuple(_stands_for(told) for told in circle)
    if circle[0].origin.known and len({told.origin.id for told in circle}) == 1:
        message = (
            f"{_all(circle)}; all go back to {circle[0].origin.id}: one origin, told {len(claims)} times"
        )
        return finding(
            Verdict.SAME_ORIGIN, message, claims, working=working, assumptions=(ROUNDING, SAME_BODY)
        )
    message = f"{_all(circle)}; all can hold"
    return finding(Verdict.AGREEMENT, message, claims, working=working, assumptions=(ROUNDING,))


def _apart(group: Group, one: Told, other: Told) -> Finding:
    claims = (*one.claims, *other.claims)
    both = f"{_says(one)}, {_says(other)}"
    found = difference(one.first, other.first, group.as_of)
    if found is not None:
        return finding(found.verdict, f"{both}; {found.why}", claims, working=found.working)
    working = (_stands_for(one), _stands_for(other))
    lacks = _lacks(one, other)
    if lacks is not None:
        message = f"{both}; {lacks}: a conflict if it is the same, no clash if not"
        return finding(
            Verdict.UNDECIDED,
            message,
            claims,
            working=working,
            assumptions=(ROUNDING,),
            severity=Severity.WARNING,
        )
    if _revised(one, other):
        message = f"{both}; {one.origin.id} gave the one as of {one.as_of}, the other as of {other.as_of}, and says no why"
        return finding(
            Verdict.REVISION,
            message,
            claims,
            working=working,
            assumptions=(ROUNDING, SAME_BODY),
            severity=Severity.WARNING,
        )
    message = f"{both}; they are about the same thing and cannot both hold"
    return finding(
        Verdict.CONFLICT, message, claims, working=working, assumptions=(ROUNDING,), severity=Severity.ERROR
    )


def _lacks(one: Told, other: Told) -> str | None:
    """Return what one of two figures does not say; None where nothing is missing."""
    blank = [told.first.id for told in (one, other) if told.first.when is None]
    if blank:
        return f"{' and '.join(blank)} give{'s' * (len(blank) == 1)} no window"
    unnamed = [told.first.id for told in (one, other) if told.first.item is None]
    return f"{unnamed[0]} names no goods" if len(unnamed) == 1 else None


def _revised(one: Told, other: Told) -> bool:
    """Tell whether one origin gave the two figures at times of which one was certainly before the other."""
    if not one.origin.known or one.origin.id != other.origin.id or one.as_of is None or other.as_of is None:
        return False
    return Answer.YES in (one.as_of.before(other.as_of), other.as_of.before(one.as_of))


def _together(group: Group, alike: list[Finding]) -> Finding:
    """Tell many clashes of one kind as one, by the first of them."""
    ids = {name for found in alike for name in found.claims}
    claims = tuple(claim for claim in group.claims if claim.id in ids)
    first = alike[0]
    message = f"{len(alike)} pairs among {len(claims)} claims, like this one: {first.message}"
    return finding(
        first.verdict,
        message,
        claims,
        working=first.working,
        assumptions=first.assumptions,
        severity=first.severity,
    )


def _all(circle: list[Told]) -> str:
    return ", ".join(map(_says, circle))


def _says(told: Told) -> str:
    more = len(told.claims) - 1
    return f"{told.first.id} says {told.first.amount}" + (f" (and {more} more)" if more else "")


def _stands_for(told: Told) -> str:
    return (
        f"{told.first.id}: {told.first.amount} stands for {_span(told.low, told.high)} {told.unit}".rstrip()
    )


def _span(low: float, high: float) -> str:
    if high == inf:
        return f"{low:,.10g} or more"
    return f"{high:,.10g} or less" if low == -inf else f"{low:,.10g} to {high:,.10g}"
