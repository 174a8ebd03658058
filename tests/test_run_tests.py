"""What the suite leaves out where something is missing, and says so."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

TOOL = import_module("run_tests")


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("", False)])
def test_what_is_left_out_is_told_in_a_line_and_fails_only_where_it_has_to_run(
    value: str, expected: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OSINTKP_NEED_X", value)
    left = TOOL.lacks(TOOL.BROWSER, "chromium", "OSINTKP_NEED_X")
    told = capsys.readouterr().out.splitlines()

    assert expected is left
    assert "left out: 2 test files that need chromium" == told[0]
    assert ["they have to run here (OSINTKP_NEED_X is set)"] * expected == told[1:]


def test_a_browser_is_looked_for_by_its_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert None is TOOL.browser_path()

    there = tmp_path / "google-chrome"
    there.write_text("")
    there.chmod(0o755)
    assert str(there) == TOOL.browser_path()


@pytest.mark.parametrize(
    ("name", "variable"), [("TEXTS", "OSINTKP_NEED_TEXTS"), ("browser_path", "OSINTKP_NEED_BROWSER")]
)
def test_the_run_fails_at_once_where_what_has_to_run_cannot(
    name: str, variable: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(TOOL, "TEXTS", tmp_path)
    monkeypatch.setattr(TOOL, name, tmp_path / "gone" if name == "TEXTS" else lambda: None)
    monkeypatch.setattr(TOOL.subprocess, "run", None)
    monkeypatch.setenv(variable, "1")

    assert 1 == TOOL.main()
