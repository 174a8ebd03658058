"""``osintkp export``: a document, and on the side what it could not carry."""

from __future__ import annotations

from pathlib import Path

import pytest

import osintkp
from commands import coded, started
from osintkp.command import main
from osintkp.exports import export_named, names


@pytest.mark.parametrize("form", names())
def test_export_prints_what_a_program_gets_and_tells_every_loss(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coded(tmp_path)
    text, losses = osintkp.load(tmp_path).rendered(form)

    assert 0 == main(["export", form, str(tmp_path)])

    printed = capsys.readouterr()
    assert text.replace("\r\n", "\n").removesuffix("\n") == printed.out.replace("\r\n", "\n").removesuffix(
        "\n"
    )
    assert len(losses) == sum(line.startswith("not carried: ") for line in printed.err.splitlines())


@pytest.mark.parametrize("form", ["stix21", "csv", "markdown"])
def test_export_writes_the_same_to_a_file_and_into_a_folder(form: str, tmp_path: Path) -> None:
    coding = coded(tmp_path)
    words = ["export", form, str(coding), "--to"]

    assert [0, 0] == [main([*words, str(tmp_path)]), main([*words, str(tmp_path / "made" / "here")])]

    expected = osintkp.load(coding).rendered(form)[0].encode()
    assert expected == (tmp_path / f"osintkp{export_named(form).ending}").read_bytes()
    assert expected == (tmp_path / "made" / "here").read_bytes()


def test_export_in_a_process_gives_the_very_bytes(tmp_path: Path) -> None:
    coded(tmp_path)

    status, printed, _ = started("export", "web_annotation", str(tmp_path))

    assert (0, osintkp.load(tmp_path).rendered("web_annotation")[0]) == (status, printed)


def test_no_such_form_names_those_that_are_there(tmp_path: Path) -> None:
    status, printed, told = started("export", "docx", str(tmp_path))

    assert (2, "") == (status, printed)
    assert all(name in told for name in names())
