"""Gathering a store from codings file by file: the store, and the problems, that one load of them all gives."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

import osintkp
from export_cases import full
from osintkp.coding.saved import Saved
from osintkp.errors import InvalidValueError
from osintkp.problems import CodingError
from osintkp.store import gather, gathering, write_store
from osintkp.store.gathering import Places
from test_store import contents

SOUND = """{"schema": "osintkp/1", "source": {"id": "wire", "derived_from": "nowhere"}}
{"claim": {"id": "trucks", "shipment": {"sender": "EG", "recipient": "SD", "amount": "~40 truck"}}}
{"claim": {"id": "again", "links": [{"kind": "repeats", "claim": "trucks"}, {"kind": "supports", "claim": "gone/x"}], "loss": {"actor": "Sudan"}}}
{"schema": "osintkp/1", "source": {"id": "post"}}
{"claim": {"id": "loss", "links": [{"kind": "repeats", "claim": "wire/trucks"}, {"kind": "repeats", "claim": "wire/none"}], "loss": {"actor": "SD"}}}
"""
UNSOUND = """{"schema": "osintkp/1", "source": {"id": "Wire", "publisher": 7}}
{"claim": {"id": "more", "loss": {"actor": "SD"}}}
{"schema": "osintkp/1", "source": {"id": "wire", "id": 7}}
{"schema": "osintkp/9", "source": {"id": "wire"}}
{"schema": "osintkp/1", "source": 7}
{"schema": "osintkp/1", "source": {"id": "late", "colour": "red"}}
{"claim": {"id": "twice", "links": [{"kind": "repeats", "claim": "none"}], "loss": {"actor": "SD", "amount": "3 tnak"}}}
{"claim": {"id": "twice", "links": [{"kind": "repeats", "claim": "none"}], "loss": {"actor": "SD"}}}
{"claim": {"id": "twice", "links": [{"kind": "repeats", "claim": "none"}], "loss": {"actor": "ET"}}}
{"claim": {"id": "bad", "loss": {"actors": "SD"}}}
{"claim": {"id": "to-bad", "links": [{"kind": "repeats", "claim": "bad"}], "loss": {"actor": "SD"}}}
{"claim": 5}
{"clai
"""


@pytest.fixture
def codings(tmp_path: Path) -> Path:
    folder = tmp_path / "codings"
    (folder / "more").mkdir(parents=True)
    (folder / "a.jsonl").write_text(SOUND)
    (folder / "b.jsonl").write_text(UNSOUND)
    (folder / "more" / "c.jsonl").write_text(SOUND.replace('"post"', '"later"'))
    (folder / "more" / "left.bin").write_text("")
    full().save(folder / "full.jsonl")
    return folder


@pytest.mark.parametrize("at_once", [1, 3, 20_000])
def test_the_store_and_the_problems_are_those_of_one_load(
    at_once: int, codings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "AT_ONCE", at_once)
    loaded = osintkp.load(codings, codings / "a.jsonl", codings / "nothing", lenient=True)
    loaded.to_parquet(tmp_path / "one")

    problems = gather([codings, codings / "a.jsonl", codings / "nothing"], tmp_path / "two", lenient=True)

    assert loaded.problems == problems
    assert {
        "duplicate-id",
        "dangling-link",
        "unknown-claim",
        "unknown-source",
        "line-json",
        "file-missing",
    } <= {problem.code for problem in problems}
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    with osintkp.open(tmp_path / "two") as stored:
        assert loaded == stored.load()


@pytest.mark.parametrize("at_once", [1, 20_000])
def test_a_fault_stops_a_strict_gathering_and_nothing_is_written(
    at_once: int, codings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "AT_ONCE", at_once)
    with pytest.raises(CodingError) as loading:
        osintkp.load(codings)
    with pytest.raises(CodingError) as caught:
        gather(codings, tmp_path / "store")

    assert loading.value.problems == caught.value.problems
    assert ["codings"] == [path.name for path in tmp_path.iterdir()]


def test_what_is_sound_is_gathered_strictly_with_its_warnings(codings: Path, tmp_path: Path) -> None:
    sound = codings / "a.jsonl"
    sound.write_text(SOUND.replace("wire/none", "nowhere/none"))

    problems = gather(str(sound), str(tmp_path / "store"))

    assert osintkp.load(sound).problems == problems
    assert {"missing-quote", "actor-name", "unknown-source", "dangling-link"} == {
        each.code for each in problems
    }


def test_texts_are_found_as_in_a_load_and_a_folder_that_is_missing_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "AT_ONCE", 1)
    codings = tmp_path / "codings"
    codings.mkdir()
    (tmp_path / "texts").mkdir()
    for name in ("one", "two"):
        (codings / f"{name}.toml").write_text(
            f'schema = "osintkp/1"\n[source]\nid = "{name}"\ntext = "{name}.txt"\n[[claim]]\nid = "a"\nquote = "{name} tanks"\nloss = {{}}\n'
        )
        (tmp_path / "texts" / f"{name}.txt").write_text(f"They lost {name} tanks.")

    assert () == gather(codings, tmp_path / "store", texts=tmp_path / "texts")
    with osintkp.open(tmp_path / "store") as stored:
        assert "They lost two tanks." == stored.sources["two"].text
        assert (10, 19) == (stored.claims["one/a"].spans[0].start, stored.claims["one/a"].spans[0].end)
    nowhere = tmp_path / "nowhere"
    problems = gather(codings, tmp_path / "store", texts=nowhere, lenient=True)
    assert osintkp.load(codings, texts=nowhere, lenient=True).problems == problems
    assert ["file-missing"] == [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("paths", 5, "wrong-type"),
        ("paths", ["a.jsonl", 5], "wrong-type"),
        ("paths", "x" * 300, "path-bad"),
        ("folder", 5, "wrong-type"),
        ("folder", "a\0b", "path-bad"),
        ("texts", 5, "wrong-type"),
        ("follow_links", "everywhere", "unknown-word"),
    ],
)
def test_what_no_store_can_be_gathered_from_is_an_error_of_ours(
    name: str, value: object, code: str, codings: Path, tmp_path: Path
) -> None:
    sound: dict[str, Any] = {"paths": [codings / "a.jsonl"], "folder": tmp_path / "store", "lenient": True}

    assert gather(**sound)
    with pytest.raises(InvalidValueError) as caught:
        gather(**sound | {name: value})
    assert code == caught.value.code


def test_a_store_of_anything_but_claims_is_refused(tmp_path: Path) -> None:
    claims: Any = 5
    with pytest.raises(InvalidValueError, match="give Claims"):
        write_store(claims, tmp_path / "store")

    write_store(full().claims, tmp_path / "store")
    assert full() == osintkp.open(tmp_path / "store").load()


def test_a_taken_folder_is_refused_before_anything_is_read(codings: Path, tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match="something else than a store lies there"):
        gather(tmp_path / "nothing", codings)


def test_a_file_of_places_that_cannot_be_begun_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, connect = list[sqlite3.Connection](), sqlite3.connect

    def connected(*given: Any, **named: Any) -> sqlite3.Connection:
        made.append(connect(*given, **named))
        return made[-1]

    monkeypatch.setattr(sqlite3, "connect", connected)
    (tmp_path / "places").write_bytes(b"no database" * 500)

    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        Places(tmp_path / "places")
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        made[0].execute("SELECT 1")


def test_codings_that_change_while_they_are_gathered_are_told_of(
    codings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = gather(codings, tmp_path / "still", lenient=True)
    monkeypatch.setattr(Saved, "mixed", lambda *_: True)
    moving = gather(codings, tmp_path / "moving", lenient=True)

    assert {"file-changing"} == {each.code for each in moving} - {each.code for each in still}
    with pytest.raises(CodingError, match="the codings were changed while they were read"):
        gather(codings, tmp_path / "none")
    assert not (tmp_path / "none").exists()
