"""
Circles: words that come back to where they came from.

Claims that repeat each other, sources that rewrite each other, a chain that names one actor twice, and two outlets each
of which has a thing from the other.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.lineage.edges import How
from osintkp.lineage.loops import loops, rotated
from osintkp.lineage.matters import matter, may_be_one
from osintkp.lineage.nodes import Node
from osintkp.lineage.outlets import Outlets
from osintkp.vocabulary import actors
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import LinkKind


@attrs.frozen(
    kw_only=True, cache_hash=True
)  # one of very many nodes is a key of the groups of very many claims
class Circle:
    """
    Words that come back to where they came from.

    Attributes:
        nodes: Who had it from whom, from the least id on; the last one gives it to the first again.
        hows: In which ways it goes round.
        claims: Ids of the claims that show it, in order of the alphabet.

    Example:
        >>> print(
        ...     Circle(nodes=(Node.claim("a/1"), Node.claim("b/1")), hows=frozenset({How.REPEATS}), claims=())
        ... )
        a/1 > b/1 > a/1
    """

    __repr__ = printed

    nodes: tuple[Node, ...]
    hows: frozenset[How]
    claims: tuple[str, ...]

    def __str__(self) -> str:
        return " > ".join(str(node) for node in (*self.nodes, self.nodes[0]))


MOST_TRIED = 64
Found = tuple[tuple[Node, ...], frozenset[How], Iterable[str]]


def circles(claims: Claims, among: Iterable[Claim] | None = None) -> tuple[Circle, ...]:
    """
    Return the circles that some claims stand in, in a fixed order; no circle twice, wherever it is entered.

    Args:
        claims: All claims, by which circles are found.
        among: The claims that are asked about; None for all.

    Example:
        >>> from osintkp.evidence import Link
        >>> from osintkp.records.loss import Loss
        >>> chain = tuple(Link(actor=actor) for actor in ("reuters", "afp", "reuters"))
        >>> said = Claim(id="a/1", source="a", record=Loss(actor="YE"), attribution=chain)
        >>> print(*circles(Claims([said])))
        afp > reuters > afp
    """
    asked = {claim.id for claim in (claims if among is None else among)}
    return tuple(
        circle for circle in claims.lineage.once(every_circle) if not asked.isdisjoint(circle.claims)
    )


def every_circle(claims: Claims, outlets: Outlets | None = None) -> tuple[Circle, ...]:
    """
    Return all circles that some claims have among them, in a fixed order.

    Args:
        claims: The claims.
        outlets: Who stands behind the sources; None for what the claims themselves tell of them.

    Example:
        >>> every_circle(Claims())
        ()
    """
    outlets = Outlets.among(claims) if outlets is None else outlets
    found: dict[tuple[Node, ...], tuple[frozenset[How], set[str]]] = {}
    for nodes, hows, names in (
        *_repeating(claims), *_rewriting(claims), *_returning(claims, outlets), *_exchanged(claims, outlets),
    ):  # fmt: skip
        ways, told = found.get(nodes, (frozenset(), set()))
        found[nodes] = (ways | hows, told.union(names))
    return tuple(
        Circle(nodes=nodes, hows=hows, claims=tuple(sorted(names)))
        for nodes, (hows, names) in sorted(found.items(), key=lambda item: item[0])
    )


def _repeating(claims: Claims) -> Iterator[Found]:
    """Give the circles of claims that repeat each other."""
    graph: dict[Node, set[Node]] = {}
    for claim in claims:
        for name in claim.linked(LinkKind.REPEATS):
            if name in claims:
                graph.setdefault(Node.claim(name), set()).add(Node.claim(claim.id))
    for loop in loops(graph):
        yield loop, frozenset({How.REPEATS}), [node.id for node in loop]


def _rewriting(claims: Claims) -> Iterator[Found]:
    """Give the circles of sources that rewrite each other, with the claims in them."""
    graph: dict[Node, set[Node]] = {}
    for source in claims.sources:
        if source.derived_from is not None:
            graph.setdefault(Node.source(source.derived_from), set()).add(Node.source(source.id))
    found = loops(graph)
    within: dict[str, list[str]] = {}
    for claim in claims if found else ():
        within.setdefault(claim.source, []).append(claim.id)
    for loop in found:
        yield loop, frozenset({How.REWRITES}), [name for node in loop for name in within.get(node.id, ())]


def _returning(claims: Claims, outlets: Outlets) -> Iterator[Found]:
    """Give the circles of chains that come back to one whom they have named."""
    for claim in claims:
        if len(claim.attribution) < 2:
            continue
        loop = returned(claim, outlets)
        if loop:
            yield rotated(loop), frozenset({How.SAID}), [claim.id]


def returned(claim: Claim, outlets: Outlets) -> tuple[Node, ...]:
    """Return the part of the chain of a claim that comes back to one whom it has named; empty where none does."""
    chain = [outlets.named(link.actor) or Node.actor(link.actor) for link in claim.attribution if link.known]
    loop = _return([*chain, outlets.of(claim.source)])
    return loop if _bodies(loop) > 1 else ()


def _return(chain: list[Node]) -> tuple[Node, ...]:
    """Return the first part of a chain that comes back to where it began; empty where none does."""
    last: dict[Node, int] = {}
    for place, node in enumerate(chain):
        if node in last and place - last[node] > 1:
            return tuple(chain[last[node] : place])
        last[node] = place
    return ()


def _bodies(loop: tuple[Node, ...]) -> int:
    return len({_body(node) for node in loop})


def apart(one: Node, other: Node) -> bool:
    """Tell whether two nodes are not one body."""
    return _body(one) != _body(other)


def _body(node: Node) -> Hashable:
    return actors.root(node.id) if node.kind == "actor" else node


Shown = dict[tuple[Node, Node], list[tuple[How, Claim]]]


def _exchanged(claims: Claims, outlets: Outlets) -> Iterator[Found]:
    """Give the circles of outlets each of which has one matter from the next."""
    matters: dict[Hashable, Shown] = {}
    for claim in claims:
        taker = outlets.of(claim.source)
        givers = [(giver, how) for giver, how in _givers(claim, claims, outlets) if apart(giver, taker)]
        about = matter(claim) if givers else None
        if about is not None:
            shown = matters.setdefault(about, {})
            for giver, how in givers:
                shown.setdefault((giver, taker), []).append((how, claim))
    for shown in matters.values():
        yield from _around(shown)


def _givers(claim: Claim, claims: Claims, outlets: Outlets) -> Iterator[tuple[Node, How]]:
    """Give the outlets at hand that a claim was had from."""
    for link in claim.attribution:
        node = outlets.named(link.actor)
        if node is not None:
            yield node, How.SAID
    for name in claim.linked(LinkKind.REPEATS):
        told = claims.get(name)
        if told is not None and matter(told) == matter(claim):
            yield outlets.of(told.source), How.REPEATS
    source = claims.sources.get(claim.source)
    if source is not None and source.derived_from is not None and not claim.attribution:
        yield outlets.of(source.derived_from), How.REWRITES


def _around(shown: Shown) -> Iterator[Found]:
    graph: dict[Node, set[Node]] = {}
    for giver, taker in shown:
        graph.setdefault(giver, set()).add(taker)
    for loop in loops(graph):
        steps = [shown[pair] for pair in zip(loop, (*loop[1:], loop[0]), strict=True)]
        for members in _one_news(steps):
            hows = frozenset(how for how, _ in members)
            if hows not in ({How.REPEATS}, {How.REWRITES}):
                yield loop, hows, [claim.id for _, claim in members]


def _one_news(steps: list[list[tuple[How, Claim]]]) -> Iterator[list[tuple[How, Claim]]]:
    """Give the claims that may be one news all the way round, once; nothing where every step is about something else."""
    for _, first in sorted(steps[0], key=lambda each: each[1].id)[:MOST_TRIED]:
        alike = [[each for each in step if may_be_one(first, each[1])] for step in steps]
        if all(alike):
            yield [each for step in alike for each in step]
            return
