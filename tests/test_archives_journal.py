"""The journal of a run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import osintkp
from archived import article, contents
from osintkp.archives.articles import Article
from osintkp.archives.batches import Batch, cut
from osintkp.archives.drafting import Outcome, Settings
from osintkp.archives.journal import NAME, Journal
from osintkp.errors import InvalidValueError
from osintkp.problems import Problem
from osintkp.vocabulary.scales import Severity

COUNTS = ("entries", "articles", "claims", "size")
SETTINGS = Settings(published=None, texts=True, batch=1000)
PROBLEM = Problem(
    code="line-json", severity=Severity.WARNING, file="a.jsonl", line=3, value="\x1b", message="no", fix="yes"
)
OUTCOME = Outcome(parts=(b"one\n",), articles=2, claims=5, size=70, problems=(PROBLEM,))


def batch(number: int = 0, count: int = 2) -> Batch:
    every = (
        Article(id=f"a{number}-{n}", content=article(n), file="a.jsonl", line=n + 1) for n in range(count)
    )
    return Batch(number=number, entries=tuple(every))


def kept(folder: Path, count: int, **settings: Any) -> None:
    with Journal(folder, attrs.evolve(SETTINGS, **settings)) as journal:
        for number in range(count):
            journal.keep(batch(number), OUTCOME)


def entries(count: int) -> Iterator[Article | Problem]:
    return (entry for number in range(count) for entry in batch(number).entries)


def test_what_is_kept_is_known_when_the_journal_is_opened_again(tmp_path: Path) -> None:
    kept(tmp_path / "out", 2)

    with Journal(tmp_path / "out", SETTINGS) as journal:
        one, other = journal.done()
        assert 2 == journal.next_number()

    assert (2, 2, 5, 70, (PROBLEM,)) == (one.entries, one.articles, one.claims, one.size, one.problems)
    assert [("0000/0000000.jsonl",), ("0000/0000001.jsonl",)] == [one.files, other.files]
    assert b"one\n" == (tmp_path / "out" / "0000" / "0000001.jsonl").read_bytes()


def test_a_journal_has_nothing_of_its_own_in_the_corpus(tmp_path: Path) -> None:
    kept(tmp_path, 0)

    assert [NAME] == [path.name for path in tmp_path.iterdir()]
    assert () == osintkp.load(tmp_path).problems


def test_batches_go_into_folders_of_a_thousand() -> None:
    assert ["0000/0000000.jsonl", "0000/0000999.jsonl", "0001/0001000.jsonl", "12345/12345678.jsonl"] == [
        Batch(number=number, entries=()).name for number in (0, 999, 1000, 12_345_678)
    ]


def test_the_parts_of_a_batch_follow_each_other(tmp_path: Path) -> None:
    with Journal(tmp_path, SETTINGS) as journal:
        journal.keep(batch(), attrs.evolve(OUTCOME, parts=(b"1", b"2", b"3")))
        journal.keep(batch(1), attrs.evolve(OUTCOME, parts=()))

    assert ["0000/0000000.jsonl", "0000/0000000_01.jsonl", "0000/0000000_02.jsonl"] == sorted(
        contents(tmp_path)
    )[1:]
    with Journal(tmp_path, SETTINGS) as journal:
        assert [3, 0] == [len(done.files) for done in journal.done()]


def test_a_line_that_was_cut_off_is_as_if_it_had_not_been_written(tmp_path: Path) -> None:
    kept(tmp_path, 3)
    whole = (tmp_path / NAME).read_bytes()
    ends = [place for place, letter in enumerate(whole) if letter == ord("\n")]

    for end in (*range(ends[0] + 1, len(whole), 97), ends[-1], ends[0] + 1, ends[0], 5, 0):
        (tmp_path / NAME).write_bytes(whole[:end])
        with Journal(tmp_path, SETTINGS) as journal:
            assert sum(place < end for place in ends[1:]) == journal.next_number()
        assert (tmp_path / NAME).read_bytes() == whole[
            : max(place for place in ends if place < max(end, ends[0] + 1)) + 1
        ]


def _with(line: bytes, key: str, value: object) -> bytes:
    return json.dumps({**json.loads(line), key: value}).encode() + b"\n"


def test_counts_as_large_as_can_be_are_read(tmp_path: Path) -> None:
    kept(tmp_path, 1)
    head, line = (tmp_path / NAME).read_bytes().splitlines(keepends=True)
    for value in (0, 2**53 - 1):
        for key in COUNTS:
            line = _with(line, key, value)
        (tmp_path / NAME).write_bytes(head + line)

        with Journal(tmp_path, SETTINGS) as journal:
            assert 1 == journal.next_number()


def test_what_follows_a_line_that_is_none_is_read_again(tmp_path: Path) -> None:
    kept(tmp_path, 3)
    lines = (tmp_path / NAME).read_bytes().splitlines(keepends=True)
    for bad in (
        b"nonsense\n",
        b"[]\n",
        b"{}\n",
        lines[2].replace(b"0000/", b"../../"),
        lines[2].replace(b'"claims"', b'"x"'),
        *(_with(lines[2], key, value) for key in COUNTS for value in (-1, 2.5, True, "2", None, 2**53)),
        _with(lines[2], "files", [5]),
    ):
        (tmp_path / NAME).write_bytes(lines[0] + lines[1] + bad + lines[3])

        with Journal(tmp_path, SETTINGS) as journal:
            assert 1 == journal.next_number()


def test_a_journal_can_name_no_file_outside_of_the_folder(tmp_path: Path) -> None:
    kept(tmp_path / "out", 1)
    (tmp_path / "mine.jsonl").write_text("mine")
    journal = tmp_path / "out" / NAME
    journal.write_bytes(journal.read_bytes().replace(b"0000/0000000.jsonl", b"../mine.jsonl"))

    with Journal(tmp_path / "out", SETTINGS, resume=False):
        pass

    assert "mine" == (tmp_path / "mine.jsonl").read_text()


def test_what_a_kill_left_is_cleared_away(tmp_path: Path) -> None:
    kept(tmp_path, 2)
    before = contents(tmp_path)
    for name in ("0000/.osintkp-1-ab.tmp", "0000/0000002.jsonl", "0000/0000002_01.jsonl"):
        (tmp_path / name).write_text("half")

    kept_again = Journal(tmp_path, SETTINGS)
    with kept_again:
        pass

    assert before == contents(tmp_path)


@pytest.mark.parametrize(
    ("settings", "told"),
    [({"published": "2020"}, "published=None"), ({"texts": False, "batch": 5}, "texts=True, batch=1000")],
)
def test_other_settings_are_refused_and_named(settings: dict[str, Any], told: str, tmp_path: Path) -> None:
    kept(tmp_path, 1)
    before = contents(tmp_path)

    with pytest.raises(InvalidValueError, match=f"the folder was read into with {told}: ") as caught:
        kept(tmp_path, 1, **settings)

    assert "reading-changed" == caught.value.code
    assert caught.value.fix.endswith("or from the start (--no-resume, resume=False)")
    assert before == contents(tmp_path)


def test_another_version_or_another_extractor_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("osintkp.archives.journal.find_spec", lambda _: None)
    kept(tmp_path, 1)
    monkeypatch.setattr("osintkp.archives.journal.find_spec", lambda _: True)

    with pytest.raises(InvalidValueError, match="read into with pages='own':"):
        kept(tmp_path, 1)
    was = osintkp.__version__
    monkeypatch.setattr(osintkp, "__version__", "99")
    with pytest.raises(InvalidValueError, match=f"read into with osintkp='{was}', pages='own':"):
        kept(tmp_path, 1)


@pytest.mark.parametrize("line", [b"nonsense\n", b"[]\n"])
def test_a_journal_of_another_program_is_refused(line: bytes, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(line)

    with pytest.raises(InvalidValueError, match="read into with another program:"):
        kept(tmp_path, 0)


def test_from_the_start_deletes_what_the_journal_names_and_nothing_else(tmp_path: Path) -> None:
    kept(tmp_path, 3)
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "0000" / "own.jsonl").write_text("mine")
    before = json.loads((tmp_path / NAME).read_bytes().splitlines()[0])

    with Journal(tmp_path, attrs.evolve(SETTINGS, published="2020"), resume=False) as journal:
        assert [] == list(journal.done())

    assert [NAME, "0000/own.jsonl", "notes.txt"] == sorted(contents(tmp_path))
    assert before | {"published": "2020"} == json.loads((tmp_path / NAME).read_bytes())


def test_a_folder_with_other_codings_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("")

    with pytest.raises(InvalidValueError, match="another coding lies in the folder") as caught:
        kept(tmp_path, 0)

    assert "folder-taken" == caught.value.code
    assert ["a.toml"] == list(contents(tmp_path))


def test_two_runs_do_not_share_a_folder(tmp_path: Path) -> None:
    with (
        Journal(tmp_path, SETTINGS),
        pytest.raises(InvalidValueError, match="another process reads") as caught,
    ):
        Journal(tmp_path, SETTINGS)

    assert "folder-busy" == caught.value.code
    kept(tmp_path, 1)


def test_the_archive_is_held_against_what_was_read(tmp_path: Path) -> None:
    kept(tmp_path, 2)

    with Journal(tmp_path, SETTINGS) as journal:
        every = entries(3)
        assert [0, 1] == [each.number for each, _ in journal.checked(every)]
        assert [["a2-0", "a2-1"]] == [
            [each.id for each in group if isinstance(each, Article)] for group in cut(every, 10**6)
        ]


CHANGES = [
    {"content": "x"},
    {"published": "2020"},
    {"id": "b"},
    {"address": "u"},
    {"form": "md"},
    {"name": "b.txt"},
]


@pytest.mark.parametrize("change", CHANGES, ids=[next(iter(each)) for each in CHANGES])
def test_an_archive_that_has_changed_is_refused(change: dict[str, Any], tmp_path: Path) -> None:
    kept(tmp_path, 2)
    every = list(entries(2))
    changed = every[3]
    assert isinstance(changed, Article)

    with Journal(tmp_path, SETTINGS) as journal:
        checked = journal.checked(iter([*every[:3], attrs.evolve(changed, **change)]))
        assert 0 == next(checked)[0].number
        with pytest.raises(
            InvalidValueError, match=r"no longer the one .* from here on: 'a.jsonl:1'"
        ) as caught:
            next(checked)
    assert "archive-changed" == caught.value.code


def test_an_archive_that_has_fewer_articles_is_refused_and_one_that_was_moved_is_not(tmp_path: Path) -> None:
    kept(tmp_path, 2)
    moved = [
        attrs.evolve(each, file="/elsewhere/a.jsonl") for each in entries(2) if isinstance(each, Article)
    ]

    with Journal(tmp_path, SETTINGS) as journal:
        assert 2 == len(list(journal.checked(iter(moved))))
        for short in (moved[:3], moved[:2]):
            with pytest.raises(InvalidValueError, match="no longer the one"):
                list(journal.checked(iter(short)))


def test_a_problem_counts_by_what_it_is() -> None:
    other = attrs.evolve(PROBLEM, file="b.jsonl", code="wrong-type")

    assert Batch(number=0, entries=(PROBLEM,)).digest() == Batch(number=1, entries=(PROBLEM,)).digest()
    assert Batch(number=0, entries=(PROBLEM,)).digest() != Batch(number=0, entries=(other,)).digest()


def test_a_batch_whose_files_are_gone_is_written_again_without_a_second_line(tmp_path: Path) -> None:
    kept(tmp_path, 2)
    before = contents(tmp_path)
    (tmp_path / "0000" / "0000000.jsonl").unlink()

    with Journal(tmp_path, SETTINGS) as journal:
        assert [False, True] == [journal.has(done) for done in journal.done()]
        journal.keep(batch(0), OUTCOME)

    assert before == contents(tmp_path)


def test_a_group_ends_by_size_or_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("osintkp.archives.batches.ENTRIES", 3)

    assert [3, 3, 1] == [len(group) for group in cut(iter([PROBLEM] * 7), 10)]
    assert [] == list(cut([], 10))
