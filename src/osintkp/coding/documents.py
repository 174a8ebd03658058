"""Coding files as plain data: TOML, JSON and JSON Lines brought to one form, a source with its claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from osintkp.coding.faults import Fault, missing_key, problem_of, unknown_key, wrong_type
from osintkp.coding.files import decoded, read_bytes
from osintkp.errors import InvalidValueError
from osintkp.problems import Problem

MAX_KEY_PARTS = 64


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Document:
    """
    One source with its claims as plain data, and where they stand.

    Attributes:
        file: The file.
        line: The line of the source, from 1; None where the format has none.
        head: All but the claims.
        claims: Each claim with its line.
    """

    file: Path
    line: int | None = None
    head: dict[str, Any]
    claims: list[tuple[int | None, Any]]


def documents(path: Path, problems: list[Problem]) -> Iterator[Document]:
    """Give every document of a coding file; what cannot be read gives a problem instead."""
    try:
        text = _text(path)
        if path.suffix.lower() == ".jsonl":
            yield from _lines(path, text, problems)
        else:
            parse = _toml if path.suffix.lower() == ".toml" else _json
            yield _whole(path, _parsed(parse, text))
    except InvalidValueError as error:
        problems.append(problem_of(_fault(error), path))


def _text(path: Path) -> str:
    text = decoded(read_bytes(path))
    if not text.strip():
        raise InvalidValueError("file-empty", "the file is empty", None, "write a coding, or remove it")
    return text


def _fault(error: InvalidValueError) -> Fault:
    return (() if error.field is None else (error.field,)), error


def _parsed(parse: Callable[[str], Any], text: str) -> dict[str, Any]:
    try:
        data = parse(text)
    except RecursionError:
        fix = "a coding nests at most five deep"
        raise InvalidValueError("nesting", "the file nests too deeply", None, fix) from None
    if not isinstance(data, dict):
        raise wrong_type(data, "a table of keys", 'write { "source": ..., "claim": [...] }')
    return data


def quick_json() -> Callable[[str], Any]:
    """
    Return what reads a line of JSON that is sound, and raises or gives another than a claim for one that may not be.

    Of two equal keys a plain reader keeps the last: a line with more colons than keys is read again, more carefully. With
    orjson (``osintkp[fast]``) the first reading takes a third of the time.
    """
    from json import JSONDecoder

    loads: Callable[[str], Any] = JSONDecoder().decode
    careful = JSONDecoder(object_pairs_hook=_unique).decode
    with suppress(ImportError):
        import orjson

        loads = orjson.loads

    def quick(line: str) -> Any:
        data = loads(line)
        return data if line.count(":") == _keys(data) else careful(line)

    return quick


def _keys(data: Any) -> int:
    """Return how many keys the line of a claim has, without those of tables that lie deeper than its links do."""
    claim = data.get("claim") if type(data) is dict else None
    if type(claim) is not dict:
        return 0
    count = len(data) + len(claim)
    for value in claim.values():
        if type(value) is dict:
            count += len(value)
        elif type(value) is list:
            count += sum([len(each) for each in value if type(each) is dict])
    return count


def _toml(text: str) -> Any:
    import tomllib

    if text.lstrip().startswith("{"):
        raise InvalidValueError("file-syntax", "this is JSON under the name of TOML", None, "name it .json")
    dotted = any(line.count(".") >= MAX_KEY_PARTS for line in text.split("\n"))
    if dotted and _key_of_many_parts().search(text):
        fix = f"a key has at most {MAX_KEY_PARTS} parts"
        raise InvalidValueError("nesting", "a key has too many parts", None, fix)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidValueError("file-syntax", f"this is no TOML: {error}", None, "mend it there") from None
    except ValueError:
        raise _too_long() from None


@cache
def _key_of_many_parts() -> re.Pattern[str]:
    """Return a pattern for dotted keys on which the standard library's reader takes quadratic time and memory."""
    part = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*"""
    return re.compile(rf"(?<![A-Za-z0-9_.-])(?:{part}\.[ \t]*){{{MAX_KEY_PARTS}}}")


def _json(text: str) -> Any:
    import json

    try:
        return json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        what = f"this is no JSON: {error.msg} (line {error.lineno}, column {error.colno})"
        raise InvalidValueError("file-syntax", what, None, "mend it there") from None
    except InvalidValueError:
        raise
    except ValueError:
        raise _too_long() from None


def _too_long() -> InvalidValueError:
    what = "a whole number has more digits than Python reads"
    return InvalidValueError("number-size", what, None, "write it shorter")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for place, key in enumerate(keys) if key in keys[:place])
        raise InvalidValueError("duplicate-key", "a key stands twice in one table", twice, "keep one of them")
    return table


def _whole(path: Path, data: dict[str, Any], line: int | None = None) -> Document:
    claims = data.get("claim", [])
    if not isinstance(claims, list):
        error = wrong_type(claims, "a list of claims", "write [[claim]]")
        raise InvalidValueError(error.code, error.what, error.value, error.fix, field="claim")
    head = {key: value for key, value in data.items() if key != "claim"}
    return Document(file=path, line=line, head=head, claims=[(line, claim) for claim in claims])


def _lines(path: Path, text: str, problems: list[Problem]) -> Iterator[Document]:
    """Read JSON Lines: a line opens a source, or gives a claim of the source that was opened last."""
    opened: Document | None = None
    quick = quick_json()
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            data = _line(line, quick)
            if "source" in data:
                last, opened = opened, _whole(path, data, number)
                yield from [] if last is None else [last]
            else:
                _opened(opened, line).claims.append((number, data["claim"]))
        except InvalidValueError as error:
            problems.append(problem_of(_fault(error), path, line=number))
            if '"claim"' not in line[:20] or '"source"' in line:
                yield from [] if opened is None else [opened]
                opened = None
    yield from [] if opened is None else [opened]


def _line(line: str, quick: Callable[[str], Any]) -> dict[str, Any]:
    try:
        data = quick(line)
        if type(data) is dict and len(data) == 1 and "claim" in data:
            return data
    except (ValueError, RecursionError):
        pass  # the careful way says what is wrong with it
    try:
        data = _parsed(_json, line)
    except InvalidValueError as error:
        if error.code != "file-syntax":
            raise
        fix = "write one whole JSON object a line; was the file cut off?"
        raise InvalidValueError("line-json", error.what, line, fix) from None
    strange = [] if "source" in data else [key for key in data if key != "claim"]
    if strange or not data:
        raise unknown_key(strange[0], ["source", "claim"]) if strange else missing_key("claim")
    return data


def _opened(document: Document | None, line: str) -> Document:
    if document is None:
        fix = "begin with a line that opens its source, and mend that line where it is bad"
        raise InvalidValueError("missing-source", "the claim has no source before it", line, fix)
    return document
