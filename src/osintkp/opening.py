"""The way in: the corpus in some codings, and the one that travels with the library."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Any

from osintkp.coding.loading import load_claims
from osintkp.corpus import Corpus, PathText
from osintkp.errors import InvalidValueError
from osintkp.pausing import collection_paused
from osintkp.problems import CodingError
from osintkp.vocabulary.scales import Severity


def load(
    *paths: PathText | Iterable[PathText], lenient: bool = False, texts: PathText | None = None
) -> Corpus:
    """
    Return the corpus in some codings: folders, ``.toml``, ``.json`` or ``.jsonl`` files.

    Args:
        *paths: Where the codings are.
        lenient: Take what is sound and list the rest in ``problems``, instead of raising.
        texts: A folder with texts, found by name or by sha256; None looks beside each coding alone.

    A file that is named twice is read once.

    Raises:
        InvalidValueError: Nothing is named (``no-path``).
        CodingError: Something is unsound and ``lenient`` is not set; every problem of the load is listed.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     load_seeds().select(kind="treaty").save(folder)
        ...     load(folder)
        <Corpus: 3 sources, 8 claims, 0 problems>
    """
    if not paths:
        fix = "name a folder or a file"
        raise InvalidValueError("no-path", "nothing was named to load", None, fix)
    with collection_paused():
        claims, problems = load_claims(
            [Path(path) for path in _flat(paths)], None if texts is None else Path(texts)
        )
    if not lenient and any(problem.severity is Severity.ERROR for problem in problems):
        raise CodingError([problem for problem in problems if problem.severity is Severity.ERROR])
    return Corpus(claims=claims, problems=problems)


def load_seeds(texts: PathText | None = None) -> Corpus:
    """
    Return the four sources that travel with the library: on North Korea, Russia and the war against Ukraine.

    Args:
        texts: A folder with their texts, which do not travel with it; spans are verified where a text is at hand.

    Example:
        >>> load_seeds().sources.ids()
        ('s0', 's1', 's2', 's3')
    """
    inside = Path(__file__).parent / "seeds"
    return load(inside if inside.is_dir() else Path(__file__).parents[2] / "seeds", texts=texts)


def _flat(paths: Iterable[Any]) -> Iterable[PathText]:
    for path in paths:
        if isinstance(path, (str, PathLike)):
            yield path
        else:
            yield from path
