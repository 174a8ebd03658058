"""The command line: what it prints, and its exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import osintkp
from osintkp.command import main
from test_exports import CODING


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "wire.toml").write_text(f'schema = "osintkp/1"\n{CODING}', encoding="utf-8")
    return tmp_path


def test_check_prints_findings_and_exits_with_one_where_they_are_grave(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == main(["check", str(folder), "--select", "QTY101"])

    printed = capsys.readouterr().out
    assert printed.startswith("1 finding: 1 error\nERROR   QTY101 figures-conflict")


@pytest.mark.parametrize(
    ("more", "status"),
    [
        (["--select", "QTY101"], 1),
        (["--select", "QTY101", "--fail-on", "never"], 0),
        (["--select", "PHY", "--fail-on", "info"], 0),
        (["--ignore", "QTY"], 0),
    ],
)
def test_the_exit_status_says_whether_anything_reached_the_level(
    folder: Path, more: list[str], status: int
) -> None:
    assert status == main(["check", str(folder), *more])


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_check_prints_one_document_in_another_form(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(folder), "--select", "QTY101", "--format", form])

    data = json.loads(capsys.readouterr().out)
    assert 1 == len(data["findings"] if form == "json" else data["runs"][0]["results"])


@pytest.mark.parametrize(
    "wrong", [["check", "nowhere"], ["check", ".", "--select", "no-such-check"], ["explain", "no-such-check"]]
)
def test_unusable_input_is_told_in_one_line_and_exits_with_two(
    wrong: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.toml").write_text(f'schema = "osintkp/1"\n{CODING}', encoding="utf-8")

    assert 2 == main(wrong)

    assert "" == capsys.readouterr().out


def test_explain_prints_a_page_in_a_process_of_its_own() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "osintkp", "explain", "figures-conflict"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert osintkp.explain("QTY101") == run.stdout.removesuffix("\n")


def test_reference_data_of_ones_own_and_texts_are_taken_from_where_they_are(folder: Path) -> None:
    (folder / "facts.json").write_text("{}")

    assert 1 == main(
        ["check", str(folder / "wire.toml"), "--facts", str(folder / "facts.json"), "--texts", str(folder)]
    )
