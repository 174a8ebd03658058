"""Archives read from end to end: killed, resumed, in any number of processes, in memory that does not grow."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from time import sleep
from typing import Any, ClassVar, Self

import pytest

import osintkp
from archived import article, contents, json_line, lines_file, page, warc
from osintkp.archives import reading
from osintkp.archives.reading import ArchiveReport, read_archive
from osintkp.errors import ArgumentError, InvalidValueError, MissingExtraError
from osintkp.writing import write_whole

SMALL = 700
SCRIPT = """
import sys, osintkp
if __name__ == "__main__":
    print(osintkp.read_archive(sys.argv[1], sys.argv[2], jobs=int(sys.argv[3]), batch=int(sys.argv[4])))
"""


def mixed(folder: Path) -> Path:
    """Write an archive of every kind, with faults in it, and return its folder."""
    archive = folder / "archive"
    (archive / "texts").mkdir(parents=True)
    lines_file(archive, 40)
    lines_file(archive, 10, "packed.jsonl.gz")
    (archive / "bad.jsonl").write_text(
        '{"id": "../../x", "text": "words"}\nnonsense\n{"id": "X", "text": "words"}\n'
    )
    (archive / "crawl.warc.gz").write_bytes(warc(*({"page": page(number)} for number in range(6))))
    (archive / "cut.jsonl.gz").write_bytes(lines_file(archive, 30, "cut.jsonl.gz").read_bytes()[:-20])
    for number in range(4):
        (archive / "texts" / f"t{number}.txt").write_text(article(number))
    (archive / "texts" / "p.html").write_bytes(page(9))
    return archive


def test_an_archive_of_every_kind_loads_as_what_was_read_one_by_one(tmp_path: Path) -> None:
    report = read_archive(mixed(tmp_path), tmp_path / "out", jobs=1, batch=SMALL)

    corpus = osintkp.load(tmp_path / "out")
    assert report.articles == len(corpus.sources)
    assert report.claims == len(corpus.claims) == len(corpus.drafts)
    assert {"w0", "w39", "x", "X.n2", "0000-5", "texts-t3", "texts-p"} <= set(corpus.sources.ids())
    assert ["line-json", "archive-damaged"] == [each.code for each in report.problems]
    assert ["line-json"] == [each.code for each in report.problems if each.line == 2]
    assert (2, 2, 0, 0) == (report.problem_count, report.error_count, report.earlier, report.earlier_size)
    assert sum(len((source.text or "").encode()) for source in corpus.sources) == report.size
    assert {"verbatim"} == {str(span.status) for claim in corpus.claims for span in claim.spans}
    assert str(tmp_path / "out") == str(report.folder)


def test_a_folder_of_texts_loads_as_if_it_had_been_read_at_once(tmp_path: Path) -> None:
    archive = mixed(tmp_path) / "texts"

    report = read_archive(archive, tmp_path / "out", published="2023-07", jobs=1)

    assert osintkp.load(archive, read=True, published="2023-07") == osintkp.load(report.folder)


def test_without_texts_the_words_are_held_against_those_in_the_archive(tmp_path: Path) -> None:
    archive = mixed(tmp_path) / "texts"
    read_archive(archive, tmp_path / "out", texts=False, jobs=1)

    bare = osintkp.load(tmp_path / "out")
    grounded = osintkp.load(tmp_path / "out", texts=archive)

    assert {None} == {source.text for source in bare.sources}
    assert article(1) == grounded.sources["texts-t1" if "texts-t1" in grounded.sources else "t1"].text


def test_the_folder_is_the_same_whatever_the_number_of_processes(tmp_path: Path) -> None:
    archive = mixed(tmp_path)

    reports = [read_archive(archive, tmp_path / f"out{jobs}", jobs=jobs, batch=SMALL) for jobs in (1, 2, 3)]

    one, *others = [contents(tmp_path / f"out{jobs}") for jobs in (1, 2, 3)]
    assert [one, one] == others
    assert 10 < len(one)
    assert 1 == len({(each.articles, each.claims, each.size, each.problems) for each in reports})


def script(folder: Path) -> Path:
    path = folder / "script.py"
    path.write_text(SCRIPT)
    return path


def test_a_run_that_is_killed_again_and_again_ends_as_one_that_never_was(tmp_path: Path) -> None:
    archive, draw = mixed(tmp_path), Random(11)
    read_archive(archive, tmp_path / "whole", jobs=1, batch=SMALL)
    command = [sys.executable, str(script(tmp_path)), str(archive), str(tmp_path / "out"), "2", str(SMALL)]
    expected = contents(tmp_path / "whole")

    cut_off = 0
    for _ in range(6):
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        lines = count_lines(tmp_path / "out")
        for _ in range(2000):  # until it has come further than the last one, then a moment more
            if run.poll() is not None or count_lines(tmp_path / "out") > lines + 1:
                break
            sleep(0.005)
        sleep(draw.uniform(0, 0.1))
        run.send_signal(signal.SIGKILL)
        cut_off += run.wait() == -signal.SIGKILL
        written = contents(tmp_path / "out") if (tmp_path / "out").exists() else {}
        for name in set(written) & set(expected) - {".reading.jsonl"}:
            assert expected[name] == written[name]
        assert expected[".reading.jsonl"].startswith(written.get(".reading.jsonl", b""))

    assert 3 <= cut_off
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "of them read before" in ended.stdout
    assert expected == contents(tmp_path / "out")


def count_lines(folder: Path) -> int:
    try:
        return (folder / ".reading.jsonl").read_bytes().count(b"\n")
    except OSError:
        return 0


@pytest.mark.parametrize("step", range(12))
def test_a_run_that_ends_at_any_step_of_writing_goes_on_from_there(
    step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = lines_file(tmp_path, 30)
    read_archive(archive, tmp_path / "whole", jobs=1, batch=SMALL)
    steps: list[str] = []
    for name in ("fsync", "replace"):
        right = getattr(os, name)

        def counted(*given: Any, right: Any = right, name: str = name) -> Any:
            steps.append(name)
            if len(steps) == step + 2:
                raise KeyboardInterrupt
            return right(*given)

        monkeypatch.setattr(os, name, counted)

    with pytest.raises(KeyboardInterrupt):
        read_archive(archive, tmp_path / "out", jobs=1, batch=SMALL)
    monkeypatch.undo()

    read_archive(archive, tmp_path / "out", jobs=1, batch=SMALL)
    assert contents(tmp_path / "whole") == contents(tmp_path / "out")


def test_what_was_read_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = lines_file(tmp_path, 20)
    first = read_archive(archive, tmp_path / "out", jobs=1, batch=SMALL)
    before = contents(tmp_path / "out")
    monkeypatch.setattr("osintkp.archives.workers.drafted", None)

    again = read_archive(archive, tmp_path / "out", jobs=1, batch=SMALL)

    assert before == contents(tmp_path / "out")
    assert (first.articles, first.claims, first.size) == (again.articles, again.claims, again.size)
    assert (20, again.size, 0.0) == (again.earlier, again.earlier_size, again.rate)


def test_what_was_added_is_read_and_corrections_stay(tmp_path: Path) -> None:
    archive = lines_file(tmp_path, 20)
    read_archive(archive, tmp_path / "out", jobs=1, batch=SMALL)
    corrected = tmp_path / "out" / "0000" / "0000001.jsonl"
    corrected.write_text(corrected.read_text().replace('"about"', '"some"'))
    right = corrected.read_text()
    with archive.open("a") as stream:
        stream.write(json_line(id="new", text=article(77)))

    report = read_archive(archive, tmp_path / "out", jobs=1, batch=SMALL)

    assert (21, 20) == (report.articles, report.earlier)
    assert right == corrected.read_text()
    assert ("new/shipment-1",) == osintkp.load(tmp_path / "out").select(source="new").claims.ids()[:1]
    assert 21 == len(osintkp.load(tmp_path / "out").sources)


def test_a_file_of_drafts_that_is_gone_is_made_again(tmp_path: Path) -> None:
    archive = lines_file(tmp_path, 20)
    read_archive(archive, tmp_path / "out", jobs=1, batch=SMALL)
    before = contents(tmp_path / "out")
    (tmp_path / "out" / "0000" / "0000001.jsonl").unlink()

    report = read_archive(archive, tmp_path / "out", jobs=1, batch=SMALL)

    assert before == contents(tmp_path / "out")
    assert 0 < report.earlier < report.articles == 20


def test_another_archive_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    read_archive(lines_file(tmp_path, 20), tmp_path / "out", jobs=1, batch=SMALL)
    before = contents(tmp_path / "out")
    (tmp_path / "other").mkdir()
    other = lines_file(tmp_path / "other", 21)
    other.write_text(other.read_text().replace("rifles", "drones"))

    with pytest.raises(InvalidValueError, match="no longer the one"):
        read_archive(other, tmp_path / "out", jobs=2, batch=SMALL)

    assert before == contents(tmp_path / "out")
    report = read_archive(other, tmp_path / "out", jobs=1, batch=SMALL, resume=False)
    assert (21, 0) == (report.articles, report.earlier)
    read_archive(other, tmp_path / "fresh", jobs=1, batch=SMALL)
    assert contents(tmp_path / "fresh") == contents(tmp_path / "out")


def test_drafts_may_lie_in_a_folder_of_the_archive(tmp_path: Path) -> None:
    archive = mixed(tmp_path)

    first = read_archive(archive, archive / "drafts", jobs=1, batch=SMALL)
    again = read_archive(archive, archive / "drafts", jobs=1, batch=SMALL)

    assert first.articles == again.articles == again.earlier


HOSTILE = [
    "../../x",
    "a\0b",
    "y" * 10_000,
    "y" * 10_000 + "1",
    "Gao",
    "gao",
    "<urn:x>",
    "\u202eabc",
    "-",
    "",
    " ",
    "a/b",
    "con.n3",
    "\ud83d",
]


def test_hostile_ids_and_words_load_and_write_nowhere_else(tmp_path: Path) -> None:
    archive = tmp_path / "wire.jsonl"
    bad = "\x1b[31m\u202e\ud83d\x00"
    archive.write_text(
        "".join(
            json_line(id=each, text=article(1) + bad, title=bad, address=bad, author=bad) for each in HOSTILE
        )
    )

    report = read_archive(archive, tmp_path / "out", jobs=1, batch=SMALL)

    corpus = osintkp.load(tmp_path / "out")
    assert (len(HOSTILE), ()) == (report.articles, report.problems)
    assert len(HOSTILE) == len(corpus.sources)
    assert ["out", "wire.jsonl"] == sorted(path.name for path in tmp_path.iterdir())
    assert {".reading.jsonl", "0000"} == {path.name for path in (tmp_path / "out").iterdir()}


MEMORY = """
import resource, sys, osintkp
if __name__ == "__main__":
    osintkp.read_archive(sys.argv[1], sys.argv[2], jobs=int(sys.argv[3]), batch=8000)
    print(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_memory_does_not_grow_with_the_archive(jobs: int, tmp_path: Path) -> None:
    path = tmp_path / "script.py"
    path.write_text(MEMORY)
    peaks = []
    for count in (100, 400):
        archive = lines_file(tmp_path, count, f"{count}.jsonl")
        command = [sys.executable, str(path), str(archive), str(tmp_path / f"out{count}"), str(jobs)]
        peaks.append(int(subprocess.run(command, capture_output=True, text=True, check=True).stdout))

    assert peaks[1] < 1.2 * peaks[0]


def test_nothing_is_shown_unless_it_is_asked_for(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    read_archive(lines_file(tmp_path, 3), tmp_path / "out", jobs=1)

    assert ("", "") == capfd.readouterr()


class Bar:
    """A bar of tqdm, as far as it is used."""

    made: ClassVar[list[dict[str, Any]]] = []

    def __init__(self, **given: Any) -> None:
        self.n = 0
        self.given = given
        self.made.append(given)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.made.append({"n": self.n})

    def update(self, more: int) -> None:
        self.n += more


def test_a_bar_is_the_one_of_tqdm_and_counts_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Fake:
        tqdm = Bar

    monkeypatch.setitem(sys.modules, "tqdm", Fake)
    archive = lines_file(tmp_path, 9)
    size = archive.stat().st_size

    read_archive(archive, tmp_path / "out", jobs=1, progress=True, batch=SMALL)

    assert [{"total": size, "unit": "B", "unit_scale": True, "desc": "reading"}, {"n": size}] == Bar.made


def test_a_bar_without_tqdm_names_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)

    with pytest.raises(MissingExtraError, match=r"osintkp\[progress\]"):
        read_archive(lines_file(tmp_path, 3), tmp_path / "out", jobs=1, progress=True)


def test_a_function_is_told_how_far_the_run_has_come(tmp_path: Path) -> None:
    archive = lines_file(tmp_path, 20)
    size = archive.stat().st_size
    seen: list[tuple[int, int]] = []

    read_archive(
        [archive], str(tmp_path / "out"), jobs=1, batch=SMALL, progress=lambda *told: seen.append(told)
    )

    assert {size} == {every for _, every in seen}
    assert (size, size) == seen[-1]
    assert sorted(seen) == seen
    assert 3 < len({passed for passed, _ in seen})


def test_a_function_that_takes_no_two_numbers_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="progress cannot be called so"):
        read_archive(lines_file(tmp_path, 3), tmp_path / "out", jobs=1, progress=bool)  # type: ignore[arg-type]  # that is what is tried


