"""Where the stops of a graph stand when it is drawn from left to right: in columns, each in an order with few crossings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

SWEEPS = 8

Pair = tuple[int, int]


def columns(count: int, pairs: Sequence[Pair], first: Iterable[int], last: Iterable[int]) -> list[int]:
    """
    Return the column of each of some stops: every arrow leads to the right, except those that close a circle.

    Args:
        count: How many stops there are; they are numbered.
        pairs: The arrows.
        first: The stops that stand in the first column.
        last: Those that stand in the last.

    Example:
        >>> columns(4, [(0, 1), (1, 3), (0, 3)], [0], [3, 2])
        [0, 1, 2, 2]
    """
    ends, begins = set(last), set(first)
    onward: dict[int, list[int]] = {}
    for giver, taker in pairs:
        if giver not in ends and taker not in ends | begins:
            onward.setdefault(giver, []).append(taker)
    found = [0 if stop in begins else 1 for stop in range(count)]
    for stop in _before(count, onward):
        for taker in onward.get(stop, ()):
            found[taker] = max(found[taker], found[stop] + 1)
    inner = max((found[stop] for stop in range(count) if stop not in ends), default=-1)
    return [inner + 1 if stop in ends else found[stop] for stop in range(count)]


def _before(count: int, onward: dict[int, list[int]]) -> list[int]:
    """Return the stops in an order in which givers come before takers; arrows back are taken out of ``onward``."""
    state, order = [0] * count, list[int]()
    for start in range(count):
        path = [(start, 0)] if not state[start] else []
        while path:
            stop, place = path.pop()
            state[stop] = 1
            takers = onward.get(stop, [])
            if place == len(takers):
                state[stop] = 2
                order.append(stop)
            elif state[takers[place]] == 1:
                takers.pop(place)
                path.append((stop, place))
            else:
                path.append((stop, place + 1))
                if not state[takers[place]]:
                    path.append((takers[place], 0))
    return order[::-1]


def ordered(column: Sequence[int], pairs: Sequence[Pair], weight: Mapping[int, float]) -> list[list[int]]:
    """
    Return the stops of each column from top to bottom, so that arrows cross little; the weightiest stand first at the start.

    Example:
        >>> ordered([0, 0, 1, 1], [(0, 3), (1, 2)], {0: 2, 1: 1})
        [[0, 1], [3, 2]]
    """
    shelves: list[list[int]] = [[] for _ in range(max(column, default=-1) + 1)]
    for stop in sorted(range(len(column)), key=lambda each: (-weight.get(each, 0), each)):
        shelves[column[stop]].append(stop)
    near: dict[int, list[int]] = {}
    for giver, taker in pairs:
        near.setdefault(giver, []).append(taker)
        near.setdefault(taker, []).append(giver)
    for sweep in range(SWEEPS):
        forth = sweep % 2 == 0
        for place in range(1, len(shelves)) if forth else range(len(shelves) - 2, -1, -1):
            beside = place - 1 if forth else place + 1
            heights = {stop: (row + 0.5) / len(shelves[beside]) for row, stop in enumerate(shelves[beside])}
            shelves[place] = _sorted(shelves[place], near, heights)
    return shelves


def _sorted(shelf: list[int], near: Mapping[int, list[int]], heights: Mapping[int, float]) -> list[int]:
    def middle(place: int, stop: int) -> float:
        beside = [heights[each] for each in near.get(stop, ()) if each in heights]
        return sum(beside) / len(beside) if beside else (place + 0.5) / len(shelf)

    keys = {stop: (middle(place, stop), place) for place, stop in enumerate(shelf)}
    return sorted(shelf, key=lambda stop: keys[stop])
