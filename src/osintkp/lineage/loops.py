"""Loops in a graph: what can be reached from itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

from osintkp.lineage.nodes import Node

T = TypeVar("T")
MOST = 12

Graph = Mapping[Node, AbstractSet[Node]]


def loops(graph: Graph) -> list[tuple[Node, ...]]:
    """
    Return loops so that every node that can be reached from itself stands on one, up to a dozen in each knot of them.

    Each is written once, from its least node on, in the direction of the edges; a knot that has more loops than nodes
    to show shows the shortest through each.

    Example:
        >>> a, b, c = map(Node.claim, "abc")
        >>> [[str(node) for node in loop] for loop in loops({b: {c}, c: {b, a}})]
        [['b', 'c']]
    """
    found: dict[tuple[Node, ...], None] = {}
    for knot in _knots(graph):
        told: set[Node] = set()
        shown = 0
        for node in sorted(knot):
            if node not in told and shown < MOST:
                loop = rotated(_shortest(graph, node, knot))
                told.update(loop)
                found[loop] = None
                shown += 1
    return sorted(found)


def rotated(loop: tuple[Node, ...]) -> tuple[Node, ...]:
    """
    Return a loop from its least node on.

    Example:
        >>> [str(node) for node in rotated((Node.claim("b"), Node.claim("a")))]
        ['a', 'b']
    """
    start = loop.index(min(loop))
    return loop[start:] + loop[:start]


def _shortest(graph: Graph, start: Node, knot: AbstractSet[Node]) -> tuple[Node, ...]:
    """Return the shortest way from a node of a knot back to itself, the first in order of the alphabet."""
    before: dict[Node, Node] = {}
    waiting = deque([start])
    while start not in before:
        node = waiting.popleft()
        for further in sorted(graph.get(node, set()) & knot):
            if further not in before:
                before[further] = node
                waiting.append(further)
    way = [before[start]]
    while way[-1] != start:
        way.append(before[way[-1]])
    return tuple(reversed(way))


def _knots(graph: Graph) -> Iterator[frozenset[Node]]:
    """Give the sets of nodes that can all be reached from each other (Tarjan's strongly connected components)."""
    order: dict[Node, int] = {}
    low: dict[Node, int] = {}
    stack: dict[Node, None] = {}
    for root in sorted(graph):
        if root in order:
            continue
        work = [(root, iter(sorted(graph[root])))]
        order[root] = low[root] = len(order)
        stack[root] = None
        while work:
            node, further = work[-1]
            for other in further:
                if other not in order:
                    order[other] = low[other] = len(order)
                    stack[other] = None
                    work.append((other, iter(sorted(graph.get(other, ())))))
                    break
                if other in stack:
                    low[node] = min(low[node], order[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    knot = _popped(stack, node)
                    if len(knot) > 1 or node in graph.get(node, ()):
                        yield knot


def _popped(stack: dict[Node, None], node: Node) -> frozenset[Node]:
    knot = []
    while node in stack:
        knot.append(stack.popitem()[0])
    return frozenset(knot)
