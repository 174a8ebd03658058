"""What builds the reference pages turns docstrings and options into Markdown, and leaves out nothing that is public."""

from __future__ import annotations

import argparse
from importlib import import_module

import pytest

import osintkp
from osintkp.command import parser
from osintkp.exports import names

TEXT = import_module("reference_text")
EXPORTS = import_module("reference_exports")
COMMAND = import_module("reference_command")
PYTHON = import_module("reference_python")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("As for :meth:`select`, or ``x``.", "As for `select`, or `x`."),
        (":class:`~osintkp.Corpus`", "`osintkp.Corpus`"),
        ("``~6700 container`` is loose", "`~6700 container` is loose"),
        ("already `plain`", "already `plain`"),
        ("```toml", "```toml"),
    ],
)
def test_literals_and_roles_become_single_backticks(written: str, shown: str) -> None:
    assert shown == TEXT.plain_literals(written)


def test_a_table_of_a_docstring_becomes_one_of_markdown_and_a_literal_block_stays_one() -> None:
    text = "Columns:\n\n====== =========\n``id`` Whole | id\n``at`` Place\n====== =========\n\nRead it::\n\n    load()\n"

    assert [
        "Columns:",
        "",
        "| column | what |",
        "| --- | --- |",
        "| `id` | Whole \\| id |",
        "| `at` | Place |",
        "",
        "Read it:",
        "",
        "    load()",
    ] == EXPORTS.markdown(text).splitlines()


def test_a_line_of_equals_signs_that_is_no_rule_stays() -> None:
    assert "a == b" == EXPORTS.markdown("a == b")


def test_every_export_and_every_command_has_a_section() -> None:
    exports, commands = EXPORTS.exports_page("mark"), COMMAND.command_page("mark")

    assert [f"## {name}" for name in names()] == [
        line for line in exports.splitlines() if line.startswith("## ")
    ]
    for name in ("check", "explain", "export", "read", "report", "schema", "show"):
        assert f"\n## {name}\n" in commands


def test_an_option_is_told_with_its_words_and_its_default_once() -> None:
    made = argparse.ArgumentParser(prog="osintkp count")
    made.add_argument("paths", nargs="+", metavar="PATH", help="a folder")
    made.add_argument("--by", choices=("day", "week"), default="day", help="100%% of the time")
    made.add_argument("--to", "-o", metavar="FILE", default="x.html", help="the page (x.html)")
    made.add_argument("--secret", help=argparse.SUPPRESS)
    made.add_argument("--lenient", action="store_true")

    assert "osintkp count PATH ... [options]" == COMMAND.usage(made)
    assert [
        ("`PATH`", "a folder"),
        ("`--by`", "100% of the time; one of `day`, `week`; default `day`"),
        ("`--to FILE`, `-o FILE`", "the page (x.html)"),
        ("`--lenient`", ""),
    ] == list(COMMAND.arguments(made))


def test_the_page_on_commands_does_not_depend_on_what_is_installed() -> None:
    assert any("--print-completion" in each.option_strings for each in parser()._actions)
    assert "--print-completion`" not in COMMAND.command_page("mark")


def test_every_public_name_stands_on_one_page() -> None:
    named = [path for _, _, paths in PYTHON.SECTIONS.values() for path in paths]

    assert len(set(named)) == len(named)
    assert set(osintkp.__all__) == {path for path in named if "." not in path}
    assert ["autoexception:: osintkp.CodingError"] == [
        line.removeprefix(".. ") for line in PYTHON.directive("CodingError")
    ]
    assert [".. autofunction:: osintkp.load"] == list(PYTHON.directive("load"))
