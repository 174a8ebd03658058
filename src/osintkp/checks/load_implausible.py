"""
The load of each carrier is far from what such carriers usually hold.

Where payload-exceeded asks whether a load can fit at all, this check asks whether it is plausible. It tells what class
of ship a load per voyage means, full, half and a third laden, and warns where no seagoing ship would sail for so little
or where a ship that the claims name cannot hold it. It warns of containers that would be all but empty, of a smaller
calibre of which fewer rounds are said to fit than of a larger one, of trucks, wagons and aircraft that carry next to
nothing, and of more people aboard than have ever been.

## Why it matters
A figure that is off by a factor of a thousand, in the wrong unit or about other goods often fits easily, and only looks
wrong beside the size of the carrier. And a load that means one full coastal tanker a voyage supports both figures.

## Found
Forty-three calls at a port, and five barrels on each.
```toml
[source]
id = "tracker"
[[claim]]
id = "calls"
quote = "40 voyages to Tobruk"
shipment = { sender = "TR", recipient = "LY", item = "fuel", amount = "40 voyage", when = "2021" }
[[claim]]
id = "diesel"
quote = "200 barrels of diesel"
shipment = { sender = "TR", recipient = "LY", item = "fuel/refined/diesel", amount = "200 barrel", when = "2021" }
links = [{ kind = "contained_in", claim = "tracker/calls" }]
```

## Not found
A thousand times as much: small coastal tankers.
```toml
[source]
id = "tracker"
[[claim]]
id = "calls"
quote = "40 voyages to Tobruk"
shipment = { sender = "TR", recipient = "LY", item = "fuel", amount = "40 voyage", when = "2021" }
[[claim]]
id = "diesel"
quote = "200,000 barrels of diesel"
shipment = { sender = "TR", recipient = "LY", item = "fuel/refined/diesel", amount = "200000 barrel", when = "2021" }
links = [{ kind = "contained_in", claim = "tracker/calls" }]
```

## Assumptions
Classes of ships, usual loads, masses, densities and packing are ranges of the reference data (``data/ships.json``,
``data/loads.json``, ``data/packing.json``), each with its citation, and can be replaced. Every carrier holds as much as
the others. Only shipments are called too small, of goods in bulk or of rounds in containers, in several carriers that
hold nothing else: what is seized is often little and hidden, and gold or medicine may fly by the kilogramme. Which loads
cannot fit at all is for payload-exceeded to tell.

## References
Vessel Size Classification, tankertrackers.com; AP in The Telegram, 13 July 2018, on tankers counted as a third, half and
90 percent laden.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from osintkp.checks._calibres import calibres
from osintkp.checks._cargo import cargoes, rate_claim
from osintkp.checks._fill import judged
from osintkp.checks._room import using
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, Groupings, by_link, one_by_one
from osintkp.vocabulary.scales import LinkKind, Severity

CODE = "PHY102"
GRAVEST = Severity.WARNING
NAMING = (LinkKind.PART_OF, LinkKind.SUPPORTS, LinkKind.REPEATS)


def _naming(claim: Claim, carriers: AbstractSet[str]) -> Iterator[str]:
    """Give the carriers of which a claim may name the ships."""
    return (link.claim for link in claim.links if link.kind in NAMING and link.claim in carriers)


GROUPS = Groupings(
    (
        by_link(LinkKind.CONTAINED_IN, within=_naming),
        one_by_one(lambda claim: rate_claim(claim) is not None),
    )
)


def find(group: Group) -> Iterator[Finding]:
    """Give at most one finding for each load, and one for each two calibres in the same carriers."""
    known = using(group.facts, "ships", "loads")
    loads = [cargo for cargo in cargoes(group) if cargo.middle > 0]
    for cargo in loads:
        found = judged(group, cargo, known)
        if found is not None:
            yield found
    yield from calibres(loads, known)
