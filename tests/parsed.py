"""A page as a browser would take it apart: by the rules of HTML, and strictly."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category
from xml.etree.ElementTree import Element

import html5lib

OURS = frozenset(
    (  # noqa: SIM905  a list of fifty would be read by nobody
        "html head meta title style body script header main footer nav section article h1 h2 h3 h4 h5 p div span strong a q mark "
        "table caption thead tbody tr th td ul ol li details summary form fieldset legend label input select option button img br"
    ).split()
)
BY_NUMBER = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "closing": "</mark></pre><svg/onload=alert(1)>",
    "json": "</script><script>alert(2)</script><!--",
    "formula": "=cmd|' /C calc'!A0",
    "at": "@SUM(1+1)\tand on",
    "ansi": "\x1b]0;pwn\x07\x1b[31mred",
    "markdown": "[x](javascript:alert(1)) ![](http://t.invalid/p.gif)",
    "latex": "$\\href{javascript:alert(1)}{x}$",
    "stix": "x' OR file:name LIKE '%",
    "bidi": "abc \u202e drow \u202c",
    "entity": "&lt;b&gt; &#x3c;i&#x3e; </style></title></textarea>",
}


def page(text: str) -> Element:
    """Return a whole page; an error of its markup is raised."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found = parser.parse(text)
    assert isinstance(found, Element)
    return found


def part(text: str) -> Element:
    """Return what a notebook shows, in a page."""
    return page(f'<!doctype html>\n<html lang="en"><head><title>x</title></head><body>{text}</body></html>')


def having(root: Element, name: str) -> list[Element]:
    """Return the elements of a class, in order."""
    return [each for each in root.iter() if name in each.get("class", "").split()]


def told(element: Element) -> str:
    """Return the text of an element."""
    return "".join(element.itertext())


def shown(text: str) -> str:
    """Return a text as a page shows it: what is unseen or steers a screen by number, every end of a line alike."""
    kept = "".join(
        letter if letter in "\n\r\t" or category(letter) not in BY_NUMBER else ascii(letter)[1:-1]
        for letter in text
    )
    return kept.replace("\r\n", "\n").replace("\r", "\n")


def elements(root: Element) -> set[tuple[str, ...]]:
    """Return every element that there is, with the names of its attributes."""
    return {(each.tag, *sorted(each.attrib)) for each in root.iter() if isinstance(each.tag, str)}


def ids(root: Element) -> list[str]:
    """Return the names of everything that has one."""
    return [each.attrib["id"] for each in root.iter() if "id" in each.attrib]


def dead_links(root: Element) -> list[str]:
    """Return the links of a page that lead nowhere on it."""
    there = set(ids(root))
    hrefs = (each.get("href", "") for each in root.iter("a"))
    return [href for href in hrefs if href.startswith("#") and href[1:] not in there]


def harm(root: Element) -> Iterator[str]:
    """Give what must not be in a page: foreign elements, handlers, addresses that run, what loads."""
    for each in root.iter():
        if isinstance(each.tag, str) and each.tag not in OURS:
            yield each.tag
        yield from (
            f"{each.tag} {name}"
            for name in each.attrib
            if name.startswith("on") or name in ("style", "srcdoc")
        )
        address = each.get("href", each.get("src", "#"))
        if not address.startswith(("#", "https://", "http://", "data:image/svg+xml;base64,")):
            yield address
