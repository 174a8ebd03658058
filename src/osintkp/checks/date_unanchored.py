"""
A date names no year, or is relative to a day that nobody gives; what hangs on it is shown for each day that may be meant.

Such a date is one without a year ("since September", coded ``XXXX-09/..``), a running figure without a date whose words
have one ("since last month"), words that were counted from one day of the several on which the source may have come
out, or relative words without an anchor where nobody knows when that was. It is counted from the day on which the claim was said and from the first and last day on which its source may have
come out; where neither is known, from the years of other claims about the same parties. What is told as done lies in the past,
what is expected in the future, a promise may lie in either. For each outcome the other checks are run again, and where one
outcome alone is possible, what they find of it that they cannot find of the date as it stands is told.

## Why it matters
"Since September" read in the wrong year turns two reports that agree into a contradiction, or hides one. An analyst who
sees which findings hang on the missing day knows whether it is worth looking for.

## Found
```toml
[source]
id = "leaflet"
[[claim]]
id = "grain"
quote = "30,000 tonnes of grain in September"
shipment = { sender = "UA", recipient = "SO", item = "food/grain", amount = "30000 tonne", when = "XXXX-09" }

[source]
id = "register"
[[claim]]
id = "grain"
quote = "12,000 tonnes of grain in September 2022"
shipment = { sender = "UA", recipient = "SO", item = "food/grain", amount = "12000 tonne", when = "2022-09-01/2022-09-30" }
[[claim]]
id = "grain-2023"
quote = "29,500 tonnes of grain in September 2023"
shipment = { sender = "UA", recipient = "SO", item = "food/grain", amount = "29500 tonne", when = "2023-09-01/2023-09-30" }
```

## Not found
The text came out in March 2024, and nothing hangs on the day of the month.
```toml
[source]
id = "leaflet"
published = "2024-03"
[[claim]]
id = "grain"
quote = "30,000 tonnes of grain in September"
shipment = { sender = "UA", recipient = "SO", item = "food/grain", amount = "30000 tonne", when = "XXXX-09" }

[source]
id = "register"
[[claim]]
id = "grain"
quote = "12,000 tonnes of grain in September 2022"
shipment = { sender = "UA", recipient = "SO", item = "food/grain", amount = "12000 tonne", when = "2022-09-01/2022-09-30" }
```

## Assumptions
A month or day without a year is the nearest one before the day on which it was said or printed, or after it for what is
expected. Only claims that share a link, a topic or an actor are looked at again: two hundred, fewer where dates are loose on
many occasions; and only by the checks of this library.
"""

from __future__ import annotations

from collections.abc import Iterator

from osintkp.checks._anchoring import (
    Anchor,
    Loose,
    Scenario,
    anchors,
    dated,
    loose_dates,
    occasion,
    scenarios,
)
from osintkp.checks._nearby import Outcome, outcomes
from osintkp.checks._occasions import occasions
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, finding
from osintkp.vocabulary.scales import Severity, Verdict

CODE = "TIM104"
GRAVEST = Severity.WARNING
NAME = "date-unanchored"
MOST_SCENARIOS = 4
MOST_LINES = 20
NEAREST = (
    "a date without a year is the nearest one before the day that it is counted from; after it, if expected"
)


GROUPS = occasions


def find(group: Group) -> Iterator[Finding]:
    """Give the one finding about the loose dates of an occasion."""
    members = [claim for claim in group.claims if occasion(claim) == group.key]
    source = group.beyond.sources.get(members[0].source) if members else None
    loose = tuple(each for claim in members for each in loose_dates(claim, source))
    if not loose:
        return
    own = [Anchor(day=each.anchor, what="its anchor") for each in loose if each.anchor is not None]
    days = tuple(own[:1]) if len(own) == len(loose) else anchors(loose[0].claim, source, group.claims)
    possible = scenarios(loose, days)[:MOST_SCENARIOS]
    if len(possible) > 1:
        found = [
            outcomes(group.claims, dated(loose, each.dates), group.beyond, group.facts, NAME)
            for each in possible
        ]
        yield _open(loose, possible, found)
    elif possible:
        yield _settled(group, loose, possible[0])
    else:
        yield _lost(loose)


def _claims(loose: tuple[Loose, ...]) -> tuple[Claim, ...]:
    return tuple({each.claim.id: each.claim for each in loose}.values())


