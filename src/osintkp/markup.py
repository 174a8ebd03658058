"""HTML in which every word from outside is escaped: elements, tables, and what a notebook shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from pkgutil import get_data
from urllib.parse import urlsplit

from osintkp.inert import is_blank

SAFE_SCHEMES = frozenset({"", "http", "https", "mailto"})
VOID = frozenset({"br", "hr", "meta", "link", "input", "img"})
ADDRESSES = frozenset({"href", "src"})
NONE = "-"
UNSET = (
    "tex2jax_ignore mathjax_ignore"  # what notebooks that set mathematics leave alone: a price is no formula
)


class Html(str):
    """
    Markup that is safe to put into a page; any other text is escaped on its way in.

    Example:
        >>> print(tag("b", "<script>"))
        <b>&lt;script&gt;</b>
    """

    __slots__ = ()


def words(value: object) -> Html:
    r"""
    Return a value as escaped words; None is a dash, and letters that steer a screen or turn the line are shown by number.

    Example:
        >>> print(words("a\u202eb <i>"), words(None))
        a\u202eb &lt;i&gt; -
    """
    if isinstance(value, Html):
        return value
    text = NONE if value is None else str(value)
    if not text.isprintable():
        text = "".join(letter if _shows(letter) else ascii(letter)[1:-1] for letter in text)
    return Html(escape(text))


def _shows(letter: str) -> bool:
    """Tell whether a letter stands as it is: all but controls, separators of lines other than LF, and what is unseen."""
    return letter in "\n\t\r" or letter.isprintable() or is_blank(letter)


def joined(parts: Iterable[object], between: object = "") -> Html:
    """Return parts one after the other, each escaped unless it is markup."""
    return Html(words(between).join(words(part) for part in parts))


def tag(name: str, /, *inside: object, **attributes: object) -> Html:
    """
    Return an element; what is inside is escaped unless it is markup, and so are the values of attributes.

    Args:
        name: Of the element.
        *inside: Text or markup.
        **attributes: ``class_`` stands for ``class`` and ``data_kind`` for ``data-kind``. None and False leave one out,
            True gives it no value. An address that a browser would run as a program is left out.

    Example:
        >>> print(tag("a", "page", href="javascript:alert(1)"), tag("td", 3, class_="number"))
        <a>page</a> <td class="number">3</td>
    """
    told = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    return Html(f"<{name}{told}>" if name in VOID else f"<{name}{told}>{joined(inside)}</{name}>")


def _attribute(name: str, value: object) -> str:
    if value is None or value is False or (name in ADDRESSES and not _is_safe(name, str(value))):
        return ""
    return f" {name}" if value is True else f' {name}="{words(value)}"'


def _is_safe(name: str, address: str) -> bool:
    if name == "src" and address.startswith("data:image/"):
        return True
    try:
        return urlsplit(address.strip()).scheme.lower() in SAFE_SCHEMES
    except ValueError:
        return False


def linked(address: str, told: object) -> Html:
    """
    Return where a thing was collected: a link where that is on the web, which tells nobody where it was followed from.

    Args:
        address: As collected; one that is none on the web leads nowhere, lest it lead to a file of the reader's own.
        told: What stands for it.

    Example:
        >>> print(linked("https://example.org", "page"), linked("file:///etc/passwd", "page"))
        <a href="https://example.org" rel="noreferrer">page</a> <span>page</span>
    """
    web = address.lower().startswith(("http://", "https://")) and _is_safe("href", address)
    return tag("a", told, href=address, rel="noreferrer") if web else tag("span", told)


def table(head: Sequence[object], rows: Iterable[Sequence[object]], *, caption: object = None) -> Html:
    """
    Return rows under a head.

    Example:
        >>> print(table(["id"], [["a/1"]]))
        <table><thead><tr><th scope="col">id</th></tr></thead><tbody><tr><td>a/1</td></tr></tbody></table>
    """
    top = tag("thead", tag("tr", *(tag("th", cell, scope="col") for cell in head)))
    body = tag("tbody", *(tag("tr", *(tag("td", cell) for cell in row)) for row in rows))
    return tag("table", *([] if caption is None else [tag("caption", caption)]), top, body)


def pairs(rows: Iterable[tuple[object, object]]) -> Html:
    """Return names and values as a table of two columns; a value of None is left out."""
    told = [(name, value) for name, value in rows if value is not None]
    return tag(
        "table",
        tag("tbody", *(tag("tr", tag("th", name, scope="row"), tag("td", value)) for name, value in told)),
    )


def folded(summary: object, *inside: object, unfold: bool = False) -> Html:
    """Return what opens under a summary."""
    return tag("details", tag("summary", summary), *inside, open=unfold)


def block(*inside: object) -> Html:
    """Return what a notebook shows: markup with the library's style, which touches nothing outside of it."""
    return joined([tag("style", Html(style())), tag("div", *inside, class_=f"osintkp {UNSET}")])


@cache
def style() -> str:
    """Return the style of everything that the library shows, for light and dark."""
    return (get_data("osintkp", "data/style.css") or b"").decode()
