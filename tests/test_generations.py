"""Generations: a folder is what was saved before or what was saved last, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

import osintkp
from osintkp import generations
from osintkp.claims import Claims
from osintkp.coding.loading import TRIES
from osintkp.coding.manifest import MANIFEST, Manifest, manifest_of
from osintkp.coding.saved import Saved
from osintkp.coding.saving import save_claims
from osintkp.coding.seal import sealed
from osintkp.errors import InvalidValueError, WritingError
from osintkp.evidence import Source, Span
from osintkp.file_access import FilePlace
from osintkp.generations import locked, waiting

KILLS = 100 if os.environ.get("OSINTKP_LONG") else 12
ENDS = ("one", "two", "three")


def edition(word: str) -> Claims:
    """Return three sources, each with a claim and a text, in an edition: no two may ever be mixed."""
    sources, claims = [], []
    for name in ENDS:
        text = f"In {name}, {word} trucks of grain reached Kassala."
        sources.append(Source(id=name, title=word).attached(text))
        span = Span(quote=f"{word} trucks").located(text)
        record = osintkp.Statement(text=word)
        claims.append(osintkp.Claim(id=f"{name}/a", source=name, record=record, spans=(span,)))
    return Claims(claims, sources)


OLD, NEW = edition("twelve"), edition("thirty")


def read(path: Path) -> str:
    """Tell which edition a folder has; what is neither fails."""
    corpus = osintkp.load(path)
    words = {source.title for source in corpus.sources} | {
        (source.text or "").split()[2] for source in corpus.sources
    }
    assert ENDS == tuple(sorted(corpus.sources.ids(), key=ENDS.index))
    (word,) = words
    return str(word)


def failing_at(number: int, call: Callable[..., Any], *, for_ever: bool) -> Callable[..., Any]:
    """Return a function that does what another does, but fails at its n-th call, and from then on where told."""
    calls = iter(range(1, 10_000))

    def failing(*given: Any, **named: Any) -> Any:
        now = next(calls)
        if now == number or (for_ever and now > number):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return call(*given, **named)

    return failing


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for-ever"])
@pytest.mark.parametrize(("owner", "name"), [(os, "open"), (os, "fsync"), (Path, "replace"), (Path, "mkdir")])
def test_a_fault_at_any_call_leaves_old_or_new_and_says_which(
    owner: Any, name: str, for_ever: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call, states = getattr(owner, name), []
    save_claims(OLD, tmp_path / "c", texts=True)
    for number in range(1, 60):
        save_claims(OLD, tmp_path / "c", texts=True)
        with monkeypatch.context() as faulty:
            faulty.setattr(owner, name, failing_at(number, call, for_ever=for_ever))
            try:
                save_claims(NEW, tmp_path / "c", texts=True)
            except (WritingError, InvalidValueError) as error:
                states.append(isinstance(error, WritingError) and error.in_place)
            else:
                break
        assert ("thirty" if states[-1] else "twelve") == read(tmp_path / "c")
    else:
        pytest.fail("the save never came to its end")

    assert states
    assert states == sorted(states)
    save_claims(NEW, tmp_path / "c", texts=True)
    assert "thirty" == read(tmp_path / "c")
    assert [] == list(tmp_path.rglob("*.tmp"))


KILL = """
import os, signal, sys
from pathlib import Path
import test_generations as tests
from osintkp.coding.saving import save_claims
from osintkp.coding.seal import sealed

left = int(sys.argv[2])
def counted(call):
    def before(*given, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*given, **named)
    return before
