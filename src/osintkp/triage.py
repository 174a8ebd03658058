"""Why two figures need not clash: the questions that come before the verdict "conflict"."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, partial
from typing import NamedTuple

from osintkp.claim import Claim
from osintkp.difference import NO, AsOf, Difference, Facets, exceeds, facets, other_measures, unsaid
from osintkp.fates import only, other_people
from osintkp.lineage.matters import roots
from osintkp.units import Amount
from osintkp.units.definitions import unit
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer, LinkKind, Stance, Verdict
from osintkp.whereabouts import of_other_places, places_of, surely_elsewhere, worded_apart
from osintkp.windows import NEARLY_ONE, ONE, OTHER_WINDOW, PART, of_other_times, relation

PIECE = (("piece", 1),)
GENERIC = frozenset({"piece", "vehicle", "system"})
YES, ASSERTS = Answer.YES, Stance.ASSERTS


class Foreseen(NamedTuple):
    """
    What two claims come to, whatever their figures.

    Attributes:
        verdict: What kind of difference.
        part: Which of the two covers a part of the other's window, 0 or 1: then it holds only where the figure of that one
            is the lower. None where neither does.
    """

    verdict: Verdict
    part: int | None = None


def topic(claim: Claim) -> Hashable | None:
    """
    Return what an asserted figure is about: kind, actors and dimension; None where there is none.

    Officials and agencies stand for their state.
    """
    amount = claim.amount
    if amount is None or claim.stance is not ASSERTS:
        return None
    record = claim.record
    return _subject(record.kind, tuple(record.topic), amount.unit)


@lru_cache(maxsize=65536)
def _subject(kind: str, named: tuple[str | None, ...], measured_in: str) -> Hashable | None:
    about = roots(named)
    return (kind, about, unit(measured_in).dimension) if any(about) else None


def difference(one: Claim, other: Claim, as_of: AsOf = unsaid) -> Difference | None:
    """
    Return the first thing in which two claims differ so that their figures need not be equal, or None.

    Args:
        one: A claim.
        other: Another of the same topic.
        as_of: Gives the day that a claim speaks from: a period that goes on ends there.
    """
    return between(facets(one), facets(other), as_of)


def between(one: Facets, other: Facets, as_of: AsOf = unsaid) -> Difference | None:
    """Return the first difference of two claims, as :func:`difference` does, where many are held against each other."""
    if (one.ties or other.ties) and (other.id in one.ties or one.id in other.ties):
        return _links(one, other) or _untied(one, other, as_of) or _revision(one, other)
    return _untied(one, other, as_of)


_OTHER_GOODS, _OTHER_SCOPE = Foreseen(Verdict.DIFFERENT_ITEM), Foreseen(Verdict.DIFFERENT_SCOPE)


def foreseen(one: Facets, other: Facets) -> Foreseen | None:
    """
    Return what all claims come to that are like two in everything but their links and their figures.

    It is what :func:`between` says of each two, so that in a topic of very many figures not every two have to be asked. What it
    foresees holds where no link ties the two, and of a part in a whole where its figure is the lower one: that is left to ask.
    Nothing is told of those that are of other goods, ``different_item``: nobody takes them for one.

    None where their figures, or the days that they speak from, play a part.
    """
    if one.goods != other.goods:
        return _OTHER_GOODS if items.surely_other(one.item, other.item) else None
    if one.mode != other.mode or (one.thing != other.thing and _told_elsewhere(one, other)):
        return _OTHER_SCOPE
    first, last = one.days, other.days
    if one.thing != other.thing or first is None or last is None:
        return None
    how = relation(one, other, first, last)
    return None if how in (ONE, NEARLY_ONE) else Foreseen(OTHER_WINDOW, PART.get(how))


def _told_elsewhere(one: Facets, other: Facets) -> bool:
    """Tell whether two figures of the same goods count in other ways, or have other parties or places."""
    return (
        other_measures(one.measure, other.measure)
        or _role(one.claim, other.claim) is not None
        or surely_elsewhere(places_of(one.claim.record), places_of(other.claim.record))
    )


def _untied(one: Facets, other: Facets, as_of: AsOf) -> Difference | None:
    """Return the first difference that no link makes."""
    found = None
    if one.thing != other.thing:
        found = _things(one, other)
    elif one.mode != other.mode:
        found = _modality(one, other)
    return found or of_other_times(one, other, as_of)


def _things(one: Facets, other: Facets) -> Difference | None:
    """Return the first difference that neither a link nor the window makes."""
    return (
        _item(one, other)
        or _fate(one, other)
        or _modality(one, other)
        or _measure(one, other)
        or _role(one.claim, other.claim)
        or of_other_places(one, other)
    )


_TIES = {
    LinkKind.ALTERNATIVE_TO: (Verdict.DIFFERENT_ITEM, "is an alternative to"),
    LinkKind.PART_OF: (Verdict.PART_OF, "is a part of"),
    LinkKind.CONTAINED_IN: (Verdict.DIFFERENT_SCOPE, "is the load of"),
    LinkKind.SHARE_OF: (Verdict.PART_OF, "is a share of"),
    LinkKind.RATIO_TO: (Verdict.DIFFERENT_SCOPE, "is given as a ratio to"),
    LinkKind.IN_RETURN_FOR: (Verdict.DIFFERENT_SCOPE, "is in return for"),
}


def _links(one: Facets, other: Facets) -> Difference | None:
    for a, b in ((one, other), (other, one)):
        tied = {link.kind for link in a.claim.links if link.claim == b.id}
        for kind, (verdict, words) in _TIES.items():
            if kind in tied:
                apart = kind in (LinkKind.RATIO_TO, LinkKind.IN_RETURN_FOR)
                return Difference(verdict, f"{a.id} {words} {b.id}", apart=apart)
    return None


def _revision(one: Facets, other: Facets) -> Difference | None:
    for a, b in ((one, other), (other, one)):
        if any(link.kind is LinkKind.REVISES and link.claim == b.id for link in a.claim.links):
            return Difference(Verdict.REVISION, f"{a.id} revises {b.id}")
    return None


def _item(one: Facets, other: Facets) -> Difference | None:
    item, others = one.item, other.item
    if item is not None and others is not None and item != others:
        if items.related(item, others) is NO:
            return _apart(Verdict.DIFFERENT_ITEM, lambda: f"{item} is not {others}")
        broad, narrow = sorted((one, other), key=lambda each: (len(each.item or ""), each.id))
        if exceeds(narrow, broad):
            return None
        return Difference(Verdict.DIFFERENT_SCOPE, lambda: f"{narrow.item} is only a part of {broad.item}")
    bores = one.claim.record.of("calibre"), other.claim.record.of("calibre")
    if None not in bores and str(bores[0]) != str(bores[1]):
        return _apart(Verdict.DIFFERENT_ITEM, lambda: f"calibre {bores[0]} is not {bores[1]}")
    return _piece(one.amount, other.amount)


def _piece(mine: Amount | None, theirs: Amount | None) -> Difference | None:
    """Tell a tank from a drone where both are counted by the piece; None where the units do not tell."""
    if mine is None or theirs is None or mine.unit == theirs.unit:
        return None
    units = {mine.unit, theirs.unit}
    if {mine.dimension, theirs.dimension} == {PIECE} and not units & GENERIC:
        return _apart(Verdict.DIFFERENT_ITEM, lambda: f"a {min(units)} is no {max(units)}")
    return None


def _fate(one: Facets, other: Facets) -> Difference | None:
    """Tell killed from wounded, civilians from soldiers and destroyed from damaged, as the quoted words have it."""
    if one.people is None or other.people is None or one.people == other.people:
        return None
    why = other_people(one.claim, other.claim)
    if why is not None:
        return _apart(Verdict.DIFFERENT_ITEM, why)
    for narrow, broad in ((one, other), (other, one)):
        some = only(narrow.claim, broad.claim)
        if some and narrow.amount and broad.amount and narrow.amount.less(broad.amount) is YES:
            why = f"{narrow.id} counts {some} only, {broad.id} need not"
            return Difference(Verdict.DIFFERENT_SCOPE, why)
    return None


def _apart(verdict: Verdict, tell: str | Callable[[], str]) -> Difference:
    return Difference(verdict, tell, apart=True)


def _modality(one: Facets, other: Facets) -> Difference | None:
    if one.mode == other.mode:
        return None
    return Difference(Verdict.DIFFERENT_SCOPE, partial(_other_mode, one.claim, other.claim))


def _other_mode(one: Claim, other: Claim) -> str:
    return (
        f"{one.id} is {one.modality}, {other.id} is {other.modality}: they are not figures of the same thing"
    )


def _measure(one: Facets, other: Facets) -> Difference | None:
    mine, theirs = one.measure, other.measure
    if not other_measures(mine, theirs):
        return None
    if mine is None or theirs is None:
        rate, figure = (one, other) if theirs is None else (other, one)
        return Difference(
            Verdict.DIFFERENT_SCOPE,
            lambda: f"{rate.id} gives a rate, and {figure.id} does not say that it does",
        )
    return Difference(Verdict.DIFFERENT_SCOPE, lambda: f"{one.id} gives a {mine}, {other.id} a {theirs}")


def _role(one: Claim, other: Claim) -> Difference | None:
    for role, mine, theirs in worded_apart(one, other, one.record.roles):
        if actors.root(mine) != actors.root(theirs):
            return _apart(Verdict.DIFFERENT_SCOPE, f"{role} {mine} is not {theirs}")
    return None
