"""Coding files as plain data: TOML, JSON and JSON Lines brought to one form, a source with its claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from osintkp.claim import Claim
from osintkp.coding.faults import Fault, missing_key, problem_of, unknown_key, wrong_type
from osintkp.coding.files import READ_ALL, decoded, read_bytes
from osintkp.coding.seal import Seal, miscounted, opened
from osintkp.coding.values import LongNumber
from osintkp.errors import InvalidValueError, ResourceError
from osintkp.evidence import Source
from osintkp.file_access import FileAccess, FilePlace
from osintkp.problems import Problem
from osintkp.resource_limits import ResourceLimits
from osintkp.toml_reading import toml_table, too_many_digits
from osintkp.unique_keys import unique_keys

if TYPE_CHECKING:
    from json import JSONDecoder

CLAIM = '{"claim"'
ReadLine = Callable[[str], Claim | None]
Parse = Callable[[str, ResourceLimits], Any]


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
        folder: The folder that the file lies in.
    """

    file: Path
    line: int | None = None
    head: dict[str, Any]
    claims: list[tuple[int | None, Any]]
    source: Source | None = None
    faults: Sequence[Fault] | None = None
    folder: FilePlace = attrs.field(
        default=attrs.Factory(lambda self: FilePlace(root=self.file).folder, takes_self=True)
    )


def documents(
    place: FilePlace,
    problems: list[Problem],
    opening: Callable[[Document], ReadLine | None],
    access: FileAccess = READ_ALL,
    read: Callable[[FilePlace], bytes] | None = None,
) -> Iterator[Document]:
    """
    Give every document of a coding file; what cannot be read gives a problem instead.

    Args:
        place: The file.
        problems: Where problems are put.
        opening: Told of a source in JSON Lines before its claims are read; what it returns reads a line in which nothing is
            unusual, and gives None for any other.
        access: What may be read.
        read: What reads the file; None where it is read as it stands.
    """
    path, limits, form, claims = place.path, access.limits, place.path.suffix.lower(), 0
    try:
        text, seal = _unsealed(read_bytes(place, access) if read is None else read(place), form)
        every = (
            _lines(place, text, problems, opening, limits)
            if form == ".jsonl"
            else iter([_one(place, text, _toml if form == ".toml" else _json, limits)])
        )
        for document in every:
            claims += len(document.claims)
            yield document
        if seal is not None and claims != seal.count < limits.claims:
            problems.append(problem_of(_fault(miscounted(seal, claims)), path))
    except InvalidValueError as error:
        problems.append(problem_of(_fault(error), path))


def _one(place: FilePlace, text: str, parse: Parse, limits: ResourceLimits) -> Document:
    """Return the document of a file that holds one source."""
    document = _whole(place.path, place.folder, _parsed(parse, text, limits))
    if len(document.claims) > limits.claims:
        raise _too_many(len(document.claims), limits)
    return document


def _too_many(claims: int, limits: ResourceLimits) -> InvalidValueError:
    return InvalidValueError("file-claims", "the file has too many claims", claims, limits.room("claims"))


def _unsealed(raw: bytes, form: str) -> tuple[str, Seal | None]:
    plain, seal = opened(raw, form)
    text = decoded(plain)
    if seal is None and not text.strip():
        raise InvalidValueError("file-empty", "the file is empty", None, "write a coding, or remove it")
    return text, seal


def _fault(error: InvalidValueError) -> Fault:
    return (() if error.field is None else (error.field,)), error


def _parsed(parse: Parse, text: str, limits: ResourceLimits) -> dict[str, Any]:
    try:
        data = parse(text, limits)
        deep = _nests_deeper(data, limits.nesting)
    except RecursionError:
        if not _is_deep(text, limits.nesting):
            raise ResourceError("the file cannot be read") from None
        deep = True
    if deep:
        fix = f"a coding nests at most five deep; {limits.room('nesting', 'levels')}"
        raise InvalidValueError("nesting", "the file nests too deeply", None, fix)
    if not isinstance(data, dict):
        raise wrong_type(data, "a table of keys", 'write { "source": ..., "claim": [...] }')
    return data


