"""``osintkp schema``: what an outside reader is to fill."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import osintkp
from commands import started
from osintkp.command import main


def test_schema_prints_a_valid_schema_in_a_process_of_its_own() -> None:
    status, printed, told = started("schema")

    assert (0, "") == (status, told)
    jsonschema.Draft202012Validator.check_schema(json.loads(printed))


def test_schema_writes_a_file_or_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [0, 0] == [main(["schema", "-o", str(tmp_path / "a.json")]), main(["schema", "-o", str(tmp_path)])]

    assert "" == capsys.readouterr().out
    assert osintkp.schema() == json.loads((tmp_path / "a.json").read_text())
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "osintkp.schema.json").read_bytes()
