"""A table of claims: every field has its column, and every reader of Arrow gives an equal corpus back."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import osintkp
from builders import claim, corpus
from costs import once
from export_cases import FULL
from osintkp import Amount, Claim, CodingError, Corpus, Draft, ResourceLimits, Source, Span, When
from osintkp.claim_table import frame_of
from osintkp.claim_table.codings import table_codings
from osintkp.claim_table.columns import claim_columns, record_columns, shape_of
from osintkp.claim_table.values import coded
from osintkp.claims import Claims
from osintkp.errors import InvalidValueError
from osintkp.frames.columns import Items, Plain, flattened, nested
from osintkp.frames.values import AMOUNT, SPAN, WHEN
from osintkp.records import record_types
from pages import corpus_of
from strategies import corpora

SOFT = {"unknown-item", "dangling-link", "unknown-source", "missing-quote"}
CARRIERS: dict[str, Callable[[Corpus], Any]] = {
    "arrow": Corpus.to_arrow,
    "polars": Corpus.to_polars,
    "pandas": lambda given: given.to_pandas(flat=False),
    "pandas, its own types": lambda given: given.to_arrow().to_pandas(),
    "duckdb": lambda given: duckdb.from_arrow(given),  # noqa: PLW0108  a function of duckdb that is kept is told as a leak
    "stream": pa.RecordBatchReader.from_stream,
}
TRUCKS = claim("wire/trucks", sender="EG", recipient="SD", amount="~40 truck", when="2024-01", speaker="SD")
DENIED = claim("wire/denied", sender="EG", recipient="SD", stance="denies", links={"refutes": "wire/trucks"})
WORLD = corpus(
    TRUCKS, DENIED, claim("post/raid", "loss", actor="TD", amount="12 tank"), wire={"title": "Trucks"}
)


def codes(found: Corpus) -> set[str]:
    return {problem.code for problem in found.problems}


def changed(name: str, **parts: Any) -> pa.Table:
    """Return the world's table with parts of one column changed in its first row."""
    rows = WORLD.to_arrow().to_pylist()
    rows[0][name] = rows[0][name] | parts
    return pa.Table.from_pylist(rows, schema=WORLD.to_arrow().schema)


@settings(max_examples=60, deadline=None)
@given(claims=corpora(), carrier=st.sampled_from(["arrow", "polars", "pandas", "stream"]))
def test_every_corpus_comes_back_equal(claims: Claims, carrier: str) -> None:
    whole = Corpus(claims=claims)
    told = {claim.source for claim in claims}
    table = CARRIERS[carrier](whole)
    back = osintkp.from_arrow(table)

    assert SOFT >= codes(back)
    assert list(claims) == sorted(back.claims, key=lambda each: claims.ids().index(each.id))
    kept = [source for source in claims.sources if source.id in told or carrier in ("arrow", "stream")]
    assert kept == sorted(back.sources, key=lambda each: claims.sources.ids().index(each.id))


@settings(max_examples=30, deadline=None)
@given(claims=corpora())
def test_every_corpus_has_a_flat_table_of_the_same_rows(claims: Claims) -> None:
    table = Corpus(claims=claims).to_arrow(flat=True)

    assert list(claims.ids()) == table["id"].to_pylist()
    assert [str(each.amount) if each.amount else None for each in claims] == table["amount_text"].to_pylist()


def test_the_flat_row_of_a_claim_has_single_values_for_all_of_it() -> None:
    row = corpus_of(FULL).to_arrow(flat=True).to_pylist()[0]

    assert {
        "speaker": "unknown",
        "origin": "abdel-fattah-al-burhan",
        "actors": "EG; SD",
        "quote": "some 40 trucks",
        "span_start": 10,
        "span_end": 24,
        "span_status": None,
        "spans": "some 40 trucks … by sea",
        "attribution": "abdel-fattah-al-burhan; unknown; SD",
        "links": "repeats agency/trucks; revises wire/denied; share_of agency/trucks ~30 percent",
        "suppress": "single-origin: two offices",
        "likelihood_scheme": "phia",
        "credibility": 2,
        "said_words": "the day before",
        "earliest": date(2023, 3, 1),
        "latest": date(2023, 4, 30),
        "shipment_origin": "Jeddah",
        "draft_rules": None,
        "source_file": "wire.txt",
        "source_length": 4000,
        "source_published_anchor": date(2023, 4, 19),
    }.items() <= row.items()


