"""Occasions: claims with loose dates that were told together, with the claims near them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from heapq import nsmallest
from typing import Any

import attrs

from osintkp.checks._anchoring import loose_dates, occasion
from osintkp.checks._nearby import LINKED, Index, most_of, neighbours, room_for, shelves
from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.evidence import Source
from osintkp.group import Grouping, Lookup, Round

Near = Mapping[str, tuple[Hashable, ...]]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Wanted:
    """
    What is looked for near the occasions.

    Attributes:
        members: The claims with loose dates of each occasion, ordered by id.
        shelves: What they share with others, each with how many claims there may have to be seen.
    """

    members: Mapping[Hashable, list[Claim]]
    shelves: Mapping[Hashable, int]


def _told(claim: Claim, source: Source | None, _known: Any) -> Iterator[tuple[Hashable, str]]:
    if next(loose_dates(claim, source), None) is not None:
        yield occasion(claim), claim.id


def _wanted(told: AbstractSet[tuple[Hashable, str]], claims: Lookup, _known: Any) -> _Wanted:
    members: dict[Hashable, list[Claim]] = {}
    world = claims.around(sorted(name for _, name in told))
    for about, name in told:
        claim = world.get(name)
        if claim is not None:
            members.setdefault(about, []).append(claim)
    looked: dict[Hashable, int] = {}
    for own in members.values():
        own.sort(key=lambda claim: claim.id)
        for shelf in (each for claim in own for each in (*shelves(claim), (LINKED, claim.id))):
            looked[shelf] = max(looked.get(shelf, 0), most_of(own))
    return _Wanted(members=members, shelves=looked)


def _on_shelves(claim: Claim, _source: Source | None, wanted: _Wanted) -> Iterator[tuple[Hashable, str]]:
    return ((shelf, claim.id) for shelf in shelves(claim) if shelf in wanted.shelves)


def _least(told: AbstractSet[tuple[Hashable, str]], wanted: _Wanted) -> set[tuple[Hashable, str]]:
    """Return of what stands on each shelf the claims with the least ids, as many as are looked at."""
    by_shelf: dict[Hashable, list[str]] = {}
    for shelf, name in told:
        by_shelf.setdefault(shelf, []).append(name)
    return {
        (shelf, name) for shelf, names in by_shelf.items() for name in nsmallest(wanted.shelves[shelf], names)
    }


def _settled(told: AbstractSet[tuple[Hashable, str]], claims: Lookup, wanted: _Wanted) -> Near:
    """Return the occasions by the ids of the claims that are near them."""
    names = {name for _, name in told}
    world = claims.around(sorted(names | {each.id for own in wanted.members.values() for each in own}))
    seen = [claim for name in sorted(names) if (claim := world.get(name)) is not None]
    return _near(wanted.members, Index(world, seen))


def _near(members: Mapping[Hashable, list[Claim]], index: Index) -> Near:
    found: dict[str, list[Hashable]] = {}
    room = room_for(len(members) or 1)
    for about, own in members.items():
        for claim in neighbours(own, index, room):
            found.setdefault(claim.id, []).append(about)
    return {name: tuple(of) for name, of in found.items()}


def _at_once(claims: Claims) -> Near:
    members: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        if next(loose_dates(claim, claims.sources.get(claim.source)), None) is not None:
            members.setdefault(occasion(claim), []).append(claim)
    for own in members.values():
        own.sort(key=lambda claim: claim.id)
    return _near(members, Index(claims)) if members else {}


def _keys(claim: Claim, near: Near) -> Iterable[Hashable]:
    return near.get(claim.id, ())


occasions = Grouping(
    keys=_keys,
    rounds=(
        Round(told=_told, settle=_wanted),
        Round(told=_on_shelves, settle=_settled, fewer=_least, idle=lambda wanted: not wanted.members),
    ),
    at_once=_at_once,
)
