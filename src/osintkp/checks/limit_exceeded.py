"""
Transfers to an actor pass a cap that holds for it, or come near it.

The check adds up what all suppliers sent in each window of a cap and divides it by the cap. What decides is asked in turn:
are the goods certainly of the class that is capped, does the period certainly lie in one window, does the figure pass
the cap even at the low end of its hedge? One open question makes the finding undecided, and it says what the answer
would be either way. Caps come from the reference data, and from claims that state one; a cap that a claim states
without its class or its window is read as the law that sets the same figure, where there is one.

## Why it matters
"A million barrels, twice the cap" holds for refined products and not for crude, which has a cap eight times as high.
A report that does not say which gives a breach that cannot be shown, and the missing word is what to look for.

## Found
Two suppliers, neither of whom passes the cap alone.
```toml
[source]
id = "panel"
[[claim]]
id = "cap"
quote = "no more than 60,000 tonnes of diesel a year"
limit = { on = "SO", authority = "un-security-council", item = "fuel/refined/diesel", amount = "<=60000 tonne", window = "12 month", since = "2022-07-01" }
[[claim]]
id = "first"
quote = "41,000 tonnes of diesel"
shipment = { sender = "AE", recipient = "SO", item = "fuel/refined/diesel", amount = "41000 tonne", when = "2022-09/2023-05" }
[[claim]]
id = "second"
quote = "37,000 tonnes of diesel"
shipment = { sender = "TR", recipient = "SO", item = "fuel/refined/diesel", amount = "37000 tonne", when = "2022-10/2023-02" }
```

## Not found
The same figures on both sides of the first of July, when a new window begins.
```toml
[source]
id = "panel"
[[claim]]
id = "cap"
quote = "no more than 60,000 tonnes of diesel a year"
limit = { on = "SO", authority = "un-security-council", item = "fuel/refined/diesel", amount = "<=60000 tonne", window = "12 month", since = "2022-07-01" }
[[claim]]
id = "first"
quote = "41,000 tonnes of diesel"
shipment = { sender = "AE", recipient = "SO", item = "fuel/refined/diesel", amount = "41000 tonne", when = "2022-09/2023-05" }
[[claim]]
id = "second"
quote = "37,000 tonnes of diesel"
shipment = { sender = "TR", recipient = "SO", item = "fuel/refined/diesel", amount = "37000 tonne", when = "2023-08/2024-02" }
```

## Assumptions
The figures of one sender are added only where their goods or periods are certainly apart; of others the highest counts.
Figures of different senders are added, but for one and the same figure in two sources. A figure without a sender counts for all of them and is not added to the others.
A period that goes on ends when its claim was made. A transfer of no known period is held against standing caps alone. Volume and mass convert by the densities of the reference data.
Caps on holdings, and rates ("a month"), are not held against transfers.

## References
S/RES/2397 (2017), paragraphs 4 and 5, and the other instruments of ``data/limits.json``, each with its citation.
"""

from collections.abc import Hashable, Iterator
from operator import itemgetter
from typing import Self

import attrs

from osintkp.checks._adding import Measured, Total, added, measured
from osintkp.checks._caps import Cap, Placement, caps
from osintkp.checks._readings import BELOW, LIKELY, OPEN, SURE, Reading, assumptions, period, working
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.difference import REAL
from osintkp.facts import Facts
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.records.shipment import Shipment
from osintkp.units.comparing import at_most
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer, Measure, Severity, Stance, Verdict

CODE = "LAW101"
DECIDED = {
    SURE: (Verdict.CONFLICT, Severity.ERROR),
    LIKELY: (Verdict.UNDECIDED, Severity.WARNING),
    OPEN: (Verdict.UNDECIDED, Severity.INFO),
    BELOW: (Verdict.AGREEMENT, Severity.INFO),
}


def _limited(claim: Claim) -> Hashable | None:
    role = {"shipment": "recipient", "limit": "on"}.get(claim.kind, "")
    name = claim.record.of(role)
    return actors.root(name) if isinstance(name, str) else None


