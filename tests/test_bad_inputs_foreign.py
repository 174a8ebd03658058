"""Bad files of other forms: each gives a problem with its place and its fix, and nothing sound is lost beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

import osintkp
from badinputs.foreign import CASES, Foreign, exported
from badinputs.writing import put
from osintkp.vocabulary.scales import Severity

GOOD = {"good/b1", "good/sound"}


def laid(case: Foreign, folder: Path) -> list[Path]:
    put(folder, {"a-good": exported("good", case.form), "bad": case.change(exported("bad", case.form))})
    return [folder / "a-good", folder / "bad"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_file_of_another_form_gives_a_problem_and_takes_nothing_sound_with_it(case: Foreign, tmp_path: Path) -> None:  # fmt: skip
    paths = laid(case, tmp_path)

    corpus = osintkp.load(*paths, form=case.form, lenient=True)

    problem = corpus.problems[0]
    assert (case.code, str(tmp_path / "bad"), case.claim) == (problem.code, problem.file, problem.claim)
    assert case.says in f"{problem.message}: {problem.value}"
    assert case.fix in problem.fix
    assert GOOD | set(case.keeps) == set(corpus.claims.ids())
    for each in corpus.problems:
        assert str(each).isascii()
        assert str(each).isprintable()
        assert len(str(each)) <= 2000


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_strict_load_of_another_form_stops_once(case: Foreign, tmp_path: Path) -> None:
    paths = laid(case, tmp_path)
    problems = osintkp.load(*paths, form=case.form, lenient=True).problems
    errors = tuple(each for each in problems if each.severity is Severity.ERROR)

    if errors:
        with pytest.raises(osintkp.CodingError) as raised:
            osintkp.load(*paths, form=case.form)
        assert errors == raised.value.problems
    else:
        assert problems == osintkp.load(*paths, form=case.form).problems


@pytest.mark.parametrize("form", ["csv", "stix21", "web_annotation", "parquet"])
def test_what_was_not_changed_comes_back_without_a_problem(form: str, tmp_path: Path) -> None:
    put(tmp_path, {"bad": exported("bad", form)})

    corpus = osintkp.load(tmp_path / "bad", form=form)

    assert ((), ("bad/b1", "bad/sound")) == (corpus.problems, corpus.claims.ids())
