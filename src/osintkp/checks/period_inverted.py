"""
The dates of one claim contradict each other: an end before its beginning, a revision before what it revises.

Looked at are the dates of a treaty (signing, ratification, entry into force, end) and of a limit; a claim that revises or
repeats another and spoke before it; and a date whose words were resolved against a day after the source came out.
Where the dates are too coarse to decide, it is silent.

A period that ends before it begins never gets this far: the load refuses it as ``date-order`` ("the end of the period
comes before its start"), with the period the other way round as the fix; a lenient load lists it and keeps the rest.

## Why it matters
Swapped and mistyped dates are read as facts by whatever asks whether a treaty was in force, which of two figures is the
newer one, or in which year "last September" was.

## Found
```toml
[source]
id = "gazette"
[[claim]]
id = "accord"
quote = "signed on 27 November and in force until 2018"
treaty = { title = "maritime accord", parties = ["TR", "LY"], signed = "2019-11-27", in_force = "2019-12-08", ended = "2018-12-31" }
```

## Not found
The treaty was applied before one side had ratified it, which happens, and the later source repeats the earlier one.
```toml
[source]
id = "gazette"
published = "2020-01"
[[claim]]
id = "accord"
quote = "signed on 27 November, applied at once"
[claim.treaty]
title = "maritime accord"
parties = ["TR", "LY"]
signed = "2019-11-27"
ratified = { TR = "2019-12-05", LY = "2020-01-05" }
in_force = "2019-12-08"

[source]
id = "blog"
published = "2020-02"
[[claim]]
id = "accord"
quote = "the accord of November"
treaty = { title = "maritime accord", parties = ["TR", "LY"], signed = "2019-11" }
links = [{ kind = "repeats", claim = "gazette/accord" }]
```

## Assumptions
One moment can bear two dates in two time zones: days that lie one apart are told as ``info`` alone. A treaty that was in
force before it was signed is a warning, since it may give itself effect from an earlier day; one that was in force before
all had ratified it is ``info``, since it may have been applied provisionally or ask for fewer ratifications.

## References
Vienna Convention on the Law of Treaties (1969), articles 24 (entry into force), 25 (provisional application) and 28
(effect on earlier acts), from memory.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from osintkp.checks._dated import NEAR, ZONES, ahead, ahead_everywhere, inference, record_dates, tellings
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.evidence import Source
from osintkp.findings import Finding
from osintkp.group import Group, finding, one_by_one
from osintkp.vocabulary.scales import LinkKind, Severity, Verdict

CODE = "TIM103"
RETROACTIVE = "a treaty can give itself effect from an earlier day (Vienna Convention on the Law of Treaties, 1969, articles 24 and 28; from memory)"
PROVISIONAL = "a treaty can be applied before it is ratified (Vienna Convention on the Law of Treaties, 1969, article 25; from memory)"
RESOLVED = "an anchor is the day that relative words were resolved against"

_ORDER = (
    ("signed", "ratified", Severity.ERROR, "a treaty is signed before it is ratified"),
    ("signed", "in_force", Severity.WARNING, "a treaty is signed before it binds, unless it says otherwise"),
    ("signed", "ended", Severity.ERROR, "a treaty is signed before it ends"),
    ("ratified", "ended", Severity.ERROR, "a treaty is ratified before it ends"),
    ("in_force", "ended", Severity.ERROR, "a treaty binds before it ends"),
    ("since", "until", Severity.ERROR, "what holds begins before it ends"),
    ("since", "ended", Severity.ERROR, "what holds begins before it ends"),
    ("ratified", "in_force", Severity.INFO, "it was applied before all had ratified it, or asks for fewer"),
)
_SAYS = {
    LinkKind.REVISES: ("revises", "a revision comes after what it revises"),
    LinkKind.REPEATS: ("repeats", "a repetition comes after what it repeats"),
}
_LAW = {_ORDER[1][3]: RETROACTIVE, _ORDER[-1][3]: PROVISIONAL}


def _concerned(claim: Claim) -> bool:
    if claim.links and any(link.kind in _SAYS for link in claim.links):
        return True
    several = len(list(record_dates(claim.record))) > 1
    return several or any(when.anchor is not None for when in _dates(claim))


GROUPS = one_by_one(_concerned)


def find(group: Group) -> Iterator[Finding]:
    """Give what contradicts itself among the dates of one claim, and between it and those that it links to."""
    for claim in group.claims:
        yield from _disorder(claim)
        yield from _answers(group, claim)
        yield from _anchored(claim, group.beyond.sources.get(claim.source))


def _dates(claim: Claim) -> Iterator[When]:
    yield from (when for _, _, when in record_dates(claim.record))
    yield from (when for _, when in tellings(claim))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Wrong:
    """Two dates of a record that stand in the wrong order, and why it is wrong."""

    severity: Severity
    what: str
    why: str


def _disorder(claim: Claim) -> Iterator[Finding]:
    """Give one finding for the dates of a record that stand in the wrong order, the gravest told first."""
    dates = list(record_dates(claim.record))
    wrong = [
        _wrong(severity, f"{words} ({late}) lies before {other} ({early})", why, (late, early))
        for first, second, severity, why in _ORDER
        for one, other, early in dates
        if one == first
        for two, words, late in dates
        if two == second and ahead(late, early)
    ]
    if not wrong:
        return
    worst = min(wrong, key=lambda each: each.severity.rank)
    known = {each.why for each in wrong}
    yield finding(
        Verdict.UNDECIDED if worst.severity is Severity.INFO else Verdict.CONFLICT,
        f"in {claim.id}, {worst.what}: {worst.why}",
        (claim,),
        working=tuple(each.what for each in wrong),
        assumptions=(ZONES, *(law for why, law in _LAW.items() if why in known)),
        severity=worst.severity,
    )


def _wrong(severity: Severity, what: str, why: str, days: tuple[When, When]) -> _Wrong:
    near = not ahead_everywhere(*days)
    return _Wrong(severity=Severity.INFO if near else severity, what=what, why=NEAR if near else why)


def _graded(severity: Severity, earlier: When, later: When) -> Severity:
    return severity if ahead_everywhere(earlier, later) else Severity.INFO


def _answers(group: Group, claim: Claim) -> Iterator[Finding]:
    """Give a finding for each claim that this one revises or repeats, and certainly spoke before."""
    source = group.beyond.sources.get(claim.source)
    for kind, (says, why) in _SAYS.items():
        for name in dict.fromkeys(claim.linked(kind)):
            other = group.beyond.get(name)
            found = None if other is None or other is claim else _too_early(claim, source, other)
            if found is None or other is None:
                continue
            mine, told, inferred = found
            severity = _graded(Severity.WARNING if inferred else Severity.ERROR, mine[1], told[1])
            yield finding(
                Verdict.UNDECIDED if severity is Severity.INFO else Verdict.CONFLICT,
                f"{claim.id} {says} {other.id}, yet {mine[0]} ({mine[1]}) before {told[0]} ({told[1]}): "
                f"{NEAR if severity is Severity.INFO else why}",
                (claim, other),
                working=(f"{ahead(mine[1], told[1]):,} days from {mine[1]} to {told[1]}",),
                assumptions=(ZONES, *inferred),
                severity=severity,
            )


_Told = tuple[str, When]


def _too_early(
    claim: Claim, source: Source | None, other: Claim
) -> tuple[_Told, _Told, tuple[str, ...]] | None:
    """Return the nearest two days of two claims of which every one of the first lies before every one of the second."""
    mine, theirs = list(tellings(claim)), list(tellings(other))
    inferred: tuple[str, ...] = ()
    if not mine and source is not None and source.published is not None:
        mine, inferred = [(f"{source.id} came out", source.published)], inference(source)
    pairs = [(ahead(early, late), one, two) for one, early in mine for two, late in theirs]
    if not pairs or not all(days for days, _, _ in pairs):
        return None
    nearest = min(range(len(pairs)), key=lambda number: pairs[number][0])
    return mine[nearest // len(theirs)], theirs[nearest % len(theirs)], inferred


def _anchored(claim: Claim, source: Source | None) -> Iterator[Finding]:
    """Give one finding for the dates whose words were resolved against a day after the source came out."""
    published = None if source is None else source.published
    if source is None or published is None:
        return
    late = [
        f"{'' if when.words is None else repr(when.words) + ' '}{when} against {when.anchor}"
        for when in _dates(claim)
        if when.anchor is not None and ahead_everywhere(published, When.point(when.anchor))
    ]
    if late:
        yield finding(
            Verdict.CONFLICT,
            f"{claim.id} resolves {listed(late, most=3)}, after {source.id} came out ({published}): "
            "its words cannot be relative to a day that had not come",
            (claim,),
            working=tuple(late),
            assumptions=(RESOLVED, ZONES, *inference(source)),
            severity=Severity.WARNING,
        )
