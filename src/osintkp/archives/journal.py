"""The journal of a run: which batches are done, so that a run that was cut off goes on where it was."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Self

import attrs

from osintkp.archives.articles import Article
from osintkp.archives.batches import Batch
from osintkp.archives.drafting import Outcome, Settings
from osintkp.coding.files import coding_files
from osintkp.errors import InvalidValueError
from osintkp.paths import is_regular, is_there
from osintkp.problems import Problem
from osintkp.resource_limits import ResourceLimits
from osintkp.vocabulary.scales import Severity
from osintkp.writing import TEMPORARY, flush_folders, make_folder, not_written, write_whole

NAME = ".reading.jsonl"
LIMITS = ("article_bytes", "article_characters", "coding_bytes")
FORM = "osintkp-reading/1"
MOST = 2**53


@attrs.frozen(kw_only=True)
class Done:
    """
    A batch that is done, as the journal has it.

    Attributes:
        entries: How many articles and problems are in it.
        digest: The hash of all that its drafts depend on.
        files: The names of its files.
        articles: How many articles were read.
        claims: How many claims were drafted.
        size: The bytes of text that were read.
        problems: What was wrong.
    """

    entries: int
    digest: str
    files: tuple[str, ...]
    articles: int
    claims: int
    size: int
    problems: tuple[Problem, ...]


class Journal:
    """
    The folder of the drafts with its journal, open for one run.

    A batch counts as done when its files are there whole and its line stands in the journal; both are on the disk before
    the next batch is taken. So nothing is lost or doubled, wherever a run is cut off.

    Args:
        folder: The folder; it is made if it is not there.
        settings: What the drafts depend on.
        resume: Whether to go on where an earlier run was; else what it wrote is deleted.

    Raises:
        InvalidValueError: The folder holds other codings (``folder-taken``), or was read with other settings
            (``reading-changed``), or another process reads into it (``folder-busy``).
        WritingError: The folder cannot be written.
    """

    def __init__(self, folder: Path, settings: Settings, *, resume: bool = True) -> None:
        self._folder = folder
        self._path = folder / NAME
        make_folder(folder)
        known = is_there(self._path)
        if not known:
            _refuse_others(folder)
        try:
            self._stream = self._path.open("r+b" if known else "x+b")
        except OSError as error:
            raise not_written(error) from error
        try:
            _lock(self._stream, folder)
            self._begin(settings, resume=resume)
        except BaseException:
            self._stream.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def _begin(self, settings: Settings, *, resume: bool) -> None:
        """Leave the journal as one of these settings, without a line that was cut off, ready for the next line."""
        head = _line(_head(settings))
        first = self._stream.readline()
        if not first.endswith(b"\n"):  # cut off before anything was read
            first = b""
        self._start = self._end = len(first)
        self._count = 0
        for _, end in self._lines():
            self._count, self._end = self._count + 1, end
        if first and not resume:
            self._remove_files()
            first, self._count, self._end = b"", 0, 0
        if first not in (b"", head):
            raise _changed(first, head, self._folder)
        self._stream.truncate(self._end)
        if not first:
            self._append(head)
            flush_folders([self._folder])
            self._start = self._end
        self._remove_leftovers()

    def _remove_files(self) -> None:
        for done, _ in self._lines():
            for name in done.files:
                (self._folder / name).unlink(missing_ok=True)

    def _remove_leftovers(self) -> None:
        """Delete what a run left that was killed: temporary files, and those of a batch whose line was not written."""
        unlisted = Path(Batch(number=self._count, entries=()).name)
        left = (
            self._folder.rglob(f"{TEMPORARY}*.tmp"),
            self._folder.glob(f"{unlisted.with_suffix('')}*.jsonl"),
        )
        for path in (path for each in left for path in list(each)):
            with suppress(OSError):
                path.unlink()

    def _lines(self) -> Iterator[tuple[Done, int]]:
        """Give the batches that are done, each with where its line ends, up to a line that does not say what it should."""
        place = self._start
        while True:
            self._stream.seek(place)
            line = self._stream.readline()
            done = _done(line)
            if done is None:
                return
            place += len(line)
            yield done, place

    def done(self) -> Iterator[Done]:
        """Give the batches that were done when the run began, in order."""
        return (done for done, _ in islice(self._lines(), self._count))

    def checked(self, entries: Iterator[Article | Problem]) -> Iterator[tuple[Batch, Done]]:
        """
        Give the batches that are done with their articles, taken from the archive.

        Raises:
            InvalidValueError: The archive is not the one that was read before (``archive-changed``).
        """
        for number, done in enumerate(self.done()):
            batch = Batch(number=number, entries=tuple(islice(entries, done.entries)))
            if len(batch.entries) < done.entries or batch.digest() != done.digest:
                raise _other_archive(batch)
            yield batch, done

    def has(self, done: Done) -> bool:
        """Tell whether the files of a batch are still there; somebody may have corrected what is in them."""
        return all(is_regular(self._folder / name) for name in done.files)

    def next_number(self) -> int:
        """Return the number of the first batch that is new."""
        return self._count

    def keep(self, batch: Batch, outcome: Outcome) -> None:
        """Write what was drafted from a batch, whole or not at all, then its line."""
        first = Path(batch.name)
        names = [
            first.with_stem(f"{first.stem}_{part:02}" if part else first.stem)
            for part in range(len(outcome.parts))
        ]
        write_whole({self._folder / name: part for name, part in zip(names, outcome.parts, strict=True)})
        if batch.number < self._count:
            return
        self._append(
            _line({
                "entries": len(batch.entries), "digest": batch.digest(), "files": [name.as_posix() for name in names],
                "articles": outcome.articles, "claims": outcome.claims, "size": outcome.size,
                "problems": [attrs.asdict(problem) for problem in outcome.problems],
            })
        )  # fmt: skip

    def _append(self, line: bytes) -> None:
        self._stream.seek(self._end)
        self._stream.write(line)
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._end += len(line)


def _head(settings: Settings) -> dict[str, Any]:
    """Return what the drafts depend on beside the archive."""
    import osintkp

    pages = "trafilatura" if find_spec("trafilatura") is not None else "own"
    told = attrs.asdict(settings, recurse=False)
    limits: ResourceLimits = told.pop("limits")
    told |= {name: getattr(limits, name) for name in LIMITS}
    return {"schema": FORM, "osintkp": osintkp.__version__, "pages": pages, **told}


def _line(data: dict[str, Any]) -> bytes:
    return json.dumps(data).encode() + b"\n"


def _done(line: bytes) -> Done | None:
    """Return the batch that a line tells of; None where it was cut off, or is none of this module's."""
    try:
        data: dict[str, Any] = json.loads(line) if line.endswith(b"\n") else {}
        problems = tuple(
            Problem(**{**each, "severity": Severity(each["severity"])}) for each in data.pop("problems")
        )
        found = Done(problems=problems, files=tuple(data.pop("files")), **data)
        ours = all(_own_name().fullmatch(name) for name in found.files)
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None
    counts = (found.entries, found.articles, found.claims, found.size)
    counted = all(type(count) is int and 0 <= count < MOST for count in counts)
    return found if ours and counted else None


