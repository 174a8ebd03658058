"""Finding the text of a source: inline, by name beside the coding, or by hash."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath

from osintkp.coding.files import TEXTS, decoded, entries_of, read_bytes
from osintkp.errors import InvalidValueError
from osintkp.evidence import BYTE_ORDER_MARK, Source
from osintkp.writing import TEMPORARY


class Texts:
    """
    The folders where texts may lie; what is in them is hashed once, when a text is first looked for by its hash.

    Args:
        folder: A folder given by the caller; None for the coding's own folder alone.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._sizes: dict[Path, dict[Path, int]] = {}
        self._hashes: dict[Path, dict[str, Path]] = {}

    def attached(self, source: Source, beside: Path) -> Source:
        """
        Return the source with its text, if the text is at hand.

        Args:
            source: The source.
            beside: The folder of its coding.

        Raises:
            InvalidValueError: The file that the source names lies outside the folder, is no UTF-8, or is another text
                while no other file has the right one.
        """
        first: InvalidValueError | None = None
        for path in self._candidates(source, beside):
            try:
                return source.attached(decoded(read_bytes(path), "article-encoding"))
            except InvalidValueError as error:
                first = first or error
        if first is not None:
            raise first
        return source

    def _candidates(self, source: Source, beside: Path) -> Iterator[Path]:
        folders = [beside] if self._folder is None else [self._folder, beside]
        name = source.file if source.file is not None or source.sha256 is None else f"{source.id}.txt"
        if name is not None:
            named = (inside(folder, name) for folder in folders)
            yield from (path for path in named if os.path.lexists(path))
        if source.sha256 is not None:
            found = (self._hashed(folder, source.length or 0).get(source.sha256) for folder in folders)
            yield from (path for path in found if path is not None)

    def _hashed(self, folder: Path, length: int) -> dict[str, Path]:
        """Return the texts of a folder by their hashes; nothing is hashed where all are too short to be the one."""
        if folder not in self._sizes:
            self._sizes[folder] = _sizes(folder)
        if max(self._sizes[folder].values(), default=-1) < length:
            return {}
        if folder not in self._hashes:
            self._hashes[folder] = {digest: path for path in self._sizes[folder] for digest in _digests(path)}
        return self._hashes[folder]


def _sizes(folder: Path) -> dict[Path, int]:
    sizes: dict[Path, int] = {}
    for path in entries_of(folder) if folder.is_dir() else []:
        if path.suffix.lower() in TEXTS or path.name.startswith(TEMPORARY):  # a save may have been cut off
            with suppress(OSError):  # nobody named this file: it only happens to lie there
                sizes[path] = path.stat().st_size
    return sizes


def _digests(path: Path) -> tuple[str, ...]:
    """Return the hash of a file with and without a byte order mark; none of one that cannot be read."""
    from hashlib import sha256

    try:
        raw = read_bytes(path)
    except InvalidValueError:
        return ()
    return sha256(raw).hexdigest(), sha256(raw.removeprefix(BYTE_ORDER_MARK)).hexdigest()


def inside(folder: Path, name: str) -> Path:
    """
    Return the path of a named file in a folder.

    Raises:
        InvalidValueError: The name leads out of the folder, or the file is a link that does (``path-outside``).
    """
    parts = PurePosixPath(name).parts
    odd = not parts or ".." in parts or "\\" in name or "\0" in name or PureWindowsPath(name).anchor
    if odd or not _leads_into(folder, name):
        fix = "name a file beside the coding, like 's1.txt'"
        raise InvalidValueError("path-outside", "the text lies outside the coding's folder", name, fix)
    return folder / name


def _leads_into(folder: Path, name: str) -> bool:
    try:
        return (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link leads to itself
        return False
