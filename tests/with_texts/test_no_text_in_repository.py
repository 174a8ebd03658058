"""The texts of the seeds stay outside the repository: a dozen words in a row is the most that anything here quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXTS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))
DOZEN = 12
OUTSIDE = {
    ".git",
    ".venv",
    ".hypothesis",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    "__pycache__",
    "mutants",
    "build",
    "dist",
}


def rows(text: str) -> Iterator[tuple[str, ...]]:
    """Give every row of words that is one longer than may be quoted."""
    words = re.findall(r"\w+(?:[-'.,]\w+)*", text.casefold().replace("\u2019", "'"))
    yield from zip(*(words[start:] for start in range(DOZEN + 1)), strict=False)


def quoted(path: Path) -> str:
    """Return the text of a file, without the titles in codings: they name a work and are no part of what it says."""
    return re.sub(r"(?m)^title = .*$", "", path.read_bytes().decode("utf-8", "replace"))


def files() -> Iterator[Path]:
    """Give every file that is or could be part of the repository."""
    for path in sorted(ROOT.rglob("*")):
        if path.is_file() and OUTSIDE.isdisjoint(path.relative_to(ROOT).parts):
            yield path


def found(texts: Iterable[str], path: Path) -> list[str]:
    """Return the rows of words that a file has in common with some texts."""
    theirs = {row for text in texts for row in rows(text)}
    return [" ".join(row) for row in rows(quoted(path)) if row in theirs]


def test_the_four_texts_are_at_hand() -> None:
    assert 4 == len(TEXTS)
    assert all(len(list(rows(path.read_text(encoding="utf-8")))) > 300 for path in TEXTS)


def test_no_file_of_the_repository_has_more_than_a_dozen_words_of_a_text_in_a_row() -> None:
    theirs = {row for path in TEXTS for row in rows(path.read_text(encoding="utf-8"))}
    guilty = {
        str(path.relative_to(ROOT)): " ".join(row)
        for path in files()
        for row in rows(quoted(path))
        if row in theirs
    }

    assert {} == guilty


def test_the_files_that_are_searched_are_those_of_the_repository() -> None:
    names = {str(path.relative_to(ROOT)) for path in files()}

    assert {
        "README.md",
        "seeds/001.toml",
        "src/osintkp/claim.py",
        "docs/tutorial.md",
        "tests/builders.py",
    } <= names
    assert not [name for name in names if name.startswith((".venv", ".git/"))]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name[:3])
def test_a_sentence_that_got_in_would_be_found_and_a_short_quote_not(path: Path, tmp_path: Path) -> None:
    words = re.findall(r"\S+", path.read_text(encoding="utf-8"))[200:]
    planted = tmp_path / "notes.md"
    planted.write_text(f"One says:\n{' '.join(words[:8])}\n{' '.join(words[8:20])}.", encoding="utf-8")
    short = tmp_path / "quote.md"
    short.write_text(f'quote = "{" ".join(words[:8])}"', encoding="utf-8")

    assert found([path.read_text(encoding="utf-8")], planted)
    assert [] == found([path.read_text(encoding="utf-8")], short)
