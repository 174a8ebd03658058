"""``osintkp read``: drafts to be looked through, or codings to correct."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

import pytest

import osintkp
from commands import HOSTILE, coded, started, steers
from osintkp.command import main
from osintkp.command import read as reading
from test_command_line import Terminal, without

ARTICLE = "Chad sent about 40 trucks to Sudan in May 2023, the UN said.\n"


def test_read_shows_every_draft_with_its_words_and_how_surely_it_was_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coded(tmp_path, ARTICLE, name="wire.txt")

    assert 0 == main(["read", str(tmp_path / "wire.txt")])

    lines = capsys.readouterr().out.splitlines()
    assert ["1 draft from 1 text, for review", "wire: 1 draft"] == lines[:2]
    assert lines[2].startswith("  wire/shipment-1: un (stated) · shipment · TD > SD · ~40 truck")
    assert '      words   "Chad sent about 40 trucks to Sudan in May 2023" [0, 46]' == lines[3]
    assert lines[4].startswith("      surely  kind 0.")


def test_a_field_that_stayed_empty_is_to_be_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coded(tmp_path, "Chad sent trucks to Sudan.", name="wire.txt")

    assert 0 == main(["read", str(tmp_path / "wire.txt")])

    assert "      look at amount: not told" in capsys.readouterr().out.splitlines()


def test_a_folder_tells_of_drafts_alone_and_counts_what_is_coded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coded(tmp_path, coding_of_a_meeting())
    coded(tmp_path, ARTICLE, name="paper.txt")

    assert 0 == main(["read", str(tmp_path)])

    printed = capsys.readouterr().out
    assert "wire: 0 drafts, 1 coded already" in printed
    assert "paper: 1 draft\n" in printed
    assert "wire/met" not in printed


def coding_of_a_meeting() -> str:
    return (
        'schema = "osintkp/1"\n[source]\nid = "wire"\n'
        '[[claim]]\nid = "met"\nquote = "met"\nmeeting = { place = "Sochi" }\n'
    )


@pytest.mark.parametrize("form", ["toml", "json", "jsonl"])
def test_read_prints_a_coding_that_loads_as_the_draft(form: str, tmp_path: Path) -> None:
    coded(tmp_path, ARTICLE, name="wire.txt")

    status, printed, told = started("read", "wire.txt", "--format", form, folder=tmp_path)

    assert (0, "") == (status, told)
    (tmp_path / f"wire.{form}").write_text(printed)
    assert osintkp.load(tmp_path / f"wire.{form}") == osintkp.load(tmp_path / "wire.txt", read=True)


@pytest.mark.parametrize("name", ["wire.toml", "wire.json", "wire.jsonl", "folder"])
def test_read_writes_codings_in_the_form_of_the_name(name: str, tmp_path: Path) -> None:
    coded(tmp_path, ARTICLE, name="wire.txt")
    target = tmp_path / "made" / name

    assert 0 == main(["read", str(tmp_path / "wire.txt"), "--to", str(target)])

    assert ("wire/shipment-1",) == osintkp.load(target, texts=tmp_path).claims.ids()


def test_read_writes_the_form_that_was_asked_for_whatever_the_name(tmp_path: Path) -> None:
    coded(tmp_path, ARTICLE, name="wire.txt")
    words = ["read", str(tmp_path / "wire.txt"), "-o", str(tmp_path / "out"), "--format"]

    assert 0 == main([*words, "json"])
    assert "osintkp/1" == json.loads((tmp_path / "out").read_text())["schema"]
    assert 0 == main([*words, "text"])
    assert (tmp_path / "out").read_text().startswith("1 draft from 1 text, for review\nwire: 1 draft\n")


def test_read_takes_an_article_from_standard_input() -> None:
    status, printed, told = started("read", "-", "--published", "2023-06-01", given=ARTICLE.encode())

    assert (0, "") == (status, told)
    assert "draft/shipment-1: un (stated)" in printed


def test_standard_input_is_read_as_an_article_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))

    assert 0 == main(["read", "-"])

    assert "draft: 1 draft\n" in capsys.readouterr().out


def test_standard_input_that_is_no_text_exits_with_two() -> None:
    status, printed, told = started("read", "-", given=b"\xff\xfe\x00\xd8")

    assert (2, "") == (status, printed)
    assert 1 == len(told.splitlines())


def test_two_texts_in_a_file_of_one_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt"):
        coded(tmp_path, f"{name}: {ARTICLE}", name=name)

    assert 2 == main(["read", str(tmp_path), "--format", "toml"])

    assert "a .toml file holds one source" in capsys.readouterr().err


@pytest.mark.parametrize(("more", "status"), [([], 2), (["--lenient"], 0)])
def test_what_was_no_text_is_told_beside_what_was(
    more: list[str], status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coded(tmp_path, ARTICLE, name="wire.txt")

    assert status == main(["read", str(tmp_path / "wire.txt"), str(tmp_path / "gone.txt"), *more])

    printed = capsys.readouterr()
    assert "1 draft from 1 text" in printed.out
    assert "gone.txt" in printed.err


def test_an_empty_folder_has_no_text_to_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["read", str(tmp_path)])

    assert "there is no text to read" in capsys.readouterr().err


def test_a_hostile_text_steers_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coded(tmp_path, HOSTILE * 3, name="wire.txt")

    assert 0 == main(["read", str(tmp_path / "wire.txt")])

    printed = capsys.readouterr()
    assert "draft" in printed.out
    assert [] == steers(printed.out + printed.err)


def test_a_bar_is_shown_to_whoever_looks_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    coded(tmp_path, ARTICLE, name="wire.txt")
    monkeypatch.setenv("TERM", "xterm-256color")

    with contextlib.redirect_stderr(Terminal()) as stream:
        assert 0 == main(["read", str(tmp_path / "wire.txt")])
        assert 0 == main(["read", str(tmp_path / "wire.txt"), "--no-progress"])

    assert 1 <= stream.getvalue().count("reading")


def test_no_bar_is_shown_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reading._bar(None) is False
    assert reading._bar(False) is False
    monkeypatch.setattr(reading, "find_spec", without("rich"))
    assert reading._bar(True) is True

    with contextlib.redirect_stderr(Terminal()):
        assert reading._bar(None) is False


def test_a_claim_that_grades_nothing_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coded(tmp_path, coding_of_a_meeting() + "draft = { rules = ['mine'] }\n")
    coded(tmp_path, ARTICLE, name="paper.txt")

    assert 0 == main(["read", str(tmp_path)])

    printed = capsys.readouterr().out
    assert '      words   "met"\n      surely  nothing is graded\n' in printed
