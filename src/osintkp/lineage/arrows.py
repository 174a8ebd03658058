"""The arrows of a picture of lineage: from each origin through whoever passed the words on to the sources that print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.evidence import UNKNOWN
from osintkp.lineage.edges import How, with_repeated
from osintkp.lineage.outlets import own_voice
from osintkp.lineage.trails import repeated, rewritten
from osintkp.vocabulary import actors
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import LinkKind


@attrs.frozen(order=True)
class Stop:
    """
    Who stands at an end of an arrow.

    Attributes:
        kind: ``origin`` for the body at the beginning, or a source in its own voice; ``actor``, ``source``, or ``nobody``
            for somebody on the way who is not named.
        id: Of the actor or source.
    """

    __repr__ = printed

    kind: str
    id: str


@attrs.frozen(kw_only=True)
class Arrow:
    """
    One step of the picture.

    Attributes:
        giver: Who had it.
        taker: Who had it from the giver.
        how: ``said``, ``repeats`` or ``rewrites``; ``speaks for`` from a body to its own official, ``own voice`` from a
            publisher or a source to what it prints.
        claims: Ids of the claims that show it, in order of the alphabet.
        outside: Whether only a coder knows of it.

    Example:
        >>> Arrow(giver=Stop("origin", "SD"), taker=Stop("source", "a"), how="said", claims=("a/1",)).outside
        False
    """

    __repr__ = printed

    giver: Stop
    taker: Stop
    how: str
    claims: tuple[str, ...]
    outside: bool = False


Key = tuple[Stop, Stop, str]


def arrows(claims: Claims, among: Iterable[Claim] | None = None) -> tuple[Arrow, ...]:
    """
    Return the arrows of some claims and of those that they repeat, in a fixed order.

    Args:
        claims: All claims, by which repetitions are followed.
        among: The claims that are asked about; None for all.

    Example:
        >>> from osintkp.evidence import Link
        >>> from osintkp.records.loss import Loss
        >>> said = Claim(id="a/1", source="a", record=Loss(), attribution=(Link(actor="ua-general-staff"),))
        >>> [(arrow.giver.id, arrow.taker.id, arrow.how) for arrow in arrows(Claims([said]))]
        [('ua-general-staff', 'a', 'said'), ('UA', 'ua-general-staff', 'speaks for')]
    """
    claims = claims.lineage
    found: dict[Key, dict[str, bool]] = {}
    for claim in with_repeated(claims if among is None else among, claims):
        for key, outside in _steps(claim, claims):
            found.setdefault(key, {}).setdefault(claim.id, outside)
    return tuple(
        Arrow(giver=giver, taker=taker, how=how, claims=tuple(sorted(names)), outside=all(names.values()))
        for (giver, taker, how), names in sorted(found.items(), key=lambda item: item[0])
        if giver != taker
    )


def _steps(claim: Claim, claims: Claims) -> Iterator[tuple[Key, bool]]:
    """Give the steps that one claim shows, and whether each is known from elsewhere alone."""
    begins = repeated(claim, claims) is None
    here = Stop("source", claim.source)
    for name in claim.linked(LinkKind.REPEATS):
        if name in claims:
            yield (Stop("source", claims[name].source), here, str(How.REPEATS)), False
    chain = [_stop(link.actor) for link in claim.attribution]
    if chain and begins:
        body = _body(claim.attribution[0].actor)
        if body.id != chain[0].id and body.id != UNKNOWN:
            yield (body, chain[0], "speaks for"), claim.attribution[0].basis is not None
        else:
            chain[0] = body
    for link, (giver, taker) in zip(claim.attribution, pairwise([*chain, here]), strict=True):
        yield (giver, taker, str(How.SAID)), link.basis is not None
    if not chain and begins:
        yield from _voiced(claim.source, claims)


def _stop(actor: str) -> Stop:
    return Stop("nobody", UNKNOWN) if actor == UNKNOWN else Stop("actor", actor)


def _body(actor: str) -> Stop:
    return Stop("origin", UNKNOWN if actor == UNKNOWN else actors.root(actor))


def _voiced(name: str, claims: Claims) -> Iterator[tuple[Key, bool]]:
    """Give the steps to a source in its own voice: from its publisher or itself, or from the sources that it rewrites."""
    sources = rewritten(name, claims)
    if sources is None:
        other = claims.sources[name].derived_from
        yield (Stop("source", str(other)), Stop("source", name), str(How.REWRITES)), False
        return
    for taker, giver in pairwise(sources):
        yield (Stop("source", giver), Stop("source", taker), str(How.REWRITES)), False
    first = sources[-1]
    voice = own_voice(claims.sources.get(first))
    yield (
        (Stop("origin", first) if voice is None else _body(voice), Stop("source", first), "own voice"),
        False,
    )
