"""The reader from end to end: a text in, drafted claims out."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.evidence import Source
from osintkp.pausing import collection_paused
from osintkp.reading.finding import Found
from osintkp.vocabulary.scales import Part

if TYPE_CHECKING:
    from osintkp.reading.pages.structure import Structure

HALF = "\ufffd"
PARTS = {part.value: part for part in Part}


def read(
    text: str,
    published: When | date | str | None = None,
    id: str = "draft",  # noqa: A002  the name that a source has everywhere
    *,
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    address: str | None = None,
    language: str | None = None,
    file: str | None = None,
) -> Claims:
    """
    Return a text as a source with the claims that the reader drafts from it.

    Nothing is raised for what a text says. A letter that no file can hold, half a character or NUL, is
    replaced by U+FFFD, one for one, so that every place stays where it was.

    Args:
        text: The text, as collected.
        published: When it was published; dates told by it ("on Monday") are reckoned from it. None leaves them open.
        id: The id that its source gets; that of each claim begins with it.
        title: As printed.
        publisher: Who put it out.
        author: Who wrote it.
        address: Where it was collected from.
        language: BCP 47 tag.
        file: Name of the file that holds it, beside the coding.

    Raises:
        InvalidValueError: The id is none (``bad-id``).
        DateError: ``published`` is no date.

    Example:
        >>> claims = read("Chad received 40 trucks from France in June 2023.", id="wire")
        >>> [str(claim.amount) for claim in claims]
        ['40 truck']
    """
    when = None if published is None else When.of(published)
    bare = Source(
        id=id, title=title, publisher=publisher, author=author, published=when, address=address, language=language,
        file=file,
    )  # fmt: skip
    with collection_paused():
        return drafted(bare.attached(whole(text)))


def whole(text: str) -> str:
    r"""
    Return a text as a file can hold it, exactly as long.

    Example:
        >>> whole("a\ud83d\x00b")
        'a\ufffd\ufffdb'
    """
    plain = text.replace("\x00", HALF)
    try:
        plain.encode()
    except UnicodeEncodeError:
        return "".join(HALF if "\ud800" <= letter <= "\udfff" else letter for letter in plain)
    return plain


def drafted(source: Source) -> Claims:
    """
    Return a source that has its text, with the claims that the reader drafts from it.

    Args:
        source: The source; without a text it gives no claims.
    """
    from osintkp.reading.drafts.confidence import graded
    from osintkp.reading.drafts.drafting import drafts
    from osintkp.reading.frames.finder import events
    from osintkp.reading.voices.finder import heard

    found = Found(source.text or "", source.published)
    told = events(found.tokens, found.structure, found.mentions)
    told, said = heard(told, found.tokens, found.structure, found.mentions)
    told, said = graded(told, said)
    return Claims(
        drafts(source, told, said, [part_at(found.structure, each.start) for each in told]), [source]
    )


def part_at(structure: Structure, place: int) -> Part:
    """Return the part of the text that a place lies in; what is no heading, lede or caption is body."""
    blocks = structure.blocks
    number = bisect_right(blocks, place, key=attrgetter("start")) - 1
    part = blocks[number].part if number >= 0 else Part.BODY
    return PARTS.get(part, Part.BODY)
