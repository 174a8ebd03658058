"""
Several sources carry a figure, and all of them had it from one origin.

The figures about one thing are followed back along their attribution chains, their repetitions and the sources that
they rewrite. Where every known chain begins at one body, the sources count once. Chains that begin with nobody named
count for nothing. Where two or more origins give figures that can hold together, the check says so.

## Why it matters
Four articles that quote one ministry look like four confirmations. Grade 1 of the Admiralty code asks for other,
independent sources: what has to be counted is origins.

## Found
```toml
[source]
id = "agency"
[[claim]]
id = "drones"
quote = "some 150 drones"
speaker = "ua-general-staff"
shipment = { sender = "IR", recipient = "RU", item = "aircraft/uncrewed", amount = "~150 drone", when = "2022-09" }

[source]
id = "daily"
[[claim]]
id = "drones"
quote = "about 150 drones"
speaker = "UA"
shipment = { sender = "IR", recipient = "RU", item = "aircraft/uncrewed", amount = "~150 drone", when = "2022-09" }
```

## Not found
Another government counts as well.
```toml
[source]
id = "agency"
[[claim]]
id = "drones"
quote = "some 150 drones"
speaker = "ua-general-staff"
shipment = { sender = "IR", recipient = "RU", item = "aircraft/uncrewed", amount = "~150 drone", when = "2022-09" }

[source]
id = "daily"
[[claim]]
id = "drones"
quote = "about 160 drones"
speaker = "US"
shipment = { sender = "IR", recipient = "RU", item = "aircraft/uncrewed", amount = "~160 drone", when = "2022-09" }
```

## Assumptions
Officials and agencies of one government are one origin. A source in its own voice is its own origin unless it rewrites
another. That an origin is another one does not show that it looked for itself.
"""

from collections.abc import Hashable, Iterator
from itertools import islice
from math import inf

from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.origins import SAME_BODY, Origin
from osintkp.triage import REAL, bodies, difference
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import LinkKind, Severity, Stance, Verdict

CODE = "SRC101"
NOT_COUNTED = "a chain that begins with nobody named counts for nothing"
OWN_EYES = "another origin need not have looked for itself"


def _thing(claim: Claim) -> Hashable | None:
    """Return what a claim is about: kind, actors, goods and dimension; None without goods and without a figure."""
    if claim.stance is not Stance.ASSERTS or claim.kind == "limit" or not any(claim.record.topic):
        return None
    if claim.amount is None and claim.item is None:
        return None
    return (claim.kind, bodies(claim), claim.item, None if claim.amount is None else claim.amount.dimension)


GROUPS = by_topic(_thing)


def find(group: Group) -> Iterator[Finding]:
    """Give the one finding of a topic: one origin behind several sources, or several origins that agree."""
    found = [(claim, group.origin(claim)) for claim in group.claims]
    known = [(claim, origin) for claim, origin in found if origin.known]
    origins = {origin.id for _, origin in known}
    sources = sorted({claim.source for claim, _ in known})
    if len(origins) == 1 and len(sources) > 1:
        yield _one(found, sources, origins.pop())
    elif len(origins) > 1:
        yield from _several(known)


def _one(found: list[tuple[Claim, Origin]], sources: list[str], origin: str) -> Finding:
    claims = tuple(claim for claim, each in found if each.known)
    unknown = [claim for claim, each in found if not each.known]
    message = f"{len(sources)} sources, {listed(sources)}, give {_what(claims[0])}, and all go back to {origin}: they count once"
    if unknown:
        message += f"; {listed(claim.id for claim in unknown)} goes back to nobody named"
    return finding(
        Verdict.SAME_ORIGIN,
        message,
        (*claims, *unknown),
        working=tuple(_chain(claim, each) for claim, each in found),
        assumptions=(SAME_BODY, NOT_COUNTED),
        severity=Severity.WARNING,
    )


def _several(known: list[tuple[Claim, Origin]]) -> Iterator[Finding]:
    agree: dict[str, tuple[Claim, Origin]] = {}
    for (one, mine), (other, theirs) in _near(known):
        if mine.id != theirs.id and not {mine.id, theirs.id} <= agree.keys() and _agree(one, other):
            agree.setdefault(mine.id, (one, mine))
            agree.setdefault(theirs.id, (other, theirs))
    if agree:
        found = sorted(agree.values(), key=lambda each: each[0].id)
        claims = tuple(claim for claim, _ in found)
        yield finding(
            Verdict.AGREEMENT,
            f"{len(agree)} independent origins, {listed(sorted(agree))}, give {_what(claims[0])} that can hold together",
            claims,
            working=tuple(_chain(claim, origin) for claim, origin in found),
            assumptions=(SAME_BODY, OWN_EYES),
        )


def _near(known: list[tuple[Claim, Origin]]) -> Iterator[tuple[tuple[Claim, Origin], tuple[Claim, Origin]]]:
    """Give every two claims whose bands have a number in common, without looking at the others."""
    bands = [(*_band(claim), number) for number, (claim, _) in enumerate(known)]
    bands.sort()
    for place, (_, high, number) in enumerate(bands):
        for low, _, other in islice(bands, place + 1, None):
            if low > high:
                break
            yield known[number], known[other]


def _band(claim: Claim) -> tuple[float, float]:
    return (-inf, inf) if claim.amount is None else claim.amount.printed_band()


def _agree(one: Claim, other: Claim) -> bool:
    if not {one.modality, other.modality} <= REAL or difference(one, other) is not None:
        return False
    return one.amount is not None or bool(one.attribution and other.attribution)


def _what(claim: Claim) -> str:
    between = " to " if "recipient" in claim.record.roles else " and "
    parties = between.join(actors.root(actor) for actor in claim.actors if actor)
    goods = claim.item or claim.kind.replace("_", " ")
    if claim.amount is None:
        return f"an account of {goods} ({parties})"
    return f"figures of {goods} in {claim.amount.unit} ({parties})"


def _chain(claim: Claim, origin: Origin) -> str:
    steps = [link.actor for link in claim.attribution]
    figure = "" if claim.amount is None else f" {claim.amount}"
    repeated = claim.linked(LinkKind.REPEATS)
    tail = f", repeats {listed(repeated)}" if repeated else ""
    return f"{claim.id}{figure}: {' > '.join([*steps, claim.source])}{tail}; origin {origin}"
