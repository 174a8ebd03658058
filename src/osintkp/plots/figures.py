"""Figures side by side: a panel for each matter and unit, in it a row for each figure with the band that its words allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor, inf, isfinite, log10
from typing import TYPE_CHECKING, Any

import attrs

from osintkp.cards import counted
from osintkp.plots._paper import (
    BLUE,
    GREEN,
    GREY,
    LINE,
    MOST_ROWS,
    MOST_TOLD,
    ORANGE,
    PAPER,
    SOFT,
    WIDTH,
    column,
    drawing,
    finished,
    nothing,
    plain,
    rest,
    table,
    told,
)  # fmt: skip

if TYPE_CHECKING:
    from altair import LayerChart, VConcatChart

TITLE = "Figures"
DENIED = "denied"
TONES = {"what is or was": BLUE, "capacity, pledge, limit": GREY, DENIED: ORANGE}
WHO, DAY, SAID, STEP = 176, 132, 138, 20
LEFT = WHO + DAY
PLOT = WIDTH - LEFT - SAID - 40
WIDE = 200.0
KEY = "point: the printed number · bar: what its words or its rounding allow · arrow: no bound"


@attrs.frozen(kw_only=True, repr=False)
class Mark:
    """
    One row: a figure of one origin.

    Attributes:
        who: Its origin, and what it is of where the panel holds several things.
        as_of: The day that it speaks from, in the notation.
        printed: The amount as printed.
        tone: A key of ``TONES``.
        low: The least that it allows; ``-inf`` for no bound.
        best: The printed number; None for a bound or a range.
        high: The most; ``inf`` for no bound.
        exact: Whether it is printed without a hedge, so that its band is only what rounding leaves open.
        claims: Their ids.
        sentence: Told by the pointer.
        quote: Told by the pointer.
    """

    who: str
    as_of: str = ""
    printed: str = ""
    tone: str = "what is or was"
    low: float = -inf
    best: float | None = None
    high: float = inf
    exact: bool = False
    claims: str = ""
    sentence: str = ""
    quote: str = ""


@attrs.frozen(kw_only=True, repr=False)
class Panel:
    """
    Figures in one unit, about one matter.

    Attributes:
        title: What they are about.
        unit: Theirs.
        marks: The rows.
        band: What every comparable one allows; None where that is nothing, or where they are not of one thing.
        note: What is said of the band.
    """

    title: str
    unit: str
    marks: tuple[Mark, ...]
    band: tuple[float, float] | None = None
    note: str = ""


def draw(panels: Sequence[Panel]) -> VConcatChart | LayerChart:
    """
    Return the picture; figures that stand alone come last and without a scale, those beyond the fortieth are counted.

    Example:
        >>> mark = Mark(who="SD", printed="~40 tank", low=35, best=40, high=45)
        >>> draw([Panel(title="loss", unit="tank", marks=(mark, mark))]).to_dict()["title"]["text"]
        'Figures'
    """
    every = sum(len(panel.marks) for panel in panels)
    if not every:
        return nothing(TITLE, "no claim gives a figure")
    shown = _cut(sorted(panels, key=lambda panel: -len(panel.marks)))
    together = [panel for panel in shown if len(panel.marks) > 1]
    alone = [panel for panel in shown if len(panel.marks) == 1]
    tones = [tone for tone in TONES if any(mark.tone == tone for panel in together for mark in panel.marks)]
    charts = [_panel(panel, tones) for panel in together] + (
        [_alone(alone, heading=bool(together))] if alone else []
    )
    count = sum(len(panel.marks) for panel in shown)
    below = " · ".join(filter(None, [counted(count, "figure"), rest(every - count, "figure")]))
    alt = drawing()
    legend = alt.vconcat(*charts, spacing=16)
    made: VConcatChart = finished(legend, TITLE, below, KEY if together else "")
    return made


def _cut(panels: Sequence[Panel]) -> list[Panel]:
    left, kept = MOST_ROWS, []
    for panel in panels:
        if left > 0:
            kept.append(attrs.evolve(panel, marks=panel.marks[:left]))
        left -= len(panel.marks)
    return kept


def _panel(panel: Panel, tones: list[str]) -> Any:
    alt = drawing()
    low, high, log = _ends(panel)
    rows = [_row(number, mark, low, high) for number, mark in enumerate(panel.marks, 1)]
    head = [
        {
            "row": 0,
            "title": plain(panel.title),
            "note": plain(panel.note),
            "whole": plain(panel.title),
            "claims": "",
        }
    ]
    scale = alt.Scale(type="log" if log else "linear", domain=[low, high], nice=False, zero=False)
    unit = plain(panel.unit or "a number", 40) + (", each step tenfold" if log else "")
    ticks = {"values": _tens(low, high)} if log else {"tickCount": 4}
    axis = alt.Axis(
        orient="bottom",
        title=unit,
        **ticks,
        labelExpr="format(datum.value, ',')",
        gridDash=[2, 3],
        titlePadding=2,
        labelFlush=True,
    )
    layers = [
        *_shade(panel, len(rows), low, high, alt, scale, axis),
        *_words(head, rows),
        *_bars(rows, tones, scale, axis),
    ]
    return alt.layer(*layers, width=PLOT, height=STEP * (len(rows) + 1))


def _ends(panel: Panel) -> tuple[float, float, bool]:
    """Return the ends of a panel's scale, and whether its figures lie so far apart that each step has to be tenfold."""
    named = [
        end
        for mark in panel.marks
        for end in (mark.low, mark.best, mark.high)
        if end is not None and isfinite(end)
    ]
    if not named:
        return 0.0, 1.0, False
    least, most = min(named), max(named)
    positive = [end for end in named if end > 0]
    if least >= 0 and positive and max(positive) / min(positive) > WIDE:
        return min(positive) / 2, most * 2, True
    room = (most - min(least, 0.0)) * 0.12 or 1.0
    return (min(least - room, 0.0) if least < 0 else 0.0), most + room, False


