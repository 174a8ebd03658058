"""Walking through an archive: every article of every file, one at a time."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from osintkp.archives.articles import Article, Form, problem_at
from osintkp.archives.files import File, files
from osintkp.archives.lines import lines
from osintkp.archives.naming import Names
from osintkp.archives.warc import records
from osintkp.coding.files import READ_ALL, read_article
from osintkp.errors import InvalidValueError
from osintkp.file_access import FileAccess, open_regular
from osintkp.problems import Problem

FORMS: dict[str, Form] = {"txt": "txt", "md": "md", "html": "html", "htm": "html"}


class Walk:
    """
    Gives the articles of an archive in order, and tells how far it has come.

    Args:
        paths: Folders, texts, JSON Lines and WARC archives.
        apart: A folder that is no part of it.
        access: What files may be read, and how much of them.
    """

    def __init__(
        self, paths: Iterable[Path], apart: Path | None = None, access: FileAccess = READ_ALL
    ) -> None:
        self._paths, self._apart, self._access = tuple(paths), apart, access
        self._names = Names()
        self._open: BinaryIO | None = None
        self._behind = 0

    @property
    def passed(self) -> int:
        """Return how many bytes of the files lie behind."""
        return self._behind + (0 if self._open is None else self._open.tell())

    def size(self) -> int:
        """Return how many bytes the files have."""
        return sum(_size(file.path) for file in self._files() if isinstance(file, File))

    def _files(self) -> Iterator[File | Problem]:
        return files(self._paths, self._apart, self._access)

    def entries(self) -> Iterator[Article | Problem]:
        """
        Give every article, and a problem for all that is none.

        Raises:
            MissingExtraError: There is a WARC archive, and warcio is not installed.
        """
        for file in self._files():
            if isinstance(file, Problem):
                yield file
                continue
            try:
                yield from self._text(file) if file.kind == "text" else self._stream(file)
            except InvalidValueError as error:
                yield problem_at(error, str(file.path))
            self._behind += _size(file.path)

    def _text(self, file: File) -> Iterator[Article]:
        raw = read_article(file.place, self._access)
        form = FORMS[file.name.lower().rpartition(".")[2]]
        name = None if form == "html" else file.name
        yield Article(id=self._names.given(file.stem), content=raw, form=form, file=str(file.path), name=name)

    def _stream(self, file: File) -> Iterator[Article | Problem]:
        limits = self._access.limits
        with os.fdopen(open_regular(file.place, self._access), "rb") as stream:
            self._open = stream
            try:
                if file.kind == "warc":
                    yield from records(stream, file, self._names, limits)
                elif file.packed:
                    unpacked = cast("BinaryIO", gzip.GzipFile(fileobj=stream))
                    yield from lines(unpacked, file, self._names, limits)
                else:
                    yield from lines(stream, file, self._names, limits)
            finally:
                self._open = None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
