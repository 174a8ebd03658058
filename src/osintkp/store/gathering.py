"""Gathering: a store from codings that need not fit memory, file by file through the door of every load."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from osintkp.claim import Claim
from osintkp.coding.documents import Document, ReadLine, documents
from osintkp.coding.faults import StructureError, problem_of
from osintkp.coding.loading import Loader, leads_nowhere, rewrites_nothing, taken
from osintkp.coding.making import made_source
from osintkp.coding.places import Where
from osintkp.coding.saved import Saved, restless
from osintkp.file_access import FileAccess, Links
from osintkp.paths import named, path_of, resolved
from osintkp.pausing import collection_paused
from osintkp.problems import CodingError, Problem, errors_in
from osintkp.resource_limits import DEFAULT, ResourceLimits
from osintkp.store.decoding import restored
from osintkp.store.layout import LINKS, SOURCES
from osintkp.store.opened import connected, readable
from osintkp.store.spooling import CLAIMS, Spool
from osintkp.store.writing import Scratch, begun, finish
from osintkp.typed import guarded

AT_ONCE = 20_000
TABLES = (
    "PRAGMA synchronous = OFF",
    "PRAGMA journal_mode = OFF",
    "CREATE TABLE ids (small TEXT PRIMARY KEY, id TEXT, file TEXT, line INTEGER) WITHOUT ROWID",
    "CREATE TABLE links (number INTEGER PRIMARY KEY, file TEXT, line INTEGER)",
)
REWRITES_NOTHING = """
    SELECT source.id, source.derived_from FROM sources AS source
    WHERE derived_from IS NOT NULL AND derived_from NOT IN (SELECT id FROM sources)
    ORDER BY source.number
"""
LEADS_NOWHERE = """
    SELECT claim.number, claim.source, claim.coded, claim.met, list(link.claim), list(source.id IS NOT NULL)
    FROM links AS link
    ANTI JOIN claims AS other ON link.claim = other.id
    JOIN claims AS claim ON claim.number = link.number
    LEFT JOIN sources AS source ON source.id = split_part(link.claim, '/', 1)
    GROUP BY ALL ORDER BY claim.number
"""
PathText = str | os.PathLike[str]


@guarded
def gather(
    paths: PathText | Iterable[PathText], folder: PathText, *, lenient: bool = False, texts: PathText | None = None,
    limits: ResourceLimits = DEFAULT, follow_links: Links | None = None,
) -> tuple[Problem, ...]:  # fmt: skip
    """
    Write a store from codings, and return what could not be taken as it was written.

    The store is the one that ``osintkp.load(paths).to_parquet(folder)`` writes, and the problems are those of that load;
    but never more than some ten thousand claims are in memory, and the problems.

    Args:
        paths: Folders, ``.toml``, ``.json`` or ``.jsonl`` files.
        folder: Where the store shall be; a store that lies there is replaced.
        lenient: Take what is sound and return the rest, instead of raising.
        texts: A folder with texts, found by name or by sha256; None looks beside each coding alone.
        limits: How much is taken in, as for :func:`osintkp.load`.
        follow_links: As for :func:`osintkp.load`.

    Raises:
        CodingError: Something is unsound and ``lenient`` is not set; nothing is written.
        InvalidValueError: The folder holds something else (``folder-taken``), or no system has a file of such a name
            (``path-bad``).
        MissingExtraError: duckdb or pyarrow is not installed.
        WritingError: A file could not be written; it says whether the store is in place.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> import osintkp
        >>> with TemporaryDirectory() as folder:
        ...     osintkp.load_seeds().save(f"{folder}/seeds.jsonl")
        ...     problems = gather(f"{folder}/seeds.jsonl", f"{folder}/store")
        ...     sorted(path.name for path in Path(folder, "store").iterdir())
        ['claims', 'links.parquet', 'osintkp.json', 'sources.parquet']
    """
    codings, target, beside = named([paths]), path_of(folder), None if texts is None else path_of(texts)
    access = FileAccess(limits=limits, follow_links=follow_links)
    with begun(target) as scratch, Places(scratch.spool / "places") as places:
        with Spool(scratch.spool) as spool:
            gathering = Gathering(spool, places, beside, access)
            gathering.take(codings)
        problems = (*gathering.problems, *_followed(scratch, places, gathering.problems))
        errors = errors_in(problems)
        if errors and not lenient:
            raise CodingError(errors, limits.problems_printed)
        finish(spool, scratch)
    return problems


class Places:
    """Where sources and claims stand in the codings, as far as it may be asked for; in a file, not in memory."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(path, isolation_level=None)
        try:
            for command in TABLES:
                self._file.execute(command)
        except sqlite3.Error:
            self._file.close()
            raise

    def knows(self, name: str) -> bool:
        """Tell whether a source has an id, be it in other capitals."""
        return self._file.execute("SELECT 1 FROM ids WHERE small = ?", [name.lower()]).fetchone() is not None

    def source(self, name: str) -> tuple[str, str, int | None]:
        """Return the id, file and line of a source."""
        query = "SELECT id, file, line FROM ids WHERE small = ?"
        found: tuple[str, str, int | None] = self._file.execute(query, [name.lower()]).fetchone()
        return found

    def claim(self, number: int) -> tuple[str, int | None]:
        """Return the file and line of a claim that has links."""
        query = "SELECT file, line FROM links WHERE number = ?"
        found: tuple[str, int | None] = self._file.execute(query, [number]).fetchone()
        return found

    def take_source(self, name: str, where: Where) -> None:
        """Note where a source stands."""
        row = [name.lower(), name, str(where[0]), where[1]]
        self._file.execute("INSERT INTO ids VALUES (?, ?, ?, ?)", row)

    def take_claim(self, number: int, where: Where) -> None:
        """Note where a claim stands that has links."""
        self._file.execute("INSERT INTO links VALUES (?, ?, ?)", [number, str(where[0]), where[1]])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self._file.close()


