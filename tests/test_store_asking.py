"""What is asked of a store wrongly is refused with what is wrong, the value and what would be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import osintkp
from builders import claim, corpus
from osintkp import scale
from osintkp.errors import InvalidValueError
from osintkp.store import asking
from osintkp.store.opened import literal
from osintkp.stored import StoredCorpus

TWO = corpus(
    claim("wire/drones", sender="IR", recipient="SD", item="aircraft/uncrewed", amount="40 drone", when="2024-01"),
    claim("paper/tanks", "loss", actor="AM", item="vehicles/tank", amount="~250 tank", when="2020-10"),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    TWO.to_parquet(tmp_path / "store")
    return tmp_path / "store"


@pytest.fixture
def stored(folder: Path) -> Iterator[StoredCorpus]:
    with osintkp.open(folder) as opened:
        yield opened


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("abc", "bad-size"), ("", "bad-size"), ("-1", "bad-size"), ("80%", "bad-size"), ("100", "bad-size"), ("1\0GB", "bad-size"),
        ("1e30GB", "bad-size"), ("\u0661GB", "bad-size"), ("1.GB", "bad-size"), (100, "wrong-type"), ("1KB", "out-of-range"),
        ("7.999999MB", "out-of-range"), ("9999999TiB", "out-of-range"),
    ],
)  # fmt: skip
def test_a_memory_that_duckdb_cannot_work_in_is_refused_before_it_is_asked(
    given: Any, code: str, folder: Path
) -> None:
    with pytest.raises(InvalidValueError) as opened:
        osintkp.open(folder, memory=given)
    with pytest.raises(InvalidValueError) as checked:
        scale.check(folder, memory=given)

    assert code == opened.value.code == checked.value.code
    assert (given, "memory", 'write it like "256MB" or "1GB"') == (
        opened.value.value, opened.value.field, opened.value.fix,
    )  # fmt: skip


@pytest.mark.parametrize("given", ["8MB", "8000 kb", "7.63MiB", "1 GB", "8388607TiB"])
def test_a_memory_that_duckdb_can_work_in_is_taken(given: str) -> None:
    assert given == asking.memory_of(given)


def test_a_memory_that_does_not_suffice_is_named(folder: Path) -> None:
    large = "SELECT list(a.range) FROM range(3000000) a"
    with osintkp.open(folder, memory="8MB", threads=1) as opened:
        with pytest.raises(InvalidValueError) as told:
            list(opened.shelf.rows(large))
        assert 1 == len(opened.select(kind="loss"))

    assert ("too-little-memory", "8MB", "memory") == (told.value.code, told.value.value, told.value.field)
    assert "DuckDB needs more memory than it may use: '8MB'; give it more, like memory=\"1GB\"" == str(
        told.value
    )


@pytest.mark.parametrize(
    ("given", "code"),
    [(0, "out-of-range"), (-1, "out-of-range"), (1025, "out-of-range"), (10**30, "out-of-range"), ("2", "wrong-type"),
     (1.5, "wrong-type"), (True, "wrong-type")],
)  # fmt: skip
def test_threads_that_there_cannot_be_are_refused(given: Any, code: str, folder: Path) -> None:
    with pytest.raises(InvalidValueError) as told:
        osintkp.open(folder, threads=given)

    assert (code, given, "threads", "give a number from 1 to 1024") == (
        told.value.code, told.value.value, told.value.field, told.value.fix,
    )  # fmt: skip


def test_the_fewest_and_the_most_threads_are_taken() -> None:
    assert (1, 1024, None) == (asking.threads_of(1), asking.threads_of(1024), asking.threads_of(None))


@pytest.mark.parametrize("name", ["missing", "store/osintkp.json"])
def test_a_scratch_folder_in_which_nothing_can_be_put_down_is_refused(name: str, folder: Path) -> None:
    scratch = folder.parent / name
    with osintkp.open(folder, scratch=scratch) as opened, pytest.raises(InvalidValueError) as asked:
        opened.select(kind="loss")
    with pytest.raises(InvalidValueError, match="nothing can be put down in this folder") as checked:
        scale.check(folder, scratch=scratch)

    assert ("no-scratch", str(scratch), "scratch") == (asked.value.code, asked.value.value, asked.value.field)
    assert "name another folder as scratch=" == checked.value.fix


@pytest.mark.parametrize("name", ["a\\b", "a\\*b[x]?"])
def test_a_scratch_folder_with_a_backslash_is_refused_and_nothing_is_made_elsewhere(
    name: str, folder: Path
) -> None:
    scratch = folder.parent / name
    scratch.mkdir()
    with osintkp.open(folder, scratch=scratch) as opened, pytest.raises(InvalidValueError) as asked:
        opened.select(kind="loss")
    with pytest.raises(InvalidValueError) as checked:
        scale.check(folder, scratch=scratch)

    assert "bad-scratch" == asked.value.code == checked.value.code
    assert str(scratch) == asked.value.value
    assert [name, "store"] == sorted(each.name for each in folder.parent.iterdir())
    assert [] == list(scratch.iterdir())


@pytest.mark.parametrize("name", ["it's", "x;y", "a*b", "a[b]c", 'q"q', "new\nline", "{b}"])
def test_a_scratch_folder_may_have_any_other_name(name: str, folder: Path) -> None:
    scratch = folder.parent / name
    scratch.mkdir()

    assert TWO.check(["single-origin"]) == scale.check(folder, ["single-origin"], scratch=scratch)
    assert [] == list(scratch.iterdir())


def test_a_store_in_a_folder_that_duckdb_cannot_be_told_of_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a\\*b").mkdir()
    TWO.to_parquet(tmp_path / "a\\b" / "store")
    with osintkp.open(tmp_path / "a\\b" / "store") as opened:
        assert 1 == len(opened.select(kind="loss"))
    (tmp_path / "a\\b" / "store").rename(tmp_path / "a\\*b" / "moved")

    with osintkp.open(tmp_path / "a\\*b" / "moved") as opened, pytest.raises(InvalidValueError) as told:
        opened.select(kind="loss")
    with pytest.raises(InvalidValueError) as written:
        TWO.to_parquet(tmp_path / "a\\*b" / "store")

    assert ("bad-folder", "rename the folder") == (told.value.code, told.value.fix)
    assert "bad-folder" == written.value.code
    assert ["moved"] == [each.name for each in (tmp_path / "a\\*b").iterdir()]
    assert "a[*]b" == literal(Path("a*b"))


@pytest.mark.parametrize(
    ("given", "code", "value"),
    [([10**30], "out-of-range", 10**30), ([0, -1], "out-of-range", -1), ([2**63], "out-of-range", 2**63), (["x"], "wrong-type", "x"),
     ([0, "x"], "wrong-type", "x"), ([1.5], "wrong-type", 1.5), ([None], "wrong-type", None), ([True], "wrong-type", True),
     ([[1]], "wrong-type", [1]), (5, "wrong-type", 5), (None, "wrong-type", None), ("x", "wrong-type", "x")],
)  # fmt: skip
def test_what_is_no_number_of_a_claim_is_refused(
    given: Any, code: str, value: object, stored: StoredCorpus
) -> None:
    with pytest.raises(InvalidValueError) as told:
        stored.claims_of(given)

    assert (code, value) == (told.value.code, told.value.value)


def test_numbers_that_are_not_there_are_left_out(stored: StoredCorpus) -> None:
    assert ("paper/tanks",) == stored.claims_of([1, 2, 2**63 - 1]).ids()


@pytest.mark.parametrize("given", [[5], ["wire/drones", None], 5, None, "wire/drones", b"x", [["a"]]])
@pytest.mark.parametrize("ask", [StoredCorpus.holding, StoredCorpus.sources_of])
def test_what_is_no_id_is_refused(
    given: Any, ask: Callable[[StoredCorpus, Any], object], stored: StoredCorpus
) -> None:
    with pytest.raises(InvalidValueError, match="give ids, like") as told:
        ask(stored, given)

    assert "wrong-type" == told.value.code


@pytest.mark.parametrize(
    ("given", "code"),
    [(("nope",), "unknown-column"), ("id", "wrong-type"), (None, "wrong-type"), ((5,), "unknown-column"), (("id", "id"), "named-twice")],
)  # fmt: skip
def test_columns_that_a_store_has_not_are_refused_at_once(
    given: Any, code: str, stored: StoredCorpus
) -> None:
    with pytest.raises(InvalidValueError) as told:
        stored.batches(given)

    assert (code, "columns") == (told.value.code, told.value.field)


@pytest.mark.parametrize(
    ("given", "code"),
    [(0, "out-of-range"), (-1, "out-of-range"), (10_000_001, "out-of-range"), ("x", "wrong-type"), (1.5, "wrong-type")],
)  # fmt: skip
def test_batches_of_no_rows_are_refused(given: Any, code: str, stored: StoredCorpus) -> None:
    with pytest.raises(InvalidValueError) as told:
        stored.batches(("id",), given)

    assert (code, "rows", "give a number from 1 to 10000000") == (
        told.value.code,
        told.value.field,
        told.value.fix,
    )


def test_columns_come_in_the_order_in_which_they_are_named(stored: StoredCorpus) -> None:
    (batch,) = stored.batches(("kind", "id"), 10_000_000)

    assert {"kind": ["shipment", "loss"], "id": ["wire/drones", "paper/tanks"]} == batch.to_pydict()
    assert [["kind", "id"]] == [list(each) for each in [batch.to_pydict()]]


def test_findings_go_to_a_file_and_come_from_one(folder: Path) -> None:
    with pytest.raises(InvalidValueError, match="name a file in it") as told:
        scale.check(folder, to=folder.parent)
    assert ("folder-taken", str(folder.parent)) == (told.value.code, told.value.value)
    for name in ("missing.parquet", "store/osintkp.json", "store/links.parquet"):
        with pytest.raises(InvalidValueError, match="give a file that check") as unread:
            list(scale.findings_in(folder.parent / name))
        assert ("no-findings", str(folder.parent / name)) == (unread.value.code, unread.value.value)


def test_a_store_that_is_replaced_while_it_is_checked_is_refused(folder: Path) -> None:
    turns = list[int]()

    def replacing(task: scale.Task, parts: Any) -> Iterator[Any]:
        if turns:
            corpus(claim("wire/other")).to_parquet(folder)
        turns.append(len(parts))
        return scale.in_turn(task, parts)

    with pytest.raises(InvalidValueError) as told:
        scale.check(folder, scheduler=replacing)

    assert ("store-replaced", str(folder)) == (told.value.code, told.value.value)


def test_a_store_that_is_replaced_by_the_same_is_checked_to_its_end(folder: Path) -> None:
    turns = list[int]()

    def replacing(task: scale.Task, parts: Any) -> Iterator[Any]:
        if turns:
            TWO.to_parquet(folder)
        turns.append(len(parts))
        return scale.in_turn(task, parts)

    assert TWO.check(["figures-conflict"]) == scale.check(folder, ["figures-conflict"], scheduler=replacing)


def test_a_worker_notices_by_itself_that_another_store_lies_there(folder: Path) -> None:
    codes = list[str]()

    def replacing(task: scale.Task, parts: Any) -> Iterator[Any]:
        assert parts
        corpus(claim("wire/other")).to_parquet(folder)
        with pytest.raises(InvalidValueError) as told:
            task.of(0)
        codes.append(told.value.code)
        raise ConnectionAbortedError

    with pytest.raises(ConnectionAbortedError):
        scale.check(folder, scheduler=replacing)

    assert ["store-replaced"] == codes
