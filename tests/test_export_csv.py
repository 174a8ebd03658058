"""Claims as a table: read by other tools, brought back equal, and tables of others with a field for each column."""

from __future__ import annotations

import csv
import io
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import polars as pl
import pytest
from hypothesis import given, settings

import osintkp
from builders import claim, corpus
from osintkp.claims import Claims
from osintkp.drafts import Draft
from osintkp.errors import InvalidValueError
from osintkp.evidence import Link, Span
from osintkp.exports import exports
from osintkp.exports._columns import ALWAYS
from osintkp.exports._delimited import delimited, guarded, rows_of, unguarded
from osintkp.exports.csv import parse
from osintkp.vocabulary.scales import Severity
from strategies import corpora, texts


def back(text: str, tmp_path: Path, columns: dict[str, str] | None = None) -> osintkp.Corpus:
    file = tmp_path / "table.csv"
    file.write_bytes(text.encode())
    return osintkp.load(file, form="csv", lenient=True, columns=columns)


def rows(some: osintkp.Corpus) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(some.rendered("csv")[0], newline="")))


def test_the_seeds_come_back_equal_and_lose_nothing(tmp_path: Path) -> None:
    seeds = osintkp.load_seeds()

    text, losses = seeds.rendered("csv")

    assert () == losses
    assert seeds.claims == back(text, tmp_path).claims


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_any_corpus_comes_back_equal_but_for_what_is_told(
    tmp_path_factory: pytest.TempPathFactory, some: Claims
) -> None:
    whole = osintkp.Corpus(claims=some)
    text, losses = whole.rendered("csv")
    bare = [source.id for source in some.sources if not any(claim.source == source.id for claim in some)]

    found = back(text, tmp_path_factory.mktemp("c")) if len(some) else osintkp.Corpus()

    assert list(some) == list(found.claims)
    assert [source for source in some.sources if source.id not in bare] == list(found.claims.sources)
    assert bool(bare) == bool(losses)


def test_a_line_that_begins_like_a_formula_stays_text_and_comes_back(tmp_path: Path) -> None:
    words = [
        "=cmd|' /C calc'!A0",
        "+1",
        "-2+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "\uff1d1",
        "'=1",
        "''",
        " ",
    ]
    some = corpus(*(attrs.evolve(claim(f"s1/{number}"), about=each) for number, each in enumerate(words)))

    text, losses = some.rendered("csv")
    cells = [row["about"] for row in csv.DictReader(io.StringIO(text, newline=""))]

    assert [f"'{each}" for each in words] == cells
    assert some.claims == back(text, tmp_path).claims
    assert () == losses


@given(texts())
def test_a_guarded_text_never_begins_a_formula_and_comes_back(text: str) -> None:
    cell = guarded(text)

    assert text == unguarded(cell)
    assert cell[:1] not in {"", "=", "+", "-", "@", "\t", "\r", "\n"} or re.fullmatch(
        r"-\d+(\.\d+)?(e[-+]?\d+)?", text
    )


def test_words_that_run_nothing_are_left_as_they_are() -> None:
    assert ["'Adra", "12 = 12", "a-b"] == [guarded(each) for each in ("'Adra", "12 = 12", "a-b")]
    assert "'Adra" == unguarded("'Adra")


def test_a_number_below_zero_stays_a_number_and_one_that_an_apostrophe_marks_comes_back() -> None:
    numbers = ["-20.0", "-2", "-1.5e-07", "-1e+16"]

    assert numbers == [guarded(each) for each in numbers] == [unguarded(each) for each in numbers]
    assert ["'-", "'-2+1", "'-2 km", "'-inf", "''-2"] == [
        guarded(each) for each in ("-", "-2+1", "-2 km", "-inf", "'-2")
    ]
    assert ["-2", "'-2"] == [unguarded(each) for each in ("'-2", "''-2")]


@given(texts(), texts())
def test_rows_are_read_as_the_standard_library_reads_them(one: str, other: str) -> None:
    text = delimited([["x", one], [other, "y"]])

    assert list(csv.reader(io.StringIO(text, newline=""))) == [cells for _, cells in rows_of(text, ",")]


