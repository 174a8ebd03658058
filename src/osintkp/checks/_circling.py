"""Circles among more claims than are at hand at once: edges first, then the claims on those that come back."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

from osintkp.claim import Claim
from osintkp.evidence import Source
from osintkp.group import Grouping, Lookup, Round, stable
from osintkp.lineage import Circle, circles
from osintkp.lineage.circles import apart, every_circle, returned
from osintkp.lineage.loops import loops
from osintkp.lineage.matters import matter
from osintkp.lineage.nodes import Node
from osintkp.lineage.outlets import Outlets
from osintkp.vocabulary.scales import LinkKind

REPEATS, GIVES, ON_IT = "repeats", "gives", "on it"
Told = tuple[Hashable, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Suspected:
    """
    What may be part of a circle.

    Attributes:
        outlets: Who stands behind each source.
        rewriting: The sources that rewrite each other.
        claims: Claims that are on a circle.
        matters: Numbers of the matters that may be handed round: of very many claims no more than that fits one place.
    """

    outlets: Outlets
    rewriting: frozenset[str]
    claims: frozenset[str] = frozenset()
    matters: frozenset[int] = frozenset()


def _actors(claim: Claim, _source: Source | None, _known: Any) -> Iterator[str]:
    return (link.actor for link in claim.attribution if link.known)


def _behind(told: AbstractSet[str], claims: Lookup, _known: Any) -> _Suspected:
    publishers: list[tuple[str, str | None]] = []
    rewritten: list[tuple[Node, Node]] = []
    for source in claims.heads():
        publishers.append((source.id, source.publisher))
        if source.derived_from is not None:
            rewritten.append((Node.source(source.derived_from), Node.source(source.id)))
    rewriting = frozenset(node.id for loop in loops(_graph(rewritten)) for node in loop)
    return _Suspected(outlets=Outlets.behind(publishers, told), rewriting=rewriting)


def _graph(edges: Iterable[tuple[Node, Node]]) -> dict[Node, set[Node]]:
    graph: dict[Node, set[Node]] = {}
    for giver, taker in edges:
        graph.setdefault(giver, set()).add(taker)
    return graph


def _edges(claim: Claim, source: Source | None, known: _Suspected) -> Iterator[Told]:
    if claim.source in known.rewriting or (claim.attribution and returned(claim, known.outlets)):
        yield ON_IT, claim.id
    yield from ((REPEATS, name, claim.id) for name in claim.linked(LinkKind.REPEATS))
    about = None
    for giver in _givers(claim, source, known.outlets):
        taker = known.outlets.of(claim.source)
        about = _matter(claim) if about is None else about
        if about is not None and apart(giver, taker):
            yield GIVES, about, giver, taker


def _matter(claim: Claim) -> int | None:
    about = matter(claim)
    return None if about is None else stable(about)


def _givers(claim: Claim, source: Source | None, outlets: Outlets) -> Iterator[Node]:
    """Give the outlets that a claim may be had from."""
    yield from (node for link in claim.attribution if (node := outlets.named(link.actor)) is not None)
    yield from (outlets.of(name.partition("/")[0]) for name in claim.linked(LinkKind.REPEATS))
    if source is not None and source.derived_from is not None and not claim.attribution:
        yield outlets.of(source.derived_from)


def _round_about(told: AbstractSet[Told], _claims: Lookup, known: _Suspected) -> _Suspected:
    repeats = _graph(
        (Node.claim(str(each[1])), Node.claim(str(each[2]))) for each in told if each[0] == REPEATS
    )
    matters: dict[Any, list[Any]] = {}
    for each in told:
        if each[0] == GIVES:
            matters.setdefault(each[1], []).append(each[2:])
    on_it = frozenset(str(each[1]) for each in told if each[0] == ON_IT)
    return attrs.evolve(
        known, claims=on_it.union(node.id for loop in loops(repeats) for node in loop),
        matters=frozenset(about for about, edges in matters.items() if loops(_graph(edges))),
    )  # fmt: skip


def _on_it(claim: Claim, source: Source | None, known: _Suspected) -> Iterator[Told]:
    if next(_givers(claim, source, known.outlets), None) is None:
        return
    if _matter(claim) in known.matters:
        yield ON_IT, claim.id


def _found(told: AbstractSet[Told], claims: Lookup, known: _Suspected) -> By:
    names = sorted(known.claims.union(str(each[1]) for each in told))
    return _by_claim(every_circle(claims.around(names), known.outlets) if names else ())


By = Mapping[str, tuple[Circle, ...]]


def _by_claim(found: Iterable[Circle]) -> By:
    """Return circles by the ids of their claims."""
    by: dict[str, list[Circle]] = {}
    for circle in found:
        for name in circle.claims:
            by.setdefault(name, []).append(circle)
    return {name: tuple(around) for name, around in by.items()}


def _keys(claim: Claim, found: By) -> Iterable[Hashable]:
    return found.get(claim.id, ())


by_circle = Grouping(
    keys=_keys,
    rounds=(
        Round(told=_actors, settle=_behind),
        Round(told=_edges, settle=_round_about),
        Round(told=_on_it, settle=_found, idle=lambda known: not known.matters),
    ),
    at_once=lambda claims: _by_claim(circles(claims)),
)
