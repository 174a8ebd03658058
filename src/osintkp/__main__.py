"""The command line: ``python -m osintkp check PATH`` and ``python -m osintkp explain CODE``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import osintkp
from osintkp.errors import OsintkpError

CLEAN, FOUND, UNUSABLE = 0, 1, 2
FORMS = {"json": "findings", "sarif": "sarif"}


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run one command and return its exit status: 0 clean, 1 findings at or above ``--fail-on``, 2 unusable input.

    Example:
        >>> main(["explain", "no-such-check"])
        2
    """
    given = _parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except OsintkpError as error:
        print(error, file=sys.stderr)
        return UNUSABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="osintkp", description="Claims from reporting, held against each other."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="say what does not fit in some codings, and why")
    check.add_argument("paths", nargs="+", metavar="PATH", help="a folder, .toml, .json or .jsonl file")
    check.add_argument("--texts", metavar="FOLDER", help="where the articles' texts are")
    check.add_argument("--facts", metavar="PATH", help="reference data of one's own, a file or folder")
    check.add_argument(
        "--select", action="append", default=[], metavar="NAME", help="code, name or family to run"
    )
    check.add_argument(
        "--ignore", action="append", default=[], metavar="NAME", help="code, name or family to leave out"
    )
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    check.add_argument("--fail-on", choices=("error", "warning", "info", "never"), default="error")
    check.set_defaults(run=_check)
    explain = commands.add_parser("explain", help="print the page of a check")
    explain.add_argument("name", metavar="CODE", help="a code, a name or a family")
    explain.set_defaults(run=_explain)
    return parser


def _check(given: argparse.Namespace) -> int:
    corpus = osintkp.load(given.paths, texts=given.texts)
    findings = corpus.check(given.select, given.ignore, using=given.facts)
    form = FORMS.get(given.format)
    print(findings if form is None else corpus.rendered(form, findings)[0].rstrip("\n"))
    return FOUND if given.fail_on != "never" and findings.at_least(given.fail_on) else CLEAN


def _explain(given: argparse.Namespace) -> int:
    print(osintkp.explain(given.name))
    return CLEAN


if __name__ == "__main__":
    sys.exit(main())