def test_the_line_of_a_row_counts_every_line_end_before_it() -> None:
    assert [(1, ["a"]), (2, ["b\r\nc\rd"]), (5, ["e"]), (6, [""]), (7, ["f"])] == list(
        rows_of('a\r\n"b\r\nc\rd"\ne\r\r\nf', ",")
    )


def test_what_stands_after_a_closed_quotation_mark_belongs_to_the_cell() -> None:
    assert [(1, ["a b", 'c"d"'])] == list(rows_of('"a" b,c"d"', ","))


def test_a_quotation_mark_that_is_never_closed_is_an_error_with_its_line() -> None:
    with pytest.raises(
        InvalidValueError, match="a quotation mark opens in the row of line 2 and none closes it"
    ):
        list(parse('id,kind\na/1,"loss\n'))


def test_a_cell_of_a_million_letters_is_read_whole(tmp_path: Path) -> None:
    some = corpus(attrs.evolve(claim("s1/long"), about="x" * 999_999 + '"'))

    assert some.claims == back(some.rendered("csv")[0], tmp_path).claims


def test_pandas_and_polars_read_the_table() -> None:
    text, _ = osintkp.load_seeds().rendered("csv")

    pandas: Any = import_module("pandas")
    one = pandas.read_csv(io.StringIO(text))
    other = pl.read_csv(io.StringIO(text), infer_schema_length=None)

    assert list(one.columns) == other.columns
    assert 114 == len(one) == len(other)
    assert 6700.0 == one.set_index("id").loc["s1/containers", "amount.best"]


def test_the_first_columns_are_always_the_same_and_the_others_follow_in_order() -> None:
    few, many = (
        some.rendered("csv")[0].partition("\r\n")[0].split(",")
        for some in (osintkp.Corpus(), osintkp.load_seeds())
    )

    assert list(ALWAYS) == few == many[: len(ALWAYS)]
    assert sorted(many[len(ALWAYS) :]) == many[len(ALWAYS) :]


def test_a_row_tells_the_figure_its_bounds_and_its_days() -> None:
    made = claim(
        "yemen/1",
        "seizure",
        actor="US",
        sender="IR",
        recipient="houthis",
        amount="~2000 rifle",
        when="2023-01",
    )
    (row,) = rows(corpus(made, yemen={"title": "Gulf of Oman"}))

    expected = {
        "id": "yemen/1", "source.id": "yemen", "source.title": "Gulf of Oman", "source.reliability": "F", "kind": "seizure",
        "actors": "US; IR; houthis", "amount": "~2000 rifle", "amount.low": "1500.0", "amount.best": "2000.0", "amount.high": "2500.0",
        "amount.unit": "rifle", "when": "2023-01", "earliest": "2023-01-01", "latest": "2023-01-31", "stance": "asserts",
        "modality": "stated", "part": "body", "credibility": "6", "attribution.origin": "yemen", "speaker": "", "quote": "words",
    }  # fmt: skip
    assert expected == {name: row[name] for name in expected}


def test_a_field_that_two_things_have_is_named_with_its_kind() -> None:
    made = attrs.evolve(claim("s1/1", "statement", about=("ET", "ER"), text="tense"), about="my note")
    (row,) = rows(corpus(made))

    assert ("my note", "ET; ER", "tense") == (row["about"], row["statement.about"], row["text"])


def test_a_draft_stays_a_draft(tmp_path: Path) -> None:
    draft = Draft(
        rules=("a", "b"), confidence={"sender": 0.25, "1": 1.0}, unfilled={"a.b%": "words", "": "x"}
    )
    some = corpus(
        attrs.evolve(claim("s1/1"), draft=draft), attrs.evolve(claim("s1/2"), draft=Draft()), claim("s1/3")
    )

    assert some.claims == back(some.rendered("csv")[0], tmp_path).claims


def test_what_a_file_of_text_cannot_hold_is_replaced_and_told(tmp_path: Path) -> None:
    some = corpus(attrs.evolve(claim("s1/1"), about="a\0b\ud800c"), claim("s1/2"))

    text, losses = some.rendered("csv")

    assert ("s1/1: NUL and half characters have no place in a file of text and are replaced",) == losses
    assert "a\ufffdb\ufffdc" == back(text, tmp_path).claims["s1/1"].about


