"""The tables of a page: figures that can be compared, under one head, and what happened when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isinf

from osintkp.cards import counted, cut, grouped, whole, wide
from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.errors import DimensionError
from osintkp.figures import HEAD, Figures
from osintkp.markup import Html, joined, table, tag
from osintkp.showing.links import Links, anchor
from osintkp.timeline import Timeline, without_date

Group = tuple[str, Sequence[Claim]]


def groups(claims: Sequence[Claim]) -> list[Group]:
    """Return the claims that give a figure, those that can be compared together: by kind, actors and unit, the largest first."""
    found: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        if claim.amount is not None:
            between = " > ".join(actor or "?" for actor in claim.actors)
            found.setdefault((claim.kind.replace("_", " "), between, claim.amount.unit), []).append(claim)
    told = [(" · ".join(filter(None, key)), each) for key, each in found.items()]
    return sorted(told, key=lambda group: -len(group[1]))


def figures_table(told: Sequence[Group], claims: Claims, links: Links) -> Html:
    """Return the figures in one table, a part of it for every group."""
    if not told:
        return tag("p", "No claim gives a figure.")
    head = tag("thead", tag("tr", *(tag("th", cell, scope="col") for cell in HEAD)))
    caption = counted(sum(len(among) for _, among in told), "figure")
    return wide(
        tag("table", tag("caption", caption), head, *(_group(*each, claims, links) for each in told)),
        "figures",
    )


def _group(title: str, among: Sequence[Claim], claims: Claims, links: Links) -> Html:
    figures = Figures(claims, among)
    band = _band(figures)
    name = tag("th", cut(title), " ", tag("span", band, class_="soft"), colspan=len(HEAD), scope="rowgroup")
    return tag("tbody", tag("tr", name, class_="group"), *_rows(figures, links))


def _rows(figures: Figures, links: Links) -> Iterator[Html]:
    for each in figures:
        quiet = None if each.comparable else "aside"
        cells = (
            whole(grouped(each.amount)), _mode(each.claim, counts=each.comparable), each.origin, whole(each.as_of),
            whole(each.claim.when), links.claim(each.claim.id),
        )  # fmt: skip
        yield tag(
            "tr", *(tag("td", cell) for cell in cells), id=anchor("figure", each.claim.id), class_=quiet
        )


def _mode(claim: Claim, *, counts: bool) -> object:
    says = str(claim.modality) if claim.stance == "asserts" else f"{claim.modality}, denied"
    return says if counts else joined([says, tag("span", " (not compared)", class_="soft")])


def _band(figures: Figures) -> str:
    """Return the band that the figures share in words; the empty string where there is none to tell of."""
    comparable = figures.comparable
    if len(comparable) < 2:
        return ""
    try:
        band = figures.band
    except DimensionError:
        return "they measure different things"
    if band is None:
        return "no one value fits all that can be compared"
    low, high = ("any number" if isinf(end) else f"{end:,.10g}" for end in band)
    return f"all {len(comparable)} that can be compared allow {low} to {high}"


def timeline_table(timeline: Timeline, links: Links) -> Html:
    """Return the dated claims in order of time."""
    rows = ((whole(each.when), links.claim(each.id), cut(without_date(each))) for each in timeline)
    told = wide(
        table(("when", "claim", "what"), rows, caption=counted(len(timeline), "dated claim")), "timeline"
    )
    return joined(
        [told, tag("p", f"{counted(len(timeline.undated), 'claim')} without a date", class_="soft")]
    )
