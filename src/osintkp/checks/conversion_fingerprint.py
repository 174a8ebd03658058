"""
Two loads share one conversion factor, so one estimator is likely behind both.

An estimate of what containers, ships or trucks held is often their number times a factor. Two figures in two reports
that look like two estimates may be one factor applied twice. The check divides each load by its carriers
and holds the quotients against each other.

## Why it matters
Two figures that agree after conversion do not confirm each other when one desk made both. The factor shows it where
the wording, the totals and the dates all differ.

## Found
Two totals, months apart, both at 20 tonnes a truck.
```toml
[source]
id = "bulletin"
[[claim]]
id = "trucks"
quote = "610 trucks"
shipment = { sender = "un", recipient = "PS", item = "aid", amount = "610 truck", when = "2024-02" }
[[claim]]
id = "flour"
quote = "12,200 tonnes of flour"
shipment = { sender = "un", recipient = "PS", item = "food/flour", amount = "12200 tonne", when = "2024-02" }
links = [{ kind = "contained_in", claim = "bulletin/trucks" }]

[source]
id = "daily"
[[claim]]
id = "trucks"
quote = "1,150 trucks"
shipment = { sender = "un", recipient = "PS", item = "aid", amount = "1150 truck", when = "2024-05" }
[[claim]]
id = "flour"
quote = "23,000 tonnes of flour"
shipment = { sender = "un", recipient = "PS", item = "food/flour", amount = "23000 tonne", when = "2024-05" }
links = [{ kind = "contained_in", claim = "daily/trucks" }]
```

## Not found
The same trucks, at 15 and at 20 tonnes each: two ways to count.
```toml
[source]
id = "bulletin"
[[claim]]
id = "trucks"
quote = "610 trucks"
shipment = { sender = "un", recipient = "PS", item = "aid", amount = "610 truck", when = "2024-02" }
[[claim]]
id = "flour"
quote = "9,150 tonnes of flour"
shipment = { sender = "un", recipient = "PS", item = "food/flour", amount = "9150 tonne", when = "2024-02" }
links = [{ kind = "contained_in", claim = "bulletin/trucks" }]

[source]
id = "daily"
[[claim]]
id = "trucks"
quote = "1,150 trucks"
shipment = { sender = "un", recipient = "PS", item = "aid", amount = "1150 truck", when = "2024-05" }
[[claim]]
id = "flour"
quote = "23,000 tonnes of flour"
shipment = { sender = "un", recipient = "PS", item = "food/flour", amount = "23000 tonne", when = "2024-05" }
links = [{ kind = "contained_in", claim = "daily/trucks" }]
```

## Assumptions
Two factors count as one where they differ by no more than the rounding of their four figures allows, and by 5 % at most.
One factor in two reports is a hint, not a proof: a standard crate gives everybody the same factor.
Of very many loads each is held against the next forty, by their ids.
"""

from collections.abc import Hashable, Iterator
from itertools import product

from osintkp.checks._loads import ROUNDED, Factor, alike, comparison, factors, said
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.origins import SAME_BODY
from osintkp.triage import topic
from osintkp.vocabulary.scales import LinkKind, Severity, Verdict

CODE = "SRC105"
GRAVEST = Severity.INFO
NEXT = 40
STANDARD = (
    "one factor is a hint at one estimator, not a proof: standard packing gives everybody the same factor"
)


def _load(claim: Claim) -> Hashable | None:
    about = topic(claim)
    if about is None or not claim.linked(LinkKind.CONTAINED_IN):
        return None
    return (about, claim.item, str(claim.record.of("calibre")))


GROUPS = by_topic(_load)


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for each two loads, in two sets of carriers, that share a factor."""
    for one, other in _near(group.claims):
        for first, second in product(factors(group, one), factors(group, other)):
            if first.carriers.id != second.carriers.id and alike(first, second):
                yield _shared(group, first, second)


def _near(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    for place, one in enumerate(claims, start=1):
        yield from ((one, other) for other in claims[place : place + NEXT])


def _shared(group: Group, one: Factor, other: Factor) -> Finding:
    pair = " and ".join(
        f"{said(factor.load)} in {said(factor.carriers)} ({factor.load.id})" for factor in (one, other)
    )
    message = f"{pair} are one factor and {_whose(group, one.load, other.load)}"
    return finding(
        Verdict.SAME_ORIGIN,
        message,
        (one.load, other.load, one.carriers, other.carriers),
        working=comparison(one, other),
        assumptions=(ROUNDED, STANDARD, SAME_BODY),
    )


def _whose(group: Group, one: Claim, other: Claim) -> str:
    mine, theirs = group.origin(one), group.origin(other)
    if not (mine.known and theirs.known):
        named = next((origin for origin in (mine, theirs) if origin.known), None)
        hint = f"{named.id} is the only origin that is known" if named is not None else "no origin is known"
        return f"likely one estimator: {hint}"
    if mine.id == theirs.id:
        return f"one origin: {mine.id}"
    return f"two origins, {mine.id} and {theirs.id}: likely one uses the other's factor"
