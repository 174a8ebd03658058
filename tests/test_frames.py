"""Frames: columns said once, laid out nested and flat, by Arrow and whoever reads it."""

from __future__ import annotations

import subprocess
import sys
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

import osintkp
from builders import claim, corpus
from osintkp import Amount, Corpus, When
from osintkp.errors import InvalidValueError, MissingExtraError
from osintkp.frames import Frame, Framed
from osintkp.frames.arrow import schema_of, table_of
from osintkp.frames.columns import Column, Items, Plain, Struct, by_key, flattened, nested, parts, plain
from osintkp.frames.values import AMOUNT, SPAN, WHEN

DRONES = claim(
    "wire/drones", sender="IR", recipient="SD", item="aircraft/uncrewed", amount="~40 drone", when="2024-01"
)
TANKS = claim("paper/tanks", "loss", actor="AM", by="AZ", amount=">=250 tank", when="2020-10-27")
PACT = claim("paper/pact", "treaty", parties=("LY", "TR"), signed="2019-11-27")
WORLD = corpus(DRONES, TANKS, PACT)


@attrs.frozen
class Cargo:
    amount: Amount | None = None
    when: When | None = None
    ports: tuple[str, ...] = ()
    masses: dict[str, float] = attrs.field(factory=dict)


COLUMNS = (
    Column(name="amount", shape=AMOUNT, note="how much"),
    Column(name="when", shape=WHEN),
    Column(name="ports", shape=Items(of=Plain.TEXT, words=str.upper, between=" > "), note="ports"),
    Column(name="masses", shape=by_key("crate", "mass", Plain.NUMBER), unit="tonne"),
    Column(name="first", take=lambda cargo: cargo.ports[0] if cargo.ports else None, nested=False),
    Column(name="full", shape=Plain.TRUTH, take=lambda cargo: cargo.amount is not None, flat=False),
)
CARGO = Cargo(
    Amount.parse('~40 tonne "some"'), When.parse("2024-02"), ("Aden", "Assab"), {"a": 1.5, "b": 2.0}
)


def test_the_nested_layout_keeps_values_whole() -> None:
    table = table_of(nested(COLUMNS), [CARGO, Cargo()], {})

    assert ["amount", "when", "ports", "masses", "full"] == table.column_names
    assert {
        "amount": {
            "low": 35.0, "best": 40.0, "high": 45.0, "unit": "tonne", "comparator": "~", "hedge": "some",
            "looseness": "tenth", "text": '~40 tonne "some"',
        },
        "when": {
            "edtf": "2024-02", "earliest": date(2024, 2, 1), "latest": date(2024, 2, 29), "precision": "month",
            "words": None, "anchor": None,
        },
        "ports": ["Aden", "Assab"],
        "masses": [{"crate": "a", "mass": 1.5}, {"crate": "b", "mass": 2.0}],
        "full": True,
    } == table.to_pylist()[0]  # fmt: skip
    assert {"amount": None, "when": None, "ports": [], "masses": [], "full": False} == table.to_pylist()[1]


def test_the_flat_layout_has_single_values_of_the_same_columns() -> None:
    table = table_of(flattened(COLUMNS), [CARGO, Cargo()], {})
    full, empty = table.to_pylist()

    assert [
        *(f"amount_{field.name}" for field in AMOUNT.fields),
        *(f"when_{field.name}" for field in WHEN.fields),
        "ports", "masses", "first",
    ] == table.column_names  # fmt: skip
    assert (40.0, "tonne", date(2024, 2, 1)) == (
        full["amount_best"], full["amount_unit"], full["when_earliest"]
    )  # fmt: skip
    assert ("ADEN > ASSAB", "a: 1.5; b: 2.0", "Aden") == (full["ports"], full["masses"], full["first"])
    assert {None} == set(empty.values())


def test_a_part_of_a_part_gets_both_names() -> None:
    inner = Struct(fields=(Column(name="span", shape=SPAN, note="words"), Column(name="id")))
    (column,) = [each for each in flattened([Column(name="cited", shape=inner)]) if each.unit][:1]

    assert ("cited_span_start", "words: first code point") == (column.name, column.note)
    assert column.take(attrs.make_class("Row", ["cited"])(None)) is None


