"""JSON Lines of articles: one object a line, packed or not."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from osintkp.archives.articles import LONGEST_FIELD, Article, Form, damaged, problem_at
from osintkp.archives.files import File, is_coding
from osintkp.archives.naming import Names
from osintkp.coding.files import too_large
from osintkp.errors import InvalidValueError
from osintkp.problems import Problem
from osintkp.resource_limits import DEFAULT, ResourceLimits

TEXTS: dict[str, Form] = {"text": "txt", "content": "txt", "body": "txt", "html": "html"}
FIELDS = {
    "published": ("published", "date"),
    "retrieved": ("retrieved",),
    "title": ("title",),
    "publisher": ("publisher",),
    "author": ("author",),
    "address": ("address", "url"),
    "language": ("language", "lang"),
}
MARK = b"\xef\xbb\xbf"


def lines(
    stream: BinaryIO, file: File, names: Names, limits: ResourceLimits = DEFAULT
) -> Iterator[Article | Problem]:
    """
    Give the articles of JSON Lines.

    A line has its text under ``text``, ``content`` or ``body``, or a page under ``html``; what it may have beside is ``id``,
    ``title``, ``published`` or ``date``, ``retrieved``, ``publisher``, ``author``, ``address`` or ``url``, ``language`` or
    ``lang``. Other keys are passed over. A line that is no article is a problem, and the next one is read.
    """
    where, number = str(file.path), 0
    try:
        for number, raw in enumerate(_raw_lines(stream, limits.article_bytes), start=1):
            if number == 1 and raw is not None and is_coding(raw.removeprefix(MARK)):
                yield problem_at(_coding(), where)
                return
            if raw is None or raw.strip():
                try:
                    yield _article(raw, number, file, names, limits)
                except InvalidValueError as error:
                    yield problem_at(error, where, line=number)
    except (EOFError, OSError, zlib.error) as error:
        yield problem_at(
            damaged(f"the file is damaged or cut off here ({_why(error)})"), where, line=number + 1
        )


def _why(error: Exception) -> str:
    return str(error).partition("\n")[0][:100] or type(error).__name__


def _raw_lines(stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """Give line by line, None for one that is too long, of which never more than a piece is held."""
    while raw := stream.readline(most + 1):
        if len(raw) <= most:
            yield raw
            continue
        while raw and not raw.endswith(b"\n"):
            raw = stream.readline(1024 * 1024)
        yield None


def _article(raw: bytes | None, number: int, file: File, names: Names, limits: ResourceLimits) -> Article:
    if raw is None:
        raise too_large(limits)
    data = _object(raw, first=number == 1)
    key = next((key for key in TEXTS if isinstance(data.get(key), str) and data[key].strip()), None)
    if key is None:
        fix = f"give it under one of {', '.join(TEXTS)}"
        raise InvalidValueError("article-empty", "the line has no text", None, fix)
    own = data.get("id")
    wanted = own if isinstance(own, str) else str(own) if type(own) is int and abs(own) < 2**63 else ""
    fields, odd = _fields(data)
    return Article(
        id=names.given(wanted.strip() or f"{file.stem}-{number}"),
        content=data[key], form=TEXTS[key], file=str(file.path), line=number, odd=odd, **fields,
    )  # fmt: skip


def _object(raw: bytes, *, first: bool) -> dict[str, Any]:
    """
    Return the object of a line.

    Raises:
        InvalidValueError: There is none.
    """
    try:
        data = json.loads((raw.removeprefix(MARK) if first else raw).decode())
    except UnicodeDecodeError as error:
        wrong = raw[error.start : error.start + 1]
        what = f"byte {error.start} of the line is not UTF-8"
        raise InvalidValueError("article-encoding", what, wrong, "save it as UTF-8") from None
    except RecursionError:
        raise InvalidValueError("nesting", "the line nests too deeply", None, "give the text alone") from None
    except ValueError as error:
        fix = "write one whole JSON object a line; was the file cut off?"
        raise InvalidValueError("line-json", f"this is no JSON: {_why(error)}", raw[:100], fix) from None
    if not isinstance(data, dict):
        raise InvalidValueError("wrong-type", "a line is one object", data, 'write {"text": ...}')
    return data


def _fields(data: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return what a line says beside the text, and the keys whose values cannot be used."""
    found: dict[str, Any] = {}
    odd: list[str] = []
    for name, keys in FIELDS.items():
        key = next((key for key in keys if data.get(key) not in (None, "")), None)
        if key is None:
            continue
        value = data[key]
        if isinstance(value, str) and len(value) <= LONGEST_FIELD:
            found[name] = value
        else:
            odd.append(key)
    return found, tuple(odd)


def _coding() -> InvalidValueError:
    what, fix = "this is a coding and no archive of articles: it was not read", "load it with osintkp.load"
    return InvalidValueError("file-is-coding", what, None, fix)
