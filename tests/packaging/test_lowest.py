"""
The lowest versions that the project admits of what it needs, in environments that have nothing else.

The newest are what every other test of this folder installs. ``OSINTKP_LONG=1`` tries every extra, else one is.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from test_extras import DECLARED, EXTRAS, START, USES
from test_wheel import CORE

from environments import ROOT, environment, printed

CHOSEN = EXTRAS if os.environ.get("OSINTKP_LONG") else ["fast"]
NEEDED = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]


def lowest(wanted: list[str]) -> list[str]:
    return [each.replace(">=", "==") for each in wanted]


def test_whatever_is_needed_names_its_lowest_version() -> None:
    for wanted in (*NEEDED, *(each for name in EXTRAS for each in DECLARED[name])):
        assert 1 == wanted.count(">="), wanted
        assert "," not in wanted


def test_the_tutorials_core_runs_with_the_lowest_versions(wheel: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "environment", str(wheel), *lowest(NEEDED))

    assert "114 69\n" == printed(python, "-c", CORE, folder=tmp_path)


@pytest.mark.parametrize("name", CHOSEN)
def test_an_extra_does_what_it_is_for_with_the_lowest_versions(
    name: str, wheel: Path, tmp_path: Path
) -> None:
    python = environment(tmp_path / "environment", str(wheel), *lowest(NEEDED), *lowest(DECLARED[name]))

    assert "done\n" == printed(python, "-c", f"{START}{USES[name]}\nprint('done')", folder=tmp_path)
