"""What claims are held against each other by, and the difference between two that is found."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import attrs

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.fates import read
from osintkp.records import Record, reading
from osintkp.units import Amount
from osintkp.vocabulary.scales import Answer, Measure, Modality, Verdict

REAL = frozenset({Modality.STATED, Modality.ESTIMATED, Modality.ALLEGED})
HOPED = frozenset({Modality.PREDICTED, Modality.CONDITIONAL})
PROMISED = frozenset({Modality.PLEDGED, Modality.AUTHORISED})
PLACES = ("place", "theatre", "origin", "destination")
MODES = (REAL, HOPED, PROMISED, frozenset({Modality.CAPACITY}))
_MODE = {modality: number for number, modes in enumerate(MODES) for modality in modes}
# A name of a module is read ten times as fast as a member of a scale.
NO, STOCK, CUMULATIVE = Answer.NO, Measure.STOCK, Measure.CUMULATIVE
AsOf = Callable[[Claim], When | None]
Days = tuple[int, int]
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
        goods: What is counted: the kind of record, its goods, unit and calibre, and ``people``.
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
    goods: Hashable
    thing: Hashable


def facets(claim: Claim) -> Facets:
    """Return what a claim is held against others by."""
    record, amount, item, when = claim.record, claim.amount, claim.item, window(claim)
    kind: Any = type(record)
    measure, calibre = getattr(record, "measure", None), getattr(record, "calibre", None)
    people = read(claim) if record.kind == "loss" else None
    unit, bore = None if amount is None else amount.unit, None if calibre is None else str(calibre)
    goods = (record.kind, item, unit, bore, people)
    thing = (goods, measure, *words_of(kind, record.roles)(record))
    days = certain_days(when)
    ties = frozenset([link.claim for link in claim.links]) if claim.links else _NONE
    return Facets(claim, claim.id, ties, item, amount, mode(claim), measure, when, days, people, goods, thing)


@lru_cache(maxsize=256)
def words_of(kind: Any, roles: tuple[str, ...] = ()) -> Callable[[Record], tuple[object, ...]]:
    """Return what reads the parties in some roles, and the places, of a kind of record."""
    return reading((*roles, *_fields_of(kind, PLACES)))


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


def mode(claim: Claim) -> int:
    """Return the mode of a claim, as a place in ``MODES``: what is, what may come, what is promised, what could be held."""
    return _MODE[claim.modality]


def other_measures(one: object, other: object) -> bool:
    """Tell whether two figures count in two ways that nobody takes for one: a rate and what does not say so, a stock and a flow."""
    if one is other:
        return False
    if one is None or other is None:
        return Measure.RATE in (one, other)
    return one != other and {one, other} != {Measure.FLOW, Measure.CUMULATIVE}


def window(claim: Claim) -> When | None:
    """Return the window of a figure; None where it has none, or only one without a year."""
    return bounded(claim.when)


def bounded(when: When | None) -> When | None:
    """Return a date as a window; None for one without a year."""
    return None if when is None or when.earliest is when.latest is None else when


def certain_days(when: When | None) -> Days | None:
    """Return the first and last day of a window; None where its end is open, or it is none."""
    return None if when is None or when.open_end else days_of(when, None)


def days_of(when: When, said: When | None) -> Days:
    """Return the first and last day that a figure covers; an open end reaches to the day that its claim speaks from."""
    end = when.latest
    if end is None and when.open_end and said is not None:
        end = said.latest
    return (when.earliest or date.min).toordinal(), (end or date.max).toordinal()


def exceeds(part: Facets, whole: Facets) -> bool:
    """Tell whether what lies within another is certainly no less than it, so that being a part explains nothing."""
    some, every = part.amount, whole.amount
    if some is None or every is None:
        return False
    if some.unit == every.unit:
        return some.low is not None and every.high is not None and some.low >= every.high
    return some.less(every) is NO


def unsaid(_: Claim) -> When | None:
    """Return that nobody knows which day a claim speaks from."""
    return None