Path.replace, os.fsync = counted(Path.replace), counted(os.fsync)
save_claims(tests.NEW, Path(sys.argv[1]), texts=True)
"""


def killed_at(step: int, folder: Path) -> bool:
    """Save the new edition in a process that is killed before its n-th step; tell whether it was."""
    beside = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run([sys.executable, "-c", KILL, str(folder), str(step)], check=False, env=beside)
    assert run.returncode in (0, -signal.SIGKILL)
    return run.returncode != 0


def test_a_process_that_is_killed_at_any_step_leaves_old_or_new(tmp_path: Path) -> None:
    seen = []
    for step in range(1, KILLS * 2, 1 if KILLS > 50 else 3):
        folder = tmp_path / str(step)
        save_claims(OLD, folder, texts=True)
        killed = killed_at(step, folder)
        seen.append(read(folder))
        if not killed:
            break
        again = killed_at(1 + step % 3, folder)  # a kill of what finishes the work of the killed
        assert again
        assert read(folder) in ("thirty", seen[-1])

    assert {"twelve", "thirty"} == set(seen)
    assert seen == sorted(seen, reverse=True)


def interrupted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save the new edition over the old so that it is decided, and no file has its own name yet."""
    save_claims(OLD, folder, texts=True)
    with monkeypatch.context() as cut:
        cut.setattr(generations, "settle", lambda *_: None)
        save_claims(NEW, folder, texts=True)


def test_a_save_that_was_decided_is_read_and_told_of_and_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(tmp_path / "c", monkeypatch)
    corpus = osintkp.load(tmp_path / "c")
    held = {path.name for path in (tmp_path / "c").iterdir() if path.name.startswith(".osintkp-")}

    assert NEW == corpus.claims
    assert 6 == len(held)
    assert ["file-leftover"] * 6 == [problem.code for problem in corpus.problems]
    assert (
        "a save was cut off before it gave this file its name; what it wrote is read"
        == corpus.problems[0].message
    )
    assert "save again, or run `python -m osintkp seal` on its folder" == corpus.problems[0].fix
    save_claims(NEW, tmp_path / "c", texts=True)
    assert () == osintkp.load(tmp_path / "c").problems
    assert [] == list((tmp_path / "c").glob(".*"))


def test_a_first_save_that_was_decided_is_read_before_any_file_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut:
        cut.setattr(generations, "settle", lambda *_: None)
        save_claims(NEW, tmp_path / "c", texts=True)

    assert "thirty" == read(tmp_path / "c")


def test_what_a_save_left_that_was_never_decided_is_not_read(tmp_path: Path) -> None:
    save_claims(OLD, tmp_path, texts=True)
    raw = (tmp_path / "one.toml").read_bytes().replace(b"twelve", b"thirty")
    (tmp_path / f".osintkp-{'0' * 64}.tmp").write_bytes(raw)
    corpus = osintkp.load(tmp_path)

    assert OLD == corpus.claims
    assert ["file-leftover"] == [problem.code for problem in corpus.problems]
    assert "a save was cut off here, and left this" == corpus.problems[0].message


def test_a_coding_and_its_text_change_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = (Claims([claims["one/a"]], [claims.sources["one"]]) for claims in (OLD, NEW))
    save_claims(old, tmp_path / "a.toml", texts=True)
    with monkeypatch.context() as cut:
        cut.setattr(generations, "settle", lambda *_: None)
        save_claims(new, tmp_path / "a.toml", texts=True)
    corpus = osintkp.load(tmp_path / "a.toml")

    assert new == corpus.claims
    assert (new.sources["one"].text,) == tuple(source.text for source in corpus.sources)


def test_a_file_that_was_saved_and_is_gone_is_refused_by_name(tmp_path: Path) -> None:
    save_claims(OLD, tmp_path, texts=True)
    (tmp_path / "two.toml").unlink()
    (tmp_path / "three.txt").unlink()
    with pytest.raises(osintkp.CodingError) as raised:
        osintkp.load(tmp_path)

    told = {str(problem).partition(": ")[0]: problem for problem in raised.value.problems}
    assert {str(tmp_path / "two.toml"), str(tmp_path / "three.txt")} == set(told)
    assert {"file-missing"} == {problem.code for problem in told.values()}
    assert {"the file was saved here, and is missing"} == {problem.message for problem in told.values()}


def test_a_file_of_an_older_save_among_newer_ones_is_refused(tmp_path: Path) -> None:
    save_claims(OLD, tmp_path)
    older = (tmp_path / "two.toml").read_bytes()
    save_claims(NEW, tmp_path)
    (tmp_path / "two.toml").write_bytes(older)
    with pytest.raises(osintkp.CodingError) as raised:
        osintkp.load(tmp_path)

    (problem,) = raised.value.problems
    assert "file-changed" == problem.code
    assert "the file is sealed, but not the one that was saved with the others here" == problem.message


