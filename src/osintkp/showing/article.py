"""
An article with every quoted passage marked, and its claims and findings beside the words.

The text is whatever was collected: all of it is escaped, letters that steer a screen are shown by number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from osintkp import inert
from osintkp.cards import badge, counted, cut, quoted, stretches
from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.evidence import Source
from osintkp.findings import Finding
from osintkp.markup import Html, block, folded, joined, linked, tag
from osintkp.showing.links import LONGEST_TEXT, Links, anchor, place
from osintkp.showing.page import LONGEST_TITLE, document
from osintkp.vocabulary.scales import Severity, Stance

MOST_NAMES, MOST_TOLD = 6, 40
LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,6}"


def article(source: Source, claims: Sequence[Claim], links: Links, *, level: int = 3) -> Html:
    """
    Return an article with its claims in the margin, each beside the line that its words begin in.

    Args:
        source: The article; without a text its claims alone are shown.
        claims: Its claims.
        links: What else the page shows.
        level: Of its heading.
    """
    numbers = {claim.id: number for number, claim in enumerate(_in_order(claims, source), 1)}
    every = {claim.id: claim for claim in claims}
    ordered = [every[name] for name in numbers]
    adrift = [claim for claim in ordered if place(claim, source) is None]
    parts = [_text(source, ordered, numbers, links)]
    if adrift:
        missing = "Quoted, but not found in the text" if source.text is not None else "Claims"
        notes = (note(claim, numbers[claim.id], links, quote=True) for claim in adrift)
        parts.append(
            joined([tag(f"h{level + 1}", missing, class_="adrift"), tag("div", *notes, class_="notes apart")])
        )
    return tag("article", _head(source, claims, links, level), *parts, id=anchor("source", source.id))


def _in_order(claims: Sequence[Claim], source: Source) -> Iterator[Claim]:
    """Give claims in the order of their words; those whose words stand nowhere come last."""
    return iter(sorted(claims, key=lambda claim: (place(claim, source) is None, place(claim, source) or 0)))


def _head(source: Source, claims: Sequence[Claim], links: Links, level: int) -> Html:
    told = [source.publisher, source.author, source.published]
    rating = f"reliability {source.reliability} ({source.reliability.wording})"
    found = len({id(each) for claim in claims for each, _ in links.about.get(claim.id, ())})
    counts = [counted(len(claims), "claim"), counted(found, "finding")]
    under = " · ".join(cut(part, LONGEST_TITLE) for part in (source.id, *told, rating, *counts) if part)
    title = tag(f"h{level}", cut(source.title or source.id, LONGEST_TITLE), dir="auto")
    address = (
        "" if source.address is None else tag("p", linked(source.address, cut(source.address)), class_="soft")
    )
    return joined([title, tag("p", under, class_="soft"), address])


def _text(source: Source, ordered: Sequence[Claim], numbers: dict[str, int], links: Links) -> Html:
    if source.text is None:
        return tag("p", "The text of this source is not at hand: its claims quote it.", class_="soft")
    text = source.text[:LONGEST_TEXT]
    beside: dict[int, list[Claim]] = {0: []}
    first: dict[int, list[str]] = {}
    for claim in ordered:
        start = place(claim, source)
        if start is not None:
            beside.setdefault(text.rfind("\n", 0, start) + 1, []).append(claim)
            first.setdefault(start, []).append(claim.id)
    spans = [
        (span.start, span.end, claim.id)
        for claim in ordered for span in claim.spans if span.start is not None and span.end is not None
    ]  # fmt: skip
    rows: dict[int, list[object]] = {start: [] for start in beside}
    edges = [*sorted(beside), len(text)]
    row = iter(pairwise(edges))
    begin, end = next(row)
    for start, stop, over in stretches(len(text), spans, beside):
        while start >= end:
            begin, end = next(row)
        rows[begin] += [_ref(name, numbers[name]) for name in first.get(start, ())]
        rows[begin].append(_stretch(text[start:stop], over, links))
    language = source.language if re.fullmatch(LANGUAGE, source.language or "") else None
    told = [
        tag(
            "div",
            tag("div", *rows[start], class_="text", lang=language, dir="auto"),
            tag("div", *(note(each, numbers[each.id], links) for each in beside[start]), class_="notes"),
            class_="row",
        )
        for start in sorted(rows)
        if rows[start]
    ]
    rest = len(source.text) - len(text)
    if rest:
        told.append(tag("p", f"The text goes on for {rest:,} more letters.", class_="soft"))
    return tag("div", *told, class_="beside")


def _ref(name: str, number: int) -> Html:
    """Return the number before a quote: a link to its note, and where the note leads back to."""
    return tag(
        "a", id=anchor("words", name), href=f"#{anchor('claim', name)}", class_="ref", data_number=number,
        aria_label=f"claim {number}, {name}",
    )  # fmt: skip


def _stretch(words: str, over: Sequence[str], links: Links) -> object:
    if not over:
        return words
    gravest = links.gravest(over)
    names = ", ".join(over[:MOST_NAMES]) + (" and more" if len(over) > MOST_NAMES else "")
    kind = None if gravest in (None, Severity.INFO) else f"marked-{gravest}"
    return tag("mark", words, title=names, class_=kind)


def note(claim: Claim, number: int, links: Links, *, quote: bool = False) -> Html:
    """Return a claim as it stands beside the text: who says what, and what was found about it."""
    says = "denies" if claim.stance is Stance.DENIES else claim.modality
    drafted = [" ", tag("span", "draft", class_="badge info")] if claim.draft is not None else []
    back = (
        tag(
            "a",
            number,
            href=f"#{anchor('words', claim.id)}",
            aria_label=f"{number}, words of {claim.id}",
            class_="back",
        )
        if claim.id in links.words
        else tag("span", number, class_="back")
    )
    said = f"{claim.speaker or 'own voice'} ({says})"
    head = tag(
        "p",
        back,
        " ",
        tag("strong", claim.id.partition("/")[2]),
        " ",
        tag("span", said, class_="soft"),
        *drafted,
    )
    figure = tag(
        "a", "figure", href=f"#{anchor('figure', claim.id)}", aria_label=f"{claim.id} among the figures"
    )
    among = [" · ", figure] if claim.id in links.figures else []
    what = tag("p", cut(claim.sentence().partition(" · ")[2]), *among)
    words = tag("p", quoted(claim.quote)) if quote and claim.spans else ""
    return tag(
        "div",
        head,
        what,
        words,
        _told(claim, links),
        id=anchor("claim", claim.id),
        class_="note",
        tabindex=-1,
    )


def _told(claim: Claim, links: Links) -> object:
    told = links.about.get(claim.id, ())
    if not told:
        return ""
    items = [tag("li", _found(each, number)) for each, number in told[:MOST_TOLD]]
    if len(told) > MOST_TOLD:
        items.append(tag("li", f"and {len(told) - MOST_TOLD:,} more"))
    gravest = links.gravest([claim.id])
    summary = joined(
        [
            badge(str(gravest), counted(len(told), "finding")),
            tag("span", f" about {claim.id}", class_="unseen"),
        ]
    )
    return folded(summary, tag("ul", *items))


def _found(found: Finding, number: int | None) -> Html:
    """Return a finding in a note: a link where the page has more of it, else its sentence."""
    if number is None:
        return joined([badge(found.severity), " ", found.name, ": ", found.message])
    link = tag("a", f"{found.name} #{number}", href=f"#{anchor('finding', str(number))}")
    return joined([badge(found.severity), " ", link, " ", tag("span", found.verdict, class_="soft")])


LEGEND = joined([
    "In the texts: ", tag("mark", "the words of a claim"), ", ", tag("mark", "with a warning", class_="marked-warning"), ", ",
    tag("mark", "with an error", class_="marked-error"), ".",
])  # fmt: skip


@attrs.frozen(kw_only=True)
class Shown:
    """
    An article to look at: a notebook shows it as a page, ``print`` as text, :meth:`page` gives a whole page.

    Attributes:
        source: The article.
        claims: Its claims.
        findings: What was found about them.
    """

    source: Source
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...] = ()

    def _repr_html_(self) -> str:
        return block(tag("p", LEGEND, class_="soft"), self._article(3))

    def _article(self, level: int) -> Html:
        return article(self.source, self.claims, self._links(), level=level)

    def _links(self) -> Links:
        beside = Claims(self.claims, [self.source])
        return Links.of(beside, self.claims, ((each, None) for each in self.findings))

    def page(self) -> str:
        """
        Return the article as a page of its own, in one file that needs no network.

        Example:
            >>> shown = Shown(source=Source(id="wire", title="<Goma>"), claims=())
            >>> '<h1 dir="auto">&lt;Goma&gt;</h1>' in shown.page()
            True
        """
        legend = tag("p", LEGEND, class_="soft")
        return document(self.source.title or self.source.id, tag("main", self._article(1), legend))

    def __str__(self) -> str:
        """Return the claims of the article in order of its words, each with its quote and place."""
        lines, about = [self.source.title or self.source.id], self._links().about
        for claim in _in_order(self.claims, self.source):
            lines.append(f"  {claim}")
            lines += (
                f"      {_place(span.start, span.end)}{' '.join(span.quote.split())}" for span in claim.spans
            )
            lines += (
                f"      ! {each.severity} {each.code}: {each.message}" for each, _ in about.get(claim.id, ())
            )
        return inert.lines(lines)

    __repr__ = __str__


def _place(start: int | None, end: int | None) -> str:
    return "" if start is None else f"[{start}, {end}] "


def articles(claims: Claims, shown: Iterable[Claim], links: Links) -> Iterator[Html]:
    """Give every article with the claims of it that a page shows; a source that is not there is named all the same."""
    mine: dict[str, list[Claim]] = {source.id: [] for source in claims.sources}
    for claim in shown:
        mine.setdefault(claim.source, []).append(claim)
    for name, told in mine.items():
        yield article(claims.sources.get(name) or Source(id=name), told, links)
