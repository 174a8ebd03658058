"""Say what does not fit in some codings, and why."""

from __future__ import annotations

import argparse

from osintkp.command._output import CLEAN, FOUND, corpus_of, put, takes_corpus, takes_target

FORMS = {"json": "findings", "sarif": "sarif"}


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    takes_corpus(parser)
    parser.add_argument("--facts", metavar="PATH", help="reference data of one's own, a file or folder")
    for name, does in (("--select", "run"), ("--ignore", "leave out")):
        parser.add_argument(
            name, action="append", default=[], metavar="NAME", help=f"code, name or family to {does}"
        )
    parser.add_argument("--format", choices=("text", *FORMS), default="text")
    parser.add_argument("--fail-on", choices=("error", "warning", "info", "never"), default="error")
    takes_target(parser, "the findings")


def run(given: argparse.Namespace) -> int:
    """Check a corpus; the status is 1 where a finding is as grave as ``--fail-on`` or graver."""
    from osintkp.command._colour import told

    corpus = corpus_of(given)
    findings = corpus.check(given.select, given.ignore, using=given.facts)
    form = FORMS.get(given.format)
    if form is not None:
        put(corpus.rendered(form, findings)[0], given.to)
    elif given.to is None:
        told(findings)
    else:
        put(str(findings), given.to)
    return FOUND if given.fail_on != "never" and findings.at_least(given.fail_on) else CLEAN
