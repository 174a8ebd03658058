"""
Writing several files that have to be of one time: a new generation of them, and one pointer that says which is to be read.

The pointer names every file with its hash. First each new file is put down whole, under a name of its own; then the pointer
is renamed into its place, and from then on the new files are what is read; then each file is renamed into its place. Whoever
reads takes a file where its hash is the one of the pointer, and else the one that waits (:func:`waiting`). So a process that is
killed leaves the old or the new, and whatever comes next can finish what it began (:func:`settle`).
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from osintkp.errors import InvalidValueError, WritingError
from osintkp.paths import is_folder
from osintkp.writing import TEMPORARY, flush_folder, flush_folders, not_written, remove, unique, write_new

LONGEST_WAIT = 60.0
PAUSE = 0.01


def waiting(folder: Path, name: str, digest: str) -> Path:
    """
    Return where a file lies that is not in its place yet.

    Args:
        folder: Of the pointer.
        name: Of the file in it, with ``/``.
        digest: The sha256 of what is in it.

    Example:
        >>> waiting(Path("c"), "s1.toml", "0" * 64).as_posix()
        'c/.osintkp-d2ce77902192c6c0afb4dc65e9656e8212b16bee7c3d086bf229c3d98b798446.tmp'
    """
    return folder / f"{TEMPORARY}{sha256(f'{digest}  {name}'.encode()).hexdigest()}.tmp"


def write_generation(pointer: Path, raw: bytes, files: Mapping[str, bytes]) -> None:
    """
    Write a pointer and the files that it names, so that they change all at once; the folder is :func:`locked` meanwhile.

    Args:
        pointer: The file that names the others with their hashes.
        raw: What is to stand in it.
        files: What is to stand in the others, by their names in its folder.

    Raises:
        WritingError: A file could not be written; it says whether the new content is in place.
    """
    folder = pointer.parent
    digests = {name: sha256(content).hexdigest() for name, content in files.items()}
    staged: list[Path] = []
    try:
        for name, content in files.items():
            _refuse_folder(folder / name)
            target = waiting(folder, name, digests[name])
            staged.append(unique(target))
            write_new(staged[-1], content, like=folder / name)
            staged[-1].replace(target)
            staged[-1] = target
        staged.append(unique(pointer))
        write_new(staged[-1], raw, like=pointer)
        flush_folder(folder)
        staged[-1].replace(pointer)
    except BaseException as error:
        remove(staged)
        if isinstance(error, (OSError, ValueError)):
            raise not_written(error) from error
        raise
    try:
        flush_folders([folder])
    finally:
        settle(folder, digests)


def settle(folder: Path, digests: Mapping[str, str]) -> None:
    """
    Put every file that waits into its place; none waits where the last save came to its end.

    Args:
        folder: Of the pointer, which is :func:`locked`.
        digests: The names and hashes that the pointer says.

    Raises:
        WritingError: A file could not be renamed; it is read all the same.
    """
    moved: set[Path] = set()
    try:
        for name, digest in digests.items():
            if os.path.lexists(held := waiting(folder, name, digest)):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                held.replace(folder / name)
                moved.add((folder / name).parent)
    except OSError as error:
        what = f"it is saved and will be read, but a file has not got its own name yet ({error.strerror}); save again"
        raise WritingError(error.errno, what, str(folder / name), in_place=True) from error
    flush_folders(moved)


def _refuse_folder(path: Path) -> None:
    if is_folder(path):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """
    Keep other savers from a folder, where the system has such locks; readers need none. A killed process holds none.

    Raises:
        InvalidValueError: Another has held it for a minute (``folder-busy``).
        WritingError: The folder cannot be opened.
    """
    try:
        import fcntl
    except ImportError:  # pragma: no cover  Windows
        yield
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except (OSError, ValueError) as error:
        raise not_written(error) from error
    try:
        _wait_for(lambda: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB), folder)
        yield
    finally:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)  # a child that was forked meanwhile has the handle too
        with suppress(OSError):  # nothing was written by it, and what was done stands
            os.close(handle)


def _wait_for(lock: Callable[[], None], folder: Path) -> None:
    end = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            lock()
        except BlockingIOError:
            if time.monotonic() > end:
                what, fix = (
                    "another process is saving to this folder",
                    "wait until it is done, or save elsewhere",
                )
                raise InvalidValueError("folder-busy", what, str(folder), fix) from None
            time.sleep(PAUSE)
        except OSError:  # some network file systems have no such locks
            return
        else:
            return
