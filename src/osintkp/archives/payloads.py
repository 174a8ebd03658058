"""What an answer from the web carries, unpacked within a limit."""

from __future__ import annotations

import zlib
from typing import Any

from osintkp.archives.articles import damaged
from osintkp.archives.members import GZIP
from osintkp.coding.files import too_large
from osintkp.errors import InvalidValueError
from osintkp.extras import extra
from osintkp.resource_limits import DEFAULT, ResourceLimits

PLAIN = ("", "identity")
PACKED = ("gzip", "x-gzip", "deflate")


def payload(record: Any, limits: ResourceLimits = DEFAULT) -> bytes:
    """
    Return what a record of a WARC archive carries, in one piece and unpacked.

    Raises:
        InvalidValueError: It is too large (``article-size``), does not unpack (``archive-damaged``), or is packed in
            another way than by gzip or deflate (``archive-packing``).
        EOFError: The record breaks off.
    """
    stream = record.raw_stream
    if _said(record, "Transfer-Encoding") == "chunked":
        stream = extra("warcio.bufferedreaders", "warc", "a WARC archive").ChunkedDataReader(stream)
    content = stream.read(limits.article_bytes + 1)
    if len(content) > limits.article_bytes:
        raise too_large(limits)
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError("the record is cut off")
    packing = _said(record, "Content-Encoding")
    if packing in PLAIN:
        return bytes(content)
    if packing in PACKED:
        return _unpacked(content, packing, limits)
    fix = "collect it anew without asking for that, or unpack it first"
    raise InvalidValueError(
        "archive-packing", "the page is packed in a way that is not known here", packing, fix
    )


def _said(record: Any, name: str) -> str:
    headers = record.http_headers
    return "" if headers is None else (headers.get_header(name) or "").strip().lower()


def _unpacked(content: bytes, packing: str, limits: ResourceLimits) -> bytes:
    """Return bytes unpacked; what the collector had unpacked already, and only says otherwise, as it is."""
    if packing != "deflate" and not content.startswith(GZIP):
        return content
    bare = (
        packing == "deflate" and content[:1] != b"\x78"
    )  # as some servers send it, without the head that belongs there
    unpack = zlib.decompressobj(-zlib.MAX_WBITS if bare else 32 + zlib.MAX_WBITS)
    try:
        found = unpack.decompress(content, limits.article_bytes + 1)
    except zlib.error:
        if packing == "deflate":
            return content
        raise damaged("the page does not unpack") from None
    if len(found) > limits.article_bytes:
        raise too_large(limits)
    if not unpack.eof:
        raise damaged("the page is cut off")
    return found
