"""Finding and reading the files of a coding: nothing but regular files, in UTF-8, within a limit."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from osintkp.coding.faults import problem_of
from osintkp.errors import InvalidValueError
from osintkp.problems import Problem
from osintkp.writing import TEMPORARY

MAX_BYTES = 32 * 1024 * 1024
CODINGS = (".toml", ".jsonl", ".json")
TEXTS = (".txt", ".md", ".html")
HASHES = ".sha256"


def coding_files(path: Path, problems: list[Problem]) -> Iterator[Path]:
    """Give every coding file at a path; what cannot be read or is passed over in a folder is listed as a problem."""
    if path.is_dir():
        yield from _in_folder(path, problems)
    elif path.suffix.lower() in CODINGS:
        yield path
    elif path.exists():
        fix = "give a folder, or a file that ends in .toml, .jsonl or .json"
        fault = InvalidValueError("file-not-coding", "this is neither a folder nor a coding file", None, fix)
        problems.append(problem_of(((), fault), path))
    else:
        problems.append(problem_of(((), _missing()), path))


def _in_folder(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    try:
        entries = entries_of(folder)
    except InvalidValueError as error:
        problems.append(problem_of(((), error), folder))
        return
    for entry in entries:
        hidden = entry.name.startswith(".")
        if entry.is_dir() and not entry.is_symlink() and not hidden:
            yield from _in_folder(entry, problems)
        elif entry.suffix.lower() in CODINGS and not entry.is_dir() and not hidden:
            yield entry
        elif (fault := _passed_over(entry)) is not None:
            problems.append(problem_of(((), fault), entry))


def _passed_over(entry: Path) -> InvalidValueError | None:
    """Return what has to be said of an entry that is not read; None for hidden files, texts and lists of hashes."""
    if entry.name.startswith(TEMPORARY):
        what = "a save was cut off here, and left this"
        return InvalidValueError(
            "file-leftover", what, None, "delete it, and look whether the coding is whole"
        )
    if entry.name.startswith(".") or entry.suffix.lower() in (*TEXTS, HASHES):
        return None
    if entry.is_dir():
        fix = "give the folder itself"
        return InvalidValueError("file-link", "a link to a folder is not followed", None, fix)
    fix = "codings end in .toml, .jsonl or .json"
    return InvalidValueError("file-unknown-type", "this is no coding file, and was not read", None, fix)


def entries_of(folder: Path) -> list[Path]:
    """
    Return what is in a folder, in order of the names.

    Raises:
        InvalidValueError: ``file-unreadable``.
    """
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise _unreadable(error) from None


def read_bytes(path: Path) -> bytes:
    """
    Return the bytes of a regular file within the size limit. A pipe or device is refused before it is read.

    Raises:
        InvalidValueError: ``file-missing``, ``file-not-regular``, ``file-size`` or ``file-unreadable``.
    """
    try:
        with open(path, "rb", opener=_at_once) as stream:
            regular = stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
            raw = stream.read(MAX_BYTES + 1) if regular else b""
    except FileNotFoundError:
        raise _missing() from None
    except IsADirectoryError:
        regular = False
    except (OSError, ValueError) as error:
        raise _unreadable(error) from None
    if not regular:
        raise InvalidValueError(
            "file-not-regular", "this is no regular file", None, "give the name of a file"
        )
    if len(raw) > MAX_BYTES:
        fix = f"keep it within {MAX_BYTES:,} bytes"
        raise InvalidValueError("file-size", "the file is too large", None, fix)
    return raw


def _at_once(path: str, flags: int) -> int:
    """Open a file without waiting, as a pipe without a writer would."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _missing() -> InvalidValueError:
    return InvalidValueError(
        "file-missing", "there is no such file", None, "give the name of one that is there"
    )


def _unreadable(error: Exception) -> InvalidValueError:
    why = error.strerror if isinstance(error, OSError) else error
    return InvalidValueError(
        "file-unreadable", f"this cannot be read: {why}", None, "see its name and rights"
    )


def decoded(raw: bytes, code: str = "file-encoding") -> str:
    r"""
    Return UTF-8 bytes as text, without a byte order mark; line ends stay as they are.

    Args:
        raw: The bytes.
        code: The code of the error.

    Raises:
        InvalidValueError: The bytes are not UTF-8; the first wrong byte and its place are named.

    Example:
        >>> decoded(b"\xef\xbb\xbfone\r\ntwo")
        'one\r\ntwo'
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw[:4]:
        raise InvalidValueError(code, "the file is in UTF-16 or UTF-32", None, "save it as UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong = raw[error.start : error.start + 1]
        raise InvalidValueError(code, f"byte {error.start} is not UTF-8", wrong, "save it as UTF-8") from None
