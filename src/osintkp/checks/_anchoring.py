"""The dates of claims that need a day to be counted from, and the days that may be meant."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from datetime import date
from typing import Any

import attrs

from osintkp.checks._dated import FIELDS, tellings
from osintkp.checks._relative import NO_YEAR, phrase, with_year
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.dates.edtf import bounds
from osintkp.difference import HOPED, PROMISED
from osintkp.evidence import Source
from osintkp.inert import printable
from osintkp.vocabulary.scales import Measure, Stance

MOST_YEARS = 3

At = Callable[[date, bool], str | None]


@attrs.frozen(kw_only=True, repr=False)
class Anchor:
    """
    A day that dates may be counted from.

    Attributes:
        day: The day.
        what: What happened on it, with its date as known.
        years: Whether only its year is meant.

    Example:
        >>> str(Anchor(day=date(2024, 3, 1), what="a came out, 2024-03"))
        '2024-03-01 (a came out, 2024-03)'
    """

    day: date
    what: str
    years: bool = False

    def __str__(self) -> str:
        return printable(f"{self.day.year if self.years else self.day} ({self.what})")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Loose:
    """
    A date of a claim that needs a day to be counted from.

    Attributes:
        claim: The claim.
        field: The field that holds it, or would: ``when``, ``said``, ``ratified/TR``, ``step/0``.
        words: What it is, as given.
        given: The date as coded; None where the words of the quote alone name it.
        at: Gives the date for a day and a direction.
        named: Whether it names a month or day, so that a year is enough to count from.
        anchor: The day that a coder gave for it; None where nobody did.
    """

    claim: Claim
    field: str
    words: str
    given: When | None
    at: At
    named: bool = True
    anchor: date | None = None

    def counted_from(self, anchor: Anchor, *, promised: bool = False) -> str | None:
        """Return the date as counted from a day; what is promised or awaited looks ahead. None where it cannot be."""
        hoped = self.claim.modality in HOPED or (promised and self.claim.modality in PROMISED)
        ahead = hoped and self.field == "when" and self.claim.stance is Stance.ASSERTS
        if self.anchor is not None:
            return self.at(self.anchor, ahead)
        if not anchor.years:
            return self.at(anchor.day, ahead)
        return self.at(date(anchor.day.year, 1, 1) if ahead else anchor.day, ahead) if self.named else None


def loose_dates(claim: Claim, source: Source | None) -> Iterator[Loose]:
    """
    Give the dates of a claim that need a day to be counted from.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> claim = Claim(id="a/1", source="a", record=Loss(when=When.parse("XXXX-09/..")))
        >>> day = Anchor(day=date(2024, 2, 26), what="a came out")
        >>> [(each.field, each.counted_from(day)) for each in loose_dates(claim, None)]
        [('when', '2023-09/..')]
    """
    for field, when in _dates(claim):
        if NO_YEAR in when.edtf:
            words = f"{when.words!r} ({when})" if when.words else str(when)
            anchor = None if _doubtful(claim, source, when.anchor) else when.anchor
            yield Loose(
                claim=claim, field=field, words=words, given=when, at=_filling(when.edtf), anchor=anchor
            )  # fmt: skip
        elif _doubtful(claim, source, when.anchor):
            yield from _recounted(claim, field, when)
        elif when.anchor is None and when.words is not None and _undated(claim, source):
            yield from _uncounted(claim, field, when, when.words)
    if claim.record.of("measure") in (Measure.CUMULATIVE, Measure.FLOW) and claim.when is None:
        found = phrase(claim.quote) if hasattr(claim.record, "when") else None
        if found is not None:
            yield Loose(
                claim=claim, field="when", words=repr(found.words), given=None, named=found.unit == "named",
                at=lambda day, ahead: found.at(day, forward=ahead),
            )  # fmt: skip


def _dates(claim: Claim) -> Iterator[tuple[str, When]]:
    for name in FIELDS:
        value = claim.record.of(name)
        if isinstance(value, When):
            yield name, value
    ratified = claim.record.of("ratified")
    if isinstance(ratified, dict):
        yield from ((f"ratified/{party}", ratified[party]) for party in sorted(ratified))
    if claim.said is not None:
        yield "said", claim.said
    for number, link in enumerate(claim.attribution):
        if link.when is not None:
            yield f"step/{number}", link.when


def _filling(edtf: str) -> At:
    return lambda day, ahead: with_year(edtf, day, forward=ahead)


def _doubtful(claim: Claim, source: Source | None, anchor: date | None) -> bool:
    """Tell whether an anchor is one of the several days on which the source may have come out."""
    published = None if source is None else source.published
    first, last = (None, None) if published is None else (published.earliest, published.latest)
    if anchor is None or first is None or last is None or first == last or not first <= anchor <= last:
        return False
    return anchor.isoformat() not in (when.edtf for _, when in tellings(claim))


def _recounted(claim: Claim, field: str, when: When) -> Iterator[Loose]:
    """Give a date that was counted from a doubtful day, where its words say how."""
    found = phrase(when.words or "")
    as_coded = None if found is None or when.anchor is None else found.at(when.anchor)
    if found is None or as_coded is None or as_coded.partition("/")[0] != when.edtf.partition("/")[0]:
        return
    yield Loose(
        claim=claim, field=field, words=f"{when.words!r} ({when})", given=when,
        at=lambda day, ahead: _again(when, as_coded, found.at(day, forward=ahead)),
    )  # fmt: skip


def _undated(claim: Claim, source: Source | None) -> bool:
    """Tell whether nobody knows when a claim was told."""
    return (source is None or source.published is None) and next(tellings(claim), None) is None


def _uncounted(claim: Claim, field: str, when: When, words: str) -> Iterator[Loose]:
    """Give a date whose words are relative to a day that nobody gives; a month by its name is taken as coded."""
    found = phrase(words)
    if found is not None and found.unit != "named":
        yield Loose(
            claim=claim, field=field, words=f"{words!r} ({when})", given=when, named=False,
            at=lambda day, ahead: found.at(day, forward=ahead),
        )  # fmt: skip


def _again(when: When, as_coded: str, found: str | None) -> str | None:
    """Return a date as coded but for the part that its words give."""
    if found is None or found == as_coded:
        return when.edtf
    with_end = f"{found.partition('/')[0]}/{when.edtf.partition('/')[2]}"
    return with_end if found.endswith("/..") and bounds(with_end) is not None else found


def occasion(claim: Claim) -> Hashable:
    """Return what claims share that were told in one text on one occasion."""
    return claim.source, tuple(when.edtf for _, when in tellings(claim))


def anchors(claim: Claim, source: Source | None, near: tuple[Claim, ...]) -> tuple[Anchor, ...]:
    """Return the days that the dates of a claim may be counted from: when it was told and printed, else years near it."""
    found = [(words, when) for words, when in tellings(claim) if NO_YEAR not in when.edtf]
    if source is not None and source.published is not None:
        found.append((f"{source.id} came out", source.published))
    days: dict[date, Anchor] = {}
    for words, when in found:
        for day in (when.earliest, when.latest):
            if day is not None:
                what = words if when.edtf == day.isoformat() else f"{words}, {when}"
                days.setdefault(day, Anchor(day=day, what=what))
    return tuple(days.values()) or _years(source, near)


def _years(source: Source | None, near: tuple[Claim, ...]) -> tuple[Anchor, ...]:
    """Return the years that other claims of the same parties are about, the commonest three in order."""
    collected = None if source is None or source.retrieved is None else source.retrieved.latest
    counts: dict[int, int] = {}
    for claim in near:
        for when in (claim.when, claim.said):
            for day in {when.earliest, when.latest} if when is not None else ():
                if day is not None and (collected is None or day <= collected):
                    counts[day.year] = counts.get(day.year, 0) + 1
    chosen = sorted(counts, key=lambda year: (-counts[year], year))[:MOST_YEARS]
    return tuple(
        Anchor(day=date(year, 12, 31), what="a year of other claims", years=True) for year in sorted(chosen)
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Scenario:
    """
    What loose dates are if they are counted from some days.

    Attributes:
        anchors: The days that all lead to it.
        dates: The dates in the notation, one for each loose one; None where it cannot be counted.
        way: ``before`` or ``after`` those days where a promise may mean either, else ``from``.
    """

    anchors: tuple[Anchor, ...]
    dates: tuple[str | None, ...]
    way: str = "from"


def scenarios(loose: tuple[Loose, ...], days: tuple[Anchor, ...]) -> tuple[Scenario, ...]:
    """Return what loose dates may be, each different outcome once."""
    promised = any(each.claim.modality in PROMISED and each.field == "when" for each in loose)
    found: dict[tuple[str | None, ...], Scenario] = {}
    for ahead in (False, True) if promised else (False,):
        for anchor in days:
            dates = tuple(each.counted_from(anchor, promised=ahead) for each in loose)
            same = found.get(dates)
            known = () if same is None else same.anchors
            if any(dates):
                way = ("after" if ahead else "before") if promised and same is None else "from"
                found[dates] = Scenario(
                    anchors=tuple(dict.fromkeys((*known, anchor))),
                    dates=dates,
                    way=same.way if same is not None else way,
                )
    return tuple(found.values())


def dated(loose: tuple[Loose, ...], dates: tuple[str | None, ...]) -> dict[str, Claim]:
    """Return the claims with their loose dates replaced, by id; a date that cannot be counted stays."""
    found: dict[str, Claim] = {}
    for each, edtf in zip(loose, dates, strict=True):
        claim = found.get(each.claim.id, each.claim)
        if edtf is not None:
            given = each.given or When.parse(edtf)
            claim = _with(claim, each.field, attrs.evolve(given, edtf=edtf))
        found[claim.id] = claim
    return found


def _with(claim: Claim, field: str, when: When) -> Claim:
    name, _, which = field.partition("/")
    if name == "said":
        return attrs.evolve(claim, said=when)
    if name == "step":
        steps = list(claim.attribution)
        steps[int(which)] = attrs.evolve(steps[int(which)], when=when)
        return attrs.evolve(claim, attribution=tuple(steps))
    value: Any = {**_mapping(claim.record.of(name)), which: when} if which else when
    return attrs.evolve(claim, record=attrs.evolve(claim.record, **{name: value}))


def _mapping(value: object) -> dict[str, When]:
    return value if isinstance(value, dict) else {}
