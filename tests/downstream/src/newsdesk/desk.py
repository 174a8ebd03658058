"""What a desk does in a day: load, read, review, ask, hold against each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import assert_type

import osintkp
from osintkp import Amount, Claim, Corpus, Finding, Findings, Found, Shipment, Source, Span, When
from osintkp.claims import Claims
from osintkp.group import Group
from osintkp.vocabulary.scales import Answer, Severity, Verdict


def archive(folder: Path) -> Corpus:
    """Return the sound part of an archive, and say what is not."""
    corpus = assert_type(osintkp.load(folder, lenient=True), Corpus)
    for problem in corpus.problems:
        print(problem.file, problem.field, problem.code, problem.fix)
    return corpus


def drafted(article: str) -> Corpus:
    """Return an article as drafts, the surest accepted by name and the least sure dropped."""
    draft = osintkp.read(article, published="2024-05-10", id="wire", title="Aid convoy")
    for claim in draft.drafts:
        if claim.draft is None:
            continue
        sure: float = claim.draft.weakest
        if sure < 0.2:
            draft = draft.reject(claim.id)
        elif claim.kind == "shipment":
            draft = assert_type(draft.accept(claim.id, by="ana", modality="estimated"), Corpus)
    return draft


def seen(article: str) -> list[tuple[int, int, str, float | None]]:
    """Return the amounts that the reader sees."""
    found = assert_type(osintkp.find(article), Found)
    return [(each.start, each.end, each.quote, each.best) for each in found.amounts]


def sent(corpus: Corpus) -> list[str]:
    """Return who passes what to whom, in words."""
    lines: list[str] = []
    for claim in corpus.shipments:
        record = claim.record
        if isinstance(record, Shipment):
            amount: Amount | None = record.amount
            when: When | None = record.when
            lines.append(f"{record.sender} > {record.recipient}: {amount} {record.item} {when}")
            if amount is not None and amount.low is not None:
                low: float = amount.low
                lines.append(f"at least {low:g} {amount.unit}")
    return lines


def told(corpus: Corpus) -> dict[str, list[str]]:
    """Return the quoted words by publisher."""
    words: dict[str, list[str]] = {}
    for claim in corpus.claims:
        source: Source = corpus.sources[claim.source]
        spans: tuple[Span, ...] = claim.spans
        words.setdefault(source.publisher or source.id, []).extend(span.quote for span in spans)
    return words


def grave(corpus: Corpus) -> list[str]:
    """Return the sentences of the findings that somebody has to look at."""
    findings = assert_type(corpus.check(select=["QTY", "SRC"], ignore=["figure-stale"]), Findings)
    first: Finding | None = findings[0] if findings else None
    if first is not None:
        assert_type(first.severity, Severity)
        assert_type(first.verdict, Verdict)
        assert_type(findings[:2], Findings)
    return [found.message for found in findings.at_least("warning") if not found.assumptions]


def thirteens(group: Group) -> Iterator[Finding]:
    """A figure is thirteen: somebody may have made it up."""
    for claim in group.claims:
        if claim.amount is not None and claim.amount.best == 13:
            yield group.finding("undecided", f"{claim.id} is thirteen")


def own(corpus: Corpus) -> Findings:
    """Return what a check of the desk's own finds."""
    return corpus.check(select="thirteens", also=[thirteens], severities={"thirteens": "info"})


def asked(corpus: Corpus) -> str:
    """Return the answers to the desk's standing questions."""
    of_interest = corpus.select(
        kind=("shipment", "seizure"), during="2024", where=lambda claim: bool(claim.spans)
    )
    figures = of_interest.figures(unit="container")
    band: tuple[float, float] | None = figures.band
    origins = of_interest.origins()
    timeline = of_interest.timeline()
    dated: list[Claim] = list(timeline)
    known = corpus.as_of("2024-03-01")
    since = known.changes()
    agreed: float = corpus.compare(known).recall
    losses: Claims = corpus.losses
    answers = (len(figures), band, len(origins), len(dated), len(since.claims), agreed, len(losses))
    return " ".join(map(str, answers))


def dates(text: str) -> tuple[str, bool]:
    """Return a date in its notation, and whether it may lie before this year."""
    when = When.parse(text)
    return str(when), when.before(When.parse("2024")) is Answer.YES
