"""Write a corpus in the form of another tool."""

from __future__ import annotations

import argparse

from osintkp.command._output import (
    CLEAN,
    corpus_of,
    put,
    takes_corpus,
    takes_target,
    tell,
    waiting,
)
from osintkp.exports import export_named, names
from osintkp.writing import inside


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    parser.add_argument("format", choices=names(), metavar="FORMAT", help=f"one of {', '.join(names())}")
    takes_corpus(parser)
    takes_target(parser, "the document")


def run(given: argparse.Namespace) -> int:
    """Export a corpus; what the form could not carry is told on standard error."""
    corpus = corpus_of(given)
    with waiting(f"exporting {len(corpus.claims):,} claims"):
        text, losses = corpus.rendered(given.format)
    put(text, None if given.to is None else inside(given.to, f"osintkp{export_named(given.format).ending}"))
    for loss in losses:
        tell(f"not carried: {loss}")
    return CLEAN
