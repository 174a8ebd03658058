"""The files of an archive, in order: texts, JSON Lines and WARC, named or in folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import attrs

from osintkp.archives.articles import problem_at
from osintkp.coding.files import READ_ALL, bad_name, linked, listed
from osintkp.errors import InvalidValueError
from osintkp.file_access import Entry, FileAccess, FilePlace, open_regular
from osintkp.paths import is_folder, is_regular, is_there, resolved
from osintkp.problems import Problem

Kind = Literal["text", "lines", "warc"]
KINDS: dict[str, Kind] = {
    ".txt": "text", ".md": "text", ".html": "text", ".htm": "text",
    ".jsonl": "lines", ".ndjson": "lines", ".warc": "warc", ".wet": "warc",
}  # fmt: skip
PACKED = ".gz"


@attrs.frozen(kw_only=True)
class File:
    """
    A file of an archive.

    Attributes:
        place: Where it is.
        name: Its name inside the folder that was named, with ``/`` between folders.
        kind: What it holds.
        packed: Whether it is packed by gzip.
    """

    place: FilePlace
    name: str
    kind: Kind
    packed: bool

    @property
    def path(self) -> Path:
        """Return its whole path."""
        return self.place.path

    @property
    def stem(self) -> str:
        """Return the name without its endings."""
        name = self.name[: -len(PACKED)] if self.packed else self.name
        return name.rpartition(".")[0]


def file_at(place: FilePlace, name: str) -> File | None:
    """
    Return the file of an archive that a name stands for; None where it is none.

    Example:
        >>> found = file_at(FilePlace(root=Path("a/b.JSONL.gz")), "b.JSONL.gz")
        >>> found.kind, found.packed, found.stem
        ('lines', True, 'b')
        >>> file_at(FilePlace(root=Path("a.txt.gz")), "a.txt.gz") is None
        True
    """
    plain = name.lower().removesuffix(PACKED)
    packed = len(plain) < len(name)
    kind = KINDS.get(f".{plain.rpartition('.')[2]}") if "." in plain else None
    if kind is None or (packed and kind == "text"):
        return None
    return File(place=place, name=name, kind=kind, packed=packed)


def is_archive(path: Path) -> bool:
    """
    Tell whether a file holds many articles: a WARC archive, or JSON Lines that are no coding; or a folder has such a file.

    Example:
        >>> is_archive(Path("crawl.warc.gz")), is_archive(Path("a.txt"))
        (True, False)
    """
    if is_folder(path):
        return any(_holds_articles(each) for each in files([path]) if isinstance(each, File))
    file = file_at(FilePlace(root=path), path.name)
    return file is not None and _holds_articles(file)


def _holds_articles(file: File) -> bool:
    if file.kind != "lines" or file.packed or not is_regular(file.path):
        return file.kind != "text"
    try:
        with os.fdopen(open_regular(file.place, READ_ALL), "rb") as stream:
            return not is_coding(stream.read(1000))
    except (OSError, InvalidValueError):
        return False


def is_coding(line: bytes) -> bool:
    """Tell whether a first line of JSON opens a coding, and is no article."""
    return b"".join(line[:1000].split()).startswith((b'{"schema":"osintkp/', b'{"sealed":'))


def files(
    paths: Iterable[Path], apart: Path | None = None, access: FileAccess = READ_ALL
) -> Iterator[File | Problem]:
    """
    Give the files at some paths in the order of the names, folder by folder; one that is named twice comes once.

    Hidden files, and in folders those of other kinds, are passed over; links in folders are followed as the access says.

    Args:
        paths: The paths.
        apart: A folder that is not looked into, as what is written there is no part of the archive.
        access: What files may be read.
    """
    named: set[Path] = set()
    other = None if apart is None else resolved(apart)
    for path in paths:
        whole = resolved(path)
        if whole in named:
            continue
        named.add(whole)
        if is_folder(path):
            yield from _in_folder(FilePlace(root=path), other, access)
            continue
        found = file_at(FilePlace(root=path), path.name)
        wrong = _strange() if found is None else _irregular(path)
        if wrong is not None:
            yield problem_at(wrong, str(path))
        elif found is not None:
            yield found


def _in_folder(folder: FilePlace, apart: Path | None, access: FileAccess) -> Iterator[File | Problem]:
    if resolved(folder.path) == apart:
        return
    try:
        found = listed(folder, access.limits)
    except InvalidValueError as error:
        yield problem_at(error, str(folder.path))
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.kind == "folder":
            yield from _in_folder(entry.place, apart, access)
            continue
        file = file_at(entry.place, "/".join(entry.place.parts))
        wrong = _odd(entry, file, access)
        if wrong is not None:
            yield problem_at(wrong, str(entry.place.path))
        elif file is not None:
            yield file


def _odd(entry: Entry, file: File | None, access: FileAccess) -> InvalidValueError | None:
    """Return what is wrong with an entry of a folder that is not to be opened."""
    if entry.kind == "link" and (file is not None or is_folder(entry.place.path)):
        return linked(entry, access)
    if file is None:
        return None
    return _not_regular() if entry.kind == "other" else bad_name(entry)


def _irregular(path: Path) -> InvalidValueError | None:
    """Return what is wrong with a file that is not to be opened: a pipe would never end."""
    if is_regular(path):
        return None
    if is_there(path):
        return _not_regular()
    fix = "give the name of one that is there"
    return InvalidValueError("file-missing", "there is no such file", None, fix)


def _not_regular() -> InvalidValueError:
    return InvalidValueError("file-not-regular", "this is no regular file", None, "give the name of a file")


def _strange() -> InvalidValueError:
    fix = "give a folder, or a file that ends in .txt, .md, .html, .jsonl, .warc or .warc.gz"
    return InvalidValueError(
        "file-not-archive", "this is neither a folder nor an archive of articles", None, fix
    )
