"""Finding and reading the files of a coding: nothing but regular files, in UTF-8, within a limit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from osintkp.coding.faults import problem_of
from osintkp.errors import InvalidValueError
from osintkp.file_access import Entry, FileAccess, FilePlace, entries, link_fault, read_within
from osintkp.paths import is_folder, is_there
from osintkp.problems import Problem
from osintkp.resource_limits import DEFAULT, ResourceLimits
from osintkp.writing import TEMPORARY

CODINGS = (".toml", ".jsonl", ".json")
TEXTS = (".txt", ".md", ".html")
HASHES = ".sha256"
READ_ALL = FileAccess()
SAMPLE = 4096
UNUSED = frozenset(b"\x81\x8d\x8f\x90\x9d")  # no letters in Windows-1252


def coding_files(path: Path, problems: list[Problem], access: FileAccess = READ_ALL) -> Iterator[FilePlace]:
    """Give every coding file at a path; what cannot be read or is passed over in a folder is listed as a problem."""
    if is_folder(path):
        yield from _in_folder(FilePlace(root=path), problems, access)
    elif path.suffix.lower() in CODINGS:
        yield FilePlace(root=path)
    elif is_there(path):
        fix = "give a folder, or a file that ends in .toml, .jsonl or .json"
        fault = InvalidValueError("file-not-coding", "this is neither a folder nor a coding file", None, fix)
        problems.append(problem_of(((), fault), path))
    else:
        fix = "give the name of one that is there"
        fault = InvalidValueError("file-missing", "there is no such file", None, fix)
        problems.append(problem_of(((), fault), path))


def _in_folder(folder: FilePlace, problems: list[Problem], access: FileAccess) -> Iterator[FilePlace]:
    for entry in walked(folder, problems, access.limits):
        fault = _passed_over(entry, access)
        if fault is not None:
            problems.append(problem_of(((), fault), entry.place.path))
        elif _suffix(entry) in CODINGS and not is_hidden(entry):
            yield entry.place


def walked(folder: FilePlace, problems: list[Problem], limits: ResourceLimits = DEFAULT) -> Iterator[Entry]:
    """
    Give what lies in a folder and in the folders of it, in the order of the names.

    A folder is gone into and not given, but for a hidden one, which is given as it stands. One that cannot be listed, or lies
    too deep, is a problem.
    """
    try:
        found = listed(folder, limits)
    except InvalidValueError as error:
        problems.append(problem_of(((), error), folder.path))
        return
    for entry in found:
        if entry.kind == "folder" and not is_hidden(entry):
            yield from walked(entry.place, problems, limits)
        else:
            yield entry


def listed(folder: FilePlace, limits: ResourceLimits) -> list[Entry]:
    """
    Return what is in a folder, in order of the names.

    Raises:
        InvalidValueError: It lies too deep below the folder that was named (``nesting``), or as for
            :func:`osintkp.file_access.entries`.
    """
    if len(folder.parts) > limits.nesting:
        what, fix = "the folder lies too deep", limits.room("nesting", "levels")
        raise InvalidValueError("nesting", what, None, fix)
    return entries(folder)


def is_hidden(entry: Entry) -> bool:
    """Tell whether a name begins with a dot."""
    return entry.name.startswith(".")


def _suffix(entry: Entry) -> str:
    return Path(entry.name).suffix.lower()


def _passed_over(entry: Entry, access: FileAccess) -> InvalidValueError | None:
    """Return what has to be said of an entry that is not read; None for hidden files and texts, and for what is read."""
    if entry.name.startswith(TEMPORARY):
        what = "a save was cut off here, and left this"
        return InvalidValueError(
            "file-leftover", what, None, "delete it, and look whether the coding is whole"
        )
    if is_hidden(entry):
        return None
    is_coding = _suffix(entry) in CODINGS
    if is_coding and (fault := bad_name(entry)) is not None:
        return fault
    if entry.kind == "link" and (is_coding or is_folder(entry.place.path)):
        return linked(entry, access)
    if is_coding or _suffix(entry) in (*TEXTS, HASHES):
        return None
    fix = "codings end in .toml, .jsonl or .json"
    return InvalidValueError("file-unknown-type", "this is no coding file, and was not read", None, fix)


def linked(entry: Entry, access: FileAccess) -> InvalidValueError | None:
    """Return what has to be said of a link in a folder; None for one to a file that is followed."""
    if is_folder(entry.place.path):
        fix = "give the folder itself"
        return InvalidValueError("file-link", "a link to a folder is not followed", None, fix)
    fault = link_fault(entry.place)
    return None if access.follow_links and fault.code == "file-link" else fault


def bad_name(entry: Entry) -> InvalidValueError | None:
    """Return what is wrong with a file's name that cannot be printed or written; None where nothing is."""
    try:
        entry.name.encode()
    except UnicodeEncodeError:
        what, fix = "the name of the file is not UTF-8, and it was not read", "rename it"
        return InvalidValueError("file-name", what, None, fix)
    return None


