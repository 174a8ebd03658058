"""``osintkp show``: one article's claims with their words."""

from __future__ import annotations

from pathlib import Path

import pytest

import osintkp
from commands import LOUD, coded, started, steers
from osintkp.command import main


def test_show_prints_the_claims_with_their_words(tmp_path: Path) -> None:
    coded(tmp_path)

    assert (0, f"{osintkp.load(tmp_path).show()}\n", "") == started("show", str(tmp_path))


def test_show_writes_a_page_to_a_file_or_into_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coding = coded(tmp_path)
    words = ["show", str(coding), "--source", "wire", "-o"]

    assert [0, 0] == [main([*words, str(tmp_path / "page.html")]), main([*words, str(tmp_path)])]

    assert "" == capsys.readouterr().out
    assert osintkp.load(coding).show("wire").page() == (tmp_path / "page.html").read_text()
    assert (tmp_path / "page.html").read_bytes() == (tmp_path / "wire.html").read_bytes()


def test_several_articles_have_to_be_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coded(tmp_path)
    coded(tmp_path, LOUD.replace('id = "wire"', 'id = "paper"'), name="paper.toml")

    assert 2 == main(["show", str(tmp_path)])
    assert "name one of paper, wire" in capsys.readouterr().err
    assert 0 == main(["show", str(tmp_path), "--source", "paper"])
    assert "paper/dead" in capsys.readouterr().out


def test_a_hostile_article_steers_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coded(tmp_path, LOUD.replace("Dead after", "Dead\\u001b[2J\\u202e after"))

    assert 0 == main(["show", str(tmp_path)])

    assert [] == steers(capsys.readouterr().out)
