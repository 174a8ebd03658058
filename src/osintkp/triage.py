"""Why two figures need not clash: the questions that come before the verdict "conflict"."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, NamedTuple

import attrs

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.fates import only, other_people, read
from osintkp.lineage.matters import bodies
from osintkp.records import Record
from osintkp.units import Amount
from osintkp.vocabulary import actors, items
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
STOCK, CUMULATIVE = Measure.STOCK, Measure.CUMULATIVE
# A name of a module is read ten times as fast as a member of a scale.
NO, YES, ASSERTS, OTHER_WINDOW = Answer.NO, Answer.YES, Stance.ASSERTS, Verdict.DIFFERENT_WINDOW
Days = tuple[int, int]
FOREVER = date.max.toordinal()
_NONE: frozenset[str] = frozenset()


class Difference(NamedTuple):
    """
    Why two figures are not about the same thing; put into words where it is told.

    Attributes:
        verdict: What kind of difference.
        tell: The sentence that says it, or what gives it.
        work_out: Gives the arithmetic behind it.
        apart: Whether nothing can be counted in both, so that they may be added.
    """

    verdict: Verdict
    tell: str | Callable[[], str]
    work_out: Callable[[], tuple[str, ...]] = tuple
    apart: bool = False

    @property
    def why(self) -> str:
        """Return the sentence that says it."""
        return self.tell if isinstance(self.tell, str) else self.tell()

    @property
    def working(self) -> tuple[str, ...]:
        """Return the arithmetic behind it."""
        return self.work_out()


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


class Facets(NamedTuple):
    """
    What a claim is held against others by, read off it once.

    Attributes:
        claim: The claim.
        id: Its id.
        ties: The ids of the claims that it has links to.
        item: Its goods.
        amount: Its figure.
        mode: What is, what may come, what is promised, what could be held: a place in ``MODES``.
        measure: What its figure counts.
        window: The window of its figure; None where it has none, or only one without a year.
        days: The first and the last day of this window, counted from the year 1; None where its end is open.
        people: Of a loss whom its words count and what became of them.
        thing: All that has to be one for two claims to be about one thing, but the links, the mode and the window.
    """

    claim: Claim
    id: str
    ties: frozenset[str]
    item: str | None
    amount: Amount | None
    mode: int
    measure: object
    window: When | None
    days: Days | None
    people: Hashable
    thing: Hashable


def facets(claim: Claim) -> Facets:
    """Return what a claim is held against others by."""
    record, amount, item, when = claim.record, claim.amount, claim.item, window(claim)
    kind: Any = type(record)
    measure, calibre = getattr(record, "measure", None), getattr(record, "calibre", None)
    people = read(claim) if record.kind == "loss" else None
    unit, bore = None if amount is None else amount.unit, None if calibre is None else str(calibre)
    thing = (record.kind, item, unit, bore, measure, people, *_worded(kind, record.roles)(record))
    days = None if when is None or when.open_end else _days(when, None)
    ties = frozenset([link.claim for link in claim.links]) if claim.links else _NONE
    return Facets(claim, claim.id, ties, item, amount, mode(claim), measure, when, days, people, thing)


@lru_cache(maxsize=256)
def _worded(kind: Any, roles: tuple[str, ...]) -> Callable[[Record], tuple[object, ...]]:
    """Return what reads the parties and the places of a kind of record."""
    names = (*roles, *_fields_of(kind, PLACES))
    one = attrgetter(*names) if names else None
    if one is None or len(names) > 1:
        return one or _nothing
    return lambda record: (one(record),)


def _nothing(_: Record) -> tuple[object, ...]:
    return ()


def profile(one: Facets, as_of: When | None = None) -> tuple[Hashable, Hashable]:
    """
    Return all that tells a claim from another, but links: what it is about, and its figure.

    Between two that are about the same there is no difference, whatever their figures. What it is about is None where the day
    that it speaks from plays a part, or the window of a running figure: then all is in the other.

    Args:
        one: What the claim is held against others by.
        as_of: The day that it speaks from.
    """
    if one.days is not None or (one.window is None and one.measure not in (STOCK, CUMULATIVE)):
        edtf = None if one.window is None else one.window.edtf
        return (one.thing, one.mode, edtf), one.amount
    return None, (one.thing, one.mode, one.window, one.amount, as_of)


def fields_of(record: Record, names: tuple[str, ...] = PLACES) -> tuple[str, ...]:
    """
    Return those of some fields that a kind of record has; by default of those that name places.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> fields_of(Loss())
        ('place',)
    """
    kind: Any = type(record)
    return _fields_of(kind, names)


@lru_cache(maxsize=256)
def _fields_of(kind: Any, names: tuple[str, ...]) -> tuple[str, ...]:
    own = {field.name for field in attrs.fields(kind)}
    return tuple(name for name in names if name in own or hasattr(kind, name))


def topic(claim: Claim) -> Hashable | None:
    """
    Return what an asserted figure is about: kind, actors and dimension; None where there is none.

    Officials and agencies stand for their state.
    """
    amount = claim.amount
    if amount is None or claim.stance is not ASSERTS:
        return None
    about = bodies(claim)
    return (claim.kind, about, amount.dimension) if any(about) else None


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
    return between(facets(one), facets(other), as_of)


def between(one: Facets, other: Facets, as_of: AsOf = _unsaid) -> Difference | None:
    """Return the first difference of two claims, as :func:`difference` does, where many are held against each other."""
    if (one.ties or other.ties) and (other.id in one.ties or one.id in other.ties):
        return _links(one, other) or _untied(one, other, as_of) or _revision(one, other)
    return _untied(one, other, as_of)


def _untied(one: Facets, other: Facets, as_of: AsOf) -> Difference | None:
    """Return the first difference that no link makes."""
    found = None
    if one.thing != other.thing:
        found = _things(one, other)
    elif one.mode != other.mode:
        found = _modality(one, other)
    return found or _window(one, other, as_of)


def _things(one: Facets, other: Facets) -> Difference | None:
    """Return the first difference that neither a link nor the window makes."""
    return (
        _item(one, other)
        or _fate(one, other)
        or _modality(one, other)
        or _measure(one, other)
        or _role(one.claim, other.claim)
        or _place(one, other)
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
        if _exceeds(narrow, broad):
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


def _exceeds(part: Facets, whole: Facets) -> bool:
    """Tell whether what lies within another is certainly no less than it, so that being a part explains nothing."""
    some, every = part.amount, whole.amount
    if some is None or every is None:
        return False
    if some.unit == every.unit:
        return some.low is not None and every.high is not None and some.low >= every.high
    return some.less(every) is NO


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
    if mine is theirs:
        return None
    if {mine, theirs} == {Measure.RATE, None}:
        rate, figure = (one, other) if mine == Measure.RATE else (other, one)
        return Difference(
            Verdict.DIFFERENT_SCOPE,
            lambda: f"{rate.id} gives a rate, and {figure.id} does not say that it does",
        )
    if (
        mine is None
        or theirs is None
        or mine == theirs
        or {mine, theirs} == {Measure.FLOW, Measure.CUMULATIVE}
    ):
        return None
    return Difference(Verdict.DIFFERENT_SCOPE, lambda: f"{one.id} gives a {mine}, {other.id} a {theirs}")


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


def _place(one: Facets, other: Facets) -> Difference | None:
    for _, mine, theirs in worded_apart(one.claim, other.claim, PLACES):
        if mine.casefold() != theirs.casefold():
            found = _places(one, other, mine, theirs)
            if found is not None:
                return found
    return None


def _places(one: Facets, other: Facets, mine: str, theirs: str) -> Difference | None:
    from osintkp.vocabulary import places

    here, there = places.resolve(mine).place, places.resolve(theirs).place
    if here is not None and here == there:
        return None
    found = Difference(
        Verdict.DIFFERENT_SCOPE, lambda: f"{one.id} is about {mine}, {other.id} about {theirs}"
    )
    if here is None or there is None:
        return found
    for inner, outer, part, whole in ((here, there, one, other), (there, here, other, one)):
        if places.within(inner, outer):
            return None if _exceeds(part, whole) else found
    return found._replace(apart=True)


def at_other_times(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are surely about days that they do not share."""
    return one.when is not None and other.when is not None and one.when.overlaps(other.when) is NO


