"""TOML text: what the standard library reads back, laid out for people."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from osintkp.coding.toml import WIDTH, toml_document

LETTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(LETTERS, max_size=8)
VALUES = st.recursive(
    TEXTS | st.integers(-(2**53), 2**53) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
TABLES = st.dictionaries(TEXTS, VALUES | st.text(LETTERS, min_size=100, max_size=150), max_size=4)


@settings(deadline=None)
@given(
    st.dictionaries(TEXTS, TEXTS | st.integers(-9, 9), max_size=3),
    st.dictionaries(TEXTS, TABLES, max_size=2),
    st.dictionaries(TEXTS, st.lists(TABLES, min_size=1, max_size=3), max_size=2),
)
def test_the_standard_library_reads_back_what_was_written(single: Any, tables: Any, lists: Any) -> None:
    data = {f"s{key}": value for key, value in single.items()}
    data |= {f"t{key}": value for key, value in tables.items()} | {
        f"l{key}": value for key, value in lists.items()
    }

    assert data == tomllib.loads(toml_document(data))


def test_short_tables_stand_in_a_line_and_long_ones_apart() -> None:
    short, long = {"b": 1, "c": ["x"]}, {"d": "y" * WIDTH, "e": {"f": True}}

    assert (
        f'[a]\nshort = {{ b = 1, c = ["x"] }}\nlast = 2\n[a.long]\nd = "{"y" * WIDTH}"\ne = {{ f = true }}\n'
        == toml_document({"a": {"short": short, "long": long, "last": 2}})
    )


def test_a_table_inside_a_claim_belongs_to_that_claim() -> None:
    long = {"text": "y" * WIDTH}
    text = toml_document({"claim": [{"id": "one", "statement": long}, {"id": "two"}]})

    assert (
        f'[[claim]]\nid = "one"\n[claim.statement]\ntext = "{"y" * WIDTH}"\n\n[[claim]]\nid = "two"\n' == text
    )


def test_a_line_is_broken_only_above_the_width() -> None:
    room = 110 - len('a = [""]')

    assert [1, 3] == [
        len(toml_document({"t": {"a": ["x" * size]}}).splitlines()) - 1 for size in (room, room + 1)
    ]
    assert '[t]\na = [\n  "' + "x" * (room + 1) + '",\n]\n' == toml_document({"t": {"a": ["x" * (room + 1)]}})


def test_odd_keys_and_letters_are_written_so_that_they_come_back() -> None:
    data = {"a.b": '\x7f\x00\\"', "": "é\u2028", "-_9": "\r\n"}

    assert '"a.b" = "\\u007f\\u0000\\\\\\""\n"" = "é\u2028"\n-_9 = "\\r\\n"\n' == toml_document(data)
    assert data == tomllib.loads(toml_document(data))


def test_an_empty_table_keeps_its_place() -> None:
    assert "[a]\n\n[b]\nc = {}\nd = []\n" == toml_document({"a": {}, "b": {"c": {}, "d": []}})
    assert {"a": {}, "b": {"c": {}, "d": []}} == tomllib.loads(
        toml_document({"a": {}, "b": {"c": {}, "d": []}})
    )
