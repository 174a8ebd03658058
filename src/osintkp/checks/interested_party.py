"""
The only one who gives a figure is a party to the matter.

Who is a party, the records say and nothing else: who lost and who caused it, who seized a cargo and whose it was, who sent
and who received. Officials and agencies stand for their state. An army that alone counts its enemy's losses, and a navy that
alone tells what it took from whom, have a warning; so have two enemies whose counts cannot both hold. Who counts its own losses
speaks against its interest, who tells of its own dealings knows them best, and where somebody who is no party gives a figure
as well, that is said: all three are told for information.

## Why it matters
Each side of a war counts the other's dead. Such a count may be right, but it is an interested one, and until somebody else has
counted, it is the word of one side, however many papers print it.

## Found
```toml
[source]
id = "daily"
[[claim]]
id = "tanks"
quote = "destroyed 250 tanks"
speaker = "AZ"
loss = { actor = "AM", by = "AZ", item = "vehicles/tank", amount = "250 tank", when = "2020" }
```

## Not found
Somebody who is no party counts as well.
```toml
[source]
id = "daily"
[[claim]]
id = "tanks"
quote = "destroyed 250 tanks"
speaker = "AZ"
loss = { actor = "AM", by = "AZ", item = "vehicles/tank", amount = "250 tank", when = "2020" }

[source]
id = "count"
[[claim]]
id = "tanks"
quote = "about 240 tanks"
speaker = "oryx"
loss = { actor = "AM", by = "AZ", item = "vehicles/tank", amount = "~240 tank", when = "2020" }
```

## Assumptions
A party may gain by a high count of what it did to an enemy, and by a low one of what it lost itself or did to civilians. Allies
and enemies whom no record names are not looked for. A paper that names nobody is not counted as somebody who is no party. That
somebody is no party does not show that it counted.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import attrs

from osintkp.checks._figures import worded
from osintkp.checks._lineage import MOST_LINES, chain
from osintkp.checks._named import Named, can_be_equal, counts
from osintkp.checks._relations import kind_of
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.difference import REAL
from osintkp.evidence import UNKNOWN
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.lineage.matters import bodies
from osintkp.origins import SAME_BODY
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Severity, Stance, Verdict

CODE = "SRC104"
GRAVEST = Severity.WARNING
PEOPLE = (("person", 1),)
PARTIES = {
    "loss": {"actor": "who lost", "by": "who caused it"},
    "seizure": {"actor": "who seized", "sender": "whose cargo it was", "recipient": "whom it was for"},
    "shipment": {"sender": "who sent", "recipient": "who received"},
    "troop_deployment": {"sender": "whose forces they are", "recipient": "on whose side they are"},
}
GAINS = {("loss", "by"), ("seizure", "actor")}
INTEREST = "a party may gain by a high count of what it did to an enemy, and by a low one of what it lost itself or did to civilians"
RECORDS = "the records alone say who is a party; allies and enemies whom they do not name are not looked for"


def _about(claim: Claim) -> Hashable | None:
    if claim.kind not in PARTIES or claim.stance is not Stance.ASSERTS or claim.modality not in REAL:
        return None
    return (claim.kind, bodies(claim)) if counts(claim) and any(claim.record.topic) else None


GROUPS = by_topic(_about, least=1)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Account:
    """
    A figure of a party to the matter, and who else gives one.

    Attributes:
        claim: The claim that gives the figure.
        party: The party that it goes back to.
        role: Which field of the record the party stands in.
        other: A claim about the same thing from somebody who is no party; None where there is none.
        enemy: A claim about the same thing from another party; None where there is none.
    """

    claim: Claim
    party: str
    role: str
    other: Claim | None = None
    enemy: Claim | None = None

    @property
    def gains(self) -> bool:
        """Whether the party gains by a high figure, and has another to blame."""
        kind = self.claim.kind
        blamed = kind != "seizure" or any(
            actor is not None and actors.root(actor) != self.party for actor in self.claim.actors
        )
        return (kind, self.role) in GAINS and blamed


def find(group: Group) -> Iterator[Finding]:
    """Give at most one finding of each sort: one side alone, two sides at odds, and what softens an interest."""
    accounts = _accounts(group)
    alone = [each for each in accounts if each.other is None]
    odds = [each for each in alone if each.enemy is not None and not can_be_equal(each.claim, each.enemy)]
    sole = [each for each in alone if each.enemy is None and each.gains]
    for found, tell in (
        (sole, _sole),
        ([each for each in odds if each.gains], _at_odds),
        ([each for each in alone if each.enemy is None and not each.gains], _own),
        ([each for each in alone if each.enemy is not None and each not in odds and each.gains], _both),
        ([each for each in accounts if each.other is not None and each.gains], _met),
    ):
        if found:
            yield tell(found, group)


def _accounts(group: Group) -> list[Account]:
    parties = _parties(group)
    inside: list[Account] = []
    outside: list[Claim] = []
    for claim in group.claims:
        who = _body(claim, group)
        role = None if who is None else parties.get(who)
        if who is not None and role is not None:
            inside.append(Account(claim=claim, party=who, role=role))
        elif who is not None:
            outside.append(claim)
    others = Named.of(outside)
    sides = {
        gains: Named.of([each.claim for each in inside if each.gains is not gains]) for gains in (True, False)
    }
    return [
        attrs.evolve(each, other=others.same(each.claim), enemy=sides[each.gains].same(each.claim))
        for each in inside
    ]


def _body(claim: Claim, group: Group) -> str | None:
    """Return the body behind a claim: that of the first whom it names, or of a publisher that acts or looks for itself."""
    origin = group.origin(claim)
    return None if origin.actor is None else origin.id


def _parties(group: Group) -> dict[str, str]:
    """Return the parties that the records of a topic name, each with the first of its roles."""
    found: dict[str, str] = {}
    for role in PARTIES[group.claims[0].kind]:
        for claim in group.claims:
            actor = claim.record.of(role)
            if isinstance(actor, str) and actor != UNKNOWN:
                found.setdefault(actors.root(actor), role)
    return found


def _sole(found: list[Account], group: Group) -> Finding:
    message = f"only {_give(found)}: {_topic(group)}; missing is a count by one who is no party: without it this is one side's word"
    return _told(found, group, Verdict.UNDECIDED, message + _nameless(found, group), Severity.WARNING)


def _at_odds(found: list[Account], group: Group) -> Finding:
    against = _figures([each.enemy for each in found if each.enemy is not None], group)
    message = f"only the two sides count: {_give(found)}, against {against}: {_topic(group)}; each count serves its side, missing is one by one who is no party"
    return _told(found, group, Verdict.UNDECIDED, message + _nameless(found, group), Severity.WARNING)


def _nameless(found: list[Account], group: Group) -> str:
    """Return which claims about the same things name nobody, as the end of a sentence."""
    told = Named.of([each.claim for each in found])
    names = [
        claim.id for claim in group.claims if _body(claim, group) is None and told.same(claim) is not None
    ]
    return f"; {listed(names)} name{'s' * (len(names) == 1)} nobody" if names else ""


def _own(found: list[Account], group: Group) -> Finding:
    message = f"only {_give(found)}: {_topic(group)}; {_candour(found[0])}"
    return _told(found, group, Verdict.SAME_ORIGIN, message, Severity.INFO)


def _candour(each: Account) -> str:
    """Return how far a party that counts what is its own speaks against its interest."""
    if each.claim.kind == "loss":
        if each.claim.amount is not None and each.claim.amount.dimension == PEOPLE:
            return "who counts its own soldiers speaks against its own interest, who counts its own civilians need not"
        return "who admits it speaks against its own interest, though the count may be low"
    if each.claim.kind == "seizure" and each.role != "actor":
        return "who admits it speaks against its own interest"
    return "it speaks of its own dealings"


def _both(found: list[Account], group: Group) -> Finding:
    against = _figures([each.enemy for each in found if each.enemy is not None], group)
    message = f"{_give(found)}, and the other side {against}: {_topic(group)}; both sides can be right"
    return _told(found, group, Verdict.AGREEMENT, message, Severity.INFO)


def _met(found: list[Account], group: Group) -> Finding:
    fit = [each for each in found if each.other is not None and can_be_equal(each.claim, each.other)]
    shown = fit or found
    beside = _figures([each.other for each in shown if each.other is not None], group)
    can = "which can be the same" if fit else "another figure"
    message = f"{_give(shown)}, and who is no party gives one too: {beside}, {can}: {_topic(group)}"
    return _told(found, group, Verdict.AGREEMENT if fit else Verdict.UNDECIDED, message, Severity.INFO)


def _told(found: list[Account], group: Group, verdict: Verdict, message: str, severity: Severity) -> Finding:
    beside = [claim for each in found for claim in (each.other, each.enemy) if claim is not None]
    claims = tuple({claim.id: claim for claim in (*(each.claim for each in found), *beside)}.values())
    return finding(
        verdict,
        message,
        claims,
        working=tuple(chain(claim, group.origin(claim)) for claim in claims[:MOST_LINES]),
        assumptions=(INTEREST, RECORDS, SAME_BODY),
        severity=severity,
    )


def _give(found: list[Account]) -> str:
    """Return which parties give which figures."""
    by_party: dict[tuple[str, str], list[str]] = {}
    for each in found:
        by_party.setdefault((each.party, each.role), []).append(_figure(each.claim))
    kind = found[0].claim.kind
    return listed(
        f"{party} ({PARTIES[kind][role]}) gives {listed(told)}" for (party, role), told in by_party.items()
    )


def _figures(claims: list[Claim], group: Group) -> str:
    found = {claim.id: f"{_body(claim, group)} with {_figure(claim)}" for claim in claims}
    return listed(found.values())


def _figure(claim: Claim) -> str:
    amount = "" if claim.amount is None else worded(claim.amount)
    of = "" if claim.item is None else f" of {claim.item}"
    return f"{amount}{of} ({claim.id})"


def _topic(group: Group) -> str:
    first = group.claims[0]
    return f"{kind_of(first.kind)}, {' to '.join(filter(None, bodies(first)))}"
