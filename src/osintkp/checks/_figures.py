"""Figures put into words for a finding, and held against each other with their rounding allowed for."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from osintkp.checks._wording import figure, number
from osintkp.claim import Claim
from osintkp.group import Group
from osintkp.inert import printable
from osintkp.units import Amount, Band, Comparator
from osintkp.units.comparing import at_most
from osintkp.vocabulary.scales import Answer, LinkKind, Stance

ROUNDING = "a figure without a hedge may be rounded by half a unit of its last significant digit, at most 5 %"
LOOSENESS = "a hedged figure stands for the band of its looseness policy: by default half a unit of its last digit, at least 10 %"

_BEFORE = {
    Comparator.ABOUT: "about ",
    Comparator.ABOVE: "more than ",
    Comparator.AT_LEAST: "at least ",
    Comparator.BELOW: "less than ",
    Comparator.AT_MOST: "at most ",
    Comparator.FROM_ABOUT: "about ",
}


def worded(amount: Amount) -> str:
    """
    Return an amount in words, its comparator and unit included.

    Example:
        >>> worded(Amount.parse("~6700 container")), worded(Amount.parse("2000..5000 round"))
        ('about 6,700 container', '2,000 to 5,000 round')
        >>> worded(Amount.parse("~2000.. person")), worded(Amount.parse(">12 ship"))
        ('about 2,000 or more person', 'more than 12 ship')
    """
    before = _BEFORE.get(amount.comparator, "")
    if amount.best is not None:
        said = f"{before}{figure(amount.best)}"
    elif amount.low is not None and amount.high is not None:
        said = f"{figure(amount.low)} to {figure(amount.high)}"
    else:
        said = before + "".join(figure(end) for end in (amount.low, amount.high) if end is not None)
        said += " or more" if amount.comparator is Comparator.FROM_ABOUT else ""
    return f"{said} {amount.unit}".strip()


def plain(amount: Amount) -> str:
    """
    Return the printed number of an amount with its unit and without its hedge; a bound or a range in words.

    Example:
        >>> plain(Amount.parse("~6700 container")), plain(Amount.parse(">=3 tank"))
        ('6,700 container', 'at least 3 tank')
    """
    return worded(amount) if amount.best is None else f"{figure(amount.best)} {amount.unit}".strip()


def span(low: float | None, high: float | None, unit: str = "") -> str:
    """
    Return two calculated bounds in words, with their unit; None is no bound.

    Example:
        >>> span(1.17, 1.43), span(None, 5.0), span(2000.0, None, "round"), span(3.0, 3.0), span(None, None)
        ('1.17 to 1.43', '5 or less', '2,000 round or more', '3', 'any number')
    """
    ends = [number(end) for end in (low, high) if end is not None]
    if not ends:
        return "any number"
    several = " to ".join(dict.fromkeys(ends))
    tail = "" if len(ends) == 2 else " or less" if low is None else " or more"
    return f"{several} {unit}".strip() + tail


def extent(band: Band) -> str:
    """
    Return a calculated figure in words: its best value with its bounds, or the bounds alone.

    Example:
        >>> extent(Band(low=250.0, best=300.0, high=350.0, unit="round")), extent(Band(low=2.0, high=3.0))
        ('300 round (250 to 350)', '2 to 3')
    """
    bounds = span(band.low, band.high)
    if band.best is None:
        return span(band.low, band.high, band.unit)
    best = f"{number(band.best)} {band.unit}".strip()
    return best if bounds == number(band.best) else f"{best} ({bounds})"


def percent(share: float) -> str:
    """
    Return a share as a percentage: whole from ten upwards, else in two significant digits.

    Example:
        >>> percent(0.8), percent(0.0456), percent(12.5), percent(0.0)
        ('80 %', '4.6 %', '1,250 %', '0 %')
    """
    value = 100 * share
    return f"{value:,.0f} %" if abs(value) >= 9.95 else f"{value:.2g} %"


def standing(claim: Claim, amount: Amount) -> str:
    """
    Return what the figure of a claim stands for, as a line of working.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> standing(Claim(id="a/1", source="a", record=Loss()), Amount.parse("~40 tank"))
        'a/1: about 40 tank stands for 35 to 45 tank'
    """
    band = printed(amount)
    return f"{claim.id}: {worded(amount)} stands for {span(band.low, band.high, amount.unit)}"


def printed(amount: Amount) -> Band:
    """
    Return what a printed figure may stand for, its rounding allowed for, in its own unit.

    Example:
        >>> print(printed(Amount.parse("10000 person")))
        9500..10000..10500 person
    """
    low, high = (end if isfinite(end) else None for end in amount.printed_band(amount.unit))
    return Band(low=low, best=amount.best, high=high, unit=amount.unit)


def certainly_above(one: Amount, other: Amount) -> bool:
    """
    Tell whether one figure is above another, whatever both were rounded from.

    Raises:
        DimensionError: The two measure different things.

    Example:
        >>> whole = Amount.parse("10000 person")
        >>> (
        ...     certainly_above(Amount.parse("12000 person"), whole),
        ...     certainly_above(Amount.parse("10200 person"), whole),
        ... )
        (True, False)
    """
    return one.greater(other) is Answer.YES and at_most(other.printed_band()[1], one.printed_band()[0])


def asserted(*claims: Claim) -> bool:
    """Tell whether none of some claims denies its record."""
    return all(claim.stance is Stance.ASSERTS for claim in claims)


def linked_to(group: Group) -> Claim:
    """Return the claim that the others of a group of links are linked to."""
    return next(claim for claim in group.claims if claim.id == group.key)


def valued_links(group: Group, kind: LinkKind) -> Iterator[tuple[Claim, Claim, Amount | None]]:
    """Give each asserted claim that has a link of a kind to the one that a group is about, that one, and the link's value."""
    base = linked_to(group)
    for claim in group.claims:
        for link in claim.links:
            if link.kind is kind and link.claim == base.id and claim is not base and asserted(claim, base):
                yield claim, base, link.value


def quoted(words: str, *, most: int = 200) -> str:
    r"""
    Return words of a text between quote marks, on one line, cut where they are long, and safe in a terminal.

    Example:
        >>> quoted("12\ntrucks"), quoted("12 trucks", most=4)
        ('"12 trucks"', '"12 t..."')
    """
    line = printable(" ".join(words.split()))
    return f'"{line}"' if len(line) <= most else f'"{line[:most]}..."'
