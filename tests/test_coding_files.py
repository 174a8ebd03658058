"""Files: what is read, what is passed over and said so, and what is refused before it is read."""

from __future__ import annotations

import os
from pathlib import Path
from time import process_time
from typing import Any

import pytest

import osintkp
from badinputs.writing import GOOD, HEAD, SOUND, toml
from osintkp.archives.files import files as archive_files
from osintkp.coding import files
from osintkp.errors import InvalidValueError
from osintkp.problems import Problem


def problems_of(*paths: Path | str, texts: Path | str | None = None) -> list[tuple[str, str, str | None]]:
    problems = osintkp.load(*paths, texts=texts, lenient=True).problems
    return [(problem.code, str(problem.severity), problem.file) for problem in problems]


def test_a_path_to_nothing_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "nothing.toml"

    (problem,) = osintkp.load(path, tmp_path / "no-folder", lenient=True).problems[:1]
    assert ("file-missing", "there is no such file", "give the name of one that is there") == (
        problem.code,
        problem.message,
        problem.fix,
    )
    assert [("file-missing", "error", str(path)), ("file-missing", "error", str(tmp_path / "no-folder"))] == (
        problems_of(path, tmp_path / "no-folder")
    )


@pytest.mark.parametrize("name", ["coding", "coding.txt", "coding.yaml"])
def test_a_given_file_that_is_no_coding_is_an_error(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(GOOD)

    (problem,) = osintkp.load(tmp_path / name, lenient=True).problems
    assert ("file-not-coding", "error") == (problem.code, str(problem.severity))
    assert "this is neither a folder nor a coding file" == problem.message
    assert "give a folder, or a file that ends in .toml, .jsonl or .json" == problem.fix


def test_a_path_that_no_system_has_is_a_problem() -> None:
    (problem,) = osintkp.load("a\0b.toml", lenient=True).problems

    assert "path-bad" == problem.code
    assert problem.message.startswith("no file has such a name: ")
    assert "mend the name" == problem.fix


def test_folders_are_read_to_the_bottom_in_order_of_the_names(tmp_path: Path) -> None:
    for name in ("b/deep/x.toml", "a.TOML", "c.toml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(GOOD.replace('"good"', f'"{path.stem}"'))

    assert ("a", "x", "c") == osintkp.load(tmp_path).sources.ids()


def test_texts_and_hidden_files_are_passed_over_in_silence(tmp_path: Path) -> None:
    for name in ("a.txt", "README.md", "a.HTML", ".hidden.toml", ".gitignore"):
        (tmp_path / name).write_text("?")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config.toml").write_text("?")

    assert [] == problems_of(tmp_path)


def test_other_files_and_leftovers_are_passed_over_with_a_warning(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.toml.bak", ".osintkp-7-f.tmp"):
        (tmp_path / name).write_text("?")

    assert [
        ("file-leftover", "warning", str(tmp_path / ".osintkp-7-f.tmp")),
        ("file-unknown-type", "warning", str(tmp_path / "a.yaml")),
        ("file-unknown-type", "warning", str(tmp_path / "b.toml.bak")),
    ] == problems_of(tmp_path)


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)

    corpus = osintkp.load(tmp_path)
    assert ("good",) == corpus.sources.ids()
    assert ["a link to a folder is not followed"] == [problem.message for problem in corpus.problems]
    assert [("file-link", "warning", str(tmp_path / "loop"))] == problems_of(tmp_path)


def test_a_link_in_a_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(GOOD)
    folder = tmp_path / "codings"
    folder.mkdir()
    (folder / "coding").write_text(GOOD)
    (folder / "a-inside.toml").symlink_to(folder / "coding")
    (folder / "b-outside.toml").symlink_to(tmp_path / "secret")
    (folder / "c-dead.toml").symlink_to(folder / "nothing")

    assert [
        ("file-link", "warning", str(folder / "a-inside.toml")),
        ("path-outside", "error", str(folder / "b-outside.toml")),
        ("file-missing", "error", str(folder / "c-dead.toml")),
        ("file-unknown-type", "warning", str(folder / "coding")),
    ] == problems_of(folder)
    assert () == osintkp.load(folder, lenient=True).sources.ids()


@pytest.mark.parametrize("follow", [None, "inside"])
def test_a_link_to_a_name_that_no_system_has_costs_no_other_coding(follow: Any, tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "article.txt").symlink_to("x" * 300)
    (tmp_path / "long.toml").symlink_to("x" * 300)
    (tmp_path / "other").symlink_to("x" * 300)

    corpus = osintkp.load(tmp_path, lenient=True, read=True, follow_links=follow)
    assert ("good",) == corpus.sources.ids()
    assert {"article.txt", "long.toml", "other"} == {Path(str(each.file)).name for each in corpus.problems}
    assert ["good.toml"] == [each.name for each in osintkp.verify(tmp_path).files if each.found]


def test_a_name_that_the_system_says_nothing_of_is_one_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "long").symlink_to("x" * 300)
    (tmp_path / "loop").symlink_to("loop")

    for name in ("long", "loop", "loop/wire.toml"):
        for ask in (osintkp.load, osintkp.load_seeds, osintkp.load_facts, osintkp.open):
            with pytest.raises(osintkp.OsintkpError):
                ask(tmp_path / name)
    assert not osintkp.verify(tmp_path / "loop" / "wire.toml").intact


def test_a_folder_lies_as_deep_as_the_limit_has_it_and_no_deeper(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 64)
    deep.mkdir(parents=True)
    (deep / "good.toml").write_text(GOOD)
    assert ("good",) == osintkp.load(tmp_path).sources.ids()

    deep.joinpath(*["d"] * 500).mkdir(parents=True)
    fix = "keep it within 64 levels, or give limits=ResourceLimits(nesting=...)"
    corpus = osintkp.load(tmp_path, lenient=True, read=True)
    assert ("good",) == corpus.sources.ids()
    assert [("nesting", str(deep / "d"), fix)] == [
        (each.code, each.file, each.fix) for each in corpus.problems
    ]
    assert ["nesting"] == [each.code for each in archive_files([tmp_path]) if isinstance(each, Problem)]


def test_a_link_that_stays_inside_is_followed_where_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "coding.dat").write_text(GOOD)
    (tmp_path / "good.toml").symlink_to("coding.dat")

    corpus = osintkp.load(tmp_path, follow_links="inside")
    assert ("good",) == corpus.sources.ids()
    assert ["file-unknown-type"] == [problem.code for problem in corpus.problems]


