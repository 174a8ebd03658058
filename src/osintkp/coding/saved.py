"""Reading what was saved: each file as its manifest says, be it in its place yet or not."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from osintkp.coding.faults import problem_of
from osintkp.coding.files import CODINGS, READ_ALL, coding_files, read_bytes
from osintkp.coding.manifest import MANIFEST, Manifest, fits, folders_of, manifest_of
from osintkp.coding.seal import advice, opened
from osintkp.errors import InvalidValueError, OsintkpError
from osintkp.file_access import FileAccess, FilePlace
from osintkp.generations import locked, waiting
from osintkp.paths import is_folder, is_there
from osintkp.problems import Problem, errors_in

Stamp = tuple[int, int, int] | None


class Saved:
    """
    The folders of one load, with their manifests as they were when it first came to them.

    A save that takes place meanwhile may show in what was read: :meth:`mixed` tells, and then all is to be read again.

    Args:
        access: What files may be read, and how much of them.
    """

    def __init__(self, access: FileAccess = READ_ALL) -> None:
        self._access = access
        self._manifests: dict[Path, Manifest | None] = {}
        self._stamps: dict[Path, Stamp] = {}
        self._loose: set[Path] = set()

    def files(self, path: Path, problems: list[Problem]) -> list[FilePlace]:
        """Return every coding at a path, those that a manifest names included; one that is not there gives a problem."""
        found = list(coding_files(path, problems, self._access))
        if not is_folder(path):
            return found
        placed = set(found)
        for folder in folders_of(FilePlace(root=path), found):
            found += self._unplaced(folder, placed, problems)
        return sorted(found, key=lambda file: file.path)

    def _unplaced(
        self, place: FilePlace, placed: set[FilePlace], problems: list[Problem]
    ) -> Iterator[FilePlace]:
        folder = place.path
        try:
            manifest = self._manifest(place) or Manifest()
        except InvalidValueError as error:
            problems.append(problem_of(((), error), folder / MANIFEST))
            return
        for name, digest in manifest.files.items():
            path, held = folder / name, waiting(folder, name, digest)
            if is_there(held):
                problems[:] = [each for each in problems if each.file != str(held)]
                problems.append(problem_of(((), _unfinished()), path))
            elif not os.path.lexists(path):
                problems.append(problem_of(((), _gone()), path))
                continue
            if path.suffix.lower() in CODINGS and (file := place.below(name)) not in placed:
                yield file

    def read(self, file: FilePlace) -> bytes:
        """
        Return the bytes of a coding: those that its manifest names, or what stands there where it is in none.

        Raises:
            InvalidValueError: It cannot be read, or it is of another time than the rest of its folder (``file-changed``).
        """
        path = file.path
        self._stamp(path)
        manifest = None
        with suppress(InvalidValueError):  # told of once, by files()
            manifest = self._manifest(file.folder)
        digest = None if manifest is None else manifest.files.get(path.name)
        for place in self._places(file, digest):
            with suppress(InvalidValueError):
                raw = read_bytes(place, self._access)
                if digest is not None and fits(raw, digest):
                    return raw
        self._loose.add(path.parent / MANIFEST)
        raw, form = read_bytes(file, self._access), path.suffix.lower()
        if digest is not None and opened(raw, form)[1] is not None:
            what = "the file is sealed, but not the one that was saved with the others here"
            raise InvalidValueError("file-changed", what, None, advice(form))
        return raw

    def _places(self, file: FilePlace, digest: str | None) -> tuple[FilePlace, ...]:
        """Return where to look for a file of a hash: a save may be putting it into its place just now."""
        if digest is None:
            return ()
        held = file.folder.below(waiting(file.path.parent, file.path.name, digest).name)
        return file, held, file

    def _manifest(self, place: FilePlace) -> Manifest | None:
        folder = place.path
        if folder not in self._manifests:
            self._stamp(folder / MANIFEST)
            self._manifests[folder] = None
            self._manifests[folder] = manifest_of(place)
        return self._manifests[folder]

    def _stamp(self, path: Path) -> None:
        self._stamps.setdefault(path, _stamp(path))

    def mixed(self, problems: Iterable[Problem]) -> bool:
        """Tell whether what was read may be of two times: what no manifest vouches for, or was refused, while files changed."""
        watched = self._stamps if errors_in(problems) else self._loose
        return any(path in self._stamps and self._stamps[path] != _stamp(path) for path in watched)

    @contextmanager
    def still(self) -> Iterator[None]:
        """Keep savers from all folders that have a manifest, as far as that can be done."""
        with ExitStack() as held:
            for folder in sorted(self._manifests):
                with suppress(OsintkpError):
                    held.enter_context(locked(folder))
            yield


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _gone() -> InvalidValueError:
    fix = f"get it back; or, if you took it out yourself, run `python -m osintkp seal` on its folder, or delete {MANIFEST}"
    return InvalidValueError("file-missing", "the file was saved here, and is missing", None, fix)


def _unfinished() -> InvalidValueError:
    what = "a save was cut off before it gave this file its name; what it wrote is read"
    return InvalidValueError(
        "file-leftover", what, None, "save again, or run `python -m osintkp seal` on its folder"
    )


def restless() -> InvalidValueError:
    """Return the error for codings that were written while they were read, so that they may be of two times."""
    fix = "do it again when nobody saves to them"
    return InvalidValueError("file-changing", "the codings were changed while they were read", None, fix)