def test_of_many_problems_a_thousand_are_listed_and_all_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LISTED", 7)
    archive = tmp_path / "wire.jsonl"
    archive.write_text("nonsense\n" * 1201)

    report = read_archive(archive, tmp_path / "out", jobs=1)

    assert (0, 1201, 1201) == (report.articles, report.problem_count, report.error_count)
    assert [1, 2, 3, 4, 5, 6, 7] == [each.line for each in report.problems]
    assert 4 == count_lines(tmp_path / "out")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"paths": []}, "no-path"),
        ({"jobs": 0}, "bad-jobs"),
        ({"jobs": True}, "bad-jobs"),
        ({"batch": 0}, "bad-batch"),
        ({"batch": 8 * 1024 * 1024 + 1}, "bad-batch"),
        ({"published": "yesterday"}, "date-invalid"),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_written(
    given: dict[str, Any], code: str, tmp_path: Path
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_archive(**{"paths": tmp_path, "to": tmp_path / "out"} | given)

    assert code == caught.value.code
    assert not (tmp_path / "out").exists()


def test_a_full_disk_ends_the_run_and_leaves_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = lines_file(tmp_path, 20)
    read_archive(archive, tmp_path / "whole", jobs=1, batch=SMALL)
    calls: list[int] = []

    def full(given: Any) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        write_whole(given)

    monkeypatch.setattr("osintkp.archives.journal.write_whole", full)
    with pytest.raises(OSError, match="No space left"):
        read_archive(archive, tmp_path / "out", jobs=2, batch=SMALL)

    assert 3 == count_lines(tmp_path / "out")
    monkeypatch.undo()
    read_archive(archive, tmp_path / "out", jobs=1, batch=SMALL)
    assert contents(tmp_path / "whole") == contents(tmp_path / "out")


def test_a_report_says_how_much_was_read_and_how_fast() -> None:
    one = ArchiveReport(folder=Path("out"), articles=1, claims=1, size=2_000_000, seconds=4.0)
    more = ArchiveReport(
        folder=Path("out"),
        articles=12_000,
        claims=84_312,
        size=61_000_000,
        earlier=8000,
        earlier_size=41_000_000,
        seconds=50.0,
    )

    assert "1 article, 1 draft, 2.0 MB in 4.0 s: 0.50 MB/s" == str(one)
    assert "12,000 articles (8,000 of them read before), 84,312 drafts, 20.0 MB in 50.0 s: 0.40 MB/s" == str(
        more
    )
    assert 0.0 == ArchiveReport(folder=Path("out")).rate


def test_the_package_gives_the_function_by_its_name() -> None:
    assert osintkp.read_archive is read_archive
    assert osintkp.ArchiveReport is ArchiveReport