GROUPS = by_topic(_limited, least=1)


def find(group: Group) -> Iterator[Finding]:
    """Give a finding for each cap and stretch of windows that transfers of the group fall in."""
    transfers = [claim for claim in group.claims if _is_transfer(claim)]
    unclear: dict[tuple[str, ...], list[Reading]] = {}
    shipped = _Shipped.of(group, transfers)
    for cap in caps(group) if transfers else ():
        if cap.value <= 0:
            yield from _forbidden(group, cap, transfers)
            continue
        for stretch, total, here in shipped.under(cap):
            reading = _reading(cap, stretch, total, here)
            if reading.certain:
                message = f"{reading.subject}: {_share(reading)}{_missing(reading.proviso[1])}"
                yield _finding(group, [reading], message, *DECIDED[reading.status])
            else:
                unclear.setdefault(reading.unclear, []).append(reading)
    for readings in unclear.values():
        yield _unclear(group, readings)


def _is_transfer(claim: Claim) -> bool:
    record = claim.record
    if claim.stance is not Stance.ASSERTS or claim.modality not in REAL or not isinstance(record, Shipment):
        return False
    return record.measure not in (Measure.STOCK, Measure.RATE) and record.sender != record.recipient


def _class(item: str | None, cap: Cap) -> Answer:
    """Return whether goods are those of a cap; undecided where the claim names a broader class or none."""
    if cap.item is None or items.within(item, cap.item):
        return Answer.YES
    if item is None:
        return Answer.UNDECIDED
    return Answer.NO if items.related(item, cap.item) is Answer.NO else Answer.UNDECIDED


Stretch = tuple[Placement, Total, list[Measured]]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Shipped:
    """
    The transfers to one recipient, as caps ask for them.

    Attributes:
        facts: The reference data in force.
        by_item: The transfers by their goods, each with its place among all and its period.
        known: What was found under caps of one class, unit and windows, whatever their height.
    """

    facts: Facts
    by_item: dict[str | None, list[tuple[int, Claim, When | None]]]
    known: dict[Hashable, list[Stretch]]

    @classmethod
    def of(cls, group: Group, transfers: list[Claim]) -> Self:
        """Return some transfers of a group."""
        found: dict[str | None, list[tuple[int, Claim, When | None]]] = {}
        for number, claim in enumerate(transfers):
            found.setdefault(claim.item, []).append((number, claim, period(group, claim)))
        return cls(facts=group.facts, by_item=found, known={})

    def under(self, cap: Cap) -> list[Stretch]:
        """Return the stretches of windows of a cap that transfers fall in, each with their total and the transfers."""
        alike = (cap.item, cap.amount.unit, cap.window, cap.since, cap.until, cap.stated)
        if alike not in self.known:
            self.known[alike] = list(_stretches(self._parts(cap)))
        return self.known[alike]

    def _parts(self, cap: Cap) -> list[Measured]:
        found = []
        for item, transfers in self.by_item.items():
            same = _class(item, cap)
            for number, claim, when in transfers if same is not Answer.NO else ():
                placement = cap.placed(when)
                if placement is not None:
                    part = measured(claim, cap, placement, self.facts, certain=same is Answer.YES)
                    found += [] if part is None else [(number, part)]
        return [part for _, part in sorted(found, key=itemgetter(0))]


def _stretches(parts: list[Measured]) -> Iterator[Stretch]:
    certain = [part for part in parts if part.certain]
    for stretch in sorted({part.placement for part in parts}, key=str):
        for among, sure in ((certain, True), (parts, False)):
            here = [part for part in among if _falls_in(part.placement, stretch)]
            total = added(here)
            if any(part.placement == stretch and part.certain is sure for part in total.parts):
                yield stretch, total, here


def _falls_in(placement: Placement, stretch: Placement) -> bool:
    if not placement.windows or not stretch.windows:
        return placement.windows == stretch.windows
    return set(placement.windows) <= set(stretch.windows)


