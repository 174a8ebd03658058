"""What the commands share: exit statuses, the arguments that name a corpus, and where output goes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from osintkp.errors import InvalidValueError

if TYPE_CHECKING:
    from osintkp.corpus import Corpus

CLEAN, FOUND, UNUSABLE = 0, 1, 2


def takes_corpus(parser: argparse.ArgumentParser) -> None:
    """Let a command take the corpus that it works on."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a folder, .toml, .json or .jsonl file")
    parser.add_argument("--texts", metavar="FOLDER", help="where the articles' texts are")
    parser.add_argument("--lenient", action="store_true", help="take what is sound and tell of the rest")


def corpus_of(given: argparse.Namespace) -> Corpus:
    """Return the corpus that a command was given; what a lenient load left out is told on standard error."""
    import osintkp

    corpus = osintkp.load(given.paths, texts=given.texts, lenient=given.lenient)
    for problem in corpus.problems:
        print(problem, file=sys.stderr)
    return corpus


def takes_target(parser: argparse.ArgumentParser, what: str) -> None:
    """Let a command take the file that it writes."""
    parser.add_argument("--to", "-o", metavar="FILE", help=f"write {what} to this file instead of showing it")


def put(text: str, target: str | None) -> None:
    """
    Write a text to a file, whole or not at all, or print it.

    Raises:
        InvalidValueError: The file cannot be written (``not-written``).
    """
    if target is None:
        print(text.rstrip("\n"))
        return
    from osintkp.coding.writing import write_whole

    try:
        write_whole({Path(target): text.encode()})
    except OSError as error:
        fix = "name a file in a folder that can be written"
        what = f"the file cannot be written ({error.strerror or 'no reason given'})"
        raise InvalidValueError("not-written", what, target, fix) from None
