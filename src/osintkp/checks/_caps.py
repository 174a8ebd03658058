"""The caps that hold for an actor, from reference data and from claims, and the windows that they run in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

import attrs

from osintkp.checks._loads import nominal
from osintkp.claim import Claim
from osintkp.dates import When, months_after
from osintkp.facts import ReferenceLimit
from osintkp.group import Group
from osintkp.records.limit import Limit
from osintkp.units import Amount
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Answer, Stance

MOST_WINDOWS = 1000
CALENDAR = date(1901, 1, 1)
LAST_YEAR = 9000


@attrs.frozen(kw_only=True)
class Window:
    """
    One stretch of time that one cap covers, both days counted in.

    Example:
        >>> Window(start=date(2024, 1, 1), end=date(2024, 3, 31)).days
        91
    """

    __repr__ = printed

    start: date
    end: date

    @property
    def days(self) -> int:
        """Return its length."""
        return (self.end - self.start).days + 1

    @property
    def when(self) -> When:
        """Return it as a period."""
        return When.parse(f"{self.start}/{self.end}")

    def __str__(self) -> str:
        return f"{self.start}/{self.end}" if self.end.year < LAST_YEAR else f"{self.start}/.."


@attrs.frozen(kw_only=True)
class Placement:
    """
    Where a transfer falls among the windows of a cap.

    Attributes:
        windows: Every window that it may fall in; empty where nothing tells.
        outside: Whether some of it may fall where the cap does not hold.
    """

    __repr__ = printed

    windows: tuple[Window, ...] = ()
    outside: bool = True


@attrs.frozen(kw_only=True, repr=False)
class Cap:
    """
    A cap with what is known of its windows.

    Attributes:
        item: The goods that it covers; None when not said.
        amount: As it is given.
        value: In the unit of the amount.
        window: The stretch that one cap covers; None when there is none.
        since: First day of the first window; None when not known.
        until: Last day of validity; None while it stands.
        name: The instrument, or the claim that states it.
        basis: Where it is from.
        claims: The claims that state it.
        stated: Whether only claims state it, so that no window means "not said".
        aligned: Whether its windows are only assumed to begin with the calendar year.
    """

    item: str | None
    amount: Amount
    value: float
    window: Amount | None
    since: date | None
    until: date | None
    name: str
    basis: str
    claims: tuple[Claim, ...] = ()
    stated: bool = False
    aligned: bool = False

    @property
    def leaf(self) -> str:
        """Return the last part of the path of the capped goods; empty where it covers all goods."""
        return (self.item or "").rpartition("/")[2]

    def placed(self, period: When | None) -> Placement | None:
        """
        Return where a period falls; None where the cap does not hold.

        A transfer of no known period is held against standing caps alone.
        """
        if period is None or period.earliest is None or period.latest is None:
            return Placement() if self.until is None else None
        edges = (_edge(self.since, "../{}", -1), _edge(self.until, "{}/..", 1))
        if any(edge is not None and period.within(edge) is Answer.YES for edge in edges):
            return None
        outside = any(edge is not None and period.overlaps(edge) is not Answer.NO for edge in edges)
        near = tuple(self._near(period))
        found = [each for each in near if period.overlaps(each.when) is not Answer.NO]
        few = len(near) < MOST_WINDOWS
        return Placement(windows=tuple(found) if few else (), outside=outside or self.since is None)

    def _near(self, period: When) -> Iterator[Window]:
        first, last = period.earliest or date.min, period.latest or date.max
        if self.since is None or not 1 < first.year <= last.year < LAST_YEAR:
            return
        if self.window is None:
            if not self.stated:
                yield Window(start=self.since, end=self.until or date.max)
            return
        loose = timedelta(days=366 if period.approximate or period.uncertain else 0)
        number = self._index(max(first - loose, self.since))
        for step in range(MOST_WINDOWS):
            start = self._start(number + step)
            if start > last + loose or (self.until is not None and start > self.until):
                return
            end = self._start(number + step + 1) - timedelta(days=1)
            yield Window(start=start, end=min(end, self.until or date.max))

    def _index(self, day: date) -> int:
        since, months = self.since or CALENDAR, self._months
        if not months:
            return (day - since).days // self._days
        number = ((day.year - since.year) * 12 + day.month - since.month) // months
        return number - 1 if self._start(number) > day else number

    def _start(self, number: int) -> date:
        since = self.since or CALENDAR
        if self._months:
            return months_after(since, number * self._months)
        try:
            return since + timedelta(days=number * self._days)
        except OverflowError:
            return date.max

    @property
    def _months(self) -> int:
        if self.window is None or self.window.unit not in ("month", "year"):
            return 0
        months = (nominal(self.window) or 0.0) * (12 if self.window.unit == "year" else 1)
        return int(months) if months.is_integer() else 0

    @property
    def _days(self) -> int:
        seconds = (
            0.0 if self.window is None else (nominal(self.window) or 0.0) * unit(self.window.unit).factor
        )
        return max(1, round(seconds / unit("day").factor))


@lru_cache(maxsize=1024)
def _edge(day: date | None, form: str, step: int) -> When | None:
    if day is None or day in (date.min, date.max):
        return None
    return When.parse(form.format(day + timedelta(days=step)))


def caps(group: Group) -> tuple[Cap, ...]:
    """Return the caps that hold for the actor of a group; a cap that a claim states joins the law that it means."""
    known = [cap for cap in map(_from_facts, _on(group)) if cap is not None]
    for claim in group.claims:
        stated = _from_claim(claim) if claim.kind == "limit" else None
        if stated is not None:
            meant = [cap for cap in known if not cap.stated and _means(stated, cap)]
            known = [attrs.evolve(cap, claims=(*cap.claims, claim)) if cap in meant else cap for cap in known]
            known += [] if meant else [stated]
    return tuple(known)


def _on(group: Group) -> Iterator[ReferenceLimit]:
    return (
        known for known in group.facts.limits if known.limit.on and actors.root(known.limit.on) == group.key
    )


def _from_facts(known: ReferenceLimit) -> Cap | None:
    basis = f"{known.limit.instrument or known.id}: {known.citation}" + _from_memory(known.basis)
    until = None if known.until is None else known.until.latest
    return _cap(known.limit, known.limit.instrument or known.id, basis, until=until)


def _from_memory(basis: str) -> str:
    return " (from memory)" if basis == "memory" else ""


def _from_claim(claim: Claim) -> Cap | None:
    if claim.stance is not Stance.ASSERTS or not isinstance(claim.record, Limit):
        return None
    basis = f"the cap is as {claim.id} states it: no reference data has it"
    name = claim.record.instrument or claim.id
    return _cap(claim.record, name, basis, claims=(claim,), stated=True)


def _cap(
    limit: Limit, name: str, basis: str, *, until: date | None = None, claims: tuple[Claim, ...] = (), stated: bool = False
) -> Cap | None:  # fmt: skip
    amount, window = limit.amount, limit.window
    value = None if amount is None else amount.high if amount.high is not None else nominal(amount)
    if amount is None or value is None or "/" in amount.unit:
        return None  # A cap per day, or on the price of a barrel, is no cap on what is sent in a window.
    if amount.best is not None:
        value = amount.best
    if window is not None and not _is_time(window):
        window = None
    since = None if limit.since is None else limit.since.earliest
    aligned = since is None and window is not None
    return Cap(
        item=limit.item,
        amount=amount,
        value=value,
        window=window,
        since=CALENDAR if aligned else since,
        until=until,
        name=name,
        basis=basis,
        claims=claims,
        stated=stated,
        aligned=aligned,
    )


def _is_time(window: Amount) -> bool:
    return (nominal(window) or 0.0) > 0 and same_dimension(unit(window.unit), unit("day"))


def _means(stated: Cap, law: Cap) -> bool:
    """Return whether a stated cap is a law in other words: the same figure, for goods that need not be others."""
    if not same_dimension(unit(stated.amount.unit), unit(law.amount.unit)):
        return False
    mine, theirs = (cap.value * unit(cap.amount.unit).factor for cap in (stated, law))
    other = items.surely_other(stated.item, law.item)
    return not other and abs(mine - theirs) <= 1e-9 * abs(theirs)
