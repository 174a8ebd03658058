"""What a claim rests on: the source, the very words in it, and the chain of people they came through."""

import re
from bisect import bisect_right
from typing import Protocol, TypeVar

import attrs

from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.typed import guarded, typed
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Reliability, SpanStatus

UNKNOWN = "unknown"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
LONGEST_ID = 100
BESIDE = 1_000  # letters of a prefix or a suffix that are held against a text: where all letters are alike, each costs
Shown_co = TypeVar("Shown_co", covariant=True)


class Shows(Protocol[Shown_co]):
    """What shows an article by the id of its source, as a corpus does."""

    def show(self, source: str, /) -> Shown_co:
        """Return the article."""


def legal_id(text: object) -> bool:
    """
    Tell whether a text can be the id of a source, or a claim's own id after the source's.

    Example:
        >>> legal_id("shells-152"), legal_id("../shells"), legal_id("-shells"), legal_id(152)
        (True, False, False, False)
    """
    return (
        isinstance(text, str)
        and 0 < len(text) <= LONGEST_ID
        and text[0].isalnum()
        and ID_LETTERS.issuperset(text)
    )


def bad_id(value: object) -> InvalidValueError:
    """Return the error for a text that cannot be an id."""
    what = f"an id is up to {LONGEST_ID} of a-z, A-Z, 0-9, '-', '_' and '.', a letter or digit first"
    return InvalidValueError("bad-id", what, value, "write it like 'shells-152'", field="id")


def _has_legal_id(_: "Source", __: object, value: str) -> None:
    if not legal_id(value):
        raise bad_id(value)


def _is_sha256(_: "Source", __: object, value: str | None) -> None:
    if value is not None and not (len(value) == 64 and set(value) <= set("0123456789abcdef")):
        fix = "write 64 digits of 0-9 and a-f, or leave it out"
        raise InvalidValueError("bad-hash", "this is no sha256", value, fix, field="sha256")


