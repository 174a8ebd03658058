"""Running figures: what one origin gives for one thing as time goes on, and what each step from figure to figure is."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from enum import StrEnum

import attrs

from osintkp.claim import Claim
from osintkp.columns import text_table
from osintkp.dates import When
from osintkp.dates.ends import first_of, last_of
from osintkp.difference import PLACES, mode
from osintkp.fates import narrowed
from osintkp.inert import printable
from osintkp.origins import Origin
from osintkp.triage import topic
from osintkp.units import Amount, Comparator
from osintkp.units.arithmetic import Figure, restated
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Answer, LinkKind, Measure


class Change(StrEnum):
    """What a step from one figure of a series to the next is."""

    FIRST = "first"
    SAME = "same"
    GROWTH = "growth"
    FALL = "fall"
    RESTART = "restart"
    WIDER = "wider"
    REVISION = "revision"
    UNDECIDED = "undecided"


@attrs.frozen(kw_only=True)
class Point:
    """
    One figure of a series.

    Attributes:
        claim: The claim that gives it.
        amount: The figure.
        as_of: When the claim speaks; None when nobody knows.
        start: The day from which it counts; None where the words do not say.
        end: The day up to which it counts: the end of its window, else when the claim speaks; None when not known.
    """

    __repr__ = printed

    claim: Claim
    amount: Amount
    as_of: When | None
    start: When | None
    end: When | None


@attrs.frozen(kw_only=True)
class Step:
    """
    A figure of a series, and how it came about from the one before.

    Attributes:
        point: The figure.
        change: What the step to it is; ``first`` for the first.
        why: The words that decide it; empty for the first.
    """

    __repr__ = printed

    point: Point
    change: Change
    why: str = ""


@attrs.frozen(kw_only=True)
class Series:
    """
    The figures that one origin gives for one thing, in the order of the days up to which they count.

    Attributes:
        origin: Where they come from.
        measure: What they count; None where no claim says.
        steps: The figures, each with the step that led to it.
        undated: Claims whose figure has no place in the order.
    """

    origin: Origin
    measure: Measure | None
    steps: tuple[Step, ...]
    undated: tuple[Claim, ...] = ()

    def __str__(self) -> str:
        rows = [
            (step.point.end, step.point.amount, step.point.start, step.point.as_of, step.change, step.why, step.point.claim.id)
            for step in self.steps
        ]  # fmt: skip
        table = text_table(("up to", "figure", "since", "as of", "change", "why", "claim"), rows, width=72)
        tail = f"\nno date: {', '.join(claim.id for claim in self.undated)}" if self.undated else ""
        return f"{printable(self.origin.id)}, {self.measure or 'measure not said'}\n{table}{tail}"

    __repr__ = __str__


def thing(claim: Claim) -> Hashable | None:
    """Return what a running figure is of: topic, goods, calibre, places, mode and whom of them; None for a claim that gives none."""
    about = topic(claim)
    if about is None or claim.record.of("measure") is Measure.RATE:
        return None
    places = tuple(claim.record.of(name) for name in PLACES)
    return about, claim.item, str(claim.record.of("calibre")), places, mode(claim), narrowed(claim)


def point(claim: Claim, as_of: When | None) -> Point | None:
    """Return a claim as a point of a series; None where it gives no amount."""
    if claim.amount is None:
        return None
    end = end_of(claim) or as_of
    return Point(claim=claim, amount=claim.amount, as_of=as_of, start=start_of(claim), end=end)


def end_of(claim: Claim) -> When | None:
    """
    Return the day up to which a figure counts, as far as its window tells.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> claim = Claim(id="a/1", source="a", record=Loss(when=When.parse("2022-02-24/2023-05")))
        >>> str(start_of(claim)), str(end_of(claim))
        ('2022-02-24', '2023-05')
    """
    if claim.when is None or claim.when.latest is None:
        return None
    return last_of(claim.when)


def start_of(claim: Claim) -> When | None:
    """Return the day from which a figure counts; one single day says only up to when."""
    if claim.when is None or claim.when.earliest is None:
        return None
    if claim.when.earliest == claim.when.latest and not claim.when.is_period:
        return None
    return first_of(claim.when)


def series(origin: Origin, points: Iterable[Point]) -> Iterator[Series]:
    """Give the series that the points of one origin make: one for each thing and measure, of two figures at least."""
    found: dict[Hashable, list[Point]] = {}
    for each in points:
        about = thing(each.claim)
        if about is not None:
            found.setdefault((about, each.claim.record.of("measure") is Measure.STOCK), []).append(each)
    for members in found.values():
        if len(members) > 1:
            yield _series(origin, members)


def _series(origin: Origin, members: list[Point]) -> Series:
    dated = sorted((each for each in members if _day(each) is not None), key=_order)
    steps = [Step(point=each, change=Change.FIRST) for each in dated[:1]]
    for number, later in enumerate(dated[1:], 1):
        steps.append(_step(_last_definite(dated[:number]), later))
    measures = [each.claim.record.of("measure") for each in members]
    measure = next((each for each in measures if isinstance(each, Measure)), None)
    undated = sorted((each.claim for each in members if _day(each) is None), key=lambda claim: claim.id)
    return Series(origin=origin, measure=measure, steps=tuple(steps), undated=tuple(undated))


def _last_definite(earlier: list[Point]) -> Point:
    """Return the last figure that says a number, not only "thousands"; the last of all where none does."""
    definite = (each for each in reversed(earlier) if each.amount.comparator is not Comparator.FROM_ABOUT)
    return next(definite, earlier[-1])


def _day(each: Point) -> date | None:
    return None if each.end is None else each.end.latest or each.end.earliest


def _order(each: Point) -> tuple[date, date, str]:
    spoken = None if each.as_of is None else each.as_of.latest or each.as_of.earliest
    return (_day(each) or date.max, spoken or date.max, each.claim.id)


def _step(earlier: Point, later: Point) -> Step:
    change, why = _judged(earlier, later)
    return Step(point=later, change=change, why=why)


def _judged(earlier: Point, later: Point) -> tuple[Change, str]:
    if _can_be_one(earlier.amount, later.amount):
        first, second = earlier.start, later.start
        moved = first is not None and second is not None and _moved(first, second) is Answer.YES
        return Change.SAME, f"but from {second}, not from {first}" if moved else "the two can be one figure"
    if earlier.claim.id in later.claim.linked(LinkKind.REVISES) and _same_window(earlier, later):
        return Change.REVISION, f"revises {earlier.claim.id}"
    if _same_window(earlier, later):
        return Change.REVISION, f"another figure up to {later.end}"
    risen = earlier.amount.less(later.amount) is not Answer.NO
    if later.claim.record.of("measure") is Measure.STOCK:
        return (Change.GROWTH if risen else Change.FALL), _pace(earlier, later) or "a stock rises and falls"
    return _of_total(earlier, later, risen=risen)


def _of_total(earlier: Point, later: Point, *, risen: bool) -> tuple[Change, str]:
    """Judge a step of a running total by the days from which the two count."""
    first, second = earlier.start, later.start
    moved = Answer.UNDECIDED if first is None or second is None else _moved(first, second)
    if moved is Answer.YES and first is not None and second is not None:
        if first.before(second) is Answer.YES:
            return Change.RESTART, f"begins on {second}, no longer on {first}"
        return Change.WIDER, f"begins on {second}, before {first}"
    if risen:
        return Change.GROWTH, _pace(earlier, later) or "the bound rose"
    if moved is Answer.NO:
        return Change.FALL, f"a total since {first} cannot become smaller"
    return Change.UNDECIDED, "smaller: a fall if both count from one day, a restart if not"


def _can_be_one(earlier: Amount, later: Amount) -> bool:
    """Tell whether two figures need not differ: one number whatever its hedge, or bands that meet, none printed higher later."""
    small, large = _level(earlier), _level(restated(later, earlier.unit))
    if small is not None and small == large:
        return True
    vague = Comparator.FROM_ABOUT in (earlier.comparator, later.comparator)
    higher = not vague and small is not None and large is not None and large > small
    return later.equal(earlier) is not Answer.NO and not higher


def _level(amount: Figure) -> float | None:
    """Return the one number that was printed, also of a bound; None for a range."""
    if amount.best is not None or None not in (amount.low, amount.high):
        return amount.best
    return amount.low if amount.low is not None else amount.high


def _moved(first: When, second: When) -> Answer:
    """Return whether two figures count from different days."""
    if first.edtf == second.edtf:
        return Answer.NO
    return Answer.YES if Answer.YES in (first.before(second), second.before(first)) else Answer.UNDECIDED


def _same_window(earlier: Point, later: Point) -> bool:
    one, other = earlier.claim.when, later.claim.when
    return one is not None and other is not None and one.edtf == other.edtf and one.latest is not None


def _pace(earlier: Point, later: Point) -> str:
    small, large = _level(earlier.amount), _level(restated(later.amount, earlier.amount.unit))
    first, last = _day(earlier), _day(later)
    if small is None or large is None or first is None or last is None or first == last:
        return ""
    days = (last - first).days
    return f"{large - small:+,.10g} in {days} days, {(large - small) / days:+,.3g} a day"