def window(claim: Claim) -> When | None:
    """Return the window of a figure; None where it has none, or only one without a year."""
    when = claim.when
    return None if when is None or when.earliest is when.latest is None else when


def _window(one: Facets, other: Facets, as_of: AsOf) -> Difference | None:
    first, last = one.days, other.days
    if first is None or last is None:
        if one.window is None or other.window is None:
            return _spoken(one, other, as_of)
        first = first or _days(one.window, as_of(one.claim))
        last = last or _days(other.window, as_of(other.claim))
    if first == last:
        return None
    if (first[0] > last[1] or last[0] > first[1]) and _no_overlap(one, other):
        apart = one.measure not in (STOCK, CUMULATIVE) and other.measure not in (STOCK, CUMULATIVE)
        return Difference(OTHER_WINDOW, partial(_no_common_day, one, other), apart=apart)
    if _same_days(first, last):
        return _a_little_later(one, other, first, last)
    if STOCK in (one.measure, other.measure):
        return None if first[1] == last[1] else Difference(OTHER_WINDOW, partial(_stocks, one, other))
    if last[0] <= first[0] and first[1] <= last[1]:
        return None if _exceeds(one, other) else _growth(one, other, first, last)
    if first[0] <= last[0] and last[1] <= first[1]:
        return None if _exceeds(other, one) else _growth(other, one, last, first)
    return Difference(OTHER_WINDOW, partial(_neither, one, other))


