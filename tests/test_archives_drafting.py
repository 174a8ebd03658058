"""What a worker drafts from articles."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest

import osintkp
from archived import SENT, article, page
from osintkp.archives import drafting
from osintkp.archives.articles import Article, problem_at
from osintkp.archives.drafting import Outcome, Settings, day_of, drafted, joined, source_of
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source
from osintkp.problems import Problem
from osintkp.resource_limits import ResourceLimits
from osintkp.vocabulary.scales import Severity

SETTINGS = Settings(published=None, texts=True, batch=1000)


def given(content: str | bytes = SENT, **fields: Any) -> Article:
    return Article(**{"id": "a", "content": content, "file": "wire.jsonl", "line": 3} | fields)


def loaded(outcome: Outcome, folder: Path) -> osintkp.Corpus:
    for number, part in enumerate(outcome.parts):
        (folder / f"{number}.jsonl").write_bytes(part)
    return osintkp.load(folder)


def source(article: Article, **settings: Any) -> tuple[Source, list[Problem]]:
    notes: list[Problem] = []
    return source_of(article, attrs.evolve(SETTINGS, **settings), notes), notes


def test_a_batch_gives_a_coding_that_loads_with_its_texts(tmp_path: Path) -> None:
    every = [given(article(number), id=f"a{number}") for number in range(3)]

    outcome = drafted(every, SETTINGS)

    corpus = loaded(outcome, tmp_path)
    assert ("a0", "a1", "a2") == corpus.sources.ids()
    assert article(1) == corpus.sources["a1"].text
    assert ("verbatim",) == tuple(str(span.status) for span in corpus.claims["a1/shipment-1"].spans)
    read = osintkp.read(article(2), id="a2").claims
    assert list(read) == [claim for claim in corpus.claims if claim.source == "a2"]
    assert (3, len(corpus.claims), ()) == (outcome.articles, outcome.claims, outcome.problems)
    assert sum(len(article(number).encode()) for number in range(3)) == outcome.size


def test_an_article_without_claims_is_there_all_the_same(tmp_path: Path) -> None:
    outcome = drafted([given("Nothing came to pass.")], SETTINGS)

    assert (1, 0) == (outcome.articles, outcome.claims)
    assert ("a",) == loaded(outcome, tmp_path).sources.ids()


def test_texts_are_left_out_where_they_are_not_wanted() -> None:
    (part,) = drafted([given()], attrs.evolve(SETTINGS, texts=False)).parts

    assert SENT not in part.decode().splitlines()[0]
    assert 64 == len(json.loads(part.splitlines()[0])["source"]["sha256"])


def test_problems_stay_where_they_were_among_the_articles() -> None:
    problem = problem_at(InvalidValueError("line-json", "no", None, "mend it"), "wire.jsonl", line=1)
    every: list[Article | Problem] = [problem, given(" ", id="b"), given(), attrs.evolve(problem, line=9)]

    found = drafted(every, SETTINGS)

    assert [1, 3, 9] == [each.line for each in found.problems]
    assert ["line-json", "article-blank", "line-json"] == [each.code for each in found.problems]
    assert Severity.WARNING is found.problems[1].severity
    assert 1 == found.articles


def test_the_date_of_the_article_goes_before_that_of_the_page_and_that_before_the_given() -> None:
    assert "2023-06-02" == str(source(given(page(1), form="html", published="2023-06-02"))[0].published)
    assert "2023-05-20" == str(source(given(page(1), form="html"), published="2020")[0].published)
    assert "2020" == str(source(given(), published="2020")[0].published)
    assert source(given())[0].published is None


def test_what_the_archive_says_goes_before_what_the_page_says() -> None:
    own, _ = source(given(page(1), form="html"))
    told, notes = source(
        given(
            page(1),
            form="html",
            title=" Other\x00 ",
            language="fr",
            author="A",
            publisher="B",
            address="u",
            retrieved="2024",
        )
    )

    assert ("Aid 1", "en") == (own.title, own.language)
    assert ("Other\ufffd", "fr", "A", "B", "u") == (
        told.title, told.language, told.author, told.publisher, told.address,
    )  # fmt: skip
    assert "2024" == str(told.retrieved)
    assert [] == notes


def test_a_front_matter_is_read_from_markdown() -> None:
    found, _ = source(given("---\ntitle: Aid\ndate: 2023-05-01\n---\nWords.", form="md", name="b/a.md"))

    assert ("Aid", "2023-05-01", "b/a.md") == (found.title, str(found.published), found.file)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2023-05-01", "2023-05-01"),
        (" 2023-05~ ", "2023-05~"),
        ("2023-05-01T12:00:00+02:00", "2023-05-01"),
        ("2023-05-01 12:00", "2023-05-01"),
        ("20230501", "2023-05-01"),
        ("Mon, 01 May 2023 09:00:00 GMT", "2023-05-01"),
        ("1 May 2023 09:00", "2023-05-01"),
        ("yesterday", None),
        ("32 May 2023 09:00", None),
        ("", None),
        ("\ud83d", None),
    ],
)
def test_a_date_is_read_as_archives_write_it(words: str, expected: str | None) -> None:
    found = day_of(words)

    assert expected == (None if found is None else str(found))


def test_what_could_not_be_used_is_told_as_a_warning_and_the_article_is_read() -> None:
    found = drafted([given(published="yesterday", retrieved="soon", odd=("title",))], SETTINGS)

    assert 1 == found.articles
    assert [
        (
            "wire.jsonl:3: title: this is no text, or too long for what it tells, and was left out; give a short text "
            "[article-field]"
        ),
        "wire.jsonl:3: published: this is no date, and was left out: 'yesterday'; write it like 2024-06-19 [article-date]",
        "wire.jsonl:3: retrieved: this is no date, and was left out: 'soon'; write it like 2024-06-19 [article-date]",
    ] == [str(each) for each in found.problems]
    assert {Severity.WARNING} == {each.severity for each in found.problems}


@pytest.mark.parametrize(
    ("content", "fields", "expected"),
    [
        ("Киев".encode("koi8-r"), {"encoding": "koi8-r", "record": 1}, "Киев"),
        ("Киев".encode(), {"encoding": "no-such", "record": 1}, "Киев"),
        ("Киев".encode(), {"encoding": "ascii", "record": 1}, "Киев"),
        ("Киев".encode("utf-8-sig"), {"encoding": "koi8-r", "record": 1}, "Киев"),
        (b"Goma-gva", {"encoding": "punycode", "record": 1}, "Goma-gva"),
        (b"xn--gva", {"encoding": "IDNA", "record": 1}, "xn--gva"),
        ("Kyiv é".encode("cp1252"), {"record": 1}, "Kyiv é"),
        ("Киев".encode(), {}, "Киев"),
        ("Киев".encode("utf-8-sig"), {}, "Киев"),
        ("a\x00\ud83d", {}, "a\ufffd\ufffd"),
    ],
)
def test_letters_are_read_as_what_was_collected_says(
    content: str | bytes, fields: dict[str, Any], expected: str
) -> None:
    assert expected == source(given(content, **fields))[0].text


def test_a_file_of_text_has_to_be_utf8() -> None:
    (problem,) = drafted([given(b"caf\xe9")], SETTINGS).problems

    assert ("article-encoding", Severity.ERROR) == (problem.code, problem.severity)


def test_an_article_that_is_too_long_is_a_problem() -> None:
    settings = attrs.evolve(SETTINGS, limits=ResourceLimits(article_characters=10))

    found = drafted([given("x" * 10, id="b"), given("x" * 11)], settings)

    assert 1 == found.articles
    assert [
        (
            "wire.jsonl:3: the article is too long: '11 characters'; keep it within 10 characters, or give "
            "limits=ResourceLimits(article_characters=...) [article-size]"
        )
    ] == [str(each) for each in found.problems]


def test_a_batch_whose_drafts_do_not_fit_into_one_file_gets_several(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = [len(drafted([given(article(n), id=f"a{n}")], SETTINGS).parts[0]) for n in range(3)]
    monkeypatch.setattr(drafting, "DEFAULT", ResourceLimits(coding_bytes=sizes[0] + sizes[1]))

    found = drafted([given(article(n), id=f"a{n}") for n in range(3)], SETTINGS)

    assert [sizes[0] + sizes[1], sizes[2]] == [len(part) for part in found.parts]
    assert 3 == found.articles

    settings = attrs.evolve(SETTINGS, limits=ResourceLimits(coding_bytes=sizes[0] - 1))
    (problem,) = drafted([given(article(0), id="a0")], settings).problems
    assert ("article-size", "the drafts of the article do not fit into one file") == (
        problem.code,
        problem.message,
    )


def test_a_reader_that_fails_on_one_article_reads_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from osintkp.reading import reader

    right = reader.drafted

    def wrong(source: Source) -> Any:
        if source.id == "bad":
            raise RecursionError
        return right(source)

    monkeypatch.setattr(reader, "drafted", wrong)

    found = drafted([given(id="bad"), given()], SETTINGS)

    assert 1 == found.articles
    assert [
        "wire.jsonl:3: the reader failed on this article (RecursionError); please report it with the article [reader-failed]"
    ] == [str(each) for each in found.problems]


def test_an_installation_that_is_broken_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(_: Source) -> None:
        raise ModuleNotFoundError(name="lxml")

    monkeypatch.setattr("osintkp.reading.reader.drafted", wrong)

    with pytest.raises(ModuleNotFoundError):
        drafted([given()], SETTINGS)


def test_outcomes_are_joined_in_order_and_travel_between_processes() -> None:
    problem = given().problem(InvalidValueError("line-json", "no", None, "mend it"))
    one = Outcome(parts=(b"a",), articles=1, claims=2, size=3, problems=(problem,))

    both = joined([one, one])

    assert Outcome(parts=(b"aa",), articles=2, claims=4, size=6, problems=(problem, problem)) == both
    assert Outcome() == joined([])
    assert both == pickle.loads(pickle.dumps(both))  # noqa: S301  our own
