"""The files of an archive, in order: texts, JSON Lines and WARC, named or in folders."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import attrs

from osintkp.archives.articles import problem_at
from osintkp.errors import InvalidValueError
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
        path: Where it is.
        name: Its name inside the folder that was named, with ``/`` between folders.
        kind: What it holds.
        packed: Whether it is packed by gzip.
    """

    path: Path
    name: str
    kind: Kind
    packed: bool

    @property
    def stem(self) -> str:
        """Return the name without its endings."""
        name = self.name[: -len(PACKED)] if self.packed else self.name
        return name.rpartition(".")[0]


def file_at(path: Path, name: str) -> File | None:
    """
    Return the file of an archive that a name stands for; None where it is none.

    Example:
        >>> file_at(Path("a/b.JSONL.gz"), "b.JSONL.gz")
        File(path=PosixPath('a/b.JSONL.gz'), name='b.JSONL.gz', kind='lines', packed=True)
        >>> file_at(Path("a.txt.gz"), "a.txt.gz") is file_at(Path("a.toml"), "a.toml") is None
        True
    """
    plain = name.lower().removesuffix(PACKED)
    packed = len(plain) < len(name)
    kind = KINDS.get(f".{plain.rpartition('.')[2]}") if "." in plain else None
    if kind is None or (packed and kind == "text"):
        return None
    return File(path=path, name=name, kind=kind, packed=packed)


def is_archive(path: Path) -> bool:
    """
    Tell whether a file holds many articles: a WARC archive, or JSON Lines that are no coding; or a folder has such a file.

    Example:
        >>> is_archive(Path("crawl.warc.gz")), is_archive(Path("a.txt"))
        (True, False)
    """
    if path.is_dir():
        return any(is_archive(each.path) for each in files([path]) if isinstance(each, File))
    file = file_at(path, path.name)
    if file is None or file.kind != "lines" or file.packed or not path.is_file():
        return file is not None and file.kind != "text"
    try:
        with path.open("rb") as stream:
            return not is_coding(stream.read(1000))
    except OSError:
        return False


def is_coding(line: bytes) -> bool:
    """Tell whether a first line of JSON opens a coding, and is no article."""
    return b"".join(line[:1000].split()).startswith(b'{"schema":"osintkp/')


def files(paths: Iterable[Path], apart: Path | None = None) -> Iterator[File | Problem]:
    """
    Give the files at some paths in the order of the names, folder by folder; one that is named twice comes once.

    Hidden files, and in folders those of other kinds, are passed over; links to folders are not followed.

    Args:
        paths: The paths.
        apart: A folder that is not looked into, as what is written there is no part of the archive.
    """
    named: set[Path] = set()
    other = None if apart is None else apart.resolve()
    for path in paths:
        try:
            whole = path.resolve()
            is_folder = path.is_dir()
        except (OSError, ValueError):
            whole, is_folder = path, False
        if whole in named:
            continue
        named.add(whole)
        if is_folder:
            yield from _in_folder(path, "", other)
            continue
        found = file_at(path, path.name)
        wrong = _strange() if found is None else _irregular(path)
        if wrong is not None:
            yield problem_at(wrong, str(path))
        elif found is not None:
            yield found


def _in_folder(folder: Path, within: str, apart: Path | None) -> Iterator[File | Problem]:
    if folder.resolve() == apart:
        return
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError as error:
        what = f"this cannot be read: {error.strerror}"
        yield problem_at(InvalidValueError("file-unreadable", what, None, "see its rights"), str(folder))
        return
    for name in names:
        path = folder / name
        if name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _in_folder(path, f"{within}{name}/", apart)
                continue
            fault = InvalidValueError(
                "file-link", "a link to a folder is not followed", None, "give the folder itself"
            )
            yield problem_at(fault, str(path))
        elif (found := file_at(path, f"{within}{name}")) is not None:
            wrong = _irregular(path)
            yield found if wrong is None else problem_at(wrong, str(path))


def _irregular(path: Path) -> InvalidValueError | None:
    """Return what is wrong with a file that is not to be opened: a pipe would never end."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return InvalidValueError(
            "file-missing", "there is no such file", None, "give the name of one that is there"
        )
    if stat.S_ISREG(mode):
        return None
    return InvalidValueError("file-not-regular", "this is no regular file", None, "give the name of a file")


def _strange() -> InvalidValueError:
    fix = "give a folder, or a file that ends in .txt, .md, .html, .jsonl, .warc or .warc.gz"
    return InvalidValueError(
        "file-not-archive", "this is neither a folder nor an archive of articles", None, fix
    )
