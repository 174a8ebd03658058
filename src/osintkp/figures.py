"""The figures that answer one question side by side: who gives which, from when, and the band they share."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from math import inf
from typing import TYPE_CHECKING

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.columns import text_table
from osintkp.dates import When
from osintkp.difference import REAL
from osintkp.errors import DimensionError, InvalidValueError
from osintkp.origins import Origin, Origins, as_of, origin_of, short
from osintkp.series import Point, Series, point, series
from osintkp.triage import difference, topic
from osintkp.units import Amount, Comparator
from osintkp.units.amount import printed_interval
from osintkp.units.comparing import shared, slack_between
from osintkp.units.definitions import factor
from osintkp.units.definitions import unit as unit_named
from osintkp.vocabulary import items
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import LinkKind, Measure, Stance

if TYPE_CHECKING:
    from altair import LayerChart, VConcatChart

    from osintkp.plots.figures import Mark, Panel

HEAD = ("figure", "modality", "origin", "as of", "window", "claim")


@attrs.frozen(kw_only=True)
class Figure:
    """
    One amount that a claim gives.

    Attributes:
        claim: The claim.
        amount: Its amount.
        origin: Where it comes from.
        as_of: The day that it speaks from: when it was said, else when the origin passed it on, else when its source
            came out; None when not known.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> claim = Claim(id="a/1", source="a", record=Loss(amount=Amount.parse("~40 tank")))
        >>> Figure(claim=claim, amount=claim.amount, origin=Origin(id="rsf")).comparable
        True
    """

    __repr__ = printed

    claim: Claim
    amount: Amount
    origin: Origin
    as_of: When | None = None

    @property
    def comparable(self) -> bool:
        """Whether it is a figure of what is or was: asserted, and no capacity, pledge, forecast or limit."""
        real = self.claim.stance is Stance.ASSERTS and self.claim.modality in REAL
        return real and self.claim.kind != "limit"


class Figures:
    """
    Every figure among some claims, the earliest first.

    Example:
        >>> print(Figures(Claims()))
        no figures
    """

    __slots__ = ("_beyond", "_figures")

    def __init__(self, claims: Claims, among: Iterable[Claim] | None = None) -> None:
        self._beyond = claims
        found = [figure_of(claim, claims) for claim in (claims if among is None else among)]
        self._figures = tuple(sorted((figure for figure in found if figure is not None), key=_order))

    def __iter__(self) -> Iterator[Figure]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    def __getitem__(self, index: int) -> Figure:
        return self._figures[index]

    @property
    def units(self) -> tuple[str, ...]:
        """Return the units of the figures, each once."""
        return tuple(dict.fromkeys(figure.amount.unit for figure in self))

    @property
    def origins(self) -> Origins:
        """Return the origins behind the figures."""
        return Origins(self._beyond, [figure.claim for figure in self])

    @property
    def series(self) -> tuple[Series, ...]:
        """
        Return the running figures of each known origin, in order of time, with what each step is.

        Growth, a fall, a restart of the count, a window that begins earlier and a revision of one window are told apart.
        """
        points: dict[str, list[Point]] = {}
        origins = {figure.origin.id: figure.origin for figure in self.comparable if figure.origin.known}
        for figure in self.comparable:
            made = point(figure.claim, figure.as_of)
            if made is not None and figure.origin.known:
                points.setdefault(figure.origin.id, []).append(made)
        return tuple(each for name in sorted(points) for each in series(origins[name], points[name]))

    @property
    def comparable(self) -> tuple[Figure, ...]:
        """Return the figures of what is or was: no capacities, pledges, forecasts, limits and denials."""
        return tuple(figure for figure in self if figure.comparable)

    @property
    def band(self) -> tuple[float, float] | None:
        """
        Return the band that every comparable figure allows, in the first one's unit; None when they share none.

        Raises:
            DimensionError: The figures measure different things: select by kind, item or unit first.
        """
        comparable = self.comparable
        if not comparable:
            return None
        unit, slack = comparable[0].amount.unit, slack_between({figure.amount.unit for figure in comparable})
        printed = [printed_interval(figure.amount, unit) for figure in comparable]
        if shared(each.with_slack(slack) for each in printed).empty:
            return None
        low, high, _, _ = shared(printed)
        return min(low, high), max(low, high)

    def total(self) -> tuple[float, float]:
        """
        Return the least and most that the figures come to together, in the first figure's unit.

        Raises:
            DimensionError: The figures measure different things.
            InvalidValueError: There are no figures, one is denied, or adding two would count something twice:
                alternatives, a part and its whole, two reports of one thing, or running totals (``no-sum``).
        """
        if not self._figures:
            raise InvalidValueError("no-sum", "there are no figures to add", None, "select others")
        denied = next((figure for figure in self if figure.claim.stance is Stance.DENIES), None)
        if denied is not None:
            fix = "leave it out"
            raise InvalidValueError("no-sum", "a denied figure has no place in a sum", _named(denied), fix)
        for one, other in combinations(self, 2):
            reason = _counted_twice(one.claim, other.claim)
            if reason is not None:
                pair = f"{_named(one)} and {_named(other)}"
                fix = "take one of them"
                raise InvalidValueError("no-sum", f"these figures have no sum, {reason}", pair, fix)
        bands = [figure.amount.printed_band(self.units[0]) for figure in self]
        return sum(low for low, _ in bands), sum(high for _, high in bands)

    def __str__(self) -> str:
        if not self._figures:
            return "no figures"
        rows = [
            (
                figure.amount,
                figure.claim.modality,
                figure.origin,
                figure.as_of,
                figure.claim.when,
                figure.claim.id,
            )
            for figure in self
        ]
        table = text_table(HEAD, rows)
        return f"{table}\n{self._shared()}"

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from osintkp.cards import counted, grouped, listing, whole
        from osintkp.markup import tag

        rows = (
            (
                whole(grouped(each.amount)), each.claim.modality, each.origin, whole(each.as_of), whole(each.claim.when),
                each.claim.id,
            )
            for each in self
        )  # fmt: skip
        return listing(counted(len(self), "figure"), HEAD, rows, tag("p", self._shared()))

    def plot(self) -> VConcatChart | LayerChart:
        """
        Return a picture: a panel for each matter and unit, in it a row for each figure with the band that its words allow.

        The printed number is a point, a bound a stroke with an arrow where nothing limits it; what every comparable
        figure of a panel allows is shaded. Capacities, pledges, limits and denials have colours of their own.
        ``.save("figures.svg")`` and ``.save("figures.png")`` write it.

        Raises:
            MissingExtraError: ``osintkp[plots]`` is not installed.
        """
        from osintkp.plots.figures import draw

        panels: dict[Hashable, list[Figure]] = {}
        for figure in self:
            counted = unit_named(figure.amount.unit).dimension == unit_named("piece").dimension
            measured = figure.amount.unit if counted else figure.amount.dimension
            about = (figure.claim.kind, figure.claim.actors, measured)
            panels.setdefault(about, []).append(figure)
        return draw([_panel(members, self._beyond) for members in panels.values()])

    def _shared(self) -> str:
        try:
            band = self.band
        except DimensionError:
            return f"no common band: the figures are in {', '.join(self.units)}"
        if band is None:
            return "no common band"
        comparable = self.comparable
        origins = len(Origins(self._beyond, [figure.claim for figure in comparable]))
        told = "1 independent origin" if origins == 1 else f"{origins} independent origins"
        return f"common band: {_ends(band)} {comparable[0].amount.unit}, from {told}"


def figure_of(claim: Claim, claims: Claims) -> Figure | None:
    """Return the figure of a claim, or None where it gives no amount."""
    if claim.amount is None:
        return None
    return Figure(
        claim=claim,
        amount=claim.amount,
        origin=origin_of(claim, claims),
        as_of=as_of(claim, claims.sources.get(claim.source)),
    )


def _order(figure: Figure) -> tuple[date, str]:
    when = figure.as_of
    day = None if when is None else when.earliest or when.latest
    return (day or date.max, figure.claim.id)


def _named(figure: Figure) -> str:
    return f"{figure.claim.id} ({figure.amount})"


def _panel(members: Sequence[Figure], claims: Claims) -> Panel:
    """Return figures of one matter and dimension as a panel of the picture, those of one origin next to each other."""
    from osintkp.plots.figures import Panel

    unit, goods = members[0].amount.unit, {figure.claim.item for figure in members}
    alike: dict[str, dict[Hashable, list[Figure]]] = {}
    for each in members:
        print_the_same = each.origin, each.amount, each.as_of, each.claim.item, _tone(each)
        alike.setdefault(each.origin.id, {}).setdefault(print_the_same, []).append(each)
    kind, actors = members[0].claim.kind.replace("_", " "), members[0].claim.actors
    between = " > ".join(actor or "?" for actor in actors) if any(actors) else None
    item = next(iter(goods)) if len(goods) == 1 else None
    band, note = _common(Figures(claims, [figure.claim for figure in members]), one_item=len(goods) == 1)
    return Panel(
        title=" · ".join(part for part in (kind, between, item) if part), unit=unit, band=band, note=note,
        marks=tuple(_mark(each, unit, with_item=len(goods) > 1) for own in alike.values() for each in own.values()),
    )  # fmt: skip


def _common(figures: Figures, *, one_item: bool) -> tuple[tuple[float, float] | None, str]:
    """Return the band that the comparable figures of a panel share, and what is said of it."""
    if len(figures.comparable) < 2 or not one_item:
        return None, ""
    band = figures.band
    return band, f"common band: {_ends(band)}" if band is not None else "no common band"


def _ends(band: tuple[float, float]) -> str:
    low, high = (f"{end:,.10g}" if abs(end) != inf else "?" for end in band)
    return f"{low} to {high}"


def _mark(alike: Sequence[Figure], unit: str, *, with_item: bool) -> Mark:
    """Return figures of one origin and day that print the same as one row of the picture."""
    from osintkp.plots.figures import Mark

    figure, claim = alike[0], alike[0].claim
    low, high = figure.amount.printed_band(unit)
    best = figure.amount.best
    times = factor(figure.amount.unit, unit)
    goods = items.name(claim.item) if claim.item else "goods not named"
    who = [figure.origin.id, goods] if with_item else [str(figure.origin)]
    who += [f"{len(alike)} claims"] if len(alike) > 1 else []
    return Mark(
        who=" · ".join(who), as_of=str(figure.as_of or ""), printed=_grouped(str(figure.amount)), tone=_tone(figure),
        low=low, best=None if best is None else best * times, high=high, exact=figure.amount.comparator is Comparator.EXACT,
        claims=short([each.claim.id for each in alike]), sentence=f"{figure.origin}: {claim.sentence()}", quote=claim.quote,
    )  # fmt: skip


def _grouped(text: str) -> str:
    """Return an amount with its long numbers in groups of three, for people."""
    return re.sub(r"(?<![\d.])\d{5,40}(?!\d)", lambda digits: f"{int(digits[0]):,}", text)


def _tone(figure: Figure) -> str:
    if figure.claim.stance is Stance.DENIES:
        return "denied"
    return "what is or was" if figure.comparable else "capacity, pledge, limit"


_NO_SUM = {
    LinkKind.ALTERNATIVE_TO: "they exclude each other: only one of them can hold",
    LinkKind.PART_OF: "one is a part of the other",
    LinkKind.CONTAINED_IN: "one is the load of the other",
    LinkKind.REPEATS: "one repeats the other",
    LinkKind.REVISES: "one revises the other",
}


def _counted_twice(one: Claim, other: Claim) -> str | None:
    """Return why two figures must not be added; None where nothing speaks against it."""
    for kind, reason in _NO_SUM.items():
        if other.id in one.linked(kind) or one.id in other.linked(kind):
            return reason
    if not {one.modality, other.modality} <= REAL:
        return "not both are figures of what is or was"
    if {Measure.STOCK, Measure.RATE} & {one.record.of("measure"), other.record.of("measure")}:
        return "a stock or a rate does not add up"
    if None in one.record.topic or None in other.record.topic:
        return "one names not all its actors, and they may be one and the same"
    if topic(one) != topic(other):
        return None
    found = difference(one, other)
    if found is None:
        return "they may be two reports of one thing"
    return None if found.apart else f"they may count something twice: {found.why}"
