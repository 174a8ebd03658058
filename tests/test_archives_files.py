"""The files of an archive."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import osintkp
from archived import articles, entries, lines_file, problems
from osintkp.archives.files import File, file_at, files, is_archive
from osintkp.archives.walking import Walk
from osintkp.file_access import FileAccess, FilePlace
from osintkp.problems import Problem
from osintkp.vocabulary.scales import Severity


@pytest.mark.parametrize(
    ("name", "kind", "packed", "stem"),
    [
        ("a.txt", "text", False, "a"),
        ("b/a.MD", "text", False, "b/a"),
        ("a.htm", "text", False, "a"),
        ("a.html", "text", False, "a"),
        ("a.jsonl", "lines", False, "a"),
        ("a.ndjson.gz", "lines", True, "a"),
        ("A.JSONL.GZ", "lines", True, "A"),
        ("a.warc", "warc", False, "a"),
        ("a.warc.gz", "warc", True, "a"),
        ("a.warc.wet.gz", "warc", True, "a.warc"),
    ],
)
def test_a_file_is_known_by_its_name(name: str, kind: str, packed: bool, stem: str) -> None:
    found = file_at(FilePlace(root=Path(name)), name)

    assert found is not None
    assert (kind, packed, stem) == (found.kind, found.packed, found.stem)


@pytest.mark.parametrize("name", ["a.toml", "a.txt.gz", "a.json", "a.gz", "jsonl", "a.pdf", "a.warc.zst"])
def test_other_files_are_none_of_an_archive(name: str) -> None:
    assert file_at(FilePlace(root=Path(name)), name) is None


def test_a_folder_is_walked_in_order_of_the_names(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.txt",
        "a/c.md",
        "c.html",
        ".hidden.txt",
        ".git/x.txt",
        "notes.pdf",
        "own.toml",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")

    found = [each.name for each in files([tmp_path]) if isinstance(each, File)]

    assert ["a/c.md", "a/z.txt", "b.txt", "c.html"] == found
    assert ["a-c", "a-z", "b", "c"] == [each.id for each in articles(tmp_path)]
    assert ["a/c.md", "a/z.txt", "b.txt", None] == [each.name for each in articles(tmp_path)]


def test_what_is_named_twice_comes_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words")

    assert 1 == len(list(files([path, tmp_path / "." / "a.txt"])))


def test_a_folder_that_is_set_apart_is_not_looked_into(tmp_path: Path) -> None:
    for name in ("a.txt", "out/b.txt", "out-too/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")

    walk = Walk([tmp_path], tmp_path / "out")

    assert ["a.txt", "out-too/c.txt"] == [
        each.name for each in walk.entries() if not isinstance(each, Problem)
    ]
    assert 10 == walk.size() == walk.passed


def test_what_is_no_archive_is_a_problem_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("words")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "linked").symlink_to(tmp_path, target_is_directory=True)

    assert [
        (
            "a.pdf: this is neither a folder nor an archive of articles; give a folder, or a file that ends in .txt, .md, "
            ".html, .jsonl, .warc or .warc.gz [file-not-archive]"
        )
    ] == problems(tmp_path / "a.pdf")
    assert [
        "gone.jsonl: there is no such file; give the name of one that is there [file-missing]"
    ] == problems(tmp_path / "gone.jsonl")
    assert ["file-not-regular"] == [
        each.code for each in entries(tmp_path / "pipe.txt") if isinstance(each, Problem)
    ]
    inside = [each for each in entries(tmp_path) if isinstance(each, Problem)]
    assert [("file-link", Severity.WARNING), ("file-not-regular", Severity.ERROR)] == [
        (each.code, each.severity) for each in inside
    ]


def test_a_name_that_no_system_has_is_a_problem() -> None:
    assert ["file-missing"] == [each.code for each in files([Path("a\0.txt")]) if isinstance(each, Problem)]


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = lines_file(tmp_path, 1)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert [
        (
            "wire.jsonl: this may not be read: Permission denied; see the rights of the file and of its folders "
            "[file-permission]"
        )
    ] == problems(path)
    assert is_archive(path) is False
    assert ["file-permission"] == [each.code for each in files([tmp_path]) if isinstance(each, Problem)]


def test_a_text_that_is_too_large_is_a_problem_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("too many words")
    (tmp_path / "b.txt").write_text("words")

    assert ["article-size", "b"] == [
        each.code if isinstance(each, Problem) else each.id for each in entries(tmp_path, article_bytes=5)
    ]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.jsonl", '{"text": "words"}', True),
        ("a.jsonl", '{"source": {"name": "wire"}, "text": "words"}', True),
        ("a.jsonl", '{"schema": "osintkp/1", "source": {"id": "a"}}', False),
        ("a.ndjson", '{ "schema" :"osintkp/1"}', False),
        ("a.jsonl.gz", "", True),
        ("a.warc", "", True),
        ("a.txt", "words", False),
        ("a.toml", "", False),
    ],
)
def test_an_archive_is_told_from_a_text_and_from_a_coding(
    name: str, text: str, expected: bool, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text)

    assert expected is is_archive(tmp_path / name)
    assert expected is is_archive(tmp_path)


def test_links_in_an_archive_are_told_and_followed_where_they_stay_inside_and_that_is_asked_for(
    tmp_path: Path,
) -> None:
    (tmp_path / "secret.txt").write_text("a secret")
    folder = tmp_path / "archive"
    (folder / ".store").mkdir(parents=True)
    (folder / ".store" / "words").write_text("words")
    (folder / "in.txt").symlink_to(".store/words")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "wire.jsonl").symlink_to("in.txt")
    (folder / "other.pdf").symlink_to(tmp_path / "secret.txt")

    assert [
        ("file-link", Severity.WARNING),
        ("path-outside", Severity.ERROR),
        ("file-link", Severity.WARNING),
    ] == [(each.code, each.severity) for each in entries(folder) if isinstance(each, Problem)]
    walk = Walk([folder], access=FileAccess(follow_links="inside"))
    found = list(walk.entries())
    assert ["in"] == [each.id for each in found if not isinstance(each, Problem)]
    assert {"path-outside", "line-json"} == {each.code for each in found if isinstance(each, Problem)}


def test_a_file_whose_name_is_not_utf_8_is_told_with_its_bytes(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt")).write_text("words")
    (tmp_path / "good.txt").write_text("words")

    assert ["good"] == [each.id for each in articles(tmp_path)]
    (problem,) = [each for each in entries(tmp_path) if isinstance(each, Problem)]
    assert ("file-name", f"{tmp_path}/bad\\xff.txt") == (problem.code, problem.file)
    assert ["file-name"] == [each.code for each in osintkp.load(tmp_path, read=True, lenient=True).problems]


def test_a_file_that_becomes_a_link_while_the_archive_is_walked_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (tmp_path / "secret.jsonl").write_text('{"text": "a secret"}\n')
    for name in ("a.txt", "b.jsonl", "c.txt"):
        (folder / name).write_text('{"text": "words"}\n')

    walk = Walk([folder]).entries()
    first = next(walk)
    for name in ("b.jsonl", "c.txt"):
        (folder / name).unlink()
        (folder / name).symlink_to(tmp_path / "secret.jsonl")
    rest = list(walk)

    assert not isinstance(first, Problem)
    assert ["path-outside", "path-outside"] == [each.code for each in rest if isinstance(each, Problem)]
    assert 2 == len(rest)
