"""
Sources, claims and findings as tables in Markdown, for a report, an issue or a wiki.

The tables are those of GitHub Flavored Markdown. Every word from outside is escaped: it makes no markup, no picture and no link to a
page, and letters that steer a screen are shown by number. What is very long is cut. It is made to be read: it does not come back. For
a table that does, take ``csv``.

Notation: GitHub Flavored Markdown Spec, version 0.29-gfm, section 4.10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from osintkp.claim import Claim
from osintkp.evidence import Source
from osintkp.exports._outgoing import each_gathered, left_out, of_record, told_by
from osintkp.exports._package import Package
from osintkp.exports._quoted import QUOTED, places_lost
from osintkp.findings import Finding
from osintkp.records import record_types

ENDING = ".md"
LONGEST = 1000
NONE = "-"
LINKED = r"(?i)(?<=www)\.|(?<=[^\W_])\.(?=[^\W\d_]{2})|(?<=/)/"  # within what readers make a link of
ESCAPED = frozenset("\\`*_{}[]|~:@$^#!=")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
FORM = "a report in Markdown"
FINDINGS = "Findings"
CARRIED = QUOTED | {"speaker", "stance", "modality", "credibility", "said", "about"} | of_record(
    "sender", "recipient", "actor", "by", "on", "authority", "participants", "parties", "about", "amount", "item", "calibre",
    "title", "text", "when", "signed", "since", "place",
)  # fmt: skip
CARRIED_OF_SOURCE = frozenset({"title", "publisher", "author", "published", "address", "reliability"})


def render(package: Package) -> tuple[str, tuple[str, ...]]:
    """Return the document, and what it could not carry."""
    told, lost = told_by(package.claims)
    claims = [claim for _, each in told for claim in each]
    sources = [source for source, _ in told]
    findings = package.check()
    tables = [_of_sources(sources), *(_of_kind(kind, claims) for kind in record_types())]
    tables += [
        _of_findings(list(findings), FINDINGS),
        _of_findings(list(findings.suppressed), "Findings set aside"),
    ]
    counts = [(len(claims), "claim"), (len(sources), "source"), (len(findings), "finding")]
    said = ", ".join(f"{number:,} {what}{'' if number == 1 else 's'}" for number, what in counts)
    lines = [
        "# Claims and findings",
        "",
        f"{said}.",
        "",
        *(line for table in tables for line in table.lines()),
    ]
    return "\n".join(lines).rstrip() + "\n", (*lost, *_losses(package, claims, sources, tables))


def _losses(
    package: Package, claims: list[Claim], sources: list[Source], tables: list[_Table]
) -> Iterator[str]:
    cut = [
        str(row[table.named])
        for table in tables
        for row in table.rows
        if any(len(_line_of(cell)) > LONGEST for cell in row)
    ]
    yield from each_gathered({f"what is longer than {LONGEST:,} letters is cut": cut})
    yield from places_lost(claims, FORM)
    yield from left_out(package.tables(claims), CARRIED, FORM)
    yield from left_out(package.tables(sources), CARRIED_OF_SOURCE, FORM)


def plain(value: object) -> str:
    r"""
    Return a value as words that are no markup in Markdown, within one cell of a table; None and nothing are a dash.

    Example:
        >>> print(plain("<b> *x* | [a](javascript:1)"))
        &lt;b&gt; \*x\* \| \[a\](javascript\:1)
    """
    text = _line_of(value)
    text = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}\u2026"
    return re.sub(LINKED, r"\\\g<0>", "".join(map(_letter, text)))


def _line_of(value: object) -> str:
    return (" ".join(str(value).split()) if value is not None else "") or NONE


def _letter(letter: str) -> str:
    if letter in ESCAPED:
        return f"\\{letter}"
    return ENTITIES.get(letter) or (letter if letter.isprintable() else f"\\{ascii(letter)[1:-1]}")


@attrs.frozen(kw_only=True)
class _Table:
    """A table under its title: the cells as values, and which of them names the row."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[object]]
    named: int = 0

    def lines(self) -> Iterator[str]:
        """Give the lines of the table; none where it has no rows."""
        if self.rows:
            yield from (f"## {self.title}", "", _line(self.head), _line(["---"] * len(self.head)))
            yield from (_line([plain(cell) for cell in row]) for row in self.rows)
            yield ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _of_sources(sources: list[Source]) -> _Table:
    head = ["Source", "Title", "Publisher", "Author", "Published", "Reliability", "Address"]
    rows = [
        [each.id, each.title, each.publisher, each.author, each.published, each.reliability, each.address]
        for each in sources
    ]
    return _Table(title="Sources", head=head, rows=rows)


def _of_kind(kind: str, claims: list[Claim]) -> _Table:
    head = [
        "Claim",
        "Speaker",
        "Says",
        "Said",
        "Actors",
        "Figure",
        "What",
        "When",
        "Place",
        "Quote",
        "Credibility",
        "Note",
    ]
    rows = [_row(claim) for claim in claims if claim.kind == kind]
    return _Table(title=kind.replace("_", " ").capitalize(), head=head, rows=rows)


def _row(claim: Claim) -> list[object]:
    names = [name or "?" for name in claim.actors]
    facts = [claim.record.of(name) for name in ("item", "calibre", "title", "text")]
    return [
        claim.id, claim.speaker or "own voice", f"{claim.stance}, {claim.modality}", claim.said,
        " > ".join(names) if any(claim.actors) else None, claim.amount, ", ".join(str(fact) for fact in facts if fact is not None),
        claim.when, claim.record.of("place"), claim.quote, claim.credibility, claim.about,
    ]  # fmt: skip


def _of_findings(findings: list[Finding], title: str) -> _Table:
    rows = [
        [
            each.severity, each.code, each.name, each.verdict, each.message, ", ".join(each.claims),
            " ".join(each.working), " ".join(each.assumptions), *([] if each.suppressed is None else [each.suppressed]),
        ]
        for each in findings
    ]  # fmt: skip
    head = ["Severity", "Code", "Check", "Verdict", "Message", "Claims", "Working", "Assumptions"]
    return _Table(title=title, head=[*head, *([] if title == FINDINGS else ["Reason"])], rows=rows, named=1)
