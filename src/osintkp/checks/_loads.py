"""What the carriers of a cargo hold each, put into words for a finding."""

from __future__ import annotations

import attrs

from osintkp.checks._figures import worded
from osintkp.checks._wording import figure, number
from osintkp.claim import Claim
from osintkp.group import Group
from osintkp.lineage import factors as plain
from osintkp.lineage.factors import EXACT, TOLERANCE, alike, nominal, quotient
from osintkp.vocabulary.scales import LinkKind

__all__ = [
    "EXACT", "ROUNDED", "TOLERANCE", "Factor", "alike", "comparison", "factors", "nominal", "printed", "quotient", "said",
]  # fmt: skip

ROUNDED = "two factors count as one where they differ by no more than the rounding of their figures allows, at most 5 %"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Factor(plain.Factor):
    """How much of a load each carrier holds, with the division that shows it."""

    @property
    def working(self) -> str:
        """Return the division with its numbers put in."""
        return f"{printed(self.load)} / {printed(self.carriers)} = {number(self.value)} {self.unit}"


def printed(claim: Claim) -> str:
    """
    Return the printed number of a claim with its unit; the whole amount where it is not one number.

    Example:
        >>> from osintkp import Amount
        >>> from osintkp.records.loss import Loss
        >>> printed(Claim(id="a/1", source="a", record=Loss(amount=Amount.parse("~4000 person"))))
        '4,000 person'
    """
    value = nominal(claim.amount)
    if value is None or claim.amount is None:
        return str(claim.amount)
    return f"{figure(value)} {claim.amount.unit}"


def said(claim: Claim) -> str:
    """
    Return the amount of a claim in words, its hedge included.

    Example:
        >>> from osintkp import Amount
        >>> from osintkp.records.loss import Loss
        >>> said(Claim(id="a/1", source="a", record=Loss(amount=Amount.parse("~4000 person"))))
        'about 4,000 person'
    """
    return "no figure" if claim.amount is None else worded(claim.amount)


def factors(group: Group, claim: Claim) -> tuple[Factor, ...]:
    """Return the factors of a load, one for each claim that it is contained in and that gives a number of carriers."""
    found = (plain.factor(claim, carriers) for carriers in group.linked(claim, LinkKind.CONTAINED_IN))
    return tuple(_with_words(each) for each in found if each is not None)


def _with_words(each: plain.Factor) -> Factor:
    return Factor(load=each.load, carriers=each.carriers, value=each.value, unit=each.unit, slack=each.slack)


def comparison(one: Factor, other: Factor) -> tuple[str, ...]:
    """Return the two divisions of factors that are alike, and their quotient, the numbers put in."""
    share, allowed = quotient(one, other) or 0.0, min(TOLERANCE, one.slack + other.slack)
    last = f"{number(other.value)} / {number(one.value)} = {number(share)}: within {100 * allowed:.2g} %"
    return (one.working, other.working, last)
