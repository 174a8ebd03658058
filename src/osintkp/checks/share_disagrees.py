"""
A stated share of a whole has to fit the part and the whole, and gives the part where the text does not.

The value of a ``share_of`` link is this figure as a share of the other, in percent or as a pure number.

## Why it matters
"Only 30 percent of the promised million" holds a figure that is nowhere printed: 300,000. It can be worked out, with the
bounds that "about" leaves, and compared with what others count. Where part, whole and share are all given, one of them may be wrong.

## Found
```toml
[source]
id = "wire"
[[claim]]
id = "promised"
quote = "80 vehicles promised"
modality = "pledged"
shipment = { sender = "DE", recipient = "UA", item = "vehicles", amount = "80 vehicle" }
[[claim]]
id = "delivered"
quote = "a quarter of them, 40, arrived"
shipment = { sender = "DE", recipient = "UA", item = "vehicles", amount = "40 vehicle" }
links = [{ kind = "share_of", claim = "wire/promised", value = "25 percent" }]
```

## Not found
18 of 80 are 22.5 percent; "about a quarter" stands for 22.5 to 27.5 percent.
```toml
[source]
id = "wire"
[[claim]]
id = "promised"
quote = "80 vehicles promised"
modality = "pledged"
shipment = { sender = "DE", recipient = "UA", item = "vehicles", amount = "80 vehicle" }
[[claim]]
id = "delivered"
quote = "about a quarter of them, 18, arrived"
shipment = { sender = "DE", recipient = "UA", item = "vehicles", amount = "18 vehicle" }
links = [{ kind = "share_of", claim = "wire/promised", value = "~25 percent" }]
```

## Assumptions
A figure without a hedge may be rounded by half a unit of its last significant digit, at most 5 %; a hedged one stands for
the band of its looseness policy. A share is of a whole that holds the part, so it is between 0 and 100 percent.
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
    standing,
    valued_links,
    worded,
)
from osintkp.checks._pairs import fit
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, by_link, finding
from osintkp.units import Amount, Band, product, ratio
from osintkp.vocabulary.scales import Answer, LinkKind, Severity, Verdict

CODE = "QTY106"
GROUPS = by_link(LinkKind.SHARE_OF)
NOTHING, ALL = Amount.exact(0.0, "percent"), Amount.exact(100.0, "percent")
INSIDE = "a share is of a whole that holds the part"


def find(group: Group) -> Iterator[Finding]:
    """Give a finding for each share of the claim that the group is about."""
    for claim, base, value in valued_links(group, LinkKind.SHARE_OF):
        yield _judged(claim, base, value)


def _judged(claim: Claim, whole: Claim, value: Amount | None) -> Finding:
    if value is None:
        return _undecided(claim, whole, "the link gives no value", _of_both(claim, whole), Severity.INFO)
    if value.dimension:
        why = f"{worded(value)} is no share"
        return _undecided(claim, whole, why, "a share is in percent or a pure number", Severity.INFO)
    if _beyond(value):
        return _impossible(claim, whole, value)
    if whole.amount is None:
        return _undecided(claim, whole, f"{whole.id} gives no amount", _of_part(claim, value))
    if claim.amount is None or (_is_share(claim.amount) and not _is_share(whole.amount)):
        own = None if claim.amount is None else claim.amount.equal(value)
        if own is Answer.NO:
            return _two_shares(claim, whole, claim.amount or value, value)
        return _implied(claim, whole, whole.amount, value)
    if claim.amount.dimension != whole.amount.dimension:
        why = f"{worded(claim.amount)} and {worded(whole.amount)} are not comparable"
        agrees = f"{extent(product(whole.amount, value))} would agree"
        return _undecided(claim, whole, why, agrees, Severity.INFO)  # A warning of unit-mismatch.
    return _compared(claim, whole, value, claim.amount, whole.amount)


def _beyond(value: Amount) -> bool:
    """Return whether a share is certainly above all or below nothing; 100 percent itself is no rounded figure."""
    above = value.printed_band("percent")[0] >= 100 and value.greater(ALL) is Answer.YES
    return above or value.less(NOTHING) is Answer.YES


def _is_share(amount: Amount) -> bool:
    """Tell whether an amount is itself a share, coded where the part has no figure of its own."""
    return amount.unit == "percent"


def _two_shares(claim: Claim, whole: Claim, coded: Amount, value: Amount) -> Finding:
    return finding(
        Verdict.CONFLICT,
        f"{claim.id} gives {worded(coded)} of {whole.id}, and its link to it {worded(value)}: one of the two shares is wrong",
        (claim, whole),
        severity=Severity.ERROR,
    )


def _impossible(claim: Claim, whole: Claim, value: Amount) -> Finding:
    message = f"{claim.id} is said to be {worded(value)} of {whole.id}: no share is below nothing or above the whole"
    band = printed(value).converted("percent")
    working = (
        f"{worded(value)} stands for {span(band.low, band.high, 'percent')}, outside 0 to 100 percent",
    )
    return finding(
        Verdict.CONFLICT,
        message,
        (claim, whole),
        working=working,
        assumptions=(INSIDE, ROUNDING, LOOSENESS),
        severity=Severity.ERROR,
    )


def _implied(claim: Claim, whole: Claim, all_of_it: Amount, value: Amount) -> Finding:
    amount = extent(product(all_of_it, value))
    own = "gives no amount of its own" if claim.amount is None else "gives the share alone"
    message = f"{claim.id} {own}; {worded(value)} of {whole.id} ({worded(all_of_it)}) is {amount}"
    working = f"{plain(value)} of {plain(all_of_it)} = {amount}"
    return finding(
        Verdict.PART_OF, message, (claim, whole), working=(working,), assumptions=(INSIDE, LOOSENESS)
    )


def _compared(claim: Claim, whole: Claim, value: Amount, mine: Amount, all_of_it: Amount) -> Finding:
    said = f"{claim.id} is said to be {worded(value)} of {whole.id}"
    actual = ratio(printed(mine), printed(all_of_it))
    given = percent(actual.best) if actual.best is not None else f"{extent(actual.converted('percent'))}"
    verdict, severity, joins, end = fit(actual, value)
    return finding(
        verdict,
        f"{said}, {joins} {worded(mine)} of {worded(all_of_it)} is {given}: {end}",
        (claim, whole),
        working=_working(claim, whole, mine, all_of_it, actual, value),
        assumptions=(ROUNDING, LOOSENESS),
        severity=severity,
    )


def _working(
    claim: Claim, whole: Claim, mine: Amount, all_of_it: Amount, actual: Band, value: Amount
) -> tuple[str, ...]:
    stated = printed(value)
    return (
        standing(claim, mine),
        standing(whole, all_of_it),
        f"{plain(mine)} / {plain(all_of_it)} = {extent(actual.converted('percent'))}",
        f"{worded(value)} stands for {span(stated.low, stated.high, value.unit)}",
    )


def _of_both(claim: Claim, whole: Claim) -> str:
    if claim.amount is None or whole.amount is None or claim.amount.dimension != whole.amount.dimension:
        return "nothing can be said either way"
    return f"{extent(ratio(printed(claim.amount), printed(whole.amount)).converted('percent'))} would agree"


def _of_part(claim: Claim, value: Amount) -> str:
    if claim.amount is None:
        return f"{claim.id} would be {worded(value)} of it"
    return f"{extent(ratio(claim.amount, value))} would agree"


def _undecided(
    claim: Claim, whole: Claim, why: str, otherwise: str, severity: Severity = Severity.WARNING
) -> Finding:
    message = f"{claim.id} is given as a share of {whole.id}, but {why}; {otherwise}"
    return finding(Verdict.UNDECIDED, message, (claim, whole), severity=severity)
