"""From a claim back to its beginning: through repetitions, rewritten sources and attribution chains."""

from __future__ import annotations

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.lineage.nodes import Node, Step
from osintkp.vocabulary.scales import LinkKind


def told_by(claim: Claim, claims: Claims) -> tuple[Claim, ...] | None:
    """
    Return a claim and those that it goes back to by repetition, the first telling last; None where they run in a circle.

    A chain that begins with what the coder knows from elsewhere is followed no further.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> from osintkp.claim import ClaimLink
        >>> first = Claim(id="a/1", source="a", record=Loss(actor="ET"))
        >>> again = Claim(
        ...     id="b/1",
        ...     source="b",
        ...     record=Loss(actor="ET"),
        ...     links=(ClaimLink(kind=LinkKind.REPEATS, claim="a/1"),),
        ... )
        >>> [each.id for each in told_by(again, Claims([first, again]))]
        ['b/1', 'a/1']
    """
    found = {claim.id: claim}
    while (told := repeated(claim, claims)) is not None:
        if told.id in found:
            return None
        found[told.id] = claim = told
    return tuple(found.values())


def repeated(claim: Claim, claims: Claims) -> Claim | None:
    """Return the claim that a claim goes back to by repetition; None where it begins a telling."""
    if claim.attribution and claim.attribution[0].basis is not None:
        return None
    return next((each for name in claim.linked(LinkKind.REPEATS) if (each := claims.get(name))), None)


def rewritten(name: str, claims: Claims) -> tuple[str, ...] | None:
    """
    Return a source and those that it rewrites, the first one last; None where they run in a circle.

    A source that is not at hand is named all the same.

    Example:
        >>> from osintkp.evidence import Source
        >>> rewritten("blog", Claims(sources=[Source(id="blog", derived_from="wire")]))
        ('blog', 'wire')
    """
    found = [name]
    seen = {name}
    while (source := claims.sources.get(name)) is not None and source.derived_from is not None:
        name = source.derived_from
        if name in seen:
            return None
        found.append(name)
        seen.add(name)
    return tuple(found)


def trail(claim: Claim, claims: Claims) -> tuple[Step, ...]:
    """
    Return through whom a claim came, the origin first; empty for a source in its own voice, and for a circle.

    Example:
        >>> from osintkp.evidence import Link
        >>> from osintkp.records.loss import Loss
        >>> chain = (Link(actor="sd-armed-forces", basis="SUNA, 2 May 2023"), Link(actor="afp"))
        >>> said = Claim(id="a/1", source="a", record=Loss(actor="SD"), attribution=chain)
        >>> [str(step) for step in trail(said, Claims([said]))]
        ['sd-armed-forces*', 'afp']
    """
    walk = told_by(claim, claims)
    if walk is None:
        return ()
    found: dict[Node, Step] = {}
    for each in reversed(walk):
        for step in _own(each, claims, first=each is walk[-1]):
            found.setdefault(step.node, step)
        if each is not claim:
            found.setdefault(Node.claim(each.id), Step(node=Node.claim(each.id)))
    return tuple(found.values())


def _own(claim: Claim, claims: Claims, *, first: bool) -> list[Step]:
    """Return the steps that a claim names itself, or the sources that its own voice goes back to."""
    if claim.attribution or not first:
        return [
            Step(node=Node.actor(link.actor), outside=link.basis is not None) for link in claim.attribution
        ]
    sources = rewritten(claim.source, claims) or ()
    return [Step(node=Node.source(name)) for name in reversed(sources[1:])]
