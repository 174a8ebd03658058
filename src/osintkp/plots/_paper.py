"""What all pictures share: the colours, the letters, and the words that are made harmless before they are drawn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from osintkp.cards import counted
from osintkp.extras import extra
from osintkp.inert import printable

if TYPE_CHECKING:
    from altair import LayerChart, TopLevelMixin

INK, SOFT, LINE, SHADE, PAPER = "#1b2028", "#59626f", "#d8dde4", "#eef1f5", "#ffffff"
CLEAR = "rgba(255,255,255,0)"
BLUE, ORANGE, GREEN, PINK, VIOLET, GOLD, GREY = (
    "#0072b2", "#c44f00", "#00795a", "#a8487f", "#4b3b8f", "#a07000", "#79828f",
)  # fmt: skip
COLOURS = (BLUE, ORANGE, GREEN, PINK, GOLD, VIOLET)
DARK = {
    INK: "#e6e9ee", SOFT: "#a3adba", LINE: "#3a424d", SHADE: "#242b33", PAPER: "#14181d", CLEAR: "rgba(20,24,29,0)", BLUE: "#58aee8", ORANGE: "#f2874a",
    GREEN: "#3fc39c", PINK: "#e08fc0", VIOLET: "#b3a5f0", GOLD: "#e3b341", GREY: "#8d96a3",
}  # fmt: skip
FONT = "Arial, Helvetica, Liberation Sans, sans-serif"
MOST_ROWS = 40
MOST_LETTERS, MOST_TOLD = 120, 300
WIDTH = 800
AXIS: dict[str, Any] = {
    "labelColor": SOFT, "titleColor": SOFT, "gridColor": LINE, "domainColor": LINE, "tickColor": LINE, "labelFontSize": 11,
    "titleFontSize": 11, "titleFontWeight": "normal",
}  # fmt: skip
LEGEND: dict[str, Any] = {
    "labelColor": INK, "titleColor": SOFT, "labelFontSize": 11.5, "orient": "top", "direction": "horizontal", "symbolSize": 90,
    "labelLimit": 180, "offset": 6,
}  # fmt: skip

Row = Mapping[str, object]


def drawing() -> Any:
    """
    Return Altair.

    Raises:
        MissingExtraError: It is not installed.
    """
    return extra("altair", "plots", "a picture")


def plain(value: object, most: int = MOST_LETTERS) -> str:
    r"""
    Return words on one line, cut where they are long; letters that steer a screen are shown by number, None is a dash.

    Example:
        >>> plain("a\u202eb\n c"), plain("x" * 9, 4), plain(None)
        ('a\\u202eb c', 'xxx…', '-')
    """
    text = "-" if value is None else printable(" ".join(str(value)[: most * 4].split()))
    return text if len(text) <= most else f"{text[: most - 1]}…"


def table(rows: Iterable[Row]) -> Any:
    """
    Return rows as data that travel within the picture.

    They go as one text, since Altair would copy every value many times; no letter of it opens a tag in a page of HTML, in
    which Altair would write it as it is.
    """
    alt = drawing()
    text = json.dumps(list(rows), separators=(",", ":")).replace("<", "\\u003c")
    return alt.InlineData(values=text, format=alt.JsonDataFormat(type="json"))


def told(**fields: str) -> list[Any]:
    """Return what a pointer held over a mark tells: the fields of its row by the name that is shown."""
    return [drawing().Tooltip(f"{field}:N", title=name.replace("_", " ")) for name, field in fields.items()]


def column(rows: Sequence[Row], field: str, left: float, width: float, **style: Any) -> Any:
    """Return words of each row in a column beside the picture, cut to its width; the whole is told by the pointer."""
    alt = drawing()
    mark = {"align": "left", "baseline": "middle", "fontSize": 11.5, "color": INK} | style
    return (
        alt.Chart(table(rows))
        .mark_text(limit=width, clip=False, **mark)
        .encode(
            x=alt.value(left),
            y=alt.Y("row:O", axis=None),
            text=f"{field}:N",
            tooltip=told(whole="whole", claims="claims"),
        )
    )


def places(width: float, height: float) -> tuple[Any, Any]:
    """Return the two directions of a picture that is laid out in pixels, the origin at the upper left."""
    alt = drawing()
    return (
        alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, width], nice=False, zero=False)),
        alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False, zero=False)),
    )


def finished(chart: TopLevelMixin, title: str, *below: str, left: float = 0) -> Any:
    """
    Return a picture with its title and what it leaves out, in the library's letters.

    Args:
        chart: What was drawn.
        title: In a few words.
        *below: Lines under it; empty ones are left out.
        left: How far to the left of the picture's frame its words begin.
    """
    alt = drawing()
    heading = alt.TitleParams(
        text=title, subtitle=[line for line in below if line], anchor="start", frame="bounds", dx=left,
        fontSize=16, fontWeight=600, color=INK, subtitleColor=SOFT, subtitleFontSize=11.5, subtitleLineHeight=16, offset=14,
    )  # fmt: skip
    words = ". ".join([title, *(line for line in below if line)])
    made: Any = chart  # its fields are set one by one: every method of Altair's would copy all the data
    made.title, made.background, made.padding, made.description = heading, PAPER, 14, words
    made.config = alt.Config(
        font=FONT,
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(**AXIS),
        legend=alt.LegendConfig(**LEGEND),
    )
    return made


def nothing(title: str, why: str) -> LayerChart:
    """
    Return a picture that says in words that there is nothing to draw.

    Example:
        >>> "nothing to draw" in nothing("Timeline", "no claim has a date").to_json()
        True
    """
    alt = drawing()
    words = alt.Chart(table([{"words": f"nothing to draw: {why}"}]))
    told_so = words.mark_text(align="left", baseline="middle", fontSize=13, color=SOFT).encode(
        text="words:N", x=alt.value(0), y=alt.value(14)
    )
    chart: LayerChart = finished(alt.layer(told_so, width=WIDTH - 40, height=28), title)
    return chart


def rest(number: int, name: str) -> str:
    """
    Return how many are not drawn, in words; nothing for none.

    Example:
        >>> rest(1, "claim"), rest(1200, "claim"), rest(0, "claim")
        ('1 more claim not drawn', '1,200 more claims not drawn', '')
    """
    return f"{counted(number, f'more {name}')} not drawn" if number else ""