def foreseen(one: Facets, other: Facets) -> Foreseen | None:
    """
    Return what all claims come to that are like two in everything but their links and their figures.

    None where their figures, or the days that they speak from, play a part. It is what :func:`between` says of each two, so that
    in a topic of very many figures not every two have to be asked.
    """
    first, last = one.days, other.days
    if one.thing != other.thing or first is None or last is None:
        return None
    if one.mode != other.mode:
        return Foreseen(Verdict.DIFFERENT_SCOPE)
    if first == last:
        return None
    if (first[0] > last[1] or last[0] > first[1]) and _no_overlap(one, other):
        return Foreseen(OTHER_WINDOW)
    if _same_days(first, last):
        return None
    if STOCK in (one.measure, other.measure):
        return None if first[1] == last[1] else Foreseen(OTHER_WINDOW)
    if last[0] <= first[0] and first[1] <= last[1]:
        return Foreseen(OTHER_WINDOW, part=0)
    if first[0] <= last[0] and last[1] <= first[1]:
        return Foreseen(OTHER_WINDOW, part=1)
    return Foreseen(OTHER_WINDOW)


def _no_overlap(one: Facets, other: Facets) -> bool:
    return one.window is not None and other.window is not None and one.window.overlaps(other.window) is NO


def _stocks(one: Facets, other: Facets) -> str:
    return f"{one.id} is the stock of {one.window}, {other.id} that of {other.window}"


def _neither(one: Facets, other: Facets) -> str:
    return f"{one.id} covers {one.window}, {other.id} covers {other.window}: neither window holds the other"


def _no_common_day(one: Facets, other: Facets) -> str:
    return f"{one.id} is about {one.window}, {other.id} about {other.window}: they have no day in common"


