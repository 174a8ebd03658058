"""What claims are about, as far as a circle has to know: whether one may be what another hands on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from osintkp.claim import Claim
from osintkp.units.amount import may_be_one_number
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer, LinkKind

PARTS = (LinkKind.PART_OF, LinkKind.SHARE_OF)


def bodies(claim: Claim) -> tuple[str | None, ...]:
    """
    Return whom a claim is about: its state for an official or an agency.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> bodies(Claim(id="a/1", source="a", record=Loss(actor="ua-general-staff")))
        ('UA',)
    """
    return roots(claim.record.topic)


def roots(named: Iterable[str | None]) -> tuple[str | None, ...]:
    """
    Return the top bodies of some actors, None where nobody is named.

    Example:
        >>> roots(["ua-general-staff", None])
        ('UA', None)
    """
    return tuple([actor and actors.root(actor) for actor in named])


def matter(claim: Claim) -> Hashable | None:
    """
    Return what a claim and its retelling have in common: stance, kind, actors, dimension and wording; None for nothing.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> matter(Claim(id="a/1", source="a", record=Loss())) is None
        True
    """
    record = claim.record
    text = record.of("text") or record.of("title")
    about = bodies(claim)
    if not any(about) and text is None:
        return None
    dimension = None if claim.amount is None else claim.amount.dimension
    return (claim.stance, claim.kind, about, dimension, str(text).casefold())


def may_be_one(one: Claim, other: Claim) -> bool:
    """
    Tell whether two claims about one matter may be the same news: goods, calibre, figure and time allow it.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> from osintkp.units import Amount
        >>> lost = [
        ...     Claim(
        ...         id=f"a/{n}",
        ...         source="a",
        ...         record=Loss(actor="AM", amount=Amount.parse(text)),
        ...     )
        ...     for n, text in enumerate(("~50 tank", "52 tank", "90 tank"))
        ... ]
        >>> may_be_one(lost[0], lost[1]), may_be_one(lost[0], lost[2])
        (True, False)
    """
    bores = one.record.of("calibre"), other.record.of("calibre")
    if None not in bores and str(bores[0]) != str(bores[1]):
        return False
    if items.surely_other(one.item, other.item):
        return False
    if one.when is not None and other.when is not None and one.when.overlaps(other.when) is Answer.NO:
        return False
    return one.amount is None or other.amount is None or may_be_one_number(one.amount, other.amount)


def is_part(claim: Claim) -> bool:
    """Tell whether a claim is said to be a part or a share of another."""
    return any(link.kind in PARTS for link in claim.links)
