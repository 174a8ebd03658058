"""The unit of checking: a few claims that share a topic, and the ways to form such groups."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.evidence import Source
from osintkp.facts import Facts
from osintkp.findings import Cited, Finding
from osintkp.origins import Origin, as_of, origin_of
from osintkp.vocabulary.scales import LinkKind, Severity, Verdict


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Group:
    """
    Claims that a check holds against each other, and what it may read beyond them.

    Attributes:
        key: What the claims share.
        claims: The claims, ordered by id.
        beyond: The whole collection, for sources, links and origins alone.
        facts: The reference data in force.
    """

    key: Hashable
    claims: tuple[Claim, ...]
    beyond: Claims
    facts: Facts

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """Give every two claims of the group once."""
        return combinations(self.claims, 2)

    def source(self, claim: Claim) -> Source:
        """
        Return the source of a claim.

        Raises:
            UnknownIdError: It is not among the sources.
        """
        return self.beyond.source_of(claim)

    def text(self, claim: Claim) -> str | None:
        """Return the text of the source of a claim; None where it is not at hand, or the source is not here."""
        source = self.beyond.sources.get(claim.source)
        return None if source is None else source.text

    def origin(self, claim: Claim) -> Origin:
        """Return where a claim comes from."""
        return origin_of(claim, self.beyond)

    def as_of(self, claim: Claim) -> When | None:
        """Return the day that a claim speaks from; None when nobody knows."""
        return as_of(claim, self.beyond.sources.get(claim.source))

    def finding(
        self, verdict: Verdict | str, message: str, *claims: Claim, working: Iterable[str] = (),
        assumptions: Iterable[str] = (), severity: Severity | str = Severity.WARNING,
    ) -> Finding:  # fmt: skip
        """Return a finding about some claims of the group; without any, about all of them."""
        return finding(
            Verdict(verdict),
            message,
            claims or self.claims,
            working=tuple(working),
            assumptions=tuple(assumptions),
            severity=Severity(severity),
        )

    def linked(self, claim: Claim, kind: LinkKind) -> tuple[Claim, ...]:
        """Return the claims that a claim has a link of a kind to, where they are at hand."""
        return tuple(found for name in claim.linked(kind) if (found := self.beyond.get(name)) is not None)


Grouping = Callable[[Claims, Facts], Iterator[Group]]


def by_each(keys: Callable[[Claim], Iterable[Hashable]], *, least: int = 1) -> Grouping:
    """Return the grouping of claims by each of their keys; a claim without keys takes no part."""

    def groups(claims: Claims, facts: Facts) -> Iterator[Group]:
        found: dict[Hashable, list[Claim]] = {}
        for claim in claims:
            for key in dict.fromkeys(keys(claim)):
                found.setdefault(key, []).append(claim)
        for key, members in found.items():
            if len(members) >= least:
                yield grouped(key, members, claims, facts)

    return groups


def grouped(key: Hashable, members: Iterable[Claim], claims: Claims, facts: Facts) -> Group:
    """Return the group of some claims, each once and ordered by id."""
    unique = {claim.id: claim for claim in members}
    return Group(key=key, claims=_ordered(unique.values()), beyond=claims, facts=facts)


def by_topic(topic: Callable[[Claim], Hashable | None], *, least: int = 2) -> Grouping:
    """Return the grouping of claims that share a topic; a topic of None takes no part."""

    def keys(claim: Claim) -> tuple[Hashable, ...]:
        key = topic(claim)
        return () if key is None else (key,)

    return by_each(keys, least=least)


def by_link(kind: LinkKind) -> Grouping:
    """Return the grouping by links of a kind: the claim that is linked to, and those that link to it."""

    def groups(claims: Claims, facts: Facts) -> Iterator[Group]:
        found: dict[str, list[Claim]] = {}
        for claim in claims:
            for name in claim.linked(kind):
                if claims.get(name) is not None and name != claim.id:
                    found.setdefault(name, []).append(claim)
        for name, members in found.items():
            yield Group(key=name, claims=_ordered([claims[name], *members]), beyond=claims, facts=facts)

    return groups


def one_by_one(concerns: Callable[[Claim], bool]) -> Grouping:
    """Return the grouping of claims one by one, those that a check is concerned with."""

    def groups(claims: Claims, facts: Facts) -> Iterator[Group]:
        for claim in claims:
            if concerns(claim):
                yield Group(key=claim.id, claims=(claim,), beyond=claims, facts=facts)

    return groups


def finding(
    verdict: Verdict, message: str, claims: tuple[Claim, ...], *, working: tuple[str, ...] = (),
    assumptions: tuple[str, ...] = (), severity: Severity = Severity.INFO,
) -> Finding:  # fmt: skip
    """Return a finding about claims; the engine adds the code and the name of the check."""
    return Finding(
        severity=severity,
        verdict=verdict,
        message=message,
        claims=tuple(claim.id for claim in claims),
        working=working,
        assumptions=assumptions,
        cited=tuple(
            Cited(claim=claim.id, source=claim.source, span=span) for claim in claims for span in claim.spans
        ),
    )


def _ordered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: claim.id))
