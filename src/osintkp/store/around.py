"""What stands around a selection: the claims and sources by which its circles are found as in the whole corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.evidence import Link, Source
from osintkp.lineage.outlets import Outlets
from osintkp.records.statement import Statement
from osintkp.store.shelf import Shelf

MATTERS = (
    "SELECT DISTINCT matter FROM claims WHERE matter IS NOT NULL AND number IN (SELECT value FROM wanted)"
)
HANDED_ON = """
    WITH about AS MATERIALIZED (
        SELECT number, named, repeats, source FROM claims WHERE matter IN (SELECT value FROM wanted)
    )
    SELECT number FROM about
    WHERE repeats OR list_has_any(named, ?) OR source IN (SELECT id FROM sources WHERE derived_from IS NOT NULL)
"""
NAMED_FIRST = (
    "SELECT actor, min(number) FROM (SELECT number, unnest(named) AS actor FROM claims) GROUP BY actor"
)
NAMED_LEFT = """
    SELECT actor, min(number) FROM (SELECT number, unnest(named) AS actor FROM claims WHERE NOT list_contains(?, source))
    WHERE actor IN (SELECT value FROM wanted) GROUP BY actor
"""
IN_SOURCES = "SELECT number FROM claims WHERE source IN (SELECT value FROM wanted)"
PUBLISHED = """
    SELECT min(id) FROM sources
    WHERE publisher IN (SELECT value FROM wanted) AND NOT list_contains(?, id) GROUP BY publisher
"""


def published(shelf: Shelf) -> Mapping[str, str]:
    """Return the actor that each publisher of a store is, for those whom somebody in a chain is."""
    named = shelf.once(_first_naming)
    publishers = shelf.values("publisher", "sources")
    chain = tuple(Link(actor=actor) for actor in named)
    every = Claim(id="a/1", source="a", record=Statement(), attribution=chain)
    sources = [Source(id=f"p{number}", publisher=each) for number, each in enumerate(publishers)]
    nodes = Outlets.among(Claims([every], sources)).by_source
    found = {each: nodes[f"p{number}"] for number, each in enumerate(publishers)}
    return {publisher: node.id for publisher, node in found.items() if node.kind == "actor"}


def handed_on(shelf: Shelf, numbers: Iterable[int], outlets: Mapping[str, str]) -> set[int]:
    """
    Return the numbers of the claims about the same matters as some claims that were had from somebody at hand.

    Args:
        shelf: The store.
        numbers: Of the claims that are asked about.
        outlets: The actor that each publisher is, as :func:`published` gives it.
    """
    matters = [matter for (matter,) in shelf.rows(MATTERS, wanted={"wanted": numbers})]
    if not matters:
        return set()
    givers = [*outlets.values(), *shelf.once(_named_by_id)]
    return {number for (number,) in shelf.rows(HANDED_ON, [givers], {"wanted": matters})}


def _first_naming(shelf: Shelf) -> Mapping[str, int]:
    """Return the number of the first claim that names an actor in its chain, for each such actor."""
    return dict(shelf.rows(NAMED_FIRST))


def _named_by_id(shelf: Shelf) -> tuple[str, ...]:
    """Return the ids of the sources that chains name by them."""
    ids = "SELECT id FROM sources WHERE id IN (SELECT value FROM wanted)"
    return tuple(name for (name,) in shelf.rows(ids, wanted={"wanted": shelf.once(_first_naming)}))


def shown(
    shelf: Shelf, claims: Claims, outlets: Mapping[str, str], gone: Iterable[str]
) -> tuple[set[int], set[str]]:
    """
    Return the numbers of claims and the ids of sources that show who stands behind the sources of some claims.

    Args:
        shelf: The store.
        claims: The claims, with their sources.
        outlets: The actor that each publisher is, as :func:`published` gives it.
        gone: Ids of sources that show nothing.
    """
    named = {link.actor for claim in claims for link in claim.attribution}
    behind = {
        outlets[each.publisher] for each in claims.sources if each.publisher and each.publisher in outlets
    }
    first = dict(shelf.rows(NAMED_LEFT, [[*gone]], {"wanted": behind})) if gone else shelf.once(_first_naming)
    numbers = {first[actor] for actor in behind if actor in first}
    publishers = [publisher for publisher, actor in outlets.items() if actor in named]
    return numbers, named | {name for (name,) in shelf.rows(PUBLISHED, [[*gone]], {"wanted": publishers})}


def rewriting_each_other(shelf: Shelf, sources: Mapping[str, str | None]) -> set[int]:
    """Return the numbers of the claims in those of some sources that rewrite each other in a circle."""
    found: set[str] = set()
    for name in sources:
        way: dict[str, None] = {}
        at: str | None = name
        while at is not None and at not in way and at not in found:
            way[at] = None
            at = sources.get(at)
        if at is not None and at in way:
            names = list(way)
            found.update(names[names.index(at) :])
    return {number for (number,) in shelf.rows(IN_SOURCES, wanted={"wanted": found})} if found else set()
