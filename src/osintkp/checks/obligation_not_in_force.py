"""
A treaty is spoken of as binding before it was in force, or after it had ended.

A claim that says what a treaty obliges its parties to is held against the day on which the treaty came into force and
the day on which it ended. The days are those of the reference data, found by the parties, the title and the day of signing;
for a treaty that these lack they are those that other claims about the same treaty give.

## Why it matters
Between the signing of a treaty and its entry into force lie weeks or years in which it obliges nobody to its terms. "The pact
obliges them to help each other" is a reason for what happened in that time only if somebody applied it early.

## Found
The partnership of Russia and Iran, called binding in July 2025, came into force on 2 October.
```toml
[source]
id = "daily"
published = "2025-07-18"
[[claim]]
id = "pact"
quote = "is bound to deepen military cooperation"
treaty = { title = "comprehensive strategic partnership treaty", parties = ["IR", "RU"], signed = "2025-01-17", obligations = ["deeper military cooperation"] }
```

## Not found
The same words four months later; and in January the obligation was only foreseen.
```toml
[source]
id = "daily"
published = "2025-11-18"
[[claim]]
id = "pact"
quote = "is bound to deepen military cooperation"
treaty = { title = "comprehensive strategic partnership treaty", parties = ["IR", "RU"], signed = "2025-01-17", obligations = ["deeper military cooperation"] }

[source]
id = "eve"
published = "2025-01-20"
[[claim]]
id = "pact"
quote = "will oblige both once it is ratified"
modality = "predicted"
treaty = { title = "comprehensive strategic partnership treaty", parties = ["IR", "RU"], signed = "2025-01-17", obligations = ["deeper military cooperation"] }
```

## Assumptions
A claim speaks of the day on which it was said, or else on which its source came out. No treaty is applied provisionally.
A treaty that no reference data and no claim has dates for, beyond its signing, is told as ``info``.

## References
Vienna Convention on the Law of Treaties (1969), articles 18, 24 and 25, from memory; ``data/treaties.json``, each treaty with
its citation.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from osintkp.checks._dated import ahead, ahead_everywhere, inference
from osintkp.checks._topics import BY_TREATY
from osintkp.checks._treaties import (
    Term,
    apart,
    asserted,
    bodies,
    meant,
    term,
    titles,
    treaty_of,
    words,
)
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.facts import ReferenceTreaty
from osintkp.findings import Finding
from osintkp.group import Group, finding
from osintkp.vocabulary.scales import Answer, Severity, Verdict

CODE = "LAW103"
GROUPS = BY_TREATY
PROVISIONAL = "it was not applied provisionally (Vienna Convention on the Law of Treaties, 1969, article 25; from memory)"
MOST_LINES = 20


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Spoken:
    """A claim that speaks of a treaty as binding, the day it speaks of, and the terms that the treaty may have."""

    claim: Claim
    day: When
    term: Term
    others: int = 0


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for each treaty, and each way in which it did not bind when claims spoke of it as binding."""
    found: dict[tuple[str, str], list[_Spoken]] = {}
    dated = _dated_claims(group)
    for claim in group.claims:
        if asserted(claim) and treaty_of(claim).obligations:
            spoken = _spoken(group, claim, dated)
            way = "" if spoken is None else _way(spoken)
            if spoken is not None and way:
                found.setdefault((spoken.term.name, way), []).append(spoken)
    for (_, way), mine in found.items():
        yield _finding(group, way, mine)


_Dated = dict[frozenset[str], list[Claim]]


def _dated_claims(group: Group) -> _Dated:
    """Return the claims that say when a treaty began or ceased to bind, by the words of its title; each telling once."""
    found: dict[frozenset[str], dict[tuple[str, str, str], Claim]] = {}
    for claim in group.claims:
        record = treaty_of(claim)
        if asserted(claim) and (record.in_force or record.ended):
            dates = (str(record.signed), str(record.in_force), str(record.ended))
            found.setdefault(words(record.title or ""), {}).setdefault(dates, claim)
    return {title: list(tellings.values()) for title, tellings in found.items()}


def _spoken(group: Group, claim: Claim, dated: _Dated) -> _Spoken | None:
    """Return a claim with the term in which the treaty comes nearest to binding; None where nobody knows its day."""
    day, known = group.as_of(claim), meant(group, claim)
    if day is None:
        return None
    terms = [term(each) for each in known] or [_told(claim, dated)]
    best = min(terms, key=lambda each: (_rank(each, day), each.name))
    return _Spoken(claim=claim, day=day, term=best, others=len(terms) - 1)


def _rank(each: Term, day: When) -> int:
    return ("", "maybe", "unknown", "never", "ended", "early").index(_at(each, day))


def _way(spoken: _Spoken) -> str:
    return _at(spoken.term, spoken.day)


