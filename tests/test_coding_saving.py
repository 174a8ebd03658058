"""Saving: what each format holds, and what is refused before a file is opened."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

import osintkp
from osintkp.claims import Claims
from osintkp.coding.manifest import MANIFEST
from osintkp.coding.saving import claim_data, save_claims, source_data
from osintkp.errors import InvalidValueError, WritingError
from osintkp.evidence import Link, Source, Span
from osintkp.vocabulary.scales import Credibility, LinkKind

MARK = b"\xef\xbb\xbf"


def claim(name: str = "one/a", **fields: object) -> osintkp.Claim:
    given = {"record": osintkp.Loss(actor="AM"), "spans": (Span(quote="w"),)} | fields
    return osintkp.Claim(id=name, source=name.partition("/")[0], **given)  # type: ignore[arg-type]  # fields by name


ONE = Claims([claim()], [Source(id="one")])
TWO = Claims([claim(), claim("two/a")], [Source(id="one"), Source(id="two")])


def refused(claims: Claims, path: Path, *, texts: bool = False) -> InvalidValueError:
    before = sorted(path.parent.rglob("*"))
    with pytest.raises(InvalidValueError) as raised:
        save_claims(claims, path, texts=texts)
    assert before == sorted(path.parent.rglob("*"))
    return raised.value


def test_toml_and_json_hold_one_source(tmp_path: Path) -> None:
    save_claims(ONE, tmp_path / "a.toml")
    save_claims(ONE, tmp_path / "a.json")

    data = {
        "schema": "osintkp/1",
        "source": {"id": "one"},
        "claim": [{"id": "a", "quote": "w", "loss": {"actor": "AM"}}],
    }
    found = json.loads((tmp_path / "a.json").read_text())
    assert data == tomllib.loads((tmp_path / "a.toml").read_text())
    assert {"claims": 1, "bytes": 147} == {key: found["sealed"][key] for key in ("claims", "bytes")}
    assert data == {key: found[key] for key in found if key != "sealed"}
    assert (tmp_path / "a.json").read_text().endswith("}\n")


@pytest.mark.parametrize("name", ["a.toml", "a.json", "a.TOML"])
def test_two_sources_are_refused_by_a_file_of_one(name: str, tmp_path: Path) -> None:
    error = refused(TWO, tmp_path / name)

    assert (
        f"a {name[1:].lower()} file holds one source: ('one', 'two'); save to a folder or to a .jsonl file"
        == str(error)
    )
    assert "one-source" == error.code
    assert "one-source" == refused(Claims(), tmp_path / name).code


def test_json_lines_hold_a_line_for_each_source_and_claim(tmp_path: Path) -> None:
    save_claims(TWO, tmp_path / "a.jsonl")

    lines = (tmp_path / "a.jsonl").read_text().split("\n")
    assert ["one", "a", "two", "a", None] == [
        (data.get("source") or data["claim"])["id"] if data else None
        for data in (json.loads(line or "null") for line in lines[1:])
    ]
    assert ["sealed"] == list(json.loads(lines[0]))


def test_json_keeps_the_letters_of_every_alphabet(tmp_path: Path) -> None:
    claims = Claims([claim(spans=(Span(quote="\ud3ec\ud0c4 Київ"),))], [Source(id="one")])
    save_claims(claims, tmp_path / "a.jsonl")
    save_claims(claims, tmp_path / "a.json")

    assert "\ud3ec\ud0c4 Київ" in (tmp_path / "a.jsonl").read_text(encoding="utf-8")
    assert '\n {\n  "id": "a"' not in (tmp_path / "a.json").read_text(encoding="utf-8")
    assert '\n  {\n   "id": "a",\n   "quote": "\ud3ec\ud0c4 Київ"' in (tmp_path / "a.json").read_text(
        encoding="utf-8"
    )


def test_a_folder_holds_a_file_for_each_source(tmp_path: Path) -> None:
    save_claims(TWO, tmp_path / "deep" / "folder")

    names = sorted(path.name for path in (tmp_path / "deep" / "folder").iterdir())
    assert ["one.toml", "osintkp.sha256", "two.toml"] == names


@pytest.mark.parametrize("name", ["none", "none.jsonl"])
def test_an_empty_corpus_loads_back_empty(name: str, tmp_path: Path) -> None:
    save_claims(Claims(), tmp_path / name)
    corpus = osintkp.load(tmp_path / name)

    assert (Claims(), ()) == (corpus.claims, corpus.problems)


def test_saving_again_replaces_and_never_adds(tmp_path: Path) -> None:
    save_claims(ONE, tmp_path / "c")
    save_claims(TWO, tmp_path / "c")
    error = refused(ONE, tmp_path / "c")

    assert TWO == osintkp.load(tmp_path / "c").claims
    assert "folder-taken" == error.code
    assert "another coding lies in the folder" == error.what
    assert str(tmp_path / "c" / "two.toml") == error.value
    assert "save to an empty folder, or delete it" == error.fix


def test_files_that_are_no_codings_do_not_take_a_folder(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("about")

    save_claims(ONE, tmp_path)
    assert ONE == osintkp.load(tmp_path).claims


def test_a_claim_without_its_source_is_refused(tmp_path: Path) -> None:
    error = refused(Claims([claim()]), tmp_path / "a.jsonl")

    assert ("unknown-source", "one/a", "add its source") == (error.code, error.value, error.fix)
    assert "the claim stands in no source that is here" == error.what


@pytest.mark.parametrize(
    ("claims", "taken"),
    [
        (Claims([], [Source(id="one"), Source(id="One")]), "One"),
        (Claims([claim("one/a"), claim("one/A")], [Source(id="one")]), "one/A"),
    ],
    ids=["sources", "claims"],
)
def test_ids_that_differ_in_capitals_alone_are_refused(claims: Claims, taken: str, tmp_path: Path) -> None:
    error = refused(claims, tmp_path / "c")

    assert ("duplicate-id", taken, "give one of them another id") == (error.code, error.value, error.fix)
    assert f"this id is '{taken.lower()}' in other capitals" == error.what


def test_a_text_that_cannot_be_written_is_refused_before_a_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("old")
    error = refused(Claims([], [Source(id="one", title="a\ud83d")]), tmp_path / "a.toml")

    assert "text-surrogate" == error.code
    assert "old" == (tmp_path / "a.toml").read_text()


def test_texts_are_written_only_when_asked_for(tmp_path: Path) -> None:
    claims = Claims([], [Source(id="one").attached("a text\r\n")])
    save_claims(claims, tmp_path / "without")
    save_claims(claims, tmp_path / "with", texts=True)
    save_claims(claims, tmp_path / "a.jsonl")

    assert ["one.toml", "osintkp.sha256"] == sorted(path.name for path in (tmp_path / "without").iterdir())
    assert b"a text\r\n" == (tmp_path / "with" / "one.txt").read_bytes()
    assert "a text" not in (tmp_path / "a.jsonl").read_text()


def test_a_text_keeps_its_name_and_its_byte_order_mark(tmp_path: Path) -> None:
    digest = sha256(MARK + b"a text").hexdigest()
    source = Source(id="one", sha256=digest, file="texts/wire.md").attached("a text")
    save_claims(Claims([], [source]), tmp_path / "c", texts=True)

    assert MARK + b"a text" == (tmp_path / "c" / "texts" / "wire.md").read_bytes()
    assert "a text" == osintkp.load(tmp_path / "c").sources["one"].text


def test_a_text_that_was_never_attached_gets_its_hash(tmp_path: Path) -> None:
    save_claims(Claims([], [Source(id="one", text="a text")]), tmp_path / "c", texts=True)
    save_claims(Claims([], [Source(id="one", text="a text")]), tmp_path / "c.jsonl", texts=True)

    assert "a text" == osintkp.load(tmp_path / "c").sources["one"].text
    assert sha256(b"a text").hexdigest() == osintkp.load(tmp_path / "c.jsonl").sources["one"].sha256


@pytest.mark.parametrize("name", ["c", "c.jsonl"])
def test_a_text_of_another_hash_is_refused(name: str, tmp_path: Path) -> None:
    source = Source(id="one", sha256="0" * 64, text="a text")

    assert "article-changed" == refused(Claims([], [source]), tmp_path / name, texts=True).code


@pytest.mark.parametrize("file", ["../wire.txt", "/wire.txt", "..\\wire.txt", "a\0.txt", "a/../wire.txt"])
def test_a_text_is_never_written_outside(file: str, tmp_path: Path) -> None:
    claims = Claims([], [Source(id="one", file=file).attached("a text")])
    is_bad = "\\" in file or "\0" in file

    assert ("path-bad" if is_bad else "path-outside") == refused(
        claims, tmp_path / "c" / "d", texts=True
    ).code


def test_a_text_with_an_empty_name_is_refused_and_one_without_a_name_gets_that_of_its_source(
    tmp_path: Path,
) -> None:
    empty, none = (Source(id="one", file=file).attached("a text") for file in ("", None))

    assert "path-bad" == refused(Claims([], [empty]), tmp_path / "c", texts=True).code
    save_claims(Claims([], [none]), tmp_path / "c", texts=True)
    assert "a text" == (tmp_path / "c" / "one.txt").read_text()


@pytest.mark.parametrize("file", ["two.toml", "shared.txt"])
def test_two_files_of_one_name_are_refused_unless_they_are_equal(file: str, tmp_path: Path) -> None:
    sources = [
        Source(id="one", file=file).attached("a text"),
        Source(id="two", file="shared.txt").attached("another"),
    ]
    error = refused(Claims([], sources), tmp_path / "c", texts=True)
    equal = [
        Source(id="one", file="x.txt").attached("a text"),
        Source(id="two", file="x.txt").attached("a text"),
    ]
    save_claims(Claims([], equal), tmp_path / "d", texts=True)

    assert ("duplicate-file", str(tmp_path / "c" / file)) == (error.code, error.value)
    assert ("two files would have one name", "rename a text") == (error.what, error.fix)
    assert ["a text", "a text"] == [source.text for source in osintkp.load(tmp_path / "d").sources]


def test_what_is_at_its_default_is_left_out() -> None:
    assert {"id": "a", "quote": "w", "loss": {"actor": "AM"}} == claim_data(claim())
    assert {"id": "a", "loss": {}} == claim_data(claim(spans=(), record=osintkp.Loss()))
    assert {"id": "one"} == source_data(Source(id="one"))


def test_a_credibility_is_written_as_a_number() -> None:
    assert 3 == claim_data(claim(credibility=Credibility.POSSIBLY_TRUE))["credibility"]


def test_one_quote_stands_in_the_claim_and_several_in_a_list() -> None:
    span = Span(quote="w", start=1, end=2, prefix="p", suffix="s")
    coded = {"quote": "w", "span": [1, 2], "prefix": "p", "suffix": "s"}

    assert coded == {key: value for key, value in claim_data(claim(spans=(span,))).items() if key in coded}
    assert [coded, {"quote": "v"}] == claim_data(claim(spans=(span, Span(quote="v"))))["spans"]


@pytest.mark.parametrize(
    ("chain", "coded"),
    [
        ([], {}),
        ([Link(actor="KR")], {"speaker": "KR"}),
        (
            [Link(actor="KR", role="minister", verb="said")],
            {"speaker": "KR", "role": "minister", "verb": "said"},
        ),
        (
            [Link(actor="KR", verb="said"), Link(actor="yonhap")],
            {"speaker": "KR", "verb": "said", "via": ["yonhap"]},
        ),
        ([Link(actor="KR", basis="wire")], {"attribution": [{"actor": "KR", "basis": "wire"}]}),
        ([Link(actor="KR", medium="radio")], {"attribution": [{"actor": "KR", "medium": "radio"}]}),
        (
            [Link(actor="KR", when=osintkp.When.parse("2024"))],
            {"attribution": [{"actor": "KR", "when": "2024"}]},
        ),
        (
            [Link(actor="KR"), Link(actor="yonhap", verb="cited")],
            {"attribution": [{"actor": "KR"}, {"actor": "yonhap", "verb": "cited"}]},
        ),
    ],
)
def test_a_chain_takes_the_short_form_where_that_says_all(
    chain: list[Link], coded: dict[str, object]
) -> None:
    keys = ("speaker", "role", "verb", "via", "attribution")

    assert coded == {
        key: value for key, value in claim_data(claim(attribution=tuple(chain))).items() if key in keys
    }


def test_links_keep_the_whole_id() -> None:
    link = osintkp.ClaimLink(kind=LinkKind.SHARE_OF, claim="one/b", value=osintkp.Amount.parse("~30 percent"))

    assert [{"kind": "share_of", "claim": "one/b", "value": "~30 percent"}] == claim_data(
        claim(links=(link,))
    )["links"]


def test_the_seeds_are_saved_for_people_to_read(tmp_path: Path) -> None:
    osintkp.load_seeds().save(tmp_path)

    lines = (tmp_path / "s1.toml").read_text(encoding="utf-8").splitlines()
    assert "credibility = 2" in lines
    assert 'amount = "~6700 container"' in lines
    assert "[claim.shipment]" in lines
    assert 'shipment = { sender = "KP", recipient = "RU", item = "munitions" }' in lines


@pytest.mark.parametrize(
    ("words", "anchor", "coded"),
    [
        (None, None, "2024-06"),
        ("last June", None, {"edtf": "2024-06", "words": "last June"}),
        (None, date(2024, 11, 5), {"edtf": "2024-06", "anchor": "2024-11-05"}),
        ("last June", date(2024, 11, 5), {"edtf": "2024-06", "words": "last June", "anchor": "2024-11-05"}),
    ],
)
def test_a_date_takes_the_short_form_where_that_says_all(
    words: str | None, anchor: date | None, coded: object
) -> None:
    when = osintkp.When.parse("2024-06", words=words, anchor=anchor)

    assert coded == claim_data(claim(said=when))["said"]


@pytest.mark.parametrize("name", ["texts", "one.toml"])
def test_a_text_takes_the_place_of_a_link_that_leads_to_itself_and_of_none_that_leads_out(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "texts").mkdir()
    folder = tmp_path / "texts" if name == "texts" else tmp_path
    (folder / "one.txt").symlink_to("one.txt")
    corpus = osintkp.read("Lomé sent 9 trucks to Bamako.", id="one")
    corpus.save(tmp_path / name, texts=True)
    assert b"Lom\xc3\xa9 sent" == (folder / "one.txt").read_bytes()[:10]
    assert corpus == osintkp.load(tmp_path / name)

    (folder / "one.txt").unlink()
    (folder / "one.txt").symlink_to(tmp_path.parent / "outside.txt")
    with pytest.raises(InvalidValueError) as raised:
        corpus.save(tmp_path / name, texts=True)
    assert "path-outside" == raised.value.code


@pytest.mark.parametrize("way", ["save", "to_parquet", "report", "read_archive"])
def test_a_folder_that_cannot_be_made_is_an_error_of_writing(way: str, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("words")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "a.txt").write_text("Mali lost 3 tanks.")
    read = partial(osintkp.read_archive, tmp_path / "a.txt", jobs=1)
    write = (lambda to: read(to=to)) if way == "read_archive" else getattr(osintkp.Corpus(), way)
    for name in ("taken/folder", "loop/folder"):
        with pytest.raises(WritingError) as raised:
            write(tmp_path / name)
        assert not raised.value.in_place
        assert isinstance(raised.value, OSError)


FORGED = """schema = "osintkp/1"
[source]
id = "forged"
[[claim]]
id = "x"
quote = "400 tanks"
loss = { actor = "ML", amount = "400 tank" }
"""


@pytest.mark.parametrize(
    "name", ["forged.toml", "forged.JSON", "x/forged.jsonl", MANIFEST, "a.toml/x.txt", ".git/config", ".env", "x/.b/c.txt"]
)  # fmt: skip
def test_no_text_is_written_where_a_coding_a_manifest_or_a_hidden_file_lies(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "in.jsonl").write_text(
        json.dumps({"schema": "osintkp/1", "source": {"id": "wire", "text": name, "content": FORGED}})
    )
    corpus = osintkp.load(tmp_path / "in.jsonl")

    assert "path-bad" == refused(corpus.claims, tmp_path / "out", texts=True).code
    corpus.save(tmp_path / "out")
    near = Source(id="near", file="forged.toml.txt").attached(FORGED)
    osintkp.Corpus(claims=Claims((), [near])).save(tmp_path / "near", texts=True)
    assert (near,) == tuple(osintkp.load(tmp_path / "near").sources)


@pytest.mark.parametrize(
    ("one", "two"), [("t.txt", "T.txt"), ("Bé.txt", "Be\u0301.txt"), ("t", "t/u.txt"), ("T/u.txt", "t")]
)
def test_two_texts_that_some_system_takes_for_one_file_are_refused(
    one: str, two: str, tmp_path: Path
) -> None:
    sources = [Source(id="one", file=one).attached("Mopti"), Source(id="two", file=two).attached("Ségou")]

    assert "duplicate-file" == refused(Claims((), sources), tmp_path / "out", texts=True).code
    apart = [sources[0], Source(id="two", file=f"u{two}").attached("Ségou")]
    osintkp.Corpus(claims=Claims((), apart)).save(tmp_path / "out", texts=True)
    assert ["Mopti", "Ségou"] == [each.text for each in osintkp.load(tmp_path / "out").sources]


@pytest.mark.parametrize("form", ["a.toml", "a.json", "a.jsonl", "a"])
def test_nul_is_refused_before_anything_is_written_and_its_name_is_not(form: str, tmp_path: Path) -> None:
    odd = Claims([claim(spans=(Span(quote="9\0trucks"),))], [Source(id="one")])
    assert "text-control" == refused(odd, tmp_path / form).code

    named = osintkp.Corpus(claims=Claims([claim(spans=(Span(quote="9\\u0000"),))], [Source(id="one")]))
    named.save(tmp_path / form)
    assert named == osintkp.load(tmp_path / form)


def test_a_text_that_would_be_taken_for_utf_16_is_refused(tmp_path: Path) -> None:
    for text, form in (("Gao\0", "a"), ("Gao\0", "a.toml"), ("Gao, Mali\0", "a.jsonl")):
        source = Source(id="one").attached(text)
        assert "text-control" == refused(Claims((), [source]), tmp_path / form, texts=True).code

    corpus = osintkp.Corpus(claims=Claims((), [Source(id="one").attached("Gao, Mali\0")]))
    corpus.save(tmp_path / "a", texts=True)
    assert corpus == osintkp.load(tmp_path / "a")
