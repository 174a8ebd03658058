"""The names of a table's columns, and the fields that they hold."""

from __future__ import annotations

from functools import cache, lru_cache

import attrs

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.evidence import Source
from osintkp.exports._flat import AMOUNT_PARTS, RECORD, SHORT_CHAIN, SPAN, record_fields
from osintkp.records import record_types
from osintkp.units import Amount

ALWAYS = (
    "id", "source.id", "source.title", "source.publisher", "source.published", "source.reliability", "source.address", "kind",
    "actors", "sender", "recipient", "actor", "item", "calibre", "amount", *(f"amount.{part}" for part in AMOUNT_PARTS),
    "measure", "when", "earliest", "latest", "place", "stance", "modality", "credibility", "speaker", "attribution.origin",
    "said", "part", "quote", "start", "end", "about",
)  # fmt: skip
DERIVED = frozenset({"actors", "earliest", "latest", "attribution.origin"})
NAMED = frozenset({"kind", *SPAN, *DERIVED})
SOURCE = "source."
KEPT = 4096
DEEPEST = 5


def column_of(path: str, kind: str) -> str:
    """Return the name of the column for a path: a field of a record goes by its own name where no other has that."""
    if not path.startswith(RECORD):
        return path
    own = path.removeprefix(RECORD)
    return f"{kind}.{own}" if own.partition(".")[0] in _plain_names() else own


@cache
def _plain_names() -> frozenset[str]:
    """Return the first steps of paths that are no fields of a record."""
    claim = {field.name for field in attrs.fields(Claim)} - {"record"}
    return frozenset({"source", "record", *claim, *NAMED, *SHORT_CHAIN, *record_types()})


@lru_cache(maxsize=KEPT)
def key_path(column: str) -> str | None:
    """Return the path that the name of a column stands for; None where it is none, or tells something again."""
    first, dot, rest = column.partition(".")
    if column in DERIVED or column.count(".") > DEEPEST or "" in column.split("."):
        return None
    if first == "source":
        return column if dot and rest.partition(".")[0] in _source_fields() else None
    if first == "record" or first in record_types():
        return column if _is_field(first, rest) else None
    if first in _plain_names():
        return column
    return f"{RECORD}{column}" if _is_field("record", column) else None


@cache
def _source_fields() -> frozenset[str]:
    return frozenset({field.name for field in attrs.fields(Source)} - {"file"})


def _is_field(kind: str, path: str) -> bool:
    """Tell whether a path is a field of a record, or a part of one that is an amount, a date or a list."""
    name, _, part = path.partition(".")
    kinds = record_types() if kind == "record" else [kind]
    shapes = [record_fields(each)[name] for each in kinds if name in record_fields(each)]
    if not part:
        return bool(shapes)
    if Amount in shapes:
        return part in AMOUNT_PARTS
    if When in shapes:
        return part in ("words", "anchor", "earliest", "latest")
    return any(shape is not str for shape in shapes)
