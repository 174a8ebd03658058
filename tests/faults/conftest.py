"""Where the writers are tried: in memory if there is such a folder, as no test here can see whether a disk has kept anything."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

IN_MEMORY = Path("/dev/shm")  # noqa: S108  a folder of its own is made in it


@pytest.fixture
def place() -> Iterator[Path]:
    """Give an empty folder."""
    fast = IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None
    with TemporaryDirectory(prefix="osintkp-faults-", dir=fast) as folder:
        yield Path(folder)
