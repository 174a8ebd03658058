"""Writing: every file whole or as it was, and no temporary file after a fault."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from osintkp.errors import WritingError
from osintkp.writing import write_whole

OLD = {"a.toml": b"old a", "b.toml": b"old b"}
NEW = {"a.toml": b"new a" * 1000, "b.toml": b"new b", "c.toml": b"new c"}


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, raw in OLD.items():
        (tmp_path / name).write_bytes(raw)
    return tmp_path


def contents(folder: Path) -> dict[Path, bytes]:
    return {folder / name: raw for name, raw in NEW.items()}


def fail_at(number: int, call: Callable[..., Any], fault: int = errno.ENOSPC) -> Callable[..., Any]:
    """Return a function that does what another does, but fails at its n-th call."""
    calls = iter(range(1, 1000))

    def failing(*given: Any, **named: Any) -> Any:
        if next(calls) == number:
            raise OSError(fault, os.strerror(fault))
        return call(*given, **named)

    return failing


def test_files_are_written_and_nothing_else_is_left(folder: Path) -> None:
    write_whole(contents(folder))

    assert files_in(folder) == NEW


def test_a_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    write_whole({tmp_path / "deep" / "er" / "a.toml": b"new"})

    assert b"new" == (tmp_path / "deep" / "er" / "a.toml").read_bytes()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_flush_that_fails_leaves_every_file_as_it_was(
    number: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fail_at(number, os.fsync))

    with pytest.raises(OSError, match="No space left on device"):
        write_whole(contents(folder))
    assert files_in(folder) == OLD


def test_a_name_that_is_taken_by_a_folder_leaves_every_file_as_it_was(folder: Path) -> None:
    (folder / "c.toml").mkdir()
    first = {folder / "c.toml": b"new c", folder / "a.toml": b"new a"}

    with pytest.raises(OSError, match=r"c\.toml"):
        write_whole(first)
    (folder / "c.toml").rmdir()
    assert files_in(folder) == OLD


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_rename_that_fails_leaves_each_file_old_or_new_and_no_other(
    number: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", fail_at(number, Path.replace))

    with pytest.raises(OSError, match="No space left on device"):
        write_whole(contents(folder))
    found = files_in(folder)
    renamed = list(NEW)[: number - 1]
    assert found == OLD | {name: NEW[name] for name in renamed}


def test_an_interrupt_leaves_no_temporary_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        write_whole(contents(folder))
    assert files_in(folder) == OLD


def test_a_flush_of_the_folder_that_fails_is_told_with_what_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fail_at(4, os.fsync))

    with pytest.raises(WritingError) as raised:
        write_whole(contents(folder))
    what = "it is saved, but whether it lasts through a power cut is not known (No space left on device)"
    assert (True, what) == (raised.value.in_place, raised.value.what)
    assert files_in(folder) == NEW


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_system_that_flushes_no_folders_is_no_fault(
    number: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fail_at(4, os.fsync, number))

    write_whole(contents(folder))
    assert files_in(folder) == NEW


def test_an_error_says_what_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", fail_at(1, Path.replace))
    with pytest.raises(WritingError) as first:
        write_whole(contents(folder))
    monkeypatch.setattr(Path, "replace", fail_at(2, Path.replace))
    with pytest.raises(WritingError) as second:
        write_whole(contents(folder))

    why = "the file cannot be written (No space left on device)"
    assert (f"{why}, and nothing was changed", False) == (str(first.value), first.value.in_place)
    assert (f"{why}, and 1 of 3 are in place already", False) == (str(second.value), second.value.in_place)
    assert [errno.ENOSPC] * 2 == [first.value.errno, second.value.errno]


@pytest.mark.parametrize("name", ["a\0.toml", "a\ud800.toml"])
def test_a_name_that_no_system_has_is_an_error_of_writing(name: str, folder: Path) -> None:
    with pytest.raises(WritingError):
        write_whole({folder / name: b"new"})
    assert files_in(folder) == OLD


def test_a_file_that_others_may_not_read_stays_one(folder: Path) -> None:
    (folder / "a.toml").chmod(0o600)
    (folder / "b.toml").chmod(0o664)
    write_whole(contents(folder))

    umask = os.umask(0)
    os.umask(umask)
    modes = [0o600, 0o664, 0o666 & ~umask]
    assert modes == [(folder / name).stat().st_mode & 0o777 for name in ("a.toml", "b.toml", "c.toml")]


def test_the_folder_is_flushed_and_closed_after_the_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[bool] = []
    handles = Path("/proc/self/fd")
    monkeypatch.setattr(os, "fsync", lambda handle: flushed.append((handles / str(handle)).is_dir()))
    before = len(list(handles.iterdir()))

    write_whole(contents(folder))
    assert [False, False, False, True] == flushed
    assert before == len(list(handles.iterdir()))


def test_a_process_that_is_killed_leaves_old_or_new(folder: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from osintkp import writing\n"
        "flush = os.fsync\n"
        "def kill(handle):\n"
        "    flush(handle)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "os.fsync = kill\n"
        "writing.write_whole({Path(sys.argv[1], 'a.toml'): b'new a'})\n"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(folder)], check=False)

    found = files_in(folder)
    assert -signal.SIGKILL == killed.returncode
    assert OLD["a.toml"] == found["a.toml"]
    assert [name for name in found if name not in OLD] == [
        name for name in found if name.startswith(".osintkp-") and name.endswith(".tmp")
    ]
    assert 3 == len(found)
