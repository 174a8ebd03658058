"""Verifying: whether what was saved is as it was saved, file by file and with hashes, as a chain of custody needs it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256
from os import PathLike
from pathlib import Path

import attrs

from osintkp.coding.files import CODINGS, coding_files, read_bytes
from osintkp.coding.manifest import MANIFEST, Manifest, fits, lies_in, manifest_of
from osintkp.coding.seal import Seal, opened
from osintkp.coding.sealing import sources_of, text_names
from osintkp.errors import InvalidValueError
from osintkp.evidence import BYTE_ORDER_MARK
from osintkp.file_access import FilePlace
from osintkp.generations import waiting
from osintkp.paths import is_folder, is_regular, is_there, path_of
from osintkp.problems import CodingError, Problem
from osintkp.typed import guarded, typed


class FileState(StrEnum):
    """How a file stands to what was saved."""

    INTACT = "intact"
    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    UNSEALED = "unsealed"


@attrs.frozen(kw_only=True)
class VerifiedFile:
    """
    A file, and how it stands to what was saved.

    Attributes:
        name: Its name in the folder that was verified, with ``/``.
        state: ``intact``, ``changed`` since it was saved, ``missing``, ``added`` by somebody since the folder was saved, or
            ``unsealed``: nothing says what it was.
        saved: The sha256 that it was saved with; None where nothing says so.
        found: The sha256 that it has; None where it is not there or cannot be read.
        by: What says so: ``manifest``, ``seal`` (of the lines below it), ``source`` or ``store``; None where nothing does.
        note: What else is to be said; None where nothing is.
    """

    name: str
    state: FileState
    saved: str | None = None
    found: str | None = None
    by: str | None = None
    note: str | None = None


@typed
@attrs.frozen(kw_only=True)
class Verification:
    """
    What came of verifying: every file in the order of the names.

    Attributes:
        files: Each :class:`VerifiedFile`.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from osintkp import load_seeds
        >>> with TemporaryDirectory() as folder:
        ...     load_seeds().save(folder)
        ...     found = verify(folder)
        >>> found.intact, found.files[1].name, found.files[1].state.value
        (True, 's0.toml', 'intact')
    """

    files: tuple[VerifiedFile, ...]

    @property
    def intact(self) -> bool:
        """Whether every file is as it was saved, and there is one at all."""
        return bool(self.files) and all(each.state is FileState.INTACT for each in self.files)

    def to_json(self) -> str:
        """Return it as a JSON document: ``intact``, and each file with its hashes."""
        import json

        return json.dumps(
            {"intact": self.intact, "files": [attrs.asdict(each) for each in self.files]}, indent=1
        )

    def __str__(self) -> str:
        from osintkp.columns import text_table

        head = ("file", "state", "sha256 when saved", "sha256 found", "said by", "note")
        rows = [(each.name, each.state, each.saved, each.found, each.by, each.note) for each in self.files]
        return f"{self._summary()}\n{text_table(head, rows, width=72)}" if rows else self._summary()

    def _summary(self) -> str:
        counts = Counter(each.state for each in self.files)
        told = ", ".join(f"{counts[state]:,} {state}" for state in FileState if counts[state])
        return f"{len(self.files):,} {'file' if len(self.files) == 1 else 'files'}{': ' * bool(told)}{told}"

    def _repr_html_(self) -> str:
        from osintkp.cards import listing

        rows = [(each.name, each.state, each.saved, each.found, each.by, each.note) for each in self.files]
        return listing(self._summary(), ("file", "state", "when saved", "found", "said by", "note"), rows)


@guarded
def verify(path: str | PathLike[str]) -> Verification:
    """
    Return how each file of what was saved stands to what it was: a coding, a folder of codings with texts, or a store.

    A file is held to the manifest of its folder; a coding that stands in none to its own seal, a text to the sha256 of its
    source. Line ends of codings may be others, as git makes them. Nothing is written, and nothing is raised for what is damaged.

    Args:
        path: A ``.toml``, ``.json`` or ``.jsonl`` file, a folder, or a store.

    Raises:
        CodingError: There is no such folder, or the file is no coding.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from osintkp import load_seeds
        >>> with TemporaryDirectory() as folder:
        ...     load_seeds().save(f"{folder}/seeds.jsonl")
        ...     print(str(verify(f"{folder}/seeds.jsonl")).splitlines()[0])
        1 file: 1 intact
    """
    from osintkp.store.layout import is_store

    root = path_of(path)
    if is_folder(root):
        found = _store(root) if is_store(root) else _tree(root)
    else:
        problems: list[Problem] = []
        if not list(coding_files(root, problems)):
            raise CodingError(problems)
        found = _folder(root.parent, [root])
    return Verification(files=tuple(sorted(found, key=lambda each: each.name)))


def _tree(root: Path) -> Iterator[VerifiedFile]:
    folders: dict[Path, list[Path]] = {root: []}
    for file in (place.path for place in coding_files(root, [])):
        folders.setdefault(file.parent, []).append(file)
    for folder, files in folders.items():
        before = "" if folder == root else f"{folder.relative_to(root).as_posix()}/"
        yield from (
            attrs.evolve(each, name=f"{before}{each.name}") for each in _folder(folder, files, whole=True)
        )


def _folder(folder: Path, files: list[Path], *, whole: bool = False) -> Iterator[VerifiedFile]:
    """Verify codings of one folder with their texts, and what else its manifest names where the whole folder is meant."""
    manifest = None
    try:
        manifest = manifest_of(folder)
    except InvalidValueError as error:
        yield VerifiedFile(
            name=MANIFEST, state=FileState.CHANGED, found=_hash(folder / MANIFEST), note=error.what
        )
    if manifest is not None and whole:
        yield VerifiedFile(
            name=MANIFEST,
            state=FileState.INTACT,
            saved=(found := _hash(folder / MANIFEST)),
            found=found,
            by="seal",
        )
    listed = {} if manifest is None else manifest.files
    for file in files:
        if file.name not in listed:
            yield _by_seal(file, manifest)
    texts = {
        name: source.sha256 for file in files for source in sources_of(file) for name in text_names(source)
    }
    names = (
        set(listed)
        if whole
        else {name for name in listed if name in {*texts, *(file.name for file in files)}}
    )
    yield from (_by_manifest(folder, name, listed[name]) for name in names)
    for name, digest in texts.items():
        if (
            name not in listed
            and digest is not None
            and lies_in(folder, name)
            and os.path.lexists(folder / name)
        ):
            yield _by_source(folder, name, digest)


def _by_manifest(folder: Path, name: str, digest: str) -> VerifiedFile:
    path, held = folder / name, waiting(folder, name, digest)
    if not lies_in(folder, name):
        out = "it is a link out of the folder, and was not read"
        return VerifiedFile(name=name, state=FileState.CHANGED, saved=digest, by="manifest", note=out)
    places: tuple[tuple[Path, str | None], ...] = (
        (path, None),
        (held, "a save was cut off before it got its name"),
    )
    for place, told in places:
        raw = _read(place)
        found = None if raw is None else sha256(raw).hexdigest()
        if raw is not None and (found == digest or (_is_coding(path) and fits(raw, digest))):
            note = told if found == digest else "its line ends are others"
            return VerifiedFile(
                name=name, state=FileState.INTACT, saved=digest, found=found, by="manifest", note=note
            )
    state = FileState.CHANGED if os.path.lexists(path) else FileState.MISSING
    return VerifiedFile(name=name, state=state, saved=digest, found=_hash(path), by="manifest")


def _by_seal(path: Path, manifest: Manifest | None) -> VerifiedFile:
    raw = _read(path)
    if raw is None:
        there = is_there(path)
        note = "it cannot be read" if there else "there is no such file"
        return VerifiedFile(
            name=path.name, state=FileState.CHANGED if there else FileState.MISSING, note=note
        )
    try:
        body, seal = opened(raw, path.suffix.lower())
    except InvalidValueError as error:
        return VerifiedFile(
            name=path.name, state=FileState.CHANGED, found=sha256(raw).hexdigest(), by="seal", note=error.what
        )
    state = FileState.INTACT if manifest is None else FileState.ADDED
    if seal is None:
        state = FileState.UNSEALED if manifest is None else FileState.ADDED
        return VerifiedFile(name=path.name, state=state, found=sha256(raw).hexdigest())
    below = Seal.of(body.partition(b"\n")[2], seal.count).sha256
    return VerifiedFile(name=path.name, state=state, saved=seal.sha256, found=below, by="seal")


def _by_source(folder: Path, name: str, digest: str) -> VerifiedFile:
    raw = _read(folder / name)
    hashes = (
        []
        if raw is None
        else [sha256(raw).hexdigest(), sha256(raw.removeprefix(BYTE_ORDER_MARK)).hexdigest()]
    )
    state = FileState.INTACT if digest in hashes else FileState.CHANGED
    return VerifiedFile(
        name=name,
        state=state,
        saved=digest,
        found=digest if digest in hashes else next(iter(hashes), None),
        by="source",
    )


def _store(folder: Path) -> Iterator[VerifiedFile]:
    from osintkp.store.layout import MANIFEST as NAME
    from osintkp.store.layout import hashed
    from osintkp.store.layout import manifest_of as store_manifest

    try:
        files = store_manifest(folder).files
    except InvalidValueError as error:
        yield VerifiedFile(name=NAME, state=FileState.CHANGED, found=_hash(folder / NAME), note=error.what)
        return
    whole = _hash(folder / NAME)
    yield VerifiedFile(name=NAME, state=FileState.INTACT, saved=whole, found=whole, by="seal")
    for each in files:
        path = folder / each.name
        found = hashed(path) if is_regular(path) and lies_in(folder, each.name) else None
        state = FileState.MISSING if found is None else FileState.CHANGED
        state = FileState.INTACT if found == each.sha256 else state
        yield VerifiedFile(name=each.name, state=state, saved=each.sha256, found=found, by="store")
    known = {NAME, *(each.name for each in files)}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if name not in known and not is_folder(path):
            yield VerifiedFile(name=name, state=FileState.ADDED, found=_hash(path))


def _is_coding(path: Path) -> bool:
    return path.suffix.lower() in CODINGS


def _read(path: Path) -> bytes | None:
    try:
        return read_bytes(FilePlace(root=path))
    except InvalidValueError:
        return None


def _hash(path: Path) -> str | None:
    raw = _read(path)
    return None if raw is None else sha256(raw).hexdigest()
