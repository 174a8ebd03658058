"""
A page of HTML taken apart without a tree: its paragraphs, and what its head says about it.

It reads what browsers read: tags left open, attributes without quotes, entities without their semicolon. Nothing is
raised for what a page holds, and time grows with its length alone; the standard library's parser promises neither.
"""

from __future__ import annotations

import functools
import html
import re
from collections import Counter
from typing import NamedTuple

from osintkp.reading.pages.tags import Tag, tags_of

HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### "}
APART = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "head", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", *HEADINGS,
])  # fmt: skip
UNREAD = frozenset(
    ["nav", "footer", "aside", "form", "noscript", "button", "select", "svg", "template", "dialog", "menu"]
)
WHOLE = ("article", "main")
LINE = "\x01"
ENOUGH = 0.2


class Page(NamedTuple):
    """
    What a page says.

    Attributes:
        text: Its paragraphs.
        title: Its title; None where it has none.
        dates: What it gives as dates of publication, the likeliest first, as written.
        language: Its language as written; None where it gives none.
    """

    text: str
    title: str | None
    dates: tuple[str, ...]
    language: str | None


def page(content: str) -> Page:
    r"""
    Return what a page of HTML says.

    Example:
        >>> page("<h1>Aid &amp; arms</h1><nav><a>Home</a></nav><ul><li>20 tents<li>3 pumps</ul>").text
        '# Aid & arms\n\n- 20 tents\n\n- 3 pumps'
    """
    tags = list(tags_of(content.replace("\x00", "\ufffd").replace(LINE, " ")))
    counted = Counter(tag.name for tag in tags if not tag.closes)
    everything = _text(tags, frozenset(), None)
    found = _text(tags, UNREAD, None)
    if len(found) < ENOUGH * len(everything):
        found = everything
    for name in WHOLE:
        inner = _text(tags, UNREAD, name) if counted[name] else ""
        if len(inner) > ENOUGH * len(found):
            found = inner
            break
    return _with_head(tags, found)


def _with_head(tags: list[Tag], text: str) -> Page:
    """Return a page's text with what its head says: of several titles that for sharing first."""
    titles: dict[str, str] = {}
    dates: dict[str, str] = {}
    languages: dict[str, str] = {}
    for tag in tags:
        if tag.name == "title" and not tag.closes:
            titles.setdefault("title", _words(tag.inside))
        elif tag.name == "html" and not tag.closes:
            languages.setdefault("html", _attribute(tag.inside, "lang"))
        elif tag.name == "time" and not tag.closes:
            dates.setdefault("time", _attribute(tag.inside, "datetime"))
        elif tag.name == "script":
            match = _data_date().search(tag.inside)
            if match:
                dates.setdefault("data", match.group(1))
        elif tag.name == "meta":
            _take_meta(tag.inside, titles, dates, languages)
    ordered = [dates.get(name, "") for name in ("meta", "data", "time", "weak")]
    title = next((title for name in ("meta", "title") if (title := titles.get(name))), None)
    language = next((each for name in ("html", "meta") if (each := languages.get(name))), None)
    return Page(storable(text), title and storable(title), tuple(filter(None, ordered)), language)


def _take_meta(inside: str, titles: dict[str, str], dates: dict[str, str], languages: dict[str, str]) -> None:
    name = (
        _attribute(inside, "property") or _attribute(inside, "name") or _attribute(inside, "itemprop")
    ).lower()
    content = _words(_attribute(inside, "content"))
    if name in ("og:title", "twitter:title"):
        titles.setdefault("meta", content)
    elif name in (
        "article:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "publish-date",
        "dc.date.issued",
    ):
        dates.setdefault("meta", content)
    elif name in ("date", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date"):
        dates.setdefault("weak", content)
    elif name in ("og:locale", "language", "dc.language"):
        languages.setdefault("meta", content)


def _text(tags: list[Tag], unread: frozenset[str], within: str | None) -> str:
    """Return the paragraphs of some tags, but for those inside unread elements, or only those inside one element."""
    left = Counter(tag.name for tag in tags if tag.closes)
    paragraphs: list[str] = []
    pieces: list[str] = []
    mark, deep, inside, skipping = "", 0, 0, ""

    for tag in tags:
        name = tag.name
        if tag.closes:
            left[name] -= 1
        if skipping:
            deep += (name == skipping) * (-1 if tag.closes else 1)
            skipping = skipping if deep > 0 else ""
        elif not name:
            if within is None or inside > 0:
                pieces.append(tag.inside)
        elif name == "br":
            pieces.append(LINE)
        elif name in unread and not tag.closes and left[name] > 0:
            skipping, deep = name, 1
        elif name in APART:
            _end_paragraph(paragraphs, pieces, mark)
            mark = (
                ""
                if tag.closes
                else HEADINGS.get(name, "- " if name == "li" else mark if name in ("p", "div") else "")
            )
            inside += (name == within) * (-1 if tag.closes else 1)
    _end_paragraph(paragraphs, pieces, mark)
    return "\n\n".join(paragraphs)


def _end_paragraph(paragraphs: list[str], pieces: list[str], mark: str) -> None:
    if pieces:
        lines = (" ".join(line.split()) for line in _words("".join(pieces), lines=True).split(LINE))
        text = "\n".join(filter(None, lines))
        if text:
            paragraphs.append(mark + text)
        pieces.clear()


def _attribute(inside: str, name: str) -> str:
    match = _value(name).search(inside[:20_000])
    return html.unescape(_numbers().sub("\ufffd", next(filter(None, match.groups()), ""))) if match else ""


def _words(text: str, *, lines: bool = False) -> str:
    plain = html.unescape(_numbers().sub("\ufffd", text))
    return plain if lines else " ".join(plain.split())


def storable(text: str) -> str:
    r"""
    Return a text as a file can hold it: half a character becomes U+FFFD.

    Example:
        >>> storable("Goma\ud83d")
        'Goma\ufffd'
    """
    return _half().sub("\ufffd", text)


@functools.cache
def _half() -> re.Pattern[str]:
    return re.compile(r"[\ud800-\udfff]")


@functools.cache
def _value(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w:-]){name}\s{{0,9}}=\s{{0,9}}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.IGNORECASE
    )


@functools.cache
def _numbers() -> re.Pattern[str]:
    """Return a pattern for numeric entities that no character has; the standard library raises on the longest."""
    return re.compile(
        r"&#(?:0*[1-9]\d{7,}|[xX]0*[1-9a-fA-F][0-9a-fA-F]{6,}|[0-9]{100,}|[xX][0-9a-fA-F]{100,});?"
    )


@functools.cache
def _data_date() -> re.Pattern[str]:
    return re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,40})"')
