"""The wheel, built once for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from environments import built


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"))
