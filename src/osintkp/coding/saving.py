"""Saving: sources and claims as coding files that load back equal."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.coding.converter import known_keys, unstructure
from osintkp.coding.files import CODINGS, coding_files
from osintkp.coding.making import SAME
from osintkp.coding.manifest import MANIFEST, changing, write_saved
from osintkp.coding.seal import sealed, without
from osintkp.coding.shapes import SCHEMA, CodedClaim, CodedSource, CodedSpan, Content
from osintkp.coding.texts import digests, folded, refuse_name, text_name, text_path
from osintkp.coding.toml import toml_document
from osintkp.coding.values import content
from osintkp.errors import InvalidValueError
from osintkp.evidence import BYTE_ORDER_MARK, Link, Source, Span, utf8
from osintkp.paths import is_folder, is_there
from osintkp.problems import Problem
from osintkp.writing import make_folder, write_whole

FIRST_LETTERS = 4  # NUL in these bytes is the mark of UTF-16
NUL_WRITTEN = "\\u0000"


def save_claims(claims: Claims, path: Path, *, texts: bool = False) -> None:
    """
    Write claims to a ``.toml`` or ``.json`` file (one source), a ``.jsonl`` file, or a folder of one TOML each source.

    Everything is put together before a file is opened; then either all files are written or none, be the process killed.
    Each file begins with a seal (:mod:`osintkp.coding.seal`), and several files are named in a manifest
    (:mod:`osintkp.coding.manifest`), so that a load refuses what is not as it was saved.

    Args:
        claims: What to save.
        path: A file name that ends in ``.toml``, ``.json`` or ``.jsonl``, or the name of a folder.
        texts: Whether to write the texts too; without them a coding can be shared where the article cannot.

    Raises:
        InvalidValueError: ``one-source``, the file holds one source and there are more, or none; ``unknown-source``, a
            claim stands in none; ``duplicate-id``, two ids differ in capitals alone; ``folder-taken``, the folder holds
            other codings; ``duplicate-file``, two files would have one name; ``path-outside``, a text would lie outside
            its coding's folder; ``path-bad``, its name is not plain, or none for a text; ``text-control``, a text holds NUL;
            ``unknown-form``, the name has another ending and is no folder; ``article-changed``, a text is not the one of the
            source's hash; ``text-surrogate``.
        WritingError: A file could not be written; it says whether the new content is in place.
    """
    _refuse_unloadable(claims)
    form = path.suffix.lower()
    if form == ".jsonl":
        lines = utf8("".join(_json_lines(claims, texts=texts)))
        _write_file(path, {path: sealed(lines, form, len(claims))})
    elif form in CODINGS:
        _write_file(path, _contents(claims, {path: _only(claims, form[1:])}, texts=texts))
    elif form[1:].isalpha() and not is_folder(path):
        fix = "end it in .toml, .json or .jsonl, or make the folder first"
        raise InvalidValueError("unknown-form", "a coding has no such form", path.name, fix)
    else:
        named = {path / f"{source.id}.toml": source for source in claims.sources}
        _write_folder(path, named, _contents(claims, named, texts=texts))


def _write_file(path: Path, contents: Mapping[Path, bytes]) -> None:
    """Write a coding with its text, if that is written too; a manifest that lies beside it is kept true."""
    folder = path.parent
    if len(contents) == 1 and not is_there(folder / MANIFEST):
        write_whole(contents)
        return
    make_folder(folder)
    with changing(folder) as manifest:
        if len(contents) == 1 and path.name not in manifest.files:
            write_whole(contents)
        else:
            write_saved(folder, _by_name(folder, contents), manifest)


def _write_folder(folder: Path, named: Mapping[Path, Source], contents: Mapping[Path, bytes]) -> None:
    _refuse_others(folder, named)
    make_folder(folder)
    with changing(folder) as manifest:
        _refuse_others(folder, named)
        write_saved(folder, _by_name(folder, contents), manifest.there(folder))


def _by_name(folder: Path, contents: Mapping[Path, bytes]) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): raw for path, raw in contents.items()}


def coding_text(claims: Claims, form: str, *, texts: bool = False) -> str:
    """
    Return claims as the text of a coding, as :func:`save_claims` would write it below its seal.

    Args:
        claims: What to write, of one source where the form is ``toml`` or ``json``.
        form: ``toml``, ``json`` or ``jsonl``.
        texts: Whether the articles stand in it too, which JSON Lines alone can hold.

    Raises:
        InvalidValueError: As for :func:`save_claims`.

    Example:
        >>> print(coding_text(Claims((), [Source(id="sitrep")]), "jsonl"), end="")
        {"schema": "osintkp/1", "source": {"id": "sitrep"}}
    """
    _refuse_unloadable(claims)
    if form == "jsonl":
        return "".join(_json_lines(claims, texts=texts))
    path = Path(f"coding.{form}")
    (raw,) = _contents(claims, {path: _only(claims, form)}, texts=False).values()
    return without(raw, path.suffix).decode()


def _only(claims: Claims, form: str) -> Source:
    if len(claims.sources) != 1:
        fix = "save to a folder or to a .jsonl file"
        raise InvalidValueError("one-source", f"a .{form} file holds one source", claims.sources.ids(), fix)
    return next(iter(claims.sources))


def _refuse_unloadable(claims: Claims) -> None:
    orphan = next((claim for claim in claims if claim.source not in claims.sources), None)
    if orphan is not None:
        what = "the claim stands in no source that is here"
        raise InvalidValueError("unknown-source", what, orphan.id, "add its source")
    seen: dict[str, str] = {}
    for name in (*claims.sources.ids(), *claims.ids()):
        first = seen.setdefault(name.lower(), name)
        if first != name:
            what = f"this id is {first!r} in other capitals"
            raise InvalidValueError("duplicate-id", what, name, "give one of them another id")


def _refuse_others(folder: Path, named: Mapping[Path, Source]) -> None:
    """Refuse a folder that would load as more than is saved to it."""
    problems: list[Problem] = []
    files = coding_files(folder, problems) if is_folder(folder) else ()
    other = next((file.path for file in files if file.path not in named), None)
    if other is not None:
        fix = "save to an empty folder, or delete it"
        raise InvalidValueError("folder-taken", "another coding lies in the folder", str(other), fix)
    for each in problems:
        if each.code in ("file-permission", "file-unreadable"):
            raise InvalidValueError(each.code, each.message, each.file, each.fix)


def _contents(claims: Claims, named: Mapping[Path, Source], *, texts: bool) -> dict[Path, bytes]:
    """Return what the files of some sources hold, texts and all."""
    by_source = _by_source(claims)
    found: dict[Path, bytes] = {}
    names: list[str] = []
    for path, source in named.items():
        whole = _whole(source, texts=texts)
        if whole.text is not None:
            name = text_name(source)
            names.append(name)
            _add(found, text_path(path.parent, name), _text_bytes(whole, whole.text))
        data = {"schema": SCHEMA, "source": source_data(whole), "claim": by_source[source.id]}
        is_toml = path.suffix.lower() == ".toml"
        text = toml_document(data) if is_toml else json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        _refuse_nul(text, data)
        _add(found, path, sealed(utf8(text), path.suffix.lower(), len(data["claim"])))
    _refuse_one_name(found)
    for name in names:
        refuse_name(name)
    return found


def _refuse_nul(text: str, data: Any) -> None:
    """Refuse a coding with NUL in one of its texts, which no load would take."""
    if NUL_WRITTEN in text:  # it may be the letters of a quote as well
        for each in _words(data):
            content(each)


def _words(data: Any) -> Iterator[str]:
    """Give every text in plain data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, (Mapping, list, tuple)):
        for each in data.values() if isinstance(data, Mapping) else data:
            yield from _words(each)


