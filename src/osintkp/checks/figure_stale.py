"""
A newer figure of the same origin exists for a count that goes on, or a figure was old when it was printed.

Running totals and stocks of one thing are put in order for each origin. Where the newer one was out before a source printed the
older, that figure was stale by publication; where it came later, the figure is only superseded since. A figure that is told
as current and speaks of a day long before its source came out is told with its age.

## Why it matters
"Now at the front" in an essay of late November may be the count of a press conference in October. Set beside the figures of its
day such a figure looks like a contradiction or a confirmation, and is neither.

## Found
```toml
[source]
id = "september"
published = "2022-09-05"
[[claim]]
id = "grain"
quote = "1.2 million tonnes have left"
speaker = "un"
said = "2022-09-01"
shipment = { sender = "UA", item = "food/grain", amount = "1200000 tonne", measure = "cumulative", when = "2022-08-01/2022-09-01" }

[source]
id = "october"
published = "2022-10-20"
[[claim]]
id = "grain"
quote = "5.6 million tonnes have left"
speaker = "un"
said = "2022-10-01"
shipment = { sender = "UA", item = "food/grain", amount = "5600000 tonne", measure = "cumulative", when = "2022-08-01/2022-10-01" }

[source]
id = "review"
published = "2022-12-01"
[[claim]]
id = "grain"
quote = "1.2 million tonnes have left, the UN says"
speaker = "un"
said = "2022-09-01"
shipment = { sender = "UA", item = "food/grain", amount = "1200000 tonne", measure = "cumulative", when = "2022-08-01/2022-09-01" }
```

## Not found
The newer figure came later, and the review prints the older one as a figure of its time, beside the newer.
```toml
[source]
id = "september"
published = "2022-09-05"
[[claim]]
id = "grain"
quote = "1.2 million tonnes have left"
speaker = "un"
said = "2022-09-01"
shipment = { sender = "UA", item = "food/grain", amount = "1200000 tonne", measure = "cumulative", when = "2022-08-01/2022-09-01" }

[source]
id = "review"
published = "2022-12-01"
[[claim]]
id = "september"
quote = "1.2 million tonnes by September"
speaker = "un"
said = "2022-09-01"
shipment = { sender = "UA", item = "food/grain", amount = "1200000 tonne", measure = "cumulative", when = "2022-08-01/2022-09-01" }
[[claim]]
id = "october"
quote = "5.6 million by October"
speaker = "un"
said = "2022-10-01"
shipment = { sender = "UA", item = "food/grain", amount = "5600000 tonne", measure = "cumulative", when = "2022-08-01/2022-10-01" }
```

## Assumptions
Officials and agencies of one government count as one origin. A figure counts up to the end of its window, else to the day that it
was said. It was out on the day that its origin gave it. Totals count from one day where their windows begin in one month or do not
say. A figure speaks of the past where its words name the date, where its window ended four weeks before it was given, and where
it was a year old: it is told, and not called stale. A figure of another that a source tells without a day is of the day on
which this other first gave it. Where the bands of both figures meet, the older still holds. A stock is
old after two weeks, a running total after four.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum

import attrs

from osintkp.checks._dated import ZONES, ahead_everywhere, inference
from osintkp.checks._figures import ROUNDING, quoted, worded
from osintkp.checks._series import Point, Series, dated_back, point, running
from osintkp.checks._wording import listed
from osintkp.dates import When
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.origins import SAME_BODY
from osintkp.vocabulary.scales import LinkKind, Measure, Severity, Verdict

CODE = "TIM105"
GRAVEST = Severity.WARNING
GROUPS = by_topic(running, least=1)
OUT = "a figure was out on the day that its origin gave it"
MANY = 12
OLD = {Measure.STOCK: 14, Measure.CUMULATIVE: 28}
DAY, YEAR = timedelta(days=1), timedelta(days=365)


class _Case(Enum):
    """How a figure stands to a newer one: printed after it was out, perhaps, before, or told as one of the past."""

    STALE = "stale"
    DATED = "dated"
    OPEN = "open"
    SINCE = "since"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Stale:
    """A figure, the newer one of its origin, and when the source of the older came out."""

    old: Point
    new: Point
    case: _Case
    published: When | None
    inferred: tuple[str, ...] = ()


def find(group: Group) -> Iterator[Finding]:
    """Give, for each origin, the figures that were stale when printed, those superseded since, and the age of others."""
    by_origin: dict[str, list[Point]] = {}
    unknown: set[str] = set()
    for claim in group.claims:
        origin, each = group.origin(claim), point(group, claim)
        if each is not None:
            by_origin.setdefault(origin.id, []).append(each)
            if not origin.known:
                unknown.add(origin.id)
    for name, points in sorted(by_origin.items()):
        several = len(points) > 1 and name not in unknown
        series = Series(dated_back(points) if several else points)
        found = list(_compared(group, series)) if several else []
        for case in _Case if found else ():
            yield from _told(name, case, [each for each in found if each.case is case])
        stale = {each.old.claim.id for each in found if each.case is not _Case.SINCE}
        rest = (each for each in series.points if each.claim.id not in stale and not each.past)
        yield from _aged(group, name, [each for each in rest if series.current(each)])


def _published(group: Group, each: Point) -> When | None:
    source = group.beyond.sources.get(each.claim.source)
    return None if source is None else source.published


def _compared(group: Group, series: Series) -> Iterator[_Stale]:
    """Give each figure that a newer one of its origin supersedes."""
    for old in series.points:
        published = _published(group, old)
        new, case = _newer(series, old, published)
        if new is not None and (case is _Case.DATED or not old.past):
            source = group.beyond.sources.get(old.claim.source)
            inferred = inference(source) if source is not None else ()
            yield _Stale(old=old, new=new, case=case, published=published, inferred=inferred)


def _newer(series: Series, old: Point, published: When | None) -> tuple[Point | None, _Case]:
    """Return the figure that supersedes another, and whether it was out when the source of the older came out."""
    first, last = (None, None) if published is None else (published.earliest, published.latest)
    if published is not None and first is not None and first > date.min:
        new = series.newest(old, first - DAY, surely=True)
        if new is not None and ahead_everywhere(new.told, published):
            return new, _Case.DATED if old.past or first - old.last > YEAR else _Case.STALE
    new = series.newest(old, last or date.max, surely=False)
    if new is not None:
        return new, _Case.OPEN
    return series.newest(old, date.max, surely=False), _Case.SINCE


def _told(origin: str, case: _Case, found: list[_Stale]) -> Iterator[Finding]:
    """Give one finding for the figures of one case, in the words of the first; of those superseded since, one for each newer figure."""
    by_new: dict[str, list[_Stale]] = {}
    for each in found:
        by_new.setdefault(each.new.claim.id if case is _Case.SINCE else "", []).append(each)
    for _, alike in sorted(by_new.items()):
        yield _finding(origin, case, alike)


def _finding(origin: str, case: _Case, alike: list[_Stale]) -> Finding:
    first = alike[0]
    others = listed(each.old.claim.id for each in alike[1:])
    more = f"; so with {others}" if others else ""
    claims = dict.fromkeys(claim for each in alike for claim in (each.old.claim, each.new.claim))
    revised = any(each.old.claim.id in each.new.claim.linked(LinkKind.REVISES) for each in alike)
    settled = Verdict.REVISION if revised else Verdict.DIFFERENT_WINDOW
    return finding(
        Verdict.UNDECIDED if case is _Case.OPEN else settled,
        f"{_sentence(origin, first)}{more}",
        tuple(claims),
        working=tuple(line for each in alike[:MANY] for line in _working(each)),
        assumptions=(
            *(SAME_BODY, OUT, ROUNDING),
            *((ZONES,) if case is _Case.STALE else ()),
            *dict.fromkeys(line for each in alike for line in each.inferred),
        ),
        severity=Severity.WARNING if case is _Case.STALE else Severity.INFO,
    )


def _sentence(origin: str, each: _Stale) -> str:
    old, new, source = each.old, each.new, each.old.claim.source
    older = f"{old.claim.id} prints {worded(old.amount)} of {origin} as of {old.day}"
    newer = f"{worded(new.amount)} as of {new.day} ({new.claim.id})"
    if each.case is _Case.SINCE:
        return f"{older}, superseded since {source} came out ({each.published}): {origin} gave {newer}{_other_start(each)}"
    if each.case is _Case.OPEN:
        said = (
            f" ({each.published}) is open"
            if each.published is not None
            else " is open, for nobody says when it did"
        )
        return (
            f"{older}, and {origin} gave {newer}; whether that was before {source} came out{said}: stale by publication if it was, "
            f"superseded since if not{_other_start(each)}"
        )
    end = "the older is told as of its own day" if each.case is _Case.DATED else "it was stale by publication"
    return (
        f"{older}, but {origin} had given {newer} before {source} came out ({each.published}): "
        f"{end}{_other_start(each)}"
    )


def _other_start(each: _Stale) -> str:
    old, new = each.old, each.new
    if old.start is None or new.start is None or old.start == new.start:
        return ""
    return f"; they count {old.claim.when} and {new.claim.when}, so that their difference is no flow"


def _working(each: _Stale) -> Iterator[str]:
    old, new = each.old, each.new
    days = (new.first - old.last).days
    yield f"{old.claim.id} to {new.claim.id}: {old.day} to {new.day}, {days} day{'s' * (days != 1)}"
    published = each.published
    if published is not None and published.earliest is not None and each.case in (_Case.STALE, _Case.DATED):
        ahead = (published.earliest - (new.told.latest or date.min)).days
        yield f"{new.claim.id} was given {new.told}, {ahead} days before {old.claim.source} came out ({published})"


def _aged(group: Group, origin: str, points: list[Point]) -> Iterator[Finding]:
    """Give one finding for the figures that are told as current and were old when they were printed."""
    found = [
        (age, each)
        for each in points
        if (age := _age(group, each)) >= OLD[Measure(str(each.claim.record.of("measure")))]
    ]
    found.sort(key=lambda pair: (-pair[0], pair[1].claim.id))
    if not found:
        return
    age, oldest = found[0]
    others = listed(each.claim.id for _, each in found[1:])
    claim, words = oldest.claim, oldest.claim.when.words if oldest.claim.when is not None else None
    told = f", told as {quoted(words, most=60)}," if words else ""
    published = _published(group, oldest)
    message = (
        f"{claim.id} gives {worded(oldest.amount)} ({origin}){told} as of {oldest.day}, and {claim.source} came out {published}: the "
        f"figure was at least {age:,} days ({_about(age)}) old when it was printed{f'; so with {others}' if others else ''}"
    )
    yield finding(
        Verdict.DIFFERENT_WINDOW,
        message,
        tuple(each.claim for _, each in found),
        working=tuple(
            f"{each.claim.id}: {each.day} to {_published(group, each)}, {days:,} days at least"
            for days, each in found[:MANY]
        ),
    )


def _age(group: Group, each: Point) -> int:
    """Return how many days a figure certainly was old when its source came out; 0 where nobody knows."""
    published = _published(group, each)
    if published is None or published.earliest is None:
        return 0
    return (published.earliest - each.last).days


def _about(days: int) -> str:
    """Return a number of days in weeks, from two months on in months, from two years on in years."""
    if days < 56:
        return f"about {days // 7} weeks"
    return f"about {round(days / 30.4375)} months" if days < 730 else f"about {round(days / 365.25)} years"
