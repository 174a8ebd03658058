"""The steps run on Spark as they are, and find what is found in memory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pyspark.sql import SparkSession

import osintkp
from osintkp import scale
from osintkp.store import layout

EXAMPLE = Path(__file__).parents[2] / "examples" / "spark"


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(EXAMPLE))
    yield import_module("checking")
    del sys.modules["checking"]


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[SparkSession]:
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", str(Path(osintkp.__file__).parents[1]))
    settings: dict[str, Any] = {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }
    builder = SparkSession.builder.master("local[2]").config(map=settings)
    with builder.getOrCreate() as session:
        yield session


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
def test_spark_finds_what_is_found_in_memory(
    example: ModuleType, session: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "PER_PART", 20)
    osintkp.load_seeds().to_parquet(tmp_path / "store")
    (tmp_path / "scratch").mkdir()

    found = scale.check(tmp_path / "store", scheduler=example.in_spark(session), scratch=tmp_path / "scratch")

    assert list(osintkp.load_seeds().check()) == list(found)
    assert [] == list((tmp_path / "scratch").iterdir())