def _at(each: Term, day: When) -> str:
    """Return in what way a treaty did not bind on a day; empty where it did."""
    if each.ended is not None and each.over(day) is Answer.YES:
        return "ended" if ahead_everywhere(each.ended, day) else "maybe"
    if each.in_force is None:
        if each.ended is not None or each.signed is None:
            return ""
        return "unknown" if each.claims else "never"
    if each.begun(day) is Answer.NO:
        return "early" if ahead_everywhere(day, each.in_force) else "maybe"
    undecided = Answer.UNDECIDED in (each.begun(day), each.over(day))
    return "maybe" if undecided and day.latest is not None else ""


def _told(claim: Claim, dated: _Dated) -> Term:
    """Return the term that the claims about the same treaty give, where no reference data have it."""
    record = treaty_of(claim)
    same = [each for each in _alike(claim, dated) if not apart(record.signed, treaty_of(each).signed)]
    starts = [(when, each) for each in same if (when := treaty_of(each).in_force) is not None]
    ends = [(when, each) for each in same if (when := treaty_of(each).ended) is not None]
    start = min(starts, key=lambda pair: (str(pair[0]), pair[1].id), default=None)
    end = max(ends, key=lambda pair: (str(pair[0]), pair[1].id), default=None)
    givers = tuple({pair[1].id: pair[1] for pair in (start, end) if pair is not None}.values()) or (claim,)
    return Term(
        name=f"the {record.title or 'treaty'} ({', '.join(sorted(bodies(claim))) or 'parties not named'})",
        signed=record.signed,
        in_force=None if start is None else start[0],
        ended=None if end is None else end[0],
        basis=f"its dates are as {listed(each.id for each in givers)} states them: no reference data has them",
        claims=givers,
    )


def _alike(claim: Claim, dated: _Dated) -> list[Claim]:
    """Return the dated claims under the title of a claim, and, where the day of signing tells, those without any."""
    title = words(treaty_of(claim).title or "")
    bare = dated.get(frozenset(), []) if title and treaty_of(claim).signed is not None else []
    return [*dated.get(title, []), *(each for each in bare if treaty_of(each).signed is not None)]


def _finding(group: Group, way: str, mine: list[_Spoken]) -> Finding:
    lead, claims = mine[0], tuple(each.claim for each in mine)
    days = dict.fromkeys(str(each.day) for each in mine)
    what = f"{listed(claim.id for claim in claims)} {'speaks' if len(claims) == 1 else 'speak'} of {lead.term.name} as binding on {listed(days)}"
    assumed = {lead.term.basis: None, **{line: None for each in mine for line in _assumed(group, each)}}
    inferred = any(_inferred(group, each) for each in mine)
    sure = way in ("early", "ended")
    verdict = Verdict.CONFLICT if sure else Verdict.UNDECIDED
    severity = (
        Severity.WARNING
        if way == "never" or (sure and inferred)
        else Severity.ERROR
        if sure
        else Severity.INFO
    )
    return finding(
        verdict,
        f"{what}: {_why(way, lead)}",
        tuple({claim.id: claim for claim in (*claims, *lead.term.claims)}.values()),
        working=tuple([line for each in mine for line in _working(each)][:MOST_LINES]),
        assumptions=tuple(assumed),
        severity=severity,
    )


def _why(way: str, lead: _Spoken) -> str:
    told, day = lead.term, lead.day
    signed = f"signed {told.signed}, " if told.signed is not None else ""
    if way == "early" and told.in_force is not None:
        return f"{signed}it came into force only on {told.in_force}, {ahead(day, told.in_force):,} days later"
    if way == "ended" and told.ended is not None:
        return f"it had ended on {told.ended}, {ahead(told.ended, day):,} days before"
    if way == "never":
        return f"{signed}no entry into force is known; it binds if it has come into force since, not if it was only signed"
    if way == "unknown":
        return f"{signed}nobody says when it came into force; it binds if it has, not if it was only signed"
    span = f"{told.in_force or '..'}/{told.ended or '..'}"
    return f"it was in force {span}, and the days are too close or too coarse to tell whether it bound"


def _working(each: _Spoken) -> Iterator[str]:
    told = each.term
    steps = [("signed", told.signed), *((f"ratified by {party}", day) for party, day in told.ratified)]
    steps += [("in force", told.in_force), ("ended", told.ended)]
    dated = ", ".join(f"{step} {day}" for step, day in steps if day is not None)
    yield f"{each.claim.id}: binding on {each.day}; {dated or 'no date known'}"


def _inferred(group: Group, each: _Spoken) -> tuple[str, ...]:
    source = group.beyond.sources.get(each.claim.source)
    own = source is not None and source.published == each.day and each.claim.said is None
    return inference(source) if own and source is not None else ()


def _assumed(group: Group, each: _Spoken) -> Iterator[str]:
    known = meant(group, each.claim)
    title = treaty_of(each.claim).title
    if known and not any(_is(title, one) for one in known):
        yield (
            f"{each.claim.id} means {each.term.name} by {title!r}"
            if title
            else f"{each.claim.id} means {each.term.name}"
        )
    if each.others:
        yield f"of {each.others + 1} treaties that {each.claim.id} may mean, none bound on that day"
    yield PROVISIONAL
    yield from _inferred(group, each)


def _is(title: str | None, known: ReferenceTreaty) -> bool:
    return title is not None and title == titles(known)[0]
