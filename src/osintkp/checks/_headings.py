"""How a heading, lede or caption stands to what the body of its source says: firmer, rounder, larger or elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from osintkp.checks._elsewhere import elsewhere, roots
from osintkp.checks._figures import worded
from osintkp.checks._hedges import ONLY, Lost, based, end_of, hedged, losses, near, reported, same_number
from osintkp.checks._loads import nominal
from osintkp.checks._repetition import unlike
from osintkp.checks._wording import times
from osintkp.claim import Claim
from osintkp.difference import PLACES
from osintkp.triage import GENERIC
from osintkp.units import Amount, Comparator
from osintkp.units.amount import may_be_one_number, rounded_from
from osintkp.units.definitions import same_dimension, unit
from osintkp.units.looseness import digits
from osintkp.vocabulary import items
from osintkp.vocabulary.scales import LinkKind, Measure, Part, Stance

TELLING = 100.0  # below it, one number in two places is often chance
RELATED = frozenset(LinkKind) - {LinkKind.REPEATS, LinkKind.SUPPORTS, LinkKind.REVISES}
SIDE = {Comparator.ABOVE: 1, Comparator.AT_LEAST: 1, Comparator.BELOW: -1, Comparator.AT_MOST: -1}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Backing:
    """
    What a claim of the body leaves of a heading.

    Attributes:
        claim: The claim of the body.
        lost: In what the heading differs from it; empty where it says as much.
        linked: Whether a link ties the two; otherwise their number or their facts do.
        open: Whether the two may be two events: only a number ties them, or a lede tells what the body expects.
    """

    claim: Claim
    lost: tuple[Lost, ...]
    linked: bool
    open: bool = False

    @property
    def rank(self) -> tuple[object, ...]:
        """Return what backings are ordered by, the best one first."""
        return (sum(each.grave for each in self.lost), not self.linked, len(self.lost), self.claim.id)


def backing(head: Claim, body: Claim, *, linked: bool, places: tuple[str, ...] = ()) -> Backing | None:
    """
    Return what a claim of the body leaves of a heading; None where the two are about two things.

    Args:
        head: The claim of the heading.
        body: The claim of the body.
        linked: Whether a coder tied the two.
        places: Where else the body puts the same forces.
    """
    turned = _turned(head, body, linked=linked)
    if turned is None or (not linked and not _one_thing(head, body)):
        return None
    moved = list(elsewhere(head, body, places))
    tied = same_number(head.amount, body.amount) or end_of(head.amount, body.amount)
    if moved and not linked and not (tied and len(moved) == 1 and _telling(head.amount)):
        return None
    if not linked and not tied and head.amount is not None and not _alike(head, body):
        return None
    lost = (*turned, *losses(head, body, voice=False), *_figure(head, body), *moved)
    if linked or tied or not _may_be_news(head, body):
        apart = not linked and any(each.grave for each in moved)
        return Backing(claim=body, lost=lost, linked=linked, open=apart)
    mild = tuple(attrs.evolve(each, grave=False) for each in lost)
    return Backing(claim=body, lost=mild, linked=False, open=bool(mild))


def _may_be_news(head: Claim, body: Claim) -> bool:
    """Tell whether a lede may tell one event and the body the next, which it expects: ledes are not always told again."""
    return head.part is Part.LEDE and body.modality in ONLY and head.modality not in ONLY


def _turned(head: Claim, body: Claim, *, linked: bool) -> list[Lost] | None:
    """Return how the stance of a heading was turned; None where another speaker has the other stance."""
    if head.stance is body.stance:
        return []
    if not linked and head.speaker is not None and head.speaker != body.speaker:
        return None
    if head.stance is Stance.DENIES:
        return [Lost(words="denies what the body asserts", apart=True)]
    return None if reported(head) else [Lost(words="asserts what the body has only as denied", apart=True)]


def _one_thing(head: Claim, body: Claim) -> bool:
    """Tell whether nothing but place, party or time can tell two claims apart: the rest fits."""
    if head.kind != body.kind or head.kind == "statement":
        return False
    for one, other in ((head, body), (body, head)):
        if any(link.claim == other.id and link.kind in RELATED for link in one.links):
            return False
    measures = {head.record.of("measure"), body.record.of("measure")} - {None}
    if len(measures) > 1 and measures != {Measure.FLOW, Measure.CUMULATIVE}:
        return False
    if any(_unlike(head, body, name) for name in ("calibre", "title", "outcome", "purpose")):
        return False
    return _shared(head, body) and _goods(head, body) and _units(head.amount, body.amount)


def _unlike(head: Claim, body: Claim, name: str) -> bool:
    one, other = head.record.of(name), body.record.of(name)
    if one is None or other is None:
        return False
    mine, theirs = str(one).casefold(), str(other).casefold()
    return mine not in theirs and theirs not in mine


def _shared(head: Claim, body: Claim) -> bool:
    """Tell whether two claims have an actor in one role."""
    return any(not roots(head, role).isdisjoint(roots(body, role)) for role in head.record.roles)


def _goods(head: Claim, body: Claim) -> bool:
    if head.item is None or body.item is None or head.item == body.item:
        return True
    return items.within(body.item, head.item) or (
        same_number(head.amount, body.amount) and items.within(head.item, body.item)
    )


def _units(one: Amount | None, other: Amount | None) -> bool:
    if one is None:
        return True
    if other is None or not same_dimension(unit(one.unit), unit(other.unit)):
        return False
    pieces = one.dimension == (("piece", 1),)
    return not pieces or one.unit == other.unit or not GENERIC.isdisjoint({one.unit, other.unit})


def _telling(amount: Amount | None) -> bool:
    value = nominal(amount)
    return value is not None and value >= TELLING


def _alike(head: Claim, body: Claim) -> bool:
    """Tell whether two figures are of one thing in every field that either gives, so that they may be held together."""
    fields = ("item", "measure", *PLACES)
    if any((head.record.of(name) is None) is not (body.record.of(name) is None) for name in fields):
        return False
    if (head.when is None) is not (body.when is None):
        return False
    return unlike(head, body) is None


def _figure(head: Claim, body: Claim) -> Iterator[Lost]:
    """Give how the figure of a heading differs from another printed number in the body."""
    mine, theirs = head.amount, body.amount
    if mine is None or theirs is None or not _units(mine, theirs) or same_number(mine, theirs):
        return
    held = _held(mine, theirs)
    if held is not None:
        yield held


def _held(mine: Amount, theirs: Amount) -> Lost | None:
    value, other = value_of(mine), value_of(theirs)
    both = f"{hedged(mine)} where the body has {hedged(theirs)}"
    if _fits(mine, theirs):
        if mine.comparator is not Comparator.EXACT:
            return None
        rounder = other is not None and _significant(mine) <= _significant(theirs)
        words = f"rounds {hedged(theirs)} to {worded(mine)}" if rounder else f"has {both}"
        return Lost(words=words, grave=False)
    if (
        mine.comparator is not Comparator.EXACT
        and may_be_one_number(mine, theirs)
        and not _further(mine, theirs)
    ):
        return None
    if (
        mine.comparator is Comparator.EXACT
        and theirs.comparator is Comparator.BETWEEN
        and may_be_one_number(mine, theirs)
    ):
        return None  # what became of a range is told as a lost hedge
    size = "" if value is None or not other else f", {times(value / other)} times as much"
    larger = value is not None and other is not None and value > other
    return Lost(words=f"has {both}{size}", apart=not may_be_one_number(mine, theirs), larger=larger)


def value_of(amount: Amount | None) -> float | None:
    """Return the one printed number of an amount in base units; None for a range, for "thousands", or without one."""
    value = nominal(amount)
    return None if value is None or amount is None else based(amount, value)


def ends(amount: Amount | None) -> tuple[float, ...]:
    """
    Return the printed numbers of an amount in base units: both ends of a range, the lower one of "thousands".

    Example:
        >>> ends(Amount.parse("3..4 tonne")), ends(Amount.parse("~40 tank")), ends(None)
        ((3000.0, 4000.0), (40.0,), ())
    """
    if amount is None:
        return ()
    found = (amount.low, amount.high) if amount.best is None else (amount.best,)
    return tuple(dict.fromkeys(based(amount, end) for end in found if end is not None))


def _fits(mine: Amount, theirs: Amount) -> bool:
    """Tell whether one printed number may be another, rounded."""
    value, other = value_of(mine), value_of(theirs)
    if value is None or other is None or mine.best is None:
        return False
    low, high = rounded_from(mine.best, mine.unit)
    if mine.comparator is Comparator.EXACT:
        low, high = mine.printed_band()
    return low <= other <= high or near(low, other) or near(high, other) or _finer(value, theirs)


def _finer(value: float, theirs: Amount) -> bool:
    if theirs.comparator is not Comparator.EXACT:
        return False
    low, high = theirs.printed_band()
    return low <= value <= high


def _significant(amount: Amount) -> int:
    whole = str(abs(digits(amount.printed)[0])) if ".." not in amount.printed else ""
    return len(whole.rstrip("0"))


def _further(mine: Amount, theirs: Amount) -> bool:
    """Tell whether a bound goes further than the body's: "more than 500" than "more than 300"; any other "up to" does."""
    side = SIDE.get(mine.comparator, 0)
    value, other = value_of(mine), value_of(theirs)
    if not side or side != SIDE.get(theirs.comparator, 0) or value is None or other is None:
        return False
    off = value - other if side > 0 else abs(value - other)
    return off > 0.05 * abs(other)


def summed(head: Claim, body: list[Claim]) -> bool:
    """Tell whether the figure of a heading may be a sum of figures of the body: no more than all of them together."""
    value = value_of(head.amount)
    values = {
        number for claim in body if _adds(head, claim) and claim.amount is not None
        and (number := value_of(claim.amount)) is not None
    }  # fmt: skip
    return value is not None and len(values) > 1 and max(values) < value <= 1.05 * sum(values)


def _adds(head: Claim, claim: Claim) -> bool:
    part = claim.linked(LinkKind.PART_OF) or claim.linked(LinkKind.CONTAINED_IN)
    return not part and _units(head.amount, claim.amount)