def test_what_a_person_adds_or_corrects_without_a_seal_is_read(tmp_path: Path) -> None:
    save_claims(OLD, tmp_path)
    lines = (tmp_path / "two.toml").read_text().splitlines(keepends=True)
    (tmp_path / "two.toml").write_text("".join(lines[1:]).replace("twelve", "thirty"))
    (tmp_path / "four.toml").write_text('schema = "osintkp/1"\n[source]\nid = "four"\n')
    corpus = osintkp.load(tmp_path)

    assert () == corpus.problems
    assert "thirty" == corpus.sources["two"].title
    assert "four" in corpus.sources


def test_a_damaged_manifest_is_refused_and_the_codings_have_seals_of_their_own(tmp_path: Path) -> None:
    save_claims(OLD, tmp_path)
    raw = (tmp_path / MANIFEST).read_bytes()
    (tmp_path / MANIFEST).write_bytes(raw[:-3])
    corpus = osintkp.load(tmp_path, lenient=True)

    assert ["file-incomplete"] == [problem.code for problem in corpus.problems]
    assert OLD == corpus.claims
    with pytest.raises(InvalidValueError):
        save_claims(NEW, tmp_path)


def test_saving_one_coding_of_a_folder_keeps_its_manifest_true(tmp_path: Path) -> None:
    save_claims(OLD, tmp_path)
    one = Claims([NEW["one/a"]], [NEW.sources["one"]])
    save_claims(one, tmp_path / "one.toml")
    (tmp_path / "other").mkdir()
    save_claims(one, tmp_path / "other.toml")

    found = manifest_of(tmp_path)
    assert found is not None
    assert {"one.toml", "two.toml", "three.toml"} == set(found.files)
    (tmp_path / "other.toml").unlink()
    assert ["thirty", "twelve", "twelve"] == [
        osintkp.load(tmp_path).sources[name].title for name in ("one", "two", "three")
    ]


def test_a_reader_sees_one_edition_while_two_writers_save(tmp_path: Path) -> None:
    folder, stop, faults = tmp_path / "c", threading.Event(), []
    save_claims(OLD, folder, texts=True)

    def write(claims: Claims) -> None:
        try:
            while not stop.is_set():
                save_claims(claims, folder, texts=True)
        except Exception as error:  # noqa: BLE001  told below
            faults.append(error)

    writers = [threading.Thread(target=write, args=[claims]) for claims in (OLD, NEW)]
    for writer in writers:
        writer.start()
    try:
        seen = [read(folder) for _ in range(KILLS)]
    finally:
        stop.set()
        for writer in writers:
            writer.join()

    assert [] == faults
    assert set(seen) <= {"twelve", "thirty"}


def saving_while_read(monkeypatch: pytest.MonkeyPatch, folder: Path, editions: Iterable[Claims]) -> list[str]:
    """Let an edition be saved each time between the first coding of a folder and the next; return what is told of each save."""
    turns, told, reading = iter(editions), list[str](), Saved.read

    def disturbed(self: Saved, file: FilePlace) -> bytes:
        if file.path.stem == "three" and (edition := next(turns, None)) is not None:
            try:
                save_claims(edition, folder, texts=True)
            except InvalidValueError as error:
                told.append(error.code)
            else:
                told.append("saved")
        return reading(self, file)

    monkeypatch.setattr(Saved, "read", disturbed)
    monkeypatch.setattr(generations, "LONGEST_WAIT", 0.01)
    return told


@pytest.mark.parametrize("has_manifest", [True, False])
def test_a_folder_that_is_saved_while_it_is_read_is_read_again(
    has_manifest: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_claims(OLD, tmp_path, texts=True)
    if not has_manifest:
        (tmp_path / MANIFEST).unlink()
    told = saving_while_read(monkeypatch, tmp_path, [NEW])

    assert "thirty" == read(tmp_path)
    assert ["saved"] == told


def test_a_folder_that_is_saved_whenever_it_is_read_is_read_at_last_while_nobody_may_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_claims(OLD, tmp_path, texts=True)
    told = saving_while_read(monkeypatch, tmp_path, cycle((NEW, OLD)))

    assert "twelve" == read(tmp_path)
    assert [*["saved"] * TRIES, "folder-busy"] == told


def test_a_folder_that_another_holds_is_waited_for_and_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generations, "LONGEST_WAIT", 0.05)

    with locked(tmp_path), pytest.raises(InvalidValueError) as raised:
        save_claims(OLD, tmp_path)
    assert ("folder-busy", "another process is saving to this folder") == (
        raised.value.code,
        raised.value.what,
    )
    save_claims(OLD, tmp_path)
    assert "twelve" == osintkp.load(tmp_path).sources["one"].title


