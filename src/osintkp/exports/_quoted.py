"""What a form that carries quoted words, but not their places, has to say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from osintkp.claim import Claim
from osintkp.evidence import Span
from osintkp.exports._outgoing import each_gathered

QUOTED = frozenset({"quote", "span", "prefix", "suffix", "spans"})


def places_lost(claims: Iterable[Claim], form: str) -> Iterator[str]:
    """
    Give a line for the claims whose quotes have a place in their text, if there are any.

    Example:
        >>> list(places_lost([], "a map"))
        []
    """
    found = [claim.id for claim in claims if any(map(_has_place, claim.spans))]
    yield from each_gathered({f"where the quoted words stand has no place in {form}": found})


def _has_place(span: Span) -> bool:
    return any(part is not None for part in (span.start, span.prefix, span.suffix))
