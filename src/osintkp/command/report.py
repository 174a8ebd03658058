"""Write one page with everything that was found, for a browser."""

from __future__ import annotations

import argparse

from osintkp.command._output import CLEAN, corpus_of, put, takes_corpus


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    takes_corpus(parser)
    parser.add_argument("--to", "-o", metavar="FILE", default="osintkp.html", help="the page (osintkp.html)")
    parser.add_argument("--title", metavar="WORDS", help="of the page")


def run(given: argparse.Namespace) -> int:
    """Write the page, and tell where it is."""
    corpus = corpus_of(given)
    put(corpus.page(title=given.title), given.to)
    print(f"{given.to}: {len(corpus.sources)} sources, {len(corpus.claims)} claims")
    return CLEAN
