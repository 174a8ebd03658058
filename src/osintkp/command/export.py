"""Write a corpus in the form of another tool."""

from __future__ import annotations

import argparse
import sys

from osintkp.command._output import CLEAN, corpus_of, put, takes_corpus, takes_target
from osintkp.exports import names


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    parser.add_argument("format", metavar="FORMAT", help=f"one of {', '.join(names())}")
    takes_corpus(parser)
    takes_target(parser, "the document")


def run(given: argparse.Namespace) -> int:
    """Export a corpus; what the form could not carry is told on standard error."""
    corpus = corpus_of(given)
    text, losses = corpus.rendered(given.format)
    put(text, given.to)
    for loss in losses:
        print(f"not carried: {loss}", file=sys.stderr)
    return CLEAN
