"""
What carriers could hold is repeated as what they held.

"The containers could carry three million shells" is a measure of containers. Repeated as "three million shells were
delivered" it is a count that nobody made. The check looks for the same figure, or for the same load per carrier,
once as a capacity and once as content. It also holds a content that is said to be only a part of the cargo against the
producer's own factor: where that factor makes the part fill every carrier, it is no part.

## Why it matters
The step from "could" to "did" is the easiest to lose in a rewrite, and the figure that results looks harder than any other.

## Found
```toml
[source]
id = "agency"
published = "2024-03-05"
[[claim]]
id = "trucks"
quote = "500 trucks"
speaker = "un"
shipment = { sender = "EG", recipient = "PS", item = "aid", amount = "500 truck", when = "2024-02" }
[[claim]]
id = "grain"
quote = "able to carry 10,000 tonnes of grain"
speaker = "un"
modality = "capacity"
shipment = { sender = "EG", recipient = "PS", item = "food/grain", amount = "10000 tonne", when = "2024-02" }
links = [{ kind = "contained_in", claim = "agency/trucks" }]

[source]
id = "paper"
published = "2024-03-09"
[[claim]]
id = "grain"
quote = "10,000 tonnes of grain were delivered"
speaker = "un"
shipment = { sender = "EG", recipient = "PS", item = "food/grain", amount = "10000 tonne", when = "2024-02" }
```

## Not found
The delivery is another figure than the capacity, at another load per truck.
```toml
[source]
id = "agency"
published = "2024-03-05"
[[claim]]
id = "trucks"
quote = "500 trucks"
speaker = "un"
shipment = { sender = "EG", recipient = "PS", item = "aid", amount = "500 truck", when = "2024-02" }
[[claim]]
id = "grain"
quote = "able to carry 10,000 tonnes of grain"
speaker = "un"
modality = "capacity"
shipment = { sender = "EG", recipient = "PS", item = "food/grain", amount = "10000 tonne", when = "2024-02" }
links = [{ kind = "contained_in", claim = "agency/trucks" }]

[source]
id = "paper"
published = "2024-03-09"
[[claim]]
id = "grain"
quote = "8,300 tonnes of grain were delivered"
speaker = "un"
shipment = { sender = "EG", recipient = "PS", item = "food/grain", amount = "8300 tonne", when = "2024-02" }
links = [{ kind = "contained_in", claim = "agency/trucks" }]
```

## Assumptions
Two factors count as one where they differ by no more than the rounding of their figures allows, at most 5 %.
A figure counts as the same where its printed number is the same. Carriers pack at the factor of the producer of the estimate.
Carriers hold more than one kind of goods where the claim about them names a broader class than the claim about the load.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import attrs

from osintkp.checks._loads import (
    ROUNDED,
    TOLERANCE,
    Factor,
    alike,
    comparison,
    factors,
    nominal,
    printed,
    quotient,
    said,
)
from osintkp.checks._topics import BY_FIGURE
from osintkp.checks._wording import listed, number
from osintkp.claim import Claim
from osintkp.difference import REAL
from osintkp.findings import Finding
from osintkp.group import Group, finding
from osintkp.origins import SAME_BODY
from osintkp.units.definitions import unit
from osintkp.vocabulary import items
from osintkp.vocabulary.scales import Answer, LinkKind, Modality, Severity, Verdict
from osintkp.windows import at_other_times

CODE = "LOG101"
GROUPS = BY_FIGURE
AT_FACTOR = "the carriers were packed at the factor of the capacity, as its producer took it"
BROADER = "carriers of a broader class of goods hold other goods as well"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Load:
    """
    A claim that says what was or could be held.

    Attributes:
        claim: The claim.
        bore: The calibre of its goods in words; None where it is not said.
        value: Its printed number in base units; None where it gives none.
        factors: What the carriers that it is contained in hold each.
    """

    claim: Claim
    bore: str | None
    value: float | None
    factors: tuple[Factor, ...]

    @classmethod
    def of(cls, group: Group, claim: Claim) -> Load:
        """Return what a claim says of a load."""
        calibre, value = claim.record.of("calibre"), nominal(claim.amount)
        return cls(
            claim=claim,
            bore=None if calibre is None else str(calibre),
            value=None if value is None or claim.amount is None else value * unit(claim.amount.unit).factor,
            factors=factors(group, claim) if claim.links else (),
        )


def find(group: Group) -> Iterator[Finding]:
    """Give at most two findings of each content: what capacity it repeats, and what it would fill at that factor."""
    could: dict[str | None, list[Load]] = {}
    for claim in group.claims:
        if claim.modality is Modality.CAPACITY:
            could.setdefault(claim.item, []).append(Load.of(group, claim))
    for claim in group.claims if could else ():
        if claim.modality in REAL and (alike := could.get(claim.item)):
            content = Load.of(group, claim)
            fitting = [each for each in alike if _fits(group, each, content)]
            for question in (_repeated, _filled):
                found = [found for each in fitting for found in question(group, each, content)]
                if found:
                    yield _gathered(found)


def _gathered(findings: list[Finding]) -> Finding:
    """Return the gravest of the findings of one content, with the claims of the others that say the same."""
    ordered = sorted(findings, key=lambda found: found.rank)
    first, others = ordered[0], [found for found in ordered[1:] if found.severity is ordered[0].severity]
    more = sorted({name for found in others for name in found.claims} - set(first.claims))
    if not more:
        return first
    cited = dict.fromkeys(cited for found in ordered for cited in found.cited)
    return attrs.evolve(
        first,
        message=f"{first.message}; the same holds against {listed(more)}",
        claims=(*first.claims, *more),
        cited=tuple(each for each in cited if each.claim in {*first.claims, *more}),
    )


def _fits(group: Group, could: Load, held: Load) -> bool:
    """Tell whether a capacity can say something of a content: by a figure or a factor, of one calibre, and told before it."""
    if not ((could.factors and held.factors) or _same_figure(could, held)):
        return False
    return _same_goods(could, held) and not _earlier(group, held.claim, could.claim)


def _same_goods(one: Load, other: Load) -> bool:
    """Tell whether two loads of one class may be of one calibre."""
    return one.bore == other.bore or None in (one.bore, other.bore)


def _earlier(group: Group, one: Claim, other: Claim) -> bool:
    first, last = group.as_of(one), group.as_of(other)
    return first is not None and last is not None and first.before(last) is Answer.YES


def _repeated(group: Group, could: Load, held: Load) -> Iterator[Finding]:
    pairs = [pair for pair in product(could.factors, held.factors) if alike(*pair)]
    if not pairs and not _same_figure(could, held):
        return
    capacity, content = could.claim, held.claim
    severity = _severity(group, capacity, content)
    for one, other in pairs:
        message = (
            f"{_held(other)}; {_could(one)}: at one factor, what could be held is repeated as what was held"
        )
        claims = tuple(dict.fromkeys((content, capacity, other.carriers, one.carriers)))
        yield _finding(
            group, severity or Severity.WARNING, message, claims, comparison(one, other), (ROUNDED,)
        )
    if severity is not None and not pairs and not at_other_times(capacity, content):
        message = (
            f"{content.id} gives {said(content)} as what was held, {capacity.id} the same figure"
            " as what could be held: the capacity is repeated as content"
        )
        working = (f"{printed(content)} = {printed(capacity)}",)
        yield _finding(group, severity, message, (content, capacity), working, ())


def _finding(
    group: Group, severity: Severity, message: str, claims: tuple[Claim, ...], working: tuple[str, ...],
    assumptions: tuple[str, ...],
) -> Finding:  # fmt: skip
    sure = severity is Severity.ERROR
    content, capacity = claims[:2]
    tail = (
        f"both go back to {group.origin(content).id}"
        if sure
        else f"a conflict if {content.id} rests on {capacity.id} or its origin, {group.origin(capacity).id};"
        f" no conflict if {group.origin(content).id} counted for itself"
    )
    return finding(
        Verdict.CONFLICT if sure else Verdict.UNDECIDED,
        f"{message}; {tail}",
        claims,
        working=working,
        assumptions=(*assumptions, SAME_BODY),
        severity=severity,
    )


def _severity(group: Group, capacity: Claim, content: Claim) -> Severity | None:
    """Return how sure it is that the content comes from the capacity; None where somebody else vouches for it."""
    mine, theirs = group.origin(capacity), group.origin(content)
    if (mine.known and mine.id == theirs.id) or capacity.id in content.linked(LinkKind.REPEATS):
        return Severity.ERROR
    return None if theirs.known and content.attribution else Severity.WARNING


def _same_figure(one: Load, other: Load) -> bool:
    if not one.value or other.value is None:
        return False
    return abs(other.value / one.value - 1) < 1e-9


def _filled(group: Group, capacity: Load, content: Load) -> Iterator[Finding]:
    for one, other in product(capacity.factors, content.factors):
        share = quotient(one, other)
        if share is None:
            continue
        if share > 1 + TOLERANCE:
            sure = share * (1 - one.slack - other.slack) > 1
            yield _against(group, one, other, share, f"{number(share)} times what they can hold", sure=sure)
        elif share >= 1 - TOLERANCE and _only_a_part(other):
            can = "cannot" if share >= 1 else "can hardly"
            what = f"they {can} be only a part of the {other.carriers.item} that {other.carriers.id} counts"
            yield _against(group, one, other, share, what, sure=share >= 1)


def _only_a_part(factor: Factor) -> bool:
    load, carriers = factor.load.item, factor.carriers.item
    return load is not None and carriers is not None and load != carriers and items.within(load, carriers)


def _against(group: Group, one: Factor, other: Factor, share: float, what: str, *, sure: bool) -> Finding:
    producer, carrier = group.origin(one.load).id, other.unit.partition("/")[2]
    needed = f"{number(share * (nominal(other.carriers.amount) or 0.0))} {carrier}"
    sure = sure and _severity(group, one.load, other.load) is Severity.ERROR
    message = f"{_held(other)}; at the factor of {one.load.id} ({producer}), {number(one.value)} {one.unit}, they fill {needed}: {what}"
    if not sure:
        message += f"; a conflict if {other.carriers.id} were packed at that factor, none if more tightly"
    working = (
        one.working,
        f"{printed(other.load)} / {number(one.value)} {one.unit} = {needed}",
        f"{needed} / {printed(other.carriers)} = {number(share)}",
    )
    return finding(
        Verdict.CONFLICT if sure else Verdict.UNDECIDED,
        message,
        tuple(dict.fromkeys((other.load, other.carriers, one.load, one.carriers))),
        working=working,
        assumptions=(AT_FACTOR, BROADER, ROUNDED, SAME_BODY),
        severity=Severity.ERROR if sure else Severity.WARNING,
    )


def _held(factor: Factor) -> str:
    return f"{factor.load.id} says that {said(factor.load)} were in {said(factor.carriers)}"


def _could(factor: Factor) -> str:
    return f"{factor.load.id} says only that {said(factor.load)} could be in {said(factor.carriers)}"
