"""Why two figures need not clash: the questions that come before the verdict "conflict"."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date

import attrs

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.fates import only, other_people
from osintkp.lineage.matters import bodies
from osintkp.units import Amount
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Answer, LinkKind, Measure, Modality, Stance, Verdict

REAL = frozenset({Modality.STATED, Modality.ESTIMATED, Modality.ALLEGED})
HOPED = frozenset({Modality.PREDICTED, Modality.CONDITIONAL})
PROMISED = frozenset({Modality.PLEDGED, Modality.AUTHORISED})
PLACES = ("place", "theatre", "origin", "destination")
MODES = (REAL, HOPED, PROMISED, frozenset({Modality.CAPACITY}))
PIECE = (("piece", 1),)
_MODE = {modality: number for number, modes in enumerate(MODES) for modality in modes}
GENERIC = frozenset({"piece", "vehicle", "system"})
AsOf = Callable[[Claim], When | None]
Days = tuple[date, date]


@attrs.frozen(kw_only=True)
class Difference:
    """
    Why two figures are not about the same thing.

    Attributes:
        verdict: What kind of difference.
        why: The sentence that says it.
        working: The arithmetic behind it.
        apart: Whether nothing can be counted in both, so that they may be added.
    """

    __repr__ = printed

    verdict: Verdict
    why: str
    working: tuple[str, ...] = ()
    apart: bool = False


def topic(claim: Claim) -> Hashable | None:
    """
    Return what an asserted figure is about: kind, actors and dimension; None where there is none.

    Officials and agencies stand for their state.
    """
    if claim.amount is None or claim.stance is not Stance.ASSERTS or not any(claim.record.topic):
        return None
    return (claim.kind, bodies(claim), claim.amount.dimension)


def mode(claim: Claim) -> int:
    """Return the mode of a claim, as a place in ``MODES``: what is, what may come, what is promised, what could be held."""
    return _MODE[claim.modality]


def _unsaid(_: Claim) -> When | None:
    return None


def difference(one: Claim, other: Claim, as_of: AsOf = _unsaid) -> Difference | None:
    """
    Return the first thing in which two claims differ so that their figures need not be equal, or None.

    Args:
        one: A claim.
        other: Another of the same topic.
        as_of: Gives the day that a claim speaks from: a period that goes on ends there.
    """
    return (
        _links(one, other)
        or _item(one, other)
        or _fate(one, other)
        or _modality(one, other)
        or _measure(one, other)
        or _role(one, other)
        or _place(one, other)
        or _window(one, other, as_of)
        or _revision(one, other)
    )


_TIES = {
    LinkKind.ALTERNATIVE_TO: (Verdict.DIFFERENT_ITEM, "is an alternative to"),
    LinkKind.PART_OF: (Verdict.PART_OF, "is a part of"),
    LinkKind.CONTAINED_IN: (Verdict.DIFFERENT_SCOPE, "is the load of"),
    LinkKind.SHARE_OF: (Verdict.PART_OF, "is a share of"),
    LinkKind.RATIO_TO: (Verdict.DIFFERENT_SCOPE, "is given as a ratio to"),
    LinkKind.IN_RETURN_FOR: (Verdict.DIFFERENT_SCOPE, "is in return for"),
}


def _links(one: Claim, other: Claim) -> Difference | None:
    if not (one.links or other.links):
        return None
    for a, b in ((one, other), (other, one)):
        tied = {link.kind for link in a.links if link.claim == b.id}
        for kind, (verdict, words) in _TIES.items():
            if kind in tied:
                apart = kind in (LinkKind.RATIO_TO, LinkKind.IN_RETURN_FOR)
                return Difference(verdict=verdict, why=f"{a.id} {words} {b.id}", apart=apart)
    return None


def _revision(one: Claim, other: Claim) -> Difference | None:
    if not (one.links or other.links):
        return None
    for a, b in ((one, other), (other, one)):
        if b.id in a.linked(LinkKind.REVISES):
            return Difference(verdict=Verdict.REVISION, why=f"{a.id} revises {b.id}")
    return None


def _item(one: Claim, other: Claim) -> Difference | None:
    item, others = one.item, other.item
    if item is not None and others is not None and item != others:
        if items.related(item, others) is Answer.NO:
            return _apart(Verdict.DIFFERENT_ITEM, f"{item} is not {others}")
        broad, narrow = sorted((one, other), key=lambda claim: (len(claim.item or ""), claim.id))
        why = f"{narrow.item} is only a part of {broad.item}"
        return None if _exceeds(narrow, broad) else Difference(verdict=Verdict.DIFFERENT_SCOPE, why=why)
    bores = getattr(one.record, "calibre", None), getattr(other.record, "calibre", None)
    if None not in bores and str(bores[0]) != str(bores[1]):
        return _apart(Verdict.DIFFERENT_ITEM, f"calibre {bores[0]} is not {bores[1]}")
    return _piece(one.amount, other.amount)


def _piece(mine: Amount | None, theirs: Amount | None) -> Difference | None:
    """Tell a tank from a drone where both are counted by the piece; None where the units do not tell."""
    if mine is None or theirs is None or mine.unit == theirs.unit:
        return None
    units = {mine.unit, theirs.unit}
    if {mine.dimension, theirs.dimension} == {PIECE} and not units & GENERIC:
        return _apart(Verdict.DIFFERENT_ITEM, f"a {min(units)} is no {max(units)}")
    return None


def _fate(one: Claim, other: Claim) -> Difference | None:
    """Tell killed from wounded, civilians from soldiers and destroyed from damaged, as the quoted words have it."""
    if not one.record.kind == other.record.kind == "loss":
        return None
    why = other_people(one, other)
    if why is not None:
        return _apart(Verdict.DIFFERENT_ITEM, why)
    for narrow, broad in ((one, other), (other, one)):
        some = only(narrow, broad)
        if some and narrow.amount and broad.amount and narrow.amount.less(broad.amount) is Answer.YES:
            why = f"{narrow.id} counts {some} only, {broad.id} need not"
            return Difference(verdict=Verdict.DIFFERENT_SCOPE, why=why)
    return None


def _apart(verdict: Verdict, why: str) -> Difference:
    return Difference(verdict=verdict, why=why, apart=True)


def _exceeds(part: Claim, whole: Claim) -> bool:
    """Tell whether what lies within another is certainly no less than it, so that being a part explains nothing."""
    return (
        part.amount is not None and whole.amount is not None and part.amount.less(whole.amount) is Answer.NO
    )


def _modality(one: Claim, other: Claim) -> Difference | None:
    if one.modality is other.modality or mode(one) == mode(other):
        return None
    why = (
        f"{one.id} is {one.modality}, {other.id} is {other.modality}: they are not figures of the same thing"
    )
    return Difference(verdict=Verdict.DIFFERENT_SCOPE, why=why)


def _measure(one: Claim, other: Claim) -> Difference | None:
    mine, theirs = _measures(one, other)
    if mine is theirs:
        return None
    if {mine, theirs} == {Measure.RATE, None}:
        rate, figure = (one, other) if mine == Measure.RATE else (other, one)
        why = f"{rate.id} gives a rate, and {figure.id} does not say that it does"
        return Difference(verdict=Verdict.DIFFERENT_SCOPE, why=why)
    if (
        mine is None
        or theirs is None
        or mine == theirs
        or {mine, theirs} == {Measure.FLOW, Measure.CUMULATIVE}
    ):
        return None
    return Difference(verdict=Verdict.DIFFERENT_SCOPE, why=f"{one.id} gives a {mine}, {other.id} a {theirs}")


def _measures(one: Claim, other: Claim) -> tuple[object, object]:
    return getattr(one.record, "measure", None), getattr(other.record, "measure", None)


def _role(one: Claim, other: Claim) -> Difference | None:
    for role, mine, theirs in worded_apart(one, other, one.record.roles):
        if actors.root(mine) != actors.root(theirs):
            return _apart(Verdict.DIFFERENT_SCOPE, f"{role} {mine} is not {theirs}")
    return None


def worded_apart(one: Claim, other: Claim, fields: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Give the fields in which two records have words that differ, with the words of each."""
    for field in fields:
        mine, theirs = getattr(one.record, field, None), getattr(other.record, field, None)
        if mine is not theirs and mine != theirs and isinstance(mine, str) and isinstance(theirs, str):
            yield field, mine, theirs


