"""Coding files as plain data: TOML, JSON and JSON Lines brought to one form, a source with its claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from osintkp.claim import Claim
from osintkp.coding.faults import Fault, missing_key, problem_of, unknown_key, wrong_type
from osintkp.coding.files import decoded, read_bytes
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source
from osintkp.problems import Problem

MAX_KEY_PARTS = 64
CLAIM = '{"claim"'


if TYPE_CHECKING:
    from json import JSONDecoder

ReadLine = Callable[[str], Claim | None]


@attrs.define(kw_only=True, eq=False, repr=False)
class Document:
    """
    One source with its claims as plain data, and where they stand.

    Attributes:
        file: The file.
        line: The line of the source, from 1; None where the format has none.
        head: All but the claims.
        claims: Each claim with its line; a claim of JSON Lines in which nothing is unusual is made already.
        source: The source, once it is made; None before, and where it is not sound.
        faults: What is wrong with the source; None before it is made.
    """

    file: Path
    line: int | None = None
    head: dict[str, Any]
    claims: list[tuple[int | None, Any]]
    source: Source | None = None
    faults: Sequence[Fault] | None = None


def documents(
    path: Path, problems: list[Problem], opening: Callable[[Document], ReadLine | None]
) -> Iterator[Document]:
    """
    Give every document of a coding file; what cannot be read gives a problem instead.

    Args:
        path: The file.
        problems: Where problems are put.
        opening: Told of a source in JSON Lines before its claims are read; what it returns reads a line in which nothing is
            unusual, and gives None for any other.
    """
    try:
        text = _text(path)
        if path.suffix.lower() == ".jsonl":
            yield from _lines(path, text, problems, opening)
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


def _toml(text: str) -> Any:
    import tomllib

    if text.lstrip().startswith("{"):
        raise InvalidValueError("file-syntax", "this is JSON under the name of TOML", None, "name it .json")
    dotted = any(line.count(".") >= MAX_KEY_PARTS for line in text.split("\n"))
    if dotted and any(found.lastgroup for found in _keys().finditer(text)):
        fix = f"a key has at most {MAX_KEY_PARTS} parts"
        raise InvalidValueError("nesting", "a key has too many parts", None, fix)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidValueError("file-syntax", f"this is no TOML: {error}", None, "mend it there") from None
    except ValueError:
        raise _too_long() from None


@cache
def _keys() -> re.Pattern[str]:
    """
    Return a pattern for what a TOML file holds, piece by piece; a dotted key of too many parts is a group.

    The standard library's reader takes quadratic time and memory for such a key. Texts and comments are passed over as a
    whole, so that no quote in them is taken for the beginning of another.
    """
    single, double = r"'[^'\n]*+'", r'"(?:[^"\\\n]|\\.)*+"'
    part = rf"(?:[A-Za-z0-9_-]++|{double}|{single})[ \t]*+"
    long = r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+(?:"""|\Z)' + r"|'''(?:[^']|'(?!''))*+(?:'''|\Z)"
    return re.compile(
        rf"{long}|(?P<key>(?:{part}\.[ \t]*+){{{MAX_KEY_PARTS}}})|(?:{part}\.[ \t]*+)*+{part}|[#\"'][^\n]*+"
    )


def _json(text: str) -> Any:
    from json import JSONDecodeError

    try:
        return _decoder().decode(text)
    except JSONDecodeError as error:
        what = f"this is no JSON: {error.msg} (line {error.lineno}, column {error.colno})"
        raise InvalidValueError("file-syntax", what, None, "mend it there") from None
    except InvalidValueError:
        raise
    except ValueError:
        raise _too_long() from None


@cache
def _decoder() -> JSONDecoder:
    from json import JSONDecoder

    return JSONDecoder(object_pairs_hook=_unique)


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


def _lines(
    path: Path, text: str, problems: list[Problem], opening: Callable[[Document], ReadLine | None]
) -> Iterator[Document]:
    """Read JSON Lines: a line opens a source, or gives a claim of the source that was opened last."""
    opened: Document | None = None
    read: ReadLine | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if opened and read and line.startswith(CLAIM) and (claim := read(line)) is not None:
            opened.claims.append((number, claim))
            continue
        if not line.strip():
            continue
        try:
            data = _line(line)
            if "source" in data:
                last, opened = opened, _whole(path, data, number)
                read = opening(opened)
                yield from [] if last is None else [last]
            else:
                _opened(opened, line).claims.append((number, data["claim"]))
        except InvalidValueError as error:
            problems.append(problem_of(_fault(error), path, line=number))
            if '"claim"' not in line[:20] or '"source"' in line:
                yield from [] if opened is None else [opened]
                opened = None
    yield from [] if opened is None else [opened]


def _line(line: str) -> dict[str, Any]:
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