def test_an_id_that_no_coding_could_have_is_told() -> None:
    some = corpus(
        claim("s1/1", "meeting", participants=("a; b", "CD")),
        claim("s1/2", "meeting", participants=("RW", "CD")),
    )

    assert ("s1/1: an id holds a semicolon or spaces and comes back otherwise",) == some.rendered("csv")[1]


def test_a_source_without_claims_and_a_claim_without_its_source_are_told() -> None:
    some = osintkp.Corpus(claims=Claims([claim("gone/1")], [osintkp.Source(id="empty")]))

    text, losses = some.rendered("csv")

    assert 1 == text.count("\r\n")
    assert (
        "gone/1: left out, for the source is not there",
        "empty: a source without claims has no row",
    ) == losses


def test_no_corpus_is_a_table_of_names_alone(tmp_path: Path) -> None:
    found = back(osintkp.Corpus().rendered("csv")[0], tmp_path)

    assert (0, ()) == (len(found), found.problems)


DELIVERIES = {
    "Supplier": "shipment.sender", "Recipient": "shipment.recipient", "Year": "shipment.when", "Number": "shipment.amount",
    "Unit": "shipment.amount.unit", "Weapon": "shipment.item", "Comment": "about",
}  # fmt: skip
TABLE = """Transfers of arms\tupdated yearly

Recipient\tSupplier\tYear\tNumber\tUnit\tWeapon\tComment\tStatus
Armenia\tFrance\t2023-2024\t1,200\ttrucks\tarmoured vehicles\t"first
second"\tnew
Azerbaijan\tIsrael\t2016\t~50\tmissile\tLORA\t\tnew
\t\t\t\t\t\t\t
Libya\tTurkey\tsoon\t12..18\tdrone\tdrones\tlate\tnew
"""


@pytest.mark.parametrize("delimiter", ["\t", ",", ";"])
def test_a_table_of_others_is_read_by_the_fields_of_its_columns(delimiter: str, tmp_path: Path) -> None:
    file = tmp_path / "deliveries.tsv"
    cells = list(csv.reader(io.StringIO(TABLE), delimiter="\t"))
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(cells)

    found = osintkp.load(file, form="csv", columns=DELIVERIES, lenient=True)

    one, other = found.claims
    assert ("AM", "FR", "1200 truck", "2023/2024") == (
        one.record.of("recipient"), one.record.of("sender"), str(one.amount), str(one.when),
    )  # fmt: skip
    assert ("first\nsecond", "row-4") == ((one.about or "").replace("\r", ""), one.id.partition("/")[2])
    assert ("AZ", "IL", "~50 missile") == (
        other.record.of("recipient"),
        other.record.of("sender"),
        str(other.amount),
    )
    (bad,) = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    assert ("shipment.when (column 'Year')", 8, "'soon'") == (bad.field, bad.line, bad.value)
    assert bad.claim is not None
    assert bad.claim.endswith("/row-7")
    assert ["Status"] == [
        problem.value.strip("'")
        for problem in found.problems
        if problem.code == "unknown-column" and problem.value
    ]


