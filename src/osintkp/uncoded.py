"""Texts that nobody has coded yet: found in folders, and drafted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.coding.faults import problem_of
from osintkp.coding.files import READ_ALL, TEXTS, bad_name, decoded, is_hidden, linked, read_article, walked
from osintkp.coding.texts import digests
from osintkp.coding.values import content
from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.evidence import BYTE_ORDER_MARK, ID_LETTERS, LONGEST_ID, Source
from osintkp.extras import Progress, shown
from osintkp.file_access import Entry, FileAccess, FilePlace
from osintkp.inert import printable
from osintkp.paths import is_folder
from osintkp.problems import Problem
from osintkp.resource_limits import ResourceLimits
from osintkp.vocabulary.letters import fold

HTML = ".html"
MARKDOWN = ".md"
LONGEST_NAME = 1000  # more of a name cannot be told in an id


@attrs.frozen(kw_only=True)
class Text:
    """
    A file with an article.

    Attributes:
        place: The file.
        name: Its name inside the folder that was named, with ``/`` between folders.
    """

    place: FilePlace
    name: str

    @property
    def path(self) -> Path:
        """Return the whole path."""
        return self.place.path

    def __str__(self) -> str:
        return printable(self.name)


def is_text(path: Path) -> bool:
    """
    Tell whether a file is one of those that texts come in.

    Example:
        >>> is_text(Path("a.MD")), is_text(Path("a.toml"))
        (True, False)
    """
    return path.suffix.lower() in TEXTS


def drafted_texts(
    paths: Iterable[Path],
    known: Claims,
    progress: Progress = False,
    published: When | None = None,
    access: FileAccess = READ_ALL,
) -> tuple[Claims, tuple[Problem, ...]]:
    """
    Return what the reader drafts from the texts at some paths that are not among the sources known already.

    A text is known by its hash, or where a source without a text names it as its file.

    Args:
        paths: Texts, or folders of them.
        known: Claims that were loaded, with their sources.
        progress: Whether to show a bar, which needs tqdm; or a function that is given the texts and gives each in turn,
            like ``tqdm`` itself.
        published: When those texts were published that do not say so themselves; None leaves it open.
        access: What files may be read, and how much of them.

    Raises:
        MissingExtraError: A bar is asked for and tqdm is not installed.
    """
    from osintkp.reading.reader import drafted

    problems: list[Problem] = []
    texts = list(dict.fromkeys(text for path in paths for text in _texts(path, problems, access)))
    hashes = {source.sha256 for source in known.sources}
    files = {source.file for source in known.sources if source.text is None}
    taken = {source.id.lower() for source in known.sources}
    claims: list[Claim] = []
    sources: list[Source] = []
    for text in shown(progress, texts):
        try:
            source = _source(text, taken, published, access)
        except InvalidValueError as error:
            problems.append(problem_of(((), error), text.path))
            continue
        if not hashes.isdisjoint(_hashes(source)) or text.name in files:
            continue
        taken.add(source.id.lower())
        hashes.add(source.sha256)
        found = drafted(source)
        claims += found
        sources += found.sources
    return Claims(claims, sources), tuple(problems)


def _texts(path: Path, problems: list[Problem], access: FileAccess) -> Iterator[Text]:
    """Give the texts at a path, in order of the names; hidden files are passed over, links told."""
    if not is_folder(path):
        yield Text(place=FilePlace(root=path), name=path.name)
        return
    for entry in walked(FilePlace(root=path), problems, access.limits):
        if is_hidden(entry) or not is_text(Path(entry.name)):
            continue
        fault = _odd(entry, access)
        if fault is None:
            yield Text(place=entry.place, name="/".join(entry.place.parts))
        else:
            problems.append(problem_of(((), fault), entry.place.path))


def _odd(entry: Entry, access: FileAccess) -> InvalidValueError | None:
    """Return what is wrong with the file of a text before it is opened."""
    return bad_name(entry) or (linked(entry, access) if entry.kind == "link" else None)


def _hashes(source: Source) -> set[str]:
    """Return the hashes by which the text of a source may be known: with a byte order mark and without."""
    return set(digests(BYTE_ORDER_MARK + (source.text or "").encode()))


def refuse_long(text: str, limits: ResourceLimits) -> None:
    """
    Refuse a text that is too long to draft claims from.

    Raises:
        InvalidValueError: It is (``article-size``).
    """
    if len(text) > limits.article_characters:
        what, fix = "the article is too long", limits.room("article_characters")
        raise InvalidValueError("article-size", what, f"{len(text):,} characters", fix)


def _source(text: Text, taken: set[str], known: When | None, access: FileAccess) -> Source:
    """
    Return a text as a source; of a page of the web the text is what it says, and the page itself is no file of it.

    Raises:
        InvalidValueError: The file cannot be read, or holds no text.
    """
    from osintkp.reading.pages.texts import article, page_letters
    from osintkp.reading.reader import whole

    raw = read_article(text.place, access)
    own = _free(id_from(text.name.rpartition(".")[0]), taken)
    words = None
    if text.path.suffix.lower() == HTML:
        page, file = article(page_letters(raw), "html"), None
    else:
        words = content(decoded(raw, "article-encoding"))
        page, file = article(words, "md" if text.path.suffix.lower() == MARKDOWN else "txt"), text.name
    published = known if page.published is None else When.parse(page.published)
    bare = Source(id=own, title=page.title, published=published, language=page.language, file=file)
    found = whole(page.text)
    refuse_long(found, access.limits)
    return bare.attached(found, marked=found == words and raw.startswith(BYTE_ORDER_MARK))


def id_from(name: str) -> str:
    """
    Return the id that a text gets from its name, or from the name that an archive has for it.

    Example:
        >>> id_from("2023/Pokój w Sudanie"), id_from("../../")
        ('2023-pokoj-w-sudanie', 'text')
    """
    begin = name[:LONGEST_NAME]
    stem = begin if begin.isascii() else fold(begin)
    own = "".join(letter if letter in ID_LETTERS else "-" for letter in stem)
    return own.strip("-._")[: LONGEST_ID - 10] or "text"


def _free(name: str, taken: set[str]) -> str:
    number = 1
    found = name
    while found.lower() in taken:
        number += 1
        found = f"{name}-{number}"
    return found