def test_types_notes_and_units_are_in_the_schema() -> None:
    schema = schema_of(flattened(COLUMNS), {"table": "cargo"})

    assert {b"osintkp.table": b"cargo"} == schema.metadata
    assert (pa.float64(), pa.date32(), pa.string()) == (
        schema.field("amount_low").type, schema.field("when_latest").type, schema.field("masses").type
    )  # fmt: skip
    assert {
        b"osintkp.note": b"how much: lowest value that the words allow", b"osintkp.unit": b"as in unit",
    } == schema.field("amount_low").metadata  # fmt: skip
    assert {b"osintkp.unit": b"tonne"} == schema.field("masses").metadata
    assert schema.field("first").metadata is None
    inside = schema_of(nested(COLUMNS), {}).field("amount").type.field("high")
    assert b"as in unit" == inside.metadata[b"osintkp.unit"]


def test_what_is_not_there_stays_away_in_every_shape() -> None:
    assert [None, None, None] == [plain(shape)(None) for shape in (Plain.TEXT, AMOUNT, Items(of=SPAN))]
    assert [{"a": None}] == plain(Items(of=parts(a=Plain.TEXT)))([attrs.make_class("One", ["a"])(None)])


def test_a_value_that_rows_share_is_laid_out_once_and_stands_in_each() -> None:
    calls = []

    def edtf(value: When) -> str:
        calls.append(value)
        return value.edtf

    shape = Struct(fields=(Column(name="id", take=edtf),))
    when = When.parse("2023")
    table = table_of(
        [Column(name="w", shape=shape, take=lambda row: row)], [when, None, when, When.parse("2024")], {}
    )

    assert [
        {"w": {"id": "2023"}},
        {"w": None},
        {"w": {"id": "2023"}},
        {"w": {"id": "2024"}},
    ] == table.to_pylist()
    assert 2 == len(calls)


def test_half_a_character_is_refused_with_its_column() -> None:
    with pytest.raises(
        InvalidValueError, match="a text of the column 'title' holds half a character"
    ) as caught:
        table_of([Column(name="title", take=str)], ["whole", "half \ud83d"], {})

    assert ("text-surrogate", "\ud83d", "write the whole character") == (
        caught.value.code, caught.value.value, caught.value.fix
    )  # fmt: skip


@pytest.mark.parametrize(("shape", "value"), [(Plain.WHOLE, 2**63), (Plain.DIGIT, 128)])
def test_a_number_without_room_is_refused(shape: Plain, value: int) -> None:
    column = Column(name="length", shape=shape, take=lambda row: row)

    assert [{"length": value - 1}] == table_of([column], [value - 1], {}).to_pylist()
    with pytest.raises(InvalidValueError, match="a number of the column 'length' is too large") as caught:
        table_of([column], [value], {})
    assert "number-size" == caught.value.code


def test_a_class_has_to_say_its_columns() -> None:
    with pytest.raises(NotImplementedError):
        Framed()._frame()


def test_the_layout_and_the_schema_stand_in_the_metadata() -> None:
    told = {layout: WORLD.to_arrow(flat=layout).schema.metadata for layout in (False, True)}

    assert {
        b"osintkp.schema_version": b"osintkp/frames/1", b"osintkp.table": b"claims", b"osintkp.layout": b"nested",
    } == told[False]  # fmt: skip
    assert b"flat" == told[True][b"osintkp.layout"]


@pytest.mark.parametrize("flat", [False, True])
def test_an_empty_corpus_has_every_column(flat: bool) -> None:
    empty = Corpus().to_arrow(flat=flat)

    assert 0 == empty.num_rows
    assert empty.schema.equals(WORLD.to_arrow(flat=flat).schema, check_metadata=True)
    assert Corpus().to_pandas(flat=flat).dtypes.equals(WORLD.to_pandas(flat=flat).dtypes)
    assert Corpus().to_polars(flat=flat).schema == WORLD.to_polars(flat=flat).schema


def test_duckdb_asks_a_corpus_by_its_name() -> None:
    world = WORLD
    found = duckdb.sql("select id, amount.low, actors[1] from world where amount.unit = 'tank'")

    assert 3 == len(world)
    assert found is not None
    assert [("paper/tanks", 250.0, "AM")] == found.fetchall()


def test_polars_takes_a_corpus_as_it_is() -> None:
    frame = pl.DataFrame(WORLD)

    assert frame.equals(WORLD.to_polars())
    assert pl.Struct == frame.schema["amount"]
    assert [date(2024, 1, 1), date(2020, 10, 27), date(2019, 11, 27)] == frame["earliest"].to_list()