def test_the_flat_row_of_a_draft_tells_how_it_was_drafted() -> None:
    made = Draft(rules=("give", "name"), confidence={"sender": 0.9}, unfilled={"when": "not told"})
    row = corpus(attrs.evolve(TRUCKS, draft=made)).to_arrow(flat=True).to_pylist()[0]

    assert ("give; name", "sender: 0.9", "when: not told") == (
        row["draft_rules"], row["draft_confidence"], row["draft_unfilled"]
    )  # fmt: skip


@pytest.mark.parametrize("carrier", CARRIERS)
def test_every_reader_of_arrow_gives_all_of_a_claim_back(carrier: str) -> None:
    full = corpus_of(FULL)
    assert full.claims["wire/trucks"].spans[1].quote == "by sea"

    assert full == osintkp.from_arrow(CARRIERS[carrier](full))


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("kind", record_types())
def test_a_record_with_nothing_in_it_comes_back(kind: str, carrier: str) -> None:
    bare = Corpus(
        claims=Claims(
            [Claim(id="a/x", source="a", record=record_types()[kind](), draft=Draft()),
             Claim(id="a/y", source="a", record=record_types()[kind]())],
            [Source(id="a")],
        )
    )  # fmt: skip
    back = osintkp.from_arrow(CARRIERS[carrier](bare))

    assert bare == back
    assert {"missing-quote"} == codes(back)


def test_a_parquet_file_comes_back_equal(tmp_path: Path) -> None:
    full = corpus_of(FULL)
    full.to_parquet(tmp_path / "full.parquet")

    assert full == osintkp.load(tmp_path / "full.parquet", form="parquet")
    assert full == osintkp.from_arrow(pl.read_parquet(tmp_path / "full.parquet"))


def test_a_source_without_claims_is_told_in_the_notes() -> None:
    bare = Source(id="agency", published=When.parse("2024-03"), file="agency.txt", title="Ναός </script>")
    whole = Corpus(claims=Claims(WORLD.claims, [*WORLD.sources, bare]))
    table = whole.to_arrow()

    assert [
        {"id": "agency", "title": "Ναός </script>", "published": "2024-03", "reliability": "F", "text": "agency.txt"}
    ] == json.loads(table.schema.metadata[b"osintkp.sources"])  # fmt: skip
    assert whole == osintkp.from_arrow(table)
    assert WORLD == osintkp.from_arrow(pl.DataFrame(whole))
    assert b"osintkp.sources" not in WORLD.to_arrow().schema.metadata


def test_a_claim_whose_source_is_not_there_is_told_and_comes_back_with_a_bare_one() -> None:
    lost = Corpus(claims=Claims([TRUCKS]))
    table = lost.to_arrow()

    assert [None] == table["source"].to_pylist()
    assert Corpus(claims=Claims([TRUCKS], [Source(id="wire")])) == osintkp.from_arrow(table)


def test_the_text_of_an_article_is_never_told(tmp_path: Path) -> None:
    text = "Secret: Egypt sent 40 trucks."
    source = Source(id="wire").attached(text)
    span = Span(quote="40 trucks").located(text)
    whole = Corpus(claims=Claims([attrs.evolve(TRUCKS, spans=(span,))], [source]))
    (tmp_path / "any.txt").write_text(text)
    table = whole.to_arrow()

    assert "Secret" not in str(table.to_pylist())
    assert "verbatim" == table["spans"][0][0]["status"].as_py()
    assert osintkp.from_arrow(table).sources["wire"].text is None
    again = osintkp.from_arrow(table, texts=tmp_path)
    assert (text, "verbatim") == (
        again.sources["wire"].text, again.claims["wire/trucks"].spans[0].status
    )  # fmt: skip