def read_bytes(place: FilePlace, access: FileAccess = READ_ALL) -> bytes:
    """
    Return the bytes of a coding file within the limit.

    Raises:
        InvalidValueError: As for :func:`osintkp.file_access.read_within`.
    """
    return read_within(place, access, "coding_bytes")


def too_large(limits: ResourceLimits) -> InvalidValueError:
    """Return the error for an article of more bytes than are read."""
    return InvalidValueError("article-size", "the article is too large", None, limits.room("article_bytes"))


ARTICLE = (
    ("file-missing", "article-missing", "the text is not at hand"),
    ("file-not-regular", "article-not-file", "this is no regular file"),
    ("file-size", "article-size", "the article is too large"),
    ("file-link", "article-link", "a link is not followed"),
)


def read_article(place: FilePlace, access: FileAccess = READ_ALL) -> bytes:
    """
    Return the bytes of an article's file within the limit, as they were collected.

    Raises:
        InvalidValueError: ``article-missing``, ``article-not-file``, ``article-size`` or ``article-link``; the others as for
            :func:`osintkp.file_access.read_within`.
    """
    try:
        return read_within(place, access, "article_bytes")
    except InvalidValueError as error:
        for code, own, what in ARTICLE:
            if error.code == code:
                raise InvalidValueError(own, what, error.value, error.fix) from None
        raise


def decoded(raw: bytes, code: str = "file-encoding") -> str:
    r"""
    Return UTF-8 bytes as text, without a byte order mark; line ends stay as they are.

    Args:
        raw: The bytes.
        code: The code of the error.

    Raises:
        InvalidValueError: The bytes are not UTF-8; the first wrong byte and its place are named.

    Example:
        >>> decoded(b"\xef\xbb\xbfone\r\ntwo")
        'one\r\ntwo'
    """
    wide = _wide(raw)
    if wide is not None:
        raise InvalidValueError(code, f"the file is in {wide}", None, "save it as UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong = raw[error.start : error.start + 1]
        fix = f"save it as UTF-8{_likely(raw, error)}"
        raise InvalidValueError(code, f"byte {error.start} is not UTF-8", wrong, fix) from None


def _wide(raw: bytes) -> str | None:
    """Return the encoding of several bytes a letter that a file begins like; None where it does not."""
    if raw.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")) or b"\x00\x00" in raw[:4]:
        return "UTF-32"
    return "UTF-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw[:4] else None


def _likely(raw: bytes, error: UnicodeDecodeError) -> str:
    """Return what the bytes look like; nothing is decoded by it."""
    if error.end == len(raw) and error.reason == "unexpected end of data":
        return "; the file breaks off inside a letter"
    if raw[error.start] == 0xED and raw[error.start + 1 : error.start + 2] >= b"\xa0":
        return "; this is half a character, as CESU-8 writes it"
    high = sum(byte >= 0x80 for byte in raw[:SAMPLE])
    letters = sum(bytes((byte,)).isalpha() for byte in raw[:SAMPLE])
    if high > letters:
        return (
            "; it looks like an encoding of another alphabet than the Latin, such as Windows-1251 or EUC-KR"
        )
    return "; it looks like Windows-1252" if not UNUSED.intersection(raw) else ""
