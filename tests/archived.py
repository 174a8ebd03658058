"""Archives for the tests: invented articles in the forms that archives have, and folders compared."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from osintkp.archives.articles import Article
from osintkp.archives.files import File, file_at
from osintkp.archives.walking import Walk
from osintkp.file_access import FileAccess, FilePlace
from osintkp.problems import Problem
from osintkp.resource_limits import ResourceLimits

SENT = "Chad sent about {} trucks to Sudan in May 2023, the UN said."
STATES = ("Libya", "Egypt", "Ethiopia", "Rwanda", "Niger", "Armenia")


def article(number: int) -> str:
    """Return an invented article with figures of its own."""
    state = STATES[number % len(STATES)]
    return (
        f"{SENT.format(number + 2)}\n\nThe road along the river was closed again. "
        f"{state} received {number + 11} rifles from Turkey in March 2021, officials in {state} said.\n"
    )


def json_line(**fields: Any) -> str:
    """Return a line of an archive."""
    return json.dumps(fields) + "\n"


def lines_file(folder: Path, count: int, name: str = "wire.jsonl") -> Path:
    """Write so many articles as JSON Lines and return the file."""
    path = folder / name
    text = "".join(json_line(id=f"w{number}", text=article(number)) for number in range(count))
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


def warc(*records: dict[str, Any], packed: bool = True) -> bytes:
    """Return a WARC archive; a record has ``page`` and may have ``kind``, ``status``, ``type``, ``uri``, ``http``, ``id``."""
    made = (_record(number, **each) for number, each in enumerate(records))
    return b"".join(gzip.compress(each, mtime=0) if packed else each for each in made)


def _record(
    number: int, *, page: bytes, kind: str = "text/html", status: str = "200 OK", type: str = "response",  # noqa: A002  its name
    uri: str | None = None, http: Sequence[tuple[str, str]] = (), id: str | None = None,  # noqa: A002  its name
) -> bytes:  # fmt: skip
    answer = _lines(f"HTTP/1.1 {status}", ("Content-Type", kind), *http) if type == "response" else b""
    head = _lines(
        "WARC/1.0",
        ("WARC-Type", type),
        ("WARC-Record-ID", f"<urn:uuid:0000-{number}>" if id is None else id),
        ("WARC-Target-URI", uri or f"https://news.example/{number}"),
        ("WARC-Date", "2023-06-01T10:00:00Z"),
        ("Content-Type", "application/http; msgtype=response" if type == "response" else kind),
        ("Content-Length", str(len(answer) + len(page))),
    )
    return head + answer + page + b"\r\n\r\n"


def _lines(first: str, *fields: tuple[str, str]) -> bytes:
    return "\r\n".join([first, *(f"{name}: {value}" for name, value in fields), "", ""]).encode()


def page(number: int) -> bytes:
    """Return an invented page of the web."""
    head = f"<html lang='en'><head><title>Aid {number}</title><meta name='date' content='2023-05-20'></head>"
    return f"{head}<body><article><p>{article(number)}</p></article></body></html>".encode()


def entries(*paths: Path, **limits: int) -> list[Article | Problem]:
    """Return what a walk through some paths gives."""
    access = FileAccess(limits=ResourceLimits(**limits))
    return list(Walk(paths, access=access).entries())


def articles(*paths: Path, **limits: int) -> list[Article]:
    """Return the articles of some paths."""
    return [each for each in entries(*paths, **limits) if isinstance(each, Article)]


def problems(*paths: Path, **limits: int) -> list[str]:
    """Return the problems of some paths as lines, without the folder."""
    return [
        str(each).replace(f"{paths[0].parent}/", "")
        for each in entries(*paths, **limits)
        if isinstance(each, Problem)
    ]


def file(path: Path) -> File:
    """Return a path as a file of an archive."""
    found = file_at(FilePlace(root=path), path.name)
    assert found is not None
    return found


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
