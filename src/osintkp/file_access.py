"""
Files below a folder that somebody named: opened one part of the path at a time, no link followed, read within a limit.

Between a look at a path and its opening anybody may put a link there. So nothing is looked at first: every part is opened as
what it has to be, and what was opened is looked at. Where the system cannot open a file below an open folder, as on Windows,
each part is looked at, then the file is opened, and it has to be the one that was looked at; a link that is put in between for
a part above the file would be followed there.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path
from typing import Literal

import attrs

from osintkp.errors import InvalidValueError
from osintkp.resource_limits import DEFAULT, ResourceLimits

Links = Literal["inside"]
Kind = Literal["file", "folder", "link", "other"]
READING = os.O_RDONLY
for _flag in ("O_CLOEXEC", "O_NONBLOCK", "O_NOCTTY", "O_BINARY", "O_NOINHERIT"):
    READING |= getattr(os, _flag, 0)
NO_LINK = getattr(os, "O_NOFOLLOW", 0)
FOLDER = getattr(os, "O_DIRECTORY", 0)
WAY = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_CLOEXEC", 0) | FOLDER
BELOW = bool(NO_LINK and FOLDER) and os.open in os.supports_dir_fd and os.scandir in os.supports_fd
REPARSE_POINT = 0x400
PIECE = 1024 * 1024


@attrs.frozen(kw_only=True)
class FileAccess:
    """
    What files may be read, and how much of them.

    Attributes:
        limits: How much is taken in.
        follow_links: ``inside`` to follow links below the folder that was named, as long as they stay in it; None to follow
            none. The folder itself, and a file that is named itself, may be or lie behind a link: whoever names it chose it.
    """

    limits: ResourceLimits = DEFAULT
    follow_links: Links | None = None

    def __attrs_post_init__(self) -> None:
        if self.follow_links not in (None, "inside"):
            what, fix = (
                "links are followed in no such way",
                'give follow_links="inside", or None to follow none',
            )
            raise InvalidValueError("unknown-word", what, self.follow_links, fix, field="follow_links")


@attrs.frozen(kw_only=True)
class FilePlace:
    """
    Where a file lies.

    Attributes:
        root: The folder that was named, or the file itself where that was.
        parts: The names on the way from the root to the file; none where the file itself was named.
    """

    root: Path
    parts: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        """Return the whole path."""
        return self.root.joinpath(*self.parts)

    @property
    def folder(self) -> FilePlace:
        """Return the place of the folder that it lies in."""
        if self.parts:
            return FilePlace(root=self.root, parts=self.parts[:-1])
        return FilePlace(root=self.root.parent)

    def below(self, name: str) -> FilePlace:
        """Return the place of a name in this one, with ``/`` between folders."""
        return FilePlace(root=self.root, parts=(*self.parts, *name.split("/")))


@attrs.frozen(kw_only=True)
class Entry:
    """
    What lies in a folder.

    Attributes:
        place: Where.
        kind: What it is; a link is a link, whatever it leads to.
    """

    place: FilePlace
    kind: Kind

    @property
    def name(self) -> str:
        """Return its name in the folder."""
        return self.place.parts[-1]


def read_within(place: FilePlace, access: FileAccess, limit: str) -> bytes:
    """
    Return the bytes of a regular file, which is refused by its size before it is read.

    Args:
        place: Where it is.
        access: What may be read.
        limit: The name of the limit.

    Raises:
        InvalidValueError: ``file-missing``, ``file-not-regular``, ``file-size``, ``file-permission``, ``file-unreadable``,
            ``file-link``, ``path-outside`` or ``path-bad``.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     _ = Path(folder, "a.txt").write_bytes(b"words")
        ...     read_within(FilePlace(root=Path(folder), parts=("a.txt",)), FileAccess(), "article_bytes")
        b'words'
    """
    most = getattr(access.limits, limit)
    handle = open_regular(place, access)
    try:
        size = os.fstat(handle).st_size
        raw = b"" if size > most else _read(handle, most + 1)
    except OSError as error:
        raise _refused(error) from None
    finally:
        with suppress(OSError):  # what was read stands
            os.close(handle)
    if max(size, len(raw)) > most:
        what = "the file is too large"
        raise InvalidValueError(
            "file-size", what, f"{max(size, len(raw)):,} bytes", access.limits.room(limit)
        )
    return raw


def _read(handle: int, most: int) -> bytes:
    """Read a file, which may have grown since it was looked at."""
    pieces, left = [], most
    while left and (piece := os.read(handle, min(left, PIECE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def digest_of(place: FilePlace, access: FileAccess) -> str:
    """
    Return the sha256 of a regular file of any length, read in pieces.

    Raises:
        InvalidValueError: As for :func:`read_within`, but for ``file-size``.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     _ = Path(folder, "a.txt").write_bytes(b"words")
        ...     digest_of(FilePlace(root=Path(folder), parts=("a.txt",)), FileAccess())[:8]
        'dba36bff'
    """
    with os.fdopen(open_regular(place, access), "rb") as stream:
        try:
            return file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise _refused(error) from None


def open_regular(place: FilePlace, access: FileAccess) -> int:
    """
    Return a handle of a regular file; links are followed as the access says, and a pipe is not waited for.

    Raises:
        InvalidValueError: As for :func:`read_within`.
    """
    try:
        found = _followed(place) if access.follow_links and place.parts else place
        handle = _open(found, folder=False)
        if stat.S_ISREG(os.fstat(handle).st_mode):
            return handle
    except InvalidValueError:
        raise
    except (OSError, ValueError) as error:
        raise _refused(error) from None
    os.close(handle)
    raise _not_regular()


def entries(place: FilePlace) -> list[Entry]:
    """
    Return what is in a folder, in order of the names; links are not followed on the way to it.

    Raises:
        InvalidValueError: As for :func:`read_within`.
    """
    try:
        handle = _open(place, folder=True)
        try:
            with os.scandir(handle if BELOW else place.path) as found:
                return _sorted(place, found)
        finally:
            if BELOW:
                os.close(handle)
    except InvalidValueError:
        raise
    except (OSError, ValueError) as error:
        raise _refused(error) from None


def _sorted(place: FilePlace, found: Iterator[os.DirEntry[str]]) -> list[Entry]:
    every = [Entry(place=place.below(each.name), kind=_kind(each)) for each in found]
    return sorted(every, key=lambda each: each.name)


def _kind(entry: os.DirEntry[str]) -> Kind:
    try:
        if entry.is_symlink() or getattr(entry, "is_junction", bool)():
            return "link"
        if entry.is_dir(follow_symlinks=False):
            return "folder"
        return "file" if entry.is_file(follow_symlinks=False) else "other"
    except OSError:
        return "other"


def _open(place: FilePlace, *, folder: bool) -> int:
    """Open a file or folder part by part, and return its handle."""
    if not BELOW:
        return _open_looked_at(place, folder=folder)
    last = READING | (FOLDER if folder else 0)
    handle = os.open(place.root, WAY if place.parts else last)
    for number, name in enumerate(place.parts, start=1):
        try:
            wanted = last if number == len(place.parts) else WAY
            inner = os.open(name, wanted | NO_LINK, dir_fd=handle)
        except OSError as error:
            raise link_fault(place) if _is_link(error, name, handle) else error from None
        finally:
            os.close(handle)
        handle = inner
    return handle


def _is_link(error: OSError, name: str, handle: int) -> bool:
    """Tell whether a file was not opened as it is a link; a link in place of a folder is only said to be no folder."""
    if error.errno != errno.ENOTDIR:
        return error.errno in (errno.ELOOP, errno.EMLINK)
    return stat.S_ISLNK(os.stat(name, dir_fd=handle, follow_symlinks=False).st_mode)


def _open_looked_at(place: FilePlace, *, folder: bool) -> int:
    """Open a file where the system has no better way: each part is looked at before; 0 for a folder, which is not opened."""
    path, looked = place.root, None
    for name in place.parts:
        path /= name
        looked = os.lstat(path)
        if stat.S_ISLNK(looked.st_mode) or getattr(looked, "st_file_attributes", 0) & REPARSE_POINT:
            raise link_fault(place)
    if folder:
        return 0
    if not stat.S_ISREG(path.stat().st_mode):
        raise _not_regular()
    handle = os.open(path, READING)
    if looked is not None and not os.path.samestat(looked, os.fstat(handle)):
        os.close(handle)
        raise link_fault(place)
    return handle


def _followed(place: FilePlace) -> FilePlace:
    """Return where a file lies whose path may have links, by names without any."""
    root, path = os.path.realpath(place.root), os.path.realpath(place.path)
    if not Path(path).is_relative_to(root):
        raise _outside()
    return FilePlace(root=Path(root), parts=Path(path).relative_to(root).parts)


def link_fault(place: FilePlace) -> InvalidValueError:
    """Return what has to be said of a link on the way to a file: that it leads out of the folder, to nothing, or is not followed."""
    try:
        found = _followed(place).path
    except InvalidValueError as error:
        return error
    if not os.path.lexists(found):
        return _missing()
    fix = 'give the file itself, or follow_links="inside"'
    return InvalidValueError("file-link", "a link is not followed", None, fix)


def _refused(error: OSError | ValueError) -> InvalidValueError:
    if not isinstance(error, OSError):
        return InvalidValueError("path-bad", f"no file has such a name: {error}", None, "mend the name")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return _missing()
    if error.errno in (errno.EISDIR, errno.ENXIO):
        return _not_regular()
    if error.errno in (errno.EACCES, errno.EPERM):
        what, fix = f"this may not be read: {error.strerror}", "see the rights of the file and of its folders"
        return InvalidValueError("file-permission", what, None, fix)
    if error.errno == errno.ENAMETOOLONG:
        return InvalidValueError("path-bad", "no file has so long a name", None, "shorten the name")
    what = f"this cannot be read: {error.strerror}"
    return InvalidValueError("file-unreadable", what, None, "see its name and rights")


def _missing() -> InvalidValueError:
    fix = "give the name of one that is there"
    return InvalidValueError("file-missing", "there is no such file", None, fix)


def _not_regular() -> InvalidValueError:
    return InvalidValueError("file-not-regular", "this is no regular file", None, "give the name of a file")


def _outside() -> InvalidValueError:
    fix = "copy what it leads to into the folder, or name that itself"
    return InvalidValueError("path-outside", "a link leads out of the folder that was named", None, fix)
