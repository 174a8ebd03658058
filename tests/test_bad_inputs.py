"""
Bad inputs: each gives one clear problem with its place and its fix, and nothing sound is lost beside it.

Every row of the tables in ``badinputs`` is loaded leniently and strictly, beside codings that are good.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

import osintkp
from badinputs import ACCEPTED, CASES, files
from badinputs.writing import GOOD_CLAIMS, OUTSIDE, WARNING, Case, Sound, Verdict, lay
from osintkp.problems import Problem
from osintkp.vocabulary.scales import Severity

HERE = [case for case in CASES if not case.alone]
ALONE = [case for case in CASES if case.alone]
UNREADABLE = files.UNREADABLE
MEBIBYTE = 1 << 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "codings").mkdir()
    return tmp_path / "codings"


def in_whole_words(words: str, text: str) -> bool:
    """Tell whether words stand in a text without more letters at either end."""
    before, found, after = text.partition(words)
    edges = (before[-1:], words[:1]), (words[-1:], after[:1])
    return words == found and not any(left.isalnum() and right.isalnum() for left, right in edges)


def is_safe_line(line: str) -> bool:
    return line.isascii() and line.isprintable() and len(line) <= 2000


def meets(case: Case, problems: tuple[Problem, ...], folder: Path) -> None:
    """Hold the problems of a load against those of a case."""
    assert sorted([case.code, *case.also]) == sorted(problem.code for problem in problems), problems
    problem = problems[0]
    place = (problem.code, problem.severity, problem.file, problem.line, problem.claim, problem.field)
    assert (case.code, case.severity, str(folder / case.file), case.line, case.claim, case.field) == place
    assert in_whole_words(case.says, f"{problem.message}: {problem.value}"), (
        f"{problem.message}: {problem.value}"
    )
    assert in_whole_words(case.fix, problem.fix), problem.fix
    for each in problems:
        assert is_safe_line(str(each))
        assert f"[{each.code}]" in str(each)
        assert each.message[:60] in str(each)
        assert OUTSIDE not in f"{each.message} {each.value} {each.fix}"


@pytest.mark.parametrize("case", HERE, ids=lambda case: case.name)
def test_a_bad_input_gives_one_problem_and_takes_nothing_sound_with_it(case: Case, folder: Path) -> None:
    lay(case, folder)

    corpus = osintkp.load(folder, lenient=True)

    meets(case, corpus.problems, folder)
    assert {*GOOD_CLAIMS, *case.keeps} == set(corpus.claims.ids())


@pytest.mark.parametrize("case", HERE, ids=lambda case: case.name)
def test_a_strict_load_stops_once_at_errors_and_never_at_a_warning(case: Case, folder: Path) -> None:
    lay(case, folder)
    lenient = osintkp.load(folder, lenient=True)

    if case.severity is WARNING:
        assert lenient.problems == osintkp.load(folder).problems
    else:
        with pytest.raises(osintkp.CodingError) as raised:
            osintkp.load(folder)
        assert lenient.problems == raised.value.problems
        assert [str(problem) for problem in lenient.problems] == str(raised.value).split("\n")


CHILD = """
import json, os, resource, sys, time
import osintkp
limit, nobody = int(sys.argv[2]), 65534
if sys.argv[3] == "nobody" and os.getuid() == 0:
    osintkp.load(sys.argv[1], lenient=True)  # what is imported late may be out of reach later
    os.setuid(nobody)
with open("/proc/self/statm") as stream:
    held = int(stream.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (held + limit, held + limit))
