"""Files below a folder that somebody named: no link is followed, nothing but regular files is read, within a limit."""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

import osintkp
from osintkp import ResourceLimits, file_access
from osintkp.errors import InvalidValueError
from osintkp.file_access import FileAccess, FilePlace, entries, read_within

SECRET, WORDS = b"a secret of the host", b"Port Sudan received 12 trucks."
ROUNDS = 5000 if os.environ.get("OSINTKP_LONG") else 1000
INSIDE = FileAccess(follow_links="inside")


@pytest.fixture(params=[True, False], ids=["below open folders", "looked at before"])
def below(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the way of each kind of system."""
    monkeypatch.setattr(file_access, "BELOW", request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "wire.txt").write_bytes(SECRET)
    (tmp_path / "named" / "texts").mkdir(parents=True)
    (tmp_path / "named" / "texts" / "wire.txt").write_bytes(WORDS)
    return tmp_path / "named"


def read(root: Path, *parts: str, access: FileAccess = FileAccess()) -> bytes:  # noqa: B008  it never changes
    return read_within(FilePlace(root=root, parts=parts), access, "article_bytes")


def refused(root: Path, *parts: str, access: FileAccess = FileAccess()) -> str:  # noqa: B008  it never changes
    with pytest.raises(InvalidValueError) as raised:
        read(root, *parts, access=access)
    assert SECRET.decode() not in str(raised.value)
    return raised.value.code


@pytest.mark.usefixtures("below")
def test_a_file_is_read_part_by_part(folder: Path) -> None:
    assert WORDS == read(folder, "texts", "wire.txt")
    assert WORDS == read(folder / "texts" / "wire.txt")
    assert ["wire.txt"] == [each.name for each in entries(FilePlace(root=folder, parts=("texts",)))]


@pytest.mark.usefixtures("below")
@pytest.mark.parametrize("follow", [None, "inside"])
def test_no_link_that_leads_out_is_followed(folder: Path, follow: Any) -> None:
    access = FileAccess(follow_links=follow)
    (folder / "file.txt").symlink_to(folder.parent / "secret" / "wire.txt")
    (folder / "up").symlink_to("../secret", target_is_directory=True)
    (folder / "chain.txt").symlink_to("file.txt")

    for parts in (("file.txt",), ("up", "wire.txt"), ("chain.txt",)):
        assert "path-outside" == refused(folder, *parts, access=access)


@pytest.mark.usefixtures("below")
def test_a_link_that_stays_inside_is_followed_where_that_is_asked_for(folder: Path) -> None:
    (folder / "file.txt").symlink_to(folder / "texts" / "wire.txt")
    (folder / "other").symlink_to("texts", target_is_directory=True)

    for parts in (("file.txt",), ("other", "wire.txt")):
        assert "file-link" == refused(folder, *parts)
        assert WORDS == read(folder, *parts, access=INSIDE)


@pytest.mark.usefixtures("below")
def test_a_folder_behind_a_link_is_not_listed(folder: Path) -> None:
    (folder / "up").symlink_to("../secret", target_is_directory=True)
    (folder / "other").symlink_to("texts", target_is_directory=True)

    for name, code in (("up", "path-outside"), ("other", "file-link")):
        with pytest.raises(InvalidValueError) as raised:
            entries(FilePlace(root=folder, parts=(name,)))
        assert code == raised.value.code


@pytest.mark.usefixtures("below")
def test_links_above_the_folder_that_was_named_are_the_choice_of_whoever_names_it(folder: Path) -> None:
    (folder.parent / "linked").symlink_to(folder, target_is_directory=True)
    (folder.parent / "wire.txt").symlink_to(folder / "texts" / "wire.txt")

    assert WORDS == read(folder.parent / "linked", "texts", "wire.txt")
    assert WORDS == read(folder.parent / "wire.txt")
    assert ["texts"] == [each.name for each in entries(FilePlace(root=folder.parent / "linked"))]


@pytest.mark.usefixtures("below")
def test_links_to_nothing_and_to_themselves_are_no_files(folder: Path) -> None:
    (folder / "dead.txt").symlink_to("nothing.txt")
    (folder / "loop.txt").symlink_to("loop.txt")

    for access in (FileAccess(), INSIDE):
        assert "file-missing" == refused(folder, "dead.txt", access=access)
        assert refused(folder, "loop.txt", access=access) in ("file-link", "path-outside")


@pytest.mark.usefixtures("below")
def test_what_is_no_regular_file_is_refused_without_waiting(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(folder / "pipe.txt")
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")

        for name in ("pipe.txt", "socket.txt", "texts"):
            assert "file-not-regular" == refused(folder, name)
    assert "file-not-regular" == refused(Path("/dev/zero"))
    assert {"pipe.txt": "other", "socket.txt": "other", "texts": "folder"} == {
        each.name: each.kind for each in entries(FilePlace(root=folder))
    }


@pytest.mark.usefixtures("below")
@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (("nothing.txt",), "file-missing"),
        (("nothing", "wire.txt"), "file-missing"),
        (("texts", "wire.txt", "more"), "file-missing"),
        (("a\0.txt",), "path-bad"),
        (("x" * 300,), "path-bad"),
        ((chr(0xD800),), "path-bad"),
    ],
)
def test_a_name_of_nothing_is_refused(folder: Path, parts: tuple[str, ...], code: str) -> None:
    assert code == refused(folder, *parts)
    with pytest.raises(InvalidValueError) as raised:
        entries(FilePlace(root=folder, parts=parts))
    assert code == raised.value.code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "file-permission"),
        (errno.EPERM, "file-permission"),
        (errno.EIO, "file-unreadable"),
        (errno.EMFILE, "file-unreadable"),
        (errno.ESTALE, "file-unreadable"),
        (errno.ENAMETOOLONG, "path-bad"),
    ],
)
def test_what_the_system_refuses_is_told_in_its_words(
    folder: Path, number: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(number, "So it is")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(InvalidValueError) as raised:
        read(folder, "texts", "wire.txt")
    assert code == raised.value.code
    assert code == "path-bad" or "So it is" in raised.value.what


def test_a_fault_while_reading_is_told_and_the_file_closed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    before = open_files()
    with monkeypatch.context() as patched:
        patched.setattr(os, "read", refuse)
        assert "file-unreadable" == refused(folder, "texts", "wire.txt")
    assert before == open_files()


def open_files() -> int:
    handles = Path("/proc/self/fd")
    return len(list(handles.iterdir())) if handles.exists() else 0


@pytest.mark.usefixtures("below")
def test_no_handle_is_left_open_whatever_comes(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "up").symlink_to("../secret", target_is_directory=True)
    before = open_files()

    for parts in (("texts", "wire.txt"), ("pipe.txt",), ("up", "wire.txt"), ("no", "a"), ("texts",)):
        for act in (read, lambda root, *parts: entries(FilePlace(root=root, parts=parts))):
            with suppress(InvalidValueError):
                act(folder, *parts)

    assert before == open_files()


@pytest.mark.parametrize(("most", "code"), [(len(WORDS), None), (len(WORDS) - 1, "file-size")])
def test_a_file_above_the_limit_is_refused_by_its_name(folder: Path, most: int, code: str | None) -> None:
    access = FileAccess(limits=ResourceLimits(article_bytes=most))
    if code is None:
        assert WORDS == read(folder, "texts", "wire.txt", access=access)
        return
    with pytest.raises(InvalidValueError) as raised:
        read(folder, "texts", "wire.txt", access=access)
    assert (code, "the file is too large", "30 bytes") == (
        raised.value.code,
        raised.value.what,
        raised.value.value,
    )
    assert "keep it within 29 bytes, or give limits=ResourceLimits(article_bytes=...)" == raised.value.fix


def test_a_file_of_a_gibibyte_is_refused_before_it_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (folder / "sparse.txt").open("wb") as stream:
        stream.truncate(2**30)
    monkeypatch.delattr(os, "read")

    assert "file-size" == refused(folder, "sparse.txt")


def test_a_file_that_grows_after_the_look_at_its_size_is_read_no_further_than_the_limit(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "grown.txt").write_bytes(b"x" * 3_000_000)
    read_so_far = 0
    right, look = os.read, os.fstat

    def reading(handle: int, most: int) -> bytes:
        nonlocal read_so_far
        found = right(handle, most)
        read_so_far += len(found)
        return found

    def small(handle: int) -> os.stat_result:
        found = list(look(handle))
        found[6] = 0
        return os.stat_result(found)

    monkeypatch.setattr(os, "read", reading)
    monkeypatch.setattr(os, "fstat", small)
    assert "file-size" == refused(
        folder, "grown.txt", access=FileAccess(limits=ResourceLimits(article_bytes=1000))
    )
    assert 1001 == read_so_far


def test_links_are_followed_in_no_other_way() -> None:
    with pytest.raises(
        InvalidValueError, match="links are followed in no such way: 'all'; give follow_links=\"inside\""
    ):
        osintkp.load([], follow_links="all")  # type: ignore[arg-type]  # what a caller may give


@contextmanager
def meanwhile(act: Callable[[], None]) -> Iterator[None]:
    """Do something again and again in a thread that takes turns often."""
    begun, done, interval = Event(), Event(), sys.getswitchinterval()

    def again() -> None:
        while not done.is_set():
            act()
            begun.set()

    thread = Thread(target=again)
    sys.setswitchinterval(1e-5)
    thread.start()
    try:
        assert begun.wait(10)
        yield
    finally:
        done.set()
        thread.join()
        sys.setswitchinterval(interval)


def outcomes(root: Path, access: FileAccess) -> list[bytes | str]:
    found: list[bytes | str] = []
    while len(found) < ROUNDS or (not both(found) and len(found) < 50 * ROUNDS):
        try:
            found.append(read(root, "texts", "wire.txt", access=access))
        except InvalidValueError as error:
            found.append(error.code)
    return found


def both(found: list[bytes | str]) -> bool:
    """Tell whether the file was read, and refused."""
    return WORDS in found and any(isinstance(each, str) for each in found)


def swap_file(folder: Path) -> None:
    """Put a link to the secret in the place of the file, then the file again."""
    place, next_one = folder / "texts" / "wire.txt", folder / "next"
    next_one.symlink_to(folder.parent / "secret" / "wire.txt")
    next_one.replace(place)
    next_one.write_bytes(WORDS)
    next_one.replace(place)


def swap_folder(folder: Path) -> None:
    """Put a link to the folder of the secret in the place of the folder, then the folder again."""
    place, aside, link = folder / "texts", folder / "aside", folder / "link"
    link.symlink_to("../secret", target_is_directory=True)
    place.rename(aside)
    link.rename(place)
    place.unlink()
    aside.rename(place)


@pytest.mark.parametrize("swap", [swap_file, swap_folder])
@pytest.mark.parametrize("follow", [None, "inside"])
def test_a_link_that_is_swapped_in_while_a_file_is_read_leads_nowhere(
    folder: Path, swap: Callable[[Path], None], follow: Any
) -> None:
    with meanwhile(lambda: swap(folder)):
        found = outcomes(folder, FileAccess(follow_links=follow))

    assert SECRET not in found
    assert WORDS in found
    assert {"path-outside", "file-link", "file-missing"} & {each for each in found if isinstance(each, str)}
    assert {each for each in found if isinstance(each, bytes)} <= {WORDS, b""}


def test_a_file_that_is_swapped_between_the_look_and_the_opening_is_refused_elsewhere_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right, place = os.open, folder / "texts" / "wire.txt"

    def swapping(*given: Any) -> int:
        place.unlink()
        place.symlink_to(folder.parent / "secret" / "wire.txt")
        return right(*given)

    monkeypatch.setattr(file_access, "BELOW", False)
    before = open_files()
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", swapping)
        assert "path-outside" == refused(folder, "texts", "wire.txt")
    assert before == open_files()
