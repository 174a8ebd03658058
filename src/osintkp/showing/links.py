"""Where the links of a page lead: to what stands on it, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.evidence import Source
from osintkp.findings import Finding
from osintkp.markup import Html, joined, tag
from osintkp.vocabulary.scales import Severity

LONGEST_TEXT = 200_000


def anchor(prefix: str, name: str) -> str:
    """
    Return the name by which a page links to a thing; no two things have the same.

    Example:
        >>> anchor("claim", "s1/shells")
        'claim-s1/shells'
    """
    return f"{prefix}-{name}"


def place(claim: Claim, source: Source | None) -> int | None:
    """
    Return where the first words of a claim stand in the text that is shown; None where they stand nowhere in it.

    Example:
        >>> from osintkp.evidence import Span
        >>> from osintkp.records.loss import Loss
        >>> claim = Claim(id="a/1", source="a", record=Loss(), spans=(Span(quote="12", start=3, end=5),))
        >>> place(claim, Source(id="a", text="of 12")), place(claim, Source(id="a"))
        (3, None)
    """
    if source is None or source.text is None:
        return None
    length = min(len(source.text), LONGEST_TEXT)
    starts = (
        span.start
        for span in claim.spans
        if span.start is not None and span.end is not None and span.end <= length
    )
    return min(starts, default=None)


@attrs.frozen(kw_only=True)
class Links:
    """
    What a page shows, and so can link to.

    Attributes:
        claims: Ids of the claims that have a note.
        words: Those whose words are marked.
        figures: Those that have a row among the figures.
        about: The findings by claim, each with its number on the page; None for one that the page only tells of.
    """

    claims: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    about: Mapping[str, Sequence[tuple[Finding, int | None]]] = attrs.field(factory=dict)

    @classmethod
    def of(
        cls, claims: Claims, shown: Iterable[Claim], findings: Iterable[tuple[Finding, int | None]]
    ) -> Links:
        """Return the links of a page that shows some claims and findings."""
        every = list(shown)
        names = frozenset(claim.id for claim in every)
        about: dict[str, list[tuple[Finding, int | None]]] = {}
        for finding, number in findings:
            for name in dict.fromkeys(finding.claims):
                about.setdefault(name, []).append((finding, number))
        placed = (claim.id for claim in every if place(claim, claims.sources.get(claim.source)) is not None)
        return cls(claims=names, words=frozenset(placed), about=about)

    def claim(self, name: str) -> Html:
        """Return a link to the note of a claim; its id alone where the page has none."""
        return tag("a", name, href=f"#{anchor('claim', name)}") if name in self.claims else tag("span", name)

    def quote(self, name: str) -> Html:
        """Return a link to the words of a claim in their text, else to its note."""
        return tag("a", name, href=f"#{anchor('words', name)}") if name in self.words else self.claim(name)

    def within(self, sentence: str) -> Html:
        """
        Return a sentence in which every id of a claim that the page shows is a link.

        Example:
            >>> print(Links(claims=frozenset({"a/1"})).within("a/1 <b/2>"))
            <a href="#claim-a/1">a/1</a> &lt;b/2&gt;
        """
        parts = re.split(r"(?<![\w./-])([A-Za-z0-9][\w.-]{0,99}/[A-Za-z0-9][\w.-]{0,99})(?![\w/-])", sentence)
        return joined(self._linked(part) if number % 2 else part for number, part in enumerate(parts))

    def _linked(self, part: str) -> object:
        name = part.rstrip(".")
        return joined([self.claim(name), part[len(name) :]]) if name in self.claims else part

    def gravest(self, names: Iterable[str]) -> Severity | None:
        """Return the gravest severity of what was found about some claims; None where nothing was."""
        told = (finding.severity for name in names for finding, _ in self.about.get(name, ()))
        return min(told, key=lambda each: each.rank, default=None)