def test_a_system_without_locks_saves_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def unheard_of(*_: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", unheard_of)
    save_claims(OLD, tmp_path)

    assert OLD == osintkp.load(tmp_path).claims


@pytest.mark.parametrize(
    "name", ["a b.txt", "line\nend.txt", "back\\slash", "r\r.txt", "\u202e.txt", "texts/ü.md"]
)
def test_a_manifest_names_any_file(name: str, tmp_path: Path) -> None:
    manifest = Manifest(files={name: "0" * 64, "b.toml": "1" * 64})
    (tmp_path / MANIFEST).write_bytes(manifest.raw())

    assert manifest == manifest_of(tmp_path)


@pytest.mark.parametrize("name", ["../a.toml", "/etc/a.toml", "a//b.toml", "a/./b.toml", "a\0.toml"])
def test_a_manifest_that_leads_out_of_its_folder_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(Manifest(files={name: "0" * 64}).raw())

    with pytest.raises(InvalidValueError) as raised:
        manifest_of(tmp_path)
    assert ("file-changed", "the manifest is not as it was written") == (raised.value.code, raised.value.what)


def test_nothing_is_put_where_a_link_leads_out_of_the_folder(tmp_path: Path) -> None:
    folder, outside = tmp_path / "c", tmp_path / "outside"
    outside.mkdir()
    save_claims(OLD, folder)
    (folder / "link").symlink_to(outside)
    digest = "0" * 64
    found = manifest_of(folder)
    assert found is not None
    (folder / MANIFEST).write_bytes(Manifest(files={**found.files, "link/x.toml": digest}).raw())
    waiting(folder, "link/x.toml", digest).write_bytes(b"planted")
    save_claims(OLD, folder)

    assert [] == list(outside.iterdir())


def test_the_manifest_is_what_sha256sum_writes(tmp_path: Path) -> None:
    from hashlib import sha256

    save_claims(OLD, tmp_path, texts=True)

    names = sorted(f"{name}{ending}" for name in ENDS for ending in (".toml", ".txt"))
    lines = [f"{sha256((tmp_path / name).read_bytes()).hexdigest()}  {name}" for name in names]
    assert lines == (tmp_path / MANIFEST).read_text().splitlines()[1:]


def test_a_save_that_a_person_breaks_off_leaves_the_old_edition_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_claims(OLD, tmp_path, texts=True)
    before = sorted(tmp_path.iterdir())

    def broken_off(_: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(generations, "flush_folder", broken_off)
        with pytest.raises(KeyboardInterrupt):
            save_claims(NEW, tmp_path, texts=True)

    assert before == sorted(tmp_path.iterdir())
    assert "twelve" == read(tmp_path)


def test_a_folder_that_bears_the_name_of_a_file_to_save_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "three.txt").mkdir()

    with pytest.raises((WritingError, InvalidValueError)):
        save_claims(OLD, tmp_path, texts=True)
    assert [tmp_path / "three.txt"] == list(tmp_path.iterdir())


def test_a_manifest_of_another_count_than_its_lines_is_refused(tmp_path: Path) -> None:
    line = f"{'0' * 64}  wire.toml\n".encode()
    (tmp_path / MANIFEST).write_bytes(sealed(line, ".sha256", 1))
    assert {"wire.toml": "0" * 64} == (manifest_of(tmp_path) or Manifest()).files

    (tmp_path / MANIFEST).write_bytes(sealed(line, ".sha256", 2))
    with pytest.raises(InvalidValueError, match="the manifest is not as it was written"):
        manifest_of(tmp_path)
