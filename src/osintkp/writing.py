"""Writing files whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from osintkp.paths import path_of

TEMPORARY = ".osintkp-"


def inside(target: str | os.PathLike[str], name: str) -> Path:
    """Return the file that is meant: the target itself, or the file of a name in it where it is a folder."""
    path = path_of(target)
    return path / name if path.is_dir() else path


def write_whole(contents: Mapping[Path, bytes]) -> None:
    """
    Write files so that a fault leaves every one as it was: all to temporary files beside them, then all renamed.

    A process that is killed leaves each file old or new, never torn, and perhaps a temporary file ``.osintkp-*.tmp``.

    Raises:
        OSError: A file could not be written.
    """
    staged: dict[Path, Path] = {}
    try:
        for path, raw in contents.items():
            staged[path] = path.with_name(f"{TEMPORARY}{os.getpid()}-{os.urandom(6).hex()}.tmp")
            _write(staged[path], raw)
        for path, temporary in staged.items():
            temporary.replace(path)
    except BaseException:
        for temporary in staged.values():
            with suppress(OSError):
                temporary.unlink()
        raise
    for folder in {path.parent for path in staged}:
        flush_folder(folder)


def _write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.write(raw)
        stream.flush()
        os.fsync(stream.fileno())


def flush_folder(folder: Path) -> None:
    """Make the new names last through a power cut, where the system lets a folder be flushed."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
