"""
What is said of a treaty's status does not fit: its dates, its parties, its name, or the denial that there is any.

A claim is matched with the treaty that it means in the reference data, by parties, title and day of signing, and each of
its dates is held against the known one; for treaties that these lack, claims are held against each other. A denial that
any treaty exists is held against those that stood on that day; a denial of one agreement with a purpose of its own is not
contradicted by another treaty, and the finding says so. Names that drop a word of the title are listed, since the dropped
word may be what tells the treaty from an older one.

## Why it matters
"No treaty binds them" is written of states that an old friendship treaty has bound for decades, and a treaty is
"in force since June" in one report and since December in the next. Each is a question of a date that is on record.

## Found
The peace treaty of Israel and Jordan is of October 1994.
```toml
[source]
id = "reader"
published = "2015"
[[claim]]
id = "peace"
quote = "at peace since the treaty came into force in 1996"
treaty = { title = "Israel-Jordan peace treaty", parties = ["IL", "JO"], signed = "1994", in_force = "1996" }
```

## Not found
November 1994 it is; and that the two have no agreement on one river does not deny the peace.
```toml
[source]
id = "reader"
published = "2015"
[[claim]]
id = "peace"
quote = "the treaty, in force since November 1994"
treaty = { title = "Israel-Jordan peace treaty", parties = ["IL", "JO"], signed = "1994-10", in_force = "1994-11" }
[[claim]]
id = "river"
quote = "there is no agreement on the dam"
stance = "denies"
treaty = { title = "agreement on the dam", parties = ["IL", "JO"], obligations = ["water from the dam"] }
```

## Assumptions
Dates one day apart may be one day in two time zones. A ratification has several steps, votes and signatures, which reports
date differently: up to three months are ``info``. A treaty open to many states has other dates for each: only an entry into
force before its own is a fault. A denial speaks of the day on which it was made. What rests on memory is a warning at most.

## References
``data/treaties.json``, each treaty with its citation.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import attrs

from osintkp.checks._dated import ZONES, ahead
from osintkp.checks._topics import BY_TREATY
from osintkp.checks._treaties import (
    apart,
    asserted,
    bodies,
    called,
    meant,
    surely_apart,
    treaty_of,
    words,
)
from osintkp.checks._treaty_denials import denials
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.facts import ReferenceTreaty
from osintkp.findings import Finding
from osintkp.group import Group, finding
from osintkp.records.treaty import Treaty
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Answer, Severity, Verdict

CODE = "LAW104"
GROUPS = BY_TREATY
STEPS = 92
FIELDS = {"signed": "signed", "in_force": "in force from", "ended": "ended"}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Dated:
    """A date that claims give to a treaty: of which step, and what the known date is."""

    step: str
    said: When
    known: When


def find(group: Group) -> Iterator[Finding]:
    """Give what does not fit in what is said of the treaties of one set of parties."""
    spoken = [claim for claim in group.claims if asserted(claim)]
    found = {claim.id: known for claim in spoken if (known := _sole(group, claim)) is not None}
    yield from _against_reference(spoken, found)
    yield from _against_each_other([claim for claim in spoken if claim.id not in found])
    yield from denials(group)
    yield from _names(spoken, found)
    yield from _ended_parties(group, spoken)


def _sole(group: Group, claim: Claim) -> ReferenceTreaty | None:
    known = meant(group, claim)
    return known[0] if len(known) == 1 else None


def _against_reference(spoken: list[Claim], found: dict[str, ReferenceTreaty]) -> Iterator[Finding]:
    """Give one finding for each treaty, step and date that is off the known one."""
    wrong: dict[Hashable, tuple[_Dated, ReferenceTreaty, list[Claim]]] = {}
    for claim in spoken:
        known = found.get(claim.id)
        if known is not None:
            for dated in _off(treaty_of(claim), known):
                key = (known.id, dated.step, str(dated.said))
                wrong.setdefault(key, (dated, known, []))[2].append(claim)
    for dated, treaty, claims in wrong.values():
        yield _wrong_date(dated, treaty, claims)


def _off(record: Treaty, known: ReferenceTreaty) -> Iterator[_Dated]:
    """Give the dates of a record that certainly are not the known ones."""
    for field, step in FIELDS.items():
        said, true = getattr(record, field), getattr(known.treaty, field)
        many = not known.treaty.parties and (field != "in_force" or said is None or not _early(said, true))
        if said is not None and true is not None and apart(said, true) and not many:
            yield _Dated(step=step, said=said, known=true)
    for party in sorted(record.ratified):
        there = known.treaty.ratified.get(actors.root(party))
        if there is not None and apart(record.ratified[party], there):
            yield _Dated(step=f"ratified by {party}", said=record.ratified[party], known=there)


def _early(said: When, true: When | None) -> bool:
    return true is not None and said.before(true) is Answer.YES


def _wrong_date(dated: _Dated, known: ReferenceTreaty, claims: list[Claim]) -> Finding:
    days, near = apart(dated.said, dated.known), not surely_apart(dated.said, dated.known)
    steps = dated.step.startswith("ratified") and days <= STEPS
    severity = (
        Severity.INFO if near or steps else Severity.WARNING if known.basis == "memory" else Severity.ERROR
    )
    why = (
        "a time zone may be behind it"
        if near
        else "two steps of one ratification may be meant"
        if steps
        else ""
    )
    ids = listed(claim.id for claim in claims)
    message = (
        f"{ids} {'has' if len(claims) == 1 else 'have'} {called(known)} {dated.step} {dated.said}: it was "
        f"{dated.step} {dated.known}, {days:,} day{'' if days == 1 else 's'} {'later' if _early(dated.said, dated.known) else 'before'}"
    )
    return finding(
        Verdict.UNDECIDED if why else Verdict.CONFLICT,
        f"{message}; {why}" if why else message,
        tuple(claims),
        working=(f"{dated.step}: {dated.said} said, {dated.known} known, {days:,} apart",),
        assumptions=(known.cited, ZONES),
        severity=severity,
    )


def _against_each_other(spoken: list[Claim]) -> Iterator[Finding]:
    """Give one finding for each treaty that the reference data lack and each step that claims date differently."""
    by: dict[Hashable, list[Claim]] = {}
    for claim in spoken:
        title = treaty_of(claim).title
        if title and words(title):
            by.setdefault(words(title), []).append(claim)
    for claims in by.values():
        for field, step in FIELDS.items():
            yield from _two_dates(claims, field, step)


def _two_dates(claims: list[Claim], field: str, step: str) -> Iterator[Finding]:
    dated = [(claim, when) for claim in claims if (when := getattr(treaty_of(claim), field)) is not None]
    first = min(
        (pair for pair in dated if pair[1].latest),
        key=lambda pair: (pair[1].latest, pair[0].id),
        default=None,
    )
    last = max(
        (pair for pair in dated if pair[1].earliest),
        key=lambda pair: (pair[1].earliest, pair[0].id),
        default=None,
    )
    if first is None or last is None or not (days := ahead(first[1], last[1])):
        return
    one, other = treaty_of(first[0]), treaty_of(last[0])
    signings = apart(one.signed, other.signed)
    if field != "signed" and signings:
        return
    same = field != "signed" and one.signed is not None and other.signed is not None
    near = not surely_apart(first[1], last[1])
    severity = (
        Severity.ERROR if same else Severity.WARNING if days <= STEPS or field != "signed" else Severity.INFO
    )
    why = (
        "one day in two time zones, or a date is wrong" if near
        else "both cannot hold" if same
        else "a conflict if both mean one treaty, two treaties of one name if not; missing: which is meant?"
    )  # fmt: skip
    yield finding(
        Verdict.CONFLICT if same and not near else Verdict.UNDECIDED,
        f"{first[0].id} has the {one.title} {step} {first[1]}, {last[0].id} {step} {last[1]}, {days:,} days later: {why}",
        (first[0], last[0]),
        working=(f"{days:,} days from {first[1]} to {last[1]}",),
        assumptions=(ZONES,),
        severity=Severity.INFO if near else severity,
    )


def _names(spoken: list[Claim], found: dict[str, ReferenceTreaty]) -> Iterator[Finding]:
    """Give one finding for each treaty under all names that drop some word of its title."""
    short: dict[str, tuple[ReferenceTreaty, dict[str, list[Claim]]]] = {}
    for claim in spoken:
        known, title = found.get(claim.id), treaty_of(claim).title
        if known is not None and title and _dropped(title, known):
            short.setdefault(known.id, (known, {}))[1].setdefault(title, []).append(claim)
    for known, names in short.values():
        told = listed(
            f"{title!r} ({listed((claim.id for claim in claims), most=3)}) drops {listed(map(repr, sorted(_dropped(title, known))))}"
            for title, claims in sorted(names.items())
        )
        yield finding(
            Verdict.AGREEMENT,
            f"{told}: {'this means' if len(names) == 1 else 'all mean'} {called(known)}",
            tuple(
                sorted((claim for claims in names.values() for claim in claims), key=lambda claim: claim.id)
            ),
            assumptions=(known.cited,),
        )


def _dropped(title: str, known: ReferenceTreaty) -> frozenset[str]:
    """Return the words of the title that a name drops; nothing for a name of one word, which is no title."""
    mine, whole = words(title), words(known.treaty.title or "")
    return whole - mine if len(mine) > 1 and mine < whole else frozenset()


def _ended_parties(group: Group, spoken: list[Claim]) -> Iterator[Finding]:
    """Give one finding for each party that had ceased to exist when claims have it sign, or still bound."""
    found: dict[tuple[str, bool], list[Claim]] = {}
    for claim in spoken:
        for party in sorted(bodies(claim)):
            ended = _end_of(party)
            signs = None if ended is None else _after(group, claim, ended)
            if signs is not None:
                found.setdefault((party, signs), []).append(claim)
    for (party, signs), claims in found.items():
        yield _ended_party(party, claims, signs=signs)


def _ended_party(party: str, claims: list[Claim], *, signs: bool) -> Finding:
    ids, last, many = listed(claim.id for claim in claims), actors.actor(party), len(claims) > 1
    days = listed(dict.fromkeys(str(treaty_of(claim).signed) for claim in claims))
    signing = f"{ids} {'have' if many else 'has'} {last.name} sign a treaty on {days}, after it had ended on {last.ended}"
    bound = (
        f"{ids} {'speak' if many else 'speaks'} of what a treaty asks of {last.name}, which ended on {last.ended}: "
        "it binds if a state took its place in it, not if none did; missing: who is the party now?"
    )
    return finding(
        Verdict.CONFLICT if signs else Verdict.UNDECIDED,
        signing if signs else bound,
        tuple(claims),
        assumptions=(f"{party}: {last.citation}{' (from memory)' if last.basis == 'memory' else ''}",),
        severity=Severity.ERROR if signs else Severity.INFO,
    )


def _end_of(party: str) -> When | None:
    ended = actors.actor(party).ended if actors.known(party) else None
    return When.parse(ended) if ended else None


def _after(group: Group, claim: Claim, ended: When) -> bool | None:
    """Return whether a party signs after its end; False where it is only spoken of as bound then, None for neither."""
    record, told = treaty_of(claim), group.as_of(claim)
    if (
        record.signed is not None
        and surely_apart(ended, record.signed)
        and ended.before(record.signed) is Answer.YES
    ):
        return True
    bound = bool(record.obligations) and record.ended is None and told is not None
    return False if bound and told is not None and ended.before(told) is Answer.YES else None
