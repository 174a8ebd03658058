"""Draft claims from articles."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from osintkp.coding.saving import coding_text
from osintkp.command._output import CLEAN, put, takes_target
from osintkp.errors import InvalidValueError


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a text, page or folder of them")
    parser.add_argument("--published", metavar="DATE", help="when they were published, for dates told by it")
    parser.add_argument("--format", choices=("text", "toml", "json", "jsonl"), default="text")
    parser.add_argument("--progress", action="store_true", help="show a bar (needs osintkp[progress])")
    takes_target(parser, "the drafts")


def run(given: argparse.Namespace) -> int:
    """Draft claims; a file ending in .toml or .jsonl, or a folder, gets them as codings to correct."""
    import osintkp

    corpus = osintkp.load(
        given.paths, read=True, lenient=True, progress=given.progress, published=given.published
    )
    for problem in corpus.problems:
        print(problem, file=sys.stderr)
    if not corpus.sources:
        fix = "name a .txt, .md or .html file, or a folder of them"
        raise InvalidValueError("no-text", "there is no text to read", given.paths[0], fix)
    if given.to is not None:
        corpus.save(Path(given.to))
        return CLEAN
    put(str(corpus) if given.format == "text" else coding_text(corpus.claims, given.format), None)
    return CLEAN
