"""Texts that nobody has coded yet: found in folders, and drafted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.coding.faults import problem_of
from osintkp.coding.files import TEXTS, decoded, entries_of, read_bytes
from osintkp.coding.values import content
from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.evidence import ID_LETTERS, LONGEST_ID, Source
from osintkp.extras import Progress, shown
from osintkp.inert import printable
from osintkp.problems import Problem
from osintkp.vocabulary.letters import fold

HTML = ".html"
MARKDOWN = ".md"
LONGEST_NAME = 1000  # more of a name cannot be told in an id


@attrs.frozen(kw_only=True)
class Text:
    """
    A file with an article.

    Attributes:
        path: The file.
        name: Its name inside the folder that was named, with ``/`` between folders.
    """

    path: Path
    name: str

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
    paths: Iterable[Path], known: Claims, progress: Progress = False, published: When | None = None
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

    Raises:
        MissingExtraError: A bar is asked for and tqdm is not installed.
    """
    from osintkp.reading.reader import drafted

    problems: list[Problem] = []
    texts = list(dict.fromkeys(text for path in paths for text in _texts(path, problems)))
    hashes = {source.sha256 for source in known.sources}
    files = {source.file for source in known.sources if source.text is None}
    taken = {source.id.lower() for source in known.sources}
    claims: list[Claim] = []
    sources: list[Source] = []
    for text in shown(progress, texts):
        try:
            source = _source(text, taken, published)
        except InvalidValueError as error:
            problems.append(problem_of(((), error), text.path))
            continue
        if source.sha256 in hashes or text.name in files:
            continue
        taken.add(source.id.lower())
        hashes.add(source.sha256)
        found = drafted(source)
        claims += found
        sources += found.sources
    return Claims(claims, sources), tuple(problems)


def _texts(path: Path, problems: list[Problem]) -> Iterator[Text]:
    """Give the texts at a path, in order of the names; hidden files and linked folders are passed over."""
    if not path.is_dir():
        yield Text(path=path, name=path.name)
        return
    try:
        yield from _in_folder(path, path)
    except InvalidValueError as error:
        problems.append(problem_of(((), error), path))


def _in_folder(folder: Path, root: Path) -> Iterator[Text]:
    for entry in entries_of(folder):
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _in_folder(entry, root)
        elif is_text(entry) and not entry.is_dir():
            yield Text(path=entry, name=entry.relative_to(root).as_posix())


def _source(text: Text, taken: set[str], known: When | None) -> Source:
    """
    Return a text as a source; of a page of the web the text is what it says, and the page itself is no file of it.

    Raises:
        InvalidValueError: The file cannot be read, or holds no text.
    """
    from osintkp.reading.pages.texts import article, page_letters
    from osintkp.reading.reader import whole

    raw = read_bytes(text.path)
    own = _free(id_from(text.name.rpartition(".")[0]), taken)
    if text.path.suffix.lower() == HTML:
        page, file = article(page_letters(raw), "html"), None
    else:
        words = content(decoded(raw, "article-encoding"))
        page, file = article(words, "md" if text.path.suffix.lower() == MARKDOWN else "txt"), text.name
    published = known if page.published is None else When.parse(page.published)
    bare = Source(id=own, title=page.title, published=published, language=page.language, file=file)
    return bare.attached(whole(page.text))


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
