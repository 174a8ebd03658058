"""A timeline: a row for each claim, a bar from the first to the last day that its date allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

import attrs

from osintkp.cards import counted
from osintkp.plots._paper import (
    BLUE,
    CLEAR,
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
    from altair import LayerChart

TITLE = "Timeline"
DENIED = "denied"
TONES = {"said to be so": BLUE, "capacity, pledge, forecast": GREY, DENIED: ORANGE}
IDS, WORDS, LEAST, STEP, FADE = 116, 232, 5, 19, 64
PLOT = WIDTH - IDS - WORDS - 40
KEY = "solid: surely within · pale: some day of it · dashed: approximate or uncertain · arrow: open"


@attrs.frozen(kw_only=True, repr=False)
class Stretch:
    """
    One row of a timeline.

    Attributes:
        id: Of the claim.
        kind: What its rows stand under.
        what: Its label.
        tone: A key of ``TONES``.
        when: The date in the notation.
        sentence: Told by the pointer.
        quote: Told by the pointer.
        first: The first day that is allowed; None for an end that is open or not known, as for ``last``.
        last: The last.
        sure: The first and last day that surely belong to it; None where no day does.
        open_start: Whether it has no beginning.
        open_end: Whether it goes on.
        vague: Whether the date is approximate or uncertain.
    """

    id: str
    kind: str
    what: str
    tone: str = "said to be so"
    when: str = ""
    sentence: str = ""
    quote: str = ""
    first: date | None = None
    last: date | None = None
    sure: tuple[date | None, date | None] | None = None
    open_start: bool = False
    open_end: bool = False
    vague: bool = False


def draw(stretches: Sequence[Stretch], undated: int = 0) -> LayerChart:
    """
    Return the picture; rows beyond the fortieth, and claims without a date, are counted under its title.

    Example:
        >>> row = Stretch(id="a/1", kind="loss", what="SD", first=date(2023, 4, 15), last=date(2023, 4, 15))
        >>> draw([row]).to_dict()["title"]["text"]
        'Timeline'
    """
    without = f"{undated:,} without a date" if undated else ""
    if not stretches:
        return nothing(TITLE, "no claim has a date" + (f", {without}" if without else ""))
    shown = stretches[:MOST_ROWS]
    span = _span(shown)
    rows = [row for number, each in enumerate(_under_heads(shown)) for row in [_row(number, each, span)]]
    count = counted(len(shown), "claim")
    below = " · ".join(filter(None, [count, rest(len(stretches) - len(shown), "claim"), without]))
    alt = drawing()
    layers = [layer for layer in _layers(rows, span) if layer is not None]
    chart = alt.layer(*layers, width=PLOT, height=STEP * len(rows))
    made: LayerChart = finished(chart, TITLE, below, KEY)
    return made


def _under_heads(shown: Sequence[Stretch]) -> Iterator[Stretch | str]:
    """Give the rows under the kinds, in the order of the first row of each."""
    order = list(dict.fromkeys(each.kind for each in shown))
    for kind, members in groupby(
        sorted(shown, key=lambda each: order.index(each.kind)), key=lambda each: each.kind
    ):
        yield kind
        yield from members


def _day(day: date) -> float:
    return float(day.toordinal() - date(1970, 1, 1).toordinal()) * 86_400_000


def _span(shown: Iterable[Stretch]) -> tuple[float, float]:
    """Return the ends of the picture, a little beyond the days that are named."""
    days = [
        _day(day) for each in shown for day in (each.first, each.last, *(each.sure or ())) if day is not None
    ]
    if not days:
        days = [_day(date(2000, 1, 1))]
    margin = max((max(days) - min(days)) * 0.04, 20 * 86_400_000.0)
    return min(days) - margin, max(days) + margin


def _row(number: int, each: Stretch | str, span: tuple[float, float]) -> dict[str, Any]:
    if isinstance(each, str):
        return {"row": number, "head": plain(each.replace("_", " ")), "whole": plain(each), "claims": ""}
    first = span[0] if each.first is None else _day(each.first)
    last = span[1] if each.last is None else _day(each.last)
    row: dict[str, Any] = {
        "row": number, "id": plain(each.id), "what": plain(each.what), "tone": each.tone, "when": plain(each.when),
        "whole": plain(f"{each.sentence}", MOST_TOLD), "quote": plain(each.quote or None, MOST_TOLD), "claims": plain(each.id),
        "vague": each.vague,
    }  # fmt: skip
    if each.first is None and each.last is None and not (each.open_start or each.open_end):
        return row | {"shape": "none", "x": span[0]}
    row |= {"shape": "bar", "x": first, "x2": last}
    if each.first is not None and each.first == each.last:
        return row | {"shape": "day"}
    if each.sure is not None:
        begin, end = (place if day is None else _day(day) for day, place in zip(each.sure, span, strict=True))
        row |= {"sure": min(begin, end), "sure2": max(begin, end)} if begin <= end else {}
    starts, ends = each.first is None, each.last is None
    return row | {"starts": starts, "ends": ends, "from": each.open_start, "to": each.open_end}


def _layers(rows: list[dict[str, Any]], span: tuple[float, float]) -> Iterator[Any]:
    alt = drawing()
    scale = alt.Scale(type="utc", domain=list(span), nice=False)
    axis = alt.Axis(orient="top", title=None, tickCount=6, grid=True, gridDash=[2, 3], labelPadding=4)
    y = alt.Y("row:O", axis=None)
    heads = [row for row in rows if "head" in row]
    named = [row for row in rows if "id" in row]
    tone = alt.Color(
        "tone:N", title=None, scale=alt.Scale(domain=list(TONES), range=list(TONES.values())),
        legend=alt.Legend(symbolType="square", values=[each for each in TONES if any(row["tone"] == each for row in named)]),
    )  # fmt: skip
    tips = told(claim="claims", when="when", says="whole", quote="quote")
    left = -(IDS + WORDS)
    yield (
        alt.Chart(table(heads))
        .mark_rule(color=LINE, yOffset=STEP / 2)
        .encode(x=alt.value(left), x2=alt.value(PLOT), y=y)
    )
    yield column(heads, "head", left, IDS + WORDS, fontWeight=600, fontSize=12.5)
    yield column(named, "id", left, IDS - 8, color=SOFT, fontSize=10.5)
    yield column(named, "what", left + IDS, WORDS - 10)
    yield from _marks(
        rows,
        lambda field: alt.X(field, scale=scale, axis=axis, title=None),
        y,
        tone,
        tips,
        least=LEAST * (span[1] - span[0]) / PLOT,
    )


def _marks(
    rows: list[dict[str, Any]],
    across: Callable[[str], Any],
    y: Any,
    tone: Any,
    tips: list[Any],
    *,
    least: float,
) -> Iterator[Any]:
    alt = drawing()
    x = across("x:T")
    bars = [_at_least(row, "x", "x2", least) for row in rows if row.get("shape") == "bar"]
    sure = [_at_least(row, "sure", "sure2", least) for row in bars if "sure" in row and row["tone"] != DENIED]
    days = [row for row in rows if row.get("shape") == "day"]
    none = [row for row in rows if row.get("shape") == "none"]
    for vague in (False, True):
        alike = [row for row in bars if row["vague"] is vague]
        if alike:
            bar = alt.Chart(table(alike)).mark_bar(
                height=10,
                fillOpacity=0.36,
                cornerRadius=2,
                strokeWidth=1,
                strokeDash=[3, 2] if vague else [1, 0],
            )
            yield bar.encode(x=x, x2="x2", y=y, color=tone, stroke=tone, tooltip=tips)
    if sure:
        yield alt.Chart(table(sure)).mark_bar(height=10).encode(
            x=across("sure:T"), x2="sure2", y=y, color=tone, tooltip=tips,
            opacity=alt.condition("datum.vague", alt.value(0.55), alt.value(1)),
        )  # fmt: skip
    if days:
        yield alt.Chart(table(days)).mark_point(size=62, filled=True, opacity=1, strokeWidth=1.2).encode(
            x=x, y=y, color=tone, tooltip=tips, fillOpacity=alt.condition("datum.vague", alt.value(0.36), alt.value(1)),
            shape=alt.value("diamond"),
        )  # fmt: skip
    for end, place, inside, shape, nudge in (
        ("from", 0, FADE, "triangle-left", -2),
        ("to", PLOT, PLOT - FADE, "triangle-right", 2),
    ):
        lost = [row for row in bars if row.get("starts" if end == "from" else "ends")]
        if lost:
            yield (
                alt.Chart(table(lost))
                .mark_bar(height=12, color=_fading(end))
                .encode(x=alt.value(min(place, inside)), x2=alt.value(max(place, inside)), y=y, tooltip=tips)
            )
        going = [row for row in bars if row.get(end)]
        if going:
            yield (
                alt.Chart(table(going))
                .mark_point(size=70, filled=True, opacity=1, xOffset=nudge)
                .encode(x=alt.value(place), y=y, color=tone, shape=alt.value(shape), tooltip=tips)
            )
    if none:
        yield (
            alt.Chart(table(none))
            .mark_text(align="left", color=SOFT, fontSize=10.5, dx=4)
            .encode(x=x, y=y, text="when:N", tooltip=tips)
        )


def _fading(end: str) -> dict[str, Any]:
    """Return paper that covers a bar more and more towards an end that nobody knows."""
    stops = [{"offset": 0, "color": PAPER}, {"offset": 1, "color": CLEAR}]
    ends = {"x1": 0, "x2": 1} if end == "from" else {"x1": 1, "x2": 0}
    return {"gradient": "linear", "stops": stops, "y1": 0, "y2": 0, **ends}


def _at_least(row: dict[str, Any], begin: str, end: str, least: float) -> dict[str, Any]:
    """Return a row whose bar is wide enough to be seen."""
    one, other = row[begin], row[end]
    lack = max(0.0, least - (other - one)) / 2
    return row | {begin: one - lack, end: other + lack}
