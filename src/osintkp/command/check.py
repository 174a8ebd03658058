"""Say what does not fit in some codings, and why."""

from __future__ import annotations

import argparse

from osintkp.command._output import (
    CLEAN,
    FOUND,
    completed,
    corpus_of,
    put,
    takes_corpus,
    takes_target,
    waiting,
)
from osintkp.writing import inside

FORMS = {"json": "findings", "sarif": "sarif"}
ENDINGS = {"text": ".txt", "json": ".json", "sarif": ".sarif"}


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    takes_corpus(parser)
    facts = parser.add_argument(
        "--facts", metavar="PATH", help="reference data of one's own, a file or folder"
    )
    completed(facts, "file")
    for name, does in (("--select", "run"), ("--ignore", "leave out")):
        parser.add_argument(
            name, action="append", default=[], metavar="NAME", help=f"code, name or family to {does}"
        )
    parser.add_argument("--format", choices=("text", *FORMS), default="text", help="of the findings (text)")
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        default="error",
        help="how grave a finding has to be for exit status 1 (error)",
    )
    takes_target(parser, "the findings")


def run(given: argparse.Namespace) -> int:
    """Check a corpus; the status is 1 where a finding is as grave as ``--fail-on`` or graver."""
    from osintkp.command._colour import coloured, graded
    from osintkp.command._located import located

    corpus = corpus_of(given)
    with waiting(f"checking {len(corpus.claims):,} claims"):
        findings = corpus.check(given.select, given.ignore, using=given.facts)
    form = FORMS.get(given.format)
    target = None if given.to is None else inside(given.to, f"osintkp{ENDINGS[given.format]}")
    if form is not None:
        put(located(corpus, [given.texts, *given.paths]).rendered(form, findings)[0], target)
    elif target is None:
        coloured(graded(str(findings)))
    else:
        put(f"{findings}\n", target)
    return FOUND if given.fail_on != "never" and findings.at_least(given.fail_on) else CLEAN
