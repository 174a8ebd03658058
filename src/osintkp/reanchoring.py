"""
Reanchoring: the words of claims found again in an article that has changed, with a log of every move.

No quote is ever altered, and none is found by likeness: it stands in the new text letter by letter (or but for spacing, dashes
and quote marks, which its status then says), or it is missing. Where it stands several times the words around it decide, as for a
``TextQuoteSelector`` of the Web Annotation model; where they do not, its place stays open.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

import attrs

from osintkp.claims import Claims
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source, Span
from osintkp.vocabulary.scales import SpanStatus

AROUND = 32
ENOUGH = 12
MOST_PLACES = 1000
TOLD = 10
HEAD = ("claim", "quote", "old", "new", "how")
Place = tuple[int, int]


class How(StrEnum):
    """How the new place of a quote was found, or why it has none."""

    UNCHANGED = "unchanged"
    ONLY_PLACE = "only place"
    WORDS_AROUND = "words around"
    ORDER = "order"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"


@attrs.frozen(kw_only=True)
class Move:
    """
    What became of one quote.

    Attributes:
        claim: Whole id of the claim.
        quote: Its words.
        old: Where it stood, in code points; None where that was not known.
        new: Where it stands; None where it is ``missing`` or ``ambiguous``, and the span has no place then.
        how: ``unchanged``, the ``only place`` where it stands, by the ``words around`` it, by its ``order`` among as many places
            as before, ``missing``, or ``ambiguous``.
        places: Where it could be, if it is ambiguous: the first ten places at most.
    """

    claim: str
    quote: str
    old: Place | None = None
    new: Place | None = None
    how: How
    places: tuple[Place, ...] = ()


@attrs.frozen(kw_only=True)
class Reanchored:
    """
    The log of a reanchoring.

    Attributes:
        source: Id of the source whose text changed.
        before: The sha256 of the text until now; None where nobody knew it.
        after: The sha256 of the new text.
        on: When it was done, as the caller says; None where nobody does.
        moves: Each :class:`Move`, in the order of the claims.

    Example:
        >>> from osintkp import read
        >>> corpus = read("Chad received 40 trucks from France.", id="wire")
        >>> corpus, log = corpus.reanchor("wire", "Update. Chad received 40 trucks from France.")
        >>> log.moves[0].old, log.moves[0].new, log.moves[0].how.value
        ((0, 35), (8, 43), 'only place')
    """

    source: str
    before: str | None
    after: str
    on: str | None = None
    moves: tuple[Move, ...]

    @property
    def open(self) -> tuple[Move, ...]:
        """Return the quotes that have no place in the new text, for a person to look at."""
        return tuple(move for move in self.moves if move.new is None)

    def summary(self) -> str:
        """Return it in a line: both hashes, and how many quotes were found in which way."""
        counts = Counter(move.how for move in self.moves)
        told = ", ".join(f"{counts[how]} {how}" for how in How if counts[how]) or "no quotes"
        day = "" if self.on is None else f" on {self.on}"
        return f"reanchored{day} from sha256 {self.before or 'unknown'} to {self.after}: {told}"

    def to_json(self) -> str:
        """Return it as a JSON document, with every old and new place."""
        return json.dumps(attrs.asdict(self), indent=1)

    def __str__(self) -> str:
        from osintkp.columns import text_table

        table = f"\n{text_table(HEAD, self._rows())}" if self.moves else ""
        return f"{self.source}: {self.summary()}{table}"

    def _repr_html_(self) -> str:
        from osintkp.cards import listing

        return listing(f"{self.source}: {self.summary()}", HEAD, self._rows())

    def _rows(self) -> list[tuple[Any, ...]]:
        return [(move.claim, move.quote, move.old, move.new, move.how) for move in self.moves]


def reanchored(
    claims: Claims, source: str, text: str, on: date | str | None = None
) -> tuple[Claims, Reanchored]:
    """
    Return claims with their quotes at the places that they have in a new text of a source, and the log of it.

    The source gets the new text, its hash and its length, and the summary of the log is added to its notes.

    Args:
        claims: The claims.
        source: The id of the source whose text has changed.
        text: The new text.
        on: The day on which it is done, for the log.

    Raises:
        UnknownIdError: There is no such source.
        InvalidValueError: The text is empty (``article-blank``) or holds half a character (``text-surrogate``).
    """
    old = claims.sources[source]
    if not text.strip():
        raise InvalidValueError(
            "article-blank", "the new text has no words", source, "give the text of the article"
        )
    new = attrs.evolve(old, text=None, sha256=None, length=None).attached(text)
    moves: list[Move] = []
    made = {}
    for claim in claims:
        if claim.source == source and claim.spans:
            spans = []
            for span in claim.spans:
                move, found = _moved(claim.id, span, old.text, text)
                moves.append(move)
                spans.append(found)
            made[claim.id] = attrs.evolve(claim, spans=tuple(spans))
    log = Reanchored(
        source=source,
        before=old.sha256,
        after=str(new.sha256),
        on=None if on is None else str(on),
        moves=tuple(moves),
    )
    noted = attrs.evolve(new, notes="\n".join(filter(None, (old.notes, log.summary()))))
    sources: list[Source] = [noted if each.id == source else each for each in claims.sources]
    return Claims([made.get(claim.id, claim) for claim in claims], sources), log


def _moved(claim: str, span: Span, old: str | None, new: str) -> tuple[Move, Span]:
    was = None if span.start is None or span.end is None else (span.start, span.end)
    free = attrs.evolve(span, start=None, end=None, status=None)
    places = free.places(new)
    if not places and (span.prefix or span.suffix):
        free = attrs.evolve(free, prefix=None, suffix=None)  # what stood beside it has changed
        places = free.places(new)
    place, how = _chosen(places, was, old, new)
    several = () if place is not None else tuple(places[:TOLD])
    move = Move(claim=claim, quote=span.quote, old=was, new=place, how=how, places=several)
    if place is None:
        return move, attrs.evolve(span, start=None, end=None, status=SpanStatus.MISSING)
    return move, attrs.evolve(free, start=place[0], end=place[1]).located(new)


def _chosen(places: list[Place], was: Place | None, old: str | None, new: str) -> tuple[Place | None, How]:
    """Return the place of a quote in a new text, and how it was found."""
    if not places:
        return None, How.MISSING
    if len(places) == 1:
        return places[0], How.UNCHANGED if places[0] == was else How.ONLY_PLACE
    if old is None and was in places:
        return was, How.UNCHANGED
    if was is None or old is None or len(places) > MOST_PLACES:
        return None, How.AMBIGUOUS
    alike = sorted(((_alike(was, old, place, new), place) for place in places), reverse=True)
    if alike[0][0] >= ENOUGH and alike[0][0] > alike[1][0]:
        return alike[0][1], How.UNCHANGED if alike[0][1] == was else How.WORDS_AROUND
    before = Span(quote=old[slice(*was)]).places(old)
    if len(before) == len(places) and was in before:
        place = places[before.index(was)]
        return place, How.UNCHANGED if place == was else How.ORDER
    return None, How.AMBIGUOUS


def _alike(was: Place, old: str, place: Place, new: str) -> int:
    """Return how many letters before and after a quote are the same in two texts."""
    before = zip(
        reversed(old[max(0, was[0] - AROUND) : was[0]]),
        reversed(new[max(0, place[0] - AROUND) : place[0]]),
        strict=False,
    )
    after = zip(old[was[1] : was[1] + AROUND], new[place[1] : place[1] + AROUND], strict=False)
    return _same(before) + _same(after)


def _same(pairs: Iterator[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count