@typed
@attrs.frozen(kw_only=True)
class Source:
    """
    A document that claims were read from.

    Attributes:
        id: Short name inside a corpus, like ``s1``.
        title: As printed.
        publisher: Who put it out.
        author: Who wrote it.
        published: When; None when nobody says and nothing shows it.
        published_basis: Why that date, where it was inferred; None where the document states it.
        retrieved: When it was collected.
        address: Where it was collected from.
        language: BCP 47 tag of its text.
        reliability: Admiralty letter; ``F`` when it cannot be judged.
        sha256: Of the text's UTF-8 bytes as collected, in hexadecimal.
        length: Of the text, in code points, without a byte order mark.
        file: Name of the file that holds the text, beside the coding.
        derived_from: Id of the source that it rewrites.
        notes: Anything else, in the coder's words.
        text: The text, where it is at hand. It takes no part in ``==``: the hash stands for it.

    Raises:
        InvalidValueError: ``bad-id`` or ``bad-hash``.

    Example:
        >>> source = Source(id="sitrep", published=When.parse("2023-04-18"), reliability=Reliability.B)
        >>> source.attached("Port Sudan received 12 trucks.").length
        30
    """

    __repr__ = printed

    id: str = attrs.field(validator=_has_legal_id)
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: When | None = None
    published_basis: str | None = None
    retrieved: When | None = None
    address: str | None = None
    language: str | None = None
    reliability: Reliability = Reliability.F
    sha256: str | None = attrs.field(default=None, validator=_is_sha256)
    length: int | None = None
    file: str | None = None
    derived_from: str | None = None
    notes: str | None = None
    text: str | None = attrs.field(default=None, eq=False, repr=False)

    def _repr_html_(self) -> str:
        from osintkp.cards import card
        from osintkp.markup import linked

        rating = f"{self.reliability} · {self.reliability.wording}"
        length = None if self.length is None else f"{self.length:,} code points"
        address = None if self.address is None else linked(self.address, self.address)
        rows = [
            ("title", self.title), ("publisher", self.publisher), ("author", self.author), ("published", self.published),
            ("language", self.language), ("reliability", rating), ("address", address), ("rewrites", self.derived_from),
            ("text", "at hand" if self.text is not None else "not at hand"), ("length", length), ("notes", self.notes),
        ]  # fmt: skip
        return card(f"source {self.id}", rows)

    @guarded
    def show(self, corpus: Shows[Shown_co]) -> Shown_co:
        """
        Return the article as a corpus knows it: its quoted words marked, its claims and findings beside them.

        It is what ``corpus.show(source.id)`` returns, to look at, print or save.

        Args:
            corpus: The corpus whose claims and findings are shown.

        Raises:
            UnknownIdError: The source is not in the corpus.

        Example:
            >>> from osintkp import read
            >>> corpus = read("Chad received 40 trucks from France.", id="wire")
            >>> corpus.sources["wire"].show(corpus).claims[0].id
            'wire/shipment-1'
        """
        return corpus.show(self.id)

    @guarded
    def attached(self, text: str, *, marked: bool = False) -> "Source":
        """
        Return the source with its text, and the hash and length that the text has.

        A byte order mark at the start of the collected file may be counted in the hash; it is no part of the text.

        Args:
            text: The text.
            marked: Whether the file began with a byte order mark, which a hash that is not known yet then counts.

        Raises:
            InvalidValueError: The source has the hash or length of another text (``article-changed``), or the text
                holds half a character (``text-surrogate``).

        Example:
            >>> Source(id="sitrep", length=29).attached("Port Sudan received 12 trucks.")
            Traceback (most recent call last):
                ...
            osintkp.errors.InvalidValueError: this is not the text that 'sitrep' was coded from, which has the length 29: 30; attach the text as it was collected, or find the quotes in this one with corpus.reanchor
        """
        from hashlib import sha256

        plain = utf8(text)
        digest = sha256(BYTE_ORDER_MARK + plain if marked else plain).hexdigest()
        if self.sha256 not in (None, digest):
            other = sha256(plain if marked else BYTE_ORDER_MARK + plain).hexdigest()
            if self.sha256 != other:
                raise self._changed("sha256", self.sha256, digest)
        if self.length is not None and self.length != len(text):
            raise self._changed("length", self.length, len(text))
        return attrs.evolve(self, text=text, sha256=self.sha256 or digest, length=len(text))

    def _changed(self, name: str, coded: object, found: object) -> InvalidValueError:
        what = f"this is not the text that {self.id!r} was coded from, which has the {name} {coded}"
        fix = "attach the text as it was collected, or find the quotes in this one with corpus.reanchor"
        return InvalidValueError("article-changed", what, found, fix)


def utf8(text: str) -> bytes:
    r"""
    Return a text as UTF-8.

    Raises:
        InvalidValueError: It holds half a character (``text-surrogate``), as in ``"\ud83d"``.
    """
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        half = text[error.start : error.start + 1]
        fix = "write the whole character"
        raise InvalidValueError(
            "text-surrogate", f"letter {error.start} is half a character", half, fix
        ) from None


