"""Percentages as they are printed: of a whole, or more or less than a base."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from osintkp.checks._figures import asserted
from osintkp.checks._loads import nominal
from osintkp.checks._wording import figure, listed
from osintkp.claim import Claim, ClaimLink
from osintkp.findings import Finding
from osintkp.group import Group, by_each, finding
from osintkp.units import Amount
from osintkp.units.amount import rescaled
from osintkp.units.definitions import factor
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import LinkKind, Verdict

SOURCE, PARTIES = "percentages of a source", "percentages of parties"
TWO_MEANINGS = (
    "a percentage means nothing without what it is of, and whether it is a share of it or a change over it"
)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Percentage:
    """
    A percentage that a claim gives.

    Attributes:
        claim: The claim.
        base: The claim about what it is of.
        printed: The number before the sign, as ``30`` for a share of 0.3 and for a ratio of 1.3 or of 0.7.
        value: The value of the link: the share, or the ratio.
        share: Whether it is a share of a whole; else it is a change over a base.
    """

    claim: Claim
    base: Claim
    printed: float
    value: Amount
    share: bool

    @property
    def said(self) -> str:
        """Return the percentage with what it is of, in words."""
        number = f"{figure(self.printed)} percent"
        if self.share:
            return f"{self.claim.id} is {number} of {self.base.id}, a share of a whole"
        more = "more" if (nominal(self.value) or 0.0) >= 1 else "less"
        return f"{self.claim.id} is {number} {more} than {self.base.id}, a change over a base"

    @property
    def working(self) -> Iterator[str]:
        """Give what the percentage comes to, where its base prints a number."""
        whole = nominal(self.base.amount)
        if whole is None or self.base.amount is None:
            return
        unit = f" {self.base.amount.unit}".rstrip()
        if self.share:
            share = self.printed / 100
            yield f"{figure(self.printed)} percent of {figure(whole)}{unit} = {figure(share * whole)}{unit}"
        else:
            ratio = _printed_in(self.value, "") or 0.0
            yield f"{figure(ratio)} x {figure(whole)}{unit} = {figure(ratio * whole)}{unit}"


def _scopes(claim: Claim) -> Iterator[tuple[str, str]]:
    """Give the source and the set of parties of a claim with a share or a ratio."""
    if any(_percent(link) is not None for link in claim.links):
        parties = sorted({actors.root(actor) for actor in claim.actors if actor})
        yield SOURCE, claim.source
        if parties:
            yield PARTIES, " ".join(parties)


percentages = by_each(_scopes, least=2)


def _percent(link: ClaimLink) -> float | None:
    """Return the percentage that the value of a link may have been printed as; None where it has no such value."""
    if link.kind not in (LinkKind.SHARE_OF, LinkKind.RATIO_TO) or link.value is None:
        return None
    value = _printed_in(link.value, "percent") if link.value.unit in ("", "percent") else None
    if value is None:
        return None
    printed = round(value if link.kind is LinkKind.SHARE_OF else abs(value - 100), 6)
    return printed if printed > 0 else None


def _printed_in(value: Amount, unit: str) -> float | None:
    """Return the one number that was printed, in a unit; None for a range."""
    number = nominal(value)
    if number is None or value.unit == unit:
        return number
    return rescaled(number, factor(value.unit, unit))


def twofold(group: Group) -> Iterator[Finding]:
    """Give one finding for each percentage that stands for a share of a whole and for a change over a base."""
    by_number: dict[float, list[Percentage]] = {}
    for each in _found(group):
        by_number.setdefault(each.printed, []).append(each)
    for number, alike in sorted(by_number.items()):
        shares, changes = ([each for each in alike if each.share is share] for share in (True, False))
        if not shares or not changes:
            continue
        shares, changes = ([each for each in some if _is_printed(each)] for some in (shares, changes))
        if shares and changes and _not_told_elsewhere(group, shares, changes):
            yield _twofold(group, number, shares, changes)


def _found(group: Group) -> Iterator[Percentage]:
    for claim in group.claims:
        for link in claim.links:
            base, printed = group.beyond.get(link.claim), _percent(link)
            if base is not None and base is not claim and printed is not None and link.value is not None:
                share = link.kind is LinkKind.SHARE_OF
                if asserted(claim):
                    yield Percentage(claim=claim, base=base, printed=printed, value=link.value, share=share)


def _is_printed(each: Percentage) -> bool:
    """Tell whether the quote has the percentage, or no number from which it could have been worked out."""
    from osintkp.checks._said import numbers_said

    said = numbers_said(each.claim)
    signs = [number for number in said if number.mention.symbol == "%"]
    return not said or any(abs(value - each.printed) < 1e-6 for number in signs for value in number.values)


def _not_told_elsewhere(group: Group, shares: list[Percentage], changes: list[Percentage]) -> bool:
    """Tell whether the group of one source does not say it already, where the group is of parties."""
    of_source = isinstance(group.key, tuple) and group.key[0] == SOURCE
    return of_source or {each.claim.source for each in shares}.isdisjoint(
        each.claim.source for each in changes
    )


def _twofold(group: Group, number: float, shares: list[Percentage], changes: list[Percentage]) -> Finding:
    named = (shares[0], changes[0])
    rest = sorted({each.claim.id for each in (*shares, *changes)} - {each.claim.id for each in named})
    more = f" ({listed(rest)} too)" if rest else ""
    sources = sorted({each.claim.source for each in named})
    message = (
        f'"{figure(number)} percent" has two meanings in {listed(sources)}: {named[0].said}; {named[1].said}{more}: '
        "the two are not one figure"
    )
    claims = (
        *(claim for each in named for claim in (each.claim, each.base)),
        *map(group.beyond.__getitem__, rest),
    )
    working = tuple(line for each in named for line in each.working)
    return finding(
        Verdict.DIFFERENT_SCOPE,
        message,
        tuple(dict.fromkeys(claims)),
        working=working,
        assumptions=(TWO_MEANINGS,),
    )
