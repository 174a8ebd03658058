"""Where the articles of a corpus lie, as whoever started the command would name them: code hosts mark lines by that name."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import attrs

from osintkp.claims import Claims
from osintkp.coding.files import TEXTS
from osintkp.corpus import Corpus
from osintkp.paths import is_folder, is_regular


def located(corpus: Corpus, folders: Iterable[str | None]) -> Corpus:
    """
    Return a corpus whose sources name their files from where the command was started, and no more than by name.

    Args:
        corpus: The corpus.
        folders: Where its texts may lie, the likeliest first; of a file, where it lies. None is passed over.

    A source keeps the name that its coding gives where its file is not there, or several could be meant.
    """
    given = [Path(folder) for folder in folders if folder is not None]
    roots = [path if is_folder(path) else path.parent for path in given]
    sources = [attrs.evolve(each, file=_named(each.file, roots)) for each in corpus.sources]
    return attrs.evolve(corpus, claims=Claims(corpus.claims, sources))


def _named(file: str | None, roots: list[Path]) -> str | None:
    """Return the name of a file from here; the same name where it is in none of the folders, or nobody knows which it is."""
    if file is None:
        return None
    for root in roots:
        found = [root / file] if is_regular(root / file) else _below(root, file)
        if len(found) == 1:
            return Path(os.path.relpath(found[0])).as_posix()
    return file


def _below(root: Path, file: str) -> list[Path]:
    every = (path for path in root.rglob("*") if path.suffix.lower() in TEXTS)
    return [path for path in every if path.as_posix().endswith(f"/{file}")]
