"""What several transfers come to together, in the unit of a cap, nothing counted twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import fsum, inf

import attrs

from osintkp.checks._caps import Cap, Placement
from osintkp.checks._loads import nominal
from osintkp.checks._wording import figure, number
from osintkp.claim import Claim
from osintkp.errors import DimensionError, UnknownIdError
from osintkp.facts import Facts
from osintkp.units import Amount, Band, Comparator, assumption, convert_packed
from osintkp.units.comparing import Interval, below, least_together, same_number
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import LinkKind
from osintkp.windows import at_other_times

ONCE = "the figures of one sender are added only where their goods or their periods are certainly apart; of others the highest counts"
JOINED = frozenset(
    {
        LinkKind.REPEATS,
        LinkKind.REVISES,
        LinkKind.PART_OF,
        LinkKind.CONTAINED_IN,
        LinkKind.ALTERNATIVE_TO,
        LinkKind.SHARE_OF,
    }
)


@attrs.frozen(kw_only=True, repr=False)
class Measured:
    """
    A transfer in the unit of a cap.

    Attributes:
        claim: The claim.
        placement: Where it falls among the windows of the cap.
        certain: Whether its goods certainly are those of the cap.
        interval: What its words, their rounding and any conversion allow.
        value: The printed number, converted at the lower end.
        top: The printed number, converted at the upper end.
        working: How it was converted.
        assumptions: What the conversion took for granted.
    """

    claim: Claim
    placement: Placement
    certain: bool
    interval: Interval
    value: float
    top: float
    working: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Total:
    """
    The transfers that were added, and those that may be the same goods told again.

    Example:
        >>> Total().value, Total().claims
        (0.0, ())
    """

    parts: tuple[Measured, ...] = ()
    left_out: tuple[Measured, ...] = ()

    @property
    def least(self) -> Interval:
        """Return what they come to at least."""
        return least_together(part.interval for part in self.parts)

    @property
    def low(self) -> float:
        """Return the least that they come to."""
        return self.least.low

    @property
    def value(self) -> float:
        """Return what their printed numbers come to, conversions at the lower end."""
        return fsum(part.value for part in self.parts)

    @property
    def top(self) -> float:
        """Return what their printed numbers come to, conversions at the upper end."""
        return fsum(part.top for part in self.parts)

    @property
    def high(self) -> float:
        """Return the most that they come to."""
        return fsum(part.interval.high for part in self.parts)

    def passes(self, cap: Cap, windows: int) -> bool:
        """Tell whether they certainly come to more than a cap allows in some windows together; of "less than" not the number itself."""
        most = Interval(high=windows * cap.value, high_open=cap.amount.comparator is Comparator.BELOW)
        return below(most, self.least)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims that were added."""
        return tuple(part.claim for part in self.parts)

    def working(self, name: str) -> tuple[str, ...]:
        """Return the sum with its numbers put in, in a unit, and what was left out of it."""
        lines = [line for part in self.parts for line in part.working]
        if len(self.parts) > 1:
            summands = " + ".join(number_or_figure(part.value) for part in self.parts)
            lines.append(f"{summands} = {number_or_figure(self.value)} {name}")
        lines += [
            f"not added, may be the same goods: {part.claim.id} ({part.claim.amount})"
            for part in self.left_out
        ]
        return tuple(lines)


def number_or_figure(value: float) -> str:
    """
    Return a whole number as it is, any other in a few digits.

    Example:
        >>> number_or_figure(216900.0), number_or_figure(0.123456)
        ('216,900', '0.1235')
    """
    return figure(value) if value == int(value) else number(value)


def measured(claim: Claim, cap: Cap, placement: Placement, facts: Facts, *, certain: bool) -> Measured | None:
    """Return a transfer in the unit of a cap; None where nothing leads from its unit to the cap's."""
    amount = claim.amount
    if amount is None:
        return None
    here, there = unit(amount.unit), unit(cap.amount.unit)
    if same_dimension(here, there):
        low, high = amount.printed_band(cap.amount.unit)
        value = _printed(amount) * here.factor / there.factor
        return _measured(claim, placement, (low, value, value, high), certain=certain)
    return _converted(claim, amount, cap, placement, facts, certain=certain)


