"""
A running total cannot become smaller: what one origin has counted up to a day is in its count up to a later day.

Totals are held against each other within one origin only, for the same goods between the same actors, in order of the days
up to which they count. A count that begins later was restarted, and is told apart.

## Why it matters
Ministries publish totals "since the war began" week by week. A total that falls was corrected without saying so, was taken
from another count, or was mistyped; whoever subtracts two of them gets a flow that never was.

## Found
```toml
[source]
id = "april"
published = "2023-04-20"
[[claim]]
id = "tanks"
quote = "120 tanks destroyed since 15 April"
speaker = "rsf"
loss = { actor = "SD", item = "vehicles/tank", amount = "120 tank", measure = "cumulative", when = "2023-04-15/2023-04-20" }

[source]
id = "june"
published = "2023-06-02"
[[claim]]
id = "tanks"
quote = "80 tanks destroyed since 15 April"
speaker = "rsf"
loss = { actor = "SD", item = "vehicles/tank", amount = "80 tank", measure = "cumulative", when = "2023-04-15/2023-06-01" }
```

## Not found
The later total is the lower as printed, but "about 120" may have been 108.
```toml
[source]
id = "april"
published = "2023-04-20"
[[claim]]
id = "tanks"
quote = "about 120 tanks destroyed since 15 April"
speaker = "rsf"
loss = { actor = "SD", item = "vehicles/tank", amount = "~120 tank", measure = "cumulative", when = "2023-04-15/2023-04-20" }

[source]
id = "june"
published = "2023-06-02"
[[claim]]
id = "tanks"
quote = "115 tanks destroyed since 15 April"
speaker = "rsf"
loss = { actor = "SD", item = "vehicles/tank", amount = "115 tank", measure = "cumulative", when = "2023-04-15/2023-06-01" }
```

## Assumptions
Officials and agencies of one government count as one origin. A total without a window counts up to the day that it was said,
else to the day that its source came out; where it begins is then unknown. A figure without a hedge may be rounded. A figure of another that a source tells without a
day, and that this other gave before, is an old one and no fall.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date

import attrs

from osintkp.checks._figures import LOOSENESS, ROUNDING, certainly_above, standing, worded
from osintkp.checks._series import undated
from osintkp.checks._wording import figure
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.origins import SAME_BODY
from osintkp.series import end_of, start_of, thing
from osintkp.units import Amount
from osintkp.units.amount import height, number_of
from osintkp.units.arithmetic import restated
from osintkp.units.comparing import at_most
from osintkp.vocabulary.scales import Answer, Measure, Severity, Verdict

CODE = "QTY104"


def running_total(claim: Claim) -> Hashable | None:
    """Return what a running total counts: topic, goods, places and mode; None for any other figure."""
    return thing(claim) if claim.record.of("measure") == Measure.CUMULATIVE else None


GROUPS = by_topic(running_total)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Total:
    """
    A running total.

    Attributes:
        claim: The claim.
        amount: Its figure.
        height: What orders it among others by the least that it allows.
        band: What it may stand for, in base units.
        start: Where its window begins; None where that is not said.
        first: The first day on which it may end.
        last: The last.
    """

    claim: Claim
    amount: Amount
    height: tuple[float, bool]
    band: tuple[float, float]
    start: When | None
    first: date
    last: date


def find(group: Group) -> Iterator[Finding]:
    """Give a finding for each total that is below an earlier one of its origin."""
    by_origin: dict[str, list[_Total]] = {}
    for claim in group.claims:
        origin = group.origin(claim)
        total = _total(group, claim) if origin.known else None
        if total is not None:
            by_origin.setdefault(origin.id, []).append(total)
    for name, totals in sorted(by_origin.items()):
        yield from _falls(name, totals)


def _total(group: Group, claim: Claim) -> _Total | None:
    end = end_of(claim) or group.as_of(claim)
    if claim.amount is None or end is None or end.earliest is None or end.latest is None:
        return None
    return _Total(
        claim=claim,
        amount=claim.amount,
        height=height(claim.amount),
        band=claim.amount.printed_band(),
        start=start_of(claim),
        first=end.earliest,
        last=end.latest,
    )


def _falls(origin: str, totals: list[_Total]) -> Iterator[Finding]:
    """Give the gravest finding of each total; every total meets only the highest earlier one of each beginning."""
    totals = _without_retold(totals)
    waiting = sorted(totals, key=lambda total: (total.last, total.claim.id), reverse=True)
    peaks: dict[str | None, _Total] = {}
    for later in sorted(totals, key=lambda total: (total.first, total.claim.id)):
        while waiting and waiting[-1].last < later.first:
            earlier = waiting.pop()
            key = None if earlier.start is None else earlier.start.edtf
            if key not in peaks or (peaks[key].height, earlier.claim.id) < (
                earlier.height,
                peaks[key].claim.id,
            ):
                peaks[key] = earlier
        higher = (peak for peak in peaks.values() if at_most(later.band[1], peak.band[0]))
        found = [_fall(origin, peak, later) for peak in higher if certainly_above(peak.amount, later.amount)]
        yield from sorted(found, key=lambda each: each.rank)[:1]


def _without_retold(totals: list[_Total]) -> list[_Total]:
    """Leave out a figure that a source tells without a day and that its origin gave before: it is old, and no fall."""
    given: dict[Hashable, date] = {}
    for each in totals:
        if not undated(each.claim):
            number = number_of(each.amount)
            given[number] = min(given.get(number, each.last), each.last)
    return [
        each
        for each in totals
        if not undated(each.claim) or given.get(number_of(each.amount), date.max) >= each.first
    ]


def _fall(origin: str, earlier: _Total, later: _Total) -> Finding:
    said = (
        f"{origin} gave {worded(earlier.amount)} up to {_up_to(earlier)} ({earlier.claim.id}) and "
        f"{worded(later.amount)} up to {_up_to(later)} ({later.claim.id})"
    )
    verdict, severity, why = _judged(earlier, later)
    return finding(
        verdict,
        f"{said}: {why}",
        (later.claim, earlier.claim),
        working=_working(earlier, later),
        assumptions=(SAME_BODY, ROUNDING, LOOSENESS),
        severity=severity,
    )


def _judged(earlier: _Total, later: _Total) -> tuple[Verdict, Severity, str]:
    first, second = earlier.start, later.start
    if first is None or second is None:
        blank = " and ".join(total.claim.id for total in (earlier, later) if total.start is None)
        why = f"{blank} does not say from when it counts; a conflict if both count from one day, a restart if the later begins later"
        return Verdict.UNDECIDED, Severity.WARNING, why
    begins_later = Answer.NO if first.edtf == second.edtf else first.before(second)
    if begins_later is Answer.YES:
        why = f"the count was restarted, it begins on {second} and no longer on {first}"
        return Verdict.DIFFERENT_WINDOW, Severity.INFO, why
    if begins_later is Answer.NO:
        return Verdict.CONFLICT, Severity.ERROR, f"a running total since {first} cannot become smaller"
    why = f"a conflict if both count from one day; {first} and {second} may be two days, and then the count was restarted"
    return Verdict.UNDECIDED, Severity.WARNING, why


def _up_to(total: _Total) -> str:
    return str(total.last) if total.first == total.last else f"{total.first} to {total.last}"


def _working(earlier: _Total, later: _Total) -> tuple[str, ...]:
    lines = (standing(earlier.claim, earlier.amount), standing(later.claim, later.amount))
    high, low = earlier.amount.best, restated(later.amount, earlier.amount.unit).best
    if high is None or low is None:
        return lines
    days = (later.last - earlier.last).days
    less = f"{figure(high)} - {figure(low)} = {figure(high - low)} {earlier.amount.unit} fewer"
    return (*lines, f"{less} in {days} days, from {earlier.last} to {later.last}")