def _what(loose: tuple[Loose, ...]) -> str:
    return listed((f"{each.words} in {each.claim.id}" for each in loose), most=3)


def _needs(loose: tuple[Loose, ...]) -> str:
    return "needs a day to be counted from" if len(loose) == 1 else "need a day to be counted from"


def _lost(loose: tuple[Loose, ...]) -> Finding:
    source = loose[0].claim.source
    message = f"{_what(loose)} {_needs(loose)}, and nothing tells of one: missing: when {source} came out"
    return finding(Verdict.UNDECIDED, message, _claims(loose))


def _settled(group: Group, loose: tuple[Loose, ...], only: Scenario) -> Finding:
    """Return what dates are by the only day that they may be counted from, and what is found once they are."""
    counted = dated(loose, only.dates)
    as_coded = {each.claim.id: each.claim for each in loose}
    known, found = (
        outcomes(group.claims, claims, group.beyond, group.facts, NAME) for claims in (as_coded, counted)
    )
    grave = [each for each in _graded(found - known) if each[2] is not Severity.INFO]
    then = f", and there is {listed(map(_named, grave), most=3)}" if grave else ""
    return finding(
        Verdict.UNDECIDED,
        f"{_what(loose)} {_needs(loose)}: from {only.anchors[0]} it is {_dates(only)}{then}",
        _claims(loose),
        working=(
            *_counted(loose, only),
            *(f"then {_named(each)}, {each[2]}" for each in grave[:MOST_LINES]),
        ),
        assumptions=(NEAREST,),
        severity=Severity.WARNING if grave else Severity.INFO,
    )


def _counted(loose: tuple[Loose, ...], scenario: Scenario) -> tuple[str, ...]:
    """Return what each loose date is, line by line."""
    lines = [
        f"{each.claim.id}: {each.words} is {edtf or 'not to be counted'}"
        for each, edtf in zip(loose, scenario.dates, strict=True)
    ]
    return (f"counted from {listed(map(str, scenario.anchors))}:", *lines[:MOST_LINES])


def _open(
    loose: tuple[Loose, ...], possible: tuple[Scenario, ...], found: list[frozenset[Outcome]]
) -> Finding:
    """Return what hangs on the missing day."""
    always = frozenset.intersection(*found)
    flips = [_graded(each - always) for each in found]
    grave = any(severity is not Severity.INFO for each in flips for _, _, severity, _ in each)
    told = "; ".join(
        f"{scenario.way} {scenario.anchors[0]} it is {_dates(scenario)}, and {_outcome(flip)}"
        for scenario, flip in zip(possible, flips, strict=True)
    )
    lines = [
        line
        for scenario, flip in zip(possible, flips, strict=True)
        for line in (
            *_counted(loose, scenario),
            *(f"then {_named(each)}, {each[2]}" for each in flip[:MOST_LINES]),
        )
    ]
    return finding(
        Verdict.UNDECIDED,
        f"{_what(loose)} {_needs(loose)}: {told}; missing: {_missing(loose, possible)}",
        _claims(loose),
        working=tuple(lines),
        assumptions=(NEAREST,),
        severity=Severity.WARNING if grave else Severity.INFO,
    )


def _graded(flip: frozenset[Outcome]) -> list[Outcome]:
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    return sorted(flip, key=lambda each: (ranks[each[2]], each[0], each[3], each[1]))


def _dates(scenario: Scenario) -> str:
    return listed((edtf for edtf in dict.fromkeys(scenario.dates) if edtf is not None), most=3)


def _outcome(flip: list[Outcome]) -> str:
    grave = [each for each in flip if each[2] is not Severity.INFO]
    if not grave:
        return "no finding hangs on it" if not flip else f"only notes hang on it, like {_named(flip[0])}"
    return f"there is {listed(map(_named, grave), most=3)}"


def _named(outcome: Outcome) -> str:
    name, verdict, _, claims = outcome
    return f"{name} ({verdict.replace('_', ' ')}) on {listed(claims, most=3)}"


def _missing(loose: tuple[Loose, ...], possible: tuple[Scenario, ...]) -> str:
    source = loose[0].claim.source
    if possible[0].way != "from" and len({each.anchors for each in possible}) == 1:
        return "whether what was promised was still to come"
    if possible[0].anchors[0].years:
        return f"when {source} came out"
    return f"the day from which {source} counts"