def _printed(amount: Amount) -> float:
    value = nominal(amount)
    return value if value is not None else next(end for end in (amount.low, amount.high) if end is not None)


def _measured(
    claim: Claim, placement: Placement, ends: tuple[float, float, float, float], *, certain: bool,
    working: tuple[str, ...] = (), assumptions: tuple[str, ...] = (),
) -> Measured:  # fmt: skip
    low, value, top, high = ends
    above = claim.amount is not None and claim.amount.comparator is Comparator.ABOVE
    return Measured(
        claim=claim,
        placement=placement,
        certain=certain,
        interval=Interval(low, high, low_open=above),
        value=value,
        top=top,
        working=working,
        assumptions=assumptions,
    )


def _converted(
    claim: Claim, amount: Amount, cap: Cap, placement: Placement, facts: Facts, *, certain: bool
) -> Measured | None:
    item = claim.item if certain else cap.item
    if not certain and not (item is not None and claim.item is not None and items.within(item, claim.item)):
        return None
    try:
        by = assumption("density", item or "", using=facts.assumptions)
        whole = convert_packed(amount, cap.amount.unit, by)
        value = _printed(amount)
        alone = Band(low=value, best=value, high=value, unit=amount.unit)
        point = convert_packed(alone, cap.amount.unit, by)
    except (DimensionError, UnknownIdError):
        return None
    low, high = whole.amount.low or 0.0, inf if whole.amount.high is None else whole.amount.high
    ends = (low, point.amount.low or 0.0, point.amount.high or 0.0, high)
    return _measured(claim, placement, ends, certain=certain, working=point.working, assumptions=(str(by),))


def added(parts: Sequence[Measured]) -> Total:
    """Return what transfers come to over all senders, each sender's goods counted once."""
    senders: dict[str | None, list[Measured]] = {}
    for part in parts:
        sender = part.claim.record.of("sender")
        senders.setdefault(actors.root(sender) if isinstance(sender, str) else None, []).append(part)
    unnamed = _of_sender(senders.pop(None, []))
    kept: list[Measured] = []
    for chosen in sorted(map(_of_sender, senders.values()), key=_weight, reverse=True):
        kept += [part for part in chosen if not any(_same_goods(part, other) for other in kept)]
    best = max(kept, unnamed, key=lambda chosen: sum(part.value for part in chosen))
    counted = {part.claim.id for part in best}
    left_out = tuple(part for part in parts if part.claim.id not in counted)
    return Total(parts=tuple(sorted(best, key=_id)), left_out=left_out)


def _of_sender(parts: list[Measured]) -> list[Measured]:
    """Return the heavier of two choices of parts that are all apart: the largest first, or the earliest first."""
    by_size = sorted(parts, key=lambda part: (-part.value, part.claim.id))
    by_end = sorted(parts, key=lambda part: (_end(part.claim), part.claim.id))
    return max((_apart(by_size), _apart(by_end)), key=lambda chosen: sum(part.value for part in chosen))


def _apart(parts: list[Measured]) -> list[Measured]:
    chosen: list[Measured] = []
    for part in parts:
        if all(_are_apart(part.claim, other.claim) for other in chosen):
            chosen.append(part)
    return chosen


def _are_apart(one: Claim, other: Claim) -> bool:
    if (one.links or other.links) and _joined(one, other):
        return False
    return items.surely_other(one.item, other.item) or at_other_times(one, other)


def _same_goods(one: Measured, other: Measured) -> bool:
    """Tell whether goods of two senders may be the same: linked, or one figure that two sources give different senders."""
    if _joined(one.claim, other.claim):
        return True
    same = one.claim.source != other.claim.source and same_number(one.value, other.value)
    return same and not _are_apart(one.claim, other.claim)


def _joined(one: Claim, other: Claim) -> bool:
    pairs = ((one, other), (other, one))
    return any(link.kind in JOINED and link.claim == b.id for a, b in pairs for link in a.links)


def _weight(parts: list[Measured]) -> tuple[float, str]:
    return sum(part.value for part in parts), max(part.claim.id for part in parts)


def _id(part: Measured) -> str:
    return part.claim.id


def _end(claim: Claim) -> date:
    return claim.when.latest if claim.when is not None and claim.when.latest is not None else date.max
