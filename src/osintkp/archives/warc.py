"""WARC archives: what was collected from the web, record by record."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from osintkp.archives.articles import LONGEST_FIELD, Article, Form, damaged, problem_at
from osintkp.archives.files import File
from osintkp.archives.members import GZIP, PIECE, Member, next_start
from osintkp.archives.naming import Names
from osintkp.archives.payloads import payload
from osintkp.errors import InvalidValueError
from osintkp.extras import extra
from osintkp.problems import Problem
from osintkp.resource_limits import DEFAULT, ResourceLimits

FORMS: dict[str, Form] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "txt"}
TAKEN = ("response", "resource", "conversion")
START = b"WARC/1."
RESTARTS = 1000


def records(
    stream: BinaryIO, file: File, names: Names, limits: ResourceLimits = DEFAULT
) -> Iterator[Article | Problem]:
    """
    Give the pages and plain texts of a WARC archive: of answers those that were a success, resources, and conversions.

    The record's address is that of the article, and its date is when it was collected: when the article came out is what
    the page says. A record that is damaged is a problem, and reading goes on with the next one that can be found.

    Raises:
        MissingExtraError: warcio is not installed.
    """
    reader = _Reader(stream, file, names, limits)
    start: int | None = 0
    for _ in range(RESTARTS):
        if start is None:
            return
        try:
            yield from reader.from_place(start)
        except Exception as error:  # noqa: BLE001  warcio fails in many ways on what is no record
            why = " ".join(str(error).split())[:100] or type(error).__name__
            fault = damaged(f"the archive is damaged or cut off here ({why})")
            yield problem_at(fault, str(file.path), record=reader.number + 1)
            reader.number += 1
            start = next_start(stream, reader.place + 1, reader.mark)
            continue
        return
    fault = damaged(f"the archive is damaged in {RESTARTS:,} places, and the rest was not read")
    yield problem_at(fault, str(file.path), record=reader.number + 1)


class _Reader:
    """Reads records one by one and remembers where it is."""

    def __init__(self, stream: BinaryIO, file: File, names: Names, limits: ResourceLimits) -> None:
        self._open = extra("warcio.archiveiterator", "warc", "a WARC archive").ArchiveIterator
        self._stream, self._file, self._names, self._limits = stream, file, names, limits
        packed = (
            stream.read(len(GZIP)) == GZIP or file.packed
        )  # whatever its name says, and its first letters
        self.mark = GZIP if packed else START
        self.number = 0
        self.place = 0

    def from_place(self, start: int) -> Iterator[Article | Problem]:
        """Give what the records from a place on hold; ``place`` is where the one begins that is being read."""
        self.place = start
        self._stream.seek(start)
        if self.mark == START:
            yield from self._records(self._stream, start)
            return
        while self._stream.read(1):
            self._stream.seek(self.place)
            member = Member(self._stream)
            yield from self._records(io.BufferedReader(member), None)
            while member.end is None:
                member.read(PIECE)
            self.place = member.end
            self._stream.seek(self.place)

    def _records(self, stream: Any, start: int | None) -> Iterator[Article | Problem]:
        iterator = self._open(stream)
        iterator.INC_RECORD = ""  # a warning that it prints; what is wrong is told here
        last = held = fault = None
        while True:
            try:
                record = next(iterator, None)
            except Exception as error:  # noqa: BLE001  warcio fails in many ways on what is no record
                record, fault = None, error
            if last is not None:
                _refuse_unsound(last, iterator, fault)
                self.number += 1
                if held is not None:
                    yield held
            if start is not None:
                self.place = iterator.offset
            if record is None:
                break
            last, held = record, self._entry(record)
        if fault is not None:
            raise fault

    def _entry(self, record: Any) -> Article | Problem | None:
        if record.length is None:
            raise EOFError("a record does not say how long it is")
        try:
            return self._article(record)
        except InvalidValueError as error:
            return problem_at(error, str(self._file.path), record=self.number + 1)

    def _article(self, record: Any) -> Article | None:
        """
        Return the article that a record holds; None where it holds none.

        Raises:
            InvalidValueError: It is too large, damaged or packed in an unknown way.
            EOFError: It breaks off.
        """
        form, encoding = _form(record)
        if form is None:
            return None
        content = payload(record, self._limits)
        if not content.strip():
            return None
        of = record.rec_headers.get_header
        number = self.number + 1
        address, collected = of("WARC-Target-URI"), of("WARC-Date")
        return Article(
            id=self._names.given(_own_id(of("WARC-Record-ID")) or f"{self._file.stem}-{number}"),
            content=content, form=form, encoding=encoding, file=str(self._file.path), record=number,
            address=address if address and len(address) <= LONGEST_FIELD else None,
            retrieved=collected[:10] if collected else None,
        )  # fmt: skip


def _refuse_unsound(record: Any, iterator: Any, fault: Exception | None) -> None:
    """Refuse a record that ends elsewhere than it says, or in what does not unpack: what was read of it may be wrong."""
    if isinstance(fault, (EOFError, OSError, zlib.error)):
        raise fault
    if iterator.err_count or getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError("a record is not as long as it says")


def _own_id(given: str | None) -> str:
    """Return the part of a record's id that tells it from others."""
    return (given or "").strip("<> ").removeprefix("urn:uuid:")


def _form(record: Any) -> tuple[Form | None, str | None]:
    """Return what a record holds and in which encoding; None for what is no article."""
    if record.rec_type not in TAKEN:
        return None, None
    headers = record.http_headers
    if headers is not None and not (headers.get_statuscode() or "").startswith("2"):
        return None, None
    said = (headers or record.rec_headers).get_header("Content-Type") or ""
    kind, *more = (part.strip() for part in said.split(";"))
    named = (part.partition("=")[2].strip("\"' ") for part in more if part.lower().startswith("charset="))
    return FORMS.get(kind.lower()), next(named, None) or None