def test_a_table_finds_no_text_that_happens_to_lie_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wire.txt").write_text("Egypt sent 40 trucks.")
    monkeypatch.chdir(tmp_path)
    named = corpus(TRUCKS, wire={"file": "wire.txt"})

    assert osintkp.from_arrow(named.to_arrow()).sources["wire"].text is None


def test_any_part_of_a_table_comes_back() -> None:
    world = WORLD
    some = duckdb.sql("select id, kind, sender, amount from world where amount.best > 20")
    (found,) = osintkp.from_arrow(some).claims

    assert 3 == len(world)
    assert ("wire/trucks", "EG", "~40 truck") == (found.id, found.record.of("sender"), str(found.amount))
    assert (None, (), None) == (found.when, found.spans, found.speaker)


def test_a_source_may_be_told_by_its_id_alone() -> None:
    table = pa.table({"id": ["tanks"], "source": ["paper"], "kind": ["loss"], "actor": ["AM"]})

    assert ["paper/tanks"] == [each.id for each in osintkp.from_arrow(table).claims]


def test_names_of_actors_are_resolved_as_in_any_coding() -> None:
    table = pa.table({"id": ["wire/x"], "kind": ["shipment"], "sender": ["France"]})
    back = osintkp.from_arrow(table)

    assert "FR" == back.claims["wire/x"].record.of("sender")
    assert {"missing-quote", "actor-name"} == codes(back)


@pytest.mark.parametrize(
    ("name", "parts", "what"),
    [
        ("amount", {"best": 41.0}, "low, best, high say something else than text: '~40 truck'"),
        ("amount", {"high": None}, "low, best, high say something else than text: '~40 truck'"),
        ("amount", {"unit": "tank"}, "unit say something else than text: '~40 truck'"),
        ("amount", {"text": None}, "an amount has parts and no text; write it like '~6700 container'"),
        ("when", {"text": None, "edtf": None}, "a date has parts and no edtf; write it like '2024-06'"),
    ],
)
def test_numbers_that_were_changed_alone_are_refused(name: str, parts: dict[str, Any], what: str) -> None:
    with pytest.raises(CodingError) as caught:
        osintkp.from_arrow(changed(name, **parts))

    (problem,) = caught.value.problems
    assert what in str(problem)
    assert (name, 1) == (problem.field, problem.line)


def test_days_that_were_changed_alone_are_refused() -> None:
    table = changed("when", edtf="2024-02")

    with pytest.raises(
        CodingError, match=r"<table>/claims:1: when: earliest, latest say something else than edtf"
    ):
        osintkp.from_arrow(table)
    assert {"said-twice", "missing-quote"} >= codes(osintkp.from_arrow(table, lenient=True))


def test_a_notation_changed_with_its_numbers_left_empty_is_taken() -> None:
    table = changed("amount", text=">50 truck", low=None, best=None, high=None, unit=None)

    assert ">50 truck" == str(osintkp.from_arrow(table).claims["wire/trucks"].amount)


