"""Choosing claims of a store: the columns let some through, and the selection in memory decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.evidence import Source
from osintkp.selecting import selection
from osintkp.store import around, fetching, prefilter
from osintkp.store.decoding import Decoder
from osintkp.store.shelf import Shelf


def selected(
    shelf: Shelf, conditions: Mapping[str, Any], more: Sequence[prefilter.Clause], gone: frozenset[str]
) -> dict[int, Claim]:
    """Return the claims that meet conditions by their numbers: those that the columns let through, each looked at."""
    decoder = Decoder()
    named = _named_sources(shelf, conditions, gone)
    shown = dict(fetching.claims_numbered(shelf, prefilter.witnesses(shelf, conditions), decoder))
    shown = {number: claim for number, claim in shown.items() if claim.source not in gone}
    selection(Claims(shown.values(), named), **conditions)
    clauses = [*prefilter.clauses(shelf, conditions), *more]
    where = " AND ".join(clause.text for clause in clauses) or "TRUE"
    query = f"SELECT number, source, coded, met FROM claims WHERE {where}"  # noqa: S608  the words are prefilter's own
    rows = shelf.rows(query, [value for clause in clauses for value in clause.values])
    kept: dict[int, Claim] = {}
    nothing = Claims((), named)  # what is its own lineage is freed by a collection of garbage alone
    while some := list(islice(rows, fetching.AT_ONCE)):
        made = {number: decoder.claim(*row) for number, *row in some}
        numbers = {claim.id: number for number, claim in made.items()}
        beyond = nothing
        if "origin" in conditions:
            beyond = fetching.claims_of(shelf, made, made, without=gone, lineage=nothing)
        for claim in selection(Claims([*shown.values(), *made.values()], named, beyond), **conditions):
            if claim.id in numbers:
                kept[numbers[claim.id]] = claim
    return kept


def _named_sources(shelf: Shelf, conditions: Mapping[str, Any], gone: frozenset[str]) -> list[Source]:
    """Return the sources that a condition names; all of them, bare, where one is not there and the nearest is to be told."""
    asked = conditions.get("source")
    names = {asked} if isinstance(asked, str) else set(asked or ())
    found = [source for source in fetching.sources_of(shelf, names, further=False) if source.id not in gone]
    if len(found) == len(names):
        return found
    every = shelf.rows("SELECT id FROM sources ORDER BY number")
    return [Source(id=name) for (name,) in every if name not in gone]


def lineage_of(shelf: Shelf, kept: Mapping[int, Claim], gone: frozenset[str]) -> Claims:
    """
    Return some claims with all by which their origins and circles are found: what they lead to, and what handed it on.

    Args:
        shelf: The store.
        kept: The claims by their numbers.
        gone: Ids of sources that are left out with their claims.
    """
    if not kept:
        return Claims()
    made = dict(kept)
    outlets = shelf.once(around.published)
    numbers = kept.keys() | around.handed_on(shelf, kept, outlets)
    made.update(fetching.claims_numbered(shelf, numbers - made.keys(), Decoder()))
    claims = fetching.claims_of(shelf, numbers, made, without=gone)
    numbers |= around.rewriting_each_other(shelf, {each.id: each.derived_from for each in claims.sources})
    more, sources = around.shown(shelf, claims, outlets, gone)
    return fetching.claims_of(shelf, numbers | more, made, without=gone, also=sources)
