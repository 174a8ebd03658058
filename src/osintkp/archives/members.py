"""Packed archives member by member: what one damaged member takes away is itself, not what follows."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

PIECE = 64 * 1024
GZIP = b"\x1f\x8b\x08"


class Member(io.RawIOBase):
    """
    One member of a packed file as a stream that can be read once.

    Args:
        stream: The packed file, at the start of the member.

    Attributes:
        end: Where the next member begins, once this one was read to its end; None before.
    """

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self.end: int | None = None

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # the one of the buffers that are given
        """
        Fill a buffer with what is unpacked next.

        Raises:
            EOFError: The file breaks off.
            zlib.error: It does not unpack.
        """
        got = b""
        while not got and not self._unpack.eof:
            packed = self._unpack.unconsumed_tail or self._stream.read(PIECE)
            if not packed:
                raise EOFError("the file breaks off")
            got = self._unpack.decompress(packed, len(buffer))
        if self._unpack.eof and self.end is None:
            self.end = self._stream.tell() - len(self._unpack.unused_data)
        buffer[: len(got)] = got
        return len(got)


def next_start(stream: BinaryIO, after: int, mark: bytes) -> int | None:
    r"""
    Return the first place from one on where a mark stands; None where there is none.

    Example:
        >>> next_start(io.BytesIO(b"WARC/1.0 a\r\nWARC/1.0 b"), 1, b"WARC/")
        12
    """
    stream.seek(after)
    rest, place = b"", after
    while piece := stream.read(PIECE):
        whole = rest + piece
        found = whole.find(mark)
        if found >= 0:
            return place - len(rest) + found
        rest = whole[1 - len(mark) :]
        place += len(piece)
    return None
