"""What every target asks: nothing but our own errors comes out, what they say is safe to print, and some laws hold."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from functools import cache
from hashlib import shake_128
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, TypeVar

import osintkp
from osintkp.coding.loading import load_claims
from osintkp.coding.saving import save_claims

Made = TypeVar("Made")
Check = Callable[[bytes], None]
LONGEST = 2000
ENOUGH = 4000
STAYS = ("dangling-link", "unknown-claim", "unknown-source")  # told of a claim that is kept as it is


def attempt(make: Callable[[], Made]) -> Made | None:
    """Return what is made, None where our own error says why not; whatever else is raised goes on."""
    try:
        return make()
    except osintkp.OsintkpError as error:
        if not isinstance(error, osintkp.CodingError):
            safe(str(error))
        return None


def safe(line: str) -> None:
    """Hold one line of a message against what a terminal and a log can bear."""
    assert line.isascii(), line
    assert line.isprintable(), line
    assert len(line) <= LONGEST, line


def as_text(data: bytes) -> str:
    """Return bytes as a text; what is no UTF-8 becomes half letters, which a program can have too."""
    return data.decode("utf-8", "surrogateescape")


def lengthened(data: bytes) -> bytes:
    """Return bytes with as many after them as a whole corpus may be drawn from, which hang on them alone."""
    return data + shake_128(data).digest(ENOUGH)


def drawn(law: Any, data: bytes) -> None:
    """Hold a law of hypothesis against what bytes choose."""
    law.hypothesis.fuzz_one_input(lengthened(data))


@cache
def _desk() -> str:
    folder = mkdtemp()
    atexit.register(rmtree, folder)
    return folder


def written(data: bytes, name: str) -> Path:
    """Return a file with these bytes, the only one in its folder."""
    path = Path(_desk(), name)
    path.write_bytes(data)
    return path


def holds_as_coding(data: bytes, name: str) -> None:
    """Hold a coding against the laws of loading: what is sound is kept and saves to an equal one, the rest is told of."""
    path = written(data, name)
    corpus = osintkp.load(path, lenient=True)
    for problem in corpus.problems:
        safe(str(problem))
        safe(repr(problem.code))
    strict = attempt(lambda: osintkp.load(path))
    wrong = [problem for problem in corpus.problems if problem.severity == "error"]
    assert (strict is None) == bool(wrong), "strict and lenient differ"
    holds(corpus)


def holds(corpus: osintkp.Corpus) -> None:
    """Hold the claims of a corpus against its texts, and against what comes back when they are saved."""
    for claim in corpus.claims:
        text = corpus.sources[claim.source].text
        for span in claim.spans:
            if text is not None and span.status == "verbatim":
                assert span.start is not None
                assert text[span.start : span.end] == span.quote, span
    if corpus.sources:
        comes_back(corpus, "saved.jsonl")
    if len(corpus.sources) == 1:
        comes_back(corpus, "saved.toml")


def comes_back(corpus: osintkp.Corpus, name: str) -> None:
    """Save a corpus and load it again; what comes back is equal."""
    path = written(b"", name)
    save_claims(corpus.claims, path)
    claims, problems = load_claims([path])
    told = [str(each) for each in problems if each.severity == "error" and each.code not in STAYS]
    assert [] == told, told
    assert claims == corpus.claims, name
