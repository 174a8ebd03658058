"""Amounts that a link joins, two by two."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from osintkp.checks._figures import asserted, extent, linked_to, plain, printed, worded
from osintkp.claim import Claim, ClaimLink
from osintkp.errors import DimensionError
from osintkp.group import Group
from osintkp.units import Amount, Band, Comparator, ratio
from osintkp.vocabulary.scales import LinkKind, Severity, Verdict

SAID = {
    LinkKind.PART_OF: "as a part of",
    LinkKind.SHARE_OF: "as a share of",
    LinkKind.RATIO_TO: "as a ratio to",
    LinkKind.REPEATS: "as a repetition of",
    LinkKind.REVISES: "as a revision of",
    LinkKind.CONTAINED_IN: "as the load of",
}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Pair:
    """Two claims with amounts that a link joins."""

    link: ClaimLink
    claim: Claim
    mine: Amount
    other: Claim
    theirs: Amount

    @property
    def said(self) -> str:
        """Return how the two are joined, in words."""
        both = f"{SAID[self.link.kind]} {self.other.id}, which gives {worded(self.theirs)}"
        return f"{self.claim.id} gives {worded(self.mine)} {both}"

    @property
    def kind(self) -> tuple[str, ...]:
        """Return what pairs that are told together share."""
        return self.link.kind, self.mine.unit, self.theirs.unit


def pairs(group: Group) -> Iterator[Pair]:
    """Give each claim that a link joins to the one that a group is about, where both are asserted and give amounts."""
    other = linked_to(group)
    for claim in group.claims:
        for link in dict.fromkeys(claim.links):
            if (
                link.claim != other.id
                or claim is other
                or link.kind not in SAID
                or not asserted(claim, other)
            ):
                continue
            if claim.amount is not None and other.amount is not None:
                yield Pair(link=link, claim=claim, mine=claim.amount, other=other, theirs=other.amount)


def quotient(mine: Amount, theirs: Amount) -> Band | None:
    """Return one amount divided by another, rounding allowed for; None where the result has no unit."""
    try:
        return ratio(printed(mine), printed(theirs))
    except DimensionError:
        return None


def division(pair: Pair) -> tuple[str, ...]:
    """Return the division of the two amounts as a line of working; empty where it cannot be made."""
    found = quotient(pair.mine, pair.theirs)
    if found is None or not pair.theirs.high:
        return ()
    return (f"{plain(pair.mine)} / {plain(pair.theirs)} = {extent(found)}",)


def unit_word(amount: Amount) -> str:
    """Return the unit of an amount, in words where it has none."""
    return amount.unit or "a number"


def nearly(actual: Band, stated: Amount) -> bool:
    """
    Tell whether a band meets a figure that is only said to be about something, if "about" reaches a fifth.

    Example:
        >>> actual = Band(low=0.56, best=0.57, high=0.59)
        >>> nearly(actual, Amount.parse("~0.5")), nearly(actual, Amount.parse("0.5"))
        (True, False)
    """
    return stated.comparator is Comparator.ABOUT and bool(actual.overlaps(printed(stated.under("fifth"))))


def fit(actual: Band, stated: Amount) -> tuple[Verdict, Severity, str, str]:
    """Return how a quotient fits a stated ratio or share: verdict, severity, "and" or "but", and the words for it."""
    if actual.overlaps(printed(stated)):
        return Verdict.AGREEMENT, Severity.INFO, "and", "they agree"
    if nearly(actual, stated):
        return (
            Verdict.UNDECIDED,
            Severity.INFO,
            "but",
            'they fit only if "about" reaches a fifth to either side',
        )
    return Verdict.CONFLICT, Severity.ERROR, "but", "they do not fit, hedges and rounding allowed for"
