"""Sealing codings that a person has changed, or written: their bytes as they stand are what a load will hold them to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from osintkp.coding.documents import documents
from osintkp.coding.faults import StructureError, missing_key, problem_of
from osintkp.coding.files import coding_files, read_bytes
from osintkp.coding.making import made_source
from osintkp.coding.manifest import MANIFEST, Manifest, changing, lies_in, write_saved
from osintkp.coding.seal import sealed, without
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source
from osintkp.file_access import FilePlace
from osintkp.paths import is_folder, is_there
from osintkp.problems import CodingError, Problem
from osintkp.vocabulary.scales import Severity
from osintkp.writing import write_whole


def seal(path: Path) -> tuple[Path, ...]:
    """
    Seal a coding, or all codings in a folder with a manifest of them and their texts; return those that were changed.

    Args:
        path: A coding file, or a folder.

    Raises:
        CodingError: A file is no coding that can be read; nothing in its folder is changed.
        InvalidValueError: Another process saves to the folder all the time (``folder-busy``).
        WritingError: A file could not be written.
    """
    problems: list[Problem] = []
    files = [file.path for file in coding_files(path, problems)]
    _refuse(problems)
    if not is_folder(path):
        return _file(path)
    folders = dict.fromkeys((path, *(file.parent for file in files)))
    return tuple(each for folder in folders for each in _folder(folder))


def _file(path: Path) -> tuple[Path, ...]:
    new = resealed(path)
    if not is_there(path.parent / MANIFEST):
        if new == read_bytes(FilePlace(root=path)):
            return ()
        write_whole({path: new})
        return (path,)
    with changing(path.parent) as manifest:
        if path.name in manifest.files:
            write_saved(path.parent, {path.name: new}, manifest)
        else:
            write_whole({path: new})
    return (path,)


def _folder(folder: Path) -> Iterator[Path]:
    """Seal the codings that lie in a folder itself."""
    with changing(folder, mend=True) as before:
        files = [file.path for file in coding_files(folder, []) if file.path.parent == folder]
        new = {file.name: resealed(file) for file in files}
        texts = {name for file in files for source in sources_of(file) for name in text_names(source)}
        others = sorted((texts | set(before.files)) - set(new))
        there = {
            name: _hash(folder, name)
            for name in others
            if lies_in(folder, name) and os.path.lexists(folder / name)
        }
        changed = {name: raw for name, raw in new.items() if raw != _raw(folder, name)}
        kept = {name: sha256(raw).hexdigest() for name, raw in new.items() if name not in changed}
        if files or before.files:
            write_saved(folder, changed, Manifest(files=there | kept))
    yield from (folder / name for name in changed)


def resealed(path: Path) -> bytes:
    """
    Return the bytes of a coding with a seal that fits them.

    Raises:
        CodingError: It cannot be read.
    """
    form, problems = path.suffix.lower(), list[Problem]()
    try:
        plain = without(read_bytes(FilePlace(root=path)), form)
    except InvalidValueError as error:
        raise CodingError([problem_of(((), error), path)]) from None
    every = list(documents(FilePlace(root=path), problems, lambda _: None, read=lambda _: plain))
    problems += [problem_of(((), missing_key("source")), path) for each in every if "source" not in each.head]
    count = sum(len(each.claims) for each in every)
    _refuse(problems)
    return sealed(plain, form, count)


def sources_of(path: Path) -> list[Source]:
    """Return the sources of a coding, as far as they can be read."""
    found = []
    for document in documents(FilePlace(root=path), [], lambda _: None, read=_unsealed):
        with suppress(StructureError):
            found.append(made_source(document.head)[0])
    return found


def _unsealed(place: FilePlace) -> bytes:
    return without(read_bytes(place), place.path.suffix.lower())


def text_names(source: Source) -> tuple[str, ...]:
    """Return the name of the file with the text of a source, beside its coding; none where it stands in the coding itself."""
    return () if source.text is not None else (source.file or f"{source.id}.txt",)


def _refuse(problems: Iterable[Problem]) -> None:
    errors = [each for each in problems if each.severity is Severity.ERROR]
    if errors:
        raise CodingError(errors)


def _raw(folder: Path, name: str) -> bytes:
    return read_bytes(FilePlace(root=folder, parts=tuple(name.split("/"))))


def _hash(folder: Path, name: str) -> str:
    try:
        return sha256(_raw(folder, name)).hexdigest()
    except InvalidValueError as error:
        raise InvalidValueError(error.code, error.what, str(folder / name), error.fix) from None
