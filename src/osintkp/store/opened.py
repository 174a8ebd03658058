"""DuckDB over the files of a store: text from outside is bound, never written into a query."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from osintkp.store.layout import duckdb

MEMORY = "256MB"


def connect(memory: str | None, scratch: Path, threads: int | None = None) -> Any:
    """
    Return a connection to an empty database in memory that spills to a folder.

    Args:
        memory: How much it may use, like ``256MB``; None for that.
        scratch: The folder inside which it may spill.
        threads: How many it may use; None for as many as there are cores.
    """
    settings: dict[str, Any] = {
        "memory_limit": memory or MEMORY, "temp_directory": str(scratch / "duckdb"), "preserve_insertion_order": False,
        "autoinstall_known_extensions": False, "autoload_known_extensions": False,
        "python_enable_replacements": False,
    }  # fmt: skip
    if threads is not None:
        settings["threads"] = threads
    return duckdb().connect(":memory:", config=settings)


@contextmanager
def connected(memory: str | None, scratch: Path) -> Iterator[Any]:
    """Give a connection, and close it whatever happens."""
    connection = connect(memory, scratch)
    try:
        yield connection
    finally:
        connection.close()


def readable(connection: Any, name: str, files: Sequence[Path]) -> None:
    """Let a connection read some Parquet files under a name, whatever letters their own names have."""
    connection.read_parquet([literal(file) for file in files]).create_view(name)


def literal(path: Path) -> str:
    """
    Return a path in which no letter stands for others.

    Example:
        >>> literal(Path("a*b", "c.parquet"))
        'a[*]b/c.parquet'
    """
    return re.sub(r"([*?\[])", r"[\1]", str(path))