@pytest.mark.parametrize(
    ("name", "parts", "code"),
    [("amount", {"text": "40 truk"}, "unit-unknown"), ("when", {"edtf": "yesterday"}, "date-invalid")],
)
def test_a_notation_that_is_none_is_the_door_s_to_refuse(name: str, parts: dict[str, Any], code: str) -> None:
    found = osintkp.from_arrow(changed(name, **parts), lenient=True)

    assert code in codes(found)
    assert "wire/trucks" not in found.claims
    assert "post/raid" in found.claims


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"id": "wire/x", "kind": "lost"}, "unknown-key"),
        ({"id": "wire/x", "kind": None}, "missing-record"),
        ({"id": "wire/x", "kind": 7}, "unknown-key"),
        ({"id": "x", "kind": "loss"}, "missing-key"),
        ({"id": None, "kind": "loss"}, "missing-key"),
        ({"id": 5, "kind": "loss", "source": "wire"}, "wrong-type"),
        ({"id": "wire/x", "kind": "loss", "source": 5}, "missing-key"),
        ({"id": "wire/x", "kind": "loss", "source": "post"}, "bad-id"),
        ({"id": "wire/x", "kind": "loss", "sender": "EG"}, "unknown-key"),
        ({"id": "wire/x", "kind": "loss", "statement_about": ["EG"]}, "unknown-key"),
        ({"id": "wire/x", "kind": "loss", "amount": 40}, "wrong-type"),
        ({"id": "wire/x", "kind": "loss", "stance": "maybe"}, "unknown-word"),
        ({"id": "wire/x", "kind": "loss", "links": [None]}, "wrong-type"),
        ({"id": "wire/x", "kind": "loss", "spans": [{"quote": "ten", "start": 4}]}, "wrong-type"),
        ({"id": "wire/x", "kind": "loss", "draft": {"rules": [1]}}, "wrong-type"),
        ({"id": "wire/x", "kind": "treaty", "ratified": [{"key": "TR"}]}, "wrong-type"),
    ],
)  # fmt: skip
def test_an_unsound_row_is_a_problem(cells: dict[str, Any], code: str) -> None:
    sound = {"id": "post/raid", "kind": "loss"} | (
        {"source": "post"} if isinstance(cells.get("source"), str) else {}
    )
    tables = [pa.Table.from_pylist([each]) for each in (cells, sound)]
    bad = osintkp.from_arrow(tables[0], lenient=True)

    assert code in codes(bad)
    assert 0 == len(bad)
    assert 1 == len(osintkp.from_arrow(tables[1]))


def test_a_notation_alone_may_stand_in_place_of_the_struct() -> None:
    table = pa.table(
        {"id": ["wire/x"], "kind": ["loss"], "amount": ["~40 tank"], "when": ["2024-01"], "said": ["2024-02"]}
    )
    (found,) = osintkp.from_arrow(table).claims

    assert ("~40 tank", "2024-01", "2024-02") == (str(found.amount), str(found.when), str(found.said))


def test_a_row_that_stands_twice_is_refused() -> None:
    table = WORLD.to_arrow()

    with pytest.raises(CodingError, match="this id is taken"):
        osintkp.from_arrow(pa.concat_tables([table, table]))


def test_a_source_that_is_told_in_two_ways_is_refused() -> None:
    rows = WORLD.to_arrow().to_pylist()
    rows[1]["source"] = rows[1]["source"] | {"title": "Lorries"}
    back = osintkp.from_arrow(pa.Table.from_pylist(rows, schema=WORLD.to_arrow().schema), lenient=True)

    assert {"duplicate-id", "dangling-link"} >= codes(back) >= {"duplicate-id"}
    assert ["wire/trucks", "post/raid"] == list(back.claims.ids())


def test_a_column_that_no_table_has_is_told() -> None:
    table = WORLD.to_arrow().append_column("score", pa.array([1, 2, 3]))
    back = osintkp.from_arrow(table)

    assert WORLD == back
    assert ["a table of claims has no such column"] == [problem.message for problem in back.problems]
    assert "'score'" == back.problems[0].value


