"""Groups of claims that share one of several keys: a claim may stand in as many groups as it has keys."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.evidence import UNKNOWN
from osintkp.facts import Facts
from osintkp.group import Group, Grouping


def by_each(keys: Callable[[Claim], Iterable[Hashable]]) -> Grouping:
    """Return the grouping of claims by each of their keys; a claim without keys takes no part."""

    def groups(claims: Claims, facts: Facts) -> Iterator[Group]:
        found: dict[Hashable, list[Claim]] = {}
        for claim in claims:
            for key in dict.fromkeys(keys(claim)):
                found.setdefault(key, []).append(claim)
        for key, members in found.items():
            yield grouped(key, members, claims, facts)

    return groups


def grouped(key: Hashable, members: Iterable[Claim], claims: Claims, facts: Facts) -> Group:
    """Return the group of some claims, each once and ordered by id."""
    unique = {claim.id: claim for claim in members}
    return Group(key=key, claims=tuple(unique[name] for name in sorted(unique)), beyond=claims, facts=facts)


def everybody(claim: Claim) -> tuple[str, ...]:
    """Return everybody whom a claim names, in its record or its attribution, once each."""
    named = (*claim.actors, *(link.actor for link in claim.attribution))
    return tuple(dict.fromkeys(actor for actor in named if actor and actor != UNKNOWN))