def test_a_link_that_is_named_itself_is_followed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "coding").write_text(GOOD)
    (tmp_path / "good.toml").symlink_to(tmp_path / "folder" / "coding")
    (tmp_path / "linked").symlink_to(tmp_path / "folder", target_is_directory=True)
    (tmp_path / "folder" / "own.toml").write_text(GOOD)

    assert ("good",) == osintkp.load(tmp_path / "good.toml").sources.ids()
    assert ("good",) == osintkp.load(tmp_path / "linked" / "own.toml").sources.ids()
    assert ["file-unknown-type"] == [each.code for each in osintkp.load(tmp_path / "linked").problems]


def test_a_file_whose_name_is_not_utf_8_is_told_with_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.toml"))).write_text(GOOD)

    corpus = osintkp.load(tmp_path, lenient=True)
    assert [("file-name", "error", f"{tmp_path}/bad\\xff.toml")] == problems_of(tmp_path)
    assert ("good",) == corpus.sources.ids()
    assert f"{tmp_path}/bad\\xff.toml".encode() == (corpus.problems[0].file or "").encode()
    assert "rename it" == corpus.problems[0].fix


def test_a_named_file_whose_name_is_not_utf_8_is_told_with_its_bytes(tmp_path: Path) -> None:
    (problem,) = osintkp.load(tmp_path / "bad\udcff.toml", lenient=True).problems

    assert str(problem).isprintable()
    assert (problem.file or "").encode()


