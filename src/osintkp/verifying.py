"""Verifying: whether what was saved is as it was saved, file by file and with hashes, as a chain of custody needs it."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from hashlib import sha256
from itertools import chain
from os import PathLike
from pathlib import Path

import attrs

from osintkp.coding.files import CODINGS, coding_files, read_article, read_bytes
from osintkp.coding.manifest import MANIFEST, Manifest, fits, folders_of, manifest_of
from osintkp.coding.seal import hashes, opened
from osintkp.coding.sealing import sources_of, text_names
from osintkp.coding.texts import digests, parts_of
from osintkp.errors import InvalidValueError
from osintkp.file_access import FileAccess, FilePlace, digest_of
from osintkp.generations import waiting
from osintkp.paths import is_folder, path_of
from osintkp.problems import CodingError, Problem
from osintkp.resource_limits import DEFAULT, ResourceLimits
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
        state: ``intact``, ``changed`` since it was saved or not readable, ``missing``, ``added`` by somebody since the folder
            was saved, or ``unsealed``: nothing says what it was.
        saved: The sha256 that it was saved with; None where nothing says so.
        found: The sha256 that it has; None where it is not there or cannot be read.
        by: What says so: ``manifest``, ``seal`` (both hashes are of the lines below it), ``source`` or ``store``; None where
            nothing does.
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
        table = f"\n{text_table(head, self._rows(), width=72)}" if self.files else ""
        return f"{self._summary()}{table}"

    def _summary(self) -> str:
        counts = Counter(each.state for each in self.files)
        told = ", ".join(f"{counts[state]:,} {state}" for state in FileState if counts[state])
        return f"{len(self.files):,} {'file' if len(self.files) == 1 else 'files'}{': ' * bool(told)}{told}"

    def _rows(self) -> list[tuple[str | None, ...]]:
        return [(each.name, each.state, each.saved, each.found, each.by, each.note) for each in self.files]

    def _repr_html_(self) -> str:
        from osintkp.cards import listing

        head = ("file", "state", "when saved", "found", "said by", "note")
        return listing(self._summary(), head, self._rows())


@guarded
def verify(path: str | PathLike[str], *, limits: ResourceLimits = DEFAULT) -> Verification:
    """
    Return how each file of what was saved stands to what it was: a coding, a folder of codings with texts, or a store.

    A file is held to the manifest of its folder; a coding that stands in none to its own seal, a text to the sha256 of its
    source. Line ends of codings may be others, as git makes them. Links are followed as far as they stay in the folder.
    Nothing is written, and nothing is raised for what is damaged.

    Args:
        path: A ``.toml``, ``.json`` or ``.jsonl`` file, a folder, or a store.
        limits: How much of a coding is read to find its seal and its texts; give those that it is loaded with.

    Raises:
        CodingError: There is no such folder, or the file is no coding.
        InvalidValueError: No system has a file of this name (``path-bad``).

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
    access = FileAccess(limits=limits, follow_links="inside")
    if is_folder(root):
        found = _store(root, access) if is_store(root) else _tree(root, access)
    else:
        problems: list[Problem] = []
        files = list(coding_files(root, problems))
        if not files:
            raise CodingError(problems)
        found = _codings(files[0].folder, files, access)
    return Verification(files=tuple(sorted(found, key=lambda each: each.name)))


def _tree(root: Path, access: FileAccess) -> Iterator[VerifiedFile]:
    beside: defaultdict[FilePlace, list[FilePlace]] = defaultdict(list)
    for file in coding_files(root, []):
        beside[file.folder].append(file)
    for folder in folders_of(FilePlace(root=root), chain(*beside.values())):
        before = "".join(f"{part}/" for part in folder.parts)
        yield from (
            attrs.evolve(each, name=f"{before}{each.name}")
            for each in _codings(folder, beside[folder], access, whole=True)
        )


def _codings(
    folder: FilePlace, files: list[FilePlace], access: FileAccess, *, whole: bool = False
) -> Iterator[VerifiedFile]:
    """Verify codings of one folder with their texts, and what else its manifest names where the whole folder is meant."""
    manifest, itself = _manifest(folder, access)
    if itself is not None and (whole or itself.state is not FileState.INTACT):
        yield itself
    listed = {} if manifest is None else manifest.files
    yield from (
        _by_seal(file, access, alone=manifest is None) for file in files if file.path.name not in listed
    )
    texts = _texts(files, access)
    meant = {*texts, *(file.path.name for file in files)}
    for name, digest in listed.items():
        if whole or name in meant:
            yield _by_manifest(folder, name, digest, access)
    for name, source in texts.items():
        place = folder.below(name)
        if name not in listed and source is not None and os.path.lexists(place.path):
            yield _by_source(name, place, source, access)


