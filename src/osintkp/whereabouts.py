"""Why two figures of one thing need not be equal: each is of a place of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from osintkp.claim import Claim
from osintkp.difference import PLACES, Difference, Facets, exceeds
from osintkp.records import Record
from osintkp.vocabulary.scales import Verdict

ONE, WITHIN, AROUND, APART, UNKNOWN = "one", "within", "around", "apart", "unknown"
Places = tuple[str | None, ...]


def of_other_places(one: Facets, other: Facets) -> Difference | None:
    """Return the difference that the places of two figures make; None where they are one, or explain nothing."""
    for _, mine, theirs in worded_apart(one.claim, other.claim, PLACES):
        how = place_relation(mine, theirs)
        if how == ONE or (how == WITHIN and exceeds(one, other)) or (how == AROUND and exceeds(other, one)):
            continue
        return Difference(
            Verdict.DIFFERENT_SCOPE, partial(_two, one, other, mine, theirs), apart=how == APART
        )
    return None


def surely_elsewhere(one: Places, other: Places) -> bool:
    """
    Tell whether figures of some places are never held against those of others, by what :func:`places_of` gives of each.

    Example:
        >>> (
        ...     surely_elsewhere(("Goma",), ("Bukavu",)),
        ...     surely_elsewhere(("Goma",), ("North Kivu",)),
        ...     surely_elsewhere(("Goma",), (None,)),
        ... )
        (True, False, False)
    """
    return any(
        mine is not None and theirs is not None and place_relation(mine, theirs) in (APART, UNKNOWN)
        for mine, theirs in zip(one, other, strict=True)
    )


def places_of(record: Record) -> Places:
    """
    Return the words of a record for each of ``PLACES``; None where it has none.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> places_of(Loss(place="Goma"))
        ('Goma', None, None, None)
    """
    words = (getattr(record, field, None) for field in PLACES)
    return tuple([word if isinstance(word, str) else None for word in words])


@lru_cache(maxsize=65536)
def place_relation(mine: str, theirs: str) -> str:
    """
    Return how a place in words lies to another: unknown where the table of places does not tell.

    Example:
        >>> (
        ...     place_relation("Goma", "goma"),
        ...     place_relation("Goma", "North Kivu"),
        ...     place_relation("Goma", "Bukavu"),
        ...     place_relation("Goma", "Nowhere"),
        ... )
        ('one', 'within', 'apart', 'unknown')
    """
    from osintkp.vocabulary import places

    if mine.casefold() == theirs.casefold():
        return ONE
    here, there = _place(mine), _place(theirs)
    if here is None or there is None:
        return UNKNOWN
    if here == there:
        return ONE
    if places.within(here, there):
        return WITHIN
    return AROUND if places.within(there, here) else APART


@lru_cache(maxsize=65536)
def _place(words: str) -> str | None:
    from osintkp.vocabulary import places

    return places.resolve(words).place


def worded_apart(one: Claim, other: Claim, fields: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Give the fields in which two records have words that differ, with the words of each."""
    for field in fields:
        mine, theirs = getattr(one.record, field, None), getattr(other.record, field, None)
        if mine is not theirs and mine != theirs and isinstance(mine, str) and isinstance(theirs, str):
            yield field, mine, theirs


def _two(one: Facets, other: Facets, mine: str, theirs: str) -> str:
    return f"{one.id} is about {mine}, {other.id} about {theirs}"