def test_pandas_takes_a_corpus_as_it_is() -> None:
    frame = pd.DataFrame.from_arrow(WORLD)

    assert ["wire/drones", "paper/tanks", "paper/pact"] == list(frame["id"])
    assert 40.0 == frame["amount"][0]["best"]


def test_pandas_gets_single_values_that_say_what_is_missing() -> None:
    frame = WORLD.to_pandas().set_index("id")

    assert [40.0, pd.NA, pd.NA] == list(frame.amount_best)
    assert 250.0 == frame.amount_low["paper/tanks"]
    assert 2020 == frame.when_earliest.dt.year["paper/tanks"]
    assert "LY; TR" == frame.parties["paper/pact"]
    assert "osintkp/frames/1" == frame.attrs["osintkp.schema_version"]
    assert {
        "string[pyarrow]",
        "double[pyarrow]",
        "date32[day][pyarrow]",
        "int64[pyarrow]",
        "int8[pyarrow]",
    } == {str(kind) for kind in frame.dtypes}


def test_arrow_takes_a_corpus_without_copying_it_again() -> None:
    table = WORLD.to_arrow()

    assert pa.table(WORLD).equals(table, check_metadata=True)
    there = [chunk.buffers()[1].address for chunk in table["credibility"].chunks]
    taken = pl.DataFrame(table)["credibility"].to_arrow()
    assert there == [taken.buffers()[1].address]


def test_a_capsule_is_cast_where_a_reader_asks_for_it() -> None:
    wanted = pa.schema([pa.field("id", pa.large_string())])
    table = pa.table({"id": ["a"]})

    class One(Framed):
        def _frame(self) -> Frame:
            return Frame(name="ids", columns=(Column(name="id", take=str),), rows=["a"], notes={})

    assert table.cast(wanted) == pa.RecordBatchReader.from_stream(One(), schema=wanted).read_all()


@pytest.mark.parametrize("flat", [False, True])
def test_a_parquet_file_is_read_by_duckdb_polars_and_pandas(tmp_path: Path, flat: bool) -> None:
    path = tmp_path / "world.parquet"
    WORLD.to_parquet(path, flat=flat)

    assert pq.read_table(path).equals(WORLD.to_arrow(flat=flat), check_metadata=True)
    assert pl.read_parquet(path).equals(WORLD.to_polars(flat=flat))
    assert [(3,)] == duckdb.read_parquet(str(path)).count("*").fetchall()
    assert (3, len(WORLD.to_arrow(flat=flat).column_names)) == pd.read_parquet(path).shape


def test_the_same_corpus_gives_the_same_bytes_and_nothing_else_lies_there(tmp_path: Path) -> None:
    WORLD.to_parquet(tmp_path, flat=True)
    first = (tmp_path / "osintkp.parquet").read_bytes()
    WORLD.to_parquet(tmp_path / "osintkp.parquet", flat=True)

    assert first == (tmp_path / "osintkp.parquet").read_bytes()
    assert ["osintkp.parquet"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("ask", "missing", "message"),
    [
        ("to_arrow", "pyarrow", 'an Arrow table needs pyarrow: pip install "osintkp[frames]"'),
        ("__arrow_c_stream__", "pyarrow", 'an Arrow table needs pyarrow: pip install "osintkp[frames]"'),
        ("to_pandas", "pandas", 'a frame of pandas needs pandas: pip install "osintkp[pandas]"'),
        ("to_polars", "polars", 'a frame of polars needs polars: pip install "osintkp[polars]"'),
    ],
)
def test_a_missing_package_is_named_with_what_brings_it(
    ask: str, missing: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: str) -> Any:
        if name.partition(".")[0] == missing:
            raise ModuleNotFoundError(name=missing)
        return __import__(name)

    monkeypatch.setattr("osintkp.extras.import_module", refuse)

    with pytest.raises(MissingExtraError) as caught:
        getattr(WORLD, ask)()
    assert message == str(caught.value)


def test_a_corpus_wakes_no_package_before_it_is_asked_for_a_table() -> None:
    code = (
        "import sys, osintkp; osintkp.load_seeds()\n"
        "print([name for name in ('pyarrow', 'pandas', 'polars', 'osintkp.claim_table') if name in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "[]" == printed.strip()


def test_findings_are_a_table_too_with_those_set_aside() -> None:
    findings = osintkp.load_seeds().check(select="QTY")
    rows = findings.to_arrow().to_pylist()

    assert [*findings, *findings.suppressed] != []
    assert [each.message for each in (*findings, *findings.suppressed)] == [row["message"] for row in rows]