def _spoken(one: Facets, other: Facets, as_of: AsOf) -> Difference | None:
    """Explain two running figures that lack a window by the days that they speak from; None where these do not."""
    if one.measure != other.measure or one.measure not in (STOCK, CUMULATIVE):
        return None
    first, last = (each.window or as_of(each.claim) for each in (one, other))
    if first is None or last is None or first.overlaps(last) is not NO:
        return None
    if one.measure == STOCK:
        return Difference(
            OTHER_WINDOW,
            lambda: f"{one.id} is the stock as of {first}, {other.id} that as of {last}",
        )
    early, late = (one, other) if first.before(last) is YES else (other, one)
    if early.amount is None or late.amount is None or early.amount.less(late.amount) is not YES:
        return None
    return Difference(
        OTHER_WINDOW,
        lambda: (
            f"{one.id} counts up to {first}, {other.id} up to {last}:"
            f" a running total that grew from {early.amount} to {late.amount}"
        ),
    )


def _days(when: When, said: When | None) -> Days:
    """Return the first and last day that a figure covers; an open end reaches to the day that its claim speaks from."""
    end = when.latest
    if end is None and when.open_end and said is not None:
        end = said.latest
    return (when.earliest or date.min).toordinal(), (end or date.max).toordinal()


def _same_days(one: Days, other: Days) -> bool:
    """Tell whether two windows are one but for a tenth of the shorter."""
    off = abs(one[0] - other[0]) + abs(one[1] - other[1])
    shorter = min(one[1] - one[0], other[1] - other[0]) + 1
    return off * 10 <= shorter


def _a_little_later(one: Facets, other: Facets, first: Days, last: Days) -> Difference | None:
    """Explain two running totals of nearly one window where the one that ends later is the higher."""
    if not one.measure == other.measure == CUMULATIVE or first[1] == last[1]:
        return None
    (part, inner), (whole, outer) = sorted(((one, first), (other, last)), key=lambda each: each[1][1])
    if part.amount is None or whole.amount is None or part.amount.less(whole.amount) is not YES:
        return None
    return _growth(part, whole, inner, outer)


def _growth(part: Facets, whole: Facets, inner: Days, outer: Days) -> Difference:
    """Explain two counts where the longer can hold the shorter."""
    totals = (part.measure == CUMULATIVE) + (whole.measure == CUMULATIVE)
    if not totals or (totals == 1 and inner[0] != outer[0]):
        return Difference(OTHER_WINDOW, partial(_longer, part, whole))
    pace = partial(_pace, part, whole, inner[1], outer[1])
    return Difference(OTHER_WINDOW, partial(_grew, part, whole), pace)


def _longer(part: Facets, whole: Facets) -> str:
    return f"{_counted(part, whole)}: the longer window may hold more"


def _grew(part: Facets, whole: Facets) -> str:
    return f"{_counted(part, whole)}: the total grew from {part.amount} to {whole.amount}"


def _counted(part: Facets, whole: Facets) -> str:
    return f"{part.id} counts {part.claim.when}, {whole.id} counts {whole.claim.when}"


def _pace(part: Facets, whole: Facets, first: int, last: int) -> tuple[str, ...]:
    if part.amount is None or whole.amount is None or FOREVER in (first, last):
        return ()
    unit = part.amount.unit
    same = whole.amount if whole.amount.unit == unit else whole.amount.converted(unit)
    small, large = part.amount.best, same.best
    if small is None or large is None or last <= first:
        return ()
    return _sum(small, large, unit, first, last)


@lru_cache(maxsize=4096)  # in a topic the same few figures are told of the same few days
def _sum(small: float, large: float, unit: str, first: int, last: int) -> tuple[str, str]:
    since, until, days = date.fromordinal(first), date.fromordinal(last), last - first
    return (
        f"{large:,.10g} - {small:,.10g} = {large - small:,.10g} {unit} more",
        f"in {days} days from {since} to {until}: {(large - small) / days:,.3g} {unit} a day",
    )
