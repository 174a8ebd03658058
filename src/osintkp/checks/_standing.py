"""Figures of forces that stand somewhere at a time, and the figures that count them all."""

from __future__ import annotations

from collections.abc import Hashable
from math import floor, inf, log10

import attrs

from osintkp.checks._loads import nominal
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.dates.ends import last_of
from osintkp.errors import DateError
from osintkp.group import Group
from osintkp.units import Amount
from osintkp.units.definitions import unit
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Answer, LinkKind, Measure, Part


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Standing:
    """
    A figure of forces that stand somewhere at a time, and the claims that tell it.

    Attributes:
        claims: The claims, ordered by id.
        amount: How many.
        place: Where, in words.
        when: When they stand there.
        sure: Whether the claims themselves give that time, for a figure of those who are there.
    """

    claims: tuple[Claim, ...]
    amount: Amount
    place: str
    when: When
    sure: bool

    @property
    def alike(self) -> Hashable:
        """Return what the claims share that tell it."""
        return self.amount, self.place.casefold(), self.when.edtf, self.sure, side_of(self.claims[0])


def side_of(claim: Claim) -> str | None:
    """Return the state or body on whose side forces are; None where it is not said."""
    recipient = claim.record.of("recipient")
    return actors.root(recipient) if isinstance(recipient, str) else None


def place_of(claim: Claim) -> str | None:
    """Return the place of a claim in words; None where it names none."""
    place = claim.record.of("place")
    return place if isinstance(place, str) and place.strip() else None


def by_size(group: Group) -> list[list[Standing]]:
    """Return the figures of forces that stand somewhere, those of one size together, each once."""
    found: dict[Hashable, dict[Hashable, Standing]] = {}
    for claim in group.claims:
        each = _standing(group, claim)
        size = None if each is None else _size(each.amount)
        if each is None or size is None:
            continue
        members = found.setdefault(size, {})
        same = members.get(each.alike)
        members[each.alike] = each if same is None else attrs.evolve(same, claims=(*same.claims, claim))
    return [list(members.values()) for members in found.values()]


def _standing(group: Group, claim: Claim) -> Standing | None:
    """Return the figure of a claim as forces that stand somewhere at a time; None where it is none."""
    place, amount, measure = place_of(claim), claim.amount, claim.record.of("measure")
    if place is None or amount is None or measure not in (None, Measure.STOCK):
        return None
    told = claim.said or next((link.when for link in claim.attribution if link.when is not None), None)
    when = claim.when or told or group.as_of(claim)
    if when is None:
        return None
    if when.open_end:
        when = _until(when, group.as_of(claim))
    sure = (claim.when or told) is not None and (measure is Measure.STOCK or not when.is_period)
    return Standing(claims=(claim,), amount=amount, place=place, when=when, sure=sure)


def _until(when: When, told: When | None) -> When:
    """Return a period that goes on as one that ends when it was told; its end is unknown where that is not known."""
    try:
        return when.until(told or _unknown_end(when))
    except DateError:
        return _unknown_end(when)


def _unknown_end(when: When) -> When:
    return When.parse(when.edtf.removesuffix(".."))


def _size(amount: Amount) -> Hashable | None:
    """Return what figures of one size share: two significant digits, or both ends of a range; None for vague ones."""
    value = nominal(amount)
    factor = unit(amount.unit).factor
    if value is None:
        if amount.low is None or amount.high is None:
            return None
        return amount.dimension, amount.low * factor, amount.high * factor
    if value <= 0:
        return None
    return amount.dimension, round(value * factor, 1 - floor(log10(value * factor)))


def in_two_sources(one: Standing, other: Standing) -> tuple[Claim, Claim] | None:
    """Return two claims of two sources; None where one source tells of both in its text, and so means two groups."""
    texts = [
        {claim.source for claim in each.claims if claim.part not in (Part.HEADING, Part.LEDE)}
        for each in (one, other)
    ]
    if texts[0] & texts[1]:
        return None
    pairs = ((a, b) for a in one.claims for b in other.claims if a.source != b.source)
    return next(pairs, None)


def linked(one: Standing, other: Standing) -> bool:
    """Tell whether a link says how the two stand to each other, or to one whole."""
    ids = [{claim.id for claim in each.claims} for each in (one, other)]
    for each, others in ((one, ids[1]), (other, ids[0])):
        if any(link.claim in others for claim in each.claims for link in claim.links):
            return True
    wholes = [
        {name for claim in each.claims for name in claim.linked(LinkKind.PART_OF)} for each in (one, other)
    ]
    return bool(wholes[0] & wholes[1])


def least_of(one: Standing, other: Standing, name: str) -> float:
    """Return the least that two figures come to together, in a unit."""
    return sum(each.amount.printed_band(name)[0] for each in (one, other))


def most_of(amount: Amount) -> float:
    """Return the most that a figure may stand for, in its unit."""
    return amount.printed_band(amount.unit)[1]


def whole_of(group: Group, one: Standing, other: Standing) -> Claim | None:
    """Return the claim that bounds the forces in both places most tightly; None where none covers both."""
    ids = {claim.id for each in (one, other) for claim in each.claims}
    found = [
        claim
        for claim in group.claims
        if claim.id not in ids and all(_covers(claim, each, group.as_of(claim)) for each in (one, other))
    ]
    return min(
        found,
        key=lambda claim: (claim.amount.printed_band()[1] if claim.amount is not None else 0.0, claim.id),
        default=None,
    )


def _covers(claim: Claim, part: Standing, told: When | None) -> bool:
    """Tell whether a figure certainly counts the forces that stand somewhere among its own."""
    amount, place = claim.amount, place_of(claim)
    if amount is None or amount.dimension != part.amount.dimension or most_of(amount) == inf:
        return False
    if place is not None:
        from osintkp.checks._where import holds

        held = holds(place, part.place) and place.casefold() != part.place.casefold()
    else:
        side = side_of(claim)
        held = claim.record.of("theatre") is None and side is not None and side == side_of(part.claims[0])
    return held and _at_its_time(claim, part, told)


def _at_its_time(claim: Claim, part: Standing, told: When | None) -> bool:
    when, measure = claim.when or told, claim.record.of("measure")
    if when is None or measure in (Measure.FLOW, Measure.RATE):
        return False
    if measure is not Measure.CUMULATIVE:
        return when.overlaps(part.when) is Answer.YES
    end = last_of(when) or told
    return end is not None and end.before(part.when) is Answer.NO
