"""JSON Lines of articles."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from archived import article, articles, entries, json_line, lines_file, problems
from osintkp.archives.articles import LONGEST_FIELD
from osintkp.problems import Problem
from osintkp.vocabulary.scales import Severity


def written(folder: Path, *lines: str | bytes) -> Path:
    path = folder / "wire.jsonl"
    path.write_bytes(b"".join(each if isinstance(each, bytes) else each.encode() for each in lines))
    return path


@pytest.mark.parametrize("name", ["wire.jsonl", "wire.ndjson", "wire.jsonl.gz"])
def test_every_line_is_an_article_packed_or_not(name: str, tmp_path: Path) -> None:
    found = articles(lines_file(tmp_path, 3, name))

    assert ["w0", "w1", "w2"] == [each.id for each in found]
    assert [1, 2, 3] == [each.line for each in found]
    assert article(1) == found[1].content
    assert "txt" == found[1].form


@pytest.mark.parametrize(
    ("key", "form"), [("text", "txt"), ("content", "txt"), ("body", "txt"), ("html", "html")]
)
def test_the_text_stands_under_one_of_several_keys(key: str, form: str, tmp_path: Path) -> None:
    (found,) = articles(written(tmp_path, json_line(**{key: "words", "id": 7})))

    assert ("7", "words", form) == (found.id, found.content, found.form)


def test_a_line_says_what_is_known_of_the_article(tmp_path: Path) -> None:
    said = {"title": "Aid", "author": "A. B.", "publisher": "Radio Dabanga", "retrieved": "2023-06-02"}
    line = json_line(text="words", date="2023-06-01", url="https://x.example/1", lang="en", **said)

    (found,) = articles(written(tmp_path, line))

    assert said == {name: getattr(found, name) for name in said}
    assert ("2023-06-01", "https://x.example/1", "en") == (found.published, found.address, found.language)
    assert () == found.odd


def test_the_first_of_two_keys_for_one_thing_counts_unless_it_is_empty(tmp_path: Path) -> None:
    one = json_line(text="", body="words", published="2023", date="2022", address=None, url="u")

    (found,) = articles(written(tmp_path, one))

    assert ("words", "2023", "u") == (found.content, found.published, found.address)


@pytest.mark.parametrize("value", [5, ["a"], {"a": 1}, True, "x" * (LONGEST_FIELD + 1)])
def test_what_cannot_be_used_is_left_out_and_remembered(value: Any, tmp_path: Path) -> None:
    (found,) = articles(written(tmp_path, json_line(text="words", title=value, author="x" * LONGEST_FIELD)))

    assert (None, LONGEST_FIELD, ("title",)) == (found.title, len(found.author or ""), found.odd)


@pytest.mark.parametrize("own", [None, "", " ", 2**63, True, 1.5, ["a"]])
def test_an_article_without_an_id_gets_that_of_its_file_and_line(own: Any, tmp_path: Path) -> None:
    assert ["wire-2"] == [
        each.id for each in articles(written(tmp_path, "\n", json_line(text="words", id=own)))
    ]


BAD = [
    (b"{\n", "line-json"),
    (b"[1]\n", "wrong-type"),
    (b"{}\n", "article-empty"),
    (b'{"text": 5}\n', "article-empty"),
    (b'{"text": " "}\n', "article-empty"),
    (b'{"text": "\xff"}\n', "article-encoding"),
    (b"[" * 100_000 + b"\n", "nesting"),
    (b'{"text": "a", "n": ' + b"9" * 5000 + b"}\n", "line-json"),
    (b"\x00\x01\n", "line-json"),
]


@pytest.mark.parametrize(("line", "code"), BAD, ids=[code for _, code in BAD])
def test_a_bad_line_is_a_problem_with_its_number_and_the_next_is_read(
    line: bytes, code: str, tmp_path: Path
) -> None:
    path = written(tmp_path, json_line(text="one"), line, json_line(text="two"))

    first, problem, last = entries(path)

    assert isinstance(problem, Problem)
    assert (code, 2, str(path), Severity.ERROR) == (
        problem.code,
        problem.line,
        problem.file,
        problem.severity,
    )
    assert ["wire-1", "wire-3"] == [each.id for each in (first, last) if not isinstance(each, Problem)]


def test_the_problem_of_a_line_says_what_would_be_right(tmp_path: Path) -> None:
    path = written(tmp_path, '{"id": "a"}\n', "nonsense\n", b'{"text": "\xff"}\n')

    assert [
        "wire.jsonl:1: the line has no text; give it under one of text, content, body, html [article-empty]",
        (
            "wire.jsonl:2: this is no JSON: Expecting value: line 1 column 1 (char 0): b'nonsense\\n'; "
            "write one whole JSON object a line; was the file cut off? [line-json]"
        ),
        "wire.jsonl:3: byte 10 of the line is not UTF-8: b'\\xff'; save it as UTF-8 [article-encoding]",
    ] == problems(path)


def test_a_line_that_is_too_long_is_passed_over_in_pieces(tmp_path: Path) -> None:
    exact = json_line(text="x" * 27)
    path = written(
        tmp_path, json_line(text="x" * 28), exact, json_line(text="x" * 3_000_000), json_line(text="two")
    )

    assert 40 == len(exact)
    assert [1, "wire-2", 3, "wire-4"] == [
        each.line if isinstance(each, Problem) else each.id for each in entries(path, article_bytes=40)
    ]
    assert (
        "wire.jsonl:1: the article is too large; keep it within 40 bytes, or give "
        "limits=ResourceLimits(article_bytes=...) [article-size]" == problems(path, article_bytes=40)[0]
    )


def test_a_file_that_is_cut_off_gives_what_it_had(tmp_path: Path) -> None:
    path = lines_file(tmp_path, 400, "wire.jsonl.gz")
    path.write_bytes(path.read_bytes()[:-200])

    found = entries(path)

    assert 100 < len(found) < 401
    problem = found[-1]
    assert isinstance(problem, Problem)
    assert ("archive-damaged", len(found)) == (problem.code, problem.line)
    assert problem.message.startswith("the file is damaged or cut off here (Compressed file ended before")


def test_a_file_that_does_not_unpack_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl.gz"
    path.write_bytes(b"plain words")
    assert ["archive-damaged"] == [each.code for each in entries(path) if isinstance(each, Problem)]

    raw = bytearray(gzip.compress(b"".join(json_line(text=article(n)).encode() for n in range(300))))
    raw[len(raw) // 2] ^= 0xFF
    path.write_bytes(bytes(raw))
    last = entries(path)[-1]
    assert isinstance(last, Problem)
    assert last.code in ("archive-damaged", "line-json")


def test_a_coding_is_no_archive_and_is_told_once(tmp_path: Path) -> None:
    path = written(
        tmp_path, b'\xef\xbb\xbf{"schema": "osintkp/1", "source": {"id": "a"}}\n', '{"claim": {}}\n'
    )

    (problem,) = entries(path)

    assert isinstance(problem, Problem)
    assert ("file-is-coding", Severity.WARNING) == (problem.code, problem.severity)


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    assert ["words"] == [
        each.content for each in articles(written(tmp_path, b"\xef\xbb\xbf", json_line(text="words")))
    ]
