"""Alternatives: claims of which only one can hold, the lists that their links make, and what may wrongly be added of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import Any

from osintkp.checks._totals import counted
from osintkp.claim import Claim
from osintkp.evidence import Source
from osintkp.group import Group, Grouping, Lookup, Round
from osintkp.triage import topic
from osintkp.vocabulary.scales import LinkKind

EVERY_SUM = 6

Beside = dict[str, set[str]]


def _told(claim: Claim, _source: Source | None, _known: Any) -> Iterator[tuple[str, str]]:
    return ((claim.id, name) for name in claim.linked(LinkKind.ALTERNATIVE_TO) if name != claim.id)


def _joined(told: AbstractSet[tuple[str, str]], claims: Lookup, _known: Any) -> Mapping[Hashable, Hashable]:
    """Return the topics in which alternatives stand, each with the one that stands for all that alternatives join."""
    joined: dict[Hashable, Hashable] = {}
    world = claims.around(sorted({name for names in told for name in names}))
    for names in sorted(told):
        ends = [world.get(name) for name in names]
        topics = [each and topic(each) for each in ends]
        if None not in topics:
            mine, theirs = (joined.setdefault(about, about) for about in topics)
            joined[_head(joined, mine)] = _head(joined, theirs)
    return {about: _head(joined, about) for about in joined}


def _keys(claim: Claim, joined: Mapping[Hashable, Hashable]) -> tuple[Hashable, ...]:
    about = topic(claim) if joined else None
    return (joined[about],) if about in joined else ()


joined_topics = Grouping(keys=_keys, rounds=(Round(told=_told, settle=_joined),))


def _head(joined: dict[Hashable, Hashable], key: Hashable) -> Hashable:
    while joined[key] != key:
        joined[key] = joined[joined[key]]
        key = joined[key]
    return key


def alternatives(group: Group) -> Beside:
    """Return the alternatives of each claim, whichever of the two has the link."""
    known = {claim.id for claim in group.claims}
    beside: Beside = {}
    for claim in group.claims:
        for name in claim.linked(LinkKind.ALTERNATIVE_TO):
            if name in known and name != claim.id:
                beside.setdefault(claim.id, set()).add(name)
                beside.setdefault(name, set()).add(claim.id)
    return beside


def lists(group: Group, beside: Beside) -> Iterator[tuple[Claim, ...]]:
    """Give each list of alternatives that links join, ordered by id."""
    known = {claim.id: claim for claim in group.claims}
    seen: set[str] = set()
    for start in sorted(beside):
        waiting, members = [start], set[str]()
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                members.add(name)
                waiting += beside[name]
        if members:
            yield tuple(known[name] for name in sorted(members))


def sums(members: tuple[Claim, ...], beside: Beside) -> Iterator[tuple[Claim, ...]]:
    """Give what may be added wrongly: of a short list every choice with alternatives in it, of a long one all, and two each."""
    figures = {claim.id: claim for claim in members if counted(claim)}
    if len(figures) <= EVERY_SUM:
        for length in range(len(figures), 1, -1):
            for names in combinations(figures, length):
                if any(beside[name] & set(names) for name in names):
                    yield from _added(*(figures[name] for name in names))
        return
    yield from _added(*figures.values())
    for one, claim in figures.items():
        for other in sorted(beside[one]):
            if one < other and other in figures:
                yield from _added(claim, figures[other])


def _added(*parts: Claim) -> Iterator[tuple[Claim, ...]]:
    if addable(*parts):
        yield parts


def addable(*claims: Claim) -> bool:
    """
    Tell whether the figures of some claims measure one thing, so that they have a sum.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> from osintkp.units import Amount
        >>> tanks, fuel = (
        ...     Claim(id=f"a/{unit}", source="a", record=Loss(amount=Amount.exact(3, unit)))
        ...     for unit in ("tank", "tonne")
        ... )
        >>> addable(tanks, tanks), addable(tanks, fuel)
        (True, False)
    """
    return len({claim.amount.dimension if claim.amount is not None else None for claim in claims}) == 1
