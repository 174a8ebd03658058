"""A problem prints as one line of printable ASCII that names its place, its value and its fix."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osintkp.problems import Problem
from osintkp.vocabulary.scales import Severity

TEXTS = st.text(st.characters(), max_size=20) | st.text("x\x1b\u202e", min_size=3000, max_size=3000)


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({}, "what; how [some-code]"),
        ({"file": "a.toml"}, "a.toml: what; how [some-code]"),
        ({"file": "a.jsonl", "line": 7}, "a.jsonl:7: what; how [some-code]"),
        ({"claim": "a/1", "field": "loss.amount"}, "claim a/1: loss.amount: what; how [some-code]"),
        ({"file": "a", "line": 1, "claim": "a/1", "field": "id", "value": "'x'"}, "a:1: claim a/1: id: what: 'x'; how [some-code]"),
    ],
)  # fmt: skip
def test_a_problem_names_its_place_its_value_and_its_fix(given: dict[str, object], line: str) -> None:
    assert line == str(Problem(code="some-code", message="what", fix="how", **given))  # type: ignore[arg-type]  # by name


def test_an_error_is_the_default() -> None:
    assert Severity.ERROR is Problem(code="c", message="m", fix="f").severity


def test_letters_that_could_do_harm_are_escaped() -> None:
    problem = Problem(
        code="c",
        file="caf\u00e9\udcff.toml",
        claim="a\u202e",
        field="\x1b]0;x\x07.\n",
        message="\u2013 ~ X \\",
        fix="\x7f\t",
    )

    assert r"caf\xe9\udcff.toml: claim a\u202e: \x1b]0;x\x07.\n: \u2013 ~ X \; \x7f\t [c]" == str(problem)


def test_a_long_place_loses_its_middle_and_keeps_its_ends() -> None:
    longest, longer = "a" * 150 + "b" * 50, "a" * 150 + "b" * 51

    assert f"{longest}: m; f [c]" == str(Problem(code="c", field=longest, message="m", fix="f"))
    assert f"{'a' * 100}...{'a' * 49}{'b' * 51}: m; f [c]" == str(
        Problem(code="c", field=longer, message="m", fix="f")
    )


def test_a_line_is_cut_at_two_thousand_letters_and_keeps_its_code() -> None:
    line = str(Problem(code="some-code", message="m" * 1000, fix="f" * 1990))

    assert 2000 == len(line)
    assert line.endswith("f [some-code]")


@settings(deadline=None)
@given(file=TEXTS, claim=TEXTS, field=TEXTS, value=TEXTS, message=TEXTS, fix=TEXTS)
def test_any_problem_is_safe_to_print(**parts: str) -> None:
    line = str(Problem(code="some-code", **parts))  # type: ignore[arg-type]  # texts by name

    assert line.isascii()
    assert line.isprintable()
    assert len(line) <= 2000
    assert line.endswith(" [some-code]")
