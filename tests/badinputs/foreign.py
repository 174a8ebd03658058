"""Bad files in the forms of other tools: what comes back through an export is held to the same laws as a coding."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import osintkp
from badinputs.writing import claim, put, toml

Change = Callable[[bytes], bytes]
FORMS = ("csv", "stix21", "web_annotation", "parquet")


class Foreign(NamedTuple):
    """A file of a form with something bad in it, the code of the first problem, and what is left."""

    name: str
    form: str
    change: Change
    code: str
    says: str
    fix: str
    claim: str | None = None
    keeps: tuple[str, ...] = ()


@cache
def exported(source: str, form: str) -> bytes:
    """Return a corpus of two claims in a form."""
    coding = toml(claim('shipment = { sender = "SD", amount = "12 truck" }')).replace('"bad"', f'"{source}"')
    with TemporaryDirectory() as name:
        put(Path(name), {"a.toml": coding})
        corpus = osintkp.load(name)
        if form == "parquet":
            table: Any = corpus.to_arrow()
            return written(table)
        corpus.export(form, Path(name, "out"))
        return Path(name, "out").read_bytes()


def written(table: Any) -> bytes:
    """Return a table of Arrow as a Parquet file."""
    from pyarrow.parquet import write_table

    out = io.BytesIO()
    write_table(table, out)
    return out.getvalue()


def replaced(old: str, new: str | bytes) -> Change:
    """Return what puts other bytes in the place of the first that are said."""

    def change(raw: bytes) -> bytes:
        found = raw.replace(old.encode(), new if isinstance(new, bytes) else new.encode(), 1)
        assert found != raw, old
        return found

    return change


def encoded(encoding: str) -> Change:
    return lambda raw: raw.decode().encode(encoding)


def instead(raw: bytes) -> Change:
    return lambda _: raw


def cut(share: float) -> Change:
    return lambda raw: raw[: int(len(raw) * share)]


def column(name: str, value: Any) -> Change:
    """Return what puts one value into every row of a column of a Parquet file."""

    def change(raw: bytes) -> bytes:
        import pyarrow as pa
        from pyarrow.parquet import read_table

        table = read_table(io.BytesIO(raw))
        filled = pa.array([value] * table.num_rows)
        place = table.column_names.index(name)
        return written(table.set_column(place, name, filled))

    return change


def inner(old: str, new: str) -> Change:
    """Return what replaces a part of the coding that an annotation has in its body, where quotation marks are escaped."""
    return replaced(old.replace('"', '\\"'), new.replace('"', '\\"'))


OTHERS = "good"
SOUND = ("bad/sound",)
AMOUNT = '"amount": "12 truck"'
STIX = [
    Foreign("a bundle with a unit of two readings", "stix21", replaced(AMOUNT, '"amount": "12 MT"'), "unit-ambiguous", "the unit has several readings: 'MT'", "write one of tonne, kilotonne", "bad/b1", SOUND),
    Foreign("a bundle with half a character", "stix21", replaced('"quote": "some words"', '"quote": "\\ud800"'), "text-surrogate", "letter 0 is half a character", "write the whole character", "bad/b1", SOUND),
    Foreign("a bundle with a number that is infinite", "stix21", replaced(AMOUNT, '"amount": 1e999'), "number-not-finite", "a number has to be finite: inf", "leave the key out", "bad/b1", SOUND),
    Foreign("a bundle with a key twice", "stix21", replaced(AMOUNT, f'{AMOUNT}, "amount": "13 truck"'), "duplicate-key", "a key stands twice in one table: 'amount'", "keep one of them"),
    Foreign("a bundle with an unknown key", "stix21", replaced(AMOUNT, '"ammount": "12 truck"'), "unknown-key", "no key has this name here: 'ammount'", "did you mean 'amount'?", "bad/b1", SOUND),
    Foreign("a bundle with an id that climbs", "stix21", replaced('"id": "b1"', '"id": "../x"'), "bad-id", "an id is up to 100 of a-z", "'shells-152'", "bad/../x", SOUND),
    Foreign("half a bundle", "stix21", cut(0.6), "file-syntax", "this is no JSON", "give a STIX bundle"),
    Foreign("a bundle of others", "stix21", instead(b'{"type": "bundle", "id": "bundle--1", "objects": []}'), "no-claims", "the bundle has no source with claims", "whose reports have the extension"),
]  # fmt: skip
ANNOTATIONS = [
    Foreign("an annotation with a unit of two readings", "web_annotation", inner(AMOUNT, '"amount": "12 MT"'), "unit-ambiguous", "the unit has several readings: 'MT'", "write one of tonne, kilotonne", "bad/b1", SOUND),
    Foreign("an annotation with an unknown key", "web_annotation", inner(AMOUNT, '"ammount": "12 truck"'), "unknown-key", "no key has this name here: 'ammount'", "did you mean 'amount'?", "bad/b1", SOUND),
    Foreign("an annotation whose coding is no JSON", "web_annotation", inner(AMOUNT, '"amount": "12 truck'), "file-syntax", "this is no JSON", "give a collection", None, SOUND),
    Foreign("an annotation whose coding has a key twice", "web_annotation", inner(AMOUNT, f'{AMOUNT}, "amount": "13 truck"'), "duplicate-key", "a key stands twice in one table: 'amount'", "keep one of them", None, SOUND),
    Foreign("an annotation of the future", "web_annotation", inner('annotation/1", "of"', 'annotation/99", "of"'), "schema-version", "this version of the schema is not known: 'osintkp/annotation/99'", "upgrade it", None, SOUND),
    Foreign("an annotation whose claim is a number", "web_annotation", inner('"claim": {"id": "b1", "shipment": {"sender": "SD", "amount": "12 truck"}}', '"claim": 7'), "wrong-type", "a claim as a table belongs here: 7", "write [[claim]]", "bad/#1", SOUND),
    Foreign("an annotation with a NUL in its words", "web_annotation", replaced('"exact": "some words"', '"exact": "some\\u0000words"'), "text-control", "the text holds the character NUL", "leave it out", "bad/b1", SOUND),
    Foreign("half a collection", "web_annotation", cut(0.6), "file-syntax", "this is no JSON", "give a collection"),
    Foreign("annotations of others", "web_annotation", instead(b'{"items": [{"type": "Annotation", "body": "x"}]}'), "no-claims", "no annotation has a claim or a source", "that this library wrote"),
    Foreign("one annotation of the future alone", "web_annotation", instead(b'{"body": {"value": "{\\"schema\\": \\"osintkp/annotation/9\\"}"}}'), "schema-version", "'osintkp/annotation/9'", "upgrade it"),
]  # fmt: skip
TABLES = [
    Foreign("a table with a unit of two readings", "csv", replaced("12 truck", "12 MT"), "unit-ambiguous", "the unit has several readings: 'MT'", "write one of tonne, kilotonne", "bad/b1", SOUND),
    Foreign("a table with a NUL", "csv", replaced("some words", "some\0words"), "text-control", "the text holds the character NUL", "leave it out", "bad/b1", SOUND),
    Foreign("a table with a field of a megabyte", "csv", replaced("some words", "w" * 1_200_000), "text-size", "the text is too long", "1,000,000 characters", "bad/b1", SOUND),
    Foreign("a table with an id that climbs", "csv", replaced("bad/b1", "bad/../../x"), "bad-id", "an id is up to 100 of a-z", "'shells-152'", "bad/../../x", SOUND),
    Foreign("a table with a mark that is not closed", "csv", replaced("some words", '"some words'), "file-syntax", "a quotation mark opens in the row of line 2 and none closes it", "close it"),
    Foreign("a table with an unknown kind", "csv", replaced("shipment,SD", "shipmint,SD"), "unknown-key", "no key has this name here: 'shipmint'", "did you mean 'shipment'?", "bad/b1", SOUND),
    Foreign("a table with a column twice", "csv", replaced("source.title", "source.publisher"), "second-column", "two columns hold one field: 'source.publisher'", "leave one of them out"),
    Foreign("a table with a column of another name", "csv", replaced("source.title", "source.titel"), "unknown-column", "columns are not read: 'source.titel'", "columns={...}", None, ("bad/b1", *SOUND)),
    Foreign("a table with an id twice", "csv", replaced("bad/sound", "bad/b1"), "duplicate-id", "this id is taken: 'bad/b1'", "in line 2", "bad/b1", ("bad/b1",)),
    Foreign("a table that ends in a word", "csv", cut(0.97), "unknown-word", "this is no part: 'bo'", "did you mean 'body'?", "bad/sound", ("bad/b1",)),
    Foreign("brackets for a table", "csv", instead(b"[" * 100_000), "no-columns", "no column has the name of a field", "columns={'Supplier': 'shipment.sender'}"),
]  # fmt: skip
PARQUET = [
    Foreign("a Parquet file cut off", "parquet", cut(0.6), "file-syntax", "this is no Parquet file", "write it with corpus.to_parquet"),
    Foreign("a Parquet file of noughts", "parquet", instead(b"PAR1" + bytes(50) + b"PAR1"), "file-syntax", "this is no Parquet file", "write it with corpus.to_parquet"),
    Foreign("text for a Parquet file", "parquet", instead(b"id,source\n"), "file-syntax", "this is no Parquet file", "write it with corpus.to_parquet"),
    Foreign("a Parquet file with numbers for ids", "parquet", column("id", 5), "wrong-type", "text belongs here: 5", "put it in quotes", "bad/#1"),
    Foreign("a Parquet file without ids", "parquet", column("id", None), "missing-key", "the key id is missing", "add id = ...", "bad/#1"),
    Foreign("a Parquet file with one id for all", "parquet", column("id", "b1"), "duplicate-id", "this id is taken: 'bad/b1'", "in line 1", "bad/b1", ("bad/b1",)),
    Foreign("a Parquet file with an unknown kind", "parquet", column("kind", "nothing"), "unknown-key", "no key has this name here: 'nothing'", "use one of id", "bad/b1"),
    Foreign("a Parquet file with a unit of two readings", "parquet", column("amount", {"text": "12 MT"}), "unit-ambiguous", "'MT'", "write one of tonne, kilotonne", "bad/b1"),
]  # fmt: skip


def bytes_of_every_form() -> list[Foreign]:
    """Return what no form of text may be: in another encoding, empty, or bytes of anything."""
    found = []
    for form in ("csv", "stix21", "web_annotation"):
        found += [
            Foreign(f"{form} that is not UTF-8", form, replaced("12 truck", b"12 tr\xffck"), "file-encoding", r"is not UTF-8: b'\xff'", "save it as UTF-8"),
            Foreign(f"{form} in UTF-16", form, encoded("utf-16"), "file-encoding", "the file is in UTF-16", "save it as UTF-8"),
        ]  # fmt: skip
    for form in ("stix21", "web_annotation"):
        found += [
            Foreign(f"{form} of brackets", form, instead(b"[" * 100_000), "file-syntax", "this is no JSON", "give a"),
            Foreign(f"{form} of nothing", form, instead(b""), "file-syntax", "this is no JSON", "give a"),
            Foreign(f"{form} of one number", form, instead(b"9" * 6000), "file-syntax", "this is no JSON", "give a"),
        ]  # fmt: skip
    return found


CASES = [*STIX, *ANNOTATIONS, *TABLES, *PARQUET, *bytes_of_every_form()]