def test_every_bad_cell_is_a_problem_with_its_column_and_the_sound_rows_stay(tmp_path: Path) -> None:
    table = (
        "Supplier,Number,Unit,Bore\nFrance,many,truck,152 mm\n???!,3,parsnip,9**9**9\nMali,3,truck,82 mm\n"
    )
    columns = {
        "Supplier": "shipment.sender",
        "Number": "shipment.amount",
        "Unit": "shipment.amount.unit",
        "Bore": "shipment.calibre",
    }

    found = back(table, tmp_path, columns)

    assert ["ML"] == [each.record.of("sender") for each in found.claims]
    errors = {(each.line, each.field) for each in found.problems if each.severity is Severity.ERROR}
    assert {
        (2, "shipment.amount (column 'Number')"), (3, "shipment.sender (column 'Supplier')"),
        (3, "shipment.amount (column 'Number')"), (3, "shipment.calibre (column 'Bore')"),
    } == errors  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"low": "3", "high": "9", "unit": "tank"}, "3..9 tank"),
        ({"low": "3", "high": "3", "unit": "tank"}, "3 tank"),
        ({"low": "3", "unit": "tank"}, ">=3 tank"),
        ({"high": "9", "unit": "tank"}, "<=9 tank"),
        ({"best": "1,250,000", "low": "1", "unit": "round"}, "1250000 round"),
        ({"best": "3 tank", "unit": "ship"}, "3 tank"),
        ({"best": "5"}, "5"),
        ({"unit": "tank"}, "None"),
    ],
)
def test_an_amount_may_come_in_parts(cells: dict[str, str], expected: str, tmp_path: Path) -> None:
    names = {"who": "loss.actor", **{part: f"loss.amount.{part}" for part in cells}}
    table = delimited([list(names), ["SD", *cells.values()]])

    (found,) = back(table, tmp_path, names).claims

    assert expected == str(found.amount)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023-01-05", "2023-02", "2023-01-05/2023-02"),
        ("2023", "", "2023/.."),
        ("", "2023", "../2023"),
        ("", "", None),
    ],
)
def test_a_period_may_come_as_two_columns(start: str, end: str, expected: str | None, tmp_path: Path) -> None:
    columns = {"who": "loss.actor", "from": "loss.when.earliest", "to": "loss.when.latest"}

    (found,) = back(delimited([list(columns), ["SD", start, end]]), tmp_path, columns).claims

    assert expected == (None if found.when is None else str(found.when))


def test_sources_are_told_apart_by_their_id_else_by_all_that_is_said_of_them(tmp_path: Path) -> None:
    columns = {"Report": "source.title", "Who": "loss.actor"}

    found = back("Who,Report\nSD,UN panel\nET,Reuters\nSS,UN panel\n", tmp_path, columns)

    assert [("UN panel", 2), ("Reuters", 1)] == [
        (source.title, sum(each.source == source.id for each in found.claims)) for source in found.sources
    ]
    assert ["1", "2"] == [source.id.rpartition("-")[2] for source in found.sources]


def test_rows_that_differ_on_one_source_are_a_problem_and_the_first_is_kept(tmp_path: Path) -> None:
    found = back("id,source.title,kind,actor\nw/1,One,loss,SD\nw/2,,loss,SD\nw/3,Two,loss,SD\n", tmp_path)

    (problem,) = [each for each in found.problems if each.severity is Severity.ERROR]
    assert ("said-twice", 4, "source.title (column 'source.title')", "'Two'") == (
        problem.code, problem.line, problem.field, problem.value,
    )  # fmt: skip
    assert ("One", 3) == (found.sources["w"].title, len(found.claims))


def test_a_row_longer_than_the_head_is_a_problem_and_an_empty_end_is_none(tmp_path: Path) -> None:
    found = back("id,kind,actor\nw/1,loss,SD,\nw/2,loss,SD,3,4\nw/3,loss\n", tmp_path)

    errors = [(each.code, each.line) for each in found.problems if each.severity is Severity.ERROR]
    assert [("row-length", 3)] == errors
    assert 3 == len(found.claims)


def test_a_kind_comes_from_its_column_or_from_the_fields(tmp_path: Path) -> None:
    columns = {"what": "kind", "who": "record.actor", "lost": "loss.by"}

    found = back(
        "what,who,lost,no\nloss,SD,rsf,1\nweapons_test,IN,,2\n,,UA,3\nlosss,SD,,4\n,SD,,5\n",
        tmp_path,
        columns,
    )

    assert [
        ("loss", ("SD", "rsf")),
        ("weapons_test", ("IN",)),
        ("loss", (None, "UA")),
        ("loss", ("SD", None)),
    ] == [(each.kind, each.actors) for each in found.claims]
    codes = [each.code for each in found.problems if each.severity is Severity.ERROR]
    assert ["unknown-key"] == codes


def test_a_row_of_no_kind_is_a_problem_where_the_columns_name_none(tmp_path: Path) -> None:
    found = back("kind,actor\nloss,SD\n,SD\n", tmp_path)

    assert [("missing-record", 3)] == [
        (each.code, each.line) for each in found.problems if each.severity is Severity.ERROR
    ]
    assert 1 == len(found.claims)


