"""Drafting: what a worker does with the articles of a batch, and what comes back from it. Pure: it touches no file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from osintkp.archives.articles import Article
from osintkp.claims import Claims
from osintkp.coding.files import decoded
from osintkp.dates import When
from osintkp.errors import DateError, InvalidValueError
from osintkp.evidence import Source
from osintkp.problems import Problem
from osintkp.resource_limits import DEFAULT, ResourceLimits
from osintkp.uncoded import refuse_long


@attrs.frozen(kw_only=True)
class Settings:
    """
    What the drafts depend on, beside the articles.

    Attributes:
        published: When those articles came out that do not say so themselves; None leaves it open.
        texts: Whether the texts are kept with the drafts.
        batch: How much text goes into one file.
        limits: How much is taken in.
    """

    published: str | None
    texts: bool
    batch: int
    limits: ResourceLimits = DEFAULT


@attrs.frozen(kw_only=True)
class Outcome:
    """
    What was drafted from some articles.

    Attributes:
        parts: The coding in JSON Lines, in as many parts as can be loaded each.
        articles: How many articles were read.
        claims: How many claims were drafted.
        size: The bytes of text that were read.
        problems: What was wrong, in the order of the articles.
    """

    parts: tuple[bytes, ...] = ()
    articles: int = 0
    claims: int = 0
    size: int = 0
    problems: tuple[Problem, ...] = ()


def drafted(entries: Iterable[Article | Problem], settings: Settings) -> Outcome:
    """
    Return what the reader drafts from the articles of a batch; the problems among them stay where they were.

    Nothing is raised for what an article says.
    """
    return joined(
        Outcome(problems=(entry,)) if isinstance(entry, Problem) else _drafted(entry, settings)
        for entry in entries
    )


def joined(outcomes: Iterable[Outcome]) -> Outcome:
    """Return several outcomes as one."""
    every = list(outcomes)
    return Outcome(
        parts=tuple(_packed(part for each in every for part in each.parts)),
        articles=sum(each.articles for each in every),
        claims=sum(each.claims for each in every),
        size=sum(each.size for each in every),
        problems=tuple(problem for each in every for problem in each.problems),
    )


def _packed(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Join parts into as few as the limit of a file allows that everybody loads by."""
    group: list[bytes] = []
    size = 0
    for part in parts:
        if group and size + len(part) > DEFAULT.coding_bytes:
            yield b"".join(group)
            group, size = [], 0
        group.append(part)
        size += len(part)
    if group:
        yield b"".join(group)


def _drafted(article: Article, settings: Settings) -> Outcome:
    notes: list[Problem] = []
    try:
        source = source_of(article, settings, notes)
        claims, coding = _coded(source, settings)
    except InvalidValueError as error:
        return Outcome(problems=(*notes, article.problem(error)))
    except ImportError:  # no fault of the article: every other one would fail as well
        raise
    except Exception as error:  # noqa: BLE001  one article must not end the run of a million
        what = f"the reader failed on this article ({type(error).__name__})"
        fault = InvalidValueError("reader-failed", what, None, "please report it with the article")
        return Outcome(problems=(*notes, article.problem(fault)))
    size = len((source.text or "").encode())
    return Outcome(parts=(coding,), articles=1, claims=len(claims), size=size, problems=tuple(notes))


def _coded(source: Source, settings: Settings) -> tuple[Claims, bytes]:
    from osintkp.coding.saving import coding_text
    from osintkp.pausing import collection_paused
    from osintkp.reading.reader import drafted as claims_of

    with collection_paused():
        claims = claims_of(source)
        coding = coding_text(claims, "jsonl", texts=settings.texts).encode()
    if len(coding) > settings.limits.coding_bytes:
        what = "the drafts of the article do not fit into one file"
        fix = f"give it in parts, or {settings.limits.room('coding_bytes')}"
        raise InvalidValueError("article-size", what, None, fix)
    return claims, coding


def source_of(article: Article, settings: Settings, notes: list[Problem]) -> Source:
    """
    Return an article as a source with its text. What the archive says of it goes before what the page says.

    Args:
        article: The article.
        settings: What goes for those that say nothing.
        notes: Where it is told what could not be used.

    Raises:
        InvalidValueError: It has no text (``article-blank``), too much of it (``article-size``), or is not UTF-8
            (``article-encoding``).
    """
    from osintkp.reading.pages.texts import article as article_in
    from osintkp.reading.pages.texts import bcp47
    from osintkp.reading.reader import whole

    page = article_in(_letters(article), article.form)
    text = whole(page.text)
    if not text.strip():
        raise InvalidValueError("article-blank", "there is no text in it", None, "nothing has to be done")
    refuse_long(text, settings.limits)
    notes += (article.problem(_unused(key)) for key in article.odd)
    published = _when(article, "published", notes) or page.published or settings.published
    bare = Source(
        id=article.id, file=article.name, language=bcp47(article.language) or page.language,
        published=None if published is None else When.of(published), retrieved=_when(article, "retrieved", notes),
        title=_plain(article.title) or _plain(page.title), publisher=_plain(article.publisher),
        author=_plain(article.author), address=_plain(article.address),
    )  # fmt: skip
    return bare.attached(text)


def _letters(article: Article) -> str:
    r"""
    Return the letters of an article: of a file in a folder as UTF-8 alone, of what was collected by what it says.

    Example:
        >>> page = Article(id="a", content=b"\xeb\xe8", encoding="koi8-r", file="a.warc", record=1)
        >>> _letters(page) == "\u041a\u0425"
        True
    """
    from osintkp.reading.pages.texts import as_said, page_letters

    content = article.content
    if isinstance(content, str):
        return content
    if article.record is None and article.form != "html":
        return decoded(content, "article-encoding")
    if article.encoding is not None and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return as_said(content, article.encoding)
        except (LookupError, ValueError):
            pass  # the page may know better
    return page_letters(content)


def _unused(key: str) -> InvalidValueError:
    what, fix = "this is no text, or too long for what it tells, and was left out", "give a short text"
    return InvalidValueError("article-field", what, None, fix, field=key)


def _plain(words: str | None) -> str | None:
    """Return words as a coding can hold them; None where there are none."""
    from osintkp.reading.reader import whole

    return None if words is None else whole(words).strip()[:2000] or None


def _when(article: Article, name: str, notes: list[Problem]) -> When | None:
    said = getattr(article, name)
    found = None if said is None else day_of(said)
    if said is not None and found is None:
        what = "this is no date, and was left out"
        fault = InvalidValueError("article-date", what, said, "write it like 2024-06-19", field=name)
        notes.append(article.problem(fault))
    return found


def day_of(words: str) -> When | None:
    """
    Return the date that an archive means: in the notation of dates, or a timestamp, of which the day counts.

    Example:
        >>> [
        ...     str(day_of(words))
        ...     for words in ("2023-05", "2023-05-01T12:00:00Z", "Mon, 01 May 2023 09:00:00 GMT")
        ... ]
        ['2023-05', '2023-05-01', '2023-05-01']
        >>> day_of("last week") is None
        True
    """
    from email.utils import parsedate

    try:
        return When.parse(words.strip())
    except DateError:
        pass
    try:
        return When.point(date.fromisoformat(words.strip()[:10]))
    except ValueError:
        pass
    try:
        parts = parsedate(words[:100])
        return None if parts is None else When.point(date(*parts[:3]))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
