"""What is said to have happened, in the order in which it can have happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from osintkp.claim import Claim
from osintkp.columns import text_table


class Timeline:
    """
    Claims with a date, by the earliest day that it allows; the claims without one stand apart.

    Attributes:
        claims: Those with a date or period, in order.
        undated: Those without.

    Example:
        >>> print(Timeline([]))
        no dated claims
    """

    __slots__ = ("claims", "undated")

    def __init__(self, claims: Iterable[Claim]) -> None:
        every = list(claims)
        self.claims = tuple(sorted((claim for claim in every if claim.when is not None), key=_order))
        self.undated = tuple(claim for claim in every if claim.when is None)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    def __len__(self) -> int:
        return len(self.claims)

    def __str__(self) -> str:
        if not self.claims:
            return "no dated claims"
        rows = [(claim.when, claim.id, claim.sentence().removesuffix(f" · [{claim.when}]")) for claim in self]
        return text_table(("when", "claim", "what"), rows, width=80)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from osintkp.cards import counted, listing

        rows = ((claim.when, claim.id, claim.sentence().removesuffix(f" · [{claim.when}]")) for claim in self)
        title = f"{counted(len(self), 'dated claim')}, {len(self.undated)} without a date"
        return listing(title, ("when", "claim", "what"), rows)


def _order(claim: Claim) -> tuple[date, date, str]:
    when = claim.when
    first = when.earliest if when is not None else None
    last = when.latest if when is not None else None
    return (first or last or date.max, last or date.max, claim.id)
