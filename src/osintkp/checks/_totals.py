"""Which printed figures are the sum of others, and which may hold them: the ground for telling who added what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import combinations
from math import isfinite

import attrs

from osintkp.checks._loads import nominal
from osintkp.claim import Claim
from osintkp.difference import PLACES, REAL, mode
from osintkp.group import Group
from osintkp.triage import GENERIC
from osintkp.units import Amount
from osintkp.units.amount import rounded_from
from osintkp.units.definitions import unit
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer, LinkKind, Measure, Modality

EXACT = 1e-9
NEAR = 0.06
CROWD = 60
PIECE = (("piece", 1),)
RUNNING = frozenset({Measure.FLOW, Measure.CUMULATIVE, None})


def value(claim: Claim) -> float:
    """
    Return the printed number of a claim in base units; not a number where it gives none.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> value(Claim(id="a/1", source="a", record=Loss(amount=Amount.parse(">3 tonne"))))
        3000.0
    """
    printed = nominal(claim.amount)
    if claim.amount is None or printed is None:
        return float("nan")
    return printed * unit(claim.amount.unit).factor


def counted(claim: Claim) -> bool:
    """Tell whether a claim prints one number that can be added: no range, no "thousands", no number too large to add."""
    return isfinite(value(claim))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Printed:
    """
    The figures of a group as they can be looked up.

    Attributes:
        by_value: The printed numbers in base units, in order, each with its claim.
        bands: The band that each printed number may be rounded from, by the id of its claim.
        by_source: The claims that each source prints.
        parts_of: The claims that are linked as parts, by the id of their whole.
        crowded: Whether there are so many different numbers that some are a sum of others by chance.
    """

    by_value: tuple[tuple[float, str, Claim], ...]
    bands: dict[str, tuple[float, float]]
    by_source: dict[str, list[Claim]]
    parts_of: dict[str, list[Claim]]
    crowded: bool

    @classmethod
    def of(cls, group: Group) -> Printed:
        """Return the figures of a group."""
        by_source: dict[str, list[Claim]] = {}
        parts_of: dict[str, list[Claim]] = {}
        figures = [claim for claim in group.claims if counted(claim)]
        for claim in figures:
            by_source.setdefault(claim.source, []).append(claim)
            for name in dict.fromkeys(claim.linked(LinkKind.PART_OF)):
                parts_of.setdefault(name, []).append(claim)
        return cls(
            by_value=tuple(sorted((value(claim), claim.id, claim) for claim in figures)),
            bands={claim.id: rounded(claim.amount) for claim in figures if claim.amount is not None},
            by_source=by_source,
            parts_of=parts_of,
            crowded=len(set(map(value, figures))) > CROWD,
        )

    def near(self, number: float) -> Iterator[Claim]:
        """Give the claims whose printed number may be rounded from a number in base units."""
        spread = NEAR * abs(number)
        low = bisect_left(self.by_value, number - spread, key=_number)
        high = bisect_right(self.by_value, number + spread, key=_number)
        for _, name, claim in self.by_value[low:high]:
            if _between(number, self.bands[name]):
                yield claim


def _between(number: float, band: tuple[float, float]) -> bool:
    slack = EXACT * abs(number)
    return band[0] - slack <= number <= band[1] + slack


def _number(entry: tuple[float, str, Claim]) -> float:
    return entry[0]


def rounded(amount: Amount) -> tuple[float, float]:
    """
    Return the band, in base units, that the printed number of an amount may be rounded from, its hedge left aside.

    Example:
        >>> rounded(Amount.parse("~6700 container"))
        (6650.0, 6750.0)
    """
    return rounded_from(nominal(amount) or 0.0, amount.unit)


def exactly(whole: Claim, parts: Iterable[Claim]) -> bool:
    """Tell whether a printed number is the sum of others to the last digit."""
    target = value(whole)
    return abs(target - sum(map(value, parts))) <= EXACT * abs(target)


def sums_up(whole: Claim, parts: tuple[Claim, ...], others: tuple[Claim, ...] = ()) -> bool:
    """
    Tell whether a printed number is the sum of its parts and needs each: none of them alone, with the others or without, gives it.

    Args:
        whole: The figure that may be a sum.
        parts: What may be added up in it.
        others: What belongs to the sum in any case.
    """
    if whole.amount is None or not all(map(counted, (whole, *parts, *others))):
        return False
    band, values, rest = rounded(whole.amount), [value(part) for part in parts], sum(map(value, others))
    alone = (each + more for each in values for more in {0.0, rest})
    return _between(sum(values) + rest, band) and not any(_between(each, band) for each in alone)


def explained(printed: Printed, whole: Claim, parts: tuple[Claim, ...]) -> bool:
    """
    Tell whether a figure is the sum of what else is linked as its parts, or of two others that its own source prints.

    In a source of very many numbers about one topic some are a sum of others by chance, so that each counts as explained.
    """
    linked = tuple(part for part in printed.parts_of.get(whole.id, ()) if part not in parts)
    if len(linked) > 1 and sums_up(whole, linked):
        return True
    own = [each for each in printed.by_source.get(whole.source, ()) if each is not whole]
    if len(set(map(value, own))) >= CROWD:
        return True
    taken, band = {value(part) for part in parts}, printed.bands[whole.id]
    beside = [(value(each), each) for each in own if value(each) not in taken]
    return any(
        _between(first + second, band) and _are_the_parts(whole, one, other)
        for (first, one), (second, other) in combinations(beside, 2)
    )


def _are_the_parts(whole: Claim, one: Claim, other: Claim) -> bool:
    excluded = _exclude(one, other)
    return not excluded and holds(whole, one) and holds(whole, other) and sums_up(whole, (one, other))


def _exclude(one: Claim, other: Claim) -> bool:
    kind = LinkKind.ALTERNATIVE_TO
    return other.id in one.linked(kind) or one.id in other.linked(kind)


def holds(whole: Claim, part: Claim) -> bool:
    """
    Tell whether one figure can count what another counts: goods, parties, places, mode, measure and window allow it.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> all_, some = (
        ...     Claim(
        ...         id=f"a/{item[:1]}", source="a", record=Loss(actor="ET", item=item, amount=Amount.exact(9))
        ...     )
        ...     for item in ("vehicles", "vehicles/truck")
        ... )
        >>> holds(all_, some), holds(some, all_)
        (True, False)
    """
    questions = (_goods, _mode, _measure, _parties, _window, _places)
    return all(question(whole, part) for question in questions)


def _goods(whole: Claim, part: Claim) -> bool:
    if whole.item is not None and not _class_holds(whole.item, part.item):
        return False
    bores = whole.record.of("calibre"), part.record.of("calibre")
    if bores[0] is not None and str(bores[0]) != str(bores[1]):
        return False
    units = [claim.amount.unit for claim in (whole, part) if claim.amount is not None]
    named = None not in (whole.item, part.item)
    return named or len(set(units)) < 2 or units[0] in GENERIC or unit(units[0]).dimension != PIECE


def _class_holds(whole: str, part: str | None) -> bool:
    """Tell whether a class holds another, or its name may be meant so widely, as "weapons" may mean missiles too."""
    if part is None or items.within(part, whole) or items.within(whole, part):
        return items.within(part, whole)
    return items.related(whole, part) is not Answer.NO


def _mode(whole: Claim, part: Claim) -> bool:
    return mode(whole) == mode(part) or (whole.modality in REAL and part.modality is Modality.CAPACITY)


def _measure(whole: Claim, part: Claim) -> bool:
    measures = {claim.record.of("measure") for claim in (whole, part)}
    return len(measures) == 1 or measures <= RUNNING


def _parties(whole: Claim, part: Claim) -> bool:
    for role in whole.record.roles:
        mine, theirs = whole.record.of(role), part.record.of(role)
        if isinstance(mine, str) and (
            not isinstance(theirs, str) or actors.root(mine) != actors.root(theirs)
        ):
            return False
    return True


def _window(whole: Claim, part: Claim) -> bool:
    return whole.when is None or part.when is None or whole.when.overlaps(part.when) is not Answer.NO


def _places(whole: Claim, part: Claim) -> bool:
    return all(map(partial(_place, whole, part), PLACES))


def _place(whole: Claim, part: Claim, field: str) -> bool:
    mine, theirs = whole.record.of(field), part.record.of(field)
    if not isinstance(mine, str) or not isinstance(theirs, str):
        return not isinstance(mine, str)
    if mine.casefold() == theirs.casefold():
        return True
    from osintkp.checks._where import holds

    return holds(mine, theirs)


def differ(claims: tuple[Claim, ...]) -> bool:
    """Tell whether two of some figures certainly count other goods, or goods of another calibre."""
    for one, other in combinations(claims, 2):
        if items.surely_other(one.item, other.item):
            return True
        bores = one.record.of("calibre"), other.record.of("calibre")
        units = {claim.amount.unit for claim in (one, other) if claim.amount is not None}
        pieces = all(unit(name).dimension == PIECE for name in units) and not units & GENERIC
        if (None not in bores and str(bores[0]) != str(bores[1])) or (pieces and len(units) == 2):
            return True
    return False


def one_period(one: Claim, other: Claim) -> bool:
    """Tell whether two figures are given for one period, or at least one of them for none."""
    if one.when is None or other.when is None:
        return True
    return one.when.edtf == other.when.edtf or one.when.same(other.when) is not Answer.NO
