"""DuckDB over the files of a store: text from outside is bound, never written into a query."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from osintkp.errors import InvalidValueError
from osintkp.store.asking import memory_of, threads_of
from osintkp.store.layout import duckdb

MEMORY = "256MB"


def connect(memory: str | None, scratch: Path, threads: int | None = None) -> Any:
    """
    Return a connection to an empty database in memory that spills to a folder.

    Args:
        memory: How much it may use, like ``256MB``; None for that.
        scratch: The folder inside which it may spill.
        threads: How many it may use; None for as many as there are cores.

    Raises:
        InvalidValueError: There is no such memory, or no such number of threads.
    """
    settings: dict[str, Any] = {
        "memory_limit": memory_of(memory) or MEMORY, "temp_directory": str(scratch / "duckdb"), "preserve_insertion_order": False,
        "autoinstall_known_extensions": False, "autoload_known_extensions": False,
        "python_enable_replacements": False,
    }  # fmt: skip
    if threads_of(threads) is not None:
        settings["threads"] = threads
    connection = duckdb().connect(":memory:", config=settings)
    # In a notebook, or below ``python -c``, DuckDB would draw a bar of its own.
    connection.execute("SET enable_progress_bar = false")
    return connection


@contextmanager
def connected(memory: str | None, scratch: Path) -> Iterator[Any]:
    """Give a connection, and close it whatever happens."""
    connection = connect(memory, scratch)
    try:
        with enough(memory):
            yield connection
    finally:
        connection.close()


@contextmanager
def enough(memory: str | None) -> Iterator[None]:
    """
    Do something with a connection that may use some memory.

    Raises:
        InvalidValueError: That does not suffice (``too-little-memory``).
    """
    try:
        yield
    except duckdb().OutOfMemoryException:
        what, fix = "DuckDB needs more memory than it may use", 'give it more, like memory="1GB"'
        raise InvalidValueError("too-little-memory", what, memory or MEMORY, fix, field="memory") from None


def readable(connection: Any, name: str, files: Sequence[Path]) -> None:
    """Let a connection read some Parquet files under a name, whatever letters their own names have."""
    connection.read_parquet([literal(file) for file in files]).create_view(name)


def literal(path: Path) -> str:
    """
    Return a path in which no letter stands for others.

    Raises:
        InvalidValueError: Nothing says so of this one (``bad-folder``): before a star a backslash means another thing.

    Example:
        >>> literal(Path("a*b", "c.parquet"))
        'a[*]b/c.parquet'
    """
    plain = path.as_posix()
    found = re.sub(r"([*?\[])", r"[\1]", plain)
    if "\\" in plain and found != plain:
        what = "DuckDB cannot be told of a folder with a backslash and a star, ? or [ in its name"
        raise InvalidValueError("bad-folder", what, str(path), "rename the folder")
    return found
