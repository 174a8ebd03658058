"""Texts: found by name or by hash, verified, and never outside the folder."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

import osintkp
from badinputs.writing import TEXT, toml
from osintkp.coding.files import read_article
from osintkp.evidence import Source
from osintkp.file_access import Entry, FileAccess, FilePlace, entries

MARK = b"\xef\xbb\xbf"


def digest(raw: bytes) -> str:
    return sha256(raw).hexdigest()


def coding(folder: Path, source: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "bad.toml"
    path.write_text(toml("", source=source, sound=""))
    return path


def only(corpus: osintkp.Corpus) -> Source:
    assert () == corpus.problems
    return corpus.sources["bad"]


def test_a_text_is_found_by_name_beside_its_coding(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(TEXT)

    source = only(osintkp.load(coding(tmp_path, 'text = "wire.txt"')))
    assert (TEXT, len(TEXT), digest(TEXT.encode()), "wire.txt") == (
        source.text,
        source.length,
        source.sha256,
        source.file,
    )


def test_a_text_is_found_by_name_in_a_folder_below(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "wire.txt").write_text(TEXT)

    assert TEXT == only(osintkp.load(coding(tmp_path, 'text = "texts/wire.txt"'))).text


def test_a_text_is_found_by_hash_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "another.md").write_text(TEXT)
    (tmp_path / "more.txt").write_text("more")

    assert TEXT == only(osintkp.load(coding(tmp_path, f'sha256 = "{digest(TEXT.encode())}"'))).text


def test_a_folder_of_texts_goes_before_the_folder_of_the_coding(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "wire.txt").write_text(TEXT)
    (tmp_path / "codings").mkdir()
    (tmp_path / "codings" / "wire.txt").write_text("another text")
    path = coding(tmp_path / "codings", 'text = "wire.txt"')

    assert "another text" == only(osintkp.load(path)).text
    assert TEXT == only(osintkp.load(path, texts=tmp_path / "texts")).text
    assert TEXT == only(osintkp.load(path, texts=str(tmp_path / "texts"))).text


def test_another_text_of_the_name_does_not_hide_the_one_with_the_hash(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("another text")
    (tmp_path / "right.txt").write_text(TEXT)
    path = coding(tmp_path, f'text = "wire.txt"\nsha256 = "{digest(TEXT.encode())}"')

    assert TEXT == only(osintkp.load(path)).text


def test_a_source_whose_text_is_not_at_hand_has_none(tmp_path: Path) -> None:
    source = only(osintkp.load(coding(tmp_path, f'text = "wire.txt"\nsha256 = "{"0" * 64}"\nlength = 5')))

    assert (None, "0" * 64, 5) == (source.text, source.sha256, source.length)


@pytest.mark.parametrize("hashed", [MARK + TEXT.encode(), TEXT.encode()], ids=["with the mark", "without it"])
@pytest.mark.parametrize("named", ['text = "wire.txt"\n', ""], ids=["by name", "by hash"])
def test_a_byte_order_mark_is_no_part_of_the_text(hashed: bytes, named: str, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_bytes(MARK + TEXT.encode())

    source = only(osintkp.load(coding(tmp_path, f'{named}sha256 = "{digest(hashed)}"')))
    assert (TEXT, digest(hashed)) == (source.text, source.sha256)


def test_a_text_may_stand_in_the_coding(tmp_path: Path) -> None:
    source = only(osintkp.load(coding(tmp_path, f'content = "{TEXT}"')))

    assert (TEXT, len(TEXT), None) == (source.text, len(TEXT), source.file)


def test_files_that_only_lie_beside_are_no_problem(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "right.txt").write_text(TEXT)

    assert TEXT == only(osintkp.load(coding(tmp_path, f'sha256 = "{digest(TEXT.encode())}"'))).text


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_a_text_that_is_no_regular_file_is_a_problem(make: object, tmp_path: Path) -> None:
    assert callable(make)
    make(tmp_path / "wire.txt")

    (problem,) = osintkp.load(coding(tmp_path, 'text = "wire.txt"'), lenient=True).problems
    assert ("article-not-file", "source.text") == (problem.code, problem.field)


def test_a_link_out_of_the_folder_is_refused_and_tells_nothing_of_its_target(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("a secret")
    (tmp_path / "codings").mkdir()
    (tmp_path / "codings" / "wire.txt").symlink_to(tmp_path / "secret.txt")

    corpus = osintkp.load(coding(tmp_path / "codings", 'text = "wire.txt"'), lenient=True)
    assert ["path-outside"] == [problem.code for problem in corpus.problems]
    assert "secret" not in str(corpus.problems[0])
    assert corpus.sources["bad"].text is None


def test_a_link_inside_the_folder_is_followed_where_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "wire-1.txt").write_text(TEXT)
    (tmp_path / "wire.txt").symlink_to(tmp_path / "wire-1.txt")
    path = coding(tmp_path, 'text = "wire.txt"')

    (problem,) = osintkp.load(path, lenient=True).problems
    assert ("article-link", "error", "source.text") == (problem.code, str(problem.severity), problem.field)
    assert 'give the file itself, or follow_links="inside"' == problem.fix
    assert TEXT == only(osintkp.load(path, follow_links="inside")).text


def test_a_folder_of_texts_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    path = coding(tmp_path, f'sha256 = "{"0" * 64}"')

    (problem,) = osintkp.load(path, texts=tmp_path / "nothing", lenient=True).problems
    assert (
        f"{tmp_path / 'nothing'}: there is no such folder of texts; give the name of a folder [file-missing]"
        == str(problem)
    )
    assert "file-missing" == osintkp.load(path, texts=path, lenient=True).problems[0].code


def test_a_folder_is_listed_and_hashed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "right.txt").write_text(TEXT)
    for name in ("one", "two"):
        content = toml("", source=f'sha256 = "{digest(TEXT.encode())}"', sound="").replace(
            '"bad"', f'"{name}"'
        )
        (tmp_path / f"{name}.toml").write_text(content)
    read, listed = list[Path](), list[Path]()

    def reading(place: FilePlace, access: FileAccess) -> bytes:
        raw = read_article(place, access)
        read.append(place.path)
        return raw

    def listing(place: FilePlace) -> list[Entry]:
        listed.append(place.path)
        return entries(place)

    monkeypatch.setattr("osintkp.coding.texts.read_article", reading)
    monkeypatch.setattr("osintkp.coding.texts.entries", listing)

    assert [TEXT, TEXT] == [source.text for source in osintkp.load(tmp_path).sources]
    assert [tmp_path] == listed
    assert [tmp_path / "right.txt"] * 3 == read


def test_without_a_hash_no_folder_is_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("osintkp.coding.texts.entries")

    assert only(osintkp.load(coding(tmp_path, 'title = "x"'))).text is None


def test_a_folder_whose_texts_are_all_too_short_is_not_hashed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = coding(tmp_path, f'sha256 = "{"0" * 64}"\nlength = 42')
    read: list[Path] = []

    def reading(place: FilePlace, access: FileAccess) -> bytes:
        raw = read_article(place, access)
        read.append(place.path)
        return raw

    monkeypatch.setattr("osintkp.coding.texts.read_article", reading)
    for length, hashed in ((41, []), (42, [tmp_path / "README.md"])):
        (tmp_path / "README.md").write_text("x" * length)
        assert only(osintkp.load(path)).text is None
        assert hashed == read


def test_a_missing_text_is_told_where_no_hash_could_bring_it_back(tmp_path: Path) -> None:
    (problem,) = osintkp.load(coding(tmp_path, 'text = "wire.txt"')).problems

    assert ("article-missing", "warning", "source.text", "'wire.txt'") == (
        problem.code,
        str(problem.severity),
        problem.field,
        problem.value,
    )
    assert "the text is not at hand" == problem.message
    assert "put it beside the coding, or into the folder of texts" == problem.fix
    assert () == osintkp.load(coding(tmp_path, 'title = "x"')).problems


@pytest.mark.parametrize(
    "named",
    ['text = "wire.txt"\n', f'sha256 = "{"0" * 64}"\n', f'text = "wire.txt"\nsha256 = "{"0" * 64}"\n'],
)
def test_a_missing_text_is_told_to_whoever_gave_a_folder_of_texts(named: str, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    path = coding(tmp_path, named)

    assert ["article-missing"] == [
        each.code for each in osintkp.load(path, texts=tmp_path / "texts").problems
    ]


def test_codings_that_are_shared_without_their_articles_are_sound(tmp_path: Path) -> None:
    path = coding(tmp_path, f'text = "wire.txt"\nsha256 = "{"0" * 64}"')

    assert None is only(osintkp.load(path)).text
    assert () == osintkp.load_seeds().problems


@pytest.mark.parametrize(
    ("there", "named"),
    [("Wire.TXT", "wire.txt"), ("caf\u00e9.txt", "cafe\u0301.txt"), ("cafe\u0301.txt", "CAF\u00c9.txt")],
)
def test_a_name_that_differs_in_capitals_or_accents_alone_is_told(
    there: str, named: str, tmp_path: Path
) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / there).write_text(TEXT)

    (problem,) = osintkp.load(coding(tmp_path, f'text = "texts/{named}"')).problems
    assert "article-missing" == problem.code
    assert f"a file {there!r} is there; write its name as it is" == problem.fix


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../wire.txt", "path-outside"),
        ("texts/../../wire.txt", "path-outside"),
        ("/etc/hostname", "path-outside"),
        ("//host/share", "path-outside"),
        ("texts//wire.txt", "path-bad"),
        ("./wire.txt", "path-bad"),
        ("wire.txt/", "path-bad"),
        ("file:///etc/hostname", "path-bad"),
        (r"..\\wire.txt", "path-bad"),
        ("C:wire.txt", "path-bad"),
        ("x" * 300, "path-bad"),
        ("~/wire.txt", "article-missing"),
        ("CON", "article-missing"),
        ("wire.txt", None),
    ],
)
def test_a_text_has_a_plain_name_below_the_folder_of_its_coding(
    name: str, code: str | None, tmp_path: Path
) -> None:
    (tmp_path / "wire.txt").write_text("a secret")
    folder = tmp_path / "codings"
    folder.mkdir()
    (folder / "wire.txt").write_text(TEXT)
    corpus = osintkp.load(coding(folder, f'text = "{name}"'), lenient=True)

    assert [code] * (code is not None) == [each.code for each in corpus.problems]
    assert (TEXT if code is None else None) == corpus.sources["bad"].text


def test_a_folder_of_texts_behind_a_link_is_not_gone_into(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "wire.txt").write_text("a secret")
    folder = tmp_path / "codings"
    folder.mkdir()
    (folder / "texts").symlink_to("../secret", target_is_directory=True)
    path = coding(folder, 'text = "texts/wire.txt"')

    for follow in (None, "inside"):
        corpus = osintkp.load(path, lenient=True, follow_links=follow)
        assert ["path-outside"] == [each.code for each in corpus.problems]
        assert corpus.sources["bad"].text is None


@pytest.mark.parametrize("whole", [True, False], ids=["by its folder", "by its name"])
def test_a_coding_in_a_folder_below_finds_its_text_beside_it(whole: bool, tmp_path: Path) -> None:
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    path = coding(tmp_path / "deep" / "deeper", 'text = "wire.txt"')
    (path.parent / "wire.txt").write_text(TEXT)

    assert TEXT == only(osintkp.load(tmp_path if whole else path)).text


def test_a_text_that_is_found_by_its_hash_is_no_link(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(TEXT)
    folder = tmp_path / "codings"
    path = coding(folder, f'sha256 = "{digest(TEXT.encode())}"')
    (folder / "out.txt").symlink_to(tmp_path / "secret")

    assert None is only(osintkp.load(path)).text
    (folder / "kept").write_text(TEXT)
    (folder / "in.txt").symlink_to("kept")
    assert None is osintkp.load(path).sources["bad"].text
    assert TEXT == osintkp.load(path, follow_links="inside").sources["bad"].text


@pytest.mark.parametrize("raw", [MARK + b"One\r\nTwo\rThree\xe2\x80\xa8", b"One\r\nTwo\rThree\xe2\x80\xa8"])
def test_a_text_has_the_hash_of_the_bytes_as_they_were_collected(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_bytes(raw)

    corpus = osintkp.load(coding(tmp_path, 'text = "wire.txt"'))
    assert digest(raw) == only(corpus).sha256
    assert "One\r\nTwo\rThree\u2028" == only(corpus).text
    corpus.save(tmp_path / "out", texts=True)
    assert raw == (tmp_path / "out" / "wire.txt").read_bytes()
    assert digest(raw) == osintkp.load(tmp_path / "out").sources["bad"].sha256


def test_a_drafted_text_has_the_hash_of_the_bytes_as_they_were_collected(tmp_path: Path) -> None:
    raw = MARK + b"Chad sent 40 trucks to Sudan."
    (tmp_path / "wire.txt").write_bytes(raw)

    corpus = osintkp.load(tmp_path, read=True)
    assert digest(raw) == corpus.sources["wire"].sha256
    corpus.save(tmp_path)
    again = osintkp.load(tmp_path, read=True)
    assert corpus == again
    assert () == again.problems


def test_a_text_in_windows_1252_is_named_and_not_guessed(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_bytes("\u201cnine trucks\u201d \u2013 Port Sudan".encode("cp1252"))

    corpus = osintkp.load(coding(tmp_path, 'text = "wire.txt"'), lenient=True)
    (problem,) = corpus.problems
    assert ("article-encoding", "byte 0 is not UTF-8") == (problem.code, problem.message)
    assert "save it as UTF-8; it looks like Windows-1252" == problem.fix
    assert corpus.sources["bad"].text is None