def _whole(source: Source, *, texts: bool) -> Source:
    """Return a source with its text, hash and length if texts are to be written, else without its text."""
    if texts and source.text is not None:
        return source.attached(source.text)
    return attrs.evolve(source, text=None)


def _add(found: dict[Path, bytes], path: Path, raw: bytes) -> None:
    if found.setdefault(path, raw) != raw:
        raise _one_name(path)


def _one_name(path: Path) -> InvalidValueError:
    return InvalidValueError("duplicate-file", "two files would have one name", str(path), "rename a text")


def _refuse_one_name(contents: Mapping[Path, bytes]) -> None:
    """Refuse two files that one system or another takes for one, and a file in a folder that is a file too."""
    known: dict[str, Path] = {}
    for path in contents:
        first = known.setdefault(folded(str(path)), path)
        if contents[first] != contents[path]:
            raise _one_name(path)
    for path in contents:
        if any(folded(str(folder)) in known for folder in path.parents):
            raise _one_name(path)


def _text_bytes(source: Source, text: str) -> bytes:
    """
    Return a text as it was collected: the hash tells whether a byte order mark stood before it.

    Raises:
        InvalidValueError: It would be taken for one in another encoding (``text-control``).
    """
    content(text[:FIRST_LETTERS])
    plain = utf8(text)
    marked = BYTE_ORDER_MARK + plain
    has_mark = source.sha256 == digests(marked)[0] or plain.startswith(BYTE_ORDER_MARK)
    return marked if has_mark else plain