def _tens(low: float, high: float) -> list[float]:
    """Return the powers of ten between two numbers, no more than five of them."""
    powers = range(ceil(log10(low)), floor(log10(high)) + 1)
    return [float(f"1e{power}") for power in powers[:: -(-len(powers) // 5) or 1]]


def _row(number: int, mark: Mark, low: float, high: float) -> dict[str, object]:
    begin, end = max(mark.low, low), min(mark.high, high)
    return {
        "row": number, "who": plain(mark.who), "as_of": plain(mark.as_of or None), "printed": plain(mark.printed), "tone": mark.tone,
        "whole": plain(mark.sentence or mark.who, MOST_TOLD), "quote": plain(mark.quote or None, MOST_TOLD), "claims": plain(mark.claims),
        "x": begin, "x2": max(end, begin), "exact": mark.exact, "down": mark.low < low, "up": mark.high > high,
        "at": mark.best if mark.best is not None and low <= mark.best <= high else None,
    }  # fmt: skip


def _words(head: list[dict[str, object]], rows: list[dict[str, object]]) -> Iterator[Any]:
    alt = drawing()
    y = alt.Y("row:O", axis=None)
    yield (
        alt.Chart(table(head))
        .mark_rule(color=LINE, yOffset=STEP / 2)
        .encode(x=alt.value(-LEFT), x2=alt.value(PLOT + SAID), y=y)
    )
    yield column(head, "title", -LEFT, LEFT + PLOT - 130, fontWeight=600, fontSize=12.5)
    yield column(head, "note", PLOT + SAID, 250, color=SOFT, fontSize=11, align="right")
    yield column(rows, "who", -LEFT, WHO - 8)
    yield column(rows, "as_of", -DAY, DAY - 10, color=SOFT, fontSize=10.5)
    yield column(rows, "printed", PLOT + 12, SAID - 12)


def _shade(
    panel: Panel, rows: int, low: float, high: float, alt: Any, scale: Any, axis: Any
) -> Iterator[Any]:
    if panel.band is not None:
        begin, end = max(panel.band[0], low), min(panel.band[1], high)
        thin = (high - low) / PLOT * 2
        band = [{"x": begin, "x2": max(end, begin + thin), "whole": panel.note}]
        yield alt.Chart(table(band)).mark_rect(color=GREEN, opacity=0.16).encode(
            x=alt.X("x:Q", scale=scale, axis=axis), x2="x2", y=alt.value(STEP), y2=alt.value(STEP * (rows + 1)),
            tooltip=told(common_band="whole"),
        )  # fmt: skip


def _bars(rows: list[dict[str, object]], tones: list[str], scale: Any, axis: Any) -> Iterator[Any]:
    alt = drawing()
    y = alt.Y("row:O", axis=None)
    tone = alt.Color(
        "tone:N",
        title=None,
        scale=alt.Scale(domain=list(TONES), range=list(TONES.values())),
        legend=alt.Legend(symbolType="square", symbolOpacity=1, symbolStrokeWidth=0, values=tones),
    )
    tips = told(figure="printed", as_of="as_of", claims="claims", says="whole", quote="quote")
    x = alt.X("x:Q", scale=scale, axis=axis)
    for exact, size, opacity in ((True, 4, 0.55), (False, 9, 0.42)):
        alike = [row for row in rows if row["exact"] is exact]
        if alike:
            yield (
                alt.Chart(table(alike))
                .mark_bar(height=size, opacity=opacity, cornerRadius=1)
                .encode(x=x, x2="x2", y=y, color=tone, tooltip=tips)
            )
    for end, place, shape, edge in (("down", 0, "triangle-left", "x2"), ("up", PLOT, "triangle-right", "x")):
        open_ = [row for row in rows if row[end]]
        if open_:
            yield (
                alt.Chart(table(open_))
                .mark_point(size=60, filled=True, opacity=0.8)
                .encode(x=alt.value(place), y=y, color=tone, shape=alt.value(shape), tooltip=tips)
            )
            yield (
                alt.Chart(table(open_))
                .mark_tick(thickness=2.5, size=13, opacity=1)
                .encode(x=alt.X(f"{edge}:Q", scale=scale, axis=axis), y=y, color=tone, tooltip=tips)
            )
    points = [row for row in rows if row["at"] is not None]
    if points:
        yield (
            alt.Chart(table(points))
            .mark_point(size=58, filled=True, opacity=1, stroke=PAPER, strokeWidth=1)
            .encode(x=alt.X("at:Q", scale=scale, axis=axis), y=y, color=tone, tooltip=tips)
        )


def _alone(panels: Sequence[Panel], *, heading: bool) -> Any:
    """Return the figures with which nothing can be compared: words without a scale."""
    alt = drawing()
    title = (
        "alone: nothing to hold it against" if heading else "one figure of each: nothing to hold it against"
    )
    head = [{"row": 0, "title": title, "note": "", "whole": title, "claims": ""}]
    rows = [
        _row(number, panel.marks[0], 0, 1) | {"title": plain(panel.title)}
        for number, panel in enumerate(panels, 1)
    ]
    layers = [*_words(head, rows), column(rows, "title", 0, PLOT - 10, color=SOFT)]
    return alt.layer(*layers, width=PLOT, height=STEP * (len(rows) + 1))
