"""Findings that need not fit memory: put down as they come, put in order on disk, read back one after the other."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from osintkp.checks import Suppressed
from osintkp.claim import Suppression
from osintkp.errors import InvalidValueError
from osintkp.evidence import Span
from osintkp.finding_table import COLUMNS
from osintkp.findings import Cited, Finding
from osintkp.frames.arrow import schema_of
from osintkp.frames.columns import nested
from osintkp.sharded.ordering import NAMES, in_order
from osintkp.store.layout import arrow, compute, parquet, unbuffered
from osintkp.store.writing import Waiting
from osintkp.vocabulary.scales import Severity, SpanStatus
from osintkp.writing import flush_folders, not_written, remove, unique

if TYPE_CHECKING:
    import pyarrow as pa

RAW = "findings.parquet"
PLACE = "place"
MOST_KNOWN = 200_000  # values, and with them what came before is forgotten
AT_ONCE, GROUP = 5_000, 20_000
Rules = Sequence[tuple[str, Suppression]]


@attrs.frozen(kw_only=True)
class Written:
    """
    What was found and put down in a file.

    Attributes:
        path: The file, of Parquet: the columns of ``Findings.to_arrow()``, and ``place``, the order of ``Findings``, from 0.
        counts: How many findings of each severity stand.
        suppressed: How many are set aside; they come after the others.
        unmet: Suppressions that met no finding, as in ``Findings.unmet``.
    """

    path: Path
    counts: Mapping[Severity, int]
    suppressed: int
    unmet: tuple[str, ...]

    def __len__(self) -> int:
        return sum(self.counts.values())

    def __iter__(self) -> Iterator[Finding]:
        """Give the findings that stand and then those that are set aside, in order, in little memory."""
        return findings_in(self.path)


class Remade:
    """
    Makes findings of rows; equal values of all its findings are one object.

    Example:
        >>> from osintkp.finding_table import COLUMNS
        >>> from osintkp.frames.arrow import table_of
        >>> from osintkp.frames.columns import nested
        >>> found = Finding(verdict="conflict", message="m", claims=("a/1", "b/1"))
        >>> (batch,) = table_of(nested(COLUMNS), [found], {}).to_batches()
        >>> list(Remade().of(batch)) == [found]
        True
    """

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def of(self, batch: pa.RecordBatch) -> Iterator[Finding]:
        """Give the findings of a batch that a step has given."""
        one = self._one
        for row in batch.select(NAMES).to_pylist():
            if len(self._known) > MOST_KNOWN:
                self._known.clear()
            lists = {
                "claims": tuple(map(one, row["claims"])),
                "working": tuple(row["working"]),
                "assumptions": one(tuple(row["assumptions"])),
                "cited": tuple(map(self._cited, row["cited"])),
            }
            yield Finding(**{**row, **lists, "code": one(row["code"]), "name": one(row["name"])})

    def _one(self, value: Any) -> Any:
        return self._known.setdefault(value, value)

    def _cited(self, row: Mapping[str, Any]) -> Cited:
        span = row["span"]
        key = (row["claim"], row["source"], *span.values())
        found: Cited | None = self._known.get(key)
        if found is None:
            status = None if span["status"] is None else SpanStatus(span["status"])
            claim, source = self._one(row["claim"]), self._one(row["source"])
            found = self._known[key] = Cited(
                claim=claim, source=source, span=Span(**{**span, "status": status})
            )
        return found


def findings_in(path: str | os.PathLike[str]) -> Iterator[Finding]:
    """
    Give the findings of a file that ``check(..., to=path)`` has written, one after the other, in their order.

    Args:
        path: The file.

    Raises:
        InvalidValueError: It is no such file, or cannot be read (``no-findings``).
    """
    try:
        with unbuffered(path) as file:
            if not {*NAMES} <= {*file.schema_arrow.names}:
                raise _no_findings(path, "it has other columns")
            remade = Remade()
            for batch in file.iter_batches(batch_size=AT_ONCE):
                yield from remade.of(batch)
    except (OSError, arrow().ArrowException) as error:
        raise _no_findings(path, str(error).partition("\n")[0][:200]) from None


def _no_findings(path: str | os.PathLike[str], why: str) -> InvalidValueError:
    what, fix = (
        f"no findings can be read from this file ({why})",
        "give a file that check(..., to=path) has written",
    )
    return InvalidValueError("no-findings", what, os.fspath(path), fix)


def put_down(batches: Iterable[pa.RecordBatch], scratch: Path) -> None:
    """
    Put findings down as they come.

    Left to itself the writer makes groups of a million rows, which whoever reads them has to hold.
    """
    with parquet().ParquetWriter(scratch / RAW, schema_of(nested(COLUMNS), {}), compression="zstd") as writer:
        waiting = Waiting(1, lambda _, table: writer.write_table(table, row_group_size=GROUP))
        for batch in batches:
            waiting.add(0, batch)
        waiting.done()


def write(
    scratch: Path, target: Path, rules: Rules, ran: list[tuple[str, str]], memory: str | None
) -> Written:
    """
    Write the findings that were put down, each once and in order, whole or not at all.

    Args:
        scratch: Where they were put down.
        target: The file to write.
        rules: What codings suppress, each with the id of its claim.
        ran: Code and name of every check that ran, for suppressions that met nothing; empty where nobody can know.
        memory: How much DuckDB may use.

    Raises:
        WritingError: The file could not be written; it says whether it is in place.
    """
    unmet = tuple(Suppressed(rules).unmet(_set_aside(scratch / RAW) if rules else (), ran))
    beside = unique(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        counts, suppressed = _copy(in_order(scratch / RAW, scratch, memory), beside, unmet)
        with beside.open("rb+") as stream:
            os.fsync(stream.fileno())
        beside.replace(target)
    except BaseException as error:
        remove([beside])
        if isinstance(error, OSError):
            raise not_written(error) from error
        raise
    flush_folders([target.parent])
    return Written(path=target, counts=counts, suppressed=suppressed, unmet=unmet)


def _set_aside(path: Path) -> Iterator[Finding]:
    """Give the findings of a file that are set aside, without making the others."""
    with unbuffered(path) as file:
        for batch in file.iter_batches(batch_size=AT_ONCE):
            yield from Remade().of(batch.filter(compute().is_valid(batch.column("suppressed"))))


def _copy(
    tables: Iterable[pa.Table], target: Path, unmet: tuple[str, ...]
) -> tuple[dict[Severity, int], int]:
    """Write findings with their places; return how many of each severity stand, and how many are set aside."""
    plain = schema_of(nested(COLUMNS), {"unmet": json.dumps(list(unmet))} if unmet else {})
    place = arrow().field(PLACE, "int64", metadata={"osintkp.note": "in the order of findings, from 0"})
    counts, suppressed, start = Counter[str](), 0, 0
    options = {"compression": "zstd", "write_page_checksum": True}
    with parquet().ParquetWriter(target, plain.append(place), **options) as writer:
        for table in tables:
            places = arrow().array(range(start, start + table.num_rows), "int64")
            writer.write_table(table.cast(plain).append_column(place, places), row_group_size=GROUP)
            start += table.num_rows
            words = zip(*(table.column(name).to_pylist() for name in ("severity", "suppressed")), strict=True)
            standing: list[Any] = [severity for severity, why in words if why is None]
            counts.update(standing)
            suppressed += table.num_rows - len(standing)
    return {severity: counts[severity.value] for severity in Severity}, suppressed