def _nests_deeper(data: Any, most: int) -> bool:
    """Tell whether tables and lists stand in one another deeper than so many levels."""
    level = [data] if type(data) in (dict, list) else []
    for _ in range(most):
        if not level:
            return False
        inner = (each.values() if type(each) is dict else each for each in level)
        level = [each for values in inner for each in values if type(each) in (dict, list)]
    return bool(level)


def _is_deep(text: str, most: int) -> bool:
    """Tell whether a text nests deeply by itself, or whether the host has no more stack to read it with."""
    depth = 0
    for mark in re.finditer(r'"(?:[^"\\\n]|\\.)*"?|[\[{]|[\]}]', text):
        depth += (mark[0] in "[{") - (mark[0] in "]}")
        if depth > most:
            return True
    return False


def _toml(text: str, limits: ResourceLimits) -> Any:
    if text.lstrip().startswith("{"):
        raise InvalidValueError("file-syntax", "this is JSON under the name of TOML", None, "name it .json")
    return toml_table(text, limits)


def _json(text: str, limits: ResourceLimits) -> Any:
    from json import JSONDecodeError

    try:
        return _decoder(limits.whole_number_digits).decode(text)
    except JSONDecodeError as error:
        what = f"this is no JSON: {error.msg} (line {error.lineno}, column {error.colno})"
        raise InvalidValueError("file-syntax", what, None, "mend it there") from None
    except InvalidValueError:
        raise
    except ValueError:
        raise too_many_digits() from None


@lru_cache(maxsize=8)
def _decoder(digits: int) -> JSONDecoder:
    from json import JSONDecoder

    return JSONDecoder(object_pairs_hook=unique_keys, parse_int=partial(_whole_number, digits))


def _whole_number(digits: int, written: str) -> int | LongNumber:
    return int(written) if len(written) <= digits else LongNumber(written, digits)


def _whole(path: Path, folder: FilePlace, data: dict[str, Any], line: int | None = None) -> Document:
    claims = data.get("claim", [])
    if not isinstance(claims, list):
        error = wrong_type(claims, "a list of claims", "write [[claim]]")
        raise InvalidValueError(error.code, error.what, error.value, error.fix, field="claim")
    head = {key: value for key, value in data.items() if key != "claim"}
    numbered = [(line, claim) for claim in claims]
    return Document(file=path, folder=folder, line=line, head=head, claims=numbered)


def _lines(
    place: FilePlace,
    text: str,
    problems: list[Problem],
    opening: Callable[[Document], ReadLine | None],
    limits: ResourceLimits,
) -> Iterator[Document]:
    """Read JSON Lines: a line opens a source, or gives a claim of the source that was opened last."""
    path, folder = place.path, place.folder
    opened: Document | None = None
    read: ReadLine | None = None
    for number, line in enumerate(_within(path, text.split("\n"), problems, limits), start=1):
        if opened and read and line.startswith(CLAIM) and (claim := read(line)) is not None:
            opened.claims.append((number, claim))
            continue
        if not line.strip():
            continue
        try:
            data = _line(line, limits)
            if "source" in data:
                last, opened = opened, _whole(path, folder, data, number)
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


def _within(path: Path, lines: list[str], problems: list[Problem], limits: ResourceLimits) -> list[str]:
    """Return the lines that are read: of more than may be, the first."""
    if len(lines) <= limits.claims:
        return lines
    written = [number for number, line in enumerate(lines) if line and not line.isspace()]
    if len(written) <= limits.claims:
        return lines
    cut = written[limits.claims]
    error = _too_many(len(written), limits)
    what = f"{error.what}, and the lines from here on were not read"
    fault = InvalidValueError(error.code, what, error.value, error.fix)
    problems.append(problem_of(_fault(fault), path, line=cut + 1))
    return lines[:cut]


def _line(line: str, limits: ResourceLimits) -> dict[str, Any]:
    try:
        data = _parsed(_json, line, limits)
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
