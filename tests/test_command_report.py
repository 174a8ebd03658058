"""``osintkp report``: one page, in a file or a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

import osintkp
from commands import coded, started
from osintkp.command import main


def test_report_writes_the_page_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coding, page = coded(tmp_path), tmp_path / "out.html"

    assert 0 == main(["report", str(coding), "-o", str(page), "--title", "The <market> raid"])

    assert f"{page}: 1 sources, 2 claims\n" == capsys.readouterr().out
    assert osintkp.load(coding).page(title="The <market> raid") == page.read_text()


def test_report_takes_a_folder_and_has_a_name_of_its_own(tmp_path: Path) -> None:
    coding = coded(tmp_path)

    status, printed, told = started("report", str(coding), folder=tmp_path)
    assert (0, "osintkp.html: 1 sources, 2 claims\n", "") == (status, printed, told)

    (tmp_path / "pages").mkdir()
    assert 0 == main(["report", str(coding), "--to", str(tmp_path / "pages")])
    assert (tmp_path / "osintkp.html").read_bytes() == (tmp_path / "pages" / "osintkp.html").read_bytes()
