"""Paths as they are given from outside."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from osintkp.errors import ArgumentError, InvalidValueError

LONGEST = 255  # bytes of one name, on the file systems in use


def path_of(given: str | os.PathLike[str]) -> Path:
    r"""
    Return a path that somebody gave.

    Raises:
        ArgumentError: It is neither a text nor an object that stands for a path (``wrong-type``).
        InvalidValueError: No system has a file of this name, as it holds NUL or half a character, or is too long (``path-bad``).

    Example:
        >>> path_of("codings\0")
        Traceback (most recent call last):
            ...
        osintkp.errors.InvalidValueError: no file can have this name: 'codings\x00'; leave out what is no letter of a name, and keep each name within 255 bytes
    """
    name = os.fspath(given) if isinstance(given, (str, os.PathLike)) else None
    if not isinstance(name, str):
        raise ArgumentError("wrong-type", "a path is a text or an object for one", given, "give its name")
    if "\0" in name or not _short(name):
        raise _bad(name)
    return Path(name)


def named(given: Iterable[Any]) -> list[Path]:
    """
    Return the paths of what is to be read, those in lists too; one with NUL as well, since every system says that it is not there.

    Raises:
        InvalidValueError: A name in one is too long, or holds half a character (``path-bad``).

    Example:
        >>> [path.name for path in named(["a.toml", ["b.toml", Path("c.toml")]])]
        ['a.toml', 'b.toml', 'c.toml']
    """
    found: list[Path] = []
    for each in given:
        found += map(_short_path, [each] if isinstance(each, (str, os.PathLike)) else each)
    return found


def _short_path(given: str | os.PathLike[str]) -> Path:
    path = Path(given)
    if not _short(str(path)):
        raise _bad(str(path))
    return path


def is_folder(path: Path) -> bool:
    """
    Tell whether a path leads to a folder; not where the system does not say, as behind a folder that is closed to us.

    Example:
        >>> is_folder(Path("/")), is_folder(Path("x" * 300))
        (True, False)
    """
    return os.path.isdir(path)  # noqa: PTH112  that of pathlib raises, before Python 3.14


def is_regular(path: Path) -> bool:
    """Tell whether a path leads to a regular file; not where the system does not say."""
    return os.path.isfile(path)  # noqa: PTH113  likewise


def is_there(path: Path) -> bool:
    """Tell whether a path leads to anything; not where the system does not say."""
    return os.path.exists(path)  # noqa: PTH110  likewise


def resolved(path: Path) -> Path:
    """Return where a file is, whatever links lead there; its name where a link leads to itself, or no system has such a one."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:
        return path


def _short(name: str) -> bool:
    try:
        return all(len(part) <= LONGEST for part in os.fsencode(name).split(os.sep.encode()))
    except UnicodeEncodeError:
        return False


def _bad(name: str) -> InvalidValueError:
    fix = f"leave out what is no letter of a name, and keep each name within {LONGEST} bytes"
    return InvalidValueError("path-bad", "no file can have this name", name, fix)


def unicode_name(name: object) -> str:
    r"""
    Return the name of a file as text that can be printed and written: a byte that is no letter of it is escaped.

    Example:
        >>> unicode_name("bad\udcff.toml"), unicode_name(Path("Yaound\u00e9.toml"))
        ('bad\\xff.toml', 'Yaoundé.toml')
    """
    text = str(name)
    if text.isascii():
        return text
    try:
        raw = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # no system gave this name
        raw = text.encode("utf-8", "backslashreplace")
    return raw.decode("utf-8", "backslashreplace")
