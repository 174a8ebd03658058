"""
One asserts what another denies, or what is denied is something else.

A denial is held against every assertion about the same actors; who is not named in it is anybody. It denies an assertion
only where both mean the same: the same kind of event, the same direction, goods, figure and title that fit, and a date that
does not lie after the denial. Where they may mean the same, the finding says what decides it; where they do not, it says
what is denied, and that the assertion stands undenied.

## Why it matters
"Both deny it" is often printed beside claims that nobody denied. A denial of formal agreements does not deny a shipment,
and a denial of March says nothing of a treaty of June.

## Found
```toml
[source]
id = "report"
published = "2023-06-15"
[[claim]]
id = "arms"
quote = "sent arms to the paramilitaries"
speaker = "un"
said = "2023-06-14"
shipment = { sender = "AE", recipient = "rapid-support-forces", item = "weapons", when = "2023-05" }

[source]
id = "ministry"
published = "2023-06-16"
[[claim]]
id = "denial"
quote = "has supplied no arms to either side"
speaker = "AE"
said = "2023-06-16"
stance = "denies"
shipment = { sender = "AE", recipient = "rapid-support-forces", item = "weapons" }
```

## Not found
What is denied is the sending of soldiers, not of arms.
```toml
[source]
id = "report"
published = "2023-06-15"
[[claim]]
id = "arms"
quote = "sent arms to the paramilitaries"
speaker = "un"
said = "2023-06-14"
shipment = { sender = "AE", recipient = "rapid-support-forces", item = "weapons", when = "2023-05" }

[source]
id = "ministry"
published = "2023-06-16"
[[claim]]
id = "denial"
quote = "has no soldiers there"
speaker = "AE"
said = "2023-06-16"
stance = "denies"
troop_deployment = { sender = "AE", recipient = "rapid-support-forces" }
```

## Assumptions
A denial without a date of its own speaks of what was so when it was made. Officials and agencies stand for their state.
A denial of a class of goods denies every narrower class; whether "weapons" has ammunition in it is left open. A broader class
than the denied one is not denied as such. A denial that leaves a party, the goods or a figure out means any; an assertion that
leaves out what the denial names may mean it. A denial of a figure denies the same figure, rounding allowed for. An assertion
without a date is about the same time, unless it was made more than a month later. A denial about a period denies what lies
within it; a period that reaches beyond it is no conflict in one voice, and is left open between two. A denial of a treaty by
its title means any where the title tells nothing but that it is an agreement, else those that share a word with it.
Statements of opinion are not held against denials, only statements with the same text.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

from osintkp.checks._relations import Denial, Relation, kind_of, parties, relation
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.evidence import UNKNOWN, Source
from osintkp.findings import Finding
from osintkp.group import Group, Grouping, Lookup, Round, finding
from osintkp.records import Record
from osintkp.vocabulary.scales import LinkKind, Severity, Stance, Verdict

CODE = "LOG102"
GRAVEST = Severity.WARNING
SPOKEN = "a denial without a date of its own speaks of what was so when it was made"
SAME_TIME = "an assertion without a date is about the time of the denial"
WARNED = ((Verdict.CONFLICT, Severity.WARNING), (Verdict.UNDECIDED, Severity.WARNING))
ORDER = (Verdict.CONFLICT, Verdict.UNDECIDED, Verdict.DIFFERENT_WINDOW, Verdict.DIFFERENT_SCOPE)
Told = tuple[Claim, Relation]
MOST_LINES = 20
MOST_PARTIES = 3


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Denied:
    """
    What is denied anywhere.

    Attributes:
        by_body: The sets of parties that denials are about, by each party.
        refuted: These sets by the ids of the claims that a denial refutes by name.
    """

    by_body: Mapping[str, Sequence[frozenset[str]]]
    refuted: Mapping[str, Sequence[frozenset[str]]]


def _told(claim: Claim, _source: Source | None, _known: Any) -> Iterator[tuple[frozenset[str], str | None]]:
    if claim.stance is Stance.DENIES:
        bodies = parties(claim.record)
        yield bodies, None
        yield from ((bodies, name) for name in claim.linked(LinkKind.REFUTES))


def _settled(told: AbstractSet[tuple[frozenset[str], str | None]], _claims: Lookup, _known: Any) -> _Denied:
    by_body: dict[str, list[frozenset[str]]] = {}
    refuted: dict[str, list[frozenset[str]]] = {}
    for bodies, name in told:
        if name is not None and bodies:
            refuted.setdefault(name, []).append(bodies)
        for body in bodies if name is None else ():
            by_body.setdefault(body, []).append(bodies)
    return _Denied(by_body=by_body, refuted=refuted)


def _keys(claim: Claim, denied: _Denied) -> Iterable[frozenset[str]]:
    """
    Give the parties of the denials that a claim is held against: its own if it denies, else those it names, or some of.

    An assertion that leaves a party out is held against the denial too, unless this names many.
    """
    if not denied.by_body:
        return ()
    mine = parties(claim.record)
    found = dict.fromkeys(denied.refuted.get(claim.id, ()))
    if claim.stance is Stance.DENIES:
        return {**found, mine: None} if mine else found
    near = (bodies for body in mine for bodies in denied.by_body.get(body, ()))
    return found | dict.fromkeys(
        bodies for bodies in near if bodies <= mine or (mine < bodies and len(bodies) <= MOST_PARTIES)
    )


GROUPS = Grouping(keys=_keys, rounds=(Round(told=_told, settle=_settled),))


def find(group: Group) -> Iterator[Finding]:
    """Give at most two findings for each denial: on what it denies, or may deny, and on the rest."""
    asserted = [claim for claim in group.claims if claim.stance is Stance.ASSERTS]
    for denial in _denials(group):
        pairs = [(claim, relation(denial, claim, group.as_of(claim))) for claim in asserted]
        told = [(claim, stands) for claim, stands in pairs if stands is not None]
        for severity, members in _gathered(told):
            if members:
                yield _finding(group, denial, severity, members)


def _gathered(told: list[Told]) -> Iterator[tuple[Severity, list[Told]]]:
    """Give the assertions to warn of, those denied or else those that may be, and the rest; where all is settled, by time."""
    ways = {(stands.verdict, stands.severity) for _, stands in told}
    way = next((way for way in WARNED if way in ways), None)
    if way is not None:
        yield way[1], [each for each in told if (each[1].verdict, each[1].severity) == way]
        yield Severity.INFO, [each for each in told if (each[1].verdict, each[1].severity) != way]
    elif (Verdict.UNDECIDED, Severity.INFO) in ways:
        yield Severity.INFO, told
    else:
        yield Severity.INFO, [each for each in told if each[1].verdict is Verdict.DIFFERENT_WINDOW]
        yield Severity.INFO, [each for each in told if each[1].verdict is not Verdict.DIFFERENT_WINDOW]


def _denials(group: Group) -> tuple[Denial, ...]:
    found: dict[Hashable, list[Claim]] = {}
    dates: dict[Hashable, When | None] = {}
    for claim in group.claims:
        if claim.stance is Stance.DENIES:
            said = group.as_of(claim)
            key = (claim.record, str(said), claim.linked(LinkKind.REFUTES))
            found.setdefault(key, []).append(claim)
            dates[key] = said
    return tuple(Denial(claims=tuple(claims), said=dates[key]) for key, claims in found.items())


def _finding(group: Group, denial: Denial, severity: Severity, members: list[Told]) -> Finding:
    """Return the finding on some assertions; it says how each stands to the denial, what is least settled first."""
    by = {verdict: [each for each in members if each[1].verdict is verdict] for verdict in ORDER}
    by = {verdict: told for verdict, told in by.items() if told}
    first, *others = by
    claims = [claim for told in by.values() for claim, _ in told]
    return finding(
        first,
        "; ".join([_message(group, denial, first, by[first]), *(_beside(each, by[each]) for each in others)]),
        (*denial.claims, *claims),
        working=tuple([*_both(group, denial, claims, first), *_reasons(members)][:MOST_LINES]),
        assumptions=_assumptions(by),
        severity=severity,
    )


def _message(group: Group, denial: Denial, verdict: Verdict, told: list[Told]) -> str:
    claims, reasons = [claim for claim, _ in told], _reasons(told)
    return {
        Verdict.CONFLICT: f"{_asserted(group, claims)}, and denied by {_who(denial)}: {_what(denial.record)}",
        Verdict.UNDECIDED: f"{_asserted(group, claims)}; {_who(denial)} denies {_what(denial.record)}: {listed(reasons, most=2)};"
        " a conflict if so, no denial of it if not",
        Verdict.DIFFERENT_WINDOW: f"the denial by {_who(denial)} of {_what(denial.record)} speaks of what was so by"
        f" {denial.claims[0].when or denial.said}; {listed(reasons, most=3)}",
        Verdict.DIFFERENT_SCOPE: f"not actually denied: {_kinds(claims)}; what is denied by {_who(denial)} is"
        f" {_what(denial.record)}",
    }[verdict]


def _beside(verdict: Verdict, told: list[Told]) -> str:
    """Return how further assertions stand to a denial that was told of, in words."""
    if verdict is Verdict.DIFFERENT_SCOPE:
        return f"not actually denied: {_kinds(claim for claim, _ in told)}"
    return f"of another time: {listed(_reasons(told), most=3)}"


def _reasons(told: list[Told]) -> list[str]:
    return list(dict.fromkeys(stands.why for _, stands in told if stands.why))


def _kinds(claims: Iterable[Claim]) -> str:
    """Return the kinds of some claims in words, the most frequent first, each with a few of its claims."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        found.setdefault(claim.kind, []).append(claim.id)
    order = sorted(found, key=lambda kind: (-len(found[kind]), kind))
    most = 5 if len(found) == 1 else 3
    return "; ".join(f"{kind_of(kind)}, as in {listed(found[kind], most=most)}" for kind in order)