@pytest.mark.parametrize(
    ("given", "code", "message"),
    [
        (lambda: [1], "no-table", "Arrow cannot read this: 'list'; give a table of pyarrow, a frame of polars"),
        (lambda: {"id": ["a/x"]}, "no-table", "Arrow cannot read this: 'dict'"),
        (lambda: pl.Series([1]), "no-table", "this is no table: "),
        (lambda: WORLD.to_arrow(flat=True), "flat-table", "a flat table does not come back: None; use the nested one, to_arrow(): flat is amount_best"),
        (lambda: WORLD.to_polars(flat=True), "flat-table", "a flat table does not come back"),
        (lambda: pa.Table.from_arrays([pa.array(["a/x"])] * 2, names=["id", "id"]), "second-column", "two columns have one name: 'id'; keep one of them"),
        (lambda: WORLD.to_arrow().replace_schema_metadata({"osintkp.schema_version": "osintkp/frames/9"}), "schema-version", "this version of the schema is not known: 'osintkp/frames/9'; this osintkp reads \"osintkp/frames/1\""),
        (lambda: WORLD.to_arrow().replace_schema_metadata({"osintkp.sources": "{"}), "file-syntax", "the note on sources without claims is no list: '{'"),
        (lambda: WORLD.to_arrow().replace_schema_metadata({"osintkp.sources": "7"}), "file-syntax", "the note on sources without claims is no list: '7'"),
        (lambda: WORLD.to_arrow().replace_schema_metadata({"osintkp.sources": "[" * 100_000}), "file-syntax", "the note on sources"),
        (lambda: pa.table({"id": pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\1\0\0\0"), pa.py_buffer(b"\xff")])}), "no-table", "a value of the table cannot be read: "),
    ],
)  # fmt: skip
def test_what_is_no_nested_table_is_refused(given: Callable[[], Any], code: str, message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        osintkp.from_arrow(given())

    assert (code, True) == (caught.value.code, message in str(caught.value)), str(caught.value)


def test_a_table_of_too_many_rows_is_refused(tmp_path: Path) -> None:
    WORLD.to_parquet(tmp_path / "w.parquet")
    assert 3 == len(osintkp.from_arrow(WORLD, limits=ResourceLimits(table_rows=3)))
    limits = ResourceLimits(table_rows=2)

    with pytest.raises(InvalidValueError, match="the table has too many rows: 3; keep it within 2 rows"):
        osintkp.from_arrow(WORLD, limits=limits)
    with pytest.raises(CodingError, match="the table has too many rows: 3"):
        osintkp.load(tmp_path / "w.parquet", form="parquet", limits=limits)


def test_metadata_of_others_is_left_alone() -> None:
    table = WORLD.to_arrow().replace_schema_metadata({b"\xff": b"\xff", b"pandas": b"{"})

    assert WORLD == osintkp.from_arrow(table)


@pytest.mark.parametrize("raw", [b"", b"PAR1", b"PAR1" + b"\0" * 40 + b"PAR1", b'schema = "osintkp/1"'])
def test_what_is_no_parquet_file_is_a_problem(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    path.write_bytes(raw)
    found = osintkp.load(path, form="parquet", lenient=True)

    assert [("file-syntax", str(path))] == [(problem.code, problem.file) for problem in found.problems]
    assert found.problems[0].message.startswith("this is no Parquet file: ")


def test_a_damaged_parquet_file_never_brings_the_loader_down(tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    WORLD.to_parquet(path)
    whole = path.read_bytes()

    for place in range(4, len(whole), max(1, len(whole) // 60)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        found = osintkp.load(path, form="parquet", lenient=True)
        assert found.problems or found == WORLD or len(found) <= 3


def test_a_flat_parquet_file_is_a_problem(tmp_path: Path) -> None:
    WORLD.to_parquet(tmp_path, flat=True)

    with pytest.raises(CodingError, match="a flat table does not come back"):
        osintkp.load(tmp_path / "osintkp.parquet", form="parquet")


def test_a_file_of_another_tool_with_the_same_columns_is_read(tmp_path: Path) -> None:
    path = tmp_path / "theirs.parquet"
    frame = pd.DataFrame({"id": ["wire/x"], "kind": ["loss"], "actor": ["AM"], "amount": ["~40 tank"]})
    pq.write_table(pa.Table.from_pandas(frame), path)

    assert "~40 tank" == str(osintkp.load(path, form="parquet").claims["wire/x"].amount)


HOSTILE = (
    "</script>",
    "=cmd|' /C calc'!A0",
    "\x1b[31mred",
    "a\u202eb",
    "javascript:alert(1)",
    "x" * 1_000_000,
)


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: ascii(words[:12]))
def test_hostile_words_stay_what_they_are(words: str) -> None:
    made = corpus(attrs.evolve(TRUCKS, about=words, spans=(Span(quote=words),)), wire={"notes": words[:999]})
    back = osintkp.from_arrow(made.to_polars())

    assert made == back
    assert words == made.to_pandas()["quote"][0]


def test_half_a_character_is_refused_on_the_way_out_and_nul_on_the_way_back() -> None:
    with pytest.raises(InvalidValueError, match="a text of the column 'about' holds half a character"):
        corpus(attrs.evolve(TRUCKS, about="\ud83d")).to_arrow()
    with pytest.raises(CodingError, match="the text holds the character NUL"):
        osintkp.from_arrow(corpus(attrs.evolve(TRUCKS, about="a\0b")))


def test_every_field_of_a_claim_a_source_and_every_record_has_its_column() -> None:
    names = {column.name for column in nested(claim_columns())}
    (source,) = (column for column in claim_columns() if column.name == "source")

    assert {field.name for field in attrs.fields(Claim)} - {"record"} <= names
    assert {field.name for field in attrs.fields(Source)} - {"text"} == {
        field.name for field in getattr(source.shape, "fields", ())
    }
    for kind, record in record_types().items():
        held = {each.field for each in record_columns() if kind in each.kinds}
        assert {field.name for field in attrs.fields(record)} == held


def test_no_two_columns_have_one_name() -> None:
    for columns in (nested(claim_columns()), flattened(claim_columns())):
        names = [column.name for column in columns]
        assert len(set(names)) == len(names)
        assert all(column.note for column in columns if not column.name.startswith(("draft_", "source_")))


def test_a_field_with_another_column_s_name_gets_its_kind_before_it() -> None:
    apart = {each.column.name: each.kinds for each in record_columns() if each.column.name != each.field}

    assert {"shipment_origin": ("shipment",), "statement_about": ("statement",)} == apart


def test_kinds_whose_fields_differ_in_shape_have_columns_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    first = attrs.make_class("First", {"size": attrs.field(type=Amount), "name": attrs.field(type=str)})
    second = attrs.make_class("Second", {"size": attrs.field(type=int), "name": attrs.field(type=str)})
    monkeypatch.setattr(
        "osintkp.claim_table.columns.record_types", lambda: {"first": first, "second": second}
    )
    record_columns.cache_clear()
    try:
        found = {each.column.name: each.column.shape for each in record_columns()}
    finally:
        record_columns.cache_clear()

    assert {"first_size": AMOUNT, "second_size": Plain.WHOLE, "name": Plain.TEXT} == found


def test_a_type_without_a_shape_is_refused() -> None:
    assert Items(of=Plain.NUMBER) == shape_of(tuple[float, ...] | None)
    with pytest.raises(TypeError, match="no column holds values of <class 'complex'>"):
        shape_of(complex)


def test_the_way_back_leaves_alone_what_has_another_shape() -> None:
    assert [7, None, 7.5, 7] == [coded(Plain.WHOLE, each) for each in (7.0, float("nan"), 7.5, 7)]
    assert [7.0] == coded(Items(of=Plain.NUMBER), [7.0])
    assert {"quote": "ten", "span": [1, 4]} == coded(SPAN, {"quote": "ten", "start": 1.0, "end": 4.0})
    assert ["x", 7, None] == [coded(SPAN, "x"), coded(Items(of=SPAN), 7), coded(WHEN, {"edtf": None})]
    assert {"edtf": "2024", "words": "then"} == coded(WHEN, {"edtf": "2024", "words": "then"})
    assert {"edtf": "2024", "anchor": "2024-05-01"} == coded(WHEN, {"edtf": "2024", "anchor": "2024-05-01"})


def test_a_source_comes_with_its_claims_in_the_order_of_its_first_row() -> None:
    mixed = corpus(claim("b/1", "loss"), claim("a/1", "loss"), claim("b/2", "loss"))
    found = [(source["id"], [each["id"] for each in claims]) for source, claims in table_codings(mixed)]

    assert [("b", ["1", "2"]), ("a", ["1"])] == found


def test_a_frame_of_claims_says_what_its_rows_are() -> None:
    frame = frame_of(WORLD.claims)

    assert ("claims", 3, {}) == (frame.name, len(frame.rows), frame.notes)


def test_time_grows_with_the_number_of_claims_and_not_faster() -> None:
    def cost(count: int) -> float:
        many = [attrs.evolve(TRUCKS, id=f"wire/x{number}", about=str(number)) for number in range(count)]
        whole = Corpus(claims=Claims(many, WORLD.sources))

        def act() -> None:
            assert count == whole.to_arrow().num_rows
            assert count == whole.to_arrow(flat=True).num_rows

        return once(act)

    cost(500)
    assert cost(8000) < 16 * max(cost(2000), 0.05)
