"""``osintkp read`` over archives, into a folder."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest

import osintkp
from archived import article, contents, json_line, lines_file, page, warc
from commands import coded, started, steers
from osintkp.archives.reading import ArchiveReport
from osintkp.command import main
from osintkp.command import read as command
from test_command_line import Terminal, without


def test_an_archive_goes_into_a_folder_and_a_line_says_how_fast(tmp_path: Path) -> None:
    lines_file(tmp_path, 9)
    (tmp_path / "crawl.warc.gz").write_bytes(warc(*({"page": page(number)} for number in range(3))))

    status, printed, told = started(
        "read", "wire.jsonl", "crawl.warc.gz", "--to", "out", "--jobs", "2", folder=tmp_path
    )

    assert (0, "") == (status, printed)
    assert 12 == len(osintkp.load(tmp_path / "out").sources)
    (line,) = told.splitlines()
    assert line.startswith(f"12 articles, {len(osintkp.load(tmp_path / 'out').claims)} drafts, 0.0 MB in ")
    assert line.endswith(" MB/s")


def test_the_same_command_goes_on_where_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["read", str(lines_file(tmp_path, 3)), "--to", str(tmp_path / "out"), "--jobs", "1"]

    assert 0 == main(words)
    assert 0 == main(words)
    assert "3 articles (3 of them read before)" in capsys.readouterr().err
    assert 0 == main([*words, "--no-resume"])
    assert "3 articles, " in capsys.readouterr().err
    assert 2 == main([*words, "--published", "2020"])
    assert "the folder was read into with published=None" in capsys.readouterr().err


def test_a_folder_that_has_an_archive_is_one(tmp_path: Path) -> None:
    (tmp_path / "crawl").mkdir()
    lines_file(tmp_path / "crawl", 2)
    coded(tmp_path / "crawl", article(1), name="wire.txt")

    assert 0 == main(["read", str(tmp_path / "crawl"), "--to", str(tmp_path / "out")])

    assert ("w0", "w1", "wire") == osintkp.load(tmp_path / "out").sources.ids()


def test_texts_are_read_as_an_archive_where_it_is_said_how(tmp_path: Path) -> None:
    coded(tmp_path, article(1), name="wire.txt")

    assert 0 == main(["read", str(tmp_path / "wire.txt"), "--to", str(tmp_path / "a")])
    assert 0 == main(["read", str(tmp_path / "wire.txt"), "--to", str(tmp_path / "b"), "--jobs", "1"])
    assert 0 == main(
        ["read", str(tmp_path / "wire.txt"), "--to", str(tmp_path / "c"), "--resume", "--published", "2024"]
    )

    assert ["osintkp.sha256", "wire.toml"] == list(contents(tmp_path / "a"))
    assert [".reading.jsonl", "0000/0000000.jsonl"] == list(contents(tmp_path / "b"))
    assert "2024" == str(osintkp.load(tmp_path / "c").sources["wire"].published)


@pytest.mark.parametrize(
    "more", [[], ["--to", "out.jsonl"], ["--to", "out.TOML"], ["--to", "out", "--format", "json"]]
)
def test_an_archive_without_a_folder_is_refused(
    more: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert 2 == main(["read", str(lines_file(tmp_path, 3)), *more])

    assert "an archive is read into a folder" in (told := capsys.readouterr().err)
    assert "name a folder with --to, and no --format" in told
    assert ["wire.jsonl"] == list(contents(tmp_path))


def test_a_coding_in_json_lines_is_no_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coded(tmp_path, article(1), name="wire.txt")
    assert 0 == main(["read", str(tmp_path / "wire.txt"), "--to", str(tmp_path / "wire.jsonl")])

    assert 0 == main(["read", str(tmp_path / "wire.jsonl")])

    assert "from 1 text" in capsys.readouterr().out


BAD = json_line(text=article(1)) + "nonsense\x1b[31m\n"
ODD = json_line(text=article(1), date="yesterday")


@pytest.mark.parametrize(
    ("text", "more", "status"),
    [(BAD, [], 2), (BAD, ["--lenient"], 0), (ODD, [], 0), ("nonsense\n", ["--lenient"], 2), ("\n", [], 2)],
)
def test_the_status_says_whether_all_was_read(
    text: str, more: list[str], status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wire.jsonl").write_text(text)

    assert status == main(
        ["read", str(tmp_path / "wire.jsonl"), "--to", str(tmp_path / "out"), "--jobs", "1", *more]
    )

    told = capsys.readouterr().err
    assert [] == steers(told)
    assert " in 0." in told.splitlines()[-1]


def test_more_problems_than_are_listed_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("osintkp.archives.reading.LISTED", 1)
    (tmp_path / "wire.jsonl").write_text(ODD * 1003)
    monkeypatch.setattr("osintkp.archives.drafting._coded", lambda source, _: ((), b"") if source else None)

    assert 0 == main(["read", str(tmp_path / "wire.jsonl"), "--to", str(tmp_path / "out"), "--jobs", "1"])

    assert "... and 1,002 more" == capsys.readouterr().err.splitlines()[1]


def test_an_interrupted_run_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> ArchiveReport:
        raise KeyboardInterrupt

    monkeypatch.setattr("osintkp.archives.read_archive", interrupted)

    assert 130 == main(["read", str(lines_file(tmp_path, 3)), "--to", str(tmp_path / "out")])

    assert "interrupted: the same command goes on from here\n" == capsys.readouterr().err


def test_a_bar_is_shown_to_whoever_looks_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    words = ["read", str(lines_file(tmp_path, 3)), "--jobs", "1", "--to"]

    with contextlib.redirect_stderr(Terminal()) as bar:
        assert 0 == main([*words, str(tmp_path / "a")])
    with contextlib.redirect_stderr(Terminal()) as none:
        assert 0 == main([*words, str(tmp_path / "b"), "--no-progress"])

    assert "reading" in bar.getvalue()
    assert "100%" in bar.getvalue()
    assert "reading" not in none.getvalue()


@pytest.mark.parametrize(("wanted", "shown"), [(None, False), (False, False), (True, True)])
def test_without_rich_a_bar_is_left_to_the_library(
    wanted: bool | None, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "find_spec", without("rich"))

    with command._bytes_shown(wanted) as given:
        found: Any = given

    assert found is shown
