"""Arcs between actors: who passes what to whom."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from osintkp.cards import counted
from osintkp.plots._paper import (
    COLOURS,
    GREY,
    INK,
    MOST_ROWS,
    MOST_TOLD,
    SHADE,
    WIDTH,
    drawing,
    finished,
    nothing,
    places,
    plain,
    rest,
    table,
    told,
)  # fmt: skip

if TYPE_CHECKING:
    from altair import LayerChart

TITLE = "Who passes what to whom"
OTHER = "other"
NAMES, BOX, GAP, AIR, POINTS = 180, 24, 14, 4.0, 24
KEY = "arcs at the right lead down, at the left up · width: claims, not goods · dashed: only denied"


@attrs.frozen(kw_only=True, repr=False)
class Arc:
    """
    What one passes to another.

    Attributes:
        sender: Name of the giver.
        recipient: Name of the taker.
        what: Class of the goods.
        claims: How many claims tell of it.
        denied: How many of these deny it.
        named: Their ids, in a few words.
    """

    sender: str
    recipient: str
    what: str
    claims: int = 1
    denied: int = 0
    named: str = ""


def draw(arcs: Sequence[Arc], others: int = 0) -> LayerChart:
    """
    Return the picture; what is beyond the fortieth arc is counted, and so is what goes from one to itself.

    Example:
        >>> draw([Arc(sender="Libya", recipient="RSF", what="fuel")]).to_dict()["title"]["text"]
        'Who passes what to whom'
    """
    between = [arc for arc in arcs if arc.sender != arc.recipient]
    left = f"{counted(others, 'claim')} of nothing that flows" if others else ""
    inner = f"{len(arcs) - len(between)} to itself not drawn" if len(between) < len(arcs) else ""
    if not between:
        return nothing(TITLE, ", ".join(filter(None, ["nobody passes anything to another", inner, left])))
    shown = between[:MOST_ROWS]
    count = f"{counted(len(shown), 'flow')} in {counted(sum(arc.claims for arc in shown), 'claim')}"
    below = " · ".join(filter(None, [count, rest(len(between) - len(shown), "flow"), inner, left]))
    laid = _laid(shown)
    width = laid.left + NAMES + laid.right
    alt = drawing()
    chart = alt.layer(*_boxes(laid, width), *_arcs(laid, width), width=width, height=laid.height)
    made: LayerChart = finished(chart, TITLE, below, KEY)
    return made


def _order(arcs: Sequence[Arc]) -> list[str]:
    """Return the actors from top to bottom: first those who give more than they get, each after those it gets from."""
    given: dict[str, int] = {}
    for arc in arcs:
        given[arc.sender] = given.get(arc.sender, 0) + arc.claims
        given[arc.recipient] = given.get(arc.recipient, 0) - arc.claims
    order = sorted(given, key=lambda name: (-given[name], name))
    for _ in range(4):
        order = sorted(order, key=lambda name: (_middle(name, arcs, order), name))
        order = sorted(order, key=lambda name: given[name] <= 0)
    return order


def _middle(name: str, arcs: Sequence[Arc], order: Sequence[str]) -> float:
    place = {each: row for row, each in enumerate(order)}
    beside = [
        (place[arc.recipient] if arc.sender == name else place[arc.sender], arc.claims)
        for arc in arcs
        if name in (arc.sender, arc.recipient)
    ]
    return sum(row * claims for row, claims in beside) / sum(claims for _, claims in beside)


@attrs.frozen(kw_only=True, repr=False)
class Bow:
    """
    An arc with its measures in pixels.

    Attributes:
        arc: What it stands for.
        down: Whether it leads down, at the right of the names; else up, at their left.
        width: How broad it is.
        top: Height of its end at the giver.
        low: Height of its end at the taker.
    """

    arc: Arc
    down: bool
    width: float
    top: float = 0.0
    low: float = 0.0


@attrs.frozen(kw_only=True, repr=False)
class Laid:
    """
    Where everything stands, in pixels: the names in a column, the arcs that lead down at its right, the others at its left.

    Attributes:
        boxes: Middle and height of each actor.
        bows: The arcs.
        left: Room for the arcs at the left.
        right: Room for those at the right.
        height: Of the picture.
        bend: How far an arc bends, as a share of half its height.
    """

    boxes: dict[str, tuple[float, float]]
    bows: list[Bow]
    left: float
    right: float
    height: float
    bend: float

    def out(self, bow: Bow) -> float:
        """Return how far an arc bends away from the names."""
        return max(abs(bow.low - bow.top) / 2 * self.bend, 14.0)


def _laid(arcs: Sequence[Arc]) -> Laid:
    """Return where the actors stand, and each end of an arc beside its actor, in an order in which arcs lie within each other."""
    rows = {name: row for row, name in enumerate(_order(arcs))}
    bows = [Bow(arc=arc, down=rows[arc.sender] < rows[arc.recipient], width=_width(arc)) for arc in arcs]
    ports: dict[tuple[str, bool], list[tuple[float, float, int]]] = {}
    for number, bow in enumerate(bows):
        for here, there in ((bow.arc.sender, bow.arc.recipient), (bow.arc.recipient, bow.arc.sender)):
            away = rows[there] - rows[here]
            rank = (0.0, -away) if away < 0 else (1.0, -away)
            ports.setdefault((here, bow.down), []).append((*rank, number if away < 0 else -number))
    boxes: dict[str, tuple[float, float]] = {}
    height = 2.0
    for name in rows:
        tall = max(
            (
                sum(bows[abs(number)].width + AIR for *_, number in ports.get((name, side), ()))
                for side in (True, False)
            ),
            default=0,
        )
        tall = max(tall, BOX)
        boxes[name] = (height + tall / 2, tall)
        height += tall + GAP
    ends: dict[tuple[int, str], float] = {}
    for (name, _), some in ports.items():
        middle, at = boxes[name][0], -sum(bows[abs(number)].width + AIR for *_, number in some) / 2
        for *_, number in sorted(some):
            broad = bows[abs(number)].width + AIR
            ends[abs(number), name] = middle + at + broad / 2
            at += broad
    placed = [
        attrs.evolve(bow, top=ends[number, bow.arc.sender], low=ends[number, bow.arc.recipient])
        for number, bow in enumerate(bows)
    ]
    far = {
        side: max((abs(bow.low - bow.top) / 2 for bow in placed if bow.down is side), default=0.0)
        for side in (True, False)
    }
    bend = min(1.0, (WIDTH - NAMES - 80) / max(far[True] + far[False], 1.0))
    left, right = (max(far[side] * bend, 14.0 if far[side] else 0.0) + 12 for side in (False, True))
    return Laid(boxes=boxes, bows=placed, left=left, right=right, height=height, bend=bend)


def _width(arc: Arc) -> float:
    return round(min(1.6 + 1.1 * math.pow(arc.claims - 1, 0.7), 12.0), 2)


def _boxes(laid: Laid, width: float) -> Iterator[Any]:
    alt = drawing()
    _, y = places(width, laid.height)
    spots = [
        {"y": middle, "low": middle - tall / 2, "high": middle + tall / 2, "name": plain(name)}
        for name, (middle, tall) in laid.boxes.items()
    ]
    x, x2 = alt.value(laid.left), alt.value(laid.left + NAMES)
    scale = alt.Scale(domain=[laid.height, 0], nice=False, zero=False)
    yield (
        alt.Chart(table(spots))
        .mark_rect(color=SHADE, cornerRadius=3)
        .encode(x=x, x2=x2, y=alt.Y("low:Q", axis=None, scale=scale), y2="high", tooltip=told(name="name"))
    )
    yield (
        alt.Chart(table(spots))
        .mark_text(fontSize=12, color=INK, limit=NAMES - 16)
        .encode(x=alt.value(laid.left + NAMES / 2), y=y, text="name:N", tooltip=told(name="name"))
    )


def _class(what: str) -> str:
    """Return a class of goods as the key tells it, which stands outside the data: nothing in it opens a tag."""
    return plain(what, 30).replace("<", "\u2039")


def _goods(arcs: Sequence[Arc]) -> dict[str, str]:
    """Return the colours of the classes of goods, the most told of first; what is beyond the colours is one class."""
    weight: dict[str, int] = {}
    for arc in arcs:
        weight[arc.what] = weight.get(arc.what, 0) + arc.claims
    order = sorted(weight, key=lambda what: (-weight[what], what))
    return {what: COLOURS[place] if place < len(COLOURS) else GREY for place, what in enumerate(order)}


def _row(number: int, bow: Bow, goods: dict[str, str]) -> dict[str, object]:
    arc = bow.arc
    return {
        "line": number, "giver": plain(arc.sender), "taker": plain(arc.recipient), "what": plain(arc.what), "claims": plain(arc.named, MOST_TOLD),
        "tone": OTHER if goods[arc.what] == GREY else _class(arc.what), "width": bow.width,
        "count": f"{arc.claims:,}" + (f", {arc.denied:,} of them denials" if arc.denied else ""),
    }  # fmt: skip


def _bent(laid: Laid, bow: Bow) -> Iterator[tuple[float, float]]:
    """Give the points of an arc: half an ellipse beside the names."""
    out = laid.out(bow)
    for place in range(POINTS + 1):
        angle = math.pi * place / POINTS
        across = (
            laid.left + NAMES + 2 + out * math.sin(angle)
            if bow.down
            else laid.left - 2 - out * math.sin(angle)
        )
        yield round(across, 1), round(bow.top + (bow.low - bow.top) * (1 - math.cos(angle)) / 2, 1)


def _arcs(laid: Laid, width: float) -> Iterator[Any]:
    alt = drawing()
    goods = _goods([bow.arc for bow in laid.bows])
    legend = {(_class(what) if colour != GREY else OTHER): colour for what, colour in goods.items()}
    x, y = places(width, laid.height)
    tone = alt.Color(
        "tone:N", title=None, scale=alt.Scale(domain=list(legend), range=list(legend.values())),
        legend=alt.Legend(symbolType="stroke", symbolStrokeWidth=4, symbolOpacity=1),
    )  # fmt: skip
    tips = told(**{"from": "giver", "to": "taker", "what": "what", "claims": "count", "ids": "claims"})
    for denied in (False, True):
        points = [
            _row(number, bow, goods) | {"x": across, "y": down, "place": place}
            for number, bow in enumerate(laid.bows)
            if (bow.arc.denied >= bow.arc.claims) is denied
            for place, (across, down) in enumerate(_bent(laid, bow))
        ]
        if points:
            dash = [5, 3] if denied else [1, 0]
            yield alt.Chart(table(points)).mark_line(interpolate="cardinal", opacity=0.75, strokeDash=dash, strokeCap="butt").encode(
                x=x, y=y, color=tone, detail="line:N", order="place:Q", tooltip=tips,
                strokeWidth=alt.StrokeWidth("width:Q", scale=None, legend=None),
            )  # fmt: skip
    for down, shape in ((True, "triangle-left"), (False, "triangle-right")):
        heads = [
            _row(number, bow, goods)
            | {
                "x": laid.left + NAMES + 5 if down else laid.left - 5,
                "y": bow.low,
                "size": round(34 + bow.width**2 * 1.8, 1),
            }
            for number, bow in enumerate(laid.bows)
            if bow.down is down
        ]
        if heads:
            yield (
                alt.Chart(table(heads))
                .mark_point(shape=shape, filled=True, opacity=1)
                .encode(x=x, y=y, color=tone, tooltip=tips, size=alt.Size("size:Q", scale=None, legend=None))
            )
