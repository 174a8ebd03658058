"""
Something is told as having happened, and was said or printed before the day on which it is said to have happened.

Held against the date of the event are the day on which it was said, every dated step of the attribution, and the day on
which the source came out. Only what is told as a fact, an estimate or an allegation counts; a promise, a forecast and a
denial may look ahead. A running total that counts up to a day after it was told is a fault as well: it cannot hold
days that had not come. Where the dates are too coarse to decide, the check is silent.

## Why it matters
Either a date is wrong, or what was announced is told as done. Both are common where old reports are rewritten, and
whoever builds a timeline on them puts the cause after the effect.

## Found
```toml
[source]
id = "wire"
published = "2023-04-12"
[[claim]]
id = "trucks"
quote = "sent 40 trucks of arms"
speaker = "un"
said = "2023-04-10"
shipment = { sender = "LY", recipient = "rapid-support-forces", item = "weapons", amount = "40 truck", when = "2023-04-17" }
```

## Not found
The count goes on after it was told, and the second shipment is only promised.
```toml
[source]
id = "wire"
published = "2023-04-12"
[[claim]]
id = "trucks"
quote = "has sent 40 trucks of arms since January"
speaker = "un"
said = "2023-04-10"
shipment = { sender = "LY", recipient = "rapid-support-forces", item = "weapons", amount = "40 truck", measure = "cumulative", when = "2023-01/.." }
[[claim]]
id = "promise"
quote = "promised another 40 trucks for May"
speaker = "LY"
said = "2023-04-10"
modality = "pledged"
shipment = { sender = "LY", recipient = "rapid-support-forces", item = "weapons", amount = "40 truck", when = "2023-05" }
```

## Assumptions
A text was not changed after the day on which it came out. One moment can bear two dates in two time zones: days that lie
one apart are told as ``info`` alone. A treaty's entry into force and its end, and the days that a planned window still
has to run, may be announced in advance: they are ``info`` at most. So is a month or a year of which at most a tenth was to
come: what was sent by then stands for all of it. A limit may be set for a day to come.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import attrs

from osintkp.checks._dated import (
    NEAR,
    ZONES,
    ahead,
    ahead_everywhere,
    inference,
    record_dates,
    tellings,
)
from osintkp.checks._figures import worded
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.dates.ends import last_of
from osintkp.difference import REAL
from osintkp.evidence import Source
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.inert import printable
from osintkp.vocabulary.scales import Measure, Severity, Stance, Verdict

CODE = "TIM101"
UNCHANGED = "the text was not changed after the day on which it came out"
COUNTED = ("shipment", "loss", "seizure", "meeting")
FORETOLD = ("in_force", "until", "ended")
MOST_LINES = 20


def _told_as_fact(claim: Claim) -> Hashable | None:
    real = claim.stance is Stance.ASSERTS and claim.modality in REAL and claim.kind != "limit"
    dated = real and next(record_dates(claim.record), None) is not None
    return claim.source if dated else None


GROUPS = by_topic(_told_as_fact, least=1)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Late:
    """A date that lies after the telling: of what, in words, how grave that is, and whether a figure counts up to it."""

    claim: Claim
    what: str
    when: When
    severity: Severity
    counts: bool = False

    def __str__(self) -> str:
        return printable(f"{self.what} ({self.when})")


def find(group: Group) -> Iterator[Finding]:
    """Give a finding for each claim told before its event, and one for all that a source printed before theirs."""
    source = group.beyond.sources.get(str(group.key))
    published = None if source is None else source.published
    printed: list[_Late] = []
    for claim in group.claims:
        told = [(words, said, late) for words, said in tellings(claim) for late in _late(claim, said)]
        if told:
            yield _told_before(claim, told)
        elif published is not None:
            printed += _late(claim, published)
    if source is not None and published is not None:
        yield from _printed_before(source, published, printed)


def _late(claim: Claim, told: When) -> Iterator[_Late]:
    """Give the dates of a claim that certainly lie after a telling."""
    for field, what, when in record_dates(claim.record):
        if ahead(told, when):
            severity = Severity.INFO if field in FORETOLD else Severity.ERROR
            if not ahead_everywhere(told, when):
                severity = Severity.INFO
            yield _Late(claim=claim, what=what, when=when, severity=severity)
        elif field == "when":
            yield from _window(claim, when, told)


def _window(claim: Claim, when: When, told: When) -> Iterator[_Late]:
    """Give the last day of a window whose figure counts all its days."""
    if claim.amount is None or not when.is_period or _over(when, told):
        return
    end = last_of(when)
    if end is None or not ahead(told, end):
        return
    severity = _of_window(claim, told, end) if ahead_everywhere(told, end) else Severity.INFO
    if severity is not None:
        what = f"the last day that {worded(claim.amount)} counts"
        yield _Late(claim=claim, what=what, when=end, severity=severity, counts=True)


def _over(when: When, told: When) -> bool:
    """Tell whether no day of a window comes after a telling: what is so for most needs no closer look."""
    return when.latest is not None and told.latest is not None and when.latest <= told.latest


def _of_window(claim: Claim, told: When, end: When) -> Severity | None:
    measure = claim.record.of("measure")
    if measure is Measure.CUMULATIVE:
        return Severity.ERROR
    if measure is Measure.FLOW or claim.kind == "meeting":
        return Severity.INFO if _nearly_over(claim, told, end) else Severity.WARNING
    return Severity.INFO if measure is None and claim.kind in COUNTED else None


def _nearly_over(claim: Claim, told: When, end: When) -> bool:
    """Tell whether at most a tenth of a window that ends with a month was to come: "in 2022", said at the end of it."""
    from calendar import monthrange

    days, last = None if claim.when is None else claim.when.days, end.latest
    if days is None or last is None or last.day != monthrange(last.year, last.month)[1]:
        return False
    return 10 * ahead(told, end) <= days[1]


def _told_before(claim: Claim, told: list[tuple[str, When, _Late]]) -> Finding:
    """Return the gravest fault of one claim, with every other in its working."""
    words, said, late = min(told, key=lambda each: each[2].severity.rank)
    return finding(
        _verdict(late.severity),
        f"{words} ({said}) {_gap(said, late)} before {late}: {_why(said, late)}",
        (claim,),
        working=tuple(f"{words} ({said}), {_gap(said, late)} before {late}" for words, said, late in told),
        assumptions=(ZONES,),
        severity=late.severity,
    )


def _printed_before(source: Source, published: When, printed: list[_Late]) -> Iterator[Finding]:
    """Give one finding of each severity for what a source printed before it happened."""
    inferred = source.published_basis
    by_severity: dict[Severity, list[_Late]] = {}
    for late in printed:
        grave = late.severity is Severity.ERROR and inferred is not None
        by_severity.setdefault(Severity.WARNING if grave else late.severity, []).append(late)
    for severity, found in by_severity.items():
        first = listed((f"{late.claim.id}, {late}" for late in found), most=3)
        yield finding(
            _verdict(severity),
            f"{source.id} came out ({published}) before what it tells as done: {first}: {_why(published, found[0])}",
            tuple({late.claim.id: late.claim for late in found}.values()),
            working=tuple(
                f"{source.id} ({published}), {_gap(published, late)} before {late} of {late.claim.id}"
                for late in found[:MOST_LINES]
            ),
            assumptions=(UNCHANGED, ZONES, *inference(source)),
            severity=severity,
        )


def _verdict(severity: Severity) -> Verdict:
    return Verdict.UNDECIDED if severity is Severity.INFO else Verdict.CONFLICT


def _gap(said: When, late: _Late) -> str:
    days = ahead(said, late.when)
    return f"{days:,} day{'' if days == 1 else 's'}"


def _why(said: When, late: _Late) -> str:
    if late.severity is not Severity.INFO:
        return "a date is wrong, or what was announced is told as done"
    if ahead_everywhere(said, late.when):
        rest = ", or stand for what was done by then" if late.counts else ""
        return f"it may have been announced in advance{rest}"
    return NEAR
