"""
Bad codings: each gives one clear problem with its place and its fix, and nothing sound is lost beside it.

Every row of the table in ``bad_codings.py`` is loaded leniently and strictly, beside a sound coding.
"""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

import osintkp
from bad_codings import CASES, GOOD, WARNING, Case


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "codings").mkdir()
    (tmp_path / "secret.txt").write_text("a secret")
    (tmp_path / "codings" / "a-good.toml").write_text(GOOD)
    return tmp_path / "codings"


def written(case: Case, folder: Path) -> Path:
    for name, content in {case.file: case.content, **case.beside}.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def in_whole_words(words: str, text: str) -> bool:
    """Tell whether words stand in a text without more letters at either end."""
    before, found, after = text.partition(words)
    edges = (before[-1:], words[:1]), (words[-1:], after[:1])
    return words == found and not any(left.isalnum() and right.isalnum() for left, right in edges)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_coding_gives_one_problem_with_its_place_and_its_fix(case: Case, folder: Path) -> None:
    corpus = osintkp.load(written(case, folder), lenient=True)

    (problem,) = corpus.problems
    place = (problem.code, problem.severity, problem.file, problem.line, problem.claim, problem.field)
    assert (case.code, case.severity, str(folder / case.file), case.line, case.claim, case.field) == place
    assert in_whole_words(case.says, f"{problem.message}: {problem.value}")
    assert in_whole_words(case.fix, problem.fix)
    assert case.fix


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_sound_is_lost_beside_a_bad_coding(case: Case, folder: Path) -> None:
    corpus = osintkp.load(written(case, folder), lenient=True)

    assert {"good/a", "good/b", *case.keeps} == set(corpus.claims.ids())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_strict_load_stops_at_an_error_and_not_at_a_warning(case: Case, folder: Path) -> None:
    path = written(case, folder)
    lenient = osintkp.load(path, lenient=True)

    if case.severity is WARNING:
        assert lenient.problems == osintkp.load(path).problems
    else:
        with pytest.raises(osintkp.CodingError) as raised:
            osintkp.load(path)
        assert lenient.problems == raised.value.problems
        assert str(lenient.problems[0]) == str(raised.value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_problem_is_one_short_line_that_is_safe_to_print(case: Case, folder: Path) -> None:
    (problem,) = osintkp.load(written(case, folder), lenient=True).problems

    line = str(problem)
    assert line.isascii()
    assert line.isprintable()
    assert len(line) <= 2000
    assert f"[{case.code}]" in line


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_coding_takes_no_time(case: Case, folder: Path) -> None:
    path = written(case, folder)
    start = process_time()

    osintkp.load(path, lenient=True)

    assert process_time() - start < 2


def test_no_two_rows_have_one_name() -> None:
    assert len(CASES) == len({case.name for case in CASES})
