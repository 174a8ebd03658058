"""
The text of an article, from the file that it was collected as.

A text or Markdown file is its own text, letter by letter, so that a place in one is a place in the other. Of a page
of HTML the text is what is extracted here: its paragraphs with blank lines between them, headings marked ``#`` and
items of lists ``-``, without menus, forms and scripts.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from codecs import lookup
from datetime import date
from typing import Literal, NamedTuple
from warnings import catch_warnings

from osintkp.extras import extra
from osintkp.reading.pages.markup import Page, page, storable

Kind = Literal["txt", "md", "html"]
Extractor = Literal["own", "trafilatura"]
MOST_MARKS = 32
FRONT_LINES = 60
OF_HOSTS = ("punycode", "idna")
KEYS = {
    "title": "title",
    "date": "published",
    "published": "published",
    "lang": "language",
    "language": "language",
}


class Text(NamedTuple):
    """
    An article's text with what its file says about it.

    Attributes:
        text: The text; places of claims count in it.
        title: As the file gives it; None where it gives none.
        published: The day of publication, in the notation of dates; None where none is given or it is no day.
        language: BCP 47 tag; None where none is given.
        by: What took the text out of a page: ``own`` or ``trafilatura``; None for a file that is its own text.

    Example:
        >>> article(
        ...     "<html lang='en'><title>Aid</title><p>Ten trucks reached Gao.</p></html>", "html", by="own"
        ... )
        Text(text='Ten trucks reached Gao.', title='Aid', published=None, language='en', by='own')
    """

    text: str
    title: str | None = None
    published: str | None = None
    language: str | None = None
    by: Extractor | None = None


def plain(content: str, kind: Kind) -> str:
    r"""
    Return the text of an article: the file itself, or what a page of HTML says.

    Example:
        >>> plain("<p>Ten trucks<br>reached <b>Gao</b>.</p><script>x()</script>", "html")
        'Ten trucks\nreached Gao.'
    """
    return article(content, kind).text


def article(content: str, kind: Kind, by: Extractor | None = None) -> Text:
    """
    Return the text of an article with what its file says about it. Nothing is raised for what a file holds.

    Args:
        content: What the file holds.
        kind: ``txt``, ``md`` or ``html``.
        by: What takes the text out of a page: ``own``, the library's own extractor, or ``trafilatura``, which comes
            with ``osintkp[html]``. None takes trafilatura where it is installed. The two may give other texts of one
            page, so that a coding made with one may not fit the other: its text is best saved with it. A page with more
            marks on one letter than any script has is left to our own: the time that trafilatura takes grows with their square.

    Raises:
        MissingExtraError: ``trafilatura`` is asked for and not installed.
    """
    if kind == "md":
        front = _front(content)
        return Text(content, front.get("title"), front.get("published"), front.get("language"))
    if kind != "html":
        return Text(content)
    found = page(content)
    ours = by == "own" or _heaped(content) or _heaped(found.text)
    theirs = None if ours else _trafilatura(content, needed=by == "trafilatura")
    text: str = found.text if theirs is None else theirs
    maker: Extractor = "own" if theirs is None else "trafilatura"
    return Text(text, found.title, _day(found), bcp47(found.language), maker)


def as_said(raw: bytes, encoding: str) -> str:
    r"""
    Return the letters of a page in the encoding that somebody says it has.

    Those for the names of hosts are none of a page's: the time that they take grows with the square of its length.

    Raises:
        LookupError: There is no such encoding for pages.
        ValueError: The bytes are not in it.

    Example:
        >>> as_said(b"caf\xe9", "latin-1") == "caf\u00e9"
        True
    """
    if lookup(encoding).name in OF_HOSTS:
        raise LookupError(f"pages have no encoding {encoding}")
    return raw.decode(encoding)


def page_letters(raw: bytes) -> str:
    r"""
    Return the letters of a page of HTML: by its byte order mark, else as it says itself, else UTF-8, else Windows-1252.

    Example:
        >>> page_letters(b'<meta charset="koi8-r"><p>' + "\u041a\u0438\u0435\u0432".encode("koi8-r"))[-4:]
        '\u041a\u0438\u0435\u0432'
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    said = _charset().search(raw[:4096])
    for encoding in ([said.group(1).decode("ascii")] if said else []) + ["utf-8"]:
        try:
            return as_said(
                raw, "cp1252" if encoding.lower() in ("iso-8859-1", "latin-1", "ascii") else encoding
            )
        except (LookupError, ValueError):
            continue
    return raw.decode("cp1252", errors="replace")


def _heaped(text: str) -> bool:
    """Tell whether a letter has more marks than any script puts on one: to bring them into order takes the square of their number."""
    run = 0
    for letter in "" if text.isascii() else text:
        run = run + 1 if unicodedata.combining(letter) else 0
        if run > MOST_MARKS:
            return True
    return False


def _trafilatura(content: str, *, needed: bool) -> str | None:
    try:
        with catch_warnings():  # importing it would turn warnings of the host off
            extract = extra("trafilatura", "html", "the text of a page by trafilatura").extract
    except ImportError:
        if needed:
            raise
        return None
    try:
        found = extract(content, output_format="markdown", include_comments=False, include_formatting=False)
    except Exception:  # noqa: BLE001  a page that another's extractor breaks on is taken by our own
        return None
    return storable(found) if isinstance(found, str) and found.strip() else None


def _day(found: Page) -> str | None:
    """Return the first of a page's dates that is a day."""
    return next((day for each in found.dates if (day := _day_of(each)) is not None), None)


def _day_of(words: str) -> str | None:
    try:
        return date.fromisoformat(words.strip()[:10]).isoformat()
    except ValueError:
        return None


def bcp47(words: str | None) -> str | None:
    """Return a language as a BCP 47 tag; None for what is none."""
    found = (words or "").strip().replace("_", "-")
    return found if _language().fullmatch(found) else None


def _front(content: str) -> dict[str, str | None]:
    """Return what the lines between two ``---`` at the head of a Markdown file say."""
    lines = content[:20_000].removeprefix("\ufeff").split("\n", FRONT_LINES)[:FRONT_LINES]
    if lines[0].rstrip() != "---" or "---" not in map(str.rstrip, lines[1:]):
        return {}
    found: dict[str, str | None] = {}
    for line in lines[1 : [line.rstrip() for line in lines].index("---", 1)]:
        key, _, value = line.partition(":")
        name, value = KEYS.get(key.strip().lower()), value.strip().strip("\"'")
        if name is not None and value:
            checked = _day_of(value) if name == "published" else bcp47(value) if name == "language" else value
            found.setdefault(name, checked)
    return found


@functools.cache
def _charset() -> re.Pattern[bytes]:
    return re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_:.-]{1,40})")


@functools.cache
def _language() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