begun = time.process_time()
corpus = osintkp.load(sys.argv[1], lenient=True)
took = time.process_time() - begun
fields = ("code", "severity", "file", "line", "claim", "field", "value", "message", "fix")
problems = [{name: getattr(each, name) for name in fields} for each in corpus.problems]
print(json.dumps({"took": took, "claims": list(corpus.claims.ids()), "problems": problems}))
"""


@pytest.mark.parametrize("case", ALONE, ids=lambda case: case.name)
def test_what_would_hang_or_fill_the_memory_is_refused_in_a_process_of_its_own(
    case: Case, folder: Path
) -> None:
    lay(case, folder)

    answer = loaded_apart(folder, user="anybody")

    meets(
        case,
        tuple(Problem(**{**each, "severity": Severity(each["severity"])}) for each in answer["problems"]),
        folder,
    )
    assert {*GOOD_CLAIMS, *case.keeps} == set(answer["claims"])
    assert answer["took"] < 2


@pytest.mark.parametrize("case", UNREADABLE, ids=lambda case: case.name)
def test_what_may_not_be_read_is_named_to_a_user_without_rights(case: Case) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name, "codings")
        folder.mkdir()
        lay(case, folder)

        answer = loaded_apart(folder, user="nobody")

        meets(
            case,
            tuple(Problem(**{**each, "severity": Severity(each["severity"])}) for each in answer["problems"]),
            folder,
        )
        assert {*GOOD_CLAIMS, *case.keeps} == set(answer["claims"])


def loaded_apart(folder: Path, *, user: str) -> dict[str, Any]:
    """Return what a process of its own says of a load, which may take 100 MiB and twenty seconds."""
    path = os.pathsep.join(each for each in sys.path if each)
    told = [sys.executable, "-c", CHILD, str(folder), str(100 * MEBIBYTE), user]
    done = subprocess.run(told, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, timeout=20, check=False)  # fmt: skip
    assert "" == done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def value_at(claim: object, path: str) -> str:
    """Return what stands at a path of attributes and numbers, as text."""
    found = claim
    for step in path.split("."):
        found = found[int(step)] if step.isdigit() else getattr(found, step)  # type: ignore[index]
    return str(found)


@pytest.mark.parametrize("case", ACCEPTED, ids=lambda case: case.name)
def test_what_only_looks_bad_is_loaded_as_it_stands(case: Sound, folder: Path) -> None:
    lay(case, folder)

    corpus = osintkp.load(folder)

    assert () == corpus.problems
    assert {*GOOD_CLAIMS, *case.keeps} == set(corpus.claims.ids())
    if case.keeps:
        claim = corpus.claims["bad/b1"]
        assert case.reads == {path: value_at(claim, path) for path in case.reads}


TOLD = [case for case in ACCEPTED if case.tells is not None]
UNTOLD = [case for case in ACCEPTED if case.tells is None and case.name[0] not in "XR"]


@pytest.mark.parametrize("case", TOLD, ids=lambda case: case.name)
def test_letters_that_deceive_are_told_by_a_check_and_stay_as_they_stand(case: Sound, folder: Path) -> None:
    lay(case, folder)
    assert case.tells is not None
    check, words = case.tells

    findings = osintkp.load(folder).check(select=check)

    assert 1 == sum(words in f"{each.message} {each.working}" for each in findings), list(findings)


def test_every_row_has_a_name_of_its_own() -> None:
    names = [case.name for case in CASES] + [case.name for case in ACCEPTED]

    assert len(names) == len(set(names))


def test_every_verdict_has_cases() -> None:
    assert set(Verdict) == {case.verdict for case in CASES}


def test_every_hostile_corpus_of_the_list_has_its_case() -> None:
    most = {"E": 19, "S": 35, "Q": 31, "D": 22, "P": 15, "N": 9, "F": 23, "X": 12, "R": 13}
    here = Path(__file__).parent
    texts = [
        path.read_text("utf-8")
        for path in (*(here / "badinputs").glob("*.py"), *here.glob("test_bad_inputs*.py"))
    ]
    found = {
        each.upper() for text in texts for each in re.findall(r'(?:"|\btest_)([A-Za-z][0-9][0-9])[ _]', text)
    }

    assert {f"{letter}{number:02}" for letter in most for number in range(1, most[letter] + 1)} == found
    assert 179 == len(found)
