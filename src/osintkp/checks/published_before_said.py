"""
A source came out before what it quotes was said, or one step of its way lies before the step that it rests on.

Four pairs of days are held against each other: publication against the days on which its claims were said or passed on;
retrieval against publication; publication against that of the source that it rewrites; and each step of an attribution
chain, which has its origin first, against the steps before it. Where the dates are too coarse to decide, it is silent.

## Why it matters
What cannot have been known cannot be quoted. Such a pair of dates is a mistyped year, the date of another version of the
page, or a chain told in the wrong order, which makes the repeater the origin.

## Found
```toml
[source]
id = "daily"
published = "2022-11-02"
[[claim]]
id = "truce"
quote = "the two sides agreed to silence the guns"
speaker = "african-union"
said = "2022-11-20"
statement = { about = ["ET"], text = "A truce was agreed" }
```

## Not found
The day in the capital is one ahead of the day in the newsroom, and the text came out in the month of the speech.
```toml
[source]
id = "daily"
published = "2022-11-19"
[[claim]]
id = "truce"
quote = "the two sides agreed to silence the guns"
speaker = "african-union"
said = "2022-11-20"
statement = { about = ["ET"], text = "A truce was agreed" }

[source]
id = "monthly"
published = "2022-11"
[[claim]]
id = "truce"
quote = "the two sides agreed to silence the guns"
speaker = "african-union"
said = "2022-11-20"
statement = { about = ["ET"], text = "A truce was agreed" }
```

## Assumptions
A speech was not printed before it was held. A text was not changed after the day on which it came out. One moment can bear
two dates in two time zones: days that lie one apart are told as ``info`` alone. A source whose date of publication was
inferred is never an error, since the inference may be at fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from osintkp.checks._dated import NEAR, ZONES, ahead, ahead_everywhere, inference, tellings
from osintkp.checks._topics import BY_SOURCE
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.evidence import Source
from osintkp.findings import Finding
from osintkp.group import Group, finding
from osintkp.vocabulary.scales import Severity, Verdict

CODE = "TIM102"
UNCHANGED = "the text was not changed after the day on which it came out"
ORIGIN_FIRST = "an attribution chain is written from its origin to the source"
MOST_LINES = 20

GROUPS = BY_SOURCE


def find(group: Group) -> Iterator[Finding]:
    """Give the findings about one source and the chains of its claims."""
    source = group.beyond.sources.get(str(group.key))
    if source is not None:
        yield from _quoted_too_early(group, source)
        yield from _retrieved_too_early(group, source)
        yield from _rewritten_too_early(group, source)
    for claim in group.claims:
        yield from _chain(claim)


def _quoted_too_early(group: Group, source: Source) -> Iterator[Finding]:
    """Give one finding of each severity for what was told after the source came out, or was collected."""
    name, known = ("came out", source.published) if source.published else ("was collected", source.retrieved)
    if known is None:
        return
    found: dict[Severity, list[tuple[Claim, str]]] = {}
    for claim in group.claims:
        late = [(words, told) for words, told in tellings(claim) if ahead(known, told)]
        if late:
            words, told = max(late, key=lambda each: ahead(known, each[1]))
            severity = _severity(source if source.published else None, known, told)
            found.setdefault(severity, []).append((claim, f"{words} ({told})"))
    for severity, members in found.items():
        why = NEAR if severity is Severity.INFO else "a source cannot quote what was not said yet"
        yield _finding(
            severity,
            f"{source.id} {name} ({known}) before {listed((words for _, words in members), most=3)}: {why}",
            tuple(claim for claim, _ in members),
            working=tuple(f"{source.id} {name} ({known}); {words}" for _, words in members[:MOST_LINES]),
            assumptions=(UNCHANGED, ZONES, *inference(source)),
        )


def _retrieved_too_early(group: Group, source: Source) -> Iterator[Finding]:
    if source.retrieved is None or source.published is None or not ahead(source.retrieved, source.published):
        return
    severity = _severity(source, source.retrieved, source.published)
    why = NEAR if severity is Severity.INFO else "it cannot be collected before it is there"
    yield _finding(
        severity,
        f"{source.id} was collected ({source.retrieved}) before it came out ({source.published}): {why}",
        group.claims,
        working=(
            f"{_days(source.retrieved, source.published)} from {source.retrieved} to {source.published}",
        ),
        assumptions=(ZONES, *inference(source)),
    )


def _rewritten_too_early(group: Group, source: Source) -> Iterator[Finding]:
    """Give the finding that a source came out before the one that it rewrites."""
    sources = group.beyond.lineage.sources
    model = None if source.derived_from is None else sources.get(source.derived_from)
    if model is None or model.published is None or source.published is None:
        return
    if not ahead(source.published, model.published):
        return
    severity = _severity(source, source.published, model.published)
    if severity is Severity.ERROR and model.published_basis is not None:
        severity = Severity.WARNING
    why = NEAR if severity is Severity.INFO else "the one that it rewrites has to come first"
    yield _finding(
        severity,
        f"{source.id} came out ({source.published}) before {model.id} ({model.published}), which it rewrites: {why}",
        group.claims,
        working=(f"{_days(source.published, model.published)} from {source.published} to {model.published}",),
        assumptions=(UNCHANGED, ZONES, *inference(source), *inference(model)),
    )


def _chain(claim: Claim) -> Iterator[Finding]:
    """Give the finding that a step of a chain lies before one that it rests on: the widest of them."""
    steps = _steps(claim)
    wrong = [(first, second) for first, second in zip(_latest_so_far(steps), steps[1:], strict=False)
             if ahead(second[1], first[1])]  # fmt: skip
    if not wrong:
        return
    (origin, later), (actor, earlier) = max(wrong, key=lambda pair: ahead(pair[1][1], pair[0][1]))
    severity = _severity(None, earlier, later)
    why = NEAR if severity is Severity.INFO else "the steps stand in the wrong order, or a date is wrong"
    yield _finding(
        severity,
        f"in the chain of {claim.id}, {actor} passed it on ({earlier}) before {origin} did ({later}), from whom it came: {why}",
        (claim,),
        working=(" > ".join(f"{name} ({when})" for name, when in steps),),
        assumptions=(ORIGIN_FIRST, ZONES),
    )


def _steps(claim: Claim) -> list[tuple[str, When]]:
    """Return the dated steps of a chain; the speaker's is dated by when the claim was said, where the step is not."""
    steps: list[tuple[str, When]] = []
    said = claim.said
    for link in claim.attribution:
        when = link.when
        if when is None and said is not None and link.basis is None:
            when, said = said, None
        if link.basis is None:
            said = None
        if when is not None:
            steps.append((link.actor, when))
    return steps


def _latest_so_far(steps: list[tuple[str, When]]) -> Iterator[tuple[str, When]]:
    """Give, for each step, the one up to it that lies furthest on."""
    latest: tuple[str, When] | None = None
    for step in steps:
        if latest is None or ahead(latest[1], step[1]):
            latest = step
        yield latest


def _severity(dated: Source | None, earlier: When, later: When) -> Severity:
    if not ahead_everywhere(earlier, later):
        return Severity.INFO
    inferred = dated is not None and dated.published_basis is not None
    return Severity.WARNING if inferred else Severity.ERROR


def _days(earlier: When, later: When) -> str:
    days = ahead(earlier, later)
    return f"{days:,} day{'' if days == 1 else 's'}"


def _finding(
    severity: Severity, message: str, claims: tuple[Claim, ...], *, working: tuple[str, ...], assumptions: tuple[str, ...]
) -> Finding:  # fmt: skip
    verdict = Verdict.UNDECIDED if severity is Severity.INFO else Verdict.CONFLICT
    return finding(verdict, message, claims, working=working, assumptions=assumptions, severity=severity)
