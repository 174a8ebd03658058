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

## Assumptions
A figure printed without a hedge may be rounded: it stands for half a unit of its last significant digit, at most 5 %.
A hedged figure stands for the band of its looseness policy.
"""

from collections.abc import Iterator
from math import inf

from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.origins import SAME_BODY
from osintkp.triage import difference, topic
from osintkp.vocabulary.scales import Severity, Verdict

CODE = "QTY101"
GROUPS = by_topic(topic)
ROUNDING = "a figure without a hedge may be rounded by half a unit of its last significant digit, at most 5 %"


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for each two figures of a topic that clash, agree, or need not be equal."""
    for one, other in group.pairs():
        bands = _bands(one, other)
        meet = max(low for low, _ in bands) <= min(high for _, high in bands)
        found = difference(one, other)
        if found is not None:
            if not meet:
                yield finding(
                    found.verdict, f"{_both(one, other)}; {found.why}", (one, other), working=found.working
                )
        elif meet:
            yield _agreement(group, one, other)
        else:
            yield _clash(group, one, other)


def _agreement(group: Group, one: Claim, other: Claim) -> Finding:
    mine, theirs = group.origin(one), group.origin(other)
    if mine.known and mine.id == theirs.id:
        message = f"{_both(one, other)}; both go back to {mine.id}: one origin, told twice"
        return finding(
            Verdict.SAME_ORIGIN,
            message,
            (one, other),
            working=_working(one, other),
            assumptions=(ROUNDING, SAME_BODY),
        )
    message = f"{_both(one, other)}; both can hold"
    return finding(
        Verdict.AGREEMENT, message, (one, other), working=_working(one, other), assumptions=(ROUNDING,)
    )


def _clash(group: Group, one: Claim, other: Claim) -> Finding:
    working = _working(one, other)
    blank = [claim.id for claim in (one, other) if claim.when is None]
    if blank:
        message = f"{_both(one, other)}; {' and '.join(blank)} gives no window: a conflict if it is the same, a change if not"
        return finding(
            Verdict.UNDECIDED,
            message,
            (one, other),
            working=working,
            assumptions=(ROUNDING,),
            severity=Severity.WARNING,
        )
    mine, theirs = group.origin(one), group.origin(other)
    if (
        mine.known
        and mine.id == theirs.id
        and one.said is not None
        and other.said is not None
        and one.said != other.said
    ):
        message = f"{_both(one, other)}; {mine.id} said the one on {one.said}, the other on {other.said}"
        return finding(
            Verdict.REVISION, message, (one, other), working=working, assumptions=(ROUNDING, SAME_BODY)
        )
    message = f"{_both(one, other)}; they are about the same thing and cannot both hold"
    return finding(
        Verdict.CONFLICT,
        message,
        (one, other),
        working=working,
        assumptions=(ROUNDING,),
        severity=Severity.ERROR,
    )


def _both(one: Claim, other: Claim) -> str:
    return f"{one.id} says {one.amount}, {other.id} says {other.amount}"


def _bands(one: Claim, other: Claim) -> tuple[tuple[float, float], ...]:
    amounts = [claim.amount for claim in (one, other) if claim.amount is not None]
    return tuple(amount.printed_band(amounts[0].unit) for amount in amounts)


def _working(one: Claim, other: Claim) -> tuple[str, ...]:
    unit = "" if one.amount is None else one.amount.unit
    return tuple(
        f"{claim.id}: {claim.amount} stands for {_span(low, high)} {unit}".rstrip()
        for claim, (low, high) in zip((one, other), _bands(one, other), strict=True)
    )


def _span(low: float, high: float) -> str:
    if high == inf:
        return f"{low:,.10g} or more"
    return f"{high:,.10g} or less" if low == -inf else f"{low:,.10g} to {high:,.10g}"
