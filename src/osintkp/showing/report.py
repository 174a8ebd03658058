"""
One page with everything that was found in a corpus, in a single file that needs no network.

Every word from outside is escaped; the page's policy lets nothing run but the library's own script, known by its hash,
and nothing load. Without the script the page shows everything: it only filters, and opens what a link leads to.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import attrs

from osintkp.cards import counted, cut, wide
from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.findings import Findings
from osintkp.markup import Html, joined, tag
from osintkp.origins import Origins
from osintkp.showing.article import LEGEND, articles
from osintkp.showing.findings_list import findings_list, of_severity
from osintkp.showing.links import LONGEST_TEXT, Links, anchor
from osintkp.showing.page import LONGEST_TITLE, document, script
from osintkp.showing.tables import figures_table, groups, timeline_table
from osintkp.timeline import Timeline
from osintkp.vocabulary.scales import Severity

SECTIONS = {
    "findings": "Findings",
    "figures": "Figures",
    "timeline": "Timeline",
    "origins": "Origins",
    "sources": "Sources",
}
MOST_CLAIMS, MOST_FINDINGS, MOST_LETTERS, MOST_PROBLEMS = 2_000, 2_000, 4_000_000, 200


def report(
    claims: Claims, findings: Findings, *, title: str, pictures: Mapping[str, str] | None = None,
    problems: Sequence[object] = (),
) -> str:  # fmt: skip
    """
    Return a page of HTML.

    Of very many claims and findings it shows the first two thousand each, and says so.

    Args:
        claims: The claims with their sources.
        findings: What was found about them.
        title: Of the page.
        pictures: Pictures as SVG by the name of the section that they stand in (``figures``, ``timeline``, ``origins``).
        problems: What the load could not take, a line each.

    Example:
        >>> report(Claims(), Findings([]), title="<Sudan>").startswith("<!doctype html>")
        True
    """
    claims = _bounded(claims)
    shown = list(islice(claims, MOST_CLAIMS))
    numbered = [(each, number) for number, each in enumerate(islice(findings, MOST_FINDINGS), 1)]
    told = groups(shown)
    links = attrs.evolve(
        Links.of(claims, shown, numbered),
        figures=frozenset(claim.id for _, among in told for claim in among),
    )
    inside = {
        "findings": findings_list(findings, numbered, claims, links),
        "figures": figures_table(told, claims, links),
        "timeline": timeline_table(Timeline(shown), links),
        "origins": Origins(claims, shown).markup(links.claim),
        "sources": joined([_contents(claims, shown), *articles(claims, shown, links)]),
    }
    drawn = {name: _picture(name, svg) for name, svg in (pictures or {}).items()}
    sections = (
        tag("section", tag("h2", SECTIONS[name]), drawn.get(name, ""), each, id=name)
        for name, each in inside.items()
    )
    head = tag(
        "header",
        tag("h1", cut(title, LONGEST_TITLE)),
        _summary(claims, findings),
        *_notices(claims, findings, problems),
        id="top",
    )
    skip = tag("a", "skip to the findings", href="#findings", class_="skip")
    parts = (skip, head, _navigation(), tag("main", *sections), _top())
    return document(title, *parts, script=script())


def _bounded(claims: Claims) -> Claims:
    """Return the claims with their sources; texts beyond what a page can hold are left out."""
    room, sources = MOST_LETTERS, []
    for source in claims.sources:
        room -= 0 if source.text is None else min(len(source.text), LONGEST_TEXT)
        sources.append(source if room >= 0 else attrs.evolve(source, text=None))
    return claims if room >= 0 else Claims(claims, sources, claims.lineage)


def _navigation() -> Html:
    links = (tag("li", tag("a", told, href=f"#{name}")) for name, told in SECTIONS.items())
    return tag("nav", tag("ul", *links), aria_label="sections")


def _top() -> Html:
    return tag(
        "footer", tag("p", tag("a", "back to the top", href="#top"), " · written by osintkp", class_="soft")
    )


def _summary(claims: Claims, findings: Findings) -> Html:
    per = Counter(each.severity for each in islice(findings, MOST_FINDINGS))
    every = Counter(each.severity for each in findings)
    badges = (
        tag("a", of_severity(each, every[each]), href=f"#findings-{each}")
        if per[each]
        else of_severity(each, 0)
        for each in Severity
    )
    counts = [
        counted(len(claims.sources), "source"),
        counted(len(claims), "claim"),
        counted(len(findings), "finding"),
    ]
    return joined([tag("p", " · ".join(counts)), tag("p", joined(badges, " "), class_="badges")])


def _notices(claims: Claims, findings: Findings, problems: Sequence[object]) -> Iterator[Html]:
    """Give what the page does not show, and what nobody has stood for."""
    drafts = sum(claim.draft is not None for claim in claims)
    if drafts:
        told = f"{counted(drafts, 'claim')} drafted by the reader, and accepted by nobody."
        yield tag("p", told, class_="notice")
    for name, count, most in (
        ("claims", len(claims), MOST_CLAIMS),
        ("findings", len(findings), MOST_FINDINGS),
    ):
        if count > most:
            told = f"The page shows the first {most:,} of {count:,} {name}: select fewer, or export them."
            yield tag("p", told, class_="notice")
    if problems:
        items = (tag("li", cut(each)) for each in problems[:MOST_PROBLEMS])
        rest = len(problems) - MOST_PROBLEMS
        more = [tag("li", f"and {rest:,} more")] if rest > 0 else []
        summary = tag(
            "summary", f"{counted(len(problems), 'part')} of the codings could not be taken as written"
        )
        yield tag("details", summary, tag("ul", *items, *more), class_="notice")


def _picture(name: str, svg: str) -> Html:
    """Return a picture as an image, in which no script of it could run."""
    data = b64encode(svg.encode()).decode()
    told = f"{SECTIONS[name]}, drawn; the table below tells the same"
    image = tag("img", src=f"data:image/svg+xml;base64,{data}", alt=told)
    return tag("div", wide(image, f"{SECTIONS[name]}, drawn"), class_="picture")


def _contents(claims: Claims, shown: Sequence[Claim]) -> Html:
    """Return the list of the sources, each a link to its article."""
    per = Counter(claim.source for claim in shown)
    names = dict.fromkeys([*(source.id for source in claims.sources), *per])
    items = []
    for name in names:
        source = claims.sources.get(name)
        title = cut((source and source.title) or name, LONGEST_TITLE)
        told = [name, source and source.publisher, source and source.published, counted(per[name], "claim")]
        link = tag("a", title, href=f"#{anchor('source', name)}", dir="auto")
        under = " · ".join(cut(part, LONGEST_TITLE) for part in told if part)
        items.append(tag("li", link, " ", tag("span", under, class_="soft")))
    if not items:
        return tag("p", "There are no sources.")
    contents = tag("nav", tag("ol", *items), aria_label="sources", class_="contents")
    return joined([contents, tag("p", LEGEND, class_="soft")] if shown else [contents])
