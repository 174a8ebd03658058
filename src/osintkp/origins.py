"""Where claims come from: attribution chains, repetitions and rewritten sources followed to their beginning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.evidence import UNKNOWN, Source
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import LinkKind

SAME_BODY = (
    "officials and agencies of one government, and members of one organisation's staff, count as one origin"
)


@attrs.frozen(kw_only=True)
class Origin:
    """
    Where the words of a claim begin.

    Attributes:
        id: The top body behind the first actor of the chain (``KR`` for its defence minister), the id of the source
            for its own voice, or ``unknown``.
        actor: The first actor of the chain; None where a source speaks in its own voice.

    Example:
        >>> Origin(id="unknown").known
        False
    """

    id: str
    actor: str | None = None

    @property
    def known(self) -> bool:
        """Whether somebody stands at the beginning. An unknown origin never counts as independent."""
        return self.id != UNKNOWN

    def __str__(self) -> str:
        return self.id if self.actor in (None, self.id) else f"{self.id} ({self.actor})"


def origin_of(claim: Claim, claims: Claims) -> Origin:
    """
    Return where a claim comes from, following repetitions to the claim that they repeat.

    A chain that runs in a circle has an unknown origin.

    Example:
        >>> from osintkp.evidence import Link, Source
        >>> from osintkp.records.loss import Loss
        >>> said = Claim(id="a/1", source="a", record=Loss(), attribution=(Link(actor="ua-general-staff"),))
        >>> str(origin_of(said, Claims([said], [Source(id="a")])))
        'UA (ua-general-staff)'
    """
    claims = claims.lineage
    seen: set[str] = set()
    while claim.id not in seen:
        seen.add(claim.id)
        if claim.attribution and claim.attribution[0].basis is not None:
            return _by_actor(claim.attribution[0].actor)
        repeated = next(
            (found for name in claim.linked(LinkKind.REPEATS) if (found := claims.get(name))), None
        )
        if repeated is None:
            return _by_chain(claim, claims)
        claim = repeated
    return Origin(id=UNKNOWN)


def _by_chain(claim: Claim, claims: Claims) -> Origin:
    return _by_actor(claim.attribution[0].actor) if claim.attribution else _by_source(claim.source, claims)


def _by_actor(actor: str) -> Origin:
    return Origin(id=UNKNOWN) if actor == UNKNOWN else Origin(id=actors.root(actor), actor=actor)


def _by_source(name: str, claims: Claims) -> Origin:
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        source = claims.sources.get(name)
        if source is None or source.derived_from is None:
            return Origin(id=name)
        name = source.derived_from
    return Origin(id=UNKNOWN)


def as_of(claim: Claim, source: Source | None) -> When | None:
    """
    Return when a claim speaks: when it was said, else when the origin passed it on, else when its source came out.

    None when nobody knows.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> claim = Claim(id="a/1", source="a", record=Loss(), said=When.parse("2020-11-09"))
        >>> str(as_of(claim, Source(id="a", published=When.parse("2020-12"))))
        '2020-11-09'
    """
    passed_on = claim.attribution[0].when if claim.attribution else None
    return claim.said or passed_on or (source.published if source is not None else None)


class Origins:
    """
    The origins behind some claims, each with the claims that go back to it.

    Iterating and ``len`` are over the independent ones alone; without any claim it is false.

    Attributes:
        by_id: Claim ids by origin id, in order of appearance; ``unknown`` holds those that go back to nobody named.

    Example:
        >>> print(Origins(Claims()))
        no claims
    """

    __slots__ = ("by_id",)

    def __init__(self, claims: Claims, among: Iterable[Claim] | None = None) -> None:
        self.by_id: dict[str, tuple[str, ...]] = {}
        for claim in claims if among is None else among:
            origin = origin_of(claim, claims)
            self.by_id[origin.id] = (*self.by_id.get(origin.id, ()), claim.id)

    @property
    def independent(self) -> tuple[str, ...]:
        """Return the known origins; each counts once, however many sources carry it."""
        return tuple(name for name in self.by_id if name != UNKNOWN)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the claims whose lineage nobody names."""
        return self.by_id.get(UNKNOWN, ())

    def __iter__(self) -> Iterator[str]:
        return iter(self.independent)

    def __len__(self) -> int:
        return len(self.independent)

    def __bool__(self) -> bool:
        return bool(self.by_id)

    def __str__(self) -> str:
        if not self.by_id:
            return "no claims"
        claims = sum(map(len, self.by_id.values()))
        told = "1 claim" if claims == 1 else f"{claims} claims"
        behind = "1 independent origin" if len(self) == 1 else f"{len(self)} independent origins"
        head = f"{told}, {behind}, {len(self.unknown)} of unknown lineage"
        return "\n".join([head, *(f"  {name:12} {', '.join(ids)}" for name, ids in self.by_id.items())])

    __repr__ = __str__
