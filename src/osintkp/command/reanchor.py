"""Find the quotes of an article again after it has changed, and log where each one went."""

from __future__ import annotations

import argparse
from pathlib import Path

from osintkp.command._output import CLEAN, FOUND, completed, put, say, tell, waiting
from osintkp.problems import CodingError, errors_in


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    path = parser.add_argument("path", metavar="PATH", help="a folder, .toml, .json or .jsonl file")
    text = parser.add_argument("text", metavar="TEXT", help="the file with the article as it is now")
    parser.add_argument("--source", metavar="ID", help="which article, where there are several")
    parser.add_argument("--on", metavar="DATE", help="the day on which this is done, for the log")
    parser.add_argument("--log", metavar="FILE", help="write the log to this file, as JSON")
    target = parser.add_argument(
        "--to",
        "-o",
        metavar="PATH",
        help="save the corpus here, a file or folder; without it nothing is saved",
    )
    for argument in (path, text, target):
        completed(argument, "file")


def run(given: argparse.Namespace) -> int:
    """Reanchor one article; the status is 1 where a quote has no place any more."""
    import osintkp
    from osintkp.coding.files import decoded, read_article
    from osintkp.file_access import FilePlace

    with waiting("loading"):
        corpus = osintkp.load(given.path, lenient=True)
    if other := [each for each in errors_in(corpus.problems) if each.code != "article-changed"]:
        raise CodingError(other)
    source = given.source or corpus.show(findings=osintkp.Findings([])).source.id
    text = decoded(read_article(FilePlace(root=Path(given.text))), "article-encoding")
    corpus, log = corpus.reanchor(source, text, on=given.on)
    if given.to is not None:
        corpus.save(given.to)
    if given.log is not None:
        put(log.to_json(), given.log)
    say(str(log))
    for move in log.open:
        tell(f"not placed: {move.claim}: {move.how}")
    return FOUND if log.open else CLEAN
