"""Setting a folder in the place of another: at one stroke where the system can, in two steps that are undone where not."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from osintkp.store import exchanging
from osintkp.store.exchanging import exchange, set_in_place


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return folder(tmp_path / "made", "new")


def folder(path: Path, content: str) -> Path:
    path.mkdir()
    (path / "file").write_text(content)
    return path


def contents(place: Path) -> dict[str, str]:
    return {str(path.relative_to(place)): path.read_text() for path in place.rglob("*") if path.is_file()}


def test_a_folder_takes_a_name_that_is_free(made: Path, tmp_path: Path) -> None:
    assert None is set_in_place(made, tmp_path / "target", tmp_path / "aside")
    assert {"target/file": "new"} == contents(tmp_path)


def test_a_folder_takes_the_place_of_an_empty_one(made: Path, tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()

    assert None is set_in_place(made, tmp_path / "target", tmp_path / "aside")
    assert {"target/file": "new"} == contents(tmp_path)


def test_two_folders_change_places(made: Path, tmp_path: Path) -> None:
    target = folder(tmp_path / "target", "old")

    assert made == set_in_place(made, target, tmp_path / "aside")
    assert {"target/file": "new", "made/file": "old"} == contents(tmp_path)


def test_at_no_moment_is_there_none(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, moved = folder(tmp_path / "target", "old"), list[str]()
    rename = os.rename

    def renamed(one: Path, other: Path) -> None:
        moved.append(Path(one).name)
        rename(one, other)

    monkeypatch.setattr(os, "rename", renamed)
    set_in_place(made, target, tmp_path / "aside")
    assert ["made"] == moved  # which failed, as there is something: the rest was one call


def test_where_names_cannot_be_exchanged_the_old_folder_is_moved_aside(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, aside = folder(tmp_path / "target", "old"), tmp_path / "aside"
    monkeypatch.setattr(exchanging, "exchange", lambda *_: False)

    assert aside == set_in_place(made, target, aside)
    assert {"target/file": "new", "aside/file": "old"} == contents(tmp_path)


def test_where_the_new_folder_cannot_follow_the_old_one_comes_back(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = folder(tmp_path / "target", "old")
    monkeypatch.setattr(exchanging, "exchange", lambda *_: False)
    monkeypatch.setattr(os, "rename", failing("made"))

    with pytest.raises(OSError, match="No space left"):
        set_in_place(made, target, tmp_path / "aside")
    assert {"target/file": "old", "made/file": "new"} == contents(tmp_path)


def test_an_old_folder_that_cannot_come_back_is_named(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = folder(tmp_path / "target", "old")
    monkeypatch.setattr(exchanging, "exchange", lambda *_: False)
    monkeypatch.setattr(os, "rename", failing("made", "aside"))

    with pytest.raises(OSError, match=r"nothing is in place, .* rename aside to target: .*/aside"):
        set_in_place(made, target, tmp_path / "aside")
    assert {"aside/file": "old", "made/file": "new"} == contents(tmp_path)


def failing(*names: str) -> Any:
    """Return a rename that fails for folders of some names."""
    rename = os.rename

    def renamed(one: Path, other: Path) -> None:
        if Path(one).name in names:
            raise OSError(errno.ENOSPC, "No space left on device")
        rename(one, other)

    return renamed


def test_a_file_in_its_place_is_left_alone(made: Path, tmp_path: Path) -> None:
    (tmp_path / "target").write_text("mine")

    with pytest.raises(NotADirectoryError):
        set_in_place(made, tmp_path / "target", tmp_path / "aside")
    assert {"target": "mine", "made/file": "new"} == contents(tmp_path)


class Library:
    """A C library whose call fails."""

    def __init__(self, code: int) -> None:
        self._code = code

    def renameat2(self, *_: object) -> int:
        ctypes.set_errno(self._code)
        return -1


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.EINVAL])
def test_a_file_system_that_cannot_exchange_says_so(
    code: int, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library(code))

    assert not exchange(made, made)


def test_a_fault_of_the_system_is_raised_with_both_names(made: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"No such file or directory: .*/made' -> .*/nothing'"):
        exchange(made, tmp_path / "nothing")


def test_other_systems_and_older_libraries_cannot_exchange(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())

    assert not exchange(made, made)

    monkeypatch.setattr(ctypes, "CDLL", None)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not exchange(made, made)
