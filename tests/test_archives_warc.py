"""WARC archives."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from random import Random
from typing import Any

import pytest

from archived import articles, entries, page, problems, warc
from osintkp.archives import warc as module
from osintkp.archives.articles import Article
from osintkp.archives.members import Member, next_start
from osintkp.errors import MissingExtraError
from osintkp.problems import Problem
from osintkp.vocabulary.scales import Severity

PAGES = [{"page": page(number)} for number in range(5)]


def written(folder: Path, raw: bytes, name: str = "crawl.warc.gz") -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(("name", "packed"), [("crawl.warc.gz", True), ("crawl.warc", False)])
def test_every_page_is_an_article_with_its_address_and_when_it_was_collected(
    name: str, packed: bool, tmp_path: Path
) -> None:
    found = articles(written(tmp_path, warc(*PAGES, packed=packed), name))

    assert [f"0000-{number}" for number in range(5)] == [each.id for each in found]
    assert [1, 2, 3, 4, 5] == [each.record for each in found]
    assert page(3) == found[3].content
    assert ("html", "https://news.example/3", "2023-06-01", None) == (
        found[3].form, found[3].address, found[3].retrieved, found[3].published,
    )  # fmt: skip


def test_an_archive_in_one_piece_is_read_though_each_record_should_have_its_own(tmp_path: Path) -> None:
    raw = gzip.compress(warc(*PAGES, packed=False))

    assert 5 == len(articles(written(tmp_path, raw)))


@pytest.mark.parametrize(
    ("record", "form"),
    [
        ({"kind": "text/html; charset=utf-8"}, "html"),
        ({"kind": "TEXT/HTML"}, "html"),
        ({"kind": "application/xhtml+xml"}, "html"),
        ({"kind": "text/plain"}, "txt"),
        ({"kind": "text/plain", "type": "conversion"}, "txt"),
        ({"kind": "text/html", "type": "resource"}, "html"),
        ({"kind": "image/png"}, None),
        ({"kind": "text/html", "status": "404 Not Found"}, None),
        ({"kind": "text/html", "status": "301 Moved"}, None),
        ({"kind": "text/html", "type": "metadata"}, None),
        ({"kind": "text/html", "page": b"  "}, None),
    ],
)
def test_pages_and_plain_texts_that_were_there_are_taken(
    record: dict[str, Any], form: str | None, tmp_path: Path
) -> None:
    found = entries(written(tmp_path, warc({"page": b"words"} | record)))

    assert ([] if form is None else [form]) == [each.form for each in found if not isinstance(each, Problem)]
    assert len(found) == (form is not None)


def test_the_encoding_is_what_the_answer_says(tmp_path: Path) -> None:
    kinds = ['text/html; charset="KOI8-R"', "text/html;charset=", "text/html; boundary=x"]

    found = articles(written(tmp_path, warc(*({"page": b"words", "kind": kind} for kind in kinds))))

    assert ["KOI8-R", None, None] == [each.encoding for each in found]


BARE = zlib.compressobj(wbits=-15)
DEFLATED = BARE.compress(page(1)) + BARE.flush()


@pytest.mark.parametrize(
    ("packed", "said"),
    [
        (gzip.compress(page(1)), "gzip"),
        (gzip.compress(page(1)), " X-GZIP"),
        (zlib.compress(page(1)), "deflate"),
        (DEFLATED, "deflate"),
        (page(1), "gzip"),
        (page(1), "deflate"),
        (page(1), "identity"),
    ],
)
def test_a_packed_answer_is_unpacked(packed: bytes, said: str, tmp_path: Path) -> None:
    record = {"page": packed, "http": [("Content-Encoding", said)]}

    (found,) = articles(written(tmp_path, warc(record)))

    assert page(1) == found.content


def test_an_answer_in_pieces_is_put_together(tmp_path: Path) -> None:
    pieces = b"".join(f"{len(each):x}\r\n".encode() + each + b"\r\n" for each in (page(1), page(2), b""))
    record = {"page": pieces, "http": [("Transfer-Encoding", "chunked")]}

    (found,) = articles(written(tmp_path, warc(record)))

    assert page(1) + page(2) == found.content


@pytest.mark.parametrize(
    ("packed", "said", "told"),
    [
        (gzip.compress(page(1))[:-20], "gzip", "the page is cut off"),
        (gzip.compress(b"")[:10] + b"\xff" * 30, "gzip", "the page does not unpack"),
        (gzip.compress(b"x" * 2001), "gzip", "the article is too large"),
        (page(1), "br", "the page is packed in a way that is not known here"),
    ],
)
def test_an_answer_that_does_not_unpack_is_a_problem_and_the_next_is_read(
    packed: bytes, said: str, told: str, tmp_path: Path
) -> None:
    record = {"page": packed, "http": [("Content-Encoding", said)]}

    path = written(tmp_path, warc(record, {"page": b"words"}))
    problem, following = entries(path, article_bytes=2000)

    assert isinstance(problem, Problem)
    assert (told, "record 1") == (problem.message, problem.field)
    assert not isinstance(following, Problem)


def test_a_record_without_an_id_gets_that_of_its_file_and_number(tmp_path: Path) -> None:
    records = [{"page": b"words", "id": ""}, {"page": b"words", "id": "<urn:uuid:../../x>"}]

    assert ["crawl-1", "x"] == [each.id for each in articles(written(tmp_path, warc(*records)))]


def test_an_address_that_is_too_long_is_left_out(tmp_path: Path) -> None:
    records = [{"page": b"words", "uri": "https://x.example/" + "a" * length} for length in (1982, 1983)]

    assert [2000, 0] == [len(each.address or "") for each in articles(written(tmp_path, warc(*records)))]


def test_a_record_that_is_too_large_is_a_problem_and_the_next_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, warc({"page": b"sixsix"}, {"page": b"fives"}))

    assert ["0000-1"] == [each.id for each in articles(path, article_bytes=5)]
    assert [
        (
            "crawl.warc.gz: record 1: the article is too large; keep it within 5 bytes, or give "
            "limits=ResourceLimits(article_bytes=...) [article-size]"
        )
    ] == problems(path, article_bytes=5)


def members(*records: dict[str, Any]) -> list[bytes]:
    return [warc(record) for record in records]


def numbered() -> list[bytes]:
    return members(*({"page": page(n), "id": f"<urn:uuid:p{n}>"} for n in range(5)))


@pytest.mark.parametrize("place", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_damaged_record_takes_no_other_with_it(place: float, tmp_path: Path) -> None:
    every = numbered()
    wrong = bytearray(every[2])
    for at in range(int(place * len(wrong)), min(len(wrong), int(place * len(wrong)) + 8)):
        wrong[at] ^= 0x5A
    every[2] = bytes(wrong)
    path = written(tmp_path, b"".join(every))

    found = entries(path)

    ids = [each.id for each in found if not isinstance(each, Problem)]
    assert {"p0", "p1", "p3", "p4"} <= set(ids)
    damage = [each for each in found if isinstance(each, Problem)]
    assert 1 <= len(damage) <= 2
    assert {"archive-damaged"} == {each.code for each in damage}
    assert "record 3" == damage[0].field
    assert Severity.ERROR is damage[0].severity


def test_a_record_without_an_address_takes_no_other_with_it(tmp_path: Path) -> None:
    every = [warc(record, packed=False) for record in PAGES[:3]]
    every[1] = every[1].replace(b"WARC-Target-URI", b"X-Other")

    found = entries(written(tmp_path, b"".join(every), "crawl.warc"))

    assert [Article, Problem, Article] == [type(each) for each in found]
    assert problems(tmp_path / "crawl.warc")[0].startswith(
        "crawl.warc: record 2: the archive is damaged or cut off here"
    )


@pytest.mark.parametrize("packed", [True, False])
def test_no_damage_ends_a_walk(packed: bool, tmp_path: Path) -> None:
    draw, whole = Random(5), warc(*PAGES, packed=packed)

    for _ in range(150):
        raw = bytearray(whole)
        wounds = draw.choice([1, 1, 5])
        for _ in range(wounds):
            at = draw.randrange(len(raw))
            raw[at : at + draw.choice([0, 1, 30])] = draw.randbytes(draw.choice([0, 1, 3]))
        found = entries(written(tmp_path, bytes(raw), f"crawl.warc{'.gz' * packed}"))

        assert 5 - 2 * wounds <= sum(isinstance(each, Article) for each in found) <= 5


@pytest.mark.parametrize("said", ["Content-Length: 1", "Content-Length: ", "Content-Length: 99", "X: "])
def test_a_record_that_is_not_as_long_as_it_says_takes_no_other_with_it(said: str, tmp_path: Path) -> None:
    every = [warc({"page": page(n), "id": f"<urn:uuid:p{n}>"}, packed=False) for n in range(5)]
    every[2] = every[2].replace(b"Content-Length: ", said.encode())

    found = entries(written(tmp_path, b"".join(every), "crawl.warc"))

    ids = [each.id for each in found if isinstance(each, Article)]
    assert ["p0", "p1", "p3", "p4"] == [each for each in ids if each != "p2"]
    damage = [each.field for each in found if isinstance(each, Problem)]
    assert [] == damage if said == "Content-Length: " else "record 3" == damage[0]
    assert ("p2" in ids) == (said == "Content-Length: ")


def test_an_archive_that_breaks_off_gives_what_it_had(tmp_path: Path) -> None:
    path = written(tmp_path, b"".join(numbered())[:-100])

    assert ["p0", "p1", "p2", "p3"] == [each.id for each in articles(path)]
    assert [
        (
            "crawl.warc.gz: record 5: the archive is damaged or cut off here (the file breaks off); "
            "fetch the file again; what could be read of it was read [archive-damaged]"
        )
    ] == problems(path)


def test_a_plain_archive_that_breaks_off_in_a_record_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, warc(*PAGES, packed=False)[:-100], "crawl.warc")

    assert 4 == len(articles(path))
    assert [
        (
            "crawl.warc: record 5: the archive is damaged or cut off here (the record is cut off); fetch the file again; what could be read of it was read "
            "[archive-damaged]"
        )
    ] == problems(path)


def test_what_is_no_record_in_a_plain_archive_is_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, rest = (
        warc(*PAGES[:2], packed=False),
        warc(*({**each, "id": "<urn:uuid:x>"} for each in PAGES[2:]), packed=False),
    )
    path = written(tmp_path, first + b"nonsense\x1b[31m\r\nmore\r\n\r\n" + rest, "crawl.warc")

    found = entries(path)

    assert ["0000-0", "0000-1", "x", "x.n4", "x.n5"] == [
        each.id for each in found if not isinstance(each, Problem)
    ]
    assert ["record 3"] == [each.field for each in found if isinstance(each, Problem)]
    assert "" == capsys.readouterr().err


@pytest.mark.parametrize("raw", [b"nonsense", b"\x1f\x8b\x08nonsense", b"\x1f\x8b\x08" * 50])
def test_what_is_no_archive_is_a_problem(raw: bytes, tmp_path: Path) -> None:
    for name in ("crawl.warc.gz", "crawl.warc"):
        found = entries(written(tmp_path, raw, name))

        assert {"archive-damaged"} == {each.code for each in found if isinstance(each, Problem)}
        assert [] == [each for each in found if not isinstance(each, Problem)]


def test_an_archive_that_is_damaged_everywhere_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RESTARTS", 3)
    path = written(tmp_path, b"\x1f\x8b\x08 no" * 50)

    assert 4 == len(problems(path))
    assert "the archive is damaged in 3 places, and the rest was not read" in problems(path)[-1]


def test_an_empty_archive_holds_nothing(tmp_path: Path) -> None:
    assert [] == entries(written(tmp_path, b"")) == entries(written(tmp_path, b"", "crawl.warc"))


def test_without_warcio_the_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise ModuleNotFoundError(name="warcio")

    monkeypatch.setattr("osintkp.extras.import_module", refuse)

    with pytest.raises(
        MissingExtraError, match=r'a WARC archive needs warcio: pip install "osintkp\[warc\]"'
    ):
        entries(written(tmp_path, warc(*PAGES)))


def test_a_member_tells_where_the_next_one_begins(tmp_path: Path) -> None:
    one, other = gzip.compress(b"one" * 100_000), gzip.compress(b"other")
    with written(tmp_path, one + other).open("rb") as stream:
        member = Member(stream)

        assert member.readable()
        assert b"one" * 100_000 == member.read()
        assert len(one) == member.end


@pytest.mark.parametrize("before", [0, 1, 64 * 1024 - 2, 64 * 1024 - 1, 64 * 1024, 200_000])
def test_a_mark_is_found_across_the_pieces_that_are_read(before: int, tmp_path: Path) -> None:
    with written(tmp_path, b"x" * before + b"WARC/1.0").open("rb") as stream:
        assert before == next_start(stream, 0, b"WARC/1.")
        assert None is next_start(stream, before + 1, b"WARC/1.")
