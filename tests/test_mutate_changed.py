"""Altering one place of a module at a time: which places, into what, and how many may go unseen."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
MODULE = '''"""Ports."""
from typing import Literal

DEEP: Literal[9] = 9
NAMES = {"Mombasa": 1, f"{1 + 1}": 2}


def deep(metres: float, least: int = 9) -> bool:
    return metres >= least and not metres == 99


def kind(metres: object) -> str:
    match metres:
        case 0:
            return "dry"
    return str(metres)  # pragma: no mutate
'''


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """Return the tool, at home in a folder with one module."""
    spec = importlib.util.spec_from_file_location("mutate_changed", ROOT / "tools" / "mutate_changed.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    monkeypatch.setattr(made, "ROOT", tmp_path)
    (tmp_path / "ports.py").write_text(MODULE)
    return made


def test_comparisons_operators_numbers_and_answers_are_altered_and_nothing_else(tool: ModuleType) -> None:
    found = list(tool.mutants(Path("ports.py"), set(range(1, 99))))

    assert {
        ("9", "(10)"),
        ("1", "(2)"),
        ("2", "(3)"),
        ("metres >= least and not metres == 99", "(metres >= least or not metres == 99)"),
        ("metres >= least", "(metres > least)"),
        ("not metres == 99", "(metres == 99)"),
        ("metres == 99", "(metres != 99)"),
        ("99", "(100)"),
        ("return metres >= least and not metres == 99", "return None"),
    } == {(each.was, each.now) for each in found}
    assert [4, 8] == [each.line for each in found if each.was == "9"]
    for each in found:
        ast.parse(each.source)
        assert MODULE == each.source.replace(each.now, each.was, 1)


def test_only_what_begins_in_a_line_that_changed_is_altered(tool: ModuleType) -> None:
    assert ["ports.py:5: '1' -> '(2)'", "ports.py:5: '2' -> '(3)'"] == [
        str(each) for each in tool.mutants(Path("ports.py"), {5, 14, 15})
    ]


@pytest.mark.parametrize(("tried", "live"), [(0, 0), (1, 1), (4, 2), (16, 5), (100, 18)])
def test_as_many_may_go_unseen_as_are_likely_at_nine_in_ten(tool: ModuleType, tried: int, live: int) -> None:
    assert live == tool.most_that_live(tried)


def test_a_module_is_held_to_the_tests_of_its_area_its_own_first(
    tool: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tool, "ROOT", ROOT)
    found = [Path(each).name for each in tool.tests_of(Path("src/osintkp/coding/seal.py"))]

    assert "test_coding_seal.py" == found[0]
    assert {"test_coding_toml.py", "test_verifying.py"} < set(found)
    assert "test_dates.py" not in found
    for name in tool.SETTINGS["only_mutate"]:
        area = Path(name).relative_to("src/osintkp").parts[0].removesuffix(".py")
        assert area in tool.TESTS
