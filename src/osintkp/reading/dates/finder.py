"""Dates in a text: days, months, years, periods with open ends, and what is counted from the day of publication."""

from __future__ import annotations

from datetime import date

from osintkp.dates import When
from osintkp.dates.edtf import bounds
from osintkp.reading.dates.periods import Period, opened, periods, spelt
from osintkp.reading.dates.points import points
from osintkp.reading.dates.tense import tense
from osintkp.reading.dates.words import Row, row, table
from osintkp.reading.dates.years import Reckoned, counted_on
from osintkp.reading.mentions import DateMention

_NEAR = 240
_TOLD_BY_AN_EVENT = 4  # words of "since deliveries began in", after which the text goes on from there
_MONTHS = frozenset({"month", "date", "days", "half", "week"})
_SURE = frozenset({"year", "years", "decade", "century"})


def dates(view: str, text: str, published: When | None = None) -> list[DateMention]:
    """
    Return the dates of a text in order.

    A date without a year is the last such one before publication, or the next one where its clause looks
    forward. Nothing is told more closely than its words tell it: "mid-March" is March, "the late 1980s" are
    the 1980s. "Since" and "until" leave an end open. Where publication is not known to the day, a date is told
    as closely as it is the same from each day of it.

    Args:
        view: The text as :func:`osintkp.reading.view.seen` gives it.
        text: The text.
        published: When it was published; None where that is not known.

    Example:
        >>> text = "Since mid-March Kigali sent 2000 men; on Friday it denied that, as in 2012-13."
        >>> found = dates(text.lower(), text, When.parse("2024-02-06"))
        >>> [(each.quote, each.when.edtf) for each in found]
        [('Since mid-March', '2023-03/..'), ('Friday', '2024-02-02'), ('2012-13', '2012/2013')]
    """
    words = row(view)
    days = _days(published)
    found: list[DateMention] = []
    earlier: Period | None = None
    for period in periods(points(words, view, text), words, view):
        if period.points[0].kind == "same":
            found += _same(period, words, text, found[-1:])
            continue
        told = _of_the_same_year(period, earlier, words, view, days)
        found.append(_mention(told, words, view, text, days))
        earlier = told
    return found


def _days(published: When | None) -> tuple[date, ...]:
    """Return the first and the last day on which a text may have been published; none where an end is open."""
    if published is None or published.earliest is None or published.latest is None:
        return ()
    first, last = published.earliest, published.latest
    return (last,) if first == last else (first, last)


def _same(period: Period, words: Row, text: str, before: list[DateMention]) -> list[DateMention]:
    """Return what "that year" means after another date; nothing where there is none near."""
    start, end = words.start(period.first), words.end(period.last)
    if not before or before[0].when is None or start - before[0].end > _NEAR:
        return []
    edtf = counted_on(period.points[0], before[0].when.edtf)
    if edtf is None or len(period.points) > 1:
        return []
    quote, anchor = text[start:end], before[0].when.anchor
    when = When(edtf=opened(Reckoned(edtf), period.mode).edtf or edtf, words=quote, anchor=anchor)
    return [DateMention(start=start, end=end, quote=quote, when=when, anchored=before[0].anchored)]


def _of_the_same_year(
    period: Period, earlier: Period | None, words: Row, view: str, days: tuple[date, ...]
) -> Period:
    """Return a date with the year of the one before it in the same paragraph, where it goes on from there."""
    if earlier is None or earlier.last >= period.first:
        return period
    if earlier.mode and earlier.points[0].first < earlier.first + _TOLD_BY_AN_EVENT:
        return period
    told, bare = earlier.points[0], period.points[0]
    year = told.year
    fits = (
        isinstance(year, int)
        and told.month
        and bare.kind in _MONTHS
        and bare.year is None
        and bare.shift is None
    )
    if not fits or bare.side or (bare.month or 0) < (told.month or 0):
        return period
    gap = view[words.end(earlier.last) : words.start(period.first)]
    if len(gap) > _NEAR or "\n\n" in gap or any(word in gap for word in table()["tense"]["back"]):
        return period
    if days and (year, bare.month or 0) > (days[-1].year, days[-1].month):
        return period
    return period._replace(
        points=tuple(each._replace(year=year) if each.year is None else each for each in period.points)
    )


def _mention(period: Period, words: Row, view: str, text: str, days: tuple[date, ...]) -> DateMention:
    start, end = words.start(period.first), words.end(period.last)
    quote = text[start:end]
    fixed = all(each.kind in _SURE or each.year is not None for each in period.points)
    looking = "" if fixed or not days else tense(words, view, period.first, period.last)
    readings = [spelt(period, day, looking) for day in days[-1:] if not fixed] or [spelt(period, None, "")]
    if len(days) > 1 and not fixed:
        readings.append(spelt(period, days[0], looking))
    edtf = (
        readings[0].edtf
        if len({each.edtf for each in readings}) == 1
        else _common(*(each.edtf for each in readings))
    )
    anchored = edtf is not None and any(each.anchored for each in readings)
    if edtf is None or bounds(edtf) is None:
        return DateMention(start=start, end=end, quote=quote)
    when = When(edtf=edtf, words=quote, anchor=days[-1] if anchored else None)
    return DateMention(start=start, end=end, quote=quote, when=when, anchored=anchored)


def _common(one: str | None, two: str | None) -> str | None:
    """Return what two readings of a date share; None where that is nothing."""
    if one is None or two is None or ("/" in one) != ("/" in two):
        return None
    sides = [_shared(*pair) for pair in zip(one.split("/"), two.split("/"), strict=True)]
    return "/".join(sides) if any(side not in {"", ".."} for side in sides) else None


def _shared(one: str, two: str) -> str:
    if one == two:
        return one
    parts = []
    for left, right in zip(one.split("-"), two.split("-"), strict=False):
        if left != right:
            break
        parts.append(left)
    return "-".join(parts)
