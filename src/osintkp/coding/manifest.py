"""
The manifest of a folder: every file that was saved to it, with its sha256, in the form that ``sha256sum -c`` reads.

It is the pointer of a generation (:mod:`osintkp.generations`): a save takes place when its manifest does. Files that a person
adds to the folder stand in no manifest, and are read as they are.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path

import attrs

from osintkp.coding.files import HASHES, decoded, read_bytes, walked
from osintkp.coding.seal import opened, sealed
from osintkp.errors import InvalidValueError
from osintkp.evidence import utf8
from osintkp.file_access import FilePlace
from osintkp.generations import locked, settle, write_generation

MANIFEST = f"osintkp{HASHES}"
ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}


@attrs.frozen(kw_only=True)
class Manifest:
    """
    What was saved to a folder.

    Attributes:
        files: The sha256 of each file by its name in the folder, with ``/``.
    """

    files: Mapping[str, str] = attrs.field(factory=dict)

    def there(self, folder: Path) -> Manifest:
        """Return it with the files alone that are in their folder."""
        return Manifest(
            files={name: digest for name, digest in self.files.items() if os.path.lexists(folder / name)}
        )

    def raw(self) -> bytes:
        r"""
        Return it as it stands in its file.

        Example:
            >>> print(Manifest(files={"s1.toml": "0" * 64}).raw().decode().splitlines()[1][-10:])
            0  s1.toml
        """
        lines = (_line(name, digest) for name, digest in sorted(self.files.items()))
        return sealed(utf8("".join(lines)), HASHES, len(self.files))


def _line(name: str, digest: str) -> str:
    escaped = "".join(ESCAPES.get(letter, letter) for letter in name)
    return f"{'' if escaped == name else chr(92)}{digest}  {escaped}\n"


def manifest_of(folder: Path | FilePlace) -> Manifest | None:
    """
    Return the manifest of a folder; None where it has none.

    Raises:
        InvalidValueError: It is not as it was written (``file-changed``, ``file-incomplete``), or cannot be read.
    """
    place = (folder if isinstance(folder, FilePlace) else FilePlace(root=folder)).below(MANIFEST)
    if not os.path.lexists(place.path):
        return None
    body, seal = opened(read_bytes(place), HASHES)
    lines = decoded(body, "file-changed").replace("\r\n", "\n").split("\n")
    if seal is None or lines[0] or lines[-1]:
        raise _damaged()
    found = dict(_parsed(line) for line in lines[1:-1])
    if len(found) != seal.count or len(lines) - 2 != seal.count:
        raise _damaged()
    return Manifest(files=found)


def folders_of(root: FilePlace, codings: Iterable[FilePlace]) -> list[FilePlace]:
    """Return a folder, those in it where its codings lie, and those with a manifest, even where no coding is left."""
    saved = (entry.place.folder for entry in walked(root, []) if entry.name == MANIFEST)
    return list(dict.fromkeys((root, *(coding.folder for coding in codings), *saved)))


def _parsed(line: str) -> tuple[str, str]:
    match = _shape().fullmatch(line)
    if match is None:
        raise _damaged()
    escaped, digest, name = match.groups()
    if escaped:
        name = re.sub(r"\\(.)", lambda found: {"n": "\n", "r": "\r"}.get(found[1], found[1]), name)
    parts = name.split("/")
    if not {"", ".", ".."}.isdisjoint(parts) or "\0" in name:
        raise _damaged()
    return name, digest


@cache
def _shape() -> re.Pattern[str]:
    return re.compile(r"(\\?)([0-9a-f]{64})  ([^\n]{1,4000})")


def _damaged() -> InvalidValueError:
    fix = "get an undamaged copy; or, if you changed it yourself, run `python -m osintkp seal` on its folder"
    return InvalidValueError("file-changed", "the manifest is not as it was written", MANIFEST, fix)


def fits(raw: bytes, digest: str) -> bool:
    """Tell whether bytes have a hash, be it with each line end as LF."""
    return digest in (sha256(raw).hexdigest(), sha256(raw.replace(b"\r\n", b"\n")).hexdigest())


@contextmanager
def changing(folder: Path, *, mend: bool = False) -> Iterator[Manifest]:
    """
    Let nobody else save to a folder, finish what a save that was cut off began there, and give its manifest.

    Args:
        folder: Where.
        mend: Whether a damaged manifest is as good as none.

    Raises:
        InvalidValueError: The manifest is damaged, or another process saves all the time (``folder-busy``).
        WritingError: The folder cannot be written.
    """
    with locked(folder):
        manifest = _before(folder, mend=mend)
        settle(folder, {name: digest for name, digest in manifest.files.items() if lies_in(folder, name)})
        yield manifest


def _before(folder: Path, *, mend: bool) -> Manifest:
    try:
        return manifest_of(folder) or Manifest()
    except InvalidValueError as error:
        if mend and error.code in ("file-changed", "file-incomplete"):
            return Manifest()
        raise


def write_saved(folder: Path, files: Mapping[str, bytes], before: Manifest) -> None:
    """
    Write files to a folder, all at once, with a manifest of them, while it is :func:`changing`.

    Args:
        folder: Where.
        files: What is to stand in them, by their names in it.
        before: The manifest until now; what it names stays in it.

    Raises:
        WritingError: A file could not be written; it says whether the new content is in place.
    """
    digests = {**before.files} | {name: sha256(raw).hexdigest() for name, raw in files.items()}
    write_generation(folder / MANIFEST, Manifest(files=digests).raw(), files)


def lies_in(folder: Path, name: str) -> bool:
    """Tell whether a name leads to a place in a folder, links and all."""
    try:
        return (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # no system has such a name, or a link leads to itself
        return False
