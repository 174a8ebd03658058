"""What transfers come to against a cap in one stretch of time, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from osintkp.checks._adding import ONCE, Total
from osintkp.checks._caps import Cap, Window
from osintkp.checks._loads import said
from osintkp.checks._wording import figure, listed, number, times
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.errors import DateError
from osintkp.group import Group
from osintkp.vocabulary.scales import Measure

SURE, LIKELY, OPEN, BELOW = "sure", "likely", "open", "below"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reading:
    """
    What the transfers of one stretch of time come to against one cap.

    Attributes:
        cap: The cap.
        windows: The windows that the stretch touches; empty where nobody says when.
        total: The transfers that were added.
        status: ``sure`` where they pass the cap on every reading, ``likely`` where their printed figures do on one,
            ``open`` where only the upper end of a hedge does, ``below`` where nothing does.
    """

    cap: Cap
    windows: tuple[Window, ...]
    total: Total
    status: str

    @property
    def certain(self) -> bool:
        """Whether the goods of every transfer certainly are those of the cap."""
        return not self.unclear

    @property
    def unclear(self) -> tuple[str, ...]:
        """Return the claims whose goods may be others than those of the cap."""
        return tuple(part.claim.id for part in self.total.parts if not part.certain)

    @property
    def share(self) -> str:
        """Return the total as a share of the cap, in words; of one window where several are passed together."""
        count = self.spread
        ends = dict.fromkeys(
            times(end / self.cap.value / count) for end in (self.total.value, self.total.top)
        )
        words = "times" if self.total.value >= self.cap.value else "of"
        where = f" in one of {count} windows, however it is split" if count > 1 else ""
        return f"{'at least ' if where else ''}{' to '.join(ends)} {words} the cap{where}"

    @property
    def spread(self) -> int:
        """Return how many windows certainly are passed together; one where one window is looked at."""
        return len(self.windows) + self.cap.aligned if self.status is SURE else 1

    @property
    def subject(self) -> str:
        """Return what is held against the cap: claims, amount, goods, from whom and to whom."""
        claims = self.total.claims
        what = (
            said(claims[0])
            if len(claims) == 1
            else f"{number(self.total.value)} {self.cap.amount.unit} together"
        )
        goods = listed(dict.fromkeys(claim.item or "goods" for claim in claims))
        senders = listed(dict.fromkeys(str(claim.record.of("sender") or "nobody named") for claim in claims))
        return f"{listed(claim.id for claim in claims)}: {what} of {goods} from {senders} to {claims[0].record.of('recipient')}"

    @property
    def law(self) -> str:
        """Return the cap, its window and where it is from, in words."""
        span = f" in {self.windows[0]}" if len(self.windows) == 1 else ""
        window = f" in {self.cap.window}" if self.cap.window is not None and not span else ""
        return f"{figure(self.cap.value)} {self.cap.amount.unit}{span}{window}, {self.cap.name}"

    @property
    def proviso(self) -> tuple[str, str]:
        """Return what else has to hold for the share to stand, and the question that is open; empty where nothing is."""
        if self.status in (SURE, BELOW):
            return "", ""
        if self.cap.stated and self.cap.window is None:
            return " if it covers the whole period", "over what time does the cap run?"
        if not self.windows:
            return " if all of it fell in one window", "in what period was it sent?"
        if any(part.placement.outside for part in self.total.parts):
            return " if all of it fell while the cap held", "when was it sent?"
        if self.cap.aligned:
            return " if its windows are calendar years", "when do they begin?"
        if len(self.windows) > 1:
            windows = listed(map(str, self.windows))
            return f" if all of it fell in one of {windows}", "how much fell in each?"
        low, high = (times(end / self.cap.value) for end in (self.total.low, self.total.high))
        return f" at its printed figure, {low} to {high} with its hedge or rounding".replace(
            " to inf", " or more"
        ), ""


def period(group: Group, claim: Claim) -> When | None:
    """Return the period of a transfer; None where its start is not known, or neither its end nor when it was told."""
    when, told = claim.when, group.as_of(claim)
    if when is None or when.earliest is None:
        return None
    if claim.record.of("measure") is Measure.CUMULATIVE and not when.is_period:
        return None
    if when.latest is not None:
        return when
    try:
        return when.until(told) if told is not None and told.latest is not None else None
    except DateError:
        return None


def working(group: Group, reading: Reading) -> Iterator[str]:
    """Give the arithmetic of a reading, line by line."""
    total, cap = reading.total, reading.cap
    unit = cap.amount.unit
    yield from total.working(unit)
    for end in dict.fromkeys((total.value, total.top)):
        yield f"{number(end)} {unit} / {figure(cap.value)} {unit} = {times(end / cap.value)}"
    if len(reading.windows) > 1:
        yield from _split(group, reading)
    elif reading.windows and cap.window is not None:
        yield from _pace(group, reading)


def _split(group: Group, reading: Reading) -> Iterator[str]:
    cap, name = reading.cap, reading.cap.amount.unit
    if reading.status is SURE:
        least = f"{number(reading.total.low)} {name}, the least that the figures allow"
        yield f"{least}, is more than {reading.spread} windows x {figure(cap.value)} {name}"
    if reading.status is LIKELY:
        for window in reading.windows:
            parts = ((part.value, period(group, part.claim)) for part in reading.total.parts)
            even = sum(value * _overlap(when, window) for value, when in parts if when is not None)
            share = times(even / cap.value)
            yield f"spread evenly over its days: {number(even)} {name} in {window} = {share} of the cap"


def _overlap(when: When, window: Window) -> float:
    """Return the share of a period's days that lie in a window."""
    first, last = when.earliest or window.start, when.latest or window.end
    common = (min(last, window.end) - max(first, window.start)).days + 1
    return max(common, 0) / ((last - first).days + 1)


def _pace(group: Group, reading: Reading) -> Iterator[str]:
    """Give the pace of transfers that share one period, in the length of a window."""
    periods = {
        str(when): when for claim in reading.total.claims if (when := period(group, claim)) is not None
    }
    when = next(iter(periods.values()), None)
    if len(periods) != 1 or when is None or when.days is None or not when.is_period:
        return
    cap, length = reading.cap, reading.windows[0].days
    paces = [reading.total.value / days * length for days in reversed(when.days)]
    ends = " to ".join(dict.fromkeys(number(pace) for pace in paces))
    shares = " to ".join(dict.fromkeys(times(pace / cap.value) for pace in paces))
    days = " to ".join(dict.fromkeys(str(each) for each in when.days))
    amount = f"{number(reading.total.value)} {cap.amount.unit}"
    yield f"pace: {amount} in {days} days = {ends} in {length} days = {shares} times the cap"


def assumptions(group: Group, reading: Reading) -> Iterator[str]:
    """Give what a reading takes for granted."""
    cap = reading.cap
    yield cap.basis
    if not cap.stated:
        yield from (
            f"{claim.id} means the cap of {cap.name}, which covers {cap.item}" for claim in cap.claims
        )
    if cap.aligned:
        yield f"the windows of {cap.name} begin with the calendar year"
    for part in reading.total.parts:
        if part.claim.when is not None and part.claim.when.latest is None and reading.windows:
            yield f"the period of {part.claim.id} ends when it was told: {period(group, part.claim)}"
        yield from part.assumptions
    if reading.total.left_out or len(reading.total.parts) > 1:
        yield ONCE
