"""Hypothesis strategies for dates: texts in the notation, and the values read from them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from osintkp.dates import When

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

RECENT = (date(1950, 1, 1), date(2050, 12, 31))
ALL = (date(100, 1, 1), date(9999, 12, 31))


def _season(day: date) -> str:
    """Return the season of a day; January and February belong to the winter that began the year before."""
    year = day.year - (day.month < 3)
    return f"{year:04d}-{21 + (day.month - 3) % 12 // 3}"


RENDERINGS: dict[str, Callable[[date], str]] = {
    "day": date.isoformat,
    "month": lambda day: day.isoformat()[:7],
    "some day": lambda day: day.isoformat()[:7] + "-XX",
    "season": _season,
    "year": lambda day: day.isoformat()[:4],
    "some month": lambda day: day.isoformat()[:4] + "-XX",
    "some day of the year": lambda day: day.isoformat()[:4] + "-XX-XX",
    "decade": lambda day: day.isoformat()[:3] + "X",
    "century": lambda day: day.isoformat()[:2] + "XX",
}
YEARLESS: dict[str, Callable[[date], str]] = {
    "year unknown": lambda _day: "XXXX",
    "month of an unknown year": lambda day: "XXXX" + day.isoformat()[4:7],
    "day of an unknown year": lambda day: "XXXX" + day.isoformat()[4:],
}


def days(span: tuple[date, date] = RECENT) -> st.SearchStrategy[date]:
    """Return calendar days, often close to one another."""
    middle = span[0] + (span[1] - span[0]) / 2
    close = st.integers(-45, 45).map(lambda n: middle + timedelta(days=n))
    return close | st.dates(*span)


def renderings(
    day: date, *, names: Sequence[str] = tuple(RENDERINGS), qualifiers: str = "?~%"
) -> st.SearchStrategy[str]:
    """Return texts that allow a given day, with or without a qualifier."""
    rendered = st.sampled_from(names).map(lambda name: (RENDERINGS | YEARLESS)[name](day))
    return st.tuples(rendered, st.sampled_from(["", "", *qualifiers])).map("".join)


@st.composite
def edtf_texts(
    draw: st.DrawFn,
    *,
    span: tuple[date, date] = RECENT,
    yearless: bool = True,
    unknown_ends: bool = True,
    periods: bool = True,
) -> str:
    """Return texts in the notation: dates of every precision and periods with every kind of end."""
    names = [*RENDERINGS, *(YEARLESS if yearless else ())]
    early, late = sorted([draw(days(span)), draw(days(span))])
    start, end = (draw(renderings(day, names=names)) for day in (early, late))
    shapes = ["{0}", "{0}/{1}", "{0}/..", "../{1}", *(["{0}/", "/{1}"] if unknown_ends else [])]
    return draw(st.sampled_from(shapes if periods else shapes[:1])).format(start, end)


def whens(*, span: tuple[date, date] = RECENT, described: bool = False) -> st.SearchStrategy[When]:
    """Return dates and periods; with ``described``, some carry words and an anchor."""
    texts = edtf_texts(span=span)
    if not described:
        return texts.map(When.parse)
    words, anchors = st.none() | st.text(max_size=20), st.none() | st.dates()
    return st.builds(When.parse, texts, words=words, anchor=anchors)
