"""Write one page with everything that was found, for a browser."""

from __future__ import annotations

import argparse

from osintkp.command._output import CLEAN, completed, corpus_of, put, say, takes_corpus, waiting
from osintkp.writing import inside

PAGE = "osintkp.html"


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    takes_corpus(parser)
    target = parser.add_argument("--to", "-o", metavar="FILE", default=PAGE, help=f"the page ({PAGE})")
    completed(target, "file")
    parser.add_argument("--title", metavar="WORDS", help="of the page")


def run(given: argparse.Namespace) -> int:
    """Write the page, and tell where it is."""
    corpus = corpus_of(given)
    target = inside(given.to, PAGE)
    with waiting(f"writing {len(corpus.claims):,} claims"):
        page = corpus.page(title=given.title)
    put(page, target)
    say(f"{target}: {len(corpus.sources)} sources, {len(corpus.claims)} claims")
    return CLEAN
