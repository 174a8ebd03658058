"""
The seal: the first line of a saved coding, which counts and hashes all that follows it.

A coding of which a part is missing is often a sound coding of something else: cut in a number, 350 becomes 35. So what
``corpus.save`` writes says at its head how much follows and with which sha256; a coding that a person writes need not. Line ends
are no part of it: an editor, or git on Windows, may turn each LF into CRLF, which changes nothing that a coding says.
"""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256

import attrs

from osintkp.errors import InvalidValueError
from osintkp.evidence import BYTE_ORDER_MARK, utf8

LINES = {
    ".toml": "# osintkp sealed: claims {count}, bytes {size}, sha256 {digest}",
    ".jsonl": '{{"sealed": {{"claims": {count}, "bytes": {size}, "sha256": "{digest}"}}}}',
    ".json": '{{"sealed": {{"claims": {count}, "bytes": {size}, "sha256": "{digest}"}},',
    ".sha256": "# osintkp sealed: files {count}, bytes {size}, sha256 {digest}",
}
LONGEST_LINE = 200
BEGINNING = re.compile(rb'#[ \t]{0,3}osintkp sealed|\s{0,9}\{\s{0,9}"sealed"')


@attrs.frozen(kw_only=True)
class Seal:
    """
    What a seal says of all that follows it.

    Attributes:
        count: How many claims, or files.
        size: How many bytes, with each line end as LF.
        sha256: Of these bytes.
    """

    count: int
    size: int
    sha256: str

    @classmethod
    def of(cls, body: bytes, count: int) -> Seal:
        """
        Return the seal for some bytes.

        Example:
            >>> Seal.of(b"", 0).sha256[:8]
            'e3b0c442'
        """
        plain = body.replace(b"\r\n", b"\n")
        return cls(count=count, size=len(plain), sha256=sha256(plain).hexdigest())

    def line(self, form: str) -> bytes:
        """Return it as the first line of a file of a form, named by its ending."""
        return LINES[form].format(count=self.count, size=self.size, digest=self.sha256).encode() + b"\n"


def sealed(plain: bytes, form: str, count: int) -> bytes:
    r"""
    Return the bytes of a coding that has no seal with one before them.

    Args:
        plain: The coding.
        form: ``.toml``, ``.json``, ``.jsonl``, or ``.sha256`` for a manifest.
        count: How many claims are in it, or files.

    Example:
        >>> print(sealed(b'schema = "osintkp/1"\n', ".toml", 0).decode()[:36])
        # osintkp sealed: claims 0, bytes 21
    """
    body = plain.removeprefix(BYTE_ORDER_MARK)
    if form == ".json":
        body = body.lstrip().removeprefix(b"{").removeprefix(b"\n")
    return Seal.of(body, count).line(form) + body


def opened(raw: bytes, form: str) -> tuple[bytes, Seal | None]:
    r"""
    Return the bytes of a coding without its seal, and the seal; every line keeps its number.

    A coding without a seal is given as it is, with None.

    Args:
        raw: What stands in the file.
        form: Its ending.

    Raises:
        InvalidValueError: It is shorter than its seal says (``file-incomplete``), or not what was sealed (``file-changed``).

    Example:
        >>> opened(sealed(b'schema = "osintkp/1"\n', ".toml", 0), ".toml")[0]
        b'\nschema = "osintkp/1"\n'
    """
    plain = raw.removeprefix(BYTE_ORDER_MARK)
    if not BEGINNING.match(plain):
        return raw, None
    seal, end, body = _parted(plain, form)
    fix = advice(form)
    if seal is None and not end:
        raise InvalidValueError(
            "file-incomplete", "the file is cut off in its first line, the seal", None, fix
        )
    if seal is None:
        raise InvalidValueError("file-changed", "the seal in its first line is damaged", None, fix)
    found = Seal.of(body, seal.count)
    if found.size < seal.size:
        what = f"the file is cut off: its seal tells of {seal.size:,} bytes, and here are"
        raise InvalidValueError("file-incomplete", what, found.size, fix)
    if found != seal:
        what = f"the file is not as it was sealed, with the sha256 {seal.sha256}"
        raise InvalidValueError("file-changed", what, found.sha256, fix)
    return (b"{\n" if form == ".json" else b"\n") + body, seal


def hashes(raw: bytes, form: str) -> tuple[str | None, str]:
    r"""
    Return the sha256 that the seal of a coding tells, None where it is damaged, and the one of what follows it.

    Example:
        >>> told, found = hashes(sealed(b'schema = "osintkp/1"\n', ".toml", 0) + b"more", ".toml")
        >>> told[:8], found[:8]
        ('f28951ae', '24a4f1c9')
    """
    seal, _, body = _parted(raw.removeprefix(BYTE_ORDER_MARK), form)
    return None if seal is None else seal.sha256, Seal.of(body, 0).sha256


def _parted(plain: bytes, form: str) -> tuple[Seal | None, bytes, bytes]:
    """Return the seal in the first line, None where it is damaged, the end of that line, and what follows."""
    line, end, body = plain.partition(b"\n")
    return _seal(line.removesuffix(b"\r"), form), end, body


def without(raw: bytes, form: str) -> bytes:
    r"""
    Return the bytes of a coding without its seal, be that sound or not.

    Example:
        >>> without(b'# osintkp sealed: long ago\nschema = "osintkp/1"\n', ".toml")
        b'schema = "osintkp/1"\n'
    """
    plain = raw.removeprefix(BYTE_ORDER_MARK)
    if not BEGINNING.match(plain):
        return raw
    seal, _, body = _parted(plain, form)
    if form != ".json":
        return body
    return _rewritten(plain) if seal is None else b"{\n" + body


def _rewritten(raw: bytes) -> bytes:
    """Return JSON without the key of its seal, wherever an editor has set it; as it is where it cannot be read."""
    try:
        data = json.loads(raw)
        del data["sealed"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return raw
    return utf8(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _seal(line: bytes, form: str) -> Seal | None:
    match = _pattern(form).fullmatch(line) if len(line) <= LONGEST_LINE else None
    if match is None:
        return None
    count, size, digest = (part.decode() for part in match.groups())
    return Seal(count=int(count), size=int(size), sha256=digest)


@cache
def _pattern(form: str) -> re.Pattern[bytes]:
    words = re.escape(LINES[form].format(count="@count", size="@size", digest="@digest"))
    number = "(0|[1-9][0-9]{0,14})"
    words = words.replace("@count", number).replace("@size", number).replace("@digest", "([0-9a-f]{64})")
    return re.compile(words.encode())


def advice(form: str) -> str:
    """Return what is to be done about a coding that is not as it was sealed."""
    out = 'take the key "sealed" out' if form == ".json" else "delete its first line"
    return (
        f"get an undamaged copy; or, if you changed it yourself, run `python -m osintkp seal` on it, or {out}"
    )


def miscounted(seal: Seal, found: int) -> InvalidValueError:
    """Return the error for a coding that has another number of claims than its seal says."""
    what = f"the seal of the file tells of {seal.count:,} claims, and here are"
    return InvalidValueError("file-changed", what, found, "get an undamaged copy")
