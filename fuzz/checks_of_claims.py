"""Everything that can be asked of a corpus has an answer; bytes choose the corpus."""

from __future__ import annotations

import osintkp
from hypothesis import given, settings
from osintkp.claims import Claims
from strategies import corpora
from strategies_close import close_claims

from _target import attempt, lengthened


@settings(database=None, deadline=None)
@given(close_claims() | corpora())
def law(claims: Claims) -> None:
    """Check a corpus, and look at it from every side."""
    corpus = osintkp.Corpus(claims=claims)
    findings = corpus.check()
    for finding in findings:
        assert set(finding.claims) <= set(claims.ids())
        assert str(finding)
    assert findings == osintkp.Corpus(claims=claims).check()
    for ask in (corpus.figures, corpus.origins, corpus.flows, corpus.timeline):
        attempt(lambda ask=ask: str(ask()))
    corpus.page(findings=findings, pictures=False)


def check(data: bytes) -> None:
    """Make a corpus of bytes and hold it against the law."""
    law.hypothesis.fuzz_one_input(lengthened(data))
