"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from osintkp.errors import WritingError
from osintkp.paths import is_folder, path_of

TEMPORARY = ".osintkp-"
UNHEARD_OF = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EISDIR, errno.EBADF})
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def inside(target: str | os.PathLike[str], name: str) -> Path:
    """Return the file that is meant: the target itself, or the file of a name in it where it is a folder."""
    path = path_of(target)
    return path / name if is_folder(path) else path


def write_whole(contents: Mapping[Path, bytes]) -> None:
    """
    Write files so that a fault leaves every one as it was: all to temporary files beside them, then all renamed.

    A process that is killed leaves each file old or new, never torn, and perhaps a temporary file ``.osintkp-*.tmp``. For
    several files that have to be of one time there is :func:`osintkp.generations.write_generation`.

    Raises:
        WritingError: A file could not be written; it says whether the new content is in place.
    """
    staged: dict[Path, Path] = {}
    renamed: list[Path] = []
    try:
        for path, raw in contents.items():
            staged[path] = unique(path)
            write_new(staged[path], raw, like=path)
        for path, temporary in staged.items():
            temporary.replace(path)
            renamed.append(path)
    except BaseException as error:
        remove(temporary for path, temporary in staged.items() if path not in renamed)
        if isinstance(error, (OSError, ValueError)):
            raise not_written(error, len(renamed), len(contents)) from error
        raise
    flush_folders(path.parent for path in staged)


def make_folder(folder: Path) -> None:
    """
    Make a folder, and those that it lies in, where there is none.

    Raises:
        WritingError: That cannot be done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise not_written(error) from error


def unique(path: Path) -> Path:
    """Return the name of a temporary file beside another, which no other writer has."""
    return path.with_name(f"{TEMPORARY}{os.getpid()}-{os.urandom(6).hex()}.tmp")


def write_new(path: Path, raw: bytes, like: Path | None = None) -> None:
    """
    Write a file that is not there yet, and make it last through a power cut.

    Args:
        path: The file.
        raw: What is to stand in it.
        like: The file whose place it will take: nobody may read the new one who could not read that.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = None if like is None else _mode(like)
    handle = os.open(path, NEW_FILE, 0o666 if mode is None else 0o600)
    with os.fdopen(handle, "wb") as stream:
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(handle, mode)
        stream.write(raw)
        stream.flush()
        os.fsync(handle)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return None


def remove(paths: Iterable[Path]) -> None:
    """Remove files, as far as that can be done."""
    for path in paths:
        with suppress(OSError, ValueError):
            path.unlink()


def not_written(error: OSError | ValueError, renamed: int = 0, files: int = 1) -> WritingError:
    """Return the error for files that were not all written, of which some are in place already."""
    why, number, file = str(error), None, None
    if isinstance(error, OSError):
        why, number, file = error.strerror or why, error.errno, error.filename2 or error.filename
    left = "and nothing was changed" if not renamed else f"and {renamed} of {files} are in place already"
    whole = renamed == files
    what = f"the file cannot be written ({why}), {left}" if not whole else f"it is in place, but then: {why}"
    return WritingError(number, what, None if file is None else os.fsdecode(file), in_place=whole)


def flush_folders(folders: Iterable[Path]) -> None:
    """
    Make the new names in some folders last through a power cut.

    Raises:
        WritingError: A folder could not be flushed, though the system does that; the files are in place.
    """
    for folder in dict.fromkeys(folders):
        try:
            flush_folder(folder)
        except OSError as error:
            why = error.strerror or error
            what = f"it is saved, but whether it lasts through a power cut is not known ({why})"
            raise WritingError(error.errno, what, str(folder), in_place=True) from error


def flush_folder(folder: Path) -> None:
    """
    Make the new names in a folder last through a power cut, where the system lets a folder be flushed.

    Raises:
        OSError: It does, and the flush failed.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        if error.errno in UNHEARD_OF:
            return
        raise
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in UNHEARD_OF:
            raise
    finally:
        os.close(handle)
