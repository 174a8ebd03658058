"""``osintkp explain``: the page of a check."""

from __future__ import annotations

import pytest

import osintkp
from commands import started
from osintkp.command import main


@pytest.mark.parametrize("name", ["figures-conflict", "QTY101", "QTY"])
def test_explain_prints_a_page(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["explain", name])

    assert f"{osintkp.explain(name)}\n" == capsys.readouterr().out


def test_explain_prints_a_page_in_a_process_of_its_own() -> None:
    assert (0, f"{osintkp.explain('QTY101')}\n", "") == started("explain", "figures-conflict")


def test_a_name_that_means_nothing_exits_with_two() -> None:
    status, printed, told = started("explain", "figures-conflct")

    assert (2, "") == (status, printed)
    assert "figures-conflct" in told
