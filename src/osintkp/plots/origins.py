"""Who had it from whom, from left to right: origins, those who passed the words on, the sources that print them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs

from osintkp.cards import counted
from osintkp.plots._layers import columns, ordered
from osintkp.plots._paper import (
    BLUE,
    GREEN,
    GREY,
    INK,
    MOST_ROWS,
    MOST_TOLD,
    ORANGE,
    PAPER,
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

TITLE = "Who had it from whom"
HOWS = {"said": BLUE, "repeats, rewrites": GREEN, "own voice": GREY, "in a circle": ORANGE}
LEFT, RIGHT, STEP, AIR = 168, 176, 27, 0.36
MOST_STEPS = 80
PLOT = WIDTH - LEFT - RIGHT - 30
KEY = "from the left: origins, who passed it on, sources · hollow: nobody named · width: claims · dotted: one body · dashed: known to the coder"


@attrs.frozen(order=True)
class Point:
    """
    Who stands in the picture.

    Attributes:
        kind: ``origin``, ``actor``, ``source`` or ``nobody``.
        id: By which it is told from the others of its kind.
        name: What is written beside it.
        known: Whether somebody is named.
    """

    kind: str
    id: str
    name: str
    known: bool = True


@attrs.frozen(kw_only=True, repr=False)
class Step:
    """
    One arrow of the picture.

    Attributes:
        giver: Who had it.
        taker: Who had it from the giver.
        how: ``said``, ``repeats``, ``rewrites``, ``own voice`` or ``speaks for``.
        claims: How many claims show it.
        named: Their ids, in a few words.
        outside: Whether only a coder knows of it.
        circle: Whether it is part of a circle.
    """

    giver: Point
    taker: Point
    how: str = "said"
    claims: int = 1
    named: str = ""
    outside: bool = False
    circle: bool = False


def draw(steps: Sequence[Step], summary: str = "") -> LayerChart:
    """
    Return the picture; steps that few claims show are counted where it would become too high.

    Args:
        steps: The arrows.
        summary: What is written under the title: how many claims and independent origins.

    Example:
        >>> step = Step(giver=Point("origin", "SD", "Sudan"), taker=Point("source", "a", "a"))
        >>> draw([step], "2 claims, 1 independent origin").to_dict()["title"]["subtitle"][0]
        '2 claims, 1 independent origin'
    """
    if not steps:
        return nothing(TITLE, "no claims")
    shown = _most_told(steps)
    laid = _laid(shown)
    circles = sum(step.circle for step in shown)
    below = " · ".join(filter(None, [
        summary, f"{counted(circles, 'step')} in a circle" if circles else "", rest(len(steps) - len(shown), "step"),
    ]))  # fmt: skip
    alt = drawing()
    chart = alt.layer(*_lines(shown, laid), *_points(laid), width=PLOT, height=laid.height)
    made: LayerChart = finished(chart, TITLE, below, KEY)
    return made


def _most_told(steps: Sequence[Step]) -> list[Step]:
    """Return the steps that fit in: those in circles and those of many claims first, no more than forty stops of a kind."""
    stops: dict[str, set[Point]] = {}
    kept: list[Step] = []
    for step in sorted(steps, key=lambda each: (not each.circle, -each.claims, each.giver, each.taker)):
        new = [
            (end.kind, end)
            for end in (step.giver, step.taker)
            if end not in stops.setdefault(end.kind, set())
        ]
        if len(kept) < MOST_STEPS and all(len(stops[kind]) < MOST_ROWS for kind, _ in new):
            kept.append(step)
            for kind, end in new:
                stops[kind].add(end)
    return kept


Spot = tuple[float, float]


@attrs.frozen(kw_only=True, repr=False)
class Laid:
    """
    Where everything stands, in pixels.

    Attributes:
        spots: The place of each stop.
        ways: The places through which each step goes, in the order of the steps.
        height: Of the picture.
        inner: The stops between the first and the last column.
    """

    spots: dict[Point, Spot]
    ways: list[list[Spot]]
    height: float
    inner: frozenset[Point]


def _laid(steps: Sequence[Step]) -> Laid:
    """Return where the stops stand; a step that passes a column has a place of its own in it, so that no name is crossed."""
    points = sorted({end for step in steps for end in (step.giver, step.taker)})
    number = {point: place for place, point in enumerate(points)}
    pairs = [(number[step.giver], number[step.taker]) for step in steps]
    column = columns(
        len(points), pairs, (number[each] for each in points if each.kind == "origin"),
        (number[each] for each in points if each.kind == "source"),
    )  # fmt: skip
    chains = [_chain(pair, column) for pair in pairs]
    hops = [hop for chain in chains for hop in pairwise(chain) if column[hop[0]] < column[hop[1]]]
    weight = {number[end]: 0.0 for end in points}
    for step, pair in zip(steps, pairs, strict=True):
        weight[pair[0]] += step.claims
        weight[pair[1]] += step.claims
    shelves = ordered(column, hops, weight)
    tall = [[1.0 if stop < len(points) else AIR for stop in shelf] for shelf in shelves]
    height = max(max(sum(each) for each in tall) * STEP, 3.0 * STEP) + 8
    places_of: dict[int, Spot] = {}
    for place, (shelf, heights) in enumerate(zip(shelves, tall, strict=True)):
        down, unit = 4.0, (height - 8) / max(sum(heights), 1)
        for stop, high in zip(shelf, heights, strict=True):
            places_of[stop] = (PLOT * place / max(len(shelves) - 1, 1), down + high * unit / 2)
            down += high * unit
    ways = [[places_of[stop] for stop in chain] for chain in chains]
    inner = frozenset(point for point in points if 0 < column[number[point]] < len(shelves) - 1)
    return Laid(
        spots={point: places_of[number[point]] for point in points}, ways=ways, height=height, inner=inner
    )


def _chain(pair: tuple[int, int], column: list[int]) -> list[int]:
    """Return the stops of a step with those that are added where it passes a column; ``column`` grows by these."""
    giver, taker = pair
    chain = [giver]
    for place in range(column[giver] + 1, column[taker]):
        chain.append(len(column))
        column.append(place)
    return [*chain, taker]


def _curve(way: Sequence[Spot]) -> list[Spot]:
    """Return the points that a line bends along; one that leads back goes around."""
    (first, top), (last, low) = way[0], way[-1]
    if last > first:
        curve = [way[0]]
        for (x, y), (x2, y2) in pairwise(way):
            third = (x2 - x) * 0.4
            curve += [(x + third, y), (x2 - third, y2), (x2, y2)]
        return curve
    if first == last:
        out = 26 + abs(low - top) * 0.22
        return [way[0], (first - out, top), (first - out, low), way[-1]]
    between = (top + low) / 2 if abs(top - low) > STEP else max(top, low) + STEP * 0.6
    return [way[0], (first + 24, top), (first + 24, between), (last - 24, between), (last - 24, low), way[-1]]


def _tone(step: Step) -> str:
    if step.circle:
        return "in a circle"
    if step.how in ("repeats", "rewrites"):
        return "repeats, rewrites"
    return "said" if step.how == "said" else "own voice"


def _width(step: Step) -> float:
    return round(min(1.1 + 0.55 * math.pow(step.claims - 1, 0.75), 9.0), 2)


def _lines(steps: Sequence[Step], laid: Laid) -> Iterator[Any]:
    alt = drawing()
    x, y = places(PLOT, laid.height)
    tones = [_tone(step) for step in steps]
    tone = alt.Color(
        "tone:N", title=None, scale=alt.Scale(domain=list(HOWS), range=list(HOWS.values())),
        legend=alt.Legend(symbolType="stroke", symbolStrokeWidth=3, symbolOpacity=1, values=[how for how in HOWS if how in tones]),
    )  # fmt: skip
    tips = told(**{"from": "giver", "to": "taker", "how": "how", "claims": "claims"})
    rows: dict[tuple[int, int], list[dict[str, object]]] = {}
    for number, (step, way, name) in enumerate(zip(steps, laid.ways, tones, strict=True)):
        dash = (2, 3) if step.how == "speaks for" else (6, 3) if step.outside else (1, 0)
        for place, (across, down) in enumerate(_curve(way)):
            rows.setdefault(dash, []).append({
                "line": number, "place": place, "x": round(across, 1), "y": round(down, 1), "tone": name, "width": _width(step),
                "giver": plain(step.giver.name), "taker": plain(step.taker.name), "how": step.how, "claims": plain(step.named, MOST_TOLD),
            })  # fmt: skip
    for (on, off), points in rows.items():
        yield (
            alt.Chart(table(points))
            .mark_line(interpolate="basis", opacity=0.55, strokeDash=[on, off], strokeCap="butt")
            .encode(
                x=x,
                y=y,
                color=tone,
                detail="line:N",
                order="place:Q",
                tooltip=tips,
                strokeWidth=alt.StrokeWidth("width:Q", scale=None, legend=None),
            )
        )
    heads = [
        {"x": round(way[-1][0] - 8, 1), "y": round(way[-1][1], 1), "tone": name}
        for step, way, name in zip(steps, laid.ways, tones, strict=True)
        if step.how != "speaks for"
    ]
    if heads:
        yield (
            alt.Chart(table(heads))
            .mark_point(shape="triangle-right", size=42, filled=True, opacity=0.9)
            .encode(x=x, y=y, color=tone)
        )


def _points(laid: Laid) -> Iterator[Any]:
    alt = drawing()
    x, y = places(PLOT, laid.height)
    rows = [
        {
            "x": round(across, 1), "y": round(down, 1), "name": plain(point.name), "id": plain(point.id), "kind": point.kind, "known": point.known,
            "side": "inner" if point in laid.inner else "left" if across == 0 else "right",
        }
        for point, (across, down) in laid.spots.items()
    ]  # fmt: skip
    tips = told(name="name", id="id", kind="kind")
    yield alt.Chart(table(rows)).mark_point(filled=True, opacity=1, strokeWidth=1.8, stroke=INK).encode(
        x=x, y=y, tooltip=tips, size=alt.condition("datum.kind == 'actor'", alt.value(34), alt.value(80)),
        fill=alt.condition("datum.known", alt.value(INK), alt.value(PAPER)),
        shape=alt.condition("datum.kind == 'source'", alt.value("square"), alt.value("circle")),
    )  # fmt: skip
    styles: dict[str, dict[str, object]] = {
        "left": {"align": "right", "dx": -9, "limit": LEFT - 10}, "right": {"align": "left", "dx": 9, "limit": RIGHT - 10},
        "inner": {"align": "center", "dy": -11, "limit": 120, "fontSize": 10.5},
    }  # fmt: skip
    for side, style in styles.items():
        here = [row for row in rows if row["side"] == side]
        words = alt.Chart(table(here))
        if here and side == "inner":
            yield words.mark_text(
                **style, stroke=PAPER, strokeWidth=3, strokeJoin="round", color=PAPER
            ).encode(x=x, y=y, text="name:N")
        if here:
            yield words.mark_text(**({"fontSize": 11.5, "color": INK} | style)).encode(
                x=x, y=y, text="name:N", tooltip=tips
            )
