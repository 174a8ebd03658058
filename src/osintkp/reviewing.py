"""Drafts reviewed: accepted by somebody, or dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.errors import InvalidValueError


def accepted(claims: Claims, names: Iterable[str], by: str, changes: Mapping[str, Any]) -> Claims:
    """
    Return claims of which some drafts were accepted.

    Args:
        claims: The claims.
        names: Whole ids of the drafts.
        by: Who accepts them.
        changes: What the draft had wrong, as for ``Claim.accept``.

    Raises:
        UnknownIdError: There is no such claim.
        InvalidValueError: One is no draft (``no-draft``), the changes are for several (``several-claims``), or they would
            give one another id (``bad-id``).
    """
    drafts = list(dict.fromkeys(names))
    if changes and len(drafts) != 1:
        what, fix = "changes are of one claim", "accept one at a time, or all of them unchanged"
        raise InvalidValueError("several-claims", what, drafts, fix)
    if not {"id", "source"}.isdisjoint(changes):
        what, fix = "a draft keeps its id and its source", "leave them out"
        raise InvalidValueError("bad-id", what, dict(changes), fix, field="id")
    made = {name: claims[name].accept(by, **changes) for name in drafts}
    return Claims((made.get(claim.id, claim) for claim in claims), claims.sources)


def rejected(claims: Claims, names: Iterable[str]) -> Claims:
    """
    Return claims without some drafts, and without the links that led to them.

    Raises:
        UnknownIdError: There is no such claim.
        InvalidValueError: One is no draft (``no-draft``).
    """
    gone = set()
    for name in names:
        if claims[name].draft is None:
            fix = "drop claims of people with select(where=...)"
            raise InvalidValueError("no-draft", "the claim is no draft", name, fix)
        gone.add(name)
    return Claims((_without(claim, gone) for claim in claims if claim.id not in gone), claims.sources)


def _without(claim: Claim, gone: set[str]) -> Claim:
    kept = tuple(link for link in claim.links if link.claim not in gone)
    return claim if len(kept) == len(claim.links) else attrs.evolve(claim, links=kept)