class Gathering:
    """
    Takes codings file by file, and spools what is sound.

    Attributes:
        problems: What was not sound, or not read as written, but for links that lead nowhere.
    """

    def __init__(self, spool: Spool, places: Places, texts: Path | None, access: FileAccess) -> None:
        self._spool, self._places, self._texts, self._access = spool, places, texts, access
        self._loader = Loader(texts, access)
        self._where: dict[str, Where] = {}
        self.problems = self._loader.problems

    def take(self, paths: Iterable[Path]) -> None:
        """Take the codings at some paths; a file that is named twice is read once."""
        seen: set[Path] = set()
        saved = Saved(self._access)
        for path in paths:
            for file in saved.files(path, self.problems):
                if (own := resolved(file.path)) not in seen:
                    seen.add(own)
                    with collection_paused():
                        for document in documents(
                            file, self.problems, self._opening, self._access, saved.read
                        ):
                            self._document(document)
        if saved.mixed(self.problems):
            self.problems.append(problem_of(((), restless()), path))
        self._put()

    def _opening(self, document: Document) -> ReadLine | None:
        return self._loader.opening(document)

    def _document(self, document: Document) -> None:
        where = (document.file, document.line)
        name = _id_of(document)
        if name is not None and self._places.knows(name) and _is_sound(document.head):
            fault = ("source", "id"), taken(name, *self._places.source(name))
            lost = len(document.claims)
            self.problems.append(problem_of(fault, where[0], line=where[1], lost=lost))
            return
        met, sources = len(self.problems), len(self._loader.sources)
        self._loader.add(document)
        if len(self._loader.sources) > sources:
            source = next(reversed(self._loader.sources))
            self._where[source] = where
            self._note_links(source, document, self.problems[met:])
        if len(self._loader.claims) + len(self._loader.sources) >= AT_ONCE:
            self._put()

    def _note_links(self, source: str, document: Document, problems: list[Problem]) -> None:
        """Note where the claims with links stand; of several with one id, the first in which there was no error."""
        refused = {(each.claim, each.line) for each in errors_in(problems)}
        for line, data in document.claims:
            linking = isinstance(data, dict) and data.get("links")
            if linking or (isinstance(data, Claim) and data.links):
                name = data.id if isinstance(data, Claim) else f"{source}/{data.get('id')}"
                if (name, line) not in refused:
                    self._where.setdefault(name, (document.file, line))

    def _put(self) -> None:
        """Spool what was loaded, and forget it."""
        loader = self._loader
        for source in loader.sources.values():
            self._places.take_source(source.id, self._where[source.id])
            self._spool.add_source(source)
        for claim in loader.claims.values():
            if claim.links:
                self._places.take_claim(self._spool.claims.count, self._where[claim.id])
            self._spool.add_claim(claim, loader.sources[claim.source])
        self._loader = Loader(self._texts, self._access)
        self._loader.problems = self.problems
        self._where = {}


def _id_of(document: Document) -> str | None:
    source = document.head.get("source")
    name = source.get("id") if isinstance(source, dict) else None
    return name if isinstance(name, str) else None


def _is_sound(head: Mapping[str, Any]) -> bool:
    """Tell whether a source is left of the head of a coding; if none is, the loader says why."""
    try:
        made_source(head)
    except StructureError:
        return False
    return True


def _followed(scratch: Scratch, places: Places, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give a problem for each link that leads to nothing that was spooled, as a load does at its end."""
    left_out = {each.claim for each in errors_in(problems) if each.claim}
    with connected(memory=None, scratch=scratch.spool) as connection:
        for name, file in (("claims", CLAIMS), ("sources", SOURCES), ("links", LINKS)):
            readable(connection, name, [scratch.spool / file])
        for source, other in _asked(connection, REWRITES_NOTHING):
            _, file, line = places.source(source)
            yield problem_of(rewrites_nothing(other), file, line=line)
        for number, source, coded, met, targets, here in _asked(connection, LEADS_NOWHERE):
            claim, with_source = restored(source, coded, met), dict(zip(targets, here, strict=True))
            file, line = places.claim(number)
            for index, link in enumerate(claim.links):
                if link.claim in with_source and link.claim not in left_out:
                    fault = leads_nowhere(index, link.claim, its_source_is_here=with_source[link.claim])
                    yield problem_of(fault, file, line=line, claim=claim.id)


def _asked(connection: Any, query: str) -> Iterator[tuple[Any, ...]]:
    found = connection.cursor().execute(query)
    while rows := found.fetchmany(AT_ONCE):
        yield from rows
