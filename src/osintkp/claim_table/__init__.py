"""Claims as rows of a table, and such rows as claims again."""

from __future__ import annotations

import json

from osintkp.claim_table.columns import SOURCE, Row, claim_columns
from osintkp.claim_table.values import coded
from osintkp.claims import Claims
from osintkp.frames import Frame
from osintkp.frames.columns import plain


def frame_of(claims: Claims) -> Frame:
    """
    Return claims as a table; sources that no claim stands in are told in its notes, as a coding tells them.

    Example:
        >>> from osintkp.evidence import Source
        >>> frame_of(Claims(sources=[Source(id="sitrep")])).notes
        {'sources': '[{"id": "sitrep", "reliability": "F"}]'}
    """
    rows = [Row(claim, claims.sources.get(claim.source)) for claim in claims]
    named = {claim.source for claim in claims}
    laid = map(plain(SOURCE), (source for source in claims.sources if source.id not in named))
    bare = [coded(SOURCE, source) for source in laid]
    notes = {"sources": json.dumps(bare)} if bare else {}
    return Frame(name="claims", columns=claim_columns(), rows=rows, notes=notes)
