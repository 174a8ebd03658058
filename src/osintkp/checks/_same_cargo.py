"""Volumes and masses that are said of one cargo, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import Any

import attrs

from osintkp.checks._products import measured
from osintkp.claim import Claim
from osintkp.difference import mode
from osintkp.group import Group
from osintkp.triage import difference
from osintkp.vocabulary import items
from osintkp.vocabulary.scales import Answer, LinkKind, Stance

NEAR = 40
MANY = 36
APART = (
    LinkKind.PART_OF,
    LinkKind.CONTAINED_IN,
    LinkKind.ALTERNATIVE_TO,
    LinkKind.RATIO_TO,
    LinkKind.SHARE_OF,
    LinkKind.REVISES,
    LinkKind.IN_RETURN_FOR,
)
REPEATED = "the one claim repeats the other"
BESIDE = "two figures that stand side by side in a text are of one cargo"
ALIKE = "two figures of one source or origin with the same parties, goods and window are of one cargo"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Pair:
    """
    A volume and a mass that may be of one cargo.

    Attributes:
        claims: The claim with the volume, then that with the mass.
        why: Why they are taken for one cargo.
        open: What is missing to be sure of it; empty where they are one.
        single: Whether neither has another that it could be paired with.
    """

    claims: tuple[Claim, Claim]
    why: str
    open: str = ""
    single: bool = False

    @property
    def certain(self) -> bool:
        """Return whether the two are certainly of one cargo."""
        return not self.open


def pairs(group: Group) -> tuple[Pair, ...]:
    """Return the volumes and masses of a group that may be of one cargo, ordered by their ids."""
    claims = [claim for claim in group.claims if claim.stance is Stance.ASSERTS]
    found: dict[tuple[str, str], Pair] = {}
    for one, other, why in (*_repeated(claims), *_beside(group, claims)):
        two = _ordered(one, other)
        if two is not None and _may_be_one(*two):
            found.setdefault((two[0].id, two[1].id), Pair(claims=two, why=why))
    if not isinstance(group.key, str):
        for pair in _alike(group, claims):
            found.setdefault((pair.claims[0].id, pair.claims[1].id), pair)
    return tuple(found[ids] for ids in sorted(found))


def _ordered(one: Claim, other: Claim) -> tuple[Claim, Claim] | None:
    """Return two claims, the volume first; None where they are not a volume and a mass by the same time."""
    first, second = measured(one.amount), measured(other.amount)
    if first is None or second is None or first[1] != second[1] or first[0] == second[0]:
        return None
    return (one, other) if first[0] == "volume" else (other, one)


def _may_be_one(one: Claim, other: Claim) -> bool:
    related = items.related(one.item or "", other.item or "")
    linked = any(b.id in a.linked(kind) for a, b in ((one, other), (other, one)) for kind in APART)
    return one.kind == other.kind and mode(one) == mode(other) and related is not Answer.NO and not linked


def _repeated(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim, str]]:
    by_id = {claim.id: claim for claim in claims}
    for claim in by_id.values():
        for name in claim.linked(LinkKind.REPEATS):
            if name in by_id:
                yield claim, by_id[name], REPEATED


def _beside(group: Group, claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim, str]]:
    """Give every two neighbours in a text whose words stand within a few letters of each other."""
    if isinstance(group.key, str):
        return
    placed = sorted(
        (claim.source, span.start, span.end, claim.id, claim)
        for claim in claims
        for span in claim.spans
        if span.start is not None and span.end is not None
    )
    for (source, _, end, _, one), (there, start, _, _, other) in pairwise(placed):
        if source == there and start - end <= NEAR and one is not other and _one_window(one, other):
            text = group.text(one)
            if text is None or not _ends_sentence(text[end:start]):
                yield one, other, BESIDE


def _ends_sentence(between: str) -> bool:
    return any(mark in between for mark in (". ", "! ", "? ", "; ", ".\n", "\n\n"))


def _one_window(one: Claim, other: Claim) -> bool:
    """Tell whether two claims cover the same days, as far as they say."""
    if one.when is None or other.when is None:
        return True
    return (one.when.earliest, one.when.latest) == (other.when.earliest, other.when.latest)


def _alike(group: Group, claims: Iterable[Claim]) -> Iterator[Pair]:
    for bucket in _buckets(group, claims).values():
        volumes, masses = (
            [claim for claim in bucket if (measured(claim.amount) or ("",))[0] == kind]
            for kind in ("volume", "mass")
        )
        if len(volumes) * len(masses) > MANY:
            continue
        single = len(volumes) == len(masses) == 1
        for one, other in product(volumes, masses):
            if _may_be_one(one, other) and difference(_bare(one), _bare(other), group.as_of) is None:
                yield Pair(claims=(one, other), why=ALIKE, open=_open(one, other), single=single)


def _buckets(group: Group, claims: Iterable[Claim]) -> dict[tuple[str, ...], list[Claim]]:
    """Return the claims of each source and of each known origin; by their windows where there are many."""
    found: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        origin = group.origin(claim)
        names = [("source", claim.source), *([("origin", origin.id)] if origin.known else [])]
        for name in names:
            found.setdefault(name, []).append(claim)
    small: dict[tuple[str, ...], list[Claim]] = {}
    for key, bucket in found.items():
        for claim in bucket:
            more = (str(claim.when),) if len(bucket) ** 2 > 4 * MANY else ()
            small.setdefault((*key, *more), []).append(claim)
    return small


def _open(one: Claim, other: Claim) -> str:
    blank = [claim.id for claim in (one, other) if claim.when is None]
    if not blank:
        return ""
    return f"{' and '.join(blank)} give{'s' * (len(blank) == 1)} no window"


def _bare(claim: Claim) -> Claim:
    """Return a claim without its amount: a volume and a mass cannot be held against each other as they stand."""
    nothing: dict[str, Any] = {"amount": None}
    return attrs.evolve(claim, record=attrs.evolve(claim.record, **nothing))
