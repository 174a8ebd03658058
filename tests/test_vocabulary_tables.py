"""Tables whose rows are read when they are first asked for."""

from __future__ import annotations

import json
import pkgutil
from typing import Any

import pytest

from osintkp.vocabulary.tables import Rows, table

LINES = {"goma": '{"state":"CD"}', "wau": '{"state":"SS"}'}


def test_a_row_is_read_once_and_only_when_it_is_asked_for() -> None:
    rows = Rows(LINES | {"bad": "{"})

    assert {"state": "CD"} == rows["goma"]
    assert rows["goma"] is rows["goma"]
    assert "bad" in rows
    with pytest.raises(json.JSONDecodeError):
        rows["bad"]


def test_rows_have_an_order_a_length_and_nothing_else() -> None:
    rows = Rows(LINES)

    assert ["goma", "wau"] == list(rows)
    assert 2 == len(rows)
    assert "wau" in rows
    assert "juba" not in rows
    assert rows.get("juba") is None
    with pytest.raises(KeyError):
        rows["juba"]


@pytest.mark.parametrize("name", ["actors", "places"])
def test_a_table_read_by_rows_is_the_one_in_its_file(name: str) -> None:
    raw: dict[str, Any] = json.loads(pkgutil.get_data("osintkp", f"data/{name}.json") or b"")

    head, rows = table(name)

    assert raw == head | {name: dict(rows)}
    assert list(raw[name]) == list(rows)


def test_a_table_that_somebody_has_written_on_one_line_is_read_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = json.dumps({"places": {"goma": {"state": "CD"}}, "keys": {"goma": "goma"}})
    monkeypatch.setattr(pkgutil, "get_data", lambda *_: text.encode())

    assert ({"keys": {"goma": "goma"}}, {"goma": {"state": "CD"}}) == table("places")
