"""Show an article with its claims: as text, or as a page with the words marked."""

from __future__ import annotations

import argparse

from osintkp.command._output import CLEAN, corpus_of, put, say, takes_corpus, takes_target
from osintkp.writing import inside


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    takes_corpus(parser)
    parser.add_argument("--source", metavar="ID", help="which article, where there are several")
    takes_target(parser, "a page of HTML")


def run(given: argparse.Namespace) -> int:
    """Print one article's claims with their words, or write them as a page."""
    corpus = corpus_of(given)
    shown = corpus.show(given.source)
    if given.to is None:
        say(str(shown))
    else:
        put(shown.page(), inside(given.to, f"{shown.source.id}.html"))
    return CLEAN