def _reading(cap: Cap, stretch: Placement, total: Total, parts: list[Measured]) -> Reading:
    count = len(stretch.windows) + cap.aligned
    known = bool(stretch.windows) and not any(part.placement.outside for part in total.parts)
    singles = [
        added([part for part in parts if window in part.placement.windows]) for window in stretch.windows
    ]
    most = max(singles, key=lambda single: single.value, default=total)
    if known and total.passes(cap, count):
        return Reading(cap=cap, windows=stretch.windows, total=total, status=SURE)
    above = OPEN if at_most(most.value, cap.value) else LIKELY
    status = BELOW if at_most(most.high, cap.value) else above
    return Reading(cap=cap, windows=stretch.windows, total=most, status=status)


def _unclear(group: Group, readings: list[Reading]) -> Finding:
    """Return the finding on goods of a class that is not said closely enough: what they would mean in each class."""
    ordered = sorted(
        readings, key=lambda reading: (-reading.total.value / reading.cap.value, reading.cap.name)
    )
    leaves = list(dict.fromkeys(reading.cap.leaf for reading in ordered))
    shares = "; ".join(_share(each, f" if {each.cap.leaf}") for each in ordered)
    goods = listed(
        dict.fromkeys(part.claim.item or "goods" for part in ordered[0].total.parts if not part.certain)
    )
    which = f"{' or '.join(leaves)}?" if len(leaves) > 1 else f"is it {leaves[0]}?"
    missing = _missing(which, *(each.proviso[1] for each in ordered))
    message = f"{ordered[0].subject}, and {goods} may be {' or '.join(leaves)}: {shares}{missing}"
    passed = any(reading.status in (SURE, LIKELY) for reading in readings)
    below = all(reading.status is BELOW for reading in readings)
    verdict = Verdict.AGREEMENT if below else Verdict.UNDECIDED
    return _finding(group, ordered, message, verdict, Severity.WARNING if passed else Severity.INFO)


def _share(reading: Reading, condition: str = "") -> str:
    return f"{reading.share}{condition} ({reading.law}){reading.proviso[0]}"


def _missing(*questions: str) -> str:
    asked = dict.fromkeys(question for question in questions if question)
    return f"; missing: {' '.join(asked)}" if asked else ""


def _finding(
    group: Group, readings: list[Reading], message: str, verdict: Verdict, severity: Severity
) -> Finding:
    transfers = [claim for reading in readings for claim in reading.total.claims]
    stated = [claim for reading in readings for claim in reading.cap.claims]
    return finding(
        verdict,
        message,
        tuple(dict.fromkeys([*transfers, *stated])),
        working=tuple(dict.fromkeys(line for reading in readings for line in working(group, reading))),
        assumptions=tuple(
            dict.fromkeys(line for reading in readings for line in assumptions(group, reading))
        ),
        severity=severity,
    )


def _forbidden(group: Group, cap: Cap, transfers: list[Claim]) -> Iterator[Finding]:
    """Give the findings against a cap of nothing at all: any transfer passes it, one without a figure as well."""
    found: dict[tuple[bool, bool], list[Claim]] = {}
    for claim in transfers:
        same, placement = _class(claim.item, cap), cap.placed(period(group, claim))
        if placement is not None and same is not Answer.NO and (claim.item or same is Answer.YES):
            found.setdefault((same is Answer.YES, not placement.outside), []).append(claim)
    for (certain, inside), claims in found.items():
        opened = [] if certain else [f"is it {cap.leaf}?"]
        opened += [] if inside else ["was it sent while the cap held?"]
        tail = f" if so{_missing(*opened)}" if opened else ""
        names = listed(claim.id for claim in claims)
        yield finding(
            Verdict.UNDECIDED if opened else Verdict.CONFLICT,
            f"{names}: any amount passes a cap of 0 {cap.amount.unit} ({cap.name}){tail}",
            (*claims, *cap.claims),
            assumptions=(cap.basis,),
            severity=Severity.WARNING if opened else Severity.ERROR,
        )