def _both(group: Group, denial: Denial, claims: list[Claim], verdict: Verdict) -> list[str]:
    if verdict is not Verdict.CONFLICT:
        return []
    denying = {origin.id for claim in denial.claims if (origin := group.origin(claim)).known}
    asserting = {group.origin(claim).id for claim in claims}
    return [f"{name} both asserts and denies it" for name in sorted(denying & asserting)]


def _assumptions(by: dict[Verdict, list[Told]]) -> tuple[str, ...]:
    claims = [
        claim for verdict, told in by.items() if verdict is not Verdict.DIFFERENT_SCOPE for claim, _ in told
    ]
    undated = any(claim.when is None for claim in claims)
    return ((SPOKEN, SAME_TIME) if undated else (SPOKEN,)) if claims else ()


def _asserted(group: Group, claims: list[Claim]) -> str:
    voices: dict[str, list[Claim]] = {}
    for claim in claims:
        voice = claim.speaker or group.origin(claim).id
        voices.setdefault("nobody named" if voice == UNKNOWN else voice, []).append(claim)
    told = [f"{who} ({_dated(group, told[0])}{_more(told)})" for who, told in voices.items()]
    return f"asserted by {listed(told)}"


def _dated(group: Group, claim: Claim) -> str:
    said = group.as_of(claim)
    return claim.id if said is None else f"{claim.id}, {said}"


def _more(told: list[Claim]) -> str:
    return f" and {len(told) - 1} more" if len(told) > 1 else ""


def _who(denial: Denial) -> str:
    voices = dict.fromkeys(claim.speaker or f"{claim.source} in its own voice" for claim in denial.claims)
    named = ["nobody named" if voice == UNKNOWN else voice for voice in voices]
    return (
        f"{listed(named)} ({', '.join([denial.claims[0].id, *([str(denial.said)] if denial.said else [])])})"
    )


def _what(record: Record) -> str:
    """Return what a record proposes, in a few words."""
    fields = ("amount", "item", "calibre", "title", "text", "place")
    words = [str(value) for name in fields if (value := record.of(name)) is not None]
    obligations = record.of("obligations")
    if isinstance(obligations, tuple) and obligations:
        words.append(f"({', '.join(obligations)})")
    between = " to " if "recipient" in record.roles else " and "
    parties = between.join(actor for actor in record.actors if actor)
    return f"a {kind_of(record.kind)} ({parties}){': ' if words else ''}{' '.join(words)}"
