"""What a store is made of: its files, their columns, and the manifest that says what belongs to it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from osintkp.errors import InvalidValueError
from osintkp.extras import extra
from osintkp.paths import is_regular

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMA = "osintkp/store/1"
MANIFEST = "osintkp.json"
SOURCES, LINKS = "sources.parquet", "links.parquet"
PER_PART, MOST_PARTS = 100_000, 256
LARGEST_MANIFEST = 1024 * 1024
CLAIM_COLUMNS: Mapping[str, str] = {
    "number": "int64", "id": "string", "source": "string", "kind": "string", "sender": "string", "recipient": "string",
    "actors": "list", "named": "list", "item": "string", "dated": "bool", "first": "date32", "last": "date32",
    "low": "float64", "high": "float64", "unit": "string", "stance": "string", "modality": "string", "speaker": "string",
    "voice": "string", "part": "string", "known": "date32", "topic": "int64", "matter": "int64", "repeats": "bool",
    "coded": "string", "met": "string",
}  # fmt: skip
SOURCE_COLUMNS: Mapping[str, str] = {
    "number": "int64", "id": "string", "publisher": "string", "derived_from": "string", "coded": "string", "text": "string",
}  # fmt: skip
LINK_COLUMNS: Mapping[str, str] = {
    "number": "int64", "kind": "string", "claim": "string", "target": "int64",
}  # fmt: skip
REPEATED = (
    "source", "kind", "sender", "recipient", "item", "unit", "stance", "modality", "speaker", "voice", "part",
    "actors.list.element", "named.list.element",
)  # fmt: skip


def arrow() -> Any:
    """
    Return pyarrow.

    Raises:
        MissingExtraError: It is not installed.
    """
    return extra("pyarrow", "store", "a store")


def compute() -> Any:
    """
    Return what reckons with columns of Arrow.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    arrow()
    return extra("pyarrow.compute", "store", "a store")


def parquet() -> Any:
    """
    Return what reads and writes Parquet.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    arrow()
    return extra("pyarrow.parquet", "store", "a store")


def unbuffered(path: str | os.PathLike[str], **options: Any) -> Any:
    """Return a file of Parquet that is read batch by batch: by default pyarrow keeps all that it has read until the end."""
    return parquet().ParquetFile(path, pre_buffer=False, **options)


def duckdb() -> Any:
    """
    Return duckdb.

    Raises:
        MissingExtraError: It is not installed.
    """
    return extra("duckdb", "store", "a store")


def schema(columns: Mapping[str, str]) -> pa.Schema:
    """
    Return the schema of a file of a store.

    Example:
        >>> schema(LINK_COLUMNS).names
        ['number', 'kind', 'claim', 'target']
    """
    package = arrow()
    words = package.list_(package.field("element", package.string()))
    return package.schema(
        [(name, words if kind == "list" else package.type_for_alias(kind)) for name, kind in columns.items()]
    )


def batch_of(rows: list[tuple[Any, ...]], columns: Mapping[str, str]) -> pa.RecordBatch:
    """
    Return rows as a batch of Arrow.

    Raises:
        InvalidValueError: A text holds half a character (``text-surrogate``).
    """
    kinds = schema(columns)
    turned = list(zip(*rows, strict=True)) or [()] * len(kinds)
    try:
        arrays = [arrow().array(values, type=kind.type) for values, kind in zip(turned, kinds, strict=True)]
    except UnicodeEncodeError as error:
        half = error.object[error.start : error.start + 1]
        what, fix = "a text of the store holds half a character", "write the whole character"
        raise InvalidValueError("text-surrogate", what, half, fix) from None
    return arrow().RecordBatch.from_arrays(arrays, schema=kinds)


def parts_for(claims: int) -> int:
    """
    Return in how many parts so many claims lie: a power of two, so that a part has about a hundred thousand at most.

    Example:
        >>> parts_for(0), parts_for(100_000), parts_for(10_000_000), parts_for(10**12)
        (1, 1, 128, 256)
    """
    parts = 1
    while parts < MOST_PARTS and parts * PER_PART < claims:
        parts *= 2
    return parts


def part_file(part: int) -> str:
    """
    Return the name of a part's file inside the folder of the store.

    Example:
        >>> part_file(3)
        'claims/part=003/claims.parquet'
    """
    return f"claims/part={part:03}/claims.parquet"


def files_of(parts: int) -> Iterator[str]:
    """Give the names of all files of a store of so many parts, but for the manifest."""
    yield from map(part_file, range(parts))
    yield SOURCES
    yield LINKS


@attrs.frozen(kw_only=True)
class File:
    """
    What the manifest says of a file.

    Attributes:
        name: Inside the folder, with ``/``.
        rows: How many it has.
        size: In bytes.
        sha256: Of its bytes.
    """

    name: str
    rows: int
    size: int
    sha256: str

    @classmethod
    def of(cls, folder: Path, name: str, rows: int) -> File:
        """Return what is to be said of a file that has been written."""
        return cls(name=name, rows=rows, size=(folder / name).stat().st_size, sha256=hashed(folder / name))


@attrs.frozen(kw_only=True)
class Manifest:
    """
    What belongs to a store.

    Attributes:
        claims: How many claims it has.
        sources: How many sources.
        parts: In how many parts the claims lie.
        files: Every file but the manifest.
    """

    claims: int
    sources: int
    parts: int
    files: tuple[File, ...]

    def text(self) -> str:
        """Return it as it stands in its file; the last key is the hash of what stands before it."""
        plain = {"schema": SCHEMA, **attrs.asdict(self)}
        return json.dumps(plain | {"sha256": _digest(plain)}, indent=1) + "\n"

    @property
    def digest(self) -> str:
        """Return the hash of all that belongs to the store: that of no other store is the same."""
        return _digest({"schema": SCHEMA, **attrs.asdict(self)})


def _digest(plain: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()


def hashed(path: Path) -> str:
    """Return the hash of a file, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def is_store(folder: Path) -> bool:
    """Tell whether a folder has a manifest, sound or not."""
    return is_regular(folder / MANIFEST)


