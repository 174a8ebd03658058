"""Why two figures need not clash: the questions that come before the verdict "conflict"."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date

import attrs

from osintkp.claim import Claim
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer, LinkKind, Measure, Modality, Stance, Verdict

REAL = frozenset({Modality.STATED, Modality.ESTIMATED, Modality.ALLEGED})
HOPED = frozenset({Modality.PREDICTED, Modality.CONDITIONAL})
PROMISED = frozenset({Modality.PLEDGED, Modality.AUTHORISED})


@attrs.frozen(kw_only=True)
class Difference:
    """
    Why two figures are not about the same thing.

    Attributes:
        verdict: What kind of difference.
        why: The sentence that says it.
        working: The arithmetic behind it.
    """

    verdict: Verdict
    why: str
    working: tuple[str, ...] = ()


def topic(claim: Claim) -> Hashable | None:
    """
    Return what an asserted figure is about: kind, actors and dimension; None where there is none.

    Officials and agencies stand for their state.
    """
    if claim.amount is None or claim.stance is not Stance.ASSERTS or not any(claim.record.topic):
        return None
    bodies = tuple(actor and actors.root(actor) for actor in claim.record.topic)
    return (claim.kind, bodies, claim.amount.dimension)


def difference(one: Claim, other: Claim) -> Difference | None:
    """Return the first thing in which two claims differ so that their figures need not be equal, or None."""
    return next((found for question in QUESTIONS if (found := question(one, other)) is not None), None)


def _links(one: Claim, other: Claim) -> Difference | None:
    said = {
        LinkKind.ALTERNATIVE_TO: (Verdict.DIFFERENT_ITEM, "is an alternative to"),
        LinkKind.PART_OF: (Verdict.PART_OF, "is a part of"),
        LinkKind.CONTAINED_IN: (Verdict.DIFFERENT_SCOPE, "is the load of"),
        LinkKind.SHARE_OF: (Verdict.PART_OF, "is a share of"),
        LinkKind.RATIO_TO: (Verdict.DIFFERENT_SCOPE, "is given as a ratio to"),
        LinkKind.IN_RETURN_FOR: (Verdict.DIFFERENT_SCOPE, "is in return for"),
    }
    for a, b in ((one, other), (other, one)):
        for kind, (verdict, words) in said.items():
            if b.id in a.linked(kind):
                return Difference(verdict=verdict, why=f"{a.id} {words} {b.id}")
    return None


def _revision(one: Claim, other: Claim) -> Difference | None:
    for a, b in ((one, other), (other, one)):
        if b.id in a.linked(LinkKind.REVISES):
            return Difference(verdict=Verdict.REVISION, why=f"{a.id} revises {b.id}")
    return None


def _item(one: Claim, other: Claim) -> Difference | None:
    if one.item is not None and other.item is not None:
        if items.related(one.item, other.item) is Answer.NO:
            return Difference(verdict=Verdict.DIFFERENT_ITEM, why=f"{one.item} is not {other.item}")
        if one.item != other.item:
            broad, narrow = sorted((one.item, other.item), key=len)
            return Difference(verdict=Verdict.DIFFERENT_SCOPE, why=f"{narrow} is only a part of {broad}")
    bores = one.record.of("calibre"), other.record.of("calibre")
    if None not in bores and str(bores[0]) != str(bores[1]):
        return Difference(verdict=Verdict.DIFFERENT_ITEM, why=f"calibre {bores[0]} is not {bores[1]}")
    return None


def _modality(one: Claim, other: Claim) -> Difference | None:
    classes = (REAL, HOPED, PROMISED, frozenset({Modality.CAPACITY}))
    mine, theirs = (next(each for each in classes if claim.modality in each) for claim in (one, other))
    if mine is theirs:
        return None
    why = (
        f"{one.id} is {one.modality}, {other.id} is {other.modality}: they are not figures of the same thing"
    )
    return Difference(verdict=Verdict.DIFFERENT_SCOPE, why=why)


def _measure(one: Claim, other: Claim) -> Difference | None:
    mine, theirs = one.record.of("measure"), other.record.of("measure")
    if (
        mine is None
        or theirs is None
        or mine == theirs
        or {mine, theirs} == {Measure.FLOW, Measure.CUMULATIVE}
    ):
        return None
    return Difference(verdict=Verdict.DIFFERENT_SCOPE, why=f"{one.id} gives a {mine}, {other.id} a {theirs}")


def _place(one: Claim, other: Claim) -> Difference | None:
    mine, theirs = one.record.of("place"), other.record.of("place")
    if mine is None or theirs is None or mine == theirs:
        return None
    return Difference(
        verdict=Verdict.DIFFERENT_SCOPE, why=f"{one.id} is about {mine}, {other.id} about {theirs}"
    )


def _window(one: Claim, other: Claim) -> Difference | None:
    mine, theirs = one.when, other.when
    if mine is None or theirs is None:
        return None
    if mine.overlaps(theirs) is Answer.NO:
        why = f"{one.id} is about {mine}, {other.id} about {theirs}: they have no day in common"
        return Difference(verdict=Verdict.DIFFERENT_WINDOW, why=why)
    shorter, longer = (one, other) if _ends_before(one, other) else (other, one)
    if not _ends_before(shorter, longer):
        return None
    if Measure.STOCK in (one.record.of("measure"), other.record.of("measure")):
        why = f"{shorter.id} is the stock of {shorter.when}, {longer.id} that of {longer.when}"
        return Difference(verdict=Verdict.DIFFERENT_WINDOW, why=why)
    if _starts_before(shorter, longer):
        why = f"{shorter.id} covers {shorter.when}, {longer.id} covers {longer.when}: neither window holds the other"
        return Difference(verdict=Verdict.DIFFERENT_WINDOW, why=why)
    return _growth(shorter, longer)


def _growth(shorter: Claim, longer: Claim) -> Difference | None:
    """Explain two running totals where the later can have grown from the earlier; None where it cannot."""
    small, large = shorter.amount, longer.amount
    if small is None or large is None or small.less(large) is Answer.NO:
        return None
    why = f"{shorter.id} counts {shorter.when}, {longer.id} counts {longer.when}: the total grew from {small} to {large}"
    return Difference(verdict=Verdict.DIFFERENT_WINDOW, why=why, working=_pace(shorter, longer))


def _pace(shorter: Claim, longer: Claim) -> tuple[str, ...]:
    first, last = _end(shorter), _end(longer)
    if shorter.amount is None or longer.amount is None or first is None or last is None:
        return ()
    small, large = shorter.amount.best, longer.amount.converted(shorter.amount.unit).best
    if small is None or large is None:
        return ()
    days = (last - first).days
    unit = shorter.amount.unit
    return (
        f"{large:,.10g} - {small:,.10g} = {large - small:,.10g} {unit} more",
        f"in {days} days from {first} to {last}: {(large - small) / days:,.3g} {unit} a day",
    )


def _end(claim: Claim) -> date | None:
    return None if claim.when is None else claim.when.latest


def _ends_before(one: Claim, other: Claim) -> bool:
    mine, theirs = one.when, other.when
    if mine is None or theirs is None:
        return False
    if mine.latest is None or theirs.latest is None:
        return mine.latest is not None and theirs.open_end
    return mine.latest < theirs.latest


def _starts_before(one: Claim, other: Claim) -> bool:
    mine, theirs = one.when, other.when
    if mine is None or theirs is None or mine.earliest is None or theirs.earliest is None:
        return False
    return mine.earliest < theirs.earliest


QUESTIONS: tuple[Callable[[Claim, Claim], Difference | None], ...] = (
    _links, _item, _modality, _measure, _place, _window, _revision,
)  # fmt: skip
