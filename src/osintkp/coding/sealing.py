"""Sealing codings that a person has changed, or written: their bytes as they stand are what a load will hold them to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path

from osintkp.coding.documents import documents
from osintkp.coding.faults import StructureError, missing_key, problem_of
from osintkp.coding.files import READ_ALL, coding_files, read_bytes
from osintkp.coding.making import made_source
from osintkp.coding.manifest import MANIFEST, Manifest, changing, fits, folders_of, lies_in, write_saved
from osintkp.coding.seal import sealed, without
from osintkp.coding.texts import text_name
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source
from osintkp.file_access import FileAccess, FilePlace
from osintkp.paths import is_folder, is_there, path_of
from osintkp.problems import CodingError, Problem, errors_in
from osintkp.typed import guarded
from osintkp.writing import write_whole


@guarded
def seal(path: str | os.PathLike[str]) -> tuple[Path, ...]:
    r"""
    Seal a coding, or all codings in a folder with a manifest of them and their texts; return those that were changed.

    Args:
        path: A coding file, or a folder.

    Raises:
        CodingError: A file is no coding that can be read; nothing in its folder is changed.
        InvalidValueError: Another process saves to the folder all the time (``folder-busy``), or no system has a file of
            this name (``path-bad``).
        WritingError: A file could not be written; it says whether the new content is in place.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     _ = Path(folder, "wire.toml").write_text('schema = "osintkp/1"\n[source]\nid = "wire"\n')
        ...     [path.name for path in seal(folder)], [path.name for path in seal(folder)]
        (['wire.toml'], [])
    """
    named, problems = path_of(path), list[Problem]()
    files = list(coding_files(named, problems))
    _refuse(problems)
    if not is_folder(named):
        return _file(FilePlace(root=named))
    folders = folders_of(FilePlace(root=named), files)
    return tuple(each for folder in folders for each in _folder(folder.path))


def _file(place: FilePlace) -> tuple[Path, ...]:
    """Seal one coding; a manifest that lies beside it is kept true."""
    path = place.path
    if not is_there(path.parent / MANIFEST):
        new, changed = _new(place)
        if changed:
            write_whole({path: new})
        return (path,) if changed else ()
    with changing(path.parent) as manifest:
        new, changed = _new(place)
        digest = manifest.files.get(path.name)
        if digest is not None and (changed or not fits(new, digest)):
            write_saved(path.parent, {path.name: new}, manifest)
        elif changed:
            write_whole({path: new})
    return (path,) if changed else ()


def _new(place: FilePlace) -> tuple[bytes, bool]:
    """Return the bytes of a coding with a seal that fits them, and whether they are others than it has."""
    new = resealed(place)
    return new, new != read_bytes(place)


def _folder(folder: Path) -> Iterator[Path]:
    """Seal the codings that lie in a folder itself."""
    with changing(folder, mend=True) as before:
        files = [file for file in coding_files(folder, []) if file.path.parent == folder]
        new = {file.path.name: resealed(file) for file in files}
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


def resealed(place: FilePlace) -> bytes:
    """
    Return the bytes of a coding with a seal that fits them.

    Raises:
        CodingError: It cannot be read.
    """
    form, problems = place.path.suffix.lower(), list[Problem]()
    try:
        plain = without(read_bytes(place), form)
    except InvalidValueError as error:
        raise CodingError([problem_of(((), error), place.path)]) from None
    every = list(documents(place, problems, lambda _: None, read=lambda _: plain))
    problems += [
        problem_of(((), missing_key("source")), place.path) for each in every if "source" not in each.head
    ]
    count = sum(len(each.claims) for each in every)
    _refuse(problems)
    return sealed(plain, form, count)


def sources_of(place: FilePlace, access: FileAccess = READ_ALL) -> list[Source]:
    """Return the sources of a coding, as far as they can be read, be its seal sound or not."""
    found = []
    for document in documents(place, [], lambda _: None, access, read=partial(_unsealed, access=access)):
        with suppress(StructureError):
            found.append(made_source(document.head, access.limits)[0])
    return found


def _unsealed(place: FilePlace, access: FileAccess) -> bytes:
    return without(read_bytes(place, access), place.path.suffix.lower())


def text_names(source: Source) -> tuple[str, ...]:
    """Return the name of the file with the text of a source, beside its coding; none where it stands in the coding itself."""
    return () if source.text is not None else (text_name(source),)


def _refuse(problems: Iterable[Problem]) -> None:
    if errors := errors_in(problems):
        raise CodingError(errors)


def _raw(folder: Path, name: str) -> bytes:
    return read_bytes(FilePlace(root=folder).below(name))


def _hash(folder: Path, name: str) -> str:
    try:
        return sha256(_raw(folder, name)).hexdigest()
    except InvalidValueError as error:
        raise InvalidValueError(error.code, error.what, str(folder / name), error.fix) from None