def _manifest(folder: FilePlace, access: FileAccess) -> tuple[Manifest | None, VerifiedFile | None]:
    """Return the manifest of a folder, None where there is none that is sound, and how its file stands."""
    found = _hash(folder.below(MANIFEST), access)
    try:
        manifest = manifest_of(folder)
    except InvalidValueError as error:
        return None, VerifiedFile(name=MANIFEST, state=FileState.CHANGED, found=found, note=error.what)
    if manifest is None:
        return None, None
    return manifest, VerifiedFile(name=MANIFEST, state=FileState.INTACT, saved=found, found=found, by="seal")


def _texts(files: list[FilePlace], access: FileAccess) -> dict[str, str | None]:
    """Return the sha256 that the sources of some codings tell of their texts, by the names of these beside them."""
    found: dict[str, str | None] = {}
    for file in files:
        for source in sources_of(file, access):
            for name in text_names(source):
                with suppress(InvalidValueError):  # a load says what is wrong with such a name
                    parts_of(name, access.limits)
                    found[name] = source.sha256
    return found


def _by_manifest(folder: FilePlace, name: str, digest: str, access: FileAccess) -> VerifiedFile:
    place = folder.below(name)
    found = _held_to(digest, "manifest", name, place, access)
    if found.state is FileState.INTACT:
        return found
    if place.path.suffix.lower() in CODINGS:
        with suppress(InvalidValueError):
            if fits(read_bytes(place, access), digest):
                return attrs.evolve(found, state=FileState.INTACT, note="its line ends are others")
    if _hash(folder.below(waiting(folder.path, name, digest).name), access) == digest:
        told = "a save was cut off before it got its name"
        return attrs.evolve(found, state=FileState.INTACT, found=digest, note=told)
    return found


def _by_seal(place: FilePlace, access: FileAccess, *, alone: bool) -> VerifiedFile:
    """Verify a coding that stands in no manifest, as there is none, or as it was added since."""
    name, form = place.path.name, place.path.suffix.lower()
    try:
        raw = read_bytes(place, access)
    except InvalidValueError as error:
        return VerifiedFile(name=name, state=_unread(error), note=error.what)
    try:
        _, seal = opened(raw, form)
    except InvalidValueError as error:
        saved, below = hashes(raw, form)
        return VerifiedFile(
            name=name, state=FileState.CHANGED, saved=saved, found=below, by="seal", note=error.what
        )
    if seal is None:
        state = FileState.UNSEALED if alone else FileState.ADDED
        return VerifiedFile(name=name, state=state, found=sha256(raw).hexdigest())
    state = FileState.INTACT if alone else FileState.ADDED
    return VerifiedFile(name=name, state=state, saved=seal.sha256, found=seal.sha256, by="seal")


def _by_source(name: str, place: FilePlace, digest: str, access: FileAccess) -> VerifiedFile:
    found = _held_to(digest, "source", name, place, access)
    if found.state is FileState.CHANGED and found.found is not None:
        with suppress(InvalidValueError):
            if digest in digests(read_article(place, access)):
                return attrs.evolve(found, state=FileState.INTACT, found=digest)
    return found


def _store(root: Path, access: FileAccess) -> Iterator[VerifiedFile]:
    from osintkp.store.layout import MANIFEST as NAME
    from osintkp.store.layout import manifest_of as store_manifest

    folder = FilePlace(root=root)
    whole = _hash(folder.below(NAME), access)
    try:
        files = store_manifest(root).files
    except InvalidValueError as error:
        yield VerifiedFile(name=NAME, state=FileState.CHANGED, found=whole, note=error.what)
        return
    yield VerifiedFile(name=NAME, state=FileState.INTACT, saved=whole, found=whole, by="seal")
    for each in files:
        yield _held_to(each.sha256, "store", each.name, folder.below(each.name), access)
    known = {NAME, *(each.name for each in files)}
    for path in root.rglob("*"):
        name = path.relative_to(root).as_posix()
        if name not in known and (path.is_symlink() or not is_folder(path)):
            yield VerifiedFile(name=name, state=FileState.ADDED, found=_hash(folder.below(name), access))


def _held_to(digest: str, by: str, name: str, place: FilePlace, access: FileAccess) -> VerifiedFile:
    """Return how a file stands to the sha256 that something says of it."""
    try:
        found = digest_of(place, access)
    except InvalidValueError as error:
        state = _unread(error)
        note = None if state is FileState.MISSING else error.what
        return VerifiedFile(name=name, state=state, saved=digest, by=by, note=note)
    state = FileState.INTACT if found == digest else FileState.CHANGED
    return VerifiedFile(name=name, state=state, saved=digest, found=found, by=by)


def _unread(error: InvalidValueError) -> FileState:
    return FileState.MISSING if error.code in ("file-missing", "path-bad") else FileState.CHANGED


def _hash(place: FilePlace, access: FileAccess) -> str | None:
    try:
        return digest_of(place, access)
    except InvalidValueError:
        return None
