"""What is said to have happened, in the order in which it can have happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import attrs

from osintkp.claim import Claim
from osintkp.columns import text_table
from osintkp.dates import When
from osintkp.dates.ends import first_of, last_of
from osintkp.difference import REAL
from osintkp.vocabulary.scales import Stance

if TYPE_CHECKING:
    from altair import LayerChart

    from osintkp.plots.timeline import Stretch


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
        rows = [(claim.when, claim.id, without_date(claim)) for claim in self]
        return text_table(("when", "claim", "what"), rows, width=80)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from osintkp.cards import counted, listing, whole

        rows = ((whole(claim.when), claim.id, without_date(claim)) for claim in self)
        title = f"{counted(len(self), 'dated claim')}, {len(self.undated)} without a date"
        return listing(title, ("when", "claim", "what"), rows)

    def plot(self) -> LayerChart:
        """
        Return a picture: a row for each claim, a bar from the first to the last day that its date allows.

        What surely belongs to a period is solid, what may is pale; ends that are open have an arrow, dates that are
        approximate or uncertain a dashed edge. ``.save("timeline.svg")`` and ``.save("timeline.png")`` write it.

        Raises:
            MissingExtraError: ``osintkp[plots]`` is not installed.
        """
        from osintkp.plots.timeline import draw

        return draw(
            [_stretch(claim, claim.when) for claim in self if claim.when is not None],
            undated=len(self.undated),
        )


def without_date(claim: Claim) -> str:
    """Return what a claim says without its date, which stands in a column of its own."""
    return claim.sentence().removesuffix(f" · [{claim.when}]")


def _order(claim: Claim) -> tuple[date, date, str]:
    when = claim.when
    first = when.earliest if when is not None else None
    last = when.latest if when is not None else None
    return (first or last or date.max, last or date.max, claim.id)


def _stretch(claim: Claim, when: When) -> Stretch:
    """Return a claim as a row of the picture."""
    from osintkp.plots.timeline import Stretch

    parts = without_date(claim).split(" · ", 2)
    row = Stretch(
        id=claim.id, kind=claim.kind, what=parts[2] if len(parts) > 2 else "-", tone=_tone(claim), when=str(when),
        sentence=claim.sentence(), quote=claim.quote,
    )  # fmt: skip
    begin, end = first_of(when), last_of(when)
    sure = (begin.latest if begin else None, end.earliest if end else None) if when.is_period else None
    return attrs.evolve(
        row, first=when.earliest, last=when.latest, sure=sure, open_start=when.open_start, open_end=when.open_end,
        vague=when.approximate or when.uncertain,
    )  # fmt: skip


def _tone(claim: Claim) -> str:
    if claim.stance is Stance.DENIES:
        return "denied"
    return "said to be so" if claim.modality in REAL else "capacity, pledge, forecast"
