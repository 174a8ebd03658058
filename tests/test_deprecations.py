"""A name that has changed works for a year, and says what it is called now."""

from __future__ import annotations

import subprocess
import sys
import warnings
from pathlib import Path

import pytest

import osintkp
from osintkp import deprecations
from osintkp.deprecations import RENAMED, Renamed, current, warn

SAMPLE = {"Utterance": Renamed(new="Claim", since="26.1", gone="27.1")}


def test_an_old_name_gives_the_new_thing_and_warns_where_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deprecations, "RENAMED", SAMPLE)

    with pytest.warns(DeprecationWarning, match="osintkp.Utterance") as told:
        found = osintkp.Utterance  # type: ignore[attr-defined]

    assert osintkp.Claim is found
    assert ["osintkp.Utterance is now osintkp.Claim; the old name goes in osintkp 27.1"] == [
        str(each.message) for each in told
    ]
    assert __file__ == told[0].filename


def test_an_old_name_can_be_imported_and_warns_where_it_is(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from osintkp import deprecations\n"
        "deprecations.RENAMED = {'Utterance': deprecations.Renamed('Claim', '26.1', '27.1')}\n"
        "from osintkp import Utterance\n"
        "print(Utterance.__name__)\n"
    )

    run = subprocess.run(
        [sys.executable, "-W", "always", str(script)], capture_output=True, text=True, check=True
    )

    assert "Claim\n" == run.stdout
    assert run.stderr.startswith(f"{script}:3: DeprecationWarning: osintkp.Utterance is now osintkp.Claim;")


def test_a_name_that_never_was_is_none_and_warns_nobody() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert current("Uterance", SAMPLE) is None
        with pytest.raises(AttributeError, match="has no attribute 'Uterance'"):
            osintkp.Uterance  # type: ignore[attr-defined]  # noqa: B018


def test_a_method_that_was_renamed_warns_its_caller() -> None:
    def pick() -> None:
        warn("corpus.pick", "corpus.select", "27.1")

    with pytest.warns(
        DeprecationWarning, match=r"^corpus\.pick is now corpus\.select; the old name goes in osintkp 27\.1$"
    ) as told:
        pick()

    assert __file__ == told[0].filename


@pytest.mark.parametrize("renamed", [RENAMED, SAMPLE], ids=["the table", "a sample"])
def test_every_old_name_leads_to_one_that_is_there_and_stays_for_a_year(renamed: dict[str, Renamed]) -> None:
    for old, row in renamed.items():
        assert row.new in osintkp.__all__
        assert old not in osintkp.__all__
        since, gone = (tuple(map(int, version.split("."))) for version in (row.since, row.gone))
        assert gone >= (since[0] + 1, *since[1:])
