"""Finding the text of a source: inline, by name beside the coding, or by hash."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PureWindowsPath
from unicodedata import normalize

from osintkp.coding.files import CODINGS, HASHES, READ_ALL, TEXTS, decoded, read_article
from osintkp.errors import InvalidValueError
from osintkp.evidence import BYTE_ORDER_MARK, Source
from osintkp.file_access import FileAccess, FilePlace, entries
from osintkp.paths import is_folder, resolved
from osintkp.resource_limits import DEFAULT, ResourceLimits
from osintkp.writing import TEMPORARY


class Texts:
    """
    The folders where texts may lie; what is in them is hashed once, when a text is first looked for by its hash.

    Args:
        folder: A folder given by the caller; None for the coding's own folder alone.
        access: What files may be read.
        told: Whether a text that nobody can have meant to leave out is told where it is missing.
    """

    def __init__(
        self, folder: Path | None = None, access: FileAccess = READ_ALL, *, told: bool = True
    ) -> None:
        self._folder = None if folder is None else FilePlace(root=folder)
        self._asked_for = folder is not None and is_folder(folder)
        self._told = told
        self._access = access
        self._sizes: dict[FilePlace, dict[FilePlace, int]] = {}
        self._longest: dict[FilePlace, int] = {}
        self._hashes: dict[FilePlace, dict[str, FilePlace]] = {}
        self._names: dict[FilePlace, dict[str, str]] = {}

    def attached(self, source: Source, beside: FilePlace) -> Source:
        """
        Return the source with its text, if the text is at hand.

        Codings are shared where their articles cannot be, with a hash by which each is known where it turns up. So a text that
        is not there is told only where that is no plan: the caller gave a folder of texts, or there is no hash.

        Args:
            source: The source.
            beside: The folder of its coding.

        Raises:
            InvalidValueError: The file that the source names lies outside the folder, is no UTF-8, or is another text
                while no other file has the right one; or it is missing (``article-missing``).
        """
        first: InvalidValueError | None = None
        for place in self._candidates(source, beside):
            try:
                return _with_text(source, read_article(place, self._access))
            except InvalidValueError as error:
                if first is None or first.code == "article-missing":
                    first = error
        if first is not None and first.code != "article-missing":
            raise first
        if self._misses(source):
            fix = self._like(source, beside) or "put it beside the coding, or into the folder of texts"
            raise InvalidValueError("article-missing", "the text is not at hand", source.file, fix)
        return source

    def _misses(self, source: Source) -> bool:
        """Tell whether a text that is not there ought to be."""
        if source.file is None and source.sha256 is None:
            return False
        return self._asked_for or (self._told and self._folder is None and source.sha256 is None)

    def _like(self, source: Source, beside: FilePlace) -> str | None:
        """Return the advice for a name that differs from one that is there in capitals or in how an accent is written."""
        *way, name = (source.file or "").split("/")
        folder = FilePlace(root=beside.root, parts=(*beside.parts, *way))
        if folder not in self._names:
            self._names[folder] = _names_in(folder)
        there = self._names[folder].get(folded(name))
        return None if there in (None, name) else f"a file {there!r} is there; write its name as it is"

    def _candidates(self, source: Source, beside: FilePlace) -> Iterator[FilePlace]:
        folders = [beside] if self._folder is None else [self._folder, beside]
        if source.file is not None or source.sha256 is not None:
            name = text_name(source)
            parts_of(name, self._access.limits)
            yield from (folder.below(name) for folder in folders)
        if source.sha256 is not None:
            found = (self._hashed(folder, source.length or 0).get(source.sha256) for folder in folders)
            yield from (place for place in found if place is not None)

    def _hashed(self, folder: FilePlace, length: int) -> dict[str, FilePlace]:
        """Return the texts of a folder by their hashes; nothing is hashed where all are too short to be the one."""
        if folder not in self._sizes:
            self._sizes[folder] = self._texts_in(folder)
            self._longest[folder] = max(self._sizes[folder].values(), default=-1)
        if self._longest[folder] < length:
            return {}
        if folder not in self._hashes:
            known = self._hashes[folder] = {}
            for place in self._sizes[folder]:
                known |= dict.fromkeys(self._digests(place), place)
        return self._hashes[folder]

    def _texts_in(self, folder: FilePlace) -> dict[FilePlace, int]:
        """Return the texts of a folder with their sizes; nobody named them, so what is odd among them is passed over."""
        sizes: dict[FilePlace, int] = {}
        kinds = ("file", "link") if self._access.follow_links else ("file",)
        for entry in entries(folder) if is_folder(folder.path) else []:
            left = entry.name.startswith(TEMPORARY)  # a save may have been cut off
            if entry.kind in kinds and (left or Path(entry.name).suffix.lower() in TEXTS):
                with suppress(OSError):
                    sizes[entry.place] = entry.place.path.stat().st_size
        return sizes

    def _digests(self, place: FilePlace) -> tuple[str, ...]:
        """Return the hash of a file with and without a byte order mark; none of one that cannot be read."""
        try:
            return digests(read_article(place, self._access))
        except InvalidValueError:
            return ()


def _names_in(folder: FilePlace) -> dict[str, str]:
    try:
        return {folded(entry.name): entry.name for entry in entries(folder) if entry.kind == "file"}
    except InvalidValueError:
        return {}


def folded(name: str) -> str:
    """Return a name as it is on a system that knows neither capitals nor two ways to write an accent."""
    return normalize("NFC", name).casefold()


def _with_text(source: Source, raw: bytes) -> Source:
    """Return a source with its text; one without a hash gets that of the bytes as they were collected."""
    return source.attached(decoded(raw, "article-encoding"), marked=raw.startswith(BYTE_ORDER_MARK))


def text_name(source: Source) -> str:
    """
    Return the name of the file with a source's text, beside its coding: the one that it names, or else the one of its id.

    Example:
        >>> text_name(Source(id="wire")), text_name(Source(id="wire", file="texts/1.md"))
        ('wire.txt', 'texts/1.md')
    """
    return f"{source.id}.txt" if source.file is None else source.file


def digests(raw: bytes) -> tuple[str, str]:
    r"""
    Return the sha256 by which the file of a text may be known: as it is, and without a byte order mark.

    Example:
        >>> [digest[:8] for digest in digests(b"\xef\xbb\xbfwords")]
        ['2c1fa7d5', 'dba36bff']
    """
    return sha256(raw).hexdigest(), sha256(raw.removeprefix(BYTE_ORDER_MARK)).hexdigest()


def parts_of(name: str, limits: ResourceLimits = DEFAULT) -> tuple[str, ...]:
    """
    Return the names on the way to a text from the folder of its coding.

    Args:
        name: The name of the text, with ``/`` between folders.
        limits: How long it may be.

    Raises:
        InvalidValueError: It leads out of the folder (``path-outside``), or is no plain name on every system (``path-bad``).

    Example:
        >>> parts_of("texts/s1.txt")
        ('texts', 's1.txt')
    """
    parts = tuple(name.split("/"))
    fix = "name a file beside the coding, like 's1.txt'"
    if len(name) > limits.name_characters:
        raise InvalidValueError("path-bad", "the name is too long", name, limits.room("name_characters"))
    if ".." in parts or (not parts[0] and any(parts)):
        raise InvalidValueError("path-outside", "the text lies outside the coding's folder", name, fix)
    if {"", "."} & {*parts} or "\\" in name or "\0" in name or PureWindowsPath(name).anchor:
        raise InvalidValueError("path-bad", "this is no plain name of a file", name, fix)
    return parts


def text_path(folder: Path, name: str) -> Path:
    """
    Return the path of a named file in a folder, to write it there.

    Raises:
        InvalidValueError: As for :func:`parts_of`, or the file is a link that leads out of the folder (``path-outside``).
    """
    path = folder.joinpath(*parts_of(name))
    if not resolved(path).is_relative_to(resolved(folder)):
        fix = "name a file beside the coding, like 's1.txt'"
        raise InvalidValueError("path-outside", "the text lies outside the coding's folder", name, fix)
    return path


def refuse_name(name: str) -> None:
    """
    Refuse to write a text to a file that is hidden, or that would be read as a coding or a list of hashes.

    Raises:
        InvalidValueError: It has such a name (``path-bad``).
    """
    parts = name.split("/")
    if any(part.startswith(".") or Path(part).suffix.lower() in (*CODINGS, HASHES) for part in parts):
        what, fix = (
            "no text is written to a hidden file, or to one named like a coding",
            "name it like 's1.txt'",
        )
        raise InvalidValueError("path-bad", what, name, fix)
