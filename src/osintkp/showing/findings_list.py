"""The findings of a page: by severity, each a card with its working, and the form that filters them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from osintkp.cards import badge, counted, cut, lines, quoted
from osintkp.claims import Claims
from osintkp.findings import Cited, Finding, Findings
from osintkp.markup import Html, folded, joined, pairs, tag
from osintkp.showing.links import Links, anchor
from osintkp.vocabulary.scales import Severity

MOST_QUOTES, MOST_LINES, MOST_CLAIMS = 12, 60, 60
LONGEST_MESSAGE = 2_000


def findings_list(
    findings: Findings, shown: Sequence[tuple[Finding, int]], claims: Claims, links: Links
) -> Html:
    """
    Return the findings that a page shows, the gravest first, with a form to filter them.

    Args:
        findings: All of them, for those that were set aside.
        shown: Those that the page has room for, numbered.
        claims: The claims with their sources.
        links: What the page shows.
    """
    parts = [_form(shown, claims), tag("p", counted(len(shown), "finding"), id="shown", role="status")]
    for severity in Severity:
        here = [(each, number) for each, number in shown if each.severity is severity]
        if here:
            cards = (_finding(each, number, claims, links) for each, number in here)
            head = tag("h3", of_severity(severity, len(here)))
            parts.append(tag("section", head, *cards, id=f"findings-{severity}", class_="severity"))
    if not shown:
        parts.append(tag("p", "Nothing was found."))
    return joined([*parts, *_aside(findings, links)])


def of_severity(severity: Severity, count: int) -> Html:
    """Return how many findings are of a severity, in its colour."""
    return badge(severity, counted(count, severity.value, "info" if severity is Severity.INFO else None))


def _form(shown: Sequence[tuple[Finding, int]], claims: Claims) -> Html:
    boxes = (
        tag(
            "label",
            tag("input", type="checkbox", name="severity", value=str(each), checked=True),
            " ",
            str(each),
        )
        for each in Severity
    )
    checks = Counter(each.name for each, _ in shown)
    sources = Counter(name for each, _ in shown for name in _sources(each))
    titles = {source.id: cut(source.title, 60) for source in claims.sources if source.title}
    told = {name: " ".join(filter(None, [name, titles.get(name)])) for name in sorted(sources)}
    fields = (
        tag("fieldset", tag("legend", "severity"), *boxes),
        tag(
            "label", "check", _select("check", "every check", checks, {name: name for name in sorted(checks)})
        ),
        tag("label", "source", _select("source", "every source", sources, told)),
        tag(
            "label",
            "words",
            tag("input", type="search", id="filter-words", placeholder="an actor, a claim, a figure"),
        ),
        tag("button", "show all", type="reset"),
    )
    return tag("form", *fields, id="filters", hidden=True, aria_label="filter the findings")


def _select(name: str, every: str, counts: Counter[str], told: dict[str, str]) -> Html:
    options = (tag("option", f"{words} ({counts[value]})", value=value) for value, words in told.items())
    return tag("select", tag("option", every, value=""), *options, id=f"filter-{name}")


def _sources(found: Finding) -> list[str]:
    return sorted({name.partition("/")[0] for name in found.claims})


def _finding(found: Finding, number: int, claims: Claims, links: Links) -> Html:
    head = (
        badge(found.severity), " ", tag("span", found.name), " ",
        tag("span", f"{found.code} · {found.verdict}", class_="soft"), " ",
        tag("a", f"#{number}", href=f"#{anchor('finding', str(number))}", class_="self", aria_label=f"link to finding {number}"),
    )  # fmt: skip
    figures = [name for name in found.claims if name in links.figures][:MOST_CLAIMS]
    rows = [
        ("claims", joined(_some(map(links.claim, found.claims[:MOST_CLAIMS]), len(found.claims)), ", ")),
        ("words", lines(_some((_words(each, claims, links) for each in found.cited[:MOST_QUOTES]), len(found.cited)))),
        ("figures", joined((tag("a", name, href=f"#{anchor('figure', name)}") for name in figures), ", ") or None),
        ("working", lines(_some(map(links.within, map(cut, found.working[:MOST_LINES])), len(found.working)))),
        ("assumes", lines(_some(map(cut, found.assumptions[:MOST_LINES]), len(found.assumptions)))),
    ]  # fmt: skip
    message = tag("p", links.within(cut(found.message, LONGEST_MESSAGE)))
    inside = (tag("h4", *head), message, folded(_summary(found), pairs(rows)))
    return tag(
        "section", *inside, class_=f"finding of-{found.severity}", data_severity=str(found.severity), data_check=found.name,
        data_sources=" ".join(_sources(found)), id=anchor("finding", str(number)), tabindex=-1,
    )  # fmt: skip


def _summary(found: Finding) -> str:
    counts = (
        (len(found.claims), "claim"),
        (len(found.cited), "quote"),
        (len(found.assumptions), "assumption"),
    )
    told = [counted(count, name) for count, name in counts if count]
    return ", ".join([*told, *(["working"] if found.working else [])]) or "nothing more"


def _some(told: Iterable[object], of: int) -> Iterator[object]:
    """Give what is told of, and how many more there are."""
    count = 0
    for count, each in enumerate(told, 1):  # noqa: B007  the last count is what is asked for
        yield each
    if of > count:
        yield f"and {of - count:,} more"


def _words(cited: Cited, claims: Claims, links: Links) -> Html:
    source, span = claims.sources.get(cited.source), cited.span
    text = None if source is None else source.text
    return joined([links.quote(cited.claim), " ", quoted(span.quote, text, span.start, span.end)])


def _aside(findings: Findings, links: Links) -> Iterator[Html]:
    if findings.suppressed:
        told = (
            links.within(f"{each.code} {each.name}: {cut(each.message)} ({cut(each.suppressed)})")
            for each in findings.suppressed
        )
        yield folded(
            f"{len(findings.suppressed)} set aside by a coder", tag("ul", *(tag("li", line) for line in told))
        )
    if findings.unmet:
        told = (links.within(cut(line)) for line in findings.unmet)
        yield folded("set aside, but not found any more", tag("ul", *(tag("li", line) for line in told)))
