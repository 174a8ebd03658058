"""Batches: as many articles as are read in one go, go into one file, and are done over after a kill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

import attrs

from osintkp.archives.articles import Article
from osintkp.problems import Problem

BATCH = 512 * 1024
ENTRIES = 500
IN_FOLDER = 1000


@attrs.frozen(kw_only=True)
class Batch:
    """
    Some articles in a row, with the problems among them.

    Attributes:
        number: Of the batch, from 0.
        entries: What is in it, in order.
        passed: How many bytes of the archive's files lie behind its end.
    """

    number: int
    entries: tuple[Article | Problem, ...]
    passed: int = 0

    @property
    def name(self) -> str:
        """Return the name of its file in the folder of the drafts."""
        return f"{self.number // IN_FOLDER:04}/{self.number:07}.jsonl"

    def digest(self) -> str:
        """Return a hash of all that its drafts depend on."""
        whole = sha256()
        for entry in self.entries:
            if isinstance(entry, Problem):
                whole.update(f"!{entry.code}".encode())
                continue
            for part in attrs.astuple(
                entry, filter=lambda field, _: field.name not in ("file", "content", "odd")
            ):
                whole.update(f"{part!r},".encode())
            content = entry.content
            whole.update(content if isinstance(content, bytes) else content.encode(errors="surrogatepass"))
        return whole.hexdigest()


def cut(entries: Iterable[Article | Problem], limit: int) -> Iterator[tuple[Article | Problem, ...]]:
    """
    Give the entries in groups, each ended by what makes it as large as the limit, in bytes or letters.

    Example:
        >>> texts = [Article(id=f"a{number}", content="x" * 40, file="a.jsonl") for number in range(5)]
        >>> [[each.id for each in group] for group in cut(texts, 50)]
        [['a0', 'a1'], ['a2', 'a3'], ['a4']]
    """
    group: list[Article | Problem] = []
    size = 0
    for entry in entries:
        group.append(entry)
        size += len(entry.content) if isinstance(entry, Article) else 0
        if size >= limit or len(group) >= ENTRIES:
            yield tuple(group)
            group, size = [], 0
    if group:
        yield tuple(group)
