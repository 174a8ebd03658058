"""What the commands share: exit statuses, the arguments that name a corpus, and where output goes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

from osintkp.errors import InvalidValueError, WritingError

if TYPE_CHECKING:
    from osintkp.corpus import Corpus

CLEAN, FOUND, UNUSABLE = 0, 1, 2
INTERRUPTED, UNHEARD = 130, 141  # 128 and the number of the signal that would have ended another program
JOINERS = "\u200c\u200d"  # without them Persian and many pictures are misspelt; they move nothing


def inert(text: str) -> str:
    r"""
    Return a text with every letter that could steer a terminal, or turn its lines, shown by its number.

    Example:
        >>> print(inert("red \x1b[31m, turned \u202e, kept: é ق ñ"))
        red \x1b[31m, turned \u202e, kept: é ق ñ
    """
    return "\n".join(line if line.isprintable() else "".join(map(_shown, line)) for line in text.split("\n"))


def _shown(letter: str) -> str:
    if letter.isprintable() or letter in JOINERS or letter == "\t" or category(letter) == "Zs":
        return letter
    return ascii(letter)[1:-1]


def say(text: str) -> None:
    """Print lines for a person, inert."""
    print(inert(text))


def tell(text: str) -> None:
    """Print lines on standard error, inert: what went wrong, or was left out."""
    print(inert(text), file=sys.stderr)


def takes_corpus(parser: argparse.ArgumentParser) -> None:
    """Let a command take the corpus that it works on."""
    paths = parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a folder, .toml, .json or .jsonl file"
    )
    texts = parser.add_argument("--texts", metavar="FOLDER", help="where the articles' texts are")
    parser.add_argument("--lenient", action="store_true", help="take what is sound and tell of the rest")
    completed(paths, "file")
    completed(texts, "directory")


def completed(argument: argparse.Action, what: str) -> None:
    """Let the shell complete an argument with the names of files or of a ``directory``."""
    if find_spec("shtab") is not None:
        import shtab

        vars(argument)["complete"] = shtab.DIRECTORY if what == "directory" else shtab.FILE


def corpus_of(given: argparse.Namespace) -> Corpus:
    """Return the corpus that a command was given; what a lenient load left out is told on standard error."""
    import osintkp

    with waiting("loading"):
        corpus = osintkp.load(given.paths, texts=given.texts, lenient=given.lenient)
    for problem in corpus.problems:
        tell(str(problem))
    return corpus


def takes_target(parser: argparse.ArgumentParser, what: str) -> None:
    """Let a command take the file that it writes."""
    target = parser.add_argument(
        "--to", "-o", metavar="FILE", help=f"write {what} to this file instead of showing it"
    )
    completed(target, "file")


def put(document: str, target: str | Path | None) -> None:
    """
    Write a document to a file, whole or not at all, or to standard output.

    There it is the same UTF-8 in every locale, so that another program can read it; on a terminal it is inert.

    Raises:
        InvalidValueError: The file cannot be written (``not-written``).
    """
    if target is not None:
        _write(document, Path(target))
        return
    ended = document if document.endswith("\n") else f"{document}\n"
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None or is_terminal(sys.stdout):
        print(inert(ended), end="")
        return
    sys.stdout.flush()
    stream.write(_bytes(ended))


def _bytes(document: str) -> bytes:
    return document.encode(errors="backslashreplace")


def _write(document: str, target: Path) -> None:
    from osintkp.writing import write_whole

    try:
        write_whole({target: _bytes(document)})
    except WritingError as error:
        if error.in_place:
            raise
        fix = "name a file in a folder that can be written"
        raise InvalidValueError("not-written", error.what, str(target), fix) from None


def is_terminal(stream: object) -> bool:
    """Tell whether a person reads a stream; one that is closed nobody reads."""
    asked = getattr(stream, "isatty", None)
    return asked is not None and not getattr(stream, "closed", False) and bool(asked())


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Show a person that something is at work, where rich is installed; anywhere else show nothing."""
    if not is_terminal(sys.stderr) or find_spec("rich") is None:
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield
