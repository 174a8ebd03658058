"""Codings written out in a page: cut into one file a source and loaded."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import osintkp
from osintkp.coding.shapes import SCHEMA


def corpus_of(page: str, *, lenient: bool = False) -> osintkp.Corpus:
    """Return the corpus that one or more codings in a text make, each of which begins with ``[source]``."""
    parts = re.split(r"(?m)^(?=\[source\])", page)
    with TemporaryDirectory() as folder:
        for number, part in enumerate(part for part in parts if part.strip()):
            Path(folder, f"{number:03}.toml").write_text(f'schema = "{SCHEMA}"\n{part}', encoding="utf-8")
        return osintkp.load(folder, lenient=lenient)
