"""
One page with everything that was found in a corpus, in a single file that needs no network.

Every word from outside is escaped; the page's policy lets nothing run but the library's own script, known by its hash,
and nothing load. Without the script the page shows everything: it only filters.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pkgutil import get_data

from osintkp.cards import badge, counted, lines, quoted
from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.errors import DimensionError
from osintkp.figures import Figures
from osintkp.findings import Cited, Finding, Findings
from osintkp.markup import Html, folded, joined, pairs, style, table, tag
from osintkp.origins import Origins
from osintkp.showing.article import anchor, article
from osintkp.timeline import Timeline
from osintkp.vocabulary.scales import Severity

SECTIONS = {
    "findings": "Findings",
    "figures": "Figures",
    "timeline": "Timeline",
    "origins": "Origins",
    "sources": "Sources",
}
MOST_QUOTES = 12


def report(
    claims: Claims, findings: Findings, *, title: str, pictures: Mapping[str, str] | None = None
) -> str:
    """
    Return a page of HTML.

    Args:
        claims: The claims with their sources.
        findings: What was found about them.
        title: Of the page.
        pictures: Pictures as SVG by the name of the section that they stand in (``figures``, ``timeline``, ``origins``).

    Example:
        >>> report(Claims(), Findings([]), title="<Sudan>").startswith("<!doctype html>")
        True
    """
    drawn = {name: _picture(name, svg) for name, svg in (pictures or {}).items()}
    sections = {
        "findings": _findings(findings, claims),
        "figures": _figures(claims),
        "timeline": _timeline(Timeline(claims)),
        "origins": tag("pre", str(Origins(claims))),
        "sources": joined(article(source, claims, findings) for source in claims.sources),
    }
    body = joined(
        tag("section", tag("h2", SECTIONS[name]), drawn.get(name, ""), inside, id=name)
        for name, inside in sections.items()
    )
    links = joined((tag("a", told, href=f"#{name}") for name, told in SECTIONS.items()), " ")
    head = tag(
        "header", tag("h1", title), _summary(claims, findings), tag("nav", links, aria_label="sections")
    )
    page = tag("body", head, tag("main", body), tag("script", Html(_script())), class_="osintkp report")
    return f"<!doctype html>\n{tag('html', _head(title), page, lang='en')}\n"


def _head(title: str) -> Html:
    digest = b64encode(sha256(_script().encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        Html('<meta charset="utf-8">'),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("style", Html(style() + (get_data("osintkp", "data/report.css") or b"").decode())),
    )


def _script() -> str:
    return (get_data("osintkp", "data/report.js") or b"").decode()


def _picture(name: str, svg: str) -> Html:
    """Return a picture as an image, in which no script of it could run."""
    data = b64encode(svg.encode()).decode()
    return tag(
        "p",
        tag(
            "img",
            src=f"data:image/svg+xml;base64,{data}",
            alt=f"{SECTIONS[name]}, drawn; the table below tells the same",
        ),
        class_="picture",
    )


def _summary(claims: Claims, findings: Findings) -> Html:
    per = Counter(each.severity for each in findings)
    told = [joined([badge(each, f"{per[each]} {each}"), " "]) for each in Severity]
    drafts = sum(claim.draft is not None for claim in claims)
    counts = [
        counted(len(claims.sources), "source"),
        counted(len(claims), "claim"),
        counted(len(findings), "finding"),
    ]
    more = [f"{counted(drafts, 'claim')} drafted by the reader and accepted by nobody"] if drafts else []
    return joined([tag("p", " · ".join([*counts, *more])), tag("p", *told)])


def _findings(findings: Findings, claims: Claims) -> Html:
    boxes = [
        tag("label", tag("input", type="checkbox", value=str(each), checked=True), " ", str(each))
        for each in Severity
    ]
    search = tag(
        "label", "words ", tag("input", type="search", id="words", placeholder="a check, an actor, a claim")
    )
    form = tag("form", tag("fieldset", tag("legend", "Show"), *boxes, search), id="filters", hidden=True)
    shown = tag("p", counted(len(findings), "finding"), id="shown", role="status")
    told = joined(_finding(number, each, claims) for number, each in enumerate(findings, 1))
    aside = [f"{each.code} {each.name}: {each.message} ({each.suppressed})" for each in findings.suppressed]
    more = folded(f"{len(aside)} set aside", tag("ul", *(tag("li", line) for line in aside))) if aside else ""
    return joined([form, shown, told or tag("p", "Nothing was found."), more])


def _finding(number: int, found: Finding, claims: Claims) -> Html:
    head = (
        badge(found.severity),
        " ",
        found.name,
        " ",
        tag("span", f"{found.code} · {found.verdict}", class_="soft"),
    )
    linked = joined((_claim_link(name) for name in found.claims), ", ")
    rows = [
        ("claims", linked), ("words", lines(_words(each, claims) for each in found.cited[:MOST_QUOTES])),
        ("working", lines(found.working)), ("assumes", lines(found.assumptions)),
    ]  # fmt: skip
    inside = (tag("h3", *head), tag("p", found.message), folded("words, working, assumptions", pairs(rows)))
    return tag(
        "section", *inside, class_="finding", data_severity=str(found.severity), id=f"finding-{number}"
    )


def _claim_link(name: str) -> Html:
    return tag("a", name, href=f"#{anchor('claim', name)}")


def _words(cited: Cited, claims: Claims) -> Html:
    source = claims.sources.get(cited.source)
    span = cited.span
    return joined(
        [
            _claim_link(cited.claim),
            " ",
            quoted(span.quote, None if source is None else source.text, span.start, span.end),
        ]
    )


def _figures(claims: Claims) -> Html:
    """Return the figures, those that can be compared together: by kind, actors and unit."""
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        if claim.amount is not None:
            between = " > ".join(actor or "?" for actor in claim.actors)
            groups.setdefault((claim.kind.replace("_", " "), between, claim.amount.unit), []).append(claim)
    return joined(_group(" · ".join(filter(None, key)), each, claims) for key, each in groups.items()) or tag(
        "p", "No claim gives a figure."
    )


def _group(title: str, among: Sequence[Claim], claims: Claims) -> Html:
    figures = Figures(claims, among)
    rows: Iterable[Sequence[object]] = (
        (
            each.amount,
            each.claim.modality,
            each.origin,
            each.as_of,
            each.claim.when,
            _claim_link(each.claim.id),
        )
        for each in figures
    )
    try:
        band = figures.band
    except DimensionError:
        band = None
    shared = (
        f"; every comparable one allows {band[0]:,.10g} to {band[1]:,.10g}"
        if band and len(figures.comparable) > 1
        else ""
    )
    return table(
        ("figure", "modality", "origin", "as of", "window", "claim"),
        rows,
        caption=f"{title}: {counted(len(figures), 'figure')}{shared}",
    )


def _timeline(timeline: Timeline) -> Html:
    rows = (
        (each.when, _claim_link(each.id), each.sentence().removesuffix(f" · [{each.when}]"))
        for each in timeline
    )
    told = table(("when", "claim", "what"), rows, caption=counted(len(timeline), "dated claim"))
    return joined(
        [told, tag("p", f"{counted(len(timeline.undated), 'claim')} without a date", class_="soft")]
    )
