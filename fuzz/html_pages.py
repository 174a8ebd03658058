"""Hostile words stay words: the page with an article and the report have our tags alone, by the rules of HTML."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import osintkp
from _target import as_text
from parsed import harm, having, page, part, shown, told

STRIPPED = "".join(map(chr, range(33)))
RUNS = re.compile(r"(?i)(?!https?:|mailto:|data:image/svg\+xml;base64,)[a-z][a-z0-9+.-]*:")


def check(data: bytes) -> None:
    """Show bytes as an article, as its title and address, and as the words of its claims."""
    text = as_text(data)
    corpus = osintkp.read(text, id="wire", title=text[:80], author=text[-80:], address=text[:200])
    findings = corpus.check()
    (source,) = corpus.sources
    article = page(corpus.show(findings=findings).page())
    assert source.text is not None
    assert shown(source.text) == "".join(told(row) for row in having(article, "text"))
    whole = page(corpus.page(findings=findings, pictures=False, title=text[:80]))
    cards = [part(each._repr_html_()) for each in (corpus, source, findings, *corpus.claims)]
    for root in (article, whole, *cards):
        harmful = [each for each in harm(root) if each != address_of(root)]
        assert [] == harmful, harmful
        assert not runs(address_of(root))


def address_of(root: Element) -> str:
    """Return the address of the source, which comes from outside, as a page has it."""
    return next((each.get("href", "") for each in root.iter("a") if each.get("rel") == "noreferrer"), "")


def runs(address: str) -> bool:
    """Tell whether a browser would run an address, by what it leaves out before it looks."""
    seen = re.sub(r"[\t\r\n]", "", address.strip(STRIPPED))
    return RUNS.match(seen) is not None
