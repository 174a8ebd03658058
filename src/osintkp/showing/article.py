"""
An article with every quoted passage marked, and its claims and findings beside the words.

The text is whatever was collected: all of it is escaped, letters that steer a screen are shown by number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from osintkp.cards import badge, counted, quoted
from osintkp.claim import Claim
from osintkp.evidence import Source
from osintkp.findings import Finding
from osintkp.markup import Html, block, folded, joined, tag
from osintkp.vocabulary.scales import Severity, Stance

LONGEST_NOTE = 400


@attrs.frozen(kw_only=True)
class Mark:
    """
    A stretch of a text that claims rest on.

    Attributes:
        start: First code point.
        end: One past the last.
        claims: Ids of the claims, in their order; empty for text that none rests on.
        first: The claims whose quote begins here.
    """

    start: int
    end: int
    claims: tuple[str, ...]
    first: tuple[str, ...]


def marks(text: str, claims: Sequence[Claim]) -> Iterator[Mark]:
    """
    Give a text in stretches: each is covered by the same claims from end to end, and together they are the text.

    Args:
        text: The text.
        claims: Claims of its source; a span without a place, or outside the text, marks nothing.

    Example:
        >>> [(mark.start, mark.end, mark.claims) for mark in marks("12 trucks", [])]
        [(0, 9, ())]
    """
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for claim in claims:
        for span in claim.spans:
            if span.start is not None and span.end is not None and span.end <= len(text):
                opens.setdefault(span.start, []).append(claim.id)
                closes.setdefault(span.end, []).append(claim.id)
    inside: list[str] = []
    for start, end in pairwise(sorted({0, len(text), *opens, *closes})):
        for name in closes.get(start, ()):
            inside.remove(name)
        inside += opens.get(start, ())
        told = tuple(dict.fromkeys(opens.get(start, ())))
        yield Mark(start=start, end=end, claims=tuple(dict.fromkeys(inside)), first=told)


def anchor(prefix: str, claim: str) -> str:
    """
    Return the name by which a page links to a claim.

    Example:
        >>> anchor("claim", "s1/shells")
        'claim-s1-shells'
    """
    return f"{prefix}-{claim.replace('/', '-', 1)}"


def article(source: Source, claims: Iterable[Claim], findings: Iterable[Finding] = ()) -> Html:
    """
    Return an article with its claims in the margin.

    Args:
        source: The article; without a text its claims alone are shown.
        claims: Claims; those of other sources are passed over.
        findings: Findings; those about claims of this source stand with them.
    """
    mine = [claim for claim in claims if claim.source == source.id]
    about: dict[str, list[Finding]] = {claim.id: [] for claim in mine}
    for finding in findings:
        for name in finding.claims:
            if name in about:
                about[name].append(finding)
    head = tag("h3", source.title or source.id)
    told = " · ".join(
        str(part) for part in (source.publisher, source.author, source.published) if part is not None
    )
    rating = f"reliability {source.reliability} ({source.reliability.wording})"
    under = tag(
        "p", " · ".join(part for part in (told, rating, counted(len(mine), "claim")) if part), class_="soft"
    )
    body = _text(source, mine, about)
    margin = tag("aside", *(note(claim, about[claim.id]) for claim in mine), aria_label="claims")
    return tag(
        "article", head, under, tag("div", body, margin, class_="beside"), id=anchor("source", source.id)
    )


def _text(source: Source, claims: Sequence[Claim], about: dict[str, list[Finding]]) -> Html:
    if source.text is None:
        return tag("p", "The text of this source is not at hand: its claims quote it.", class_="soft")
    parts = (_stretch(source.text, mark, about) for mark in marks(source.text, claims))
    return tag("div", joined(parts), class_="text", lang=source.language)


def _stretch(text: str, mark: Mark, about: dict[str, list[Finding]]) -> object:
    there = text[mark.start : mark.end]
    if not mark.claims:
        return there
    gravest = min(
        (finding.severity for name in mark.claims for finding in about[name]),
        key=lambda each: each.rank,
        default=None,
    )
    names = ", ".join(mark.claims)
    opened = (
        tag("a", "¶", id=anchor("words", name), href=f"#{anchor('claim', name)}", aria_label=f"claim {name}")
        for name in mark.first
    )
    kind = None if gravest in (None, Severity.INFO) else f"marked-{gravest}"
    return joined([*opened, tag("mark", there, title=names, class_=kind)])


def note(claim: Claim, findings: Sequence[Finding]) -> Html:
    """Return a claim as it stands beside the text: who says what, its words, what was found about it."""
    says = "denies" if claim.stance is Stance.DENIES else claim.modality
    head = tag(
        "p",
        tag("a", claim.id, href=f"#{anchor('words', claim.id)}"),
        " ",
        tag("span", f"{claim.speaker or 'own voice'} ({says})", class_="soft"),
    )
    what = tag("p", claim.sentence().partition(" · ")[2])
    words = tag("p", quoted(claim.quote[:LONGEST_NOTE])) if claim.spans else ""
    told = [joined([badge(each.severity), " ", each.message]) for each in findings]
    more = (
        folded(counted(len(told), "finding"), tag("ul", *(tag("li", each) for each in told))) if told else ""
    )
    return tag("section", head, what, words, more, id=anchor("claim", claim.id), class_="note")


@attrs.frozen(kw_only=True)
class Shown:
    """
    An article to look at: a notebook shows it as a page, ``print`` as text, :meth:`save` writes a file.

    Attributes:
        source: The article.
        claims: Its claims.
        findings: What was found about them.
    """

    source: Source
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...] = ()

    def _repr_html_(self) -> str:
        return block(article(self.source, self.claims, self.findings))

    def page(self) -> str:
        """Return the article as a page of its own."""
        head = tag("head", Html('<meta charset="utf-8">'), tag("title", self.source.title or self.source.id))
        return f"<!doctype html>\n{tag('html', head, tag('body', Html(self._repr_html_())), lang='en')}\n"

    def __str__(self) -> str:
        """Return the claims of the article in order of its words, each with its quote and place."""
        lines = [self.source.title or self.source.id]
        for claim in self.claims:
            lines.append(f"  {claim}")
            lines += (
                f"      {_place(span.start, span.end)}{' '.join(span.quote.split())}" for span in claim.spans
            )
            lines += (
                f"      ! {each.severity} {each.code}: {each.message}"
                for each in self.findings
                if claim.id in each.claims
            )
        return "\n".join(
            "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in line)
            for line in lines
        )

    __repr__ = __str__


def _place(start: int | None, end: int | None) -> str:
    return "" if start is None else f"[{start}, {end}] "
