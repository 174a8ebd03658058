"""
A stated ratio of two figures has to fit the two figures: "30 percent more" than 6,700 is about 8,700.

The value of a ``ratio_to`` link is this figure divided by the other: 1.3 for 30 percent more, 0.5 for half as many.

## Why it matters
A text that gives two figures and their ratio can be checked from itself. Where they do not fit, one of the three was lost
in a translation or taken from elsewhere; where they do, the reader knows that all three come from one calculation.

## Found
```toml
[source]
id = "wire"
[[claim]]
id = "before"
quote = "200 drones in May"
shipment = { sender = "IR", recipient = "SD", item = "aircraft/uncrewed", amount = "200 drone", when = "2024-05" }
[[claim]]
id = "after"
quote = "640 in June, twice as many"
shipment = { sender = "IR", recipient = "SD", item = "aircraft/uncrewed", amount = "640 drone", when = "2024-06" }
links = [{ kind = "ratio_to", claim = "wire/before", value = "2" }]
```

## Not found
420 is 2.1 times 200; "about twice" stands for 1.5 to 2.5.
```toml
[source]
id = "wire"
[[claim]]
id = "before"
quote = "200 drones in May"
shipment = { sender = "IR", recipient = "SD", item = "aircraft/uncrewed", amount = "200 drone", when = "2024-05" }
[[claim]]
id = "after"
quote = "420 in June, about twice as many"
shipment = { sender = "IR", recipient = "SD", item = "aircraft/uncrewed", amount = "420 drone", when = "2024-06" }
links = [{ kind = "ratio_to", claim = "wire/before", value = "~2" }]
```

## Assumptions
A figure without a hedge may be rounded by half a unit of its last significant digit, at most 5 %; a hedged one stands for
the band of its looseness policy. The ratio stands for its own band in the same way.
"""

from collections.abc import Iterator

from osintkp.checks._figures import (
    LOOSENESS,
    ROUNDING,
    extent,
    percent,
    plain,
    printed,
    span,
    valued_links,
    worded,
)
from osintkp.checks._pairs import fit
from osintkp.checks._wording import number
from osintkp.claim import Claim
from osintkp.errors import DimensionError
from osintkp.findings import Finding
from osintkp.group import Group, by_link, finding
from osintkp.units import Amount, Band, product, ratio
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary.scales import LinkKind, Severity, Verdict

CODE = "QTY105"
GROUPS = by_link(LinkKind.RATIO_TO)


def find(group: Group) -> Iterator[Finding]:
    """Give a finding for each ratio of the claim that the group is about."""
    for claim, base, value in valued_links(group, LinkKind.RATIO_TO):
        yield _judged(claim, base, value)


def _judged(claim: Claim, base: Claim, value: Amount | None) -> Finding:
    mine, other = claim.amount, base.amount
    if mine is None or other is None or value is None:
        grave = Severity.WARNING if value is not None else Severity.INFO
        return _undecided(claim, base, *_missing(claim, base, value), grave)
    if other.high == 0:
        why = f"{base.id} gives {worded(other)}, and nothing has a ratio to it"
        return _undecided(claim, base, why, "with any other figure it could be decided")
    try:
        actual = ratio(printed(mine), printed(other))
    except DimensionError:
        why = f"{worded(mine)} and {worded(other)} are not comparable"
        return _undecided(claim, base, why, "in units of one kind they could be divided", Severity.INFO)
    if not same_dimension(unit(actual.unit), unit(value.unit)):
        why = f"{worded(value)} is no ratio of {worded(mine)} to {worded(other)}"
        return _undecided(claim, base, why, f"the two figures give {extent(actual)}", Severity.INFO)
    return _compared(claim, base, value, actual)


def _compared(claim: Claim, base: Claim, value: Amount, actual: Band) -> Finding:
    by = "of" if value.unit == "percent" else "times"
    said = f"{claim.id} is said to be {worded(value)} {by} {base.id}"
    stated = printed(value)
    stands = f"{worded(value)} stands for {span(stated.low, stated.high, value.unit)}"
    verdict, severity, joins, end = fit(actual, value)
    return finding(
        verdict,
        f"{said}, {joins} the two figures give {_given(actual)}: {end}{_change(value, actual, verdict)}",
        (claim, base),
        working=(_division(claim, base, actual), stands),
        assumptions=(ROUNDING, LOOSENESS),
        severity=severity,
    )


def _change(value: Amount, actual: Band, verdict: Verdict) -> str:
    """Return that a value fits as the change from the base, where it does not as the ratio to it."""
    if verdict is not Verdict.CONFLICT or value.dimension or value.best is None:
        return ""
    share = value.best * unit(value.unit).factor
    ways = {"more": 1 + share, "less": 1 - share}
    fits = [way for way, times in ways.items() if actual.overlaps(Band(low=times, best=times, high=times))]
    return f"; as {worded(value)} {fits[0]}, the ratio {number(ways[fits[0]])}, they would" if fits else ""


def _given(actual: Band) -> str:
    if actual.best is None or actual.unit:
        return extent(actual)
    change = f"{percent(abs(actual.best - 1))} {'more' if actual.best >= 1 else 'less'}"
    return f"{number(actual.best)}, {change}"


def _division(claim: Claim, base: Claim, actual: Band) -> str:
    above, below = ("" if each.amount is None else plain(each.amount) for each in (claim, base))
    return f"{above} / {below} = {extent(actual)}"


def _missing(claim: Claim, base: Claim, value: Amount | None) -> tuple[str, str]:
    """Return which facts are missing, and what would have to hold for the ratio to agree."""
    facts = [f"{each.id} gives no amount" for each in (claim, base) if each.amount is None]
    facts += ["the link gives no value"] if value is None else []
    return " and ".join(facts), _would_agree(claim.amount, base.amount, value)


def _would_agree(mine: Amount | None, other: Amount | None, value: Amount | None) -> str:
    try:
        if mine is not None and other is not None and other.high == 0:
            return "nothing has a ratio to 0"
        if mine is not None and other is not None:
            return f"a ratio of {extent(ratio(printed(mine), printed(other)))} would agree"
        if value is not None and other is not None:
            return f"{extent(product(other, value))} would agree"
        if value is not None and mine is not None:
            return f"{extent(ratio(mine, value))} would agree"
    except DimensionError:
        return "and their units give no ratio that has a name"
    return "nothing can be said either way"


def _undecided(
    claim: Claim, base: Claim, why: str, otherwise: str, severity: Severity = Severity.WARNING
) -> Finding:
    """Return that nothing can be said; an information where the units are at fault, of which unit-mismatch warns."""
    message = f"{claim.id} is given as a ratio to {base.id}, but {why}; {otherwise}"
    return finding(Verdict.UNDECIDED, message, (claim, base), severity=severity)