def test_a_name_that_no_system_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError) as raised:
        osintkp.load(tmp_path / "bad\ud800.toml", lenient=True)

    assert "path-bad" == raised.value.code


def test_a_folder_that_may_be_gone_through_and_not_listed_gives_its_named_files(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "shut" / "wire.txt").write_text("words")
    (tmp_path / "bad.toml").write_text(toml("", source='text = "shut/wire.txt"', sound=""))
    (tmp_path / "shut").chmod(0o111)

    try:
        assert "words" == osintkp.load(tmp_path / "bad.toml").sources["bad"].text
    finally:
        (tmp_path / "shut").chmod(0o755)


def test_a_pipe_is_refused_before_it_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")

    (problem,) = osintkp.load(tmp_path, lenient=True).problems
    assert ("file-not-regular", "this is no regular file") == (problem.code, problem.message)
    assert "give the name of a file" == problem.fix


def test_a_folder_that_cannot_be_listed_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    problems: list[Problem] = []

    assert [] == list(files.coding_files(tmp_path, problems))
    assert [
        (
            f"{tmp_path}: this may not be read: Permission denied; see the rights of the file and of its folders "
            "[file-permission]"
        )
    ] == [str(problem) for problem in problems]


def test_a_coding_may_have_a_byte_order_mark_and_other_line_ends(tmp_path: Path) -> None:
    (tmp_path / "mark.toml").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    (tmp_path / "ends.toml").write_bytes(toml("").replace("\n", "\r\n").encode())

    corpus = osintkp.load(tmp_path)
    assert ("bad", "good") == corpus.sources.ids()
    assert () == corpus.problems


def test_line_ends_inside_a_text_stay_as_they_are() -> None:
    assert "one\r\ntwo\rthree\n" == files.decoded(b"one\r\ntwo\rthree\n")


def test_a_second_byte_order_mark_is_a_letter_of_the_text() -> None:
    assert "\ufeffx" == files.decoded("\ufeff\ufeffx".encode())


def test_a_text_may_hold_nul_further_on() -> None:
    assert "Kyiv\0" == files.decoded(b"Kyiv\0")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_text_of_other_letters_in_utf_16_is_known_by_its_mark(encoding: str) -> None:
    raw = "Київ".encode(encoding) if encoding == "utf-16" else b"\xfe\xff" + "Київ".encode(encoding)

    assert b"\0" not in raw
    with pytest.raises(InvalidValueError, match="the file is in UTF-16: None; save it as UTF-8"):
        files.decoded(raw)


def test_paths_may_be_given_as_text_or_several_or_in_a_list(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "bad.toml").write_text(HEAD + SOUND)

    both = osintkp.load(tmp_path)
    assert both == osintkp.load(str(tmp_path / "good.toml"), tmp_path / "bad.toml")
    assert both == osintkp.load(str(path) for path in sorted(tmp_path.iterdir()))
    assert osintkp.Corpus() == osintkp.load([])


def test_twenty_thousand_bad_claims_are_told_of_in_a_hundred_lines(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(HEAD + '[[claim]]\nquote = "w"\nloss = { actor = "SD" }\n' * 20_000)
    start = process_time()

    with pytest.raises(osintkp.CodingError) as raised:
        osintkp.load(tmp_path)
    lines = str(raised.value).split("\n")

    assert process_time() - start < 10
    assert 101 == len(lines)
    assert "... and 19,900 more" == lines[-1]
    assert 20_000 == len(raised.value.problems)
    assert (
        f"{tmp_path / 'bad.toml'}: claim bad/#1: id: the key id is missing; add id = ... [missing-key]"
        == lines[0]
    )
