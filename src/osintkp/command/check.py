"""Say what does not fit in some codings, and why."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from osintkp.corpus import Corpus
    from osintkp.findings import Findings

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
    parser.add_argument(
        "--at-least",
        choices=("error", "warning", "info"),
        help="how grave a finding has to be to be looked for (info)",
    )
    parser.add_argument(
        "--jobs",
        type=int,
        default=1,
        metavar="N",
        help="in how many processes; the findings are the same (1)",
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

    corpus, findings = _found(given)
    form = FORMS.get(given.format)
    target = None if given.to is None else inside(given.to, f"osintkp{ENDINGS[given.format]}")
    if form is not None:
        put(located(corpus, [given.texts, *given.paths]).rendered(form, findings)[0], target)
    elif target is None:
        coloured(graded(str(findings)))
    else:
        put(f"{findings}\n", target)
    return FOUND if given.fail_on != "never" and findings.at_least(given.fail_on) else CLEAN


def _found(given: argparse.Namespace) -> tuple[Corpus, Findings]:
    """Return what is found, with the corpus that it speaks of: of a store no more than that."""
    from osintkp.store.layout import is_store

    asked: dict[str, Any] = {"using": given.facts, "at_least": given.at_least, "jobs": given.jobs}
    if len(given.paths) == 1 and is_store(Path(given.paths[0])):
        import osintkp

        with osintkp.open(given.paths[0]) as stored:
            with waiting(f"checking {len(stored):,} claims"):
                findings = stored.check(given.select, given.ignore, **asked)
            every = (*findings, *findings.suppressed)
            return stored.holding({claim for each in every for claim in each.claims}), findings
    corpus = corpus_of(given)
    with waiting(f"checking {len(corpus.claims):,} claims"):
        return corpus, corpus.check(given.select, given.ignore, **asked)
