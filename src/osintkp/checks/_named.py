"""What claims with a name say, so that one about the same thing is found quickly for a claim without."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import islice

import attrs

from osintkp.checks._spans import Spans, days
from osintkp.claim import Claim
from osintkp.difference import REAL
from osintkp.triage import GENERIC, difference
from osintkp.units import Amount
from osintkp.units.amount import may_be_one_number, reach
from osintkp.vocabulary import items
from osintkp.vocabulary.scales import Answer, Modality, Verdict

LENGTH, PIECES = (("metre", 1),), (("piece", 1),)
MOST_THINGS, QUARTER = 100, 92
TOLD = REAL | {Modality.CAPACITY}


def counts(claim: Claim) -> bool:
    """
    Tell whether a claim gives a figure of what moved, stands or was lost; a distance is none.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> counts(Claim(id="a/1", source="a", record=Loss(amount=Amount.parse("200 kilometre"))))
        False
    """
    amount = claim.amount
    return amount is not None and amount.dimension != LENGTH


def can_be_equal(one: Claim, other: Claim) -> bool:
    """Tell whether the figures of two claims have a number in common; where one counts nothing, whether they agree by that."""
    if not (counts(one) and counts(other)) or one.amount is None or other.amount is None:
        return not counts(one)
    return may_be_one_number(one.amount, other.amount)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Named:
    """
    What claims with a name say, so that one about the same thing is found without looking at all.

    Attributes:
        bands: By what the claims are about, their figures.
        windows: By the same, their days.
        things: By the same, the first claim.
        beside: What can be the same thing as another, once it was asked for.
    """

    bands: dict[Hashable, Spans[Claim]]
    windows: dict[Hashable, Spans[Claim]]
    things: dict[Hashable, Claim]
    beside: dict[Hashable, list[Hashable]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, claims: list[Claim]) -> Named:
        """Return what some claims say."""
        alike: dict[Hashable, list[Claim]] = {}
        for claim in claims:
            if claim.modality in TOLD:
                alike.setdefault(_thing(claim), []).append(claim)
        bands = {
            key: Spans.of([(*reach(amount), each) for each in own if (amount := each.amount) is not None])
            for key, own in alike.items()
        }
        windows = {key: Spans.of([(*days(each), each) for each in own]) for key, own in alike.items()}
        return cls(bands=bands, windows=windows, things={key: own[0] for key, own in alike.items()})

    def says(self, claim: Claim) -> bool:
        """Tell whether somebody says the same: a figure that can be the claim's, or that it happened."""
        return bool(self.things) and self._meeting(claim, self._keys(claim), days(claim)) is not None

    def same(self, claim: Claim) -> Claim | None:
        """Return a claim about the same thing, one whose figure can be the same before others."""
        if not self.things:
            return None
        keys, span = self._keys(claim), days(claim)
        return self._meeting(claim, keys, span) or self._beside(claim, keys, span)

    def _meeting(self, claim: Claim, keys: list[Hashable], span: tuple[int, int]) -> Claim | None:
        amount = claim.amount if counts(claim) else None
        for key in keys:
            found = self.windows[key].meeting(*span)
            if amount is not None and found is not None:
                found = self.bands[key].meeting(*reach(amount))
                found = found if found is not None and _may_meet(found, claim) else None
            if found is not None:
                return found
        return None

    def _beside(self, claim: Claim, keys: list[Hashable], span: tuple[int, int]) -> Claim | None:
        found = (self.windows[key].meeting(*span) for key in keys)
        return next((each for each in found if each is not None and not _other_count(claim, each)), None)

    def _keys(self, claim: Claim) -> list[Hashable]:
        """Return the keys of what can be the same thing, of the very same goods first."""
        own = _thing(claim)
        if own not in self.beside:
            others = (key for key in islice(self.things, MOST_THINGS) if key != own)
            self.beside[own] = [
                key for key in (own, *others) if key in self.things and _same_thing(claim, self.things[key])
            ]
        return self.beside[own]


def _thing(claim: Claim) -> Hashable:
    amount, calibre = claim.amount, claim.record.of("calibre")
    return (None if amount is None else amount.unit, claim.item, None if calibre is None else str(calibre))


def _same_thing(claim: Claim, told: Claim) -> bool:
    """Tell whether a claim with a name can be about what another is about; a figure needs one that can be held against it."""
    if counts(claim) and not _comparable(claim.amount, told.amount):
        return False
    bores = claim.record.of("calibre"), told.record.of("calibre")
    if None not in bores and str(bores[0]) != str(bores[1]):
        return False
    if claim.item is None or told.item is None:
        return claim.item is None
    return items.related(claim.item, told.item) is not Answer.NO


def _comparable(one: Amount | None, other: Amount | None) -> bool:
    """Tell whether two figures measure one thing; a tank is no drone."""
    if one is None or other is None or one.dimension != other.dimension:
        return False
    units = {one.unit, other.unit}
    return len(units) == 1 or one.dimension != PIECES or bool(units & GENERIC)


def _other_count(one: Claim, other: Claim) -> bool:
    """Tell whether two figures certainly count other people or goods, or one the days of the other and a quarter more."""
    found = difference(one, other)
    if found is not None and found.apart and found.verdict is not Verdict.DIFFERENT_WINDOW:
        return True
    if one.when is None or other.when is None:
        return False
    (first, last), (begin, end) = days(one), days(other)
    inside = (first <= begin and end <= last) or (begin <= first and last <= end)
    return inside and abs((last - first) - (end - begin)) > QUARTER


def _may_meet(one: Claim, other: Claim) -> bool:
    return one.when is None or other.when is None or one.when.overlaps(other.when) is not Answer.NO
