"""The frozen tables are those that their hand-kept sources give."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
DATA = ROOT / "src" / "osintkp" / "data"
NAMES = ("actors", "places", "items", "likelihood")


@pytest.fixture(scope="module")
def build_tables() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_tables", ROOT / "tools" / "build_tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_frozen_tables_are_fresh(build_tables: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == build_tables.main(["--check"])
    assert "" == capsys.readouterr().err


def test_a_stale_or_missing_table_is_told(
    build_tables: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == build_tables.main(["--into", str(tmp_path)])
    stale = tmp_path / "items.json"
    stale.write_text(stale.read_text(encoding="utf-8") + " ", encoding="utf-8")
    (tmp_path / "places.json").unlink()

    assert 1 == build_tables.main(["--check", "--into", str(tmp_path)])
    assert "stale: places.json, items.json; run python tools/build_tables.py\n" == capsys.readouterr().err


def test_building_writes_the_same_bytes(build_tables: ModuleType, tmp_path: Path) -> None:
    build_tables.main(["--into", str(tmp_path)])

    for name in NAMES:
        assert (DATA / f"{name}.json").read_bytes() == (tmp_path / f"{name}.json").read_bytes()


@pytest.mark.parametrize(
    ("name", "limit"), [("actors", 600_000), ("places", 300_000), ("items", 60_000), ("likelihood", 4_000)]
)
def test_the_tables_stay_small(name: str, limit: int) -> None:
    assert (DATA / f"{name}.json").stat().st_size < limit


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_a_citation(name: str) -> None:
    table: dict[str, Any] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    citations = table.get("citations") or [
        [row["citation"], row["basis"]] for row in table["schemes"].values()
    ]
    rows = table.get(name, {})

    assert all(text and basis in ("found", "memory") for text, basis in citations)
    assert all(0 <= row["cite"] < len(citations) for row in rows.values() if isinstance(row, dict))


def test_an_id_that_nothing_has_is_refused(build_tables: ModuleType) -> None:
    row = {"kind": "agency", "name": "x", "part_of": "nowhere", "cite": 0}

    with pytest.raises(build_tables.TableError, match=r"^ids that no actor has: \['nowhere'\]$"):
        build_tables.verify_actors({"actors": {"x": row}, "members": {}, "ambiguous": {}})


def test_a_body_that_belongs_to_itself_is_refused(build_tables: ModuleType) -> None:
    rows = {"x": {"part_of": "y"}, "y": {"part_of": "x"}}

    with pytest.raises(build_tables.TableError, match=r"^x belongs to itself$"):
        build_tables.verify_actors({"actors": rows, "members": {}, "ambiguous": {}})
