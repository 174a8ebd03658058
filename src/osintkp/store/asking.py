"""What may be asked of a store: looked at before DuckDB and Arrow see it, who would answer in words of their own."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from osintkp.errors import InvalidValueError

LEAST_MEMORY, MOST_THREADS, MOST_ROWS = 8_000_000, 1024, 10_000_000
UNITS = {
    "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12, "KIB": 2**10, "MIB": 2**20, "GIB": 2**30, "TIB": 2**40,
}  # fmt: skip
MEMORY = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) ?([KMGT]i?B)", re.IGNORECASE | re.ASCII)
MOST_NUMBER = 2**63


def memory_of(given: str | None) -> str | None:
    """
    Return how much memory DuckDB may use, if it can work with that.

    Raises:
        InvalidValueError: It is no size (``wrong-type``, ``bad-size``) or less than 8 MB (``out-of-range``).

    Example:
        >>> memory_of("1.5GB"), memory_of(None)
        ('1.5GB', None)
    """
    fix = 'write it like "256MB" or "1GB"'
    if given is None:
        return None
    if not isinstance(given, str):
        raise InvalidValueError("wrong-type", "a size of memory is a text", given, fix, field="memory")
    met = MEMORY.fullmatch(given)
    if met is None:
        raise InvalidValueError("bad-size", "this is no size of memory", given, fix, field="memory")
    size = float(met[1]) * UNITS[met[2].upper()]
    if not LEAST_MEMORY <= size < MOST_NUMBER:
        raise InvalidValueError(
            "out-of-range", "DuckDB cannot work in so much memory", given, fix, field="memory"
        )
    return given


def threads_of(given: int | None) -> int | None:
    """
    Return how many threads DuckDB may use; None for one a core.

    Raises:
        InvalidValueError: It is no number (``wrong-type``), below 1 or above 1024 (``out-of-range``).

    Example:
        >>> threads_of(2)
        2
    """
    return None if given is None else _count(given, "threads", MOST_THREADS)


def rows_of(given: int) -> int:
    """
    Return how many rows a batch shall have.

    Raises:
        InvalidValueError: It is no number (``wrong-type``), below 1 or above ten millions (``out-of-range``).

    Example:
        >>> rows_of(20_000)
        20000
    """
    return _count(given, "rows", MOST_ROWS)


def _count(given: int, field: str, most: int) -> int:
    fix = f"give a number from 1 to {most}"
    if type(given) is not int:
        raise InvalidValueError("wrong-type", "this is a whole number", given, fix, field=field)
    if not 1 <= given <= most:
        raise InvalidValueError("out-of-range", "there cannot be so many", given, fix, field=field)
    return given


def numbers_of(given: Iterable[int]) -> set[int]:
    """
    Return the numbers of claims.

    Raises:
        InvalidValueError: They are none (``wrong-type``), or no store has such a number (``out-of-range``).

    Example:
        >>> sorted(numbers_of([3, 1, 3]))
        [1, 3]
    """
    found = _each(given, int, "the number of a claim is a whole number", "give numbers, like [0, 5]")
    for number in found:
        if not 0 <= number < MOST_NUMBER:
            raise InvalidValueError("out-of-range", "no claim has such a number", number, "count from 0")
    return found


def ids_of(given: Iterable[str]) -> set[str]:
    """
    Return the ids of claims or sources.

    Raises:
        InvalidValueError: They are none (``wrong-type``).

    Example:
        >>> sorted(ids_of(["s1/shells", "s1/trucks"]))
        ['s1/shells', 's1/trucks']
    """
    return _each(given, str, "an id is a text", 'give ids, like ["s1/shells"]')


def _each(given: Any, kind: type, what: str, fix: str) -> set[Any]:
    """Return things of one kind, each once; a text alone is not taken for its letters."""
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise InvalidValueError("wrong-type", "several are asked for", given, fix)
    found = list(given)
    for each in found:
        if not isinstance(each, kind) or isinstance(each, bool):
            raise InvalidValueError("wrong-type", what, each, fix)
    return set(found)


def columns_of(given: Iterable[str], known: Collection[str]) -> list[str]:
    """
    Return names of columns.

    Raises:
        InvalidValueError: They are none (``wrong-type``), there is no such column (``unknown-column``), or one is named twice
            (``named-twice``).

    Example:
        >>> columns_of(["id", "kind"], {"id", "kind", "item"})
        ['id', 'kind']
    """
    fix = f"name some of {', '.join(known)}"
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise InvalidValueError("wrong-type", "several columns are asked for", given, fix, field="columns")
    found: list[str] = []
    for name in given:
        if not isinstance(name, str) or name not in known:
            raise InvalidValueError("unknown-column", "there is no such column", name, fix, field="columns")
        if name in found:
            raise InvalidValueError(
                "named-twice", "a column is named twice", name, "name it once", field="columns"
            )
        found.append(name)
    return found


def scratch_in(folder: Path | None) -> Path:
    """
    Return a new folder for what is put down meanwhile.

    Args:
        folder: Where it shall be; None for the system's.

    Raises:
        InvalidValueError: Nothing can be put down there (``no-scratch``), or DuckDB would read its name otherwise
            (``bad-scratch``).
    """
    within = Path(tempfile.gettempdir() if folder is None else folder).absolute()
    fix = "name another folder as scratch="
    if "\\" in within.as_posix():
        slash = "DuckDB takes a backslash in the name of a folder for a slash"
        raise InvalidValueError("bad-scratch", slash, str(within), fix, field="scratch")
    try:
        return Path(tempfile.mkdtemp(prefix="osintkp-", dir=within))
    except (OSError, ValueError) as error:
        what = f"nothing can be put down in this folder ({getattr(error, 'strerror', None) or error})"
        raise InvalidValueError("no-scratch", what, str(within), fix, field="scratch") from None