def manifest_of(folder: Path) -> Manifest:
    """
    Return the manifest of a store.

    Raises:
        InvalidValueError: The folder is none (``no-store``), the store is of another version (``schema-version``), or its
            manifest is not as it was written (``store-damaged``).
    """
    try:
        with (folder / MANIFEST).open("rb") as stream:
            raw = stream.read(LARGEST_MANIFEST)
    except OSError:
        fix = "give a folder that corpus.to_parquet(folder) has written"
        raise InvalidValueError("no-store", "this is no store", str(folder), fix) from None
    try:
        return _manifest(json.loads(raw), raw)
    except (TypeError, ValueError, KeyError, RecursionError) as error:
        if isinstance(error, InvalidValueError):
            raise
        raise damaged(MANIFEST) from None


def _manifest(plain: dict[str, Any], raw: bytes) -> Manifest:
    version = plain["schema"]
    if version != SCHEMA:
        fix = f"this osintkp reads {SCHEMA!r}: upgrade it if the store is newer"
        raise InvalidValueError("schema-version", "this version of a store is not known", version, fix)
    found = Manifest(
        claims=plain["claims"], sources=plain["sources"], parts=plain["parts"],
        files=tuple(File(**each) for each in plain["files"]),
    )  # fmt: skip
    whole = found.text().encode() == raw and 1 <= found.parts <= MOST_PARTS and found.parts.bit_count() == 1
    if not whole or [each.name for each in found.files] != list(files_of(found.parts)):
        raise damaged(MANIFEST)
    if found.claims != sum(each.rows for each in found.files[: found.parts]):
        raise damaged(MANIFEST)
    return found


def damaged(name: str, what: str = "a file of the store is not as it was written") -> InvalidValueError:
    """Return the error for a file of a store that cannot be trusted."""
    return InvalidValueError("store-damaged", what, name, "write the store again, or get an undamaged copy")


def verify(folder: Path, manifest: Manifest, *, hashes: bool) -> None:
    """
    Refuse a store of which a file is missing or has other bytes than were written.

    Args:
        folder: Of the store.
        manifest: What belongs to it.
        hashes: Whether to read every file; else only the sizes are compared.

    Raises:
        InvalidValueError: ``store-damaged``, with the name of the file.
    """
    for each in manifest.files:
        path = folder / each.name
        if not is_regular(path):
            raise damaged(each.name, "a file of the store is missing")
        if path.stat().st_size != each.size:
            raise damaged(each.name)
    if hashes:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = pool.map(hashed, (folder / each.name for each in manifest.files))
            for each, digest in zip(manifest.files, found, strict=True):
                if digest != each.sha256:
                    raise damaged(each.name)


def dealt(batch: pa.RecordBatch, slices: pa.Array) -> Iterator[tuple[int, pa.RecordBatch]]:
    """Give the rows of a batch slice by slice, each with its number, by the numbers of the slices that the rows belong to."""
    for number in sorted(compute().unique(slices).to_pylist()):
        yield number, batch.filter(compute().equal(slices, number))