@pytest.mark.parametrize(
    ("text", "columns", "code"),
    [
        ("", None, "file-empty"),
        (" \n", None, "file-empty"),
        ("a,b\n1,2\n", None, "no-columns"),
        ('"a', None, "file-syntax"),
        ("a,b\n1,2\n", {"a": "shipment.sendr"}, "unknown-field"),
        ("a,b\n1,2\n", {"a": "shipment.amount.mean"}, "unknown-field"),
        ("a,b\n1,2\n", {"a": "shipment.when.amount"}, "unknown-field"),
        ("a,b\n1,2\n", {"a": "earliest"}, "unknown-field"),
        ("a,b\n1,2\n", {"a": "source.colour"}, "unknown-field"),
        ("a,b\n1,2\n", {"a": "source"}, "unknown-field"),
        ("a,b\n1,2\n", {"a": "loss.actor", "c": "loss.by"}, "column-missing"),
        ("a,b\n1,2\n", {"a": "loss.actor", "b": "loss.actor"}, "second-column"),
    ],
)
def test_a_table_that_cannot_be_read_is_one_problem(
    text: str, columns: dict[str, str] | None, code: str, tmp_path: Path
) -> None:
    found = back(text, tmp_path, columns)

    assert ([code], 0) == ([each.code for each in found.problems], len(found.claims))


@pytest.mark.parametrize(
    "names",
    ["spans.2", "links.1", "links.1.kind", "said.words.x", "when.words.x", "draft.confidence.a.b", "quote.x", "sender.x", "about.x", "start", "draft" + ".a" * 100_000, f"links.{'9' * 5000}.kind", f"links.{'9' * 5000}", "draft.a.b.c.d.e", "draft.a.b.c.d.e.f", "draft.confidence.sender", "source.published.words"],
    ids=lambda name: name[:20],
)  # fmt: skip
def test_a_strange_column_never_crashes(names: str, tmp_path: Path) -> None:
    found = back(f'id,kind,{names}\nw/1,loss,"=1; \x1b[31m"\n', tmp_path)

    assert found.problems


def test_numbers_that_are_none_stay_words_for_the_loader_to_refuse(tmp_path: Path) -> None:
    found = back("id,kind,quote,start,end\nw/1,loss,x,a,9\nw/2,loss,x,3,\nw/3,loss,x,3,4\n", tmp_path)

    assert ["w/3"] == [each.id for each in found.claims]


def test_hostile_words_come_back_as_they_are(tmp_path: Path) -> None:
    words = '</script>\x1b[31m\u202e"; DROP TABLE\r\n,;\t=1'
    made = attrs.evolve(
        claim("s1/1", "shipment", item="zzz", origin=words), about=words, spans=(Span(quote=words), Span(quote="b", prefix=words)),
        attribution=(Link(actor="KP", role=words, basis=words),),
    )  # fmt: skip
    some = corpus(made, s1={"title": words, "address": "javascript:alert(1)"})

    text, losses = some.rendered("csv")

    assert some.claims == back(text, tmp_path).claims
    assert () == losses
    assert text == some.rendered("csv")[0]


def test_the_export_can_come_back_and_says_how() -> None:
    assert exports()["csv"].parse is not None
    assert "columns=" in exports()["csv"].page


def test_problems_of_a_form_without_rows_are_left_as_they_are(tmp_path: Path) -> None:
    some = corpus(claim("s1/1", sender="KP"))
    file = tmp_path / "bundle.json"
    file.write_text(some.rendered("stix21")[0].replace('"KP"', '"???!"'), encoding="utf-8")

    found = osintkp.load(file, form="stix21", lenient=True)

    (problem,) = [each for each in found.problems if each.code == "unknown-actor"]
    assert ("shipment.sender", None) == (problem.field, problem.line)


def test_a_form_that_only_leaves_the_library_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match="this form only leaves the library: 'sipri'; use one of csv"):
        osintkp.load(tmp_path / "x", form="sipri")


def test_reading_a_table_is_linear_in_its_rows(tmp_path: Path) -> None:
    table = "who\tlost\n" + "SD\t3 tank\n" * 20_000

    found = back(table, tmp_path, {"who": "loss.actor", "lost": "loss.amount"})

    assert (20_000, "row-20001") == (len(found), list(found.claims)[-1].id.partition("/")[2])
