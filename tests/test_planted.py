"""Every check finds what was planted for it, on any actors, goods and dates, and is silent on the innocent twin."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from osintkp.checks import checks
from planted import Planted
from planted.draw import Draw

DRAWS = 8
PLANTERS = sorted(
    path.stem
    for path in (Path(__file__).parent / "planted").glob("*.py")
    if path.stem not in ("__init__", "draw")
)

every_planter = pytest.mark.parametrize("name", PLANTERS)
every_draw = pytest.mark.parametrize("number", range(DRAWS))


def planted(name: str, number: int) -> Planted:
    found: Planted = import_module(f"planted.{name}").plant(Draw(number))
    return found


def test_every_check_has_a_planter() -> None:
    assert sorted(check.name.replace("-", "_") for check in checks()) == PLANTERS


@every_draw
@every_planter
def test_a_planted_fault_is_found(name: str, number: int) -> None:
    pair = planted(name, number)

    assert 0 < len(pair.fault.check(select=name.replace("_", "-")).at_least(pair.severity))


@every_draw
@every_planter
def test_the_innocent_twin_is_left_alone(name: str, number: int) -> None:
    pair = planted(name, number)

    assert "no findings" == str(pair.twin.check(select=name.replace("_", "-")).at_least("warning"))
