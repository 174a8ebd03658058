"""The claims near some others, and what the other checks conclude of them once some dates are set."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.facts import Facts
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Severity, Verdict

NEIGHBOURS = 200
FEWEST = 20
LOOKED_AT = 4_000
LINKED, TOPIC, ROOT = "linked", "topic", "root"

Outcome = tuple[str, Verdict, Severity, tuple[str, ...]]


class Index:
    """Claims by what they share with others: links, topics and actors."""

    __slots__ = ("_by_shelf", "_claims")

    def __init__(self, claims: Claims, among: Iterable[Claim] | None = None) -> None:
        self._claims = claims
        self._by_shelf: dict[Hashable, list[str]] = {}
        for claim in sorted(claims if among is None else among, key=lambda claim: claim.id):
            for shelf in shelves(claim):
                self._by_shelf.setdefault(shelf, []).append(claim.id)

    def near(self, members: list[Claim]) -> Iterator[Claim]:
        """Give the claims near some others, the linked ones first, at most so many of each kind."""
        most = most_of(members)
        for claim in members:
            linked = (*(link.claim for link in claim.links), *self._on((LINKED, claim.id), most))
            yield from self._found(linked[:most])
        for shelf in dict.fromkeys(
            each for topics in zip(*map(_topics, members), strict=True) for each in topics
        ):
            yield from self._found(self._on(shelf, most))
        for shelf in dict.fromkeys(shelf for claim in members for shelf in _roots(claim)):
            yield from self._found(self._on(shelf, most))

    def _on(self, shelf: Hashable, most: int) -> list[str]:
        return self._by_shelf.get(shelf, [])[:most]

    def _found(self, names: Iterable[str]) -> Iterator[Claim]:
        return (claim for name in names if (claim := self._claims.get(name)) is not None)


def most_of(members: Sequence[Claim]) -> int:
    """Return how many claims are looked at on each shelf near some others."""
    return NEIGHBOURS + len(members)


def shelves(claim: Claim) -> tuple[tuple[Hashable, ...], ...]:
    """Return what a claim shares with others, by which they are near it: what it links to, its topics, its actors."""
    linked = dict.fromkeys((LINKED, link.claim) for link in claim.links)
    return (*linked, *_topics(claim), *_roots(claim))


def _topics(claim: Claim) -> tuple[tuple[Hashable, ...], tuple[Hashable, ...]]:
    """Return what a claim is about, closely and at large."""
    unit = None if claim.amount is None else claim.amount.dimension
    return (TOPIC, claim.kind, claim.actors, claim.item, unit), (TOPIC, claim.kind, claim.actors)


def _roots(claim: Claim) -> tuple[tuple[str, str], ...]:
    return tuple((ROOT, root) for root in sorted({actors.root(actor) for actor in claim.actors if actor}))


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
