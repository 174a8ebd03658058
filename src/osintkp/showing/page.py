"""A page of its own: one file that needs no network, and lets nothing run or load but what the library put there."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pkgutil import get_data

from osintkp.cards import cut
from osintkp.markup import Html, style, tag

LONGEST_TITLE = 200


def document(title: str, *inside: object, script: str | None = None) -> str:
    """
    Return a whole page of HTML.

    Its policy names the style and the script by their hashes, so that no other can take effect.

    Args:
        title: Of the page, as the browser's tab shows it.
        *inside: The page: text or markup.
        script: What runs in it; None for nothing.

    Example:
        >>> document("<Goma>").partition("<title>")[2][:17]
        '&lt;Goma&gt;</tit'
    """
    runs = f"'sha256-{_digest(script)}'" if script else "'none'"
    policy = f"default-src 'none'; style-src 'sha256-{_digest(_style())}'; img-src data:; script-src {runs}; base-uri 'none'; form-action 'none'"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", cut(title, LONGEST_TITLE)),
        tag("style", Html(_style())),
    )
    body = tag("body", *inside, *([tag("script", Html(script))] if script else []), class_="osintkp report")
    return f"<!doctype html>\n{tag('html', head, body, lang='en')}\n"


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


@cache
def _style() -> str:
    return style() + (get_data("osintkp", "data/report.css") or b"").decode()


@cache
def script() -> str:
    """Return the library's own script: it filters what the page shows, and opens what a link leads to."""
    return (get_data("osintkp", "data/report.js") or b"").decode()