@cache
def _own_name() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9])[0-9]{4,}/[0-9]{7,}(?:_[0-9]{2,})?\.jsonl")


def _refuse_others(folder: Path) -> None:
    other = next(coding_files(folder, []), None)
    if other is not None:
        fix = "read into an empty folder"
        raise InvalidValueError("folder-taken", "another coding lies in the folder", str(other.path), fix)


def _changed(first: bytes, head: bytes, folder: Path) -> InvalidValueError:
    """Return the error for a folder that was read with other settings: which they are."""
    try:
        before = json.loads(first)
        now = json.loads(head)
        other = [f"{key}={before.get(key)!r}" for key in now if before.get(key) != now[key]]
    except (ValueError, AttributeError):
        other = ["another program"]
    what = f"the folder was read into with {', '.join(other)}"
    fix = "read with that again, into another folder, or from the start (--no-resume, resume=False)"
    return InvalidValueError("reading-changed", what, str(folder), fix)


def _other_archive(batch: Batch) -> InvalidValueError:
    first = batch.entries[0] if batch.entries else None
    where = None if first is None else f"{first.file}" + ("" if first.line is None else f":{first.line}")
    what = "the archive is no longer the one that was read into this folder; it differs in the articles from here on"
    fix = "add new articles after the old ones, or read into another folder, or from the start (--no-resume, resume=False)"
    return InvalidValueError("archive-changed", what, where, fix)


def _lock(stream: BinaryIO, folder: Path) -> None:
    """Refuse a second process, where the system has locks that end with the process."""
    try:
        import fcntl
    except ImportError:  # pragma: no cover  another system
        return
    try:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        fix = "wait until it has ended, or read into another folder"
        raise InvalidValueError(
            "folder-busy", "another process reads into this folder", str(folder), fix
        ) from None