def _place(one: Claim, other: Claim) -> Difference | None:
    for _, mine, theirs in worded_apart(one, other, PLACES):
        if mine.casefold() != theirs.casefold():
            found = _places(one, other, mine, theirs)
            if found is not None:
                return found
    return None


def _places(one: Claim, other: Claim, mine: str, theirs: str) -> Difference | None:
    from osintkp.vocabulary import places

    here, there = places.resolve(mine).place, places.resolve(theirs).place
    if here is not None and here == there:
        return None
    why = f"{one.id} is about {mine}, {other.id} about {theirs}"
    if here is None or there is None:
        return Difference(verdict=Verdict.DIFFERENT_SCOPE, why=why)
    for inner, outer, part, whole in ((here, there, one, other), (there, here, other, one)):
        if places.within(inner, outer):
            return None if _exceeds(part, whole) else Difference(verdict=Verdict.DIFFERENT_SCOPE, why=why)
    return _apart(Verdict.DIFFERENT_SCOPE, why)


def at_other_times(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are surely about days that they do not share."""
    return one.when is not None and other.when is not None and one.when.overlaps(other.when) is Answer.NO


def window(claim: Claim) -> When | None:
    """Return the window of a figure; None where it has none, or only one without a year."""
    when = claim.when
    return None if when is None or when.earliest is when.latest is None else when


def _window(one: Claim, other: Claim, as_of: AsOf) -> Difference | None:
    mine, theirs = window(one), window(other)
    if mine is None or theirs is None:
        return _spoken(one, other, as_of)
    if mine.edtf == theirs.edtf and not mine.open_end:
        return None
    measures = set(_measures(one, other))
    if mine.overlaps(theirs) is Answer.NO:
        why = f"{one.id} is about {mine}, {other.id} about {theirs}: they have no day in common"
        apart = not measures & {Measure.STOCK, Measure.CUMULATIVE}
        return Difference(verdict=Verdict.DIFFERENT_WINDOW, why=why, apart=apart)
    first, last = _days(mine, as_of(one)), _days(theirs, as_of(other))
    if _same_days(first, last):
        return _a_little_later(one, other, first, last)
    if Measure.STOCK in measures:
        why = f"{one.id} is the stock of {mine}, {other.id} that of {theirs}"
        return Difference(verdict=Verdict.DIFFERENT_WINDOW, why=why) if first[1] != last[1] else None
    for inner, outer, part, whole in ((first, last, one, other), (last, first, other, one)):
        if outer[0] <= inner[0] and inner[1] <= outer[1]:
            return None if _exceeds(part, whole) else _growth(part, whole, inner, outer)
    why = f"{one.id} covers {mine}, {other.id} covers {theirs}: neither window holds the other"
    return Difference(verdict=Verdict.DIFFERENT_WINDOW, why=why)


def _spoken(one: Claim, other: Claim, as_of: AsOf) -> Difference | None:
    """Explain two running figures that lack a window by the days that they speak from; None where these do not."""
    measures = {claim.record.of("measure") for claim in (one, other)}
    if measures not in ({Measure.STOCK}, {Measure.CUMULATIVE}):
        return None
    first, last = (window(claim) or as_of(claim) for claim in (one, other))
    if first is None or last is None or first.overlaps(last) is not Answer.NO:
        return None
    if measures == {Measure.STOCK}:
        why = f"{one.id} is the stock as of {first}, {other.id} that as of {last}"
        return Difference(verdict=Verdict.DIFFERENT_WINDOW, why=why)
    early, late = (one, other) if first.before(last) is Answer.YES else (other, one)
    if early.amount is None or late.amount is None or early.amount.less(late.amount) is not Answer.YES:
        return None
    why = f"{one.id} counts up to {first}, {other.id} up to {last}: a running total that grew from {early.amount} to {late.amount}"
    return Difference(verdict=Verdict.DIFFERENT_WINDOW, why=why)


def _days(when: When, said: When | None) -> Days:
    """Return the first and last day that a figure covers; an open end reaches to the day that its claim speaks from."""
    end = when.latest
    if end is None and when.open_end and said is not None:
        end = said.latest
    return when.earliest or date.min, end or date.max


def _same_days(one: Days, other: Days) -> bool:
    """Tell whether two windows are one but for a tenth of the shorter."""
    off = abs((one[0] - other[0]).days) + abs((one[1] - other[1]).days)
    shorter = min((one[1] - one[0]).days, (other[1] - other[0]).days) + 1
    return off * 10 <= shorter


def _a_little_later(one: Claim, other: Claim, first: Days, last: Days) -> Difference | None:
    """Explain two running totals of nearly one window where the one that ends later is the higher."""
    both = {claim.record.of("measure") for claim in (one, other)} == {Measure.CUMULATIVE}
    if not both or first[1] == last[1]:
        return None
    (part, inner), (whole, outer) = sorted(((one, first), (other, last)), key=lambda each: each[1][1])
    if part.amount is None or whole.amount is None or part.amount.less(whole.amount) is not Answer.YES:
        return None
    return _growth(part, whole, inner, outer)


def _growth(part: Claim, whole: Claim, inner: Days, outer: Days) -> Difference:
    """Explain two counts where the longer can hold the shorter."""
    windows = f"{part.id} counts {part.when}, {whole.id} counts {whole.when}"
    measures = part.record.of("measure"), whole.record.of("measure")
    one_count = measures == (Measure.CUMULATIVE, Measure.CUMULATIVE) or inner[0] == outer[0]
    if Measure.CUMULATIVE not in measures or not one_count:
        why = f"{windows}: the longer window may hold more"
        return Difference(verdict=Verdict.DIFFERENT_WINDOW, why=why)
    why = f"{windows}: the total grew from {part.amount} to {whole.amount}"
    return Difference(
        verdict=Verdict.DIFFERENT_WINDOW, why=why, working=_pace(part, whole, inner[1], outer[1])
    )


def _pace(part: Claim, whole: Claim, first: date, last: date) -> tuple[str, ...]:
    if part.amount is None or whole.amount is None or date.max in (first, last):
        return ()
    unit, days = part.amount.unit, (last - first).days
    small, large = part.amount.best, whole.amount.converted(unit).best
    if small is None or large is None or days <= 0:
        return ()
    return (
        f"{large:,.10g} - {small:,.10g} = {large - small:,.10g} {unit} more",
        f"in {days} days from {first} to {last}: {(large - small) / days:,.3g} {unit} a day",
    )