def _json_lines(claims: Claims, *, texts: bool) -> Iterator[str]:
    by_source = _by_source(claims)
    for source in claims.sources:
        whole = _whole(source, texts=texts)
        yield _json_line({"schema": SCHEMA, "source": source_data(whole, inline=whole.text)})
        yield from (_json_line({"claim": claim}) for claim in by_source[source.id])


def _json_line(data: Mapping[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False) + "\n"
    _refuse_nul(text, data)
    return text


def _by_source(claims: Claims) -> Mapping[str, list[dict[str, Any]]]:
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in claims:
        found[claim.source].append(claim_data(claim))
    return found


def source_data(source: Source, *, inline: str | None = None) -> dict[str, Any]:
    """
    Return a source as the table ``[source]`` of a coding.

    Args:
        source: The source.
        inline: Its text, where that is to stand in the table itself.

    Example:
        >>> source_data(Source(id="sitrep", file="sitrep.txt"))
        {'id': 'sitrep', 'text': 'sitrep.txt'}
    """
    same = {
        name: getattr(source, name) for name in known_keys(CodedSource) if name not in ("text", "content")
    }
    content = None if inline is None else Content(inline)
    return unstructure(CodedSource(text=source.file, content=content, **same))


def claim_data(claim: Claim) -> dict[str, Any]:
    """
    Return a claim as one table ``[[claim]]`` of a coding.

    Example:
        >>> from osintkp.records.meeting import Meeting
        >>> claim = Claim(id="a/m", source="a", record=Meeting(place="Sochi"), spans=(Span(quote="met"),))
        >>> claim_data(claim)
        {'id': 'm', 'quote': 'met', 'meeting': {'place': 'Sochi'}}
    """
    spans = [_span(span) for span in claim.spans]
    quotes = spans[0] if len(spans) == 1 else {"spans": tuple(CodedSpan(**span) for span in spans)}
    same = {name: getattr(claim, name) for name in SAME}
    own = claim.id.partition("/")[2]
    coded = CodedClaim(
        id=own, links=claim.links, suppress=claim.suppress, **same, **quotes, **_chain(claim.attribution)
    )
    return unstructure(coded) | {claim.kind: unstructure(claim.record)}


def _span(span: Span) -> dict[str, Any]:
    place = None if span.start is None or span.end is None else (span.start, span.end)
    return {"quote": span.quote, "span": place, "prefix": span.prefix, "suffix": span.suffix}


def _chain(chain: tuple[Link, ...]) -> dict[str, Any]:
    """Return the short form where it says all, else the chain link by link."""
    if not chain:
        return {}
    first, *rest = chain
    short = [
        Link(actor=first.actor, role=first.role, verb=first.verb),
        *(Link(actor=link.actor) for link in rest),
    ]
    if list(chain) != short:
        return {"attribution": chain}
    via = tuple(link.actor for link in rest)
    return {"speaker": first.actor, "role": first.role, "verb": first.verb, "via": via}
