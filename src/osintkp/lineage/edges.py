"""The edges of the graph of lineage: who had it from whom, and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.inert import printable
from osintkp.lineage.nodes import Node
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import LinkKind


class How(StrEnum):
    """How words go from one to another: they are said to them, repeated by them, or rewritten."""

    SAID = "said"
    REPEATS = "repeats"
    REWRITES = "rewrites"


@attrs.frozen(kw_only=True)
class Edge:
    """
    One step from a giver to a taker.

    Attributes:
        giver: Who had it first.
        taker: Who had it from the giver.
        how: ``said`` for a step of an attribution chain, ``repeats`` between claims, ``rewrites`` between sources.
        claims: Ids of the claims that show it, in order of the alphabet; none where a source that was rewritten has itself
            rewritten another.
        basis: Where a coder knows of the step from; None where the source itself says so.

    Example:
        >>> edge = Edge(giver=Node.actor("KR"), taker=Node.source("s1"), how=How.SAID, claims=("s1/a",))
        >>> print(edge)
        KR > s1 (said)
    """

    __repr__ = printed

    giver: Node
    taker: Node
    how: How
    claims: tuple[str, ...]
    basis: str | None = None

    def __str__(self) -> str:
        known = f", known from {self.basis}" if self.basis is not None else ""
        return printable(f"{self.giver} > {self.taker} ({self.how}{known})")


Key = tuple[Node, Node, How, str | None]


def edges(claims: Claims, among: Iterable[Claim] | None = None) -> tuple[Edge, ...]:
    """
    Return every step by which some claims, and those that they repeat, came to their sources, in a fixed order.

    Args:
        claims: All claims, by which repetitions are followed.
        among: The claims that are asked about; None for all.

    Example:
        >>> from osintkp.evidence import Link
        >>> from osintkp.records.loss import Loss
        >>> said = Claim(id="a/1", source="a", record=Loss(actor="YE"), attribution=(Link(actor="houthis"),))
        >>> print(*edges(Claims([said])))
        houthis > a (said)
    """
    claims = claims.lineage
    found: dict[Key, set[str]] = {}
    sources: dict[str, None] = {}
    for claim in with_repeated(claims if among is None else among, claims):
        sources.setdefault(claim.source)
        for key in (*_said(claim), *_repeated(claim, claims), *_rewritten(claim.source, claims)):
            found.setdefault(key, set()).add(claim.id)
    for key in _rewritten_before(sources, claims):
        found.setdefault(key, set())
    return tuple(
        Edge(giver=giver, taker=taker, how=how, basis=basis, claims=tuple(sorted(names)))
        for (giver, taker, how, basis), names in sorted(found.items(), key=_order)
    )


def _order(item: tuple[Key, set[str]]) -> tuple[Node, Node, How, str]:
    giver, taker, how, basis = item[0]
    return giver, taker, how, basis or ""


def with_repeated(asked: Iterable[Claim], claims: Claims) -> Iterator[Claim]:
    """Give some claims and those that they repeat, each once."""
    todo, seen = list(asked), set[str]()
    while todo:
        claim = todo.pop()
        if claim.id not in seen:
            seen.add(claim.id)
            yield claim
            todo += [each for name in claim.linked(LinkKind.REPEATS) if (each := claims.get(name))]


def _said(claim: Claim) -> Iterator[Key]:
    nodes = [*(Node.actor(link.actor) for link in claim.attribution), Node.source(claim.source)]
    for link, (giver, taker) in zip(claim.attribution, pairwise(nodes), strict=True):
        yield giver, taker, How.SAID, link.basis


def _repeated(claim: Claim, claims: Claims) -> Iterator[Key]:
    for name in claim.linked(LinkKind.REPEATS):
        if name in claims:
            yield Node.claim(name), Node.claim(claim.id), How.REPEATS, None


def _rewritten(name: str, claims: Claims) -> Iterator[Key]:
    source = claims.sources.get(name)
    if source is not None and source.derived_from is not None:
        yield Node.source(source.derived_from), Node.source(name), How.REWRITES, None


def _rewritten_before(sources: Iterable[str], claims: Claims) -> Iterator[Key]:
    """Give the steps between the sources that some sources go back to."""
    seen: set[str] = set()
    for source in sources:
        name: str | None = source
        while name is not None and name not in seen:
            seen.add(name)
            step = next(_rewritten(name, claims), None)
            if step is not None:
                yield step
            name = None if step is None else step[0].id