@typed
@attrs.frozen(kw_only=True, weakref_slot=False)
class Span:
    """
    The very words that a claim rests on, and where they stand.

    Attributes:
        quote: The words, letter by letter.
        start: First code point; None when the place is not known.
        end: One past the last code point; None when the place is not known.
        prefix: Words just before, where the quote stands more than once.
        suffix: Words just after.
        status: How the words were met in the text; None while no text is at hand. No part of ``==``.

    Raises:
        InvalidValueError: ``empty-quote`` or ``span-range``.

    Example:
        >>> span = Span(quote="12 trucks").located("Port Sudan received 12 trucks.")
        >>> span.start, span.end, str(span.status)
        (20, 29, 'verbatim')
    """

    __repr__ = printed

    quote: str
    start: int | None = None
    end: int | None = None
    prefix: str | None = None
    suffix: str | None = None
    status: SpanStatus | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if not self.quote.strip():
            raise InvalidValueError(
                "empty-quote", "a quote has no words", self.quote, "quote the words", field="quote"
            )
        start, end = self.start, self.end
        sound = start is end if start is None or end is None else 0 <= start < end
        if not sound:
            what = "a span goes from a start to a later end"
            fix = "write span = [start, end], counted in code points from 0, the end not included"
            raise InvalidValueError("span-range", what, [start, end], fix, field="span")

    @guarded
    def located(self, text: str) -> "Span":
        """
        Return the span as it was met in a text: verbatim, normalised (but for spacing, dashes and quote marks) or missing.

        A quote with a place is looked for there alone. Without a place it has to stand once in the text, or once
        between its prefix and suffix.

        Example:
            >>> str(Span(quote="the 'convoy'").located("All of the \u2018convoy\u2019 arrived.").status)
            'normalised'
        """
        start, end = self.start, self.end
        if start is None or end is None:
            places = self.places(text)
            if len(places) != 1:
                return attrs.evolve(self, status=SpanStatus.MISSING)
            start, end = places[0]
        return attrs.evolve(self, start=start, end=end, status=self._status_at(text, start, end))

    @guarded
    def places(self, text: str) -> list[tuple[int, int]]:
        """
        Return every place where the quote stands, letter by letter, between its prefix and its suffix.

        Where there is none, the places are those where it stands but for spacing, dashes and quote marks. Of a prefix and a
        suffix the thousand letters next to the quote are looked at.

        Example:
            >>> Span(quote="12 trucks", suffix=" of").places("12 trucks came, then 12 trucks of flour")
            [(21, 30)]
        """
        first, last = len(self.prefix or ""), len(text) - len(self.suffix or "")
        before, after = (self.prefix or "")[-BESIDE:], (self.suffix or "")[:BESIDE]
        found = _verbatim(self.quote, text) or _normalised(self.quote, text)
        return [
            (a, b) for a, b in found
            if first <= a and b <= last and text.startswith(before, a - len(before)) and text.startswith(after, b)
        ]  # fmt: skip

    def _status_at(self, text: str, start: int, end: int) -> SpanStatus:
        there = text[start:end]
        if there == self.quote:
            return SpanStatus.VERBATIM
        inside = end <= len(text)
        return SpanStatus.NORMALISED if inside and _words(there) == _words(self.quote) else SpanStatus.MISSING


def _verbatim(quote: str, text: str) -> list[tuple[int, int]]:
    found, start = [], text.find(quote)
    while start >= 0:
        found.append((start, start + len(quote)))
        start = text.find(quote, start + len(quote))
    return found


def _normalised(quote: str, text: str) -> list[tuple[int, int]]:
    """Find a quote in a text of which every stretch of white space is one space, and count back to the text itself."""
    starts, places, words = [], [], []
    length = 0
    for match in re.finditer(r"\S+", text.translate(_ALIKE)):
        starts.append(match.start())
        places.append(length)
        words.append(match.group())
        length += len(match.group()) + 1

    def there(place: int) -> int:
        word = bisect_right(places, place) - 1
        return starts[word] + place - places[word]

    found = _verbatim(" ".join(_words(quote)), " ".join(words))
    return [(there(start), there(end - 1) + 1) for start, end in found]


_ALIKE = {
    ord(letter): alike[0]
    for alike in ("'\u2018\u2019\u02bc", '"\u201c\u201d\u201e', "-\u2010\u2011\u2012\u2013\u2014")
    for letter in alike
}


def _words(text: str) -> list[str]:
    return text.translate(_ALIKE).split()


@typed
@attrs.frozen(kw_only=True, weakref_slot=False)
class Link:
    """
    One step of an attribution chain: who passed the words on.

    Attributes:
        actor: Id of the actor, or ``unknown`` for "it was reported": an origin that never counts as independent.
        role: The office or part in which the actor spoke, at that time.
        verb: The reporting verb as printed, like ``estimated``.
        medium: Through what: an interview, a briefing, satellite imagery.
        when: When the actor passed it on.
        basis: Where a coder knows of this step from, if not from the source itself; None when the source says so.

    Example:
        >>> Link(actor="us-department-of-state", verb="confirmed").basis is None
        True
    """

    __repr__ = printed

    actor: str
    role: str | None = None
    verb: str | None = None
    medium: str | None = None
    when: When | None = None
    basis: str | None = None

    @property
    def known(self) -> bool:
        """Whether the step names anybody."""
        return self.actor != UNKNOWN
