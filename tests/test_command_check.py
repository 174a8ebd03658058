"""``osintkp check``: findings in three forms, and an exit status that says how grave they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import osintkp
from commands import LOUD, QUIET, coded, started, steers
from osintkp.command import main


def test_check_prints_findings_and_exits_with_one_where_they_are_grave(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coded(tmp_path)

    assert 1 == main(["check", str(tmp_path), "--select", "QTY101"])

    printed = capsys.readouterr().out
    assert printed.startswith("1 finding: 1 error\nERROR   QTY101 figures-conflict")


@pytest.mark.parametrize(
    ("more", "status"),
    [
        (["--select", "QTY101"], 1),
        (["--select", "QTY101", "--fail-on", "never"], 0),
        (["--select", "PHY", "--fail-on", "info"], 0),
        (["--ignore", "QTY"], 0),
    ],
)
def test_the_exit_status_says_whether_anything_reached_the_level(
    tmp_path: Path, more: list[str], status: int
) -> None:
    coded(tmp_path)

    assert status == main(["check", str(tmp_path), *more])


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_check_prints_one_document_in_another_form(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coded(tmp_path)

    assert 1 == main(["check", str(tmp_path), "--select", "QTY101", "--format", form])

    data = json.loads(capsys.readouterr().out)
    assert 1 == len(data["findings"] if form == "json" else data["runs"][0]["results"])


@pytest.mark.parametrize(
    ("form", "name"), [("text", "osintkp.txt"), ("json", "osintkp.json"), ("sarif", "osintkp.sarif")]
)
def test_check_writes_a_file_or_into_a_folder(form: str, name: str, tmp_path: Path) -> None:
    coding = coded(tmp_path)
    words = ["check", str(coding), "--select", "QTY101", "--format", form, "-o"]

    assert [1, 1] == [main([*words, str(tmp_path)]), main([*words, str(tmp_path / "new" / "found")])]

    assert (tmp_path / name).read_text() == (tmp_path / "new" / "found").read_text()
    assert "figures-conflict" in (tmp_path / name).read_text() or form == "sarif"


def test_check_prints_in_a_process_what_it_prints_here(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coded(tmp_path)
    words = ["check", str(tmp_path)]

    status = main(words)

    assert (status, capsys.readouterr().out, "") == started(*words)


def test_a_coding_in_which_nothing_is_found_is_clean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coded(tmp_path, QUIET)

    assert 0 == main(["check", str(tmp_path), "--fail-on", "info"])

    assert "no findings\n" == capsys.readouterr().out


def test_reference_data_of_ones_own_and_texts_are_taken_from_where_they_are(tmp_path: Path) -> None:
    coding = coded(tmp_path)
    (tmp_path / "facts.json").write_text("{}")

    assert 1 == main(
        ["check", str(coding), "--facts", str(tmp_path / "facts.json"), "--texts", str(tmp_path)]
    )


def test_an_unsound_coding_lists_every_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coded(tmp_path, LOUD.replace("person", "persn"))

    assert 2 == main(["check", str(tmp_path)])

    printed = capsys.readouterr()
    assert "" == printed.out
    assert 2 == len(printed.err.splitlines())


def test_a_hostile_actor_steers_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = LOUD.replace('speaker = "SD"', 'speaker = "\\u001b[2J\\u202eministry"').replace(
        "market", "\\u009b31m"
    )
    coded(tmp_path, hostile)

    main(["check", str(tmp_path), "--lenient"])

    printed = capsys.readouterr()
    assert [] == steers(printed.out + printed.err)


def test_the_seeds_are_checked_as_they_are_in_a_program() -> None:
    seeds = Path(__file__).parents[1] / "seeds"

    status, printed, told = started(
        "check", str(seeds), "--format", "json", "--select", "QTY", "--fail-on", "never"
    )

    assert (0, "") == (status, told)
    assert len(osintkp.load_seeds().check(select=["QTY"])) == len(json.loads(printed)["findings"])


def test_a_store_is_checked_like_the_coding_that_it_was_written_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    osintkp.load(coded(tmp_path)).to_parquet(tmp_path / "store")
    printed = []
    for path in (tmp_path / "wire.toml", tmp_path / "store"):
        assert 1 == main(["check", str(path), "--select", "QTY101", "--format", "json"])
        printed.append(capsys.readouterr().out)

    assert printed[0] == printed[1]


def test_several_processes_print_what_one_prints(tmp_path: Path) -> None:
    coded(tmp_path)

    assert started("check", str(tmp_path)) == started("check", str(tmp_path), "--jobs", "2")


def test_only_what_is_grave_enough_is_looked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coded(tmp_path)

    assert 1 == main(["check", str(tmp_path), "--at-least", "error"])
    assert " info" not in capsys.readouterr().out.partition("\n")[0]


def test_no_processes_are_refused_in_a_line(tmp_path: Path) -> None:
    coded(tmp_path)

    status, _, told = started("check", str(tmp_path), "--jobs", "0")

    assert (2, True) == (status, "no processes to check in: 0; give 1 or more" in told)
