"""Denials that there is a treaty, held against those that stood."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from osintkp.checks._treaties import (
    KINDS,
    TREATIES,
    bodies,
    called,
    exact,
    kinds,
    of_parties,
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
from osintkp.vocabulary.scales import Answer, Severity, Stance, Verdict

SPOKEN = "a denial speaks of the day on which it was made"


def denials(group: Group) -> Iterator[Finding]:
    """Give one finding for each thing denied on one day, while another treaty of the parties stood."""
    denied: dict[Hashable, list[Claim]] = {}
    for claim in group.claims:
        record = treaty_of(claim)
        dated = record.signed or record.in_force or record.ended or record.ratified
        if claim.stance is Stance.DENIES and not dated and len(bodies(claim)) > 1:
            key = (exact(record.title or ""), record.obligations, str(group.as_of(claim)))
            denied.setdefault(key, []).append(claim)
    for claims in denied.values():
        day = group.as_of(claims[0])
        stood = (
            []
            if day is None
            else [each for each in of_parties(group, bodies(claims[0])) if _stood(each, day)]
        )
        if stood and day is not None:
            yield _denied(claims, stood, day)


def _stood(known: ReferenceTreaty, day: When) -> bool:
    told = term(known)
    return told.begun(day) is Answer.YES and told.over(day) is Answer.NO


def _denied(claims: list[Claim], stood: list[ReferenceTreaty], day: When) -> Finding:
    verdict, severity, why = _judged(claims[0], stood)
    title = treaty_of(claims[0]).title or "any treaty"
    told = listed(f"{called(each)}, in force {_span(each)}," for each in stood)
    who = (
        f"{listed(claim.id for claim in claims)} ({day}) {'denies' if len(claims) == 1 else 'deny'} {title!r}"
    )
    return finding(
        verdict,
        f"{who}, while {told} stood: {why}",
        tuple(claims),
        working=tuple(f"{day} lies in {_span(each)}: {each.treaty.title or each.id}" for each in stood),
        assumptions=(*(each.cited for each in stood), SPOKEN),
        severity=severity,
    )


def _judged(claim: Claim, stood: list[ReferenceTreaty]) -> tuple[Verdict, Severity, str]:
    """Return whether a denial is wrong about the treaties that stood, how grave that is, and why."""
    record = treaty_of(claim)
    title = record.title or ""
    same = [each for each in stood if words(title) and _covers(each, title)]
    if record.obligations or (words(title) and not same):
        why = "what is denied has a purpose or a name of its own and is not that treaty"
        return Verdict.DIFFERENT_SCOPE, Severity.INFO, why
    if same:
        sure = any(exact(title) == exact(each.treaty.title or "") and each.basis != "memory" for each in same)
        return (
            Verdict.CONFLICT,
            Severity.ERROR if sure else Severity.WARNING,
            "it is the very thing that is denied",
        )
    why = "wrong if any treaty is meant, right if only one on some matter is; missing: which treaties are meant?"
    wide = bool(kinds(title) & TREATIES) or not kinds(title) & KINDS
    return Verdict.UNDECIDED, Severity.WARNING if wide else Severity.INFO, why


def _span(known: ReferenceTreaty) -> str:
    return f"{known.treaty.in_force}/{known.treaty.ended or '..'}"


def _covers(known: ReferenceTreaty, title: str) -> bool:
    return any(words(title) <= words(each) for each in titles(known))
