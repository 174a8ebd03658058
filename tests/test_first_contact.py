"""Whoever meets the library first: three commands to a finding, and names that say what to do next."""

from __future__ import annotations

import pydoc
import re
from pathlib import Path
from rlcompleter import Completer

import pytest

import osintkp
from osintkp.command import main
from osintkp.corpus import Corpus
from osintkp.records import record_types

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
KINDS = {
    "limits",
    "losses",
    "meetings",
    "seizures",
    "shipments",
    "statements",
    "treaties",
    "troop_deployments",
    "weapons_tests",
}


def helped(thing: object) -> str:
    return pydoc.plain(pydoc.render_doc(thing))


def test_three_commands_lead_to_the_first_finding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    block = re.search(r"(?s)## First finding\n\n```console\n(.*?)```", README)
    commands = [] if block is None else block[1].splitlines()
    monkeypatch.chdir(ROOT)

    status = main(commands[-1].split()[1:])

    assert 3 == len(commands)
    assert commands[1].endswith("pip install .")
    assert commands[2].startswith(".venv/bin/osintkp ")
    assert 1 == status
    assert re.match(r"\d+ findings: \d+ error.*\nERROR ", capsys.readouterr().out)


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 120


def test_help_on_the_package_says_how_to_begin_and_where_to_go_on() -> None:
    text = helped(osintkp).partition("PACKAGE CONTENTS")[0]

    for word in (
        "load_seeds()",
        ".check(",
        'load("folder")',
        "read(text)",
        "help(osintkp.Corpus)",
        "explain(",
    ):
        assert word in text


def test_help_on_a_corpus_says_what_to_do_next() -> None:
    text = helped(Corpus).partition("Attributes:")[0]
    named = re.findall(r"corpus\.(\w+)", text)

    assert {"check", "claims", "select", "figures", "show", "report", "export"} <= set(named)
    assert [] == [name for name in named if name not in dir(osintkp.Corpus())]


def test_completion_lists_every_kind_by_its_plural() -> None:
    corpus = osintkp.load_seeds()
    listed = dir(corpus)

    assert KINDS <= set(listed)
    assert len(record_types()) == len(KINDS)
    assert sorted(set(listed)) == listed
    assert {"check", "select", "figures", "to_polars", "sources", "problems"} <= set(listed)
    for name in KINDS:
        assert all(claim.kind in record_types() for claim in getattr(corpus, name))


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("corpus.los", "corpus.losses"),
        ("corpus.weap", "corpus.weapons_tests"),
        ("corpus.to_po", "corpus.to_polars("),
    ],
)
def test_a_name_is_completed(typed: str, completed: str) -> None:
    completer = Completer({"corpus": osintkp.load_seeds()})

    assert completed == completer.complete(typed, 0)


def test_everything_that_a_corpus_offers_has_a_first_line_or_is_a_kind() -> None:
    silent = [
        name
        for name in dir(osintkp.Corpus())
        if not name.startswith("_") and name not in KINDS and not pydoc.getdoc(getattr(Corpus, name))
    ]

    assert ["claims", "problems", "taken_from"] == silent


def test_a_denial_is_printed_as_one() -> None:
    told = osintkp.read("Chad denied sending weapons to Sudan. Chad sent 40 trucks to Sudan.", id="wire")
    rows = str(told).splitlines()[1:]

    assert ["denies", "stated"] == [re.split(r" {2,}", row)[2] for row in rows]
