"""Objects on demand: claims and sources of a store by their numbers and ids, with what they lead to."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import islice

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.evidence import Source
from osintkp.store.decoding import Decoder, source_of
from osintkp.store.shelf import Shelf

AT_ONCE = 20_000
CLAIM = "number, source, coded, met"
Numbered = dict[int, Claim]


def claims_numbered(shelf: Shelf, numbers: Iterable[int], decoder: Decoder) -> Iterator[tuple[int, Claim]]:
    """Give the claims of some numbers, in no order."""
    query = f"SELECT {CLAIM} FROM claims WHERE number IN (SELECT value FROM wanted)"  # noqa: S608  no text from outside
    remaining = iter(numbers)
    while some := list(islice(remaining, 10 * AT_ONCE)):
        for number, *row in shelf.rows(query, wanted={"wanted": some}):
            yield number, decoder.claim(*row)


def numbers_of(shelf: Shelf, ids: Iterable[str]) -> dict[str, int]:
    """Return the numbers of claims by their ids; those that are not there are left out."""
    query = "SELECT id, number FROM claims WHERE id IN (SELECT value FROM wanted)"
    return dict(shelf.rows(query, wanted={"wanted": ids}))


def linked_from(shelf: Shelf, numbers: Iterable[int]) -> set[int]:
    """
    Return the numbers of the claims that some claims lead to by links of any kind, through however many.

    Args:
        shelf: The store.
        numbers: Of the claims; those that are not reached from others are not among what is returned.
    """
    query = """
        SELECT DISTINCT target FROM links
        WHERE target IS NOT NULL AND number IN (SELECT value FROM wanted)
    """
    seen = set(numbers)
    reached = set[int]()
    todo = seen
    while todo:
        found = {target for (target,) in shelf.rows(query, wanted={"wanted": todo})}
        reached |= found
        todo = found - seen
        seen |= todo
    return reached


def sources_of(shelf: Shelf, ids: Iterable[str], *, further: bool = True) -> list[Source]:
    """
    Return the sources of some ids, in order; an id that the store lacks is left out.

    Args:
        shelf: The store.
        ids: Of the sources.
        further: Whether those come too that they rewrite, through however many.
    """
    query = """
        SELECT number, id, derived_from, coded, text FROM sources
        WHERE id IN (SELECT value FROM wanted)
    """
    found: dict[int, Source] = {}
    seen = set(ids)
    todo = seen
    while todo:
        rewritten = set[str]()
        for number, _, derived_from, coded, text in shelf.rows(query, wanted={"wanted": todo}):
            found[number] = source_of(coded, text)
            if derived_from is not None:
                rewritten.add(derived_from)
        todo = rewritten - seen if further else set()
        seen |= todo
    return [found[number] for number in sorted(found)]


def claims_of(
    shelf: Shelf, numbers: Iterable[int], known: Numbered | None = None, *, without: Container[str] = (),
    lineage: Claims | None = None, also: Iterable[str] = (),
) -> Claims:  # fmt: skip
    """
    Return the claims of some numbers and all that they lead to by links, in order, with their sources.

    Args:
        shelf: The store.
        numbers: Of the claims.
        known: Claims that have been made already; the very same are taken.
        without: Ids of sources that are left out with their claims.
        lineage: Of the claims; None for these themselves.
        also: Ids of sources that come too, if they are there.
    """
    return numbered_of(shelf, numbers, known, without=without, lineage=lineage, also=also)[1]


def numbered_of(
    shelf: Shelf, numbers: Iterable[int], known: Numbered | None = None, *, without: Container[str] = (),
    lineage: Claims | None = None, also: Iterable[str] = (),
) -> tuple[Numbered, Claims]:  # fmt: skip
    """Return what :func:`claims_of` returns, after the same claims by their numbers."""
    wanted = set(numbers)
    wanted |= linked_from(shelf, wanted)
    found = {number: claim for number, claim in (known or {}).items() if number in wanted}
    found.update(claims_numbered(shelf, wanted - found.keys(), Decoder()))
    claims = [found[number] for number in sorted(found) if found[number].source not in without]
    sources = sources_of(shelf, {*(claim.source for claim in claims), *also})
    return found, Claims(claims, (source for source in sources if source.id not in without), lineage)
