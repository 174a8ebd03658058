"""The claims near some others, and what the other checks conclude of them once some dates are set."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.facts import Facts
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Severity, Verdict

NEIGHBOURS = 200
FEWEST = 20
LOOKED_AT = 4_000

Outcome = tuple[str, Verdict, Severity, tuple[str, ...]]


class Index:
    """Claims by what they share with others: links, topics and actors."""

    __slots__ = ("_by_root", "_by_topic", "_claims", "_linked")

    def __init__(self, claims: Claims) -> None:
        self._claims = claims
        self._linked: dict[str, list[str]] = {}
        self._by_topic: dict[Hashable, list[Claim]] = {}
        self._by_root: dict[str, list[Claim]] = {}
        for claim in sorted(claims, key=lambda claim: claim.id):
            for link in claim.links:
                self._linked.setdefault(claim.id, []).append(link.claim)
                self._linked.setdefault(link.claim, []).append(claim.id)
            for topic in _topics(claim):
                self._by_topic.setdefault(topic, []).append(claim)
            for root in _roots(claim):
                self._by_root.setdefault(root, []).append(claim)

    def near(self, members: list[Claim]) -> Iterator[Claim]:
        """Give the claims near some others, the linked ones first, at most so many of each kind."""
        most = NEIGHBOURS + len(members)
        for claim in members:
            for name in self._linked.get(claim.id, ())[:most]:
                other = self._claims.get(name)
                if other is not None:
                    yield other
        for topic in dict.fromkeys(
            each for topics in zip(*map(_topics, members), strict=True) for each in topics
        ):
            yield from self._by_topic.get(topic, [])[:most]
        for root in dict.fromkeys(root for claim in members for root in _roots(claim)):
            yield from self._by_root.get(root, [])[:most]


def _topics(claim: Claim) -> tuple[Hashable, Hashable]:
    """Return what a claim is about, closely and at large."""
    unit = None if claim.amount is None else claim.amount.dimension
    return (claim.kind, claim.actors, claim.item, unit), (claim.kind, claim.actors)


def _roots(claim: Claim) -> tuple[str, ...]:
    return tuple(sorted({actors.root(actor) for actor in claim.actors if actor}))


def room_for(occasions: int) -> int:
    """
    Return how many claims near each of some occasions are looked at, so that many occasions cost no more than a few.

    Example:
        >>> room_for(1), room_for(50), room_for(10_000)
        (200, 80, 20)
    """
    return max(FEWEST, min(NEIGHBOURS, LOOKED_AT // occasions))


def neighbours(members: list[Claim], index: Index, room: int = NEIGHBOURS) -> tuple[Claim, ...]:
    """Return some claims and those that share a link, a topic or an actor with them, at most so many, ordered by id."""
    found = {claim.id: claim for claim in members}
    most = len(found) + room
    for claim in index.near(members):
        if len(found) >= most:
            break
        found.setdefault(claim.id, claim)
    return tuple(found[name] for name in sorted(found))


def outcomes(
    near: tuple[Claim, ...], changed: dict[str, Claim], beyond: Claims, facts: Facts, without: str
) -> frozenset[Outcome]:
    """Return what every other check concludes of some claims, and of those linked to them, once their dates are counted."""
    from osintkp.checks import checks

    claims = [changed.get(claim.id, claim) for claim in near]
    touched = set(changed)
    for claim in claims:
        links = {link.claim for link in claim.links}
        if claim.id in changed:
            touched |= links
        elif not links.isdisjoint(changed):
            touched.add(claim.id)
    sources = {
        source.id: source for claim in claims if (source := beyond.sources.get(claim.source)) is not None
    }
    world = Claims(claims, sources.values(), beyond.lineage)
    return frozenset(
        (check.name, found.verdict, found.severity, found.claims)
        for check in checks()
        if check.name != without
        for group in check.groups(world, facts)
        if any(claim.id in touched for claim in group.claims)
        for found in check.find(group)
    )
