"""Origins put into words for a finding, and figures met across them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from math import inf

from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.origins import Origin
from osintkp.units.amount import reach
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import LinkKind

NOT_COUNTED = "a chain that begins with nobody named counts for nothing"
MOST_LINES = 20
MOST_NEAR = 100

Traced = tuple[Claim, Origin]


def chain(claim: Claim, origin: Origin) -> str:
    """
    Return through whom a claim came, as a line of working.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> chain(Claim(id="a/1", source="a", record=Loss()), Origin(id="a"))
        'a/1: a; origin a'
    """
    steps = [link.actor for link in claim.attribution]
    figure = "" if claim.amount is None else f" {claim.amount}"
    repeated = claim.linked(LinkKind.REPEATS)
    tail = f", repeats {listed(repeated)}" if repeated else ""
    return f"{claim.id}{figure}: {' > '.join([*steps, claim.source])}{tail}; origin {origin}"


def parties(claim: Claim) -> str:
    """
    Return whom a claim is about in words, the giver first; officials and agencies as their state.

    Example:
        >>> from osintkp.records.shipment import Shipment
        >>> parties(Claim(id="a/1", source="a", record=Shipment(sender="IR", recipient="SD")))
        'IR to SD'
    """
    between = " to " if "recipient" in claim.record.roles else " and "
    return between.join(actors.root(actor) for actor in claim.actors if actor)


def goods(claim: Claim) -> str:
    """Return what a claim is about, apart from whom: its goods, or its kind in words."""
    return claim.item or claim.kind.replace("_", " ")


def figures_of(claims: Sequence[Claim]) -> str:
    """
    Return what claims about one thing give: figures in their units, or an account.

    Example:
        >>> from osintkp.records.shipment import Shipment
        >>> figures_of(
        ...     [Claim(id="a/1", source="a", record=Shipment(sender="IR", recipient="SD", item="aid"))]
        ... )
        'an account of aid (IR to SD)'
    """
    units: dict[Hashable, str] = {}
    for amount in filter(None, (claim.amount for claim in claims)):
        units.setdefault(amount.dimension, amount.unit)
    if not units:
        return f"an account of {goods(claims[0])} ({parties(claims[0])})"
    return f"figures of {goods(claims[0])} in {listed(units.values())} ({parties(claims[0])})"


def near(traced: Iterable[Traced]) -> Iterator[tuple[Traced, Traced]]:
    """
    Give every two claims of one dimension whose bands touch, whatever they leave out, without looking at the others.

    Of very many, each is given with the next hundred by their bands.
    """
    known = list(traced)
    bands = [(*_band(claim), number) for number, (claim, _) in enumerate(known)]
    bands.sort()
    for place, (_, high, number) in enumerate(bands):
        for low, _, other in bands[place + 1 : place + 1 + MOST_NEAR]:
            if low > high:
                break
            yield known[number], known[other]


def _band(claim: Claim) -> tuple[float, float]:
    return (-inf, inf) if claim.amount is None else reach(claim.amount)
